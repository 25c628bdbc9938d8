#!/usr/bin/env bash
# Makes a release in target/dist: the program, its manual pages and completions, an
# archive of them, and the packages whose tools are installed (cargo install
# cargo-deb, cargo-generate-rpm).
#
#     assets/release.sh                                     for this machine: static
#     assets/release.sh --target aarch64-unknown-linux-gnu  static, for Arm (Kylin, UOS)
#     assets/release.sh --target x86_64-pc-windows-gnu      a zip, manifests for scoop and winget
#
# For other machines than this one it takes Debian's cross compilers. Where Debian
# has none (LoongArch, RISC-V): cargo build --release there, from source.
# RELEASE_URL and RELEASE_HOME go into the manifests.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
dist=$root/target/dist
machine=$(uname -m)
target=
case ${1:-} in
--target) target=${2:?which target?} ;;
'') ;;
*)
    echo "usage: assets/release.sh [--target TRIPLE]" >&2
    exit 2
    ;;
esac
# shellcheck source=assets/toolchain.sh
. assets/toolchain.sh

# musl where the toolchain and a C compiler for it are there (SQLite is C); else
# glibc, linked statically as well: the program looks up no users or hosts, which
# is what static glibc is bad at.
if [ -z "$target" ]; then
    if has_std "$machine-unknown-linux-musl" && command -v musl-gcc >/dev/null; then
        target=$machine-unknown-linux-musl
        export "CC_${machine}_unknown_linux_musl=musl-gcc"
    else
        target=$machine-unknown-linux-gnu
    fi
fi
echo "for $target"
flags=()
case $target in
*-linux-*)
    # Joined with the flags of a settings file, not put in their place.
    flags=(--config "target.$target.rustflags=['-C','target-feature=+crt-static']")
    ;;
esac
if [ "${target%%-*}" = "$machine" ] && [ "${target%-windows-gnu}" = "$target" ] && has_std "$target"; then
    cargo build --release --locked --target "$target" "${flags[@]}"
    program=${CARGO_TARGET_DIR:-$root/target}/$target/release/yidi
else
    cross_toolchain "$root/target/cross" "$target"
    cross_cargo build --release "${flags[@]}"
    program=$cross_built/release/yidi
fi
case $target in
*-windows-*) program=$program.exe ;;
*)
    # Its headers tell a static program: it asks for no interpreter.
    if readelf --program-headers "$program" 2>/dev/null | grep -q INTERP; then
        echo "$program is not static" >&2
        exit 1
    fi
    ;;
esac

# What runs here writes the papers: the program itself, or under qemu, or one that
# was built for this machine.
runner=("$program")
if ! "$program" --version >/dev/null 2>&1; then
    if [ "${target%%-*}" != "$machine" ] && command -v "qemu-${target%%-*}-static" >/dev/null; then
        runner=("qemu-${target%%-*}-static" "$program")
    else
        runner=("${YIDI:-$root/target/release/yidi}")
    fi
fi
yidi() { "${runner[@]}" "$@" --quiet; }

stage=$dist/$target
rm -rf "$stage"
mkdir -p "$stage/man" "$stage/completions"
case $target in
*-windows-*) install -m 755 "$program" "$stage/yidi.exe" ;;
*) install -m 755 "$program" "$stage/yidi" ;;
esac
# A page for the program and for every command that its own page lists.
yidi man --lang en --output "$stage/man/yidi.1"
sed -n 's/^yidi\\-\(.*\)(1)$/\1/p' "$stage/man/yidi.1" | sed 's/\\-/-/g' | while read -r page; do
    # shellcheck disable=SC2086 # one word a command
    yidi man ${page//-/ } --lang en --output "$stage/man/yidi-$page.1"
done
yidi completions bash --output "$stage/completions/yidi.bash"
yidi completions zsh --output "$stage/completions/_yidi"
yidi completions fish --output "$stage/completions/yidi.fish"
yidi completions powershell --output "$stage/completions/yidi.ps1"

version=$(sed -n '/^\[package\]/,/^\[/s/^version = "\(.*\)"$/\1/p' Cargo.toml | head -1)
papers() { # folder
    cp -R "$stage/completions" README.md README.zh-CN.md CHANGELOG.md SECURITY.md LICENSE assets/THIRD-PARTY.txt "$1"
    cp -R --parents assets/guide assets/picture "$1"
    cp assets/font/OFL.txt "$1/LICENSE.font"
}
case $target in
*-windows-*)
    name=yidi-$version-${target%%-*}-windows
    mkdir "$stage/$name"
    cp "$stage/yidi.exe" assets/package/yidi.cmd "$stage/$name"
    papers "$stage/$name"
    (cd "$stage" && python3 -m zipfile -c "$dist/$name.zip" "$name")
    sum=$(sha256sum "$dist/$name.zip" | cut -d ' ' -f 1)
    for manifest in scoop.json winget.yaml; do
        sed "s|@VERSION@|$version|g; s|@SHA256@|$sum|g; s|@URL@|${RELEASE_URL:-https://example.org/yidi}|g
            s|@HOME@|${RELEASE_HOME:-https://example.org/yidi}|g" "assets/package/$manifest" >"$dist/$manifest"
    done
    ;;
*)
    name=yidi-$version-${target%%-*}-linux
    mkdir "$stage/$name"
    cp -R "$stage/yidi" "$stage/man" assets/package/yidi.desktop assets/icon/yidi.svg "$stage/$name"
    papers "$stage/$name"
    tar --create --gzip --owner=0 --group=0 --file "$dist/$name.tar.gz" --directory "$stage" "$name"
    # The packages take their files from here.
    rm -rf "$dist/stage"
    ln -s "$target" "$dist/stage"
    gzip -9n -k "$stage"/man/*.1
    gzip -9n -c CHANGELOG.md >"$stage/changelog.gz"
    # Debian wants its own, of the packaging.
    day=$(date --utc --rfc-email --date="@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}")
    printf 'yidi (%s-1) unstable; urgency=medium\n\n  * %s\n\n -- %s  %s\n' "$version" \
        "As made by assets/release.sh; what is new stands in changelog.gz." \
        "yidi contributors <noreply@example.org>" "$day" | gzip -9n >"$stage/changelog.Debian.gz"
    if command -v cargo-deb >/dev/null; then
        cargo deb --no-build --no-strip --locked --target "$target" --output "$dist/"
    else
        echo "no cargo-deb: no Debian package" >&2
    fi
    if command -v cargo-generate-rpm >/dev/null; then
        # Older systems (RHEL 7, Kylin V10) do not unpack zstd everywhere.
        cargo generate-rpm --target "$target" --payload-compress xz --output "$dist/"
    else
        echo "no cargo-generate-rpm: no rpm" >&2
    fi
    ;;
esac
rm -rf "${stage:?}/$name"
shopt -s nullglob
(cd "$dist" && sha256sum yidi-*.tar.gz yidi-*.zip yidi_*.deb yidi-*.rpm >SHA256SUMS)
ls -l "$dist"

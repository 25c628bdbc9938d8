#!/usr/bin/env bash
# Makes a release in target/dist: a static Linux program, its manual pages and
# completions, an archive of them, and a Debian package where cargo-deb is
# installed (cargo install cargo-deb).
set -euo pipefail
cd "$(dirname "$0")/.."

machine=$(uname -m)
has_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/$1/lib" ]; }

# musl where the toolchain and a C compiler for it are there (SQLite is C);
# else glibc, linked statically as well: the program looks up no users or hosts,
# which is what static glibc is bad at.
if has_target "$machine-unknown-linux-musl" && command -v musl-gcc >/dev/null; then
    target=$machine-unknown-linux-musl
    export CC_${machine}_unknown_linux_musl=musl-gcc
else
    target=$machine-unknown-linux-gnu
fi
echo "static program for $target"
# Joined with the flags of a settings file, not put in their place.
cargo build --release --locked --target "$target" \
    --config "target.$target.rustflags=['-C','target-feature=+crt-static']"
program=target/$target/release/yidi
# Its headers tell a static program: it asks for no interpreter.
if readelf --program-headers "$program" 2>/dev/null | grep -q INTERP; then
    echo "$program is not static" >&2
    exit 1
fi

dist=target/dist
rm -rf "$dist"
mkdir -p "$dist/man" "$dist/completions"
install -m 755 "$program" "$dist/yidi"

# A page for the program and for every command that its own page lists.
"$dist/yidi" man --output "$dist/man/yidi.1" 2>/dev/null
sed -n 's/^yidi\\-\(.*\)(1)$/\1/p' "$dist/man/yidi.1" | sed 's/\\-/-/g' | while read -r page; do
    # shellcheck disable=SC2086 # one word a command
    "$dist/yidi" man ${page//-/ } --output "$dist/man/yidi-$page.1" 2>/dev/null
done
"$dist/yidi" completions bash --output "$dist/completions/yidi.bash" 2>/dev/null
"$dist/yidi" completions zsh --output "$dist/completions/_yidi" 2>/dev/null
"$dist/yidi" completions fish --output "$dist/completions/yidi.fish" 2>/dev/null
"$dist/yidi" completions powershell --output "$dist/completions/yidi.ps1" 2>/dev/null

version=$("$dist/yidi" --version | cut -d ' ' -f 2)
name=yidi-$version-$machine-linux
mkdir "$dist/$name"
cp -R "$dist/yidi" "$dist/man" "$dist/completions" README.md README.zh-CN.md CHANGELOG.md SECURITY.md LICENSE \
    assets/THIRD-PARTY.txt "$dist/$name"
cp -R --parents assets/guide assets/picture "$dist/$name"
cp assets/font/OFL.txt "$dist/$name/LICENSE.font"
tar --create --gzip --owner=0 --group=0 --file "$dist/$name.tar.gz" --directory "$dist" "$name"
rm -rf "${dist:?}/$name"

if command -v cargo-deb >/dev/null; then
    cargo deb --no-build --no-strip --locked --target "$target" --output "$dist/"
else
    echo "no cargo-deb: no Debian package" >&2
fi
shopt -s nullglob
(cd "$dist" && sha256sum yidi-*.tar.gz yidi_*.deb >SHA256SUMS)
ls -l "$dist"

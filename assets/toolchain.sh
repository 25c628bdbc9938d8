# What builds for other machines: the Rust in use where it has the library of the
# target (rustup target add), else one out of Debian's packages alone: the one for
# web browsers is new enough and comes with the source of its library, which is then
# built along. The C compiler is Debian's. Sourced by the scripts beside it; the
# system's own Rust is left alone.
# shellcheck shell=bash
# shellcheck disable=SC2034 # `cross_built` is for them

# Ends a script that cannot have what it needs, and says what.
skip() {
    echo "skipped: $*"
    exit 0
}

# Packages of Debian, where the machine has such.
debian() {
    if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
        skip "$* needed (Debian, as root)"
    fi
    apt-get install -qqy --no-install-recommends "$@" >/dev/null || skip "$* cannot be installed"
}

# Has the Rust in use the library of the target?
has_std() { [ -d "$(rustc --print sysroot)/lib/rustlib/$1/lib" ]; }

# Has it, or can rustup get it?
get_std() {
    has_std "$1" && return
    command -v rustup >/dev/null && timeout 120 rustup target add "$1" >/dev/null 2>&1 && has_std "$1"
}

# cross_toolchain FOLDER TARGET: sets what cargo needs to build for the target; a Rust
# of Debian goes into the folder. Then `cross_cargo` is the cargo, and
# `cross_built` the folder of what it builds.
cross_toolchain() {
    local target=$2 prefix package name=${2//-/_}
    case $target in
    x86_64-pc-windows-gnu) prefix=x86_64-w64-mingw32 package=gcc-mingw-w64-x86-64-win32 ;;
    aarch64-unknown-linux-gnu) prefix=aarch64-linux-gnu package="gcc-aarch64-linux-gnu libc6-dev-arm64-cross" ;;
    x86_64-unknown-linux-gnu) prefix=x86_64-linux-gnu package="gcc libc6-dev" ;;
    *) skip "no cross compiler of Debian for $target: build it there, from source" ;;
    esac
    # shellcheck disable=SC2086 # some packages
    command -v $prefix-gcc >/dev/null || debian $package
    export "CC_$name=$prefix-gcc" "CARGO_TARGET_${name^^}_LINKER=$prefix-gcc"
    cross_flags=(--locked --target "$target")
    if get_std "$target"; then
        cross_built=${CARGO_TARGET_DIR:-$PWD/target}/$target
    else
        debian_rust "$1"
        cross_flags+=("-Zbuild-std=std,panic_abort")
        cross_built=$CARGO_TARGET_DIR/$target
    fi
}

# cross_cargo COMMAND …
cross_cargo() { cargo "$1" "${cross_flags[@]}" "${@:2}"; }

# debian_rust FOLDER: Debian's Rust for web browsers, unpacked there and nowhere else.
debian_rust() {
    cross_rust=$1/rust
    if [ ! -x "$cross_rust/usr/bin/rustc" ]; then
        command -v apt-get >/dev/null || skip "no apt-get"
        mkdir -p "$1/packages"
        (
            cd "$1/packages"
            version=$(apt-cache policy rustc-web | sed -n 's/^ *Candidate: \([0-9]*\.[0-9]*\).*/\1/p')
            [ -n "$version" ] || exit 1
            apt-get download -qq rustc-web cargo-web rust-web-src libstd-rust-web-dev "libstd-rust-web-$version" \
                rust-web-llvm libllvm22 libgit2-1.5 libhttp-parser2.9 libmbedtls14 libmbedcrypto7 libmbedx509-1 libssh2-1
            for deb in *.deb; do dpkg-deb -x "$deb" "$cross_rust"; done
        ) || skip "Debian's rustc-web cannot be had (apt-get update?)"
    fi
    local libraries=("$cross_rust"/usr/lib/*-linux-gnu "$cross_rust"/usr/lib/llvm-*/lib)
    LD_LIBRARY_PATH=$(IFS=: && echo "${libraries[*]}")
    export LD_LIBRARY_PATH PATH=$cross_rust/usr/bin:$PATH RUSTC=$cross_rust/usr/bin/rustc
    # The flag that builds the library has no lasting name yet.
    export RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$1/build
    # The whole program at once takes an hour more and is hardly smaller.
    export CARGO_PROFILE_RELEASE_LTO=thin CARGO_PROFILE_RELEASE_CODEGEN_UNITS=8
}

# A Rust that builds for other machines, out of Debian's packages alone: the one
# for web browsers is new enough and comes with the source of its library, which is
# then built along. Sourced by the scripts beside it; the Rust that is in use is
# left alone.
# shellcheck shell=bash

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

# cross_toolchain FOLDER TARGET: puts the Rust into the folder and sets what cargo
# needs to build for the target. `cross_cargo` is that cargo.
cross_toolchain() {
    cross_rust=$1/rust
    local target=$2 prefix
    case $target in
    x86_64-pc-windows-gnu) prefix=x86_64-w64-mingw32 package=gcc-mingw-w64-x86-64-win32 ;;
    aarch64-unknown-linux-gnu) prefix=aarch64-linux-gnu package="gcc-aarch64-linux-gnu libc6-dev-arm64-cross" ;;
    x86_64-unknown-linux-gnu) prefix=x86_64-linux-gnu package="gcc libc6-dev" ;;
    *) skip "no cross compiler of Debian for $target: build it there, from source" ;;
    esac
    # shellcheck disable=SC2086 # some packages
    command -v $prefix-gcc >/dev/null || debian $package
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
    local libraries=("$cross_rust"/usr/lib/*-linux-gnu "$cross_rust"/usr/lib/llvm-*/lib) name=${target//-/_}
    LD_LIBRARY_PATH=$(IFS=: && echo "${libraries[*]}")
    export LD_LIBRARY_PATH PATH=$cross_rust/usr/bin:$PATH RUSTC=$cross_rust/usr/bin/rustc
    # The flag that builds the library has no lasting name yet.
    export RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$1/build
    export "CC_$name=$prefix-gcc" "CARGO_TARGET_${name^^}_LINKER=$prefix-gcc"
    # The whole program at once takes an hour more and is hardly smaller.
    export CARGO_PROFILE_RELEASE_LTO=thin CARGO_PROFILE_RELEASE_CODEGEN_UNITS=8
}

cross_cargo() {
    local command=$1
    shift
    "$cross_rust/usr/bin/cargo" "$command" --locked -Zbuild-std=std,panic_abort "$@"
}

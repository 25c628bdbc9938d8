#!/usr/bin/env bash
# The program for Arm, tried under qemu (Debian: qemu-user-static) beside the one of
# this machine: the same bytes. What cannot be had is said and skipped.
#
#     assets/release.sh --target aarch64-unknown-linux-gnu
#     assets/arm.sh              target/dist/arm.log
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
# shellcheck source=assets/toolchain.sh
. assets/toolchain.sh
# shellcheck source=assets/same.sh
. assets/same.sh

program=$root/target/dist/aarch64-unknown-linux-gnu/yidi
[ -f "$program" ] || skip "no $program (assets/release.sh --target aarch64-unknown-linux-gnu)"
find_native
runner=("$program")
if [ "$(uname -m)" != aarch64 ]; then
    command -v qemu-aarch64-static >/dev/null || debian qemu-user-static
    runner=(qemu-aarch64-static "$program")
fi
here() { "${runner[@]}" "$@"; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work LANG=zh_CN.UTF-8
cp assets/example/batch.csv "$work"
cd "$work"
{
    expect version "$(there --version)" "$(here --version)"
    same_results
    plain='as\nbj\n1\n3\n\n5w\n'
    # shellcheck disable=SC2059 # its line breaks
    expect "one question a line" "$(printf "$plain" | "$native" --plain 2>/dev/null | sum)" \
        "$(printf "$plain" | here --plain 2>/dev/null | sum)"
    there cases list --cases native.db >/dev/null
    expect "case book of another machine" "$(there cases list --cases native.db)" \
        "$(here cases list --cases native.db 2>/dev/null)"
} 2>&1 | tee "$root/target/dist/arm.log"
! grep -q '^WRONG' "$root/target/dist/arm.log"

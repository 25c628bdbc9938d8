#!/usr/bin/env bash
# The Windows program, made and tried on Debian with nothing but Debian's packages.
# What cannot be had is said and skipped.
#
#     assets/windows.sh check    does it compile for Windows? (some minutes)
#     assets/windows.sh build    target/windows/yidi.exe (a quarter of an hour)
#     assets/windows.sh try      the program under wine: target/windows/try.log
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$root/target/windows
target=x86_64-pc-windows-gnu
# shellcheck source=assets/toolchain.sh
. assets/toolchain.sh

case ${1:-check} in
check)
    cross_toolchain "$root/target/cross" $target
    cross_cargo check --target $target
    ;;
build)
    cross_toolchain "$root/target/cross" $target
    cross_cargo build --release --target $target
    mkdir -p "$work"
    install -m 755 "$CARGO_TARGET_DIR/$target/release/yidi.exe" "$work/yidi.exe"
    ls -l "$work/yidi.exe"
    ;;
try)
    [ -f "$work/yidi.exe" ] || skip "no target/windows/yidi.exe (assets/windows.sh build)"
    command -v x86_64-w64-mingw32-gcc >/dev/null || debian gcc-mingw-w64-x86-64-win32
    [ -x /usr/lib/wine/wine64 ] || command -v wine64 >/dev/null || debian wine64 wine
    wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
    native=${YIDI:-$root/target/release/yidi}
    [ -x "$native" ] || native=$root/target/debug/yidi
    [ -x "$native" ] || skip "no program of this machine to compare with (cargo build)"
    export WINEPREFIX=$work/prefix WINEDEBUG=-all LANG=zh_CN.UTF-8
    rm -rf "$work/try" "$work/prefix"
    mkdir -p "$work/try"
    cp "$work/yidi.exe" assets/example/batch.csv "$work/try"
    cd "$work/try"
    # wine 8 lacks a library that Windows has: ten lines over what it has instead.
    cat >prng.c <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return SystemFunction036(data, (ULONG)length);
}
C
    x86_64-w64-mingw32-gcc -shared -o bcryptprimitives.dll prng.c -ladvapi32

    expect() { # name, what is wanted, what came
        if [ "$2" = "$3" ]; then
            echo "ok    $1"
        else
            printf 'WRONG %s\n      wanted %s\n      came   %s\n' "$1" "$2" "$3"
        fi
    }
    here() { "$wine" yidi.exe "$@" 2>/dev/null; }
    there() { "$native" "$@" 2>/dev/null || true; }
    sum() { tr -d '\r' | sha256sum | cut -c 1-16; }
    case_=(鞍山 北京 职工在职 三级 5万 --date 2026-11-22)
    {
        expect estimate "$(there estimate "${case_[@]}" --json | sum)" "$(here estimate "${case_[@]}" --json | sum)"
        expect comparison "$(there compare "${case_[@]}" | sum)" "$(here compare "${case_[@]}" | sum)"
        expect batch "$(there batch batch.csv --date 2026-11-22 | sum)" "$(here batch batch.csv --date 2026-11-22 | sum)"
        expect "a part of it" "$(there batch batch.csv --date 2026-11-22 --part 2/2 | sum)" \
            "$(here batch batch.csv --date 2026-11-22 --part 2/2 | sum)"
        plain='as\nbj\n1\n3\n\n5\315\362\n'
        expect "lines in GBK" 1 "$(printf "${plain//\\n/\\r\\n}" | here --plain | grep -c '22,700.00 ～')"
        # Today is China's, by the program's own table of zones and without any.
        day() { sed -n 's/.*"date": "\([0-9-]*\)".*/\1/p' | head -1; }
        for zone in Asia/Shanghai Nowhere/Land; do
            expect "today with $zone" "$(TZ=Asia/Shanghai date +%F)" "$(TZ=$zone here policy show 鞍山 --json | day)"
        done
        expect "settings roam" 1 "$(here where | grep -c 'Roaming.yidi.config.toml')"
        expect "the case book does not" 1 "$(here where | grep -c 'Local.yidi.cases.db')"
        # One that an earlier version kept among what roams is moved, and told.
        home=$(find "$WINEPREFIX/drive_c/users" -maxdepth 2 -name AppData | head -1)
        mkdir -p "$home/Roaming/yidi"
        there cases list --cases "$home/Roaming/yidi/cases.db" >/dev/null
        "$wine" yidi.exe cases list >/dev/null 2>moved.txt || true
        expect "case book moved" "there, told" \
            "$([ -f "$home/Local/yidi/cases.db" ] && [ ! -e "$home/Roaming/yidi/cases.db" ] && echo -n "there, ";
            grep -q Roaming moved.txt && echo told)"
        here handout "${case_[@]}" --output sheet.pdf || true
        expect hand-out '%PDF-' "$(head -c 5 sheet.pdf)"
        here batch batch.csv --columns nonsense >/dev/null && code=0 || code=$?
        expect "exit code" 2 "$code"
    } 2>&1 | tee "$work/try.log"
    ! grep -q '^WRONG' "$work/try.log"
    ;;
*)
    echo "check, build or try?" >&2
    exit 2
    ;;
esac

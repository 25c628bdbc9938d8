#!/usr/bin/env bash
# The Windows program, made and tried on Debian: with the Rust in use where rustup has
# the target, else with nothing but Debian's packages. What cannot be had is said and
# skipped. YIDI names the program of this machine to compare with: of the same commit.
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
# shellcheck source=assets/same.sh
. assets/same.sh

case ${1:-check} in
check)
    cross_toolchain "$root/target/cross" $target
    cross_cargo check
    ;;
build)
    cross_toolchain "$root/target/cross" $target
    cross_cargo build --release
    mkdir -p "$work"
    install -m 755 "$cross_built/release/yidi.exe" "$work/yidi.exe"
    ls -l "$work/yidi.exe"
    ;;
try)
    [ -f "$work/yidi.exe" ] || skip "no target/windows/yidi.exe (assets/windows.sh build)"
    command -v x86_64-w64-mingw32-gcc >/dev/null || debian gcc-mingw-w64-x86-64-win32
    [ -x /usr/lib/wine/wine64 ] || command -v wine64 >/dev/null || debian wine64 wine
    wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
    find_native
    export WINEPREFIX=$work/prefix WINEDEBUG=-all LC_ALL=C.UTF-8
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

    here() { "$wine" yidi.exe "$@"; }
    # In a console, as a person types.
    typed() { timeout 300 python3 "$root/assets/console.py" "$@" 2>&1; }
    {
        expect version "$(there --version)" "$(here --version | tr -d '\r')"
        same_results
        plain='as\r\nbj\r\n1\r\n3\r\n\r\n5\315\362\r\n'
        # shellcheck disable=SC2059 # its line breaks and bytes
        expect "lines in GBK" 1 "$(printf "$plain" | here --plain 2>/dev/null | grep -c '22,700.00 ～')"
        # Today is China's, by the program's own table of zones and without any.
        day() { sed -n 's/.*"date": "\([0-9-]*\)".*/\1/p' | head -1; }
        for zone in Asia/Shanghai Nowhere/Land; do
            expect "today with $zone" "$(TZ=Asia/Shanghai date +%F)" "$(TZ=$zone here policy show 鞍山 --json 2>/dev/null | day)"
        done
        expect "settings roam" 1 "$(here where 2>/dev/null | grep -c 'Roaming.yidi.config.toml')"
        expect "the case book does not" 1 "$(here where 2>/dev/null | grep -c 'Local.yidi.cases.db')"
        # One that an earlier version kept among what roams is moved, and told.
        home=$(find "$WINEPREFIX/drive_c/users" -maxdepth 2 -name AppData | grep -v Public | head -1)
        mkdir -p "$home/Roaming/yidi"
        there cases list --cases "$home/Roaming/yidi/cases.db" >/dev/null
        here cases list >/dev/null 2>moved.txt || true
        expect "case book moved" "there, told" \
            "$([ -f "$home/Local/yidi/cases.db" ] && [ ! -e "$home/Roaming/yidi/cases.db" ] && echo -n "there, ";
            grep -q Roaming moved.txt && echo told)"
        here batch batch.csv --columns nonsense >/dev/null 2>&1 && code=0 || code=$?
        expect "exit code" 2 "$code"
        # In a console each begins with no book. Wine makes a signal of Ctrl-C, so that it
        # ends the wizard whatever the wizard makes of the key; and it hands a paste on key
        # by key, so that none is tried.
        book=$home/Local/yidi
        rm -rf "$book"
        echo "the wizard, by keys"
        typed '@参保' '~' 'as\r' '~' 'bj\r' '~' 1 '~' 3 '~' '5w\r' '~' '\r' '@22,700.00' '\x13' 'first\r' '~' '~' '\x03' '~' '\x03' \
            -- "$wine" yidi.exe >keys.txt && code=0 || code=$?
        expect "Ctrl-C ends it" 0 "$code"
        here cases list >saved.txt 2>/dev/null
        expect "the case is saved, no key doubled" 1 "$(grep -c '22,700.00 ～ 27,200.00' saved.txt)"
        expect "its note" 1 "$(grep -c '备注：first' saved.txt)"
        rm -rf "$book"
        # As a scanner types; a line feed is an Enter as well.
        typed '@参保' '=as\rbj\n135w\r\r' '@22,700.00' '\x03' '~' '\x03' -- "$wine" yidi.exe >burst.txt && code=0 || code=$?
        expect "keys that come at once keep their Enter" 0 "$code"
        rm -rf "$book"
        echo "one question a line, by keys"
        typed '@参保地' 'as\r' '@就医地' 'bj\r' '@职工退休' '\x03' '@再按一次 Ctrl-C' '\x03' \
            -- "$wine" yidi.exe --plain >lines.txt && code=0 || code=$?
        expect "the second Ctrl-C leaves" 0 "$code"
        typed '@参保地' '\x03' -- "$wine" yidi.exe --plain >again.txt && code=0 || code=$?
        expect "nothing is kept for the next person" "0 0" "$code $(grep -c 没有填完 again.txt)"
    } 2>&1 | tee "$work/try.log"
    ! grep -q '^WRONG' "$work/try.log"
    ;;
*)
    echo "check, build or try?" >&2
    exit 2
    ;;
esac

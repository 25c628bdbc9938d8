# A program for another machine beside the one of this machine: the same lines must
# give the same bytes. Sourced by the scripts that try one; they say in `here` how it
# is run.
# shellcheck shell=bash
# shellcheck disable=SC2154 # `root` is theirs

# Finds the program of this machine: YIDI, or what was built last.
find_native() {
    native=${YIDI:-}
    local built
    for built in release debug; do
        [ -n "$native" ] || [ ! -x "$root/target/$built/yidi" ] || native=$root/target/$built/yidi
    done
    [ -x "$native" ] || skip "no program of this machine to compare with (cargo build, or name it in YIDI)"
}
there() { "$native" "$@" 2>/dev/null || true; }

expect() { # name, what is wanted, what came
    if [ "$2" = "$3" ]; then
        echo "ok    $1"
    else
        printf 'WRONG %s\n      wanted %s\n      came   %s\n' "$1" "$2" "$3"
    fi
}

# Ends of lines are the system's own.
sum() { tr -d '\r' | sha256sum | cut -c 1-16; }

same() { # name, line
    expect "$1" "$(there "${@:2}" | sum)" "$(here "${@:2}" 2>/dev/null | sum)"
}

case_=(鞍山 北京 职工在职 三级 5万 --date 2026-11-22)

# In a folder where batch.csv lies.
same_results() {
    same estimate estimate "${case_[@]}"
    same "estimate for programs" estimate "${case_[@]}" --json
    same "estimate in English" estimate "${case_[@]}" --explain --lang en
    same comparison compare "${case_[@]}"
    same checklist checklist "${case_[@]}" --json
    same curve curve "${case_[@]}" --json
    same batch batch batch.csv --date 2026-11-22
    same "batch for programs" batch batch.csv --date 2026-11-22 --jsonl
    same "a part of it" batch batch.csv --date 2026-11-22 --part 2/2
    local format
    for format in pdf html txt; do
        there handout "${case_[@]}" --output native."$format" --force >/dev/null
        here handout "${case_[@]}" --output sheet."$format" --force >/dev/null 2>&1 || true
        expect "hand-out, $format" same "$(cmp native.$format sheet.$format 2>&1 && echo same)"
    done
}

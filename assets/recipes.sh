#!/usr/bin/env bash
# Runs the lines of the guide that go beyond one machine, on rows it makes, and
# compares with one process, byte for byte. Needs what it tries, else says so:
# GNU parallel (Debian: parallel), Spark (pip install pyspark; a Java), pandas.
# YIDI names another program, YIDI_NO_SPARK=1 leaves Spark out, which takes its time.
#
#     assets/recipes.sh [ROWS]      two million where none are named
# shellcheck disable=SC2317 # functions are called by `timed`
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-2000000}
root=$PWD
program=${YIDI:-$root/target/release/yidi}
[ -x "$program" ] || { echo "build it first: cargo build --release (or name it in YIDI)" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$(realpath "$program")" "$work/yidi"
export PATH=$work:$PATH
cd "$work"

# shellcheck source=assets/claims.sh
. "$root/assets/claims.sh"
claims "$rows" >claims.csv

# The same with a person for every ten rows, who come in no order.
awk -F, -v OFS=, 'NR == 1 { print "psn_no", $0, "date" } NR > 1 && NF == 10 { print "p" NR * 7919 % 199999, $0, sprintf("2026-%02d-%02d", NR % 11 + 1, NR % 28 + 1) }' \
    claims.csv >stays.csv

failed=0
timed() { local begun=$SECONDS; "$@"; echo "  $((SECONDS - begun)) s"; }
same() { if cmp whole.csv "$1"; then echo "  equal to one process"; else echo "  DIFFERS"; failed=1; fi; }

echo "one process, $rows rows"
one() { yidi batch claims.csv --date 2026-11-22 --quiet >whole.csv || [ $? = 3 ]; }
timed one
records=$(yidi batch claims.csv --columns error --jsonl 2>/dev/null | wc -l || true)
[ "$(grep -c '^[0-9]\{18\},' whole.csv)" = "$rows" ] || { echo "  rows are lost ($records)"; failed=1; }

echo "parts of an array job"
parts() {
    : >parts.csv
    PARTS=5
    for INDEX in 1 2 3 4 5; do
        # shellcheck disable=SC2086 # the line of the guide as it stands there
        yidi batch claims.csv --part $INDEX/$PARTS --output settled-$INDEX.csv --force --date 2026-11-22 --quiet || [ $? = 3 ]
        cat "settled-$INDEX.csv" >>parts.csv
    done
    # A file begins with the mark that Excel wants.
    sed -i '1s/^\xef\xbb\xbf//' parts.csv
}
timed parts
same parts.csv

echo "by person, one process"
by_person() { { yidi batch stays.csv --by psn_no --date 2026-11-22 --quiet || [ $? = 3 ]; } | sed 's/第 [0-9]* 行/第 N 行/' | sort >persons.csv; }
timed by_person
same_persons() { sed 's/第 [0-9]* 行/第 N 行/' "$@" | sort >parts-of-persons.csv; if cmp persons.csv parts-of-persons.csv; then echo "  equal to one process"; else echo "  DIFFERS"; failed=1; fi; }

if command -v parallel >/dev/null; then
    echo "GNU parallel"
    with_parallel() {
        seq 8 | parallel -k 'yidi batch claims.csv --part {}/8 --jobs 1 --quiet --date 2026-11-22 || [ $? = 3 ]' > settled.csv
    }
    timed with_parallel
    same settled.csv
    echo "GNU parallel, by person"
    sharded() {
        tail -n +2 stays.csv | parallel --pipe --colsep , --shard 1 -j 8 'yidi batch --header stays.csv --no-header --by psn_no --jobs 1 --quiet --date 2026-11-22 || [ $? = 3 ]' > settled.csv
    }
    timed sharded
    head -n 1 stays.csv | yidi batch --quiet >first.csv
    same_persons first.csv settled.csv
    echo "GNU parallel without the program"
    mv yidi away
    if with_parallel 2>/dev/null; then echo "  SUCCEEDS"; failed=1; else echo "  fails, as it must"; fi
    mv away yidi
else
    echo "no GNU parallel: skipped"
fi

if [ -z "${YIDI_NO_SPARK:-}" ] && python3 -c 'import pyspark' 2>/dev/null && command -v java >/dev/null; then
    echo "Spark"
    cp "$root/assets/example/spark.py" .
    with_spark() { python3 spark.py claims.csv "$1" --date 2026-11-22 2>spark.log; }
    # It has no row numbers of the whole to tell.
    timed with_spark settled
    cat settled/part-* | sed 's/第 [0-9]* 行/第 N 行/' >spark.csv
    sed 's/第 [0-9]* 行/第 N 行/' whole.csv >plain.csv
    if cmp plain.csv spark.csv; then echo "  equal to one process"; else echo "  DIFFERS"; failed=1; fi
    echo "Spark, by person"
    by_spark() { python3 spark.py stays.csv persons --by psn_no --date 2026-11-22 2>>spark.log; }
    timed by_spark
    same_persons persons/part-*
    echo "Spark without the program"
    mv yidi away
    if with_spark lost; then echo "  SUCCEEDS"; failed=1; else echo "  fails, as it must"; fi
    mv away yidi
else
    echo "no Spark (pip install pyspark, and a Java): skipped"
fi

if python3 -c 'import pandas' 2>/dev/null; then
    echo "pandas"
    cp "$root/assets/example/analyst.py" .
    with_pandas() { python3 analyst.py claims.csv | tee means.txt; }
    timed with_pandas
    wrong=$(python3 -c 'import csv; print(sum(1 for row in csv.DictReader(open("whole.csv")) if row["error"]))')
    if [ "$(tail -n 1 means.txt)" = "$wrong rows with an error" ]; then
        echo "  as many errors as one process"
    else
        echo "  DIFFERS: one process has $wrong"
        failed=1
    fi
else
    echo "no pandas: skipped"
fi
exit $failed

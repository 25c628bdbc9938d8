#!/usr/bin/env bash
# The Python module `yidi` as a wheel for every Python from 3.9 on (src/python).
#
#     assets/wheel.sh                  builds target/wheels/yidi-*.whl
#     assets/wheel.sh test             builds and tries it beside `yidi batch`
#     assets/wheel.sh measure [ROWS]   builds and measures it against the way through CSV;
#                                      two million rows where none are named
#
# Needs maturin (pip install maturin); to try it pyarrow, and what is to be tried of pandas,
# polars, duckdb and pyspark; the program (cargo build --release, or YIDI names it).
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-build}
root=$PWD
target=${CARGO_TARGET_DIR:-$root/target}
wheels=$target/wheels

command -v maturin >/dev/null || { echo "maturin is needed: pip install maturin" >&2; exit 1; }
# What is compiled in is told beside it.
cp LICENSE src/python/LICENSE
python3 assets/third_party.py yidi-python src/python/THIRD-PARTY.txt
rm -f "$wheels"/yidi-*.whl
maturin build --manifest-path src/python/Cargo.toml --profile wheel --locked --out "$wheels"
ls -l "$wheels"/yidi-*.whl
[ "$what" != build ] || exit 0

export YIDI=${YIDI:-$target/release/yidi}
[ -x "$YIDI" ] || { echo "build the program first: cargo build --release (or name it in YIDI)" >&2; exit 1; }
# Apart from what is installed, and with it at hand.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv --system-site-packages "$work/python"
"$work/python/bin/pip" install -q --no-deps --no-index --force-reinstall "$wheels"/yidi-*.whl
python=$work/python/bin/python
case $what in
test)
    PYSPARK_PYTHON=$python "$python" -W error::DeprecationWarning:yidi src/python/tests/test_yidi.py
    ;;
measure)
    # shellcheck source=assets/claims.sh
    . "$root/assets/claims.sh"
    claims "${2:-2000000}" >"$work/claims.csv"
    "$python" src/python/tests/measure.py "$work"
    ;;
*)
    echo "test or measure, not $what" >&2
    exit 2
    ;;
esac

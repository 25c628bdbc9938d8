"""Measures `yidi.settle` against the way through CSV: the same table in memory before and
after, the same columns, as many threads. Rounds are interleaved; of each way the least time
on the clock counts, and the least time of the processors. Called by assets/wheel.sh measure."""

import os
import pathlib
import resource
import subprocess
import sys
import time

import pyarrow as pa
import pyarrow.csv

import yidi

DATE = "2026-11-22"
ROUNDS = int(os.environ.get("ROUNDS", 5))
THREADS = os.cpu_count()
PROGRAM = os.environ["YIDI"]


def arrow(cases, folder, columns):
    return pa.table(yidi.settle(cases, date=DATE, columns=columns, threads=THREADS))


def csv(cases, folder, columns, kinds=None):
    given, came = folder / "given.csv", folder / "came.csv"
    pa.csv.write_csv(cases, given)
    asked = ["--columns", columns] if columns else []
    with open(came, "wb") as out:
        done = subprocess.run([PROGRAM, "batch", given, "--date", DATE, "--jobs", str(THREADS), "--quiet", *asked], stdout=out)
    assert done.returncode in (0, 3), done
    # Line breaks stand in cells, so that the reader must look for quotes.
    parse = pa.csv.ParseOptions(newlines_in_values=True)
    convert = pa.csv.ConvertOptions(column_types=kinds or {"id": pa.string()}, strings_can_be_null=True)
    return pa.csv.read_csv(came, parse_options=parse, convert_options=convert)


def exact(cases, folder, columns):
    """The same with amounts that are exact to the fen, as they are without CSV."""
    schema = pa.schema(yidi.schema(cases, columns=columns))
    return csv(cases, folder, columns, {field.name: field.type for field in schema})


def cpu():
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def measure(cases, folder, columns):
    ways = {"Arrow": arrow, "CSV, amounts as floats": csv, "CSV, amounts exact": exact}
    least = {name: (float("inf"), float("inf")) for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            before, began = cpu(), time.monotonic()
            came = way(cases, folder, columns)
            took = time.monotonic() - began, cpu() - before
            assert came.num_rows == cases.num_rows and came.num_columns == len(pa.schema(yidi.schema(cases, columns=columns)))
            least[name] = tuple(map(min, least[name], took))
            del came
    for name, (seconds, work) in least.items():
        against = "".join(f"; {one / other:.2f}×" for one, other in zip((seconds, work), least["Arrow"]))
        print(f"  {name}: {seconds:.2f} s, {work:.2f} s of processors{against}", flush=True)


def main(folder):
    folder = pathlib.Path(folder)
    parse = pa.csv.ParseOptions(newlines_in_values=True)
    convert = pa.csv.ConvertOptions(column_types={"id": pa.string()})
    cases = pa.csv.read_csv(folder / "claims.csv", parse_options=parse, convert_options=convert)
    print(f"{cases.num_rows} rows, {THREADS} threads, the least of {ROUNDS} rounds")
    for what, columns in (("all columns", None), ("personal, fund, grade", "personal,fund,grade")):
        print(what)
        measure(cases, folder, columns)


if __name__ == "__main__":
    main(sys.argv[1])

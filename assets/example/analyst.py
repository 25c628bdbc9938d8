#!/usr/bin/env python3
"""Settles a table in pandas: who pays how much, and how sure it is.

    pip install pandas
    python3 analyst.py claims.csv

Polars reads the same text: `polars.read_csv(io.BytesIO(settled), infer_schema=False)`.
"""

import io
import subprocess
import sys

import pandas


def settle(table, *options):
    """The table with the columns that are asked for; what is wrong with a row is in `error`."""
    yidi = ["yidi", "batch", "-", "--quiet", "--columns", "total,personal,fund,grade", *options]
    given = table.to_csv(index=False).encode()
    done = subprocess.run(yidi, input=given, stdout=subprocess.PIPE)
    # 3 only says that `error` is filled somewhere.
    if done.returncode not in (0, 3):
        raise RuntimeError(f"yidi batch ended with {done.returncode}")
    # Text stays text: numbers of persons keep every digit. Amounts are numbers.
    settled = pandas.read_csv(io.BytesIO(done.stdout), dtype=str, keep_default_na=False)
    amounts = [name for name in settled if name.endswith(("_low", "_high"))]
    settled[amounts] = settled[amounts].apply(pandas.to_numeric)
    return settled


def main(source):
    settled = settle(pandas.read_csv(source, dtype=str, keep_default_na=False), "--date", "2026-11-22")
    print(settled.groupby("grade")[["personal_low", "personal_high"]].mean().round(2))
    print(settled["error"].ne("").sum(), "rows with an error")
    return settled


if __name__ == "__main__":
    main(sys.argv[1])

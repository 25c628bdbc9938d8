#!/usr/bin/env python3
"""Settles a table with Spark: every partition goes through `yidi batch`.

    spark-submit spark.py claims.csv settled --date 2026-11-22

`yidi` must be on the PATH of the workers. Rows come out in order, with a header
in the first part; a row that cannot be settled says so in `error` and fails
nothing, a missing program fails the job.

With `--by psn_no` the rows of a person go to one process, whatever part they stood in;
they then come out person by person, and row numbers count within a part.
"""

import csv
import io
import os
import shlex
import sys
import zlib

from pyspark.sql import SparkSession


def line(cells):
    """A record as CSV; a line break inside a cell stays in its quotes."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow("" if cell is None else cell for cell in cells)
    return out.getvalue()


def persons(options, columns):
    """The places of the columns that `--by` names."""
    if "--by" not in options:
        return []
    known = [name.strip().lower() for name in columns]
    return [known.index(name.strip().lower()) for name in options[options.index("--by") + 1].split(",")]


def whose(places):
    """Whose row it is, as one text."""
    return lambda row: "\x1f".join((row[place] or "").strip() for place in places)


def main(source, target, *options):
    spark = SparkSession.builder.getOrCreate()
    # Cells are text, a line break in quotes is none between rows, and blanks stay.
    table = spark.read.csv(source, header=True, multiLine=True, escape='"', inferSchema=False)
    header = line(table.columns)
    yidi = ["yidi", "batch", "-", "--header", header, "--no-header", "--jobs", "1", "--quiet", *options]
    # `pipe` starts no shell and gives no environment; 3 only says that `error` is filled somewhere.
    command = shlex.join(["sh", "-c", shlex.join(yidi) + " || [ $? = 3 ]"])
    rows = table.rdd
    if places := persons(options, table.columns):
        # The same part in every worker, whatever seed its hash has.
        part = lambda person: zlib.crc32(person.encode())
        rows = rows.keyBy(whose(places)).partitionBy(rows.getNumPartitions(), part).values()
    rows = rows.map(line).pipe(command, env=dict(os.environ), checkCode=True)
    # The names of the columns, with those that are added, as the program itself writes them.
    first = ["yidi", "batch", "-", "--header", header, "--quiet", *options]
    named = spark.sparkContext.parallelize([], 1).pipe(shlex.join(first), env=dict(os.environ), checkCode=True)
    named.union(rows).saveAsTextFile(target)


if __name__ == "__main__":
    main(*sys.argv[1:])

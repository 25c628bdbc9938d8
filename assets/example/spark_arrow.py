#!/usr/bin/env python3
"""Spark with the Python module `yidi` (assets/wheel.sh makes it): the rows go to it and
come back over Arrow, with nothing written down in between.

    spark-submit spark_arrow.py claims.parquet settled.parquet 2026-11-22 [psn_no]

The last word names the column of a person, whose rows follow on each other.
"""

import sys

import pyarrow
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

import yidi


def settle(frame, columns=None, by=None, **options):
    """A frame of cases with the columns that `yidi.settle` adds."""
    schema = pyarrow.schema(yidi.schema(to_arrow_schema(frame.schema), columns=columns))
    if by:
        # All rows of a person to the same worker.
        frame = frame.repartition(by)
    # Spark has a worker for each core already.
    asked = {"columns": columns, "by": by, "threads": 1, **options}
    return frame.mapInArrow(lambda batches: yidi.settle(batches, **asked), from_arrow_schema(schema))


if __name__ == "__main__":
    source, target, date, *by = sys.argv[1:]
    spark = SparkSession.builder.getOrCreate()
    cases = spark.read.parquet(source)
    settle(cases, date=date, by=by[0] if by else None).write.parquet(target)

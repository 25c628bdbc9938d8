#!/usr/bin/env python3
"""Parquet in, Parquet out: DuckDB reads and writes, `yidi batch` settles between
two pipes, so that nothing is ever held whole.

    pip install 'duckdb>=1.3'
    python3 parquet.py claims.parquet settled.parquet --date 2026-11-22

What DuckDB reads can stand in the place of the file: a folder, a table, a
database elsewhere. Ends as `yidi batch` does: 3 where rows have an `error`, 2
where the table is refused, which it says itself.
"""

import os
import subprocess
import sys
import threading

import duckdb


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def main(source, target, *options):
    table = f"read_parquet({quoted(source)})"
    own = [name for name, *_ in duckdb.sql(f"DESCRIBE FROM {table}").fetchall()]
    yidi = subprocess.Popen(["yidi", "batch", "-", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    failed = []
    was_there = os.path.exists(target)

    def feed():
        try:
            with yidi.stdin as pipe:
                duckdb.connect().execute(
                    f"COPY (FROM {table}) TO '/dev/fd/{pipe.fileno()}' (FORMAT csv, HEADER, USE_TMP_FILE false)"
                )
        except (duckdb.Error, OSError) as fault:
            failed.append(fault)

    feeder = threading.Thread(target=feed)
    feeder.start()
    # Amounts that are added are numbers, everything else is text: numbers of persons
    # keep every digit, and columns of the file stay what they are called.
    named = ", ".join(quoted(name) for name in own)
    is_amount = f"(regexp_matches(name, '_(low|high)$') AND NOT list_contains([{named}], name))"
    try:
        with yidi.stdout as pipe:
            duckdb.connect().execute(
                "COPY (SELECT COLUMNS(lambda name: NOT " + is_amount + "), "
                "CAST(COLUMNS(lambda name: " + is_amount + ") AS DECIMAL(12, 2)) "
                f"FROM read_csv('/dev/fd/{pipe.fileno()}', header = true, all_varchar = true, nullstr = '', "
                f"delim = ',', quote = '\"', escape = '\"')) TO {quoted(target)} (FORMAT parquet)"
            )
    except duckdb.Error as fault:
        failed.append(fault)
    feeder.join()
    code = yidi.wait()
    if failed and code in (0, 3):
        raise failed[0]
    if failed and os.path.exists(target) and not was_there:
        os.remove(target)
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

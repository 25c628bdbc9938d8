#!/usr/bin/env python3
"""Parquet in, Parquet out: DuckDB reads and writes, `yidi batch` settles between
two pipes, so that nothing is ever held whole.

    pip install 'duckdb>=1.3'
    python3 parquet.py claims.parquet settled.parquet --date 2026-11-22

What DuckDB reads can stand in the place of the file: a folder, a table, a
database elsewhere. Ends as `yidi batch` does: 3 where rows have an `error`.
"""

import subprocess
import sys
import threading

import duckdb


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def main(source, target, *options):
    yidi = subprocess.Popen(["yidi", "batch", "-", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        with yidi.stdin as pipe:
            duckdb.connect().execute(
                f"COPY (FROM read_parquet({quoted(source)})) TO '/dev/fd/{pipe.fileno()}' "
                "(FORMAT csv, HEADER, USE_TMP_FILE false)"
            )

    feeder = threading.Thread(target=feed)
    feeder.start()
    with yidi.stdout as pipe:
        # Amounts are numbers, everything else is text: numbers of persons keep every digit.
        duckdb.connect().execute(
            "COPY (SELECT COLUMNS(lambda name: NOT regexp_matches(name, '_(low|high)$')), "
            "CAST(COLUMNS('_(low|high)$') AS DECIMAL(12, 2)) "
            f"FROM read_csv('/dev/fd/{pipe.fileno()}', header = true, all_varchar = true, nullstr = '', delim = ',', "
            f"quote = '\"', escape = '\"')) TO {quoted(target)} (FORMAT parquet)"
        )
    feeder.join()
    return yidi.wait()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

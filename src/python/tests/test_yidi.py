"""Tries the Python module: `assets/wheel.sh test`. What is not at hand is skipped: pandas,
Polars, DuckDB, Spark (YIDI_NO_SPARK=1 leaves it out). The values are those of `yidi batch`,
row by row; YIDI names the program."""

import csv
import datetime
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import warnings
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

import yidi

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = os.environ.get("YIDI", str(ROOT / "target/release/yidi"))
DATE = "2026-11-22"


def optional(name):
    try:
        return __import__(name)
    except ImportError:
        return None


pandas, polars, duckdb, pyspark = map(optional, ("pandas", "polars", "duckdb", "pyspark"))

CASE = {"from": "鞍山", "to": "北京", "status": "active", "tier": "3", "total": "50000", "own-expense": "0", "prepay": "0", "over-limit": "0"}


def table(*rows, **kinds):
    """Rows that differ from the usual case, as text but for the columns of which a type is named."""
    rows = [{**CASE, **row} for row in rows]
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = {name: pa.array([row.get(name) for row in rows], pa.string()) for name in names}
    for name, kind in kinds.items():
        columns[name] = columns[name].cast(kind)
    return pa.table(columns)


def settled(cases, **options):
    return pa.table(yidi.settle(cases, **{"date": DATE, **options}))


def batch(text, *options):
    """What the program makes of a CSV: the names, and the rows as text."""
    line = [PROGRAM, "batch", "-", "--date", DATE, "--lang", "zh", "--quiet", *options]
    done = subprocess.run(line, input=text.encode(), capture_output=True)
    assert done.returncode in (0, 3), done.stderr.decode()
    rows = list(csv.reader(io.StringIO(done.stdout.decode(), newline="")))
    return rows[0], rows[1:]


def of_csv(text):
    """The same table for Arrow: text, null where nothing stands."""
    names, *rows = csv.reader(io.StringIO(text, newline=""))
    return pa.table([pa.array([row[at] or None for row in rows], pa.string()) for at in range(len(names))], names)


def claims(rows):
    """What assets/recipes.sh makes, with some of everything that can be wrong."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow("id,from,to,status,tier,total,own-expense,prepay,over-limit,date,age,hardship,note".split(","))
    from_ = "鞍山 沈阳 大连 广州 杭州 成都 西安 武汉 210300 nowhere".split()
    to = "北京 上海 天津 重庆 110000 广东".split()
    status = "active retired adult senior 1101 职工 minor-or-what".split()
    for row in range(1, rows + 1):
        total = "much" if row % 97 == 0 else "" if row % 101 == 0 else "5万" if row % 11 == 0 else str(1000 + row * 37 % 300000)
        writer.writerow([
            f"{row:018d}", from_[row * row % 89 % 10], to[row % 7 % 6], status[row % 31 % 7], row % 3 + 1, total,
            "" if row % 5 == 0 else row % 900, "" if row % 5 == 0 else f"{row % 500}.50", "" if row % 5 == 0 else 0,
            "" if row % 3 else f"2026-{row % 11 + 1:02}-{row % 28 + 1:02}", row % 120 if row % 13 == 0 else "",
            "是" if row % 17 == 0 else "", "合计" if row % 203 == 0 else "two lines,\nand a comma",
        ])
    return out.getvalue()


class AsBatch(unittest.TestCase):
    """The same names and the same values as `yidi batch` writes."""

    maxDiff = None

    def compare(self, text, *options, **asked):
        names, rows = batch(text, *options)
        ours = settled(of_csv(text), **asked)
        self.assertEqual(ours.column_names, names)
        self.assertEqual(ours.num_rows, len(rows))
        for at, name in enumerate(names):
            kind = ours.schema.field(at).type
            for number, (mine, theirs) in enumerate(zip(ours.column(at).to_pylist(), rows and [row[at] for row in rows])):
                where = f"row {number + 2}, {name}"
                if pa.types.is_decimal(kind):
                    # Money is written with two decimals, a rate with as many as it has.
                    self.assertEqual(mine, Decimal(theirs) if theirs else None, where)
                    if mine is not None and "pool_prop" not in name:
                        self.assertEqual(str(mine), theirs, where)
                else:
                    self.assertEqual("" if mine is None else str(mine), theirs, where)

    def test_every_row_and_column(self):
        self.compare(claims(5_000))

    def test_the_example(self):
        self.compare((ROOT / "assets/example/batch.csv").read_text(encoding="utf-8"))

    def test_some_columns_in_their_order(self):
        self.compare(claims(300), "--columns", "grade,personal,fund_high", columns="grade, personal,fund_high")
        self.compare(claims(300), "--columns", "grade,personal", columns=["grade", "personal"])

    def test_names_that_are_there_already(self):
        self.compare("from,to,status,tier,total,error\n鞍山,北京,active,3,1000,x\n")

    def stays(self):
        names, *rows = csv.reader(io.StringIO(claims(4_000), newline=""))
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["psn_no", "place", *names])
        # Some rows of nobody, and a day in every row but some.
        for at, row in enumerate(rows):
            person = "" if at % 50 == 0 else f"p{at * 7919 % 397}"
            row[9] = "" if at % 41 == 0 else f"2026-{at % 11 + 1:02}-{at % 28 + 1:02}"
            writer.writerow([person, f"{at % 2}", *row])
        return out.getvalue()

    def test_by_person(self):
        self.compare(self.stays(), "--by", "psn_no", by="psn_no")
        self.compare(self.stays(), "--by", "psn_no,place", by=["psn_no", "place"])

    def test_by_person_in_order(self):
        names, *rows = csv.reader(io.StringIO(self.stays(), newline=""))
        rows.sort(key=lambda row: (row[0], row[names.index("date")]))
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([names, *rows])
        self.compare(out.getvalue(), "--by", "psn_no", "--sorted", by="psn_no", sorted=True)
        # One of them runs backwards, and all rows come in small batches.
        rows[100], rows[103] = rows[103], rows[100]
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([names, *rows])
        theirs = settled(of_csv(out.getvalue()), by="psn_no", sorted=True)
        small = of_csv(out.getvalue()).to_reader(max_chunksize=7)
        self.assertTrue(settled(small, by="psn_no", sorted=True).equals(theirs))
        self.compare(out.getvalue(), "--by", "psn_no", "--sorted", by="psn_no", sorted=True)

    def test_however_many_threads_and_batches(self):
        cases = of_csv(claims(3_000))
        whole = settled(cases, threads=1)
        for threads, rows in ((2, 10_000), (3, 1), (4, 999)):
            again = settled(cases.to_reader(max_chunksize=rows), threads=threads)
            self.assertTrue(again.equals(whole), f"{threads} threads, {rows} rows a batch")


class Kinds(unittest.TestCase):
    """A column means the same, whatever its type."""

    def personal(self, cases, **options):
        one = settled(cases, columns="personal", **options)
        return one["personal_low"].to_pylist(), one["error"].to_pylist()

    def test_a_case_by_hand(self):
        # 50 000 − 2 000, of which 60 % are paid: 28 800; the person pays 21 200.
        cases = table({"filed": "yes"})
        self.assertEqual(self.personal(cases), ([Decimal("21200.00")], [None]))

    def test_amounts(self):
        usual = self.personal(table({"filed": "yes"}))
        for kind in (pa.int32(), pa.int64(), pa.uint16(), pa.uint64(), pa.float32(), pa.float64(), pa.decimal128(12, 2),
                     pa.decimal128(20, 4), pa.decimal128(9, 0), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())):
            amount = Decimal(50000) if pa.types.is_decimal(kind) else 50000
            is_text = not (pa.types.is_decimal(kind) or pa.types.is_integer(kind) or pa.types.is_floating(kind))
            column = pa.array([str(amount)]).cast(kind) if is_text else pa.array([amount], kind)
            cases = table({"filed": "yes"}).set_column(4, "total", column)
            self.assertEqual(self.personal(cases), usual, kind)

    def test_every_fen_of_a_decimal_or_a_float(self):
        # The bill is the whole of it: nothing is eligible.
        for kind, amounts in ((pa.decimal128(12, 2), ["0.05", "12345.67", "99999999.99", "300.00", "0.50"]), (pa.float64(), [0.05, 12345.67, 99999999.99, 0.1 + 0.2])):
            amounts = [Decimal(one) if isinstance(one, str) else one for one in amounts]
            cases = pa.table({"from": ["鞍山"] * len(amounts), "to": ["北京"] * len(amounts), "status": ["active"] * len(amounts), "tier": [3] * len(amounts), "total": pa.array(amounts, kind)})
            came = settled(cases, columns="total")["total_low"].to_pylist()
            self.assertEqual(came, [Decimal(f"{one:.2f}") for one in amounts])

    def test_amounts_that_are_none(self):
        for kind, amount in ((pa.float64(), float("inf")), (pa.float64(), -1.0), (pa.decimal128(12, 3), Decimal("1.005")), (pa.decimal128(30, 2), Decimal("1e20")), (pa.int64(), -(2**63))):
            cases = table({}).set_column(4, "total", pa.array([amount], kind))
            low, error = self.personal(cases)
            self.assertEqual(low, [None], amount)
            self.assertIn("total", error[0])
        for nothing in (pa.array([float("nan")]), pa.array([None], pa.int64()), pa.nulls(1), pa.array([None], pa.string()), pa.array(["  "])):
            low, error = self.personal(table({}).set_column(4, "total", nothing))
            self.assertEqual(low, [None])
            self.assertIn("第 2 行，total", error[0])

    def test_codes(self):
        words = self.personal(table({"filed": "yes"}))
        for name, value in (("from", 210300), ("to", 110000), ("status", 1101), ("tier", 3), ("tier", 3.0), ("tier", Decimal("3.00"))):
            cases = table({"filed": "yes"})
            at = cases.column_names.index(name)
            self.assertEqual(self.personal(cases.set_column(at, name, pa.array([value]))), words, (name, value))

    def test_yes_and_no(self):
        for so, word in ((True, "是"), (False, "否"), (None, None)):
            cases = table({"hardship": word})
            words = self.personal(cases)
            again = cases.set_column(cases.column_names.index("hardship"), "hardship", pa.array([so], pa.bool_()))
            self.assertEqual(self.personal(again), words)

    def test_days(self):
        day = datetime.date(2026, 1, 5)
        at = datetime.datetime(2026, 1, 5, 18, 9, 52)
        for value in (
            pa.array([day], pa.date32()), pa.array([day], pa.date64()), pa.array(["20260105"]), pa.array([20260105]), pa.array(["2026年1月5日"]),
            *(pa.array([at], pa.timestamp(unit)) for unit in ("s", "ms", "us", "ns")),
            # A quarter past midnight in China is the evening before by the clock of Greenwich.
            pa.array([datetime.datetime(2026, 1, 4, 16, 15)], pa.timestamp("us")).cast(pa.timestamp("us", "UTC")).cast(pa.timestamp("us", "Asia/Shanghai")),
            pa.array([datetime.datetime(2026, 1, 4, 16, 15)], pa.timestamp("us")).cast(pa.timestamp("us", "+08:00")),
        ):
            cases = table({}).append_column("date", value)
            self.assertEqual(settled(cases, columns="date_used")["date_used"].to_pylist(), [day], value.type)
        for old in (datetime.date(1962, 3, 4), datetime.datetime(1962, 3, 4, 23, 59)):
            cases = table({}).append_column("date", pa.array([old]))
            self.assertEqual(settled(cases, columns="date_used")["date_used"].to_pylist(), [datetime.date(1962, 3, 4)])
        for date in (DATE, datetime.date(2026, 11, 22), datetime.datetime(2026, 11, 22, 8)):
            used = pa.table(yidi.settle(table({}), date=date, columns="date_used"))["date_used"]
            self.assertEqual(used.to_pylist(), [datetime.date(2026, 11, 22)])

    def test_dictionaries_with_nulls_in_them(self):
        words = ["鞍山", None, "沈阳", "鞍山", None]
        plain = pa.table({"from": words, "to": ["北京"] * 5, "status": ["active"] * 5, "tier": [3] * 5, "total": [1000] * 5})
        for coded in (plain["from"].dictionary_encode(), plain["from"].dictionary_encode(null_encoding="encode"),
                      pa.chunked_array([pa.DictionaryArray.from_arrays(pa.array([1, None, 0, 1, None], pa.uint16()), pa.array(["沈阳", "鞍山"]))])):
            self.assertEqual(self.personal(plain.set_column(0, "from", coded)), self.personal(plain))
        nothing = pa.DictionaryArray.from_arrays(pa.array([None] * 5, pa.int8()), pa.array([], pa.string()))
        self.assertEqual(self.personal(plain.set_column(0, "from", nothing))[0], [None] * 5)

    def test_parts_of_a_longer_table(self):
        cases = of_csv(claims(1_000))
        whole = settled(cases, columns="personal")
        part = settled(cases.slice(333, 100), columns="personal")
        self.assertTrue(part["personal_low"].combine_chunks().equals(whole["personal_low"].slice(333, 100).combine_chunks()))

    def test_own_columns_come_back_as_they_are(self):
        cases = table({"note": "=1+1"}, {"note": None}).append_column("things", pa.array([[1, 2], None])).append_column("bytes", pa.array([b"\x00\xff", None]))
        back = settled(cases, columns="")
        self.assertTrue(back.select(cases.column_names).equals(cases))
        self.assertEqual(back.column_names, [*cases.column_names, "error"])

    def test_no_rows(self):
        none = settled(table({}).slice(0, 0))
        self.assertEqual((none.num_rows, none.column_names), (0, [*CASE, *yidi.COLUMNS]))
        for cases in (table({}).slice(0, 0), table({}).schema):
            self.assertEqual(pa.schema(yidi.schema(cases)), none.schema)
        self.assertEqual(settled([]).num_columns, 0)
        self.assertEqual(list(yidi.settle(iter([]), by="nobody")), [])
        kinds = {name: str(none.schema.field(name).type) for name in ("personal_low", "pool_prop_selfpay_high", "grade", "open", "date_used", "error")}
        self.assertEqual(list(kinds.values()), ["decimal128(12, 2)", "decimal128(12, 2)", "string", "string", "date32[day]", "string"])


class Wrong(unittest.TestCase):
    """What is wrong is told so that a person can mend it."""

    def told(self, kind, cases, **options):
        with self.assertRaises(kind) as raised:
            yidi.settle(cases, **options)
        return str(raised.exception)

    def test_columns(self):
        self.assertEqual(self.told(ValueError, table({}).drop_columns(["total", "tier"])), "缺少必需的列：医院等级（tier）、总费用（total）")
        said = self.told(ValueError, table({}).append_column("total", pa.array([1])), lang="en")
        self.assertIn('"total" and "total"', said)
        # One stands beside the other: where they differ, the row is wrong.
        beside = yidi.settle(table({}).append_column("总费用", pa.array([1])), lang="en")
        self.assertTrue(any("总费用" in remark for remark in beside.remarks))
        self.assertIsNotNone(pa.table(beside)["error"][0].as_py())
        self.assertIn("missing", self.told(ValueError, pa.table({}), lang="en").lower())
        remarks = yidi.settle(table({"adress": "x", "totl": "1"}), lang="en").remarks
        self.assertEqual(len(remarks), 1)
        self.assertIn("adress", remarks[0])
        self.assertIn("totl", remarks[0])
        self.assertEqual(yidi.settle(table({"psn": "x"}), by="psn").remarks, [])

    def test_types(self):
        cases = table({}).set_column(4, "total", pa.array([[1]])).set_column(0, "from", pa.array([b"x"])).append_column("date", pa.array([datetime.time(1)]))
        said = self.told(ValueError, cases, lang="en").split("\n")
        self.assertEqual([line.split('"')[1] for line in said], ["from", "total", "date"])
        for line, right in zip(said, ("text", "an integer, a decimal or text", "a date or text")):
            self.assertTrue(line.endswith(f"cast it to {right} first"), line)
        zone = table({}).append_column("date", pa.array([0], pa.timestamp("s", "Moon/Base")))
        self.assertIn("Moon/Base", self.told(ValueError, zone))
        # Such a column is only kept where nobody asks it.
        self.assertEqual(settled(table({}).append_column("x", pa.array([[1]])))["error"].to_pylist(), [None])

    def test_options_all_at_once(self):
        said = self.told(ValueError, table({}), date="someday", columns="persnal,zzz", threads=0, sorted=True, lang="en").split("\n")
        self.assertEqual(len(said), 5, said)
        self.assertIn("personal", said[0])
        self.assertIn("zzz", said[1])
        self.assertTrue(said[2].startswith("date: "), said[2])
        self.assertIn("from 1 to 1024, not 0", said[3])
        self.assertIn("sorted goes together with by", said[4])
        self.assertIn("psn_no", self.told(ValueError, table({}), by="psn_no"))
        self.assertIn("threads", self.told(ValueError, table({}), threads="many"))
        self.assertIn("zh", self.told(ValueError, table({}), lang="fr"))
        self.assertIn("/no/where", self.told(ValueError, table({}), data="/no/where"))
        self.assertIn("zzz", self.told_of_schema(columns="zzz"))

    def told_of_schema(self, **options):
        with self.assertRaises(ValueError) as raised:
            yidi.schema(table({}), **options)
        return str(raised.exception)

    def test_things_that_are_no_table(self):
        for thing, name in ((3, "int"), ("cases.csv", "str"), (None, "NoneType"), ([{"from": "鞍山"}], "list")):
            self.assertIn(name, self.told(TypeError, thing))

    def test_a_stream_is_taken_once(self):
        once = yidi.settle(table({}))
        self.assertEqual(pa.table(once).num_rows, 1)
        for again in (pa.table, list):
            with self.assertRaises(ValueError) as raised:
                again(once)
            self.assertIn("pyarrow.table", str(raised.exception))

    def test_rows(self):
        cases = table({}, {"total": "much"}, {"from": "nowhere", "tier": "9"}, {"from": "合计", "to": None}, {})
        one = yidi.settle(cases, date=DATE, lang="en")
        self.assertEqual(one.counts, {"rows": 0, "settled": 0, "assumed": 0, "refused": {}})
        errors = pa.table(one)["error"].to_pylist()
        self.assertEqual([errors[0], errors[4]], [None, None])
        self.assertTrue(errors[1].startswith("row 3, total:"), errors[1])
        self.assertIn("from:", errors[2])
        self.assertIn("tier:", errors[2])
        counts = one.counts
        self.assertEqual((counts["rows"], counts["settled"], sum(counts["refused"].values())), (5, 2, 3))

    def test_only_the_scheme(self):
        one = yidi.settle(table({"status": None, "scheme": "310"}), date=DATE)
        self.assertEqual(pa.table(one)["error"].to_pylist(), [None])
        self.assertEqual(one.counts["assumed"], 1)

    def test_a_table_that_breaks_off(self):
        cases = of_csv(claims(40_000))

        def broken():
            yield from cases.to_batches()
            raise RuntimeError("the well is dry")

        for source in (broken(), pa.RecordBatchReader.from_batches(cases.schema, broken())):
            rows = 0
            with self.assertRaises(Exception) as raised:
                for part in yidi.settle(source, columns="personal"):
                    rows += part.num_rows
            self.assertIn("the well is dry", str(raised.exception))
            self.assertEqual(rows, 40_000)
        other = [table({}).to_batches()[0], table({"note": "x"}).to_batches()[0]]
        with self.assertRaises(Exception) as raised:
            list(yidi.settle(other))
        self.assertIn("第 2 批", str(raised.exception))


class Surroundings(unittest.TestCase):
    """Tables of others, memory, threads, an agency's figures."""

    def setUp(self):
        self.cases = of_csv(claims(500))
        self.expected = settled(self.cases, columns="personal,grade")

    def same(self, came):
        self.assertEqual(came.column_names, self.expected.column_names)
        for name in ("personal_low", "personal_high", "grade", "error"):
            self.assertEqual(came[name].to_pylist(), self.expected[name].to_pylist(), name)

    def settle(self, cases):
        return yidi.settle(cases, date=DATE, columns="personal,grade")

    def test_batches(self):
        self.same(pa.table(self.settle(self.cases.combine_chunks().to_batches()[0])))
        self.same(pa.table(self.settle(self.cases.to_reader())))
        self.same(pa.table(self.settle(self.cases.to_batches(max_chunksize=100))))
        self.same(pa.Table.from_batches(self.settle(batch for batch in self.cases.to_batches(max_chunksize=100))))

    @unittest.skipUnless(pandas, "no pandas")
    def test_pandas(self):
        frame = self.cases.to_pandas()
        self.same(pa.table(self.settle(frame)))
        if hasattr(pandas.DataFrame, "from_arrow"):
            back = pandas.DataFrame.from_arrow(self.settle(frame))
            self.assertEqual(list(back.columns), self.expected.column_names)
            self.assertEqual(back["personal_low"][0], self.expected["personal_low"][0].as_py())
        kinds = frame.astype({"from": "category", "tier": "int16"})
        kinds["date"] = pandas.to_datetime(kinds["date"])
        self.same(pa.table(self.settle(kinds)))

    @unittest.skipUnless(polars, "no Polars")
    def test_polars(self):
        frame = polars.DataFrame(self.cases)
        back = polars.DataFrame(self.settle(frame))
        self.same(back.to_arrow())
        self.assertEqual(back.schema["personal_low"], polars.Decimal(12, 2))
        kinds = frame.with_columns(polars.col("from").cast(polars.Categorical), polars.col("tier").cast(polars.Int8))
        self.same(polars.DataFrame(self.settle(kinds)).to_arrow())

    @unittest.skipUnless(duckdb, "no DuckDB")
    def test_duckdb(self):
        cases = self.cases  # noqa: F841, DuckDB finds it by its name
        # One connection cannot read what is not yet read of its own.
        back = self.settle(duckdb.connect().sql("SELECT * FROM cases"))  # noqa: F841
        came = duckdb.sql("SELECT * FROM back").to_arrow_table()
        self.same(came)
        back = self.settle(duckdb.sql("SELECT * FROM cases").to_arrow_table())
        total = duckdb.sql("SELECT sum(personal_low) FROM back").fetchall()[0][0]
        self.assertEqual(total, pc.sum(self.expected["personal_low"].cast(pa.decimal128(38, 2))).as_py())

    @unittest.skipUnless(pyspark and not os.environ.get("YIDI_NO_SPARK"), "no Spark, or left out")
    def test_spark(self):
        sys.path.insert(0, str(ROOT / "assets/example"))
        import spark_arrow
        from pyspark.sql import SparkSession

        spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        try:
            # An empty part among them, which says nothing of its columns.
            frame = spark.createDataFrame(self.cases.to_pylist(), ", ".join(f"`{name}` string" for name in self.cases.column_names)).repartition(3)
            frame = frame.union(frame.limit(0))
            back = spark_arrow.settle(frame, date=DATE, columns="personal,grade").orderBy("id").collect()
        finally:
            spark.stop()
        expected = self.expected.sort_by("id")
        self.assertEqual([row["personal_low"] for row in back], expected["personal_low"].to_pylist())
        self.assertEqual([row["error"] is None for row in back], [error is None for error in expected["error"].to_pylist()])

    def test_python_goes_on_meanwhile(self):
        cases = pa.concat_tables([of_csv(claims(20_000))] * 10)
        beats, over = [], threading.Event()

        def beat():
            while not over.is_set():
                beats.append(time.monotonic())
                time.sleep(0.001)

        other = threading.Thread(target=beat)
        other.start()
        began = time.monotonic()
        pa.table(yidi.settle(cases, date=DATE, threads=1))
        ended = time.monotonic()
        over.set()
        other.join()
        during = [at for at in beats if began < at < ended]
        longest = max(next_ - at for at, next_ in zip([began, *during], [*during, ended]))
        self.assertLess(longest, max(0.25, (ended - began) / 3), f"{len(during)} beats in {ended - began:.2f} s")

    def test_memory_does_not_grow_with_rows(self):
        script = f"""
import resource, sys
import pyarrow as pa
sys.path.insert(0, {str(pathlib.Path(__file__).parent)!r})
import test_yidi, yidi
batch = test_yidi.of_csv(test_yidi.claims(20_000)).combine_chunks().to_batches()[0]
def peak(times):
    reader = pa.RecordBatchReader.from_batches(batch.schema, (batch for _ in range(times)))
    rows = sum(part.num_rows for part in yidi.settle(reader, date={DATE!r}, threads=2))
    assert rows == times * 20_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
few, many = peak(10), peak(60)
assert many < few + 60, f"{{few}} MiB, {{many}} MiB"
# Each of a million rows takes a kilobyte.
assert many < 600, many
"""
        subprocess.run([sys.executable, "-c", script], check=True)

    def test_an_agencys_figures(self):
        right = '''(
            sources: { "YK-2026": (title: "x", publisher: "y", date: "2026-01-01", checked: "2026-11-22") },
            areas: { "210800": [(
                scheme: Employee, care: Inpatient, sources: ["YK-2026"], grade: Reported, from: "2026",
                figures: [
                    (tiers: [Three], is: Deductible(800)), (statuses: [Active], tiers: [Three], is: Rate(85)),
                    (routes: [Temporary], is: Away(Cut(10))),
                ],
            )] },
        )'''
        with tempfile.TemporaryDirectory() as place:
            for name, text in (("210800.ron", right), ("wrong.ron", right.replace("Deductible(800)", "Deductible(-8)"))):
                pathlib.Path(place, name).write_text(text, encoding="utf-8")
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                laid = settled(table({"from": "营口"}), data=pathlib.Path(place, "210800.ron"))
            # (50 000 − 800) × (85 % − 10 %) = 36 900 are paid.
            self.assertEqual(laid["personal_low"][0].as_py(), Decimal("13100.00"))
            with self.assertWarns(UserWarning) as warned:
                settled(table({}), data=f"{place}/wrong.ron")
            self.assertIn("wrong.ron", str(warned.warning))

    def test_options_may_be_names_of_the_national_interface(self):
        cases = pa.table({"insuplcAdmdvs": [210300], "mdtrtarea_admvs": [110000], "insutype": ["310"], "psn_type": [1101], "hosp_lv": ["三级甲等"], "medfee_sumamt": [Decimal("50000.00")],
                          "fulamt_ownpay_amt": [Decimal("0.00")], "preselfpay_amt": [0.0], "overlmt_selfpay": [0]})
        self.assertEqual(settled(cases)["error"].to_pylist(), [None])


if __name__ == "__main__":
    unittest.main()

"""Cases of medical care away from the insured area in China, settled by the table.

Every row is one case. Columns, words, codes, amounts and days mean what they mean to
the command ``yidi batch``; ``yidi help batch`` tells them all.

>>> import pyarrow as pa, yidi
>>> cases = pa.table({"from": ["鞍山"], "to": ["北京"], "status": ["active"], "tier": [3],
...                   "total": [50000], "own-expense": [0], "prepay": [0], "over-limit": [0]})
>>> settled = pa.table(yidi.settle(cases, date="2026-11-22", columns="personal"))
>>> settled["personal_low"][0].as_py()
Decimal('21200.00')
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date
from os import PathLike
from typing import Any, Optional, Protocol, TypedDict, Union

import pyarrow

class _Stream(Protocol):
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

class _Array(Protocol):
    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...

class _Schema(Protocol):
    def __arrow_c_schema__(self) -> Any: ...

class Counts(TypedDict):
    """What was counted of the rows that have come out so far."""

    rows: int
    """All of them."""
    settled: int
    """Those that were settled."""
    assumed: int
    """Those in which only the scheme is named, so that the usual status was taken."""
    refused: dict[str, int]
    """The others, by what is wrong with them; which, their ``error`` tells."""

COLUMNS: tuple[str, ...]
"""The columns that are added, in order. ``_low`` belongs to the settlement in which the
person pays least, ``_high`` to that in which the person pays most."""

__version__: str

class Settled:
    """The rows of a table, settled: a stream, which is made while it is read and can be
    read once. ``pyarrow.table(settled)``, ``polars.DataFrame(settled)``,
    ``pandas.DataFrame.from_arrow(settled)`` and DuckDB read it; a loop over it gives
    ``pyarrow.RecordBatch``.
    """

    @property
    def counts(self) -> Counts:
        """What was counted so far: of all rows, once the stream has been read."""
    @property
    def remarks(self) -> list[str]:
        """Which columns are not read, and why: those of a name that is not known, with
        the name they look like, and those that another says better."""
    def __iter__(self) -> Iterator[pyarrow.RecordBatch]: ...
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...
    def __arrow_c_schema__(self) -> Any: ...

class Schema:
    """The columns of a settled table: ``pyarrow.schema(it)`` reads it."""

    def __arrow_c_schema__(self) -> Any: ...

def settle(
    table: Union[_Stream, _Array, Iterable[_Array]],
    *,
    date: Union[str, Date, None] = None,
    by: Union[str, Sequence[str], None] = None,
    sorted: bool = False,
    columns: Union[str, Sequence[str], None] = None,
    threads: Optional[int] = None,
    data: Union[str, PathLike[str], None] = None,
    lang: str = "zh",
) -> Settled:
    """Settles every row of a table: its own columns come out as they are, with those of
    ``COLUMNS`` behind them. Amounts are ``decimal128(12, 2)``, exact to the fen, null where
    a settlement has no such line; ``date_used`` is ``date32``; ``grade``, ``open`` and
    ``error`` are text, null where there is nothing to say. A row that cannot be settled has
    its message in ``error`` (its number counts as in a sheet, where the header is row 1) and
    null in all other added columns; it never ends the job.

    :param table: what has Arrow's ``__arrow_c_stream__`` or ``__arrow_c_array__`` (a table of
        pyarrow, pandas, Polars, DuckDB …), or batches one by one, as ``mapInArrow`` of Spark
        hands them over. Text, dictionaries of text, integers, decimals, floating numbers,
        booleans, dates and times are read; null is an answer that is not given. A relation of
        DuckDB is read while the result is: from another connection than that, or as a table.
    :param date: the day of rows that give none; without it today. Give it always: the same
        table then gives the same result on any day.
    :param by: the column, or columns, that name a person. A person's rows are settled one
        after the other in order of discharge, each with what the earlier ones of the year
        left; they come out person by person. The table is held whole for that.
    :param sorted: with ``by``: the rows of each person stand together already, in order of
        discharge; then nothing is held but one person.
    :param columns: which columns are added, as names or one text with commas: ``"personal,
        fund"`` is both ends of both. ``error`` is always there. Without it all.
    :param threads: how many threads settle; without it as many as there are cores.
    :param data: a folder (or file) of an agency's own figures, laid over those inside.
    :param lang: the language of messages, ``"zh"`` or ``"en"``.
    :raises ValueError: where columns are missing, named twice or of a type that cannot be
        read, or an option is wrong: all of it is told at once.
    :raises TypeError: where ``table`` is none.
    """

def schema(
    table: Union[_Schema, _Stream, _Array],
    *,
    columns: Union[str, Sequence[str], None] = None,
    lang: str = "zh",
) -> Schema:
    """The columns that ``settle`` gives for a table with these columns; Spark wants to know
    them beforehand.

    :param table: a table, or its schema.
    :param columns: as for ``settle``.
    :param lang: the language of messages, ``"zh"`` or ``"en"``.
    """

//! The Python module `yidi`: tables of cases settled over Arrow, with nothing written
//! down as text in between. Columns, words, codes, amounts and days mean what they
//! mean to `yidi batch`, because the same code reads them (`yidi::batch`).

mod added;
mod cells;
mod column;
mod days;
mod pieces;
mod request;
mod result;
mod settling;
mod source;

use std::ffi::CString;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use arrow_schema::{FieldRef, Schema, SchemaRef};
use pyo3::exceptions::{PyRuntimeError, PyUserWarning, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use yidi::batch::{
    AddedColumns, COLUMNS, Ground, Header, HeaderError, MOST_WORLDS, PersonColumns, Settler, Shared, Tally,
    header_error, header_remarks,
};
use yidi::clock;
use yidi::data::{self, DataError, PolicyData};
use yidi::words::Text;
use yidi_core::policy::Book;

use cells::Layout;
use pieces::{Persons, Pieces, Slices, Sorted};
use request::Names;
use result::{Columns, Settled};
use settling::{Plan, Settling};
use source::Source;

/// What a table is called where its header is told of: here it has no name.
const TABLE: &str = "table";

/// Cases of treatment away from the insured area, settled.
#[pymodule]
#[pyo3(name = "yidi")]
fn yidi_module(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Settled>()?;
    module.add_class::<Columns>()?;
    module.add_function(wrap_pyfunction!(settle, module)?)?;
    module.add_function(wrap_pyfunction!(schema, module)?)?;
    module.add("COLUMNS", PyTuple::new(module.py(), COLUMNS.iter())?)?;
    module.add("__version__", env!("CARGO_PKG_VERSION"))
}

/// All that is wrong, at once.
fn refused(wrong: &[String]) -> PyErr {
    PyValueError::new_err(wrong.join("\n"))
}

/// The columns of a table as those of a list of cases.
fn header_of(schema: &Schema) -> Result<Header, HeaderError> {
    Header::of(schema.fields().iter().map(|field| field.name().as_str()))
}

/// The columns that come out.
fn schema_out(own: &Schema, header: &Header, columns: &AddedColumns) -> SchemaRef {
    let names: Vec<String> = columns.of(&COLUMNS).into_iter().cloned().collect();
    let prefix = header.prefix(&names);
    let names: Vec<String> = names.iter().map(|name| format!("{prefix}{name}")).collect();
    let added = added::fields(columns, &names).into_iter().map(FieldRef::new);
    let fields: Vec<FieldRef> = own.fields().iter().cloned().chain(added).collect();
    // What pandas wrote of its index tells nothing of the columns that were added.
    Arc::new(Schema::new(fields))
}

/// The columns that `settle` gives for a table, or for a schema; `pyarrow.schema` reads them. `columns` and `lang` are
/// those of `settle`.
#[pyfunction]
#[pyo3(signature = (table, *, columns = None, lang = "zh"))]
fn schema(table: &Bound<'_, PyAny>, columns: Option<Names>, lang: &str) -> PyResult<Columns> {
    let text = Text::new(request::language(lang)?);
    let mut wrong = Vec::new();
    let columns = request::columns(&text, columns, &mut wrong);
    let own = source::schema_of(table, &text)?;
    match header_of(&own) {
        Ok(header) if wrong.is_empty() => Ok(Columns::of(schema_out(&own, &header, &columns))),
        Ok(_) => Err(refused(&wrong)),
        Err(error) => {
            wrong.push(header_error(&text, TABLE, &error));
            Err(refused(&wrong))
        }
    }
}

/// Settles every row of a table: a stream of its own columns with those of `COLUMNS` behind them, which is made while
/// it is read and can be read once, by `pyarrow.table`, `polars.DataFrame`, `pandas.DataFrame.from_arrow` or `DuckDB`.
///
/// table: what has `__arrow_c_stream__` or `__arrow_c_array__` (pyarrow, pandas, Polars, `DuckDB`), or record batches one
///     by one, as Spark's `mapInArrow` hands them over.
/// date: the day of rows that give none; without it today.
/// by: the columns that name a person, whose rows follow on each other; they come out person by person.
/// sorted: the rows of each person stand together already, in order of discharge.
/// columns: which columns are added, without it all; `error` is always there.
/// threads: how many settle; without it one for each core.
/// data: a folder or file of an agency's own figures.
/// lang: the language of messages, `zh` or `en`.
///
/// A row that cannot be settled has its message in `error`. What is wrong with the columns or the options raises
/// `ValueError`, all of it at once.
#[pyfunction]
#[pyo3(signature = (
    table, *, date = None, by = None, sorted = false, columns = None, threads = None, data = None, lang = "zh"
))]
// The options of Python, by name.
#[allow(clippy::too_many_arguments)]
fn settle(
    table: &Bound<'_, PyAny>,
    date: Option<&Bound<'_, PyAny>>,
    by: Option<Names>,
    sorted: bool,
    columns: Option<Names>,
    threads: Option<&Bound<'_, PyAny>>,
    data: Option<PathBuf>,
    lang: &str,
) -> PyResult<Settled> {
    let lang = request::language(lang)?;
    let text = Text::new(lang);
    let mut wrong = Vec::new();
    let columns = request::columns(&text, columns, &mut wrong);
    let date = request::date(&text, date, &mut wrong)?;
    let threads = request::threads(&text, threads, &mut wrong);
    if sorted && by.is_none() {
        wrong.push(text.python_sorted());
    }
    let source = Source::of(table, &text)?;
    let own = source.schema();
    let tally = Arc::new(Mutex::new(Tally::default()));
    if source.is_nothing() && wrong.is_empty() {
        return Ok(Settled::nothing(lang, tally));
    }
    let header = match header_of(&own) {
        Ok(header) => header,
        Err(error) => {
            wrong.push(header_error(&text, TABLE, &error));
            return Err(refused(&wrong));
        }
    };
    let by = match by.map(|by| person(&text, &header, by)).transpose() {
        Ok(by) => by,
        Err(told) => {
            wrong.push(told);
            None
        }
    };
    let layout = Layout::of(&header, by.as_ref());
    wrong.extend(layout.check(&text, &header, &own));
    if !wrong.is_empty() {
        return Err(refused(&wrong));
    }
    let today = clock::today();
    let book = book(table.py(), &text, data, today)?;
    let shared = Shared::of(MOST_WORLDS, threads);
    let ground = Ground { book: &book, shared: &shared, header: &header, by: by.as_ref() };
    let settler = || Settler::of(ground, &date, today, lang);
    let settlers = (0..threads).map(|_| settler()).collect();
    let pieces = match by.clone() {
        None => Pieces::AsTheyCome(Slices::of(source)),
        Some(by) if sorted => Pieces::Persons(Persons::of(source, layout.clone(), by)),
        Some(by) => Pieces::Sorted(Box::new(Sorted::of(source, layout.clone(), by, settler()))),
    };
    // A column that names a person is read.
    let is_person = |name: &str| {
        let places = by.as_ref().map(PersonColumns::places).unwrap_or_default();
        places.iter().any(|place| header.names.get(*place).is_some_and(|own| own == name))
    };
    let remarks = header_remarks(&text, &header, is_person);
    let schema = schema_out(&own, &header, &columns);
    let plan = Plan { book, header, shared, by, layout, columns, schema, lang };
    let settling = Settling::of(plan, pieces, settlers, Arc::clone(&tally));
    Ok(Settled::of(settling, lang, tally, remarks))
}

/// The columns that name a person.
fn person(text: &Text, header: &Header, names: Names) -> Result<PersonColumns, String> {
    let names = names.listed();
    PersonColumns::named(header, names.iter().map(String::as_str))
        .map_err(|name| text.python_by(name, text.list(header.names.iter().cloned())))
}

/// The policy data; of an agency's files that are left aside Python is warned.
fn book(py: Python<'_>, text: &Text, data: Option<PathBuf>, today: jiff::civil::Date) -> PyResult<Book> {
    let loaded = data::load(text, data.as_deref(), today);
    let PolicyData { book, overlays } = loaded.map_err(|error| match error {
        DataError::NoFolder(folder) => refused(&[text.fault_dir(folder.display().to_string())]),
        DataError::Embedded(error) => PyRuntimeError::new_err(text.data_broken(error.to_string())),
    })?;
    for file in overlays.set_aside {
        let warning = CString::new(text.set_aside(&file).replace('\0', " ")).unwrap_or_default();
        PyErr::warn(py, &py.get_type::<PyUserWarning>(), &warning, 1)?;
    }
    Ok(book)
}

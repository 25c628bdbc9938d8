//! Where the batches of a table come from: Arrow's C data interface, or Python that
//! hands them over one by one.

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, Schema, SchemaRef};
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::PyIterator;
use pyo3_arrow::input::AnyRecordBatch;
use pyo3_arrow::{PyRecordBatch, PySchema};
use yidi::words::{Lang, Text};

/// The batches of a table.
pub(crate) enum Source {
    /// A stream of them.
    Stream(Box<dyn RecordBatchReader + Send>),
    /// Python hands them over.
    Handed(Handed),
}

/// Batches that Python hands over.
pub(crate) struct Handed {
    schema: SchemaRef,
    batches: Py<PyIterator>,
    /// Taken already, to know the columns.
    first: Option<RecordBatch>,
    count: u64,
    lang: Lang,
}

impl Source {
    /// The batches of what Python calls a table.
    ///
    /// # Errors
    /// Where it is none.
    pub(crate) fn of(table: &Bound<'_, PyAny>, text: &Text) -> PyResult<Self> {
        let py = table.py();
        let has = |name| table.hasattr(name);
        if has(intern!(py, "__arrow_c_stream__"))? || has(intern!(py, "__arrow_c_array__"))? {
            return Ok(Self::Stream(table.extract::<AnyRecordBatch>()?.into_reader()?));
        }
        let no_table = || PyTypeError::new_err(text.python_no_table(kind_of(table)));
        let batches = table.try_iter().map_err(|_| no_table())?;
        let first = match batches.clone().next() {
            None => None,
            Some(first) => Some(batch_of(&first?).map_err(|_| no_table())?),
        };
        // Nothing is known of the columns where not one batch comes.
        let schema = first.as_ref().map_or_else(|| Schema::empty().into(), RecordBatch::schema);
        Ok(Self::Handed(Handed { schema, batches: batches.unbind(), first, count: 1, lang: text.lang() }))
    }

    /// The columns.
    pub(crate) fn schema(&self) -> SchemaRef {
        match self {
            Self::Stream(stream) => stream.schema(),
            Self::Handed(handed) => SchemaRef::clone(&handed.schema),
        }
    }

    /// There is not one batch, so that nothing is known of the columns.
    pub(crate) fn is_nothing(&self) -> bool {
        matches!(self, Self::Handed(handed) if handed.first.is_none())
    }

    /// The next batch; none at the end.
    pub(crate) fn next(&mut self) -> Option<Result<RecordBatch, ArrowError>> {
        match self {
            Self::Stream(stream) => stream.next(),
            Self::Handed(handed) => handed.next(),
        }
    }
}

impl Handed {
    fn next(&mut self) -> Option<Result<RecordBatch, ArrowError>> {
        if let Some(first) = self.first.take() {
            return Some(Ok(first));
        }
        let batch = Python::attach(|py| {
            let batch = self.batches.bind(py).clone().next()?;
            Some(batch.and_then(|batch| batch_of(&batch)))
        })?;
        self.count += 1;
        Some(match batch {
            Ok(batch) if batch.schema().fields() != self.schema.fields() => {
                let message = Text::new(self.lang).python_other_columns(self.count);
                Err(ArrowError::SchemaError(message))
            }
            Ok(batch) => Ok(batch),
            Err(error) => Err(ArrowError::ExternalError(error.into())),
        })
    }
}

fn batch_of(batch: &Bound<'_, PyAny>) -> PyResult<RecordBatch> {
    batch.extract::<PyRecordBatch>().map(PyRecordBatch::into_inner)
}

fn kind_of(thing: &Bound<'_, PyAny>) -> String {
    thing.get_type().fully_qualified_name().map_or_else(|_| "?".to_owned(), |name| name.to_string())
}

/// The columns of a table, or of what tells columns alone.
///
/// # Errors
/// Where it is neither.
pub(crate) fn schema_of(table: &Bound<'_, PyAny>, text: &Text) -> PyResult<SchemaRef> {
    let name = intern!(table.py(), "__arrow_c_schema__");
    if table.hasattr(name)? {
        return Ok(table.extract::<PySchema>()?.into_inner());
    }
    Source::of(table, text).map(|source| source.schema())
}

//! What Python gets: the settled table as a stream, what was counted, what was remarked.

use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::{RecordBatchIterator, RecordBatchReader};
use arrow_schema::{Schema, SchemaRef};
use pyo3::exceptions::PyValueError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};
use pyo3_arrow::PyRecordBatchReader;
use pyo3_arrow::ffi::to_schema_pycapsule;
use yidi::batch::{Tally, row_error_kind};
use yidi::words::{Lang, Text};

use crate::settling::Settling;

/// The settled rows of a table.
#[pyclass(module = "yidi", frozen)]
pub(crate) struct Settled {
    /// None once it was taken.
    rows: Mutex<Option<Box<dyn RecordBatchReader + Send>>>,
    schema: SchemaRef,
    lang: Lang,
    tally: Arc<Mutex<Tally>>,
    remarks: Vec<String>,
}

impl Settled {
    /// The rows of a table that is being settled.
    pub(crate) fn of(rows: Settling, lang: Lang, tally: Arc<Mutex<Tally>>, remarks: Vec<String>) -> Self {
        let schema = rows.schema();
        Self { rows: Mutex::new(Some(Box::new(rows))), schema, lang, tally, remarks }
    }

    /// No row, and no column.
    pub(crate) fn nothing(lang: Lang, tally: Arc<Mutex<Tally>>) -> Self {
        let schema: SchemaRef = Schema::empty().into();
        let rows = RecordBatchIterator::new([], Arc::clone(&schema));
        Self { rows: Mutex::new(Some(Box::new(rows))), schema, lang, tally, remarks: Vec::new() }
    }
}

#[pymethods]
impl Settled {
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.schema.as_ref())?)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner).take();
        let rows = rows.ok_or_else(|| PyValueError::new_err(Text::new(self.lang).python_used()))?;
        let reader = PyRecordBatchReader::new(rows).into_pyobject(py)?;
        reader.call_method1(intern!(py, "__arrow_c_stream__"), (requested_schema,))
    }

    /// The rows batch by batch, as pyarrow has them.
    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let reader = py.import(intern!(py, "pyarrow"))?.getattr(intern!(py, "RecordBatchReader"))?;
        reader.call_method1(intern!(py, "from_stream"), (slf,))?.call_method0(intern!(py, "__iter__"))
    }

    /// How many rows were settled so far, and what was wrong with the others.
    #[getter]
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let tally = self.tally.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let text = Text::new(self.lang);
        let refused = PyDict::new(py);
        for (kind, count) in &tally.bad {
            refused.set_item(row_error_kind(&text, *kind), count)?;
        }
        let counts = PyDict::new(py);
        counts.set_item("rows", tally.rows())?;
        counts.set_item("settled", tally.good)?;
        counts.set_item("assumed", tally.assumed)?;
        counts.set_item("refused", refused)?;
        Ok(counts)
    }

    /// Which columns are not read, and why.
    #[getter]
    fn remarks(&self) -> Vec<String> {
        self.remarks.clone()
    }

    fn __repr__(&self) -> String {
        format!("<yidi.Settled: {} columns>", self.schema.fields().len())
    }
}

/// The columns of a settled table.
#[pyclass(module = "yidi", name = "Schema", frozen)]
pub(crate) struct Columns(SchemaRef);

impl Columns {
    pub(crate) const fn of(schema: SchemaRef) -> Self {
        Self(schema)
    }
}

#[pymethods]
impl Columns {
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.0.as_ref())?)
    }

    fn __repr__(&self) -> String {
        format!("<yidi.Schema: {} columns>", self.0.fields().len())
    }
}

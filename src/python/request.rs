//! What Python asks for: the options of `yidi batch`, with everything that is wrong
//! with them told at once.

use std::thread::available_parallelism;

use pyo3::exceptions::PyValueError;
use pyo3::intern;
use pyo3::prelude::*;
use yidi::batch::{AddedColumns, unknown_column};
use yidi::words::{Lang, Text};
use yidi_core::answers::{ProblemKind, is_day};

/// One name, several between commas, or a list of them.
#[derive(FromPyObject)]
pub(crate) enum Names {
    /// As they are typed.
    Typed(String),
    /// One by one.
    Listed(Vec<String>),
}

impl Names {
    /// Between commas.
    fn typed(self) -> String {
        match self {
            Self::Typed(names) => names,
            Self::Listed(names) => names.join(","),
        }
    }

    /// One by one.
    pub(crate) fn listed(self) -> Vec<String> {
        match self {
            Self::Typed(names) => names.split([',', '，']).map(str::to_owned).collect(),
            Self::Listed(names) => names,
        }
    }
}

/// The language that was named.
///
/// # Errors
/// Where there is none of that name.
pub(crate) fn language(tag: &str) -> PyResult<Lang> {
    Lang::of_tag(tag).ok_or_else(|| {
        let both = Lang::ALL.map(|lang| Text::new(lang).python_lang(tag));
        PyValueError::new_err(both.join("\n"))
    })
}

/// The columns that are asked for.
pub(crate) fn columns(text: &Text, names: Option<Names>, wrong: &mut Vec<String>) -> AddedColumns {
    let Some(names) = names else { return AddedColumns::all() };
    AddedColumns::named(&names.typed()).unwrap_or_else(|unknown| {
        wrong.extend(unknown.into_iter().map(|one| unknown_column(text, one)));
        AddedColumns::all()
    })
}

/// The date of rows that give none, as it is typed: a text, or a day of Python.
///
/// # Errors
/// Where it is neither.
pub(crate) fn date(
    text: &Text,
    date: Option<&Bound<'_, PyAny>>,
    wrong: &mut Vec<String>,
) -> PyResult<String> {
    let Some(date) = date else { return Ok(String::new()) };
    let typed: String = match date.extract() {
        Ok(typed) => typed,
        Err(_) if date.hasattr(intern!(date.py(), "isoformat"))? => {
            // With the time behind it where it has one: that is left out.
            date.call_method0(intern!(date.py(), "isoformat"))?.extract()?
        }
        Err(_) => date.str()?.extract()?,
    };
    if !typed.trim().is_empty() && !is_day(&typed) {
        wrong.push(text.option_problem("date", text.trouble(&ProblemKind::Date)));
    }
    Ok(typed)
}

/// On how many threads it is settled.
pub(crate) fn threads(text: &Text, typed: Option<&Bound<'_, PyAny>>, wrong: &mut Vec<String>) -> usize {
    const MOST: usize = 1024;
    let Some(typed) = typed else { return available_parallelism().map_or(1, usize::from) };
    typed.extract().ok().filter(|threads| (1..=MOST).contains(threads)).unwrap_or_else(|| {
        wrong.push(text.python_threads(typed.to_string()));
        1
    })
}

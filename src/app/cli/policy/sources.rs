//! `yidi policy sources`: every source, or one with the figures that name it.

use crate::cli::fail::Fail;
use crate::cli::out;
use crate::cli::run::Run;
use crate::report::{source_text, sources_json, sources_text};
use crate::words::Text;
use yidi_core::policy::audit::{Cited, near_names};

/// Prints sources.
///
/// # Errors
/// Where no source has the name that was given.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let book = run.book()?;
    let all = book.sources().map_err(|error| Fail::broken(text, &error))?;
    let typed = run.typed("id");
    let asked = match typed {
        Some(typed) => named(text, &all, typed)?,
        None => all.iter().collect(),
    };
    let words = || if typed.is_some() { source_text(text, &asked) } else { sources_text(text, &all) };
    out::publish_either(run, || Ok(sources_json(&asked, typed.is_some())), || Ok(words()))
}

/// The sources of a name: one, unless two provinces use the same.
fn named<'a, 'b>(text: &Text, all: &'a [Cited<'b>], typed: &str) -> Result<Vec<&'a Cited<'b>>, Fail> {
    let named: Vec<_> = all.iter().filter(|one| one.name.eq_ignore_ascii_case(typed)).collect();
    if !named.is_empty() {
        return Ok(named);
    }
    let near = near_names(all.iter().map(|one| one.name), typed);
    Err(Fail::Request(vec![if near.is_empty() {
        text.source_unknown(typed)
    } else {
        text.source_unknown_near(typed, text.list(near))
    }]))
}

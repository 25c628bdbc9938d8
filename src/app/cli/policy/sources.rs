//! `yidi policy sources`: every source, or one with the figures that name it.

use clap::ArgMatches;
use jiff::civil::Date;

use super::broken;
use crate::cli::fail::Fail;
use crate::report::{source_text, sources_json, sources_text};
use crate::words::Text;
use yidi_core::policy::audit::{Cited, near_names};

/// Prints sources.
///
/// # Errors
/// Where no source has the name that was given.
pub(super) fn sources(text: &Text, matches: &ArgMatches, today: Date) -> Result<(), Fail> {
    let book = crate::cli::loaded(text, matches, today)?;
    let all = book.sources().map_err(|error| broken(text, &error))?;
    let typed = matches.get_one::<String>("id");
    let asked = match typed {
        Some(typed) => named(text, &all, typed)?,
        None => all.iter().collect(),
    };
    if matches.get_flag("json") {
        crate::cli::out::print_json(text, matches, &sources_json(&asked, typed.is_some()))
    } else if typed.is_some() {
        crate::cli::out::print(text, matches, &source_text(text, &asked))
    } else {
        crate::cli::out::print(text, matches, &sources_text(text, &all))
    }
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

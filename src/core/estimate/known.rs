//! Whether the day of a case lies far from what the sources can know.

use jiff::civil::Date;
use jiff::{Span as Days, ToSpan as _};

use super::Outcome;
use crate::policy::{Book, Figure, FileError, Grade};

/// From when to when the rules of an estimate are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RulesKnown {
    /// From this day on: the latest start among the rules, or where none is said
    /// the day of the text that has them.
    pub from: Option<Date>,
    /// Up to this day: the earliest of the days on which a rule was last checked.
    pub to: Date,
}

/// From when to when the rules of some runs are known, where the day lies farther
/// from it than a source may be old.
///
/// # Errors
/// Where a data file cannot be read.
pub(super) fn far(book: &Book, day: Date, runs: &[Outcome]) -> Result<Option<RulesKnown>, FileError> {
    // A range for want of anything closer is nobody's rule.
    let stated = |assumed: bool| {
        let figures = runs.iter().flat_map(|run| run.terms.figures());
        figures.filter(move |figure| (figure.grade == Grade::Assumed) == assumed)
    };
    let mut known = None;
    for figure in stated(false) {
        known = narrowed(known, book, figure)?;
    }
    if known.is_none() {
        for figure in stated(true) {
            known = narrowed(known, book, figure)?;
        }
    }
    let margin: Days = i64::from(book.nation().stale_after_days).days();
    Ok(known.filter(|known| {
        known.from.is_some_and(|from| day < from.saturating_sub(margin))
            || day > known.to.saturating_add(margin)
    }))
}

/// What is known, with one more figure.
fn narrowed(
    known: Option<RulesKnown>,
    book: &Book,
    figure: &Figure,
) -> Result<Option<RulesKnown>, FileError> {
    let mut written: Option<Date> = None;
    let mut checked: Option<Date> = None;
    for name in &figure.sources {
        let Some(source) = book.source_of(figure, name)? else { continue };
        written = [written, source.written()].into_iter().flatten().min();
        checked = checked.max(Some(source.checked));
    }
    let Some(checked) = checked else { return Ok(known) };
    let from = figure.from.or(written);
    Ok(Some(match known {
        None => RulesKnown { from, to: checked },
        Some(known) => RulesKnown { from: known.from.max(from), to: known.to.min(checked) },
    }))
}

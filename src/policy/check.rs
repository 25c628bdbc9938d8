//! The check of policy data: what a keeper of figures must put right.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::area::ProvinceId;
use super::book::Book;
use super::figure::{Change, Figure, Item, Schedule, Value};
use super::file::FileError;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The data cannot be used as it is.
    Error,
    /// Probably a slip.
    Warning,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file cannot be read.
    Unreadable(String),
    /// A source is named that no file describes.
    UnknownSource(String),
    /// Another figure is about the same thing at the same time.
    Same {
        /// The other figure's line.
        other: usize,
    },
    /// Another figure holds in part of the same situations, neither is
    /// narrower, and none covers both.
    Clash {
        /// The other figure's id.
        with: String,
        /// The other figure's line.
        other: usize,
    },
    /// Slices do not rise, or one without end is not the last.
    Bands,
    /// An away rule cuts more than the national ceilings allow.
    AboveCeiling,
}

impl Fault {
    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::AboveCeiling => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// A fault and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file's name.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Id of the figure, or nothing where the fault is the file's.
    pub figure: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

/// Checks all data of a book, file by file in the order of codes, the nation first.
pub fn check(book: &Book) -> Vec<Finding> {
    let mut findings = Vec::new();
    let nation = book.nation();
    let known = |name: &str| nation.sources.contains_key(name);
    check_figures(book.nation_file(), &nation.figures, &known, &mut findings);
    for id in ProvinceId::all() {
        let data = match book.province(id) {
            Ok(data) => data,
            Err(FileError { file, line, fault, .. }) => {
                findings.push(Finding { file, line, figure: None, fault: Fault::Unreadable(fault) });
                continue;
            }
        };
        let Some(file) = book.province_file(id) else { continue };
        let known = |name: &str| data.sources.contains_key(name) || known(name);
        let stated = [
            data.entries.as_ref().map(|entries| &entries.sources),
            data.in_province_filing.as_ref().map(|filing| &filing.sources),
        ];
        for name in stated.into_iter().flatten().flatten().filter(|name| !known(name)) {
            let fault = Fault::UnknownSource(name.clone());
            findings.push(Finding { file: file.to_owned(), line: 1, figure: None, fault });
        }
        for figures in std::iter::once(&data.figures).chain(data.areas.values()) {
            check_figures(file, figures, &known, &mut findings);
        }
    }
    findings
}

fn check_figures(
    file: &str,
    figures: &[Arc<Figure>],
    known: &dyn Fn(&str) -> bool,
    findings: &mut Vec<Finding>,
) {
    let mut add = |figure: &Figure, fault| {
        findings.push(Finding { file: file.to_owned(), line: figure.line, figure: Some(figure.id()), fault });
    };
    for (place, figure) in figures.iter().enumerate() {
        for name in figure.sources.iter().collect::<BTreeSet<_>>() {
            if !known(name) {
                add(figure, Fault::UnknownSource(name.clone()));
            }
        }
        if let Value::Rate(schedule) = &figure.value
            && !bands_rise(schedule)
        {
            add(figure, Fault::Bands);
        }
        if cuts_too_much(figure) {
            add(figure, Fault::AboveCeiling);
        }
        for other in &figures[place + 1..] {
            if other.item != figure.item {
                continue;
            }
            if other.selectors == figure.selectors && other.from == figure.from {
                add(other, Fault::Same { other: figure.line });
            } else if clash(figure, other, figures) {
                add(other, Fault::Clash { with: figure.id(), other: figure.line });
            }
        }
    }
}

fn bands_rise(schedule: &Schedule) -> bool {
    let rising = schedule.bands.windows(2).all(|pair| match (pair[0].to, pair[1].to) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(one), Some(next)) => one < next,
    });
    rising && !schedule.bands.is_empty()
}

/// Whether both may hold at once, neither is narrower, and no third covers all
/// that they have in common. Fine selectors alone never clash: they make a range.
fn clash(one: &Figure, other: &Figure, all: &[Arc<Figure>]) -> bool {
    let (a, b) = (&one.selectors, &other.selectors);
    if a == b || !a.meets(b) || a.is_within(b) || b.is_within(a) || !at_once(one, other) {
        return false;
    }
    let Some(both) = a.overlap(b) else { return false };
    !all.iter().any(|third| {
        third.item == one.item
            && both.is_within(&third.selectors)
            && third.selectors != *a
            && third.selectors != *b
            && third.selectors.is_within(a)
            && third.selectors.is_within(b)
    })
}

fn at_once(one: &Figure, other: &Figure) -> bool {
    let ends_before = |one: &Figure, other: &Figure| matches!((one.until, other.from), (Some(until), Some(from)) if until < from);
    !ends_before(one, other) && !ends_before(other, one)
}

/// National ceilings, as reported: referral and emergency at most 10 points off
/// the rate, other temporary trips at most 20.
fn cuts_too_much(figure: &Figure) -> bool {
    use super::words::Route::{Emergency, LongTerm, Referral, Temporary};
    let (Item::Away, Value::Away(rule)) = (figure.item, &figure.value) else { return false };
    let Change::Cut(points) = rule.change else { return false };
    let most = |route| match route {
        LongTerm => Some(0),
        Referral | Emergency => Some(10),
        Temporary => Some(20),
        _ => None,
    };
    figure.selectors.routes.iter().filter_map(most).any(|most| points.low().hundredths() > most * 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(figures: &str) -> Vec<Fault> {
        let nation = format!(
            "(gathered: \"2026\", stale_after_days: 400, alliances: [], sources: {{\n\
             \"S\": (title: \"t\", publisher: \"p\", checked: \"2026\")}}, figures: [\n\
             (sources: [\"S\"], grade: Official, figures: [\n{figures}\n])])"
        );
        let book = Book::from_texts(("test.ron", &nation), []).unwrap();
        check(&book).into_iter().map(|finding| finding.fault).collect()
    }

    #[test]
    fn the_shipped_data_is_clean() {
        assert_eq!(check(&Book::embedded().unwrap()), []);
    }

    #[test]
    fn each_fault_is_found() {
        assert_eq!(findings("(is: Rate(80)), (tiers: [Three], is: Rate(70))"), []);
        assert_eq!(findings("(is: Rate(80)),\n(is: Rate(70))"), [Fault::Same { other: 4 }]);
        assert_eq!(
            findings("(tiers: [Three], is: Rate(80)),\n(statuses: [Active], is: Rate(70))"),
            [Fault::Clash { with: "nation/rate/Three".into(), other: 4 }]
        );
        assert_eq!(findings("(is: Rate(80), sources: [\"X\"])"), [Fault::UnknownSource("X".into())]);
        assert_eq!(findings("(is: Bands([(to: 200, pays: 80), (to: 100, pays: 90)]))"), [Fault::Bands]);
        assert_eq!(findings("(routes: [Referral], is: Away(Cut(15)))"), [Fault::AboveCeiling]);
    }

    #[test]
    fn a_third_figure_that_covers_both_settles_it() {
        let covered = "(tiers: [Three], is: Rate(80)), (statuses: [Active], is: Rate(70)), \
                       (tiers: [Three], statuses: [Active], is: Rate(75))";
        assert_eq!(findings(covered), []);
    }
}

//! The sheet of a patient's year: the stays in order, where the limits stand, what
//! would have cost less.

use jiff::civil::Date;

use super::content::{notes, service};
use super::sources::Sources;
use super::summary::whom_to_call;
use super::voice::Voice;
use super::{AmountTable, Block, Document, Edition, Section, Summary, SummaryLine, TableRow};
use crate::report::{crossed_sentence, standing_line};
use crate::words::Text;
use yidi_core::case::{Bill, Case, YearToDate};
use yidi_core::estimate::{Burden, Line, Side, estimate};
use yidi_core::num::{Money, Span};
use yidi_core::places::Place;
use yidi_core::policy::Book;
use yidi_core::year::{Visit, Year, YearComparison};

/// What the sheet of a year is made of.
#[derive(Clone, Copy, Debug)]
pub struct YearSheet<'a> {
    /// The year.
    pub year: &'a Year,
    /// What would have cost less.
    pub comparison: &'a YearComparison,
    /// What the clerk typed.
    pub note: &'a str,
    /// For whom it is printed.
    pub edition: Edition,
}

/// The sheet of a year, as printed on a day; none where the year has no case.
pub fn year_sheet(book: &Book, made_of: &YearSheet<'_>, text: &Text, printed_on: Date) -> Option<Document> {
    let YearSheet { year, comparison, note, edition } = *made_of;
    let voice = &Voice::new(text, edition);
    let case = year.visits.first()?.best.case;
    let years = year.years();
    let of_person = text.year_of(
        text.list(years.iter().map(i16::to_string)),
        text.place(case.insured),
        text.statuses(case.status),
    );
    let mut sections: Vec<Section> = years.iter().map(|one| calendar_year(voice, year, *one)).collect();
    let limits = years.iter().flat_map(|one| year.standings(*one));
    let limits: Vec<Block> =
        limits.map(|standing| Block::Item { text: standing_line(text, &standing) }).collect();
    if !limits.is_empty() {
        sections.push(Section { heading: voice.title(|text| text.year_limits()), blocks: limits });
    }
    sections.extend(compared(voice, year, comparison));
    let sure = [text.handout_grade(text.grade(year.grade())), text.year_note()];
    sections.push(Section {
        heading: voice.title(|text| text.handout_sure()),
        blocks: sure.into_iter().map(|text| Block::Item { text }).collect(),
    });
    Some(Document {
        language: text.lang().written(),
        title: voice.title(|text| text.year_sheet()),
        case: of_person,
        edition,
        summary: summary(voice, year, case.insured),
        notes: notes(voice, note),
        sections,
        sources_title: voice.title(|text| text.handout_sources()),
        sources: sources(book, text, year).into_lines(),
        words_title: voice.title(|text| text.words_sheet()),
        words: Vec::new(),
        disclaimer: text.last_words(case.insured),
        dates: text.handout_dates(text.date(book.nation().gathered), text.date(printed_on)),
        printed_on,
        parted: text.handout_parted(),
        service: service(book, text),
        curve: None,
        list_code: None,
    })
}

/// Whom to call, and what all of it comes to.
fn summary(voice: &Voice<'_>, year: &Year, insured: Place) -> Summary {
    let text = voice.text;
    let (first, call) = whom_to_call(voice, insured);
    let burden = Burden { span: Year::personal(&year.visits), open: year.open() };
    let says = text.box_about(text.yuan(text.compact_burden(burden)));
    let pays = SummaryLine { name: voice.title(|text| text.box_you_pay()), says };
    Summary { lines: vec![first, pays], call: Some(call) }
}

/// One year: its sum, its stays line by line, the limits that they come to.
fn calendar_year(voice: &Voice<'_>, year: &Year, one: i16) -> Section {
    let text = voice.text;
    let visits: Vec<&Visit> = year.of(one).collect();
    let personal = Year::personal(visits.iter().copied());
    let total = Year::sum(visits.iter().copied(), Line::Total, Side::Worst);
    let sum = text.year_sum(one.to_string(), text.money(total), text.money_span(personal));
    let is_exact = visits.iter().all(|visit| visit.best.settlement == visit.worst.settlement);
    let amounts = |total: Span<Money>, [best, worst]: [Money; 2]| {
        let mut amounts = vec![text.money_span(total), text.money(best)];
        if !is_exact {
            amounts.push(text.money(worst));
        }
        amounts
    };
    let ends = |line| [Side::Best, Side::Worst].map(|side| Year::sum(visits.iter().copied(), line, side));
    let mut rows: Vec<TableRow> = Vec::new();
    let mut crossed = Vec::new();
    for (visit, number) in visits.iter().zip(1_usize..) {
        let [best, worst] = [&visit.best.settlement, &visit.worst.settlement];
        rows.push(TableRow {
            name: format!("{number}  {}", named(text, visit)),
            amounts: amounts(Span::between(best.total, worst.total), [best.personal, worst.personal]),
            strong: false,
        });
        crossed.extend(crossed_sentence(text, visit).map(|words| format!("{number}  {words}")));
    }
    let [low, high] = ends(Line::Total);
    rows.push(TableRow {
        name: text.year_all(),
        amounts: amounts(Span::between(low, high), ends(Line::Personal)),
        strong: true,
    });
    let mut head = vec![text.line(Line::Total)];
    head.extend(if is_exact {
        vec![text.line(Line::Personal)]
    } else {
        vec![text.best_case(), text.worst_case()]
    });
    let mut blocks = vec![Block::Amount { text: sum }];
    blocks.extend(crossed.into_iter().map(|text| Block::Item { text }));
    blocks.push(Block::Table(AmountTable { head, rows }));
    Section { heading: voice.title(|text| text.year_stays()), blocks }
}

/// When and where, and what of it is no estimate, or only expected.
fn named(text: &Text, visit: &Visit) -> String {
    let case = &visit.best.case;
    let mark = match (visit.paid, visit.forecast) {
        (true, _) => text.year_paid(),
        (_, true) => text.year_forecast(),
        _ => String::new(),
    };
    let parts = [
        case.date.to_string(),
        text.place_short(case.care_place).to_owned(),
        text.visit(case.care, case.disease),
        mark,
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What filing every time, or another hospital, would cost; nothing where neither changes
/// anything.
fn compared(voice: &Voice<'_>, year: &Year, comparison: &YearComparison) -> Option<Section> {
    let text = voice.text;
    let mut blocks = Vec::new();
    if let Some(saves) = comparison.filing_saves.filter(|saves| !saves.high().is_zero()) {
        blocks.push(Block::Paragraph { text: text.year_filing(text.money_span(saves)) });
    }
    let now = Year::personal(&year.visits);
    if comparison.tiers.iter().any(|other| other.personal.span != now) {
        blocks.push(Block::Paragraph { text: text.year_tiers() });
        let tiers = comparison.tiers.iter();
        let tiers = tiers.map(|other| text.year_total(text.tier(other.tier), text.burden(other.personal)));
        blocks.extend(tiers.map(|text| Block::Item { text }));
    }
    (!blocks.is_empty()).then(|| Section { heading: voice.title(|text| text.handout_saving()), blocks })
}

/// The sources of the figures of every kind of case in the year.
fn sources<'b>(book: &'b Book, text: &'b Text, year: &Year) -> Sources<'b> {
    let mut sources = Sources::new(book, text);
    let mut seen: Vec<Case> = Vec::new();
    for case in year.visits.iter().flat_map(|visit| [visit.best.case, visit.worst.case]) {
        // What is looked up depends neither on the bill nor on what the year has used.
        let year = YearToDate { admissions: case.year.admissions, ..YearToDate::default() };
        let kind = Case { bill: Bill { total: None, ..case.bill }, year, year_at_worst: None, ..case };
        if seen.contains(&kind) {
            continue;
        }
        seen.push(kind);
        if let Ok(estimate) = estimate(book, &case) {
            sources.take_estimate(&estimate);
        }
    }
    sources
}

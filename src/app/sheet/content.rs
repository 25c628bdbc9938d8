//! What the hand-out says, in its order.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::curve::sheet_curve;
use super::sources::Sources;
use super::summary::{list_code, summary};
use super::voice::Voice;
use super::{
    AmountTable, Bar, Bars, Block, Document, Edition, Payer, Section, ServiceLine, Share, SheetTodo, TableRow,
};
use crate::guard::Shown;
use crate::report::{case_line, elsewhere_sentences, pair_differences};
use crate::words::{Concept, ItemPart, Medium, Text};
use yidi_core::case::{Case, Filed};
use yidi_core::checklist::{Checklist, Phase, Stage, hotline};
use yidi_core::estimate::{Comparison, Estimate, EstimateError, Line, Settlement, elsewhere, paired, shown};
use yidi_core::num::{Money, Span};
use yidi_core::policy::Book;
use yidi_core::spelling::is_unseen;

/// The most characters of a note that are printed.
const LONGEST_NOTE: usize = 500;

/// What the sheet is made of.
#[derive(Clone, Copy, Debug)]
pub struct Handout<'a> {
    /// The case.
    pub case: &'a Case,
    /// What it costs, or why that is not known.
    pub estimate: Result<&'a Estimate, &'a EstimateError>,
    /// The same by route, where it could be compared.
    pub comparison: Option<&'a Comparison>,
    /// What to do.
    pub checklist: &'a Checklist,
    /// Ids of what is done already.
    pub ticked: &'a BTreeSet<String>,
    /// Another case, to stand beside this one.
    pub pinned: Option<&'a Estimate>,
    /// What the clerk typed.
    pub note: &'a str,
    /// For whom it is printed.
    pub edition: Edition,
}

/// The sheet, as printed on a day.
pub fn handout(book: &Book, made_of: &Handout<'_>, text: &Text, printed_on: Date) -> Document {
    let Handout { case, estimate, comparison, checklist, ticked, pinned, note, edition } = *made_of;
    let voice = &Voice::new(text, edition);
    // After the visit it is too late to file first.
    let ahead = comparison.filter(|_| checklist.stage != Stage::Over);
    let saving = ahead.and_then(|comparison| saving(case, comparison));
    let mut sections = vec![todo(voice, case, checklist, ticked), cost(voice, estimate)];
    let both = pinned.zip(estimate.ok());
    sections.extend(both.map(|(pinned, estimate)| side_by_side(voice, pinned, estimate)));
    sections.extend(estimate.ok().map(|estimate| how_sure(book, voice, estimate)));
    let mut sources = Sources::new(book, text);
    if let Ok(estimate) = estimate {
        sources.take_estimate(estimate);
    }
    for (name, source) in &checklist.sources {
        sources.take(name, source);
    }
    Document {
        language: text.lang().written(),
        title: voice.title(|text| text.handout_title()),
        edition,
        summary: summary(voice, case, estimate.ok(), saving, checklist, ticked),
        case: case_line(text, case, checklist.routes),
        notes: notes(voice, note),
        sections,
        sources_title: voice.title(|text| text.handout_sources()),
        sources: sources.into_lines(),
        words_title: voice.title(|text| text.words_sheet()),
        words: estimate.map_or_else(|_| Vec::new(), |estimate| words(text, estimate)),
        disclaimer: text.last_words(case.insured),
        dates: text.handout_dates(text.date(book.nation().gathered), text.date(printed_on)),
        printed_on,
        parted: text.handout_parted(),
        service: service(book, text),
        curve: estimate
            .is_ok()
            .then(|| sheet_curve(book, text, case, voice.title(|text| text.curve_title())))
            .flatten(),
        list_code: Some(list_code(text, checklist)),
    }
}

/// Where to file.
pub(super) fn service(book: &Book, text: &Text) -> Option<ServiceLine> {
    book.nation().service.as_ref().map(|service| {
        let name = text.words(&service.name);
        ServiceLine {
            caption: text.handout_service(name),
            label: text.handout_address(name),
            address: service.url.clone(),
        }
    })
}

/// What the clerk typed.
pub(super) fn notes(voice: &Voice<'_>, note: &str) -> Option<Section> {
    let note = note_lines(note);
    (!note.is_empty()).then(|| Section {
        heading: voice.title(|text| text.handout_notes()),
        blocks: note.into_iter().map(|text| Block::Paragraph { text }).collect(),
    })
}

/// The lines of a note without what could not be printed or would hide other text.
fn note_lines(note: &str) -> Vec<String> {
    // Line ends and tabs part words.
    let hides = |c: char| !c.is_control() && is_unseen(c);
    let note: String = note.chars().filter(|c| !hides(*c)).take(LONGEST_NOTE).collect();
    let clean = |line: &str| {
        let line = line.replace(char::is_control, " ");
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        Shown::line(&line).to_string()
    };
    note.lines().map(clean).filter(|line| !line.is_empty()).collect()
}

fn todo(voice: &Voice<'_>, case: &Case, checklist: &Checklist, ticked: &BTreeSet<String>) -> Section {
    let text = voice.text;
    let mut blocks = Vec::new();
    for phase in Phase::ALL {
        if checklist.of(phase).next().is_none() {
            continue;
        }
        blocks.push(Block::Heading { text: voice.title(|text| text.phase(phase, case.care)) });
        for todo in checklist.of(phase) {
            let (mut details, mut asides) = (Vec::new(), Vec::new());
            let parts = text.todo(todo, checklist, case, Medium::Paper);
            // Where the text has the Chinese for the counter, the other language is there.
            let is_chinese_there = parts.iter().any(|(part, _)| *part == ItemPart::Chinese);
            if !is_chinese_there && let Some((_, beside)) = voice.beside(&todo.task) {
                details.push(beside.to_owned());
            }
            for (part, words) in parts {
                match part {
                    ItemPart::Chinese
                    | ItemPart::By
                    | ItemPart::Late
                    | ItemPart::Papers
                    | ItemPart::Channels => {
                        details.push(words);
                    }
                    // Who shows the sheet at a counter needs what to say there.
                    ItemPart::Say if voice.is_of_two() => details.push(words),
                    ItemPart::Say | ItemPart::Note => asides.push(words),
                    // Who says so and who says otherwise is for the screen.
                    ItemPart::Disputed | ItemPart::Why => {}
                }
            }
            let say = todo.say.as_ref().filter(|_| !is_chinese_there).and_then(|say| voice.beside(say));
            details.extend(say.map(|(other, words)| other.checklist_say(words)));
            let task = text.words(&todo.task).to_owned();
            blocks.push(Block::Todo(SheetTodo {
                id: todo.id.clone(),
                done: ticked.contains(&todo.id),
                task,
                details,
                asides,
            }));
        }
    }
    Section { heading: voice.title(|text| text.handout_todo()), blocks }
}

fn cost(voice: &Voice<'_>, estimate: Result<&Estimate, &EstimateError>) -> Section {
    let text = voice.text;
    let heading = voice.title(|text| text.handout_cost());
    let estimate = match estimate {
        Ok(estimate) => estimate,
        Err(error) => {
            return Section { heading, blocks: vec![Block::Paragraph { text: text.estimate_error(error) }] };
        }
    };
    let personal = text.burden_unit(estimate.burden());
    let amount = text.headline(text.you_pay(), personal, text.basis(estimate));
    let mut blocks = vec![Block::Amount { text: amount }];
    blocks.extend(text.warnings(estimate).into_iter().map(|text| Block::Paragraph { text }));
    blocks.push(Block::Bars(bars(text, estimate)));
    blocks.push(Block::Table(table(voice, estimate)));
    // Where the area's own rules are known, a full sheet has no room for more.
    let unknown = estimate.is_national_range();
    if let Some((_, questions)) = text.hotline_questions(estimate).filter(|_| unknown) {
        // In one paragraph: the sheet is to stay on its pages.
        let asked = questions.into_iter().map(|question| text.ask_blank(question));
        let asked = asked.collect::<Vec<_>>().join("  ");
        blocks.push(Block::Paragraph { text: text.ask_by_phone(hotline(estimate.case.insured), asked) });
    }
    Section { heading, blocks }
}

fn bars(text: &Text, estimate: &Estimate) -> Bars {
    let settlements = if estimate.low() == estimate.high() {
        vec![(String::new(), estimate.low())]
    } else {
        vec![(text.best_case(), estimate.low()), (text.worst_case(), estimate.high())]
    };
    let names =
        [text.bar_fund(), text.bar_supplement(), text.bar_catastrophic(), text.bar_aid(), text.bar_you()];
    let pays = |payer: usize| settlements.iter().any(|(_, settlement)| !paid(settlement)[payer].is_zero());
    let legend = names.into_iter().enumerate().filter(|(payer, _)| pays(*payer));
    let legend = legend.map(|(payer, name)| Payer { payer, name }).collect();
    let bars = settlements.iter();
    let bars = bars.map(|(label, settlement)| Bar { label: label.clone(), shares: shares(text, settlement) });
    Bars { legend, bars: bars.collect() }
}

const fn paid(s: &Settlement) -> [Money; 5] {
    [s.fund, s.supplement, s.catastrophic, s.aid, s.personal]
}

/// The shares of a bar; ends are rounded, so that the whole is always as long.
fn shares(text: &Text, settlement: &Settlement) -> Vec<Share> {
    let paid = paid(settlement);
    let total = paid.iter().map(|money| money.fen()).sum::<i64>().max(1);
    let (mut before, mut drawn) = (0_i64, 0_usize);
    let mut shares = Vec::new();
    for (payer, money) in paid.into_iter().enumerate().filter(|(_, money)| !money.is_zero()) {
        before += money.fen();
        let end = usize::try_from((i128::from(before) * 1000 + i128::from(total) / 2) / i128::from(total));
        let end = end.unwrap_or_default().min(1000);
        shares.push(Share { payer, amount: text.money(money), permille: end.saturating_sub(drawn) });
        drawn = end;
    }
    shares
}

fn table(voice: &Voice<'_>, estimate: &Estimate) -> AmountTable {
    let text = voice.text;
    let exact = estimate.low() == estimate.high();
    let rows = shown(estimate.low(), estimate.high()).into_iter().map(|(line, low, high)| {
        let mut amounts = vec![text.money(low)];
        if !exact {
            amounts.push(text.money(high));
        }
        TableRow { name: voice.title(|text| text.line(line)), amounts, strong: line == Line::Personal }
    });
    AmountTable {
        head: if exact { Vec::new() } else { vec![text.best_case(), text.worst_case()] },
        rows: rows.collect(),
    }
}

/// What filing saves, where it is not done yet and would change anything.
fn saving(case: &Case, comparison: &Comparison) -> Option<Span<Money>> {
    comparison.saving.filter(|saving| case.filed != Filed::Yes && !saving.high().is_zero())
}

fn how_sure(book: &Book, voice: &Voice<'_>, estimate: &Estimate) -> Section {
    let text = voice.text;
    let mut said = vec![text.handout_grade(text.basis(estimate))];
    for (cause, amount) in &estimate.causes {
        said.push(text.spread_line(text.cause(*cause), text.money(*amount)));
    }
    if estimate.low() == estimate.high() {
        said.push(text.handout_exact());
    }
    said.extend(text.worlds(estimate));
    if let Some(elsewhere) = elsewhere(book, estimate).ok().flatten() {
        said.extend(elsewhere_sentences(text, estimate, &elsewhere));
    }
    said.extend(text.missing(&estimate.missing()));
    if estimate.counted_as_filed {
        said.push(text.note_counted_as_filed());
    }
    said.push(text.settled_on(text.date(estimate.case.date)));
    let blocks = said.into_iter().map(|text| Block::Item { text }).collect();
    Section { heading: voice.title(|text| text.handout_sure()), blocks }
}

/// The pinned case and this one: rounded, for three columns stand side by side.
fn side_by_side(voice: &Voice<'_>, pinned: &Estimate, now: &Estimate) -> Section {
    let text = voice.text;
    let span = |[best, worst]: [Money; 2]| text.compact_span(Span::between(best, worst));
    let rows = paired(pinned, now).into_iter().map(|row| TableRow {
        name: text.line(row.line),
        amounts: vec![span(row.first), span(row.second), text.compact_shift(row.change())],
        strong: row.line == Line::Personal,
    });
    let table = AmountTable {
        head: vec![text.pair_pinned(), text.pair_now(), text.pair_change()],
        rows: rows.collect(),
    };
    let differences = Block::Paragraph { text: pair_differences(text, pinned, now) };
    Section { heading: voice.title(|text| text.pair_title()), blocks: vec![Block::Table(table), differences] }
}

/// What the words of the table mean; a total needs none.
fn words(text: &Text, estimate: &Estimate) -> Vec<String> {
    let plain = [Line::Total, Line::Personal, Line::Account, Line::Cash];
    let lines = shown(estimate.low(), estimate.high()).into_iter().map(|(line, ..)| line);
    let concepts = lines.filter(|line| !plain.contains(line)).filter_map(Concept::of_line);
    concepts.map(|one| text.words_said(text.concept(one), text.concept_means(one))).collect()
}

#[cfg(test)]
mod tests {
    use super::note_lines;

    #[test]
    fn a_note_keeps_its_words_and_loses_what_is_no_word() {
        assert_eq!(note_lines("a\u{1b}[31mb\r\n\n \u{202e}c\td\0 "), ["a [31mb", "c d"]);
        assert_eq!(note_lines(&"x".repeat(9000)), ["x".repeat(500)]);
        assert_eq!(note_lines(" \n\u{7}"), [""; 0]);
    }
}

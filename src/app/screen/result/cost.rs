//! 费用: what the person pays, who pays the rest, line by line, and why it is a range.

use ratatui::text::{Line, Span};

use super::super::body::Body;
use super::super::pen::Pen;
use super::super::theme::{Meaning, Theme};
use super::{ResultState, View, big, explain, sentences};
use crate::report::{elsewhere_dots, elsewhere_sentences, ladder_rows};
use crate::words::width::{pad_left, pad_right, width};
use yidi_core::estimate;
use yidi_core::estimate::{Estimate, Settlement};
use yidi_core::num::Money;

/// Rows that can be highlighted: the lines, the causes of the spread, what else to know.
pub(super) fn rows(state: &ResultState) -> usize {
    if !state.ladder.is_empty() {
        return state.ladder.len();
    }
    let causes = state.estimate.as_ref().map_or(0, |estimate| estimate.causes.len());
    state.shown_lines().len() + causes + 1
}

/// Draws the view.
pub(super) fn draw(state: &ResultState, pen: Pen<'_>, rows: usize) -> Body {
    let Pen { text, .. } = pen;
    let mut body = Body::default();
    let estimate = match state.settled(pen) {
        Ok(estimate) => estimate,
        Err(lines) => {
            body.lines = lines;
            rungs(&mut body, state, pen);
            return body;
        }
    };
    body.lines = big::lines(estimate, pen, rows);
    body.lines.extend(headline(estimate, pen));
    let saving = state.comparison.as_ref().ok().and_then(|all| all.saving);
    if let Some(saves) = text.filing_first(&state.case, saving) {
        body.lines.extend(sentences(&saves, 1, Meaning::Title, pen));
    }
    for warning in text.warnings(estimate) {
        body.lines.extend(sentences(&warning, 1, Meaning::Warning, pen));
    }
    if let Some(elsewhere) = &state.elsewhere {
        for sentence in elsewhere_sentences(text, estimate, elsewhere) {
            body.lines.extend(sentences(&sentence, 1, Meaning::Plain, pen));
        }
        let dots =
            elsewhere_dots(text, estimate, elsewhere, pen.cells.saturating_sub(2), pen.theme.is_ascii());
        body.lines.extend(dots.into_iter().map(|line| Line::raw(format!(" {line}"))));
    }
    body.lines.push(Line::default());
    body.lines.extend(bars(estimate, pen));
    body.lines.push(Line::default());
    table(&mut body, state, estimate, pen);
    spread(&mut body, state, estimate, pen);
    body.lines.push(Line::default());
    let mut last = Vec::new();
    for sentence in text.missing(&estimate.missing()) {
        last.extend(sentences(&sentence, 1, Meaning::Plain, pen));
    }
    if estimate.counted_as_filed {
        last.extend(sentences(&text.note_counted_as_filed(), 1, Meaning::Warning, pen));
    }
    last.extend(sentences(&text.settled_on(text.date(estimate.case.date)), 1, Meaning::Plain, pen));
    last.extend(sentences(&text.last_words(state.case.insured), 1, Meaning::Plain, pen));
    let row = self::rows(state) - 1;
    body.row(row, state.standing(View::Cost).row == row, last);
    body
}

/// Where the bill is not known: several bills, and what the person pays of each.
fn rungs(body: &mut Body, state: &ResultState, pen: Pen<'_>) {
    let Pen { theme, .. } = pen;
    let mut lines = ladder_lines(state, pen).into_iter();
    if let Some(head) = lines.next() {
        body.lines.push(Line::default());
        body.lines.push(Line::styled(format!("   {head}"), theme.style(Meaning::Muted)));
    }
    for (at, row) in lines.enumerate() {
        let here = state.standing(View::Cost).row == at;
        let mark = if here { " > " } else { "   " };
        let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        body.row(at, here, [Line::styled(format!("{mark}{row}"), style)]);
    }
}

/// The table of it, its head first; nothing where there is none.
pub(super) fn ladder_lines(state: &ResultState, pen: Pen<'_>) -> Vec<String> {
    let text = pen.text;
    let rows = ladder_rows(text, &state.ladder);
    let head = (text.ladder_total(), text.ladder_personal());
    let columns = |of: fn(&(String, String)) -> &String| {
        rows.iter().chain([&head]).map(|row| width(of(row))).max().unwrap_or_default()
    };
    let (first, second) = (columns(|row| &row.0), columns(|row| &row.1));
    let shown = |(total, personal): &(String, String)| {
        format!("{}  {}", pad_left(total, first), pad_left(personal, second))
    };
    let has_any = !rows.is_empty();
    std::iter::once(&head).chain(&rows).filter(|_| has_any).map(shown).collect()
}

fn headline(estimate: &Estimate, pen: Pen<'_>) -> Vec<Line<'static>> {
    let Pen { text, theme, cells } = pen;
    let amount = text.burden_unit(estimate.burden());
    let reliability = text.reliability(text.basis(estimate));
    let label = format!(" {}  ", text.you_pay());
    if width(&label) + width(&amount) > cells {
        let mut lines = vec![Line::styled(label, theme.style(Meaning::Title))];
        lines.extend(sentences(&amount, 1, Meaning::Amount, pen));
        lines.extend(sentences(&reliability, 1, Meaning::Plain, pen));
        return lines;
    }
    let gap = cells.saturating_sub(width(&label) + width(&amount) + width(&reliability) + 1);
    let mut spans = vec![
        Span::styled(label, theme.style(Meaning::Title)),
        Span::styled(amount, theme.style(Meaning::Amount)),
    ];
    // Where both do not stand beside each other, the basis has a line of its own.
    if gap < 2 {
        let mut lines = vec![Line::from(spans)];
        lines.extend(sentences(&reliability, 1, Meaning::Plain, pen));
        return lines;
    }
    spans.extend([Span::raw(" ".repeat(gap)), Span::raw(reliability)]);
    vec![Line::from(spans)]
}

/// Who pays what of a settlement.
fn shares(s: &Settlement) -> [Money; 5] {
    [s.fund, s.supplement, s.catastrophic, s.aid, s.personal]
}

/// One bar a settlement, and what its parts mean.
fn bars(estimate: &Estimate, pen: Pen<'_>) -> Vec<Line<'static>> {
    let Pen { text, theme, cells } = pen;
    let exact = estimate.low() == estimate.high();
    let settlements: Vec<(String, &Settlement)> = if exact {
        vec![(String::new(), estimate.low())]
    } else {
        vec![(text.best_case(), estimate.low()), (text.worst_case(), estimate.high())]
    };
    let label = settlements.iter().map(|(name, _)| width(name) + 2).max().unwrap_or_default();
    let room = cells.saturating_sub(label + 3).min(80);
    let mut lines = Vec::new();
    for (name, settlement) in &settlements {
        let mut spans = vec![Span::raw(format!(" {}", pad_right(name, if exact { 0 } else { label })))];
        spans.extend(bar(settlement, theme, room));
        lines.push(Line::from(spans));
    }
    let names =
        [text.bar_fund(), text.bar_supplement(), text.bar_catastrophic(), text.bar_aid(), text.bar_you()];
    let mut spans = vec![Span::raw(" ")];
    let any = |place: usize| settlements.iter().any(|(_, s)| !shares(s)[place].is_zero());
    for (place, name) in names.into_iter().enumerate().filter(|(place, _)| any(*place)) {
        spans.push(Span::styled(theme.glyphs.bar[place], theme.style(part_meaning(place))));
        spans.push(Span::raw(format!(" {name}   ")));
    }
    lines.push(Line::from(spans));
    lines
}

const fn part_meaning(place: usize) -> Meaning {
    if place == 4 { Meaning::You } else { Meaning::Fund }
}

/// The parts of a bar; ends are rounded, so that the whole is always as long.
fn bar(settlement: &Settlement, theme: &Theme, room: usize) -> Vec<Span<'static>> {
    let total = settlement.total.fen().max(1);
    let room_wide = i64::try_from(room).unwrap_or_default();
    let mut before = 0_i64;
    let mut drawn = 0_usize;
    let mut spans = Vec::new();
    for (at, part) in shares(settlement).into_iter().enumerate() {
        before += part.fen();
        let end = usize::try_from((before * room_wide + total / 2) / total).unwrap_or_default().min(room);
        let cells = end.saturating_sub(drawn);
        drawn += cells;
        spans.push(Span::styled(theme.glyphs.bar[at].repeat(cells), theme.style(part_meaning(at))));
    }
    spans
}

/// The settlement line by line; two columns where both ends differ. Behind the
/// highlighted one stands how it came about.
fn table(body: &mut Body, state: &ResultState, estimate: &Estimate, pen: Pen<'_>) {
    let Pen { text, theme, .. } = pen;
    let shown = estimate::shown(estimate.low(), estimate.high());
    let exact = estimate.low() == estimate.high();
    let label = shown.iter().map(|(line, ..)| width(&text.line(*line))).max().unwrap_or_default() + 2;
    let widest = shown.iter().map(|(_, low, high)| text.money(*low.max(high)).len()).max();
    let (best, worst) = (text.best_case(), text.worst_case());
    let column = widest.unwrap_or_default().max(width(&best)).max(width(&worst));
    if !exact {
        let (best, worst) = (pad_left(&best, column), pad_left(&worst, column));
        body.lines.push(Line::raw(format!("   {}{best}  {worst}", " ".repeat(label))));
    }
    let place = state.standing(View::Cost);
    for (row, (line, low, high)) in shown.into_iter().enumerate() {
        let here = row == place.row;
        let meaning = match line {
            estimate::Line::Personal => Meaning::Amount,
            estimate::Line::Fund
            | estimate::Line::Supplement
            | estimate::Line::Catastrophic
            | estimate::Line::Aid => Meaning::Fund,
            _ => Meaning::Plain,
        };
        let mut numbers = pad_left(&text.money(low), column);
        if !exact {
            numbers = format!("{numbers}  {}", pad_left(&text.money(high), column));
        }
        let name = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        let mark = if here { " > " } else { "   " };
        let mut lines = vec![Line::from(vec![
            Span::styled(mark, name),
            Span::styled(pad_right(&text.line(line), label), name),
            Span::styled(numbers, theme.style(meaning)),
        ])];
        if here && place.open {
            lines.extend(explain::lines(state, line, 5, pen));
        }
        body.row(row, here, lines);
    }
}

/// Cells of the bar beside a cause.
const WEIGHT: usize = 6;

/// How much a cause moves beside the one that moves the most; nothing where there is
/// no room for it.
fn weight(amount: Money, most: Money, pen: Pen<'_>) -> String {
    const LEAST: usize = 76;
    if pen.cells < LEAST {
        return String::new();
    }
    let whole = i64::try_from(WEIGHT).unwrap_or_default();
    let cells = usize::try_from(amount.fen().saturating_mul(whole) / most.fen().max(1)).unwrap_or_default();
    pad_right(&pen.theme.glyphs.bar[4].repeat(cells.clamp(1, WEIGHT)), WEIGHT + 1)
}

/// A cause with its bar, marked where it is highlighted.
fn moved(words: &str, weight: String, here: bool, pen: Pen<'_>) -> Vec<Line<'static>> {
    let (mark, meaning) = if here { (" > ", Meaning::Focus) } else { ("   ", Meaning::Plain) };
    let indent = width(mark) + width(&weight);
    let mut lines = sentences(words, indent, meaning, pen);
    if let Some(first) = lines.first_mut() {
        let said = first.to_string();
        *first = Line::from(vec![
            Span::styled(mark, pen.theme.style(meaning)),
            Span::styled(weight, pen.theme.style(Meaning::You)),
            Span::styled(said.trim_start().to_owned(), pen.theme.style(meaning)),
        ]);
    }
    lines
}

/// What causes the range, largest first, which world each end is, and which
/// answers would narrow it.
fn spread(body: &mut Body, state: &ResultState, estimate: &Estimate, pen: Pen<'_>) {
    let Pen { text, theme, .. } = pen;
    if estimate.causes.is_empty() {
        return;
    }
    body.lines.push(Line::default());
    body.lines.push(super::title(&text.spread_title(), theme));
    let first = state.shown_lines().len();
    let most = estimate.causes.iter().map(|(_, amount)| *amount).max().unwrap_or_default();
    for (place, (cause, amount)) in estimate.causes.iter().enumerate() {
        let here = state.standing(View::Cost).row == first + place;
        let words = text.spread_line(text.cause(*cause), text.money(*amount));
        body.row(first + place, here, moved(&words, weight(*amount, most, pen), here, pen));
    }
    for words in text.worlds(estimate) {
        body.lines.extend(sentences(&words, 3, Meaning::Plain, pen));
    }
    let narrowing = estimate.narrowing();
    if !narrowing.is_empty() {
        let names = text.list(narrowing.into_iter().map(|field| text.field(field)));
        body.lines.extend(sentences(&text.narrow_by(names), 3, Meaning::Plain, pen));
    }
}

//! 费用: what the person pays, who pays the rest, line by line, and why it is a range.

use ratatui::text::{Line, Span};

use super::super::theme::{Meaning, Theme};
use super::{ResultState, sentences};
use crate::estimate::{self, Estimate, Settlement};
use crate::num::Money;
use crate::text::Text;
use crate::text::width::{pad_left, pad_right, width};

/// Every line of the view.
pub(super) fn lines(state: &ResultState, text: &Text, theme: &Theme, cells: usize) -> Vec<Line<'static>> {
    let estimate = match &state.estimate {
        Ok(estimate) => estimate,
        Err(error) => return sentences(&text.estimate_error(error), 1, Meaning::Warning, theme, cells),
    };
    let mut lines = headline(estimate, text, theme, cells);
    if estimate.is_national_range() {
        let area = state.case.insured.short();
        lines.extend(sentences(&text.note_no_own_figures(area), 1, Meaning::Warning, theme, cells));
    }
    lines.push(Line::default());
    lines.extend(bars(estimate, text, theme, cells));
    lines.push(Line::default());
    lines.extend(table(estimate, text, theme));
    lines.push(Line::default());
    lines.extend(spread(estimate, text, theme, cells));
    for sentence in text.missing(&estimate.missing()) {
        lines.extend(sentences(&sentence, 1, Meaning::Plain, theme, cells));
    }
    if estimate.counted_as_filed {
        lines.extend(sentences(&text.note_counted_as_filed(), 1, Meaning::Warning, theme, cells));
    }
    lines.extend(sentences(&text.closing(state.case.insured), 1, Meaning::Plain, theme, cells));
    lines.push(Line::default());
    lines.push(Line::styled(format!(" {}", text.sources_title()), theme.style(Meaning::Title)));
    for figure in estimate.figures() {
        lines.extend(sentences(&text.figure(&figure), 3, Meaning::Plain, theme, cells));
        if let Some(remark) = &figure.remark {
            lines.extend(sentences(text.words(remark), 6, Meaning::Muted, theme, cells));
        }
    }
    lines
}

fn headline(estimate: &Estimate, text: &Text, theme: &Theme, cells: usize) -> Vec<Line<'static>> {
    let amount = text.yuan(text.money_span(estimate.personal()));
    let reliability = text.reliability(text.grade(estimate.grade()));
    let label = format!(" {}  ", text.you_pay());
    let gap = cells.saturating_sub(width(&label) + width(&amount) + width(&reliability) + 1);
    vec![Line::from(vec![
        Span::styled(label, theme.style(Meaning::Title)),
        Span::styled(amount, theme.style(Meaning::Amount)),
        Span::raw(" ".repeat(gap.max(2))),
        Span::raw(reliability),
    ])]
}

/// Who pays what of a settlement.
fn shares(s: &Settlement) -> [Money; 5] {
    [s.fund, s.supplement, s.catastrophic, s.aid, s.personal]
}

/// One bar a settlement, and what its parts mean.
fn bars(estimate: &Estimate, text: &Text, theme: &Theme, cells: usize) -> Vec<Line<'static>> {
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
    for (place, part) in shares(settlement).into_iter().enumerate() {
        before += part.fen();
        let end = usize::try_from((before * room_wide + total / 2) / total).unwrap_or_default().min(room);
        let cells = end.saturating_sub(drawn);
        drawn += cells;
        spans.push(Span::styled(theme.glyphs.bar[place].repeat(cells), theme.style(part_meaning(place))));
    }
    spans
}

/// The settlement line by line; two columns where both ends differ.
fn table(estimate: &Estimate, text: &Text, theme: &Theme) -> Vec<Line<'static>> {
    let shown = estimate::shown(estimate.low(), estimate.high());
    let exact = estimate.low() == estimate.high();
    let label = shown.iter().map(|(line, ..)| width(&text.line(*line))).max().unwrap_or_default() + 2;
    let widest = shown.iter().map(|(_, low, high)| text.money(*low.max(high)).len()).max();
    let (best, worst) = (text.best_case(), text.worst_case());
    let column = widest.unwrap_or_default().max(width(&best)).max(width(&worst));
    let mut lines = Vec::new();
    if !exact {
        lines.push(Line::raw(format!(
            "   {}{}  {}",
            " ".repeat(label),
            pad_left(&best, column),
            pad_left(&worst, column)
        )));
    }
    for (line, low, high) in shown {
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
        lines.push(Line::from(vec![
            Span::raw(format!("   {}", pad_right(&text.line(line), label))),
            Span::styled(numbers, theme.style(meaning)),
        ]));
    }
    lines
}

/// What causes the range, largest first, and which world each end is.
fn spread(estimate: &Estimate, text: &Text, theme: &Theme, cells: usize) -> Vec<Line<'static>> {
    if estimate.causes.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::styled(format!(" {}", text.spread_title()), theme.style(Meaning::Title))];
    for (cause, amount) in &estimate.causes {
        let words = text.spread_line(text.cause(*cause), text.money(*amount));
        lines.extend(sentences(&words, 3, Meaning::Plain, theme, cells));
    }
    for words in text.worlds(estimate) {
        lines.extend(sentences(&words, 3, Meaning::Plain, theme, cells));
    }
    lines.push(Line::default());
    lines
}

//! 对比: the same case by route and by tier, with bars; a row becomes the case.

use ratatui::text::{Line, Span};

use super::super::body::Body;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::{Chosen, ResultState, View, cost, pinned, sentences, title};
use crate::words::Text;
use crate::words::width::{pad_left, pad_right, width};
use yidi_core::estimate::Varied;
use yidi_core::num::Money;

/// Rows that can be highlighted.
pub(super) fn rows(state: &ResultState) -> usize {
    state.comparison.as_ref().map_or(0, |all| all.routes.len() + all.tiers.len())
}

/// The row of the case itself.
pub(super) fn here(state: &ResultState) -> usize {
    let (Ok(all), Ok(estimate)) = (&state.comparison, &state.estimate) else { return 0 };
    let routes = estimate.trips();
    let route = all.routes.iter().position(|row| routes.contains(row.what));
    let tier = || all.tiers.iter().position(|row| Some(row.what) == state.case.tier.known());
    route.or_else(tier).unwrap_or_default()
}

/// The highlighted row.
pub(super) fn chosen(state: &ResultState) -> Option<Chosen> {
    let all = state.comparison.as_ref().ok()?;
    let row = state.standing(View::Compare).row;
    let route = all.routes.get(row).map(|row| Chosen::Route(row.what));
    route.or_else(|| {
        let tier = row.checked_sub(all.routes.len()).and_then(|row| all.tiers.get(row));
        tier.map(|row| Chosen::Tier(row.what))
    })
}

/// A row in words.
struct ComparedRow {
    name: String,
    amount: String,
    low: Money,
    high: Money,
    cheapest: bool,
    now: bool,
}

fn shown<T: Copy>(
    rows: &[Varied<T>],
    text: &Text,
    name: impl Fn(T) -> String,
    now: impl Fn(T) -> bool,
) -> Vec<ComparedRow> {
    rows.iter()
        .map(|row| ComparedRow {
            name: name(row.what),
            amount: text.burden(row.burden()),
            low: row.personal.low(),
            high: row.personal.high(),
            cheapest: row.cheapest,
            now: now(row.what),
        })
        .collect()
}

/// Draws the view.
pub(super) fn draw(state: &ResultState, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    let (all, estimate) = match (&state.comparison, &state.estimate) {
        (Ok(all), Ok(estimate)) => (all, estimate),
        (Err(error), _) | (_, Err(error)) => {
            body.lines = sentences(&text.estimate_error(error), 1, Meaning::Warning, pen);
            // Before the bill is known nothing can be compared: the several bills stand here too.
            let ladder = cost::ladder_lines(state, pen);
            body.lines.extend((!ladder.is_empty()).then(Line::default));
            body.lines.extend(ladder.into_iter().map(|line| Line::raw(format!("   {line}"))));
            return body;
        }
    };
    if let Some(pinned) = &state.pinned {
        body.lines.extend(pinned::lines(pinned, estimate, pen));
    }
    let saving = text.saving(&state.case, all.saving, estimate.personal().is_exact());
    body.lines.extend(sentences(&saving, 1, Meaning::Title, pen));
    let current = estimate.trips();
    let routes = shown(&all.routes, text, |route| text.route(route), |route| current.contains(route));
    let tiers = shown(&all.tiers, text, |tier| text.tier(tier), |tier| Some(tier) == state.case.tier.known());
    let rows = || routes.iter().chain(&tiers);
    let scale = Scale {
        label: rows().map(|row| width(&row.name)).max().unwrap_or_default() + 2,
        column: rows().map(|row| width(&row.amount)).max().unwrap_or_default(),
        most: rows().map(|row| row.high).max().unwrap_or_default(),
        room: 0,
    };
    let scale = scale.within(cells, width(&text.compare_cheapest_now()));
    let mut number = 0;
    for (name, group) in [(text.compare_by_route(), &routes), (text.compare_by_tier(), &tiers)] {
        if group.is_empty() {
            continue;
        }
        body.lines.push(Line::default());
        body.lines.push(title(&name, theme));
        for row in group {
            let here = number == state.standing(View::Compare).row;
            body.row(number, here, line(row, here, &scale, pen));
            number += 1;
        }
    }
    if scale.room > 0 {
        body.lines.push(Line::default());
        let note = text.compare_note(theme.glyphs.bar[4], theme.glyphs.unsure);
        body.lines.extend(sentences(&note, 1, Meaning::Muted, pen));
    }
    body
}

/// How wide everything is.
struct Scale {
    label: usize,
    /// The amounts; nothing where they stand below the names.
    column: usize,
    most: Money,
    /// The bars; nothing where they have no room.
    room: usize,
}

/// A shorter bar says nothing.
const LEAST_BAR: usize = 6;

impl Scale {
    fn within(self, cells: usize, note: usize) -> Self {
        let amounts = 3 + self.label + self.column + 2;
        let column = if amounts > cells { 0 } else { self.column };
        let room = cells.saturating_sub(amounts + note + 2).min(60);
        Self { column, room: if room < LEAST_BAR { 0 } else { room }, ..self }
    }
}

fn line(row: &ComparedRow, here: bool, scale: &Scale, pen: Pen<'_>) -> Vec<Line<'static>> {
    let Pen { text, theme, .. } = pen;
    let mark = if here { " > " } else { "   " };
    let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
    let note = match (row.cheapest, row.now) {
        (true, true) => text.compare_cheapest_now(),
        (true, false) => text.compare_cheapest(),
        (false, true) => text.compare_now(),
        (false, false) => String::new(),
    };
    let room = scale.room;
    let cells = |money: Money| {
        let room = i64::try_from(room).unwrap_or_default();
        let most = scale.most.fen().max(1);
        usize::try_from((money.fen() * room + most / 2) / most).unwrap_or_default()
    };
    let (low, high) = (cells(row.low), cells(row.high));
    // From low to high both are possible.
    let bar = [
        Span::styled(theme.glyphs.bar[4].repeat(low), theme.style(Meaning::You)),
        Span::styled(theme.glyphs.unsure.repeat(high - low), theme.style(Meaning::You)),
        Span::raw(" ".repeat(room.saturating_sub(high) + 1)),
    ];
    let name = [Span::styled(mark, style), Span::styled(pad_right(&row.name, scale.label), style)];
    let note = Span::styled(note, theme.style(if row.cheapest { Meaning::Fund } else { Meaning::Plain }));
    if scale.column == 0 {
        let below = sentences(&row.amount, 5, Meaning::Amount, pen);
        return std::iter::once(name.into_iter().chain([note]).collect()).chain(below).collect();
    }
    let amount = Span::styled(pad_left(&row.amount, scale.column), theme.style(Meaning::Amount));
    let spans = name.into_iter().chain([amount, Span::raw("  ")]);
    let bar = bar.into_iter().filter(|_| room > 0);
    vec![spans.chain(bar).chain([note]).collect()]
}

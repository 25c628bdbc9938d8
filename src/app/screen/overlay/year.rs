//! The stays of a year, one a line, with what is used of each limit.

use jiff::civil::Date;
use ratatui::text::{Line, Span};

use super::super::bindings::Action;
use super::super::body::Body;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::outcome::{Below, OverlayOutcome};
use crate::report::{crossed_sentence, standing_line};
use crate::words::Text;
use crate::words::width::{pad_left, pad_right, visible, wrap};
use yidi_core::answers::{YearStay, YearStays};
use yidi_core::case::Field;
use yidi_core::estimate::{Burden, EstimateError, Line as Row, Open, Side};
use yidi_core::num::Span as Range;
use yidi_core::policy::{Book, Care};
use yidi_core::year::{SettledStays, Visit, Year, settle_stays};

/// The list, and the highlighted row.
#[derive(Clone, Debug)]
pub(in crate::screen) struct YearView {
    list: YearStays,
    row: usize,
    settled: Result<SettledStays, EstimateError>,
}

impl YearView {
    /// The list, settled.
    pub(in crate::screen) fn new(list: YearStays, book: &Book, today: Date) -> Self {
        let row = list.here;
        let settled = settle_stays(book, &list, today);
        Self { list, row, settled }
    }

    /// The list as it is now.
    pub(in crate::screen) fn list(&self) -> YearStays {
        self.list.clone()
    }

    /// The list as it is settled now, where it is.
    pub(in crate::screen) fn into_settled(self) -> Option<SettledStays> {
        self.settled.ok()
    }

    /// Highlights a row.
    pub(in crate::screen) fn pick_row(&mut self, row: usize) {
        self.row = row.min(self.list.stays.len().saturating_sub(1));
    }

    /// Takes a key.
    pub(super) fn act(&mut self, action: Action, below: &Below<'_>) -> OverlayOutcome {
        let last = self.list.stays.len().saturating_sub(1);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(last),
            Action::Continue => {
                let mut list = self.list.clone();
                list.here = self.row;
                return OverlayOutcome::Year(Box::new(list));
            }
            Action::NextStay => return OverlayOutcome::Chosen(Action::NextStay),
            // Nothing is printed of a year that is not settled; why not stands below the list.
            Action::PrintYear if self.settled.is_ok() => {
                return OverlayOutcome::Chosen(Action::PrintYear);
            }
            Action::Raise | Action::Lower => self.list.count(self.row, action == Action::Raise),
            Action::Delete => {
                self.list.remove(self.row);
                self.pick_row(self.row);
            }
            Action::Earlier if self.row > 0 => {
                self.list.swap(self.row, self.row - 1);
                self.row -= 1;
            }
            Action::Later if self.row < last => {
                self.list.swap(self.row, self.row + 1);
                self.row += 1;
            }
            _ => {}
        }
        if matches!(action, Action::Raise | Action::Lower | Action::Delete | Action::Earlier | Action::Later)
        {
            self.settled = settle_stays(below.world.book, &self.list, below.today);
        }
        OverlayOutcome::Stays
    }
}

/// Draws the list.
pub(in crate::screen) fn draw(view: &YearView, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    let visits = |place: usize| -> Vec<&Visit> {
        let Ok(settled) = &view.settled else { return Vec::new() };
        let of_place = |visit: &&Visit| settled.places.get(visit.entry) == Some(&place);
        settled.year.visits.iter().filter(of_place).collect()
    };
    for (place, stay) in view.list.stays.iter().enumerate() {
        let here = place == view.row;
        let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        let mark = if here { " > " } else { "   " };
        let line = row((place, stay), &visits(place), text, cells.saturating_sub(3));
        body.row(place, here, [Line::from(vec![Span::styled(mark, style), Span::styled(line, style)])]);
    }
    body.lines.push(Line::default());
    match &view.settled {
        Ok(settled) => below(&mut body, settled, &visits(view.row), pen),
        Err(error) => {
            let told = wrap(&text.estimate_error(error), cells.saturating_sub(2), 0);
            body.lines.extend(
                told.into_iter().map(|line| Line::styled(format!(" {line}"), theme.style(Meaning::Warning))),
            );
        }
    }
    body
}

/// In so many cells there is room for the bill as well.
const WITH_BILL: usize = 70;

/// One stay in one line: when, where, how often and how much, what the person pays.
fn row((place, stay): (usize, &YearStay), visits: &[&Visit], text: &Text, cells: usize) -> String {
    let draft = &stay.draft;
    let first = visits.first();
    let day =
        first.map_or_else(|| draft.typed(Field::Date).to_owned(), |visit| visit.best.case.date.to_string());
    let mut what = draft.care_place.map_or_else(String::new, |place| text.place_short(place).to_owned());
    if draft.care != Care::Inpatient {
        what = format!("{what} {}", text.visit(draft.care, draft.disease));
    }
    let times = if stay.times > 1 { format!("{}×", stay.times) } else { String::new() };
    let total = first.map_or_else(String::new, |visit| {
        let total = Range::between(visit.best.settlement.total, visit.worst.settlement.total);
        text.money_span(total)
    });
    let total = pad_left(&format!("{times}{total}"), 12);
    let pays = if visits.is_empty() {
        text.cases_unfinished()
    } else {
        let open = visits.iter().map(|visit| visit.open).fold(Open::default(), |one, other| one | other);
        text.burden(Burden { span: Year::personal(visits.iter().copied()), open })
    };
    let crossed =
        if visits.iter().any(|visit| crossed_sentence(text, visit).is_some()) { " *" } else { "  " };
    let paid = if visits.iter().any(|visit| visit.paid) { text.year_paid() } else { String::new() };
    let what = pad_right(&visible(&what, 0, 16), 16);
    let bill = if cells >= WITH_BILL { format!("{total} ") } else { String::new() };
    let number = pad_left(&(place + 1).to_string(), 2);
    let line =
        format!("{number} {} {what} {bill}{}{crossed} {paid}", pad_right(&day, 10), pad_left(&pays, 23));
    visible(line.trim_end(), 0, cells)
}

/// The sum, the limits, what the highlighted stay came to, what would have cost less.
fn below(body: &mut Body, settled: &SettledStays, visits: &[&Visit], pen: Pen<'_>) {
    let Pen { text, theme, cells } = pen;
    let SettledStays { year, comparison, .. } = settled;
    let put = |body: &mut Body, words: &str, meaning: Meaning| {
        for line in wrap(words, cells.saturating_sub(2), 2) {
            body.lines.push(Line::styled(format!(" {line}"), theme.style(meaning)));
        }
    };
    let years = year.years();
    for one in &years {
        let of_year: Vec<&Visit> = year.of(*one).collect();
        let personal = Year::personal(of_year.iter().copied());
        let total = Year::sum(of_year, Row::Total, Side::Worst);
        let words = text.year_sum(one.to_string(), text.money(total), text.money_span(personal));
        put(body, &words, Meaning::Amount);
        for standing in year.standings(*one) {
            put(body, &standing_line(text, &standing), Meaning::Plain);
        }
    }
    for crossed in visits.iter().filter_map(|visit| crossed_sentence(text, visit)) {
        put(body, &format!("* {crossed}"), Meaning::Warning);
    }
    let saves = comparison.as_ref().and_then(|one| one.filing_saves);
    if let Some(saves) = saves.filter(|saves| !saves.high().is_zero()) {
        put(body, &text.year_filing(text.money_span(saves)), Meaning::Muted);
    }
    let now = Year::personal(&year.visits);
    let tiers = comparison.iter().flat_map(|one| &one.tiers).filter(|other| other.personal.span != now);
    let tiers: Vec<String> =
        tiers.map(|other| text.year_total(text.tier(other.tier), text.burden(other.personal))).collect();
    if !tiers.is_empty() {
        put(body, &format!("{} {}", text.year_tiers(), text.list(tiers)), Meaning::Muted);
    }
}

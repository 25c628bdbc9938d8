//! The result: views of one estimate, drawn from it and never computing.

mod asked;
mod big;
mod compare;
mod cost;
mod curve;
mod explain;
mod grounds;
mod list;
pub(super) mod meaning;
mod paging;
mod panes;
mod pinned;
mod tabs;
mod taken;
mod timeline;

use std::collections::BTreeSet;
use std::rc::Rc;

use jiff::civil::Date;
use ratatui::text::Line;
use strum::VariantArray;

pub(super) use panes::Arranged;

use super::bindings::{Action, Context, Subject};
use super::pen::Pen;
use super::theme::{Meaning, Theme};
use crate::report;
use crate::report::Ground;
use crate::words::Text;
use yidi_core::case::{Case, Field};
use yidi_core::checklist::{Checklist, checklist};
use yidi_core::estimate;
use yidi_core::estimate::{
    Asks, Comparison, Curve, Elsewhere, Estimate, EstimateError, RuleSets, Rung, compare, estimate, ladder,
};
use yidi_core::num::Money;
use yidi_core::policy::{Book, FileError, Route, Tier};
use yidi_core::variants::all;

/// A view of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
enum View {
    /// What it costs (费用).
    Cost,
    /// What to do (清单).
    List,
    /// The same case by route and by tier (对比).
    Compare,
    /// The figures, and who says so (依据).
    Grounds,
    /// What the person pays against the bill (曲线).
    Curve,
}

impl View {
    const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);
}

/// Lines by which a key goes on below the last row, and above the first.
const BELOW: isize = 3;

/// Where a view stands.
#[derive(Clone, Copy, Debug, Default)]
struct ViewStanding {
    row: usize,
    /// How far it was scrolled away from the row.
    scroll: isize,
    /// What stands behind the row is shown.
    open: bool,
}

/// A row of the comparison was chosen: it becomes the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    Route(Route),
    Tier(Tier),
    Bill(Money),
    /// What would settle an unknown.
    Unknown(Subject),
}

/// How it is asked over the result.
fn subject(asks: Asks) -> Option<Subject> {
    match asks {
        // A place is chosen from its list.
        Asks::Question(Field::Insured | Field::CarePlace) => None,
        Asks::Question(field) => Some(Subject::Field(field)),
        Asks::Uncovered => Some(Subject::Uncovered),
    }
}

/// What the result shows.
#[derive(Clone, Debug)]
pub(super) struct ResultState {
    case: Case,
    /// The day on which it is looked at.
    today: Date,
    estimate: Result<Estimate, EstimateError>,
    comparison: Result<Comparison, EstimateError>,
    /// Made when it is looked at first.
    curve: Option<Result<Curve, EstimateError>>,
    /// The rules of other areas, where the area's own are missing, and what they come to.
    rule_sets: Option<Rc<RuleSets>>,
    elsewhere: Option<Elsewhere>,
    checklist: Result<Checklist, FileError>,
    list: list::ListState,
    /// Another case, kept to be seen beside this one.
    pinned: Option<Rc<Estimate>>,
    grounds: Vec<Ground>,
    /// Where the bill is not known, what several cost; else none.
    ladder: Vec<Rung>,
    /// The estimate of a usual bill then, whose unknown rules are to be asked for.
    usual: Option<Rc<Estimate>>,
    view: View,
    places: [ViewStanding; View::ALL.len()],
}

impl ResultState {
    /// Computes everything a result shows.
    pub(super) fn new(book: &Book, case: &Case, today: Date) -> Self {
        // Without them there is the range alone.
        let rule_sets = RuleSets::of(book, case).ok().flatten().map(Rc::new);
        Self::on(rule_sets, book, case, today)
    }

    fn on(rule_sets: Option<Rc<RuleSets>>, book: &Book, case: &Case, today: Date) -> Self {
        let estimate = estimate(book, case);
        let known = rule_sets.as_ref().zip(estimate.as_ref().ok());
        let elsewhere = known.and_then(|(sets, estimate)| sets.settle(estimate));
        let grounds = estimate.as_ref().map(|one| report::grounds(book, one, today)).unwrap_or_default();
        let is_open = matches!(estimate, Err(EstimateError::NoBill));
        let ladder = if is_open { ladder(book, case).unwrap_or_default() } else { Vec::new() };
        let usual =
            if is_open { estimate::estimate(book, &estimate::with_usual_bill(case)).ok() } else { None };
        let mut result = Self {
            usual: usual.map(Rc::new),
            case: *case,
            today,
            comparison: compare(book, case),
            curve: None,
            rule_sets,
            elsewhere,
            checklist: checklist(book, case, today),
            list: list::ListState::default(),
            pinned: None,
            estimate,
            grounds,
            ladder,
            // What is to be done hangs on no bill.
            view: if is_open { View::List } else { View::Cost },
            places: [ViewStanding::default(); View::ALL.len()],
        };
        result.places[View::Compare as usize].row = compare::here(&result);
        result
    }

    /// The result of another case, looked at in the same place.
    pub(super) fn follow(&self, book: &Book, case: &Case, today: Date) -> Self {
        let kept = self.rule_sets.as_ref().filter(|sets| sets.are_for(case));
        let next = kept.map_or_else(
            || Self::new(book, case, today),
            |sets| Self::on(Some(Rc::clone(sets)), book, case, today),
        );
        let next = Self { view: self.view, places: self.places, ..next };
        let mut next = next.with_ticks_of(self);
        for view in View::ALL {
            let last = next.rows(view).saturating_sub(1);
            let place = &mut next.places[view as usize];
            place.row = place.row.min(last);
            place.scroll = 0;
        }
        next
    }

    /// The same with what is pinned, and with what was ticked earlier, where it was for
    /// the same trip: another trip is another person's list, or another list.
    pub(super) fn with_ticks_of(self, earlier: &Self) -> Self {
        let trip = |result: &Self| (result.case.insured, result.case.care_place);
        let list = if trip(&self) == trip(earlier) { earlier.list.clone() } else { self.list };
        Self { list, pinned: earlier.pinned.clone(), ..self }
    }

    /// Makes what is looked at on a screen of this size and not made yet.
    pub(super) fn make_visible(&mut self, book: &Book, size: (u16, u16)) {
        let shows_curve = self.view == View::Curve || panes::are_four(size);
        if shows_curve && self.curve.is_none() {
            self.curve = Some(estimate::curve(book, &self.case));
            // The case's own bill is looked at.
            self.places[View::Curve as usize].row = curve::here(self);
        }
    }

    /// The estimate, where there is one.
    pub(super) fn estimate(&self) -> Option<&Estimate> {
        self.estimate.as_ref().ok()
    }

    /// Ids of what is ticked.
    pub(super) const fn ticked(&self) -> &BTreeSet<String> {
        self.list.ticked()
    }

    /// What was ticked when the case was saved.
    pub(super) fn take_ticks(&mut self, ticked: BTreeSet<String>) {
        self.list.take(ticked);
    }

    /// Where keys are looked up.
    pub(super) const fn context(&self) -> Context {
        match self.view {
            // A bill is chosen like a row of the comparison.
            View::Cost if !self.ladder.is_empty() => Context::Compare,
            View::Cost | View::Grounds if self.place().open => Context::Opened,
            View::Cost => Context::Cost,
            View::List => Context::List,
            View::Compare => Context::Compare,
            View::Grounds => Context::Grounds,
            View::Curve => Context::Curve,
        }
    }

    /// How many rows of a view can be highlighted.
    fn rows(&self, view: View) -> usize {
        match view {
            View::Cost => cost::rows(self),
            View::List => list::rows(self),
            View::Compare => compare::rows(self),
            View::Grounds => grounds::rows(self),
            View::Curve => curve::rows(self),
        }
    }

    /// The bill of the curve that is looked at, by its place.
    const fn curve_at(&self) -> usize {
        self.standing(View::Curve).row
    }

    const fn place(&self) -> ViewStanding {
        self.standing(self.view)
    }

    /// Where a view stands.
    const fn standing(&self, view: View) -> ViewStanding {
        self.places[view as usize]
    }

    fn place_mut(&mut self) -> &mut ViewStanding {
        &mut self.places[self.view as usize]
    }

    /// Takes a key; a row of the comparison that was chosen comes back.
    pub(super) fn act(&mut self, action: Action) -> Option<Chosen> {
        let last = self.rows(self.view).saturating_sub(1);
        match action {
            Action::NextView => self.turn_view(1),
            Action::PreviousView => self.turn_view(View::ALL.len() - 1),
            Action::View(number) => self.pick_view(usize::from(number)),
            Action::Label(label) => {
                // A digit is the number of a view.
                if let Some(number) = label.to_digit(10).and_then(|digit| usize::try_from(digit).ok()) {
                    self.pick_view(number);
                }
            }
            // Above the first row stands what leads to it.
            Action::Up if self.place().row == 0 && self.view != View::Curve => {
                self.place_mut().scroll -= BELOW;
            }
            Action::Up => self.move_to(self.place().row.saturating_sub(1)),
            // Below the last row the rest of it is shown.
            Action::Down if self.place().row >= last => self.place_mut().scroll += BELOW,
            Action::Down => self.move_to((self.place().row + 1).min(last)),
            Action::First => self.move_to(0),
            Action::Last => self.move_to(last),
            Action::Tick => {
                self.tick();
                // What was ticked is seen, wherever a page key had gone.
                self.place_mut().scroll = 0;
            }
            Action::Open if self.view == View::Compare => return compare::chosen(self),
            Action::Open if self.view == View::Curve => return curve::chosen(self).map(Chosen::Bill),
            Action::Open if self.view == View::Cost && !self.ladder.is_empty() => {
                let total = self.ladder.get(self.place().row).map(|rung| rung.total);
                self.move_to(0);
                return total.map(Chosen::Bill);
            }
            Action::Open => {
                if let Some(subject) = self.unknown_here() {
                    return Some(Chosen::Unknown(subject));
                }
                // The last row of all is read, and has nothing behind it.
                if self.view == View::Cost && self.place().row >= self.shown_lines().len() {
                    return None;
                }
                let place = self.place_mut();
                *place = ViewStanding { open: !place.open, scroll: 0, ..*place };
            }
            _ => {}
        }
        None
    }

    /// What would settle the unknowns, those that move the most first.
    pub(super) fn unknowns(&self) -> impl Iterator<Item = Subject> {
        self.estimate.iter().flat_map(Estimate::all_asks).filter_map(subject)
    }

    /// What would settle the cause of the spread that is highlighted.
    fn unknown_here(&self) -> Option<Subject> {
        let estimate = self.estimate.as_ref().ok().filter(|_| self.view == View::Cost)?;
        let at = self.place().row.checked_sub(self.shown_lines().len())?;
        subject(estimate.asks(estimate.causes.get(at)?.0)?)
    }

    /// A row was clicked: it is highlighted, and opened or ticked at a second click.
    pub(super) fn click(&mut self, row: usize) -> Option<Chosen> {
        if self.place().row == row {
            let again = if self.view == View::List { Action::Tick } else { Action::Open };
            return self.act(again);
        }
        self.go_to(row);
        None
    }

    /// The highlighted row.
    pub(super) const fn row(&self) -> usize {
        self.place().row
    }

    /// Highlights a row.
    pub(super) fn go_to(&mut self, row: usize) {
        self.move_to(row.min(self.rows(self.view).saturating_sub(1)));
    }

    /// Looks so many lines further down; the highlighted row stays.
    pub(super) fn scroll(&mut self, lines: isize) {
        self.place_mut().scroll += lines;
    }

    fn tick(&mut self) {
        let row = self.place().row;
        if let Ok(checklist) = &self.checklist {
            self.list.tick(checklist, row);
        }
    }

    fn move_to(&mut self, row: usize) {
        let place = self.place_mut();
        *place = ViewStanding { row, scroll: 0, ..*place };
    }

    fn turn_view(&mut self, by: usize) {
        self.view = View::ALL[(self.view as usize + by) % View::ALL.len()];
    }

    /// Shows a view by its number, from 1.
    fn pick_view(&mut self, number: usize) {
        if let Some(view) = number.checked_sub(1).and_then(|place| View::ALL.get(place)) {
            self.view = *view;
        }
    }

    /// Drawing found that it cannot be scrolled further.
    pub(super) fn scrolled(&mut self, scroll: isize) {
        self.place_mut().scroll = scroll;
    }

    /// The routes that are possible, in words.
    pub(super) fn routes(&self, text: &Text) -> String {
        // Without an estimate those that are to be filed.
        let of_list = || self.checklist.as_ref().map(|list| list.routes).unwrap_or_default();
        let routes = self.estimate.as_ref().map_or_else(|_| of_list(), Estimate::routes);
        routes.iter().map(|route| text.route_of(&self.case, route)).collect::<Vec<_>>().join(" / ")
    }

    /// The estimate, or what is said where there is none.
    fn settled(&self, pen: Pen<'_>) -> Result<&Estimate, Vec<Line<'static>>> {
        let told = |error| sentences(&pen.text.estimate_error(error), 1, Meaning::Warning, pen);
        self.estimate.as_ref().map_err(told)
    }

    /// The case it is of.
    pub(super) const fn case(&self) -> &Case {
        &self.case
    }

    /// The lines of the settlement that are shown.
    fn shown_lines(&self) -> Vec<estimate::Line> {
        let shown = |estimate: &Estimate| estimate::shown(estimate.low(), estimate.high());
        let lines = self.estimate.as_ref().map(shown).unwrap_or_default();
        lines.into_iter().map(|(line, ..)| line).collect()
    }
}

/// Text in the margin of a view, wrapped.
fn sentences(words: &str, indent: usize, meaning: Meaning, pen: Pen<'_>) -> Vec<Line<'static>> {
    let Pen { theme, cells, .. } = pen;
    let margin = " ".repeat(indent);
    crate::words::width::wrap(words, cells.saturating_sub(indent + 1), 0)
        .into_iter()
        .map(|part| Line::styled(format!("{margin}{part}"), theme.style(meaning)))
        .collect()
}

/// A title inside a view.
fn title(words: &str, theme: &Theme) -> Line<'static> {
    Line::styled(format!(" {words}"), theme.style(Meaning::Title))
}

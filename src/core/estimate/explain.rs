//! The workings of a line: settled once more, with every step noted.

use std::sync::Arc;

use super::lines::Line;
use super::settle::settle_noting;
use super::terms::Side;
use super::trail::{Notes, TrailAmount, TrailStep};
use super::yearly::in_year;
use super::{Outcome, decide};
use crate::case::{Case, Field};
use crate::num::{Fraction, Money};
use crate::policy::{Figure, Item};

/// How one line came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The line.
    pub line: Line,
    /// Its amount.
    pub amount: Money,
    /// The steps to it, to be rounded half up to the fen after the last; none
    /// where no fund pays anything.
    pub steps: Vec<TrailStep>,
    /// The figures it uses.
    pub figures: Vec<Arc<Figure>>,
}

impl Explained {
    /// The amount worked out again from the steps alone.
    pub fn redone(&self) -> Money {
        self.steps.iter().fold(Fraction::ZERO, |value, step| step.take(value)).rounded()
    }
}

#[derive(Default)]
struct Noted(Vec<(Line, TrailStep)>);

impl Notes for Noted {
    fn note(&mut self, line: Line, step: impl FnOnce() -> TrailStep) {
        self.0.push((line, step()));
    }
}

/// How every line of one end of a run came about, in the order of the lines.
pub fn explain(case: &Case, run: &Outcome, side: Side) -> Vec<Explained> {
    let case = &in_year(case, side);
    let Some((bill, numbers)) = decide(case, run.terms_at(side), |_| side) else { return Vec::new() };
    let mut noted = Noted::default();
    note_bill(case, run, side, &mut noted);
    let settlement = settle_noting(&bill, &case.year, run.terms_at(side).account(case), &numbers, &mut noted);
    // What cannot matter is not told.
    let tells = |item: Item| run.matters(item) || run.figures_at(side).any(|figure| figure.item == item);
    let is_idle = |step: &TrailStep| matches!(step, TrailStep::AtMost { what: TrailAmount::Figure(item), .. } if !tells(*item));
    let of = |line: Line| {
        let reached = line.items().is_empty() || line.items().iter().any(|item| tells(*item));
        let of_line = noted.0.iter().filter(move |(noted, _)| reached && *noted == line);
        of_line.map(|(_, step)| *step).filter(|step| !is_idle(step))
    };
    let figures = |line: Line| {
        let of_item = |item| run.figures_at(side).filter(move |figure| figure.item == item);
        line.items().iter().flat_map(move |item| of_item(*item)).cloned().collect()
    };
    Line::ALL
        .into_iter()
        .filter_map(|line| {
            Some(Explained {
                line,
                amount: settlement.line(line)?,
                steps: of(line).collect(),
                figures: figures(line),
            })
        })
        .collect()
}

/// Step 1: the bill as it was given.
fn note_bill(case: &Case, run: &Outcome, side: Side, notes: &mut impl Notes) {
    let bill = &case.bill;
    let total = if side == Side::Best { bill.low() } else { bill.high() };
    notes.note(Line::Total, || TrailStep::Plus(TrailAmount::Answer(Field::Total), total));
    let Some([own_expense, prepay, over_limit]) = bill.split() else {
        if let Some(share) = run.terms.uncovered_share.value() {
            let share = if side == Side::Best { share.low() } else { share.high() };
            notes.note(Line::Uncovered, || TrailStep::Plus(TrailAmount::Line(Line::Total), total));
            notes.note(Line::Uncovered, || TrailStep::Times(share.into()));
        }
        notes.note(Line::Uncovered, || TrailStep::AtLeast(TrailAmount::KnownParts, bill.known_parts()));
        notes.at_most(Line::Uncovered, TrailAmount::Line(Line::Total), Some(total), Money::ZERO);
        return;
    };
    notes.note(Line::OwnExpense, || TrailStep::Plus(TrailAmount::Answer(Field::OwnExpense), own_expense));
    match bill.class_b {
        Some((amount, rate)) => {
            notes.note(Line::Prepay, || TrailStep::Plus(TrailAmount::Answer(Field::ClassB), amount));
            notes.note(Line::Prepay, || TrailStep::Times(rate.into()));
        }
        None => notes.note(Line::Prepay, || TrailStep::Plus(TrailAmount::Answer(Field::Prepay), prepay)),
    }
    notes.note(Line::OverLimit, || TrailStep::Plus(TrailAmount::Answer(Field::OverLimit), over_limit));
}

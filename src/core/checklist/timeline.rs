//! What falls on which day: the visit, today, every deadline of the list.

use jiff::civil::Date;

use super::{Checklist, Todo};
use crate::case::Case;
use crate::policy::Care;

/// What falls on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// The day of admission.
    Admission,
    /// The day of discharge, or of a visit without a stay.
    Discharge,
    /// The day on which it is looked at.
    Today,
    /// The last day of an item, by its place in the list.
    Deadline(usize),
    /// A later last day of an item that was seen elsewhere, where no rule is known
    /// for everybody.
    SeenElsewhere(usize),
}

/// A day with what falls on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// What falls on it.
    pub event: Event,
}

/// The days of a case in their order, seen on a day; none where no day of the
/// visit is known, for then no deadline has one.
///
/// Of several items with one day each is named. A later day that was seen
/// elsewhere is named once for all items that have it.
pub fn timeline(case: &Case, checklist: &Checklist, today: Date) -> Vec<Moment> {
    let admission = case.admitted.filter(|_| case.care == Care::Inpatient);
    let visit = admission.map(|day| Moment { day, event: Event::Admission });
    let discharge = case.discharged.map(|day| Moment { day, event: Event::Discharge });
    let mut moments: Vec<Moment> = visit.into_iter().chain(discharge).collect();
    for (at, todo) in checklist.todos.iter().enumerate() {
        moments.extend(last_day(todo).map(|day| Moment { day, event: Event::Deadline(at) }));
        let seen = todo.by.iter().flat_map(|by| &by.also_seen).filter_map(|(_, due)| due.date());
        for day in seen {
            let is_named = |one: &Moment| one.day == day && matches!(one.event, Event::SeenElsewhere(_));
            if !moments.iter().any(is_named) {
                moments.push(Moment { day, event: Event::SeenElsewhere(at) });
            }
        }
    }
    if moments.is_empty() {
        return moments;
    }
    moments.push(Moment { day: today, event: Event::Today });
    moments.sort_unstable();
    moments
}

/// The deadline that comes next: the first that is not over.
pub fn next_deadline(moments: &[Moment], today: Date) -> Option<Moment> {
    let is_next = |one: &&Moment| one.day >= today && matches!(one.event, Event::Deadline(_));
    moments.iter().find(is_next).copied()
}

fn last_day(todo: &Todo) -> Option<Date> {
    todo.by.as_ref().and_then(|by| by.due.date())
}

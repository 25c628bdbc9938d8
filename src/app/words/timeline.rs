//! What falls on which day, in words.

use jiff::civil::Date;

use super::Text;
use yidi_core::case::Case;
use yidi_core::checklist::{Checklist, Event, Moment};
use yidi_core::policy::Care;

impl Text {
    /// What falls on a day: the visit, today, or what must be done by then. Past days
    /// are told as such: what was missed is still to be done.
    pub fn moment(&self, moment: Moment, checklist: &Checklist, case: &Case, today: Date) -> String {
        let task = |at: usize| checklist.todos.get(at).map_or("", |todo| self.words(&todo.task));
        match moment.event {
            Event::Admission => self.event_admission(),
            Event::Discharge if case.care == Care::Inpatient => self.event_discharge(),
            Event::Discharge => self.event_visit(),
            Event::Today => self.today(),
            Event::Deadline(at) => {
                let days = today.until(moment.day).map_or(0, |span| span.get_days());
                match days {
                    0 => self.timeline_today(task(at)),
                    1.. => self.timeline_left(i64::from(days), task(at)),
                    _ => self.timeline_past(i64::from(-days), task(at)),
                }
            }
            Event::SeenElsewhere(at) => self.timeline_seen(task(at)),
        }
    }
}

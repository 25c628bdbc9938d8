//! What a person takes away from a result: the sheet, a text, the days.

use jiff::civil::Date;

use super::super::context::ScreenContext;
use super::ResultState;
use crate::report;
use crate::sheet::{Document, Edition, Handout, handout};
use crate::words::Text;

impl ResultState {
    /// The deadlines as a calendar file; nothing where none has a day.
    pub(in crate::screen) fn calendar(&self, text: &Text) -> Option<String> {
        report::calendar(text, &self.case, self.checklist.as_ref().ok()?, self.today)
    }

    /// The sheet to take home, with what is ticked.
    pub(in crate::screen) fn handout(
        &self,
        world: &ScreenContext<'_>,
        today: Date,
        note: &str,
        edition: Edition,
    ) -> Option<Document> {
        let made_of = Handout {
            case: &self.case,
            estimate: self.estimate.as_ref(),
            comparison: self.comparison.as_ref().ok(),
            checklist: self.checklist.as_ref().ok()?,
            ticked: self.list.ticked(),
            pinned: self.pinned.as_deref(),
            note,
            edition,
        };
        Some(handout(world.book, &made_of, world.text, today))
    }

    /// The estimate as text, where there is one.
    pub(in crate::screen) fn summary_text(&self, world: &ScreenContext<'_>) -> Option<String> {
        self.estimate().map(|estimate| report::estimate_text(world.text, world.book, estimate))
    }

    /// The checklist as text.
    pub(in crate::screen) fn list_text(&self, world: &ScreenContext<'_>) -> Option<String> {
        let checklist = self.checklist.as_ref().ok()?;
        Some(report::checklist_text(world.text, &self.case, checklist, self.asked_about()))
    }
}

//! The result on paper and as text.

use jiff::civil::Date;

use super::super::context::ScreenContext;
use super::ResultState;
use crate::report;
use crate::sheet::{Document, Handout, handout};
use yidi_core::estimate::Estimate;
use yidi_core::policy::Value;
use yidi_core::policy::own::Rule;
use yidi_core::rules;

impl ResultState {
    /// The sheet to take home, with what is ticked.
    pub(in crate::screen) fn handout(
        &self,
        world: &ScreenContext<'_>,
        today: Date,
        note: &str,
    ) -> Option<Document> {
        let made_of = Handout {
            case: &self.case,
            estimate: self.estimate.as_ref(),
            comparison: self.comparison.as_ref().ok(),
            checklist: self.checklist.as_ref().ok()?,
            ticked: self.list.ticked(),
            pinned: self.pinned.as_deref(),
            note,
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

    /// The rules of the insured area that were told, as far as they can be kept.
    pub(in crate::screen) fn told_rules(&self) -> Vec<(Rule, Value)> {
        let routes = self.estimate().map(Estimate::routes).unwrap_or_default();
        let mut routes = routes.iter();
        let route = routes.next().filter(|_| routes.next().is_none());
        rules::told_rules(&self.case, route)
    }

    /// The estimate whose unknown rules are to be asked for: of a usual bill where this
    /// one is not known.
    pub(super) fn asked_about(&self) -> Option<&Estimate> {
        self.estimate().or(self.usual.as_deref())
    }
}

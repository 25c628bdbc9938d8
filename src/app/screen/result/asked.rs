//! What a result leaves to be asked, and what was told that can be kept.

use super::ResultState;
use yidi_core::estimate::Estimate;
use yidi_core::policy::Value;
use yidi_core::policy::own::Rule;
use yidi_core::rules;

impl ResultState {
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

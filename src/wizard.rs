//! The wizard: which questions there are, in which order, and which a case needs.
//!
//! Knows nothing of how a question is shown: the screen and the line mode ask
//! from the same order.

use crate::case::{Draft, Field, Reason, routing};
use crate::policy::{Place, Routes};

/// A question of the wizard, one a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Where the person is insured.
    Insured,
    /// Where treatment happens.
    CarePlace,
    /// Scheme and status.
    Status,
    /// Hospital tier.
    Tier,
    /// Trip and bill.
    Trip,
    /// Check your answers.
    Check,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 6] =
        [Self::Insured, Self::CarePlace, Self::Status, Self::Tier, Self::Trip, Self::Check];

    /// Its number, from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).map_or(1, |place| place + 1)
    }

    /// The step after this one, where there is one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// The step before this one, where there is one.
    pub fn previous(self) -> Option<Self> {
        self.number().checked_sub(2).map(|place| Self::ALL[place])
    }

    /// The step on which a field is asked.
    pub const fn of(field: Field) -> Self {
        match field {
            Field::Insured => Self::Insured,
            Field::CarePlace => Self::CarePlace,
            Field::Scheme | Field::Status => Self::Status,
            Field::Tier => Self::Tier,
            Field::Reason
            | Field::Filed
            | Field::Total
            | Field::OwnExpense
            | Field::Prepay
            | Field::OverLimit
            | Field::Date => Self::Trip,
        }
    }
}

/// Whether a step's question has an answer.
pub fn answered(draft: &Draft, step: Step) -> bool {
    match step {
        Step::Insured => draft.insured.is_some(),
        Step::CarePlace => draft.care_place.is_some(),
        Step::Status => draft.status.is_some(),
        Step::Tier => draft.tier.is_some(),
        Step::Trip => !draft.total.trim().is_empty() && draft.bill_problems().is_empty(),
        Step::Check => false,
    }
}

/// The routes that the answers so far leave possible; none before both places
/// are known. An alliance is left out: it changes no question.
pub fn routes(draft: &Draft) -> Routes {
    let (Some(insured), Some(care)) = (draft.insured, draft.care_place) else {
        return Routes::empty();
    };
    let areas = match insured {
        Place::Area(area) => vec![area],
        Place::Province(province) => province.insured_areas().collect(),
    };
    areas
        .into_iter()
        .map(|area| routing(area, care, draft.reason, draft.filed, false).routes)
        .fold(Routes::empty(), |all, routes| all | routes)
}

/// The fields of step 5 that this draft needs, in the order they are shown.
///
/// Reason and filing matter only where the trip may leave the province, and an
/// emergency counts as filed. `more` adds the fields that may stay unknown.
pub fn trip_fields(draft: &Draft, more: bool) -> Vec<Field> {
    let mut fields = vec![Field::Total];
    if routes(draft).iter().any(crate::policy::Route::crosses_provinces) {
        fields.push(Field::Reason);
        if draft.reason != Reason::Emergency {
            fields.push(Field::Filed);
        }
    }
    if more {
        fields.extend([Field::OwnExpense, Field::Prepay, Field::OverLimit, Field::Date]);
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::resolve;

    fn between(from: &str, to: &str) -> Draft {
        Draft { insured: resolve(from).ok(), care_place: resolve(to).ok(), ..Draft::default() }
    }

    #[test]
    fn steps_follow_each_other_both_ways() {
        for (place, step) in Step::ALL.iter().enumerate() {
            assert_eq!(step.next(), Step::ALL.get(place + 1).copied());
            assert_eq!(step.next().and_then(Step::previous), step.next().map(|_| *step));
        }
        assert_eq!(Step::Insured.previous(), None);
    }

    #[test]
    fn only_a_trip_out_of_the_province_is_asked_about() {
        assert_eq!(trip_fields(&between("鞍山", "沈阳"), false), [Field::Total]);
        let away = trip_fields(&between("鞍山", "北京"), false);
        assert_eq!(away, [Field::Total, Field::Reason, Field::Filed]);
    }

    #[test]
    fn an_emergency_is_not_asked_whether_it_is_filed() {
        let mut draft = between("鞍山", "北京");
        draft.reason = Reason::Emergency;
        assert_eq!(trip_fields(&draft, false), [Field::Total, Field::Reason]);
    }
}

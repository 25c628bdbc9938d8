//! The wizard: which questions there are, in which order, and which a case needs.
//!
//! Knows nothing of how a question is shown: the screen and the line mode ask
//! from the same order.

use strum::VariantArray;

use super::chosen::chosen;
use crate::answers::Draft;
use crate::case::{Circumstance, Field, Possible, Reason, routing};
use crate::policy::{Care, Route, Routes, Scheme, Status};
use crate::variants::all;

/// A question of the wizard, one a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
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
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// Its number, from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).map_or(1, |at| at + 1)
    }

    /// The step after this one, where there is one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// The step before this one, where there is one.
    pub fn previous(self) -> Option<Self> {
        self.number().checked_sub(2).map(|at| Self::ALL[at])
    }

    /// The step on which a field is asked.
    pub const fn of(field: Field) -> Self {
        match field {
            Field::Insured => Self::Insured,
            Field::CarePlace => Self::CarePlace,
            Field::Scheme | Field::Status => Self::Status,
            Field::Tier => Self::Tier,
            _ => Self::Trip,
        }
    }
}

/// Whether a step's question has an answer.
pub fn answered(draft: &Draft, step: Step) -> bool {
    match step {
        Step::Insured => draft.insured.is_some(),
        Step::CarePlace => draft.care_place.is_some(),
        Step::Status => draft.possible_statuses().is_some(),
        Step::Tier => draft.possible_tiers().is_some(),
        Step::Trip => draft.trip_problems().is_empty(),
        Step::Check => false,
    }
}

/// The routes that the answers so far leave possible; none before both places
/// are known. An alliance is left out: it changes no question.
pub fn routes(draft: &Draft) -> Routes {
    let (Some(insured), Some(care)) = (draft.insured, draft.care_place) else {
        return Routes::empty();
    };
    insured
        .insured_areas()
        .into_iter()
        .map(|area| routing(area, care, draft.reason, draft.filed, false).routes)
        .fold(Routes::empty(), |all, routes| all | routes)
}

/// The fields of step 5 that this draft needs, in the order they are shown.
///
/// Reason and filing matter only where the trip may leave the insured area; an
/// emergency counts as filed, and has deadlines that hang on its days. `more`
/// adds the fields that may stay unknown and matter to this person.
pub fn trip_fields(draft: &Draft, more: bool) -> Vec<Field> {
    const DAYS: [Field; 2] = [Field::Admitted, Field::Date];
    let mut fields = vec![Field::Care];
    if draft.care == Care::Chronic {
        fields.push(Field::Disease);
    }
    fields.push(Field::Total);
    let leaves = routes(draft).iter().any(|route| route != Route::Local);
    let has_days = leaves && draft.reason == Reason::Emergency;
    if leaves {
        fields.push(Field::Reason);
        fields.extend(if has_days { &DAYS[..] } else { &[Field::Filed] });
    }
    if more {
        fields.extend([Field::OwnExpense, Field::Prepay]);
        let given = |field| !draft.typed(field).trim().is_empty();
        if !given(Field::Prepay) || given(Field::ClassB) || given(Field::ClassBRate) {
            fields.extend([Field::ClassB, Field::ClassBRate]);
        }
        fields.push(Field::OverLimit);
        fields.extend(if has_days { &[] } else { &DAYS[..] });
        fields.extend([Field::Networked, Field::Age, Field::Hardship]);
        let statuses = draft.possible_statuses().map(Possible::all).unwrap_or_default();
        if statuses.iter().any(|status| status.scheme() == Scheme::Employee) {
            fields.push(Field::Account);
        }
        if statuses.contains(Status::Retired) {
            fields.push(Field::RetiredIn);
        }
        fields.push(Field::Admission);
        fields.extend(Field::YEAR_TO_DATE);
        fields.extend([Field::Hospital, Field::Contribution]);
        let also = Circumstance::ALL.into_iter().filter(|also| is_asked(draft, *also, leaves));
        fields.extend(also.map(Field::Also));
        fields.extend(Field::RULES);
    } else {
        let needed = draft.circumstances.iter().flat_map(|also| also.entry().needs);
        for field in needed.filter(|field| **field != Field::Admitted || draft.care == Care::Inpatient) {
            if !fields.contains(field) {
                fields.push(*field);
            }
        }
    }
    fields
}

/// Whether a circumstance has a question of its own: where it was said already, or
/// where such a person may be asked about it.
fn is_asked(draft: &Draft, also: Circumstance, leaves: bool) -> bool {
    let may = also.entry().asked.is_some_and(|asked| {
        let status = draft.status.is_none_or(|status| asked.statuses.contains(&status));
        (asked.statuses.is_empty() || status)
            && (asked.care.is_empty() || asked.care.contains(&draft.care))
            && (!asked.away || leaves)
    });
    may || draft.circumstances.contains(also)
}

/// Every question that must be put to this draft, in order.
pub fn questions(draft: &Draft) -> Vec<Field> {
    let mut fields = vec![Field::Insured, Field::CarePlace, Field::Status, Field::Tier];
    fields.extend(trip_fields(draft, false));
    fields
}

/// The answers of the check page, in the order of the questions: what must be
/// asked, and of what may stay unknown the bill and what was answered.
pub fn checked(draft: &Draft) -> Vec<Field> {
    let mut fields = questions(draft);
    let told = |field: &Field| {
        matches!(field, Field::OwnExpense | Field::Prepay | Field::OverLimit | Field::Date)
            || !draft.typed(*field).is_empty()
            || chosen(draft, *field).is_some_and(|place| place > 0)
    };
    let more: Vec<Field> =
        trip_fields(draft, true).into_iter().filter(|field| told(field) && !fields.contains(field)).collect();
    fields.extend(more);
    fields
}

/// Questions that were asked and answered before and are not asked any more:
/// what was answered there does not count now.
pub fn no_longer_asked(before: &Draft, after: &Draft) -> Vec<Field> {
    let now = trip_fields(after, true);
    let answered = |field: &Field| {
        !before.typed(*field).trim().is_empty() || chosen(before, *field).is_some_and(|place| place > 0)
    };
    trip_fields(before, true).into_iter().filter(|field| answered(field) && !now.contains(field)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{choose, number_of, options, words_of};
    use crate::places::resolve;

    #[test]
    fn every_choice_has_words_and_a_number_of_its_own() {
        let draft =
            Draft { care: Care::Chronic, status: Some(Status::Retired), ..between("鞍山", "北京") };
        let fields = [vec![Field::Status, Field::Tier], trip_fields(&draft, true)].concat();
        for field in fields.into_iter().filter(|field| options(*field).is_some()) {
            let places = 0..options(field).unwrap();
            let mut words: Vec<&str> =
                places.clone().flat_map(|place| words_of(field, place)).copied().collect();
            assert!(places.clone().all(|place| !words_of(field, place).is_empty()), "{field:?}");
            let all = words.len();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), all, "{field:?}");
            let numbers: std::collections::BTreeSet<usize> =
                places.clone().map(|place| number_of(field, place)).collect();
            assert_eq!(numbers.len(), places.len(), "{field:?}");
        }
        assert_eq!([0, 3].map(|place| number_of(Field::Tier, place)), [3, 0], "tier 3 first, primary last");
    }

    #[test]
    fn the_check_page_holds_what_must_be_asked_and_what_was_answered() {
        let mut draft = between("鞍山", "北京");
        let bill = [Field::OwnExpense, Field::Prepay, Field::OverLimit, Field::Date];
        assert_eq!(checked(&draft), [questions(&draft), bill.to_vec()].concat());
        draft.write(Field::Age, "61");
        assert!(checked(&draft).contains(&Field::Age));
    }

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
    fn only_a_trip_out_of_the_area_is_asked_about() {
        assert_eq!(trip_fields(&between("鞍山", "鞍山"), false), [Field::Care, Field::Total]);
        for to in ["沈阳", "辽宁", "北京"] {
            let away = trip_fields(&between("鞍山", to), false);
            assert_eq!(away, [Field::Care, Field::Total, Field::Reason, Field::Filed], "{to}");
        }
    }

    #[test]
    fn an_emergency_is_asked_for_its_days_and_not_whether_it_is_filed() {
        let mut draft = between("鞍山", "北京");
        draft.reason = Reason::Emergency;
        let asked = [Field::Care, Field::Total, Field::Reason, Field::Admitted, Field::Date];
        assert_eq!(trip_fields(&draft, false), asked);
        let all = trip_fields(&draft, true);
        assert_eq!(all.iter().filter(|field| **field == Field::Date).count(), 1);
    }

    #[test]
    fn chronic_care_is_asked_for_its_disease_before_the_bill() {
        let draft = Draft { care: Care::Chronic, ..between("鞍山", "鞍山") };
        assert_eq!(trip_fields(&draft, false), [Field::Care, Field::Disease, Field::Total]);
    }

    #[test]
    fn every_choice_can_be_made_and_is_then_the_chosen_one() {
        let fields = [
            Field::Status,
            Field::Tier,
            Field::Care,
            Field::Disease,
            Field::Reason,
            Field::Filed,
            Field::Hardship,
            Field::Hospital,
            Field::Contribution,
            Field::Networked,
            Field::Also(Circumstance::Injury),
        ];
        for field in fields {
            let mut draft = Draft::default();
            for place in 0..options(field).unwrap() {
                choose(&mut draft, field, place);
                assert_eq!(chosen(&draft, field), Some(place), "{field:?}");
            }
            choose(&mut draft, field, 99);
            assert_eq!(chosen(&draft, field), Some(options(field).unwrap() - 1));
        }
        assert_eq!(options(Field::Total), None);
    }
}

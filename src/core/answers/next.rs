//! The next stay of the same person.

use super::Draft;
use crate::case::Field;

/// What stays for the next stay: the person, the places, the hospital, the trip, the
/// rules that were told.
/// The bill, the days and what the year has used so far are asked anew.
#[must_use]
pub fn next_stay(draft: &Draft) -> Draft {
    const OF_PERSON: [Field; 2] = [Field::Age, Field::RetiredIn];
    let mut next = draft.clone();
    // What was told of the area's rules holds for it as well.
    next.texts.retain(|field, _| OF_PERSON.contains(field) || Field::RULES.contains(field));
    next.circumstances.clear();
    next.year = None;
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Circumstance;
    use crate::places::resolve;
    use crate::policy::{Status, Tier};

    #[test]
    fn person_and_places_stay_and_the_bill_goes() {
        let mut draft = Draft {
            insured: resolve("鞍山").ok(),
            status: Some(Status::Retired),
            tier: Some(Tier::Three),
            ..Draft::default()
        };
        draft.circumstances |= Circumstance::Injury;
        for (field, typed) in
            [(Field::Total, "5万"), (Field::Age, "66"), (Field::YtdFund, "3"), (Field::Date, "1-2")]
        {
            draft.write(field, typed);
        }
        let next = next_stay(&draft);
        assert_eq!((next.insured, next.status, next.tier), (draft.insured, draft.status, draft.tier));
        assert_eq!(next.texts.into_iter().collect::<Vec<_>>(), [(Field::Age, "66".to_owned())]);
        assert!(next.circumstances.is_empty());
    }
}

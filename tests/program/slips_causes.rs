//! Which causes are worked out of a slip, and which numbers no rule has.

use yidi_core::policy::{Route, Status, Tier};
use yidi_core::reconcile::{Change, Like, Slip, SlipField};

use super::reconcile::{against, assumed};

/// Two answers at once: of 30 000 in scope, tier 2 on a long-term filing is
/// (30 000 − 500) × 84 % = 24 780, the retired on one (30 000 − 900) × 86 % = 25 026.
#[test]
fn two_answers_that_were_others_are_found_as_a_pair() {
    let like = Change::Like;
    let long_term = like(Like::Route(Route::LongTerm));
    for (first, deductible, fund, personal) in [
        (like(Like::Tier(Tier::Two)), "500", "24780", "5220"),
        (like(Like::Status(Status::Retired)), "900", "25026", "4974"),
    ] {
        let slip = numbers(&[
            (SlipField::Total, "30000"),
            (SlipField::Eligible, "30000"),
            (SlipField::Deductible, deductible),
            (SlipField::Fund, fund),
            (SlipField::Personal, personal),
        ]);
        let found = against(&assumed(), &slip);
        let cause = found.causes.first().unwrap_or_else(|| panic!("{first:?}: {:?}", found.verdict));
        assert_eq!((cause.change, cause.also.as_slice()), (first, [long_term].as_slice()));
    }
}

fn numbers(all: &[(SlipField, &str)]) -> Slip {
    let mut slip = Slip::default();
    for (field, typed) in all {
        slip.write(*field, typed).unwrap();
    }
    slip
}

/// A deductible that the slip does not name is one that rules have: at 69 % a fund of
/// 19 851.30 has one of 1 230, one of 19 848.54 had 1 234, one of 6 595.59 had 20 441.18.
#[test]
fn no_number_that_rules_do_not_have_is_worked_out() {
    for (fund, personal, deductible) in [
        ("19851.30", "10148.70", Some("1230.00")),
        ("19848.54", "10151.46", None),
        ("6595.59", "23404.41", None),
    ] {
        let all = [(SlipField::Total, "30000"), (SlipField::Fund, fund), (SlipField::Personal, personal)];
        let found = against(&assumed(), &numbers(&all));
        let worked_out = found.causes.iter().find_map(|cause| match cause.change {
            Change::Deductible(amount) => Some(amount.to_string()),
            _ => None,
        });
        assert_eq!(worked_out.as_deref(), deductible, "{:?}", found.causes);
    }
}

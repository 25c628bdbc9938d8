//! What several tests need: a case built from words, the day it is settled.

pub(crate) mod generators;

use jiff::civil::{Date, date};
use yidi::case::{Case, Draft, Filed, Reason};
use yidi::estimate::{Estimate, estimate};
use yidi::policy::{Book, Status, Tier, resolve};

/// The day on which every test settles.
pub(crate) const TODAY: Date = date(2026, 11, 22);

/// A draft of a plain stay, its bill split with nothing uncovered.
pub(crate) fn draft(from: &str, to: &str, status: Status, tier: Tier, total: &str) -> Draft {
    Draft {
        insured: Some(resolve(from).expect(from)),
        care_place: Some(resolve(to).expect(to)),
        status: Some(status),
        tier: Some(tier),
        total: total.to_owned(),
        own_expense: "0".to_owned(),
        prepay: "0".to_owned(),
        over_limit: "0".to_owned(),
        ..Draft::default()
    }
}

/// The same with a reason and a filing.
pub(crate) fn trip(mut draft: Draft, reason: Reason, filed: Filed) -> Draft {
    draft.reason = reason;
    draft.filed = filed;
    draft
}

/// The case of a draft that must be whole.
pub(crate) fn case(draft: &Draft) -> Case {
    draft.finish(TODAY).expect("a whole draft")
}

/// The estimate of a draft, on the data that is shipped.
pub(crate) fn settled(draft: &Draft) -> Estimate {
    let book = Book::embedded().expect("the shipped data");
    estimate(&book, &case(draft)).expect("an estimate")
}

//! Answers to be kept: every one in the words of the command line, by the name
//! of its question, so that what is kept can be read without the program.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::draft::{Draft, MOST_STAYS, MOST_TIMES, YearStay, YearStays};
use crate::answers::Question;
use crate::names::{self, slip_field};

/// The form in which answers are kept; a changed meaning gets a new number.
pub const RECORD_VERSION: u32 = 1;

/// The key of the other stays of a year.
const YEAR: &str = "year";

/// Every key of a record, in the order of the questions: the columns of a table.
pub fn record_keys() -> Vec<&'static str> {
    Question::all().map(Question::key).chain([YEAR]).collect()
}

/// An answer of a record that this program cannot read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordError {
    /// The question, as it is named there.
    pub key: String,
    /// The answer, as it stands there.
    pub value: String,
}

/// The answers of a draft, by the name of their question.
pub fn to_record(draft: &Draft) -> BTreeMap<String, String> {
    let kept = |question: &Question| Some((question.key().to_owned(), question.kept(draft)?));
    let year = draft.year.as_ref().map(|list| (YEAR.to_owned(), kept_stays(list)));
    Question::all().filter_map(kept).chain(year).collect()
}

/// The draft a record holds, and what of it cannot be read: that is left open.
pub fn from_record(record: &BTreeMap<String, String>) -> (Draft, Vec<RecordError>) {
    let mut draft = Draft::default();
    let mut unread = Vec::new();
    for (key, value) in record {
        if key == YEAR {
            draft.year = restored_stays(value).map(Box::new);
            if draft.year.is_none() {
                unread.push(RecordError { key: key.clone(), value: value.clone() });
            }
            continue;
        }
        let own = Question::all().find(|question| question.key() == key);
        let question = own.or_else(|| names::column(key).map(|column| Question::of(column.field)));
        if !question.is_some_and(|question| question.restore(&mut draft, value)) {
            unread.push(RecordError { key: key.clone(), value: value.clone() });
        }
    }
    (draft, unread)
}

/// The list in the form in which it is kept; the answers of the one that is looked
/// at are kept beside it.
fn kept_stays(list: &YearStays) -> String {
    let stay = |(at, stay): (usize, &YearStay)| {
        let paid = stay.paid.iter().map(|(field, typed)| (field.key().to_owned(), json!(typed)));
        let answers = (at != list.here).then(|| to_record(&stay.draft));
        json!({ "answers": answers, "times": stay.times, "paid": paid.collect::<Map<_, _>>() })
    };
    Json::Array(list.stays.iter().enumerate().map(stay).collect()).to_string()
}

/// A list that was kept; nothing where it cannot be read.
fn restored_stays(kept: &str) -> Option<YearStays> {
    let all: Vec<Json> = serde_json::from_str(kept).ok()?;
    let mut here = None;
    let mut stays = Vec::new();
    for (at, one) in all.iter().enumerate().take(MOST_STAYS) {
        let draft = match one.get("answers")? {
            Json::Null if here.is_none() => {
                here = Some(at);
                Draft::default()
            }
            Json::Object(answers) => {
                let text = |(key, value): (&String, &Json)| Some((key.clone(), value.as_str()?.to_owned()));
                let record = answers.iter().map(text).collect::<Option<BTreeMap<_, _>>>()?;
                // A list within a list is none.
                Draft { year: None, ..from_record(&record).0 }
            }
            _ => return None,
        };
        let times = one.get("times")?.as_u64().and_then(|times| u16::try_from(times).ok())?;
        let number = |(key, value): (&String, &Json)| Some((slip_field(key)?, value.as_str()?.to_owned()));
        let paid = one.get("paid")?.as_object()?.iter().map(number).collect::<Option<_>>()?;
        stays.push(YearStay { draft, times: times.clamp(1, MOST_TIMES), paid });
    }
    Some(YearStays { stays, here: here? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Word;
    use crate::case::{Circumstance, Field, Filed, Networked, Reason};
    use crate::places::{AreaId, Place, ProvinceId, resolve};
    use crate::policy::{Care, ContributionClass, Disease, HospitalClass, Scheme, Status, Tier};
    use proptest::option::of;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn places() -> impl Strategy<Value = Place> {
        let whole = ProvinceId::all().map(Place::whole);
        select(whole.chain(AreaId::all().map(Place::Area)).collect::<Vec<_>>())
    }

    fn all<T: Word + std::fmt::Debug>() -> impl Strategy<Value = T> {
        select(T::WORDS.iter().map(|(answer, _)| *answer).collect::<Vec<T>>())
    }

    prop_compose! {
        fn choices()(
            (insured, care_place) in (of(places()), of(places())),
            (scheme, status, tier) in (of(all::<Scheme>()), of(all::<Status>()), of(all::<Tier>())),
            (status_open, tier_open) in (any::<bool>(), any::<bool>()),
            (reason, filed, care) in (all::<Reason>(), all::<Filed>(), all::<Care>()),
            (disease, hospital) in (of(all::<Disease>()), of(all::<HospitalClass>())),
            (contribution, networked) in (of(all::<ContributionClass>()), all::<Networked>()),
            (hardship, also) in (any::<bool>(), prop::collection::vec(all::<Circumstance>(), 0..4)),
        ) -> Draft {
            Draft {
                insured, care_place, scheme, status, tier,
                status_is_open: status_open && status.is_none(),
                tier_is_open: tier_open && tier.is_none(),
                reason, filed, care, disease, hardship, hospital,
                contribution, networked,
                circumstances: also.into_iter().collect(),
                texts: BTreeMap::new(),
                year: None,
            }
        }
    }

    fn drafts() -> impl Strategy<Value = Draft> {
        // Anything can be typed, also what no reader takes.
        let texts = prop::collection::btree_map(
            select(Question::typed().map(|question| question.field).collect::<Vec<_>>()),
            "\\PC{1,12}",
            0..19,
        );
        (choices(), texts).prop_map(|(draft, texts)| Draft { texts, ..draft })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_draft_comes_back_as_it_was(draft in drafts()) {
            let record = to_record(&draft);
            let keys = record_keys();
            for key in record.keys() {
                prop_assert!(keys.contains(&key.as_str()), "{key} is no column");
            }
            prop_assert_eq!(from_record(&record), (draft, Vec::new()));
        }
    }

    #[test]
    fn names_and_codes_of_others_are_answers_as_well() {
        let record = BTreeMap::from(
            [
                ("insuplc_admdvs", "210300"),
                ("psn_type", "1101"),
                ("医院等级", "三级甲等"),
                ("结算时间", "46027"),
            ]
            .map(|(key, value)| (key.to_owned(), value.to_owned())),
        );
        let (draft, unread) = from_record(&record);
        assert_eq!((draft.insured, unread.len()), (resolve("鞍山").ok(), 0));
        assert_eq!((draft.status, draft.tier), (Some(Status::Active), Some(Tier::Three)));
        assert_eq!(draft.typed(Field::Date), "46027");
    }

    #[test]
    fn what_cannot_be_read_is_named_and_the_rest_is_taken() {
        let record = BTreeMap::from(
            [("from", "鞍山"), ("tier", "9"), ("mood", "good"), ("also", "injury,luck"), ("total", "5万")]
                .map(|(key, value)| (key.to_owned(), value.to_owned())),
        );
        let (draft, unread) = from_record(&record);
        let keys: Vec<&str> = unread.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["also", "mood", "tier"]);
        assert_eq!(draft.insured, resolve("鞍山").ok(), "a name a person wrote");
        assert_eq!((draft.typed(Field::Total), draft.tier), ("5万", None));
    }

    #[test]
    fn what_is_no_list_is_not_read() {
        for kept in ["", "[]", "{}", "[{\"answers\":null}]", "[{\"answers\":{},\"times\":1,\"paid\":{}}]"] {
            assert_eq!(restored_stays(kept), None, "{kept}");
        }
    }
}

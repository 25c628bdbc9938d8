//! Answers to be kept: every one in the words of the command line, by the name
//! of its question, so that what is kept can be read without the program.

use std::collections::BTreeMap;

use enumset::EnumSet;

use super::vocabulary::{Word, hear, word};
use crate::answers::Draft;
use crate::case::{Circumstance, Field};
use crate::places::{AreaId, Place, ProvinceId, resolve};

/// The form in which answers are kept; a changed meaning gets a new number.
pub const RECORD_VERSION: u32 = 1;

/// Every key of a record, in the order of the questions: the columns of a table.
pub fn record_keys() -> Vec<&'static str> {
    let mut fields = vec![
        Field::Insured,
        Field::CarePlace,
        Field::Scheme,
        Field::Status,
        Field::Tier,
        Field::Care,
        Field::Disease,
        Field::Reason,
        Field::Filed,
        Field::Networked,
        Field::Hardship,
        Field::Hospital,
        Field::Contribution,
        Field::Also(Circumstance::Injury),
    ];
    fields.extend(Field::TYPED);
    fields.sort_unstable();
    fields.into_iter().map(Field::key).collect()
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
///
/// Usual answers are written out as well: what is usual may change.
pub fn to_record(draft: &Draft) -> BTreeMap<String, String> {
    let mut record = BTreeMap::new();
    let mut put = |field: Field, answer: Option<String>| {
        if let Some(answer) = answer {
            record.insert(field.key().to_owned(), answer);
        }
    };
    let place = |place: Option<Place>| place.map(|place| place.code().to_string());
    put(Field::Insured, place(draft.insured));
    put(Field::CarePlace, place(draft.care_place));
    put(Field::Scheme, draft.scheme.map(said));
    put(Field::Status, draft.status.map(said));
    put(Field::Tier, draft.tier.map(said));
    put(Field::Care, Some(said(draft.care)));
    put(Field::Disease, draft.disease.map(said));
    put(Field::Reason, Some(said(draft.reason)));
    put(Field::Filed, Some(said(draft.filed)));
    put(Field::Networked, Some(said(draft.networked)));
    put(Field::Hardship, Some(if draft.hardship { YES } else { NO }.to_owned()));
    put(Field::Hospital, draft.hospital.map(said));
    put(Field::Contribution, draft.contribution.map(said));
    let also: Vec<&str> = draft.circumstances.iter().map(word).collect();
    put(ALSO, (!also.is_empty()).then(|| also.join(",")));
    for field in Field::TYPED {
        let typed = draft.typed(field);
        put(field, (!typed.is_empty()).then(|| typed.to_owned()));
    }
    record
}

/// The draft a record holds, and what of it cannot be read: that is left open.
pub fn from_record(record: &BTreeMap<String, String>) -> (Draft, Vec<RecordError>) {
    let mut draft = Draft::default();
    let mut unread = Vec::new();
    for (key, value) in record {
        if take(&mut draft, key, value).is_none() {
            unread.push(RecordError { key: key.clone(), value: value.clone() });
        }
    }
    (draft, unread)
}

const YES: &str = "yes";
const NO: &str = "no";
/// The one question with several answers; which circumstance it names here says nothing.
const ALSO: Field = Field::Also(Circumstance::Injury);

fn said<T: Word + PartialEq>(answer: T) -> String {
    word(answer).to_owned()
}

fn heard<T: Word>(field: Field, value: &str) -> Option<T> {
    hear(field, value).ok()
}

/// A place by its division code; by name where a person wrote the record.
fn place(value: &str) -> Option<Place> {
    let by_code = value.parse().ok().and_then(|code| {
        let province = ProvinceId::by_code(code).map(Place::whole);
        province.or_else(|| AreaId::by_code(code).map(Place::Area))
    });
    by_code.or_else(|| resolve(value).ok())
}

fn circumstances(value: &str) -> Option<EnumSet<Circumstance>> {
    value.split(',').map(|one| heard::<Circumstance>(ALSO, one)).collect()
}

fn yes_or_no(value: &str) -> Option<bool> {
    match value {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    }
}

/// Takes one answer; nothing where it cannot be read.
fn take(draft: &mut Draft, key: &str, value: &str) -> Option<()> {
    let fields = [Field::Insured, Field::CarePlace, Field::Scheme, Field::Status, Field::Tier, Field::Care];
    let more = [Field::Disease, Field::Reason, Field::Filed, Field::Networked, Field::Hardship];
    let last = [Field::Hospital, Field::Contribution, ALSO];
    let known = fields.into_iter().chain(more).chain(last).chain(Field::TYPED);
    let field = known.into_iter().find(|field| field.key() == key)?;
    match field {
        Field::Insured => draft.insured = Some(place(value)?),
        Field::CarePlace => draft.care_place = Some(place(value)?),
        Field::Scheme => draft.scheme = Some(heard(field, value)?),
        Field::Status => draft.status = Some(heard(field, value)?),
        Field::Tier => draft.tier = Some(heard(field, value)?),
        Field::Care => draft.care = heard(field, value)?,
        Field::Disease => draft.disease = Some(heard(field, value)?),
        Field::Reason => draft.reason = heard(field, value)?,
        Field::Filed => draft.filed = heard(field, value)?,
        Field::Networked => draft.networked = heard(field, value)?,
        Field::Hardship => draft.hardship = yes_or_no(value)?,
        Field::Hospital => draft.hospital = Some(heard(field, value)?),
        Field::Contribution => draft.contribution = Some(heard(field, value)?),
        Field::Also(_) => draft.circumstances = circumstances(value)?,
        typed => draft.write(typed, value),
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Filed, Networked, Reason};
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
            (reason, filed, care) in (all::<Reason>(), all::<Filed>(), all::<Care>()),
            (disease, hospital) in (of(all::<Disease>()), of(all::<HospitalClass>())),
            (contribution, networked) in (of(all::<ContributionClass>()), all::<Networked>()),
            (hardship, also) in (any::<bool>(), prop::collection::vec(all::<Circumstance>(), 0..4)),
        ) -> Draft {
            Draft {
                insured, care_place, scheme, status, tier, reason, filed, care, disease, hardship, hospital,
                contribution, networked,
                circumstances: also.into_iter().collect(),
                texts: BTreeMap::new(),
            }
        }
    }

    fn drafts() -> impl Strategy<Value = Draft> {
        // Anything can be typed, also what no reader takes.
        let texts = prop::collection::btree_map(select(Field::TYPED.to_vec()), "\\PC{1,12}", 0..19);
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
}

//! The other stays of the person's year, kept with the answers of the one that is
//! looked at.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::draft::Draft;
use super::record::{from_record, to_record};
use crate::names::{SlipField, slip_field};

/// So many times a stay can stand in a list.
pub const MOST_TIMES: u16 = 366;

/// So many stays a list may have.
pub const MOST_STAYS: usize = 99;

/// A stay, or visits that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearStay {
    /// Its answers.
    pub draft: Draft,
    /// How many of it there are; at least one.
    pub times: u16,
    /// The numbers of the real slip, as typed.
    pub paid: BTreeMap<SlipField, String>,
}

impl YearStay {
    /// One stay that is not settled yet.
    pub const fn of(draft: Draft) -> Self {
        Self { draft, times: 1, paid: BTreeMap::new() }
    }
}

/// Every stay of a year, and which of them is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearStays {
    /// The stays; at least one.
    pub stays: Vec<YearStay>,
    /// The place of the one that is looked at.
    pub here: usize,
}

impl YearStays {
    /// The stays of a draft: it alone, where it has no others.
    pub fn of(draft: &Draft) -> Self {
        let mut own = draft.clone();
        let mut all = match own.year.take() {
            Some(all) => *all,
            None => Self { stays: vec![YearStay::of(Draft::default())], here: 0 },
        };
        if let Some(stay) = all.stays.get_mut(all.here) {
            stay.draft = own;
        }
        all
    }

    /// The draft of the stay that is looked at, with the others in it where there are
    /// any, or where more is said of it than its answers.
    pub fn into_draft(mut self) -> Draft {
        let Some(stay) = self.stays.get_mut(self.here) else { return Draft::default() };
        let mut draft = std::mem::take(&mut stay.draft);
        let says_more = stay.times > 1 || !stay.paid.is_empty();
        if self.stays.len() > 1 || says_more {
            draft.year = Some(Box::new(self));
        }
        draft
    }

    /// Whether there is more than one.
    pub const fn is_list(&self) -> bool {
        self.stays.len() > 1
    }

    /// Adds a stay and looks at it; false where there is no room.
    pub fn add(&mut self, draft: Draft) -> bool {
        let has_room = self.stays.len() < MOST_STAYS;
        if has_room {
            self.stays.push(YearStay::of(draft));
            self.here = self.stays.len() - 1;
        }
        has_room
    }

    /// Lets two stays change places.
    pub fn swap(&mut self, at: usize, with: usize) {
        if at.max(with) < self.stays.len() {
            self.stays.swap(at, with);
            if self.here == at {
                self.here = with;
            } else if self.here == with {
                self.here = at;
            }
        }
    }

    /// Takes a stay out; the last one stays.
    pub fn remove(&mut self, at: usize) {
        if self.is_list() && at < self.stays.len() {
            self.stays.remove(at);
            if self.here > at || self.here >= self.stays.len() {
                self.here = self.here.saturating_sub(1);
            }
        }
    }

    /// One more like a stay, or one less.
    pub fn count(&mut self, at: usize, more: bool) {
        if let Some(stay) = self.stays.get_mut(at) {
            let times = if more { stay.times.saturating_add(1) } else { stay.times.saturating_sub(1) };
            stay.times = times.clamp(1, MOST_TIMES);
        }
    }

    /// The list in the form in which it is kept; the answers of the one that is looked
    /// at are kept beside it.
    pub(super) fn kept(&self) -> String {
        let stay = |(at, stay): (usize, &YearStay)| {
            let paid = stay.paid.iter().map(|(field, typed)| (field.key().to_owned(), json!(typed)));
            let answers = (at != self.here).then(|| to_record(&stay.draft));
            json!({ "answers": answers, "times": stay.times, "paid": paid.collect::<Map<_, _>>() })
        };
        Json::Array(self.stays.iter().enumerate().map(stay).collect()).to_string()
    }

    /// A list that was kept; nothing where it cannot be read.
    pub(super) fn restored(kept: &str) -> Option<Self> {
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
                    let text =
                        |(key, value): (&String, &Json)| Some((key.clone(), value.as_str()?.to_owned()));
                    let record = answers.iter().map(text).collect::<Option<BTreeMap<_, _>>>()?;
                    // A list within a list is none.
                    Draft { year: None, ..from_record(&record).0 }
                }
                _ => return None,
            };
            let times = one.get("times")?.as_u64().and_then(|times| u16::try_from(times).ok())?;
            let number =
                |(key, value): (&String, &Json)| Some((slip_field(key)?, value.as_str()?.to_owned()));
            let paid = one.get("paid")?.as_object()?.iter().map(number).collect::<Option<_>>()?;
            stays.push(YearStay { draft, times: times.clamp(1, MOST_TIMES), paid });
        }
        Some(Self { stays, here: here? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Field;

    fn draft(total: &str) -> Draft {
        let mut draft = Draft::default();
        draft.write(Field::Total, total);
        draft
    }

    fn three() -> YearStays {
        let mut all = YearStays::of(&draft("1"));
        all.add(draft("2"));
        all.add(draft("3"));
        all
    }

    fn totals(all: &YearStays) -> Vec<&str> {
        all.stays.iter().map(|stay| stay.draft.typed(Field::Total)).collect()
    }

    #[test]
    fn a_list_and_the_draft_that_holds_it_are_one() {
        let mut all = three();
        all.here = 1;
        all.count(2, true);
        all.stays[0].paid.insert(SlipField::Fund, "20".to_owned());
        let draft = all.clone().into_draft();
        assert_eq!((draft.typed(Field::Total), YearStays::of(&draft)), ("2", all));
        let record = to_record(&draft);
        assert_eq!(from_record(&record), (draft, Vec::new()));
        assert_eq!(YearStays::of(&self::draft("1")).into_draft(), self::draft("1"));
    }

    #[test]
    fn moving_and_taking_out_keep_what_is_looked_at() {
        let mut all = three();
        all.swap(2, 1);
        assert_eq!((totals(&all), all.here), (vec!["1", "3", "2"], 1));
        all.remove(0);
        assert_eq!((totals(&all), all.here), (vec!["3", "2"], 0));
        all.remove(0);
        all.remove(0);
        assert_eq!((totals(&all), all.here), (vec!["2"], 0));
    }

    #[test]
    fn what_is_no_list_is_not_read() {
        for kept in ["", "[]", "{}", "[{\"answers\":null}]", "[{\"answers\":{},\"times\":1,\"paid\":{}}]"] {
            assert_eq!(YearStays::restored(kept), None, "{kept}");
        }
    }
}

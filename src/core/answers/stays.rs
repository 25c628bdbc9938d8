//! The other stays of the person's year, kept with the answers of the one that is
//! looked at.

use super::draft::{Draft, MOST_STAYS, MOST_TIMES, YearStay, YearStays};

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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{from_record, to_record};
    use crate::case::Field;
    use crate::names::SlipField;

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
}

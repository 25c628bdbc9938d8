//! Answers as they are shown to be checked.

use jiff::civil::Date;

use super::{Lang, Text};
use yidi_core::answers;
use yidi_core::answers::{AmountError, Draft, parse_amount, parse_percent, parse_total};
use yidi_core::case::Field;
use yidi_core::places::{County, Place};

impl Text {
    /// An answer in words; nothing where it was not given.
    pub fn answer(&self, draft: &Draft, field: Field, today: Date) -> Option<String> {
        let amount = |typed: &str| match parse_amount(typed) {
            Ok(money) => Some(self.money_unit(money)),
            Err(_) if typed.trim().is_empty() => None,
            Err(_) => Some(typed.to_owned()),
        };
        match field {
            Field::Insured => draft.insured.map(|place| self.chosen_place(place)),
            Field::CarePlace => draft.care_place.map(|place| self.chosen_place(place)),
            Field::Total => match parse_total(draft.typed(field)) {
                Ok(total) => Some(self.yuan(self.money_span(total))),
                Err(AmountError::Empty) => Some(self.bill_unknown()),
                Err(_) => Some(draft.typed(field).to_owned()),
            },
            Field::Scheme | Field::Status => draft.possible_statuses().map(|status| self.statuses(status)),
            Field::Tier => draft.possible_tiers().map(|tier| self.tiers(tier)),
            Field::Date if draft.typed(field).trim().is_empty() => {
                Some(self.with_note(self.today(), self.date(today)))
            }
            Field::ClassBRate => {
                let rate = parse_percent(draft.typed(field));
                rate.map(|rate| self.percent(rate.to_string())).or_else(|| typed(draft, field))
            }
            Field::Admitted | Field::Date if draft.day(field, today).is_some() => {
                draft.day(field, today).map(|day| day.to_string())
            }
            Field::Admitted | Field::Date | Field::Age | Field::Admission | Field::RetiredIn => {
                typed(draft, field)
            }
            _ => match answers::options(field) {
                Some(_) => answers::chosen(draft, field).map(|place| self.option(field, place)),
                None => amount(draft.typed(field)),
            },
        }
    }

    /// That a county is counted as the pooling area it lies in.
    pub fn counted_as(&self, county: &County, place: Place) -> String {
        self.place_counted(self.county(county), self.place(place))
    }

    /// The name of a county; in English its pinyin, with what kind it is in Chinese.
    pub fn county(&self, county: &County) -> String {
        match self.lang {
            Lang::Zh => county.name.to_owned(),
            Lang::En => {
                let (first, rest) = county.pinyin.split_at(1.min(county.pinyin.len()));
                self.with_note(format!("{}{rest}", first.to_ascii_uppercase()), county.name)
            }
        }
    }

    /// A place that was chosen; a whole province is said to be one.
    pub fn chosen_place(&self, place: Place) -> String {
        match place {
            Place::Province(_) => self.with_note(self.place(place), self.whole_province()),
            Place::Area(_) => self.place(place).to_owned(),
        }
    }
}

fn typed(draft: &Draft, field: Field) -> Option<String> {
    Some(draft.typed(field).to_owned()).filter(|typed| !typed.trim().is_empty())
}

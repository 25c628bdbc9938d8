//! A patient's year in words.

use super::Text;
use yidi_core::estimate::{Counter, Line};
use yidi_core::policy::{Care, Item};

impl Text {
    /// A limit that was come to.
    pub fn crossed(&self, counter: Counter) -> String {
        match counter {
            Counter::Deductible => self.crossed_deductible(),
            Counter::Fund => self.crossed_cap(),
            Counter::Supplement => self.crossed_supplement(),
            Counter::Burden => self.crossed_line(),
            Counter::Catastrophic => self.crossed_catastrophic(),
            Counter::Aid => self.crossed_aid(),
            // It counts towards slices, not towards a limit.
            Counter::Eligible => self.line(Line::Eligible),
        }
    }

    /// A limit of the year, with the kind of care it counts.
    pub fn standing(&self, counter: Counter, care: Option<Care>) -> String {
        let name = match counter {
            Counter::Deductible => self.year_deductibles(),
            Counter::Eligible => self.line(Line::Eligible),
            Counter::Fund => self.item(Item::Cap),
            Counter::Supplement => self.item(Item::SupplementCap),
            Counter::Burden => self.year_burden(),
            Counter::Catastrophic => self.item(Item::CatastrophicCap),
            Counter::Aid => self.item(Item::AidCap),
        };
        match care {
            Some(care) => self.year_of_care(name, self.care(care)),
            None => name,
        }
    }
}

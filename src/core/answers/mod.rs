//! Answers: what was asked and typed, until it is a case.
//!
//! Wizard and command line both fill a [`Draft`] with what was typed; only
//! [`Draft::finish`] makes a [`Case`](crate::case::Case) of it, so there is one
//! set of rules and one set of messages.

mod amount;
mod bare;
mod choice;
mod chosen;
mod day;
mod draft;
mod express;
mod finish;
mod next;
mod nothing;
mod problem;
mod question;
mod questions;
mod read;
mod record;
mod rules;
mod spoken;
mod stays;
mod steps;
mod total;
mod typed;
mod vocabulary;
mod word_lists;

pub use amount::{AmountError, parse_amount, parse_amount_in};
pub use choice::{Choice, Slot};
pub use chosen::{choose, chosen, number_of, options, unknown, words_of};
pub use day::{is_day, parse_day, parse_day_after, parse_day_near};
pub use draft::{Draft, MOST_STAYS, MOST_TIMES, YearStay, YearStays, usual_status};
pub use express::{
    Assumed, Chip, Doubt, Express, LONGEST_LINE, Near, Unknown, express, express_usually_from,
};
pub use finish::settled_on;
pub use next::next_stay;
pub use nothing::is_nothing;
pub use problem::{Problem, ProblemKind, all_problems};
pub use question::{Answer, Heard, Question};
pub use questions::CARES;
pub use record::{RECORD_VERSION, RecordError, from_record, record_keys, to_record};
pub use rules::hear_rule;

pub use steps::{Step, answered, checked, no_longer_asked, questions, routes, trip_fields};
pub(crate) use total::is_rough;
pub use total::parse_total;
pub(crate) use typed::without_point;
pub use typed::{Typed, is_blank, is_perhaps_share, parse_percent, parse_whole};
pub use vocabulary::{NO, UNKNOWN, Word, YES, hear, hear_circumstances, hear_place, word, words};

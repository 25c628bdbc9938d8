//! Questions, and what can be wrong with an answer.

use jiff::civil::Date;

use super::amount::AmountError;
use crate::case::Field;
use crate::num::{Money, Percent};
use crate::places::Place;
use crate::policy::{Scheme, Status};

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// It was not given.
    Missing,
    /// It is no amount.
    Amount(AmountError),
    /// The parts of the bill add up to more than the whole.
    PartsAboveTotal {
        /// Own expense, prepay and over-limit together.
        parts: Money,
        /// The whole bill.
        total: Money,
    },
    /// The status does not belong to the scheme.
    StatusNotOfScheme {
        /// The scheme named.
        scheme: Scheme,
        /// The status named.
        status: Status,
    },
    /// Nobody of the status is of this age.
    AgeNotOfStatus {
        /// The status named.
        status: Status,
        /// The lowest age that goes with it.
        least: u8,
        /// The highest.
        most: u8,
    },
    /// No place has this name.
    UnknownPlace {
        /// What was typed.
        typed: String,
        /// Places with a like name.
        near: Vec<Place>,
    },
    /// Several places have this name.
    AmbiguousPlace {
        /// What was typed.
        typed: String,
        /// The places that have it.
        several: Vec<Place>,
    },
    /// The place lies abroad, or in Hong Kong, Macao or Taiwan.
    PlaceOutside {
        /// What was typed.
        typed: String,
    },
    /// The word is not one of those that can be chosen.
    UnknownWord {
        /// What was typed.
        typed: String,
        /// The words that can be chosen.
        choices: Vec<&'static str>,
        /// The one it looks like.
        near: Option<&'static str>,
    },
    /// A rate that was told is so low that tenths or a fraction are meant.
    RateTooLow,
    /// No rule that can be told, or no number of it.
    UnknownRule {
        /// What was typed.
        typed: String,
        /// The names of the rules that can be told.
        choices: Vec<&'static str>,
        /// The one it looks like.
        near: Option<&'static str>,
    },
    /// It is no date.
    Date,
    /// It is no whole number between two.
    Number {
        /// The smallest that is allowed.
        least: i16,
        /// The largest.
        most: i16,
    },
    /// Chronic care needs a chronic kind.
    KindMissing,
    /// It is no percent from 0 to 100.
    Percent,
    /// It is below one: a share of one or a part of a percent, nobody can tell.
    ShareOrPercent {
        /// What it is as a percent.
        percent: Percent,
        /// What it is as a share of one.
        share: Percent,
    },
    /// A class-B amount needs its prepay rate.
    RateMissing,
    /// A prepay rate needs a class-B amount.
    ClassBMissing,
    /// The prepay was given as an amount and by its rate.
    PrepayTwice,
    /// A tier, or a code of the interface that lost its nought: nobody can tell.
    TierOrCode {
        /// What stands there.
        typed: String,
    },
    /// Two columns of a table answer it, and say two things.
    Contradicted {
        /// What is read.
        typed: String,
        /// What stands beside it.
        other: String,
    },
    /// The discharge comes before the admission.
    DatesOutOfOrder {
        /// The admission.
        admitted: Date,
        /// The discharge.
        discharged: Date,
    },
}

/// An answer and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The question.
    pub field: Field,
    /// What is wrong.
    pub trouble: ProblemKind,
}

/// Problems with answers that were chosen, and with those of the whole draft, in
/// the order of the questions. An answer that was misread is not missing as well.
pub fn all_problems(mut misread: Vec<Problem>, whole: Vec<Problem>) -> Vec<Problem> {
    let known: Vec<Field> = misread.iter().map(|problem| problem.field).collect();
    misread.extend(whole.into_iter().filter(|problem| !known.contains(&problem.field)));
    misread.sort_by_key(|problem| problem.field);
    misread
}

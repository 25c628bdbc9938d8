//! The express line: a whole case in one line, `鞍山 北京 职工 三级 5万 未备案`.
//!
//! The rules of reading:
//!
//! - Words are parted by blanks, commas and the like; Chinese words need nothing
//!   between them (`鞍山到北京职工三级5万`). A line is cut so that the least is
//!   left unknown, and in as few pieces as possible. Letters stand for a word
//!   only as a whole: characters, pinyin, initials, English, small or capital,
//!   full-width or not.
//! - Every word of the vocabulary answers its question. A word that answers two
//!   (是, 否) is doubtful, and never guessed. 不知道 speaks of the filing.
//! - The first place is the insured area, the second the care area, unless 从,
//!   到, 参保, 就医 say otherwise. A province and an area of it that stand
//!   together are that area. A name with two bearers is doubtful; of places that
//!   share their initials the first is meant, as in the lists of the wizard, and
//!   that is told.
//! - Initials that fit a place and an answer (`zg`), and six digits that fit a
//!   place and an amount, are read so that the most questions are answered,
//!   places first. Where that does not settle it, it is told.
//! - An amount has 万, 千, 百, `w`, `k` or 元, or four digits at least. It is the
//!   total, unless a word says what it is: `自费5000`, `统筹已付 3万`, `5000自费`.
//!   A percent is the prepay rate of class-B items. `0` to `3` alone is the tier.
//! - A day is that of the discharge, unless 入院 stands beside it; of two days
//!   the first is the admission. Eight digits that make a day are one; `11-20`
//!   is one beside 入院 or 出院 only.
//! - 职工 alone is an employee in work, from an age of 60 on it is asked; 居民
//!   alone is a child, an adult or a senior by the age, an adult without one.
//! - A name that tables or messages know, with `:` or `=` and a value, is read as in a
//!   table: `psn_type=1101`, `结算日期:46027`.
//! - `zz` is 在职 where the line says no other status, else 转诊.
//! - A chronic kind makes the care chronic, unless 住院 is said.
//! - Two different answers to one question are doubtful, and none is taken.
//! - A line of more than 2 000 characters is no case, and not read at all.
//! - What is not understood is never passed over, nor is the word after a "not"
//!   that is not understood.

mod fill;
mod named;
mod near;
mod number;
mod pairs;
mod piece;
mod places;
mod split;
mod words;

use unicode_normalization::UnicodeNormalization;

use crate::answers::Draft;
use crate::answers::typed::parse_age;
use crate::answers::usual_status;
use crate::case::Field;
use crate::places::Place;
use crate::policy::{Care, Status};
use fill::ReadLine;

/// What an express line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Express {
    /// The answers: those of the draft it began with, and over them the line's.
    pub draft: Draft,
    /// What was read, in the order of the line.
    pub understood: Vec<Chip>,
    /// What was taken although the line does not say it in full.
    pub assumed: Vec<Assumed>,
    /// What could mean several things; nothing was taken for it.
    pub doubtful: Vec<Doubt>,
    /// What was not understood.
    pub unknown: Vec<Unknown>,
    /// What the line and the draft leave open and a case needs, in the order
    /// of the questions.
    pub missing: Vec<Field>,
}

/// An answer and the words it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The question.
    pub field: Field,
    /// The words, as typed.
    pub words: String,
}

/// What was taken although the line does not say it in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// The scheme was given without the status.
    Status {
        /// The word for the scheme, as typed.
        word: String,
        /// The status that was taken.
        status: Status,
    },
    /// Several places share these initials.
    Place {
        /// The question.
        field: Field,
        /// The initials, as typed.
        word: String,
        /// The place that was taken.
        place: Place,
        /// The others.
        others: Vec<Place>,
    },
    /// The word could as well answer another question.
    Reading {
        /// The word, as typed.
        word: String,
        /// The question it was taken for.
        field: Field,
        /// The other one.
        other: Field,
    },
}

/// What could mean several things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Several places have this name.
    Place {
        /// The question.
        field: Field,
        /// The name, as typed.
        word: String,
        /// The places that have it.
        several: Vec<Place>,
    },
    /// A place abroad, or in Hong Kong, Macao or Taiwan: nothing is paid there.
    Outside {
        /// The place, as typed.
        word: String,
    },
    /// A place after the two that are needed.
    Surplus {
        /// The place, as typed.
        word: String,
    },
    /// Different answers to one question.
    Twice {
        /// The question.
        field: Field,
        /// The words of each, as typed.
        words: Vec<String>,
    },
    /// A word that answers several questions.
    Fields {
        /// The word, as typed.
        word: String,
        /// The questions.
        fields: Vec<Field>,
    },
    /// A word that announces an amount, a day or a number that does not follow.
    NoValue {
        /// The question.
        field: Field,
        /// The word, as typed.
        word: String,
    },
    /// A number that may be anything.
    Number {
        /// The number, as typed.
        word: String,
    },
    /// The line has more than [`LONGEST_LINE`] characters: nothing of it was read.
    TooLong,
}

impl Doubt {
    /// The question that stays open for it, where it is one.
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::Place { field, .. } | Self::Twice { field, .. } | Self::NoValue { field, .. } => {
                Some(*field)
            }
            Self::Outside { .. }
            | Self::Surplus { .. }
            | Self::Fields { .. }
            | Self::Number { .. }
            | Self::TooLong => None,
        }
    }
}

impl Assumed {
    /// The question it answers.
    pub const fn field(&self) -> Field {
        match self {
            Self::Status { .. } => Field::Status,
            Self::Place { field, .. } | Self::Reading { field, .. } => *field,
        }
    }
}

/// What a word that was not understood looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// A word that an express line knows.
    Word(&'static str),
    /// A place.
    Place(Place),
}

/// A word that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The word, as typed.
    pub word: String,
    /// A word or a place it looks like.
    pub near: Option<Near>,
    /// It reads like a district or county, of which none is listed.
    pub is_district: bool,
}

/// The longest line that is read, in characters once they are normalised: one
/// sign may stand for a whole phrase. A case in one line is a tenth of it.
pub const LONGEST_LINE: usize = 2000;

/// Whether a line is longer than any case is.
fn is_too_long(line: &str) -> bool {
    line.nfkc().nth(LONGEST_LINE).is_some()
}

/// Reads a line into a draft; of a line that is too long, nothing.
pub fn express(line: &str, base: &Draft) -> Express {
    if is_too_long(line) {
        return Express {
            draft: base.clone(),
            understood: Vec::new(),
            assumed: Vec::new(),
            doubtful: vec![Doubt::TooLong],
            unknown: Vec::new(),
            missing: missing(base),
        };
    }
    let mut read = ReadLine::read(line, base);
    let mut draft = read.draft(base);
    settle_scheme(&mut read, &mut draft, base);
    settle_care(&read, &mut draft);
    let ReadLine { understood, assumed, doubtful, unknown, .. } = read;
    let missing = missing(&draft);
    Express { draft, understood, assumed, doubtful, unknown, missing }
}

/// The same where most people are insured in one place: who names one place goes
/// there, and is insured in the usual one. A line that says where is read by itself.
pub fn express_usually_from(line: &str, base: &Draft, usual: Option<Place>) -> Express {
    let alone = express(line, base);
    let Some(usual) = usual.filter(|_| base.insured.is_none() && !is_too_long(line)) else { return alone };
    if is_read_whole(&alone) {
        return alone;
    }
    let from_there = express(&format!("{} {line}", usual.name()), base);
    // One place too many: the line has both.
    let unclear = |read: &Express| read.doubtful.len() + read.unknown.len();
    let is_of_both = alone.draft.insured.is_some() && alone.draft.care_place.is_some();
    if unclear(&from_there) > unclear(&alone) || is_of_both && !is_read_whole(&from_there) {
        alone
    } else {
        from_there
    }
}

/// Whether every word of a line was understood, and none is missing.
fn is_read_whole(read: &Express) -> bool {
    read.doubtful.is_empty() && read.unknown.is_empty() && read.missing.is_empty()
}

/// A scheme without a status, or a status against the scheme of before.
fn settle_scheme(read: &mut ReadLine, draft: &mut Draft, base: &Draft) {
    let given = |field: Field| read.understood.iter().find(|chip| chip.field == field);
    let status_is_open = |doubt: &Doubt| doubt.field() == Some(Field::Status);
    match (given(Field::Scheme), given(Field::Status), draft.scheme) {
        (Some(chip), None, Some(scheme)) => {
            if base.status.is_some_and(|status| status.scheme() == scheme) {
                return;
            }
            let age = parse_age(draft.typed(Field::Age));
            draft.status = usual_status(scheme, age).filter(|_| !read.doubtful.iter().any(status_is_open));
            if let Some(status) = draft.status {
                let word = chip.words.clone();
                read.assumed.push(Assumed::Status { word, status });
            }
        }
        (None, Some(_), Some(scheme)) if draft.status.is_some_and(|status| status.scheme() != scheme) => {
            draft.scheme = None;
        }
        _ => {}
    }
}

/// A chronic kind makes the care chronic; a way to give the prepay drops the other.
fn settle_care(read: &ReadLine, draft: &mut Draft) {
    let given = |field: Field| read.understood.iter().any(|chip| chip.field == field);
    if given(Field::Disease) && !(given(Field::Care) && draft.care == Care::Inpatient) {
        draft.care = Care::Chronic;
    }
    let by_rate = given(Field::ClassB) || given(Field::ClassBRate);
    if given(Field::Prepay) && !by_rate {
        draft.write(Field::ClassB, "");
        draft.write(Field::ClassBRate, "");
    } else if by_rate && !given(Field::Prepay) {
        draft.write(Field::Prepay, "");
    }
}

/// What a case needs and the draft leaves open.
fn missing(draft: &Draft) -> Vec<Field> {
    [
        (Field::Insured, draft.insured.is_none()),
        (Field::CarePlace, draft.care_place.is_none()),
        (Field::Status, draft.possible_statuses().is_none()),
        (Field::Tier, draft.possible_tiers().is_none()),
        (Field::Disease, draft.care == Care::Chronic && draft.disease.is_none()),
        (Field::Total, draft.typed(Field::Total).trim().is_empty()),
    ]
    .into_iter()
    .filter_map(|(field, is_open)| is_open.then_some(field))
    .collect()
}

#[cfg(test)]
mod tests;

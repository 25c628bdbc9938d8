//! What keeps a data file from being read, told so that it can be said in the
//! reader's own language.
//!
//! The reader of RON hands on texts alone: what a form finds wrong goes beside
//! it, and is taken up again where the reading ends.

use std::cell::RefCell;
use std::fmt;

use ron::Error;
use serde::de;

use crate::num::{AMOUNT_WRITTEN, FACTOR_WRITTEN, PERCENT_WRITTEN, RANGE_TURNED, RANGE_WRITTEN};
use crate::spelling::is_unseen;

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// An amount in yuan.
    Amount,
    /// A percent.
    Percent,
    /// A factor.
    Factor,
    /// A range of two numbers, the lower one first.
    Range,
    /// A day or a year.
    Day,
    /// A text in quotation marks.
    Text,
    /// A list in square brackets.
    List,
    /// A map in braces.
    Map,
    /// An entry in round brackets.
    Entry,
    /// Yes or no.
    Truth,
    /// A whole number.
    Number,
    /// A plain word.
    Name,
    /// An address that begins with https.
    Address,
}

/// What keeps a data file from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// A full-width character where one of ASCII belongs.
    FullWidth {
        /// The one that stands there.
        found: char,
        /// The one that belongs there.
        belongs: char,
    },
    /// A bracket that nothing closes.
    NeverClosed {
        /// The bracket.
        open: char,
    },
    /// A bracket closed by one of another kind.
    ClosedBy {
        /// The bracket.
        open: char,
        /// Its line.
        line: usize,
        /// What closes it.
        found: char,
    },
    /// A closing bracket that nothing opened.
    NeverOpened {
        /// The bracket.
        close: char,
    },
    /// A text whose closing quotation mark is missing.
    TextNeverEnds,
    /// A comma is missing, or a bracket that closes.
    NoComma,
    /// A colon is missing behind a name.
    NoColon,
    /// The file ends too early.
    Ends,
    /// Something stands behind the end.
    GoesOn,
    /// A character that belongs nowhere here.
    Stray(char),
    /// A backslash in a text with something behind it that means nothing.
    Backslash,
    /// A remark `/* … */` that does not end.
    RemarkNeverEnds,
    /// A word that is none of those that may stand here.
    UnknownWord {
        /// The word.
        found: String,
        /// The words that may stand here.
        known: Vec<String>,
    },
    /// A name that must stand in an entry does not.
    Missing(String),
    /// A name or a key stands twice.
    Twice(String),
    /// A value is none of its kind.
    NotA {
        /// What stands there; nothing where it cannot be told.
        found: Option<String>,
        /// What belongs there.
        kind: Written,
    },
    /// A range whose lower end is above its upper one.
    RangeTurned,
    /// A code that is no place of the kind that belongs here.
    UnknownPlace(String),
    /// `to` and `not_to` together.
    ToAndNotTo,
    /// `trips` without `routes: [InProvince]` alone.
    TripsElsewhere,
    /// `trips` that names a route within the province.
    TripsInside,
    /// `returns_home` with another route than that of people filed long-term.
    ReturnsElsewhere,
    /// `is` and `one_of` together.
    IsAndOneOf,
    /// Neither `is` nor `one_of`.
    SaysNothing,
    /// `one_of` with one value.
    OneOfOne,
    /// `one_of` with values of several items.
    OneOfMixed,
    /// A share of the bill whose least is above its most.
    LeastAboveMost,
    /// `then` at what is no deductible.
    ThenWithoutDeductible,
    /// `per` at what is not counted.
    PerWithoutCount,
    /// A figure of that id that names no source.
    NoSource(String),
    /// A figure of that id that has no grade.
    NoGrade(String),
    /// A province's file whose code is not that of its name.
    CodeNotOfFile {
        /// The code in it.
        found: String,
        /// The code of its name.
        expected: String,
    },
    /// No figure has that id.
    NoFigure(String),
    /// It is not said in plain words who verified something.
    VerifiedByNobody,
    /// Said already, in whatever language.
    Said(String),
}

thread_local! {
    static TOLD: RefCell<Option<Misread>> = const { RefCell::new(None) };
}

/// Forgets what earlier readings told.
pub(super) fn restart() {
    TOLD.take();
}

/// Ends a reading: what is wrong goes beside the reader's text.
pub(super) fn told<E: de::Error>(misread: Misread) -> E {
    let text = misread.to_string();
    TOLD.replace(Some(misread));
    E::custom(text)
}

impl Misread {
    /// What the reader of RON found.
    pub(super) fn of(error: &Error) -> Self {
        match error {
            Error::Message(said) => {
                TOLD.take().filter(|told| told.to_string() == *said).unwrap_or_else(|| said_of_numbers(said))
            }
            Error::Eof => Self::Ends,
            Error::TrailingCharacters => Self::GoesOn,
            Error::ExpectedComma
            | Error::ExpectedArrayEnd
            | Error::ExpectedMapEnd
            | Error::ExpectedStructLikeEnd
            | Error::ExpectedOptionEnd => Self::NoComma,
            Error::ExpectedMapColon => Self::NoColon,
            Error::ExpectedStringEnd => Self::TextNeverEnds,
            Error::UnclosedBlockComment => Self::RemarkNeverEnds,
            Error::InvalidEscape(_) => Self::Backslash,
            Error::UnexpectedChar(c) => Self::Stray(*c),
            Error::NoSuchEnumVariant { expected, found, .. }
            | Error::NoSuchStructField { expected, found, .. } => {
                let known = expected.iter().map(|word| (*word).to_owned()).collect();
                Self::UnknownWord { found: found.clone(), known }
            }
            Error::MissingStructField { field, .. } => Self::Missing((*field).to_owned()),
            Error::DuplicateStructField { field, .. } => Self::Twice((*field).to_owned()),
            Error::InvalidValueForType { expected, found } => kind_of(expected).map_or_else(
                || Self::Said(error.to_string()),
                |kind| Self::NotA { found: quoted(found), kind },
            ),
            Error::ExpectedDifferentLength { .. } => Self::NotA { found: None, kind: Written::Range },
            other => kind_wanted(other)
                .map_or_else(|| Self::Said(other.to_string()), |kind| Self::NotA { found: None, kind }),
        }
    }
}

/// The kind that the reader of RON says it expected.
fn kind_wanted(error: &Error) -> Option<Written> {
    Some(match error {
        Error::ExpectedArray => Written::List,
        Error::ExpectedMap => Written::Map,
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedDifferentStructName { .. } => Written::Entry,
        Error::ExpectedBoolean => Written::Truth,
        Error::ExpectedInteger
        | Error::ExpectedFloat
        | Error::IntegerOutOfBounds
        | Error::InvalidIntegerDigit { .. }
        | Error::UnderscoreAtBeginning
        | Error::FloatUnderscore => Written::Number,
        Error::ExpectedString => Written::Text,
        Error::ExpectedIdentifier | Error::InvalidIdentifier(_) | Error::SuggestRawIdentifier(_) => {
            Written::Name
        }
        _ => return None,
    })
}

/// The kinds as the forms name them to the reader of RON.
const KINDS: [(&str, Written); 7] = [
    (AMOUNT_WRITTEN, Written::Amount),
    (PERCENT_WRITTEN, Written::Percent),
    (FACTOR_WRITTEN, Written::Factor),
    (RANGE_WRITTEN, Written::Range),
    ("a text", Written::Text),
    ("a string", Written::Text),
    ("a map", Written::Map),
];

fn kind_of(expected: &str) -> Option<Written> {
    KINDS.iter().find(|(said, _)| expected.starts_with(said)).map(|(_, kind)| *kind)
}

/// What the numbers, which know no data files, say of themselves.
fn said_of_numbers(said: &str) -> Misread {
    if said == RANGE_TURNED {
        return Misread::RangeTurned;
    }
    if said == RANGE_WRITTEN {
        return Misread::NotA { found: None, kind: Written::Range };
    }
    let parts = said.split_once(" is not ").and_then(|(found, expected)| Some((found, kind_of(expected)?)));
    match parts {
        Some((found, kind)) => Misread::NotA { found: Some(found.to_owned()), kind },
        // What a file says must not reach a terminal as it is.
        None => Misread::Said(said.replace(is_unseen, " ")),
    }
}

/// What the reader of RON says it found, without its words for it.
fn quoted(found: &str) -> Option<String> {
    let inner = |mark: char| {
        let (begin, end) = (found.find(mark)?, found.rfind(mark)?);
        found.get(begin + 1..end)
    };
    inner('`').or_else(|| inner('"')).map(str::to_owned)
}

/// In English, for those who read the library's errors.
impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FullWidth { found, belongs } => {
                write!(f, "the full-width {found:?} stands where {belongs:?} belongs")
            }
            Self::NeverClosed { open } => write!(f, "nothing closes this {open:?}"),
            Self::ClosedBy { open, line, found } => write!(f, "{found:?} closes the {open:?} of line {line}"),
            Self::NeverOpened { close } => write!(f, "nothing opened what {close:?} closes"),
            Self::TextNeverEnds => f.write_str("the closing quotation mark of this text is missing"),
            Self::NoComma => f.write_str("a comma or a closing bracket is missing"),
            Self::NoColon => f.write_str("a colon is missing"),
            Self::Ends => f.write_str("the file ends too early"),
            Self::GoesOn => f.write_str("something stands behind the last bracket"),
            Self::Stray(c) => write!(f, "{c:?} does not belong here"),
            Self::Backslash => f.write_str("a backslash in a text must be doubled"),
            Self::RemarkNeverEnds => f.write_str("the remark /* is never closed by */"),
            Self::UnknownWord { found, known } => write!(f, "{found:?} is none of {}", known.join(", ")),
            Self::Missing(name) => write!(f, "{name:?} is missing"),
            Self::Twice(name) => write!(f, "{name:?} stands here for the second time"),
            Self::NotA { found: Some(found), kind } => write!(f, "{found:?} is not {}", kind.english()),
            Self::NotA { found: None, kind } => write!(f, "this is not {}", kind.english()),
            Self::RangeTurned => f.write_str(RANGE_TURNED),
            Self::UnknownPlace(code) => {
                write!(f, "{code:?} is no area or province that belongs here; see data/areas.ron")
            }
            Self::ToAndNotTo => f.write_str("to: and not_to: do not go together"),
            Self::TripsElsewhere => f.write_str("trips: belongs to routes: [InProvince] only"),
            Self::TripsInside => {
                f.write_str("trips: names the route that the trip would have out of the province")
            }
            Self::ReturnsElsewhere => f.write_str("returns_home: belongs to routes: [LongTerm] only"),
            Self::IsAndOneOf => f.write_str("is: and one_of: do not go together"),
            Self::SaysNothing => f.write_str("says nothing: write is: … or one_of: […, …]"),
            Self::OneOfOne => f.write_str("one_of: of one value alone: write is: …"),
            Self::OneOfMixed => f.write_str("one_of: values of different items"),
            Self::LeastAboveMost => f.write_str("DeductibleShare: least is above most"),
            Self::ThenWithoutDeductible => f.write_str("then: belongs to a Deductible only"),
            Self::PerWithoutCount => f.write_str("per: belongs to a Deductible or to rates by slices only"),
            Self::NoSource(id) => write!(f, "{id}: names no source; add sources: [\"…\"] to it or its group"),
            Self::NoGrade(id) => write!(f, "{id}: has no grade; add grade: … to it or its group"),
            Self::CodeNotOfFile { found, expected } => {
                write!(f, "code {found:?} does not fit the file's name: {expected} was expected")
            }
            Self::NoFigure(id) => write!(f, "there is no figure {id:?}; `yidi policy show` lists the ids"),
            Self::VerifiedByNobody => f.write_str("by: says in plain words who verified the figure"),
            Self::Said(said) => f.write_str(said),
        }
    }
}

impl Written {
    const fn english(self) -> &'static str {
        match self {
            Self::Amount => AMOUNT_WRITTEN,
            Self::Percent => PERCENT_WRITTEN,
            Self::Factor => FACTOR_WRITTEN,
            Self::Range => RANGE_WRITTEN,
            Self::Day => "a day like \"2025-07-01\" or a year like \"2025\"",
            Self::Text => "a text in quotation marks",
            Self::List => "a list: [ … ]",
            Self::Map => "a map: { … }",
            Self::Entry => "an entry: ( … )",
            Self::Truth => "true or false",
            Self::Number => "a whole number",
            Self::Name => "a plain word",
            Self::Address => "a short https address",
        }
    }
}

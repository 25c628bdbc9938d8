//! The hand-out: the page a person takes home. One document, four dresses.
//!
//! Pure: the day of printing, the data and a spare font are handed in, bytes
//! come out. The same input makes the same bytes.

mod content;
mod curve;
mod face;
mod html;
mod layout;
mod markdown;
mod page;
mod pdf;
pub mod qr;
mod sources;
mod summary;
mod tags;
mod text;
mod voice;
mod year;

use std::path::Path;

use jiff::civil::Date;
use strum::VariantArray;

pub use content::{Handout, handout};
pub use curve::SheetCurve;
pub use face::{Spare, covers};
pub use html::html;
pub use markdown::markdown;
pub use pdf::{lacking, pdf};
pub use text::plain_text;
pub use year::{YearSheet, year_sheet};

pub use crate::settings::Edition;
use yidi_core::case::Case;
use yidi_core::places::Place;
use yidi_core::variants::all;

/// Everything on the sheet, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The tag of the language it is written in.
    pub language: &'static str,
    /// What the sheet is.
    pub title: String,
    /// The case in one line.
    pub case: String,
    /// For whom it is printed.
    pub edition: Edition,
    /// What is looked for first.
    pub summary: Summary,
    /// What the clerk typed, line by line, under a heading; nothing where nothing was.
    pub notes: Option<Section>,
    /// What to do, what it costs, how sure that is.
    pub sections: Vec<Section>,
    /// Heading of the sources.
    pub sources_title: String,
    /// Who says so.
    pub sources: Vec<SourceLine>,
    /// Heading of the words.
    pub words_title: String,
    /// What the words of the table mean, in small print; given up where that keeps
    /// hints on the page.
    pub words: Vec<String>,
    /// What the sheet is not, and whom to ask.
    pub disclaimer: String,
    /// How old the data is, and when it was printed.
    pub dates: String,
    /// The day of printing.
    pub printed_on: Date,
    /// Parts what follows each other in a paragraph.
    pub parted: String,
    /// The national filing service, where the data has its address.
    pub service: Option<ServiceLine>,
    /// What the person pays against the bill; given up where that takes another page.
    pub curve: Option<SheetCurve>,
    /// What to do, for a telephone.
    pub list_code: Option<CodeLine>,
}

/// What is looked for first, in a box on top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Whom to call, the next day, what it comes to.
    pub lines: Vec<SummaryLine>,
    /// The number to call, for a telephone.
    pub call: Option<CodeLine>,
}

/// A line of the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryLine {
    /// What it is.
    pub name: String,
    /// What it says.
    pub says: String,
}

/// A code for telephones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeLine {
    /// What stands beside it.
    pub caption: String,
    /// What it holds.
    pub holds: String,
}

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

impl Section {
    /// Whether it ends in a table, at whose right there is room.
    pub(crate) fn ends_in_table(&self) -> bool {
        matches!(self.blocks.last(), Some(Block::Table(_)))
    }
}

/// A piece of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading inside a section.
    Heading {
        /// Its words.
        text: String,
    },
    /// A sentence.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// The amount that matters.
    Amount {
        /// Its words.
        text: String,
    },
    /// One of several things.
    Item {
        /// Its words.
        text: String,
    },
    /// Something to do, with a box to tick.
    Todo(SheetTodo),
    /// Who pays what.
    Bars(Bars),
    /// Amounts line by line.
    Table(AmountTable),
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetTodo {
    /// A stable name, by which it stays ticked.
    pub id: String,
    /// Ticked already.
    pub done: bool,
    /// What.
    pub task: String,
    /// By when, with what, where.
    pub details: Vec<String>,
    /// What to say, what else to know; given up where that keeps the sheet on one page.
    pub asides: Vec<String>,
}

/// Bars of who pays what, one a settlement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// Who pays: only those who pay anything.
    pub legend: Vec<Payer>,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// Somebody who pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// Fund, supplement, catastrophic, aid, person: 0 to 4.
    pub payer: usize,
    /// The name.
    pub name: String,
}

/// Who pays what of one settlement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Which settlement; empty where there is one.
    pub label: String,
    /// The shares, in the order of payers.
    pub shares: Vec<Share>,
}

/// What one of them pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Who: 0 to 4.
    pub payer: usize,
    /// How much.
    pub amount: String,
    /// How much of a thousand; the shares of a bar make exactly a thousand.
    pub permille: usize,
}

/// Amounts line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountTable {
    /// Names of the columns of amounts; empty where there is one column.
    pub head: Vec<String>,
    /// The lines.
    pub rows: Vec<TableRow>,
}

/// A line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Its name.
    pub name: String,
    /// Its amounts, one a column.
    pub amounts: Vec<String>,
    /// What the person pays.
    pub strong: bool,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Title, publisher, date, when it was checked.
    pub full: String,
    /// Title and date.
    pub short: String,
    /// Title alone.
    pub title: String,
}

/// The national filing service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceLine {
    /// What stands beside the code.
    pub caption: String,
    /// What stands before the address.
    pub label: String,
    /// The address.
    pub address: String,
}

/// A dress of the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum Format {
    /// For a printer.
    #[default]
    Pdf,
    /// One file for any browser.
    Html,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// Its name on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Text => "text",
            Self::Markdown => "md",
        }
    }

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            other => other.key(),
        }
    }

    /// The format of that name or ending.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "pdf" => Self::Pdf,
            "html" | "htm" => Self::Html,
            "text" | "txt" => Self::Text,
            "md" | "markdown" => Self::Markdown,
            _ => return None,
        })
    }

    /// The format a file's name asks for.
    pub fn of_file(path: &Path) -> Option<Self> {
        Self::named(path.extension()?.to_str()?)
    }
}

/// Why there is no hand-out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HandoutError {
    /// No font has these characters.
    #[error("no font has {0:?}")]
    NoGlyph(Vec<char>),
    /// The template cannot be filled.
    #[error("the template cannot be filled: {0}")]
    Template(String),
    /// The page cannot be written.
    #[error("the page cannot be written: {0}")]
    Pdf(String),
}

/// The document as a file. The spare font has what the one shipped has not.
///
/// # Errors
/// Where no font has a character, or the template or the page cannot be made.
pub fn bytes(document: &Document, format: Format, spare: Option<&Spare>) -> Result<Vec<u8>, HandoutError> {
    match format {
        Format::Pdf => pdf(document, spare),
        Format::Html => html(document).map(String::into_bytes),
        // Older editors on Windows take a text without the mark for GBK.
        Format::Text => Ok(format!("\u{feff}{}", plain_text(document)).into_bytes()),
        Format::Markdown => Ok(markdown(document).into_bytes()),
    }
}

/// A name for the file: of the places and the day, never of what was typed.
pub fn default_name(case: &Case, printed_on: Date, format: Format) -> String {
    name_of(case, printed_on, format.ending())
}

/// The name of a file about a case, with this ending.
pub fn name_of(case: &Case, printed_on: Date, ending: &str) -> String {
    format!("yidi-{}-{}-{printed_on}.{ending}", letters(case.insured), letters(case.care_place))
}

/// A name for the file of a year, by one of its cases.
pub fn year_name(case: &Case, printed_on: Date, format: Format) -> String {
    format!("yidi-year-{}-{printed_on}.{}", letters(case.insured), format.ending())
}

/// A place in letters that every file system takes.
fn letters(place: Place) -> String {
    place.pinyin().chars().filter(char::is_ascii_alphanumeric).collect()
}

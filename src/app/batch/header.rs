//! The header of a table: which column answers which question, and what the
//! table that comes out is called.

use super::output::{COLUMNS, PREFIX};
use yidi_core::case::Field;
use yidi_core::names;

/// So many columns a table may have: more than any is written with, though a
/// sheet that is exported whole has four times as many.
pub const MOST_COLUMNS: usize = 4096;

/// Why a table cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderError {
    /// There is not even a header.
    Empty,
    /// A row in which the header was looked for is longer than a record may be.
    TooLong {
        /// Which row it is.
        row: u64,
    },
    /// Quotes in it do not close.
    OpenQuote {
        /// Which row it is.
        row: u64,
    },
    /// It is an Excel workbook, not a table in text form.
    Workbook,
    /// There are more than [`MOST_COLUMNS`] columns.
    TooManyColumns,
    /// Two columns answer the same question.
    Twice {
        /// The question.
        field: Field,
        /// What the two columns are called.
        names: [String; 2],
    },
    /// Questions that must be answered have no column.
    Missing(Vec<Field>),
}

/// A column that answers no question: it is kept, not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadColumn {
    /// What it is called.
    pub name: String,
    /// The name of a question that it looks like.
    pub near: Option<&'static str>,
}

/// A column that could answer a question which another answers better: it is
/// kept, not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsideColumn {
    /// The question.
    pub field: Field,
    /// The column that is read.
    pub read: String,
    /// The one that is kept beside it.
    pub aside: String,
}

/// The columns of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The names as they stand in the input.
    pub names: Vec<String>,
    /// Columns that answer no question.
    pub unread: Vec<UnreadColumn>,
    /// Columns for whose question another was taken.
    pub aside: Vec<AsideColumn>,
    questions: Vec<Option<Field>>,
}

/// For so many columns that answer no question it is told what they look like.
const MOST_GUESSES: usize = 50;

/// Without these there is no case; the scheme may stand for the status.
const NEEDED: [Field; 5] = [Field::Insured, Field::CarePlace, Field::Status, Field::Tier, Field::Total];

impl Header {
    /// Reads the names of the columns.
    ///
    /// # Errors
    /// Where a question is answered twice, or one that must be answered is not.
    pub fn of<'n>(names: impl Iterator<Item = &'n str>) -> Result<Self, HeaderError> {
        let names: Vec<String> = names.take(MOST_COLUMNS + 1).map(str::to_owned).collect();
        if names.len() > MOST_COLUMNS {
            return Err(HeaderError::TooManyColumns);
        }
        let (questions, aside) = taken(&names)?;
        let is_open = |field: &Field| !questions.contains(&Some(*field));
        let by_scheme = |field: &Field| *field == Field::Status && !is_open(&Field::Scheme);
        let missing: Vec<Field> =
            NEEDED.into_iter().filter(|field| is_open(field) && !by_scheme(field)).collect();
        if !missing.is_empty() {
            return Err(HeaderError::Missing(missing));
        }
        let is_own = |name: &str| COLUMNS.iter().any(|own| name.trim_start_matches(PREFIX) == own.as_str());
        let is_aside = |name: &str| aside.iter().any(|one: &AsideColumn| one.aside == name);
        let unread = names
            .iter()
            .zip(&questions)
            .filter(|(name, field)| field.is_none() && !is_own(name) && !is_aside(name));
        // Only the first are told by name.
        let near = |place, name| if place < MOST_GUESSES { names::near(name) } else { None };
        let unread = unread
            .enumerate()
            .map(|(place, (name, _))| UnreadColumn { name: name.clone(), near: near(place, name) })
            .collect();
        Ok(Self { names, unread, aside, questions })
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// What stands before the name of every column that is added, so that none
    /// is there already; mostly nothing.
    pub fn prefix(&self, added: &[String]) -> String {
        let mut prefix = String::new();
        while added.iter().any(|own| self.names.iter().any(|name| is_made_of(name, &prefix, own))) {
            prefix.push_str(PREFIX);
        }
        prefix
    }

    /// The column that answers a question.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.questions.iter().position(|one| *one == Some(field))
    }

    /// The question a column answers.
    pub fn question(&self, place: usize) -> Option<Field> {
        self.questions.get(place).copied().flatten()
    }
}

/// How much a row looks like a header: how many questions its names answer, and
/// more than any number of them where it is one.
pub fn known_names(row: &[String]) -> usize {
    let mut fields: Vec<usize> =
        row.iter().filter_map(|name| names::column(name)).map(|column| column.field.row()).collect();
    fields.sort_unstable();
    fields.dedup();
    let is_header = fields.len() >= NEEDED.len() - 1 && Header::of(row.iter().map(String::as_str)).is_ok();
    if is_header { fields.len() + Field::COUNT } else { fields.len() }
}

/// The question of each column, and what stands aside: of columns whose names
/// say it more and less directly the more direct one is read.
fn taken(names: &[String]) -> Result<(Vec<Option<Field>>, Vec<AsideColumn>), HeaderError> {
    let columns: Vec<Option<names::Column>> = names.iter().map(|name| names::column(name)).collect();
    let mut questions = vec![None; names.len()];
    let mut aside = Vec::new();
    let mut of_field: [Option<usize>; Field::COUNT] = [None; Field::COUNT];
    for (place, column) in columns.iter().enumerate() {
        let Some(column) = column else { continue };
        let slot = &mut of_field[column.field.row()];
        let Some(other) = *slot else {
            *slot = Some(place);
            continue;
        };
        let rank = columns[other].map_or(column.rank, |column| column.rank);
        if rank == column.rank {
            let names = [names[other].clone(), names[place].clone()];
            return Err(HeaderError::Twice { field: column.field, names });
        }
        if column.rank < rank {
            *slot = Some(place);
        }
    }
    for (place, column) in columns.iter().enumerate() {
        let Some(column) = column else { continue };
        let Some(read) = of_field[column.field.row()] else { continue };
        if read == place {
            questions[place] = Some(column.field);
        } else {
            let (read, kept) = (names[read].clone(), names[place].clone());
            aside.push(AsideColumn { field: column.field, read, aside: kept });
        }
    }
    Ok((questions, aside))
}

fn is_made_of(name: &str, prefix: &str, own: &str) -> bool {
    name.strip_prefix(prefix).is_some_and(|rest| rest == own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Text};
    use yidi_core::answers::{Answer, Question};

    #[test]
    fn what_the_screen_calls_a_question_is_a_name_of_its_column() {
        let text = Text::new(Lang::Zh);
        let one_name = |question: &&Question| !matches!(question.answer, Answer::Several);
        for field in Question::all().filter(one_name).map(|question| question.field) {
            for name in [text.field(field), field.key().to_owned()] {
                assert_eq!(names::column(&name).map(|column| column.field), Some(field), "{name}");
            }
        }
    }

    #[test]
    fn of_two_days_the_settlement_is_read_and_the_other_kept() {
        let head = "from,to,status,tier,total,出院时间,结算时间,日期";
        let header = Header::of(head.split(',')).unwrap();
        assert_eq!(header.column(Field::Date), Some(6));
        let aside: Vec<&str> = header.aside.iter().map(|one| one.aside.as_str()).collect();
        assert_eq!((aside, header.unread.len()), (vec!["出院时间", "日期"], 0));
        assert!(matches!(
            Header::of("from,to,status,tier,total,结算时间,setl_time".split(',')),
            Err(HeaderError::Twice { field: Field::Date, .. })
        ));
    }

    #[test]
    fn the_scheme_may_stand_for_the_status() {
        assert!(
            Header::of("insuplc_admdvs,mdtrtarea_admvs,insutype,hosp_lv,medfee_sumamt".split(',')).is_ok()
        );
        let Err(HeaderError::Missing(missing)) = Header::of("from,to,tier,total".split(',')) else {
            panic!()
        };
        assert_eq!(missing, [Field::Status]);
    }
}

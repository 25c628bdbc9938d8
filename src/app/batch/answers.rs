//! A row as answers: what stands in its cells, read into a case by the same
//! draft as everywhere else.

use std::sync::Arc;

use jiff::civil::Date;

use super::cells::Cells;
use super::header::Header;
use super::memo::Memo;
use super::twins::Twins;
use yidi_core::answers::{
    Answer, Draft, Heard, Problem, ProblemKind, Question, Typed, all_problems, is_blank, settled_on,
};
use yidi_core::case::{Case, Field};
use yidi_core::names::{MoneyUnit, folded};

/// What a cell means: an answer, or none where it is blank, or what is wrong with it.
type CellMeaning = Result<Option<Heard>, Arc<Vec<Problem>>>;

/// A column whose cells are chosen from words or name a place.
struct Choice {
    question: &'static Question,
    column: usize,
    /// Its column is named as the interface names it: codes of two digits stand there.
    is_coded: bool,
    memo: Memo<CellMeaning>,
}

impl Choice {
    fn of(header: &Header, question: &'static Question) -> Option<Self> {
        // More than there are places, and more than there are words for anything else.
        let bits = if matches!(question.answer, Answer::Place(_)) { 10 } else { 6 };
        let column = header.column(question.field)?;
        let is_coded =
            question.field == Field::Tier && header.names.get(column).is_some_and(|name| is_hosp_lv(name));
        Some(Self { question, column, is_coded, memo: Memo::of(bits) })
    }

    /// Takes what stands in a row's cell into the draft.
    fn take(&mut self, row: &impl Cells, twins: &Twins, draft: &mut Draft, misread: &mut Vec<Problem>) {
        let (question, is_coded) = (self.question, self.is_coded);
        let mut typed = row.get(self.column);
        if !twins.is_empty() && is_blank(typed) {
            typed = twins.instead(row, question.field);
        }
        if typed.is_empty() {
            return;
        }
        let meaning = self.memo.get(typed, |typed| {
            if typed.trim().is_empty() {
                Ok(None)
            } else if is_coded {
                hear_code(question, typed).map_err(Arc::new)
            } else {
                question.hear(typed).map_err(Arc::new)
            }
        });
        match meaning {
            Ok(Some(heard)) => question.put(draft, heard),
            Ok(None) => {}
            Err(problems) => misread.extend(problems.iter().cloned()),
        }
    }
}

/// Whether a column is called as the interface calls the tier.
fn is_hosp_lv(name: &str) -> bool {
    matches!(folded(name).as_str(), "hosplv" | "dedchosplv" | "medinslv")
}

/// A tier under the interface's own name. Its codes begin with a nought, which
/// spreadsheets drop: 1 and 2 are then tiers or codes of the third, 3 is the third
/// either way, and the others are codes.
fn hear_code(question: &Question, typed: &str) -> Result<Option<Heard>, Vec<Problem>> {
    let digit = typed.trim().trim_end_matches('0').trim_end_matches('.');
    let digit = if typed.contains('.') { digit } else { typed.trim() };
    match digit {
        "1" | "2" => Err(vec![Problem {
            field: question.field,
            trouble: ProblemKind::TierOrCode { typed: digit.to_owned() },
        }]),
        "4" | "5" | "6" | "7" | "8" | "9" => question.hear(&format!("0{digit}")),
        _ => question.hear(typed),
    }
}

/// The typed answers of a row, where they stand.
struct TypedCells<'a, R> {
    row: R,
    /// The column of each question, by its row.
    columns: &'a [Option<usize>; Field::COUNT],
    /// Further columns of the same questions.
    twins: &'a Twins,
    /// The unit of each question's column; none where all are in yuan.
    units: Option<&'a Units>,
    /// The date of rows that give none.
    date: &'a str,
}

/// The units of the columns, by the row of the question.
type Units = [MoneyUnit; Field::COUNT];

impl<R: Cells> Typed for TypedCells<'_, R> {
    #[inline]
    fn typed(&self, field: Field) -> &str {
        let Some(column) = self.columns[field.row()] else {
            return if field == Field::Date { self.date } else { "" };
        };
        let mut typed = self.row.get(column);
        if !self.twins.is_empty() && is_blank(typed) {
            typed = self.twins.instead(&self.row, field);
        }
        if field == Field::Date && is_blank(typed) { self.date } else { typed }
    }

    #[inline]
    fn unit(&self, field: Field) -> MoneyUnit {
        self.units.map_or(MoneyUnit::YUAN, |units| units[field.row()])
    }

    #[inline]
    fn is_row(&self) -> bool {
        true
    }
}

/// Reads the rows of one table.
pub(super) struct Answers {
    choices: Vec<Choice>,
    columns: [Option<usize>; Field::COUNT],
    twins: Twins,
    units: Option<Box<Units>>,
    date: String,
    today: Date,
    misread: Vec<Problem>,
    /// In so many rows the status was taken from the scheme.
    pub(super) assumed: u64,
}

impl Answers {
    /// `date` is typed for rows that give none; without it they are settled `today`.
    pub(super) fn of(header: &Header, date: &str, today: Date) -> Self {
        let mut columns = [None; Field::COUNT];
        for question in Question::typed() {
            columns[question.field.row()] = header.column(question.field);
        }
        let units: Units = columns.map(|column| column.map_or(MoneyUnit::YUAN, |column| header.unit(column)));
        let is_yuan = units.iter().all(|unit| *unit == MoneyUnit::YUAN);
        Self {
            choices: Question::all()
                .filter(|question| !question.is_typed())
                .filter_map(|question| Choice::of(header, question))
                .collect(),
            columns,
            twins: Twins::of(header),
            units: (!is_yuan).then(|| Box::new(units)),
            date: date.to_owned(),
            today,
            misread: Vec::new(),
            assumed: 0,
        }
    }

    /// The day on which a row is settled; nothing where its days cannot be taken.
    pub(super) fn day(&self, row: impl Cells) -> Option<Date> {
        settled_on(&self.cells(row), self.today)
    }

    fn cells<R: Cells>(&self, row: R) -> TypedCells<'_, R> {
        let Self { columns, twins, units, date, .. } = self;
        TypedCells { row, columns, twins, units: units.as_deref(), date }
    }

    /// The case a row describes.
    ///
    /// # Errors
    /// With everything that is wrong, in the order of the questions.
    pub(super) fn case(&mut self, row: impl Cells) -> Result<Case, Vec<Problem>> {
        let mut draft = Draft::default();
        for choice in &mut self.choices {
            choice.take(&row, &self.twins, &mut draft, &mut self.misread);
        }
        self.twins.compare(&row, &mut self.misread);
        let typed = self.cells(row);
        let is_assumed = draft.status.is_none() && draft.assume_status(typed.typed(Field::Age)).is_some();
        let mut finished = draft.finish_typed(&typed, self.today);
        // A row is one bill.
        if is_blank(typed.typed(Field::Total)) {
            let missing = vec![Problem { field: Field::Total, trouble: ProblemKind::Missing }];
            finished = Err(all_problems(missing, finished.err().unwrap_or_default()));
        }
        self.assumed += u64::from(is_assumed);
        if self.misread.is_empty() {
            return finished;
        }
        let misread = std::mem::take(&mut self.misread);
        Err(all_problems(misread, finished.err().unwrap_or_default()))
    }
}

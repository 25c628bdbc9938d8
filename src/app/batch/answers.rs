//! A row as answers: what stands in its cells, read into a case by the same
//! draft as everywhere else.

use std::sync::Arc;

use jiff::civil::Date;

use super::cells::Cells;
use super::header::Header;
use super::memo::Memo;
use yidi_core::answers::{
    Answer, Draft, Heard, Problem, ProblemKind, Question, Typed, all_problems, is_blank, settled_on,
};
use yidi_core::case::{Case, Field};

/// What a cell means: an answer, or none where it is blank, or what is wrong with it.
type CellMeaning = Result<Option<Heard>, Arc<Vec<Problem>>>;

/// A column whose cells are chosen from words or name a place.
struct Choice {
    question: &'static Question,
    column: usize,
    memo: Memo<CellMeaning>,
}

impl Choice {
    fn of(header: &Header, question: &'static Question) -> Option<Self> {
        // More than there are places, and more than there are words for anything else.
        let bits = if matches!(question.answer, Answer::Place(_)) { 10 } else { 6 };
        header.column(question.field).map(|column| Self { question, column, memo: Memo::of(bits) })
    }

    /// Takes what stands in a row's cell into the draft.
    fn take(&mut self, row: &impl Cells, draft: &mut Draft, misread: &mut Vec<Problem>) {
        let typed = row.get(self.column);
        if typed.is_empty() {
            return;
        }
        let question = self.question;
        let meaning = self.memo.get(typed, |typed| {
            if typed.trim().is_empty() { Ok(None) } else { question.hear(typed).map_err(Arc::new) }
        });
        match meaning {
            Ok(Some(heard)) => question.put(draft, heard),
            Ok(None) => {}
            Err(problems) => misread.extend(problems.iter().cloned()),
        }
    }
}

/// The typed answers of a row, where they stand.
struct TypedCells<'a, R> {
    row: R,
    /// The column of each question, by its row.
    columns: &'a [Option<usize>; Field::COUNT],
    /// The date of rows that give none.
    date: &'a str,
}

impl<R: Cells> Typed for TypedCells<'_, R> {
    #[inline]
    fn typed(&self, field: Field) -> &str {
        let Some(column) = self.columns[field.row()] else {
            return if field == Field::Date { self.date } else { "" };
        };
        let typed = self.row.get(column);
        if field == Field::Date && is_blank(typed) { self.date } else { typed }
    }
}

/// Reads the rows of one table.
pub(super) struct Answers {
    choices: Vec<Choice>,
    columns: [Option<usize>; Field::COUNT],
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
        Self {
            choices: Question::all()
                .filter(|question| !question.is_typed())
                .filter_map(|question| Choice::of(header, question))
                .collect(),
            columns,
            date: date.to_owned(),
            today,
            misread: Vec::new(),
            assumed: 0,
        }
    }

    /// The day on which a row is settled; nothing where its days cannot be taken.
    pub(super) fn day(&self, row: impl Cells) -> Option<Date> {
        settled_on(&TypedCells { row, columns: &self.columns, date: &self.date }, self.today)
    }

    /// The case a row describes.
    ///
    /// # Errors
    /// With everything that is wrong, in the order of the questions.
    pub(super) fn case(&mut self, row: impl Cells) -> Result<Case, Vec<Problem>> {
        let mut draft = Draft::default();
        for choice in &mut self.choices {
            choice.take(&row, &mut draft, &mut self.misread);
        }
        let typed = TypedCells { row, columns: &self.columns, date: &self.date };
        if draft.status.is_none() && draft.assume_status(typed.typed(Field::Age)).is_some() {
            self.assumed += 1;
        }
        let mut finished = draft.finish_typed(&typed, self.today);
        // A row is one bill.
        if is_blank(typed.typed(Field::Total)) {
            let missing = vec![Problem { field: Field::Total, trouble: ProblemKind::Missing }];
            finished = Err(all_problems(missing, finished.err().unwrap_or_default()));
        }
        if self.misread.is_empty() {
            return finished;
        }
        let misread = std::mem::take(&mut self.misread);
        Err(all_problems(misread, finished.err().unwrap_or_default()))
    }
}

//! Going from one place of the walk to another.

use super::answer;
use super::ask;
use super::state::{At, Home, List, Session};
use yidi_core::answers;
use yidi_core::answers::{Problem, Step};
use yidi_core::case::Field;

impl Session<'_> {
    /// Forgets the case and begins with the first question.
    pub(super) fn begin_anew(&mut self) {
        *self = Self { out: std::mem::take(&mut self.out), ..Self::new(self.world) };
        self.show();
    }

    /// Goes to a place of the walk and says what is asked there.
    pub(super) fn go(&mut self, at: At) {
        self.offered.clear();
        self.refused = None;
        self.at = at;
        self.show();
    }

    /// Says what is asked now.
    pub(super) fn show(&mut self) {
        ask::show(self);
    }

    /// The first question that has no answer; else the page of all answers.
    pub(super) fn go_to_open(&mut self) {
        let open = answers::questions(&self.draft).into_iter().find(|field| !self.is_answered(*field));
        self.go(open.map_or(At::List(List::Check), |field| At::Ask(field, Home::Walk)));
    }

    fn is_answered(&self, field: Field) -> bool {
        let step = Step::of(field);
        match step {
            Step::Trip => !self.draft.trip_problems().iter().any(|problem| problem.field == field),
            _ => answers::answered(&self.draft, step),
        }
    }

    /// What keeps the answers from being a case.
    pub(super) fn problems(&self) -> Vec<Problem> {
        self.draft.finish(self.world.today).err().unwrap_or_default()
    }

    /// A yes or a no; says so where it is neither.
    pub(super) fn yes_or_no(&mut self, line: &str, usual: bool) -> Option<bool> {
        if line.is_empty() {
            return Some(usual);
        }
        let text = self.world.text;
        match answer::number(line) {
            Some(1) => return Some(true),
            Some(2) => return Some(false),
            _ => {}
        }
        let words = |words: &[&str], name: String| {
            words.iter().map(|word| (*word).to_owned()).chain([name]).collect::<Vec<_>>()
        };
        let all = [words(yidi_core::answers::YES, text.yes()), words(yidi_core::answers::NO, text.no())];
        let meant = answer::one_of(&answer::folded(line), all.into_iter());
        if meant.is_err() {
            self.tell(&text.plain_no_option(line));
            self.yes_and_no();
        }
        meant.ok().map(|place| place == 0)
    }

    /// A row by its number or a name; says so where there is none.
    pub(super) fn row(&mut self, line: &str, names: Vec<Vec<String>>) -> Option<usize> {
        let row = match answer::number(line) {
            Some(number) => number.checked_sub(1).filter(|row| *row < names.len()),
            None => answer::one_of(&answer::folded(line), names.into_iter()).ok(),
        };
        if row.is_none() {
            self.tell(&self.world.text.plain_no_row(line));
        }
        row
    }
}

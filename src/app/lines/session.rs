//! The walk through the questions: `(state, line) → state and words`. Knows
//! neither where lines come from nor where words go.

use jiff::civil::Date;

use super::answer::{self, AnswerError, TakenAnswer};
use super::ask;
use super::menu::Menu;
use super::offer::OfferReply;
use crate::casebook::Handle;
use crate::report::Page;
use crate::words::Text;
use yidi_core::answers;
use yidi_core::answers::Step;
use yidi_core::answers::{Draft, Problem, parse_amount};
use yidi_core::case::Field;
use yidi_core::places::{Place, county_of};
use yidi_core::policy::Book;

/// What never changes while the program runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct LinesContext<'w> {
    pub(super) book: &'w Book,
    pub(super) text: &'w Text,
    pub(super) today: Date,
    /// The usual insured area: Enter takes it.
    pub(super) city: Option<Place>,
}

/// A list of answers, one of which can be changed by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// What may stay open.
    More,
    /// The page of all answers, before the result.
    Check,
    /// The same, after it.
    Change,
}

/// Where a question was asked from, and where its answer leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// One question after the other.
    Walk,
    /// A list: back to it, or to the result.
    List(List),
}

/// What the next line answers.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum At {
    /// Whether to go on with a case that was left unfinished.
    Offer(Draft),
    /// A question.
    Ask(Field, Home),
    /// Whether to fill in what may stay open.
    MoreOrNot,
    /// Which answer of a list to change, if any.
    List(List),
    /// What to do with the result.
    Menu(Menu),
}

/// What is to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LinesEffect {
    /// Leave the program.
    Leave,
    /// What is done with the kept draft.
    TakeOffer(OfferReply),
    /// Nothing of the last case may be kept.
    Forget,
    /// Save the case with this note.
    Save(String),
    /// Write the hand-out.
    Write {
        /// The file.
        path: String,
        /// What is printed as it was typed.
        note: String,
        /// A file that is there is written over.
        overwrite: bool,
    },
}

/// The state of one run.
pub(super) struct Session<'w> {
    pub(super) world: LinesContext<'w>,
    pub(super) draft: Draft,
    pub(super) at: At,
    /// The saved case that this is, where it is one.
    pub(super) saved: Option<Handle>,
    /// Places that were listed with numbers.
    offered: Vec<Place>,
    /// The rows of the list that was read out last, in the order of its numbers.
    pub(super) listed: Vec<Field>,
    /// The question whose last answer could not be taken.
    pub(super) refused: Option<Field>,
    /// The answers whose result was told.
    pub(super) told: Option<Draft>,
    pub(super) out: Page,
}

impl<'w> Session<'w> {
    /// A fresh walk; what to say first is in [`Session::said`].
    pub(super) fn new(world: LinesContext<'w>) -> Self {
        let mut session = Self {
            world,
            draft: Draft::default(),
            at: At::Ask(Field::Insured, Home::Walk),
            saved: None,
            offered: Vec::new(),
            listed: Vec::new(),
            refused: None,
            told: None,
            out: Page::default(),
        };
        session.out.paragraph(&world.text.cmd_about());
        session.out.paragraph(&world.text.plain_keys());
        session
    }

    /// Forgets the case and begins with the first question.
    pub(super) fn begin_anew(&mut self) {
        *self = Self { out: std::mem::take(&mut self.out), ..Self::new(self.world) };
        self.show();
    }

    /// Says something.
    pub(super) fn tell(&mut self, words: &str) {
        self.out.paragraph(words);
    }

    /// What was said since the last time.
    pub(super) fn said(&mut self) -> String {
        std::mem::take(&mut self.out).text()
    }

    /// Takes the next line.
    pub(super) fn take(&mut self, line: &str) -> Option<LinesEffect> {
        match answer::folded(line).as_str() {
            "?" => {
                ask::help(self);
                return None;
            }
            "<" | "《" => return self.back(),
            _ => {}
        }
        let is_none = answer::folded(line) == "!";
        match self.at.clone() {
            At::Offer(left) => return super::offer::take(self, left, line),
            At::Ask(field, home) => self.take_answer(field, home, line, is_none),
            At::MoreOrNot => self.take_more_or_not(line, is_none),
            At::List(list) => self.take_row(list, line),
            At::Menu(menu) => return super::menu::take(self, menu, line, is_none),
        }
        None
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

    fn take_answer(&mut self, field: Field, home: Home, line: &str, is_none: bool) {
        let text = self.world.text;
        let mut before = self.draft.clone();
        if field == Field::Insured && before.insured.is_none() {
            before.insured = self.world.city;
        }
        let names = ask::names(text, field);
        let taken = if is_none {
            answer::none(&before, field).map(|draft| TakenAnswer { draft, others: Vec::new() })
        } else {
            answer::take(&before, field, line, &names, &self.offered)
        };
        match taken {
            Ok(taken) => {
                let gone = answers::no_longer_asked(&self.draft, &taken.draft);
                self.draft = taken.draft;
                self.draft.settle_days(self.world.today);
                self.echo(field, line, &taken.others);
                if !gone.is_empty() {
                    let names = gone.into_iter().map(|field| text.field(field));
                    self.tell(&text.no_longer_asked(text.list(names)));
                }
                self.onward(field, home);
            }
            Err(refused) => self.refuse(field, line, refused),
        }
    }

    /// Says how an answer was understood.
    fn echo(&mut self, field: Field, line: &str, others: &[Place]) {
        let LinesContext { text, today, .. } = self.world;
        let place = if field == Field::Insured { self.draft.insured } else { self.draft.care_place };
        let county = place.and_then(|place| Some((county_of(line, place)?, place)));
        if let (Field::Insured | Field::CarePlace, Some((county, place))) = (field, county) {
            self.tell(&text.counted_as(county, place));
        }
        let shown = match (field, place) {
            (Field::Insured | Field::CarePlace, Some(place)) => Some(ask::place(text, place)),
            _ => text.answer(&self.draft, field, today),
        };
        let amount =
            parse_amount(self.draft.typed(field)).ok().filter(|_| answers::Question::of(field).is_amount());
        match (others, place, amount) {
            ([_, ..], Some(place), _) => {
                let others = text.list(others.iter().map(|place| text.place(*place)));
                self.tell(&text.assumed_place(line, text.place(place), others));
                self.tell(&text.plain_not_meant());
            }
            (_, _, Some(amount)) => self.tell(&text.understood_as(text.money(amount))),
            _ => self.tell(&text.plain_taken(text.field(field), shown.unwrap_or_else(|| text.not_given()))),
        }
    }

    fn refuse(&mut self, field: Field, line: &str, refused: AnswerError) {
        let text = self.world.text;
        self.refused = Some(field);
        match refused {
            AnswerError::Needed => match field {
                Field::Total => self.tell(&text.amount_empty()),
                Field::Disease => self.tell(&text.kind_missing()),
                _ => self.tell(&text.plain_needed()),
            },
            AnswerError::Places { meant, more } => {
                self.tell(&text.plain_several(line));
                self.offer(meant);
                if more > 0 {
                    self.tell(&text.plain_more_places(u64::try_from(more).unwrap_or(u64::MAX)));
                }
            }
            AnswerError::Outside => self.tell(&text.place_outside(line)),
            AnswerError::NoPlace { near } => {
                self.tell(&text.plain_place_none(line));
                if !near.is_empty() {
                    self.tell(&text.plain_near());
                }
                self.offer(near);
            }
            AnswerError::Options(meant) => {
                self.tell(&text.plain_several(line));
                ask::options(self, field, &meant);
            }
            AnswerError::NoOption => {
                self.tell(&text.plain_no_option(line));
                let all: Vec<usize> = (0..answers::options(field).unwrap_or_default()).collect();
                ask::options(self, field, &all);
            }
            AnswerError::Wrong(problem) => self.tell(&text.trouble(&problem.trouble)),
        }
    }

    /// Lists places with numbers; a number of the next line picks one.
    fn offer(&mut self, places: Vec<Place>) {
        for (place, number) in places.iter().zip(1_usize..) {
            let name = ask::place(self.world.text, *place);
            self.out.item(&self.world.text.plain_option(number.to_string(), name));
        }
        self.offered = places;
    }

    /// To the next question, or back to where this one was asked from.
    fn onward(&mut self, field: Field, home: Home) {
        if home == Home::Walk {
            let questions = answers::questions(&self.draft);
            let place = questions.iter().position(|one| *one == field);
            let next = place.and_then(|place| questions.get(place + 1));
            return self.go(next.map_or(At::MoreOrNot, |next| At::Ask(*next, Home::Walk)));
        }
        match home {
            // The long list is not read out again, but where its numbers changed: `?` does that.
            Home::List(List::More) if self.listed == ask::rows(&self.draft, List::More) => {
                self.offered.clear();
                self.refused = None;
                self.at = At::List(List::More);
            }
            Home::List(List::More) => self.go(At::List(List::More)),
            // A change may have made another answer necessary, or wrong.
            _ => match (self.problems().into_iter().next(), home) {
                (Some(problem), _) => self.put_right(&problem, home),
                (None, Home::List(List::Change)) => super::menu::show_result(self),
                (None, _) => self.go(At::List(List::Check)),
            },
        }
    }

    /// Questions of the walk that were not reached, as they stand unanswered.
    pub(super) fn taken_as_usual(&self) -> Vec<Field> {
        let At::Ask(field, Home::Walk) = self.at else { return Vec::new() };
        let rest = answers::questions(&self.draft).into_iter().skip_while(|one| *one != field);
        rest.filter(|one| answers::chosen(&self.draft, *one).is_some()).collect()
    }

    /// What keeps the answers from being a case.
    pub(super) fn problems(&self) -> Vec<Problem> {
        self.draft.finish(self.world.today).err().unwrap_or_default()
    }

    /// Says what is wrong and asks for it.
    fn put_right(&mut self, problem: &Problem, home: Home) {
        self.tell(&self.world.text.problem(problem));
        self.go(At::Ask(problem.field, home));
    }

    fn take_more_or_not(&mut self, line: &str, is_none: bool) {
        match self.yes_or_no(if is_none { "" } else { line }, false) {
            Some(true) => self.go(At::List(List::More)),
            Some(false) => self.go(At::List(List::Check)),
            None => {}
        }
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
            ask::yes_and_no(self);
        }
        meant.ok().map(|place| place == 0)
    }

    /// A row of a list by its number or its name; nothing typed goes on.
    fn take_row(&mut self, list: List, line: &str) {
        if line.is_empty() {
            return match (list, self.problems().into_iter().next()) {
                (List::More, _) => self.go(At::List(List::Check)),
                (List::Change, _) => self.go(At::Menu(Menu::Result)),
                (List::Check, Some(problem)) => self.put_right(&problem, Home::List(list)),
                (List::Check, None) => super::menu::show_result(self),
            };
        }
        let text = self.world.text;
        let rows = ask::rows(&self.draft, list);
        let mut names: Vec<Vec<String>> = rows.iter().map(|field| vec![text.field(*field)]).collect();
        if list != List::More {
            names.push(vec![text.plain_more()]);
        }
        let Some(row) = self.row(line, names) else { return };
        match rows.get(row) {
            Some(field) => self.go(At::Ask(*field, Home::List(list))),
            None => self.go(At::List(List::More)),
        }
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

    /// One step back; answers stay.
    fn back(&mut self) -> Option<LinesEffect> {
        match self.at.clone() {
            At::Ask(field, Home::Walk) => {
                let questions = answers::questions(&self.draft);
                let place = questions.iter().position(|one| *one == field).unwrap_or_default();
                match place.checked_sub(1).and_then(|place| questions.get(place)) {
                    Some(before) => self.go(At::Ask(*before, Home::Walk)),
                    None => self.tell(&self.world.text.plain_first()),
                }
            }
            At::Ask(_, Home::List(list)) => self.go(At::List(list)),
            At::Menu(Menu::Result) => self.go(At::List(List::Check)),
            At::Menu(_) | At::List(List::Change) => self.go(At::Menu(Menu::Result)),
            At::MoreOrNot => {
                let last = answers::questions(&self.draft).pop().unwrap_or(Field::Insured);
                self.go(At::Ask(last, Home::Walk));
            }
            At::List(_) => self.go(At::MoreOrNot),
            At::Offer(_) => self.tell(&self.world.text.plain_first()),
        }
        None
    }
}

//! The walk through the questions: `(state, line) → state and words`. Knows
//! neither where lines come from nor where words go.

use super::answer::{self, AnswerError, ListedAnswers, TakenAnswer};
use super::ask;
use super::state::{At, Home, LinesContext, LinesEffect, List, Menu, Session};
use yidi_core::answers;
use yidi_core::answers::{Problem, parse_amount, parse_total};
use yidi_core::case::Field;
use yidi_core::num::Span;
use yidi_core::places::{Place, county_of};

impl Session<'_> {
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
            At::Ask(field, home) => self.take_answer(field, home, (!is_none).then_some(line)),
            At::MoreOrNot => self.take_more_or_not(line, is_none),
            At::List(list) => self.take_row(list, line),
            At::Menu(menu) => return super::menu::take(self, menu, line, is_none),
        }
        None
    }

    /// `line` is none where "none" is the answer.
    fn take_answer(&mut self, field: Field, home: Home, line: Option<&str>) {
        let text = self.world.text;
        let mut before = self.draft.clone();
        if field == Field::Insured && before.insured.is_none() {
            before.insured = self.world.city;
        }
        let names = ask::names(text, field);
        let listed = ListedAnswers { names: &names, places: &self.offered };
        let taken = match line {
            None => answer::none(&before, field).map(|draft| TakenAnswer { draft, others: Vec::new() }),
            Some(line) => answer::take(&before, field, line, listed),
        };
        match taken {
            Ok(taken) => {
                let gone = answers::no_longer_asked(&self.draft, &taken.draft);
                self.draft = taken.draft;
                self.draft.settle_days(self.world.today);
                self.echo(field, line.unwrap_or("!"), &taken.others);
                if !gone.is_empty() {
                    let names = gone.into_iter().map(|field| text.field(field));
                    self.tell(&text.no_longer_asked(text.list(names)));
                }
                self.onward(field, home);
            }
            Err(refused) => self.refuse(field, line.unwrap_or("!"), refused),
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
        let typed = self.draft.typed(field);
        let amount =
            if field == Field::Total { parse_total(typed) } else { parse_amount(typed).map(Span::exact) };
        let amount = amount.ok().filter(|_| answers::Question::of(field).is_amount());
        match (others, place, amount) {
            ([_, ..], Some(place), _) => {
                let others = text.list(others.iter().map(|place| text.place(*place)));
                self.tell(&text.assumed_place(line, text.place(place), others));
                self.tell(&text.plain_not_meant());
            }
            (_, _, Some(amount)) => self.tell(&text.understood_as(text.money_span(amount))),
            _ => self.tell(&text.plain_taken(text.field(field), shown.unwrap_or_else(|| text.not_given()))),
        }
    }

    fn refuse(&mut self, field: Field, line: &str, refused: AnswerError) {
        let text = self.world.text;
        self.refused = Some(field);
        match refused {
            AnswerError::Needed => match field {
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
                (None, Home::List(List::Change)) => super::result::show_result(self),
                (None, Home::Unknowns) => super::unknowns::ask_next(self),
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

    /// A row of a list by its number or its name; nothing typed goes on.
    fn take_row(&mut self, list: List, line: &str) {
        if line.is_empty() {
            return match (list, self.problems().into_iter().next()) {
                (List::More, _) => self.go(At::List(List::Check)),
                (List::Change, _) => self.go(At::Menu(Menu::Result)),
                (List::Check, Some(problem)) => self.put_right(&problem, Home::List(list)),
                (List::Check, None) => super::result::show_result(self),
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
            At::Ask(_, Home::Unknowns) => super::result::show_result(self),
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

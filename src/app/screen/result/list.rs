//! 清单: what to file, bring and do, in the order of time. The highlighted item
//! is shown in full, the others by what to do and by when.

use std::collections::BTreeSet;

use ratatui::text::{Line, Span};

use super::super::body::{Body, count};
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::{ResultState, View, sentences, timeline};
use crate::words::{ItemPart, Medium, Text};
use yidi_core::case::Case;
use yidi_core::checklist::{Checklist, Phase, Todo};
use yidi_core::estimate::Estimate;

/// What a person did in the list.
#[derive(Clone, Debug, Default)]
pub(super) struct ListState {
    /// Ids of what is done.
    ticked: BTreeSet<String>,
}

impl ListState {
    /// Ids of what is done.
    pub(super) const fn ticked(&self) -> &BTreeSet<String> {
        &self.ticked
    }

    /// What was ticked when the case was saved.
    pub(super) fn take(&mut self, ticked: BTreeSet<String>) {
        self.ticked = ticked;
    }

    /// Ticks the item of a row, or takes its tick away.
    pub(super) fn tick(&mut self, checklist: &Checklist, row: usize) {
        if let Some(todo) = checklist.todos.get(row)
            && !self.ticked.remove(&todo.id)
        {
            self.ticked.insert(todo.id.clone());
        }
    }
}

/// Draws the view.
pub(super) fn draw(state: &ResultState, pen: Pen<'_>, in_full: bool) -> Body {
    let Pen { text, theme, .. } = pen;
    let mut body = Body::default();
    let checklist = match &state.checklist {
        Ok(checklist) => checklist,
        Err(error) => {
            body.lines = sentences(&text.data_broken(error.to_string()), 1, Meaning::Warning, pen);
            return body;
        }
    };
    let ticked = &state.list.ticked;
    let head = [
        text.checklist_title(),
        text.checklist_count(count(checklist.todos.len())),
        text.progress(checklist.progress(ticked)),
    ];
    body.head.push(Line::styled(format!(" {}", head.join("  ")), theme.style(Meaning::Title)));
    body.lines.extend(timeline::lines(state, checklist, state.today, pen));
    let listing = Listing { case: &state.case, checklist, ticked, in_full, pen };
    let here = state.standing(View::List).row;
    let mut row = 0;
    for phase in Phase::ALL {
        if checklist.of(phase).next().is_none() {
            continue;
        }
        body.lines.push(Line::default());
        let name = text.phase(phase, state.case.care);
        body.lines.push(Line::styled(format!(" {name}"), theme.style(Meaning::Amount)));
        // Items stand in the order of phases, so rows count on.
        for todo in checklist.of(phase) {
            body.row(row, row == here, listing.one(todo, row == here));
            row += 1;
        }
    }
    body.lines.push(Line::default());
    if let Some((whom, questions)) = state.asked_about().and_then(|one| text.hotline_questions(one)) {
        body.row(row, row == here, hotline(&whom, questions, row == here, pen));
        row += 1;
        body.lines.push(Line::default());
    }
    body.position = (row > 0).then_some(((here + 1).min(row), row));
    body.lines.extend(sentences(&text.last_words(state.case.insured), 1, Meaning::Plain, pen));
    body
}

/// Rows of the list: its items, and what to ask the hotline.
pub(super) fn rows(state: &ResultState) -> usize {
    let asks = state.asked_about().is_some_and(Estimate::asks_the_hotline);
    state.checklist.as_ref().map_or(0, |checklist| checklist.todos.len() + usize::from(asks))
}

/// Whom to call and as whom, and the questions with room for the answers.
fn hotline(whom: &str, questions: Vec<String>, highlighted: bool, pen: Pen<'_>) -> Vec<Line<'static>> {
    const MARGIN: usize = 3;
    let Pen { text, theme, .. } = pen;
    let meaning = if highlighted { Meaning::Focus } else { Meaning::Title };
    let mut lines = sentences(whom, MARGIN, meaning, pen);
    if let Some(first) = lines.first_mut() {
        let mark = if highlighted { " > " } else { "   " };
        let words = Span::styled(first.to_string().trim_start().to_owned(), theme.style(meaning));
        *first = Line::from(vec![Span::raw(mark), words]);
    }
    for question in questions {
        lines.extend(sentences(&text.ask_blank(question), MARGIN, Meaning::Plain, pen));
    }
    lines
}

/// An item with everything it says, to stand beside the list.
pub(super) fn in_full(state: &ResultState, row: usize, pen: Pen<'_>) -> Vec<Line<'static>> {
    let Pen { text, .. } = pen;
    let found = state.checklist.as_ref().ok().and_then(|list| Some((list, list.todos.get(row)?)));
    let Some((checklist, todo)) = found else { return Vec::new() };
    let mut lines = sentences(text.words(&todo.task), 1, Meaning::Title, pen);
    for (part, words) in text.todo(todo, checklist, &state.case, Medium::Screen) {
        lines.push(Line::default());
        lines.extend(sentences(&words, 1, meaning_of(part, todo.is_late()), pen));
    }
    lines
}

const fn meaning_of(part: ItemPart, is_late: bool) -> Meaning {
    match part {
        ItemPart::By if is_late => Meaning::Warning,
        ItemPart::Late => Meaning::Warning,
        ItemPart::Chinese | ItemPart::By | ItemPart::Papers | ItemPart::Channels | ItemPart::Say => {
            Meaning::Plain
        }
        ItemPart::Note | ItemPart::Disputed | ItemPart::Why => Meaning::Muted,
    }
}

/// Everything that each item says.
pub(super) fn words(state: &ResultState, text: &Text) -> Vec<String> {
    let Ok(checklist) = &state.checklist else { return Vec::new() };
    let said = |todo: &Todo| {
        let parts = text.todo(todo, checklist, &state.case, Medium::Screen);
        let parts = parts.into_iter().map(|(_, words)| words);
        std::iter::once(text.words(&todo.task).to_owned()).chain(parts).collect::<Vec<_>>().join(" ")
    };
    checklist.todos.iter().map(said).collect()
}

/// What the lines of an item are made of.
struct Listing<'a> {
    case: &'a Case,
    checklist: &'a Checklist,
    ticked: &'a BTreeSet<String>,
    /// All of the highlighted item is said.
    in_full: bool,
    pen: Pen<'a>,
}

impl Listing<'_> {
    /// An item: what to do, and by when where that presses; all of it where it
    /// is highlighted.
    fn one(&self, todo: &Todo, highlighted: bool) -> Vec<Line<'static>> {
        const MARGIN: usize = 7;
        let Self { case, checklist, ticked, in_full, pen } = *self;
        let Pen { text, theme, .. } = pen;
        let done = ticked.contains(&todo.id);
        let meaning = match (highlighted, done) {
            (true, _) => Meaning::Focus,
            (_, true) => Meaning::Muted,
            _ => Meaning::Input,
        };
        let mark = format!(" {} [{}] ", if highlighted { ">" } else { " " }, if done { "x" } else { " " });
        let mut lines = sentences(text.words(&todo.task), MARGIN, meaning, pen);
        if let Some(first) = lines.first_mut() {
            let task = first.to_string();
            let task = Span::styled(task.trim_start().to_owned(), theme.style(meaning));
            *first = Line::from(vec![Span::raw(mark), task]);
        }
        for (part, words) in text.todo(todo, checklist, case, Medium::Screen) {
            let meaning = meaning_of(part, todo.is_late());
            let presses = !done && matches!(part, ItemPart::By | ItemPart::Late);
            if highlighted && in_full || presses {
                lines.extend(sentences(&words, MARGIN, meaning, pen));
            }
        }
        lines
    }
}

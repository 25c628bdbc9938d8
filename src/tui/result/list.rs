//! 清单: what to file, bring and do, in the order of time.

use ratatui::text::Line;

use super::super::body::{Body, count};
use super::super::theme::{Meaning, Theme};
use super::{ResultState, sentences};
use crate::checklist::{Checklist, Item, Phase};
use crate::text::Text;

/// Draws the view.
pub(super) fn draw(state: &ResultState, text: &Text, theme: &Theme, cells: usize) -> Body {
    let mut body = Body::default();
    let checklist = match &state.checklist {
        Ok(checklist) => checklist,
        Err(error) => {
            body.lines = sentences(&text.data_broken(error.to_string()), 1, Meaning::Warning, theme, cells);
            return body;
        }
    };
    body.lines.push(Line::styled(
        format!(" {}  {}", text.checklist_title(), text.checklist_count(count(checklist.items.len()))),
        theme.style(Meaning::Title),
    ));
    let mut row = 0;
    for phase in Phase::ALL {
        let items: Vec<&Item> = checklist.items.iter().filter(|item| item.phase == phase).collect();
        if items.is_empty() {
            continue;
        }
        body.lines.push(Line::default());
        body.lines.push(Line::styled(format!(" {}", text.phase(phase)), theme.style(Meaning::Amount)));
        for item in items {
            body.row(row, state.place().row == row, one(state, checklist, item, text, theme, cells));
            row += 1;
        }
    }
    body.lines.push(Line::default());
    body.lines.extend(sentences(&text.closing(state.case.insured), 1, Meaning::Plain, theme, cells));
    body
}

fn one(
    state: &ResultState,
    checklist: &Checklist,
    item: &Item,
    text: &Text,
    theme: &Theme,
    cells: usize,
) -> Vec<Line<'static>> {
    let mut lines = sentences(text.words(&item.task), 3, Meaning::Input, theme, cells);
    let mut below = |words: String, meaning| lines.extend(sentences(&words, 6, meaning, theme, cells));
    if let Some(deadline) = &item.deadline {
        below(text.checklist_deadline(text.words(deadline)), Meaning::Warning);
    }
    for words in text.what_and_where(item, state.case.insured, &checklist.entries) {
        below(words, Meaning::Plain);
    }
    below(text.checklist_why(text.words(&item.why)), Meaning::Muted);
    if let Some(remark) = &item.remark {
        below(text.checklist_remark(text.words(remark)), Meaning::Muted);
    }
    below(text.checklist_grade(text.grade(item.grade)), Meaning::Muted);
    lines
}

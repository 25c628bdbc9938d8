//! The saved cases: found by typing, reopened, deleted.

use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use super::super::bindings::Action;
use super::super::body::{Body, Caret};
use super::super::effect::ScreenEffect;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::outcome::OverlayOutcome;
use crate::casebook::CaseSummary;
use crate::guard::Shown;
use crate::words::width::{pad_right, width};

/// The list and what was typed to filter it.
#[derive(Clone, Debug)]
pub(in crate::screen) struct CaseList {
    all: Vec<CaseSummary>,
    input: Input,
    row: usize,
    /// A second press deletes the highlighted case.
    asks: bool,
}

impl CaseList {
    /// Takes a key.
    pub(super) fn act(&mut self, action: Action) -> OverlayOutcome {
        match action {
            Action::Continue => {
                if let Some(number) = self.chosen() {
                    return OverlayOutcome::Ends(ScreenEffect::Reopen(number));
                }
            }
            Action::Delete => {
                if let Some(number) = self.delete() {
                    return OverlayOutcome::Does(ScreenEffect::Delete(number));
                }
            }
            Action::Up => self.move_by(-1),
            Action::Down => self.move_by(1),
            Action::Edit(request) => self.edit(request),
            _ => {}
        }
        OverlayOutcome::Stays
    }

    /// All cases, the last one first.
    pub(in crate::screen) fn new(all: Vec<CaseSummary>) -> Self {
        Self { all, input: Input::default(), row: 0, asks: false }
    }

    fn found(&self) -> Vec<&CaseSummary> {
        let typed = self.input.value().trim();
        self.all.iter().filter(|one| typed.is_empty() || one.answers_to(typed)).collect()
    }

    /// The number of the highlighted case.
    pub(in crate::screen) fn chosen(&self) -> Option<i64> {
        self.found().get(self.row).map(|one| one.handle.number)
    }

    /// Highlights another row.
    pub(in crate::screen) fn move_by(&mut self, by: isize) {
        self.asks = false;
        let last = self.found().len().saturating_sub(1);
        self.row = self.row.saturating_add_signed(by).min(last);
    }

    /// Asks before the highlighted case is deleted; its number at the second press.
    pub(in crate::screen) fn delete(&mut self) -> Option<i64> {
        let asked = std::mem::replace(&mut self.asks, true);
        self.chosen().filter(|_| asked)
    }

    /// Changes what is typed.
    pub(in crate::screen) fn edit(&mut self, request: InputRequest) {
        self.asks = false;
        self.row = 0;
        super::super::input::edit(&mut self.input, request);
    }
}

/// Draws the list.
pub(in crate::screen) fn draw(list: &CaseList, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    let label = format!(" {}  ", text.cases_prompt());
    body.lines.push(Line::from(vec![
        Span::styled(label.clone(), theme.style(Meaning::Title)),
        Span::styled(list.input.value().to_owned(), theme.style(Meaning::Input)),
    ]));
    body.lines.push(Line::styled(format!(" {}", text.cases_hint()), theme.style(Meaning::Muted)));
    body.lines.push(Line::default());
    let found = list.found();
    if found.is_empty() {
        body.lines.push(Line::styled(format!(" {}", text.cases_none()), theme.style(Meaning::Warning)));
    }
    for (row, one) in found.into_iter().enumerate() {
        let here = row == list.row;
        let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        let name = |place: Option<yidi_core::places::Place>| {
            place.map_or_else(|| text.cases_open(), |one| text.place_short(one).to_owned())
        };
        let places =
            format!("{} {} {}", name(one.draft.insured), theme.glyphs.arrow, name(one.draft.care_place));
        let paid =
            one.personal.map_or_else(|| text.cases_unfinished(), |paid| text.yuan(text.money_span(paid)));
        let day = one.changed.to_string();
        let head = format!(
            "#{}  {}  {}  {paid}",
            one.handle.number,
            day.get(..10).unwrap_or(&day),
            pad_right(&places, 16)
        );
        let mut lines = vec![Line::from(vec![
            Span::styled(if here { " > " } else { "   " }, style),
            Span::styled(head, style),
        ])];
        if !one.note.is_empty() {
            let note = one.note.replace(['\r', '\n'], " ");
            let note = Shown::line(&note);
            let fits = crate::words::width::wrap(note.as_str(), cells.saturating_sub(8), 0);
            lines.push(Line::raw(format!("      {}", fits.first().cloned().unwrap_or_default())));
        }
        if here && list.asks {
            lines.push(Line::styled(
                format!("      {}", text.cases_delete_again()),
                theme.style(Meaning::Warning),
            ));
        }
        body.row(row, here, lines);
    }
    body.caret = Some(Caret { column: width(&label) + list.input.visual_cursor(), line: 0 });
    body
}

//! One answer changed over the result: a list picked by digit, or a line to type.

use ratatui::text::{Line, Span};
use tui_input::InputRequest;

use super::super::bindings::{Action, Context, Subject, label_of};
use super::super::body::{Body, Caret, Hit};
use super::super::input::Overtyped;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::outcome::OverlayOutcome;
use crate::words::width::{pad_right, width, wrap};
use yidi_core::answers;
use yidi_core::answers::{Draft, Problem, parse_total};
use yidi_core::case::{Field, Filed, Reason, TRIPS};
use yidi_core::policy::Route;

/// A question over the result.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Ask {
    pub(in crate::screen) subject: Subject,
    /// The answers as they will be, this one aside.
    draft: Draft,
    row: usize,
    line: Overtyped,
    troubles: Vec<Problem>,
    /// What was asked in a row, this included; the next unknown follows. Empty where
    /// only this one is asked.
    asked: Vec<Subject>,
}

impl Ask {
    /// Where its keys are looked up.
    pub(super) fn context(&self) -> Context {
        if self.is_choice() { Context::AskChoice } else { Context::AskText }
    }

    /// Takes a key.
    pub(super) fn act(&mut self, action: Action) -> OverlayOutcome {
        match action {
            Action::NextOption => self.turn(true),
            Action::PreviousOption => self.turn(false),
            Action::Label(label) if !self.pick(label) => {}
            Action::Label(_) | Action::Continue => {
                return OverlayOutcome::Answered(Box::new(self.answered()));
            }
            Action::Edit(request) => self.edit(request),
            _ => {}
        }
        OverlayOutcome::Stays
    }

    /// Asks about the draft's answer.
    pub(in crate::screen) fn new(subject: Subject, draft: &Draft) -> Self {
        let (row, typed) = match subject {
            Subject::Route => {
                let unfiled = draft.filed == Filed::No && draft.reason != Reason::Emergency;
                let now = if unfiled { Route::Unfiled } else { draft.reason.route_if_filed() };
                (TRIPS.iter().position(|(route, ..)| *route == now).unwrap_or_default(), "")
            }
            Subject::Field(field) => (answers::chosen(draft, field).unwrap_or_default(), draft.typed(field)),
            Subject::Uncovered => (0, ""),
        };
        let (line, troubles) = (Overtyped::of(typed), Vec::new());
        Self { subject, draft: draft.clone(), row, line, troubles, asked: Vec::new() }
    }

    /// The same as one of several in a row.
    pub(in crate::screen) fn in_a_row(mut self, mut asked: Vec<Subject>) -> Self {
        asked.push(self.subject);
        self.asked = asked;
        self
    }

    /// What was asked in a row, where the next unknown follows.
    pub(in crate::screen) fn asked(&self) -> Option<&[Subject]> {
        (!self.asked.is_empty()).then_some(&self.asked)
    }

    /// How many answers can be picked; none where it is typed.
    fn options(&self) -> Option<usize> {
        match self.subject {
            Subject::Route => Some(TRIPS.len()),
            Subject::Field(field) => answers::options(field),
            Subject::Uncovered => None,
        }
    }

    /// Whether it is answered by choosing.
    pub(in crate::screen) fn is_choice(&self) -> bool {
        self.options().is_some()
    }

    /// Moves the highlight by one, round at the ends.
    pub(in crate::screen) fn turn(&mut self, forward: bool) {
        let Some(options) = self.options() else { return };
        self.row = if forward { (self.row + 1) % options } else { (self.row + options - 1) % options };
    }

    /// Highlights the option of a label; `false` where there is none.
    pub(in crate::screen) fn pick(&mut self, label: char) -> bool {
        let options = self.options().unwrap_or_default();
        let found = (0..options).find(|row| self.label(*row) == Some(label));
        if let Some(row) = found {
            self.row = row;
        }
        found.is_some()
    }

    /// Highlights an option that was clicked.
    pub(in crate::screen) fn pick_row(&mut self, row: usize) {
        self.row = row.min(self.options().unwrap_or(1).saturating_sub(1));
    }

    /// The label of an option: the digit of a tier is the tier.
    fn label(&self, row: usize) -> Option<char> {
        match self.subject {
            Subject::Field(field @ Field::Tier) => {
                char::from_digit(u32::try_from(answers::number_of(field, row)).ok()?, 10)
            }
            _ => label_of(row),
        }
    }

    /// Changes what is typed.
    pub(in crate::screen) fn edit(&mut self, request: InputRequest) {
        self.troubles.clear();
        self.line.edit(request);
    }

    /// The answers with this one taken.
    pub(in crate::screen) fn answered(&self) -> Draft {
        let mut draft = self.draft.clone();
        match self.subject {
            Subject::Route => {
                if let Some((route, ..)) = TRIPS.get(self.row) {
                    draft.take_route(*route);
                }
            }
            Subject::Field(field) if self.is_choice() => answers::choose(&mut draft, field, self.row),
            Subject::Field(field) => draft.write(field, self.line.input.value()),
            Subject::Uncovered => {
                let typed = self.line.input.value();
                draft.write(Field::OwnExpense, typed);
                // It is the sum of the three.
                let rest = if answers::is_blank(typed) { "" } else { "0" };
                draft.write(Field::Prepay, rest);
                draft.write(Field::OverLimit, rest);
                draft.write(Field::ClassB, "");
                draft.write(Field::ClassBRate, "");
            }
        }
        draft
    }

    /// The answers cannot be settled: it stays with what is wrong, or goes on to
    /// the other question that the answer made necessary.
    pub(in crate::screen) fn refused(&mut self, draft: Draft, problems: Vec<Problem>) {
        let other = problems
            .first()
            .map(|problem| problem.field)
            .filter(|field| Subject::Field(*field) != self.subject && answers::options(*field).is_some());
        if let Some(field) = other {
            let asked = std::mem::take(&mut self.asked);
            *self = Self { asked, ..Self::new(Subject::Field(field), &draft) };
        } else {
            // The next sign begins anew: nobody means to go on with what is wrong.
            let typed = self.line.input.value().to_owned();
            self.line = Overtyped::of(&typed);
        }
        self.troubles = problems;
    }
}

/// Draws the question and its answers.
pub(in crate::screen) fn draw(ask: &Ask, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    let name = match ask.subject {
        Subject::Route => text.ask_route(),
        Subject::Field(field) => text.field(field),
        Subject::Uncovered => text.ask_uncovered(),
    };
    if let Some(options) = ask.options() {
        body.lines.push(Line::styled(format!(" {name}"), theme.style(Meaning::Title)));
        draw_options(ask, options, &mut body, pen);
    } else {
        let label = format!(" {}  ", pad_right(&name, width(&name)));
        let style = if ask.line.is_replaced() { Meaning::Chosen } else { Meaning::Input };
        body.caret = Some(Caret { column: width(&label) + ask.line.input.visual_cursor(), line: 0 });
        body.lines.push(Line::from(vec![
            Span::styled(label, theme.style(Meaning::Title)),
            Span::styled(ask.line.input.value().to_owned(), theme.style(style)),
        ]));
        let hint = match ask.subject {
            Subject::Field(Field::Total) => parse_total(ask.line.input.value())
                .map_or_else(|_| String::new(), |total| text.understood_as(text.money_span(total))),
            Subject::Field(Field::Date | Field::Admitted) => text.date_hint(),
            Subject::Field(field) if Field::RULES.contains(&field) => text.hint(field).unwrap_or_default(),
            Subject::Uncovered => text.hint_uncovered(),
            _ => String::new(),
        };
        for part in wrap(&hint, cells.saturating_sub(3), 0) {
            body.lines.push(Line::styled(format!("   {part}"), theme.style(Meaning::Muted)));
        }
        if hint.is_empty() {
            body.lines.push(Line::default());
        }
    }
    for problem in &ask.troubles {
        for part in wrap(&text.problem(problem), cells.saturating_sub(3), 0) {
            body.lines.push(Line::styled(format!("   {part}"), theme.style(Meaning::Warning)));
        }
    }
    body
}

fn draw_options(ask: &Ask, options: usize, body: &mut Body, pen: Pen<'_>) {
    let Pen { text, theme, cells } = pen;
    let names: Vec<String> = (0..options)
        .map(|row| match ask.subject {
            Subject::Route => TRIPS.get(row).map_or_else(String::new, |(route, ..)| text.route(*route)),
            Subject::Field(field) => text.option(field, row),
            Subject::Uncovered => String::new(),
        })
        .collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or_default() + 7;
    let columns = (cells.saturating_sub(1) / widest).clamp(1, options.max(1));
    let down = options.div_ceil(columns);
    for line in 0..down {
        let mut spans = Vec::new();
        for (row, name) in names.iter().enumerate().skip(line).step_by(down) {
            let here = row == ask.row;
            let label = ask.label(row).unwrap_or(' ');
            if here {
                let column = spans.iter().map(|span: &Span<'_>| width(&span.content)).sum::<usize>() + 1;
                body.caret = Some(Caret { column, line: body.lines.len() });
            }
            spans.push(Span::raw(if here { " > " } else { "   " }));
            spans.push(Span::styled(format!("{label} "), theme.style(Meaning::Key)));
            let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
            spans.push(Span::styled(name.clone(), style));
            spans.push(Span::raw(" ".repeat(widest.saturating_sub(width(name) + 5))));
        }
        if columns == 1 {
            body.hits.push((body.lines.len()..body.lines.len() + 1, Hit::Row(line)));
        }
        body.lines.push(Line::from(spans));
    }
}

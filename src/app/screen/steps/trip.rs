//! Step 5: trip and bill, a small form.

use jiff::civil::Date;
use ratatui::text::{Line, Span};

use super::super::bindings::{Action, label_of, row_of};
use super::super::body::{Body, Caret, Hit};
use super::super::input::Overtyped;
use super::super::pen::Pen;
use super::super::theme::{Meaning, Theme};
use crate::words::width::{pad_right, width, wrap};
use yidi_core::answers;
use yidi_core::answers::{AmountError, Draft, ProblemKind, parse_amount, parse_total};
use yidi_core::case::Field;
use yidi_core::num;
use yidi_core::num::Money;

/// What has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screen) enum Focus {
    /// A field.
    Field(Field),
    /// The row that opens and closes the rest.
    More,
}

/// The form's state; the answers themselves are in the draft.
#[derive(Clone, Debug)]
pub(in crate::screen) struct TripForm {
    pub(in crate::screen) focus: Focus,
    more: bool,
    /// Enter was pressed: what is wrong is shown.
    pub(in crate::screen) tried: bool,
    /// The text of the focused field, with its caret.
    line: Overtyped,
}

impl Default for TripForm {
    fn default() -> Self {
        Self { focus: Focus::Field(Field::Total), more: false, tried: false, line: Overtyped::default() }
    }
}

/// Whether a field is answered by choosing, not by typing.
pub(in crate::screen) fn is_choice(field: Field) -> bool {
    answers::options(field).is_some()
}

/// The field that Enter stumbles over.
pub(in crate::screen) fn first_problem(draft: &Draft) -> Option<Field> {
    draft.trip_problems().first().map(|problem| problem.field)
}

impl TripForm {
    fn stops(&self, draft: &Draft) -> Vec<Focus> {
        let mut stops: Vec<Focus> =
            answers::trip_fields(draft, false).into_iter().map(Focus::Field).collect();
        stops.push(Focus::More);
        let all = answers::trip_fields(draft, self.more).into_iter().map(Focus::Field);
        let more: Vec<Focus> = all.filter(|stop| !stops.contains(stop)).collect();
        stops.extend(more);
        stops
    }

    fn set_focus(&mut self, draft: &Draft, focus: Focus) {
        self.focus = focus;
        if let Focus::Field(field) = focus {
            self.line = Overtyped::of(draft.typed(field));
        }
    }

    /// Puts the focus on a field, opening the rest of the form where it is there.
    pub(in crate::screen) fn focus_on(&mut self, draft: &Draft, field: Field) {
        self.more |= !answers::trip_fields(draft, false).contains(&field);
        self.focus = Focus::Field(field);
    }

    /// Puts the focus on a field that was clicked.
    pub(in crate::screen) fn focus_stop(&mut self, draft: &Draft, place: usize) {
        let Some(stop) = self.stops(draft).get(place).copied() else { return };
        if stop == Focus::More && self.focus == Focus::More {
            self.more = !self.more;
        }
        self.set_focus(draft, stop);
    }

    /// Moves the focus off a field that is no longer asked, and takes up its text.
    pub(in crate::screen) fn keep_focus_valid(&mut self, draft: &Draft) {
        let focus = self.focus;
        let valid = self.stops(draft).contains(&focus);
        self.set_focus(draft, if valid { focus } else { Focus::Field(Field::Total) });
    }

    /// Takes a key inside the form.
    pub(in crate::screen) fn act(&mut self, draft: &mut Draft, action: Action) {
        match (action, self.focus) {
            (Action::NextField, _) => self.step(draft, 1),
            (Action::PreviousField, _) => self.step(draft, -1),
            (Action::ToggleMore, _) => self.more = !self.more,
            (Action::NextOption, Focus::Field(field)) => turn(draft, field, 1),
            (Action::PreviousOption, Focus::Field(field)) => turn(draft, field, -1),
            (Action::Label(label), Focus::Field(field)) => self.pick(draft, field, label),
            (Action::Edit(request), Focus::Field(field)) if !is_choice(field) => {
                // The field may have been focused from elsewhere.
                if self.line.input.value() != draft.typed(field) {
                    self.line = Overtyped::of(draft.typed(field));
                }
                self.line.edit(request);
                draft.write(field, self.line.input.value());
            }
            _ => {}
        }
    }

    /// The option of a label, 1 the first, 0 the tenth, a the next: it is picked and
    /// the next field has the focus, but not the row that opens the rest: what must
    /// be asked is answered then.
    fn pick(&mut self, draft: &mut Draft, field: Field, label: char) {
        let options = answers::options(field).unwrap_or_default();
        let Some(row) = row_of(label).filter(|row| *row < options) else { return };
        answers::choose(draft, field, row);
        let stops = self.stops(draft);
        let next = stops.iter().skip_while(|stop| **stop != self.focus).nth(1);
        if let Some(next) = next.filter(|next| **next != Focus::More) {
            self.set_focus(draft, *next);
        }
    }

    fn step(&mut self, draft: &Draft, by: isize) {
        let stops = self.stops(draft);
        let place = stops.iter().position(|stop| *stop == self.focus).unwrap_or_default();
        let next = (place.cast_signed() + by).rem_euclid(stops.len().cast_signed());
        self.set_focus(draft, stops[next.cast_unsigned()]);
    }
}

/// The next or the previous option; it goes round at the ends.
fn turn(draft: &mut Draft, field: Field, by: isize) {
    let Some(options) = answers::options(field) else { return };
    let now = answers::chosen(draft, field).map_or(-1, usize::cast_signed);
    let next = (now + by).rem_euclid(options.cast_signed());
    answers::choose(draft, field, next.cast_unsigned());
}

/// Draws the form.
pub(in crate::screen) fn draw(form: &TripForm, draft: &Draft, pen: Pen<'_>, today: Date) -> Body {
    let problems = draft.trip_problems();
    // What is not answered yet is no mistake before Enter was pressed.
    let is_early = |trouble: &ProblemKind| {
        !form.tried && matches!(trouble, ProblemKind::Missing | ProblemKind::KindMissing)
    };
    let trouble = |field| {
        let found = problems.iter().find(|problem| problem.field == field);
        found.map(|problem| &problem.trouble).filter(|trouble| !is_early(trouble))
    };
    let mut drawing = Drawing { form, draft, today, pen, out: Body::default() };
    for (at, stop) in form.stops(draft).into_iter().enumerate() {
        let focused = stop == form.focus;
        let start = drawing.out.lines.len();
        match stop {
            Focus::More => drawing.more(focused),
            Focus::Field(field) if is_choice(field) => {
                drawing.options(field, focused);
                if let Some(trouble) = trouble(field) {
                    drawing.below(&pen.text.trouble(trouble), Meaning::Warning);
                }
            }
            Focus::Field(field) => {
                drawing.text(field, focused);
                drawing.hint(field, focused, trouble(field));
            }
        }
        drawing.out.hits.push((start..drawing.out.lines.len(), Hit::Field(at)));
    }
    drawing.out
}

const LABEL: usize = 20;

fn label(name: &str, focused: bool, theme: &Theme) -> Vec<Span<'static>> {
    let mark = if focused { " > " } else { "   " };
    let style = theme.style(if focused { Meaning::Focus } else { Meaning::Plain });
    vec![Span::styled(mark, style), Span::styled(pad_right(name, LABEL), style), Span::raw("  ")]
}

/// An amount; that of the whole bill may be a span.
fn amount(field: Field, typed: &str) -> Result<num::Span<Money>, AmountError> {
    if field == Field::Total { parse_total(typed) } else { parse_amount(typed).map(num::Span::exact) }
}

/// The form while it is drawn.
struct Drawing<'a> {
    form: &'a TripForm,
    draft: &'a Draft,
    today: Date,
    pen: Pen<'a>,
    out: Body,
}

impl Drawing<'_> {
    /// A field to be typed.
    fn text(&mut self, field: Field, focused: bool) {
        let Pen { text, theme, .. } = self.pen;
        let mut spans = label(&text.field(field), focused, theme);
        let typed = self.draft.typed(field);
        if focused {
            let before: usize = spans.iter().map(|span| width(&span.content)).sum();
            let input = &self.form.line.input;
            let caret = if input.value() == typed { input.visual_cursor() } else { width(typed) };
            self.out.caret = Some(Caret { column: before + caret, line: self.out.lines.len() });
        }
        if typed.is_empty() && !focused {
            let none = match field {
                Field::Date => text.today(),
                Field::Total => text.bill_unknown(),
                _ => text.not_given(),
            };
            spans.push(Span::styled(none, theme.style(Meaning::Muted)));
        } else {
            spans.push(Span::styled(typed.to_owned(), theme.style(Meaning::Input)));
        }
        self.out.lines.push(Line::from(spans));
    }

    /// Below a field: what is wrong with it, what was understood, or how to fill it in.
    fn hint(&mut self, field: Field, focused: bool, trouble: Option<&ProblemKind>) {
        let text = self.pen.text;
        let typed = self.draft.typed(field);
        let (words, meaning) = match trouble {
            Some(trouble) => (text.trouble(trouble), Meaning::Warning),
            None if !focused => return,
            None if matches!(field, Field::Date | Field::Admitted) && !typed.trim().is_empty() => {
                let Some(day) = self.draft.day(field, self.today) else { return };
                (text.understood_day(text.date(day)), Meaning::Muted)
            }
            None => match amount(field, typed) {
                Ok(money) if answers::Question::of(field).is_amount() => {
                    (text.understood_as(text.money_span(money)), Meaning::Muted)
                }
                _ => (text.hint(field).unwrap_or_default(), Meaning::Muted),
            },
        };
        self.below(&words, meaning);
    }

    fn below(&mut self, words: &str, meaning: Meaning) {
        let Pen { theme, cells, .. } = self.pen;
        let indent = LABEL + 5;
        for part in wrap(words, cells.saturating_sub(indent + 1), 0) {
            self.out.lines.push(Line::styled(format!("{}{part}", " ".repeat(indent)), theme.style(meaning)));
        }
    }

    /// A field to be chosen: every option where it has the focus.
    fn options(&mut self, field: Field, focused: bool) {
        let Pen { text, theme, cells } = self.pen;
        let chosen = answers::chosen(self.draft, field);
        let options: Vec<(String, bool)> = (0..answers::options(field).unwrap_or_default())
            .map(|at| (text.option(field, at), chosen == Some(at)))
            .collect();
        let indent = LABEL + 5;
        let mut spans = label(&text.field(field), focused, theme);
        if focused {
            self.out.caret = Some(Caret { column: 1, line: self.out.lines.len() });
        } else {
            let chosen = options.iter().find(|(_, chosen)| *chosen).map(|(name, _)| name.clone());
            spans.push(Span::styled(chosen.unwrap_or_default(), theme.style(Meaning::Input)));
            self.out.lines.push(Line::from(spans));
            return;
        }
        let mut used = indent;
        for (at, (name, chosen)) in options.into_iter().enumerate() {
            // The choice is told by brackets, not by its look alone.
            let name = if chosen { format!("[{name}]") } else { name };
            let label = label_of(at).unwrap_or(' ');
            let shown = format!("{label} {name}  ");
            if used + width(&shown) > cells && used > indent {
                self.out.lines.push(Line::from(std::mem::take(&mut spans)));
                spans.push(Span::raw(" ".repeat(indent)));
                used = indent;
            }
            used += width(&shown);
            spans.push(Span::styled(format!("{label} "), theme.style(Meaning::Key)));
            let style = theme.style(if chosen { Meaning::Chosen } else { Meaning::Plain });
            spans.push(Span::styled(name, style));
            spans.push(Span::raw("  "));
        }
        self.out.lines.push(Line::from(spans));
        if let Some(hint) = text.hint(field) {
            self.below(&hint, Meaning::Muted);
        }
    }

    /// The row that opens and closes the rest of the form.
    fn more(&mut self, focused: bool) {
        let Pen { text, theme, .. } = self.pen;
        self.out.lines.push(Line::default());
        if focused {
            self.out.caret = Some(Caret { column: 1, line: self.out.lines.len() });
        }
        let mark = if focused { " > " } else { "   " };
        let words = if self.form.more { text.more_open() } else { text.more_closed() };
        let style = theme.style(if focused { Meaning::Focus } else { Meaning::Muted });
        self.out.lines.push(Line::styled(format!("{mark}{words}"), style));
    }
}

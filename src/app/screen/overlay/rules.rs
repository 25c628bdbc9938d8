//! The form of an agency's own rules of one area: what holds today beside each
//! place, what is wrong beside what was typed, and a stay tried out below.

use std::collections::BTreeMap;
use std::rc::Rc;

use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use super::super::bindings::Action;
use super::super::body::{Body, Caret, Hit};
use super::super::effect::ScreenEffect;
use super::super::input;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::outcome::OverlayOutcome;
use crate::agency::{Editing, FormRemark, FormState, Tried};
use crate::words::Text;
use crate::words::width::{pad_right, visible, width, wrap};
use yidi_core::places::Place;
use yidi_core::policy::own::Rule;
use yidi_core::policy::{FileError, Value};
use yidi_core::rules::{Form, Slot};

/// The form as it stands.
#[derive(Clone, Debug)]
pub(in crate::screen) struct RulesForm {
    editing: Rc<Editing>,
    form: Form,
    inputs: BTreeMap<Slot, Input>,
    slots: Vec<Slot>,
    focus: usize,
    /// What is wrong, and what a stay comes to; nothing where the data cannot be read.
    looked: Option<Rc<(FormState, Option<Tried>)>>,
    failed: Option<FileError>,
    /// Rules that were told for a case are filled in: they are offered for keeping.
    offers: bool,
    /// It was asked to be written, and something is wrong with it.
    refused: bool,
    /// It was said that Esc leaves without writing.
    warned: bool,
    /// Why it was not written.
    trouble: Option<String>,
}

/// Places that a page key passes.
const PAGE: isize = 8;

impl RulesForm {
    /// The form that was opened.
    pub(in crate::screen) fn new(editing: Editing, text: &Text) -> Self {
        let form = editing.form.clone();
        let slots = Slot::all();
        let inputs = slots.iter().map(|slot| (*slot, Input::new(form.typed(*slot).to_owned()))).collect();
        // Who fills it in begins with the rules; the source is told at the end.
        let focus = slots.iter().position(|slot| matches!(slot, Slot::Rule(_))).unwrap_or_default();
        let editing = Rc::new(editing);
        let mut new = Self {
            editing,
            form,
            inputs,
            slots,
            focus,
            looked: None,
            failed: None,
            offers: false,
            refused: false,
            warned: false,
            trouble: None,
        };
        new.look(text);
        new
    }

    /// The same with rules that were told for a case, to be kept from now on.
    pub(in crate::screen) fn offering(mut self, told: &[(Rule, Value)], text: &Text) -> Self {
        self.form = self.editing.with_told(text, told);
        for slot in &self.slots {
            self.inputs.insert(*slot, Input::new(self.form.typed(*slot).to_owned()));
        }
        self.offers = self.is_changed();
        let first = told.first().map(|(rule, _)| Slot::Rule(*rule));
        self.focus = self.slots.iter().position(|slot| Some(*slot) == first).unwrap_or(self.focus);
        self.look(text);
        self
    }

    /// The form as it was opened, and as it is typed now.
    pub(in crate::screen) fn parts(&self) -> (&Rc<Editing>, &Form) {
        (&self.editing, &self.form)
    }

    /// Whether something was typed that is not written.
    pub(in crate::screen) fn is_changed(&self) -> bool {
        self.form != self.editing.form
    }

    /// It was written, which is told.
    pub(in crate::screen) fn written(&mut self, told: String) {
        Rc::make_mut(&mut self.editing).form = self.form.clone();
        self.offers = false;
        self.trouble = Some(told);
    }

    /// It was not written, and why.
    pub(in crate::screen) fn not_written(&mut self, why: String) {
        self.trouble = Some(why);
    }

    fn slot(&self) -> Slot {
        self.slots[self.focus]
    }

    fn look(&mut self, text: &Text) {
        match self.editing.look(text, &self.form) {
            Ok(state) => {
                let rule = match self.slot() {
                    Slot::Rule(rule) => Some(rule),
                    Slot::Heading(_) => None,
                };
                let tried = self.editing.tried(rule, &state);
                (self.looked, self.failed) = (Some(Rc::new((state, tried))), None);
            }
            Err(error) => (self.looked, self.failed) = (None, Some(error)),
        }
    }

    /// Takes a key.
    pub(super) fn act(&mut self, action: Action, text: &Text) -> OverlayOutcome {
        let was_warned = std::mem::take(&mut self.warned);
        self.trouble = None;
        match action {
            Action::Continue | Action::NextField => self.go(1, text),
            Action::PreviousField => self.go(-1, text),
            Action::PageDown => self.go(PAGE, text),
            Action::PageUp => self.go(-PAGE, text),
            Action::Edit(request) => self.edit(request, text),
            Action::Save => return self.save(),
            Action::Back if was_warned || !self.is_changed() => return OverlayOutcome::Closes,
            Action::Back => self.warned = true,
            _ => {}
        }
        OverlayOutcome::Stays
    }

    fn go(&mut self, by: isize, text: &Text) {
        let all = self.slots.len().cast_signed();
        self.focus = (self.focus.cast_signed() + by).rem_euclid(all).cast_unsigned();
        self.look(text);
    }

    /// Puts the focus on a place that was clicked.
    pub(super) fn focus_row(&mut self, row: usize) {
        self.focus = row.min(self.slots.len() - 1);
    }

    fn edit(&mut self, request: InputRequest, text: &Text) {
        let slot = self.slot();
        let line = self.inputs.entry(slot).or_default();
        if input::edit(line, request) {
            self.form.write(slot, line.value());
            self.refused = false;
            self.look(text);
        }
    }

    /// Written where nothing is wrong; else the focus goes to a mistake: it stays where
    /// this is one, and the rules come before their source.
    fn save(&mut self) -> OverlayOutcome {
        let Some(looked) = &self.looked else { return OverlayOutcome::Stays };
        let (state, _) = &**looked;
        if state.is_clean() && !self.form.is_empty() {
            return OverlayOutcome::Does(ScreenEffect::WriteRules);
        }
        self.refused = true;
        let is_wrong = |slot: &Slot| state.beside.get(slot).is_some_and(FormRemark::is_error);
        let is_wrong_rule = |slot: &Slot| matches!(slot, Slot::Rule(_)) && is_wrong(slot);
        if !is_wrong(&self.slot()) {
            // The source is told at the end, as it is asked.
            let rule = self.slots.iter().position(is_wrong_rule);
            let wrong = rule.or_else(|| self.slots.iter().position(is_wrong));
            self.focus = wrong.unwrap_or(self.focus);
        }
        OverlayOutcome::Stays
    }
}

/// The cells that are typed into.
const CELL: usize = 20;
/// The cells before a place: whether it is highlighted, whether something is wrong.
const MARK: usize = 3;

/// What holds today of a place; nothing is of a heading.
fn now(form: &RulesForm, slot: Slot, text: &Text) -> String {
    let Slot::Rule(rule) = slot else { return String::new() };
    let in_force = form.editing.in_force(text, rule);
    in_force.map_or_else(|| text.sheet_unknown(), |(value, from)| text.form_now(value, from))
}

/// Draws the places with what holds today.
pub(in crate::screen) fn draw(form: &RulesForm, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    let place = text.place(Place::Area(form.editing.area));
    body.head.push(Line::styled(format!(" {}", text.form_title(place)), theme.style(Meaning::Title)));
    let label = form.slots.iter().map(|slot| width(&text.slot(*slot))).max().unwrap_or_default();
    let label = label.min(cells.saturating_sub(CELL + 8) * 2 / 3);
    for line in above(form, cells.saturating_sub(MARK + 3 + label + CELL + 1), pen) {
        body.head.push(line);
    }
    body.head.push(pen.rule());
    for (at, slot) in form.slots.iter().enumerate() {
        let here = at == form.focus;
        let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        let said = form.looked.as_ref().and_then(|looked| looked.0.beside.get(slot));
        let mark = match said {
            Some(said) if said.is_error() => "!",
            Some(_) => "?",
            None => " ",
        };
        let input = form.inputs.get(slot).cloned().unwrap_or_default();
        let scroll = input.visual_scroll(CELL - 1);
        let name = format!("{}{mark}", if here { " >" } else { "  " });
        let before = width(&name) + 1 + label + 2;
        if here {
            let column = before + input.visual_cursor().saturating_sub(scroll);
            body.caret = Some(Caret { column, line: body.lines.len() });
        }
        let room = cells.saturating_sub(before + CELL + 1);
        let now = now(form, *slot, text);
        let row = vec![
            Span::styled(name, style),
            Span::styled(format!(" {}  ", pad_right(&visible(&text.slot(*slot), 0, label), label)), style),
            Span::styled(pad_right(&visible(input.value(), scroll, CELL), CELL), theme.style(Meaning::Input)),
            Span::styled(format!(" {}", visible(&now, 0, room)), theme.style(Meaning::Muted)),
        ];
        let start = body.lines.len();
        body.lines.push(Line::from(row));
        let end = body.lines.len();
        body.hits.push((start..end, Hit::Row(at)));
        if here {
            body.focus = Some(start..end);
        }
    }
    body.position = Some((form.focus + 1, form.slots.len()));
    body
}

/// Above the places: how this one is filled in or what is wrong with it, and
/// what a stay comes to; what holds today, where there is no room for it beside the
/// place.
fn above(form: &RulesForm, room: usize, pen: Pen<'_>) -> Vec<Line<'static>> {
    let Pen { text, theme, cells } = pen;
    let slot = form.slot();
    let mut lines = Vec::new();
    let mut say = |words: &str, meaning: Meaning, most: usize| {
        for part in wrap(words, cells.saturating_sub(2), 0).into_iter().take(most) {
            lines.push(Line::styled(format!(" {part}"), theme.style(meaning)));
        }
    };
    if form.offers {
        let place = text.place(Place::Area(form.editing.area));
        say(&text.form_offer(place), Meaning::Title, 2);
    }
    let looked = form.looked.as_deref();
    if let Some(tried) = looked.and_then(|(_, tried)| *tried) {
        say(&tried.told(text), Meaning::Amount, 2);
    }
    let now = now(form, slot, text);
    if width(&now) > room {
        say(&now, Meaning::Plain, 2);
    }
    if let Some(error) = &form.failed {
        say(&text.data_broken(error.to_string()), Meaning::Warning, 2);
    }
    let said = looked.and_then(|(state, _)| state.beside.get(&slot));
    let whole = looked.and_then(|(state, _)| state.whole.first());
    match (&form.trouble, form.warned, said) {
        (Some(trouble), ..) => say(trouble, Meaning::Warning, 4),
        (None, true, _) => say(&text.form_leave_again(), Meaning::Warning, 2),
        (None, false, Some(said)) => say(&said.told(text), Meaning::Warning, 3),
        (None, false, None) if form.refused && form.form.is_empty() => {
            say(&text.sheet_nothing(), Meaning::Warning, 2);
        }
        (None, false, None) if form.refused && whole.is_some() => {
            let found = whole.map_or_else(String::new, |finding| text.fault(&finding.fault));
            say(&found, Meaning::Warning, 3);
        }
        (None, false, None) => say(&text.slot_hint(slot), Meaning::Muted, 3),
    }
    lines
}

//! The real settlement slip beside the estimate: its numbers are typed in, or
//! its JSON pasted; Enter tells whether it adds up and what explains it.

use std::collections::BTreeMap;

use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use super::super::bindings::Action;
use super::super::body::{Body, Caret, Hit};
use super::super::input;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::outcome::{Below, OverlayOutcome};
use crate::report::{slip_findings, slip_notes};
use crate::words::Text;
use crate::words::width::{pad_left, pad_right, visible, width, wrap};
use yidi_core::case::{Case, Field};
use yidi_core::estimate::{Estimate, EstimateError};
use yidi_core::num::Span as Range;
use yidi_core::policy::Book;
use yidi_core::reconcile::{
    Compared, FoundSlip, FoundSlips, Reconciled, Slip, SlipError, SlipField, reconcile,
};
use yidi_core::year::case_of;

/// The numbers of a slip as they are typed, and what came of them.
#[derive(Clone, Debug, Default)]
pub(in crate::screen) struct SlipForm {
    inputs: BTreeMap<SlipField, Input>,
    /// The place of the focused number in the order of the slip.
    focus: usize,
    outcome: Option<SlipOutcome>,
    /// The slip that was pasted, and how many there were.
    pasted: Option<(FoundSlip, usize)>,
    /// How far it was scrolled.
    scroll: isize,
}

#[derive(Clone, Debug)]
enum SlipOutcome {
    /// What the slip is to the estimate; shown from its beginning until another field is gone to.
    Found(Box<Reconciled>),
    /// There is no estimate.
    Failed(EstimateError),
    /// What is wrong with what was typed, at a number or altogether.
    Wrong(Option<SlipField>, SlipError),
    /// Nothing was typed.
    Empty,
}

impl SlipForm {
    /// Takes a key.
    pub(super) fn act(&mut self, action: Action, below: &Below<'_>) -> OverlayOutcome {
        match action {
            Action::Continue => {
                // A second Enter keeps what the slip shows.
                if let Some(rules) = self.learned() {
                    return OverlayOutcome::Learned(rules);
                }
                if let Some(result) = below.result {
                    let case = self.completed(below).unwrap_or(*result.case());
                    self.check(below.world.book, &case);
                }
            }
            Action::NextField => self.go(1),
            Action::PreviousField => self.go(-1),
            Action::PageUp => self.scroll(-PAGE),
            Action::PageDown => self.scroll(PAGE),
            Action::Edit(request) => self.edit(request),
            _ => {}
        }
        OverlayOutcome::Stays
    }

    /// The local rules that were found in the slip, where some were.
    fn learned(&self) -> Option<Vec<(Field, String)>> {
        let Some(SlipOutcome::Found(found)) = &self.outcome else { return None };
        Some(found.learned()).filter(|rules| !rules.is_empty())
    }

    fn field(&self) -> SlipField {
        SlipField::ALL[self.focus]
    }

    fn typed(&self, field: SlipField) -> &str {
        self.inputs.get(&field).map_or("", Input::value)
    }

    /// The next or the previous number; round at the ends.
    pub(in crate::screen) fn go(&mut self, by: isize) {
        self.scroll = 0;
        let all = SlipField::ALL.len().cast_signed();
        self.focus = (self.focus.cast_signed() + by).rem_euclid(all).cast_unsigned();
    }

    /// Scrolls by so many lines.
    pub(in crate::screen) const fn scroll(&mut self, by: isize) {
        self.scroll += by;
    }

    /// Drawing found that it cannot be scrolled further.
    pub(in crate::screen) const fn scrolled(&mut self, scroll: isize) {
        self.scroll = scroll;
    }

    /// Puts the focus on a number that was clicked.
    pub(in crate::screen) fn focus_row(&mut self, row: usize) {
        self.focus = row.min(SlipField::ALL.len() - 1);
    }

    /// Changes the number that has the focus; what was found of the old ones goes.
    pub(in crate::screen) fn edit(&mut self, request: InputRequest) {
        let field = self.field();
        if input::edit(self.inputs.entry(field).or_default(), request) {
            self.outcome = None;
        }
    }

    /// Takes a whole slip that was pasted, of several the first; false where the
    /// text is none.
    pub(in crate::screen) fn paste(&mut self, text: &str) -> bool {
        let is_message = text.trim_start().starts_with(['{', '[', '<']);
        let found = FoundSlips::in_text(text);
        if !is_message && (found.is_err() || text.lines().nth(1).is_none()) {
            return false;
        }
        let all = found.as_ref().map_or(0, |found| found.slips.len() + found.left_out);
        match found.and_then(|found| found.slips.into_iter().next().unwrap_or(Err(SlipError::Empty))) {
            Ok(found) => {
                let amounts = found.slip.amounts();
                self.inputs =
                    amounts.map(|(field, amount)| (field, Input::new(amount.to_string()))).collect();
                if let Some(rate) = found.slip.rate {
                    self.inputs.insert(SlipField::Rate, Input::new(format!("{rate}%")));
                }
                self.outcome = None;
                self.pasted = Some((found, all));
            }
            Err(fault) => self.outcome = Some(SlipOutcome::Wrong(None, fault)),
        }
        true
    }

    /// The case, with what a slip that was pasted says of it where it was left open.
    fn completed(&mut self, below: &Below<'_>) -> Option<Case> {
        let (slip, _) = self.pasted.as_mut()?;
        let mut draft = below.draft.clone();
        // What kind of visit it is, was asked.
        slip.complete(&mut draft, below.today, |_| true);
        case_of(below.world.book, &draft, below.today).ok()
    }

    /// Lays the slip beside the estimate of a case.
    pub(in crate::screen) fn check(&mut self, book: &Book, case: &Case) {
        self.scroll = 0;
        let mut slip = Slip::default();
        for (at, field) in SlipField::ALL.into_iter().enumerate() {
            if let Err(fault) = slip.write(field, self.typed(field)) {
                self.focus = at;
                self.outcome = Some(SlipOutcome::Wrong(Some(field), fault));
                return;
            }
        }
        self.outcome = Some(if slip.is_empty() {
            SlipOutcome::Empty
        } else {
            match reconcile(book, case, &slip) {
                Ok(found) => SlipOutcome::Found(Box::new(found)),
                Err(error) => SlipOutcome::Failed(error),
            }
        });
    }

    /// The form with numbers that were typed earlier.
    pub(in crate::screen) fn with(numbers: &BTreeMap<SlipField, String>) -> Self {
        let inputs = numbers.iter().map(|(field, typed)| (*field, Input::new(typed.clone())));
        Self { inputs: inputs.collect(), ..Self::default() }
    }

    /// The numbers of the slip, as typed.
    pub(in crate::screen) fn numbers(&self) -> BTreeMap<SlipField, String> {
        let typed = self.inputs.iter().map(|(field, input)| (*field, input.value().trim().to_owned()));
        typed.filter(|(_, typed)| !typed.is_empty()).collect()
    }

    /// What is expected of a number, and what the slip has more.
    fn compared(&self, field: SlipField, estimate: Option<&Estimate>) -> Compared {
        if let Some(SlipOutcome::Found(found)) = &self.outcome
            && let Some(line) = found.lines.iter().find(|line| line.field == field)
        {
            return *line;
        }
        Compared::of(field, estimate, None)
    }
}

/// Lines that a page key scrolls.
const PAGE: isize = 8;

/// Below so many cells there is no room for the estimate beside the slip.
const WIDE: usize = 76;
/// What a number takes: 99,999,999.99 and a space for the caret.
const NUMBER: usize = 14;

/// Draws what was found, then the numbers.
pub(in crate::screen) fn draw(form: &SlipForm, estimate: Option<&Estimate>, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body { scroll: form.scroll, ..Body::default() };
    body.head.push(Line::styled(format!(" {}", text.slip_title()), theme.style(Meaning::Title)));
    let mut say = |words: &str, indent: &str, meaning: Meaning| {
        for part in wrap(words, cells.saturating_sub(indent.len() + 2), 0) {
            body.lines.push(Line::styled(format!("{indent}{part}"), theme.style(meaning)));
        }
    };
    let found = match &form.outcome {
        Some(SlipOutcome::Found(found)) => {
            for (at, words) in slip_findings(text, found).iter().enumerate() {
                let (indent, meaning) = match at {
                    0 => (" ", Meaning::Amount),
                    _ => ("   ", Meaning::Plain),
                };
                say(words, indent, meaning);
            }
            if let Some(rules) = form.learned() {
                let named =
                    rules.iter().map(|(field, value)| text.told_rule(text.field(*field), value.clone()));
                say(&text.slip_learn(text.list(named.collect::<Vec<_>>())), "   ", Meaning::Key);
            }
            true
        }
        Some(SlipOutcome::Failed(error)) => {
            say(&text.estimate_error(error), " ", Meaning::Warning);
            true
        }
        Some(SlipOutcome::Wrong(None, fault)) => {
            say(&text.slip_fault(fault), " ", Meaning::Warning);
            true
        }
        Some(SlipOutcome::Wrong(Some(_), _)) => false,
        Some(SlipOutcome::Empty) => {
            say(&text.slip_type_something(), " ", Meaning::Warning);
            true
        }
        None => {
            say(&text.slip_hint(), " ", Meaning::Muted);
            false
        }
    };
    if let Some((slip, all)) = &form.pasted {
        let several = (*all > 1).then(|| text.slip_first_of_several(*all as u64));
        for words in slip_notes(text, slip).into_iter().chain(several) {
            say(&words, "   ", Meaning::Plain);
        }
    }
    body.lines.push(Line::default());
    rows(form, estimate, &mut body, pen);
    if found {
        // The answer first, whatever the focus.
        body.focus = Some(0..1);
    }
    body
}

fn rows(form: &SlipForm, estimate: Option<&Estimate>, body: &mut Body, pen: Pen<'_>) {
    let Pen { text, theme, cells } = pen;
    let names: Vec<String> = SlipField::ALL.iter().map(|field| text.slip_field(*field)).collect();
    let label = names.iter().map(|name| width(name)).max().unwrap_or_default();
    let expected = SlipField::ALL.map(|field| form.compared(field, estimate));
    let shown: Vec<String> = expected.iter().map(|line| span(text, line)).collect();
    let titles = [text.slip_expected(), text.slip_actual(), text.slip_difference()];
    let room = shown.iter().chain([&titles[0]]).map(|one| width(one)).max().unwrap_or_default();
    let wide = cells >= WIDE && label + room + 2 * NUMBER + 10 <= cells;
    let mut head = format!("   {}  ", pad_right("", label));
    if wide {
        head.push_str(&pad_left(&titles[0], room));
        head.push_str("  ");
    }
    head += &pad_right(&titles[1], NUMBER);
    head += "  ";
    head += &pad_left(&titles[2], NUMBER);
    body.lines.push(Line::styled(head, theme.style(Meaning::Muted)));
    for (at, (field, name)) in SlipField::ALL.into_iter().zip(&names).enumerate() {
        let here = at == form.focus;
        let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        let mut spans = vec![
            Span::styled(if here { " > " } else { "   " }, style),
            Span::styled(pad_right(name, label), style),
            Span::raw("  "),
        ];
        if wide {
            spans.push(Span::raw(format!("{}  ", pad_left(&shown[at], room))));
        }
        let before: usize = spans.iter().map(|span| width(&span.content)).sum();
        let input = form.inputs.get(&field).cloned().unwrap_or_default();
        let scroll = input.visual_scroll(NUMBER);
        if here {
            let column = before + input.visual_cursor().saturating_sub(scroll);
            body.caret = Some(Caret { column, line: body.lines.len() });
        }
        let typed = visible(input.value(), scroll, NUMBER);
        // While a number is typed there is none: nothing stands right of the caret then.
        let difference = expected[at].difference().filter(|difference| !difference.is_zero());
        spans.push(Span::styled(pad_right(&typed, NUMBER), theme.style(Meaning::Input)));
        if let Some(difference) = difference {
            let shown = pad_left(&text.signed_money(difference), NUMBER);
            spans.push(Span::styled(format!("  {shown}"), theme.style(Meaning::Warning)));
        }
        let line = body.lines.len();
        body.lines.push(Line::from(spans));
        if let Some(SlipOutcome::Wrong(Some(wrong), fault)) = &form.outcome
            && *wrong == field
        {
            for part in wrap(&text.slip_fault(fault), cells.saturating_sub(6), 0) {
                body.lines.push(Line::styled(format!("     {part}"), theme.style(Meaning::Warning)));
            }
        }
        body.hits.push((line..body.lines.len(), Hit::Row(at)));
    }
}

/// What is expected, as one number or from the one end to the other.
fn span(text: &Text, line: &Compared) -> String {
    match (line.best, line.worst) {
        (Some(best), Some(worst)) => text.money_span(Range::between(best, worst)),
        (Some(one), None) | (None, Some(one)) => text.money(one),
        (None, None) => "-".to_owned(),
    }
}

//! The hand-out: which form, where to, and what the clerk adds.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use super::super::bindings::{Action, Context, label_of};
use super::super::body::{Body, Caret};
use super::super::effect::Effect;
use super::super::pen::Pen;
use super::super::theme::{Meaning, Theme};
use super::outcome::{Below, Outcome};
use crate::save::SaveError;
use crate::sheet::{Format, default_name};
use crate::words::width::{pad_right, visible, width, wrap};
use jiff::civil::Date;
use strum::VariantArray;
use yidi_core::case::Case;
use yidi_core::variants::all;

/// Where the next key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
enum PrintFocus {
    Format,
    Place,
    Note,
}

impl PrintFocus {
    const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);
}

/// What is asked before the sheet is written.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Print {
    focus: PrintFocus,
    pub(in crate::screen) format: Format,
    place: Input,
    note: Input,
    /// A file of that name is there: another Enter writes over it.
    asks: bool,
    /// Why it was not written, and where to.
    trouble: Option<(PathBuf, Rc<SaveError>)>,
}

impl Print {
    /// Where its keys are looked up.
    pub(super) fn context(&self) -> Context {
        if self.focus == PrintFocus::Format { Context::PrintChoice } else { Context::PrintText }
    }

    /// Takes a key.
    pub(super) fn act(&mut self, action: Action, below: &Below<'_>) -> Outcome {
        match action {
            Action::Continue => return self.write(below).map_or(Outcome::Stays, Outcome::Does),
            Action::NextField => self.go(1),
            Action::PreviousField => self.go(2),
            Action::NextOption => self.turn(1),
            Action::PreviousOption => self.turn(3),
            Action::Label(label) => self.pick(label),
            Action::Edit(request) => self.edit(request),
            _ => {}
        }
        Outcome::Stays
    }

    /// The sheet that was asked for, to be written outside.
    fn write(&self, below: &Below<'_>) -> Option<Effect> {
        let document = below.result?.handout(below.world, below.today, self.note())?;
        Some(Effect::Write {
            document: Box::new(document),
            format: self.format,
            path: self.path(),
            overwrite: self.overwrites(),
        })
    }

    /// A page for a printer, in the folder where the program runs.
    pub(in crate::screen) fn new(case: &Case, today: Date) -> Self {
        let format = Format::default();
        Self {
            focus: PrintFocus::Format,
            format,
            place: Input::new(default_name(case, today, format)),
            note: Input::default(),
            asks: false,
            trouble: None,
        }
    }

    /// Where it is to be written.
    pub(in crate::screen) fn path(&self) -> PathBuf {
        PathBuf::from(self.place.value().trim())
    }

    /// What the clerk added.
    pub(in crate::screen) fn note(&self) -> &str {
        self.note.value()
    }

    /// Whether it was said that a file is there, and Enter pressed again.
    pub(in crate::screen) const fn overwrites(&self) -> bool {
        self.asks
    }

    /// The next or the previous field.
    pub(in crate::screen) fn go(&mut self, by: usize) {
        self.focus = PrintFocus::ALL[(self.focus as usize + by) % PrintFocus::ALL.len()];
    }

    /// The next or the previous form.
    pub(in crate::screen) fn turn(&mut self, by: usize) {
        let here = Format::ALL.iter().position(|format| *format == self.format).unwrap_or_default();
        self.take(Format::ALL[(here + by) % Format::ALL.len()]);
    }

    /// The form of a label.
    pub(in crate::screen) fn pick(&mut self, label: char) {
        let found = (0..Format::ALL.len()).find(|row| label_of(*row) == Some(label));
        if let Some(row) = found {
            self.take(Format::ALL[row]);
        }
    }

    /// Takes a form; the name of the file ends as it should.
    fn take(&mut self, format: Format) {
        self.changed();
        let place = self.place.value();
        if let Some(stem) = place.strip_suffix(&format!(".{}", self.format.ending())) {
            self.place = Input::new(format!("{stem}.{}", format.ending()));
        }
        self.format = format;
    }

    /// Changes what is typed.
    pub(in crate::screen) fn edit(&mut self, request: InputRequest) {
        match self.focus {
            PrintFocus::Format => return,
            PrintFocus::Place => super::super::input::edit(&mut self.place, request),
            PrintFocus::Note => super::super::input::edit(&mut self.note, request),
        };
        self.changed();
    }

    fn changed(&mut self) {
        self.asks = false;
        self.trouble = None;
    }

    /// A file is there: it stays until Enter is pressed again.
    pub(in crate::screen) fn ask(&mut self) {
        self.trouble = None;
        self.asks = true;
    }

    /// It was not written, and why.
    pub(in crate::screen) fn failed(&mut self, path: &Path, why: SaveError) {
        self.asks = false;
        self.trouble = Some((path.to_owned(), Rc::new(why)));
    }
}

/// Draws the fields, and below them what is wrong.
pub(in crate::screen) fn draw(print: &Print, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    body.lines.push(Line::styled(format!(" {}", text.print_title()), theme.style(Meaning::Title)));
    body.lines.push(Line::default());
    let names = [text.print_format(), text.print_place(), text.print_note()];
    let label = names.iter().map(|name| width(name)).max().unwrap_or_default() + 2;
    let formats = [text.print_pdf(), text.print_html(), text.print_text(), text.print_markdown()].into_iter();
    let mut spans = field(&names[0], label, print.focus == PrintFocus::Format, theme);
    body.caret = Some(Caret { column: 1, line: body.lines.len() });
    for ((row, name), format) in formats.enumerate().zip(Format::ALL) {
        let chosen = format == print.format;
        spans.push(Span::styled(format!("{} ", label_of(row).unwrap_or(' ')), theme.style(Meaning::Key)));
        // Brackets tell the chosen one without colour.
        let name = if chosen { format!("[{name}]  ") } else { format!(" {name}   ") };
        spans.push(Span::styled(name, theme.style(if chosen { Meaning::Chosen } else { Meaning::Plain })));
    }
    body.lines.push(Line::from(spans));
    for (focus, name, input) in
        [(PrintFocus::Place, &names[1], &print.place), (PrintFocus::Note, &names[2], &print.note)]
    {
        let mut spans = field(name, label, focus == print.focus, theme);
        let left = spans.iter().map(|span| width(&span.content)).sum::<usize>();
        let room = cells.saturating_sub(left + 2).max(1);
        let scroll = input.visual_scroll(room);
        if focus == print.focus {
            let column = left + input.visual_cursor().saturating_sub(scroll);
            body.caret = Some(Caret { column, line: body.lines.len() });
        }
        let shown = visible(input.value(), scroll, room);
        spans.push(Span::styled(shown, theme.style(Meaning::Input)));
        body.lines.push(Line::from(spans));
    }
    body.lines.push(Line::default());
    let mut say = |words: String, meaning: Meaning| {
        for part in wrap(&words, cells.saturating_sub(3), 0) {
            body.lines.push(Line::styled(format!("   {part}"), theme.style(meaning)));
        }
    };
    if let Some((path, trouble)) = &print.trouble {
        say(trouble.told(text, path), Meaning::Warning);
    } else if print.asks {
        say(text.print_exists(print.place.value().trim()), Meaning::Warning);
    } else if print.focus == PrintFocus::Note {
        say(text.print_note_hint(), Meaning::Muted);
    }
    body
}

fn field(name: &str, label: usize, here: bool, theme: &Theme) -> Vec<Span<'static>> {
    let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
    vec![
        Span::styled(format!(" {} ", if here { ">" } else { " " }), style),
        Span::styled(pad_right(name, label), style),
    ]
}

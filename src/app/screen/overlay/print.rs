//! The hand-out: which form, where to, and what the clerk adds.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use super::super::bindings::{Action, Context, label_of};
use super::super::body::{Body, Caret};
use super::super::effect::{Overwrite, ScreenEffect};
use super::super::pen::Pen;
use super::super::theme::{Meaning, Theme};
use super::outcome::{Below, OverlayOutcome};
use crate::printer::{Printer, PrinterError};
use crate::save::SaveError;
use crate::sheet::{Document, Edition, Format, YearSheet, default_name, year_name, year_sheet};
use crate::words::width::{pad_right, visible, width, wrap};
use jiff::civil::Date;
use yidi_core::case::Case;
use yidi_core::year::SettledStays;

/// Where the next key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PrintFocus {
    Target,
    Edition,
    Place,
    Note,
}

/// Where the sheet goes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    /// To the printer, by this command.
    Printer(String),
    /// To a file.
    File(Format),
}

/// Why it did not get there.
#[derive(Clone, Debug)]
enum Trouble {
    File(PathBuf, Rc<SaveError>),
    Printer(PrinterError),
}

/// What the sheet is about.
#[derive(Clone, Debug)]
enum PrintSubject {
    /// The stay that is looked at.
    Stay,
    /// All of them.
    Year(Box<SettledStays>),
}

/// The printer, the usual edition, and whether the desk is locked.
type Desk<'a> = (&'a Printer, Edition, bool);

/// What is asked before the sheet is printed or written.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Print {
    subject: PrintSubject,
    focus: PrintFocus,
    targets: Vec<Target>,
    chosen: usize,
    edition: Edition,
    /// A command for printing that is there: whether it is meant is asked first.
    offered: Option<String>,
    /// At a locked desk no name of a file is typed.
    is_locked: bool,
    place: Input,
    /// Nobody changed the name: where it is taken, the file gets a number.
    is_usual_place: bool,
    note: Input,
    /// A file of that name is there: another Enter writes over it.
    asks: bool,
    trouble: Option<Trouble>,
}

impl Print {
    /// Where its keys are looked up.
    pub(super) fn context(&self) -> Context {
        match self.focus {
            _ if self.offered.is_some() => Context::PrintOffer,
            PrintFocus::Target | PrintFocus::Edition => Context::PrintChoice,
            PrintFocus::Place | PrintFocus::Note => Context::PrintText,
        }
    }

    /// Takes a key.
    pub(super) fn act(&mut self, action: Action, below: &Below<'_>) -> OverlayOutcome {
        match action {
            Action::TakePrinter | Action::LeavePrinter => return self.answer(action == Action::TakePrinter),
            Action::Continue => return self.send(below).map_or(OverlayOutcome::Stays, OverlayOutcome::Does),
            Action::NextField => self.go(true),
            Action::PreviousField => self.go(false),
            Action::NextOption => self.turn(true),
            Action::PreviousOption => self.turn(false),
            Action::Label(label) => self.pick(label),
            Action::Edit(request) => self.edit(request),
            _ => {}
        }
        OverlayOutcome::Stays
    }

    /// The printer that is there is meant, or it is not.
    fn answer(&mut self, is_meant: bool) -> OverlayOutcome {
        let command = self.offered.take().filter(|_| is_meant);
        if let Some(command) = &command {
            self.targets.insert(0, Target::Printer(command.clone()));
        }
        OverlayOutcome::Does(ScreenEffect::Remember(command))
    }

    /// The sheet that was asked for, to be printed or written outside.
    fn send(&self, below: &Below<'_>) -> Option<ScreenEffect> {
        let document = Box::new(self.document(below)?);
        let overwrite = match (self.asks, self.is_usual_place) {
            (true, _) => Overwrite::Yes,
            (false, true) => Overwrite::Number,
            (false, false) => Overwrite::Ask,
        };
        Some(match self.targets.get(self.chosen)? {
            Target::Printer(command) => ScreenEffect::Print { document, command: command.clone() },
            Target::File(format) => {
                ScreenEffect::Write { document, format: *format, path: self.path(), overwrite }
            }
        })
    }

    /// The sheet that was asked for.
    fn document(&self, below: &Below<'_>) -> Option<Document> {
        let Below { world, result, today, .. } = *below;
        let (note, edition) = (self.note.value(), self.edition);
        match &self.subject {
            PrintSubject::Stay => result?.handout(world, today, note, edition),
            PrintSubject::Year(settled) => {
                let comparison = settled.comparison.clone().unwrap_or_default();
                let made_of = YearSheet { year: &settled.year, comparison: &comparison, note, edition };
                year_sheet(world.book, &made_of, world.text, today)
            }
        }
    }

    /// The sheet of a stay: to the printer where there is one, else a page for one, in
    /// the folder where the program runs.
    pub(in crate::screen) fn new(case: &Case, today: Date, desk: Desk<'_>) -> Self {
        Self::of(PrintSubject::Stay, default_name(case, today, Format::default()), desk)
    }

    /// The same of all the stays; nothing where there is none.
    pub(in crate::screen) fn of_year(settled: SettledStays, today: Date, desk: Desk<'_>) -> Option<Self> {
        let name = year_name(&settled.year.visits.first()?.best.case, today, Format::default());
        Some(Self::of(PrintSubject::Year(Box::new(settled)), name, desk))
    }

    /// Whether the sheet is that of a year.
    pub(in crate::screen) const fn is_of_year(&self) -> bool {
        matches!(self.subject, PrintSubject::Year(_))
    }

    fn of(subject: PrintSubject, name: String, (printer, edition, is_locked): Desk<'_>) -> Self {
        let files = if is_locked { vec![Format::default()] } else { Format::ALL.to_vec() };
        let mut targets: Vec<Target> = files.into_iter().map(Target::File).collect();
        let mut offered = None;
        match printer {
            Printer::Set(command) if is_locked => targets = vec![Target::Printer(command.clone())],
            Printer::Set(command) => targets.insert(0, Target::Printer(command.clone())),
            Printer::Found(command) if !is_locked => offered = Some(command.clone()),
            Printer::Found(_) | Printer::None => {}
        }
        Self {
            subject,
            focus: PrintFocus::Target,
            targets,
            chosen: 0,
            edition,
            offered,
            is_locked,
            place: Input::new(name),
            is_usual_place: true,
            note: Input::default(),
            asks: false,
            trouble: None,
        }
    }

    /// Where it is to be written.
    fn path(&self) -> PathBuf {
        PathBuf::from(self.place.value().trim())
    }

    /// The form of the file, where it goes to one.
    fn format(&self) -> Option<Format> {
        match self.targets.get(self.chosen) {
            Some(Target::File(format)) => Some(*format),
            _ => None,
        }
    }

    /// The fields that there are.
    fn fields(&self) -> Vec<PrintFocus> {
        let has_place = self.format().is_some() && !self.is_locked;
        let place = has_place.then_some(PrintFocus::Place);
        let first = [PrintFocus::Target, PrintFocus::Edition];
        first.into_iter().chain(place).chain([PrintFocus::Note]).collect()
    }

    /// The next or the previous field.
    fn go(&mut self, forward: bool) {
        let fields = self.fields();
        let here = fields.iter().position(|field| *field == self.focus).unwrap_or_default();
        let by = if forward { 1 } else { fields.len() - 1 };
        self.focus = fields[(here + by) % fields.len()];
    }

    /// What can be picked where the focus is, and what is picked.
    fn picked(&self) -> (usize, usize) {
        match self.focus {
            PrintFocus::Edition => (Edition::ALL.len(), self.edition as usize),
            _ => (self.targets.len(), self.chosen),
        }
    }

    /// The next or the previous target or edition.
    fn turn(&mut self, forward: bool) {
        let (count, picked) = self.picked();
        let by = if forward { 1 } else { count - 1 };
        self.take((picked + by) % count);
    }

    /// The target or edition of a label.
    fn pick(&mut self, label: char) {
        let (count, _) = self.picked();
        if let Some(row) = (0..count).find(|row| label_of(*row) == Some(label)) {
            self.take(row);
        }
    }

    /// Takes an edition, or a target; the name of the file ends as it should.
    fn take(&mut self, row: usize) {
        self.changed();
        if self.focus == PrintFocus::Edition {
            self.edition = Edition::ALL.get(row).copied().unwrap_or_default();
            return;
        }
        let endings = Format::ALL.map(|format| format!(".{}", format.ending()));
        self.chosen = row;
        let Some(format) = self.format() else { return };
        let place = self.place.value();
        if let Some(stem) = endings.iter().find_map(|ending| place.strip_suffix(ending.as_str())) {
            self.place = Input::new(format!("{stem}.{}", format.ending()));
        }
    }

    /// Changes what is typed.
    fn edit(&mut self, request: InputRequest) {
        match self.focus {
            PrintFocus::Target | PrintFocus::Edition => return,
            PrintFocus::Place => {
                self.is_usual_place &= !super::super::input::edit(&mut self.place, request);
            }
            PrintFocus::Note => {
                super::super::input::edit(&mut self.note, request);
            }
        }
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
        self.trouble = Some(Trouble::File(path.to_owned(), Rc::new(why)));
    }

    /// It was not printed, and why.
    pub(in crate::screen) fn not_printed(&mut self, why: PrinterError) {
        self.trouble = Some(Trouble::Printer(why));
    }
}

/// Draws the fields, and below them what is wrong.
pub(in crate::screen) fn draw(print: &Print, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    let title = if print.is_of_year() { text.year_sheet() } else { text.print_title() };
    body.lines.push(Line::styled(format!(" {title}"), theme.style(Meaning::Title)));
    body.lines.push(Line::default());
    let names = [text.print_format(), text.print_edition(), text.print_place(), text.print_note()];
    let label = names.iter().map(|name| width(name)).max().unwrap_or_default() + 2;
    let name_of = |target: &Target| match target {
        Target::Printer(_) => text.print_printer(),
        Target::File(Format::Pdf) => text.print_pdf(),
        Target::File(Format::Html) => text.print_html(),
        Target::File(Format::Text) => text.print_text(),
        Target::File(Format::Markdown) => text.print_markdown(),
    };
    let targets: Vec<String> = print.targets.iter().map(name_of).collect();
    let editions = Edition::ALL.map(|edition| match edition {
        Edition::Usual => text.edition_usual(),
        Edition::Large => text.edition_large(),
        Edition::Bilingual => text.edition_bilingual(),
    });
    let choices = [
        (PrintFocus::Target, &targets[..], print.chosen),
        (PrintFocus::Edition, &editions[..], print.edition as usize),
    ];
    for ((focus, choices, chosen), name) in choices.into_iter().zip(&names) {
        let here = print.focus == focus;
        if here {
            body.caret = Some(Caret { column: 1, line: body.lines.len() });
        }
        let mut spans = field(name, label, here, theme);
        spans.extend(choice(choices, chosen, theme));
        body.lines.push(Line::from(spans));
    }
    let fields = print.fields();
    let inputs = [(PrintFocus::Place, &names[2], &print.place), (PrintFocus::Note, &names[3], &print.note)];
    for (focus, name, input) in inputs.into_iter().filter(|(focus, ..)| fields.contains(focus)) {
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
    if let Some(command) = &print.offered {
        say(text.print_offer(command.as_str()), Meaning::Title);
    } else if let Some(trouble) = &print.trouble {
        let told = match trouble {
            Trouble::File(path, trouble) => trouble.told(text, path),
            Trouble::Printer(trouble) => trouble.told(text),
        };
        say(told, Meaning::Warning);
    } else if print.asks {
        say(text.print_exists(print.place.value().trim()), Meaning::Warning);
    } else if print.focus == PrintFocus::Note {
        say(text.print_note_hint(), Meaning::Muted);
    }
    body
}

/// One of several, side by side.
fn choice(names: &[String], chosen: usize, theme: &Theme) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    for (row, name) in names.iter().enumerate() {
        let is_chosen = row == chosen;
        spans.push(Span::styled(format!("{} ", label_of(row).unwrap_or(' ')), theme.style(Meaning::Key)));
        // Brackets tell the chosen one without colour.
        let name = if is_chosen { format!("[{name}]  ") } else { format!(" {name}   ") };
        spans.push(Span::styled(name, theme.style(if is_chosen { Meaning::Chosen } else { Meaning::Plain })));
    }
    spans
}

fn field(name: &str, label: usize, here: bool, theme: &Theme) -> Vec<Span<'static>> {
    let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
    vec![
        Span::styled(format!(" {} ", if here { ">" } else { " " }), style),
        Span::styled(pad_right(name, label), style),
    ]
}

//! The palette: everything that can be done here, found by typing.

use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use super::super::bindings::{Action, Context, Subject};
use super::super::body::{Body, Caret};
use super::super::pen::Pen;
use super::super::table::{RESULT, bindings};
use super::super::theme::Meaning;
use super::aliases;
use super::outcome::OverlayOutcome;
use crate::words::Text;
use crate::words::matching::rank;
use crate::words::width::{pad_right, width};
use yidi_core::answers;
use yidi_core::answers::Draft;
use yidi_core::case::Field;

/// Something that can be done.
#[derive(Clone, Debug)]
struct Command {
    name: String,
    /// The name with pinyin, initials and English, for finding it.
    aliases: String,
    /// The key that does it as well.
    shown: &'static str,
    action: Action,
}

/// The list and what was typed to filter it.
#[derive(Clone, Debug)]
pub(in crate::screen) struct CommandPalette {
    commands: Vec<Command>,
    is_locked: bool,
    input: Input,
    row: usize,
}

impl CommandPalette {
    /// Takes a key.
    pub(super) fn act(&mut self, action: Action) -> OverlayOutcome {
        match action {
            Action::Edit(request) => self.edit(request),
            Action::Up => self.move_by(-1),
            Action::Down => self.move_by(1),
            Action::PageUp => self.move_by(-PAGE),
            Action::PageDown => self.move_by(PAGE),
            Action::Continue => {
                if let Some(action) = self.chosen() {
                    return OverlayOutcome::Chosen(action);
                }
            }
            _ => {}
        }
        OverlayOutcome::Stays
    }

    /// Everything that can be done in a place with these answers.
    pub(in crate::screen) fn new(context: Context, is_locked: bool, draft: &Draft, text: &Text) -> Self {
        Self {
            commands: commands(context, is_locked, draft, text),
            is_locked,
            input: Input::default(),
            row: 0,
        }
    }

    /// The same in other words: what is typed and the highlighted command stay.
    pub(in crate::screen) fn reword(&mut self, context: Context, draft: &Draft, text: &Text) {
        let chosen = self.chosen();
        self.commands = commands(context, self.is_locked, draft, text);
        let found = self.found();
        self.row = found.iter().position(|one| Some(one.action) == chosen).unwrap_or_default();
    }

    /// The commands that fit what was typed, best first.
    fn found(&self) -> Vec<&Command> {
        let names: Vec<&str> = self.commands.iter().map(|one| one.aliases.as_str()).collect();
        let typed = self.input.value().trim();
        if typed.is_empty() {
            return self.commands.iter().collect();
        }
        rank(typed, &names).into_iter().filter_map(|place| self.commands.get(place)).collect()
    }

    /// What the highlighted row does.
    pub(in crate::screen) fn chosen(&self) -> Option<Action> {
        self.found().get(self.row).map(|command| command.action)
    }

    /// Highlights another row.
    pub(in crate::screen) fn move_by(&mut self, by: isize) {
        let rows = self.found().len();
        if rows > 0 {
            let last = rows.cast_signed() - 1;
            self.row = self.row.cast_signed().saturating_add(by).clamp(0, last).cast_unsigned();
        }
    }

    /// Highlights a row that was clicked.
    pub(in crate::screen) fn pick_row(&mut self, row: usize) {
        self.row = row;
        self.move_by(0);
    }

    /// Changes what is typed; the best hit is highlighted.
    pub(in crate::screen) fn edit(&mut self, request: InputRequest) {
        if super::super::input::edit(&mut self.input, request) {
            self.row = 0;
        }
    }
}

/// Everything that can be done in a place with these answers, in words.
fn commands(context: Context, is_locked: bool, draft: &Draft, text: &Text) -> Vec<Command> {
    let mut commands: Vec<Command> = Vec::new();
    let on_result = RESULT.contains(context);
    let mut add = |name: String, aliases: &str, shown, action| {
        if !commands.iter().any(|one| one.action == action) {
            let aliases = format!("{name}|{aliases}|{}", aliases::spoken(action));
            commands.push(Command { name, aliases, shown, action });
        }
    };
    if on_result {
        let views =
            [text.tab_cost(), text.tab_list(), text.tab_compare(), text.tab_grounds(), text.tab_curve()];
        for (((name, aliases), shown), number) in
            views.into_iter().zip(aliases::VIEWS).zip(["1", "2", "3", "4", "5"]).zip(1..)
        {
            add(text.show_view(name), aliases, shown, Action::View(number));
        }
    }
    for binding in bindings(is_locked).filter(|binding| binding.when.contains(context)) {
        if let Some(aliases) = aliases::of_action(binding.does) {
            add((binding.word)(text), aliases, binding.shown, binding.does);
        }
    }
    let mut fields = vec![Field::Insured, Field::CarePlace, Field::Status, Field::Tier];
    fields.extend(answers::trip_fields(draft, true));
    for field in fields {
        let action = Action::Ask(Subject::Field(field));
        add(text.change_field(text.field(field)), aliases::of_field(field), "", action);
    }
    commands
}

/// Rows that a page key moves by.
const PAGE: isize = 8;

/// Draws the list.
pub(in crate::screen) fn draw(palette: &CommandPalette, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    let label = format!(" {}  ", text.palette_prompt());
    let caret = Caret { column: width(&label) + palette.input.visual_cursor(), line: 0 };
    body.lines.push(Line::from(vec![
        Span::styled(label, theme.style(Meaning::Title)),
        Span::styled(palette.input.value().to_owned(), theme.style(Meaning::Input)),
    ]));
    body.lines.push(Line::styled(format!(" {}", text.palette_hint()), theme.style(Meaning::Muted)));
    body.lines.push(Line::default());
    let found = palette.found();
    if found.is_empty() {
        body.lines.push(Line::styled(format!(" {}", text.palette_none()), theme.style(Meaning::Warning)));
    }
    let name = found.iter().map(|one| width(&one.name)).max().unwrap_or_default().min(cells / 2) + 3;
    for (row, command) in found.into_iter().enumerate() {
        let here = row == palette.row;
        let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        let line = Line::from(vec![
            Span::styled(if here { " > " } else { "   " }, style),
            Span::styled(pad_right(&command.name, name), style),
            Span::styled(command.shown, theme.style(Meaning::Key)),
        ]);
        body.row(row, here, [line]);
    }
    // The caret stays where text is typed; the list follows its highlighted row.
    body.caret = Some(caret);
    body
}

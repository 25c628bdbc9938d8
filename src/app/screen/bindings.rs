//! What the rows of the key table are made of; the rows are in `table`.

use enumset::{EnumSet, EnumSetType};
use ratatui::crossterm::event::KeyCode;
use tui_input::InputRequest;

use crate::words::Text;
use yidi_core::case::Field;

/// Where the keys are looked up.
#[derive(EnumSetType, Debug)]
pub(super) enum Context {
    /// The list of provinces.
    Provinces,
    /// The areas of one province.
    Areas,
    /// A list filtered by what was typed.
    Filter,
    /// A short list.
    Choice,
    /// A field of text in a form.
    TextField,
    /// A field of choices in a form.
    ChoiceField,
    /// The row that opens and closes the rest of a form.
    MoreField,
    /// The answers to be checked, and above them the row that shows the result.
    Check,
    /// One of the answers to be checked is highlighted.
    CheckRow,
    /// The result: what it costs.
    Cost,
    /// The result: what to do.
    List,
    /// The result: compared by route and tier.
    Compare,
    /// The result: the figures and who says so.
    Grounds,
    /// The result: what is paid against the bill.
    Curve,
    /// The result: what stands behind a row of the costs or the figures is shown.
    Opened,
    /// One answer changed over the result, by choosing.
    AskChoice,
    /// One answer changed over the result, by typing.
    AskText,
    /// A whole case typed in one line.
    Express,
    /// The list of everything that can be done.
    Palette,
    /// The form of the hand-out.
    PrintChoice,
    /// Where the hand-out goes, or what the clerk adds.
    PrintText,
    /// A printer is there, which nobody has chosen yet.
    PrintOffer,
    /// The code for a telephone.
    Qr,
    /// The numbers of a settlement slip.
    Slip,
    /// A note before the case is saved.
    SaveNote,
    /// The saved cases.
    Cases,
    /// The unfinished case is offered.
    Offer,
    /// Old cases may be deleted.
    Expire,
    /// The stays of a year.
    Year,
    /// A row of the result found by typing.
    Find,
    /// What the words mean.
    Meanings,
    /// What an agency has laid over the data.
    Overlays,
    /// The form of an area's own rules.
    Rules,
    /// Whether to leave.
    Leave,
    /// The help.
    Help,
}

/// What is asked over the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The route: reason and filing in one.
    Route,
    /// One question.
    Field(Field),
    /// The parts of the bill that are not eligible, all together.
    Uncovered,
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Continue,
    /// Change the highlighted answer.
    Change,
    Back,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    NextField,
    PreviousField,
    NextOption,
    PreviousOption,
    ToggleMore,
    /// The digit or letter that was pressed, as the label of a row.
    Label(char),
    NextView,
    PreviousView,
    /// Shows a view by its number, from 1.
    View(u8),
    /// Opens or closes what stands behind the highlighted row.
    Open,
    /// Ticks the highlighted item, or takes the tick away.
    Tick,
    Ask(Subject),
    /// Asks for what is not known, what moves the most first.
    AskUnknowns,
    ToggleHardship,
    /// A larger or a smaller total.
    Raise,
    Lower,
    Undo,
    Redo,
    Express,
    Palette,
    /// Asks for the form and the place of the hand-out.
    Print,
    /// The same for the sheet of the whole year.
    PrintYear,
    /// The printer that is there prints from now on.
    TakePrinter,
    /// It does not: sheets are files.
    LeavePrinter,
    /// Shows the file that was written last.
    ShowFile,
    /// Copies the estimate, or the checklist.
    CopySummary,
    CopyList,
    /// Shows the code for a telephone.
    Qr,
    /// Find a row of the result by typing.
    Find,
    /// What the words mean, beginning with that of the highlighted row.
    Meanings,
    /// Keep the case to be seen beside others, or let it go.
    Pin,
    /// Write the deadlines as a calendar file.
    Calendar,
    /// Lay the real settlement slip beside the estimate.
    Slip,
    /// The next stay of the same person.
    NextStay,
    /// The stays of the year, one below the other.
    Year,
    /// The highlighted stay further up or down the list.
    Earlier,
    Later,
    /// Save the case.
    Save,
    /// Show the saved cases.
    Cases,
    /// Show what an agency has laid over the data.
    Overlays,
    /// Fill in the rules of the insured area.
    Rules,
    /// Delete the highlighted case.
    Delete,
    NewCase,
    /// The other language.
    Language,
    /// The next set of colours.
    Theme,
    Help,
    /// Back to the shell until it lets the program go on.
    #[cfg(unix)]
    Suspend,
    Quit,
    Stay,
    Close,
    Edit(InputRequest),
}

impl Action {
    /// Whether it is none of the public's at a locked desk: it leads to a shell, to
    /// another's case, or to files of the desk.
    pub(super) const fn is_of_the_office(self) -> bool {
        #[cfg(unix)]
        if matches!(self, Self::Suspend) {
            return true;
        }
        matches!(
            self,
            Self::Quit
                | Self::Save
                | Self::Cases
                | Self::Delete
                | Self::TakePrinter
                | Self::LeavePrinter
                | Self::ShowFile
                | Self::CopySummary
                | Self::CopyList
                | Self::Calendar
                | Self::Rules
        )
    }
}

/// A key as the table names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Press {
    Code(KeyCode),
    Ctrl(char),
    Alt(KeyCode),
    /// Any digit.
    AnyDigit,
    /// Any letter that labels a row.
    AnyLetter,
    /// Letters and characters, which go into the text that has the focus.
    Typing,
}

/// A row of the table.
pub(super) struct Binding {
    pub(super) on: &'static [Press],
    pub(super) when: EnumSet<Context>,
    pub(super) does: Action,
    /// How the key is shown.
    pub(super) shown: &'static str,
    /// What it does, in words.
    pub(super) word: fn(&Text) -> String,
    /// Whether the footer shows it; the help shows everything.
    pub(super) footer: bool,
}

/// A row that only the help shows.
pub(super) const fn bind(
    on: &'static [Press],
    when: EnumSet<Context>,
    does: Action,
    shown: &'static str,
    word: fn(&Text) -> String,
) -> Binding {
    Binding { on, when, does, shown, word, footer: false }
}

impl Binding {
    /// The same row, shown in the footer as well.
    pub(super) const fn foot(self) -> Self {
        Self { footer: true, ..self }
    }
}

/// The labels of rows that are picked by one key: nine digits, 0 for the tenth,
/// then letters, without those that act on their own.
pub(super) const LABELS: &str = "1234567890abcdefgijklmnopqrstvwxyz";

/// The row of a label, from 0.
pub(super) fn row_of(label: char) -> Option<usize> {
    LABELS.find(label)
}

/// The label of a row.
pub(super) fn label_of(row: usize) -> Option<char> {
    LABELS.chars().nth(row)
}

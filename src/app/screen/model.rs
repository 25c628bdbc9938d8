//! The state of the screen: plain data. Keys change it in `update`, `view` only
//! reads it.

use std::path::PathBuf;

use jiff::civil::Date;

use super::bindings::Action;
use super::history::History;
use super::overlay::Overlay;
use super::overlay::slip::SlipForm;
use super::result::ResultState;
use super::steps::card::Card;
use super::steps::place::Picker;
use super::steps::trip::TripForm;
use crate::casebook::{CaseBookError, Handle, Remark};
use crate::data::Overlays;
use crate::printer::{Printer, PrinterError};
use crate::sheet::Edition;
use yidi_core::answers;
use yidi_core::answers::Step;
use yidi_core::answers::{Draft, Problem};
use yidi_core::case::Field;
use yidi_core::estimate::CostShift;
use yidi_core::num::{Money, Span};
use yidi_core::places::Place;

/// A case as it stands in the case book.
#[derive(Clone, Debug)]
pub(super) struct Saved {
    pub(super) handle: Handle,
    pub(super) answers: Draft,
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Screen {
    /// A question.
    Step(Step),
    /// The result.
    Result,
}

/// A message that stays until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// A second Ctrl-C leaves.
    LeaveAgain,
    /// A second F5 begins anew.
    BeginAgain,
    /// A new case has begun.
    NewCase,
    /// What was typed may mean several places: one is to be gone to.
    PickPlace,
    /// Why a change was not made.
    Refused(Problem),
    /// Answers that a change made impossible: they no longer count.
    NoLongerAsked(Vec<Field>),
    /// The hand-out was written there.
    Saved(String),
    /// What a change did to what the person pays.
    Changed(CostShift),
    /// The same of a rule that was told, which can be kept for everybody.
    RuleTold(CostShift),
    /// Answers were taken back, or given again, and what that did.
    Moved {
        from: Box<Draft>,
        to: Box<Draft>,
        undone: bool,
        change: Option<CostShift>,
    },
    /// The case is pinned: others are seen beside it; or no longer.
    Pinned(bool),
    /// No deadline has a day that a calendar could hold.
    NoDays,
    /// An area's own rules were written: what is told of it.
    RulesSaved(String),
    /// Why the form of an area's rules is not opened.
    NoForm(String),
    /// No pooling area is chosen, so there is no form.
    NoArea,
    /// The hand-out is on its way to the printer, and was taken by it.
    Printing,
    Printed,
    /// Why it is not, or why a file cannot be shown.
    PrinterTrouble(PrinterError),
    /// The settings could not be written.
    NotRemembered(String),
    /// No hand-out was written yet.
    NothingToShow,
    /// It was sent to the clipboard; the terminal may not take it.
    Copied,
    /// The next person could paste it: copied at a second press.
    CopyAgain(Action),
    /// The terminal has no clipboard.
    NoClipboard,
    /// There is nothing to take back, or to do again.
    NothingToUndo,
    /// Nothing is unknown that a person could settle.
    NothingUnknown,
    /// English stands in for Chinese, which this console cannot show.
    InsteadOfChinese,
    /// What is to be told about opening the case book.
    Remark(Remark),
    /// Why the case book did not do what was asked.
    Trouble(CaseBookError),
    /// There is no case to be saved yet.
    NothingToSave,
    /// The case was saved under this number.
    /// Perhaps over answers that another session gave meanwhile.
    CaseSaved(i64, bool),
    /// A saved case is open again.
    CaseOpened(i64),
    /// A saved case is open again, and the result is not what it was.
    CaseChanged {
        number: i64,
        /// What the person paid by the estimate of then.
        personal: Span<Money>,
        /// Up to when its data was gathered.
        data: Date,
    },
    /// The next stay of the same person has begun.
    NextStay(usize),
    /// A saved case is deleted.
    CaseDeleted(i64),
}

/// Everything the screen shows.
#[derive(Clone, Debug)]
pub(super) struct Model {
    /// Columns and rows of the terminal.
    pub(super) size: (u16, u16),
    pub(super) screen: Screen,
    pub(super) overlay: Option<Overlay>,
    /// The help lies over everything, with this row highlighted.
    pub(super) help: Option<usize>,
    pub(super) notice: Option<Notice>,
    /// The answers.
    pub(super) draft: Draft,
    pub(super) insured: Picker,
    pub(super) care_place: Picker,
    /// What stands beside the list of places, where there is room.
    pub(super) card: Option<Card>,
    /// The highlighted row of step 3.
    pub(super) status_row: usize,
    /// The highlighted row of step 4.
    pub(super) tier_row: usize,
    pub(super) trip: TripForm,
    /// The highlighted row of step 6.
    pub(super) check_row: usize,
    /// An answer is being changed from there: it comes straight back.
    pub(super) changing: Option<Screen>,
    pub(super) history: History,
    /// The saved case that this is, where it is one, and its note.
    pub(super) saved: Option<Saved>,
    pub(super) note: String,
    /// The next person comes at once: beginning anew asks nothing.
    pub(super) at_counter: bool,
    /// The usual edition of the hand-out.
    pub(super) edition: Edition,
    /// What prints.
    pub(super) printer: Printer,
    /// The hand-out that was written last.
    pub(super) written: Option<PathBuf>,
    /// The public sits at it: nothing leads out of the questions.
    pub(super) is_locked: bool,
    /// The usual insured area: Enter takes it at once.
    pub(super) city: Option<Place>,
    /// Seconds until the counter clears the screen.
    pub(super) countdown: Option<u64>,
    pub(super) result: Option<ResultState>,
    /// The slip that was typed in, while it is not on the screen.
    pub(super) slip: Option<Box<SlipForm>>,
    /// What an agency has laid over the data.
    pub(super) overlays: Overlays,
    /// The form of an area's rules was opened alone: leaving it leaves the program.
    pub(super) form_alone: bool,
    /// The day on which the program runs.
    pub(super) today: Date,
}

impl Model {
    /// A fresh wizard.
    pub(super) fn new(size: (u16, u16), today: Date) -> Self {
        Self {
            size,
            screen: Screen::Step(Step::Insured),
            overlay: None,
            help: None,
            notice: None,
            draft: Draft::default(),
            insured: Picker::default(),
            care_place: Picker::default(),
            card: None,
            status_row: 0,
            tier_row: 0,
            trip: TripForm::default(),
            check_row: 0,
            changing: None,
            history: History::default(),
            saved: None,
            note: String::new(),
            at_counter: false,
            is_locked: false,
            edition: Edition::default(),
            printer: Printer::None,
            written: None,
            city: None,
            countdown: None,
            result: None,
            slip: None,
            overlays: Overlays::default(),
            form_alone: false,
            today,
        }
    }

    /// A fresh wizard of the same run: nothing of the last case is left.
    pub(super) fn begin_anew(&mut self) {
        let overlays = std::mem::take(&mut self.overlays);
        let (at_counter, is_locked) = (self.at_counter, self.is_locked);
        let printer = std::mem::take(&mut self.printer);
        *self = Self {
            overlays,
            at_counter,
            is_locked,
            edition: self.edition,
            printer,
            city: self.city,
            ..Self::new(self.size, self.today)
        };
        self.insured = Picker::at(self.city);
    }

    /// The answers worth keeping: a text that is being typed counts when it is left.
    pub(super) fn draft_to_keep(&self) -> &Draft {
        self.history.current().unwrap_or(&self.draft)
    }

    /// The list of places of step 1 or 2.
    pub(super) const fn picker(&self, step: Step) -> &Picker {
        if matches!(step, Step::CarePlace) { &self.care_place } else { &self.insured }
    }

    /// The same, to be changed.
    pub(super) const fn picker_mut(&mut self, step: Step) -> &mut Picker {
        if matches!(step, Step::CarePlace) { &mut self.care_place } else { &mut self.insured }
    }

    /// Whether anything is answered.
    pub(super) fn has_answers(&self) -> bool {
        self.draft != Draft::default()
    }

    /// Whether leaving would lose something.
    pub(super) fn would_lose(&self) -> bool {
        let is_unsaved =
            self.has_answers() && self.saved.as_ref().is_none_or(|saved| saved.answers != self.draft);
        is_unsaved || matches!(&self.overlay, Some(Overlay::Rules(form)) if form.is_changed())
    }

    /// Rows of a long list that fit on the screen.
    pub(super) fn page(&self) -> usize {
        // Five rows above the body, two below, and three of the list's own head.
        const AROUND: u16 = 10;
        usize::from(self.size.1.saturating_sub(AROUND)).max(1)
    }

    /// Takes a status by its row.
    pub(super) fn take_status(&mut self, row: usize) {
        self.status_row = row;
        answers::choose(&mut self.draft, Field::Status, row);
    }

    /// Takes a tier by its row.
    pub(super) fn take_tier(&mut self, row: usize) {
        self.tier_row = row;
        answers::choose(&mut self.draft, Field::Tier, row);
    }
}

//! Work to be done outside, as a value.

use std::path::PathBuf;
use std::rc::Rc;

use crate::desk::{Offer, Reply};
use crate::sheet::{Document, Format};
use yidi_core::places::AreaId;

/// What is done where a file of that name is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overwrite {
    /// It is asked about.
    Ask,
    /// It is written over: that was asked.
    Yes,
    /// The new one gets a number: nobody chose the name.
    Number,
}

/// What the loop is to do after a key.
#[derive(Clone, Debug)]
pub(super) enum ScreenEffect {
    /// Leave the program.
    Leave,
    /// Stop until the shell lets the program go on.
    #[cfg(unix)]
    Suspend,
    /// Save the case with this note.
    Save(String),
    /// Show the saved cases.
    List,
    /// Open a saved case.
    Reopen(i64),
    /// Delete a saved case.
    Delete(i64),
    /// Take or delete what was offered at the start.
    TakeOffer(Box<Offer>, Reply),
    /// Speak the other language, and tell [`reworded`](super::update::reworded).
    Language,
    /// Open the form of an area's own rules.
    EditRules(AreaId),
    /// Write the form that is open, and use what it says from now on.
    WriteRules,
    /// Draw in the next set of colours.
    Theme,
    /// Nothing of the last case may be left on the screen or in a draft.
    Forget,
    /// Write a hand-out, and tell
    /// [`written`](super::update::written) how it went.
    Write { document: Box<Document>, format: Format, path: PathBuf, overwrite: Overwrite },
    /// Write a text, and tell the same.
    WriteText { text: Rc<str>, path: PathBuf, overwrite: bool },
    /// Print a hand-out by this command, and tell
    /// [`printed`](super::update::printed) how it went.
    Print { document: Box<Document>, command: String },
    /// From now on this command prints, or nothing does: it is kept in the settings.
    Remember(Option<String>),
    /// Show a file that was written.
    Show(PathBuf),
    /// Put a text into the clipboard of the terminal.
    Copy(String),
}

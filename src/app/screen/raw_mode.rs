//! Raw mode and the alternate screen: taken, and given back.

use std::io::{self, Write};

use ratatui::crossterm::cursor::{MoveTo, Show};
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

/// Raw mode and the alternate screen; given back where that fails. Some terminals
/// have no other screen (the Linux console, GNU screen as it comes): theirs is
/// cleared, here and when it is given back.
pub(super) fn take_over(out: &mut impl Write, mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(out, EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste)
        .inspect_err(|_| restore())?;
    if mouse {
        execute!(out, EnableMouseCapture).inspect_err(|_| restore())?;
    }
    Ok(())
}

/// Gives the terminal back. Whatever fails here cannot be told to anybody.
pub(super) fn restore() {
    let _ = disable_raw_mode();
    let _ = execute!(
        io::stdout(),
        DisableMouseCapture,
        DisableBracketedPaste,
        Clear(ClearType::All),
        MoveTo(0, 0),
        LeaveAlternateScreen,
        Show
    );
}

//! The wizard on the screen: state, update, view, and the loop that carries
//! them. Only this file touches the terminal.

mod bindings;
mod body;
mod keys;
mod model;
mod result;
mod steps;
mod terminal;
mod theme;
mod update;
mod view;

#[cfg(test)]
mod walk;

use std::io::IsTerminal;
use std::time::Duration;

use jiff::civil::Date;
use ratatui::crossterm::event;

use crate::policy::{Book, FileError};
use crate::text::Text;
use model::Model;
use theme::Theme;
use update::{Effect, update};

/// Why the wizard stopped without being asked to.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// Standard input or output is no terminal.
    #[error("no terminal")]
    NoTerminal,
    /// The policy data cannot be read.
    #[error(transparent)]
    Data(#[from] FileError),
    /// The terminal failed.
    #[error(transparent)]
    Terminal(#[from] std::io::Error),
}

/// Runs the wizard until the person leaves. The clock and the policy data are
/// asked for after the first frame: nothing on it needs them.
///
/// # Errors
/// Where there is no terminal, the data cannot be read, or the terminal fails.
pub fn run(text: &Text, today: fn() -> Date, ascii: bool) -> Result<(), Stop> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(Stop::NoTerminal);
    }
    let theme = Theme::new(terminal::has_colour(), ascii || terminal::wants_ascii());
    let mut terminal = terminal::Guarded::open()?;
    let size = terminal.size()?;
    let mut model = Model::new((size.width, size.height), Date::default());
    terminal.draw(|frame| view::draw(frame, &model, text, &theme))?;
    model.today = today();
    let book = Book::embedded()?;
    loop {
        // Everything that waits is taken before the next frame: a burst of keys
        // costs one drawing.
        loop {
            let event = event::read()?;
            if update(&mut model, &book, &event) == Some(Effect::Leave) {
                return Ok(());
            }
            if !event::poll(Duration::ZERO)? {
                break;
            }
        }
        terminal.draw(|frame| view::draw(frame, &model, text, &theme))?;
    }
}

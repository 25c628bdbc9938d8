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

use crate::policy::Book;
use crate::text::Text;
use model::Model;
use theme::Theme;
use update::{Effect, update};

/// The policy data of a run.
#[derive(Debug)]
pub struct Data {
    /// All figures.
    pub book: Book,
    /// What was wrong with overlay files that were left aside, in words.
    pub set_aside: Vec<String>,
}

/// Why the wizard stopped without being asked to.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// Standard input or output is no terminal.
    #[error("no terminal")]
    NoTerminal,
    /// The terminal failed.
    #[error(transparent)]
    Terminal(#[from] std::io::Error),
}

/// Runs the wizard until the person leaves. The clock and the policy data are
/// asked for after the first frame: nothing on it needs them.
///
/// # Errors
/// Where there is no terminal, or the terminal fails; what `load` fails with.
pub fn run<E: From<Stop>>(
    text: &Text,
    today: fn() -> Date,
    ascii: bool,
    load: impl FnOnce(Date) -> Result<Data, E>,
) -> Result<(), E> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(Stop::NoTerminal.into());
    }
    let theme = Theme::new(terminal::has_colour(), ascii || terminal::wants_ascii());
    let mut terminal = terminal::Guarded::open().map_err(Stop::from)?;
    let size = terminal.size().map_err(Stop::from)?;
    let mut model = Model::new((size.width, size.height), Date::default());
    terminal.draw(|frame| view::draw(frame, &model, text, &theme)).map_err(Stop::from)?;
    model.today = today();
    let Data { book, set_aside } = load(model.today)?;
    if !set_aside.is_empty() {
        model.data_warning = set_aside.into_iter().next();
        terminal.draw(|frame| view::draw(frame, &model, text, &theme)).map_err(Stop::from)?;
    }
    Ok(answer(&mut terminal, &mut model, &book, text, &theme)?)
}

/// Takes keys and draws, until the person leaves.
fn answer(
    terminal: &mut terminal::Guarded,
    model: &mut Model,
    book: &Book,
    text: &Text,
    theme: &Theme,
) -> Result<(), Stop> {
    loop {
        // Everything that waits is taken before the next frame: a burst of keys
        // costs one drawing.
        loop {
            let event = event::read()?;
            if update(model, book, &event) == Some(Effect::Leave) {
                return Ok(());
            }
            if !event::poll(Duration::ZERO)? {
                break;
            }
        }
        terminal.draw(|frame| view::draw(frame, model, text, theme))?;
    }
}

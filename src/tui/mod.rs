//! The wizard on the screen: state, update, view, and the loop that carries
//! them. Only this file touches the terminal.

mod bindings;
mod body;
mod desk;
mod history;
mod input;
mod keys;
mod model;
mod overlay;
mod result;
mod steps;
mod table;
mod terminal;
mod theme;
mod update;
mod view;
mod walking;

#[cfg(test)]
mod walk;

use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use ratatui::crossterm::event;

use crate::files;
use crate::policy::{Book, Place};
use crate::text::Text;
use desk::{Desk, Tick};
use model::{Model, Notice, Overlay};
use steps::place::Picker;
use theme::Theme;

pub use theme::Palette;
use update::{Effect, World, update, written};

/// The policy data of a run.
#[derive(Debug)]
pub struct Data {
    /// All figures.
    pub book: Book,
    /// What was wrong with overlay files that were left aside, in words.
    pub set_aside: Vec<String>,
}

/// How the wizard looks and what it listens to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Draw with ASCII alone.
    pub ascii: bool,
    /// Take clicks and the wheel, which then no longer select text.
    pub mouse: bool,
    /// The colours.
    pub palette: Palette,
}

/// Where and for whom the wizard works.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// The case book; none means the user's own.
    pub cases: Option<PathBuf>,
    /// Counter mode: idle minutes after which the screen is cleared; nothing of
    /// an unsaved case is written then.
    pub counter: Option<u32>,
    /// Days after which saved cases are offered for deletion.
    pub retention: u32,
    /// The usual insured area.
    pub city: Option<Place>,
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
    look: Look,
    office: &Office,
    load: impl FnOnce(Date) -> Result<Data, E>,
) -> Result<(), E> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(Stop::NoTerminal.into());
    }
    let theme = Theme::new(
        if terminal::has_colour() { look.palette } else { Palette::None },
        look.ascii || terminal::wants_ascii(),
    );
    let mut terminal = terminal::Guarded::open(look.mouse).map_err(Stop::from)?;
    let size = terminal.size().map_err(Stop::from)?;
    let mut model = Model::new((size.width, size.height), Date::default());
    draw(&mut terminal, &mut model, text, &theme)?;
    model.today = today();
    let Data { book, set_aside } = load(model.today)?;
    if !set_aside.is_empty() {
        model.data_warning = set_aside.into_iter().next();
        draw(&mut terminal, &mut model, text, &theme)?;
    }
    let world = World { book: &book, text };
    let (mut desk, remark) = Desk::open(office.cases.as_deref(), office.counter, model.today);
    let told = remark.map(|remark| text.cases_remark(&remark)).or_else(|| desk.trouble(text));
    model.notice = told.map(Notice::Told);
    model.overlay = desk.offer(office.retention, Timestamp::now()).map(Overlay::Offer);
    if office.city.is_some() {
        model.city = office.city;
        model.insured = Picker::at(office.city);
    }
    if model.notice.is_some() || model.overlay.is_some() || office.city.is_some() {
        draw(&mut terminal, &mut model, text, &theme)?;
    }
    Ok(answer(&mut terminal, &mut model, &mut desk, &world, &theme)?)
}

/// Draws a frame and tells the model what drawing found out.
fn draw(terminal: &mut terminal::Guarded, model: &mut Model, text: &Text, theme: &Theme) -> Result<(), Stop> {
    let mut drawn = view::Drawn::default();
    terminal.draw(|frame| drawn = view::draw(frame, model, text, theme))?;
    drawn.tell(model);
    Ok(())
}

/// What comes within this time has come at once. Not nothing: then it is not
/// even looked what has come.
const AT_ONCE: Duration = Duration::from_micros(50);

/// Takes keys and draws, until the person leaves.
fn answer(
    terminal: &mut terminal::Guarded,
    model: &mut Model,
    desk: &mut Desk,
    world: &World<'_>,
    theme: &Theme,
) -> Result<(), Stop> {
    loop {
        wait(terminal, model, desk, world, theme)?;
        // Everything that waits is taken before the next frame: a burst of keys
        // costs one drawing.
        loop {
            let event = event::read()?;
            desk.key();
            model.countdown = None;
            match update(model, world, &event) {
                Some(Effect::Leave) => {
                    desk.forget();
                    return Ok(());
                }
                Some(Effect::Write { document, format, path, overwrite }) => {
                    let saved = files::save(&document, format, &path, overwrite);
                    written(model, world.text, &path, saved);
                }
                Some(Effect::Save(note)) => desk.save(model, world, &note),
                Some(Effect::List) => desk.list(model, world.text),
                Some(Effect::Reopen(number)) => desk.reopen(model, world, number),
                Some(Effect::Delete(number)) => desk.delete(model, world.text, number),
                Some(Effect::TakeOffer(offer, takes)) => desk.take_offer(model, world.text, &offer, takes),
                Some(Effect::Forget) => {
                    desk.forget();
                    terminal.clear()?;
                }
                #[cfg(unix)]
                Some(Effect::Suspend) => {
                    terminal.suspend()?;
                    // The window may have changed meanwhile.
                    let size = terminal.size()?;
                    model.size = (size.width, size.height);
                }
                None => {}
            }
            if !event::poll(AT_ONCE)? {
                break;
            }
        }
        desk.keep(model, world.text);
        draw(terminal, model, world.text, theme)?;
    }
}

/// Waits for a key; at a counter with a countdown, after which the case is gone.
fn wait(
    terminal: &mut terminal::Guarded,
    model: &mut Model,
    desk: &mut Desk,
    world: &World<'_>,
    theme: &Theme,
) -> Result<(), Stop> {
    loop {
        let patience = match desk.tick(model.has_answers()) {
            Tick::Wait => return Ok(()),
            Tick::Show(seconds, patience) => {
                if model.countdown != seconds {
                    model.countdown = seconds;
                    draw(terminal, model, world.text, theme)?;
                }
                patience
            }
            Tick::Clear => {
                model.begin_anew();
                terminal.clear()?;
                draw(terminal, model, world.text, theme)?;
                return Ok(());
            }
        };
        if event::poll(patience)? {
            return Ok(());
        }
    }
}

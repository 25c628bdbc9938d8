//! The wizard on the screen: state, update, view, and the loop that carries
//! them. Only this file touches the terminal.

mod bindings;
mod body;
mod desk;
mod event;
mod head;
mod history;
mod input;
mod keys;
mod model;
mod navigate;
mod overlay;
mod picture;
mod result;
mod steps;
mod sweep;
mod table;
mod terminal;
mod theme;
mod update;
mod view;
#[cfg(unix)]
mod watch;

#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use ratatui::crossterm::event as terminal_event;

use crate::save;
use crate::words::Text;
use desk::{Desk, Tick};
use event::update;
use model::{Model, Notice, Overlay};
use steps::place::Picker;
use theme::Theme;
use yidi_core::places::Place;
use yidi_core::policy::Book;
use yidi_core::policy::audit::SetAside;

pub use picture::picture;
pub use theme::Palette;
use update::{Context, Effect, reworded, written};

/// The policy data of a run.
#[derive(Debug)]
pub struct PolicyData {
    /// All figures.
    pub book: Book,
    /// Overlay files that were left aside.
    pub set_aside: Vec<SetAside>,
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
    /// English was taken because the terminal cannot show Chinese: it is said.
    pub instead_of_chinese: bool,
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
pub enum ScreenError {
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
pub fn run<E: From<ScreenError>>(
    text: &Text,
    today: fn() -> Date,
    look: Look,
    office: &Office,
    load: impl FnOnce(Date) -> Result<PolicyData, E>,
) -> Result<(), E> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(ScreenError::NoTerminal.into());
    }
    if office.counter.is_some() {
        crate::guard::no_core();
    }
    let theme = Theme::new(
        if terminal::has_colour() { look.palette } else { Palette::None },
        look.ascii || terminal::wants_ascii(),
    );
    let mut terminal = terminal::Guarded::open(look.mouse).map_err(ScreenError::from)?;
    let size = terminal.size().map_err(ScreenError::from)?;
    let mut model = Model::new((size.width, size.height), Date::default());
    draw(&mut terminal, &mut model, text, &theme)?;
    model.today = today();
    model.at_counter = office.counter.is_some();
    let PolicyData { book, set_aside } = load(model.today)?;
    if !set_aside.is_empty() {
        model.data_warning = set_aside.into_iter().next();
        draw(&mut terminal, &mut model, text, &theme)?;
    }
    let (mut desk, remark) = Desk::open(office.cases.as_deref(), office.counter, model.today);
    let told = remark.map(Notice::Remark).or_else(|| desk.trouble().map(Notice::Trouble));
    model.notice = told.or_else(|| look.instead_of_chinese.then_some(Notice::InsteadOfChinese));
    model.overlay = desk.offer(office.retention, Timestamp::now(), model.today).map(Overlay::Offer);
    if office.city.is_some() {
        model.city = office.city;
        model.insured = Picker::at(office.city);
    }
    if model.notice.is_some() || model.overlay.is_some() || office.city.is_some() {
        draw(&mut terminal, &mut model, text, &theme)?;
    }
    let languages = Languages { first: text, other: OnceCell::new() };
    let mut world = Context { book: &book, text };
    Ok(answer(&mut terminal, &mut model, &mut desk, &mut world, &languages, theme)?)
}

/// Both languages; the second is loaded when it is first asked for.
struct Languages<'a> {
    first: &'a Text,
    other: OnceCell<Text>,
}

impl Languages<'_> {
    fn other_than(&self, text: &Text) -> &Text {
        let lang = text.lang().other();
        if lang == self.first.lang() { self.first } else { self.other.get_or_init(|| Text::new(lang)) }
    }
}

/// Draws a frame and tells the model what drawing found out.
fn draw(
    terminal: &mut terminal::Guarded,
    model: &mut Model,
    text: &Text,
    theme: &Theme,
) -> Result<(), ScreenError> {
    let mut drawn = view::Drawn::default();
    terminal.draw(|frame| {
        drawn = view::draw(frame, model, text, theme);
        sweep::sweep(frame.buffer_mut());
    })?;
    drawn.tell(model);
    Ok(())
}

/// What comes within this time has come at once. Not nothing: then it is not
/// even looked what has come.
const AT_ONCE: Duration = Duration::from_micros(50);

/// Takes keys and draws, until the person leaves.
fn answer<'a>(
    terminal: &mut terminal::Guarded,
    model: &mut Model,
    desk: &mut Desk,
    world: &mut Context<'a>,
    languages: &'a Languages<'a>,
    mut theme: Theme,
) -> Result<(), ScreenError> {
    loop {
        wait(terminal, model, desk, world, &theme)?;
        // Everything that waits is taken before the next frame: a burst of keys
        // costs one drawing.
        loop {
            let event = terminal_event::read()?;
            desk.key();
            model.countdown = None;
            match update(model, world, &event) {
                Some(Effect::Leave) => {
                    desk.forget();
                    return Ok(());
                }
                Some(Effect::Write { document, format, path, overwrite }) => {
                    let saved = save::save(&document, format, &path, overwrite);
                    written(model, &path, saved);
                }
                Some(Effect::Save(note)) => desk.save(model, world, &note),
                Some(Effect::List) => desk.list(model),
                Some(Effect::Reopen(number)) => desk.reopen(model, world, number),
                Some(Effect::Delete(number)) => desk.delete(model, number),
                Some(Effect::TakeOffer(offer, reply)) => desk.take_offer(model, &offer, reply),
                Some(Effect::Language) => {
                    world.text = languages.other_than(world.text);
                    reworded(model, world);
                }
                Some(Effect::Theme) => theme = theme.next(),
                Some(Effect::Forget) => {
                    desk.forget();
                    terminal.clear()?;
                }
                #[cfg(unix)]
                Some(Effect::Suspend) => {
                    terminal::Guarded::suspend()?;
                }
                None => {}
            }
            if !terminal_event::poll(AT_ONCE)? {
                break;
            }
        }
        // Drawn first: nobody waits for the disk. A crash loses the step in flight at
        // most: what was answered is written before the next key is taken.
        draw(terminal, model, world.text, &theme)?;
        let was_told = desk.keep_ticks(model);
        if desk.keep(model) || was_told {
            draw(terminal, model, world.text, &theme)?;
        }
    }
}

/// Waits for a key; at a counter with a countdown, after which the case is gone.
fn wait(
    terminal: &mut terminal::Guarded,
    model: &mut Model,
    desk: &mut Desk,
    world: &Context<'_>,
    theme: &Theme,
) -> Result<(), ScreenError> {
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
        // A key after a sleep may be that of the next person: the time is looked at
        // again before it is taken.
        if terminal_event::poll(patience)? && !matches!(desk.tick(model.has_answers()), Tick::Clear) {
            return Ok(());
        }
    }
}

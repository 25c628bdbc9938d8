//! The wizard on the screen: state, update, view, and the loop that carries
//! them. Only this file touches the terminal.

mod arrive;
mod asking;
mod bindings;
mod body;
mod burst;
mod clipboard;
mod context;
mod drawn;
mod effect;
mod event;
mod ground;
mod head;
mod history;
mod input;
mod keeping;
mod keys;
mod model;
mod navigate;
mod overlay;
mod panel;
mod pen;
mod picture;
mod raw_mode;
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
mod year;

#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use ratatui::crossterm::event as terminal_event;

use crate::agency::Editing;
use crate::data;
use crate::data::PolicyData;
use crate::desk::{Desk, Idle, Office, Tick};
use crate::printer;
use crate::printer::Printer;
use crate::save;
use crate::sheet::Format;
use crate::words::Text;
use event::{make_visible, update};
use model::{Model, Notice, Screen};
use overlay::Overlay;
use overlay::overlays::OverlayList;
use overlay::rules::RulesForm;
use result::ResultState;
use steps::place::Picker;
use theme::Theme;
use yidi_core::places::AreaId;
use yidi_core::policy::Book;

use context::ScreenContext;
use drawn::Drawn;
use effect::{Overwrite, ScreenEffect};
pub use picture::{PictureOf, picture};
pub use theme::Palette;
use update::{NotPrinted, printed, reworded, written};

/// How the wizard looks and what it listens to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Draw with ASCII alone.
    pub ascii: bool,
    /// Take clicks and the wheel, which then no longer select text.
    pub mouse: bool,
    /// The colours that were asked for; none: those for the terminal's ground.
    pub palette: Option<Palette>,
    /// English was taken because the terminal cannot show Chinese: it is said.
    pub instead_of_chinese: bool,
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

/// Runs the wizard until the person leaves. The day and the policy data are
/// asked for after the first frame: nothing on it needs them.
///
/// # Errors
/// Where there is no terminal, or the terminal fails; what `load` fails with.
pub fn run<E: From<ScreenError>>(
    text: &Text,
    look: Look,
    office: &Office,
    editing: Option<Editing>,
    load: impl FnOnce() -> Result<(Date, PolicyData), E>,
) -> Result<(), E> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(ScreenError::NoTerminal.into());
    }
    if office.counter.is_some() {
        crate::guard::no_core();
    }
    let has_colour = terminal::has_colour();
    let usual = || look.palette.or_else(ground::of_environment).unwrap_or_default();
    let palette = if has_colour { usual() } else { Palette::None };
    let theme = Theme::new(palette, look.ascii || terminal::wants_ascii());
    let mut terminal = terminal::Guarded::open(look.mouse, office.is_locked).map_err(ScreenError::from)?;
    let size = terminal.size().map_err(ScreenError::from)?;
    let mut model = Model::new((size.width, size.height), Date::default());
    if let Some(editing) = editing {
        model.form_alone = true;
        model.overlay = Some(Overlay::Rules(Box::new(RulesForm::new(editing, text))));
    }
    model.at_counter = office.counter.is_some();
    model.is_locked = office.is_locked;
    model.edition = office.edition;
    let mut drawn = draw(&mut terminal, &model, text, &theme)?;
    let asks_ground = has_colour && look.palette.is_none() && ground::may_be_asked();
    if asks_ground {
        terminal.ask(ground::QUESTION).map_err(ScreenError::from)?;
    }
    let (today, PolicyData { book, overlays }) = load()?;
    model.today = today;
    model.printer = Printer::of(office.print.as_deref());
    let is_laid_over = !overlays.laid.is_empty() || !overlays.set_aside.is_empty();
    let is_wrong = !overlays.set_aside.is_empty();
    model.overlays = overlays;
    if is_laid_over {
        drawn = draw(&mut terminal, &model, text, &theme)?;
    }
    let mut desk = Desk::closed(office.cases.clone(), model.today, PATIENCE);
    let told = model.notice.take();
    keeping::open(&mut model, &mut desk, office.counter.is_none());
    model.notice = model.notice.take().or(told);
    if look.instead_of_chinese && model.notice.is_none() {
        model.notice = Some(Notice::InsteadOfChinese);
    }
    // Old cases are not the public's.
    let is_public = office.is_locked || model.form_alone;
    let offer = if is_public { None } else { desk.offer(office.retention, Timestamp::now()) };
    // What is wrong with an agency's figures is read before anything is answered.
    let wrong = (is_wrong && !model.form_alone).then(|| Overlay::Overlays(OverlayList::of(&model.overlays)));
    if !model.form_alone {
        model.overlay = offer.map(Overlay::Offer).or(wrong);
    }
    if office.city.is_some() {
        model.city = office.city;
        model.insured = Picker::at(office.city);
    }
    let languages = Languages { first: text, other: OnceCell::new() };
    let books = Books::new(book);
    let world = ScreenContext { book: &books.book, text };
    let idle = Idle::new(office.most_idle());
    let listener = asks_ground.then(ground::Listener::default);
    let mut wizard = Wizard {
        terminal,
        model,
        drawn,
        desk,
        idle,
        world,
        books: &books,
        office,
        languages: &languages,
        theme,
        listener,
        settings_file: office.settings_file.clone(),
    };
    let shows_card = view::shows_card(wizard.model.size);
    if shows_card {
        make_visible(&mut wizard.model, &wizard.world);
    }
    if shows_card || wizard.model.notice.is_some() || wizard.model.overlay.is_some() || office.city.is_some()
    {
        wizard.draw()?;
    }
    Ok(wizard.answer()?)
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

/// The data of the run, and what it became when rules were filled in: whoever
/// still reads the first keeps it.
struct Books {
    book: Book,
    next: OnceCell<Box<Books>>,
}

impl Books {
    const fn new(book: Book) -> Self {
        Self { book, next: OnceCell::new() }
    }

    /// Keeps one more.
    fn add(&self, book: Book) -> &Book {
        let mut last = self;
        while let Some(next) = last.next.get() {
            last = next;
        }
        &last.next.get_or_init(|| Box::new(Self::new(book))).book
    }
}

/// Draws a frame.
fn draw(
    terminal: &mut terminal::Guarded,
    model: &Model,
    text: &Text,
    theme: &Theme,
) -> Result<Drawn, ScreenError> {
    let mut drawn = Drawn::default();
    terminal.draw(|frame| {
        drawn = view::draw(frame, model, text, theme);
        sweep::sweep(frame.buffer_mut(), theme.is_ascii());
    })?;
    Ok(drawn)
}

/// How long a key waits for another session that is writing; what was not
/// written is tried again after the next one.
const PATIENCE: Duration = Duration::from_millis(300);

/// The wizard at work.
struct Wizard<'a> {
    terminal: terminal::Guarded,
    model: Model,
    /// The last frame.
    drawn: Drawn,
    desk: Desk,
    idle: Idle,
    world: ScreenContext<'a>,
    books: &'a Books,
    office: &'a Office,
    languages: &'a Languages<'a>,
    theme: Theme,
    /// Hears what the terminal answers, where it was asked.
    listener: Option<ground::Listener>,
    /// Where a setting that is given here is kept.
    settings_file: Option<PathBuf>,
}

impl Wizard<'_> {
    fn draw(&mut self) -> Result<(), ScreenError> {
        self.drawn = draw(&mut self.terminal, &self.model, self.world.text, &self.theme)?;
        Ok(())
    }

    /// Takes keys and draws, until the person leaves.
    fn answer(&mut self) -> Result<(), ScreenError> {
        loop {
            self.wait()?;
            // Everything that waits is taken before the next frame: a burst of keys
            // costs one drawing.
            for event in burst::next()? {
                for event in self.heard(event) {
                    self.idle.key();
                    self.model.countdown = None;
                    let effect = update(&mut self.model, &self.world, &mut self.drawn, &event);
                    if let Some(effect) = effect
                        && self.carry_out(effect)?
                    {
                        return Ok(());
                    }
                }
            }
            // Drawn first: nobody waits for the disk. A crash loses the step in flight at
            // most: what was answered is written before the next key is taken.
            self.draw()?;
            if keeping::keep(&mut self.model, &mut self.desk) {
                self.draw()?;
            }
        }
    }

    /// What the person did; the terminal's answer about its ground is heeded.
    fn heard(&mut self, event: terminal_event::Event) -> Vec<terminal_event::Event> {
        let Some(listener) = &mut self.listener else { return vec![event] };
        match listener.hear(event) {
            ground::HeardEvent::Events(events) => return events,
            ground::HeardEvent::Part => {}
            ground::HeardEvent::Ground(palette) => self.theme = self.theme.on(palette),
        }
        Vec::new()
    }

    /// Does what an update cannot. Whether the person leaves.
    fn carry_out(&mut self, effect: ScreenEffect) -> Result<bool, ScreenError> {
        let Self { model, desk, world, .. } = self;
        match effect {
            ScreenEffect::Leave => {
                desk.forget();
                return Ok(true);
            }
            ScreenEffect::Write { document, format, path, overwrite } => {
                let saved = match overwrite {
                    Overwrite::Number => save::save_numbered(&document, format, &path),
                    asked => save::save(&document, format, &path, asked == Overwrite::Yes),
                };
                written(model, &path, saved);
            }
            ScreenEffect::WriteText { text, path, overwrite } => {
                let saved = save::save_bytes(text.as_bytes(), &path, overwrite, save::Readers::Owner);
                written(model, &path, saved);
            }
            ScreenEffect::Print { document, command } => {
                model.notice = Some(Notice::Printing);
                self.draw()?;
                let sheet = save::rendered(&document, Format::Pdf).map_err(NotPrinted::Sheet);
                let done =
                    sheet.and_then(|sheet| printer::print(&command, &sheet).map_err(NotPrinted::Printer));
                printed(&mut self.model, done);
            }
            ScreenEffect::Remember(command) => {
                keeping::remember(model, world.text, self.settings_file.as_deref(), command);
            }
            ScreenEffect::Show(path) => {
                if let Err(trouble) = printer::show(&path) {
                    model.notice = Some(Notice::PrinterTrouble(trouble));
                }
            }
            ScreenEffect::Copy(text) if clipboard::is_missing() => {
                drop(text);
                model.notice = Some(Notice::NoClipboard);
            }
            ScreenEffect::Copy(text) => {
                self.terminal.send(&clipboard::order(&text, clipboard::in_tmux())?)?;
                model.notice = Some(Notice::Copied);
            }
            ScreenEffect::Save(note) => keeping::save(model, desk, world, &note),
            ScreenEffect::List => keeping::list(model, desk),
            ScreenEffect::Reopen(number) => {
                keeping::reopen(model, desk, world, number);
                make_visible(model, world);
            }
            ScreenEffect::Delete(number) => keeping::delete(model, desk, number),
            ScreenEffect::TakeOffer(offer, reply) => keeping::take_offer(model, desk, &offer, reply),
            ScreenEffect::Language => {
                world.text = self.languages.other_than(world.text);
                reworded(model, world);
            }
            ScreenEffect::EditRules(area) => self.edit_rules(area),
            ScreenEffect::WriteRules => self.write_rules(),
            ScreenEffect::Theme => self.theme = self.theme.next(),
            ScreenEffect::Forget => {
                desk.forget();
                self.terminal.clear()?;
            }
            #[cfg(unix)]
            ScreenEffect::Suspend => watch::suspend().map_err(ScreenError::from)?,
        }
        Ok(false)
    }

    /// Opens the form of an area's own rules.
    fn edit_rules(&mut self, area: AreaId) {
        let text = self.world.text;
        let Some(folder) = &self.office.policy else { return };
        match Editing::open(text, folder, area, self.model.today) {
            Ok(editing) => {
                let result = self.model.result.as_ref().filter(|_| self.model.screen == Screen::Result);
                let told = result.map(ResultState::told_rules).unwrap_or_default();
                let form = RulesForm::new(editing, text);
                let form = if told.is_empty() { form } else { form.offering(&told, text) };
                self.model.overlay = Some(Overlay::Rules(Box::new(form)));
            }
            Err(error) => self.model.notice = Some(Notice::NoForm(error.told(text))),
        }
    }

    /// Writes the form that is open; what it says holds from now on. It stays open
    /// where it was all that was opened.
    fn write_rules(&mut self) {
        let Self { model, world, .. } = self;
        let Some(Overlay::Rules(form)) = &mut model.overlay else { return };
        let (editing, typed) = form.parts();
        let told = match editing.save(world.text, typed) {
            Ok(done) => {
                let told = world.text.edit_done(done.path.display().to_string());
                std::iter::once(told).chain(done.told_link(world.text)).collect::<Vec<_>>().join("\n")
            }
            Err(error) => {
                form.not_written(error.told(world.text));
                return;
            }
        };
        if model.form_alone {
            form.written(told);
            return;
        }
        model.overlay = None;
        model.notice = Some(Notice::RulesSaved(told.replace('\n', " ")));
        let folder = self.office.policy.as_deref();
        if let Ok(PolicyData { book, overlays }) = data::load(world.text, folder, model.today) {
            model.overlays = overlays;
            world.book = self.books.add(book);
        }
        if model.screen == Screen::Result {
            arrive::show_result(model, world);
        }
    }

    /// Waits for a key; at a counter with a countdown, after which the case is gone.
    fn wait(&mut self) -> Result<(), ScreenError> {
        loop {
            let patience = match self.idle.tick(self.model.has_answers()) {
                Tick::Wait => return Ok(()),
                Tick::Show(seconds, patience) => {
                    if self.model.countdown != seconds {
                        self.model.countdown = seconds;
                        self.draw()?;
                    }
                    patience
                }
                Tick::Clear => {
                    self.model.begin_anew();
                    self.terminal.clear()?;
                    return self.draw();
                }
            };
            // A key after a sleep may be that of the next person: the time is looked at
            // again before it is taken.
            if terminal_event::poll(patience)?
                && !matches!(self.idle.tick(self.model.has_answers()), Tick::Clear)
            {
                return Ok(());
            }
        }
    }
}

//! The same questions one line at a time: for screen readers, plain terminals
//! and pipes. No cursor movement, no colour; the order, the fields and the
//! options are those of `wizard`.
//!
//! The walk itself knows neither input nor output; only this file does.

mod answer;
mod ask;
mod form;
mod line;
mod menu;
mod menu_words;
mod offer;
mod result;
mod session;
mod state;
mod unknowns;
mod walk;
mod year;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use jiff::civil::Date;

use crate::casebook::{CaseBookError, Handle, LeftDraft};
use crate::clock;
use crate::data::PolicyData;
use crate::desk::{COUNTDOWN, Desk, Office, ToSave};
use crate::guard::Shown;
use crate::save;
use crate::save::SaveError;
use crate::sheet::Format;
use crate::words::Text;
pub use form::{FormEnd, FormLinesError, fill_in};
use line::{LONGEST, LineIn, LinesIn};
use state::{At, LinesContext, LinesEffect, Menu, OfferReply, Session};
use yidi_core::answers::{Draft, Problem};
use yidi_core::case::Field;
use yidi_core::estimate::{EstimateError, estimate};

/// Why the questions stopped without a result.
#[derive(Debug, thiserror::Error)]
pub enum LinesError {
    /// The input ended with answers missing or wrong.
    #[error("answers are missing")]
    Missing(Vec<Problem>),
    /// The input ended after an answer that could not be taken: nothing is put in its place.
    #[error("an answer could not be taken")]
    Refused(Field),
    /// What is piped in is no answers: so many lines changed nothing, or there are
    /// more than any cases take.
    #[error("these are no answers")]
    NoAnswers(usize),
    /// The input ended before the hand-out was written.
    #[error("the hand-out is not written")]
    NotWritten,
    /// The input ended with a case that cannot be settled; that was said.
    #[error("no estimate")]
    NoEstimate(EstimateError),
    /// Input or output failed.
    #[error(transparent)]
    Failed(#[from] io::Error),
}

/// Asks on standard input and output until the person leaves or the input ends.
///
/// # Errors
/// Where the input ends too early, or input or output fails.
pub fn run(text: &Text, data: &PolicyData, today: Date, office: &Office) -> Result<(), LinesError> {
    let at_terminal = io::stdin().is_terminal();
    let world = LinesContext { book: &data.book, text, today, city: office.city, edition: office.edition };
    if office.counter.is_some() {
        crate::guard::no_core();
    }
    let mut talk = Talk {
        session: Session::new(world),
        desk: Desk::closed(office.cases.clone(), today, PATIENCE),
        left: None,
        echo: !at_terminal,
        out: io::stdout().lock(),
    };
    for file in &data.overlays.set_aside {
        talk.session.tell(&text.set_aside(file));
    }
    if let Some(laid) = text.laid_over(&data.overlays.laid) {
        talk.session.tell(&laid);
    }
    match office.counter {
        Some(_) => talk.session.tell(&text.plain_counter()),
        None if at_terminal => talk.offer_draft(),
        None => {}
    }
    talk.session.show();
    let heard = listen();
    let idle = office.most_idle();
    let mut warned = false;
    let mut patience = Patience::default();
    loop {
        talk.speak()?;
        match talk.wait(&heard, idle)? {
            Heard::Line(typed) => {
                warned = false;
                let before = (!at_terminal).then(|| (talk.session.draft.clone(), talk.session.at.clone()));
                if talk.take(typed) {
                    return talk.leave();
                }
                if let Some((draft, at)) = before {
                    let is_idle = draft == talk.session.draft && at == talk.session.at;
                    patience.line(is_idle)?;
                }
            }
            Heard::Nothing => talk.drop_case(),
            // As on the screen: the first warns where there is something to lose.
            Heard::Interrupted if at_terminal && talk.session.draft != Draft::default() && !warned => {
                warned = true;
                talk.session.out.line("");
                talk.session.tell(&text.leave_again());
            }
            Heard::Interrupted => return talk.leave(),
            Heard::Failed(error) => return Err(error.into()),
            Heard::End => return talk.end(),
        }
    }
}

/// How long a line waits for another session that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long lines from a pipe are read that are perhaps no answers: a file of
/// anything must not be answered line by line.
#[derive(Default)]
struct Patience {
    lines: usize,
    idle: usize,
}

impl Patience {
    /// A line came; whether it changed nothing.
    ///
    /// # Errors
    /// Where it is enough.
    fn line(&mut self, is_idle: bool) -> Result<(), LinesError> {
        const MOST: usize = 10_000;
        const MOST_IDLE: usize = 200;
        self.lines += 1;
        self.idle += usize::from(is_idle);
        match (self.idle, self.lines) {
            (MOST_IDLE.., _) => Err(LinesError::NoAnswers(self.idle)),
            (_, MOST..) => Err(LinesError::NoAnswers(self.lines)),
            _ => Ok(()),
        }
    }
}

/// What comes in.
enum Heard {
    Line(LineIn),
    /// Nothing for too long, at a counter.
    Nothing,
    /// Ctrl-C.
    Interrupted,
    Failed(io::Error),
    End,
}

/// Reads lines beside the walk, so that it can also hear that none comes.
fn listen() -> Receiver<Heard> {
    // What is piped in waits: it is not read ahead of the answers.
    let (send, heard) = sync_channel(16);
    interruptions(send.clone());
    std::thread::spawn(move || {
        let mut lines = LinesIn::of(io::stdin().lock());
        loop {
            let next = match lines.next() {
                Ok(Some(typed)) => Heard::Line(typed),
                Ok(None) => Heard::End,
                Err(error) => Heard::Failed(error),
            };
            let goes_on = matches!(next, Heard::Line(_));
            if send.send(next).is_err() || !goes_on {
                return;
            }
        }
    });
    heard
}

/// Ctrl-C is heard as a wish to leave, so that the draft goes with it. Where
/// the window is closed or the program is ended, the draft stays and the
/// session's file does not.
#[cfg(unix)]
fn interruptions(send: SyncSender<Heard>) {
    use crate::casebook::end_sessions;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    // Where no handler can be set, Ctrl-C ends the program as usual.
    if let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGINT, SIGHUP, SIGTERM]) {
        std::thread::spawn(move || {
            for signal in &mut signals {
                if signal != SIGINT {
                    end_sessions();
                    std::process::exit(128 + signal);
                }
                if send.send(Heard::Interrupted).is_err() {
                    return;
                }
            }
        });
    }
}

/// Ctrl-C is heard as a wish to leave there as well.
#[cfg(not(unix))]
fn interruptions(send: SyncSender<Heard>) {
    // Where no handler can be set, Ctrl-C ends the program as usual.
    let _ = ctrlc::set_handler(move || {
        // Nobody listens any more: the program is about to end.
        let _ = send.send(Heard::Interrupted);
    });
}

/// What comes in within a time, by the clock that goes on while the machine
/// sleeps: what comes later is of the next person, and not taken.
fn next(heard: &Receiver<Heard>, patience: Duration) -> Option<Heard> {
    let end = clock::now() + patience;
    loop {
        let left = end.saturating_sub(clock::now());
        let come = heard.recv_timeout(left.min(clock::GLANCE));
        match come {
            _ if clock::now() > end && !matches!(come, Ok(Heard::End | Heard::Failed(_))) => return None,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Some(Heard::End),
            Ok(heard) => return Some(heard),
        }
    }
}

/// A walk with its output.
struct Talk<'w, W: Write> {
    session: Session<'w>,
    desk: Desk,
    /// The draft that is offered.
    left: Option<LeftDraft>,
    /// Lines are said again: nobody typed them where they are read.
    echo: bool,
    out: W,
}

impl<W: Write> Talk<'_, W> {
    /// Offers the case that was left unfinished, where there is one.
    fn offer_draft(&mut self) {
        let text = self.session.world.text;
        let opened = self.desk.open(true).and_then(|remark| Ok((remark, self.desk.left()?)));
        let (remark, left) = match opened {
            Ok(opened) => opened,
            Err(trouble) => return self.tell_trouble(Some(trouble)),
        };
        if let Some(remark) = remark {
            self.session.tell(&text.cases_remark(&remark));
        }
        if let Some(left) = left {
            self.session.at = At::Offer(left.draft.clone());
            self.left = Some(left);
        }
    }

    /// Says what there is to say, and what the next line is about.
    fn speak(&mut self) -> io::Result<()> {
        let words = self.session.said();
        let prompt = ask::prompt(&self.session);
        write!(self.out, "{}{}", Shown::lines(&words), Shown::lines(&prompt))?;
        self.out.flush()
    }

    /// The next line; at a counter a warning and then the end of the case.
    fn wait(&mut self, heard: &Receiver<Heard>, idle: Option<Duration>) -> io::Result<Heard> {
        let has_answers = self.session.draft != Draft::default();
        let Some(idle) = idle.filter(|_| has_answers) else {
            return Ok(heard.recv().unwrap_or(Heard::End));
        };
        match next(heard, idle.saturating_sub(COUNTDOWN)) {
            None => {}
            Some(other) => return Ok(other),
        }
        writeln!(self.out)?;
        self.session.tell(&self.session.world.text.plain_idle(COUNTDOWN.as_secs()));
        self.speak()?;
        match next(heard, COUNTDOWN) {
            None => {
                writeln!(self.out)?;
                Ok(Heard::Nothing)
            }
            // Any line keeps the case; it is no answer.
            Some(Heard::Line(_)) => {
                self.speak()?;
                self.wait(heard, Some(idle))
            }
            Some(other) => Ok(other),
        }
    }

    /// The case of somebody who went away.
    fn drop_case(&mut self) {
        self.session.tell(&self.session.world.text.plain_idle_over());
        self.session.begin_anew();
    }

    /// Takes a line; whether the person leaves.
    fn take(&mut self, typed: LineIn) -> bool {
        let text = self.session.world.text;
        let line = match typed {
            LineIn::Line(line) => line,
            odd => {
                if self.echo {
                    // The prompt stands alone on its line.
                    self.session.out.line("");
                }
                let limit = u64::try_from(LONGEST).unwrap_or_default();
                self.session.tell(&match odd {
                    LineIn::TooLong => text.plain_line_too_long(limit),
                    LineIn::NotText => text.plain_line_not_text(),
                    _ => text.plain_line_unseen(),
                });
                return false;
            }
        };
        if self.echo {
            self.session.out.line(&line);
        }
        let leaves = self.session.take(&line).is_some_and(|effect| self.outside(effect));
        let trouble = self.desk.keep(&self.session.draft);
        self.tell_trouble(trouble);
        leaves
    }

    /// Does what the walk cannot; whether the person leaves.
    fn outside(&mut self, effect: LinesEffect) -> bool {
        let text = self.session.world.text;
        match effect {
            LinesEffect::Leave => return true,
            LinesEffect::Forget => self.desk.forget(),
            LinesEffect::TakeOffer(reply) => {
                if let Some(left) = self.left.take() {
                    let done = match reply {
                        OfferReply::Take => self.desk.take(&left).map(|_| ()),
                        OfferReply::Later => Ok(()),
                        OfferReply::Delete => self.desk.discard(&left),
                    };
                    self.tell_trouble(done.err());
                }
            }
            LinesEffect::Save(note) => {
                match self.save(&note) {
                    Ok(handle) => {
                        self.session.tell(&text.case_saved(handle.number.to_string()));
                        self.session.saved = Some(handle);
                    }
                    Err(trouble) => self.tell_trouble(Some(trouble)),
                }
                self.session.show();
            }
            LinesEffect::Write { path, note, overwrite } => self.write(&path, note, overwrite),
        }
        false
    }

    /// Saves the case with its note. Nothing is ticked here: ticks of the screen stay.
    fn save(&mut self, note: &str) -> Result<Handle, CaseBookError> {
        let session = &self.session;
        self.desk.save(&ToSave {
            data: session.world.book,
            draft: &session.draft,
            saved: session.saved.as_ref(),
            ticked: &BTreeSet::new(),
            note,
        })
    }

    /// Says why the case book did not do what was asked.
    fn tell_trouble(&mut self, trouble: Option<CaseBookError>) {
        if let Some(trouble) = trouble {
            self.session.tell(&self.session.world.text.cases_trouble(&trouble));
        }
    }

    fn write(&mut self, path: &str, note: String, overwrite: bool) {
        let text = self.session.world.text;
        let file = Path::new(path);
        let sheet = result::document(&self.session, &note).zip(Format::of_file(file));
        let Some((document, format)) = sheet else { return };
        let next = match save::save(&document, format, file, overwrite) {
            Ok(path) => {
                self.session.tell(&text.print_saved(path.display().to_string()));
                Menu::Result
            }
            Err(SaveError::Exists) => Menu::Overwrite { path: path.to_owned(), note },
            Err(error) => {
                self.session.tell(&error.told(text, file));
                Menu::Path
            }
        };
        self.session.go(At::Menu(next));
    }

    /// The person leaves.
    fn leave(&mut self) -> Result<(), LinesError> {
        self.desk.forget();
        writeln!(self.out)?;
        Ok(())
    }

    /// The input ended: the result, where it was not said yet.
    fn end(&mut self) -> Result<(), LinesError> {
        writeln!(self.out)?;
        self.desk.forget();
        let session = &mut self.session;
        match (&session.at, session.refused) {
            (At::Ask(..), Some(field)) if session.draft.finish(session.world.today).is_ok() => {
                return Err(LinesError::Refused(field));
            }
            (At::Menu(Menu::Path | Menu::Note(_) | Menu::Overwrite { .. }), _) => {
                return Err(LinesError::NotWritten);
            }
            _ => {}
        }
        let case = match session.draft.finish(session.world.today) {
            Ok(case) => case,
            Err(problems) => {
                self.out.flush()?;
                return Err(LinesError::Missing(problems));
            }
        };
        if session.told.as_ref() != Some(&session.draft) {
            let LinesContext { text, today, .. } = session.world;
            let usual = session.taken_as_usual().into_iter().filter_map(|field| {
                Some(text.plain_taken(text.field(field), text.answer(&session.draft, field, today)?))
            });
            let usual: Vec<String> = usual.collect();
            if !usual.is_empty() {
                session.tell(&text.plain_as_usual(text.list(usual)));
            }
            result::result(session);
        }
        let words = session.said();
        write!(self.out, "{}", Shown::lines(&words))?;
        self.out.flush()?;
        match estimate(self.session.world.book, &case) {
            Ok(_) => Ok(()),
            Err(error) => Err(LinesError::NoEstimate(error)),
        }
    }
}

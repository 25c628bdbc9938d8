//! What happens to the terminal from outside: signals, and its end. Beside the
//! loop, which may be waiting for a key or for the disk.
//!
//! The event library takes the end of a terminal for "no key yet" and waits at
//! full speed: it is this watch that ends the program then.

use std::io;
use std::os::fd::AsFd;
use std::process::exit;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use nix::unistd::{Pid, getpgid, getpgrp, getppid, getsid};
use ratatui::crossterm::terminal::disable_raw_mode;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, getpid, kill_current_process_group, kill_process};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::raw_mode::{restore, take_over};
use crate::casebook::end_sessions;

/// Whoever writes to the terminal, or gives it back, has the turn.
static TURN: Mutex<()> = Mutex::new(());

/// The terminal was given back meanwhile: the next frame is drawn whole.
static GIVEN_BACK: AtomicBool = AtomicBool::new(false);

/// How often the program was to be stopped, and that is over.
static STOPS: AtomicU64 = AtomicU64::new(0);

/// Waits until nobody else writes to the terminal. Once the program ends, for ever.
pub(super) fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the terminal was given back since the last time.
pub(super) fn was_given_back() -> bool {
    GIVEN_BACK.swap(false, Ordering::SeqCst)
}

/// Begins to watch. Where the system lets it, signals end or stop the program
/// with the terminal as it was, and nothing of a case on it.
///
/// At a locked desk the signals that a keyboard can send do nothing.
pub(super) fn begin(mouse: bool, is_locked: bool) {
    if let Ok(mut signals) = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT]) {
        thread::spawn(move || {
            for signal in &mut signals {
                match signal {
                    SIGINT | SIGQUIT | SIGTSTP if is_locked => {}
                    SIGTSTP => stop(mouse),
                    SIGCONT => go_on(mouse),
                    _ => leave(signal),
                }
            }
        });
    }
    thread::spawn(|| {
        if is_gone() {
            leave(SIGHUP);
        }
    });
}

/// Waits until the terminal is gone.
fn is_gone() -> bool {
    let (input, output) = (io::stdin(), io::stdout());
    loop {
        // Asked for nothing, the system still tells of the end.
        let mut both = [
            PollFd::from_borrowed_fd(input.as_fd(), PollFlags::empty()),
            PollFd::from_borrowed_fd(output.as_fd(), PollFlags::empty()),
        ];
        let end = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        match poll(&mut both, None) {
            Ok(_) if both.iter().any(|one| one.revents().intersects(end)) => return true,
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}

/// Gives the terminal back and ends the program. What was answered is kept as a
/// draft, and offered at the next start; at a counter nothing is.
fn leave(signal: i32) -> ! {
    /// A frame that a dead terminal does not take is not waited for.
    const PATIENCE: u32 = 50;
    let mut turn = TURN.try_lock();
    for _ in 0..PATIENCE {
        if turn.is_ok() {
            break;
        }
        thread::sleep(Duration::from_millis(10));
        turn = TURN.try_lock();
    }
    restore();
    end_sessions();
    exit(128 + signal)
}

/// Stops the whole group, so that whatever started the program stops with it, and
/// comes back when it goes on. Meanwhile no key is read: what is typed as soon as the
/// terminal is given back is for the shell.
pub(super) fn suspend() -> io::Result<()> {
    const GLANCE: Duration = Duration::from_millis(5);
    /// Where signals cannot be heard, the system has stopped the program itself.
    const MOST: u32 = 400;
    if is_alone() {
        return Ok(());
    }
    let before = STOPS.load(Ordering::SeqCst);
    kill_current_process_group(Signal::TSTP)?;
    for _ in 0..MOST {
        if STOPS.load(Ordering::SeqCst) != before {
            break;
        }
        thread::sleep(GLANCE);
    }
    Ok(())
}

/// Gives the terminal back, stops until somebody lets the program go on, and
/// takes it over again.
fn stop(mouse: bool) {
    if !is_alone() {
        let _turn = turn();
        restore();
        let _ = emulate_default_handler(SIGTSTP);
        retake(mouse);
    }
    STOPS.fetch_add(1, Ordering::SeqCst);
}

/// Whether nobody is there who could let the program go on, as the system looks
/// at it: no shell of this terminal that started its group.
///
/// Of a session that began outside a container the system says none, number 0: the
/// library asked here takes it for an answer like another.
fn is_alone() -> bool {
    let (group, Ok(session)) = (getpgrp(), getsid(None)) else { return true };
    let mut parent = Some(getppid());
    while let Some(one) = parent {
        if getsid(Some(one)) != Ok(session) {
            return true;
        }
        if getpgid(Some(one)) != Ok(group) {
            return false;
        }
        parent = parent_of(one);
    }
    true
}

/// The parent of another process, where the system tells.
fn parent_of(process: Pid) -> Option<Pid> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // After the name, which may hold anything: the state, then the parent.
    let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?;
    Some(Pid::from_raw(parent.parse().ok()?))
}

/// Somebody let the program go on that could not say that it was stopped.
fn go_on(mouse: bool) {
    let _turn = turn();
    // A shell may have taken its own mode back meanwhile, which nobody here was told of.
    let _ = disable_raw_mode();
    retake(mouse);
}

fn retake(mouse: bool) {
    let _ = take_over(&mut io::stdout(), mouse);
    GIVEN_BACK.store(true, Ordering::SeqCst);
    // The loop waits for keys or a change of the window: it hears of one.
    let _ = kill_process(getpid(), Signal::WINCH);
}

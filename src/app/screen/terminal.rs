//! The terminal: opened, and given back as it was, whatever happens.

use std::io::{self, BufWriter, Stdout, Write};

use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect, Size};

use super::raw_mode::{restore, take_over};

type Backend = CrosstermBackend<BufWriter<Stdout>>;

/// A terminal in raw mode on the alternate screen, until it is dropped.
pub(super) struct Guarded {
    inner: ratatui::Terminal<Backend>,
}

impl Guarded {
    /// Takes the terminal over; the mouse only where it is wanted.
    /// At a locked desk no key ends or stops the program by a signal.
    pub(super) fn open(mouse: bool, is_locked: bool) -> io::Result<Self> {
        // A frame in one write.
        const FRAME: usize = 1 << 16;
        // Until the terminal is taken over, keys make signals.
        #[cfg(unix)]
        if is_locked {
            super::watch::begin(mouse, is_locked);
        }
        // The hook also runs where a panic aborts.
        let earlier = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            earlier(panic);
        }));
        let mut out = BufWriter::with_capacity(FRAME, io::stdout());
        take_over(&mut out, mouse)?;
        let inner = ratatui::Terminal::new(CrosstermBackend::new(out)).inspect_err(|_| restore())?;
        #[cfg(unix)]
        if !is_locked {
            super::watch::begin(mouse, is_locked);
        }
        // Elsewhere a key is never a signal.
        #[cfg(not(unix))]
        let _ = is_locked;
        Ok(Self { inner })
    }

    /// Asks the terminal something; the answer comes as keys do.
    pub(super) fn ask(&mut self, question: &[u8]) -> io::Result<()> {
        #[cfg(unix)]
        let _turn = super::watch::turn();
        let out = self.inner.backend_mut();
        out.write_all(question)?;
        Write::flush(out)
    }

    /// Columns and rows.
    pub(super) fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    /// Clears the screen: the next frame is drawn whole, in the size there is now.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        // Not `Terminal::clear`: it asks the terminal where the cursor is, and not
        // every terminal answers.
        let size = self.inner.size()?;
        self.inner.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Gives the terminal an order beside the frames.
    pub(super) fn send(&mut self, order: &[u8]) -> io::Result<()> {
        #[cfg(unix)]
        let _turn = super::watch::turn();
        self.inner.backend_mut().write_all(order)?;
        self.inner.backend_mut().flush()
    }

    /// Draws a frame.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        #[cfg(unix)]
        let _turn = super::watch::turn();
        #[cfg(unix)]
        if super::watch::was_given_back() {
            self.clear()?;
        }
        self.inner.draw(draw)?;
        self.inner.backend_mut().flush()
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        // After a panic its message stands there already.
        if !std::thread::panicking() {
            #[cfg(unix)]
            let _turn = super::watch::turn();
            restore();
        }
    }
}

/// Whether colour may be used: not where `NO_COLOR` is set or the terminal has none.
pub(super) fn has_colour() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Whether line glyphs cannot be trusted: the Linux console shows few of them,
/// and a Windows console without a known terminal draws them two cells wide.
pub(super) fn wants_ascii() -> bool {
    let linux_console = std::env::var_os("TERM").is_some_and(|term| term == "linux");
    let plain_windows = cfg!(windows) && std::env::var_os("WT_SESSION").is_none();
    linux_console || plain_windows
}

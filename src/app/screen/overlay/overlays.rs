//! What an agency has laid over the data: whose figures, and all that is wrong
//! with files that were left aside.

use ratatui::text::Line;

use super::super::bindings::Action;
use super::super::body::Body;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::outcome::OverlayOutcome;
use crate::data::Overlays;
use crate::words::width::wrap;
use yidi_core::policy::audit::SetAside;

/// The overlay files of the run, scrolled so far.
#[derive(Clone, Debug)]
pub(in crate::screen) struct OverlayList {
    overlays: Overlays,
    scroll: isize,
}

/// Lines that a page key scrolls.
const PAGE: isize = 8;

impl OverlayList {
    /// Shows these.
    pub(in crate::screen) fn of(overlays: &Overlays) -> Self {
        Self { overlays: overlays.clone(), scroll: 0 }
    }

    /// Takes a key.
    pub(super) fn act(&mut self, action: Action) -> OverlayOutcome {
        match action {
            Action::Down => self.scroll += 1,
            Action::Up => self.scroll -= 1,
            Action::PageDown => self.scroll += PAGE,
            Action::PageUp => self.scroll -= PAGE,
            Action::Continue => return OverlayOutcome::Closes,
            _ => {}
        }
        OverlayOutcome::Stays
    }

    /// Drawing found that it cannot be scrolled further.
    pub(in crate::screen) const fn scrolled(&mut self, scroll: isize) {
        self.scroll = scroll;
    }
}

/// Draws what is wrong first, whole, then whose figures hold.
pub(in crate::screen) fn draw(list: &OverlayList, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body { scroll: list.scroll, ..Body::default() };
    body.head.push(Line::styled(format!(" {}", text.overlays_title()), theme.style(Meaning::Title)));
    let mut say = |words: &str, indent: usize, meaning: Meaning| {
        for part in wrap(words, cells.saturating_sub(indent + 1), 0) {
            let blank = " ".repeat(indent);
            body.lines.push(Line::styled(format!("{blank}{part}"), theme.style(meaning)));
        }
    };
    let Overlays { laid, set_aside } = &list.overlays;
    if laid.is_empty() && set_aside.is_empty() {
        say(&text.overlays_none(), 1, Meaning::Plain);
    }
    for file in set_aside {
        match file {
            SetAside::Unread { file, why } => {
                say(&text.overlay_left_aside(file.clone()), 1, Meaning::Warning);
                say(why, 3, Meaning::Plain);
            }
            SetAside::Wrong(findings) => {
                let name = findings.first().map_or("", |finding| &finding.file);
                say(&text.overlay_left_aside(name), 1, Meaning::Warning);
                for finding in findings {
                    say(&text.finding(finding), 3, Meaning::Plain);
                }
            }
        }
    }
    for file in laid {
        say(&text.laid(file), 1, Meaning::Plain);
    }
    body
}

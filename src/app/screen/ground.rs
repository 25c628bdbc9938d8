//! The ground of the terminal: dark or light. It is asked once, and nothing waits
//! for the answer: it comes between the keys, and is taken out of them.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::theme::Palette;

/// What a terminal is asked (OSC 11); one that does not know it says nothing.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// How an answer begins, behind the mark of its kind: `11;rgb:1e1e/1e1e/1e1e`.
const BEGINS: &str = "11;rgb:";
/// The longest answer: four digits a colour.
const LONGEST: usize = BEGINS.len() + 14;

/// Whether a terminal may be asked: some print what they do not know.
pub(super) fn may_be_asked() -> bool {
    let is_plain = |term: &std::ffi::OsString| term == "linux" || term == "dumb" || term.is_empty();
    cfg!(unix) && std::env::var_os("TERM").is_some_and(|term| !is_plain(&term))
}

/// The ground as the environment tells it, `15;0` for white on black: what stands
/// last is the ground, as one of the 16 colours.
pub(super) fn of_environment() -> Option<Palette> {
    palette_of(&std::env::var("COLORFGBG").ok()?)
}

fn palette_of(colours: &str) -> Option<Palette> {
    let ground: u8 = colours.rsplit(';').next()?.parse().ok()?;
    match ground {
        0..=6 | 8 => Some(Palette::Dark),
        7 | 9..=15 => Some(Palette::Light),
        _ => None,
    }
}

/// Relative luminance (WCAG 2.2), from 0, black, to 1, white. Colours only: no
/// amount is computed so.
pub(super) fn luminance(rgb: [u8; 3]) -> f64 {
    let [red, green, blue] = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The colours for a ground: those whose text stands out more.
fn palette_on(ground: [u8; 3]) -> Palette {
    // Where black and white stand out alike.
    const MIDDLE: f64 = 0.179;
    if luminance(ground) > MIDDLE { Palette::Light } else { Palette::Dark }
}

/// What an event of the terminal was.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum HeardEvent {
    /// Of the person: one, or those that looked like an answer for a while.
    Events(Vec<Event>),
    /// A part of an answer.
    Part,
    /// The answer.
    Ground(Palette),
}

/// Takes the answer out of the events.
#[derive(Debug, Default)]
pub(super) struct Listener {
    held: Vec<Event>,
    read: String,
}

impl Listener {
    /// Takes an event.
    pub(super) fn hear(&mut self, event: Event) -> HeardEvent {
        let sign = sign_of(&event);
        match sign {
            // `ESC ]` reads as Alt-].
            Some(Sign::Begins) if self.held.is_empty() => {
                self.held.push(event);
                HeardEvent::Part
            }
            Some(Sign::Char(c)) if !self.held.is_empty() && self.goes_on_with(c) => {
                self.read.push(c);
                self.held.push(event);
                HeardEvent::Part
            }
            Some(Sign::Ends) if !self.held.is_empty() => {
                let ground = self.read.strip_prefix(BEGINS).and_then(rgb_of);
                self.read.clear();
                let mut held = std::mem::take(&mut self.held);
                held.push(event);
                ground.map_or(HeardEvent::Events(held), |ground| HeardEvent::Ground(palette_on(ground)))
            }
            _ => {
                self.read.clear();
                let mut held = std::mem::take(&mut self.held);
                held.push(event);
                HeardEvent::Events(held)
            }
        }
    }

    fn goes_on_with(&self, c: char) -> bool {
        match BEGINS.chars().nth(self.read.len()) {
            Some(wanted) => wanted == c,
            None => self.read.len() < LONGEST && (c == '/' || c.is_ascii_hexdigit()),
        }
    }
}

/// A sign of an answer.
enum Sign {
    Begins,
    Char(char),
    Ends,
}

fn sign_of(event: &Event) -> Option<Sign> {
    let Event::Key(KeyEvent { code: KeyCode::Char(c), modifiers, kind: KeyEventKind::Press, .. }) = event
    else {
        return None;
    };
    match (*c, *modifiers) {
        (']', KeyModifiers::ALT) => Some(Sign::Begins),
        ('\\', KeyModifiers::ALT) | ('g', KeyModifiers::CONTROL) => Some(Sign::Ends),
        (c, KeyModifiers::NONE | KeyModifiers::SHIFT) if c.is_ascii() => Some(Sign::Char(c)),
        _ => None,
    }
}

/// `1e1e/1e1e/1e1e`: one to four digits a colour.
fn rgb_of(answer: &str) -> Option<[u8; 3]> {
    let mut parts = answer.split('/').map(|part| {
        let value = u32::from_str_radix(part, 16).ok()?;
        let most = 16_u32.pow(u32::try_from(part.len()).ok()?) - 1;
        u8::try_from((value * 255).checked_div(most)?).ok()
    });
    let rgb = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(rgb)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(c: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
    }

    fn answer(words: &str, end: Event) -> Vec<Event> {
        let mut events = vec![key(']', KeyModifiers::ALT)];
        events.extend(words.chars().map(|c| key(c, KeyModifiers::NONE)));
        events.push(end);
        events
    }

    /// The events that are the person's, and the ground that was heard.
    fn heard(events: Vec<Event>) -> (Vec<Event>, Option<Palette>) {
        let (mut listener, mut passed, mut ground) = (Listener::default(), Vec::new(), None);
        for event in events {
            match listener.hear(event) {
                HeardEvent::Events(events) => passed.extend(events),
                HeardEvent::Part => {}
                HeardEvent::Ground(found) => ground = Some(found),
            }
        }
        (passed, ground)
    }

    #[test]
    fn an_answer_is_taken_out_of_the_keys() {
        let bell = || key('g', KeyModifiers::CONTROL);
        let string_end = || key('\\', KeyModifiers::ALT);
        for (words, end, expected) in [
            ("11;rgb:1e1e/1e1e/1e1e", bell(), Palette::Dark),
            ("11;rgb:ffff/ffff/ffff", string_end(), Palette::Light),
            ("11;rgb:fd/f6/e3", bell(), Palette::Light),
            ("11;rgb:0/0/0", string_end(), Palette::Dark),
            ("11;rgb:AAAA/BBBB/CCCC", bell(), Palette::Light),
        ] {
            let mut events = vec![key('a', KeyModifiers::NONE)];
            events.extend(answer(words, end));
            events.push(key('s', KeyModifiers::NONE));
            let (passed, ground) = heard(events);
            assert_eq!(passed, [key('a', KeyModifiers::NONE), key('s', KeyModifiers::NONE)], "{words}");
            assert_eq!(ground, Some(expected), "{words}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_typed() {
        let bell = || key('g', KeyModifiers::CONTROL);
        for words in ["", "1", "12;rgb:0/0/0", "11;rgb:", "11;rgb:0/0", "11;rgb:0/0/0/0", "11;rgb:zz/0/0"] {
            let events = answer(words, bell());
            assert_eq!(heard(events.clone()), (events, None), "{words}");
        }
        let endless = answer(&format!("11;rgb:{}", "f".repeat(40)), bell());
        assert_eq!(heard(endless.clone()), (endless, None));
        let resized = vec![key(']', KeyModifiers::ALT), Event::Resize(80, 24)];
        assert_eq!(heard(resized.clone()), (resized, None));
    }

    #[test]
    fn the_environment_names_the_ground_last() {
        for (colours, expected) in [
            ("15;0", Some(Palette::Dark)),
            ("0;15", Some(Palette::Light)),
            ("0;default;7", Some(Palette::Light)),
            ("7;8", Some(Palette::Dark)),
            ("15;default", None),
            ("", None),
            ("0;99", None),
        ] {
            assert_eq!(palette_of(colours), expected, "{colours}");
        }
    }
}

//! What came at once. Where a terminal does not mark what is pasted (Windows, GNU
//! screen, the Linux console), it sends keys, and no pause between them.

use std::io;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};

/// What comes within this time has come at once. Not nothing: then it is not
/// even looked what has come.
const AT_ONCE: Duration = Duration::from_micros(50);

/// A paste comes in parts; nobody goes on typing within this time.
const BETWEEN_PARTS: Duration = Duration::from_millis(25);

/// So many characters in a row are perhaps a paste, of which more may come.
const PERHAPS: usize = 16;

/// So many with lines in them are one: nobody types so far ahead.
const LINES: usize = 24;

/// So many in one line are one.
const LINE: usize = 40;

/// So many events are taken before the next frame.
const MOST: usize = 100_000;

/// Waits for an event, and takes everything that came with it.
pub(super) fn next() -> io::Result<Vec<Event>> {
    let mut events = vec![event::read()?];
    while events.len() < MOST {
        let patience = if perhaps_pasted(&events) { BETWEEN_PARTS } else { AT_ONCE };
        if !event::poll(patience)? {
            break;
        }
        events.push(event::read()?);
    }
    Ok(pasted(events))
}

/// Whether the last events are the beginning of a paste.
fn perhaps_pasted(events: &[Event]) -> bool {
    if let [.., Event::Key(down), Event::Key(up)] = events
        && (down.kind, up.kind) == (KeyEventKind::Press, KeyEventKind::Release)
        && (down.code, down.modifiers) == (up.code, up.modifiers)
    {
        // Windows tells of both; no finger lets a key go at once.
        return true;
    }
    let last = events.iter().rev().filter(|event| !is_release(event)).take(PERHAPS);
    events.len() >= PERHAPS && last.filter_map(typed).count() == PERHAPS
}

/// The events, with what was pasted in the place of its keys. Enter at the end of
/// one line stays a key, as in a shell.
fn pasted(events: Vec<Event>) -> Vec<Event> {
    let (mut all, mut run, mut text) = (Vec::new(), Vec::new(), String::new());
    for event in events.into_iter().filter(|event| !is_release(event)) {
        if let Some(c) = typed(&event) {
            text.push(c);
            run.push(event);
        } else {
            end(&mut all, &mut run, &mut text);
            all.push(event);
        }
    }
    end(&mut all, &mut run, &mut text);
    all
}

/// A run of characters ends: they are keys or a paste.
fn end(all: &mut Vec<Event>, run: &mut Vec<Event>, text: &mut String) {
    let line = text.trim_end_matches('\n');
    let most = if line.contains(['\n', '\t']) { LINES } else { LINE };
    if line.chars().count() < most {
        all.append(run);
    } else {
        let ends = text.len() - line.len();
        all.push(Event::Paste(line.to_owned()));
        if ends > 0 && !line.contains('\n') {
            all.extend(run.pop());
        }
        run.clear();
    }
    text.clear();
}

/// The key is let go: that means nothing here.
fn is_release(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.kind == KeyEventKind::Release)
}

/// The character of a key that text is made of.
fn typed(event: &Event) -> Option<char> {
    let Event::Key(key) = event else { return None };
    let is_plain = (key.modifiers - KeyModifiers::SHIFT).is_empty();
    match key.code {
        // A line feed, as a terminal in raw mode hands it on, and as a console of Windows.
        KeyCode::Char('j') | KeyCode::Enter if key.modifiers == KeyModifiers::CONTROL => Some('\n'),
        KeyCode::Char(c) if is_plain => Some(c),
        KeyCode::Enter if is_plain => Some('\n'),
        KeyCode::Tab if is_plain => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::crossterm::event::KeyEvent;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    fn keys(text: &str) -> Vec<Event> {
        let code = |c| match c {
            '\n' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
            '\u{7f}' => KeyCode::Backspace,
            c => KeyCode::Char(c),
        };
        text.chars().map(|c| key(code(c), KeyModifiers::NONE)).collect()
    }

    #[test]
    fn what_a_person_types_ahead_stays_keys() {
        for text in ["as\nbj\n135w\n\n", "an\u{7f}\u{7f}", "五万二千", "\n\n\n\n\n\n"] {
            assert_eq!(pasted(keys(text)), keys(text), "{text:?}");
        }
        // What a scanner types at once: an identity card, the code of an insurance card.
        for scanned in ["210302198001011234\n", "ABCDEF0123456789ABCDEF012345\n"] {
            assert_eq!(pasted(keys(scanned)), keys(scanned), "{scanned:?}");
        }
        let flood = "an\u{7f}\u{7f}".repeat(2_000);
        assert_eq!(pasted(keys(&flood)), keys(&flood));
    }

    #[test]
    fn many_characters_at_once_are_a_paste() {
        let slip = "{\n  \"medfee_sumamt\": \"50000.00\",\n\t\"psn_part_amt\": 1\n}";
        assert_eq!(pasted(keys(slip)), [Event::Paste(slip.to_owned())]);
        // Its last line end is no key either.
        assert_eq!(pasted(keys(&format!("{slip}\n\n"))), [Event::Paste(slip.to_owned())]);
        let line = "五".repeat(LINE);
        assert_eq!(pasted(keys(&line)), [Event::Paste(line.clone())]);
        let taken = [vec![Event::Paste(line.clone())], keys("\n")].concat();
        assert_eq!(pasted(keys(&format!("{line}\n"))), taken);
    }

    #[test]
    fn more_is_waited_for_where_it_looks_like_a_paste() {
        let up = |c| {
            let modifiers = KeyModifiers::NONE;
            Event::Key(KeyEvent::new_with_kind(KeyCode::Char(c), modifiers, KeyEventKind::Release))
        };
        assert!(!perhaps_pasted(&keys("a")));
        assert!(!perhaps_pasted(&keys("as\nbj\n135w\n\n")), "12 typed ahead");
        assert!(perhaps_pasted(&keys("210302198001011234")), "18 at once");
        assert!(perhaps_pasted(&[keys("a"), vec![up('a')]].concat()), "no finger is so quick");
        assert!(!perhaps_pasted(&[keys("ab"), vec![up('a')]].concat()), "a finger that was slow");
        assert!(!perhaps_pasted(&[up('\n')]), "the Enter that started the program");
    }

    #[test]
    fn other_keys_part_it_and_keys_let_go_do_not() {
        let control = key(KeyCode::Char('e'), KeyModifiers::CONTROL);
        let line = "x".repeat(LINE);
        let mixed = [keys("ab"), vec![control.clone()], keys(&line), vec![control.clone()]].concat();
        let expected =
            [keys("ab"), vec![control.clone(), Event::Paste(line.clone()), control.clone()]].concat();
        assert_eq!(pasted(mixed), expected);
        // Windows tells of every key twice; a line feed comes as Ctrl-J.
        let twice = keys("{\n\"a\": 1,\n\"bcdefghijklm\": 2}").into_iter().flat_map(|event| {
            let Event::Key(mut up) = event else { panic!() };
            up.kind = KeyEventKind::Release;
            [event, Event::Key(up)]
        });
        assert!(matches!(&pasted(twice.collect())[..], [Event::Paste(_)]));
        for code in [KeyCode::Char('j'), KeyCode::Enter] {
            let feed = [key(code, KeyModifiers::CONTROL)];
            let lines = [keys(&line), feed.to_vec(), keys("z")].concat();
            assert_eq!(pasted(lines), [Event::Paste(format!("{line}\nz"))]);
            let one = [keys(&line), feed.to_vec()].concat();
            let taken = [vec![Event::Paste(line.clone())], feed.to_vec()].concat();
            assert_eq!(pasted(one), taken, "the end of one line stays a key");
        }
    }
}

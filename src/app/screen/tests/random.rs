//! Random keys over the whole model: no panic, its invariants hold, and Esc
//! leads to the first step from anywhere.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::Walk;
use crate::screen::keys;
use crate::screen::model::Screen;
use crate::screen::overlay::Overlay;
use yidi_core::answers::Step;

/// A small generator of its own: the same walk on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        // Steele and Vigna's SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(below).unwrap()).unwrap()
    }
}

const CHARS: &str = "0123456789abcdehijmnpqrstuwxyz+-=:?/.,万鞍北京上海职工三级未备案 ";
const CODES: [KeyCode; 16] = [
    KeyCode::Enter,
    KeyCode::Enter,
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Backspace,
    KeyCode::Delete,
];

fn random_key(dice: &mut Dice) -> Event {
    let chars: Vec<char> = CHARS.chars().collect();
    let (code, modifiers) = match dice.roll(40) {
        0 => (KeyCode::Char(['e', 'k', 'u'][dice.roll(3)]), KeyModifiers::CONTROL),
        1 => ([KeyCode::Left, KeyCode::Right][dice.roll(2)], KeyModifiers::ALT),
        2 if dice.roll(8) == 0 => (KeyCode::F([1, 2, 5][dice.roll(3)]), KeyModifiers::NONE),
        3..=20 => (CODES[dice.roll(CODES.len())], KeyModifiers::NONE),
        _ => (KeyCode::Char(chars[dice.roll(chars.len())]), KeyModifiers::NONE),
    };
    Event::Key(KeyEvent::new(code, modifiers))
}

fn invariants(walk: &Walk) {
    let model = &walk.model;
    assert!(model.screen != Screen::Result || model.result.is_some());
    if let (Screen::Result, Some(_)) = (model.screen, &model.result) {
        assert!(model.draft.finish(model.today).is_ok(), "a result without a case");
    }
    assert!(model.status_row <= yidi_core::policy::Status::ALL.len());
    assert!(model.tier_row <= yidi_core::policy::Tier::ALL.len());
    assert!(model.history.current().is_some());
    // Some key is always listed for where the model is.
    keys::context(model);
}

fn esc_leads_to_the_first_step(walk: &Walk, size: (u16, u16)) {
    let mut other = Walk::new(size);
    other.model = walk.model.clone();
    for _ in 0..30 {
        if other.model.screen == Screen::Step(Step::Insured) && other.model.overlay.is_none() {
            return;
        }
        other = other.keys("⎋");
        if matches!(other.model.overlay, Some(Overlay::Leave)) {
            other = other.keys("⎋");
            assert_eq!(other.model.screen, Screen::Step(Step::Insured));
            return;
        }
    }
    panic!("Esc never led to the first step:\n{}", other.screen());
}

#[test]
fn random_keys_break_nothing() {
    const KEYS: usize = 500;
    // So many walks as the environment asks for; few are tried every time.
    let walks = std::env::var("YIDI_WALKS").map_or(60, |asked| asked.parse().unwrap());
    let sizes = [(80, 24), (120, 36), (60, 20), (59, 19), (200, 60)];
    let mut results = 0;
    let mut walk = Walk::new(sizes[0]);
    for number in 0..walks {
        let mut dice = Dice(number);
        let size = sizes[dice.roll(sizes.len())];
        walk.model = Walk::new(size).model;
        // Half of the walks begin on a result.
        if number % 2 == 0 {
            walk = walk.keys(["as⏎ bj⏎ 1 3 5w⏎ ⏎", "cq⏎ bj⏎ 2 3 50w⏎ ⏎"][dice.roll(2)]);
        }
        for _ in 0..KEYS {
            walk.event(&random_key(&mut dice));
            invariants(&walk);
            results += usize::from(walk.model.screen == Screen::Result);
        }
        walk.draw();
        esc_leads_to_the_first_step(&walk, size);
    }
    assert!(results as u64 > 50 * walks, "only {results} keys were pressed on a result");
}

//! What is offered at the start takes nothing away by the keys of every day.

use super::{Walk, key};
use crate::desk::{Expired, Offer, Reply};
use crate::screen::context::ScreenContext;
use crate::screen::effect::ScreenEffect;
use crate::screen::overlay::Overlay;
use ratatui::crossterm::event::KeyCode;

fn offered() -> Walk {
    let mut walk = Walk::new((80, 24));
    let expired = Expired { numbers: vec![1, 2, 3, 4, 5], days: 365, today: walk.model.today };
    walk.model.overlay = Some(Overlay::Offer(Offer::Expire(expired)));
    walk
}

#[test]
fn the_usual_keys_leave_old_cases_for_later() {
    for script in ["⏎", "⎋", "n", "as⏎", "bj⏎", "d⏎", "y⏎", "1⏎"] {
        let mut walk = offered();
        for code in script.chars().filter_map(super::key_of) {
            let world = ScreenContext { book: &walk.book, text: &walk.text };
            let effect = super::update(&mut walk.model, &world, &mut walk.drawn, &key(code));
            assert!(effect.is_none(), "{script}: {effect:?}");
        }
        assert!(walk.model.overlay.is_none(), "{script}");
    }
}

#[test]
fn one_letter_deletes_and_it_is_said_how_many() {
    let mut walk = offered();
    let screen = walk.screen();
    assert!(screen.contains("2026-11-22") && screen.contains("删除这 5 个案例"), "{screen}");
    assert!(screen.contains("D 删除"), "{screen}");
    let world = ScreenContext { book: &walk.book, text: &walk.text };
    let effect = super::update(&mut walk.model, &world, &mut walk.drawn, &key(KeyCode::Char('D')));
    let Some(ScreenEffect::TakeOffer(offer, Reply::Delete)) = effect else { panic!("{effect:?}") };
    assert!(matches!(*offer, Offer::Expire(old) if old.numbers.len() == 5));
}

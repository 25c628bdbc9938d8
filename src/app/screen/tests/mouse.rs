//! Clicks and the wheel, where the mouse is switched on.

use ratatui::crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::{PLAIN, Walk};
use crate::screen::model::Screen;
use crate::words::width::width;
use yidi_core::answers::Step;
use yidi_core::case::Field;
use yidi_core::policy::Status;

impl Walk {
    fn mouse(&mut self, kind: MouseEventKind, column: usize, row: usize) {
        let [column, row] = [column, row].map(|at| u16::try_from(at).unwrap());
        self.event(&Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
    }

    /// Clicks on the first place where these words stand.
    fn click(mut self, words: &str) -> Self {
        self.draw();
        let screen = self.screen();
        let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(words)).unwrap();
        let column = width(&line[..line.find(words).unwrap()]);
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row);
        self
    }
}

#[test]
fn a_tab_a_row_and_a_field_are_clicked() {
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎").click("职工退休");
    assert_eq!(
        (walk.model.screen, walk.model.draft.status),
        (Screen::Step(Step::Tier), Some(Status::Retired))
    );
    let walk = walk.keys("3 5w").click("备案了吗").keys("2⏎").click("医院等级");
    assert_eq!(walk.model.screen, Screen::Step(Step::Tier));
    let walk = walk.keys("2⏎").click("2 清单");
    assert!(walk.screen().contains("[2 清单]"), "{}", walk.screen());
    assert_eq!(walk.model.draft.typed(Field::Total), "5w");
}

#[test]
fn the_keys_below_are_clicked() {
    let walk = Walk::new((80, 24)).keys(PLAIN).click("? 帮助");
    assert!(walk.model.help.is_some());
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎").click("Esc 上一步");
    assert_eq!(walk.model.screen, Screen::Step(Step::CarePlace));
}

#[test]
fn a_place_is_highlighted_and_taken_at_the_second_click() {
    let walk = Walk::new((80, 24)).click("辽宁");
    assert_eq!(walk.model.screen, Screen::Step(Step::Insured));
    let walk = walk.click("辽宁").click("鞍山").click("鞍山");
    assert_eq!(
        walk.model.draft.insured.map(yidi_core::places::Place::name),
        Some("鞍山市"),
        "{}",
        walk.screen()
    );
}

#[test]
fn a_line_is_explained_at_the_second_click_and_the_wheel_scrolls() {
    let walk = Walk::new((60, 20)).keys(PLAIN).click("起付线").click("起付线");
    assert!(walk.screen().contains("规定的起付线 2,000.00"), "{}", walk.screen());
    let mut walk = walk;
    let before = walk.screen();
    walk.mouse(MouseEventKind::ScrollDown, 1, 10);
    walk.draw();
    assert_ne!(walk.screen(), before);
    walk.mouse(MouseEventKind::ScrollUp, 1, 10);
    walk.draw();
    assert_eq!(walk.screen(), before);
}

//! The hand-out and the code over the result.

use std::path::{Path, PathBuf};

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::{EXACT, PLAIN, Walk};
use crate::save::SaveError;
use crate::screen::context::ScreenContext;
use crate::screen::effect::{Overwrite, ScreenEffect};
use crate::screen::event::update;
use crate::screen::model::Notice;
use crate::screen::update::written;
use crate::sheet::{Format, plain_text};

impl Walk {
    pub(super) fn ctrl_p(mut self) -> Self {
        self.event(&Event::Key(KeyEvent::new(KeyCode::Char('p'), KeyModifiers::CONTROL)));
        self
    }

    /// What Enter asks to be written.
    fn write(&mut self) -> Option<ScreenEffect> {
        let world = ScreenContext { book: &self.book, text: &self.text };
        update(&mut self.model, &world, &mut self.drawn, &super::key(KeyCode::Enter))
    }

    fn written(&mut self, saved: Result<PathBuf, SaveError>) {
        written(&mut self.model, Path::new("x.pdf"), saved);
    }
}

fn asked(effect: Option<ScreenEffect>) -> (Format, String, Overwrite, String) {
    match effect {
        Some(ScreenEffect::Write { document, format, path, overwrite }) => {
            let note = document.notes.map(|notes| format!("{:?}", notes.blocks)).unwrap_or_default();
            (format, path.display().to_string(), overwrite, note)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn two_presses_write_a_page() {
    let mut walk = Walk::new((80, 24)).keys(PLAIN).ctrl_p();
    assert!(walk.screen().contains("[PDF 文件]"), "{}", walk.screen());
    let (format, path, overwrite, note) = asked(walk.write());
    assert_eq!((format, overwrite, note.as_str()), (Format::Pdf, Overwrite::Number, ""));
    assert_eq!(path, "yidi-anshan-beijing-2026-11-22.pdf");
    walk.written(Ok(PathBuf::from(path)));
    assert!(walk.model.overlay.is_none());
    assert!(walk.screen().contains("已存到 yidi-anshan-beijing-2026-11-22.pdf"), "{}", walk.screen());
}

#[test]
fn form_place_and_note_are_taken() {
    let mut walk = Walk::new((80, 24)).keys(PLAIN).ctrl_p().keys("2");
    assert!(walk.screen().contains("beijing-2026-11-22.html"), "{}", walk.screen());
    walk = walk.keys("→ ⇥ ⇥ ⌫⌫⌫⌫ .md ⇥ <b>");
    let (format, path, _, note) = asked(walk.write());
    assert_eq!((format, path.as_str()), (Format::Text, "yidi-anshan-beijing-2026-11-22.md"));
    assert!(note.contains("<b>"), "{note}");
}

#[test]
fn the_edition_is_picked_like_the_form() {
    let walk = Walk::new((80, 24)).keys(PLAIN).ctrl_p().keys("⇥2");
    assert!(walk.screen().contains("[大字]") && walk.screen().contains("[PDF 文件]"), "{}", walk.screen());
    let mut walk = walk.keys("→");
    assert!(walk.screen().contains("[中英对照]"), "{}", walk.screen());
    let Some(ScreenEffect::Write { document, .. }) = walk.write() else { panic!("nothing was written") };
    assert!(document.title.contains(" / "), "{}", document.title);
}

/// Over the stays of a year it is the sheet of them all, as `yidi year` makes it.
#[test]
fn over_the_year_the_year_is_printed() {
    let two = format!("{EXACT}n3w⇥⇥⇥⇥0⇥0⇥0⏎a");
    let mut walk = Walk::new((80, 24)).keys(&two);
    assert!(walk.screen().contains("Ctrl-P 全年费用单"), "{}", walk.screen());
    walk = walk.ctrl_p();
    assert!(walk.screen().contains("一年就医费用单"), "{}", walk.screen());
    let Some(ScreenEffect::Write { document, path, .. }) = walk.write() else {
        panic!("nothing was written")
    };
    assert_eq!(path.display().to_string(), "yidi-year-anshan-2026-11-22.pdf");
    // 13 200, then 12 000 to 13 200.
    let sheet = plain_text(&document);
    for words in ["一年就医费用单", "25,200.00", "26,400.00", "每次都先备案"] {
        assert!(sheet.contains(words), "no {words:?} in\n{sheet}");
    }
    // Esc leads back to the list, Esc again to the stay.
    let mut walk = walk.keys("⎋");
    assert!(walk.screen().contains("25,200.00 ～ 26,400.00"), "{}", walk.screen());
    // Editions and notes as everywhere; what was changed in the list is on the sheet.
    walk = walk.keys("+").ctrl_p().keys("⇥3⇥⇥<b>");
    let Some(ScreenEffect::Write { document, .. }) = walk.write() else { panic!("nothing was written") };
    assert!(document.title.contains(" / "), "{}", document.title);
    let sheet = plain_text(&document);
    for words in ["<b>", "37,200.00", "39,600.00"] {
        assert!(sheet.contains(words), "no {words:?} in\n{sheet}");
    }
    walk.written(Ok(PathBuf::from("y.pdf")));
    assert!(walk.model.overlay.is_none() && walk.screen().contains("已存到 y.pdf"), "{}", walk.screen());
    // On the result it is the stay's own.
    let walk = walk.ctrl_p();
    assert!(walk.screen().contains("yidi-anshan-beijing-2026-11-22.pdf"), "{}", walk.screen());
}

/// Of stays without a bill there is no sheet.
#[test]
fn a_year_without_a_sum_is_not_printed() {
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3⏎⏎ 1a");
    let before = walk.screen();
    assert_eq!(walk.ctrl_p().screen(), before);
}

#[test]
fn a_file_that_is_there_is_asked_about_once() {
    let mut walk = Walk::new((80, 24)).keys(PLAIN).ctrl_p().keys("⇥⇥x");
    assert_eq!(asked(walk.write()).2, Overwrite::Ask);
    walk.written(Err(SaveError::Exists));
    assert!(walk.screen().contains("再按 Enter 覆盖它"), "{}", walk.screen());
    assert_eq!(asked(walk.write()).2, Overwrite::Yes, "the second Enter writes over it");
    walk.written(Err(SaveError::Full));
    assert!(walk.screen().contains("磁盘满了"), "{}", walk.screen());
    assert_eq!(asked(walk.write()).2, Overwrite::Ask, "another failure asks anew");
    // Another name is another question.
    walk.written(Err(SaveError::Exists));
    let mut walk = walk.keys("y");
    assert_eq!(asked(walk.write()).2, Overwrite::Ask);
    let walk = walk.keys("⎋");
    assert!(walk.model.overlay.is_none() && walk.model.notice.is_none());
}

#[test]
fn the_code_fits_the_smallest_screen_and_is_found_in_the_palette() {
    for size in [(60, 20), (80, 24)] {
        let walk = Walk::new(size).keys(PLAIN).keys("2q");
        let screen = walk.screen();
        assert!(screen.contains("https://fuwu.nhsa.gov.cn/"), "{screen}");
        assert_eq!(screen.lines().filter(|line| line.contains(['█', '▀', '▄'])).count(), 13, "{screen}");
        assert!(walk.keys("⎋").screen().contains("[2 清单]"));
    }
    assert!(Walk::new((80, 24)).keys(PLAIN).keys("2:saoma⏎").screen().contains("fuwu.nhsa"));
    assert!(Walk::new((80, 24)).keys(PLAIN).keys(":pdf⏎").screen().contains("存到"));
}

#[test]
fn notices_of_the_hand_out_go_with_the_next_key() {
    let mut walk = Walk::new((80, 24)).keys(PLAIN).ctrl_p();
    walk.written(Ok(PathBuf::from("a\u{1b}.pdf")));
    assert_eq!(walk.model.notice, Some(Notice::Saved("aU+001B.pdf".to_owned())));
    assert_eq!(walk.keys("2").model.notice, None);
}

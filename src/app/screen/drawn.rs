//! What a frame was, as far as the next event needs to know it.

use ratatui::layout::{Position, Rect};

use super::body::Hit;
use super::model::Model;
use super::overlay::Overlay;

/// Where a click means what, and where scrolling ended.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub(super) targets: Vec<(Rect, Hit)>,
    pub(super) scroll: Option<isize>,
}

impl Drawn {
    /// What a click there means.
    pub(super) fn hit(&self, at: Position) -> Option<Hit> {
        self.targets.iter().find(|(place, _)| place.contains(at)).map(|(_, hit)| *hit)
    }

    /// Scrolls no further than the frame did; of the first event after it.
    pub(super) fn settle(&mut self, model: &mut Model) {
        match (self.scroll.take(), &mut model.overlay, &mut model.result) {
            (Some(scroll), Some(Overlay::Slip(form)), _) => form.scrolled(scroll),
            (Some(scroll), Some(Overlay::Overlays(list)), _) => list.scrolled(scroll),
            (Some(scroll), overlay, Some(result)) if overlay.as_ref().is_none_or(Overlay::is_below) => {
                result.scrolled(scroll);
            }
            _ => {}
        }
    }
}

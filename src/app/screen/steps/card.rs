//! The highlighted place in a few lines: whether it has rules of its own and how sure
//! they are, its telephone, what it pays of a stay elsewhere.

use jiff::civil::Date;
use ratatui::text::Line;
use std::sync::Arc;

use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::words::width::wrap;
use yidi_core::answers::Draft;
use yidi_core::case::Field;
use yidi_core::checklist::hotline;
use yidi_core::estimate::{Side, estimate};
use yidi_core::places::{AreaId, Place, ProvinceId};
use yidi_core::policy::{Book, Figure, Holder, Item, Status, Tier};

/// What is told of a place.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Card {
    pub(in crate::screen) place: Place,
    pub(in crate::screen) is_insured: bool,
    /// The deductible, rate and away rule of a stay in another province.
    figures: Vec<Arc<Figure>>,
}

/// What is told of the figures: those of the most usual stay.
const TOLD: [Item; 3] = [Item::Deductible, Item::Rate, Item::Away];

impl Card {
    /// The card of a place; the rules only where they are the insured area's.
    pub(in crate::screen) fn of(book: &Book, place: Place, is_insured: bool, today: Date) -> Self {
        let figures = match place {
            Place::Area(area) if is_insured => figures(book, area, today),
            _ => Vec::new(),
        };
        Self { place, is_insured, figures }
    }

    fn has_own(&self) -> bool {
        self.figures.iter().any(|figure| matches!(figure.holder, Holder::Area(_)))
    }
}

fn figures(book: &Book, area: AreaId, today: Date) -> Vec<Arc<Figure>> {
    // Somewhere else: the first province that is not the area's own.
    let elsewhere = ProvinceId::all().find(|one| *one != area.get().insurer).map(Place::Province);
    let mut draft = Draft {
        insured: Some(Place::Area(area)),
        care_place: elsewhere,
        status: Some(Status::Active),
        tier: Some(Tier::Three),
        ..Draft::default()
    };
    draft.write(Field::Total, "1");
    let case = draft.finish(today).ok();
    let found = case.and_then(|case| estimate(book, &case).ok());
    let all = found.map(|found| found.low_run().figures_at(Side::Best).cloned().collect::<Vec<_>>());
    let all = all.unwrap_or_default();
    TOLD.into_iter().filter_map(|item| all.iter().find(|figure| figure.item == item).cloned()).collect()
}

/// Draws it.
pub(in crate::screen) fn draw(card: &Card, pen: Pen<'_>) -> Vec<Line<'static>> {
    let Pen { text, theme, cells } = pen;
    let mut lines = Vec::new();
    let mut say = |words: String, meaning: Meaning| {
        let parts = wrap(&words, cells.saturating_sub(2), 2).into_iter();
        lines.extend(parts.map(|part| Line::styled(format!(" {part}"), theme.style(meaning))));
    };
    say(format!("{}  {}", text.place(card.place), card.place.code()), Meaning::Title);
    say(text.card_phone(hotline(card.place)), Meaning::Plain);
    if !card.figures.is_empty() {
        say(if card.has_own() { text.card_own() } else { text.card_not_own() }, Meaning::Plain);
        say(text.card_stay(), Meaning::Muted);
        for figure in &card.figures {
            say(text.figure(figure), Meaning::Plain);
        }
    }
    lines
}

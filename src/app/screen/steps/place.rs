//! Steps 1 and 2: a place, from the list of provinces or by typing.

use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use super::super::body::{Body, Caret, Hit};
use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::words::width::{pad_right, width};
use yidi_core::places::{Place, PlaceError, ProvinceId, county_of, resolve, search};

/// The list of places: every province, the areas of one, or what typing finds.
#[derive(Clone, Debug, Default)]
pub(in crate::screen) struct Picker {
    pub(in crate::screen) input: Input,
    /// The province whose areas are listed.
    pub(in crate::screen) open: Option<ProvinceId>,
    row: usize,
    /// The row of the province list, kept while a province is open.
    province_row: usize,
    /// Somebody went to a row since something was typed.
    went: bool,
}

impl Picker {
    /// The list with an earlier answer highlighted.
    pub(in crate::screen) fn at(answer: Option<Place>) -> Self {
        let mut picker = Self::default();
        let Some(answer) = answer else { return picker };
        let province = answer.province();
        picker.province_row = ProvinceId::all().position(|id| id == province).unwrap_or_default();
        if province.only_area().is_none() {
            picker.open = Some(province);
            picker.row = picker.rows().iter().position(|place| *place == answer).unwrap_or_default();
        } else {
            picker.row = picker.province_row;
        }
        picker
    }

    /// The places listed now.
    pub(in crate::screen) fn rows(&self) -> Vec<Place> {
        self.listed().0
    }

    /// The places listed now, and how they stand to what was typed.
    fn listed(&self) -> (Vec<Place>, PlacesListed) {
        let typed = self.input.value();
        if !typed.trim().is_empty() {
            return listed(typed);
        }
        let rows = match self.open {
            None => ProvinceId::all().map(Place::whole).collect(),
            Some(province) => std::iter::once(Place::Province(province))
                .chain(province.areas().into_iter().map(Place::Area))
                .collect(),
        };
        (rows, PlacesListed::Found)
    }

    /// The highlighted place; none where one must be picked first.
    pub(in crate::screen) fn highlighted(&self) -> Option<Place> {
        let (rows, listed) = self.listed();
        if listed.must_be_picked() && !self.went {
            return None;
        }
        rows.get(self.row).copied()
    }

    /// Whether several places are listed of which none was gone to.
    pub(in crate::screen) fn is_to_be_picked(&self) -> bool {
        let (rows, listed) = self.listed();
        !rows.is_empty() && listed.must_be_picked() && !self.went
    }

    /// Takes the highlighted row: the place that is chosen, or nothing where a
    /// province was opened instead.
    pub(in crate::screen) fn enter(&mut self) -> Option<Place> {
        let (rows, listed) = self.listed();
        // Enter alone takes no guess: somebody must have gone to its row.
        if listed.must_be_picked() && !self.went {
            return None;
        }
        let place = rows.get(self.row).copied()?;
        let browsing = self.input.value().trim().is_empty() && self.open.is_none();
        match place {
            Place::Province(province) if browsing => {
                self.province_row = self.row;
                self.open = Some(province);
                self.row = 0;
                None
            }
            place => Some(place),
        }
    }

    /// One way back inside the list; `false` where there is none.
    pub(in crate::screen) fn close(&mut self) -> bool {
        if !self.input.value().is_empty() {
            self.input.reset();
            self.row = if self.open.is_some() { 0 } else { self.province_row };
            return true;
        }
        let was_open = self.open.take().is_some();
        if was_open {
            self.row = self.province_row;
        }
        was_open
    }

    /// Moves the highlight; `wrap` goes round at the ends.
    pub(in crate::screen) fn move_by(&mut self, by: isize, wrap: bool) {
        let (rows, listed) = self.listed();
        let rows = rows.len();
        if rows == 0 {
            return;
        }
        let last = rows.cast_signed() - 1;
        if listed.must_be_picked() && !self.went {
            self.went = true;
            self.row = if by < 0 { last.cast_unsigned() } else { 0 };
            return;
        }
        let row = self.row.cast_signed().saturating_add(by);
        let row = if wrap { row.rem_euclid(rows.cast_signed()) } else { row.clamp(0, last) };
        self.row = row.cast_unsigned();
    }

    /// Highlights a row that was clicked; whether it was highlighted before.
    pub(in crate::screen) fn pick_row(&mut self, row: usize) -> bool {
        let (rows, listed) = self.listed();
        let again = self.row == row && (self.went || !listed.must_be_picked());
        self.went = true;
        self.row = row.min(rows.len().saturating_sub(1));
        again
    }

    /// Changes what is typed; the first hit is highlighted.
    pub(in crate::screen) fn edit(&mut self, request: InputRequest) {
        if super::super::input::edit(&mut self.input, request) {
            self.row = 0;
            self.went = false;
        }
    }
}

/// How the listed places stand to what was typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PlacesListed {
    /// They answer it, the first one best.
    Found,
    /// It is the whole name of several: which one must be said.
    Several,
    /// Nothing has the name: they look like it.
    Near,
    /// It lies abroad, or in Hong Kong, Macao or Taiwan.
    Outside,
}

impl PlacesListed {
    /// Whether Enter alone takes none of them.
    fn must_be_picked(self) -> bool {
        self != Self::Found
    }
}

/// The places for what was typed.
fn listed(typed: &str) -> (Vec<Place>, PlacesListed) {
    match resolve(typed) {
        Err(PlaceError::Outside) => (Vec::new(), PlacesListed::Outside),
        // Initials are a short way to the first of a list, not a name.
        Err(PlaceError::Several(all)) if !all.iter().all(|place| place.initials() == typed.trim()) => {
            (all, PlacesListed::Several)
        }
        Err(PlaceError::Unknown { near }) => {
            let found = search(typed);
            if found.is_empty() { (near, PlacesListed::Near) } else { (found, PlacesListed::Found) }
        }
        _ => (search(typed), PlacesListed::Found),
    }
}

/// How far the list is scrolled, so that the highlighted row is in view.
fn top(row: usize, rows: usize, page: usize) -> usize {
    row.saturating_sub(page / 2).min(rows.saturating_sub(page))
}

/// Draws the list: only the rows that fit. On the very first screen it is said
/// what this is.
pub(in crate::screen) fn draw(picker: &Picker, intro: &[String], pen: Pen<'_>, page: usize) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut lines = Vec::new();
    let prompt = format!(" {}  ", text.place_prompt());
    let typed = picker.input.value();
    lines.push(Line::from(vec![
        Span::styled(prompt.clone(), theme.style(Meaning::Muted)),
        Span::styled(typed.to_owned(), theme.style(Meaning::Input)),
    ]));
    let caret = Caret { column: width(&prompt) + picker.input.visual_cursor(), line: 0 };
    let (rows, listed) = picker.listed();
    let heading = match picker.open {
        Some(province) if typed.trim().is_empty() => text.place(Place::Province(province)).to_owned(),
        _ => text.place_hint(),
    };
    for part in crate::words::width::wrap(&heading, cells.saturating_sub(2), 0) {
        lines.push(Line::styled(format!(" {part}"), theme.style(Meaning::Muted)));
    }
    lines.push(Line::default());
    let introduces = !intro.is_empty() && typed.is_empty() && picker.open.is_none();
    let page = if introduces {
        let before = lines.len();
        for sentence in intro {
            for part in crate::words::width::wrap(sentence, cells.saturating_sub(2), 0) {
                lines.push(Line::raw(format!(" {part}")));
            }
        }
        lines.push(Line::default());
        page.saturating_sub(lines.len() - before).max(1)
    } else {
        page
    };
    let is_highlighted = picker.went || !listed.must_be_picked();
    let sentences = match listed {
        PlacesListed::Found => Vec::new(),
        PlacesListed::Several => vec![text.place_asked(typed)],
        PlacesListed::Outside => vec![text.place_outside(typed)],
        PlacesListed::Near if rows.is_empty() => vec![text.place_none(typed)],
        PlacesListed::Near => vec![text.place_none(typed), text.place_near()],
    };
    for sentence in sentences {
        for part in crate::words::width::wrap(&sentence, cells.saturating_sub(2), 0) {
            lines.push(Line::styled(format!(" {part}"), theme.style(Meaning::Warning)));
        }
    }
    if rows.is_empty() {
        return Body { lines, caret: Some(caret), ..Body::default() };
    }
    let first = top(picker.row, rows.len(), page);
    let mut hits = Vec::new();
    for (place, row) in rows.iter().skip(first).take(page).zip(first..) {
        hits.push((lines.len()..lines.len() + 1, Hit::Row(row)));
        lines.push(row_line(picker, *place, is_highlighted && row == picker.row, pen));
    }
    let position = is_highlighted.then_some((picker.row + 1, rows.len()));
    Body { lines, caret: Some(caret), position, hits, ..Body::default() }
}

fn row_line(picker: &Picker, place: Place, chosen: bool, pen: Pen<'_>) -> Line<'static> {
    const NAME: usize = 24;
    let Pen { text, theme, .. } = pen;
    let typing = !picker.input.value().trim().is_empty();
    let browsing = !typing && picker.open.is_none();
    let name = match county_of(picker.input.value(), place) {
        Some(county) => text.with_note(text.place(place), text.county(county)),
        None => text.place(place).to_owned(),
    };
    let (name, note) = match place {
        Place::Province(province) if browsing => {
            let count = u64::try_from(province.areas().len()).unwrap_or_default();
            (name, text.province_areas(count))
        }
        Place::Area(_) if browsing => (name, text.province_single()),
        Place::Province(_) if !typing => (text.whole_province(), String::new()),
        Place::Province(_) => (name, text.whole_province()),
        Place::Area(area) => {
            let insurer = area.get().insurer;
            let lies_in = match insurer.only_area() {
                Some(_) => "",
                None => text.place_short(Place::Province(insurer)),
            };
            let names = ProvinceId::all().map(|province| width(text.place_short(Place::Province(province))));
            let widest = names.max().unwrap_or_default();
            (name, format!("{}  {}", pad_right(lies_in, widest), place.code()))
        }
    };
    let mark = if chosen { " > " } else { "   " };
    let style = theme.style(if chosen { Meaning::Focus } else { Meaning::Plain });
    Line::from(vec![
        Span::styled(format!("{mark}{}", pad_right(&name, NAME)), style),
        Span::styled(format!("  {note}"), theme.style(if chosen { Meaning::Focus } else { Meaning::Muted })),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever is typed for a place, the list takes by Enter what every other
    /// surface takes, and nothing where they ask.
    #[test]
    fn a_place_is_what_it_is_everywhere() {
        for typed in crate::samples::places() {
            let mut picker = Picker { input: Input::new(typed.clone()), ..Picker::default() };
            let (rows, listed) = picker.listed();
            let taken = picker.enter();
            match resolve(&typed) {
                Ok(place) => assert_eq!(taken, Some(place), "{typed}"),
                Err(PlaceError::Several(all)) if all.iter().all(|place| place.initials() == typed.trim()) => {
                    assert_eq!(taken, all.first().copied(), "{typed}");
                }
                Err(PlaceError::Several(all)) => {
                    assert!(listed == PlacesListed::Several && taken.is_none(), "{typed}");
                    assert_eq!(rows, all, "{typed}");
                }
                Err(PlaceError::Outside) => {
                    assert!(listed == PlacesListed::Outside && rows.is_empty() && taken.is_none(), "{typed}");
                }
                Err(PlaceError::Unknown { near }) => match search(&typed).first() {
                    Some(first) => assert_eq!(taken, Some(*first), "{typed}"),
                    None => assert!(rows == near && taken.is_none(), "{typed}"),
                },
            }
        }
    }
}

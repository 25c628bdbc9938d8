//! The curve: what the person pays against the bill.

use super::super::SheetCurve;
use super::super::page::{Role, SheetFont, SheetMark, SheetPiece, SheetRow};
use super::Layout;

/// How high the picture is, and the grey of the band.
const HIGH: f32 = 130.0;
const BAND: u8 = 205;

impl Layout<'_> {
    /// The heading, the picture and what it shows.
    pub(super) fn curve(&self, pieces: &mut Vec<SheetPiece>, curve: &SheetCurve) {
        let fine = SheetFont::plain(self.sizes.fine);
        pieces.push(self.heading(&curve.heading));
        let wide = |words: &String| self.faces.width(words) * fine.size;
        let left = curve.pays.iter().map(wide).fold(0.0, f32::max) + 6.0;
        let right = curve.bills.last().map_or(0.0, wide) / 2.0;
        let width = self.width - left - right;
        let top = fine.size;
        let x = |part: u16| left + f32::from(part) / 1000.0 * width;
        let y = |part: u16| top + HIGH - f32::from(part) / 1000.0 * HIGH;
        let mut marks = Vec::new();
        let least = curve.spots.iter().map(|(bill, least, _)| (x(*bill), y(*least)));
        let most = curve.spots.iter().rev().map(|(bill, _, most)| (x(*bill), y(*most)));
        marks.push(SheetMark::Area { corners: least.chain(most).collect(), fill: BAND, edge: 0.8 });
        for (place, number) in curve.pays.iter().enumerate() {
            let at = y(part(place, curve.pays.len()));
            marks.push(line(left, at, width, 0.4));
            marks.push(SheetMark::words(
                left - 4.0 - wide(number),
                at + fine.size * 0.36,
                fine,
                number.clone(),
            ));
        }
        for (place, number) in curve.bills.iter().enumerate() {
            let at = x(part(place, curve.bills.len()));
            let base = top + HIGH + fine.size * 1.2;
            marks.push(SheetMark::words(at - wide(number) / 2.0, base, fine, number.clone()));
        }
        if let Some(own) = curve.own {
            // The bill of the case.
            marks.push(SheetMark::Rectangle {
                x: x(own),
                y: top,
                width: 0.9,
                height: HIGH,
                fill: Some(0),
                edge: 0.0,
            });
        }
        let mut rows = vec![SheetRow { height: top + HIGH + fine.size * 1.8, marks }];
        rows.extend(self.words(&curve.legend, 0.0, fine));
        pieces.push(self.told(Role::Picture, SheetPiece { gap: self.gap(3.0), rows, leads: false }));
    }
}

/// The place of one of several, in thousandths.
fn part(place: usize, of: usize) -> u16 {
    u16::try_from(place * 1000 / of.saturating_sub(1).max(1)).unwrap_or(1000)
}

fn line(x: f32, y: f32, width: f32, height: f32) -> SheetMark {
    SheetMark::Rectangle { x, y, width, height, fill: Some(150), edge: 0.0 }
}

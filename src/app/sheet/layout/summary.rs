//! The box on top: whom to call, the next day, what it comes to.

use super::super::Summary;
use super::super::page::{Role, SheetFont, SheetMark, SheetPiece, SheetRow};
use super::super::qr::Code;
use super::Layout;

/// Between the frame and what stands in it.
const INSIDE: f32 = 6.0;
/// Between a name and what it names, and before the code.
const BETWEEN: f32 = 10.0;
/// Side of the code; its line is short.
const CODE: f32 = 58.0;

impl Layout<'_> {
    /// The lines of the box, framed; the number to call as a code at its right.
    pub(super) fn summary(&self, summary: &Summary) -> SheetPiece {
        let body = self.sizes.body;
        let code = summary.call.as_ref().and_then(|call| Some((Code::of(&call.holds)?, call)));
        let taken = if code.is_some() { CODE + BETWEEN } else { 0.0 };
        let inner = Layout { width: self.width - 2.0 * INSIDE - taken, ..*self };
        let names = summary.lines.iter().map(|line| self.faces.width(&line.name) * body);
        let left = names.fold(0.0, f32::max) + BETWEEN;
        let mut rows = vec![SheetRow { height: INSIDE, marks: Vec::new() }];
        for line in &summary.lines {
            let mut said = inner.words(&line.says, left, SheetFont::plain(body));
            let name = inner.words(&line.name, 0.0, SheetFont::bold(body));
            if let (Some(first), Some(name)) = (said.first_mut(), name.into_iter().next()) {
                first.marks.splice(0..0, name.marks);
            }
            let told = self.told(Role::Item, SheetPiece { rows: said, ..SheetPiece::default() });
            rows.extend(told.rows.into_iter().map(|row| SheetRow {
                marks: row.marks.into_iter().map(|mark| mark.moved(INSIDE, 0.0)).collect(),
                ..row
            }));
        }
        let high: f32 = rows.iter().map(|row| row.height).sum();
        let least = if code.is_some() { CODE + INSIDE } else { 0.0 };
        rows.push(SheetRow { height: (least - high).max(0.0) + INSIDE, marks: Vec::new() });
        let height = rows.iter().map(|row| row.height).sum();
        let frame = SheetMark::Rectangle { x: 0.0, y: 0.0, width: self.width, height, fill: None, edge: 1.2 };
        if let Some(first) = rows.first_mut() {
            first.marks.push(frame);
            if let Some((code, call)) = code {
                let x = self.width - INSIDE - CODE;
                let says = call.holds.clone();
                first.marks.push(SheetMark::Code { x, y: INSIDE, side: CODE, code, says });
            }
        }
        SheetPiece { gap: self.gap(6.0), rows, leads: false }
    }
}

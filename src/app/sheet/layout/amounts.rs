//! Who pays what, as bars and as a table.

use super::super::page::{Role, SheetFont, SheetMark, SheetPiece, SheetRow};
use super::super::{AmountTable, Bar, Bars};
use super::Layout;

/// How dark a share is: fund, supplement, catastrophic, aid, person.
const GREYS: [u8; 5] = [60, 110, 170, 215, 255];

impl Layout<'_> {
    pub(super) fn bars(&self, bars: &Bars) -> SheetPiece {
        let body = self.sizes.body;
        let label = bars.bars.iter().map(|bar| self.faces.width(&bar.label) * body).fold(0.0, f32::max);
        let left = if label > 0.0 { label + 8.0 } else { 0.0 };
        let mut rows: Vec<SheetRow> = bars.bars.iter().map(|bar| self.bar(bar, left)).collect();
        let height = body * self.style.leading;
        let y = f32::midpoint(height, body * 0.76);
        let (mut x, mut marks) = (left, Vec::new());
        for payer in &bars.legend {
            let fill = Some(GREYS[payer.payer.min(4)]);
            let top = (height - 9.0) / 2.0;
            marks.push(SheetMark::Rectangle { x, y: top, width: 9.0, height: 9.0, fill, edge: 0.8 });
            let text = payer.name.clone();
            let wide = self.faces.width(&text) * body;
            marks.push(SheetMark::words(x + 13.0, y, SheetFont::plain(body), text));
            x += 13.0 + wide + 16.0;
        }
        rows.push(SheetRow { height, marks });
        self.told(Role::Picture, SheetPiece { gap: self.gap(3.0), rows, leads: true })
    }

    fn bar(&self, bar: &Bar, left: f32) -> SheetRow {
        let body = self.sizes.body;
        // Its amount stands in it.
        let high = body + 4.0;
        let height = high + 4.0 * self.style.gaps.max(0.5);
        let y = f32::midpoint(high, body * 0.76);
        let words = |x, text: String, grey| {
            let font = SheetFont { grey, ..SheetFont::plain(body) };
            SheetMark::words(x, y, font, text)
        };
        let mut marks = vec![words(0.0, bar.label.clone(), 0)];
        let whole = self.width - left;
        let mut before = 0_usize;
        for share in &bar.shares {
            let part = |permille: usize| f32::from(u16::try_from(permille).unwrap_or(1000)) / 1000.0 * whole;
            let (x, width) = (left + part(before), part(share.permille));
            before += share.permille;
            let grey = GREYS[share.payer.min(4)];
            marks.push(SheetMark::Rectangle { x, y: 0.0, width, height: high, fill: Some(grey), edge: 0.8 });
            let wide = self.faces.width(&share.amount) * body;
            if wide + 6.0 < width {
                let ink = if grey < 128 { 255 } else { 0 };
                marks.push(words(x + (width - wide) / 2.0, share.amount.clone(), ink));
            }
        }
        SheetRow { height, marks }
    }

    pub(super) fn table(&self, table: &AmountTable) -> SheetPiece {
        let body = self.sizes.body;
        let wide = |text: &String| self.faces.width(text) * body;
        let label = table.rows.iter().map(|row| wide(&row.name)).fold(0.0, f32::max);
        let amounts = table.rows.iter().flat_map(|row| &row.amounts).chain(&table.head);
        // Bold strokes are a little wider.
        let column = amounts.map(wide).fold(0.0, f32::max) + 24.0;
        let height = body * self.style.leading;
        let y = f32::midpoint(height, body * 0.76);
        let right = |place: usize| label + column * f32::from(u8::try_from(place + 1).unwrap_or(1));
        let line = |name: &str, amounts: &[String], bold: bool| {
            let font = SheetFont { bold, ..SheetFont::plain(body) };
            let words = |x, text: &str| SheetMark::words(x, y, font, text.to_owned());
            let mut marks = vec![words(0.0, name)];
            for (place, amount) in amounts.iter().enumerate() {
                marks.push(words(right(place) - wide(amount), amount));
            }
            let columns = amounts.len().saturating_sub(1);
            let rule = SheetMark::Rectangle {
                x: 0.0,
                y: height - 0.4,
                width: right(columns),
                height: 0.4,
                fill: Some(120),
                edge: 0.0,
            };
            marks.push(rule);
            SheetRow { height, marks }
        };
        let mut rows = Vec::new();
        if !table.head.is_empty() {
            rows.push(line("", &table.head, false));
        }
        rows.extend(table.rows.iter().map(|row| line(&row.name, &row.amounts, row.strong)));
        self.told(Role::Cells, SheetPiece { gap: self.gap(3.0), rows, leads: false })
    }
}

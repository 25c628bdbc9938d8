//! Pieces of a sheet on pages: none is cut in two that fits on one.

use super::qr::Code;

/// A4, in points.
pub(super) const PAPER: (f32, f32) = (595.28, 841.89);
pub(super) const MARGIN: f32 = 42.0;
const TOP: f32 = 32.0;
/// The foot stands below it.
const BOTTOM: f32 = 38.0;
/// Between the margins.
pub(super) const WIDTH: f32 = PAPER.0 - 2.0 * MARGIN;

/// How words are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct SheetFont {
    pub(super) size: f32,
    pub(super) bold: bool,
    /// From black, 0, to white.
    pub(super) grey: u8,
}

impl SheetFont {
    pub(super) const fn plain(size: f32) -> Self {
        Self { size, bold: false, grey: 0 }
    }

    pub(super) const fn bold(size: f32) -> Self {
        Self { size, bold: true, grey: 0 }
    }
}

/// What words are to who hears the sheet instead of seeing it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// The name of the sheet.
    Title,
    /// Of a section.
    Heading,
    /// Inside a section.
    Subheading,
    /// A sentence.
    #[default]
    Sentence,
    /// One of several things.
    Item,
    /// Cells of a table, row by row; the first of a row names it.
    Cells,
    /// In a picture, which is told in words as a whole.
    Picture,
}

/// Where words belong: those of one block are read as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct InBlock {
    pub(super) role: Role,
    /// Blocks of the sheet, from 1 on, in the order they are read.
    pub(super) block: u32,
    /// The row in the block.
    pub(super) row: usize,
}

/// Something drawn in a row; places are from its left upper corner.
#[derive(Clone, Debug)]
pub(super) enum SheetMark {
    /// Words on a base line.
    Words { x: f32, y: f32, font: SheetFont, text: String, told: InBlock },
    /// A rectangle, filled with a grey or not, with a black edge of that width.
    Rectangle { x: f32, y: f32, width: f32, height: f32, fill: Option<u8>, edge: f32 },
    /// An area with a black edge of that width.
    Area { corners: Vec<(f32, f32)>, fill: u8, edge: f32 },
    /// A code for telephones, and what it holds in words.
    Code { x: f32, y: f32, side: f32, code: Code, says: String },
}

impl SheetMark {
    /// Words of which is still to be said where they belong.
    pub(super) fn words(x: f32, y: f32, font: SheetFont, text: String) -> Self {
        Self::Words { x, y, font, text, told: InBlock::default() }
    }

    /// The same mark elsewhere.
    pub(super) fn moved(mut self, by_x: f32, by_y: f32) -> Self {
        match &mut self {
            Self::Words { x, y, .. } | Self::Rectangle { x, y, .. } | Self::Code { x, y, .. } => {
                *x += by_x;
                *y += by_y;
            }
            Self::Area { corners, .. } => {
                for (x, y) in corners {
                    *x += by_x;
                    *y += by_y;
                }
            }
        }
        self
    }
}

/// A row as high as its text.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetRow {
    pub(super) height: f32,
    pub(super) marks: Vec<SheetMark>,
}

/// Rows that stay together.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetPiece {
    /// Space above it, but not at the top of a page.
    pub(super) gap: f32,
    pub(super) rows: Vec<SheetRow>,
    /// It does not stand at the foot of a page without what follows.
    pub(super) leads: bool,
}

impl SheetPiece {
    /// The same piece as a block of its own; words that have their place keep it.
    pub(super) fn told(mut self, role: Role, block: u32) -> Self {
        for (row, one) in self.rows.iter_mut().enumerate() {
            for mark in &mut one.marks {
                if let SheetMark::Words { told, .. } = mark
                    && told.block == 0
                {
                    *told = InBlock { role, block, row };
                }
            }
        }
        self
    }

    pub(super) fn height(&self) -> f32 {
        self.rows.iter().map(|row| row.height).sum()
    }
}

/// A page: its rows and where each begins.
pub(super) type PlacedPage = Vec<(f32, SheetRow)>;

/// Puts pieces on as many pages as they need.
pub(super) fn paginate(pieces: Vec<SheetPiece>) -> Vec<PlacedPage> {
    const END: f32 = PAPER.1 - BOTTOM;
    let mut pages: Vec<PlacedPage> = vec![Vec::new()];
    let mut y = TOP;
    // What follows a leading piece must fit beside it.
    let mut needs: Vec<f32> = pieces.iter().map(SheetPiece::height).collect();
    for place in (0..pieces.len().saturating_sub(1)).rev() {
        if pieces[place].leads {
            needs[place] += pieces[place + 1].gap + needs[place + 1];
        }
    }
    for (piece, need) in pieces.into_iter().zip(needs) {
        let gap = if y > TOP { piece.gap } else { 0.0 };
        if y + gap + need > END && y > TOP {
            pages.push(Vec::new());
            y = TOP;
        } else {
            y += gap;
        }
        for row in piece.rows {
            // Only a piece longer than a page comes here.
            if y + row.height > END && y > TOP {
                pages.push(Vec::new());
                y = TOP;
            }
            let height = row.height;
            if let Some(page) = pages.last_mut() {
                page.push((y, row));
            }
            y += height;
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(rows: usize, leads: bool) -> SheetPiece {
        let row = SheetRow { height: 100.0, marks: Vec::new() };
        SheetPiece { gap: 10.0, rows: vec![row; rows], leads }
    }

    fn rows(pieces: Vec<SheetPiece>) -> Vec<usize> {
        paginate(pieces).iter().map(Vec::len).collect()
    }

    #[test]
    fn a_piece_is_cut_only_where_no_page_holds_it() {
        assert_eq!(rows(vec![piece(4, false), piece(4, false)]), [4, 4]);
        assert_eq!(rows(vec![piece(9, false)]), [7, 2]);
        assert_eq!(rows(vec![piece(3, false), piece(3, false), piece(1, false)]), [7]);
    }

    #[test]
    fn a_heading_goes_with_what_it_leads() {
        assert_eq!(rows(vec![piece(6, false), piece(1, true), piece(1, false)]), [6, 2]);
    }
}

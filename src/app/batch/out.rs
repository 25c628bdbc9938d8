//! Where rows are put together: bytes that are there already and are written
//! over, so that a short text goes in as one piece.

use super::amounts::AmountCell;

/// Text that grows; used again for the next chunk.
#[derive(Debug, Default)]
pub(super) struct Out {
    bytes: Vec<u8>,
    length: usize,
}

impl Out {
    /// What was put in.
    pub(super) fn text(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Takes everything out.
    pub(super) const fn clear(&mut self) {
        self.length = 0;
    }

    /// There is room for so many bytes more.
    fn make_room(&mut self, more: usize) {
        let needed = self.length + more;
        if needed > self.bytes.len() {
            self.bytes.resize(needed.max(self.bytes.len() / 4 * 5), 0);
        }
    }

    /// Puts a text in.
    pub(super) fn put(&mut self, text: &[u8]) {
        self.make_room(text.len());
        self.bytes[self.length..self.length + text.len()].copy_from_slice(text);
        self.length += text.len();
    }

    /// Puts some texts in.
    pub(super) fn put_all<const N: usize>(&mut self, texts: [&[u8]; N]) {
        for text in texts {
            self.put(text);
        }
    }

    /// Puts so many of one byte in.
    pub(super) fn fill(&mut self, byte: u8, count: usize) {
        self.make_room(count);
        self.bytes[self.length..self.length + count].fill(byte);
        self.length += count;
    }

    /// Puts pairs of cells in, each followed by its comma; at most `most` pairs.
    pub(super) fn pairs(&mut self, most: usize, pairs: impl Iterator<Item = (AmountCell, AmountCell)>) {
        self.make_room((2 * most + 1) * AmountCell::ROOM);
        let room = &mut self.bytes[self.length..];
        let mut at = 0;
        for (one, other) in pairs {
            for cell in [one, other] {
                // The whole room of a cell is copied, which is quicker than as much as is used.
                let (bytes, length) = cell.with_comma();
                room[at..at + AmountCell::ROOM].copy_from_slice(&bytes);
                at += length;
            }
        }
        self.length += at;
    }
}

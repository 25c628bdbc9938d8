//! The last look at a frame before a terminal gets it: nothing unseen is on it,
//! whoever wrote it there.

use ratatui::buffer::Buffer;
use yidi_core::spelling::is_plain;

use crate::guard::Shown;

/// Takes out of every cell what is not seen, turns others or piles up.
pub(super) fn sweep(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !is_plain(cell.symbol()) {
            // A cell has no room for a number: what is not seen is not there.
            let kept: String =
                cell.symbol().chars().filter(|c| is_plain(c.encode_utf8(&mut [0; 4]))).collect();
            let kept = Shown::line(&kept).to_string();
            cell.set_symbol(if kept.is_empty() { " " } else { &kept });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn a_cell_keeps_its_letter_and_nothing_that_hides() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        let pile = format!("a{}", "\u{301}".repeat(40));
        for (at, symbol) in ["鞍", "\u{1b}[2J", "b\u{202e}\u{e0041}", &pile].into_iter().enumerate() {
            buffer.content[at].set_symbol(symbol);
        }
        sweep(&mut buffer);
        let symbols: Vec<&str> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(symbols[..3], ["鞍", "[2J", "b"]);
        assert!(symbols.iter().all(|symbol| is_plain(symbol)));
    }
}

//! The last look at a frame before a terminal gets it: nothing unseen is on it,
//! whoever wrote it there.

use ratatui::buffer::Buffer;
use yidi_core::spelling::is_plain;

use crate::guard::Shown;

/// What stands for an arrow of a sentence where only ASCII is drawn.
const ARROWS: [(&str, &str); 4] = [("→", ">"), ("←", "<"), ("↑", "^"), ("↓", "v")];

/// Takes out of every cell what is not seen, turns others or piles up; with ASCII alone,
/// arrows as well.
pub(super) fn sweep(buffer: &mut Buffer, is_ascii: bool) {
    for cell in &mut buffer.content {
        if is_ascii && let Some((_, plain)) = ARROWS.iter().find(|(arrow, _)| *arrow == cell.symbol()) {
            cell.set_symbol(plain);
        }
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
        sweep(&mut buffer, false);
        let symbols: Vec<&str> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(symbols[..3], ["鞍", "[2J", "b"]);
        assert!(symbols.iter().all(|symbol| is_plain(symbol)));
    }
    #[test]
    fn arrows_are_drawn_as_the_rest_is() {
        for (is_ascii, shown) in [(false, "→↑x"), (true, ">^x")] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
            buffer.set_string(0, 0, "→↑x", ratatui::style::Style::new());
            sweep(&mut buffer, is_ascii);
            let symbols: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
            assert_eq!(symbols, shown);
        }
    }
}

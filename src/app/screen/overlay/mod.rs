//! What lies over the screen, one module each: state, keys, drawing.

mod aliases;
pub(super) mod ask;
pub(super) mod cases;
pub(super) mod express;
pub(super) mod help;
pub(super) mod offer;
pub(super) mod palette;
pub(super) mod print;
pub(super) mod qr;
pub(super) mod save;
pub(super) mod slip;

use crate::words::width::width;

/// The part of a text from one cell on that fits in so many cells.
fn visible(text: &str, from: usize, cells: usize) -> String {
    let mut column = 0;
    let mut shown = String::new();
    for c in text.chars() {
        let wide = width(c.encode_utf8(&mut [0; 4]));
        if column >= from && column + wide <= from + cells {
            shown.push(c);
        }
        column += wide;
    }
    shown
}

//! What lies over the screen, one module each: state, keys, drawing.

mod aliases;
pub(super) mod ask;
pub(super) mod help;
pub(super) mod palette;

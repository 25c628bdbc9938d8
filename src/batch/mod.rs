//! Many cases at once: a table in, the same table with every line of both
//! settlements out, row by row and in order.
//!
//! Each row takes the way of a single case — answers as typed, the draft, the
//! case, the figures, the settlement — and only what rows have in common is done
//! once: words are read once, figures looked up once for each situation.

mod records;
mod source;

//! What texts are made of: which characters are not seen, and how much a word
//! that is not known looks like one that is, everywhere by one measure.

mod unseen;

use strsim::jaro_winkler;

pub use unseen::{MOST_MARKS, is_mark, is_plain, is_stray, is_unseen};

/// No word, name or key that is known is longer, by far. What is longer is no
/// slip of the pen, and comparing it would take as long as it is.
pub const LONGEST: usize = 64;

/// How alike two words are, from 0 to 1.
pub fn likeness(known: &str, typed: &str) -> f64 {
    if typed.chars().nth(LONGEST).is_some() { 0.0 } else { jaro_winkler(known, typed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_alike_and_a_long_text_like_nothing() {
        assert!(likeness("anshan", "anshann") > 0.9);
        let long = "a".repeat(LONGEST + 1);
        assert!(likeness(&long, &long).abs() < f64::EPSILON);
    }
}

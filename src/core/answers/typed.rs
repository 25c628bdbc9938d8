//! What is typed as it stands: blank or not, a percent.

use super::amount::parse_amount;
use crate::case::Field;
use crate::num::Percent;

/// Where typed answers stand.
pub trait Typed {
    /// What was typed for a question; empty where nothing was.
    fn typed(&self, field: Field) -> &str;
}

/// Whether nothing was typed but blanks.
pub fn is_blank(typed: &str) -> bool {
    // What begins with a letter or a digit needs no further look.
    !typed.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) && typed.trim().is_empty()
}

/// A percent as people write it: `10`, `8.5`, `10%`, `１０％`; at most two decimals, at most 100.
pub fn parse_percent(typed: &str) -> Option<Percent> {
    let text = typed.trim().trim_end_matches(['%', '％']);
    let amount = parse_amount(text).ok()?;
    let hundredths = u32::try_from(amount.fen()).ok()?;
    let percent = Percent::from_hundredths(hundredths);
    (percent <= Percent::FULL).then_some(percent)
}

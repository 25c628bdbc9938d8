//! What the person pays against the bill, where the sheet has room for it.

use crate::report::{curve_svg, round_above};
use crate::words::Text;
use yidi_core::case::Case;
use yidi_core::estimate::{Curve, curve};
use yidi_core::num::Money;
use yidi_core::policy::Book;

/// Parts of a side that have a number.
const PARTS: i64 = 4;
/// Parts of a side.
const WHOLE: i128 = 1000;

/// What the person pays against the bill, in thousandths of each side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetCurve {
    /// The heading.
    pub heading: String,
    /// What the band is.
    pub legend: String,
    /// The bill, the least and the most that is paid of it, rising.
    pub spots: Vec<(u16, u16, u16)>,
    /// The bill of the case, where it has one.
    pub own: Option<u16>,
    /// The numbers below: bills, from nothing to the end.
    pub bills: Vec<String>,
    /// The numbers at the side: what is paid, from nothing to the top.
    pub pays: Vec<String>,
    /// The same as a picture by itself.
    pub svg: String,
}

/// The curve of a case; none where it cannot be settled.
pub(super) fn sheet_curve(book: &Book, text: &Text, case: &Case, heading: String) -> Option<SheetCurve> {
    let curve = curve(book, case).ok()?;
    let (most, top) = (curve.most(), round_above(highest(&curve)));
    if most.is_zero() || top.is_zero() {
        return None;
    }
    let of = |amount: Money, whole: Money| {
        let part = i128::from(amount.fen()) * WHOLE / i128::from(whole.fen());
        u16::try_from(part.clamp(0, WHOLE)).unwrap_or_default()
    };
    let spots = curve.points.iter().map(|point| {
        let pays = point.personal();
        (of(point.total, most), of(pays.low(), top), of(pays.high(), top))
    });
    let numbers = |whole: Money| {
        (0..=PARTS).map(|part| text.compact(Money::from_fen(whole.fen() / PARTS * part))).collect()
    };
    let own = case.bill.high();
    Some(SheetCurve {
        heading,
        legend: text.curve_band(),
        spots: spots.collect(),
        own: (!own.is_zero()).then(|| of(own, most)),
        bills: numbers(most),
        pays: numbers(top),
        svg: curve_svg(text, case, &curve),
    })
}

fn highest(curve: &Curve) -> Money {
    curve.points.iter().map(|point| point.personal().high()).max().unwrap_or(Money::ZERO)
}

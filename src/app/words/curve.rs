//! The curve in words, and amounts that need not be exact.

use super::Text;
use yidi_core::case::Filed;
use yidi_core::estimate::{Burden, Curve, CurveMark, Turn};
use yidi_core::num::{Money, Span};

impl Text {
    /// An amount as it is said in passing, in three digits: 1.72万 or 17,200.
    pub fn compact(&self, money: Money) -> String {
        let yuan = (money.fen() + 50).div_euclid(100);
        let mut unit = 1;
        while yuan / unit >= 1_000 {
            unit *= 10;
        }
        let rounded = (yuan + unit / 2) / unit * unit;
        if rounded < 10_000 || !self.counts_in_ten_thousands() {
            return self.count(u64::try_from(rounded).unwrap_or(0));
        }
        let (whole, rest) = (rounded / 10_000, rounded % 10_000);
        let rest = format!("{rest:04}");
        let rest = rest.trim_end_matches('0');
        let point = if rest.is_empty() { "" } else { "." };
        self.ten_thousands(format!("{whole}{point}{rest}"))
    }

    /// One such amount, or low and high.
    pub fn compact_span(&self, span: Span<Money>) -> String {
        let (low, high) = (self.compact(span.low()), self.compact(span.high()));
        if low == high { low } else { self.range(low, high) }
    }

    /// What a person pays, in passing, and that it may still be less or more.
    pub fn compact_burden(&self, burden: Burden) -> String {
        self.opened(burden, self.compact_span(burden.span))
    }

    /// The same with its unit.
    pub fn compact_burden_unit(&self, burden: Burden) -> String {
        self.opened(burden, self.yuan(self.compact_span(burden.span)))
    }

    /// Whether large numbers are told in ten thousands (万).
    fn counts_in_ten_thousands(&self) -> bool {
        self.lang() == super::Lang::Zh
    }

    /// What a person pays with the other answer about filing.
    pub fn curve_other(&self, filed: Filed, amount: String) -> String {
        match filed {
            Filed::No => self.curve_unfiled(amount),
            Filed::Yes | Filed::Planned | Filed::Unknown => self.curve_filed(amount),
        }
    }

    /// What the lines of a drawing are.
    pub fn curve_lines(&self, curve: &Curve, ascii: bool) -> String {
        let (line, dotted) = if ascii { ("###", "+ +") } else { ("⠤⠤⠤", "⠄⠄⠄") };
        let main = self.curve_line(line);
        match curve.other {
            None => main,
            Some(Filed::No) => self.curve_line_unfiled(main, dotted),
            Some(_) => self.curve_line_filed(main, dotted),
        }
    }

    /// What begins.
    pub fn turn(&self, turn: Turn) -> String {
        match turn {
            Turn::Deductible => self.turn_deductible(),
            Turn::Slice => self.turn_slice(),
            Turn::Cap => self.turn_cap(),
            Turn::Catastrophic => self.turn_catastrophic(),
            Turn::Aid => self.turn_aid(),
        }
    }

    /// A mark with the bills at which it may begin.
    pub fn mark(&self, number: usize, mark: &CurveMark) -> String {
        let from = self.compact(mark.from);
        let at = match mark.to {
            Some(to) => self.compact_span(Span::between(mark.from, to)),
            None => self.mark_perhaps(from),
        };
        self.mark_line(number.to_string(), self.turn(mark.turn), at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn amounts_in_passing_are_rounded_to_what_matters() {
        let (zh, en) = (Text::new(Lang::Zh), Text::new(Lang::En));
        for (yuan, chinese, english) in [
            (0, "0", "0"),
            (950, "950", "950"),
            (8_526, "8,530", "8,530"),
            (17_240, "1.72万", "17,200"),
            (22_490, "2.25万", "22,500"),
            (50_000, "5万", "50,000"),
            (104_420, "10.4万", "104,000"),
            (800_000, "80万", "800,000"),
        ] {
            let money = Money::from_yuan(yuan);
            assert_eq!((zh.compact(money).as_str(), en.compact(money).as_str()), (chinese, english));
        }
        let span = Span::between(Money::from_fen(1_722_349), Money::from_fen(1_722_350));
        assert_eq!(en.compact_span(span), "17,200");
    }
}

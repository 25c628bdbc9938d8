//! Numbers as people read them.

use jiff::civil::Date;

use super::Text;
use yidi_core::estimate::Burden;
use yidi_core::num::{Money, Percent, Span};
use yidi_core::policy::{AwayRule, BillShare, RateChange, Schedule, Value};

fn grouped(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

impl Text {
    /// Yuan with thousands separators, without the unit: `50,000.00`.
    #[allow(clippy::unused_self)]
    pub fn money(&self, money: Money) -> String {
        let plain = money.to_string();
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
        let (yuan, fen) = digits.split_once('.').unwrap_or((digits, "00"));
        let grouped = grouped(yuan);
        format!("{sign}{grouped}.{fen}")
    }

    /// A count with thousands separators: `1,000,000`.
    #[allow(clippy::unused_self)]
    pub fn count(&self, count: u64) -> String {
        grouped(&count.to_string())
    }

    /// An amount with its unit: `50,000.00 元`.
    pub fn money_unit(&self, money: Money) -> String {
        self.yuan(self.money(money))
    }

    /// A difference: its sign is always written.
    pub fn signed_money(&self, money: Money) -> String {
        let sign = if money < Money::ZERO { "" } else { "+" };
        format!("{sign}{}", self.money(money))
    }

    /// A day in a sentence: 2026-11-22 or 22 Nov 2026.
    pub fn date(&self, date: Date) -> String {
        jiff::fmt::strtime::format(self.date_form(), date).unwrap_or_else(|_| date.to_string())
    }

    /// One amount, or low and high, without the unit.
    pub fn money_span(&self, span: Span<Money>) -> String {
        if span.is_exact() {
            self.money(span.low())
        } else {
            self.range(self.money(span.low()), self.money(span.high()))
        }
    }

    /// What a person pays: an amount or a range, and that it may still be less or more.
    pub fn burden(&self, burden: Burden) -> String {
        self.opened(burden, self.money_span(burden.span))
    }

    /// The same with its unit.
    pub fn burden_unit(&self, burden: Burden) -> String {
        self.opened(burden, self.yuan(self.money_span(burden.span)))
    }

    /// An amount in words, and that it may still be less or more.
    pub(super) fn opened(&self, Burden { span, open }: Burden, amount: String) -> String {
        match (open.less, open.more) {
            (false, false) => amount,
            (true, true) => self.about_open(amount),
            (true, false) if span.is_exact() => self.at_most(amount),
            (false, true) if span.is_exact() => self.at_least(amount),
            (true, false) => self.range_or_less(amount),
            (false, true) => self.range_or_more(amount),
        }
    }

    /// A percent, or low and high.
    pub fn percent_span(&self, span: Span<Percent>) -> String {
        if span.is_exact() {
            self.percent(span.low().to_string())
        } else {
            self.range(self.percent(span.low().to_string()), self.percent(span.high().to_string()))
        }
    }

    /// A figure's number in words.
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Amount(limit) if limit.high() == Money::MAX => {
                self.range(self.money_unit(limit.low()), self.no_limit())
            }
            Value::Deductible { first, .. } | Value::Amount(first) => self.yuan(self.money_span(*first)),
            Value::DeductibleTimes(factor) => self.value_times(self.factor(*factor)),
            Value::DeductibleShare(BillShare { share, least, most }) => {
                self.value_bill_share(self.percent_span(*share), self.money(*least), self.money(*most))
            }
            Value::OneOf(values) => {
                let values: Vec<String> = values.iter().map(|value| self.full_value(value)).collect();
                self.value_one_of(values.join(&self.alternative()))
            }
            Value::Rate(schedule) => self.schedule(schedule),
            Value::Share(share) => self.percent_span(*share),
            Value::Away(rule) => self.away(*rule),
            Value::CatastrophicBase(base) => match (base.deductible, base.first_self_pay) {
                (true, true) => self.counts_both(),
                (true, false) => self.counts_deductible(),
                (false, true) => self.counts_first_self_pay(),
                (false, false) => self.counts_neither(),
            },
            Value::None => self.value_none(),
        }
    }

    /// A share above the whole as a factor: 250 % is 2.5.
    fn factor(&self, span: Span<Percent>) -> String {
        let one = |share: Percent| Percent::from_hundredths(share.hundredths() / 100).to_string();
        if span.is_exact() { one(span.low()) } else { self.range(one(span.low()), one(span.high())) }
    }

    fn schedule(&self, schedule: &Schedule) -> String {
        if let Some(plain) = schedule.as_plain() {
            return self.percent_span(plain);
        }
        self.list(schedule.bands.iter().map(|band| {
            let pays = self.percent_span(band.pays);
            match band.to {
                Some(to) => self.band_up_to(self.money(to), pays),
                None => self.band_above(pays),
            }
        }))
    }

    fn away(&self, rule: AwayRule) -> String {
        let change = match rule.change {
            RateChange::Same => self.away_same(),
            RateChange::Cut(points) if points.is_exact() => self.away_cut(points.low().to_string()),
            RateChange::Cut(points) => {
                self.away_cut(self.range(points.low().to_string(), points.high().to_string()))
            }
            RateChange::Times(share) => self.away_times(self.percent_span(share)),
            RateChange::NotCovered => self.away_not_covered(),
        };
        if rule.first_self_pay == AwayRule::SAME.first_self_pay {
            change
        } else {
            self.away_first(self.percent_span(rule.first_self_pay), change)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn every_three_digits_are_set_apart() {
        let text = Text::new(Lang::Zh);
        for (fen, shown) in [
            (0, "0.00"),
            (99_999, "999.99"),
            (100_000, "1,000.00"),
            (123_456_789, "1,234,567.89"),
            (-100_000, "-1,000.00"),
        ] {
            assert_eq!(text.money(Money::from_fen(fen)), shown);
        }
    }

    #[test]
    fn a_range_shows_both_ends() {
        let text = Text::new(Lang::Zh);
        let span = Span::between(Money::from_yuan(1), Money::from_yuan(2));
        assert_eq!(text.money_span(span), "1.00 ～ 2.00");
        assert_eq!(Text::new(Lang::En).money_span(span), "1.00 to 2.00");
    }

    #[test]
    fn a_day_is_written_as_its_language_does() {
        let day = jiff::civil::date(2026, 3, 5);
        assert_eq!(Text::new(Lang::Zh).date(day), "2026-03-05");
        assert_eq!(Text::new(Lang::En).date(day), "5 Mar 2026");
    }
}

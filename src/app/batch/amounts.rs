//! The numbers of a settlement as text, each made once however often it is written.

use super::output::COUNT;
use yidi_core::estimate::{Ends, Line};
use yidi_core::num::{Money, Percent};
use yidi_core::reconcile::SlipField;

/// A short text, followed by a comma that does not count: its bytes from the
/// lowest of the number up, in the highest how long it is. One number, so that
/// it is made and copied as one piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AmountCell(u128);

impl AmountCell {
    /// Bytes that a cell takes at most, its comma included.
    pub(super) const ROOM: usize = 16;
    const LENGTH: usize = Self::ROOM - 1;
    /// No text.
    pub(super) const NONE: Self = Self(b',' as u128);
    const NOTHING: Self = Self::bill(Money::ZERO);

    /// The text and its comma, with what is left of the room after them, and how
    /// long both are.
    pub(super) const fn with_comma(self) -> ([u8; Self::ROOM], usize) {
        (self.0.to_le_bytes(), self.length() + 1)
    }

    /// How long the text is.
    pub(super) const fn length(self) -> usize {
        (self.0 >> (8 * Self::LENGTH)) as usize
    }

    fn of(text: &[u8]) -> Self {
        // No number of a settlement is as long as that.
        let length = text.len().min(Self::LENGTH - 1);
        let mut bytes = [0; Self::ROOM];
        bytes[..length].copy_from_slice(&text[..length]);
        bytes[length] = b',';
        Self(u128::from_le_bytes(bytes) | (length as u128) << (8 * Self::LENGTH))
    }

    /// An amount as [`Money`] prints it; none is an empty cell.
    fn amount(money: Option<Money>) -> Self {
        match money {
            None => Self::NONE,
            // Much of most settlements.
            Some(Money::ZERO) => Self::NOTHING,
            Some(money) if (Money::ZERO..=Money::MAX).contains(&money) => Self::bill(money),
            Some(money) => Self::of(money.to_string().as_bytes()),
        }
    }

    /// What a bill can be: eight digits, a point and two more. All eight are made
    /// at once, by halves, and those before the first that counts shifted out.
    // Every part is below what it is narrowed to.
    #[allow(clippy::cast_possible_truncation)]
    const fn bill(money: Money) -> Self {
        let fen = money.fen().unsigned_abs();
        let (yuan, part) = (fen / 100, fen % 100);
        // Two numbers of four digits, then four of two, then eight of one; the
        // products stand for divisions by 100 and by 10, exact that far down.
        let fours = (yuan / 10_000) | ((yuan % 10_000) << 32);
        let upper = ((fours * 10_486) >> 20) & 0x0000_007f_0000_007f;
        let twos = upper | (fours - upper * 100) << 16;
        let upper = ((twos * 103) >> 10) & 0x000f_000f_000f_000f;
        let ones = upper | (twos - upper * 10) << 8;
        // A last digit stays, though it be nought.
        let zeros = ones.trailing_zeros() / 8;
        let zeros = if zeros < 7 { zeros } else { 7 };
        let point = 8 - zeros;
        let digits = (ones | 0x3030_3030_3030_3030) >> (8 * zeros);
        let rest = u32::from_le_bytes([b'.', b'0' + (part / 10) as u8, b'0' + (part % 10) as u8, b',']);
        let length = ((point + 3) as u128) << (8 * Self::LENGTH);
        Self(digits as u128 | (rest as u128) << (8 * point) | length)
    }

    /// `85`, `8.5`, `0.05`.
    fn below_hundred(rate: Percent) -> Self {
        let (whole, part) = (rate.hundredths() / 100, rate.hundredths() % 100);
        let digit = |number: u32| u128::from(b'0') + u128::from(number % 10);
        let text = digit(whole / 10)
            | digit(whole) << 8
            | u128::from(b'.') << 16
            | digit(part / 10) << 24
            | digit(part) << 32;
        let length = if part == 0 { 2 } else { 5 - usize::from(part % 10 == 0) };
        let skip = usize::from(whole < 10);
        let kept = text & ((1 << (8 * length)) - 1) | u128::from(b',') << (8 * length);
        Self(kept >> (8 * skip) | ((length - skip) as u128) << (8 * Self::LENGTH))
    }

    /// A rate as [`Percent`] prints it.
    fn rate(rate: Option<Percent>) -> Self {
        match rate {
            None => Self::NONE,
            Some(rate) if rate < Percent::FULL => Self::below_hundred(rate),
            Some(rate) => Self::of(rate.to_string().as_bytes()),
        }
    }
}

const LINES: usize = Line::ALL.len();
/// Fields of the national interface that are no line.
const FUNDS: usize = LINES;
const CASH: usize = LINES + 1;
const RATE: usize = LINES + 2;
/// Texts that differ.
const TEXTS: usize = LINES + 3;

/// Where the text of each number stands.
const PLACES: [usize; COUNT] = {
    let mut places = [0; COUNT];
    let mut place = 0;
    while place < COUNT {
        places[place] = if place < LINES { place } else { text_of(SlipField::SETTLED[place - LINES]) };
        place += 1;
    }
    places
};

/// The first column that always holds the same numbers as the one at a place.
pub fn twin(place: usize) -> usize {
    let is_it = |other: &usize| PLACES.get(place).is_some_and(|text| PLACES[*other] == *text);
    (0..COUNT).find(is_it).unwrap_or(place)
}

/// Most fields of the national interface are a line.
const fn text_of(field: SlipField) -> usize {
    let line = match field {
        SlipField::Total => Line::Total,
        SlipField::OwnExpense => Line::OwnExpense,
        SlipField::OverLimit => Line::OverLimit,
        SlipField::Prepay => Line::Prepay,
        SlipField::Eligible => Line::Eligible,
        SlipField::Deductible => Line::Deductible,
        SlipField::Fund => Line::Fund,
        SlipField::Supplement => Line::Supplement,
        SlipField::Catastrophic => Line::Catastrophic,
        SlipField::Aid => Line::Aid,
        SlipField::Personal => Line::Personal,
        SlipField::Account => Line::Account,
        SlipField::Funds => return FUNDS,
        SlipField::Cash => return CASH,
        SlipField::Rate => return RATE,
        SlipField::CivilServants
        | SlipField::Enterprise
        | SlipField::Disabled
        | SlipField::Others
        | SlipField::Hospital
        | SlipField::Mutual => panic!("no settlement has it"),
    };
    line as usize
}

/// The numbers of one settlement as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amounts([AmountCell; TEXTS]);

impl Amounts {
    /// Both settlements. What is the same in both is made once.
    pub(super) fn both(ends: &Ends) -> [Self; 2] {
        let Ends { low, high, low_rate, high_rate, .. } = ends;
        let mut both = [Self([AmountCell::NONE; TEXTS]); 2];
        let [Self(lows), Self(highs)] = &mut both;
        let mut put = |place: usize, low: Option<Money>, high: Option<Money>| {
            let text = AmountCell::amount(low);
            (lows[place], highs[place]) = (text, if low == high { text } else { AmountCell::amount(high) });
        };
        for (place, line) in Line::ALL.into_iter().enumerate() {
            put(place, low.line(line), high.line(line));
        }
        put(FUNDS, Some(low.funds()), Some(high.funds()));
        if low.account.is_zero() && high.account.is_zero() {
            for texts in [&mut *lows, &mut *highs] {
                texts[CASH] = texts[Line::Personal as usize];
            }
        } else {
            put(CASH, Some(low.cash()), Some(high.cash()));
        }
        lows[RATE] = AmountCell::rate(*low_rate);
        highs[RATE] = if low_rate == high_rate { lows[RATE] } else { AmountCell::rate(*high_rate) };
        both
    }

    /// The text of one number, by its place in the order of the columns.
    pub(super) fn get(&self, place: usize) -> AmountCell {
        PLACES.get(place).map_or(AmountCell::NONE, |place| self.0[*place])
    }

    /// The text of every number, in the order of the columns.
    pub(super) fn iter(&self) -> impl Iterator<Item = AmountCell> {
        PLACES.iter().map(|place| self.0[*place])
    }
}

#[cfg(test)]
mod tests {
    use super::super::output::{Number, hundredths, numbers};
    use super::*;
    use proptest::prelude::*;
    use yidi_core::case::YearToDate;
    use yidi_core::estimate::{DeductibleDue, ExactBill, ExactRule, Numbers, Open, Slices, settle};
    use yidi_core::policy::{Grade, Period};

    fn text(cell: AmountCell) -> String {
        let (bytes, length) = cell.with_comma();
        assert_eq!((bytes[length - 1], length), (b',', cell.length() + 1));
        String::from_utf8(bytes[..cell.length()].to_vec()).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn an_amount_reads_as_money_prints_it(fen in 0..=Money::MAX.fen(), digits in 0..10_u32) {
            for fen in [fen, fen / 10_i64.pow(digits), -fen / 10_i64.pow(digits)] {
                let money = Money::from_fen(fen);
                prop_assert_eq!(text(AmountCell::amount(Some(money))), money.to_string());
            }
        }
    }

    #[test]
    fn a_rate_reads_as_it_is_printed() {
        for rate in (0..=10_100).map(Percent::from_hundredths) {
            assert_eq!(text(AmountCell::rate(Some(rate))), rate.to_string());
        }
    }

    #[test]
    fn every_column_holds_the_number_it_is_named_after() {
        let bill = ExactBill { total: Money::MAX, uncovered: Money::from_fen(123), split: None };
        let split = ExactBill {
            split: Some([1, 20, 300].map(Money::from_fen)),
            uncovered: Money::from_fen(321),
            ..bill
        };
        let numbers_used = Numbers {
            first_self_pay: Percent::new(7),
            rule: ExactRule::Same,
            deductible: DeductibleDue::Amount(Money::from_yuan(800)),
            deductible_per: Period::Stay,
            deductible_runs_on: false,
            deductibles_ceiling: None,
            rates: Slices { per: Period::Stay, bands: vec![(None, Percent::from_hundredths(8_125))] },
            cap: Some(Money::from_yuan(50_000)),
            supplement: None,
            catastrophic: None,
            aid: None,
        };
        for (bill, account) in [(bill, Money::ZERO), (split, Money::from_yuan(33))] {
            let settlement = settle(&bill, &YearToDate::default(), account, &numbers_used);
            let other = settle(
                &ExactBill { total: Money::ZERO, uncovered: Money::ZERO, split: None },
                &YearToDate::default(),
                account,
                &numbers_used,
            );
            let ends = Ends {
                low: other,
                high: settlement,
                low_rate: None,
                high_rate: numbers_used.plain_rate(),
                grade: Grade::Official,
                open: Open::default(),
            };
            for (place, is_high) in (0..COUNT).flat_map(|place| [(place, false), (place, true)]) {
                let number = hundredths(place, is_high, std::iter::once(Some(&ends))).next().flatten();
                let written = text(Amounts::both(&ends)[usize::from(is_high)].get(place));
                let digits = written
                    .split_once('.')
                    .map_or_else(|| format!("{written}00"), |(whole, part)| format!("{whole}{part:0<2}"));
                let read = (!written.is_empty()).then(|| digits.parse::<i64>().unwrap());
                assert_eq!(number, read, "{place} {is_high}");
                let same = hundredths(twin(place), is_high, std::iter::once(Some(&ends))).next().flatten();
                assert_eq!(number, same, "{place} {is_high}");
            }
            let written: Vec<String> = Amounts::both(&ends)[1].iter().map(text).collect();
            for (number, written) in numbers().zip(written) {
                let expected = match number {
                    Number::Line(line) => settlement.line(line).map(|money| money.to_string()),
                    Number::National(SlipField::Rate) => Some("81.25".to_owned()),
                    Number::National(field) => field.of(&settlement).map(|money| money.to_string()),
                };
                assert_eq!(written, expected.unwrap_or_default(), "{}", number.key());
            }
        }
        assert_eq!(Line::ALL.map(|line| line as usize), std::array::from_fn(|place| place));
    }
}

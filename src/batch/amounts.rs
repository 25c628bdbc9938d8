//! The numbers of a settlement as text, each made once however often it is written.

use super::output::COUNT;
use crate::estimate::{Line, Settlement};
use crate::num::{Money, Percent};
use crate::reconcile::SlipField;

/// A short text, followed by a comma that does not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    bytes: [u8; Cell::ROOM],
    length: u8,
}

impl Cell {
    /// Bytes that a cell takes at most, its comma included.
    pub(super) const ROOM: usize = 16;

    /// The text.
    pub(super) fn text(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }

    /// The text and its comma, with what is left of the room after them.
    pub(super) const fn with_comma(&self) -> (&[u8; Self::ROOM], usize) {
        (&self.bytes, self.length as usize + 1)
    }

    fn of(text: &[u8]) -> Self {
        // No number of a settlement is as long as that.
        let length = text.len().min(Self::ROOM - 1);
        let mut bytes = [0; Self::ROOM];
        bytes[..length].copy_from_slice(&text[..length]);
        bytes[length] = b',';
        Self { bytes, length: u8::try_from(length).unwrap_or_default() }
    }

    /// An amount as [`Money`] prints it; none is an empty cell.
    fn amount(money: Option<Money>) -> Self {
        const NONE: Cell = Cell { bytes: *b",\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", length: 0 };
        const NOTHING: Cell = Cell { bytes: *b"0.00,\0\0\0\0\0\0\0\0\0\0\0", length: 4 };
        match money {
            None => NONE,
            Some(Money::ZERO) => NOTHING,
            Some(money) => Self::digits(money).unwrap_or_else(|| Self::of(money.to_string().as_bytes())),
        }
    }

    /// The digits two by two, for what a bill can be.
    fn digits(money: Money) -> Option<Self> {
        let fen = u64::try_from(money.fen()).ok()?;
        let yuan = u32::try_from(fen / 100).ok()?;
        let mut bytes = [0; Self::ROOM];
        let point = if yuan == 0 { 1 } else { yuan.ilog10() as usize + 1 };
        let (mut at, mut rest) = (point, yuan);
        while at >= 2 {
            at -= 2;
            bytes[at..at + 2].copy_from_slice(&pair(rest % 100));
            rest /= 100;
        }
        if at == 1 {
            bytes[0] = pair(rest)[1];
        }
        bytes[point] = b'.';
        bytes[point + 1..point + 3].copy_from_slice(&pair((fen % 100) as u32));
        bytes[point + 3] = b',';
        Some(Self { bytes, length: u8::try_from(point + 3).ok()? })
    }

    fn rate(rate: Option<Percent>) -> Self {
        rate.map_or(Self::amount(None), |rate| Self::of(rate.to_string().as_bytes()))
    }
}

/// The two digits of a number below a hundred.
const fn pair(number: u32) -> [u8; 2] {
    const PAIRS: [[u8; 2]; 100] = {
        let mut pairs = [[b'0'; 2]; 100];
        let mut number = 0;
        while number < 100 {
            pairs[number] = [b'0' + number as u8 / 10, b'0' + number as u8 % 10];
            number += 1;
        }
        pairs
    };
    PAIRS[number as usize % 100]
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
        places[place] = if place < LINES { place } else { text_of(SlipField::ALL[place - LINES]) };
        place += 1;
    }
    places
};

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
    };
    line as usize
}

/// The numbers of one settlement as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amounts([Cell; TEXTS]);

impl Amounts {
    pub(super) fn of(settlement: &Settlement, rate: Option<Percent>) -> Self {
        let mut texts = [Cell::default(); TEXTS];
        for (text, line) in texts.iter_mut().zip(Line::ALL) {
            *text = Cell::amount(settlement.line(line));
        }
        texts[FUNDS] = Cell::amount(Some(settlement.funds()));
        texts[CASH] = Cell::amount(Some(settlement.cash()));
        texts[RATE] = Cell::rate(rate);
        Self(texts)
    }

    /// The text of every number, in the order of the columns.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Cell> {
        PLACES.iter().map(|place| &self.0[*place])
    }
}

#[cfg(test)]
mod tests {
    use super::super::output::{Number, numbers};
    use super::*;
    use crate::case::YearToDate;
    use crate::estimate::{ExactBill, Numbers, Rule, Slices, settle};
    use crate::policy::Period;
    use proptest::prelude::*;

    fn text(cell: &Cell) -> String {
        let (bytes, length) = cell.with_comma();
        assert_eq!(bytes[length - 1], b',');
        String::from_utf8(cell.text().to_vec()).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn an_amount_reads_as_money_prints_it(fen in 0..=Money::MAX.fen(), digits in 0..10_u32) {
            for fen in [fen, fen / 10_i64.pow(digits), -fen / 10_i64.pow(digits)] {
                let money = Money::from_fen(fen);
                prop_assert_eq!(text(&Cell::amount(Some(money))), money.to_string());
            }
        }
    }

    #[test]
    fn every_column_holds_the_number_it_is_named_after() {
        let bill = ExactBill { total: Money::MAX, uncovered: Money::from_fen(123), split: None };
        let split = ExactBill { split: Some([1, 20, 300].map(Money::from_fen)), uncovered: Money::from_fen(321), ..bill };
        let numbers_used = Numbers {
            first_self_pay: Percent::new(7),
            rule: Rule::Same,
            deductible: Money::from_yuan(800),
            deductible_per: Period::Stay,
            rates: Slices { per: Period::Stay, bands: vec![(None, Percent::from_hundredths(8_125))] },
            cap: Some(Money::from_yuan(50_000)),
            supplement: None,
            catastrophic: None,
            aid: None,
        };
        for (bill, account) in [(bill, Money::ZERO), (split, Money::from_yuan(33))] {
            let settlement = settle(&bill, &YearToDate::default(), account, &numbers_used);
            let amounts = Amounts::of(&settlement, numbers_used.plain_rate());
            let written: Vec<String> = amounts.iter().map(text).collect();
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

//! The yardstick of the batch benches: the same job as a few dozen lines of plain
//! Rust would do it, with fixed rates in a table, no messages, no sources and no
//! range of a figure: less than `yidi batch` does, on purpose.

use std::collections::HashMap;
use std::io::Write;

struct Rates {
    deductible: i64,
    /// In hundredths of a percent.
    rate: i64,
    cap: i64,
}

/// Area, status and tier.
type Key = (Vec<u8>, Vec<u8>, Vec<u8>);

fn rates() -> HashMap<Key, Rates> {
    let mut rates = HashMap::new();
    for (area, place) in super::AREAS.iter().zip(1..) {
        for (status, more) in [("active", 0), ("retired", 500)] {
            for tier in 0..4 {
                let key = [area.as_bytes().to_vec(), status.into(), tier.to_string().into_bytes()];
                let [area, status, tier_text] = key;
                let rate = 8_800 - tier * 200 - place * 10 + more;
                let value = Rates { deductible: 20_000 + tier * 40_000, rate, cap: 30_000_000 };
                rates.insert((area, status, tier_text), value);
            }
        }
    }
    rates
}

/// Yuan with at most two decimals, in fen.
fn fen(text: &[u8]) -> Option<i64> {
    let mut fen = 0;
    let mut decimals = None;
    for byte in text {
        match byte {
            b'0'..=b'9' => {
                fen = fen * 10 + i64::from(byte - b'0');
                decimals = decimals.map(|decimals| decimals + 1);
            }
            b'.' => decimals = Some(0),
            _ => return None,
        }
    }
    Some(match decimals {
        None | Some(0) => fen * 100,
        Some(1) => fen * 10,
        Some(_) => fen,
    })
}

fn put(out: &mut Vec<u8>, fen: i64) {
    let mut text = [0; 24];
    let mut at = text.len();
    let (mut yuan, part) = (fen / 100, fen % 100);
    let digit = |number: i64| b'0' + u8::try_from(number % 10).unwrap_or(0);
    at -= 3;
    text[at..].copy_from_slice(&[b'.', digit(part / 10), digit(part)]);
    loop {
        at -= 1;
        text[at] = digit(yuan);
        yuan /= 10;
        if yuan == 0 {
            break;
        }
    }
    out.push(b',');
    out.extend_from_slice(&text[at..]);
}

/// How much is written of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Columns {
    /// One settlement, ten columns.
    Few,
    /// As many as `yidi batch` writes: both ends of 32 numbers.
    All,
}

/// Ten lines of one settlement, in fen.
fn lines(amounts: [i64; 4], rates: &Rates, cut: i64) -> [i64; 10] {
    let [total, own, prepay, over] = amounts;
    let eligible = total - own - prepay - over;
    let deductible = rates.deductible.min(eligible);
    let fund = ((eligible - deductible) * (rates.rate - cut) + 5_000) / 10_000;
    let fund = fund.min(rates.cap);
    let co_payment = eligible - deductible - fund;
    let personal = total - fund;
    [total, own, prepay, over, eligible, deductible, fund, co_payment, personal, personal]
}

/// Settles every row; how many there were.
pub(crate) fn settle(input: &[u8], columns: Columns, out: &mut impl Write) -> usize {
    let rates = rates();
    let mut reader = csv::Reader::from_reader(input);
    let mut record = csv::ByteRecord::new();
    let mut text = Vec::new();
    let mut rows = 0;
    let mut key = (Vec::new(), Vec::new(), Vec::new());
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        rows += 1;
        for (part, column) in [&mut key.0, &mut key.1, &mut key.2].into_iter().zip([0, 2, 3]) {
            part.clear();
            part.extend_from_slice(&record[column]);
        }
        let amounts = [6, 7, 8, 9].map(|column| fen(&record[column]));
        let (Some(rates), [Some(total), Some(own), Some(prepay), Some(over)]) = (rates.get(&key), amounts)
        else {
            continue;
        };
        let amounts = [total, own, prepay, over];
        let cut = if &record[5] == b"yes" { 1_000 } else { 2_000 };
        let low = lines(amounts, rates, cut);
        for (place, field) in record.iter().enumerate() {
            if place > 0 {
                text.push(b',');
            }
            text.extend_from_slice(field);
        }
        if columns == Columns::Few {
            for amount in low {
                put(&mut text, amount);
            }
        } else {
            let high = lines(amounts, rates, cut + 500);
            for place in 0..32 {
                // About as many lines are nothing as in a real settlement.
                let amount = |lines: &[i64; 10]| if place % 3 == 2 { 0 } else { lines[place % 10] };
                put(&mut text, amount(&low));
                put(&mut text, amount(&high));
            }
            text.extend_from_slice(b",reported,2026-11-22,");
        }
        text.push(b'\n');
        if text.len() > 1 << 16 {
            let _ = out.write_all(&text);
            text.clear();
        }
    }
    let _ = out.write_all(&text);
    rows
}

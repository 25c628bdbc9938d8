//! A column of Arrow as the text of its cells: what `yidi batch` would read where the
//! table was written down. Nothing is written down where it is text already.

use std::fmt::Write as _;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, DecimalType,
    Float16Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType,
    UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, LargeStringArray, PrimitiveArray, StringArray, StringViewArray};
use arrow_schema::{DataType, TimeUnit};

use crate::days::{MILLIS_OF_DAY, Zone, day_of_days, day_of_ticks};
use yidi::workbook::number_text;
use yidi_core::answers::{NO, YES};

/// The cells of one column as text; nothing where there is none.
pub(crate) enum CellColumn<'b> {
    /// Nobody reads it, or nothing stands in it.
    Blank,
    /// Text, as it stands.
    Words(&'b StringArray),
    /// The same with longer places.
    LargeWords(&'b LargeStringArray),
    /// The same by views.
    ViewedWords(&'b StringViewArray),
    /// Some texts, and which of them each row has.
    Coded {
        /// The texts.
        words: Box<Self>,
        /// Which; none where the row has none.
        places: Vec<Option<usize>>,
    },
    /// Written down: each begins where the one before ends.
    Written {
        /// One behind the other.
        text: String,
        /// Where each ends.
        ends: Vec<usize>,
    },
}

/// Why the cells of a column cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// Such a type says nothing of a case.
    Kind,
    /// Its times are of a zone that is not known.
    Zone(String),
}

impl<'b> CellColumn<'b> {
    /// The cells of a column.
    ///
    /// # Errors
    /// Where its type is of no cell.
    pub(crate) fn of(array: &'b dyn Array) -> Result<Self, Unreadable> {
        Ok(match array.data_type() {
            DataType::Null => Self::Blank,
            DataType::Utf8 => Self::Words(array.as_string()),
            DataType::LargeUtf8 => Self::LargeWords(array.as_string()),
            DataType::Utf8View => Self::ViewedWords(array.as_string_view()),
            DataType::Dictionary(..) => Self::coded(array)?,
            DataType::Boolean => {
                let truths = array.as_boolean();
                written(array, |text, row| text.push_str(yes_or_no(truths.value(row))))
            }
            DataType::Int8 => whole::<Int8Type>(array),
            DataType::Int16 => whole::<Int16Type>(array),
            DataType::Int32 => whole::<Int32Type>(array),
            DataType::Int64 => whole::<Int64Type>(array),
            DataType::UInt8 => whole::<UInt8Type>(array),
            DataType::UInt16 => whole::<UInt16Type>(array),
            DataType::UInt32 => whole::<UInt32Type>(array),
            DataType::UInt64 => whole::<UInt64Type>(array),
            DataType::Float16 => fraction::<Float16Type>(array, f64::from),
            DataType::Float32 => fraction::<Float32Type>(array, shortest),
            DataType::Float64 => fraction::<Float64Type>(array, |number| number),
            DataType::Decimal32(_, scale) => decimal::<Decimal32Type>(array, *scale),
            DataType::Decimal64(_, scale) => decimal::<Decimal64Type>(array, *scale),
            DataType::Decimal128(_, scale) => decimal::<Decimal128Type>(array, *scale),
            DataType::Date32 => {
                let days: &PrimitiveArray<Date32Type> = array.as_primitive();
                written(array, |text, row| put_day(text, i64::from(days.value(row))))
            }
            DataType::Date64 => {
                let millis: &PrimitiveArray<Date64Type> = array.as_primitive();
                written(array, |text, row| put_day(text, millis.value(row).div_euclid(MILLIS_OF_DAY)))
            }
            DataType::Timestamp(unit, zone) => {
                let zone = Zone::of(zone.as_deref()).map_err(Unreadable::Zone)?;
                match unit {
                    TimeUnit::Second => time::<TimestampSecondType>(array, &zone, 1),
                    TimeUnit::Millisecond => time::<TimestampMillisecondType>(array, &zone, 1_000),
                    TimeUnit::Microsecond => time::<TimestampMicrosecondType>(array, &zone, 1_000_000),
                    TimeUnit::Nanosecond => time::<TimestampNanosecondType>(array, &zone, 1_000_000_000),
                }
            }
            _ => return Err(Unreadable::Kind),
        })
    }

    /// The cells of a column that nobody asks: those that are text already.
    pub(crate) fn of_unread(array: &'b dyn Array) -> Self {
        match array.data_type() {
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => {
                Self::of(array).unwrap_or(Self::Blank)
            }
            _ => Self::Blank,
        }
    }

    fn coded(array: &'b dyn Array) -> Result<Self, Unreadable> {
        let Some(coded) = array.as_any_dictionary_opt() else { return Err(Unreadable::Kind) };
        let (keys, words) = (coded.keys(), coded.values());
        let words = Box::new(Self::of(words.as_ref())?);
        if coded.values().is_empty() {
            return Ok(Self::Blank);
        }
        let places = coded.normalized_keys().into_iter().enumerate();
        let places = places.map(|(row, place)| keys.is_valid(row).then_some(place)).collect();
        Ok(Self::Coded { words, places })
    }

    /// The text of a row's cell.
    #[inline]
    pub(crate) fn get(&self, row: usize) -> &str {
        match self {
            Self::Words(words) if words.is_valid(row) => words.value(row),
            Self::LargeWords(words) if words.is_valid(row) => words.value(row),
            Self::ViewedWords(words) if words.is_valid(row) => words.value(row),
            Self::Blank | Self::Words(_) | Self::LargeWords(_) | Self::ViewedWords(_) => "",
            Self::Coded { words, places } => {
                places.get(row).copied().flatten().map_or("", |place| words.get(place))
            }
            Self::Written { text, ends } => {
                let start = row.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
                ends.get(row).and_then(|end| text.get(start..*end)).unwrap_or_default()
            }
        }
    }
}

/// Writes every cell down that is not null.
fn written<'b>(array: &dyn Array, mut put: impl FnMut(&mut String, usize)) -> CellColumn<'b> {
    /// As long as a usual amount.
    const USUAL: usize = 10;
    let mut text = String::with_capacity(array.len().saturating_mul(USUAL));
    let ends = (0..array.len()).map(|row| {
        if array.is_valid(row) {
            put(&mut text, row);
        }
        text.len()
    });
    let ends = ends.collect();
    CellColumn::Written { text, ends }
}

fn whole<'b, T: ArrowPrimitiveType<Native: Into<i128>>>(array: &dyn Array) -> CellColumn<'b> {
    let numbers: &PrimitiveArray<T> = array.as_primitive();
    written(array, |text, row| put_whole(text, numbers.value(row).into()))
}

/// A number with a part behind the point, to the fen: what is no number is no answer.
fn fraction<'b, T: ArrowPrimitiveType>(array: &dyn Array, wide: impl Fn(T::Native) -> f64) -> CellColumn<'b> {
    let numbers: &PrimitiveArray<T> = array.as_primitive();
    written(array, |text, row| {
        let number = wide(numbers.value(row));
        if !number.is_nan() {
            text.push_str(&number_text(number));
        }
    })
}

/// A number as it is meant: of few digits, they are its own.
fn shortest(number: f32) -> f64 {
    number.to_string().parse().unwrap_or_else(|_| f64::from(number))
}

fn decimal<'b, T: DecimalType<Native: Into<i128>>>(array: &dyn Array, scale: i8) -> CellColumn<'b> {
    let numbers: &PrimitiveArray<T> = array.as_primitive();
    written(array, |text, row| put_decimal(text, numbers.value(row).into(), scale))
}

fn time<'b, T: ArrowPrimitiveType<Native = i64>>(
    array: &dyn Array,
    zone: &Zone,
    ticks_of_second: i64,
) -> CellColumn<'b> {
    let ticks: &PrimitiveArray<T> = array.as_primitive();
    written(array, |text, row| {
        if let Some(day) = day_of_ticks(ticks.value(row), ticks_of_second, zone) {
            // Writing to a text does not fail.
            let _ = write!(text, "{day}");
        }
    })
}

fn put_day(text: &mut String, days: i64) {
    if let Some(day) = day_of_days(days) {
        let _ = write!(text, "{day}");
    }
}

const fn yes_or_no(so: bool) -> &'static str {
    if so { YES[0] } else { NO[0] }
}

/// Digits of a whole number.
fn put_whole(text: &mut String, number: i128) {
    if number < 0 {
        text.push('-');
    }
    let Ok(mut rest) = u64::try_from(number.unsigned_abs()) else {
        let _ = write!(text, "{}", number.unsigned_abs());
        return;
    };
    let mut digits = [0; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        if rest == 0 || at == 0 {
            break;
        }
    }
    text.push_str(std::str::from_utf8(&digits[at..]).unwrap_or_default());
}

/// A decimal number. Noughts that no fen needs are left out: that they stand there
/// tells how the column is kept, and nothing of the amount.
fn put_decimal(text: &mut String, number: i128, scale: i8) {
    let noughts = |text: &mut String, count: u32| (0..count).for_each(|_| text.push('0'));
    if scale <= 0 {
        put_whole(text, number);
        noughts(text, if number == 0 { 0 } else { u32::from(scale.unsigned_abs()) });
        return;
    }
    let (mut rest, mut places) = (number, u32::from(scale.unsigned_abs()));
    while places > 2 && rest % 10 == 0 {
        (rest, places) = (rest / 10, places - 1);
    }
    let Some(unit) = 10_i128.checked_pow(places) else { return put_whole(text, number) };
    if rest < 0 {
        text.push('-');
    }
    let rest = rest.abs();
    put_whole(text, rest / unit);
    text.push('.');
    let part = rest % unit;
    let missing = (1..places).rev().take_while(|power| part < 10_i128.pow(*power)).count();
    noughts(text, u32::try_from(missing).unwrap_or_default());
    put_whole(text, part);
}

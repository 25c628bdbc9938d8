//! A cell of a sheet as the text it stands for.

use calamine::{Data, DataRef, ExcelDateTime, Style};
use rust_decimal::{Decimal, RoundingStrategy};

/// What the format of a number makes of it that it is not without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CellForm {
    /// Nothing.
    #[default]
    Plain,
    /// 0.7 is 70%.
    Percent,
    /// A code of so many digits: 2 is 02.
    Code(usize),
}

impl CellForm {
    /// That of a style.
    pub(super) fn of(style: &Style) -> Self {
        style.number_format.as_ref().map_or(Self::Plain, |format| Self::of_code(&format.format_code))
    }

    /// That of a format as it is written; of its sections the first, for what is not
    /// below nothing. What stands in quotes, or behind a backslash, is only shown.
    fn of_code(code: &str) -> Self {
        let mut signs = code.chars();
        let mut is_quoted = false;
        let mut plain = String::new();
        while let Some(sign) = signs.next() {
            match sign {
                '"' => is_quoted = !is_quoted,
                '\\' | '!' | '_' | '*' if !is_quoted => _ = signs.next(),
                ';' if !is_quoted => break,
                _ if is_quoted => {}
                other => plain.push(other),
            }
        }
        match plain.trim() {
            code if code.contains('%') => Self::Percent,
            code if code.len() > 1 && code.bytes().all(|sign| sign == b'0') => Self::Code(code.len()),
            _ => Self::Plain,
        }
    }

    fn text(self, number: f64) -> String {
        match self {
            Self::Plain => number_text(number),
            Self::Percent => format!("{}%", number_text(number * 100.0)),
            Self::Code(digits) => format!("{:0>digits$}", number_text(number)),
        }
    }
}

/// A cell as it goes on: its text, and whether it was a number or a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SheetCell {
    pub(super) text: String,
    pub(super) is_number: bool,
}

/// Behind the text of a number or a day that is only kept: no workbook and no
/// table has it in its cells. So it comes out as what it was.
pub(super) const NUMBER_MARK: char = '\u{1f}';

impl SheetCell {
    /// A cell with its format.
    pub(super) fn of(cell: &DataRef<'_>, form: CellForm) -> Self {
        let is_plain = !matches!(form, CellForm::Code(_));
        let is_number = match cell {
            DataRef::Int(_) | DataRef::Float(_) => is_plain,
            DataRef::DateTime(_) => true,
            _ => false,
        };
        Self { text: text(cell, form), is_number }
    }

    /// One that was read with its whole sheet.
    pub(super) fn of_data(cell: &Data) -> Self {
        let is_number = matches!(cell, Data::Int(_) | Data::Float(_) | Data::DateTime(_));
        Self { text: text_of(cell), is_number }
    }

    /// The cell of a column: what is only kept is marked, amounts have no more than
    /// the decimals that are whole fen, as a spreadsheet shows them.
    pub(super) fn into_text(self, role: CellRole) -> String {
        let Self { mut text, is_number } = self;
        if !is_number {
            return text;
        }
        match role {
            CellRole::Kept => text.push(NUMBER_MARK),
            CellRole::Amount { decimals } => {
                let behind = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                if behind > decimals as usize {
                    let rounded = text.parse::<Decimal>().map(|number| {
                        number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
                    });
                    text = rounded.map_or(text, |number| number.normalize().to_string());
                }
            }
            CellRole::Plain => {}
        }
        text
    }
}

/// What the cells of a column are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellRole {
    /// They are read as they are.
    Plain,
    /// They are amounts of a unit: so many decimals of it are whole fen.
    Amount {
        /// How many.
        decimals: u32,
    },
    /// They mean nothing here, and come out as what they were.
    Kept,
}

/// The text of a cell: numbers to the fen, shares as percent, days as days.
fn text(cell: &DataRef<'_>, form: CellForm) -> String {
    match cell {
        DataRef::Int(number) if form == CellForm::Plain => number.to_string(),
        DataRef::Int(number) => form.text(number.to_string().parse().unwrap_or_default()),
        DataRef::Float(number) => form.text(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(so) => so.to_string(),
        DataRef::DateTime(day) => day_text(*day),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// The same of a cell that was read with its whole sheet.
fn text_of(cell: &Data) -> String {
    match cell {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(so) => so.to_string(),
        Data::DateTime(day) => day_text(*day),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

/// A number as it is shown where its cell is wide enough: to fifteen digits, as
/// spreadsheets keep them, without the traces of binary numbers behind those.
pub fn number_text(number: f64) -> String {
    /// So many digits a spreadsheet keeps.
    const DIGITS: usize = 15;
    let shortest = number.to_string();
    let digits = shortest.bytes().filter(u8::is_ascii_digit).count();
    if digits <= DIGITS {
        return shortest;
    }
    let rounded: f64 = format!("{number:.*e}", DIGITS - 1).parse().unwrap_or(number);
    rounded.to_string()
}

fn day_text(day: ExcelDateTime) -> String {
    if day.is_duration() {
        return number_text(day.as_f64());
    }
    let day_number = day.as_f64();
    let (year, month, day_of_month, hour, minute, second, _) = day.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day_of_month:02}");
    if (0.0..1.0).contains(&day_number) {
        // A time of day alone is no day, though a sheet counts it as one of 1899.
        format!("{hour:02}:{minute:02}:{second:02}")
    } else if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn numbers_are_exact_to_the_fen() {
        for (number, text) in [
            (30000.0, "30000"),
            (12345.67, "12345.67"),
            (0.1 + 0.2, "0.3"),
            (12345.67 * 3.0, "37037.01"),
            (99_999_999.99, "99999999.99"),
            (210_300.0, "210300"),
            (-5.2, "-5.2"),
        ] {
            assert_eq!(number_text(number), text);
        }
    }

    #[test]
    fn every_fen_of_a_bill_comes_back() {
        for fen in (0..=9_999_999_999_i64).step_by(7_654_321) {
            let text = format!("{}.{:02}", fen / 100, fen % 100);
            let number: f64 = text.parse().unwrap();
            let back = yidi_core::answers::parse_amount(&number_text(number));
            assert_eq!(back.map(yidi_core::num::Money::fen), Ok(fen));
        }
    }

    #[test]
    fn a_format_that_changes_the_number_is_read() {
        let text = |code, number| CellForm::of_code(code).text(number);
        for (code, number, shown) in [
            ("0%", 0.7, "70%"),
            ("0.00%", 0.0725, "7.25%"),
            ("0%;-0%", 0.07, "7%"),
            ("[Red]0.0 %", 1.0, "100%"),
            ("00", 2.0, "02"),
            ("000000", 110_000.0, "110000"),
            ("000000", 45.0, "000045"),
            // What is only shown.
            ("General", 0.7, "0.7"),
            ("0.00\"%\"", 70.0, "70"),
            ("0.00\\%", 70.0, "70"),
            ("¥#,##0.00", 30_000.5, "30000.5"),
            ("0!.0,\"万\"", 30_000.0, "30000"),
            ("#,##0.00_);[Red](#,##0.00)", 12.5, "12.5"),
            ("_ ¥* #,##0.00_ ", 12.5, "12.5"),
            ("0", 2.0, "2"),
            ("@", 2.0, "2"),
        ] {
            assert_eq!(text(code, number), shown, "{code}");
        }
    }

    #[test]
    fn a_computed_amount_is_rounded_as_a_sheet_shows_it_and_nothing_else_is() {
        let cell =
            |number: f64, role| SheetCell::of(&DataRef::Float(number), CellForm::Plain).into_text(role);
        let amount = |decimals| CellRole::Amount { decimals };
        for (number, role, text) in [
            (10_000.0 / 3.0, amount(2), "3333.33"),
            (20_000.0 / 3.0, amount(2), "6666.67"),
            (2.345, amount(2), "2.35"),
            (2.3, amount(2), "2.3"),
            (1.0 / 3.0, amount(6), "0.333333"),
            (299.5, amount(0), "300"),
            (1.0 / 3.0, CellRole::Plain, "0.333333333333333"),
            (1.0 / 3.0, CellRole::Kept, "0.333333333333333\u{1f}"),
        ] {
            assert_eq!(cell(number, role), text);
        }
        let typed = SheetCell::of(&DataRef::String("3.333".to_owned()), CellForm::Plain);
        assert_eq!(typed.into_text(amount(2)), "3.333");
    }

    #[test]
    fn days_are_days() {
        let day = |number| day_text(ExcelDateTime::new(number, ExcelDateTimeType::DateTime, false));
        assert_eq!(day(46_027.0), "2026-01-05");
        assert_eq!(day(46_027.756_851_851_85), "2026-01-05 18:09:52");
        assert_eq!(day(0.756_851_851_85), "18:09:52");
        let of_1904 = ExcelDateTime::new(44_565.0, ExcelDateTimeType::DateTime, true);
        assert_eq!(day_text(of_1904), "2026-01-05");
    }
}

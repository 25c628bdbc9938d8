//! CSV written into the sheets of a workbook, row by row: only the row in hand
//! is in memory, the rest is in a file beside the one that is made.

use std::io::{self, Write};
use std::path::Path;

use rust_xlsxwriter::{Color, ExcelDateTime, Format, Workbook, XlsxError};
use yidi_core::answers::parse_day;

use super::cells::NUMBER_MARK;

/// So many rows a sheet can have; what comes behind goes to the next sheet.
pub const MOST_ROWS: u32 = 1_048_576;

/// Whether a file of that name is to be a workbook.
pub fn is_workbook_name(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text, whatever it looks like: numbers of people and of settlements keep
    /// every digit.
    Text,
    /// An amount of money where it is a plain one, else text.
    Money,
    /// A plain number.
    Number,
    /// A day where it is a plain one, else text.
    Day,
    /// What is wrong with the row.
    Error,
}

/// How hard a workbook is packed: a third larger than at the usual 6, in a third
/// of the time.
const PACKING: u8 = 1;

/// Makes a workbook of CSV.
pub struct SheetWriter {
    workbook: Workbook,
    /// The name of the sheets.
    name: String,
    kinds: Vec<ColumnKind>,
    formats: Formats,
    header: Vec<String>,
    sheets: u32,
    row: u32,
    /// So many rows a sheet gets.
    most: u32,
    /// What is not a whole record yet.
    rest: Vec<u8>,
    /// The rest ends inside quotes.
    quoted: bool,
    /// So much of the rest was looked through.
    seen: usize,
}

struct Formats {
    header: Format,
    money: Format,
    day: Format,
    moment: Format,
    percent: Format,
    error: Format,
}

impl SheetWriter {
    /// A workbook whose sheets are called so. `beside` is the folder in which
    /// room is taken while it is written.
    ///
    /// # Errors
    /// Where there is no such folder.
    pub fn new(name: &str, beside: &Path, kinds: Vec<ColumnKind>) -> io::Result<Self> {
        let mut workbook = Workbook::new();
        let beside = if beside.as_os_str().is_empty() { Path::new(".") } else { beside };
        workbook.set_tempdir(beside).map_err(other)?;
        workbook.set_zip_compression_level(PACKING);
        let formats = Formats {
            header: Format::new().set_bold().set_text_wrap(),
            money: Format::new().set_num_format("#,##0.00"),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
            percent: Format::new().set_num_format("0.00%"),
            error: Format::new()
                .set_font_color(Color::RGB(0x9c_0006))
                .set_background_color(Color::RGB(0xff_c7ce)),
        };
        Ok(Self {
            workbook,
            name: name.to_owned(),
            kinds,
            formats,
            header: Vec::new(),
            sheets: 0,
            row: 0,
            most: MOST_ROWS,
            rest: Vec::new(),
            quoted: false,
            seen: 0,
        })
    }

    /// How many sheets there are by now.
    pub const fn sheets(&self) -> u32 {
        self.sheets
    }

    /// Writes the workbook out.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn finish(mut self, out: &mut (dyn Write + Send)) -> io::Result<()> {
        if !self.rest.is_empty() {
            self.rest.push(b'\n');
            self.quoted = false;
            self.take_records(self.rest.len())?;
        }
        for sheet in self.workbook.worksheets_mut() {
            let last = u16::try_from(self.header.len().saturating_sub(1)).unwrap_or(u16::MAX);
            let rows = if self.sheets > 1 { self.most - 1 } else { self.row.saturating_sub(1) };
            if !self.header.is_empty() {
                sheet.autofilter(0, 0, rows, last).map_err(other)?;
            }
        }
        self.workbook.save_to_writer(out).map_err(other)
    }

    /// Takes the records that end before a place in the rest.
    fn take_records(&mut self, end: usize) -> io::Result<()> {
        let rest = std::mem::take(&mut self.rest);
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&rest[..end]);
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record).map_err(io::Error::other)? {
            self.record(&record)?;
        }
        self.rest = rest[end..].to_vec();
        self.seen = self.seen.saturating_sub(end);
        Ok(())
    }

    fn record(&mut self, record: &csv::StringRecord) -> io::Result<()> {
        if self.header.is_empty() {
            self.header = record.iter().map(str::to_owned).collect();
            return self.begin();
        }
        if self.row == self.most {
            self.begin()?;
        }
        let sheet = self.workbook.worksheet_from_index(self.sheets as usize - 1).map_err(other)?;
        for ((column, cell), kind) in
            (0..).zip(record).zip(self.kinds.iter().chain(std::iter::repeat(&ColumnKind::Text)))
        {
            if cell.is_empty() {
                continue;
            }
            if let Some(kept) = cell.strip_suffix(NUMBER_MARK) {
                let formats = &self.formats;
                let done = match Kept::of(kept) {
                    Some(Kept::Number(number)) => sheet.write_number(self.row, column, number),
                    Some(Kept::Percent(share)) => {
                        sheet.write_number_with_format(self.row, column, share, &formats.percent)
                    }
                    Some(Kept::Day(day)) => {
                        sheet.write_datetime_with_format(self.row, column, day, &formats.day)
                    }
                    Some(Kept::Moment(moment)) => {
                        sheet.write_datetime_with_format(self.row, column, moment, &formats.moment)
                    }
                    None => sheet.write_string(self.row, column, cut(kept)),
                };
                done.map_err(other)?;
                continue;
            }
            match (kind, plain(cell)) {
                (ColumnKind::Money | ColumnKind::Number, Some(number)) => {
                    sheet.write_number(self.row, column, number)
                }
                (ColumnKind::Day, _) => match (day(cell), moment(cell)) {
                    (Some(day), _) => sheet.write_datetime(self.row, column, day),
                    (_, Some(moment)) => {
                        sheet.write_datetime_with_format(self.row, column, moment, &self.formats.moment)
                    }
                    _ => sheet.write_string(self.row, column, cut(cell)),
                },
                (ColumnKind::Error, _) => {
                    sheet.write_string_with_format(self.row, column, cut(cell), &self.formats.error)
                }
                _ => sheet.write_string(self.row, column, cut(cell)),
            }
            .map_err(other)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Begins a sheet with the header.
    fn begin(&mut self) -> io::Result<()> {
        self.sheets += 1;
        let name =
            if self.sheets == 1 { self.name.clone() } else { format!("{} {}", self.name, self.sheets) };
        let sheet = self.workbook.add_worksheet_with_constant_memory().map_err(other)?;
        sheet.set_name(name).map_err(other)?;
        sheet.set_freeze_panes(1, 0).map_err(other)?;
        // What a whole column has is not looked up for each of its cells.
        for (column, kind) in (0..).zip(&self.kinds) {
            match kind {
                ColumnKind::Money => sheet.set_column_format(column, &self.formats.money),
                ColumnKind::Day => sheet.set_column_format(column, &self.formats.day),
                ColumnKind::Text | ColumnKind::Number | ColumnKind::Error => continue,
            }
            .map_err(other)?;
        }
        for (column, name) in (0..).zip(&self.header) {
            sheet.write_string_with_format(0, column, cut(name), &self.formats.header).map_err(other)?;
        }
        self.row = 1;
        Ok(())
    }
}

impl Write for SheetWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A mark of the encoding is no part of the first name.
        let bytes_of_text = if self.header.is_empty() && self.rest.is_empty() {
            bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
        } else {
            bytes
        };
        self.rest.extend_from_slice(bytes_of_text);
        let mut end = 0;
        for (place, byte) in self.rest.iter().enumerate().skip(self.seen) {
            match byte {
                b'"' => self.quoted = !self.quoted,
                b'\n' if !self.quoted => end = place + 1,
                _ => {}
            }
        }
        self.seen = self.rest.len();
        if end > 0 {
            self.take_records(end)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// So many characters a cell holds.
const LONGEST: usize = 32_767;

/// As much of a text as a cell holds.
fn cut(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    let units = |(at, c): (usize, char)| (at, c.len_utf16());
    let mut room = LONGEST;
    let end = text.char_indices().map(units).find(|(_, length)| {
        let full = *length > room;
        room = room.saturating_sub(*length);
        full
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// The number of a plain amount: digits, and a point among them perhaps.
fn plain(cell: &str) -> Option<f64> {
    /// More digits a cell does not keep.
    const MOST_DIGITS: usize = 15;
    let is_plain = cell.len() <= MOST_DIGITS
        && cell.as_bytes().first().is_some_and(u8::is_ascii_digit)
        && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    // What begins with noughts is a code.
    let is_code = cell.len() > 1 && cell.starts_with('0') && !cell.starts_with("0.");
    if is_plain && !is_code { cell.parse().ok() } else { None }
}

/// What the cell of a workbook was that is only kept.
enum Kept {
    Number(f64),
    Percent(f64),
    Day(ExcelDateTime),
    Moment(ExcelDateTime),
}

impl Kept {
    /// By its text; nothing where a number has more digits than a cell keeps.
    fn of(text: &str) -> Option<Self> {
        const MOST_DIGITS: usize = 15;
        if let Some(day) = day(text) {
            return Some(Self::Day(day));
        }
        if let Some(moment) = moment(text) {
            return Some(Self::Moment(moment));
        }
        let (number, is_share) = text.strip_suffix('%').map_or((text, false), |share| (share, true));
        let digits = number.trim_start_matches(['-', '0', '.']);
        let is_kept = digits.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS;
        let number: f64 = number.parse().ok().filter(|number: &f64| is_kept && number.is_finite())?;
        Some(if is_share { Self::Percent(number / 100.0) } else { Self::Number(number) })
    }
}

/// A day with a time: `2026-01-05 18:09:52`.
fn moment(cell: &str) -> Option<ExcelDateTime> {
    let (date, time) = cell.split_once(' ').filter(|(_, time)| time.len() == 8)?;
    let mut parts = time.split(':').map(|part| part.parse::<u16>().ok());
    let [hour, minute, second] = [parts.next()??, parts.next()??, parts.next()??];
    let (minute, second) = (u8::try_from(minute).ok()?, u8::try_from(second).ok()?);
    day(date)?.and_hms(hour, minute, second).ok()
}

/// A plain day: `2026-01-05`.
fn day(cell: &str) -> Option<ExcelDateTime> {
    let is_plain = cell.len() == 10 && cell.as_bytes()[4] == b'-';
    let day = parse_day(cell).filter(|_| is_plain)?;
    let (month, day_of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    ExcelDateTime::from_ymd(day.year().unsigned_abs(), month, day_of_month).ok()
}

pub(super) fn other(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        error => io::Error::other(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::{SheetSource, open};

    /// Every sheet of a workbook as CSV.
    fn sheets(bytes: Vec<u8>, names: &[&str]) -> Vec<String> {
        let source = SheetSource::Bytes(bytes.into());
        let read = |name: &&str| {
            let mut text = String::new();
            let mut sheet = open(source.clone(), Some(name), <[String]>::len, &|_| Vec::new()).unwrap();
            sheet.csv.read_to_string(&mut text).unwrap();
            text
        };
        names.iter().map(read).collect()
    }

    fn written(table: &str, most: u32, step: usize) -> (Vec<u8>, u32) {
        let folder = tempfile::tempdir().unwrap();
        let kinds = vec![ColumnKind::Text, ColumnKind::Money, ColumnKind::Day, ColumnKind::Error];
        let mut sheet = SheetWriter::new("S", folder.path(), kinds).unwrap();
        sheet.most = most;
        for piece in table.as_bytes().chunks(step) {
            sheet.write_all(piece).unwrap();
        }
        let mut bytes = Vec::new();
        let sheets = sheet.sheets();
        sheet.finish(&mut bytes).unwrap();
        (bytes, sheets)
    }

    #[test]
    fn a_table_comes_back_as_it_was_however_it_is_handed_on() {
        let table = "id,paid,on,error\n\
                     510100199001011234,13200.00,2026-01-05,\n\
                     007,\"1,000\",2026年1月5日,\"two\nlines, \"\"quoted\"\"\"\n\
                     ,0.05,,x\n";
        // Numbers lose the noughts behind, nothing else changes.
        let back = table.replace("13200.00", "13200");
        for step in [1, 7, 4096] {
            let (bytes, _) = written(table, MOST_ROWS, step);
            assert_eq!(sheets(bytes, &["S"]).concat(), back, "{step}");
        }
    }

    #[test]
    fn what_a_sheet_has_no_room_for_goes_to_the_next() {
        let (bytes, count) = written("a,b\n1,2\n3,4\n5,6\n7,8\n9,10\n", 3, 5);
        assert_eq!(count, 3);
        assert_eq!(
            sheets(bytes, &["S", "S 2", "S 3"]),
            ["a,b\n1,2\n3,4\n", "a,b\n5,6\n7,8\n", "a,b\n9,10\n"]
        );
    }

    #[test]
    fn only_plain_amounts_become_numbers() {
        for (cell, number) in [
            ("13200.00", Some(13_200.0)),
            ("0.05", Some(0.05)),
            ("0", Some(0.0)),
            ("007", None),
            ("-5", None),
            ("5万", None),
            ("1234567890123456", None),
            ("1e5", None),
        ] {
            assert_eq!(plain(cell), number, "{cell}");
        }
        assert_eq!(cut(&"字".repeat(LONGEST + 1)).chars().count(), LONGEST);
        assert_eq!(cut(&"😀".repeat(LONGEST)).chars().count(), LONGEST / 2);
    }
}

//! A workbook of the old kind (`.xls`) before it is read: its one stream with the
//! cells, in an envelope of our own. The reader trusts both: links between sectors
//! that go round, and a cell said to stand below and beside everything, for which it
//! lays out a sheet as large.

use std::io::{Cursor, Read, Seek, Write};

use super::source::WorkbookError;

/// So many bytes of a stream are taken.
const MOST_BYTES: u64 = 512 << 20;
/// A sheet of this kind has so many columns.
const COLUMNS: u16 = 256;
/// So many cells are laid out, even where most of them are empty.
const ALWAYS: u64 = 4 << 20;
/// Beyond that, one in so many is filled at least.
const MOST_EMPTY: u64 = 64;
/// Sheets stand one behind the other: read again and again, they are no sheets.
const MOST_TIMES: u64 = 4;

// Kinds of records.
const END: u16 = 0x000a;
const FORMULA: u16 = 0x0006;
const SHEET: u16 = 0x0085;
const SEVERAL: u16 = 0x00bd;
const SIZE: u16 = 0x0200;
/// Numbers, texts, errors: they begin with row and column.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, 0x00fd, FORMULA];

/// The same workbook with nothing else in it, where its sheets are no larger than
/// what stands in them.
///
/// # Errors
/// Where it cannot be read, or is made to take more room than there is.
pub(super) fn sound(input: impl Read + Seek) -> Result<Vec<u8>, WorkbookError> {
    let mut file = cfb::CompoundFile::open(input).map_err(WorkbookError::damaged)?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name));
    let name = name.ok_or(WorkbookError::Cut)?;
    let mut stream = Vec::new();
    file.open_stream(name)
        .and_then(|found| found.take(MOST_BYTES).read_to_end(&mut stream))
        .map_err(WorkbookError::damaged)?;
    look_through(&stream)?;
    let mut envelope = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))
        .map_err(WorkbookError::damaged)?;
    envelope
        .create_stream(name)
        .and_then(|mut whole| whole.write_all(&stream))
        .map_err(WorkbookError::damaged)?;
    envelope.flush().map_err(WorkbookError::damaged)?;
    Ok(envelope.into_inner().into_inner())
}

/// A record: its kind and what is in it.
type Record<'s> = (u16, &'s [u8]);

/// The records from a place on, as far as they are whole.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(from..).unwrap_or_default();
    std::iter::from_fn(move || {
        let kind = number(rest, 0)?;
        let length = usize::from(number(rest, 2)?);
        let data = rest.get(4..)?.get(..length)?;
        rest = rest.get(4..)?.get(length..)?;
        Some((kind, data))
    })
}

fn number(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

fn long_number(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

/// Looks at each sheet as it will be read.
fn look_through(stream: &[u8]) -> Result<(), WorkbookError> {
    let mut read = 0_u64;
    let most = (stream.len() as u64).saturating_mul(MOST_TIMES);
    for (kind, data) in records(stream, 0) {
        match kind {
            END => break,
            SHEET => {
                let begin = long_number(data, 0).and_then(|place| usize::try_from(place).ok());
                let begin = begin.filter(|place| *place <= stream.len());
                let begin = begin.ok_or(WorkbookError::Cut)?;
                read = read.saturating_add(Sheet::of(stream, begin)?);
                if read > most {
                    return Err(WorkbookError::Bomb);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// How far the cells of a sheet reach.
#[derive(Default)]
struct Sheet {
    /// First and last row, first and last column.
    ends: Option<[u16; 4]>,
    cells: u64,
}

impl Sheet {
    /// Reads a sheet, and says how many bytes that were.
    fn of(stream: &[u8], begin: usize) -> Result<u64, WorkbookError> {
        let mut sheet = Self::default();
        let mut read = 0_u64;
        for (kind, data) in records(stream, begin) {
            read = read.saturating_add(data.len() as u64).saturating_add(4);
            match kind {
                END => break,
                SIZE if is_too_large(data) => return Err(WorkbookError::Bomb),
                SEVERAL => {
                    let last = data.len().checked_sub(2).and_then(|at| number(data, at));
                    let (Some(row), Some(first), Some(last)) = (number(data, 0), number(data, 2), last)
                    else {
                        continue;
                    };
                    sheet.cell(row, first)?;
                    sheet.cell(row, last)?;
                    sheet.cells = sheet.cells.saturating_add(u64::from(last.saturating_sub(first)));
                }
                _ if CELLS.contains(&kind) => {
                    if let (Some(row), Some(column)) = (number(data, 0), number(data, 2)) {
                        sheet.cell(row, column)?;
                    }
                }
                _ => {}
            }
        }
        sheet.fits().map(|()| read)
    }

    fn cell(&mut self, row: u16, column: u16) -> Result<(), WorkbookError> {
        if column >= COLUMNS {
            return Err(WorkbookError::Bomb);
        }
        let [top, bottom, left, right] = self.ends.unwrap_or([row, row, column, column]);
        self.ends = Some([top.min(row), bottom.max(row), left.min(column), right.max(column)]);
        self.cells = self.cells.saturating_add(1);
        Ok(())
    }

    fn fits(&self) -> Result<(), WorkbookError> {
        let [top, bottom, left, right] = self.ends.unwrap_or_default().map(u64::from);
        let side = |first: u64, last: u64| last.saturating_sub(first).saturating_add(1);
        let laid_out = side(top, bottom).saturating_mul(side(left, right));
        let most = ALWAYS.max(self.cells.saturating_mul(MOST_EMPTY));
        if laid_out > most { Err(WorkbookError::Bomb) } else { Ok(()) }
    }
}

/// Whether a sheet says that it is larger than one can be: room is made for it.
fn is_too_large(data: &[u8]) -> bool {
    const ROWS: u32 = 1 << 16;
    let rows = match data.len() {
        10 => number(data, 0).zip(number(data, 2)).map(|(first, last)| (u32::from(first), u32::from(last))),
        14 | 16 => long_number(data, 0).zip(long_number(data, 4)),
        _ => None,
    };
    let last_column = number(data, if data.len() == 10 { 6 } else { 10 });
    let is_sound = |(first, last): (u32, u32)| last == 0 || first < last && last <= ROWS;
    !rows.is_none_or(is_sound) || last_column.is_some_and(|last| last > COLUMNS)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A record as it is written.
    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    fn cell(row: u16, column: u16) -> Vec<u8> {
        record(0x0203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 10]].concat())
    }

    /// A stream with these sheets, each where it says.
    fn stream(sheets: &[Vec<u8>], place: impl Fn(usize) -> u32) -> Vec<u8> {
        let head = |begin: u32| record(SHEET, &[&begin.to_le_bytes()[..], &[0, 0, 1, 0, b'a']].concat());
        let length = sheets.len() * head(0).len() + 4;
        let (mut heads, mut bodies) = (Vec::new(), Vec::new());
        for sheet in sheets {
            heads.extend(head(place(length + bodies.len())));
            bodies.extend_from_slice(sheet);
            bodies.extend(record(END, &[]));
        }
        [heads, record(END, &[]), bodies].concat()
    }

    fn looked(sheets: &[Vec<u8>]) -> Result<(), WorkbookError> {
        look_through(&stream(sheets, |place| u32::try_from(place).unwrap()))
    }

    #[test]
    fn a_sheet_is_no_larger_than_what_stands_in_it() {
        assert!(looked(&[[cell(0, 0), cell(65_535, 63)].concat(), cell(3, 255)]).is_ok());
        // 65 536 × 65 cells for two of them.
        let wide = [cell(0, 0), cell(65_535, 64)].concat();
        assert!(matches!(looked(&[cell(0, 0), wide]), Err(WorkbookError::Bomb)));
        assert!(matches!(looked(&[cell(0, 256)]), Err(WorkbookError::Bomb)));
        let several = |last: u16| record(SEVERAL, &[&[0; 4][..], &[0; 12], &last.to_le_bytes()].concat());
        assert!(looked(&[several(1)]).is_ok());
        assert!(matches!(looked(&[several(u16::MAX)]), Err(WorkbookError::Bomb)));
    }

    #[test]
    fn a_sheet_says_no_more_than_it_can_be() {
        let size = |first: u32, last: u32, column: u16| {
            let rows = [first.to_le_bytes(), last.to_le_bytes()].concat();
            record(SIZE, &[&rows[..], &[0; 2], &column.to_le_bytes(), &[0; 2]].concat())
        };
        assert!(looked(&[size(0, 65_536, 256), size(5, 0, 0)]).is_ok());
        for wrong in [size(0, 65_537, 1), size(9, 3, 1), size(0, 3, 257), size(0, u32::MAX, 1)] {
            assert!(matches!(looked(&[wrong]), Err(WorkbookError::Bomb)));
        }
    }

    #[test]
    fn sheets_do_not_stand_in_each_other_again_and_again() {
        let many: Vec<Vec<u8>> = (0..2_000).map(|row| cell(row, 0)).collect();
        assert!(looked(&many).is_ok());
        let length = u32::try_from(stream(&many, |_| 0).len()).unwrap();
        // Every one of them is said to be all of the cells.
        let all = [vec![many.concat()], vec![Vec::new(); 2_000]].concat();
        let first = u32::try_from(2_001 * 13 + 4).unwrap();
        assert!(matches!(look_through(&stream(&all, |_| first)), Err(WorkbookError::Bomb)));
        let outside = look_through(&stream(&many, |_| length + 1));
        assert!(matches!(outside, Err(WorkbookError::Cut)));
    }
}

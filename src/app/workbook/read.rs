//! A sheet read as the CSV it would be, row by row as far as the format allows:
//! `.xlsx` streams, the others are read whole first.

use std::io::{self, Cursor, Read, Seek};
use std::thread;

use calamine::{Ods, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, Xlsx};
use crossbeam_channel::bounded;

use super::cell_rows::{CellRows, Taker, each_of, is_empty};
use super::cells::{CellForm, CellRole};
use super::formulas::Formulas;
use super::lines::{BookLayout, Lines, laid_out};
use super::old::sound;
use super::open_document::closed;
use super::pipe::Pipe;
use super::source::{BookArchive, BookInput, SheetSource, WorkbookError};
use super::strings::counted;
use crate::guard::inside_reader;

/// How an archive begins, and a workbook of the old kind.
const ARCHIVE: &[u8] = b"PK\x03\x04";
const OLD: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Whether a file that begins so is a workbook.
pub fn is_workbook(beginning: &[u8]) -> bool {
    beginning.starts_with(ARCHIVE) || beginning.starts_with(OLD)
}

/// A sheet that is being read.
pub struct OpenSheet {
    /// What it is called.
    pub name: String,
    /// What the others are called that could have been read.
    pub others: Vec<String>,
    /// Its cells, as CSV in UTF-8.
    pub csv: Box<dyn Read + Send>,
}

/// Any kind of workbook.
enum OpenBook {
    Xlsx(Box<Xlsx<BookInput>>, Formulas),
    Xls(Xls<BookInput>),
    Xlsb(Xlsb<BookInput>),
    Ods(Ods<BookInput>),
}

impl OpenBook {
    fn open(source: &SheetSource) -> Result<Self, WorkbookError> {
        let mut input = source.open()?;
        let mut beginning = [0; 8];
        let length = input.read(&mut beginning)?;
        if beginning[..length].starts_with(OLD) {
            // A workbook of the new kind that is locked comes in the old envelope.
            let refused = |error: WorkbookError| -> Result<Self, WorkbookError> {
                Err(if is_locked(source)? { WorkbookError::Locked } else { error })
            };
            let sound = match sound(source.open()?) {
                Ok(sound) => sound,
                Err(error) => return refused(error),
            };
            return match Xls::new(Box::new(Cursor::new(sound)) as BookInput) {
                Ok(book) => Ok(Self::Xls(book)),
                Err(XlsError::Password) => Err(WorkbookError::Locked),
                Err(error) => refused(WorkbookError::damaged(error)),
            };
        }
        let packed = source.open()?.seek(io::SeekFrom::End(0))?;
        let mut archive = BookArchive::new(source.open()?).map_err(WorkbookError::damaged)?;
        unpacks_sensibly(&mut archive, packed)?;
        counted(&mut archive)?;
        let fault = match Xlsx::new(source.open()?) {
            Ok(book) => return Ok(Self::Xlsx(Box::new(book), Formulas::of(source.clone()))),
            Err(error) => WorkbookError::damaged(error),
        };
        closed(&mut archive)?;
        if let Ok(book) = Ods::new(source.open()?) {
            return Ok(Self::Ods(book));
        }
        Xlsb::new(source.open()?).map(Self::Xlsb).map_err(|_| fault)
    }

    /// The sheets with cells that are shown, else all of them.
    fn names(&self) -> Vec<String> {
        let sheets = match self {
            Self::Xlsx(book, _) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        let of_cells = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let shown = of_cells.clone().filter(|sheet| sheet.visible == SheetVisible::Visible);
        let shown: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
        if shown.is_empty() { of_cells.map(|sheet| sheet.name.clone()).collect() } else { shown }
    }

    /// Hands on the rows of a sheet that have cells, until no more are wanted.
    fn each_row(&mut self, name: &str, take: Taker<'_>) -> Result<(), WorkbookError> {
        match self {
            Self::Xlsx(book, formulas) => {
                let mut reader = book.worksheet_cells_reader(name).map_err(WorkbookError::damaged)?;
                let forms: Vec<CellForm> = reader.styles().iter().map(CellForm::of).collect();
                let mut rows = CellRows::of(forms, take);
                // Most sheets have no cell without a value: what it may stand for is
                // looked up from the first one on.
                let mut next = reader.next_cell_with_style_id().map_err(WorkbookError::damaged)?;
                while let Some((cell, style)) = next.as_ref().filter(|(cell, _)| !is_empty(cell)) {
                    if !rows.put(cell, *style, String::new()) {
                        return Ok(());
                    }
                    next = reader.next_cell_with_style_id().map_err(WorkbookError::damaged)?;
                }
                let mut beside = if next.is_some() { formulas.open()? } else { None };
                let mut beside = match &mut beside {
                    Some(book) => Some(book.worksheet_cells_reader(name).map_err(WorkbookError::damaged)?),
                    None => None,
                };
                while let Some((cell, style)) = next {
                    let formula = match &mut beside {
                        Some(reader) if is_empty(&cell) => Formulas::at(reader, cell.get_position())
                            .map_err(WorkbookError::damaged)?
                            .unwrap_or_default(),
                        _ => String::new(),
                    };
                    if !rows.put(&cell, style, formula) {
                        return Ok(());
                    }
                    next = reader.next_cell_with_style_id().map_err(WorkbookError::damaged)?;
                }
                rows.end();
                return Ok(());
            }
            Self::Xlsb(book) => {
                let mut reader = book.worksheet_cells_reader(name).map_err(WorkbookError::damaged)?;
                let mut rows = CellRows::of(Vec::new(), take);
                while let Some(cell) = reader.next_cell().map_err(WorkbookError::damaged)? {
                    if !rows.put(&cell, 0, String::new()) {
                        return Ok(());
                    }
                }
                rows.end();
                return Ok(());
            }
            Self::Xls(book) => book.worksheet_range(name).map_err(WorkbookError::damaged),
            Self::Ods(book) => book.worksheet_range(name).map_err(WorkbookError::damaged),
        }
        .map(|range| each_of(&range, take))
    }
}

/// Whether an old envelope holds a locked workbook of the new kind.
fn is_locked(source: &SheetSource) -> Result<bool, WorkbookError> {
    const MARK: &str = "EncryptedPackage";
    const LOOKED_AT: u64 = 1 << 20;
    let mut bytes = Vec::new();
    source.open()?.take(LOOKED_AT).read_to_end(&mut bytes)?;
    let mark: Vec<u8> = MARK.encode_utf16().flat_map(u16::to_le_bytes).collect();
    Ok(memchr::memmem::find(&bytes, &mark).is_some())
}

/// Refuses what is packed into so many bytes and unpacks to far more than any workbook does.
fn unpacks_sensibly(archive: &mut BookArchive, packed: u64) -> Result<(), WorkbookError> {
    /// Cells of a sheet that repeat themselves are packed so well at most.
    const MOST_TIMES: u64 = 100;
    const ALWAYS: u64 = 64 << 20;
    const MOST_PARTS: usize = 10_000;
    if archive.len() > MOST_PARTS {
        return Err(WorkbookError::Bomb);
    }
    let mut unpacked: u64 = 0;
    for part in 0..archive.len() {
        let part = archive.by_index_raw(part).map_err(WorkbookError::damaged)?;
        unpacked = unpacked.saturating_add(part.size());
    }
    let most = packed.saturating_mul(MOST_TIMES).saturating_add(ALWAYS);
    if unpacked > most { Err(WorkbookError::Bomb) } else { Ok(()) }
}

/// So many rows are looked at for names before a sheet is chosen.
const LOOKED_AT: usize = 31;

/// The first rows of a sheet, each as wide as its last cell.
fn first_rows(book: &mut OpenBook, name: &str, most: usize) -> Result<Vec<Vec<String>>, WorkbookError> {
    Ok(first_numbered(book, name, most)?.into_iter().map(|(_, row)| row).collect())
}

/// The same, each with its place in the sheet.
fn first_numbered(
    book: &mut OpenBook,
    name: &str,
    most: usize,
) -> Result<Vec<(u32, Vec<String>)>, WorkbookError> {
    let mut rows = Vec::new();
    book.each_row(name, &mut |row, cells| {
        rows.push((row, laid_out(cells, 0, |_, cell| cell.text)));
        rows.len() < most
    })?;
    Ok(rows)
}

/// Opens a sheet: the one that is wanted by name or number, else the first with
/// the most names that `known` counts in a row. `roles` says what each column is for,
/// by the rows down to the header.
///
/// # Errors
/// Where it is no workbook, or has no such sheet.
pub fn open(
    source: SheetSource,
    wanted: Option<&str>,
    known: fn(&[String]) -> usize,
    roles: &dyn Fn(&[Vec<String>]) -> Vec<CellRole>,
) -> Result<OpenSheet, WorkbookError> {
    let (mut book, names, name, head) = inside_reader(|| {
        let mut book = OpenBook::open(&source)?;
        let names = book.names();
        let name = chosen(&mut book, &names, wanted, known)?;
        let head = first_numbered(&mut book, &name, LOOKED_AT)?;
        Ok::<_, WorkbookError>((book, names, name, head))
    })?;
    let others = names.into_iter().filter(|other| *other != name).collect();
    let layout = BookLayout::of(head, known, roles);
    let (send, receive) = bounded(4);
    let sheet = name.clone();
    thread::spawn(move || {
        let mut lines = Lines::of(layout, &send);
        let read = inside_reader(|| book.each_row(&sheet, &mut |row, cells| lines.row(row, cells)));
        // Nobody reads on where this fails.
        let _ = match read {
            Ok(()) => lines.flush() && send.send(Ok(Vec::new())).is_ok(),
            Err(error) => send.send(Err(io::Error::other(error.to_string()))).is_ok(),
        };
    });
    Ok(OpenSheet { name, others, csv: Box::new(Pipe::of(receive)) })
}

/// A sheet that is read whole.
pub struct SheetRows {
    /// Its name.
    pub name: String,
    /// Its rows, each as wide as its last cell.
    pub rows: Vec<Vec<String>>,
    /// The other sheets that have as many names in a row as a table needs.
    pub others: Vec<String>,
}

/// All rows of a sheet, for what is small: at most so many.
///
/// # Errors
/// Where it is no workbook, or has no such sheet.
pub fn rows(
    source: SheetSource,
    wanted: Option<&str>,
    known: fn(&[String]) -> usize,
    most: usize,
) -> Result<SheetRows, WorkbookError> {
    inside_reader(|| {
        let mut book = OpenBook::open(&source)?;
        let names = book.names();
        let name = chosen(&mut book, &names, wanted, known)?;
        let mut others = Vec::new();
        for other in names.into_iter().filter(|other| *other != name) {
            if first_rows(&mut book, &other, LOOKED_AT)?.iter().map(|row| known(row)).sum::<usize>() > 1 {
                others.push(other);
            }
        }
        let rows = first_rows(&mut book, &name, most)?;
        Ok(SheetRows { name, rows, others })
    })
}

/// The cells of a sheet at their places, rows and columns from 0, empty ones left out.
pub type SheetCells = Vec<(u32, Vec<(u32, String)>)>;

/// Every sheet that is shown, with its name; of each at most so many rows.
///
/// # Errors
/// Where it is no workbook.
pub fn all_sheets(source: SheetSource, most: usize) -> Result<Vec<(String, SheetCells)>, WorkbookError> {
    inside_reader(|| {
        let mut book = OpenBook::open(&source)?;
        let mut sheets = Vec::new();
        for name in book.names() {
            let mut rows = Vec::new();
            book.each_row(&name, &mut |row, cells| {
                let cells = cells.into_iter().map(|(column, cell)| (column, cell.text));
                rows.push((row, cells.collect()));
                rows.len() < most
            })?;
            sheets.push((name, rows));
        }
        Ok(sheets)
    })
}

fn chosen(
    book: &mut OpenBook,
    names: &[String],
    wanted: Option<&str>,
    known: fn(&[String]) -> usize,
) -> Result<String, WorkbookError> {
    let none = || WorkbookError::NoSheet { names: names.to_vec() };
    if let Some(wanted) = wanted {
        let by_name = names.iter().find(|name| name.trim() == wanted.trim());
        let by_number =
            || wanted.trim().parse::<usize>().ok()?.checked_sub(1).and_then(|place| names.get(place));
        return by_name.or_else(by_number).cloned().ok_or_else(none);
    }
    let mut best: Option<(usize, &String)> = None;
    for name in names {
        let rows = first_rows(book, name, LOOKED_AT)?;
        let most = rows.iter().map(|row| known(row)).max().unwrap_or_default();
        if best.is_none_or(|(least, _)| most > least) {
            best = Some((most, name));
        }
    }
    best.map(|(_, name)| name.clone()).ok_or_else(none)
}

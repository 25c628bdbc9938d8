//! Rows of one person brought together, in order of discharge, in bounded memory:
//! what does not fit is sorted in parts that go to files without a name and are
//! merged as they are read.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write};

use super::answers::Answers;
use super::person::{PersonReader, cuts};
use super::progress::Progress;
use super::records::{BrokenRecord, Chunk, ChunkSource, Record, Records};

/// So many bytes of rows are held in memory.
const MOST_HELD: usize = 20 << 20;
/// So many rows are held in memory.
const MOST_ROWS: usize = 160_000;
/// So many files are merged at once.
const MOST_FILES: usize = 96;
/// What is read of a file at a time.
const BLOCK: usize = 32 * 1024;

/// By what rows are sorted: whose, of which day, which row of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Order {
    key: Vec<u8>,
    /// Days since 1970; what has no day stands first, and is refused later.
    day: i32,
    row: u64,
}

/// A row that waits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Waiting {
    order: Order,
    flags: u8,
    bytes: Vec<u8>,
}

impl Waiting {
    const fn record(&self) -> Record {
        let broken = match self.flags >> 1 {
            1 => Some(BrokenRecord::TooLong),
            2 => Some(BrokenRecord::OpenQuote),
            _ => None,
        };
        Record { row: self.order.row, start: 0, end: 0, quoted: self.flags & 1 == 1, broken }
    }
}

/// How a record is marked in a file.
fn flags(record: &Record) -> u8 {
    let broken = match record.broken {
        None => 0,
        Some(BrokenRecord::TooLong) => 1,
        Some(BrokenRecord::OpenQuote) => 2,
    };
    u8::from(record.quoted) | broken << 1
}

/// Rows in memory: where each stands in the bytes of all.
struct Held {
    bytes: Vec<u8>,
    rows: Vec<HeldRow>,
}

#[derive(Clone, Copy)]
struct HeldRow {
    /// Where the key begins, the row after it, and the row ends.
    at: [usize; 3],
    day: i32,
    row: u64,
    flags: u8,
}

impl Held {
    /// Room for all that is held: what grows would take twice as much for a while.
    fn empty() -> Self {
        Self { bytes: Vec::with_capacity(MOST_HELD + (2 << 20)), rows: Vec::with_capacity(MOST_ROWS) }
    }

    fn is_full(&self) -> bool {
        self.bytes.len() >= MOST_HELD || self.rows.len() >= MOST_ROWS
    }

    fn put(&mut self, key: &[u8], day: i32, record: &Record, bytes: &[u8]) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(key);
        let middle = self.bytes.len();
        self.bytes.extend_from_slice(bytes);
        let at = [start, middle, self.bytes.len()];
        self.rows.push(HeldRow { at, day, row: record.row, flags: flags(record) });
    }

    fn sort(&mut self) {
        let bytes = &self.bytes;
        let key = |row: &HeldRow| &bytes[row.at[0]..row.at[1]];
        self.rows.sort_unstable_by(|one, other| {
            key(one).cmp(key(other)).then_with(|| (one.day, one.row).cmp(&(other.day, other.row)))
        });
    }

    fn waiting(&self, row: &HeldRow, into: &mut Waiting) {
        let [start, middle, end] = row.at;
        into.order.key.clear();
        into.order.key.extend_from_slice(&self.bytes[start..middle]);
        (into.order.day, into.order.row, into.flags) = (row.day, row.row, row.flags);
        into.bytes.clear();
        into.bytes.extend_from_slice(&self.bytes[middle..end]);
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.rows.clear();
    }
}

fn write(file: &mut impl Write, row: &Waiting) -> io::Result<()> {
    let length =
        |bytes: &[u8]| u32::try_from(bytes.len()).map_err(|_| io::Error::from(ErrorKind::InvalidData));
    file.write_all(&length(&row.order.key)?.to_le_bytes())?;
    file.write_all(&length(&row.bytes)?.to_le_bytes())?;
    file.write_all(&row.order.day.to_le_bytes())?;
    file.write_all(&row.order.row.to_le_bytes())?;
    file.write_all(&[row.flags])?;
    file.write_all(&row.order.key)?;
    file.write_all(&row.bytes)
}

/// A sorted part in a file.
struct Part {
    file: BufReader<File>,
    next: Waiting,
}

impl Part {
    /// Reads a part from its beginning; nothing where it is empty.
    fn open(mut file: File) -> io::Result<Option<Self>> {
        file.seek(SeekFrom::Start(0))?;
        let mut part = Self { file: BufReader::with_capacity(BLOCK, file), next: Waiting::default() };
        Ok(part.advance()?.then_some(part))
    }

    /// Reads the next row; false at the end.
    fn advance(&mut self) -> io::Result<bool> {
        let mut head = [0; 21];
        match self.file.read_exact(&mut head) {
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(false),
            other => other?,
        }
        let four = |at: usize| [head[at], head[at + 1], head[at + 2], head[at + 3]];
        let length = |at| {
            usize::try_from(u32::from_le_bytes(four(at))).map_err(|_| io::Error::from(ErrorKind::InvalidData))
        };
        let (key, bytes) = (length(0)?, length(4)?);
        self.next.order.day = i32::from_le_bytes(four(8));
        let low = u64::from(u32::from_le_bytes(four(12)));
        self.next.order.row = low | u64::from(u32::from_le_bytes(four(16))) << 32;
        self.next.flags = head[20];
        self.next.order.key.resize(key, 0);
        self.file.read_exact(&mut self.next.order.key)?;
        self.next.bytes.resize(bytes, 0);
        self.file.read_exact(&mut self.next.bytes)?;
        Ok(true)
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Part {}

impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Part {
    fn cmp(&self, other: &Self) -> Ordering {
        self.next.order.cmp(&other.next.order)
    }
}

/// Parts that are read as one.
#[derive(Default)]
struct Merged(BinaryHeap<Reverse<Part>>);

impl Merged {
    fn of(files: Vec<File>) -> io::Result<Self> {
        let mut heap = BinaryHeap::new();
        for file in files {
            heap.extend(Part::open(file)?.map(Reverse));
        }
        Ok(Self(heap))
    }

    /// Takes the next row of all.
    fn next(&mut self, into: &mut Waiting) -> io::Result<bool> {
        let Some(Reverse(mut part)) = self.0.pop() else { return Ok(false) };
        std::mem::swap(into, &mut part.next);
        if part.advance()? {
            self.0.push(Reverse(part));
        }
        Ok(true)
    }
}

/// Where sorted rows come from.
enum Rows {
    Held { held: Held, at: usize },
    Merged(Merged),
}

/// The rows of a table, person by person and by day.
pub(super) struct Sorted {
    rows: Rows,
    next: Waiting,
    has_next: bool,
    last: Vec<u8>,
    continues: bool,
    read: u64,
}

impl Sorted {
    /// Sorts all records; `progress` is told of what is read.
    ///
    /// # Errors
    /// Where the input cannot be read, or there is no room for what is sorted.
    pub(super) fn of(
        mut records: Records,
        mut reader: PersonReader,
        answers: &Answers,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, SortError> {
        let (mut chunk, mut key) = (Chunk::default(), Vec::new());
        let (mut held, mut files) = (Held::empty(), Vec::new());
        let mut rows = 0;
        while records.next(&mut chunk, usize::MAX).map_err(SortError::Read)? {
            for record in &chunk.records {
                let bytes = &chunk.text[record.start..record.end];
                let day = reader.read(record, bytes, &mut key, |row| answers.day(row));
                let day = day.map_or(i32::MIN, days);
                held.put(&key, day, record, bytes);
                if held.is_full() {
                    files.push(part(&mut held).map_err(SortError::Room)?);
                }
            }
            if files.len() >= MOST_FILES {
                files = vec![joined(files).map_err(SortError::Room)?];
            }
            rows += chunk.records.len() as u64;
            progress(Progress { rows, read: chunk.read, is_sorting: true });
        }
        let rows = if files.is_empty() {
            held.sort();
            Rows::Held { held, at: 0 }
        } else {
            files.push(part(&mut held).map_err(SortError::Room)?);
            drop(held);
            Rows::Merged(Merged::of(files).map_err(SortError::Room)?)
        };
        let mut sorted = Self {
            rows,
            next: Waiting::default(),
            has_next: false,
            last: Vec::new(),
            continues: false,
            read: 0,
        };
        sorted.has_next = sorted.advance().map_err(SortError::Room)?;
        Ok(sorted)
    }

    fn advance(&mut self) -> io::Result<bool> {
        match &mut self.rows {
            Rows::Held { held, at } => {
                let Some(row) = held.rows.get(*at) else { return Ok(false) };
                held.waiting(row, &mut self.next);
                *at += 1;
                Ok(true)
            }
            Rows::Merged(merged) => merged.next(&mut self.next),
        }
    }
}

/// Why rows cannot be sorted.
#[derive(Debug)]
pub(super) enum SortError {
    /// The input cannot be read.
    Read(io::Error),
    /// What is sorted cannot be put aside.
    Room(io::Error),
}

/// Days since 1970.
fn days(date: jiff::civil::Date) -> i32 {
    date.since(jiff::civil::date(1970, 1, 1)).map_or(0, |span| span.get_days())
}

/// Sorts what is held and puts it into a file.
fn part(held: &mut Held) -> io::Result<File> {
    held.sort();
    let mut file = BufWriter::with_capacity(BLOCK * 4, tempfile::tempfile()?);
    let mut row = Waiting::default();
    for one in &held.rows {
        held.waiting(one, &mut row);
        write(&mut file, &row)?;
    }
    held.clear();
    file.into_inner().map_err(io::IntoInnerError::into_error)
}

/// Many parts as one.
fn joined(files: Vec<File>) -> io::Result<File> {
    let mut merged = Merged::of(files)?;
    let mut file = BufWriter::with_capacity(BLOCK * 4, tempfile::tempfile()?);
    let mut row = Waiting::default();
    while merged.next(&mut row)? {
        write(&mut file, &row)?;
    }
    file.into_inner().map_err(io::IntoInnerError::into_error)
}

impl ChunkSource for Sorted {
    fn fill(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        chunk.clear();
        chunk.continues = self.continues;
        self.continues = false;
        while self.has_next {
            let key = &self.next.order.key;
            let is_same = !key.is_empty() && *key == self.last;
            if cuts(chunk, is_same) {
                self.continues = chunk.is_continued;
                break;
            }
            chunk.put(&self.next.record(), &self.next.bytes);
            self.read += self.next.bytes.len() as u64 + 1;
            self.last.clone_from(key);
            self.has_next = self.advance()?;
        }
        chunk.read = self.read;
        Ok(!chunk.records.is_empty())
    }
}

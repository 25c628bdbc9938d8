//! Rows in memory until they are sorted, and the files they go to where they are
//! more than is held.

use std::cmp::Ordering;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write};

use super::records::{BrokenRecord, Record};

/// So much is held in memory at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// Bytes of rows.
    pub(super) bytes: usize,
    /// Rows.
    pub(super) rows: usize,
}

/// What is read of a file at a time.
const BLOCK: usize = 32 * 1024;
/// What is written at a time.
const WRITTEN: usize = 128 * 1024;

/// Of a key so much is compared at once.
const PREFIX: usize = 8;

/// By what rows are sorted: whose, of which day, which row of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Order {
    /// The beginning of the key.
    prefix: u64,
    pub(super) key: Vec<u8>,
    /// Days since 1970; what has no day stands first, and is refused later.
    day: i32,
    row: u64,
}

/// The beginning of a key, as a number that stands in the same order.
fn prefix(key: &[u8]) -> u64 {
    let mut bytes = [0; PREFIX];
    let length = key.len().min(PREFIX);
    bytes[..length].copy_from_slice(&key[..length]);
    u64::from_be_bytes(bytes)
}

/// A row that waits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Waiting {
    pub(super) order: Order,
    flags: u8,
    pub(super) bytes: Vec<u8>,
}

impl Waiting {
    /// As it stands in a chunk.
    pub(super) const fn record(&self) -> Record {
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
pub(super) struct Held {
    room: Room,
    bytes: Vec<u8>,
    rows: Vec<HeldRow>,
}

#[derive(Clone, Copy)]
struct HeldRow {
    prefix: u64,
    row: u64,
    /// Where the key begins.
    start: usize,
    /// How long the key is, and the row after it.
    lengths: [u32; 2],
    day: i32,
    flags: u8,
}

impl HeldRow {
    fn key<'b>(&self, bytes: &'b [u8]) -> &'b [u8] {
        &bytes[self.start..self.start + self.lengths[0] as usize]
    }

    fn bytes<'b>(&self, bytes: &'b [u8]) -> &'b [u8] {
        let start = self.start + self.lengths[0] as usize;
        &bytes[start..start + self.lengths[1] as usize]
    }
}

/// A record is never longer than its limit, and a key no longer than its record.
fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

impl Held {
    /// Room for all that is held: what grows would take twice as much for a while.
    pub(super) fn empty(room: Room) -> Self {
        let bytes = Vec::with_capacity(room.bytes + room.bytes / 4);
        Self { room, bytes, rows: Vec::with_capacity(room.rows) }
    }

    pub(super) fn is_full(&self) -> bool {
        self.bytes.len() >= self.room.bytes || self.rows.len() >= self.room.rows
    }

    pub(super) fn put(&mut self, key: &[u8], day: i32, record: &Record, bytes: &[u8]) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(key);
        self.bytes.extend_from_slice(bytes);
        let (lengths, prefix) = ([length(key), length(bytes)], prefix(key));
        self.rows.push(HeldRow { prefix, row: record.row, start, lengths, day, flags: flags(record) });
    }

    pub(super) fn sort(&mut self) {
        let bytes = &self.bytes;
        self.rows.sort_unstable_by(|one, other| {
            let by_key = || match (one.lengths[0] as usize, other.lengths[0] as usize) {
                (PREFIX, PREFIX) => Ordering::Equal,
                _ => one.key(bytes).cmp(other.key(bytes)),
            };
            let by_rest = || (one.day, one.row).cmp(&(other.day, other.row));
            one.prefix.cmp(&other.prefix).then_with(by_key).then_with(by_rest)
        });
    }

    /// Takes the row at a place; false where there is none.
    pub(super) fn take(&self, at: usize, into: &mut Waiting) -> bool {
        let Some(row) = self.rows.get(at) else { return false };
        into.order.key.clear();
        into.order.key.extend_from_slice(row.key(&self.bytes));
        (into.order.prefix, into.order.day, into.order.row) = (row.prefix, row.day, row.row);
        into.flags = row.flags;
        into.bytes.clear();
        into.bytes.extend_from_slice(row.bytes(&self.bytes));
        true
    }

    /// Sorts what is held, puts it into a file and holds nothing any more.
    pub(super) fn put_aside(&mut self) -> io::Result<File> {
        self.sort();
        let mut file = PartWriter::new()?;
        for row in &self.rows {
            let head = Head { lengths: row.lengths, day: row.day, row: row.row, flags: row.flags };
            file.write(head, row.key(&self.bytes), row.bytes(&self.bytes))?;
        }
        self.bytes.clear();
        self.rows.clear();
        file.finish()
    }
}

/// What stands before a row in a file.
struct Head {
    /// How long the key is, and the row.
    lengths: [u32; 2],
    day: i32,
    row: u64,
    flags: u8,
}

impl Head {
    const LENGTH: usize = 21;

    fn write(&self) -> [u8; Self::LENGTH] {
        let mut head = [0; Self::LENGTH];
        head[..4].copy_from_slice(&self.lengths[0].to_le_bytes());
        head[4..8].copy_from_slice(&self.lengths[1].to_le_bytes());
        head[8..12].copy_from_slice(&self.day.to_le_bytes());
        head[12..20].copy_from_slice(&self.row.to_le_bytes());
        head[20] = self.flags;
        head
    }

    fn read(head: [u8; Self::LENGTH]) -> Self {
        let four = |at: usize| [head[at], head[at + 1], head[at + 2], head[at + 3]];
        let [low, high] = [12, 16].map(|at| u64::from(u32::from_le_bytes(four(at))));
        Self {
            lengths: [0, 4].map(|at| u32::from_le_bytes(four(at))),
            day: i32::from_le_bytes(four(8)),
            row: low | high << 32,
            flags: head[20],
        }
    }
}

/// A part that is being written.
pub(super) struct PartWriter(BufWriter<File>);

impl PartWriter {
    /// A file without a name.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self(BufWriter::with_capacity(WRITTEN, tempfile::tempfile()?)))
    }

    fn write(&mut self, head: Head, key: &[u8], bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(&head.write())?;
        self.0.write_all(key)?;
        self.0.write_all(bytes)
    }

    /// Appends a row.
    pub(super) fn put(&mut self, waiting: &Waiting) -> io::Result<()> {
        let Waiting { order, flags, bytes } = waiting;
        let lengths = [length(&order.key), length(bytes)];
        self.write(Head { lengths, day: order.day, row: order.row, flags: *flags }, &order.key, bytes)
    }

    /// The whole part.
    pub(super) fn finish(self) -> io::Result<File> {
        self.0.into_inner().map_err(io::IntoInnerError::into_error)
    }
}

/// A sorted part in a file.
pub(super) struct Part {
    file: BufReader<File>,
    pub(super) next: Waiting,
}

impl Part {
    /// Reads a part from its beginning; nothing where it is empty.
    pub(super) fn open(mut file: File) -> io::Result<Option<Self>> {
        file.seek(SeekFrom::Start(0))?;
        let mut part = Self { file: BufReader::with_capacity(BLOCK, file), next: Waiting::default() };
        Ok(part.advance()?.then_some(part))
    }

    /// Reads the next row; false at the end.
    pub(super) fn advance(&mut self) -> io::Result<bool> {
        let mut head = [0; Head::LENGTH];
        match self.file.read_exact(&mut head) {
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(false),
            other => other?,
        }
        let head = Head::read(head);
        let order = &mut self.next.order;
        (order.day, order.row, self.next.flags) = (head.day, head.row, head.flags);
        let [key, bytes] = head.lengths.map(|length| length as usize);
        order.key.resize(key, 0);
        self.file.read_exact(&mut order.key)?;
        order.prefix = prefix(&order.key);
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

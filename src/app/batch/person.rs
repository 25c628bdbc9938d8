//! Whose row it is: the columns that name a person, and rows that come person by
//! person cut into chunks.

use std::io;

use super::cells::Cells;
use super::fields::{Fields, Row};
use super::header::Header;
use super::records::{CHUNK, Chunk, ChunkSource, Record, Records};

/// Between two columns of a person's name; a separator of records in ASCII.
const BETWEEN: u8 = 0x1f;

/// A chunk is cut inside a person only where it is longer than this.
const LONGEST_PERSON: usize = 512 * 1024;

/// The columns that together name a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonColumns(Vec<usize>);

impl PersonColumns {
    /// The columns by their names, as they stand in the header, between commas.
    ///
    /// # Errors
    /// With the first that is not there.
    pub fn of(header: &Header, names: &str) -> Result<Self, String> {
        Self::named(header, names.split([',', '，']))
    }

    /// The columns by their names, one by one.
    ///
    /// # Errors
    /// With the first that is not there.
    pub fn named<'n>(header: &Header, names: impl Iterator<Item = &'n str>) -> Result<Self, String> {
        let place = |name: &str| {
            let is_it = |own: &String| own.trim().eq_ignore_ascii_case(name);
            header.names.iter().position(is_it).ok_or_else(|| name.to_owned())
        };
        names.map(str::trim).map(place).collect::<Result<_, _>>().map(Self)
    }

    /// Where they stand.
    pub fn places(&self) -> &[usize] {
        &self.0
    }

    /// Writes whose row it is; nothing where no column says anything: nobody knows.
    pub fn write(&self, row: impl Cells, key: &mut Vec<u8>) {
        key.clear();
        for (at, column) in self.0.iter().enumerate() {
            if at > 0 {
                key.push(BETWEEN);
            }
            key.extend_from_slice(row.get(*column).trim().as_bytes());
        }
        if key.iter().all(|byte| *byte == BETWEEN) {
            key.clear();
        }
    }
}

/// Reads whose record it is.
pub(super) struct PersonReader {
    columns: PersonColumns,
    delimiter: u8,
    fields: Fields,
}

impl PersonReader {
    pub(super) fn of(columns: PersonColumns, delimiter: u8) -> Self {
        Self { columns, delimiter, fields: Fields::default() }
    }

    /// Writes whose record it is, and looks at its row.
    pub(super) fn read<T>(
        &mut self,
        record: &Record,
        bytes: &[u8],
        key: &mut Vec<u8>,
        look: impl FnOnce(Row<'_>) -> T,
    ) -> T {
        let text = String::from_utf8_lossy(bytes);
        let row = if record.broken.is_some() {
            self.fields.none()
        } else {
            self.fields.split(&text, self.delimiter, record.quoted)
        };
        self.columns.write(row, key);
        look(row)
    }
}

/// Whether a chunk is to be handed on before a record.
pub(super) fn cuts(chunk: &mut Chunk, is_same: bool) -> bool {
    let length = chunk.text.len();
    if length < CHUNK || is_same && length < LONGEST_PERSON {
        return false;
    }
    chunk.is_continued = is_same;
    true
}

/// Rows that come person by person: chunks are cut between persons.
pub(super) struct Groups {
    records: Records,
    reader: PersonReader,
    inner: Chunk,
    at: usize,
    key: Vec<u8>,
    last: Vec<u8>,
    continues: bool,
}

impl Groups {
    pub(super) fn of(records: Records, reader: PersonReader) -> Self {
        let (inner, key, last) = (Chunk::default(), Vec::new(), Vec::new());
        Self { records, reader, inner, at: 0, key, last, continues: false }
    }
}

impl ChunkSource for Groups {
    fn fill(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        chunk.clear();
        chunk.continues = self.continues;
        self.continues = false;
        loop {
            if self.at >= self.inner.records.len() {
                self.at = 0;
                if !self.records.next(&mut self.inner, usize::MAX)? {
                    self.inner.records.clear();
                    return Ok(!chunk.records.is_empty());
                }
            }
            chunk.read = self.inner.read;
            let Some(record) = self.inner.records.get(self.at) else { continue };
            let bytes = &self.inner.text[record.start..record.end];
            self.reader.read(record, bytes, &mut self.key, |_| ());
            let is_same = !self.key.is_empty() && self.key == self.last;
            if cuts(chunk, is_same) {
                self.continues = chunk.is_continued;
                return Ok(true);
            }
            chunk.put(record, bytes);
            std::mem::swap(&mut self.key, &mut self.last);
            self.at += 1;
        }
    }
}

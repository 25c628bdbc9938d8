//! Chunks of whole records: where a record ends, whatever stands in quotes, and
//! never more of one in memory than its limit.

use std::io;

use memchr::{memchr, memchr2};

use super::header::MOST_COLUMNS;
use super::source::TableSource;
use yidi_core::names;

/// So many records may stand above the header: titles, who made it, when.
pub(super) const MOST_ABOVE: usize = 30;

/// The longest record that is read.
pub const LONGEST: usize = 1024 * 1024;
/// Of a longer one the end is not looked for: what is read is no table, and may
/// never end.
pub const ENDLESS: u64 = 64 << 20;
/// A chunk is handed on once it is as long as this.
pub(super) const CHUNK: usize = 24 * 1024;

/// How the fields and the records of a table are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// Between two fields.
    pub delimiter: u8,
    /// After a record: a line feed, or a carriage return where there is no line feed.
    pub terminator: u8,
}

impl Dialect {
    /// As the line with the names of columns tells it, else the first.
    pub fn of(sample: &[u8]) -> Self {
        let terminator =
            if memchr(b'\n', sample).is_none() && memchr(b'\r', sample).is_some() { b'\r' } else { b'\n' };
        let start = sample.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
        let mut lines = sample[start..].split(|byte| *byte == terminator);
        let first = lines.next().unwrap_or_default();
        let named = std::iter::once(first).chain(lines).take(MOST_ABOVE + 1).find_map(by_names);
        Self { delimiter: named.unwrap_or_else(|| by_count(first)), terminator }
    }
}

const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// The delimiter between most names of columns, where a line has some of them:
/// above the header a title may stand, with any delimiter in it.
fn by_names(line: &[u8]) -> Option<u8> {
    let text = String::from_utf8_lossy(line);
    let known = |delimiter: u8| {
        let cells = text.split(char::from(delimiter)).take(MOST_COLUMNS);
        cells.filter(|cell| names::column(cell.trim().trim_matches('"')).is_some()).count()
    };
    let most = DELIMITERS
        .into_iter()
        .rev()
        .map(|delimiter| (known(delimiter), delimiter))
        .max_by_key(|(count, _)| *count);
    most.filter(|(count, _)| *count > 1).map(|(_, delimiter)| delimiter)
}

/// The delimiter that stands most often in a line.
fn by_count(line: &[u8]) -> u8 {
    let mut counts = DELIMITERS.map(|delimiter| (delimiter, 0));
    let mut quoted = false;
    for byte in line {
        quoted ^= *byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(byte == delimiter && !quoted);
        }
    }
    // Of as many the comma, which stands first.
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(delimiter, _)| delimiter)
}

/// What is wrong with a record as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrokenRecord {
    /// It is longer than [`LONGEST`]; nothing of it was kept.
    TooLong,
    /// The input ends inside quotes.
    OpenQuote,
}

/// A record is longer than [`ENDLESS`]; reading stopped there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("row {row} does not end")]
pub struct EndlessRecord {
    /// Which row of the table it is.
    pub row: u64,
}

impl EndlessRecord {
    /// It, where an error of reading is that.
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

/// Where a record stands in its chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Which row of the table it is; the header is row 1.
    pub row: u64,
    /// Where it begins.
    pub start: usize,
    /// Where it ends, without the line's end.
    pub end: usize,
    /// There is a quotation mark in it.
    pub quoted: bool,
    /// What is wrong with it.
    pub broken: Option<BrokenRecord>,
}

/// Whole records in a row.
#[derive(Debug, Default)]
pub struct Chunk {
    /// The text they stand in.
    pub text: Vec<u8>,
    /// The records, blank lines left out.
    pub records: Vec<Record>,
    /// Bytes of the input read when the chunk was full.
    pub read: u64,
    /// Its first record is of the person of the last one in the chunk before.
    pub continues: bool,
    /// The first record of the next chunk is of the person of its last one.
    pub is_continued: bool,
}

impl Chunk {
    /// Takes everything out.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.records.clear();
        (self.continues, self.is_continued) = (false, false);
    }

    /// Appends a record with the bytes it has.
    pub(super) fn put(&mut self, record: &Record, bytes: &[u8]) {
        let start = self.text.len();
        self.text.extend_from_slice(bytes);
        self.records.push(Record { start, end: self.text.len(), ..*record });
    }
}

/// Where chunks come from.
pub(super) trait ChunkSource: Send {
    /// Fills a chunk with the next records; false where there are none left.
    ///
    /// # Errors
    /// Where the input cannot be read.
    fn fill(&mut self, chunk: &mut Chunk) -> io::Result<bool>;
}

impl ChunkSource for Records {
    fn fill(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        self.next(chunk, usize::MAX)
    }
}

/// Where in a record the reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Plain,
    Quoted,
    /// Over the limit: the rest of the line is dropped.
    Dropping,
}

/// Cuts the input into chunks.
pub struct Records {
    source: TableSource,
    dialect: Dialect,
    /// The beginning of the next record.
    rest: Vec<u8>,
    row: u64,
    state: State,
    /// So many bytes of the record that is being read were dropped.
    dropped: u64,
    ended: bool,
    /// So many records are left out first.
    skipped: u64,
    /// So many are read then; none where all are.
    left: Option<u64>,
}

impl Records {
    /// Looks at the first block to see how records and fields are kept apart.
    ///
    /// # Errors
    /// Where the input cannot be read.
    pub(super) fn of(mut source: TableSource) -> io::Result<Self> {
        let mut rest = Vec::new();
        source.fill(&mut rest)?;
        let dialect = Dialect::of(&rest);
        let state = State::Plain;
        Ok(Self { source, dialect, rest, row: 0, state, dropped: 0, ended: false, skipped: 0, left: None })
    }

    /// How records and fields are kept apart.
    pub const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The table has no header of its own: fields are kept apart as in the one that
    /// was given.
    pub(super) const fn part_fields_at(&mut self, delimiter: u8) {
        self.dialect.delimiter = delimiter;
    }

    /// Leaves out so many records, and reads so many then. Rows keep their numbers.
    pub const fn take_part(&mut self, (from, count): (u64, u64)) {
        self.skipped = from;
        self.left = Some(count);
    }

    /// Reads to the end, and says how many records there were.
    ///
    /// # Errors
    /// Where the input cannot be read.
    pub fn count(mut self) -> io::Result<u64> {
        let (mut chunk, mut count) = (Chunk::default(), 0);
        while self.cut(&mut chunk, usize::MAX)? {
            count += chunk.records.len() as u64;
        }
        Ok(count)
    }

    /// Whether the text was made from another encoding.
    pub const fn is_decoded(&self) -> bool {
        self.source.is_decoded()
    }

    /// Fills a chunk with the next records, at most `most` of them; false where
    /// there are none left.
    ///
    /// # Errors
    /// Where the input cannot be read.
    pub fn next(&mut self, chunk: &mut Chunk, most: usize) -> io::Result<bool> {
        while self.skipped > 0 {
            if !self.cut(chunk, usize::try_from(self.skipped).unwrap_or(usize::MAX))? {
                return Ok(false);
            }
            self.skipped = self.skipped.saturating_sub(chunk.records.len() as u64);
        }
        let Some(left) = self.left else { return self.cut(chunk, most) };
        let is_some = left > 0 && self.cut(chunk, most.min(usize::try_from(left).unwrap_or(usize::MAX)))?;
        if !is_some {
            chunk.records.clear();
        }
        self.left = Some(left.saturating_sub(chunk.records.len() as u64));
        Ok(is_some)
    }

    /// Fills a chunk with the next records that there are.
    fn cut(&mut self, chunk: &mut Chunk, most: usize) -> io::Result<bool> {
        chunk.records.clear();
        std::mem::swap(&mut chunk.text, &mut self.rest);
        self.rest.clear();
        let mut scan = Scan::at(0);
        loop {
            self.scan(chunk, &mut scan, most);
            if self.dropped > ENDLESS {
                let endless = EndlessRecord { row: self.row.saturating_add(1) };
                return Err(io::Error::new(io::ErrorKind::InvalidData, endless));
            }
            let full = scan.start >= CHUNK && !chunk.records.is_empty();
            let done = self.ended && scan.start >= chunk.text.len() && self.state != State::Dropping;
            if full || done || chunk.records.len() >= most {
                break;
            }
            if self.ended {
                self.take_last(chunk, &mut scan);
            } else {
                self.ended = !self.source.fill(&mut chunk.text)?;
            }
        }
        // What is left is looked through again from its beginning.
        self.rest.extend_from_slice(&chunk.text[scan.start..]);
        chunk.text.truncate(scan.start);
        if self.state == State::Quoted {
            self.state = State::Plain;
        }
        chunk.read = self.source.read();
        Ok(!chunk.records.is_empty())
    }

    /// Notes every record that ends in what was read.
    fn scan(&mut self, chunk: &mut Chunk, scan: &mut Scan, most: usize) {
        let Dialect { delimiter, terminator } = self.dialect;
        while chunk.records.len() < most {
            let text = &mut chunk.text;
            let found = match self.state {
                State::Plain => memchr2(terminator, b'"', &text[scan.at..]),
                State::Quoted => memchr(b'"', &text[scan.at..]),
                State::Dropping => memchr(terminator, &text[scan.start..]),
            };
            match (self.state, found) {
                (State::Dropping, Some(found)) => {
                    text.drain(scan.start..=scan.start + found);
                    self.drop_record(chunk, scan);
                }
                (State::Dropping, None) => {
                    self.dropped = self.dropped.saturating_add((text.len() - scan.start) as u64);
                    text.truncate(scan.start);
                    return;
                }
                (_, None) => {
                    scan.at = text.len();
                    if text.len() - scan.start <= LONGEST {
                        return;
                    }
                    self.state = State::Dropping;
                }
                (_, Some(found)) if scan.at + found - scan.start > LONGEST => self.state = State::Dropping,
                (State::Plain, Some(found)) if text[scan.at + found] == b'"' => {
                    let at = scan.at + found;
                    // One inside a field that did not begin with one is a letter like others.
                    if at == scan.start || text[at - 1] == delimiter {
                        self.state = State::Quoted;
                    }
                    (scan.at, scan.quoted) = (at + 1, true);
                }
                (State::Plain, Some(found)) => {
                    let end = scan.at + found;
                    self.note(chunk, scan, end, None);
                    *scan = Scan::at(end + 1);
                }
                (State::Quoted, Some(found)) => {
                    let at = scan.at + found;
                    match text.get(at + 1) {
                        Some(b'"') => scan.at = at + 2,
                        // What comes next tells whether it closes.
                        None if !self.ended => {
                            scan.at = at;
                            return;
                        }
                        _ => (scan.at, self.state) = (at + 1, State::Plain),
                    }
                }
            }
        }
    }

    /// What stands after the last line's end. Quotes that nothing closes are
    /// none: the line they begin in is broken, the next ones are read as usual.
    fn take_last(&mut self, chunk: &mut Chunk, scan: &mut Scan) {
        let left = &chunk.text[scan.start..];
        match self.state {
            State::Dropping => self.drop_record(chunk, scan),
            State::Plain => {
                let end = chunk.text.len();
                self.note(chunk, scan, end, None);
                *scan = Scan::at(end);
            }
            State::Quoted => {
                let end = scan.start + memchr(self.dialect.terminator, left).unwrap_or(left.len());
                scan.quoted = false;
                self.note(chunk, scan, end, Some(BrokenRecord::OpenQuote));
                *scan = Scan::at((end + 1).min(chunk.text.len()));
                self.state = State::Plain;
            }
        }
    }

    fn drop_record(&mut self, chunk: &mut Chunk, scan: &mut Scan) {
        *scan = Scan::at(scan.start);
        (self.state, self.dropped) = (State::Plain, 0);
        self.row += 1;
        let (row, at) = (self.row, scan.start);
        let broken = Some(BrokenRecord::TooLong);
        chunk.records.push(Record { row, start: at, end: at, quoted: false, broken });
    }

    /// Notes a record, unless the line is blank.
    fn note(&mut self, chunk: &mut Chunk, scan: &Scan, end: usize, broken: Option<BrokenRecord>) {
        self.row += 1;
        let Scan { start, quoted, .. } = *scan;
        let cut = self.dialect.terminator == b'\n' && end > start && chunk.text[end - 1] == b'\r';
        let end = end - usize::from(cut);
        if end > start {
            chunk.records.push(Record { row: self.row, start, end, quoted, broken });
        }
    }
}

/// How far a chunk was looked through.
struct Scan {
    /// Where the record begins.
    start: usize,
    /// Where to go on.
    at: usize,
    /// A quotation mark was seen in the record.
    quoted: bool,
}

impl Scan {
    /// At the beginning of a record.
    const fn at(start: usize) -> Self {
        Self { start, at: start, quoted: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    /// Input that comes a few bytes at a time after its first block.
    struct Slow(Cursor<Vec<u8>>, usize);

    impl Read for Slow {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let most = into.len().min(self.1);
            self.0.read(&mut into[..most])
        }
    }

    fn all(input: &[u8], step: usize) -> Vec<(u64, String, Option<BrokenRecord>)> {
        let source = TableSource::open(Box::new(Slow(Cursor::new(input.to_vec()), step)), None).unwrap();
        let mut records = Records::of(source).unwrap();
        let mut chunk = Chunk::default();
        let mut found = Vec::new();
        while records.next(&mut chunk, usize::MAX).unwrap() {
            for one in &chunk.records {
                let text = String::from_utf8_lossy(&chunk.text[one.start..one.end]);
                found.push((one.row, text.into_owned(), one.broken));
            }
        }
        found
    }

    fn fine(row: u64, text: &str) -> (u64, String, Option<BrokenRecord>) {
        (row, text.to_owned(), None)
    }

    #[test]
    fn lines_end_in_either_way_and_blank_ones_count_as_rows() {
        let expected = [fine(1, "a,b"), fine(2, "c,d"), fine(4, "e")];
        assert_eq!(all(b"a,b\r\nc,d\n\ne", 1 << 16), expected);
        assert_eq!(all(b"a,b\r\nc,d\n\r\ne\n", 1 << 16), expected);
        assert_eq!(all(b"", 1 << 16), []);
    }

    #[test]
    fn a_line_end_in_quotes_ends_nothing() {
        let text = b"\"a\nb\",\"say \"\"x\"\"\"\n5\" pipe,\"\"\nz,\"q\"";
        let expected = [fine(1, "\"a\nb\",\"say \"\"x\"\"\""), fine(2, "5\" pipe,\"\""), fine(3, "z,\"q\"")];
        assert_eq!(all(text, 1 << 16), expected);
    }

    #[test]
    fn quotes_that_nothing_closes_cost_one_row() {
        let found = all(b"a\n\"b\nc\nd,\"\"\n", 1 << 16);
        let open = (2, "\"b".to_owned(), Some(BrokenRecord::OpenQuote));
        assert_eq!(found, [fine(1, "a"), open, fine(3, "c"), fine(4, "d,\"\"")]);
        let mut long = b"a\n\"b\n".to_vec();
        (0..200_000).for_each(|_| long.extend_from_slice(b"c,d,e,f\n"));
        let found = all(&long, 1 << 16);
        assert_eq!(found[..2], [fine(1, "a"), (2, String::new(), Some(BrokenRecord::TooLong))]);
        assert_eq!((found.len(), &found[200_001]), (200_002, &fine(200_002, "c,d,e,f")));
    }

    #[test]
    fn a_record_of_a_mebibyte_is_read_and_a_longer_one_is_not() {
        for (length, is_read) in [(LONGEST, true), (LONGEST + 1, false), (20 * LONGEST, false)] {
            let mut text = vec![b'x'; length];
            text.extend_from_slice(b"\na\n");
            let found = all(&text, 1 << 16);
            assert_eq!(found[0].1.len(), if is_read { length } else { 0 });
            assert_eq!(found[0].2, (!is_read).then_some(BrokenRecord::TooLong), "{length}");
            assert_eq!(found[1..], [fine(2, "a")]);
            text.truncate(length);
            assert_eq!(all(&text, 1 << 16).len(), 1, "cut off");
        }
    }

    #[test]
    fn a_record_that_never_ends_is_not_read_to_its_end() {
        let input = Cursor::new(b"a\n".to_vec()).chain(io::repeat(b'x'));
        let source = TableSource::open(Box::new(input), None).unwrap();
        let mut records = Records::of(source).unwrap();
        let mut chunk = Chunk::default();
        assert!(records.next(&mut chunk, 1).unwrap());
        let error = records.next(&mut chunk, 1).unwrap_err();
        assert_eq!(EndlessRecord::of(&error), Some(EndlessRecord { row: 2 }));
    }

    #[test]
    fn however_the_input_comes_the_records_are_the_same() {
        let mut text = Vec::new();
        for row in 0..30_000 {
            let line = match row % 5 {
                0 => "plain,row\n",
                1 => "\"two\nlines\",\"\"\r\n",
                2 => "\n",
                3 => "\"say \"\"it\"\"\",5\"\n",
                _ => ",\n",
            };
            text.extend_from_slice(line.as_bytes());
        }
        let whole = all(&text, 1 << 16);
        assert_eq!(whole.len(), 24_000);
        for step in [1, 7, 4096] {
            assert!(all(&text, step) == whole, "{step} bytes at a time");
        }
    }

    #[test]
    fn the_first_line_tells_the_delimiter() {
        for (line, delimiter) in [
            ("from,to\n", b','),
            ("title, of 2026, here\n\nfrom\tto\n", b'\t'),
            ("from\tto\n", b'\t'),
            ("from;to;x\na,b,c,d\n", b';'),
            ("from|to|x\n", b'|'),
            ("from\n", b','),
            ("\"a;b\",c\n", b','),
        ] {
            assert_eq!(Dialect::of(line.as_bytes()).delimiter, delimiter, "{line}");
        }
        assert_eq!(Dialect::of(b"a,b\rc,d\r").terminator, b'\r');
    }
}

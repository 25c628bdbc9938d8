//! Rows of one person brought together, in order of discharge, in bounded memory:
//! what does not fit is sorted in parts that go to files without a name and are
//! merged as they are read.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fs::File;
use std::io;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

use super::answers::Answers;
use super::held::{Held, Part, PartWriter, Room, Waiting};
use super::person::{PersonReader, cuts};
use super::progress::Progress;
use super::records::{Chunk, ChunkSource, Records};

/// What is held in memory: this is read while another as large is sorted and written.
const HELD: Room = Room { bytes: 9 << 20, rows: 80_000 };
/// So many files are merged at once.
const MOST_FILES: usize = 192;

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
        let Some(mut first) = self.0.peek_mut() else { return Ok(false) };
        std::mem::swap(into, &mut first.0.next);
        if !first.0.advance()? {
            PeekMut::pop(first);
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

/// What the rows of a table are sorted by.
pub(super) struct SortBy<'a> {
    /// Whose a row is.
    pub(super) reader: PersonReader,
    /// Of which day.
    pub(super) answers: &'a Answers,
    /// Everything happens on this thread.
    pub(super) is_alone: bool,
}

impl Sorted {
    /// Sorts all records; `progress` is told of what is read. Where that is allowed what
    /// is held is sorted on a thread of its own while the next rows are read.
    ///
    /// # Errors
    /// Where the input cannot be read, or there is no room for what is sorted.
    pub(super) fn of(
        records: Records,
        by: SortBy<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, SortError> {
        Self::in_room(HELD, records, by, progress)
    }

    fn in_room(
        room: Room,
        records: Records,
        by: SortBy<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, SortError> {
        let rows = thread::scope(|scope| {
            let (full, to_sort) = bounded(1);
            let (sorted, done) = bounded(1);
            if !by.is_alone {
                scope.spawn(move || sort_parts(&to_sort, &sorted));
            }
            let is_alone = by.is_alone;
            Parts { room, full, done, spare: None, is_alone, is_sorting: false, files: Vec::new() }
                .read(records, by, progress)
        })?;
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
                let has_next = held.take(*at, &mut self.next);
                *at += 1;
                Ok(has_next)
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

/// What was sorted: room to be used again, and the file.
type SortedPart = io::Result<(Held, File)>;

/// Sorts what is full, until there is no more.
fn sort_parts(to_sort: &Receiver<Held>, sorted: &Sender<SortedPart>) {
    for mut held in to_sort {
        let file = held.put_aside();
        if sorted.send(file.map(|file| (held, file))).is_err() {
            return;
        }
    }
}

/// The parts of a table that is being read.
struct Parts {
    room: Room,
    full: Sender<Held>,
    done: Receiver<SortedPart>,
    spare: Option<Held>,
    is_alone: bool,
    /// One is being sorted.
    is_sorting: bool,
    files: Vec<File>,
}

impl Parts {
    fn read(
        mut self,
        mut records: Records,
        SortBy { mut reader, answers, .. }: SortBy<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Rows, SortError> {
        let (mut chunk, mut key) = (Chunk::default(), Vec::new());
        let mut held = Held::empty(self.room);
        let mut rows = 0;
        while records.next(&mut chunk, usize::MAX).map_err(SortError::Read)? {
            for record in &chunk.records {
                let bytes = &chunk.text[record.start..record.end];
                let day = reader.read(record, bytes, &mut key, |row| answers.day(row));
                held.put(&key, day.map_or(i32::MIN, days), record, bytes);
                if held.is_full() {
                    held = self.put_aside(held).map_err(SortError::Room)?;
                }
            }
            rows += chunk.records.len() as u64;
            progress(Progress { rows, read: chunk.read, is_sorting: true });
        }
        self.wait().map_err(SortError::Room)?;
        if self.files.is_empty() {
            held.sort();
            return Ok(Rows::Held { held, at: 0 });
        }
        self.spare = None;
        self.files.push(held.put_aside().map_err(SortError::Room)?);
        drop(held);
        Merged::of(self.files).map(Rows::Merged).map_err(SortError::Room)
    }

    /// Has what is held sorted, and gives room for more.
    fn put_aside(&mut self, mut held: Held) -> io::Result<Held> {
        if self.is_alone {
            let file = held.put_aside()?;
            self.keep(file)?;
            return Ok(held);
        }
        self.wait()?;
        // It is there until the other end of `full` is let go.
        let _ = self.full.send(held);
        self.is_sorting = true;
        Ok(self.spare.take().unwrap_or_else(|| Held::empty(self.room)))
    }

    /// Waits for what is being sorted.
    fn wait(&mut self) -> io::Result<()> {
        if !std::mem::take(&mut self.is_sorting) {
            return Ok(());
        }
        let sorted = self.done.recv().map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        let (spare, file) = sorted?;
        self.spare = Some(spare);
        self.keep(file)
    }

    /// Keeps a sorted part.
    fn keep(&mut self, file: File) -> io::Result<()> {
        self.files.push(file);
        if self.files.len() >= MOST_FILES {
            self.files = vec![joined(std::mem::take(&mut self.files))?];
        }
        Ok(())
    }
}

/// Days since 1970.
fn days(date: jiff::civil::Date) -> i32 {
    date.since(jiff::civil::date(1970, 1, 1)).map_or(0, |span| span.get_days())
}

/// Many parts as one.
fn joined(files: Vec<File>) -> io::Result<File> {
    let mut merged = Merged::of(files)?;
    let mut file = PartWriter::new()?;
    let mut row = Waiting::default();
    while merged.next(&mut row)? {
        file.put(&row)?;
    }
    file.finish()
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

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::io::Cursor;

    use jiff::civil::date;

    use super::super::header::Header;
    use super::super::person::PersonColumns;
    use super::super::source::TableSource;
    use super::*;

    const HEAD: &str = "who,from,to,status,tier,total,date";

    /// Names that are short, long, alike in their beginning, and none at all.
    fn name(row: usize) -> String {
        let who = row * 7_919 % 97;
        match who % 5 {
            0 => format!("p{who}"),
            1 => format!("person{who:02}"),
            2 => format!("person{:02}{who}", who % 3),
            3 => format!("某人{who}"),
            _ => String::new(),
        }
    }

    /// More parts than are merged at once, on one thread and on two.
    #[test]
    fn rows_stand_by_person_day_and_place() {
        const ROWS: usize = 12_000;
        let room = Room { bytes: 1 << 20, rows: 50 };
        let day = |row: usize| format!("2026-{:02}-{:02}", 1 + row * 31 % 12, 1 + row * 17 % 28);
        let mut table = format!("{HEAD}\n");
        for row in 0..ROWS {
            writeln!(table, "{},鞍山,北京,在职,3,{row},{}", name(row), day(row)).unwrap();
        }
        let mut expected: Vec<(String, String, usize)> =
            (0..ROWS).map(|row| (name(row), day(row), row)).collect();
        expected.sort();
        for is_alone in [true, false] {
            let input = Cursor::new(table.clone().into_bytes());
            let source = TableSource::open(Box::new(input), None).unwrap();
            let mut records = Records::of(source).unwrap();
            let delimiter = records.dialect().delimiter;
            // The header is the first record.
            assert!(records.next(&mut Chunk::default(), 1).unwrap());
            let header = Header::of(HEAD.split(',')).unwrap();
            let reader = PersonReader::of(PersonColumns::of(&header, "who").unwrap(), delimiter);
            let answers = Answers::of(&header, "", date(2026, 11, 22));
            let by = SortBy { reader, answers: &answers, is_alone };
            let mut told = 0;
            let sorted = Sorted::in_room(room, records, by, &mut |now| told = now.rows);
            let mut sorted = sorted.unwrap_or_else(|error| panic!("{error:?}"));
            let (mut chunk, mut found) = (Chunk::default(), Vec::new());
            while sorted.fill(&mut chunk).unwrap() {
                for record in &chunk.records {
                    let row = std::str::from_utf8(&chunk.text[record.start..record.end]).unwrap();
                    let cells: Vec<&str> = row.split(',').collect();
                    let at: usize = cells[5].parse().unwrap();
                    assert_eq!(record.row, u64::try_from(at).unwrap() + 2);
                    found.push((cells[0].to_owned(), cells[6].to_owned(), at));
                }
            }
            assert_eq!(told, u64::try_from(ROWS).unwrap());
            assert!(found == expected, "alone: {is_alone}");
        }
    }
}

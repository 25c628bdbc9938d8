//! From input to output over all cores: chunks are read by one thread, settled
//! by as many as are wanted and written in the order in which they were read.
//! A fixed number of buffers goes round, so memory does not grow with rows.

use std::io::{self, Read, Write};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded, select};
use encoding_rs::Encoding;

use super::answers::Answers;
use super::fields::Fields;
use super::figures::Shared;
use super::header::Header;
use super::out::Out;
use super::person::{Groups, PersonReader};
use super::progress::Progress;
use super::records::{BrokenRecord, Chunk, ChunkSource, Dialect, MOST_ABOVE, Records};
use super::settler::PersonSoFar;
use super::sort::{SortBy, SortError, Sorted};
use super::source::TableSource;
use super::tally::Tally;
use super::unread::HeaderError;
use super::worker::{BatchRun, CaseRow, Worker};
use yidi_core::case::Field;
use yidi_core::names::{SaidUnit, unit_above};

/// Why a table cannot be read.
#[derive(Debug)]
pub enum OpenError {
    /// The input cannot be read.
    Read(io::Error),
    /// There is no header that can be used.
    Header(HeaderError),
}

/// Why a run ended early.
#[derive(Debug)]
pub enum BatchError {
    /// The input could not be read any further.
    Read(io::Error),
    /// The output could not be written.
    Write(io::Error),
    /// What is sorted could not be put aside.
    Room(io::Error),
}

/// A table whose header is read.
pub struct Table {
    /// The columns.
    pub header: Header,
    /// Which row of the table the header is, from 1; those above it are left out.
    pub row: u64,
    /// How fields and records are kept apart.
    pub dialect: Dialect,
    records: Records,
}

/// The first record that is a header, and which row it is. Where none is, the
/// one that comes nearest says what is missing.
fn header(records: &mut Records) -> Result<(Header, u64), OpenError> {
    let fault = |fault| Err(OpenError::Header(fault));
    let delimiter = records.dialect().delimiter;
    let mut nearest: Option<Vec<Field>> = None;
    let mut unit: Option<SaidUnit> = None;
    let (mut chunk, mut fields) = (Chunk::default(), Fields::default());
    for _ in 0..=MOST_ABOVE {
        if !records.next(&mut chunk, 1).map_err(OpenError::Read)? {
            break;
        }
        let Some(record) = chunk.records.first() else { break };
        if let Some(broken) = record.broken {
            let row = record.row;
            match broken {
                _ if nearest.is_some() => break,
                BrokenRecord::TooLong => return fault(HeaderError::TooLong { row }),
                BrokenRecord::OpenQuote => return fault(HeaderError::OpenQuote { row }),
            }
        }
        let line = String::from_utf8_lossy(&chunk.text[record.start..record.end]);
        let cells = fields.split(&line, delimiter, record.quoted);
        match Header::of(cells.iter()) {
            Ok(mut header) => {
                match unit {
                    Some(Ok(unit)) => header.set_unit(unit),
                    Some(Err(unit)) => return fault(HeaderError::Unit { name: unit.clone(), unit }),
                    None => {}
                }
                return Ok((header, record.row));
            }
            Err(HeaderError::Missing(missing)) => {
                if nearest.as_ref().is_none_or(|least| missing.len() < least.len()) {
                    nearest = Some(missing);
                }
            }
            Err(other) => return fault(other),
        }
        unit = unit.or_else(|| unit_above(cells.iter()));
    }
    fault(nearest.map_or(HeaderError::Empty, HeaderError::Missing))
}

/// How a workbook of a spreadsheet program begins: it is an archive.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// Whether a text begins as web pages and XML do, in whatever encoding.
fn is_markup(sample: &[u8]) -> bool {
    const LOOKED_AT: usize = 256;
    const BEGINS: [&[u8]; 6] = [b"<html", b"<table", b"<!doctype", b"<?xml", b"<workbook", b"<meta"];
    let signs = sample.iter().take(LOOKED_AT).filter(|byte| **byte != 0).map(u8::to_ascii_lowercase);
    let text: Vec<u8> = signs.skip_while(u8::is_ascii_whitespace).collect();
    BEGINS.iter().any(|begin| text.starts_with(begin))
}

impl Table {
    /// Reads the header.
    ///
    /// # Errors
    /// Where the input cannot be read, or is no table with the columns needed.
    pub fn open(input: Box<dyn Read + Send>, named: Option<&'static Encoding>) -> Result<Self, OpenError> {
        let fault = |fault| Err(OpenError::Header(fault));
        let source = TableSource::open(input, named).map_err(OpenError::Read)?;
        if source.sample().starts_with(ARCHIVE) {
            return fault(HeaderError::Workbook);
        }
        if is_markup(source.sample()) {
            return fault(HeaderError::Markup);
        }
        let mut records = Records::of(source).map_err(OpenError::Read)?;
        let (header, row) = header(&mut records)?;
        Ok(Self { header, row, dialect: records.dialect(), records })
    }

    /// A table without a header of its own: this one is put before it.
    ///
    /// # Errors
    /// Where the input cannot be read, or is a workbook.
    pub fn below(
        header: Header,
        delimiter: u8,
        input: Box<dyn Read + Send>,
        named: Option<&'static Encoding>,
    ) -> Result<Self, OpenError> {
        let source = TableSource::open(input, named).map_err(OpenError::Read)?;
        if source.sample().starts_with(ARCHIVE) {
            return Err(OpenError::Header(HeaderError::Workbook));
        }
        let mut records = Records::of(source).map_err(OpenError::Read)?;
        records.part_fields_at(delimiter);
        Ok(Self { header, row: 0, dialect: records.dialect(), records })
    }

    /// Reads only a part of the rows below the header.
    pub const fn take_part(&mut self, records: (u64, u64)) {
        self.records.take_part(records);
    }

    /// Reads all rows below the header, and says how many there are.
    ///
    /// # Errors
    /// Where the input cannot be read.
    pub fn count(self) -> io::Result<u64> {
        self.records.count()
    }

    /// Whether the text was made from another encoding.
    pub const fn is_decoded(&self) -> bool {
        self.records.is_decoded()
    }

    /// The records after the header; the rest of the table is left.
    pub fn into_records(self) -> (Header, Records) {
        (self.header, self.records)
    }
}

/// The cases of a table as they stand, at most so many rows.
///
/// # Errors
/// Where the input cannot be read to its end.
pub fn read_cases(mut records: Records, run: BatchRun<'_>, most: usize) -> io::Result<Vec<CaseRow>> {
    let shared = Shared::of(run.most_worlds, 1);
    let mut worker = Worker::of(run, &shared);
    let (mut chunk, mut found) = (Chunk::default(), Vec::new());
    while found.len() < most && records.next(&mut chunk, most - found.len())? {
        found.extend(worker.cases(&chunk));
    }
    Ok(found)
}

/// Settles every record and writes the rows, on so many threads.
///
/// # Errors
/// Where the input cannot be read to its end or the output not written.
pub fn run(
    records: Records,
    run: BatchRun<'_>,
    jobs: usize,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(Progress),
) -> Result<Tally, BatchError> {
    let shared = Shared::of(run.most_worlds, jobs);
    let records = source(records, run, jobs, progress)?;
    let mut text = Out::default();
    Worker::of(run, &shared).header(&mut text);
    out.write_all(text.text()).map_err(BatchError::Write)?;
    if jobs <= 1 {
        alone(records, run, &shared, out, progress)
    } else {
        together(records, run, &shared, jobs, out, progress)
    }
    .and_then(|tally| out.flush().map_err(BatchError::Write).map(|()| tally))
}

/// The rows in the order in which they are settled.
fn source(
    records: Records,
    run: BatchRun<'_>,
    jobs: usize,
    progress: &mut dyn FnMut(Progress),
) -> Result<Box<dyn ChunkSource>, BatchError> {
    let Some(by) = run.by else { return Ok(Box::new(records)) };
    let reader = PersonReader::of(by.columns.clone(), run.dialect.delimiter);
    if by.is_sorted {
        return Ok(Box::new(Groups::of(records, reader)));
    }
    let answers = Answers::of(run.header, run.date, run.today);
    let sorted = Sorted::of(records, SortBy { reader, answers: &answers, is_alone: jobs <= 1 }, progress);
    let sorted = sorted.map_err(|error| match error {
        SortError::Read(error) => BatchError::Read(error),
        SortError::Room(error) => BatchError::Room(error),
    })?;
    Ok(Box::new(sorted))
}

/// Everything on this thread.
fn alone(
    mut records: Box<dyn ChunkSource>,
    run: BatchRun<'_>,
    shared: &Shared,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(Progress),
) -> Result<Tally, BatchError> {
    let mut worker = Worker::of(run, shared);
    let (mut chunk, mut text, mut tally) = (Chunk::default(), Out::default(), Tally::default());
    while records.fill(&mut chunk).map_err(BatchError::Read)? {
        text.clear();
        worker.rows(&chunk, &mut text, &mut tally);
        out.write_all(text.text()).map_err(BatchError::Write)?;
        progress(Progress { rows: tally.rows(), read: chunk.read, is_sorting: false });
    }
    Ok(tally)
}

/// What goes round: a chunk and the rows made of it.
#[derive(Default)]
struct Load {
    chunk: Chunk,
    text: Out,
    tally: Tally,
    /// Whoever settles the beginning of its first person.
    from: Option<Receiver<PersonSoFar>>,
    /// Whoever settles the rest of its last person.
    to: Option<Sender<PersonSoFar>>,
}

/// A load to be worked on, and where it goes when it is done.
type LoadOrder = (Load, Sender<Load>);
/// The loads in the order of the input, each as soon as it is done.
type LoadQueue = Receiver<io::Result<Receiver<Load>>>;

fn together(
    records: Box<dyn ChunkSource>,
    run: BatchRun<'_>,
    shared: &Shared,
    jobs: usize,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(Progress),
) -> Result<Tally, BatchError> {
    // One for each worker, one that is read and one that is written.
    let loads = jobs + 2;
    let (give_back, free) = bounded(loads);
    for _ in 0..loads {
        // There is room for all of them.
        let _ = give_back.send(Load::default());
    }
    let (orders, work) = bounded::<LoadOrder>(loads);
    let (line, done) = bounded(loads);
    // Not waited for at the end: it may hang in a read that never returns.
    thread::spawn(move || read_all(records, &free, &orders, &line));
    thread::scope(|scope| {
        let (stop, stopped) = bounded::<()>(0);
        for _ in 0..jobs {
            let (work, stopped) = (work.clone(), stopped.clone());
            scope.spawn(move || work_off(run, shared, &work, &stopped));
        }
        let written = write_all(&done, &give_back, out, progress);
        drop(stop);
        written
    })
}

/// Reads chunks into buffers that are free, until there is nothing left or
/// nobody who wants them.
fn read_all(
    mut records: Box<dyn ChunkSource>,
    free: &Receiver<Load>,
    orders: &Sender<LoadOrder>,
    line: &Sender<io::Result<Receiver<Load>>>,
) {
    let mut from = None;
    while let Ok(mut load) = free.recv() {
        let (finished, result) = bounded(1);
        match records.fill(&mut load.chunk) {
            Ok(false) => return,
            Ok(true) => {
                load.from = from.take();
                if load.chunk.is_continued {
                    let (to, next) = bounded(1);
                    (load.to, from) = (Some(to), Some(next));
                }
                if line.send(Ok(result)).is_err() || orders.send((load, finished)).is_err() {
                    return;
                }
            }
            Err(error) => {
                // Nobody left to tell when this fails.
                let _ = line.send(Err(error));
                return;
            }
        }
    }
}

fn work_off(run: BatchRun<'_>, shared: &Shared, work: &Receiver<LoadOrder>, stopped: &Receiver<()>) {
    let mut worker = Worker::of(run, shared);
    loop {
        let (mut load, finished) = select! {
            recv(work) -> order => match order {
                Ok(order) => order,
                Err(_) => return,
            },
            recv(stopped) -> _ => return,
        };
        load.text.clear();
        load.tally = Tally::default();
        // Loads are taken in their order: who has the earlier one is at work on it.
        if let Some(person) = load.from.take().and_then(|from| from.recv().ok()) {
            worker.settler.person = person;
        }
        worker.rows(&load.chunk, &mut load.text, &mut load.tally);
        if let Some(to) = load.to.take() {
            // Nobody is left to go on once the output is closed.
            let _ = to.send(std::mem::take(&mut worker.settler.person));
        }
        // Nobody waits for it once the output is closed.
        let _ = finished.send(load);
    }
}

fn write_all(
    done: &LoadQueue,
    give_back: &Sender<Load>,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(Progress),
) -> Result<Tally, BatchError> {
    let mut tally = Tally::default();
    for next in done {
        // A worker lets go of a load only when it is done.
        let Ok(load) = next.map_err(BatchError::Read)?.recv() else { break };
        out.write_all(load.text.text()).map_err(BatchError::Write)?;
        tally.add(&load.tally);
        progress(Progress { rows: tally.rows(), read: load.chunk.read, is_sorting: false });
        // The reader is gone when this fails.
        let _ = give_back.try_send(load);
    }
    Ok(tally)
}

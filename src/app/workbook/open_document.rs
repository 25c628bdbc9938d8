//! A workbook of `OpenOffice` (`.ods`) before it is read: its reader looks for the end of
//! a table for ever where the text ends before it.

use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::source::{BookArchive, WorkbookError};

/// The part with the cells.
const CONTENT: &str = "content.xml";

/// Whether everything that is opened in it is closed, in order. What is no such
/// workbook is none of its business.
///
/// # Errors
/// Where something is not.
pub(super) fn closed(archive: &mut BookArchive) -> Result<(), WorkbookError> {
    let Ok(content) = archive.by_name(CONTENT) else { return Ok(()) };
    let mut reader = Reader::from_reader(BufReader::new(content));
    let (mut open, mut buffer) = (0_u64, Vec::new());
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(_)) => open = open.saturating_add(1),
            Ok(Event::End(_)) => open = open.saturating_sub(1),
            Ok(Event::Eof) if open == 0 => return Ok(()),
            Ok(Event::Eof) => return Err(WorkbookError::Cut),
            Ok(_) => {}
            Err(error) => return Err(WorkbookError::damaged(error)),
        }
        buffer.clear();
    }
}

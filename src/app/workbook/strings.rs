//! The texts that the cells of an `.xlsx` share, before they are read: the reader makes
//! room for as many as the part says that there are.

use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::source::{BookArchive, WorkbookError};

/// The part, by whatever way it is led to.
const PART: &str = "sharedstrings.xml";
/// Room for so many is always there.
const ALWAYS: u64 = 1 << 20;
/// Not even an empty text is shorter than this: `<si/>`.
const SHORTEST: u64 = 5;

/// Whether there can be as many as are said to be.
///
/// # Errors
/// Where there cannot.
pub(super) fn counted(archive: &mut BookArchive) -> Result<(), WorkbookError> {
    let names: Vec<String> =
        archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect();
    for name in names.iter().filter(|name| name.to_ascii_lowercase().ends_with(PART)) {
        let Ok(part) = archive.by_name(name) else { continue };
        let most = ALWAYS.max(part.size() / SHORTEST);
        if said(BufReader::new(part)) > most {
            return Err(WorkbookError::Bomb);
        }
    }
    Ok(())
}

/// How many a part says that there are; none where it does not say it.
fn said(part: impl std::io::BufRead) -> u64 {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(first) | Event::Empty(first)) if first.local_name().as_ref() == "sst" => {
                let count = first.try_get_attribute("uniqueCount").ok().flatten();
                let Some(count) = count else { return 0 };
                let value = count.value.trim_start_matches(['+', ' ']);
                let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
                // What is no number that the machine can count to is not counted on.
                return value.get(..end).and_then(|digits| digits.parse().ok()).unwrap_or_default();
            }
            Ok(Event::Eof) | Err(_) => return 0,
            Ok(_) => {}
        }
        buffer.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_says_how_many_texts_it_has() {
        for (part, count) in [
            ("<?xml version=\"1.0\"?><sst count=\"9\" uniqueCount=\"7\"><si/></sst>", 7),
            ("<x:sst xmlns:x=\"y\" uniqueCount=\"2999999999\"/>", 2_999_999_999),
            ("<a></b><sst uniqueCount='3'>", 3),
            ("<sst/>", 0),
            ("<sst uniqueCount=\"many\"/>", 0),
            ("", 0),
        ] {
            assert_eq!(said(part.as_bytes()), count, "{part}");
        }
    }
}

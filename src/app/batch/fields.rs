//! The fields of one record, read in place.

use memchr::memchr;

use super::cells::Cells;

/// Where the value of a field stands.
#[derive(Clone, Copy, Debug)]
struct Cell {
    start: usize,
    end: usize,
    /// In the text that was unquoted, not in the record.
    unquoted: bool,
}

/// The fields of a record; used again for the next one.
#[derive(Debug, Default)]
pub(super) struct Fields {
    cells: Vec<Cell>,
    /// Values from which doubled quotation marks were taken.
    unquoted: String,
}

/// The fields of a record with the text they stand in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'t> {
    record: &'t str,
    fields: &'t Fields,
}

impl<'t> Row<'t> {
    /// How many fields there are.
    pub(super) fn len(&self) -> usize {
        self.fields.cells.len()
    }

    /// The value of a field; empty where there is no such field.
    #[inline]
    pub(super) fn get(&self, place: usize) -> &'t str {
        let Some(cell) = self.fields.cells.get(place) else { return "" };
        let text = if cell.unquoted { self.fields.unquoted.as_str() } else { self.record };
        text.get(cell.start..cell.end).unwrap_or_default()
    }

    /// All values, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        let row = *self;
        (0..row.len()).map(move |place| row.get(place))
    }

    /// The record as it stands in the input.
    pub(super) const fn record(&self) -> &'t str {
        self.record
    }
}

impl Cells for Row<'_> {
    fn count(&self) -> usize {
        self.len()
    }

    #[inline]
    fn get(&self, place: usize) -> &str {
        Row::get(self, place)
    }
}

impl Fields {
    /// Splits a record. `quoted` says that there may be a quotation mark in it.
    pub(super) fn split<'t>(&'t mut self, record: &'t str, delimiter: u8, quoted: bool) -> Row<'t> {
        self.cells.clear();
        if quoted {
            self.unquoted.clear();
            self.split_quoted(record, delimiter);
        } else {
            let mut start = 0;
            each(delimiter, record.as_bytes(), |end| {
                self.cells.push(Cell { start, end, unquoted: false });
                start = end + 1;
            });
            self.cells.push(Cell { start, end: record.len(), unquoted: false });
        }
        Row { record, fields: self }
    }

    /// No field at all: nothing is known of the record.
    pub(super) fn none(&mut self) -> Row<'_> {
        self.cells.clear();
        Row { record: "", fields: self }
    }

    fn split_quoted(&mut self, record: &str, delimiter: u8) {
        let bytes = record.as_bytes();
        let next = |from: usize, wanted: u8| memchr(wanted, &bytes[from..]).map(|found| from + found);
        let mut start = 0;
        loop {
            let begins = bytes.get(start) == Some(&b'"');
            let end = if begins {
                let (end, cell) = self.unquote(record, start + 1, delimiter);
                self.cells.push(cell);
                end
            } else {
                let end = next(start, delimiter).unwrap_or(bytes.len());
                self.cells.push(Cell { start, end, unquoted: false });
                end
            };
            if end >= bytes.len() {
                return;
            }
            start = end + 1;
        }
    }

    /// The field whose quotes open before `start`, and where it ends. What stands
    /// between the closing quotes and the delimiter belongs to it.
    fn unquote(&mut self, record: &str, start: usize, delimiter: u8) -> (usize, Cell) {
        let bytes = record.as_bytes();
        let find = |from: usize, wanted: u8| {
            let found = memchr(wanted, &bytes[from..]);
            found.map_or(bytes.len(), |found| from + found)
        };
        let close = find(start, b'"');
        let after = close + 1;
        if after >= bytes.len() || bytes[after] == delimiter {
            return (after, Cell { start, end: close, unquoted: false });
        }
        let from = self.unquoted.len();
        let mut at = start;
        loop {
            let close = find(at, b'"');
            self.unquoted.push_str(&record[at..close]);
            at = close + 1;
            if bytes.get(at) != Some(&b'"') {
                break;
            }
            self.unquoted.push('"');
            at += 1;
        }
        let end = if at < bytes.len() { find(at, delimiter) } else { bytes.len() };
        self.unquoted.push_str(record.get(at..end).unwrap_or_default());
        (end, Cell { start: from, end: self.unquoted.len(), unquoted: true })
    }
}

/// Every place of a byte, eight bytes at a time: fields are too short for a
/// search that begins anew in each.
fn each(wanted: u8, bytes: &[u8], mut found: impl FnMut(usize)) {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let pattern = u64::from_ne_bytes([wanted; 8]);
    let (words, rest) = bytes.as_chunks::<8>();
    for (place, word) in words.iter().enumerate() {
        let differs = u64::from_le_bytes(*word) ^ pattern;
        // The highest bit of each byte that does not differ.
        let mut same = !(((differs & LOW) + LOW) | differs | LOW);
        while same != 0 {
            found(place * 8 + same.trailing_zeros() as usize / 8);
            same &= same - 1;
        }
    }
    let start = bytes.len() - rest.len();
    rest.iter().enumerate().filter(|(_, byte)| **byte == wanted).for_each(|(place, _)| found(start + place));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(record: &str) -> Vec<String> {
        let mut fields = Fields::default();
        fields.split(record, b',', record.contains('"')).iter().map(str::to_owned).collect()
    }

    #[test]
    fn plain_and_quoted_fields() {
        assert_eq!(split("a,,鞍山"), ["a", "", "鞍山"]);
        assert_eq!(split(""), [""]);
        assert_eq!(split("\"a,b\",\"say \"\"x\"\"\",\"\""), ["a,b", "say \"x\"", ""]);
        assert_eq!(split("5\" pipe,\"a\"b,\"\"\"\","), ["5\" pipe", "ab", "\"", ""]);
        assert_eq!(split("\"a\nb\""), ["a\nb"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_place_of_a_byte_is_found(text in "[,+-a鞍]{0,40}") {
            let mut places = Vec::new();
            each(b',', text.as_bytes(), |place| places.push(place));
            prop_assert_eq!(places, text.match_indices(',').map(|(place, _)| place).collect::<Vec<_>>());
        }

        #[test]
        fn fields_are_those_of_the_usual_reader(fields in prop::collection::vec("[a\",\n鞍 ]{0,6}", 2..6)) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(&fields).unwrap();
            let written = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            prop_assert_eq!(split(written.trim_end_matches('\n')), fields);
        }

        #[test]
        fn whatever_stands_there_is_read_as_the_usual_reader_reads_it(record in "[a\",]{1,12}") {
            // Left out: quotes that nothing closes, of which no record is made.
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(record.as_bytes());
            let mut usual = csv::StringRecord::new();
            let closed = reader.read_record(&mut usual).unwrap() && {
                let longer = format!("{record}\nz");
                let mut reader =
                    csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(longer.as_bytes());
                reader.records().count() == 2
            };
            if closed {
                prop_assert_eq!(split(&record), usual.iter().map(str::to_owned).collect::<Vec<_>>());
            }
        }
    }
}

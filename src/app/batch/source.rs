//! Input as UTF-8, whatever it was written in.

use std::io::{self, ErrorKind, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// So much is looked at before the encoding is decided.
const SAMPLE: usize = 64 * 1024;
/// So much is read at a time.
const BLOCK: usize = 32 * 1024;

/// A file or a pipe, read block by block.
pub(super) struct TableSource {
    input: Box<dyn Read + Send>,
    /// What was read to look at and not handed on yet.
    sample: Vec<u8>,
    /// None where the input is UTF-8 already.
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    read: u64,
    ended: bool,
}

impl TableSource {
    /// Reads the first block and decides by it, unless the encoding is named.
    ///
    /// # Errors
    /// Where the input cannot be read.
    pub(super) fn open(
        mut input: Box<dyn Read + Send>,
        named: Option<&'static Encoding>,
    ) -> io::Result<Self> {
        let mut sample = vec![0; SAMPLE];
        let mut filled = 0;
        while filled < SAMPLE {
            match some(&mut input, &mut sample[filled..])? {
                0 => break,
                more => filled += more,
            }
        }
        sample.truncate(filled);
        let (encoding, mark) = match (Encoding::for_bom(&sample), named) {
            (Some((encoding, mark)), None) => (encoding, mark),
            (Some((encoding, mark)), Some(named)) if encoding == named => (named, mark),
            (_, Some(named)) => (named, 0),
            (None, None) => (recognised(&sample, filled < SAMPLE), 0),
        };
        sample.drain(..mark);
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling());
        Ok(Self { input, sample, decoder, raw: Vec::new(), read: filled as u64, ended: false })
    }

    /// The first bytes, as they stand in the input, as long as none were taken.
    pub(super) fn sample(&self) -> &[u8] {
        &self.sample
    }

    /// Whether the text was made from another encoding: then what could not be
    /// read stands in it as U+FFFD.
    pub(super) const fn is_decoded(&self) -> bool {
        self.decoder.is_some()
    }

    /// Bytes of the input read so far.
    pub(super) const fn read(&self) -> u64 {
        self.read
    }

    /// Appends some more text; false at the end.
    ///
    /// # Errors
    /// Where the input cannot be read.
    pub(super) fn fill(&mut self, text: &mut Vec<u8>) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        let taken = self.take()?;
        self.ended = taken == 0;
        let raw = &self.raw[..taken];
        let Some(decoder) = &mut self.decoder else {
            text.extend_from_slice(raw);
            return Ok(!self.ended);
        };
        let room = decoder.max_utf8_buffer_length(taken).unwrap_or(BLOCK * 4);
        let before = text.len();
        text.resize(before + room, 0);
        let (_, _, written, _) = decoder.decode_to_utf8(raw, &mut text[before..], self.ended);
        text.truncate(before + written);
        Ok(!self.ended || written > 0)
    }
}

impl TableSource {
    /// Takes the next block into `raw`; how much there was.
    fn take(&mut self) -> io::Result<usize> {
        if !self.sample.is_empty() {
            self.raw = std::mem::take(&mut self.sample);
            return Ok(self.raw.len());
        }
        self.raw.resize(BLOCK, 0);
        let more = some(&mut self.input, &mut self.raw)?;
        self.read += more as u64;
        Ok(more)
    }
}

fn some(input: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match input.read(into) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

/// UTF-8 where it is; GB18030 where it can be that; else UTF-8, with rows that
/// are not.
fn recognised(sample: &[u8], whole: bool) -> &'static Encoding {
    if let Some(wide) = wide(sample) {
        return wide;
    }
    let is_utf_8 = match std::str::from_utf8(sample) {
        Ok(_) => true,
        // A character cut in two by the end of the block.
        Err(error) => !whole && error.error_len().is_none(),
    };
    if is_utf_8 || !decodes(sample, whole) { UTF_8 } else { GB18030 }
}

/// UTF-16 without its mark: every digit, comma and line's end has a zero byte, always
/// before or always behind it.
fn wide(sample: &[u8]) -> Option<&'static Encoding> {
    const LEAST: usize = 8;
    let (pairs, _) = sample.as_chunks::<2>();
    let zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0 && pair[1 - at] != 0).count();
    let (before, behind) = (zeros(0), zeros(1));
    // Some, more than a tenth, one way, and next to none the other.
    let is_clear = |many: usize, few: usize| {
        many >= LEAST && many.saturating_mul(10) > pairs.len() && few.saturating_mul(20) < many
    };
    if is_clear(behind, before) { Some(UTF_16LE) } else { is_clear(before, behind).then_some(UTF_16BE) }
}

fn decodes(sample: &[u8], whole: bool) -> bool {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(sample.len()).unwrap_or(BLOCK * 4);
    let mut text = vec![0; room];
    let (result, ..) = decoder.decode_to_utf8_without_replacement(sample, &mut text, whole);
    matches!(result, DecoderResult::InputEmpty)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, bool) {
        let mut source = TableSource::open(Box::new(io::Cursor::new(bytes.to_vec())), None).unwrap();
        let mut text = Vec::new();
        while source.fill(&mut text).unwrap() {}
        (String::from_utf8_lossy(&text).into_owned(), source.is_decoded())
    }

    #[test]
    fn utf_8_with_and_without_a_mark() {
        assert_eq!(read("参保地,总费用".as_bytes()), ("参保地,总费用".to_owned(), false));
        assert_eq!(read("\u{feff}参保地".as_bytes()), ("参保地".to_owned(), false));
        assert_eq!(read(b""), (String::new(), false));
    }

    #[test]
    fn gb18030_and_utf_16_are_recognised() {
        let (bytes, ..) = GB18030.encode("参保地,就医地\n鞍山,北京\n");
        assert_eq!(read(&bytes), ("参保地,就医地\n鞍山,北京\n".to_owned(), true));
        let wide: Vec<u8> = "\u{feff}参保地".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide), ("参保地".to_owned(), true));
        let table = "参保地,就医地,总费用\n鞍山,北京,30000.00\n";
        for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let wide: Vec<u8> = table.encode_utf16().flat_map(bytes).collect();
            assert_eq!(read(&wide), (table.to_owned(), true));
        }
        assert_eq!(read(b"a,b\n1\x002,3\n").0, "a,b\n1\x002,3\n");
    }

    #[test]
    fn a_long_file_is_decided_by_its_first_block() {
        // An odd number of bytes before, so that a character lies across the edge.
        let utf_8 = format!("a{}", "参".repeat(SAMPLE));
        assert_eq!(read(utf_8.as_bytes()), (utf_8.clone(), false));
        let (bytes, ..) = GB18030.encode(&utf_8);
        assert_eq!(read(&bytes), (utf_8, true));
    }

    #[test]
    fn what_is_neither_stays_utf_8_with_its_bad_bytes() {
        assert_eq!(read(b"a,\xe9,b"), ("a,\u{fffd},b".to_owned(), false));
    }
}

//! What cells mean, remembered by their text. A column repeats itself: most
//! words are read once.

/// A longer text is read anew each time.
const LONGEST: usize = 31;
/// Two texts that meet in a slot displace each other, so memory stays as it is.
const SLOTS: usize = 1024;

#[derive(Clone)]
struct Slot<T> {
    length: u8,
    text: [u8; LONGEST],
    meaning: T,
}

/// The meanings of texts of one column.
pub(super) struct Memo<T> {
    slots: Vec<Option<Slot<T>>>,
}

impl<T: Clone> Memo<T> {
    /// Nothing remembered yet.
    pub(super) fn new() -> Self {
        Self { slots: vec![None; SLOTS] }
    }

    /// The meaning of a text, read only where it is not remembered.
    pub(super) fn get(&mut self, text: &str, read: impl FnOnce(&str) -> T) -> T {
        let bytes = text.as_bytes();
        if bytes.len() > LONGEST {
            return read(text);
        }
        let slot = &mut self.slots[place(bytes)];
        match slot {
            Some(known) if known.text[..usize::from(known.length)] == *bytes => known.meaning.clone(),
            _ => {
                let meaning = read(text);
                let mut kept = [0; LONGEST];
                kept[..bytes.len()].copy_from_slice(bytes);
                // At most 31.
                let length = u8::try_from(bytes.len()).unwrap_or_default();
                *slot = Some(Slot { length, text: kept, meaning: meaning.clone() });
                meaning
            }
        }
    }
}

/// A slot by the first and the last bytes, up to eight of each.
fn place(bytes: &[u8]) -> usize {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let (first, last) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(first), Some(last)) => {
                (u64::from(u32::from_le_bytes(*first)), u64::from(u32::from_le_bytes(*last)))
            }
            _ => bytes.iter().fold((0, 0), |(all, _), byte| (all << 8 | u64::from(*byte), 0)),
        },
    };
    let mixed = (first ^ last.rotate_left(23) ^ bytes.len() as u64).wrapping_mul(MIX);
    // The upper bits are mixed best; ten of them fit.
    usize::try_from(mixed >> 54).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_once_and_never_for_another() {
        let mut memo = Memo::new();
        let mut reads = 0;
        for round in 0..3 {
            for number in 0..100 {
                let text = format!("text {number}");
                let length = memo.get(&text, |text| {
                    reads += 1;
                    text.to_owned()
                });
                assert_eq!(length, text, "round {round}");
            }
        }
        assert!(reads < 200, "{reads} reads of 100 texts");
    }

    #[test]
    fn many_texts_displace_each_other_and_long_ones_are_not_kept() {
        let mut memo = Memo::new();
        for number in 0..10_000 {
            let text = format!("{}{number}", "鞍".repeat(number % 12));
            assert_eq!(memo.get(&text, str::to_owned), text);
            assert_eq!(memo.get(&text, |_| unreachable_for(&text)), text);
        }
    }

    fn unreachable_for(text: &str) -> String {
        assert!(text.len() > LONGEST, "{text} is remembered");
        text.to_owned()
    }
}

//! What cells mean, remembered by their text. A column repeats itself: most
//! words are read once.

/// A longer text is read anew each time.
const LONGEST: usize = 32;

/// A short text as numbers: those of two texts are equal only where the texts
/// are, for together they hold every byte.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    length: usize,
    words: [u64; 4],
}

impl Key {
    /// None where the text is too long.
    #[inline]
    fn of(text: &[u8]) -> Option<Self> {
        let length = text.len();
        let eight = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
        let four = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
        let (first, last) = match (text.first_chunk(), text.last_chunk()) {
            (Some(first), Some(last)) => (eight(first), eight(last)),
            _ => match (text.first_chunk(), text.last_chunk()) {
                (Some(first), Some(last)) => (four(first), four(last)),
                _ => (text.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)), 0),
            },
        };
        let (second, third) = match (text.get(8..), text.get(..length.saturating_sub(8))) {
            (Some(after), Some(before)) if length > 16 => {
                (after.first_chunk().map_or(0, eight), before.last_chunk().map_or(0, eight))
            }
            _ => (0, 0),
        };
        (length <= LONGEST).then_some(Self { length, words: [first, last, second, third] })
    }

    /// One of `2^bits` slots.
    // Far fewer than there are numbers.
    #[allow(clippy::cast_possible_truncation)]
    const fn slot(&self, bits: u32) -> usize {
        const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
        let mixed = self.words[0] ^ self.words[1].rotate_left(23) ^ self.length as u64;
        // The upper bits are mixed best.
        (mixed.wrapping_mul(MIX) >> (u64::BITS - bits)) as usize
    }
}

/// The meanings of texts of one column. Two texts that meet in a slot displace
/// each other, so memory stays as it is.
pub(super) struct Memo<T> {
    bits: u32,
    slots: Vec<Option<(Key, T)>>,
}

impl<T: Clone> Memo<T> {
    /// Nothing remembered yet; room for `2^bits` texts.
    pub(super) fn of(bits: u32) -> Self {
        Self { bits, slots: vec![None; 1 << bits] }
    }

    /// The meaning of a text, read only where it is not remembered.
    #[inline]
    pub(super) fn get(&mut self, text: &str, read: impl FnOnce(&str) -> T) -> T {
        let Some(key) = Key::of(text.as_bytes()) else { return read(text) };
        let slot = &mut self.slots[key.slot(self.bits)];
        match slot {
            Some((known, meaning)) if *known == key => meaning.clone(),
            _ => {
                let meaning = read(text);
                *slot = Some((key, meaning.clone()));
                meaning
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_read_once_and_never_for_another() {
        let mut memo = Memo::of(10);
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

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn keys_are_equal_only_where_texts_are(one in "[ab]{0,36}", place in 0..36_usize, other in "[ab]{0,36}") {
            let mut changed = one.clone().into_bytes();
            if let Some(byte) = changed.get_mut(place) {
                *byte ^= 1;
            }
            for other in [changed, other.into_bytes()] {
                let (keys, same) = ((Key::of(one.as_bytes()), Key::of(&other)), one.as_bytes() == other);
                if let (Some(key), Some(other)) = keys {
                    prop_assert_eq!(key == other, same);
                }
            }
        }
    }

    #[test]
    fn many_texts_displace_each_other_and_long_ones_are_not_kept() {
        let mut memo = Memo::of(10);
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

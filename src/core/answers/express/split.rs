//! An express line cut into pieces: words, names of places, numbers.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::number::{numbers_at_start, time_at_start};
use super::piece::{Gap, Piece, PieceKind};
use super::words::{Dictionary, Known, WordAnswer};
use crate::answers::parse_day;
use crate::places::{english_names, names_at_start, outside_at_start};

/// Cuts a line into pieces.
pub(super) fn split(line: &str, dictionary: &Dictionary) -> Vec<Piece> {
    let mut folded = Folded::of(line);
    folded.join_phrases(dictionary);
    let mut pieces: Vec<Piece> = Vec::new();
    for (gap, chunk) in folded.chunks() {
        let mut gap = gap;
        for (range, what) in cut(&folded.text[chunk.clone()], dictionary) {
            let range = chunk.start + range.start..chunk.start + range.end;
            pieces.push(Piece { what, range: folded.origin(range), gap });
            gap = Gap::None;
        }
    }
    join_unknown(line, pieces)
}

/// A line in narrow small letters that knows where each came from.
struct Folded {
    text: String,
    origins: Vec<Range<usize>>,
}

impl Folded {
    fn of(line: &str) -> Self {
        let mut folded = Self { text: String::new(), origins: Vec::new() };
        let mut skipped = 0;
        for (place, typed) in line.char_indices() {
            // A time of day behind a day says nothing of a case.
            if (typed.is_whitespace() || matches!(typed, 't' | 'T')) && folded.ends_in_day() {
                let time = time_at_start(&line[place + typed.len_utf8()..]);
                skipped = time.map_or(skipped, |length| place + typed.len_utf8() + length);
            }
            if place < skipped {
                continue;
            }
            if "'’".contains(typed) || typed.is_whitespace() && before_unit(&folded.text, &line[place..]) {
                continue;
            }
            for c in typed.nfkc().flat_map(char::to_lowercase) {
                folded.text.push(c);
                let origin = place..place + typed.len_utf8();
                folded.origins.resize(folded.text.len(), origin);
            }
        }
        folded
    }

    /// Whether the last word is a day written whole.
    fn ends_in_day(&self) -> bool {
        const SHORTEST: usize = 8;
        let is_of_day = |c: char| c.is_ascii_digit() || "-/.年月日".contains(c);
        let begins = self
            .text
            .rfind(|c: char| !is_of_day(c))
            .map_or(0, |at| at + self.text[at..].chars().next().map_or(0, char::len_utf8));
        let word = &self.text[begins..];
        word.len() >= SHORTEST && parse_day(word).is_some()
    }

    /// Puts a hyphen for the blank inside what is one word here and several in
    /// English: `own expense`, `not filed`, `inner mongolia`.
    fn join_phrases(&mut self, dictionary: &Dictionary) {
        static PLACES: LazyLock<Vec<String>> = LazyLock::new(|| {
            let in_words = english_names().filter(|name| name.contains(' '));
            in_words.map(|name| name.to_lowercase().replace(' ', "-")).collect()
        });
        let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        for phrase in dictionary.phrases().chain(PLACES.iter().map(String::as_str)) {
            let spaced = phrase.replace('-', " ");
            let mut from = 0;
            while let Some(at) = self.text[from..].find(&spaced).map(|at| from + at) {
                from = at + spaced.len();
                let bytes = self.text.as_bytes();
                if !is_letter(at.checked_sub(1).and_then(|before| bytes.get(before)))
                    && !is_letter(bytes.get(from))
                {
                    self.text.replace_range(at..from, phrase);
                }
            }
        }
    }

    fn origin(&self, range: Range<usize>) -> Range<usize> {
        let first = self.origins.get(range.start).map_or(0, |origin| origin.start);
        let last = range.end.checked_sub(1).and_then(|last| self.origins.get(last));
        first..last.map_or(first, |origin| origin.end)
    }

    /// What blanks and commas leave, with what stands before each.
    fn chunks(&self) -> Vec<(Gap, Range<usize>)> {
        let mut chunks: Vec<(Gap, Range<usize>)> = Vec::new();
        let mut gap = Gap::Space;
        let mut open = false;
        for (place, c) in self.text.char_indices() {
            let end = place + c.len_utf8();
            let separates = if c.is_whitespace() {
                Some(Gap::Space)
            } else if parts(c) && !within_number(&self.text, place, c) {
                Some(Gap::Comma)
            } else {
                None
            };
            match separates {
                Some(wider) => {
                    gap = if open { wider } else { gap.max(wider) };
                    open = false;
                }
                None if open => {
                    if let Some((_, chunk)) = chunks.last_mut() {
                        chunk.end = end;
                    }
                }
                None => {
                    chunks.push((gap, place..end));
                    open = true;
                }
            }
        }
        chunks
    }
}

/// Whether a blank stands between a number and its unit: `5 万`, `500 元`, `500 yuan`.
fn before_unit(before: &str, rest: &str) -> bool {
    let is_unit = |c: char| "百千万亿元块圆整".contains(c);
    let unit = rest.trim_start();
    let after = unit.trim_start_matches(is_unit);
    let after = ["yuan", "rmb", "cny"].into_iter().find_map(|name| unit.strip_prefix(name)).unwrap_or(after);
    let ends = after.chars().next().is_none_or(|c| c.is_whitespace() || parts(c) || "，；！？".contains(c));
    before.ends_with(|c: char| c.is_ascii_digit()) && after.len() < unit.len() && ends
}

/// Whether a character parts words as a comma does.
pub(super) fn parts(c: char) -> bool {
    ",、;。.!?|+&()[]{}\"“”‘「」『』《》【】".contains(c)
}

/// Whether a point or comma belongs to a number: `5.2`, `50,000`.
pub(super) fn within_number(text: &str, place: usize, c: char) -> bool {
    let before = text[..place].bytes().rev().take_while(u8::is_ascii_digit).count();
    let after = text[place + c.len_utf8()..].bytes().take_while(u8::is_ascii_digit).count();
    match c {
        '.' | '。' => before > 0 && after > 0,
        ',' => (1..=3).contains(&before) && after == 3,
        // As in 3.00e+04.
        '+' => {
            let number = text[..place].strip_suffix(['e', 'E']).unwrap_or_default();
            after > 0 && number.ends_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

/// How much of a chunk is not understood, how many numbers are bare, and in how
/// many pieces it is: the least is meant.
type Cost = (usize, usize, usize);

/// The best way to cut a chunk.
fn cut(chunk: &str, dictionary: &Dictionary) -> Vec<(Range<usize>, PieceKind)> {
    let mut best: Vec<Option<(Cost, usize, PieceKind)>> = vec![None; chunk.len() + 1];
    let cost_from = |best: &[Option<(Cost, usize, PieceKind)>], place: usize| {
        if place == chunk.len() { Some((0, 0, 0)) } else { best[place].as_ref().map(|(cost, ..)| *cost) }
    };
    for (place, _) in chunk.char_indices().rev() {
        let mut steps = steps(chunk, place, dictionary);
        steps.sort_by_key(|(length, _)| Reverse(*length));
        for (length, what) in steps {
            let Some(rest) = cost_from(&best, place + length) else { continue };
            // A place that is not covered is understood to be one: no word inside it counts.
            let is_outside = outside_at_start(&chunk[place..]) == Some(length);
            let unknown = if what == PieceKind::Unknown && !is_outside { length } else { 0 };
            let bare = usize::from(matches!(what, PieceKind::Number { .. }));
            let cost = (rest.0 + unknown, rest.1 + bare, rest.2 + 1);
            if best[place].as_ref().is_none_or(|(least, ..)| cost < *least) {
                best[place] = Some((cost, place + length, what));
            }
        }
    }
    let mut pieces = Vec::new();
    let mut place = 0;
    while let Some((_, end, what)) = best.get_mut(place).and_then(Option::take) {
        pieces.push((place..end, what));
        place = end;
    }
    pieces
}

/// The pieces that may begin at a place of a chunk.
fn steps(chunk: &str, place: usize, dictionary: &Dictionary) -> Vec<(usize, PieceKind)> {
    let text = &chunk[place..];
    let before = chunk[..place].chars().next_back();
    let first = text.chars().next();
    let run = |is: fn(&char) -> bool| text.chars().take_while(is).count();
    let letters = run(char::is_ascii_lowercase);
    if letters > 0 {
        if before.is_some_and(|c| c.is_ascii_lowercase()) {
            return Vec::new();
        }
        return latin(text, letters, chunk.len(), dictionary);
    }
    let digits = run(char::is_ascii_digit);
    if digits > 0 && before.is_some_and(|c| c.is_ascii_digit() || c == '.') {
        return Vec::new();
    }
    let mut steps: Vec<(usize, PieceKind)> = dictionary
        .at_start(text)
        .into_iter()
        .chain(names_at_start(text))
        .filter_map(|length| Some((length, word(&text[..length], length == chunk.len(), dictionary)?)))
        .collect();
    steps.extend(outside_at_start(text).map(|length| (length, PieceKind::Unknown)));
    steps.extend(numbers_at_start(text, digits > 0 && place == 0 && digits == chunk.len()));
    steps.push((digits.max(first.map_or(1, char::len_utf8)), PieceKind::Unknown));
    steps
}

/// No word in letters that is known is longer.
const LONGEST_WORD: usize = 64;

/// Words in letters end where the letters end, or the digits after them; a
/// hyphen may be inside.
fn latin(text: &str, letters: usize, chunk: usize, dictionary: &Dictionary) -> Vec<(usize, PieceKind)> {
    let hyphened = text.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap_or(text.len());
    let digits = text[hyphened..].bytes().take_while(u8::is_ascii_digit).count();
    let ends = text[letters..hyphened].match_indices('-').map(|(at, _)| letters + at);
    let ends = ends.chain([hyphened]).chain((digits > 0).then_some(hyphened + digits));
    let ends = ends.filter(|end| *end <= LONGEST_WORD);
    let mut steps: Vec<(usize, PieceKind)> =
        ends.filter_map(|end| Some((end, word(&text[..end], end == chunk, dictionary)?))).collect();
    steps.push((letters, PieceKind::Unknown));
    steps
}

/// What a whole word is; nothing where it is not known.
fn word(word: &str, alone: bool, dictionary: &Dictionary) -> Option<PieceKind> {
    let known = dictionary.whole(word);
    let answers: Vec<WordAnswer> = known
        .iter()
        .filter_map(|known| if let Known::Answer(answer) = known { Some(*answer) } else { None })
        .collect();
    let other = known.iter().find_map(|known| match known {
        Known::Label(field) => Some(PieceKind::Label(*field)),
        Known::Mark(mark) => Some(PieceKind::Mark(*mark)),
        Known::Filler => Some(PieceKind::Filler),
        Known::Answer(_) => None,
    });
    match other {
        // Between other words it only joins them: 总费用是5万.
        Some(other) if answers.is_empty() || !alone => Some(other),
        _ => Some(PieceKind::named(word, answers, false)).filter(
            |what| !matches!(what, PieceKind::Named { site: None, answers, .. } if answers.is_empty()),
        ),
    }
}

/// Whether a character says "not".
pub(super) fn is_not(c: char) -> bool {
    "不没未无非别".contains(c)
}

/// Joins what is not understood with what touches it: a 区 or 县 with the name
/// before it (a district is no area of that name), words that say nothing, and
/// everything up to the word that a "not" is about.
fn join_unknown(line: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    let mut behind_not = false;
    for piece in pieces {
        let touches = piece.gap == Gap::None;
        let typed = &line[piece.range.clone()];
        let last = joined.last_mut().filter(|_| touches);
        behind_not &= touches;
        let absorbed = match &piece.what {
            PieceKind::Unknown => {
                behind_not |= typed.contains(is_not);
                let is_district = typed.starts_with(['区', '县', '旗']);
                last.filter(|last| match &last.what {
                    PieceKind::Unknown => true,
                    PieceKind::Named { site: Some(_), .. } => is_district,
                    _ => false,
                })
            }
            PieceKind::Filler => last.filter(|last| last.what == PieceKind::Unknown),
            PieceKind::Named { .. } | PieceKind::Label(_) | PieceKind::Mark(_) if behind_not => {
                behind_not = matches!(piece.what, PieceKind::Mark(_));
                last.filter(|last| last.what == PieceKind::Unknown)
            }
            _ => None,
        };
        match absorbed {
            Some(last) => {
                last.what = PieceKind::Unknown;
                last.range.end = piece.range.end;
            }
            None => joined.push(piece),
        }
    }
    joined
}

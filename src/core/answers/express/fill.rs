//! The pieces of an express line made into answers.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::named::{NamedAnswer, NamedValue, take_named};
use super::near::near;
use super::pairs::pairs;
use super::piece::{Piece, PieceKind, Site};
use super::places::{decide, join_provinces, marked, slots};
use super::split::split;
use super::words::{DICTIONARY, WordAnswer};
use super::{Assumed, Chip, Doubt, Unknown};
use crate::answers::{Draft, choose, parse_amount, parse_day, word};
use crate::case::Field;
use crate::places::{Place, lies_outside};
use crate::policy::Status;

/// What one answer of a line says.
#[derive(Clone, Debug)]
enum Meant {
    Place(Place),
    Answer(WordAnswer),
    Text(String),
}

impl Meant {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Place(one), Self::Place(two)) => one == two,
            (Self::Answer(one), Self::Answer(two)) => one == two,
            (Self::Text(one), Self::Text(two)) => {
                one == two || parse_amount(one).is_ok_and(|one| parse_amount(two) == Ok(one))
            }
            _ => false,
        }
    }
}

/// One answer of a line and where it stands.
#[derive(Clone, Debug)]
struct Answered {
    field: Field,
    value: Meant,
    range: Range<usize>,
}

/// Whether a day is written as two numbers only.
fn is_bare(day: &str) -> bool {
    let parts: Vec<&str> = day.split(['-', '/', '.', '－']).collect();
    parts.len() == 2 && day.chars().all(|c| c.is_numeric() || "-/.－".contains(c))
}

/// A line that was read.
pub(super) struct ReadLine<'l> {
    typed: &'l str,
    given: Vec<Answered>,
    pub(super) understood: Vec<Chip>,
    pub(super) assumed: Vec<Assumed>,
    pub(super) doubtful: Vec<Doubt>,
    pub(super) unknown: Vec<Unknown>,
}

impl<'l> ReadLine<'l> {
    /// Reads a line over a draft.
    pub(super) fn read(line: &'l str, base: &Draft) -> Self {
        let (rest, named) = take_named(line);
        let mut pieces = join_provinces(split(&rest, &DICTIONARY));
        let mut marks = marked(&pieces);
        for place in named.iter().filter(|named| named.value == NamedValue::Place) {
            if let Some(at) = pieces.iter().position(|piece| piece.range.start == place.begins) {
                marks[at] = Some(place.field);
            }
        }
        let before = pieces.clone();
        let told = decide(&mut pieces, &marks, base);
        let mut read = Self {
            typed: line,
            given: Vec::new(),
            understood: Vec::new(),
            assumed: Vec::new(),
            doubtful: Vec::new(),
            unknown: Vec::new(),
        };
        read.places(&pieces, &marks, base);
        read.named(named);
        read.values(&pieces);
        read.answers(&pieces);
        read.readings(&before, &pieces, &told);
        read.understand();
        read.strangers(&pieces, base);
        read
    }

    /// The draft it began with, and over it what the line says.
    pub(super) fn draft(&self, base: &Draft) -> Draft {
        let mut draft = base.clone();
        for Answered { field, value, .. } in &self.given {
            match value {
                Meant::Place(place) if *field == Field::Insured => draft.insured = Some(*place),
                Meant::Place(place) => draft.care_place = Some(*place),
                Meant::Answer(answer) => choose(&mut draft, answer.field, answer.at),
                Meant::Text(text) => draft.write(*field, text),
            }
        }
        draft
    }

    fn words(&self, range: &Range<usize>) -> String {
        self.typed.get(range.clone()).unwrap_or_default().to_owned()
    }

    fn give(&mut self, field: Field, value: Meant, range: &Range<usize>) {
        self.given.push(Answered { field, value, range: range.clone() });
    }

    fn places(&mut self, pieces: &[Piece], marks: &[Option<Field>], base: &Draft) {
        let sites: Vec<(usize, &Site)> = pieces
            .iter()
            .enumerate()
            .filter_map(|(at, piece)| match &piece.what {
                PieceKind::Named { site: Some(site), .. } => Some((at, site)),
                _ => None,
            })
            .collect();
        let places: Vec<_> = sites.iter().map(|(at, _)| (*at, marks[*at])).collect();
        for ((at, slot), (_, site)) in slots(&places, base).into_iter().zip(&sites) {
            let range = &pieces[at].range;
            let word = self.words(range);
            match (slot, site.one()) {
                (None, _) => self.doubtful.push(Doubt::Surplus { word }),
                (Some(field), None) => {
                    self.doubtful.push(Doubt::Place { field, word, several: site.places.clone() });
                }
                (Some(field), Some(place)) => {
                    self.give(field, Meant::Place(place), range);
                    let others = site.places.get(1..).unwrap_or_default().to_vec();
                    if !others.is_empty() {
                        self.assumed.push(Assumed::Place { field, word, place, others });
                    }
                }
            }
        }
    }

    /// Values beside the names of their questions.
    fn named(&mut self, named: Vec<NamedAnswer>) {
        for NamedAnswer { field, value, range, .. } in named {
            match value {
                NamedValue::Answer(answer) => self.give(answer.field, Meant::Answer(answer), &range),
                NamedValue::Text(text) => self.give(field, Meant::Text(text), &range),
                NamedValue::Place => {}
            }
        }
    }

    /// Amounts, days and numbers.
    fn values(&mut self, pieces: &[Piece]) {
        let pairs = pairs(pieces);
        for pair in &pairs {
            let (label, value) = (&pieces[pair.label], &pieces[pair.value]);
            let range = label.range.start.min(value.range.start)..label.range.end.max(value.range.end);
            self.give(pair.field, Meant::Text(self.text(value)), &range);
        }
        let mut days = Vec::new();
        for (at, piece) in pieces.iter().enumerate() {
            let is_paired = pairs.iter().any(|pair| pair.value == at || pair.label == at);
            let range = &piece.range;
            match &piece.what {
                _ if is_paired => {}
                PieceKind::Label(field) if *field != Field::Total => {
                    self.doubtful.push(Doubt::NoValue { field: *field, word: self.words(range) });
                }
                PieceKind::Amount(_) | PieceKind::Named { site: None, amount: true, .. } => {
                    self.give(Field::Total, Meant::Text(self.text(piece)), range);
                }
                PieceKind::Percent(text) => self.give(Field::ClassBRate, Meant::Text(text.clone()), range),
                PieceKind::Typed(field, text) => self.give(*field, Meant::Text(text.clone()), range),
                PieceKind::Number { text, alone } => match WordAnswer::heard(Field::Tier, text) {
                    Some(tier) if *alone => self.give(Field::Tier, Meant::Answer(tier), range),
                    _ => self.doubtful.push(Doubt::Number { word: self.words(range) }),
                },
                PieceKind::RetiredIn(year) => {
                    self.give(Field::RetiredIn, Meant::Text(year.clone()), range);
                    if let Some(retired) = WordAnswer::heard(Field::Status, word(Status::Retired)) {
                        self.give(Field::Status, Meant::Answer(retired), range);
                    }
                }
                // 11-20 without a word beside it may be anything.
                PieceKind::Day(_) if is_bare(&self.words(range)) => {
                    self.doubtful.push(Doubt::Number { word: self.words(range) });
                }
                PieceKind::Day(day) => days.push((day.clone(), range.clone())),
                _ => {}
            }
        }
        self.days(days);
    }

    /// Days without a word: the discharge, or admission and discharge.
    fn days(&mut self, mut days: Vec<(String, Range<usize>)>) {
        let is_labelled = self.given.iter().any(|given| matches!(given.field, Field::Admitted | Field::Date));
        if days.len() == 2 && !is_labelled {
            // Those without a year stand in their order.
            if days.iter().all(|(day, _)| parse_day(day).is_some()) {
                days.sort_by_key(|(day, _)| parse_day(day));
            }
            let fields = [Field::Admitted, Field::Date];
            for ((day, range), field) in days.into_iter().zip(fields) {
                self.give(field, Meant::Text(day), &range);
            }
        } else {
            for (day, range) in days {
                self.give(Field::Date, Meant::Text(day), &range);
            }
        }
    }

    /// What to write for a value: amounts as typed, days in one way.
    fn text(&self, piece: &Piece) -> String {
        match &piece.what {
            PieceKind::Day(text) | PieceKind::Percent(text) | PieceKind::Number { text, .. } => text.clone(),
            _ => self.words(&piece.range),
        }
    }

    fn answers(&mut self, pieces: &[Piece]) {
        let said = pieces.iter().filter_map(|piece| match &piece.what {
            PieceKind::Named { site: None, answers, .. } => Some((piece, answers.as_slice())),
            _ => None,
        });
        // What is clear first: it may tell what else can be meant.
        let (clear, several): (Vec<_>, Vec<_>) = said.partition(|(_, answers)| answers.len() < 2);
        for (piece, answers) in clear {
            for answer in answers {
                self.give(answer.field, Meant::Answer(*answer), &piece.range);
            }
        }
        for (piece, answers) in several {
            if let Some(answer) = self.status_or_reason(answers) {
                self.give(answer.field, Meant::Answer(answer), &piece.range);
            } else {
                let fields = answers.iter().map(|answer| answer.field).collect();
                self.doubtful.push(Doubt::Fields { word: self.words(&piece.range), fields });
            }
        }
    }

    /// A word that is a status and a reason for going (`zz`, 在职 and 转诊) is the
    /// status until the line says one.
    fn status_or_reason(&self, answers: &[WordAnswer]) -> Option<WordAnswer> {
        let of = |field| answers.iter().copied().find(|answer| answer.field == field);
        let (status, reason) = (of(Field::Status)?, of(Field::Reason)?);
        let is_said = self.given.iter().any(|given| given.field == Field::Status);
        Some(if is_said { reason } else { status })
    }

    /// Tells what could as well have been read otherwise.
    fn readings(&mut self, before: &[Piece], pieces: &[Piece], told: &[usize]) {
        for at in told {
            let range = &pieces[*at].range;
            let PieceKind::Named { answers, .. } = &before[*at].what else { continue };
            let taken = self.given.iter().find(|given| given.range == *range).map(|given| given.field);
            let is_place = matches!(pieces[*at].what, PieceKind::Named { site: Some(_), .. });
            let otherwise = answers.first().map_or(Field::Total, |answer| answer.field);
            let other = if is_place { otherwise } else { Field::Insured };
            let word = self.words(range);
            self.assumed.extend(taken.map(|field| Assumed::Reading { word, field, other }));
        }
    }

    /// Drops questions with different answers; what is left was understood.
    fn understand(&mut self) {
        self.given.sort_by_key(|given| given.range.start);
        let mut fields: Vec<Field> = self.given.iter().map(|given| given.field).collect();
        fields.sort_unstable();
        fields.dedup();
        for field in fields {
            let all: Vec<&Answered> = self.given.iter().filter(|given| given.field == field).collect();
            let differ = all.windows(2).any(|two| !two[0].value.is_same(&two[1].value));
            if differ {
                let words = all.iter().map(|given| self.words(&given.range)).collect();
                self.doubtful.push(Doubt::Twice { field, words });
                self.given.retain(|given| given.field != field);
                self.assumed.retain(|assumed| assumed.field() != field);
            }
        }
        let chip = |given: &Answered| Chip { field: given.field, words: self.words(&given.range) };
        self.understood = self.given.iter().map(chip).collect();
    }

    /// What was not understood, with what it looks like.
    fn strangers(&mut self, pieces: &[Piece], base: &Draft) {
        // Who misspelt more than so many is not helped by guesses.
        const MOST_GUESSES: usize = 8;
        let draft = self.draft(base);
        let needs_place = draft.insured.is_none() || draft.care_place.is_none();
        let unknown: Vec<&Piece> = pieces.iter().filter(|piece| piece.what == PieceKind::Unknown).collect();
        let mut rest = unknown.as_slice();
        while let Some((piece, behind)) = rest.split_first() {
            rest = behind;
            // Hong Kong is two words.
            let both = rest.first().map(|next| piece.range.start..next.range.end);
            let outside = both.into_iter().chain([piece.range.clone()]);
            if let Some(range) = outside.into_iter().find(|range| lies_outside(&self.words(range))) {
                rest = if range == piece.range { rest } else { &rest[1..] };
                self.doubtful.push(Doubt::Outside { word: self.words(&range) });
                continue;
            }
            let word = self.words(&piece.range);
            let folded: String = word.nfkc().flat_map(char::to_lowercase).collect();
            let is_district = word.chars().count() > 1 && word.ends_with(['区', '县', '旗']);
            // One character looks like anything that holds it.
            let has_near = !is_district && word.chars().count() > 1;
            let near = (has_near && self.unknown.len() < MOST_GUESSES)
                .then(|| near(&folded, &DICTIONARY, needs_place))
                .flatten();
            self.unknown.push(Unknown { word, near, is_district });
        }
    }
}

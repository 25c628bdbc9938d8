//! What a word of an express line may be: an answer, a label of an amount, a
//! mark of a place, or a word that says nothing.

use std::sync::LazyLock;

use crate::answers::{Answer, Heard, Question, Word, unknown};
use crate::case::{Circumstance, Field};

/// An answer that one word gives: the question, and which of its answers, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordAnswer {
    pub(super) field: Field,
    pub(super) at: usize,
}

impl WordAnswer {
    /// The answer that a word gives to a question which was found otherwise.
    pub(super) fn heard(field: Field, word: &str) -> Option<Self> {
        match Question::of(field).hear(word) {
            Ok(Some(Heard::Chosen(at))) => Some(Self { field, at }),
            _ => None,
        }
    }
}

/// Which of the two places stands beside a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The insured area comes next: 从.
    InsuredNext,
    /// The insured area stands before it or comes next: 参保.
    Insured,
    /// The care area comes next: 到.
    CareNext,
    /// The care area stands before it or comes next: 就医.
    Care,
}

impl Mark {
    /// The question its place answers.
    pub(super) const fn field(self) -> Field {
        match self {
            Self::InsuredNext | Self::Insured => Field::Insured,
            Self::CareNext | Self::Care => Field::CarePlace,
        }
    }

    /// Whether it may stand after its place.
    pub(super) const fn may_follow(self) -> bool {
        matches!(self, Self::Insured | Self::Care)
    }
}

const MARKS: &[(Mark, &[&str])] = &[
    (Mark::InsuredNext, &["从", "cong", "from"]),
    (Mark::Insured, &["参保", "参保地", "参保在", "canbao", "insured", "insured-in"]),
    (
        Mark::CareNext,
        &[
            "到", "去", "往", "赴", "至", "来", "前往", "转到", "转往", "转去", "→", "->", "=>", "dao", "qu",
            "to",
        ],
    ),
    (
        Mark::Care,
        &["就医", "就医地", "就诊", "看病", "治病", "治疗", "jiuyi", "kanbing", "treated", "treated-in"],
    ),
];

/// Words that join others and say nothing of their own.
const FILLERS: &[&str] = &[
    "的",
    "了",
    "在",
    "是",
    "为",
    "有",
    "和",
    "与",
    "我",
    "他",
    "她",
    "想",
    "要",
    "约",
    "大约",
    "大概",
    "左右",
    "元",
    "钱",
    "今年",
    "本年",
    "人",
    "本人",
    "其中",
    "医院",
    "医保",
    "人员",
    "患者",
    "病人",
    "参加",
    "异地",
    ":",
    "=",
    "@",
    "×",
    "*",
    "-",
    "—",
    "–",
    "~",
    "/",
    "yiyuan",
    "the",
    "a",
    "in",
    "of",
    "for",
    "and",
    "with",
    "is",
    "was",
    "at",
    "tier",
    "hospital",
    "insurance",
    "yuan",
    "trip",
];

/// What a word, or the beginning of a text, may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Answer(WordAnswer),
    Label(Field),
    Mark(Mark),
    Filler,
}

/// Every word an express line knows but the names of places.
pub(super) struct Dictionary(Vec<(&'static str, Known)>);

/// The one dictionary, made when the first line is read.
pub(super) static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(Dictionary::new);

impl Dictionary {
    /// The vocabulary of every question, and the words around it.
    fn new() -> Self {
        let answers = Question::all().flat_map(spoken).filter(|(word, known)| counts(word, known));
        let labels = Question::all()
            .flat_map(|question| question.labels.iter().map(|word| (*word, Known::Label(question.field))));
        let marks =
            MARKS.iter().flat_map(|(mark, words)| words.iter().map(|word| (*word, Known::Mark(*mark))));
        let fillers = FILLERS.iter().map(|word| (*word, Known::Filler));
        Self(answers.chain(labels).chain(marks).chain(fillers).collect())
    }

    /// What a whole word may be.
    pub(super) fn whole(&self, word: &str) -> Vec<&Known> {
        self.0.iter().filter(|(known, _)| *known == word).map(|(_, what)| what).collect()
    }

    /// The words in characters with which a text begins, as lengths in bytes.
    pub(super) fn at_start(&self, text: &str) -> Vec<usize> {
        let mut lengths: Vec<usize> =
            self.all().filter(|word| !is_latin(word) && text.starts_with(word)).map(str::len).collect();
        lengths.sort_unstable();
        lengths.dedup();
        lengths
    }

    /// The words in letters that are written as several: `own-expense`.
    pub(super) fn phrases(&self) -> impl Iterator<Item = &'static str> {
        self.all().filter(|word| is_latin(word) && word.contains('-'))
    }

    /// Every word.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|(word, _)| *word)
    }
}

/// Whether a word begins with a letter from a to z: it then stands for itself
/// only where no other letter is beside it.
fn is_latin(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// The words that answer a question without naming it.
fn spoken(question: &'static Question) -> Vec<(&'static str, Known)> {
    let said = |field, at, words: &'static [&'static str]| {
        words.iter().map(move |word| (*word, Known::Answer(WordAnswer { field, at })))
    };
    match &question.answer {
        Answer::Choice(choice) => {
            choice.spoken().into_iter().flat_map(|(at, words)| said(question.field, at, words)).collect()
        }
        Answer::Several => {
            let all = Circumstance::WORDS.iter();
            all.flat_map(|(also, words)| said(Field::Also(*also), 1, words)).collect()
        }
        _ => Vec::new(),
    }
}

/// Digits and question marks are no words of a line, and not to know whether
/// the hospital settles directly says nothing.
fn counts(word: &str, known: &Known) -> bool {
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    let field = Field::Networked;
    let says_nothing = unknown(field).map(|at| Known::Answer(WordAnswer { field, at }));
    !is_number && word != "?" && Some(known) != says_nothing.as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_words_answer_two_questions() {
        let dictionary = Dictionary::new();
        let mut twice: Vec<&str> = dictionary.all().filter(|word| dictionary.whole(word).len() > 1).collect();
        twice.sort_unstable();
        twice.dedup();
        // `zz` is 在职 where no status is said, else 转诊.
        assert_eq!(twice, ["n", "no", "y", "yes", "zz", "否", "是"]);
    }

    #[test]
    fn no_english_word_is_the_name_of_a_place() {
        use crate::places::{Place, PlaceError, county_of, resolve};
        // Pinyin and initials may be: which is meant is decided in the line.
        let english = DICTIONARY.all().filter(|word| matches!(DICTIONARY.whole(word)[..], [Known::Filler]));
        for word in english {
            // The pinyin of a county gives way to a word.
            let is_county = |place: Place| county_of(word, place).is_some();
            let is_none = match resolve(word) {
                Err(PlaceError::Unknown { .. }) => true,
                other => other.is_ok_and(is_county),
            };
            assert!(is_none, "{word}");
        }
    }

    #[test]
    fn a_text_begins_with_every_word_that_fits() {
        let dictionary = Dictionary::new();
        let lengths = ["自费", "自费部分"].map(str::len);
        assert_eq!(dictionary.at_start("自费部分5000"), lengths);
        assert_eq!(dictionary.at_start("zifei"), [0_usize; 0]);
    }
}

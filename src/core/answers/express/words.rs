//! What a word of an express line may be: an answer, a label of an amount, a
//! mark of a place, or a word that says nothing.

use std::sync::LazyLock;

use crate::answers::vocabulary::HARDSHIP;
use crate::answers::{Draft, Word};
use crate::case::{Circumstance, Field, Filed, Networked, Reason};
use crate::policy::{Care, ContributionClass, Disease, HospitalClass, Scheme, Status, Tier};

/// An answer that one word gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Scheme(Scheme),
    Status(Status),
    Tier(Tier),
    Care(Care),
    Disease(Disease),
    Reason(Reason),
    Filed(Filed),
    Networked(Networked),
    Hardship,
    Hospital(HospitalClass),
    Contribution(ContributionClass),
    Also(Circumstance),
}

impl Answer {
    /// The question it answers.
    pub(super) const fn field(self) -> Field {
        match self {
            Self::Scheme(_) => Field::Scheme,
            Self::Status(_) => Field::Status,
            Self::Tier(_) => Field::Tier,
            Self::Care(_) => Field::Care,
            Self::Disease(_) => Field::Disease,
            Self::Reason(_) => Field::Reason,
            Self::Filed(_) => Field::Filed,
            Self::Networked(_) => Field::Networked,
            Self::Hardship => Field::Hardship,
            Self::Hospital(_) => Field::Hospital,
            Self::Contribution(_) => Field::Contribution,
            Self::Also(also) => Field::Also(also),
        }
    }

    /// Writes it into a draft.
    pub(super) fn put(self, draft: &mut Draft) {
        match self {
            Self::Scheme(scheme) => draft.scheme = Some(scheme),
            Self::Status(status) => draft.status = Some(status),
            Self::Tier(tier) => draft.tier = Some(tier),
            Self::Care(care) => draft.care = care,
            Self::Disease(disease) => draft.disease = Some(disease),
            Self::Reason(reason) => draft.reason = reason,
            Self::Filed(filed) => draft.filed = filed,
            Self::Networked(networked) => draft.networked = networked,
            Self::Hardship => draft.hardship = true,
            Self::Hospital(class) => draft.hospital = Some(class),
            Self::Contribution(class) => draft.contribution = Some(class),
            Self::Also(also) => draft.circumstances |= also,
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

/// The questions whose answers are typed, with the words that announce them.
const LABELS: &[(Field, &[&str])] = &[
    (
        Field::Total,
        &[
            "总",
            "共",
            "花",
            "花了",
            "花费",
            "总共",
            "一共",
            "共计",
            "合计",
            "总计",
            "总额",
            "费用",
            "总费用",
            "医疗费",
            "医疗费用",
            "住院费",
            "total",
            "bill",
            "cost",
            "feiyong",
            "zongfeiyong",
        ],
    ),
    (Field::OwnExpense, &["自费", "全自费", "自费部分", "其中自费", "zifei", "own-expense"]),
    (
        Field::Prepay,
        &["先行自付", "先自付", "乙类自付", "乙类先行自付", "其中乙类先行自付", "xianxingzifu", "prepay"],
    ),
    (Field::ClassB, &["乙类", "乙类费用", "yilei", "class-b"]),
    (
        Field::ClassBRate,
        &[
            "比例",
            "自付比例",
            "乙类比例",
            "先行自付比例",
            "乙类先行自付比例",
            "zifubili",
            "class-b-prepay-rate",
        ],
    ),
    (Field::OverLimit, &["超限价", "超限价自付", "超限", "其中超限价", "chaoxianjia", "over-limit"]),
    (Field::Admitted, &["入院", "入院日期", "住院日期", "ruyuan", "admitted"]),
    (
        Field::Date,
        &[
            "出院",
            "出院日期",
            "结算日期",
            "出院结算",
            "出院结算日期",
            "chuyuan",
            "date",
            "discharged",
            "discharge",
        ],
    ),
    (Field::Age, &["年龄", "nianling", "age"]),
    (Field::RetiredIn, &["退休年份", "退休于", "retired-in"]),
    (Field::Account, &["账户", "个账", "余额", "个人账户", "账户余额", "个人账户余额", "zhanghu", "account"]),
    (Field::Admission, &["住院次数", "admission"]),
    (
        Field::YtdDeductible,
        &["起付线", "起付线已付", "已付起付线", "qifuxian", "ytd-deductible", "deductible"],
    ),
    (Field::YtdEligible, &["符合范围", "已符合范围", "此前符合范围", "ytd-eligible"]),
    (
        Field::YtdFund,
        &[
            "统筹",
            "统筹已付",
            "统筹已报",
            "已付统筹",
            "统筹支付",
            "统筹基金已付",
            "tongchou",
            "ytd-fund",
            "fund",
        ],
    ),
    (Field::YtdSupplement, &["大额", "大额已付", "已付大额", "大额补助已付", "ytd-supplement", "supplement"]),
    (Field::YtdBurden, &["合规自付", "合规自付累计", "ytd-burden"]),
    (
        Field::YtdCatastrophic,
        &["大病", "大病已付", "已付大病", "大病保险已付", "dabing", "ytd-catastrophic", "catastrophic"],
    ),
    (
        Field::YtdAid,
        &["救助", "救助已付", "已付救助", "医疗救助", "医疗救助已付", "jiuzhu", "ytd-aid", "medical-aid"],
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
    Answer(Answer),
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
        fn all<T: Word>(answer: fn(T) -> Answer) -> impl Iterator<Item = (&'static str, Known)> {
            let of = move |(one, words): &'static (T, &'static [&'static str])| {
                words.iter().map(move |word| (*word, Known::Answer(answer(*one))))
            };
            T::WORDS.iter().flat_map(of)
        }
        let answers = all(Answer::Scheme)
            .chain(all(Answer::Status))
            .chain(all(Answer::Tier))
            .chain(all(Answer::Care))
            .chain(all(Answer::Disease))
            .chain(all(Answer::Reason))
            .chain(all(Answer::Filed))
            .chain(all(Answer::Networked))
            .chain(all(Answer::Hospital))
            .chain(all(Answer::Contribution))
            .chain(all(Answer::Also))
            .chain(HARDSHIP.iter().map(|word| (*word, Known::Answer(Answer::Hardship))))
            .filter(|(word, known)| counts(word, known));
        let labels =
            LABELS.iter().flat_map(|(field, words)| words.iter().map(|word| (*word, Known::Label(*field))));
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

/// Digits and question marks are no words of a line, and not to know whether
/// the hospital settles directly says nothing.
fn counts(word: &str, known: &Known) -> bool {
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    !is_number && word != "?" && *known != Known::Answer(Answer::Networked(Networked::Unknown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_yes_and_no_answer_two_questions() {
        let dictionary = Dictionary::new();
        let mut twice: Vec<&str> = dictionary.all().filter(|word| dictionary.whole(word).len() > 1).collect();
        twice.sort_unstable();
        twice.dedup();
        assert_eq!(twice, ["n", "no", "y", "yes", "否", "是"]);
    }

    #[test]
    fn no_english_word_is_the_name_of_a_place() {
        use crate::places::{PlaceError, resolve};
        // Pinyin and initials may be: which is meant is decided in the line.
        let english = DICTIONARY.all().filter(|word| matches!(DICTIONARY.whole(word)[..], [Known::Filler]));
        for word in english {
            assert!(matches!(resolve(word), Err(PlaceError::Unknown { .. })), "{word}");
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

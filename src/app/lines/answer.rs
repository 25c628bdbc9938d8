//! What a line means as the answer to a question.

use unicode_normalization::UnicodeNormalization;

use yidi_core::answers;
use yidi_core::answers::{Draft, Problem, ProblemKind};
use yidi_core::case::Field;
use yidi_core::places::{Place, PlaceError, named, resolve, search};

/// An answer that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TakenAnswer {
    /// The answers with it.
    pub(super) draft: Draft,
    /// Other places with the initials that were typed.
    pub(super) others: Vec<Place>,
}

/// Why a line is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AnswerError {
    /// The question must be answered.
    Needed,
    /// It may mean any of these places; perhaps only some of them are here.
    Places { meant: Vec<Place>, more: usize },
    /// No place has the name; these look like it.
    NoPlace { near: Vec<Place> },
    /// It lies abroad, or in Hong Kong, Macao or Taiwan.
    Outside,
    /// It may mean any of these options.
    Options(Vec<usize>),
    /// No option has the name.
    NoOption,
    /// What it says is wrong.
    Wrong(Problem),
}

/// Places that are listed at most: more are not read.
const MOST: usize = 20;

/// What was listed with numbers before a line came.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListedAnswers<'a> {
    /// The options as they are shown.
    pub(super) names: &'a [String],
    /// Places that a name may mean.
    pub(super) places: &'a [Place],
}

/// Takes a line as the answer to a question. Nothing typed takes what was
/// answered before.
///
/// # Errors
/// With why it is no answer.
pub(super) fn take(
    draft: &Draft,
    field: Field,
    line: &str,
    listed: ListedAnswers<'_>,
) -> Result<TakenAnswer, AnswerError> {
    let ListedAnswers { names, places: offered } = listed;
    let mut taken = TakenAnswer { draft: draft.clone(), others: Vec::new() };
    if matches!(field, Field::Insured | Field::CarePlace) {
        let before = if field == Field::Insured { draft.insured } else { draft.care_place };
        let (place, others) = match (line, before) {
            ("", Some(place)) => (place, Vec::new()),
            ("", None) => return Err(AnswerError::Needed),
            _ => place(line, offered)?,
        };
        taken.others = others;
        let answer =
            if field == Field::Insured { &mut taken.draft.insured } else { &mut taken.draft.care_place };
        *answer = Some(place);
    } else if answers::options(field).is_some() {
        let place = match line {
            "" => answers::chosen(draft, field).ok_or(AnswerError::Needed)?,
            _ => option(field, line, names)?,
        };
        answers::choose(&mut taken.draft, field, place);
    } else {
        if !line.is_empty() {
            taken.draft.write(field, line);
        }
        let wrong = taken.draft.trip_problems().into_iter().find(|problem| problem.field == field);
        match wrong {
            Some(Problem { trouble: ProblemKind::Missing, .. }) => return Err(AnswerError::Needed),
            Some(problem) => return Err(AnswerError::Wrong(problem)),
            None => {}
        }
    }
    Ok(taken)
}

/// The draft with "none" or "not known" as the answer.
///
/// # Errors
/// Where the question must be answered.
pub(super) fn none(draft: &Draft, field: Field) -> Result<Draft, AnswerError> {
    let mut draft = draft.clone();
    match (answers::unknown(field), answers::options(field)) {
        (Some(place), _) => answers::choose(&mut draft, field, place),
        (None, None) if !matches!(field, Field::Insured | Field::CarePlace) => {
            draft.write(field, "");
        }
        _ => return Err(AnswerError::Needed),
    }
    Ok(draft)
}

/// Narrow small letters without blanks.
pub(super) fn folded(typed: &str) -> String {
    typed.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// A whole number, in any digits.
pub(super) fn number(typed: &str) -> Option<usize> {
    let folded = folded(typed);
    folded.parse().ok().filter(|_| folded.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The place that is meant, and others with the same initials: the first is
/// taken, as in the lists of the screen.
fn place(line: &str, offered: &[Place]) -> Result<(Place, Vec<Place>), AnswerError> {
    let picked = number(line).and_then(|number| offered.get(number.checked_sub(1)?));
    if let Some(place) = picked {
        return Ok((*place, Vec::new()));
    }
    let wanted = folded(line);
    match resolve(line) {
        Ok(place) => Ok((place, named(line).into_iter().filter(|other| *other != place).collect())),
        Err(PlaceError::Several(mut all)) if all.iter().all(|place| place.initials() == wanted) => {
            let place = all.remove(0);
            Ok((place, all))
        }
        Err(PlaceError::Several(meant)) => Err(AnswerError::Places { meant, more: 0 }),
        Err(PlaceError::Outside) => Err(AnswerError::Outside),
        Err(PlaceError::Unknown { near }) => {
            let mut meant = search(line);
            let begins = |place: &Place| {
                [place.name(), place.pinyin(), place.initials()].iter().any(|name| name.starts_with(&wanted))
            };
            let mut beginning = meant.iter().filter(|place| begins(place));
            if let (Some(place), None) = (beginning.next(), beginning.next()) {
                return Ok((*place, Vec::new()));
            }
            match meant.as_slice() {
                [] => Err(AnswerError::NoPlace { near }),
                [place] => Ok((*place, Vec::new())),
                _ => {
                    let more = meant.len().saturating_sub(MOST);
                    meant.truncate(MOST);
                    Err(AnswerError::Places { meant, more })
                }
            }
        }
    }
}

/// The option that is meant: by its number, a word for it or its name, or by
/// how one of them begins where that is enough.
fn option(field: Field, line: &str, names: &[String]) -> Result<usize, AnswerError> {
    let wanted = folded(line);
    let places = 0..names.len();
    if let Some(number) = number(line) {
        return places
            .clone()
            .find(|place| answers::number_of(field, *place) == number)
            .ok_or(AnswerError::NoOption);
    }
    one_of(
        &wanted,
        places.map(|place| {
            let words = answers::words_of(field, place).iter().map(|word| (*word).to_owned());
            words.chain([names[place].clone()]).collect()
        }),
    )
    .map_err(|meant| if meant.is_empty() { AnswerError::NoOption } else { AnswerError::Options(meant) })
}

/// The one of several things that a folded text names, each with its words.
///
/// # Errors
/// With all it may mean.
pub(super) fn one_of(wanted: &str, all: impl Iterator<Item = Vec<String>>) -> Result<usize, Vec<usize>> {
    let all: Vec<Vec<String>> = all.map(|words| words.iter().map(|word| folded(word)).collect()).collect();
    let that = |fits: &dyn Fn(&str) -> bool| {
        let found = all.iter().enumerate().filter(|(_, words)| words.iter().any(|word| fits(word)));
        found.map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let exact = that(&|word| word == wanted);
    let begins = that(&|word| word.starts_with(wanted));
    let holds = that(&|word| word.contains(wanted));
    let meant = [exact, begins, holds].into_iter().find(|meant| !meant.is_empty()).unwrap_or_default();
    match meant.as_slice() {
        [one] => Ok(*one),
        _ => Err(meant),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Text};
    use yidi_core::answers::AmountError;
    use yidi_core::case::{Filed, Reason};
    use yidi_core::policy::{Status, Tier};

    fn answer(field: Field, line: &str) -> Result<TakenAnswer, AnswerError> {
        answer_in(&Draft::default(), field, line, &[])
    }

    fn answer_in(
        draft: &Draft,
        field: Field,
        line: &str,
        offered: &[Place],
    ) -> Result<TakenAnswer, AnswerError> {
        let text = Text::new(Lang::Zh);
        let options = 0..answers::options(field).unwrap_or_default();
        let names: Vec<String> = options.map(|place| text.option(field, place)).collect();
        take(draft, field, line, ListedAnswers { names: &names, places: offered })
    }

    fn insured(line: &str) -> (&'static str, usize) {
        let taken = answer(Field::Insured, line).unwrap();
        (taken.draft.insured.unwrap().name(), taken.others.len())
    }

    #[test]
    fn a_place_is_taken_by_name_pinyin_initials_code_or_how_it_begins() {
        for line in ["鞍山", "鞍山市", "anshan", "AnShan", "ａｎｓｈａｎ", "210300", "ansha"] {
            assert_eq!(insured(line), ("鞍山市", 0), "{line}");
        }
        let (name, others) = insured("as");
        assert!(name == "鞍山市" && others > 0, "the others are told");
        assert_eq!(insured("吉林市"), ("吉林市", 0));
    }

    #[test]
    fn a_place_that_may_be_several_is_listed_and_picked_by_number() {
        let Err(AnswerError::Places { meant, more: 0 }) = answer(Field::Insured, "吉林") else {
            panic!("guessed")
        };
        assert_eq!(meant.iter().map(|place| place.name()).collect::<Vec<_>>(), ["吉林省", "吉林市"]);
        let picked = answer_in(&Draft::default(), Field::CarePlace, "２", &meant).unwrap();
        assert_eq!(picked.draft.care_place.unwrap().name(), "吉林市");
        let Err(AnswerError::Places { meant, more }) = answer(Field::Insured, "an") else {
            panic!("guessed")
        };
        assert!(meant.len() <= MOST && (more == 0 || meant.len() == MOST));
        let Err(AnswerError::NoPlace { near }) = answer(Field::Insured, "anshann") else { panic!("guessed") };
        assert_eq!(near.first().map(|place| place.name()), Some("鞍山市"));
        assert_eq!(answer(Field::Insured, ""), Err(AnswerError::Needed));
    }

    #[test]
    fn an_option_is_taken_by_number_word_or_name() {
        let status = |line| answer(Field::Status, line).map(|taken| taken.draft.status.unwrap());
        for line in ["1", "在职", "zz", "active", "职工在职", "ACT"] {
            assert_eq!(status(line), Ok(Status::Active), "{line}");
        }
        let tier = |line| answer(Field::Tier, line).map(|taken| taken.draft.tier.unwrap());
        for (line, meant) in
            [("3", Tier::Three), ("0", Tier::Primary), ("三甲", Tier::Three), ("二级医院", Tier::Two)]
        {
            assert_eq!(tier(line), Ok(meant), "{line}");
        }
        assert_eq!(status("职工"), Err(AnswerError::Options(vec![0, 1])), "in work or retired");
        assert_eq!(status("6"), Err(AnswerError::NoOption));
        assert_eq!(status("皇帝"), Err(AnswerError::NoOption));
        assert_eq!(status(""), Err(AnswerError::Needed));
        let reason = answer(Field::Reason, "转诊").unwrap().draft.reason;
        assert_eq!(
            (reason, answer(Field::Reason, "").unwrap().draft.reason),
            (Reason::Referral, Reason::Other)
        );
        assert_eq!(answer(Field::Hardship, "y").map(|taken| taken.draft.hardship), Ok(true));
    }

    #[test]
    fn an_amount_that_is_wrong_says_why_and_is_not_kept() {
        let taken = answer(Field::Total, "五万二").unwrap();
        assert_eq!(taken.draft.typed(Field::Total), "五万二");
        let wrong = Problem { field: Field::Total, trouble: ProblemKind::Amount(AmountError::NotANumber) };
        assert_eq!(answer(Field::Total, "abc"), Err(AnswerError::Wrong(wrong)));
        for field in [Field::Total, Field::Age] {
            assert!(answer(field, "").is_ok(), "it may stay empty");
        }
    }

    #[test]
    fn none_clears_an_answer_that_may_stay_open() {
        let mut draft = Draft::default();
        draft.write(Field::Age, "40");
        assert_eq!(none(&draft, Field::Age), Ok(Draft::default()));
        assert_eq!(none(&draft, Field::Filed).unwrap().filed, Filed::Unknown);
        for field in [Field::Insured, Field::Tier, Field::Reason] {
            assert_eq!(none(&draft, field), Err(AnswerError::Needed), "{field:?}");
        }
    }

    /// Whatever is typed for a place, line by line the answer or the question is
    /// that of every other surface.
    #[test]
    fn a_place_is_what_it_is_everywhere() {
        for typed in crate::samples::places() {
            let taken = answer(Field::Insured, &typed).map(|taken| taken.draft.insured);
            match (resolve(&typed), taken) {
                (Ok(place), Ok(taken)) => assert_eq!(taken, Some(place), "{typed}"),
                (Err(PlaceError::Several(all)), Ok(taken)) => {
                    let by_initials = all.iter().all(|place| place.initials() == folded(&typed));
                    assert!(by_initials && taken == all.first().copied(), "{typed}");
                }
                (Err(PlaceError::Several(all)), Err(AnswerError::Places { meant, more: 0 })) => {
                    assert_eq!(meant, all, "{typed}");
                }
                (Err(PlaceError::Outside), Err(AnswerError::Outside)) => {}
                (Err(PlaceError::Unknown { near }), Err(AnswerError::NoPlace { near: told })) => {
                    assert_eq!(told, near, "{typed}");
                }
                // What only begins like a place is the first hit of the search or asked.
                (Err(PlaceError::Unknown { .. }), Ok(taken)) => {
                    assert_eq!(taken, search(&typed).first().copied(), "{typed}");
                }
                (Err(PlaceError::Unknown { .. }), Err(AnswerError::Places { meant, .. })) => {
                    assert!(search(&typed).starts_with(&meant), "{typed}");
                }
                (expected, got) => panic!("{typed}: {expected:?} but {got:?}"),
            }
        }
    }
}

//! A case from the options of a command: the same draft as the wizard fills.

use clap::ArgMatches;
use jiff::civil::Date;

use super::fail::Fail;
use crate::case::{Case, Circumstance, Draft, Field, Problem, Trouble, Word, choose, parse_day};
use crate::policy::{Place, Tier, Unclear, resolve};
use crate::text::Text;

/// The case the options describe.
///
/// # Errors
/// With everything that is wrong, in the order of the questions.
pub(super) fn case(text: &Text, matches: &ArgMatches, today: Date) -> Result<Case, Fail> {
    let (mut draft, mut problems) = draft(matches);
    for field in BILL_FIELDS {
        draft.write(field, typed(matches, field.key()));
    }
    finish(text, &draft, &mut problems, today)
}

/// The same without a bill, for a command that does not ask for one.
///
/// # Errors
/// With everything that is wrong, in the order of the questions.
pub(super) fn case_without_bill(text: &Text, matches: &ArgMatches, today: Date) -> Result<Case, Fail> {
    let (mut draft, mut problems) = draft(matches);
    draft.write(Field::Total, "0");
    // No item of the checklist asks for the tier.
    draft.tier = draft.tier.or(Some(Tier::Three));
    finish(text, &draft, &mut problems, today)
}

fn finish(text: &Text, draft: &Draft, problems: &mut Vec<Problem>, today: Date) -> Result<Case, Fail> {
    let finished = draft.finish(today);
    if let Err(more) = &finished {
        // An answer that was misread is not missing as well.
        let known: Vec<Field> = problems.iter().map(|problem| problem.field).collect();
        problems.extend(more.iter().filter(|problem| !known.contains(&problem.field)).cloned());
    }
    problems.sort_by_key(|problem| problem.field);
    match finished {
        Ok(case) if problems.is_empty() => Ok(case),
        _ => {
            let told = |problem: &Problem| {
                text.option_problem(format!("--{}", problem.field.key()), text.problem(problem))
            };
            Err(Fail::Request(problems.iter().map(told).collect()))
        }
    }
}

/// The questions about a bill that are answered by typing.
pub(super) const BILL_FIELDS: [Field; 14] = [
    Field::Total,
    Field::OwnExpense,
    Field::Prepay,
    Field::ClassB,
    Field::ClassBRate,
    Field::OverLimit,
    Field::Account,
    Field::YtdDeductible,
    Field::YtdEligible,
    Field::YtdFund,
    Field::YtdSupplement,
    Field::YtdBurden,
    Field::YtdCatastrophic,
    Field::YtdAid,
];

/// The questions about a person and a stay that are answered by typing.
const PERSON_FIELDS: [Field; 5] =
    [Field::Date, Field::Admitted, Field::Age, Field::Admission, Field::RetiredIn];

fn typed<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

fn draft(matches: &ArgMatches) -> (Draft, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut draft = Draft {
        insured: place(matches, "from", Field::Insured, &mut problems),
        care_place: place(matches, "to", Field::CarePlace, &mut problems),
        scheme: answer(matches, "scheme", Field::Scheme, &mut problems),
        status: answer(matches, "status", Field::Status, &mut problems),
        tier: answer(matches, "tier", Field::Tier, &mut problems),
        ..Draft::default()
    };
    if let Some(reason) = answer(matches, "reason", Field::Reason, &mut problems) {
        draft.reason = reason;
    }
    if let Some(filed) = answer(matches, "filed", Field::Filed, &mut problems) {
        draft.filed = filed;
    }
    if let Some(care) = answer(matches, "care", Field::Care, &mut problems) {
        draft.care = care;
    }
    draft.disease = answer(matches, "disease", Field::Disease, &mut problems);
    draft.hospital = answer(matches, "hospital-class", Field::Hospital, &mut problems);
    draft.contribution = answer(matches, "contribution-class", Field::Contribution, &mut problems);
    if let Some(networked) = answer(matches, "networked", Field::Networked, &mut problems) {
        draft.networked = networked;
    }
    for one in typed(matches, "also").split([',', '，', '、']).filter(|one| !one.trim().is_empty()) {
        match choose::<Circumstance>(Field::Also(Circumstance::Injury), one) {
            Ok(also) => draft.circumstances |= also,
            Err(problem) => problems.push(problem),
        }
    }
    draft.hardship = matches.get_flag("hardship");
    for field in PERSON_FIELDS {
        draft.write(field, typed(matches, field.key()));
    }
    (draft, problems)
}

/// The answer an option gives; a word that is none becomes a problem.
pub(super) fn answer<T: Word>(
    matches: &ArgMatches,
    name: &str,
    field: Field,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let typed = matches.get_one::<String>(name)?;
    choose(field, typed).map_err(|problem| problems.push(problem)).ok()
}

/// The date of `--date`, today where it is left out; what is no date becomes a problem.
pub(super) fn date(matches: &ArgMatches, today: Date, problems: &mut Vec<Problem>) -> Option<Date> {
    let typed = typed(matches, "date");
    let date = if typed.trim().is_empty() { Some(today) } else { parse_day(typed) };
    if date.is_none() {
        problems.push(Problem { field: Field::Date, trouble: Trouble::Date });
    }
    date
}

/// The place an argument names; one that cannot be taken becomes a problem.
pub(super) fn place(
    matches: &ArgMatches,
    name: &str,
    field: Field,
    problems: &mut Vec<Problem>,
) -> Option<Place> {
    let typed = matches.get_one::<String>(name)?;
    let trouble = match resolve(typed) {
        Ok(place) => return Some(place),
        Err(Unclear::Unknown { near }) => Trouble::UnknownPlace { typed: typed.clone(), near },
        Err(Unclear::Several(several)) => Trouble::AmbiguousPlace { typed: typed.clone(), several },
    };
    problems.push(Problem { field, trouble });
    None
}

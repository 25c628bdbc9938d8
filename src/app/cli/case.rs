//! A case from the options of a command: the same draft as the wizard fills.

use jiff::civil::Date;

use super::fail::Fail;
use super::run::Run;
use super::stream::tell;
use crate::words::Text;
use yidi_core::answers;
use yidi_core::answers::{
    Assumed, Draft, Problem, ProblemKind, Question, Word, all_problems, express, express_usually_from, hear,
    hear_place, parse_day_near,
};
use yidi_core::case::{Case, Field};
use yidi_core::places::{Place, county_of};

/// The case the express line and the options describe.
///
/// # Errors
/// With everything that is wrong, in the order of the questions.
pub(super) fn case(run: &Run<'_>) -> Result<Case, Fail> {
    let given = given(run, true)?;
    finish(run, given)
}

/// The case, and the one behind `--`, which says what is other about it.
///
/// # Errors
/// With everything that is wrong with either, in the order of the questions.
pub(super) fn case_and_other(run: &Run<'_>) -> Result<(Case, Option<Case>), Fail> {
    let (draft, misread) = given(run, true)?;
    let words = run.words("other");
    if words.is_empty() {
        return Ok((finish(run, (draft, misread))?, None));
    }
    let case = finish(run, (draft.clone(), misread))?;
    let express = express(&words.join(" "), &draft);
    let text = run.text;
    let mut wrong: Vec<String> = express.unknown.iter().map(|unknown| text.unknown_word(unknown)).collect();
    wrong.extend(express.doubtful.iter().map(|doubt| text.doubt(doubt)));
    if !wrong.is_empty() {
        return Err(Fail::Request(wrong));
    }
    for assumed in &express.assumed {
        tell(&text.assumed(assumed));
    }
    Ok((case, Some(finish(run, (express.draft, Vec::new()))?)))
}

/// The answers of the express line and the options, before what a slip adds to them.
pub(super) struct Answered {
    given: Given,
    /// What was said at all, not only meant.
    said: Vec<Field>,
}

impl Answered {
    /// The answers as far as they go. What is only meant where nothing is said is not
    /// there for questions that something else answers.
    ///
    /// # Errors
    /// Where the line cannot be understood.
    pub(super) fn of(run: &Run<'_>, answers: impl Fn(Field) -> bool) -> Result<Self, Fail> {
        let said = said(run);
        let (mut draft, misread) = given_beside(run, true, &answers)?;
        if answers(Field::Status) && !said.contains(&Field::Status) {
            draft.status = None;
        }
        Ok(Self { given: (draft, misread), said })
    }

    /// The answers.
    pub(super) const fn draft(&self) -> &Draft {
        &self.given.0
    }

    /// Whether a question was answered.
    pub(super) fn is_said(&self, field: Field) -> bool {
        self.said.contains(&field)
    }

    /// The case of these answers.
    ///
    /// # Errors
    /// With everything that is wrong, in the order of the questions.
    pub(super) fn case(&self, run: &Run<'_>, draft: Draft) -> Result<Case, Fail> {
        finish(run, (draft, self.given.1.clone()))
    }
}

/// The questions that the express line and the options answer.
fn said(run: &Run<'_>) -> Vec<Field> {
    let options = Question::all().map(|question| question.field);
    let mut said: Vec<Field> = options.filter(|field| run.typed(field.key()).is_some()).collect();
    let words = run.words("line");
    if !words.is_empty() {
        let express = express(&words.join(" "), &Draft::default());
        let assumed = |field: Field| express.assumed.iter().any(|assumed| assumed.field() == field);
        let chips = express.understood.iter().map(|chip| chip.field);
        said.extend(chips.filter(|field| !assumed(*field)));
    }
    said
}

/// The same without a bill, for a command that does not ask for one.
///
/// # Errors
/// With everything that is wrong, in the order of the questions.
pub(super) fn case_without_bill(run: &Run<'_>) -> Result<Case, Fail> {
    let mut given = given(run, false)?;
    for question in Question::all().filter(|question| question.of_bill) {
        given.0.write(question.field, "");
    }
    given.0.write(Field::Total, "0");
    // No item of the checklist asks for the tier.
    given.0.tier_is_open = given.0.tier.is_none();
    finish(run, given)
}

/// A draft and what is wrong with the answers that are not in it.
type Given = (Draft, Vec<Problem>);

fn finish(run: &Run<'_>, (mut draft, misread): Given) -> Result<Case, Fail> {
    let age = draft.typed(Field::Age).to_owned();
    if misread.is_empty()
        && let Some((scheme, status)) = draft.scheme.zip(draft.assume_status(&age))
    {
        tell(&run.text.assumed(&Assumed::Status { word: run.text.scheme(scheme), status }));
    }
    let problems = match draft.finish(*run.today) {
        Ok(case) if misread.is_empty() => return Ok(case),
        Ok(_) => all_problems(misread, Vec::new()),
        Err(more) => all_problems(misread, more),
    };
    Err(Fail::Request(problems.iter().map(|problem| told(run.text, problem)).collect()))
}

fn told(text: &Text, problem: &Problem) -> String {
    text.option_problem(format!("--{}", problem.field.key()), text.problem(problem))
}

/// What the express line and the options say; an option wins over the line.
fn given(run: &Run<'_>, asks_bill: bool) -> Result<Given, Fail> {
    given_beside(run, asks_bill, &|_| false)
}

/// The same where something else answers some questions as well.
fn given_beside(run: &Run<'_>, asks_bill: bool, answers: &dyn Fn(Field) -> bool) -> Result<Given, Fail> {
    let text = run.text;
    let mut problems = Vec::new();
    let mut options = Draft::default();
    take_options(run, asks_bill, &mut options, &mut problems);
    let option = |field: Field| run.typed(field.key());
    tell_counties(text, &options, option);
    let words = run.words("line");
    if words.is_empty() {
        return Ok((options, problems));
    }
    let express = express_usually_from(&words.join(" "), &options, run.settings.city);
    // A command without a bill does not know every option.
    let is_option = |field: Field| option(field).is_some();
    let is_settled = |field: Option<Field>| field.is_some_and(is_option);
    let is_moot = |assumed: &Assumed| match assumed {
        Assumed::Status { .. } => {
            is_option(Field::Status) || is_option(Field::Scheme) || answers(Field::Status)
        }
        _ => is_option(assumed.field()),
    };
    for assumed in express.assumed.iter().filter(|assumed| !is_moot(assumed)) {
        tell(&text.assumed(assumed));
    }
    let mut wrong: Vec<String> = express.unknown.iter().map(|unknown| text.unknown_word(unknown)).collect();
    let doubts = express.doubtful.iter().filter(|doubt| !is_settled(doubt.field()));
    wrong.extend(doubts.map(|doubt| text.doubt(doubt)));
    if !wrong.is_empty() {
        if let Some(understood) = text.understood(&express) {
            tell(&understood);
        }
        wrong.extend(problems.iter().map(|problem| told(text, problem)));
        return Err(Fail::Request(wrong));
    }
    let chip = |field| express.understood.iter().find(|chip| chip.field == field);
    tell_counties(text, &express.draft, |field| {
        chip(field).filter(|_| option(field).is_none()).map(|chip| chip.words.as_str())
    });
    let mut draft = express.draft;
    if is_option(Field::Status) && !is_option(Field::Scheme) {
        draft.scheme = None;
    }
    if is_option(Field::Scheme) && express.assumed.iter().any(|one| matches!(one, Assumed::Status { .. })) {
        draft.status = None;
    }
    for (option, other) in [
        (Field::Prepay, Field::ClassB),
        (Field::Prepay, Field::ClassBRate),
        (Field::ClassB, Field::Prepay),
        (Field::ClassBRate, Field::Prepay),
    ] {
        if !options.typed(option).is_empty() {
            draft.write(other, options.typed(other));
        }
    }
    // What is wrong with the options was noted above.
    take_options(run, asks_bill, &mut draft, &mut Vec::new());
    let is_said = is_option(Field::Filed) || express.understood.iter().any(|chip| chip.field == Field::Filed);
    if !is_said && answers::questions(&draft).contains(&Field::Filed) {
        tell(&text.assumed_filed());
    }
    Ok((draft, problems))
}

/// Says that a county is counted as the pooling area it lies in.
fn tell_counties<'t>(text: &Text, draft: &Draft, typed: impl Fn(Field) -> Option<&'t str>) {
    for (field, place) in [(Field::Insured, draft.insured), (Field::CarePlace, draft.care_place)] {
        if let (Some(place), Some(typed)) = (place, typed(field))
            && let Some(county) = county_of(typed, place)
        {
            tell(&text.counted_as(county, place));
        }
    }
}

/// Takes every option that is given into a draft; a command without a bill has
/// no options about one.
fn take_options(run: &Run<'_>, asks_bill: bool, draft: &mut Draft, problems: &mut Vec<Problem>) {
    for question in Question::all().filter(|question| asks_bill || !question.of_bill) {
        if question.is_flag() {
            if run.is_set(question.key()) {
                answers::choose(draft, question.field, 1);
            }
            continue;
        }
        let Some(typed) = run.typed(question.key()) else { continue };
        match question.hear(typed) {
            Ok(Some(heard)) => question.put(draft, heard),
            Ok(None) if typed.is_empty() => {}
            Ok(None) => draft.write(question.field, typed),
            Err(more) => problems.extend(more),
        }
    }
    for rule in run.words("rule") {
        match answers::hear_rule(rule) {
            Ok((field, number)) => draft.write(field, &number),
            Err(problem) => problems.push(problem),
        }
    }
}

/// The answer an option gives; a word that is none becomes a problem.
pub(super) fn answer<T: Word>(
    run: &Run<'_>,
    name: &str,
    field: Field,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let typed = run.typed(name)?;
    hear(field, typed).map_err(|problem| problems.push(problem)).ok()
}

/// The date of `--date`, today where it is left out; what is no date becomes a problem.
pub(super) fn date(run: &Run<'_>, problems: &mut Vec<Problem>) -> Option<Date> {
    let typed = run.typed("date").unwrap_or_default();
    let date = if typed.trim().is_empty() { Some(*run.today) } else { parse_day_near(typed, *run.today) };
    if date.is_none() {
        problems.push(Problem { field: Field::Date, trouble: ProblemKind::Date });
    }
    date
}

/// The place an argument names; one that cannot be taken becomes a problem.
pub(super) fn place(run: &Run<'_>, name: &str, field: Field, problems: &mut Vec<Problem>) -> Option<Place> {
    let typed = run.typed(name)?;
    hear_place(field, typed).map_err(|problem| problems.push(problem)).ok()
}

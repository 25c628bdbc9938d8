//! The form of an area: what is typed at each of its places, and the rules that
//! come of it, or every problem at once.

use std::collections::BTreeMap;

use jiff::civil::Date;
use strum::VariantArray;

use super::cell::{CellError, read_cell};
use crate::answers::{is_blank, parse_day};
use crate::places::AreaId;
use crate::policy::own::{OwnArea, OwnSource, Rule};
use crate::policy::{Scheme, Verified};
use crate::spelling::is_plain;
use crate::variants::all;

/// What the form asks of the rules as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum Heading {
    /// The title of the text that they come from.
    Title,
    /// Who published it.
    Publisher,
    /// Its number.
    Number,
    /// Its date.
    Date,
    /// Since when the rules hold.
    From,
    /// Who checked them.
    VerifiedBy,
    /// On which day.
    VerifiedOn,
}

impl Heading {
    /// Every one, in the order of the form.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);
}

/// A place of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// Of the rules as a whole.
    Heading(Heading),
    /// One rule.
    Rule(Rule),
}

impl Slot {
    /// Every place of the form, in its order.
    pub fn all() -> Vec<Self> {
        let headings = Heading::ALL.into_iter().map(Self::Heading);
        let rules = [Scheme::Employee, Scheme::Resident].into_iter().flat_map(Rule::all).map(Self::Rule);
        headings.chain(rules).collect()
    }
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormProblem {
    /// A rule cannot be taken.
    Cell(CellError),
    /// It must be filled in.
    Missing,
    /// It is no day.
    Day,
    /// The day is still to come.
    Future,
    /// It is neither a year, a month nor a day.
    SourceDate,
    /// It holds what is not seen.
    Unseen,
    /// A day without who checked.
    CheckedByNobody,
}

/// A problem and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{slot:?}: {problem:?}")]
pub struct FormError {
    /// Where.
    pub slot: Slot,
    /// What.
    pub problem: FormProblem,
}

/// The form of an area as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Whose rules.
    pub area: AreaId,
    typed: BTreeMap<Slot, String>,
}

impl Form {
    /// An empty form.
    pub const fn new(area: AreaId) -> Self {
        Self { area, typed: BTreeMap::new() }
    }

    /// What was typed; empty where nothing was.
    pub fn typed(&self, slot: Slot) -> &str {
        self.typed.get(&slot).map_or("", String::as_str)
    }

    /// Types it.
    pub fn write(&mut self, slot: Slot, typed: &str) {
        self.typed.insert(slot, typed.to_owned());
    }

    /// Whether no rule is typed.
    pub fn is_empty(&self) -> bool {
        !self.typed.iter().any(|(slot, typed)| matches!(slot, Slot::Rule(_)) && !is_blank(typed))
    }

    /// The rules of the area.
    ///
    /// # Errors
    /// With every problem, in the order of the form.
    pub fn finish(&self, today: Date) -> Result<OwnArea, Vec<FormError>> {
        let mut errors = Vec::new();
        let source = self.source(today, &mut errors);
        let from = self.from(&mut errors);
        let verified = self.verified(today, &mut errors);
        let mut rules = Vec::new();
        for slot in Slot::all() {
            let Slot::Rule(rule) = slot else { continue };
            match read_cell(rule, self.typed(slot)) {
                Ok(value) => rules.extend(value.map(|value| (rule, value))),
                Err(error) => errors.push(FormError { slot, problem: FormProblem::Cell(error) }),
            }
        }
        if errors.is_empty() {
            Ok(OwnArea { area: self.area, source, from, verified, rules })
        } else {
            Err(errors)
        }
    }

    /// The rules that can be taken of what is typed so far, with whatever is
    /// said of their source.
    pub fn so_far(&self, today: Date) -> OwnArea {
        const NOT_YET: &str = "-";
        let source = self.source(today, &mut Vec::new());
        let or_not_yet = |said: String| if said.is_empty() { NOT_YET.to_owned() } else { said };
        let source = OwnSource {
            title: or_not_yet(source.title),
            publisher: or_not_yet(source.publisher),
            number: None,
            date: None,
            checked: source.checked.min(today),
        };
        let rules = Slot::all().into_iter().filter_map(|slot| match slot {
            Slot::Rule(rule) => Some((rule, read_cell(rule, self.typed(slot)).ok()??)),
            Slot::Heading(_) => None,
        });
        let from = self.from(&mut Vec::new());
        OwnArea { area: self.area, source, from, verified: None, rules: rules.collect() }
    }

    fn heading(&self, heading: Heading) -> &str {
        self.typed(Slot::Heading(heading)).trim()
    }

    fn source(&self, today: Date, errors: &mut Vec<FormError>) -> OwnSource {
        let mut wrong = |heading, problem| errors.push(FormError { slot: Slot::Heading(heading), problem });
        let given = |heading| Some(self.heading(heading).to_owned()).filter(|typed| !typed.is_empty());
        for heading in [Heading::Title, Heading::Publisher] {
            if given(heading).is_none() {
                wrong(heading, FormProblem::Missing);
            }
        }
        for heading in [Heading::Title, Heading::Publisher, Heading::Number, Heading::VerifiedBy] {
            if !is_plain(self.heading(heading)) {
                wrong(heading, FormProblem::Unseen);
            }
        }
        let date = given(Heading::Date).map(|typed| {
            source_date(&typed).unwrap_or_else(|| {
                wrong(Heading::Date, FormProblem::SourceDate);
                typed
            })
        });
        let checked = parse_day(self.heading(Heading::VerifiedOn)).unwrap_or(today);
        OwnSource {
            title: given(Heading::Title).unwrap_or_default(),
            publisher: given(Heading::Publisher).unwrap_or_default(),
            number: given(Heading::Number),
            date,
            checked,
        }
    }

    fn from(&self, errors: &mut Vec<FormError>) -> Option<Date> {
        let typed = self.heading(Heading::From);
        let year = (typed.len() == 4).then(|| format!("{typed}-01-01"));
        let day = parse_day(year.as_deref().unwrap_or(typed));
        if !typed.is_empty() && day.is_none() {
            errors.push(FormError { slot: Slot::Heading(Heading::From), problem: FormProblem::Day });
        }
        day
    }

    fn verified(&self, today: Date, errors: &mut Vec<FormError>) -> Option<Verified> {
        let (by, on) = (self.heading(Heading::VerifiedBy), self.heading(Heading::VerifiedOn));
        let mut wrong = |heading, problem| errors.push(FormError { slot: Slot::Heading(heading), problem });
        let day = if on.is_empty() { Some(today) } else { parse_day(on) };
        match day {
            None => wrong(Heading::VerifiedOn, FormProblem::Day),
            Some(day) if day > today => wrong(Heading::VerifiedOn, FormProblem::Future),
            Some(_) => {}
        }
        if by.is_empty() && !on.is_empty() {
            wrong(Heading::VerifiedBy, FormProblem::CheckedByNobody);
        }
        let day = day?;
        (!by.is_empty()).then(|| Verified { by: by.to_owned(), on: day })
    }
}

/// A year, a month or a day as sources have it.
fn source_date(typed: &str) -> Option<String> {
    let narrow = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if let Some(day) = parse_day(typed) {
        return Some(day.to_string());
    }
    let typed = typed.trim_end_matches(['年', '月']).replace(['年', '/', '.'], "-");
    let parts: Vec<&str> = typed.split('-').collect();
    let month = match parts.as_slice() {
        [year] if year.len() == 4 => format!("{year}-01-01"),
        [year, month] if year.len() == 4 => format!("{year}-{month:0>2}-01"),
        _ => return None,
    };
    let day: Date = month.parse().ok().filter(|_| narrow(&month))?;
    let shown = day.to_string();
    Some(if parts.len() == 1 { shown[..4].to_owned() } else { shown[..7].to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 28);

    fn form(headings: &[(Heading, &str)]) -> Form {
        let mut form = Form::new(AreaId::by_code(210_800).unwrap());
        for (heading, typed) in [(Heading::Title, "t"), (Heading::Publisher, "p")].iter().chain(headings) {
            form.write(Slot::Heading(*heading), typed);
        }
        form
    }

    #[test]
    fn the_source_with_its_days() {
        let typed = [
            (Heading::Date, "2026年7月"),
            (Heading::From, "2026"),
            (Heading::VerifiedBy, "营口市医保中心"),
            (Heading::VerifiedOn, "2026.11.20"),
        ];
        let own = form(&typed).finish(TODAY).unwrap();
        assert_eq!(own.source.date.as_deref(), Some("2026-07"));
        assert_eq!(own.from, Some(date(2026, 1, 1)));
        let verified = Verified { by: "营口市医保中心".to_owned(), on: date(2026, 11, 20) };
        assert_eq!((own.source.checked, own.verified), (date(2026, 11, 20), Some(verified)));
    }

    #[test]
    fn every_problem_is_told_with_its_place() {
        use Heading::*;
        for (heading, typed, problem) in [
            (Title, " ", FormProblem::Missing),
            (Publisher, "", FormProblem::Missing),
            (Number, "a\u{202e}b", FormProblem::Unseen),
            (Date, "去年", FormProblem::SourceDate),
            (From, "2026-13-01", FormProblem::Day),
            (VerifiedOn, "2027-01-01", FormProblem::Future),
        ] {
            let errors = form(&[(VerifiedBy, "a"), (heading, typed)]).finish(TODAY).unwrap_err();
            assert_eq!(errors, [FormError { slot: Slot::Heading(heading), problem }]);
        }
        let nobody = form(&[(VerifiedOn, "2026-11-01")]).finish(TODAY).unwrap_err();
        assert_eq!(nobody[0].problem, FormProblem::CheckedByNobody);
    }
}

//! Why a file of figures cannot be read, in words for who keeps it.

use std::fmt::Debug;

use super::{Lang, Text};
use yidi_core::policy::audit::{ELSEWHERE, Unusual};
use yidi_core::policy::{Care, Grade, Misread, Route, Scheme, Status, Tier, Written};
use yidi_core::spelling::likeness;

/// From this likeness on a word is taken for a slip of the pen.
const ALIKE: f64 = 0.8;

impl Text {
    /// Why a file cannot be read, and the way out.
    pub fn misread(&self, misread: &Misread) -> String {
        match misread {
            Misread::FullWidth { belongs: ' ', .. } => self.misread_full_width_blank(),
            Misread::FullWidth { found, belongs } => {
                self.misread_full_width(found.to_string(), belongs.to_string())
            }
            Misread::NeverClosed { open } => self.misread_never_closed(open.to_string(), closing(*open)),
            Misread::ClosedBy { open, line, found } => {
                self.misread_closed_by(*line as u64, open.to_string(), closing(*open), found.to_string())
            }
            Misread::NeverOpened { close } => self.misread_never_opened(close.to_string()),
            Misread::TextNeverEnds => self.misread_text_never_ends(),
            Misread::NoComma => self.misread_no_comma(),
            Misread::NoColon => self.misread_no_colon(),
            Misread::Ends => self.misread_ends(),
            Misread::GoesOn => self.misread_goes_on(),
            Misread::Stray('%') => self.misread_stray_percent(),
            Misread::Stray(c) => self.misread_stray(c.to_string()),
            Misread::Backslash => self.misread_backslash(),
            Misread::RemarkNeverEnds => self.misread_remark_never_ends(),
            Misread::UnknownWord { found, known } => self.misread_word(found, known),
            Misread::Missing(name) => self.misread_missing(name.clone()),
            Misread::Twice(name) => self.misread_twice(name.clone()),
            Misread::NotA { found: Some(found), kind } => {
                self.misread_not_a(found.clone(), self.written_kind(*kind))
            }
            Misread::NotA { found: None, kind } => self.misread_not_this(self.written_kind(*kind)),
            Misread::RangeTurned => self.misread_range_turned(),
            Misread::UnknownPlace(code) => self.misread_unknown_place(code.clone()),
            Misread::ToAndNotTo => self.misread_to_and_not_to(),
            Misread::TripsElsewhere => self.misread_trips_elsewhere(),
            Misread::TripsInside => self.misread_trips_inside(),
            Misread::ReturnsElsewhere => self.misread_returns_elsewhere(),
            Misread::IsAndOneOf => self.misread_is_and_one_of(),
            Misread::SaysNothing => self.misread_says_nothing(),
            Misread::OneOfOne => self.misread_one_of_one(),
            Misread::OneOfMixed => self.misread_one_of_mixed(),
            Misread::LeastAboveMost => self.misread_least_above_most(),
            Misread::ThenWithoutDeductible => self.misread_then_without_deductible(),
            Misread::PerWithoutCount => self.misread_per_without_count(),
            Misread::NoSource(id) => self.misread_no_source(id.clone()),
            Misread::NoGrade(id) => self.misread_no_grade(id.clone()),
            Misread::CodeNotOfFile { found, expected } => {
                self.misread_code_not_of_file(found.clone(), expected.clone())
            }
            Misread::NoFigure(id) => self.misread_no_figure(id.clone()),
            Misread::VerifiedByNobody => self.misread_verified_by(),
            Misread::Said(said) => self.fault_unreadable(said.clone()),
        }
    }

    fn written_kind(&self, kind: Written) -> String {
        match kind {
            Written::Amount => self.written_amount(),
            Written::Percent => self.written_percent(),
            Written::Factor => self.written_factor(),
            Written::Range => self.written_range(),
            Written::Day => self.written_day(),
            Written::Text => self.written_text(),
            Written::List => self.written_list(),
            Written::Map => self.written_map(),
            Written::Entry => self.written_entry(),
            Written::Truth => self.written_truth(),
            Written::Number => self.written_number(),
            Written::Name => self.written_name(),
            Written::Address => self.written_address(),
        }
    }

    /// A word that may not stand there, the nearest that may, and all of these.
    fn misread_word(&self, found: &str, known: &[String]) -> String {
        let all = self.list(known.iter().map(|name| self.glossed(name)));
        let said = known.iter().find(|name| self.meaning(name).is_some_and(|word| word == found));
        let alike = |name: &&String| likeness(&name.to_lowercase(), &found.to_lowercase());
        let near = known.iter().max_by(|one, other| alike(one).total_cmp(&alike(other)));
        match said.or_else(|| near.filter(|name| alike(name) >= ALIKE)) {
            Some(near) => self.misread_unknown_near(found, near, all),
            None => self.misread_unknown(found, all),
        }
    }

    /// A name of the data files with what it means.
    fn glossed(&self, name: &str) -> String {
        match self.meaning(name).filter(|_| self.lang() == Lang::Zh) {
            Some(word) => self.with_note(name, word),
            None => name.to_owned(),
        }
    }

    /// What a name of the data files means.
    fn meaning(&self, name: &str) -> Option<String> {
        fn named<T: Debug>(all: impl IntoIterator<Item = T>, name: &str) -> Option<T> {
            all.into_iter().find(|one| format!("{one:?}") == name)
        }
        let cares = [Care::Inpatient, Care::Outpatient, Care::Chronic];
        named([Scheme::Employee, Scheme::Resident], name)
            .map(|scheme| self.scheme(scheme))
            .or_else(|| named(Status::ALL, name).map(|status| self.status(status)))
            .or_else(|| named(Tier::ALL, name).map(|tier| self.tier(tier)))
            .or_else(|| named(cares, name).map(|care| self.care(care)))
            .or_else(|| named(Route::ALL, name).map(|route| self.route(route)))
            .or_else(|| named(Grade::ALL, name).map(|grade| self.grade(grade)))
    }

    /// The line of another figure, or that it is in another file.
    pub(super) fn line_of(&self, line: usize) -> String {
        if line == ELSEWHERE { self.fault_elsewhere() } else { self.fault_line(line as u64) }
    }

    /// A number far from what anybody has.
    pub fn unusual(&self, unusual: Unusual) -> String {
        match unusual {
            Unusual::LowRate => self.unusual_low_rate(),
            Unusual::HighDeductible => self.unusual_high_deductible(),
            Unusual::LowCap => self.unusual_low_cap(),
        }
    }
}

/// The bracket that closes one.
fn closing(open: char) -> &'static str {
    match open {
        '(' => ")",
        '[' => "]",
        _ => "}",
    }
}

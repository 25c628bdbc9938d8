//! What is wrong, in words for the person who must act.

use super::Text;
use yidi_core::answers::{AmountFault, Problem, Trouble};
use yidi_core::checklist::hotline;
use yidi_core::estimate::{Estimate, EstimateError, Missing};
use yidi_core::num::{Money, Span};
use yidi_core::places::Place;
use yidi_core::policy::WordsFault;
use yidi_core::policy::audit::{Fault, Finding, SetAside, Severity};

impl Text {
    /// What is wrong with an answer, without its field.
    pub fn trouble(&self, trouble: &Trouble) -> String {
        match trouble {
            Trouble::Missing => self.trouble_missing(),
            Trouble::Amount(fault) => self.amount_fault(*fault),
            Trouble::PartsAboveTotal { parts, total } => {
                self.parts_above_total(self.money(*parts), self.money(*total))
            }
            Trouble::StatusNotOfScheme { scheme, status } => {
                self.status_not_of_scheme(self.scheme(*scheme), self.status(*status))
            }
            Trouble::UnknownPlace { typed, near } if near.is_empty() => self.place_unknown(typed.clone()),
            Trouble::UnknownPlace { typed, near } => self.place_unknown_near(typed.clone(), self.coded(near)),
            Trouble::AmbiguousPlace { typed, several } => {
                self.place_ambiguous(typed.clone(), self.coded(several))
            }
            Trouble::UnknownWord { typed, choices, near: None } => {
                self.word_unknown(typed.clone(), self.list(choices))
            }
            Trouble::UnknownWord { typed, choices, near: Some(near) } => {
                self.word_unknown_near(typed.clone(), *near, self.list(choices))
            }
            Trouble::Date => self.date_wrong(),
            Trouble::Number { least, most } => self.number_wrong(i64::from(*least), i64::from(*most)),
            Trouble::KindMissing => self.kind_missing(),
            Trouble::Percent => self.percent_wrong(),
            Trouble::RateMissing => self.rate_missing(),
            Trouble::ClassBMissing => self.class_b_missing(),
            Trouble::PrepayTwice => self.prepay_twice(),
            Trouble::DatesOutOfOrder { admitted, discharged } => {
                self.dates_out_of_order(self.date(*admitted), self.date(*discharged))
            }
        }
    }

    /// What is wrong with an answer, with its field.
    pub fn problem(&self, problem: &Problem) -> String {
        self.trouble_at(self.field(problem.field), self.trouble(&problem.trouble))
    }

    fn amount_fault(&self, fault: AmountFault) -> String {
        match fault {
            AmountFault::Empty => self.amount_empty(),
            AmountFault::NotANumber => self.amount_not_a_number(),
            AmountFault::Negative => self.amount_negative(),
            AmountFault::TooLarge => self.amount_too_large(),
            AmountFault::TooFine => self.amount_too_fine(),
            AmountFault::Grouping => self.amount_grouping(),
        }
    }

    /// Places with their codes, so that each can be named without doubt.
    fn coded(&self, places: &[Place]) -> String {
        self.list(places.iter().map(|place| format!("{} {}", self.place(*place), place.code())))
    }

    /// Why there is no estimate.
    pub fn estimate_error(&self, error: &EstimateError) -> String {
        match error {
            EstimateError::File(error) => self.data_broken(error.to_string()),
            EstimateError::Clash(clash) => self.data_clash(clash.to_string()),
            EstimateError::NoRate { begins: None } => self.no_rate(),
            EstimateError::NoRate { begins: Some(date) } => self.no_rate_before(self.date(*date)),
        }
    }

    /// What filing saves, in one sentence; `exact` where nothing about the case is uncertain.
    pub fn saving(&self, saving: Option<Span<Money>>, exact: bool) -> String {
        match saving {
            Some(saving) if saving.high().is_zero() && exact => self.filing_saves_nothing(),
            Some(saving) if saving.high().is_zero() => self.filing_saves_unclear(),
            Some(saving) if saving.low().is_zero() => self.filing_saves_up_to(self.money(saving.high())),
            Some(saving) => self.filing_saves(self.money_span(saving)),
            None => self.nothing_to_file(),
        }
    }

    /// Where more than one route or area is possible: what each route costs, and
    /// which areas the two ends belong to.
    pub fn worlds(&self, estimate: &Estimate) -> Vec<String> {
        let mut sentences = Vec::new();
        let by_route = estimate.by_route();
        if by_route.len() > 1 {
            let line = |(route, amount)| self.route_range(self.route(route), self.money_span(amount));
            sentences.extend(by_route.into_iter().map(line));
        }
        let [low, high] = [estimate.low_run(), estimate.high_run()]
            .map(|run| self.place_short(Place::Area(run.terms.area)));
        if low != high {
            sentences.push(self.note_best_run(low));
            sentences.push(self.note_worst_run(high));
        }
        sentences
    }

    /// What every result ends with: that it is an estimate, and whom to ask.
    pub fn last_words(&self, insured: Place) -> String {
        self.closing(self.disclaimer(), self.ask_hotline(hotline(insured)))
    }

    /// What stands below the amount, before it is believed.
    pub fn warnings(&self, estimate: &Estimate) -> Vec<String> {
        let insured = estimate.case.insured;
        let ranges =
            estimate.is_national_range().then(|| self.note_no_own_figures(self.place_short(insured)));
        let remarks = estimate.warnings().into_iter().map(|remark| self.warning(self.words(remark)));
        ranges.into_iter().chain(remarks).collect()
    }

    /// Items without a figure, one sentence for all that are simply unknown and
    /// one for each that begins later.
    pub fn missing(&self, missing: &[Missing]) -> Vec<String> {
        let unknown: Vec<String> = missing
            .iter()
            .filter(|missing| missing.begins.is_none())
            .map(|missing| self.item(missing.item))
            .collect();
        let later = missing.iter().filter_map(|missing| {
            Some(self.unknown_begins(self.item(missing.item), self.date(missing.begins?)))
        });
        let all = (!unknown.is_empty()).then(|| self.unknown_items(self.list(unknown)));
        all.into_iter().chain(later).collect()
    }

    /// How much a finding of the data check matters.
    pub fn severity(&self, severity: Severity) -> String {
        match severity {
            Severity::Error => self.severity_error(),
            Severity::Warning => self.severity_warning(),
        }
    }

    /// A finding of the data check with its place, as compilers write it.
    pub fn finding(&self, finding: &Finding) -> String {
        let Finding { file, line, figure, fault } = finding;
        let severity = self.severity(fault.severity());
        let figure = figure.as_ref().map_or_else(String::new, |id| format!(" {id}"));
        format!("{file}:{line}: {severity}{figure}: {}", self.fault(fault))
    }

    /// An overlay file that was left aside, and why.
    pub fn set_aside(&self, file: &SetAside) -> String {
        self.overlay_set_aside(match file {
            SetAside::Unread { file, why } => format!("{file}: {why}"),
            SetAside::Wrong(finding) => self.finding(finding),
        })
    }

    /// What is wrong with a text of the data.
    pub(super) fn words_fault(&self, fault: WordsFault) -> String {
        match fault {
            WordsFault::Empty => self.fault_empty_text(),
            WordsFault::NoEnglish => self.fault_no_english(),
            WordsFault::ControlCharacter => self.fault_control_character(),
        }
    }

    /// A finding of the data check and the way out.
    pub fn fault(&self, fault: &Fault) -> String {
        // Fluent takes numbers as 64-bit.
        let line = |line: &usize| u64::try_from(*line).unwrap_or(u64::MAX);
        match fault {
            Fault::Unreadable(detail) => self.fault_unreadable(detail.clone()),
            Fault::UnknownSource(name) => self.fault_unknown_source(name.clone()),
            Fault::Same { other } => self.fault_same(line(other)),
            Fault::Clash { with, other } => self.fault_clash(line(other), with.clone()),
            Fault::UnusedSource(name) => self.fault_unused_source(name.clone()),
            Fault::StaleSource(name) => self.fault_stale_source(name.clone()),
            Fault::CheckedInTheFuture(name) => self.fault_checked_in_the_future(name.clone()),
            Fault::CheckedBeforeWritten(name) => self.fault_checked_before_written(name.clone()),
            Fault::SourceDate(name) => self.fault_source_date(name.clone()),
            Fault::AllianceProvince(code) => self.fault_alliance_province(code.clone()),
            Fault::Unreachable => self.fault_unreachable(),
            Fault::StatusNotOfScheme => self.fault_status_not_of_scheme(),
            Fault::KindWithoutChronicCare => self.fault_kind_without_chronic_care(),
            Fault::AwayAtHome => self.fault_away_at_home(),
            Fault::FineAway => self.fault_fine_away(),
            Fault::EndsBeforeItBegins => self.fault_ends_before_it_begins(),
            Fault::NoBands => self.fault_no_bands(),
            Fault::BandsDoNotRise => self.fault_bands_do_not_rise(),
            Fault::EndlessBandInTheMiddle => self.fault_endless_band(),
            Fault::LastBandEnds => self.fault_last_band_ends(),
            Fault::LaterAdmissionDearer => self.fault_later_admission_dearer(),
            Fault::TierOrder { other } => self.fault_tier_order(line(other)),
            Fault::RetiredWorse { other } => self.fault_retired_worse(line(other)),
            Fault::Text(fault) => self.words_fault(*fault),
            Fault::AboveCeiling => self.fault_above_ceiling(),
        }
    }
}

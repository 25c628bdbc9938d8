//! What is wrong, in words for the person who must act.

use super::Text;
use crate::guard::Shown;
use jiff::civil::Date;
use yidi_core::answers::{AmountError, Problem, ProblemKind, hear};
use yidi_core::case::{Case, Circumstance, Effect, Field, Filed};
use yidi_core::checklist::hotline;
use yidi_core::estimate::{Estimate, EstimateError, Missing, RulesKnown};
use yidi_core::num::{Money, Span};
use yidi_core::places::Place;
use yidi_core::policy::audit::{Finding, Flaw, MOST_OF_AN_ITEM, SetAside, Severity};
use yidi_core::policy::{Grade, Tier, WordsError};

/// So many weak rules are named.
const MOST_NAMED: usize = 3;

impl Text {
    /// What is wrong with an answer, without its field.
    pub fn trouble(&self, trouble: &ProblemKind) -> String {
        match trouble {
            ProblemKind::Missing => self.trouble_missing(),
            ProblemKind::Amount(fault) => self.amount_fault(*fault),
            ProblemKind::PartsAboveTotal { parts, total } => {
                self.parts_above_total(self.money(*parts), self.money(*total))
            }
            ProblemKind::StatusNotOfScheme { scheme, status } => {
                self.status_not_of_scheme(self.scheme(*scheme), self.status(*status))
            }
            ProblemKind::AgeNotOfStatus { status, least, most } => {
                self.age_not_of_status(self.status(*status), i64::from(*least), i64::from(*most))
            }
            ProblemKind::UnknownPlace { typed, near } if near.is_empty() => self.place_unknown(typed.clone()),
            ProblemKind::UnknownPlace { typed, near } => {
                self.place_unknown_near(typed.clone(), self.coded(near))
            }
            ProblemKind::AmbiguousPlace { typed, several } => {
                self.place_ambiguous(typed.clone(), self.coded(several))
            }
            ProblemKind::PlaceOutside { typed } => self.place_outside(typed.clone()),
            ProblemKind::UnknownRule { typed, choices, near } => {
                let names = self.list(choices.iter().copied());
                match near {
                    Some(near) => self.rule_unknown_near(typed.clone(), *near, names),
                    None => self.rule_unknown(typed.clone(), names),
                }
            }
            ProblemKind::UnknownWord { typed, choices, near: None } => {
                self.word_unknown(typed.clone(), self.list(choices))
            }
            ProblemKind::UnknownWord { typed, choices, near: Some(near) } => {
                self.word_unknown_near(typed.clone(), *near, self.list(choices))
            }
            ProblemKind::Date => self.date_wrong(),
            ProblemKind::Number { least, most } => self.number_wrong(i64::from(*least), i64::from(*most)),
            ProblemKind::KindMissing => self.kind_missing(),
            ProblemKind::Percent => self.percent_wrong(),
            ProblemKind::ShareOrPercent { percent, share } => {
                self.share_or_percent(share.to_string(), percent.to_string())
            }
            ProblemKind::TierOrCode { typed } => {
                self.tier_or_code(typed.as_str(), self.tier_of_typed(typed), format!("0{typed}"))
            }
            ProblemKind::Contradicted { typed, other } => self.contradicted(typed.as_str(), other.as_str()),
            ProblemKind::RateTooLow => self.rate_too_low(),
            ProblemKind::RateMissing => self.rate_missing(),
            ProblemKind::ClassBMissing => self.class_b_missing(),
            ProblemKind::PrepayTwice => self.prepay_twice(),
            ProblemKind::DatesOutOfOrder { admitted, discharged } => {
                self.dates_out_of_order(self.date(*admitted), self.date(*discharged))
            }
        }
    }

    /// What is wrong with an answer, with its field.
    pub fn problem(&self, problem: &Problem) -> String {
        self.trouble_at(self.field(problem.field), self.trouble(&problem.trouble))
    }

    pub(super) fn amount_fault(&self, fault: AmountError) -> String {
        match fault {
            AmountError::Empty => self.amount_empty(),
            AmountError::NotANumber => self.amount_not_a_number(),
            AmountError::Negative => self.amount_negative(),
            AmountError::TooLarge => self.amount_too_large(),
            AmountError::TooFine => self.amount_too_fine(),
            AmountError::Grouping => self.amount_grouping(),
            AmountError::OtherUnit => self.amount_other_unit(),
        }
    }

    /// The tier of such a number.
    fn tier_of_typed(&self, typed: &str) -> String {
        hear::<Tier>(Field::Tier, typed).map_or_else(|_| typed.to_owned(), |tier| self.tier(tier))
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
            EstimateError::NoBill => self.no_bill(),
            EstimateError::NoRate { begins: None } => self.no_rate(),
            EstimateError::NoRate { begins: Some(date) } => self.no_rate_before(self.date(*date)),
        }
    }

    /// What filing saves, in one sentence; `exact` where nothing about the case is uncertain.
    pub fn saving(&self, case: &Case, saving: Option<Span<Money>>, exact: bool) -> String {
        // Whether it is paid at all comes before what filing saves.
        let perhaps = case.has(Effect::PerhapsNotPaid);
        let crosses = case.insured.insurer() != case.care_place.insurer();
        match saving.filter(|saving| crosses || !saving.high().is_zero()) {
            None if case.stands_alone() => self.filing_is_another(),
            Some(saving) if perhaps && saving.high().is_zero() => self.filing_saves_not_seen(),
            Some(saving) if perhaps => self.filing_saves_if_paid(self.money(saving.high())),
            Some(saving) if saving.high().is_zero() && exact => self.filing_saves_nothing(),
            Some(saving) if saving.high().is_zero() => self.filing_saves_unclear(),
            Some(saving) if saving.low().is_zero() => self.filing_saves_up_to(self.money(saving.high())),
            Some(saving) => self.filing_saves(self.money_span(saving)),
            None if case.insured == case.care_place => self.nothing_to_file_at_home(),
            None if crosses => self.counted_as_filed_anyway(),
            None => self.nothing_to_file(),
        }
    }

    /// What filing saves, for somebody who is still to file: it stands before all
    /// else. Nothing where it saves nothing.
    pub fn filing_first(&self, case: &Case, saving: Option<Span<Money>>) -> Option<String> {
        let saving = saving.filter(|saving| case.filed == Filed::Planned && !saving.high().is_zero());
        saving.map(|saving| self.saving(case, Some(saving), false))
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
        let case = &estimate.case;
        let [low, high] = [estimate.low_run(), estimate.high_run()].map(|run| {
            let terms = &run.terms;
            let open = [
                matches!(case.insured, Place::Province(_))
                    .then(|| self.place_short(Place::Area(terms.area)).to_owned()),
                case.status.known().is_none().then(|| self.status(terms.status)),
                case.tier.known().is_none().then(|| self.tier(terms.tier)),
            ];
            open.into_iter().flatten().collect::<Vec<String>>().join("  ")
        });
        if low != high {
            sentences.push(self.note_best_run(low));
            sentences.push(self.note_worst_run(high));
        }
        sentences
    }

    /// What an amount rests on: the weakest grade of the rules, which rules those are
    /// where they are weak, and that the bill is not split.
    pub fn basis(&self, estimate: &Estimate) -> String {
        let grade = estimate.rules_grade();
        let mut basis = self.grade(grade);
        if grade <= Grade::Reported {
            let weakest = estimate.weakest();
            let named = self.list(weakest.iter().take(MOST_NAMED).map(|item| self.item(*item)));
            let named = if weakest.len() > MOST_NAMED { self.and_others(named) } else { named };
            basis = self.basis_of(named, basis);
        }
        if estimate.is_unsplit() { self.basis_unsplit(basis) } else { basis }
    }

    /// What every result ends with: that it is an estimate, and whom to ask.
    pub fn last_words(&self, insured: Place) -> String {
        self.closing(self.disclaimer(), self.ask_hotline(hotline(insured)))
    }

    /// What stands below the amount, before it is believed.
    pub fn warnings(&self, estimate: &Estimate) -> Vec<String> {
        let insured = estimate.case.insured;
        let is_range = estimate.is_national_range() && estimate.case.not_paid().is_none();
        let ranges =
            is_range.then(|| self.note_no_own_rate(self.place_short(insured), self.care(estimate.case.care)));
        let order = estimate.out_of_order.iter().map(|one| {
            let area = self.place_short(Place::Area(one.area));
            self.note_out_of_order(area, self.route(one.dearer), self.route(one.cheaper))
        });
        let far = estimate.far_from.map(|known| self.far_date(estimate.case.date, known));
        let remarks = estimate.warnings().into_iter().map(|remark| self.warning(self.words(remark)));
        let also = self.circumstances_moving(estimate);
        let told = self.told_rules(estimate).into_iter();
        told.chain(far).chain(also).chain(ranges).chain(order).chain(remarks).collect()
    }

    /// What is to be known of each circumstance of a case, beside no sum.
    pub fn circumstances(&self, case: &Case) -> Vec<String> {
        self.each_circumstance(case, |also, name, says| match also.effect() {
            Effect::NotCounted | Effect::AnotherFund => self.circumstance_not_counted(name, says),
            _ => self.circumstance_known(name, says),
        })
    }

    /// What each circumstance of a case does to the sum, and whether it is counted:
    /// only what moved the sum is said to be.
    fn circumstances_moving(&self, estimate: &Estimate) -> Vec<String> {
        let case = &estimate.case;
        self.each_circumstance(case, |also, name, says| match (also.effect(), case.filed) {
            (Effect::NotCounted | Effect::AnotherFund, _) => self.circumstance_not_counted(name, says),
            (Effect::NotFiledHere, _) if !estimate.moved_by.contains(also) => {
                self.circumstance_unchanged(name)
            }
            (Effect::NotFiledHere, Filed::No) => self.circumstance_unfiled(name, says),
            (Effect::NotFiledHere, Filed::Yes | Filed::Planned) => self.circumstance_to_file(name, says),
            _ if estimate.moved_by.contains(also) => self.circumstance_counted(name, says),
            _ => self.circumstance_known(name, says),
        })
    }

    /// A sentence for each circumstance of which something is said.
    fn each_circumstance(
        &self,
        case: &Case,
        sentence: impl Fn(Circumstance, String, String) -> String,
    ) -> Vec<String> {
        let all = case.circumstances.iter();
        all.filter_map(|also| {
            let says = self.said(also.entry().says.as_ref()?).to_owned();
            Some(sentence(also, self.circumstance(also), says))
        })
        .collect()
    }

    /// That the day of a case lies far from what the sources can know.
    fn far_date(&self, day: Date, known: RulesKnown) -> String {
        let (day, to) = (self.date(day), self.date(known.to));
        match known.from {
            Some(from) => self.note_far_date(day, self.date(from), to),
            None => self.note_far_date_after(day, to),
        }
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
        // Its name may hold line ends.
        format!("{}:{line}: {severity}{figure}: {}", Shown::line(file), self.fault(fault))
    }

    /// An overlay file that was left aside, and why.
    pub fn set_aside(&self, file: &SetAside) -> String {
        self.overlay_set_aside(match file {
            SetAside::Unread { file, why } => format!("{file}: {why}"),
            SetAside::Wrong(findings) => {
                let first = findings.first().map_or_else(String::new, |finding| self.finding(finding));
                match findings.len() {
                    0 | 1 => first,
                    all => format!("{first} {}", self.overlay_more(all as u64 - 1)),
                }
            }
        })
    }

    /// What is wrong with a text of the data.
    pub(super) fn words_fault(&self, fault: WordsError) -> String {
        match fault {
            WordsError::Empty => self.fault_empty_text(),
            WordsError::NoEnglish => self.fault_no_english(),
            WordsError::ControlCharacter => self.fault_control_character(),
        }
    }

    /// A finding of the data check and the way out.
    pub fn fault(&self, fault: &Flaw) -> String {
        match fault {
            Flaw::Unreadable(misread) => self.misread(misread),
            Flaw::UnknownSource(name) => self.fault_unknown_source(name.clone()),
            Flaw::Same { other } => self.fault_same(self.line_of(*other)),
            Flaw::AlsoIn { file, replaces: true } => self.fault_also_in_replaces(file.clone()),
            Flaw::AlsoIn { file, replaces: false } => self.fault_also_in(file.clone()),
            Flaw::Clash { with, other } => self.fault_clash(self.line_of(*other), with.clone()),
            Flaw::UnusedSource(name) => self.fault_unused_source(name.clone()),
            Flaw::StaleSource(name) => self.fault_stale_source(name.clone()),
            Flaw::CheckedInTheFuture(name) => self.fault_checked_in_the_future(name.clone()),
            Flaw::CheckedBeforeWritten(name) => self.fault_checked_before_written(name.clone()),
            Flaw::SourceDate(name) => self.fault_source_date(name.clone()),
            Flaw::AllianceProvince(code) => self.fault_alliance_province(code.clone()),
            Flaw::TooMany => self.fault_too_many(MOST_OF_AN_ITEM as u64),
            Flaw::Unreachable => self.fault_unreachable(),
            Flaw::StatusNotOfScheme => self.fault_status_not_of_scheme(),
            Flaw::KindWithoutChronicCare => self.fault_kind_without_chronic_care(),
            Flaw::AwayAtHome => self.fault_away_at_home(),
            Flaw::FineAway => self.fault_fine_away(),
            Flaw::EndsBeforeItBegins => self.fault_ends_before_it_begins(),
            Flaw::NoBands => self.fault_no_bands(),
            Flaw::BandsDoNotRise => self.fault_bands_do_not_rise(),
            Flaw::EndlessBandInTheMiddle => self.fault_endless_band(),
            Flaw::LastBandEnds => self.fault_last_band_ends(),
            Flaw::LaterAdmissionDearer => self.fault_later_admission_dearer(),
            Flaw::TierOrder { other } => self.fault_tier_order(self.line_of(*other)),
            Flaw::RetiredWorse { other } => self.fault_retired_worse(self.line_of(*other)),
            Flaw::Text(fault) => self.words_fault(*fault),
            Flaw::Unusual(unusual) => self.unusual(*unusual),
            Flaw::AboveCeiling => self.fault_above_ceiling(),
            Flaw::RemarkNamesAnother(number) => self.fault_remark_names_another(number.clone()),
        }
    }
}

//! The names of closed sets: answers, items, routes.

use super::Text;
use yidi_core::answers::{CARES, Step, word};
use yidi_core::case::{Case, Circumstance, Field, Filed, Networked, Possible, Reason};
use yidi_core::estimate::{Cause, Line};
use yidi_core::places::Place;
use yidi_core::policy::{
    Care, ContributionClass, Disease, Figure, Grade, Holder, HospitalClass, Item, Route, Scheme, Status, Tier,
};

impl Text {
    /// A scheme.
    pub fn scheme(&self, scheme: Scheme) -> String {
        match scheme {
            Scheme::Employee => self.scheme_employee(),
            Scheme::Resident => self.scheme_resident(),
        }
    }

    /// A status with its scheme.
    pub fn status(&self, status: Status) -> String {
        match status {
            Status::Active => self.status_active(),
            Status::Retired => self.status_retired(),
            Status::Adult => self.status_adult(),
            Status::Senior => self.status_senior(),
            Status::Child => self.status_child(),
        }
    }

    /// The status, as far as it is known.
    pub fn statuses(&self, status: Possible<Status>) -> String {
        match (status.known(), status.first().scheme(), status.all().len()) {
            (Some(status), ..) => self.status(status),
            (None, Scheme::Employee, ..=2) => self.status_open_employee(),
            (None, Scheme::Resident, ..=3) => self.status_open_resident(),
            _ => self.status_open(),
        }
    }

    /// The tier, as far as it is known.
    pub fn tiers(&self, tier: Possible<Tier>) -> String {
        tier.known().map_or_else(|| self.tier_open(), |tier| self.tier(tier))
    }

    /// How to tell a status.
    pub fn status_hint(&self, status: Status) -> String {
        match status {
            Status::Active => self.status_hint_active(),
            Status::Retired => self.status_hint_retired(),
            Status::Adult => self.status_hint_adult(),
            Status::Senior => self.status_hint_senior(),
            Status::Child => self.status_hint_child(),
        }
    }

    /// A kind of care.
    pub fn care(&self, care: Care) -> String {
        match care {
            Care::Inpatient => self.care_inpatient(),
            Care::Outpatient => self.care_outpatient(),
            Care::Chronic => self.care_chronic(),
        }
    }

    /// What kind of visit, with the chronic disease where it is one.
    pub fn visit(&self, care: Care, disease: Option<Disease>) -> String {
        match disease.filter(|_| care == Care::Chronic) {
            Some(disease) => self.with_note(self.care(care), self.disease(disease)),
            None => self.care(care),
        }
    }

    /// A hospital tier.
    pub fn tier(&self, tier: Tier) -> String {
        match tier {
            Tier::Three => self.tier_three(),
            Tier::Two => self.tier_two(),
            Tier::One => self.tier_one(),
            Tier::Primary => self.tier_primary(),
        }
    }

    /// How to tell a tier.
    pub fn tier_hint(&self, tier: Tier) -> String {
        match tier {
            Tier::Three => self.tier_hint_three(),
            Tier::Two => self.tier_hint_two(),
            Tier::One => self.tier_hint_one(),
            Tier::Primary => self.tier_hint_primary(),
        }
    }

    /// A route.
    pub fn route(&self, route: Route) -> String {
        match route {
            Route::Local => self.route_local(),
            Route::InProvince => self.route_in_province(),
            Route::LongTerm => self.route_long_term(),
            Route::Referral => self.route_referral(),
            Route::Emergency => self.route_emergency(),
            Route::Temporary => self.route_temporary(),
            Route::Unfiled => self.route_unfiled(),
        }
    }

    /// A route of a case: of one that is still to be filed, nobody says that it is.
    pub fn route_of(&self, case: &Case, route: Route) -> String {
        match route {
            Route::LongTerm if case.filed == Filed::Planned => self.planned_long_term(),
            Route::Referral if case.filed == Filed::Planned => self.planned_referral(),
            Route::Temporary if case.filed == Filed::Planned => self.planned_temporary(),
            other => self.route(other),
        }
    }

    /// A reason for going.
    pub fn reason(&self, reason: Reason) -> String {
        match reason {
            Reason::Other => self.reason_other(),
            Reason::Referral => self.reason_referral(),
            Reason::Emergency => self.reason_emergency(),
            Reason::LongTermResident => self.reason_long_term(),
            Reason::Resettled => self.reason_resettled(),
            Reason::Posted => self.reason_posted(),
        }
    }

    /// An answer of a choosing question, by its place from 0.
    pub fn option(&self, field: Field, place: usize) -> String {
        let or_unknown = |name: Option<String>| name.unwrap_or_else(|| self.filed_unknown());
        match field {
            Field::Status => or_unknown(Status::ALL.get(place).map(|status| self.status(*status))),
            Field::Scheme => [Scheme::Employee, Scheme::Resident]
                .get(place)
                .map_or_else(String::new, |one| self.scheme(*one)),
            Field::Tier => or_unknown(Tier::ALL.get(place).map(|tier| self.tier(*tier))),
            Field::Care => CARES.get(place).map_or_else(String::new, |care| self.care(*care)),
            Field::Disease => Disease::ALL.get(place).map_or_else(String::new, |kind| self.disease(*kind)),
            Field::Reason => Reason::ALL.get(place).map_or_else(String::new, |reason| self.reason(*reason)),
            Field::Filed => Filed::ALL.get(place).map_or_else(String::new, |filed| self.filed(*filed)),
            Field::Networked => match Networked::ALL.get(place) {
                Some(Networked::Yes) => self.yes(),
                Some(Networked::No) => self.no(),
                _ => self.filed_unknown(),
            },
            Field::Hardship | Field::Also(_) if place == 1 => self.yes(),
            Field::Hardship | Field::Also(_) => self.no(),
            Field::Hospital => {
                let class = place.checked_sub(1).and_then(|place| HospitalClass::ALL.get(place));
                or_unknown(class.map(|class| self.hospital(*class)))
            }
            Field::Contribution => {
                let class = place.checked_sub(1).and_then(|place| ContributionClass::ALL.get(place));
                or_unknown(class.map(|class| self.contribution(*class)))
            }
            _ => String::new(),
        }
    }

    /// Whether the trip is filed.
    pub fn filed(&self, filed: Filed) -> String {
        match filed {
            Filed::Yes => self.filed_yes(),
            Filed::Planned => self.filed_planned(),
            Filed::No => self.filed_no(),
            Filed::Unknown => self.filed_unknown(),
        }
    }

    /// How sure a figure is.
    pub fn grade(&self, grade: Grade) -> String {
        match grade {
            Grade::Verified => self.grade_verified(),
            Grade::Official => self.grade_official(),
            Grade::Corroborated => self.grade_corroborated(),
            Grade::Reported => self.grade_reported(),
            Grade::Told => self.grade_told(),
            Grade::Community => self.grade_community(),
            Grade::Assumed => self.grade_assumed(),
        }
    }

    /// What a figure is a number of.
    pub fn item(&self, item: Item) -> String {
        match item {
            Item::Deductible => self.item_deductible(),
            Item::DeductiblesCeiling => self.item_deductibles_ceiling(),
            Item::Rate => self.item_rate(),
            Item::Cap => self.item_cap(),
            Item::SupplementRate => self.item_supplement_rate(),
            Item::SupplementCap => self.item_supplement_cap(),
            Item::CatastrophicDeductible => self.item_catastrophic_deductible(),
            Item::CatastrophicRate => self.item_catastrophic_rate(),
            Item::CatastrophicCap => self.item_catastrophic_cap(),
            Item::CatastrophicBase => self.item_catastrophic_base(),
            Item::AidDeductible => self.item_aid_deductible(),
            Item::AidRate => self.item_aid_rate(),
            Item::AidCap => self.item_aid_cap(),
            Item::Away => self.item_away(),
            Item::UncoveredShare => self.item_uncovered_share(),
        }
    }

    /// The same as the head of a narrow column.
    pub fn column(&self, item: Item) -> String {
        match item {
            Item::Deductible => self.column_deductible(),
            Item::DeductiblesCeiling => self.column_deductibles_ceiling(),
            Item::Rate => self.column_rate(),
            Item::Cap => self.column_cap(),
            Item::SupplementRate => self.column_supplement_rate(),
            Item::SupplementCap => self.column_supplement_cap(),
            Item::CatastrophicDeductible => self.column_catastrophic_deductible(),
            Item::CatastrophicRate => self.column_catastrophic_rate(),
            Item::CatastrophicCap => self.column_catastrophic_cap(),
            Item::CatastrophicBase => self.column_catastrophic_base(),
            Item::AidDeductible => self.column_aid_deductible(),
            Item::AidRate => self.column_aid_rate(),
            Item::AidCap => self.column_aid_cap(),
            Item::Away => self.column_away(),
            Item::UncoveredShare => self.column_uncovered_share(),
        }
    }

    /// Whose a figure is.
    pub fn holder(&self, holder: Holder) -> String {
        use yidi_core::places::{AreaId, ProvinceId};
        let place = match holder {
            Holder::Area(code) => AreaId::by_code(code).map(Place::Area),
            Holder::Province(code) => ProvinceId::by_code(code).map(Place::Province),
            Holder::Nation => None,
        };
        place.map_or_else(|| self.level_nation(), |place| self.level_area(self.place_short(place)))
    }

    /// A line of the settlement.
    pub fn line(&self, line: Line) -> String {
        match line {
            Line::Total => self.line_total(),
            Line::OwnExpense => self.line_own_expense(),
            Line::Prepay => self.line_prepay(),
            Line::OverLimit => self.line_over_limit(),
            Line::Uncovered => self.line_uncovered(),
            Line::Eligible => self.line_eligible(),
            Line::FirstSelfPay => self.line_first_self_pay(),
            Line::Deductible => self.line_deductible(),
            Line::Fund => self.line_fund(),
            Line::CoPayment => self.line_co_payment(),
            Line::AboveCap => self.line_above_cap(),
            Line::Supplement => self.line_supplement(),
            Line::Catastrophic => self.line_catastrophic(),
            Line::Aid => self.line_aid(),
            Line::Personal => self.line_personal(),
            Line::Account => self.line_account(),
            Line::Cash => self.line_cash(),
        }
    }

    /// A figure in one line: whose, what, how much, how sure.
    pub fn figure(&self, figure: &Figure) -> String {
        self.figure_line(
            self.holder(figure.holder),
            self.item(figure.item),
            self.value(&figure.value),
            self.grade(figure.grade),
        )
    }

    /// What widens the range.
    pub fn cause(&self, cause: Cause) -> String {
        match cause {
            Cause::Area => self.cause_area(),
            Cause::Route => self.cause_route(),
            Cause::Bill => self.cause_bill(),
            Cause::Year => self.cause_year(),
            Cause::Status => self.cause_status(),
            Cause::Tier => self.cause_tier(),
            Cause::Item(item) => self.item(item),
            Cause::Circumstance => self.cause_circumstance(),
        }
    }

    /// A question's field.
    pub fn field(&self, field: Field) -> String {
        match field {
            Field::Insured => self.field_insured(),
            Field::CarePlace => self.field_care_place(),
            Field::Scheme => self.field_scheme(),
            Field::Status => self.field_status(),
            Field::Tier => self.field_tier(),
            Field::Reason => self.field_reason(),
            Field::Filed => self.field_filed(),
            Field::Total => self.field_total(),
            Field::OwnExpense => self.field_own_expense(),
            Field::Prepay => self.field_prepay(),
            Field::OverLimit => self.field_over_limit(),
            Field::Date => self.field_date(),
            Field::Care => self.field_care(),
            Field::Disease => self.field_disease(),
            Field::Age => self.field_age(),
            Field::Hardship => self.field_hardship(),
            Field::Account => self.field_account(),
            Field::Admission => self.field_admission(),
            Field::YtdDeductible => self.field_ytd_deductible(),
            Field::YtdEligible => self.field_ytd_eligible(),
            Field::YtdFund => self.field_ytd_fund(),
            Field::YtdSupplement => self.field_ytd_supplement(),
            Field::YtdBurden => self.field_ytd_burden(),
            Field::YtdCatastrophic => self.field_ytd_catastrophic(),
            Field::YtdAid => self.field_ytd_aid(),
            Field::Hospital => self.field_hospital(),
            Field::Contribution => self.field_contribution(),
            Field::RetiredIn => self.field_retired_in(),
            Field::ClassB => self.field_class_b(),
            Field::ClassBRate => self.field_class_b_rate(),
            Field::Admitted => self.field_admitted(),
            Field::Networked => self.field_networked(),
            Field::RuleDeductible => self.field_rule_deductible(),
            Field::RuleRate => self.field_rule_rate(),
            Field::RuleCut => self.field_rule_cut(),
            Field::RuleCap => self.field_rule_cap(),
            Field::RuleSupplementRate => self.field_rule_supplement_rate(),
            Field::RuleSupplementCap => self.field_rule_supplement_cap(),
            Field::RuleCatastrophicDeductible => self.field_rule_catastrophic_deductible(),
            Field::RuleCatastrophicRate => self.field_rule_catastrophic_rate(),
            Field::RuleCatastrophicCap => self.field_rule_catastrophic_cap(),
            Field::Also(also) => self.circumstance(also),
        }
    }

    /// What else is so.
    pub fn circumstance(&self, also: Circumstance) -> String {
        self.said(&also.entry().name).to_owned()
    }

    /// What an option of the command line means.
    pub fn option_help(&self, field: Field) -> String {
        match field {
            Field::Insured => self.arg_from(),
            Field::CarePlace => self.arg_to(),
            Field::Scheme => self.arg_scheme(),
            Field::Status => self.arg_status(),
            Field::Tier => self.arg_tier(),
            Field::Care => self.arg_care(),
            Field::Disease => self.arg_disease(),
            Field::Reason => self.arg_reason(),
            Field::Filed => self.arg_filed(),
            Field::OwnExpense | Field::Prepay | Field::ClassB | Field::ClassBRate | Field::OverLimit => {
                self.option_unknown(self.field(field))
            }
            Field::Admitted => self.arg_admitted(),
            Field::Date => self.arg_date(),
            Field::Networked => self.arg_networked(),
            Field::Age => self.arg_age(),
            Field::Hardship => self.arg_hardship(),
            Field::Admission => self.arg_admission(),
            Field::Hospital => self.arg_hospital_class(),
            Field::Contribution => self.arg_contribution_class(),
            Field::RetiredIn => self.arg_retired_in(),
            Field::RuleDeductible
            | Field::RuleRate
            | Field::RuleCut
            | Field::RuleCap
            | Field::RuleSupplementRate
            | Field::RuleSupplementCap
            | Field::RuleCatastrophicDeductible
            | Field::RuleCatastrophicRate
            | Field::RuleCatastrophicCap => self.option_rule(self.field(field)),
            Field::Also(_) => self.arg_also(Circumstance::ALL.map(word).join(", ")),
            Field::Total
            | Field::Account
            | Field::YtdDeductible
            | Field::YtdEligible
            | Field::YtdFund
            | Field::YtdSupplement
            | Field::YtdBurden
            | Field::YtdCatastrophic
            | Field::YtdAid => self.option_amount(self.field(field)),
        }
    }

    /// A step's short name.
    pub fn step(&self, step: Step) -> String {
        match step {
            Step::Insured => self.step_insured(),
            Step::CarePlace => self.step_care_place(),
            Step::Status => self.step_status(),
            Step::Tier => self.step_tier(),
            Step::Trip => self.step_trip(),
            Step::Check => self.step_check(),
        }
    }

    /// A step's question.
    pub fn question(&self, step: Step) -> String {
        match step {
            Step::Insured => self.ask_insured(),
            Step::CarePlace => self.ask_care_place(),
            Step::Status => self.ask_status(),
            Step::Tier => self.ask_tier(),
            Step::Trip => self.ask_trip(),
            Step::Check => self.ask_check(),
        }
    }
}

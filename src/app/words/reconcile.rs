//! A settlement slip beside its estimate, in words.

use super::Text;
use yidi_core::estimate::Line;
use yidi_core::reconcile::{Change, Identity, Like, SlipError, SlipField, SlipKind};

impl Text {
    /// A number of the slip.
    pub fn slip_field(&self, field: SlipField) -> String {
        match field {
            SlipField::Total => self.line(Line::Total),
            SlipField::OwnExpense => self.line(Line::OwnExpense),
            SlipField::OverLimit => self.line(Line::OverLimit),
            SlipField::Prepay => self.line(Line::Prepay),
            SlipField::Eligible => self.line(Line::Eligible),
            SlipField::Deductible => self.line(Line::Deductible),
            SlipField::Fund => self.line(Line::Fund),
            SlipField::Rate => self.slip_rate(),
            SlipField::Supplement => self.line(Line::Supplement),
            SlipField::Catastrophic => self.line(Line::Catastrophic),
            SlipField::Aid => self.line(Line::Aid),
            SlipField::Funds => self.slip_funds(),
            SlipField::Personal => self.line(Line::Personal),
            SlipField::Account => self.line(Line::Account),
            SlipField::Cash => self.slip_cash(),
            SlipField::CivilServants => self.slip_civil_servants(),
            SlipField::Enterprise => self.slip_enterprise(),
            SlipField::Disabled => self.slip_disabled(),
            SlipField::Others => self.slip_others(),
            SlipField::Hospital => self.slip_hospital(),
            SlipField::Mutual => self.slip_mutual(),
        }
    }

    /// What is wrong with a slip.
    pub fn slip_fault(&self, fault: &SlipError) -> String {
        match fault {
            SlipError::NotJson(detail) => self.slip_not_json(detail.clone()),
            SlipError::Empty => self.slip_empty(),
            SlipError::Kind(SlipKind::Request) => self.slip_is_request(),
            SlipError::Kind(SlipKind::Cancellation) => self.slip_is_cancellation(),
            SlipError::Kind(SlipKind::Items) => self.slip_is_items(),
            SlipError::Kind(SlipKind::Totals) => self.slip_is_totals(),
            SlipError::Kind(SlipKind::Void) => self.slip_is_void(),
            SlipError::Refused(message) => self.slip_refused(message.clone()),
            SlipError::Amount { field, fault, .. } => {
                let name = format!("{} {}", self.slip_field(*field), field.key());
                self.slip_wrong(name, self.trouble(&yidi_core::answers::ProblemKind::Amount(*fault)))
            }
            SlipError::Rate(_) => self.slip_wrong(self.slip_rate(), self.slip_rate_wrong()),
        }
    }

    /// An identity of the settlement sheet.
    pub fn identity(&self, identity: Identity) -> String {
        match identity {
            Identity::Bill => self.identity_bill(),
            Identity::Payers => self.identity_payers(),
            Identity::Funds => self.identity_funds(),
            Identity::Person => self.identity_person(),
        }
    }

    /// What the stay was counted as.
    pub fn like(&self, like: Like) -> String {
        match like {
            Like::Route(route) => self.like_route(self.route(route)),
            Like::Admission(number) => self.like_admission(u64::from(number)),
            Like::Tier(tier) => self.like_tier(self.tier(tier)),
            Like::Status(status) => self.like_status(self.status(status)),
            Like::Hardship(true) => self.like_hardship(),
            Like::Hardship(false) => self.like_no_hardship(),
            Like::Hospital(class) => self.like_hospital(self.hospital(class)),
            Like::Contribution(class) => self.like_contribution(self.contribution(class)),
            Like::Care(care) => self.like_care(self.care(care)),
            Like::Date(date) => self.like_date(self.date(date)),
        }
    }

    /// What is different from what was assumed.
    pub fn change(&self, change: Change) -> String {
        match change {
            Change::Bill => self.change_bill(),
            Change::Like(like) => self.like(like),
            Change::NoDeductible => self.change_no_deductible(),
            Change::Only(item, like) => self.change_only(self.item(item), self.like(like)),
            Change::NothingEarlier => self.change_nothing_earlier(),
            Change::FundUsed(amount) => self.change_fund_used(self.money(amount)),
            Change::DeductiblePaid(amount) => self.change_deductible_paid(self.money(amount)),
            Change::BurdenBorne(amount) => self.change_burden_borne(self.money(amount)),
            Change::Deductible(amount) => self.change_deductible(self.money(amount)),
            Change::Rate(rate) => self.change_rate(rate.to_string()),
            Change::SupplementRate(rate) => self.change_supplement_rate(rate.to_string()),
            Change::Uncovered(amount) => self.change_uncovered(self.money(amount)),
        }
    }
}

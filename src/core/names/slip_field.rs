//! The numbers of a settlement slip.

use strum::VariantArray;

use crate::variants::all;

/// A number of the slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum SlipField {
    /// The whole bill (医疗费总额).
    Total,
    /// Own expense (全自费).
    OwnExpense,
    /// Over-limit (超限价).
    OverLimit,
    /// Class-B prepay (先行自付).
    Prepay,
    /// Eligible cost (符合政策范围).
    Eligible,
    /// Deductible paid (实际支付起付线).
    Deductible,
    /// Paid by the pooled fund (统筹基金).
    Fund,
    /// The pooled fund's rate (统筹支付比例).
    Rate,
    /// Paid by the supplement (大额补助).
    Supplement,
    /// Paid by the catastrophic insurance (大病保险).
    Catastrophic,
    /// Paid by medical aid (医疗救助).
    Aid,
    /// All funds together (基金支付总额).
    Funds,
    /// Personal burden (个人负担).
    Personal,
    /// Of it, from the account (个人账户).
    Account,
    /// Of it, in cash (现金).
    Cash,
    /// Paid by the subsidy of civil servants (公务员补助).
    CivilServants,
    /// Paid by an employer's supplementary insurance (企业补充).
    Enterprise,
    /// Paid by the fund of the disabled (伤残人员医疗保障).
    Disabled,
    /// Paid by other funds (其他支出).
    Others,
    /// Borne by the hospital (医院负担).
    Hospital,
    /// From accounts of the family (个人账户共济).
    Mutual,
}

impl SlipField {
    /// Every number, in the order of the slip: those that a settlement has,
    /// then those that only a slip knows.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// The numbers that a settlement of this program has as well.
    pub const SETTLED: [Self; 15] = {
        let mut settled = [Self::Total; 15];
        let mut place = 0;
        while place < settled.len() {
            settled[place] = Self::ALL[place];
            place += 1;
        }
        settled
    };

    /// Paid by funds that this program does not settle.
    pub const OTHER_FUNDS: [Self; 4] = [Self::CivilServants, Self::Enterprise, Self::Disabled, Self::Others];

    /// What somebody paid: without any of them a slip says nothing.
    pub const PAID: [Self; 13] = [
        Self::Fund,
        Self::Supplement,
        Self::Catastrophic,
        Self::Aid,
        Self::Funds,
        Self::Personal,
        Self::Account,
        Self::Cash,
        Self::CivilServants,
        Self::Enterprise,
        Self::Disabled,
        Self::Others,
        Self::Hospital,
    ];

    /// Its name in the national interface.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Total => "medfee_sumamt",
            Self::OwnExpense => "fulamt_ownpay_amt",
            Self::OverLimit => "overlmt_selfpay",
            Self::Prepay => "preselfpay_amt",
            Self::Eligible => "inscp_scp_amt",
            Self::Deductible => "act_pay_dedc",
            Self::Fund => "hifp_pay",
            Self::Rate => "pool_prop_selfpay",
            Self::Supplement => "hifob_pay",
            Self::Catastrophic => "hifmi_pay",
            Self::Aid => "maf_pay",
            Self::Funds => "fund_pay_sumamt",
            Self::Personal => "psn_part_amt",
            Self::Account => "acct_pay",
            Self::Cash => "psn_cash_pay",
            Self::CivilServants => "cvlserv_pay",
            Self::Enterprise => "hifes_pay",
            Self::Disabled => "hifdm_pay",
            Self::Others => "oth_pay",
            Self::Hospital => "hosp_part_amt",
            Self::Mutual => "acct_mulaid_pay",
        }
    }
}

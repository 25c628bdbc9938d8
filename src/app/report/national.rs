//! A settlement under the field names of the national settlement interface, so
//! that hospital systems compare without a mapping of their own.

use serde_json::{Value as Json, json};

use yidi_core::estimate::{Outcome, Settlement, Side};
use yidi_core::num::Money;

/// The fields of one settlement; amounts are texts in yuan, the rate is a text
/// in percent. Parts of an unsplit bill and a rate by slices stay empty.
pub(super) fn national_fields(run: &Outcome, settlement: &Settlement, side: Side) -> Json {
    let money = |money: Money| money.to_string();
    let part = |place: usize| settlement.split.map(|parts| money(parts[place]));
    let rate = run.terms_at(side).numbers(|_| side).and_then(|numbers| numbers.plain_rate());
    json!({
        "medfee_sumamt": money(settlement.total),
        "fulamt_ownpay_amt": part(0),
        "preselfpay_amt": part(1),
        "overlmt_selfpay": part(2),
        "inscp_scp_amt": money(settlement.eligible),
        "act_pay_dedc": money(settlement.deductible),
        "hifp_pay": money(settlement.fund),
        "pool_prop_selfpay": rate.map(|rate| rate.to_string()),
        "hifob_pay": money(settlement.supplement),
        "hifmi_pay": money(settlement.catastrophic),
        "maf_pay": money(settlement.aid),
        "fund_pay_sumamt": money(settlement.funds()),
        "psn_part_amt": money(settlement.personal),
        "acct_pay": money(settlement.account),
        "psn_cash_pay": money(settlement.cash()),
    })
}

//! Whether a slip adds up, by the identities of the settlement sheet. Regions
//! write the personal account in three places: each is tried, and the one that
//! adds up is told.

use strum::VariantArray;

use super::slip::Slip;
use crate::names::SlipField;
use crate::num::Money;
use crate::variants::all;

/// Amounts that differ by no more are the same: every line is rounded, and a
/// sum of rounded lines is off by some fen.
pub const ROUNDING: Money = Money::from_fen(9);

/// Whether two amounts are the same but for rounding.
pub(super) fn alike(one: Money, other: Money) -> bool {
    (one.fen() - other.fen()).abs() <= ROUNDING.fen()
}

/// An identity of the settlement sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray)]
pub enum Identity {
    /// Total = eligible + prepay + over-limit + own expense.
    Bill,
    /// Total = fund payments + what the person pays + what the hospital bears.
    Payers,
    /// All funds = their parts together; other funds may pay as well.
    Funds,
    /// What the person pays = account + cash.
    Person,
}

impl Identity {
    /// Every identity, in the order of the sheet.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// Its name as programs read it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bill => "bill",
            Self::Payers => "payers",
            Self::Funds => "funds",
            Self::Person => "person",
        }
    }

    /// The number that must be the sum, what it is the sum of, and what else may
    /// be part of it.
    const fn parts(self) -> (SlipField, &'static [SlipField], &'static [SlipField]) {
        use SlipField::*;
        match self {
            Self::Bill => (Total, &[Eligible, Prepay, OverLimit, OwnExpense], &[]),
            Self::Payers => (Total, &[Funds, Personal], &[Hospital]),
            Self::Funds => (Funds, &[Fund, Supplement, Catastrophic, Aid], &SlipField::OTHER_FUNDS),
            Self::Person => (Personal, &[Account, Cash], &[Mutual]),
        }
    }
}

/// Where on the slip the personal account is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, VariantArray)]
pub enum AccountPlace {
    /// It is part of what the person pays, as the sheet has it.
    #[default]
    Person,
    /// It is part of the sum of all funds as well.
    Funds,
    /// It stands beside both.
    Beside,
}

impl AccountPlace {
    /// Every place, the usual one first.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// Its name as programs read it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Funds => "funds",
            Self::Beside => "beside",
        }
    }
}

/// An identity and what the slip says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The identity.
    pub identity: Identity,
    /// The number that must be the sum.
    pub of: SlipField,
    /// As much as it is.
    pub whole: Money,
    /// What was added.
    pub parts: Vec<SlipField>,
    /// What was taken away, being counted twice.
    pub less: Vec<SlipField>,
    /// The sum of its parts.
    pub sum: Money,
    /// Whether it holds, but for rounding.
    pub holds: bool,
}

impl Check {
    /// What is off by rounding alone, where the identity holds.
    pub fn rounding(&self) -> Money {
        let off = Money::from_fen((self.whole - self.sum).fen().abs());
        if self.holds && off <= ROUNDING { off } else { Money::ZERO }
    }
}

/// A part that is larger than what it is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Oversized {
    /// The part.
    pub part: SlipField,
    /// What it is part of.
    pub whole: SlipField,
}

/// A slip as it adds up.
pub(super) struct Sums {
    pub(super) account: AccountPlace,
    pub(super) checks: Vec<Check>,
    /// What nobody on the slip pays, where a fund that it leaves out may have paid it.
    pub(super) unpaid: Money,
}

impl Sums {
    /// The place of the account by which most identities hold, the usual one
    /// where several do.
    pub(super) fn of(slip: &Slip) -> Self {
        let by = |account| {
            let found = Identity::ALL.into_iter().map(|identity| check(slip, identity, account));
            let mut sums = Self { account, checks: Vec::new(), unpaid: Money::ZERO };
            for judged in found {
                match judged {
                    Judged::Checked(check) => sums.checks.push(check),
                    Judged::Unpaid(left) => sums.unpaid = left,
                    Judged::Open => {}
                }
            }
            sums
        };
        let broken = |sums: &Self| {
            let wrong = sums.checks.iter().filter(|check| !check.holds).count();
            (wrong, !sums.unpaid.is_zero())
        };
        let usual = by(AccountPlace::Person);
        if broken(&usual) == (0, false) || account(slip).is_zero() {
            return usual;
        }
        let others = AccountPlace::ALL.into_iter().skip(1).map(by);
        others.fold(usual, |best, other| if broken(&other) < broken(&best) { other } else { best })
    }
}

/// What the accounts paid: the person's own, and the family's where that is not
/// inside it, which shows where account and cash alone are the person's burden.
pub(super) fn account(slip: &Slip) -> Money {
    let own = slip.sum(&[SlipField::Account]);
    let person = slip.get(SlipField::Personal).zip(slip.get(SlipField::Cash));
    let is_inside = person.is_some_and(|(personal, cash)| alike(personal, own + cash));
    if is_inside { own } else { own + slip.sum(&[SlipField::Mutual]) }
}

/// What became of an identity.
enum Judged {
    /// The slip gives enough.
    Checked(Check),
    /// Of the total so much is paid by nobody on the slip.
    Unpaid(Money),
    /// The slip does not give enough.
    Open,
}

/// What the program settles of the funds; other funds stand beside them.
const SETTLED_FUNDS: [SlipField; 4] =
    [SlipField::Fund, SlipField::Supplement, SlipField::Catastrophic, SlipField::Aid];

fn check(slip: &Slip, identity: Identity, place: AccountPlace) -> Judged {
    use SlipField::{Account, Cash, Funds, Hospital, Mutual, Personal};
    let (of, mut parts, more) = identity.parts();
    let Some(whole) = slip.get(of) else { return Judged::Open };
    let is_given = |field: &SlipField| slip.get(*field).is_some();
    let is_something = |field: &SlipField| slip.get(*field).is_some_and(|one| !one.is_zero());
    let mut more = more.to_vec();
    // Without their sum the funds are what they are.
    let by_parts = identity == Identity::Payers && !is_given(&Funds);
    if by_parts {
        parts = &[SlipField::Fund, SlipField::Supplement, SlipField::Catastrophic, SlipField::Aid, Personal];
        more.extend(SlipField::OTHER_FUNDS);
    }
    let mut given: Vec<SlipField> = parts.iter().copied().filter(is_given).collect();
    let mut all_given = given.len() == parts.len();
    given.extend(more.into_iter().filter(is_something));
    let mut less = Vec::new();
    let accounts: Vec<SlipField> = [Account, Mutual].into_iter().filter(is_given).collect();
    match (identity, place) {
        (Identity::Payers, AccountPlace::Funds) if !by_parts => less = accounts,
        (Identity::Payers, AccountPlace::Beside) | (Identity::Funds, AccountPlace::Funds) => {
            given.extend(accounts);
        }
        (Identity::Person, AccountPlace::Beside) => given.retain(|field| !accounts.contains(field)),
        // Where the burden itself is not given, the account and cash are it.
        (Identity::Payers, _) if !is_given(&Personal) && is_given(&Cash) => {
            given.extend(accounts);
            given.push(Cash);
            all_given = is_given(&Funds);
        }
        _ => {}
    }
    let sum_of = |fields: &[SlipField]| slip.sum(fields);
    let mut sum = sum_of(&given) - sum_of(&less);
    // What the hospital bears and what the family's accounts pay are inside
    // another line in some regions.
    for inside in [Hospital, Mutual] {
        let without = sum - slip.sum(&[inside]);
        if given.contains(&inside) && !alike(whole, sum) && alike(whole, without) {
            given.retain(|field| *field != inside);
            sum = without;
        }
    }
    // What is none of the named ones is among the others.
    let every_fund =
        || SETTLED_FUNDS.iter().chain(&[SlipField::CivilServants, SlipField::Others]).all(is_given);
    let is_person = || given.contains(&Personal) || given.contains(&Cash);
    let has_both = || is_person() && SETTLED_FUNDS.iter().any(is_given);
    let is_alike = alike(sum, whole);
    if sum < whole && !is_alike {
        // What is left out can be what is missing, unless nothing is left out.
        match identity {
            Identity::Payers if by_parts && has_both() && !every_fund() => {
                return Judged::Unpaid(whole - sum);
            }
            Identity::Payers if by_parts && has_both() => all_given = true,
            _ => {}
        }
    }
    // Parts that are left out can only be missing; more than the whole is wrong anyhow.
    let is_whole = all_given || (by_parts && has_both());
    if !is_whole && (sum <= whole || is_alike) {
        return Judged::Open;
    }
    let other_funds = identity == Identity::Funds && sum < whole && !every_fund();
    let holds = is_alike || other_funds;
    Judged::Checked(Check { identity, of, whole, parts: given, less, sum, holds })
}

/// What funds pay that this program does not settle: as the slip names them, or
/// what is left of the sum where it names all it knows.
pub(super) fn other_funds(slip: &Slip, sums: &Sums) -> Money {
    let named = slip.sum(&SlipField::OTHER_FUNDS);
    let funds = sums.checks.iter().find(|check| check.identity == Identity::Funds);
    let left = funds.filter(|check| check.holds);
    let left = left.map_or(Money::ZERO, |check| (check.whole - check.sum).or_zero());
    if left <= ROUNDING { named } else { named + left }
}

/// Every part that is larger than its whole.
pub(super) fn oversized(slip: &Slip) -> Vec<Oversized> {
    use SlipField::*;
    const PAIRS: [(SlipField, &[SlipField]); 3] = [
        (
            Total,
            &[
                OwnExpense,
                OverLimit,
                Prepay,
                Eligible,
                Deductible,
                Fund,
                Supplement,
                Catastrophic,
                Aid,
                Funds,
                Personal,
                Cash,
                Hospital,
            ],
        ),
        (Eligible, &[Deductible, Fund]),
        (Personal, &[Cash]),
    ];
    let over = |whole: SlipField, part: SlipField| {
        let (most, amount) = (slip.get(whole)?, slip.get(part)?);
        (amount > most && !alike(amount, most)).then_some(Oversized { part, whole })
    };
    PAIRS.iter().flat_map(|(whole, parts)| parts.iter().filter_map(move |part| over(*whole, *part))).collect()
}

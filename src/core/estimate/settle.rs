//! The settlement of one stay: arithmetic only, no look-ups, steps in the
//! order of the settlement rules.
//!
//! Exact numbers in, exact numbers out. A line is rounded half up to the fen
//! when it is produced and nowhere between; a quotient is divided last.

use super::lines::Line;
use super::numbers::{Catastrophic, DeductibleDue, ExactBill, ExactRule, Numbers, Supplement};
use super::trail::{Notes, Silent, TrailAmount, TrailStep};
use crate::case::{Field, YearToDate};
use crate::num::{Fraction, Money, Percent, Rate, divide_half_up};
use crate::policy::{CatastrophicBase, Item, Period};

/// A settlement, line by line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// The whole bill.
    pub total: Money,
    /// Own expense, prepay and over-limit together.
    pub uncovered: Money,
    /// The three apart, where the bill is split.
    pub split: Option<[Money; 3]>,
    /// Eligible cost `E`.
    pub eligible: Money,
    /// First self-pay `S`.
    pub first_self_pay: Money,
    /// Deductible paid `D`.
    pub deductible: Money,
    /// Paid by the pooled fund `F'`.
    pub fund: Money,
    /// What remains of the slice below the cap for the person.
    pub co_payment: Money,
    /// The part of the slice beyond the cap `O`.
    pub above_cap: Money,
    /// Paid by the supplement `FS`.
    pub supplement: Money,
    /// Paid by the catastrophic insurance `FC`.
    pub catastrophic: Money,
    /// Paid by medical aid `FA`.
    pub aid: Money,
    /// Personal burden `Y`.
    pub personal: Money,
    /// Of it, from the personal account `A`.
    pub account: Money,
    /// What of it counts for the catastrophic insurance; none where no fund pays.
    pub base: Option<CatastrophicBase>,
}

impl Settlement {
    /// All fund payments together.
    pub fn funds(&self) -> Money {
        self.fund + self.supplement + self.catastrophic + self.aid
    }

    /// The compliant burden `C`: what it adds to the year's that counts for the
    /// catastrophic insurance.
    pub fn compliant(&self) -> Money {
        self.base.map_or(Money::ZERO, |base| self.compliant_burden(base))
    }

    /// What of the person's burden counts for the catastrophic insurance.
    pub(super) fn compliant_burden(&self, base: CatastrophicBase) -> Money {
        let mut counted = self.eligible - self.fund - self.supplement;
        if !base.first_self_pay {
            counted = counted - self.first_self_pay;
        }
        if !base.deductible {
            counted = counted - self.deductible;
        }
        counted
    }

    /// What is paid in cash.
    pub fn cash(&self) -> Money {
        self.personal - self.account
    }
}

/// Settles a stay.
pub fn settle(bill: &ExactBill, year: &YearToDate, account: Money, n: &Numbers) -> Settlement {
    settle_noting(bill, year, account, n, &mut Silent)
}

/// Settles a stay and has every step noted where it is taken.
pub(super) fn settle_noting(
    bill: &ExactBill,
    year: &YearToDate,
    account: Money,
    n: &Numbers,
    notes: &mut impl Notes,
) -> Settlement {
    let eligible = bill.total - bill.uncovered;
    let mut s = Settlement {
        total: bill.total,
        uncovered: bill.uncovered,
        split: bill.split,
        eligible,
        first_self_pay: Money::ZERO,
        deductible: Money::ZERO,
        fund: Money::ZERO,
        co_payment: eligible,
        above_cap: Money::ZERO,
        supplement: Money::ZERO,
        catastrophic: Money::ZERO,
        aid: Money::ZERO,
        personal: bill.total,
        account: Money::ZERO,
        base: None,
    };
    notes.note(Line::Eligible, || TrailStep::Plus(TrailAmount::Line(Line::Total), bill.total));
    for line in [Line::OwnExpense, Line::Prepay, Line::OverLimit, Line::Uncovered] {
        notes.minus(Line::Eligible, TrailAmount::Line(line), s.line(line).unwrap_or_default());
    }
    if n.rule != ExactRule::NotCovered {
        s.first_self_pay = eligible.share(n.first_self_pay);
        if !n.first_self_pay.is_zero() {
            notes.note(Line::FirstSelfPay, || TrailStep::Plus(TrailAmount::Line(Line::Eligible), eligible));
            notes.note(Line::FirstSelfPay, || TrailStep::Times(n.first_self_pay.into()));
        }
        s.deductible = deductible(bill.total, eligible - s.first_self_pay, year, n, notes);
        let beyond = pooled_fund(&mut s, year, n, notes);
        s.above_cap = beyond.rounded();
        s.supplement = supplement(&beyond, s.above_cap, year, n.supplement.as_ref(), notes);
        s.co_payment = eligible - s.first_self_pay - s.deductible - s.fund - s.above_cap;
        s.base = Some(n.catastrophic.as_ref().map_or(CatastrophicBase::USUAL, |layer| layer.base));
        catastrophic_and_aid(&mut s, year, n, notes);
        s.personal = bill.total - s.funds();
    }
    s.account = account.min(s.personal);
    note_person(&s, account, notes);
    s
}

/// How the person's lines follow from the others.
fn note_person(s: &Settlement, account: Money, notes: &mut impl Notes) {
    use Line::{Account, CoPayment, Personal};
    note_rest(CoPayment, s, &[Line::FirstSelfPay, Line::Deductible, Line::Fund, Line::AboveCap], notes);
    notes.note(Personal, || TrailStep::Plus(TrailAmount::Line(Line::Total), s.total));
    for line in [Line::Fund, Line::Supplement, Line::Catastrophic, Line::Aid] {
        notes.minus(Personal, TrailAmount::Line(line), s.line(line).unwrap_or_default());
    }
    if !account.is_zero() {
        notes.note(Account, || TrailStep::Plus(TrailAmount::Answer(Field::Account), account));
        notes.at_most(Account, TrailAmount::Line(Personal), Some(s.personal), Money::ZERO);
    }
    notes.note(Line::Cash, || TrailStep::Plus(TrailAmount::Line(Personal), s.personal));
    notes.minus(Line::Cash, TrailAmount::Line(Account), s.account);
}

/// Eligible cost less some lines, as a step of a line.
fn note_rest(line: Line, s: &Settlement, less: &[Line], notes: &mut impl Notes) {
    notes.note(line, || TrailStep::Plus(TrailAmount::Line(Line::Eligible), s.eligible));
    for one in less {
        notes.minus(line, TrailAmount::Line(*one), s.line(*one).unwrap_or_default());
    }
}

fn fen(numerator: i128, denominator: i128) -> Money {
    // Never more than the bill, which fits.
    Money::from_fen(i64::try_from(divide_half_up(numerator, denominator)).unwrap_or(i64::MAX))
}

/// Step 3: what is paid before reimbursement starts.
fn deductible(
    total: Money,
    reimbursable: Money,
    year: &YearToDate,
    n: &Numbers,
    notes: &mut impl Notes,
) -> Money {
    let line = Line::Deductible;
    let figure = TrailAmount::Figure(Item::Deductible);
    match n.deductible {
        DeductibleDue::Amount(amount) => notes.note(line, || TrailStep::Plus(figure, amount)),
        DeductibleDue::Times { home, factor } => {
            notes.note(line, || TrailStep::Plus(figure, home));
            notes.note(line, || TrailStep::Times(factor.into()));
        }
        DeductibleDue::Share { share, least, most } => {
            notes.note(line, || TrailStep::Plus(TrailAmount::Line(Line::Total), total));
            notes.note(line, || TrailStep::Times(share.into()));
            notes.note(line, || TrailStep::AtLeast(figure, least));
            notes.at_most(line, figure, Some(most), Money::ZERO);
        }
    }
    let due = n.deductible.of(total);
    let mut due = match n.deductible_per {
        Period::Stay => due,
        Period::Year => {
            notes.note(line, || TrailStep::Minus(TrailAmount::Answer(Field::YtdDeductible), year.deductible));
            notes.note(line, || TrailStep::OrNothing);
            (due - year.deductible).or_zero()
        }
    };
    if n.deductible_runs_on {
        // What was paid of one for the year is off already; of what is not known it may be all.
        let paid = match (n.deductible_per, year.illness) {
            (Period::Year, Some(_)) => Money::ZERO,
            (_, paid) => paid.unwrap_or(due),
        };
        notes.note(line, || TrailStep::Minus(TrailAmount::Illness, paid));
        notes.note(line, || TrailStep::OrNothing);
        due = (due - paid).or_zero();
    }
    if let Some(ceiling) = n.deductibles_ceiling {
        due = due.min((ceiling - year.deductible).or_zero());
        let ceiling_figure = TrailAmount::Figure(Item::DeductiblesCeiling);
        notes.at_most(line, ceiling_figure, Some(ceiling), year.deductible);
    }
    notes.at_most(line, TrailAmount::Reimbursable, Some(reimbursable), Money::ZERO);
    due.min(reimbursable)
}

/// A length of cost that may end in parts of a fen.
struct Length {
    numerator: i128,
    denominator: i128,
}

impl Length {
    const NONE: Self = Self { numerator: 0, denominator: 1 };

    fn rounded(&self) -> Money {
        fen(self.numerator, self.denominator)
    }
}

/// Steps 4 and 5: fills in what the pooled fund pays; returns what lies beyond
/// the point where the cap is used up.
fn pooled_fund(s: &mut Settlement, year: &YearToDate, n: &Numbers, notes: &mut impl Notes) -> Length {
    let line = Line::Fund;
    note_rest(line, s, &[Line::FirstSelfPay, Line::Deductible], notes);
    notes.note(line, || TrailStep::Over);
    notes.note(line, || TrailStep::Earlier(TrailAmount::Line(Line::Deductible), s.deductible));
    let earlier = match n.rates.per {
        Period::Stay => 0,
        Period::Year => {
            notes.note(line, || TrailStep::Earlier(TrailAmount::Answer(Field::YtdEligible), year.eligible));
            i128::from(year.eligible.fen())
        }
    };
    let start = i128::from(s.deductible.fen()) + earlier;
    let end = i128::from((s.eligible - s.first_self_pay).fen()) + earlier;
    let room = n.cap.map(|cap| i128::from((cap - year.fund).or_zero().fen()) * Rate::SCALE);
    let mut paid: i128 = 0;
    let mut from = start;
    for (to, rate) in &n.rates.bands {
        let to = to.map_or(end, |to| i128::from(to.fen()).min(end));
        if to <= from {
            continue;
        }
        let after = n.rule.apply(*rate);
        let more = (to - from) * after.parts();
        notes.note(line, || TrailStep::Slice {
            from: Fraction::new(from, 1),
            to: Fraction::new(to, 1),
            rate: *rate,
            after,
        });
        if let Some(room) = room
            && paid + more > room
        {
            // The cap is used up inside this slice, `(room - paid) / rate` after its start.
            s.fund = fen(room, Rate::SCALE);
            notes.at_most(line, TrailAmount::Figure(Item::Cap), n.cap, year.fund);
            // Both are parts of a bill, which fits.
            let left = Money::from_fen(i64::try_from(end - from).unwrap_or(i64::MAX));
            notes.note(Line::AboveCap, || TrailStep::Plus(TrailAmount::FromSlice, left));
            notes.note(Line::AboveCap, || TrailStep::LessQuotient {
                dividend: Fraction::new(room - paid, Rate::SCALE),
                divisor: after,
            });
            let rate = after.parts();
            return Length { numerator: (end - from) * rate - (room - paid), denominator: rate };
        }
        paid += more;
        from = to;
    }
    notes.at_most(line, TrailAmount::Figure(Item::Cap), n.cap, year.fund);
    s.fund = fen(paid, Rate::SCALE);
    Length::NONE
}

/// Step 6: what the supplement pays of the part beyond the cap.
fn supplement(
    beyond: &Length,
    above_cap: Money,
    year: &YearToDate,
    layer: Option<&Supplement>,
    notes: &mut impl Notes,
) -> Money {
    let line = Line::Supplement;
    let Some(layer) = layer else { return Money::ZERO };
    notes.note(line, || TrailStep::Plus(TrailAmount::Line(Line::AboveCap), above_cap));
    notes.note(line, || TrailStep::Over);
    let mut paid: i128 = 0;
    let mut from: i128 = 0;
    for (to, rate) in &layer.slices.bands {
        let to = to
            .map_or(beyond.numerator, |to| (i128::from(to.fen()) * beyond.denominator).min(beyond.numerator));
        if to > from {
            notes.note(line, || TrailStep::Slice {
                from: Fraction::new(from, beyond.denominator),
                to: Fraction::new(to, beyond.denominator),
                rate: *rate,
                after: (*rate).into(),
            });
            paid += (to - from) * i128::from(rate.hundredths());
            from = to;
        }
    }
    notes.at_most(line, TrailAmount::Figure(Item::SupplementCap), layer.cap, year.supplement);
    at_most(fen(paid, beyond.denominator * Percent::SCALE), layer.cap, year.supplement)
}

fn at_most(amount: Money, cap: Option<Money>, already: Money) -> Money {
    cap.map_or(amount, |cap| amount.min((cap - already).or_zero()))
}

/// Steps 7 and 8: what the catastrophic insurance and medical aid pay of the
/// person's compliant burden.
fn catastrophic_and_aid(s: &mut Settlement, year: &YearToDate, n: &Numbers, notes: &mut impl Notes) {
    let burden = s.eligible - s.first_self_pay - s.fund - s.supplement;
    if let Some(layer) = &n.catastrophic {
        let line = Line::Catastrophic;
        note_rest(line, s, &[Line::Fund, Line::Supplement], notes);
        if !layer.base.first_self_pay {
            notes.minus(line, TrailAmount::Line(Line::FirstSelfPay), s.first_self_pay);
        }
        if !layer.base.deductible {
            notes.minus(line, TrailAmount::Line(Line::Deductible), s.deductible);
        }
        notes.note(line, || TrailStep::Over);
        s.catastrophic = catastrophic(s.compliant_burden(layer.base), year, layer, notes);
    }
    if let Some(aid) = &n.aid {
        let line = Line::Aid;
        note_rest(line, s, &[Line::FirstSelfPay, Line::Fund, Line::Supplement, Line::Catastrophic], notes);
        notes.minus(line, TrailAmount::Figure(Item::AidDeductible), aid.deductible);
        notes.note(line, || TrailStep::OrNothing);
        notes.note(line, || TrailStep::Times(aid.rate.into()));
        notes.at_most(line, TrailAmount::Figure(Item::AidCap), aid.cap, year.aid);
        let left = (burden - s.catastrophic - aid.deductible).or_zero();
        s.aid = at_most(left.share(aid.rate), aid.cap, year.aid);
    }
}

fn catastrophic(burden: Money, year: &YearToDate, layer: &Catastrophic, notes: &mut impl Notes) -> Money {
    let line = Line::Catastrophic;
    notes.note(line, || TrailStep::Earlier(TrailAmount::Answer(Field::YtdBurden), year.burden));
    notes.note(line, || {
        TrailStep::CountedFrom(TrailAmount::Figure(Item::CatastrophicDeductible), layer.deductible)
    });
    // Positions are counted from the deductible, as the slices are.
    let position = |burden: Money| i128::from((burden - layer.deductible).or_zero().fen());
    let mut from = position(year.burden);
    let end = position(year.burden + burden);
    let mut paid: i128 = 0;
    for (to, rate) in &layer.slices.bands {
        let to = to.map_or(end, |to| i128::from(to.fen()).min(end));
        if to > from {
            notes.note(line, || TrailStep::Slice {
                from: Fraction::new(from, 1),
                to: Fraction::new(to, 1),
                rate: *rate,
                after: (*rate).into(),
            });
            paid += (to - from) * i128::from(rate.hundredths());
            from = to;
        }
    }
    notes.at_most(line, TrailAmount::Figure(Item::CatastrophicCap), layer.cap, year.catastrophic);
    at_most(fen(paid, Percent::SCALE), layer.cap, year.catastrophic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::Slices;
    use crate::policy::CatastrophicBase;

    /// The synthetic area of the settlement rules' worked examples.
    fn numbers(first_self_pay: u32, rule: ExactRule) -> Numbers {
        Numbers {
            first_self_pay: Percent::new(first_self_pay),
            rule,
            deductible: DeductibleDue::Amount(Money::from_yuan(800)),
            deductible_per: Period::Stay,
            deductible_runs_on: false,
            deductibles_ceiling: None,
            rates: Slices { per: Period::Stay, bands: vec![(None, Percent::new(85))] },
            cap: Some(Money::from_yuan(50_000)),
            supplement: Some(Supplement {
                slices: Slices { per: Period::Stay, bands: vec![(None, Percent::new(90))] },
                cap: Some(Money::from_yuan(500_000)),
            }),
            catastrophic: None,
            aid: None,
        }
    }

    fn bill(total: i64, own_expense: i64, prepay: i64) -> ExactBill {
        let parts = [own_expense, prepay, 0].map(Money::from_yuan);
        ExactBill { total: Money::from_yuan(total), uncovered: parts.into_iter().sum(), split: Some(parts) }
    }

    fn run(bill: &ExactBill, n: &Numbers) -> Settlement {
        settle(bill, &YearToDate::default(), Money::ZERO, n)
    }

    #[test]
    fn worked_examples_by_route() {
        // T = 60 000, X = 5 000, P = 1 000: E = 54 000. Sums as the rules give them:
        //   local     53 200 × 0.85 = 45 220.00
        //   referral  53 200 × 0.75 = 39 900.00
        //   temporary 53 200 × 0.65 = 34 580.00
        //   unfiled   S = 10 800; 54 000 − 10 800 − 800 = 42 400; × 0.65 = 27 560.00
        for (name, first, rule, fund, personal) in [
            ("local", 0, ExactRule::Same, "45220.00", "14780.00"),
            ("referral", 0, ExactRule::Cut(Percent::new(10)), "39900.00", "20100.00"),
            ("temporary", 0, ExactRule::Cut(Percent::new(20)), "34580.00", "25420.00"),
            ("unfiled", 20, ExactRule::Cut(Percent::new(20)), "27560.00", "32440.00"),
        ] {
            let s = run(&bill(60_000, 5_000, 1_000), &numbers(first, rule));
            assert_eq!(
                (s.fund.to_string(), s.personal.to_string()),
                (fund.into(), personal.into()),
                "{name}"
            );
        }
    }

    #[test]
    fn worked_example_beyond_the_cap() {
        let s = run(&bill(160_000, 10_000, 0), &numbers(0, ExactRule::Same));
        // 149 200 − 50 000 / 0.85 = 90 376.4705…; × 0.9 = 81 338.82
        assert_eq!(s.fund.to_string(), "50000.00");
        assert_eq!(s.above_cap.to_string(), "90376.47");
        assert_eq!(s.supplement.to_string(), "81338.82");
        assert_eq!(s.personal.to_string(), "28661.18");
    }

    #[test]
    fn not_covered_pays_nothing_at_all() {
        let mut n = numbers(20, ExactRule::NotCovered);
        n.catastrophic = Some(national_tilt());
        let s = run(&bill(100_000, 0, 0), &n);
        assert_eq!((s.funds(), s.deductible, s.first_self_pay), (Money::ZERO, Money::ZERO, Money::ZERO));
        assert_eq!(s.personal, Money::from_yuan(100_000));
    }

    /// Deductible 30 404 halved; 60 % and 70 % with 5 points more.
    fn national_tilt() -> Catastrophic {
        Catastrophic {
            deductible: Money::from_yuan(15_202),
            slices: Slices {
                per: Period::Stay,
                bands: vec![(Some(Money::from_yuan(50_000)), Percent::new(65)), (None, Percent::new(75))],
            },
            cap: None,
            base: CatastrophicBase::USUAL,
        }
    }

    #[test]
    fn worked_example_of_the_hardship_tilt() {
        // 50 000 × 65 % + 24 798 × 75 % = 51 098.50
        let paid =
            catastrophic(Money::from_yuan(90_000), &YearToDate::default(), &national_tilt(), &mut Silent);
        assert_eq!(paid.to_string(), "51098.50");
    }

    #[test]
    fn a_bill_below_the_deductible_is_the_patients() {
        let s = run(&bill(500, 0, 0), &numbers(0, ExactRule::Same));
        assert_eq!((s.deductible, s.fund), (Money::from_yuan(500), Money::ZERO));
        assert_eq!(s.personal, Money::from_yuan(500));
    }

    #[test]
    fn a_cap_already_used_up_leaves_everything_to_the_supplement() {
        let year = YearToDate { fund: Money::from_yuan(60_000), ..YearToDate::default() };
        let s = settle(&bill(10_800, 0, 0), &year, Money::ZERO, &numbers(0, ExactRule::Same));
        // The whole slice of 10 000 lies beyond the cap; × 0.9
        assert_eq!((s.fund, s.above_cap), (Money::ZERO, Money::from_yuan(10_000)));
        assert_eq!(s.supplement, Money::from_yuan(9_000));
    }

    #[test]
    fn the_account_pays_the_persons_share_first() {
        let s = settle(
            &bill(500, 0, 0),
            &YearToDate::default(),
            Money::from_yuan(120),
            &numbers(0, ExactRule::Same),
        );
        assert_eq!((s.account, s.cash()), (Money::from_yuan(120), Money::from_yuan(380)));
    }
}

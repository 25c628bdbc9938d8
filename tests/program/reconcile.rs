//! Made settlement slips, each with one thing that was not as assumed: the
//! cause must be found, and a slip that does not add up must be told.

use serde_json::{Value, json};
use yidi_core::answers::Draft;
use yidi_core::case::{Case, Field, Filed, Reason};
use yidi_core::estimate::{DeductibleDue, Estimate, Settlement, Side, estimate, numbers_of, settle};
use yidi_core::num::{Money, Percent};
use yidi_core::policy::{Book, Item, Route, Status, Tier};
use yidi_core::reconcile::{Change, Identity, Like, Reconciled, Slip, SlipField, Verdict, reconcile};

use crate::support::process::{fed, said, shown, yidi};
use crate::support::{CHECKED_ON, case, draft};

const BILL: [SlipField; 5] =
    [SlipField::Total, SlipField::OwnExpense, SlipField::Prepay, SlipField::OverLimit, SlipField::Eligible];
const PAID: [SlipField; 8] = [
    SlipField::Deductible,
    SlipField::Fund,
    SlipField::Supplement,
    SlipField::Catastrophic,
    SlipField::Aid,
    SlipField::Funds,
    SlipField::Personal,
    SlipField::Cash,
];

fn slip(settlement: &Settlement, fields: &[SlipField]) -> Slip {
    let mut slip = Slip::default();
    for field in fields {
        slip.write(*field, &field.of(settlement).unwrap().to_string()).unwrap();
    }
    slip
}

fn whole(settlement: &Settlement) -> Slip {
    slip(settlement, &[&BILL[..], &PAID[..]].concat())
}

/// An agency's own figures for 本溪, every one exact, so that each slip has one reading.
const BENXI: &str = r#"(
    sources: { "OUR": (title: "t", publisher: "p", date: "2026-01-01", checked: "2026-11-20") },
    areas: { "210500": [
        (scheme: Employee, care: Inpatient, sources: ["OUR"], grade: Official, figures: [
            (tiers: [Three], is: Deductible(900), then: [450]),
            (tiers: [Two], is: Deductible(500), then: [250]),
            (tiers: [One, Primary], is: Deductible(300), then: [150]),
            (tiers: [Three], routes: [Emergency], is: Deductible(1200)),
            (statuses: [Active], tiers: [Three], is: Rate(80)),
            (statuses: [Active], tiers: [Two], is: Rate(84)),
            (statuses: [Active], tiers: [One, Primary], is: Rate(88)),
            (statuses: [Retired], tiers: [Three], is: Rate(86)),
            (statuses: [Retired], tiers: [Two], is: Rate(89)),
            (statuses: [Retired], tiers: [One, Primary], is: Rate(92)),
            (routes: [LongTerm], is: Away(Same)),
            (routes: [Emergency], is: Away(Same)),
            (routes: [InProvince], is: Away(Same)),
            (routes: [Referral], is: Away(Cut(5))),
            (routes: [Temporary], is: Away(Cut(11))),
            (routes: [Unfiled], is: Away(Cut(19))),
            (is: Cap(100000)),
            (is: No(SupplementRate)),
        ]),
        (scheme: Resident, care: Inpatient, sources: ["OUR"], grade: Official, figures: [
            (is: Deductible(1000), per: Year),
            (is: Rate(61)),
            (routes: [Temporary], is: Away(Cut(10))),
            (routes: [Unfiled], is: Away(Cut(17))),
            (is: Cap(150000)),
            (is: CatastrophicDeductible(13000)),
            (is: Catastrophic(60)),
        ]),
    ] },
)"#;

fn book() -> Book {
    let mut book = Book::embedded().unwrap();
    book.overlay("benxi.ron", BENXI, CHECKED_ON).unwrap();
    book
}

fn estimated(draft: &Draft) -> Estimate {
    estimate(&book(), &case(draft)).unwrap()
}

pub(super) fn against(draft: &Draft, slip: &Slip) -> Reconciled {
    reconcile(&book(), &case(draft), slip).unwrap()
}

/// An employee of 本溪 in Beijing, filed as a temporary trip: every figure is exact.
pub(super) fn assumed() -> Draft {
    draft("本溪", "北京", Status::Active, Tier::Three, "30000")
}

/// What a draft comes to, which must be certain.
fn real(draft: &Draft) -> Settlement {
    let estimate = estimated(draft);
    assert_eq!(estimate.low(), estimate.high(), "the slip must be certain");
    *estimate.low()
}

/// The settlement of a draft with its numbers changed by hand.
fn altered(draft: &Draft, change: impl Fn(&mut yidi_core::estimate::Numbers, &mut Case)) -> Settlement {
    let mut case = case(draft);
    let estimate = estimate(&book(), &case).unwrap();
    let (bill, mut numbers) = numbers_of(&case, estimate.low_run(), Side::Best).unwrap();
    change(&mut numbers, &mut case);
    settle(&bill, &case.year, case.account, &numbers)
}

fn with(mut draft: Draft, change: impl Fn(&mut Draft)) -> Draft {
    change(&mut draft);
    draft
}

type Made = (&'static str, Draft, Settlement, Change);

/// Slips on which one answer was another.
fn other_answers() -> Vec<Made> {
    use Like::{Admission, Route as On};
    type Edit = fn(&mut Draft);
    let like = Change::Like;
    // What was assumed and is otherwise on the slip, by one answer.
    let answers: Vec<(&str, Edit, Change)> = vec![
        ("not filed", |one| one.filed = Filed::No, like(On(Route::Unfiled))),
        ("long-term", |one| one.reason = Reason::Resettled, like(On(Route::LongTerm))),
        ("referral", |one| one.reason = Reason::Referral, like(On(Route::Referral))),
        ("emergency", |one| one.reason = Reason::Emergency, like(On(Route::Emergency))),
        ("tier 2", |one| one.tier = Some(Tier::Two), like(Like::Tier(Tier::Two))),
        ("tier 1", |one| one.tier = Some(Tier::One), like(Like::Tier(Tier::One))),
        ("second admission", |one| one.write(Field::Admission, "2"), like(Admission(2))),
        ("retired", |one| one.status = Some(Status::Retired), like(Like::Status(Status::Retired))),
        ("resident", |one| one.status = Some(Status::Adult), like(Like::Status(Status::Adult))),
        ("own expense", |one| one.write(Field::OwnExpense, "3210.55"), Change::Bill),
        ("prepay", |one| one.write(Field::Prepay, "1500"), Change::Bill),
        ("a larger bill", |one| one.write(Field::Total, "31000.10"), Change::Bill),
    ];
    answers
        .into_iter()
        .map(|(name, edit, change)| (name, assumed(), real(&with(assumed(), edit)), change))
        .collect()
}

/// Slips on which a figure or the year was another.
fn other_figures() -> Vec<Made> {
    use Change::{NothingEarlier, Only};
    use Like::{Admission, Hardship, Route as On};
    let wrote = |field: Field, typed: &'static str| with(assumed(), move |draft| draft.write(field, typed));
    let resident = || draft("本溪", "北京", Status::Adult, Tier::Three, "90000");
    let like = Change::Like;
    let yuan = Money::from_yuan;
    let flat = |hundredths: u32| vec![(None, Percent::from_hundredths(hundredths))];
    vec![
        ("first, not second", wrote(Field::Admission, "2"), real(&assumed()), like(Admission(1))),
        ("in hardship", resident(), real(&with(resident(), |one| one.hardship = true)), like(Hardship(true))),
        (
            "no deductible",
            assumed(),
            altered(&assumed(), |numbers, _| numbers.deductible = DeductibleDue::Amount(Money::ZERO)),
            Change::NoDeductible,
        ),
        (
            "the deductible of an emergency alone",
            assumed(),
            altered(&assumed(), |numbers, _| numbers.deductible = DeductibleDue::Amount(yuan(1_200))),
            Only(Item::Deductible, On(Route::Emergency)),
        ),
        (
            "the rate of the retired alone",
            assumed(),
            altered(&assumed(), |numbers, _| numbers.rates.bands = flat(8_600)),
            like(Like::Status(Status::Retired)),
        ),
        (
            "the rate of tier 2 alone",
            assumed(),
            altered(&assumed(), |numbers, _| numbers.rates.bands = flat(8_400)),
            Only(Item::Rate, Like::Tier(Tier::Two)),
        ),
        (
            "the cap reached",
            assumed(),
            altered(&assumed(), |_, case| case.year.fund = yuan(95_000)),
            Change::FundUsed(yuan(95_000)),
        ),
        (
            "the annual deductible paid in part",
            resident(),
            altered(&resident(), |_, case| case.year.deductible = yuan(640)),
            Change::DeductiblePaid(yuan(640)),
        ),
        (
            "a burden borne before",
            draft("本溪", "北京", Status::Adult, Tier::Three, "20000"),
            altered(&draft("本溪", "北京", Status::Adult, Tier::Three, "20000"), |_, case| {
                case.year.burden = yuan(9_000);
            }),
            Change::BurdenBorne(yuan(9_000)),
        ),
        (
            "another deductible",
            assumed(),
            altered(&assumed(), |numbers, _| numbers.deductible = DeductibleDue::Amount(yuan(1_234))),
            Change::Deductible(yuan(1_234)),
        ),
        (
            "another rate",
            assumed(),
            altered(&assumed(), |numbers, _| numbers.rates.bands = flat(7_250)),
            Change::Rate(Percent::from_hundredths(6_150)),
        ),
        ("nothing earlier counted", wrote(Field::YtdFund, "95000"), real(&assumed()), NothingEarlier),
    ]
}

#[test]
fn each_made_slip_finds_its_cause() {
    let table = [other_answers(), other_figures()].concat();
    assert!(table.len() >= 20);
    let mut wrong = Vec::new();
    for (name, draft, settlement, change) in table {
        let found = against(&draft, &whole(&settlement));
        let changes: Vec<Change> = found.causes.iter().map(|cause| cause.change).collect();
        let is_slip = |cause: &yidi_core::reconcile::SlipCause| {
            cause.settlement.fund == settlement.fund && cause.settlement.personal == settlement.personal
        };
        let right = found.adds_up() && found.verdict == Verdict::Explained && changes.contains(&change);
        if !right || !found.causes.iter().all(is_slip) {
            wrong.push(format!("{name}: {:?} {changes:?}", found.verdict));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_slip_that_is_the_estimate_needs_no_cause() {
    let found = against(&assumed(), &whole(&real(&assumed())));
    assert_eq!((found.verdict, found.causes.len(), found.taken.len()), (Verdict::AsExpected, 0, 0));
    assert!(found.lines.iter().all(|line| line.difference() == Some(Money::ZERO)));
    // An unsplit bill: the slip's own parts make it certain.
    let mut open = assumed();
    for part in crate::support::PARTS {
        open.write(part, "");
    }
    let found = against(&open, &whole(&real(&assumed())));
    assert_eq!((found.verdict, found.taken.len()), (Verdict::AsExpected, 3));
    // Where the filing was not known, the slip tells.
    let open = with(assumed(), |draft| draft.filed = Filed::Unknown);
    assert_eq!(against(&open, &whole(&real(&assumed()))).route, Some(Route::Temporary));
}

#[test]
fn a_slip_inside_the_range_is_said_to_be() {
    let mut open = assumed();
    open.write(Field::OwnExpense, "");
    let middle = real(&with(assumed(), |draft| draft.write(Field::OwnExpense, "2000")));
    let found = against(&open, &slip(&middle, &[SlipField::Total, SlipField::Fund, SlipField::Personal]));
    assert_eq!((found.verdict, found.causes.len()), (Verdict::InRange, 0));
}

#[test]
fn a_larger_uncovered_part_is_worked_out_where_the_slip_does_not_give_it() {
    let mut open = assumed();
    open.write(Field::OwnExpense, "");
    let far = real(&with(assumed(), |draft| draft.write(Field::OwnExpense, "12000")));
    let found = against(&open, &slip(&far, &[SlipField::Total, SlipField::Fund, SlipField::Personal]));
    let changes: Vec<Change> = found.causes.iter().map(|cause| cause.change).collect();
    assert!(changes.contains(&Change::Uncovered(Money::from_yuan(12_000))), "{changes:?}");
    assert!(changes.iter().all(|change| change.is_solved()), "{changes:?}");
}

#[test]
fn two_things_at_once_are_not_explained_away() {
    let two = altered(&assumed(), |numbers, _| {
        numbers.deductible = DeductibleDue::Amount(Money::from_yuan(1_111));
        numbers.rates.bands = vec![(None, Percent::from_hundredths(5_555))];
    });
    let found = against(&assumed(), &whole(&two));
    assert_eq!((found.verdict, found.causes.len()), (Verdict::Unexplained, 0));
    assert_eq!(
        found.lines.iter().find(|line| line.field == SlipField::Deductible).unwrap().difference(),
        Some(two.deductible - real(&assumed()).deductible)
    );
    assert!(found.effective_rate.is_some());
}

#[test]
fn other_funds_are_named_and_do_not_hide_the_rest() {
    let mut slip = whole(&real(&assumed()));
    let more = |field: SlipField, by: i64| (slip.get(field).unwrap() + Money::from_yuan(by)).to_string();
    let (funds, personal, cash) =
        (more(SlipField::Funds, 400), more(SlipField::Personal, -400), more(SlipField::Cash, -400));
    slip.write(SlipField::Funds, &funds).unwrap();
    slip.write(SlipField::Personal, &personal).unwrap();
    slip.write(SlipField::Cash, &cash).unwrap();
    let found = against(&assumed(), &slip);
    assert!(found.adds_up());
    assert_eq!((found.verdict, found.other_funds), (Verdict::AsExpected, Money::from_yuan(400)));
}

#[test]
fn slips_that_do_not_add_up_are_told() {
    for (field, identity) in [
        (SlipField::Eligible, Identity::Bill),
        (SlipField::Personal, Identity::Payers),
        (SlipField::Fund, Identity::Funds),
        (SlipField::Account, Identity::Person),
    ] {
        let mut slip = whole(&real(&assumed()));
        let wrong = slip.get(field).unwrap_or_default() + Money::from_yuan(1);
        slip.write(field, &wrong.to_string()).unwrap();
        let found = against(&assumed(), &slip);
        let broken: Vec<Identity> =
            found.checks.iter().filter(|check| !check.holds).map(|check| check.identity).collect();
        assert!(!found.adds_up() && broken.contains(&identity), "{field:?}: {broken:?}");
    }
    // A few fen are rounding: told, no alarm.
    let mut slip = whole(&real(&assumed()));
    let fen = slip.get(SlipField::Fund).unwrap() + Money::from_fen(2);
    slip.write(SlipField::Fund, &fen.to_string()).unwrap();
    let found = against(&assumed(), &slip);
    assert_eq!((found.adds_up(), found.verdict), (true, Verdict::AsExpected));
    assert_eq!(found.rounding, Money::from_fen(2));
    let mut slip = Slip::default();
    slip.write(SlipField::Fund, "100").unwrap();
    assert!(against(&assumed(), &slip).checks.is_empty(), "nothing to add up");
}

const LINE: [&str; 8] = ["reconcile", "鞍山", "北京", "职工", "三级", "已备案", "--date", "2026-11-22"];

fn piped(slip: &Value, more: &[&str]) -> std::process::Output {
    fed(&[&LINE[..], &["--slip", "-"], more].concat(), slip.to_string().as_bytes())
}

#[test]
fn the_command_reads_a_slip_and_says_what_it_is() {
    // 30 000, all eligible, deductible 2 000, (30 000 − 2 000) × 0.60 = 16 800
    let slip = json!({ "setlinfo": {
        "medfee_sumamt": "30000.00", "fulamt_ownpay_amt": "0", "preselfpay_amt": 0, "overlmt_selfpay": 0.0,
        "inscp_scp_amt": 30000, "act_pay_dedc": "2000.00", "hifp_pay": 16800, "psn_part_amt": 13200,
        "fund_pay_sumamt": 16800,
    }});
    let output = piped(&slip, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = shown(&output);
    assert!(
        text.contains("对得上")
            && text.contains("分毫不差")
            && text.contains("倒推，统筹支付了起付线以上的 60%"),
        "{text}"
    );
    let output = piped(&slip, &["--slip-hifp_pay", "16801", "--json"]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((json["format"].as_str(), json["adds_up"].as_bool()), (Some("yidi.reconcile/1"), Some(false)));
    assert_eq!(json["lines"][6]["field"], "hifp_pay");
    assert_eq!(json["lines"][6]["difference"], "1.00");
}

/// Of 50 000 that are not split, 40 000 to 47 500 are eligible; at a deductible of 1 000
/// and 43 000 the fund pays (43 000 − 1 000) × 0.60 = 25 200.
#[test]
fn another_deductible_is_found_where_the_bill_is_not_split() {
    let slip = json!({ "medfee_sumamt": 50000, "act_pay_dedc": 1000, "hifp_pay": 25200 });
    let output = piped(&slip, &["--json"]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["verdict"], "explained", "{json}");
    let cause = &json["causes"][0];
    assert_eq!(cause["change"], json!({ "kind": "deductible", "value": "1000.00" }));
    assert_eq!(cause["also"], json!([{ "kind": "uncovered", "value": "7000.00" }]));
}

#[test]
fn a_wrong_slip_is_the_requests_fault() {
    for (slip, says) in [(json!([]), "没有一个认识的字段"), (json!({ "hifp_pay": "many" }), "hifp_pay")]
    {
        let output = piped(&slip, &[]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(says), "{}", said(&output));
    }
    let output = yidi(&[&LINE[..], &["--total", "3万"]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--slip"), "{}", said(&output));
    let output = yidi(&[&LINE[..], &["--slip", "/nowhere/slip.json"]].concat());
    assert_eq!(output.status.code(), Some(2));
}

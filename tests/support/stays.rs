//! Cases at random over made-up data: every question a case can answer, each
//! sometimes left open.

use std::sync::OnceLock;

use jiff::civil::{Date, date};
use yidi_core::case::{Bill, Case, Filed, Reason, YearToDate};
use yidi_core::num::{Money, Span};
use yidi_core::places::{AreaId, Place, ProvinceId};
use yidi_core::policy::{Care, ContributionClass, Disease, HospitalClass, Scheme, Status, Tier};

use super::books::Draws;
use super::sheet::{AREA, OTHER_AREA, PROVINCE};
use super::{case, draft};

/// Around every start and end that made-up entries have.
const DATES: [Date; 6] = [
    super::TODAY,
    date(2023, 12, 31),
    date(2025, 6, 30),
    date(2025, 7, 1),
    date(2026, 2, 1),
    date(2026, 6, 30),
];

pub(crate) fn area(code: u32) -> Place {
    Place::Area(AreaId::by_code(code).unwrap())
}

fn province(code: u32) -> Place {
    Place::whole(ProvinceId::by_code(code).unwrap())
}

/// In fen: mostly any, sometimes nothing, full thousands or very much.
fn money(draws: &mut Draws, most_yuan: u32) -> Money {
    let yuan = i64::from(draws.below(most_yuan + 1));
    match draws.below(6) {
        0 => Money::from_yuan(yuan / 1_000 * 1_000),
        1 => Money::ZERO,
        2 => Money::from_yuan(yuan),
        _ => Money::from_fen(yuan * 100 + i64::from(draws.below(100))),
    }
}

fn bill(draws: &mut Draws) -> Bill {
    let most = draws.pick(&[60_000, 3_000, 600_000]);
    let total = money(draws, most);
    let fifth = u32::try_from(total.fen() / 500).unwrap();
    let parts = [0; 3].map(|_: i32| money(draws, fifth).min(Money::from_fen(total.fen() / 3)));
    let known = draws.pick(&[[true; 3], [true; 3], [false; 3], [true, false, false], [false, true, true]]);
    let [own_expense, prepay, over_limit] =
        [0, 1, 2].map(|place: usize| known[place].then_some(parts[place]));
    Bill { total: Some(Span::exact(total)), own_expense, prepay, class_b: None, over_limit }
}

fn year(draws: &mut Draws) -> YearToDate {
    if draws.below(2) == 0 {
        return YearToDate::default();
    }
    YearToDate {
        admissions: u8::try_from(draws.below(4)).unwrap(),
        deductible: money(draws, 3_000),
        illness: None,
        eligible: money(draws, 100_000),
        fund: money(draws, 150_000),
        supplement: money(draws, 200_000),
        burden: money(draws, 60_000),
        catastrophic: money(draws, 100_000),
        aid: money(draws, 30_000),
    }
}

/// An age that goes with a status.
fn age(draws: &mut Draws, status: Status) -> u8 {
    match status {
        Status::Child => draws.pick(&[0, 10, 17]),
        Status::Active | Status::Adult => draws.pick(&[30, 44, 45, 59]),
        Status::Retired | Status::Senior => draws.pick(&[60, 69, 70, 90]),
    }
}

/// A case, with anything open that may be.
pub(crate) fn stay(draws: &mut Draws) -> Case {
    static PLAIN: OnceLock<Case> = OnceLock::new();
    let plain = *PLAIN.get_or_init(|| case(&draft("鞍山", "西宁", Status::Active, Tier::Three, "1")));
    let status = draws.pick(&Status::ALL);
    let care = draws.pick(&[Care::Inpatient, Care::Outpatient, Care::Chronic]);
    Case {
        insured: draws.pick(&[area(AREA), area(AREA), area(OTHER_AREA), province(PROVINCE)]),
        // Far away, the places of the province, and one whose trips count as filed.
        care_place: draws.pick(&[
            area(630_100),
            area(630_100),
            area(AREA),
            area(OTHER_AREA),
            province(PROVINCE),
            area(220_100),
        ]),
        status: status.into(),
        care,
        tier: draws.pick(&Tier::ALL).into(),
        reason: draws.pick(&Reason::ALL),
        filed: draws.pick(&Filed::ALL),
        bill: bill(draws),
        year: year(draws),
        account: if status.scheme() == Scheme::Employee { money(draws, 5_000) } else { Money::ZERO },
        hardship: draws.one_in(3),
        disease: (care == Care::Chronic).then(|| draws.pick(&Disease::ALL)),
        age: if draws.below(2) == 1 { Some(age(draws, status)) } else { None },
        hospital: draws.perhaps(&HospitalClass::ALL),
        contribution: draws.perhaps(&ContributionClass::ALL),
        retired_in: draws.perhaps(&[1995, 2000, 2001, 2020]),
        date: draws.pick(&DATES),
        ..plain
    }
}

/// The same with every open question answered, one way or another.
pub(crate) fn answered(draws: &mut Draws, open: &Case) -> Case {
    let mut case = *open;
    if case.filed == Filed::Unknown {
        case.filed = draws.pick(&[Filed::Yes, Filed::No]);
    }
    for place in [&mut case.insured, &mut case.care_place] {
        if *place == province(PROVINCE) {
            // A third area that has no figures either.
            *place = draws.pick(&[area(AREA), area(OTHER_AREA), area(210_400)]);
        }
    }
    case.age = case.age.or_else(|| Some(age(draws, case.status.first())));
    case.hospital = case.hospital.or_else(|| Some(draws.pick(&HospitalClass::ALL)));
    case.contribution = case.contribution.or_else(|| Some(draws.pick(&ContributionClass::ALL)));
    case.retired_in = case.retired_in.or_else(|| Some(draws.pick(&[1995, 2000, 2001, 2020])));
    case
}

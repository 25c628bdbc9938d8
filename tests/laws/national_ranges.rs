//! The national ranges are the lowest and the highest number that any area of
//! the data states exactly, worked out anew here for every status and tier. A
//! range of one area (sources disagree, a slice is unknown) is not counted: its
//! ends are nobody's rule.

use jiff::civil::Date;
use yidi_core::num::{Money, Percent, Span};
use yidi_core::places::{AreaId, AreaSet};
use yidi_core::policy::{
    Book, Care, Figure, Found, Holder, Item, Route, Scheme, Situation, Status, Tier, Value, look_up,
};

use crate::support::TODAY;

fn at_home(care: Care, status: Status, tier: Tier) -> Situation {
    Situation {
        scheme: status.scheme(),
        status,
        care,
        tier,
        route: Route::Local,
        trip: Route::Local,
        to: AreaSet::default(),
        returns_home: false,
        hardship: false,
        disease: None,
        // Figures for another stage of life (a bonus from 70 on) are not for everybody.
        age: match status {
            Status::Active | Status::Adult => Some(40),
            Status::Child => Some(10),
            Status::Retired | Status::Senior => None,
        },
        hospital: None,
        contribution: None,
        retired_in: None,
    }
}

fn lowest_and_highest<T: Copy + Ord>(spans: Vec<Span<T>>) -> Option<Span<T>> {
    spans.into_iter().reduce(Span::hull)
}

fn deductible(figure: &Figure) -> Option<Span<Money>> {
    match &figure.value {
        Value::Deductible { first, .. } if counts(figure, *first) => Some(*first),
        _ => None,
    }
}

fn counts<T: Copy + Ord>(figure: &Figure, span: Span<T>) -> bool {
    span.is_exact() || figure.holder == Holder::Nation
}

/// From the lowest slice's rate to the highest's.
fn rate(figure: &Figure) -> Option<Span<Percent>> {
    match &figure.value {
        Value::Rate(schedule) => {
            let pays = schedule.bands.iter().map(|band| band.pays);
            lowest_and_highest(pays.filter(|pays| counts(figure, *pays)).collect())
        }
        _ => None,
    }
}

/// The range of an item at home over all areas and provinces that have figures.
fn over_all<T: Copy + Ord>(
    book: &Book,
    item: Item,
    situation: &Situation,
    date: Date,
    read: fn(&Figure) -> Option<Span<T>>,
) -> Option<Span<T>> {
    let mut spans = Vec::new();
    for area in AreaId::all() {
        let [own, province, _] = book.levels(area).unwrap();
        if let Found::Figures(figures) = look_up(&[own, province], item, situation, date).unwrap() {
            spans.extend(figures.iter().filter_map(|figure| read(figure)));
        }
    }
    lowest_and_highest(spans)
}

fn of_the_nation<T: Copy + Ord>(
    book: &Book,
    item: Item,
    situation: &Situation,
    read: fn(&Figure) -> Option<Span<T>>,
) -> Option<Span<T>> {
    let nation = [book.nation().figures.as_slice()];
    let Found::Figures(figures) = look_up(&nation, item, situation, TODAY).unwrap() else { return None };
    assert!(figures.iter().all(|figure| figure.holder == Holder::Nation));
    lowest_and_highest(figures.iter().filter_map(|figure| read(figure)).collect())
}

#[test]
fn deductibles_and_rates_are_the_range_of_the_data() {
    let book = Book::embedded().unwrap();
    for care in [Care::Inpatient, Care::Outpatient] {
        for (status, tier) in Status::ALL.into_iter().flat_map(|status| Tier::ALL.map(|tier| (status, tier)))
        {
            let situation = at_home(care, status, tier);
            let expected = over_all(&book, Item::Deductible, &situation, TODAY, deductible);
            let stated = of_the_nation(&book, Item::Deductible, &situation, deductible);
            assert_eq!(stated, expected, "deductible {care:?} {status:?} {tier:?}");
            for route in Route::ALL.into_iter().filter(|route| *route != Route::Local) {
                let trip = if route == Route::InProvince { Route::Temporary } else { route };
                let away = Situation { route, trip, ..situation };
                let expected = over_all(&book, Item::Deductible, &away, TODAY, deductible);
                let stated = of_the_nation(&book, Item::Deductible, &away, deductible);
                assert_eq!(stated, expected, "deductible {care:?} {status:?} {tier:?} {route:?}");
            }
            let expected = over_all(&book, Item::Rate, &situation, TODAY, rate);
            let stated = of_the_nation(&book, Item::Rate, &situation, rate);
            assert_eq!(stated, expected, "rate {care:?} {status:?} {tier:?}");
        }
    }
}

/// What a figure of a layer says at its lowest and highest; "there is none" is no
/// limit to a cap, and no payment.
fn amount(figure: &Figure) -> Option<Span<Money>> {
    match &figure.value {
        Value::Amount(amount) if counts(figure, *amount) => Some(*amount),
        Value::None if figure.item == Item::CatastrophicDeductible => None,
        Value::None => Some(Span::exact(Money::MAX)),
        _ => None,
    }
}

fn share(figure: &Figure) -> Option<Span<Percent>> {
    match &figure.value {
        Value::None => Some(Span::exact(Percent::ZERO)),
        _ => rate(figure),
    }
}

/// Everybody of a scheme, in every tier.
fn everybody(care: Care, scheme: Scheme) -> Vec<Situation> {
    let statuses = Status::ALL.into_iter().filter(|status| status.scheme() == scheme);
    statuses.flat_map(|status| Tier::ALL.map(|tier| at_home(care, status, tier))).collect()
}

fn compared<T: Copy + Ord + std::fmt::Debug>(
    book: &Book,
    item: Item,
    all: &[Situation],
    read: fn(&Figure) -> Option<Span<T>>,
    least: Option<T>,
) -> Option<String> {
    let spans = all.iter().filter_map(|one| over_all(book, item, one, TODAY, read));
    let expected = lowest_and_highest(spans.chain(least.map(Span::exact)).collect());
    let stated = all.iter().map(|one| of_the_nation(book, item, one, read)).collect::<Vec<_>>();
    (!stated.iter().all(|one| *one == expected)).then(|| {
        format!(
            "{item:?} {:?} {:?}: the data says {expected:?}, the nation's file {:?}",
            all[0].scheme, all[0].care, stated
        )
    })
}

#[test]
fn layers_above_are_the_range_of_the_data() {
    let book = Book::embedded().unwrap();
    let mut wrong = Vec::new();
    for scheme in [Scheme::Employee, Scheme::Resident] {
        for care in [Care::Inpatient, Care::Outpatient] {
            let all = everybody(care, scheme);
            wrong.push(compared(&book, Item::Cap, &all, amount, None));
            // What ordinary outpatient care leaves may count for nothing further.
            let least_outside = (care == Care::Outpatient).then_some(Percent::ZERO);
            if scheme == Scheme::Employee {
                wrong.push(compared(&book, Item::SupplementRate, &all, share, least_outside));
                wrong.push(compared(&book, Item::SupplementCap, &all, amount, None));
            }
            // Only residents are given it by law.
            if scheme == Scheme::Resident {
                wrong.push(compared(&book, Item::CatastrophicDeductible, &all, amount, None));
                wrong.push(compared(&book, Item::CatastrophicRate, &all, share, least_outside));
                wrong.push(compared(&book, Item::CatastrophicCap, &all, amount, None));
            }
        }
    }
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rate of chronic care lies between those of ordinary outpatient care and of a
/// stay, as the nation's file has them.
#[test]
fn chronic_care_is_paid_between_outpatient_care_and_a_stay() {
    let book = Book::embedded().unwrap();
    for (status, tier) in Status::ALL.into_iter().flat_map(|status| Tier::ALL.map(|tier| (status, tier))) {
        let of = |care| of_the_nation(&book, Item::Rate, &at_home(care, status, tier), rate);
        let both = [Care::Outpatient, Care::Inpatient].into_iter().filter_map(of).collect();
        assert_eq!(of(Care::Chronic), lowest_and_highest(both), "{status:?} {tier:?}");
    }
}

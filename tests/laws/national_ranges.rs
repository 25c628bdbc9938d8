//! The national ranges are the lowest and the highest number that any area of
//! the data states exactly, worked out anew here for every status and tier. A
//! range of one area (sources disagree, a slice is unknown) is not counted: its
//! ends are nobody's rule.

use jiff::civil::Date;
use yidi_core::num::{Money, Percent, Span};
use yidi_core::places::AreaId;
use yidi_core::policy::{
    Book, Care, Figure, Found, Holder, Item, Route, Situation, Status, Tier, Value, look_up,
};

use crate::support::TODAY;

fn at_home(care: Care, status: Status, tier: Tier) -> Situation {
    Situation {
        scheme: status.scheme(),
        status,
        care,
        tier,
        route: Route::Local,
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
            let expected = over_all(&book, Item::Rate, &situation, TODAY, rate);
            let stated = of_the_nation(&book, Item::Rate, &situation, rate);
            assert_eq!(stated, expected, "rate {care:?} {status:?} {tier:?}");
        }
    }
}

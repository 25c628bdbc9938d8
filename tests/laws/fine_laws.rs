//! Over all data that the program carries: the range of a case with an open
//! question holds the result of every answer to it.

use yidi_core::case::{Case, Filed, Reason};
use yidi_core::estimate::{Estimate, EstimateError, estimate};
use yidi_core::places::{AreaId, Place};
use yidi_core::policy::{Book, Care, ContributionClass, HospitalClass, Status, Tier};

use crate::support::{case, draft};

fn estimated(book: &Book, case: &Case) -> Option<Estimate> {
    match estimate(book, case) {
        Ok(estimate) => Some(estimate),
        Err(EstimateError::NoRate { .. }) => None,
        Err(error) => panic!("{error}"),
    }
}

/// The case with each answer to each open question that matters to its person.
fn answers(case: &Case) -> Vec<Case> {
    let (least, most) = case.status.first().usual_ages();
    let ages = [least, 18, 44, 45, 49, 50, 54, 55, 59, 60, 64, 65, 69, 70, 79, 80, 90, most];
    let ages = ages.into_iter().filter(|age| (least..=most).contains(age));
    let mut all: Vec<Case> = ages.map(|age| Case { age: Some(age), ..*case }).collect();
    all.extend(HospitalClass::ALL.map(|class| Case { hospital: Some(class), ..*case }));
    all.extend(ContributionClass::ALL.map(|class| Case { contribution: Some(class), ..*case }));
    if case.status.first() == Status::Retired {
        all.extend([1995, 2000, 2001, 2006, 2020].map(|year| Case { retired_in: Some(year), ..*case }));
    }
    let classes: Vec<Case> = all.clone();
    let of_class =
        |one: &Case| ContributionClass::ALL.map(|class| Case { contribution: Some(class), ..*one });
    all.extend(classes.iter().filter(|one| one.hospital.is_some()).flat_map(of_class));
    all
}

/// Every area whose figures are not those of another.
fn areas(book: &Book) -> Vec<AreaId> {
    let mut provinces = Vec::new();
    AreaId::all()
        .filter(|area| {
            let insurer = area.get().insurer;
            let is_first = !provinces.contains(&insurer);
            let has_own = !book.levels(*area).unwrap()[0].is_empty();
            if !has_own && is_first {
                provinces.push(insurer);
            }
            has_own || is_first
        })
        .collect()
}

#[test]
fn an_open_question_leaves_a_range_that_holds_every_answer() {
    let book = Book::embedded().unwrap();
    let mut plain = case(&draft("鞍山", "北京", Status::Active, Tier::Three, "80000"));
    plain.filed = Filed::Yes;
    let mut narrowed = 0;
    for area in areas(&book) {
        let far = if area.get().insurer.get().code == 630_000 { 210_300 } else { 630_100 };
        let far = Place::Area(AreaId::by_code(far).unwrap());
        for status in Status::ALL {
            for care in [Care::Inpatient, Care::Outpatient] {
                for (tier, care_place, reason) in [
                    (Tier::Three, Place::Area(area), Reason::Other),
                    (Tier::Three, far, Reason::Other),
                    (Tier::Two, far, Reason::LongTermResident),
                    (Tier::Primary, Place::Area(area), Reason::Other),
                ] {
                    let insured = Place::Area(area);
                    let open = Case {
                        insured,
                        care_place,
                        status: status.into(),
                        care,
                        tier: tier.into(),
                        reason,
                        ..plain
                    };
                    let Some(range) = estimated(&book, &open) else { continue };
                    // Where no figure hangs on an answer, none changes anything.
                    for answered in answers(&open) {
                        let Some(one) = estimated(&book, &answered) else { continue };
                        let (one, range) = (one.personal(), range.personal());
                        assert!(
                            range.low() <= one.low() && one.high() <= range.high(),
                            "{} – {} is not within {} – {}: {answered:#?}",
                            one.low(),
                            one.high(),
                            range.low(),
                            range.high()
                        );
                        narrowed += usize::from(one != range);
                    }
                }
            }
        }
    }
    assert!(narrowed > 1_000, "only {narrowed} answers narrow a range");
}

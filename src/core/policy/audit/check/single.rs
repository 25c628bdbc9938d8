//! Faults of one figure, and of one source.

use jiff::civil::Date;

use super::{Flaw, Unusual};
use crate::num::{Money, Percent, Span};
use crate::policy::bilingual::{Words, WordsError};
use crate::policy::figure::{Figure, Grade, Item, RateChange, Schedule, Value};
use crate::policy::kinds::{Care, Route};
use crate::policy::statement::{Source, first_day};
use crate::spelling::is_plain;

/// What is wrong with a figure taken alone.
pub(super) fn faults(figure: &Figure) -> Vec<Flaw> {
    let mut faults = Vec::new();
    let selectors = &figure.selectors;
    if let Some(scheme) = selectors.scheme
        && selectors.statuses.iter().any(|status| status.scheme() != scheme)
    {
        faults.push(Flaw::StatusNotOfScheme);
    }
    if !selectors.diseases.is_empty() && selectors.care.is_some_and(|care| care != Care::Chronic) {
        faults.push(Flaw::KindWithoutChronicCare);
    }
    if figure.item == Item::Away {
        if selectors.routes.contains(Route::Local) && !selectors.returns_home {
            faults.push(Flaw::AwayAtHome);
        }
        let fine = selectors.ages.is_some()
            || selectors.retired_in.is_some()
            || !selectors.hospitals.is_empty()
            || !selectors.contributions.is_empty();
        if fine {
            faults.push(Flaw::FineAway);
        }
    }
    if figure.until.zip(figure.from).is_some_and(|(until, from)| until < from) {
        faults.push(Flaw::EndsBeforeItBegins);
    }
    match &figure.value {
        Value::Rate(schedule) => faults.extend(bands(schedule)),
        Value::Deductible { first, then, .. } => {
            let mut before = *first;
            for later in then {
                if later.low() > before.high() {
                    faults.push(Flaw::LaterAdmissionDearer);
                    break;
                }
                before = *later;
            }
        }
        _ => {}
    }
    faults.extend(unusual(figure).map(Flaw::Unusual));
    if cuts_too_much(figure) {
        faults.push(Flaw::AboveCeiling);
    }
    faults.extend(figure.remark.as_ref().and_then(words));
    faults.extend(super::remark::fault(figure));
    faults
}

/// What is wrong with a text.
pub(super) fn words(words: &Words) -> Option<Flaw> {
    words.fault().map(Flaw::Text)
}

/// A text from a file must not be able to steer a terminal, nor look like
/// another.
fn text_fault(text: &str) -> Option<Flaw> {
    (!is_plain(text)).then_some(Flaw::Text(WordsError::ControlCharacter))
}

fn bands(schedule: &Schedule) -> Vec<Flaw> {
    let mut faults = Vec::new();
    let Some((last, before)) = schedule.bands.split_last() else {
        return vec![Flaw::NoBands];
    };
    if before.iter().any(|band| band.to.is_none()) {
        faults.push(Flaw::EndlessBandInTheMiddle);
    }
    let ends: Vec<_> = schedule.bands.iter().filter_map(|band| band.to).collect();
    if ends.windows(2).any(|pair| pair[0] >= pair[1]) {
        faults.push(Flaw::BandsDoNotRise);
    }
    if last.to.is_some() {
        faults.push(Flaw::LastBandEnds);
    }
    faults
}

/// A number that is probably in another unit: a share written as a part of one,
/// an amount in ten thousands, or the cap of one visit for that of a year.
fn unusual(figure: &Figure) -> Option<Unusual> {
    const LEAST_RATE: Percent = Percent::new(10);
    const MOST_DEDUCTIBLE: Money = Money::from_yuan(20_000);
    const LEAST_CAP: Money = Money::from_yuan(10_000);
    let is_stay = figure.selectors.care == Some(Care::Inpatient);
    let is_small = |rate: Span<Percent>| !rate.high().is_zero() && rate.high() < LEAST_RATE;
    match (figure.item, &figure.value) {
        (Item::Rate | Item::SupplementRate | Item::CatastrophicRate, Value::Rate(schedule)) => {
            schedule.bands.iter().any(|band| is_small(band.pays)).then_some(Unusual::LowRate)
        }
        (Item::AidRate, Value::Share(share)) => is_small(*share).then_some(Unusual::LowRate),
        (Item::Deductible, Value::Deductible { first, .. }) => {
            (first.low() > MOST_DEDUCTIBLE).then_some(Unusual::HighDeductible)
        }
        (Item::Cap, Value::Amount(cap)) if is_stay => (cap.high() < LEAST_CAP).then_some(Unusual::LowCap),
        _ => None,
    }
}

/// National ceilings, as reported: referral and emergency at most 10 points off
/// the rate, other temporary trips at most 20. An official text that goes past
/// them is what the area pays by: it passes where a remark says so.
fn cuts_too_much(figure: &Figure) -> bool {
    use Route::{Emergency, LongTerm, Referral, Temporary};
    if figure.grade >= Grade::Official && figure.remark.is_some() {
        return false;
    }
    let (Item::Away, Value::Away(rule)) = (figure.item, &figure.value) else { return false };
    let RateChange::Cut(points) = rule.change else { return false };
    let most = |route| match route {
        LongTerm => Some(0),
        Referral | Emergency => Some(10),
        Temporary => Some(20),
        _ => None,
    };
    figure.selectors.routes.iter().filter_map(most).any(|most| points.low().hundredths() > most * 100)
}

/// What is wrong with a source, seen on a day.
pub(super) fn source_faults(name: &str, source: &Source, stale_after_days: u16, today: Date) -> Vec<Flaw> {
    let mut faults = Vec::new();
    let id = name.to_owned();
    let name = || id.clone();
    if source.checked > today {
        faults.push(Flaw::CheckedInTheFuture(name()));
    } else if source.checked.until(today).is_ok_and(|age| age.get_days() > i32::from(stale_after_days)) {
        faults.push(Flaw::StaleSource(name()));
    }
    if let Some(date) = &source.date {
        match first_day(date) {
            None => faults.push(Flaw::SourceDate(name())),
            Some(day) if day > source.checked => faults.push(Flaw::CheckedBeforeWritten(name())),
            Some(_) => {}
        }
    }
    let texts = [Some(&source.title), Some(&source.publisher), source.remark.as_ref()];
    // One is enough to find the place by.
    faults.extend(texts.into_iter().flatten().find_map(words));
    let texts = [Some(&id), source.number.as_ref(), source.url.as_ref()];
    faults.extend(texts.into_iter().flatten().find_map(|text| text_fault(text)));
    faults
}

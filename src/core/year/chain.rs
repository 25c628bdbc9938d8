//! Cases of one person one after the other, in order of discharge: the best year
//! and the worst, each a row of whole settlements.

use enumset::EnumSet;
use jiff::civil::Date;

use super::counters::Counters;
use super::paid::laid_over;
use crate::case::Case;
use crate::estimate::{Counter, Ends, EstimateError, Limits, Open, Prepared, Settlement, Side};
use crate::names::SlipField;
use crate::num::{Money, Percent};
use crate::places::{AreaId, Place};
use crate::policy::{Care, Grade, Scheme};
use crate::reconcile::Slip;

/// Where the figures of a case come from.
pub trait Figures {
    /// Everything that was looked up for a case.
    ///
    /// # Errors
    /// As [`crate::estimate::prepare`].
    fn of(&mut self, case: &Case) -> Result<&Prepared, EstimateError>;
}

/// A case at one end of the year: as it was settled, and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The case, with the year to date and the account that the earlier ones left.
    pub case: Case,
    /// Its settlement, or what was really paid.
    pub settlement: Settlement,
    /// The pooled fund's rate, where there is only one.
    pub rate: Option<Percent>,
    /// The limits of the year at this end.
    pub limits: Limits,
    /// The counters that count every kind of care.
    pub together: EnumSet<Counter>,
}

impl Carried {
    /// What of a limit the year has used before this case, and after it.
    pub fn used(&self, counter: Counter) -> [Money; 2] {
        let mut year = self.case.year;
        let before = *counter.slot(&mut year);
        let s = &self.settlement;
        let more = match counter {
            Counter::Deductible => s.deductible,
            Counter::Eligible => s.eligible,
            Counter::Fund => s.fund,
            Counter::Supplement => s.supplement,
            Counter::Burden => s.compliant(),
            Counter::Catastrophic => s.catastrophic,
            Counter::Aid => s.aid,
        };
        [before, before + more]
    }

    /// Whether the limit that a counter counts towards was come to in this case.
    pub fn comes_to(&self, counter: Counter) -> bool {
        let [before, after] = self.used(counter);
        self.limits.of(counter).is_some_and(|limit| before < limit && after >= limit)
    }
}

/// A case insured in one area, in the best year and in the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrackStep {
    /// The insured area.
    pub area: AreaId,
    /// In the year in which everything uncertain is best for the person.
    pub best: Carried,
    /// In the year in which it is worst.
    pub worst: Carried,
    /// The weakest grade of the figures that matter.
    pub grade: Grade,
    /// Where what the person pays may lie outside.
    pub open: Open,
}

impl TrackStep {
    /// One end.
    pub const fn at(&self, side: Side) -> &Carried {
        match side {
            Side::Best => &self.best,
            Side::Worst => &self.worst,
        }
    }
}

/// What one area's two years have used.
#[derive(Clone, Copy, Debug)]
struct Track {
    area: AreaId,
    used: [Counters; 2],
}

/// One insurance of the person: who moves to another begins anew there.
#[derive(Clone, Debug)]
struct Insurance {
    insured: Place,
    /// None where it is not known.
    scheme: Option<Scheme>,
    tracks: Vec<Track>,
}

/// The cases of one person, as far as they have come.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    year: i16,
    insurances: Vec<Insurance>,
    /// What is left of the personal account, in the best year and in the worst.
    account: [Money; 2],
    last: Option<Date>,
    steps: Vec<TrackStep>,
}

impl Chain {
    /// Begins with another person.
    pub fn clear(&mut self) {
        self.insurances.clear();
        self.account = [Money::ZERO; 2];
        self.last = None;
    }

    /// The day of the latest case, where there was one.
    pub const fn last(&self) -> Option<Date> {
        self.last
    }

    /// Settles the next case with what the earlier ones left, and counts it: one step
    /// for every area that may be the insured one. What was really paid stands
    /// instead of what is estimated. On 1 January everything but the account
    /// begins anew, by the day of discharge.
    ///
    /// # Errors
    /// Where there is no estimate; then nothing is counted but that the person was
    /// admitted.
    pub fn next(
        &mut self,
        case: &Case,
        paid: Option<&Slip>,
        figures: &mut impl Figures,
    ) -> Result<&[TrackStep], EstimateError> {
        let case = &with_total(case, paid);
        if case.bill.total.is_none() {
            return Err(EstimateError::NoBill);
        }
        if self.last.is_none() || case.date.year() != self.year {
            self.year = case.date.year();
            self.insurances.clear();
        }
        self.last = self.last.max(Some(case.date));
        if !case.account.is_zero() {
            self.account = [case.account; 2];
        }
        self.steps.clear();
        let at = self.insurance(case);
        let account = self.account;
        let Some(insurance) = self.insurances.get_mut(at) else { return Ok(&self.steps) };
        let mut wrong = None;
        for track in &mut insurance.tracks {
            match step(track, case, paid, account, figures) {
                Ok(step) => self.steps.push(step),
                Err(error) => wrong = wrong.or(Some(error)),
            }
        }
        for track in &mut insurance.tracks {
            let found = self.steps.iter().find(|step| step.area == track.area && wrong.is_none());
            for (place, used) in track.used.iter_mut().enumerate() {
                let side = if place == 0 { Side::Best } else { Side::Worst };
                match found.map(|step| step.at(side)) {
                    Some(end) => used.add(case, &end.settlement),
                    None if case.care == Care::Inpatient => used.admit(),
                    None => {}
                }
            }
        }
        if let Some(error) = wrong {
            return Err(error);
        }
        for (place, side) in [Side::Best, Side::Worst].into_iter().enumerate() {
            // Which area it is, nobody knows: at least so much is left.
            let spent = self.steps.iter().map(|step| step.at(side).settlement.account).max();
            self.account[place] = (self.account[place] - spent.unwrap_or_default()).or_zero();
        }
        Ok(&self.steps)
    }

    fn insurance(&mut self, case: &Case) -> usize {
        let (insured, scheme) = (case.insured, case.scheme());
        let known = self.insurances.iter().position(|one| one.insured == insured && one.scheme == scheme);
        known.unwrap_or_else(|| {
            let areas = insured.insured_areas().into_iter();
            let tracks = areas.map(|area| Track { area, used: [Counters::default(); 2] }).collect();
            self.insurances.push(Insurance { insured, scheme, tracks });
            self.insurances.len() - 1
        })
    }
}

/// A case with the bill that a slip names.
fn with_total(case: &Case, paid: Option<&Slip>) -> Case {
    let total = paid.and_then(|slip| slip.get(SlipField::Total));
    total.map_or(*case, |total| Case { bill: case.bill.of(total), ..*case })
}

/// Settles a case insured in one area.
fn step(
    track: &mut Track,
    case: &Case,
    paid: Option<&Slip>,
    account: [Money; 2],
    figures: &mut impl Figures,
) -> Result<TrackStep, EstimateError> {
    let insured = if matches!(case.insured, Place::Area(_)) { case.insured } else { Place::Area(track.area) };
    let mut used = track.used;
    let said = case.year.admissions;
    let admissions = if said > 0 { said } else { used[0].admissions() };
    let mut case = Case { insured, ..*case };
    let typed = case.year;
    case.year.admissions = admissions;
    let prepared = figures.of(&case)?;
    let together = prepared.together();
    let [limits_best, limits_worst] = prepared.limits();
    for used in &mut used {
        used.take(case.care, &typed, together);
    }
    let [best, worst] = [0, 1].map(|place: usize| Case {
        year: used[place].seen(&case, together),
        account: account[place],
        ..case
    });
    let low = prepared.settle(&best);
    let high = if best == worst { low } else { prepared.settle(&worst) };
    track.used = used;
    let carried = |case, settlement, rate, limits| {
        let settlement = paid.map_or(settlement, |slip| laid_over(&settlement, slip));
        Carried { case, settlement, rate, limits, together }
    };
    Ok(TrackStep {
        area: track.area,
        best: carried(best, low.low, low.low_rate, limits_best),
        worst: carried(worst, high.high, high.high_rate, limits_worst),
        grade: low.grade.min(high.grade),
        open: low.open | high.open,
    })
}

/// The ends over all areas that may be the insured one.
pub fn ends_over(steps: &[TrackStep]) -> Option<Ends> {
    let first = steps.first()?;
    let mut ends = Ends {
        low: first.best.settlement,
        high: first.worst.settlement,
        low_rate: first.best.rate,
        high_rate: first.worst.rate,
        grade: first.grade,
        open: first.open,
    };
    for step in &steps[1..] {
        ends.grade = ends.grade.min(step.grade);
        ends.open = ends.open | step.open;
        if step.best.settlement.personal < ends.low.personal {
            (ends.low, ends.low_rate) = (step.best.settlement, step.best.rate);
        }
        if step.worst.settlement.personal > ends.high.personal {
            (ends.high, ends.high_rate) = (step.worst.settlement, step.worst.rate);
        }
    }
    ends.open = ends.open.of_ends(&ends.low, &ends.high);
    Some(ends)
}

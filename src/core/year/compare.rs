//! A year compared: what filing, or another hospital, would have saved over it.

use super::{Entry, Visit, Year, YearError, year};
use crate::case::Case;
use crate::estimate::{Burden, EstimateError, Side, estimate, filing_saves};
use crate::num::{Money, Span};
use crate::policy::{Book, Care, Tier};

/// The same year with every stay in hospitals of one tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherTier {
    /// The tier.
    pub tier: Tier,
    /// What the person pays over the year.
    pub personal: Burden,
}

/// A year compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearComparison {
    /// What filing every trip saves against filing none, each case with what came
    /// before it; none where there is nothing to file.
    pub filing_saves: Option<Span<Money>>,
    /// By hospital tier, for the cases that are not settled yet.
    pub tiers: Vec<OtherTier>,
}

/// The list with another answer in every case that is not paid.
fn changed(entries: &[Entry], change: impl Fn(&mut Case)) -> Vec<Entry> {
    let mut entries = entries.to_vec();
    entries.iter_mut().filter(|entry| entry.paid.is_none()).for_each(|entry| change(&mut entry.case));
    entries
}

/// Compares a year by filing and by hospital tier. A tier for which no rate is known
/// is left out.
///
/// # Errors
/// Where a data file cannot be read or two figures clash.
pub fn compare_year(book: &Book, entries: &[Entry], settled: &Year) -> Result<YearComparison, EstimateError> {
    let mut tiers = Vec::new();
    for tier in Tier::ALL {
        let other = changed(entries, |case| {
            if case.care == Care::Inpatient {
                let hospital = case.hospital.filter(|_| case.tier.known() == Some(tier));
                (case.tier, case.hospital) = (tier.into(), hospital);
            }
        });
        match year(book, &other) {
            Ok(year) => {
                let personal = Burden { span: Year::personal(&year.visits), open: year.open() };
                tiers.push(OtherTier { tier, personal });
            }
            Err(
                YearError::Empty
                | YearError::Case { error: EstimateError::NoRate { .. } | EstimateError::NoBill, .. },
            ) => {}
            Err(YearError::Case { error, .. }) => return Err(error),
        }
    }
    let mut saves: Option<Span<Money>> = None;
    for visit in settled.visits.iter().filter(|visit| !visit.paid) {
        if let Some(more) = visit_saves(book, visit)? {
            saves = Some(saves.map_or(more, |so_far| {
                Span::between(so_far.low() + more.low(), so_far.high() + more.high())
            }));
        }
    }
    Ok(YearComparison { filing_saves: saves, tiers })
}

/// What filing saves of one case, in the best year and in the worst.
fn visit_saves(book: &Book, visit: &Visit) -> Result<Option<Span<Money>>, EstimateError> {
    let mut found: Option<Span<Money>> = None;
    for side in [Side::Best, Side::Worst] {
        let saves = filing_saves(book, &estimate(book, &visit.at(side).case)?)?;
        found = match (found, saves) {
            (Some(one), Some(other)) => Some(one.hull(other)),
            (one, other) => one.or(other),
        };
    }
    Ok(found)
}

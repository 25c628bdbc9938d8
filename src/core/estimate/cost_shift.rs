//! Two cases side by side: what one costs more than the other, line by line.

use super::{Estimate, Line, Settlement, shown};
use crate::num::Money;

/// By how much something grew at both ends of its range; below nothing where it
/// shrank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CostShift {
    /// At the end that is best for the person.
    pub best: Money,
    /// At the end that is worst.
    pub worst: Money,
}

impl CostShift {
    /// Whether nothing changed at either end.
    pub fn is_none(self) -> bool {
        self.best.is_zero() && self.worst.is_zero()
    }

    /// What the person pays in the second more than in the first.
    pub fn of(first: &Estimate, second: &Estimate) -> Self {
        Self {
            best: second.low().personal - first.low().personal,
            worst: second.high().personal - first.high().personal,
        }
    }
}

/// A line of two settlements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairedLine {
    /// Which.
    pub line: Line,
    /// Best and worst of the first case.
    pub first: [Money; 2],
    /// Best and worst of the second.
    pub second: [Money; 2],
}

impl PairedLine {
    /// By how much the second is more.
    pub fn change(&self) -> CostShift {
        CostShift { best: self.second[0] - self.first[0], worst: self.second[1] - self.first[1] }
    }
}

/// The lines worth showing of either case.
pub fn paired(first: &Estimate, second: &Estimate) -> Vec<PairedLine> {
    let is_shown = |estimate: &Estimate, line: Line| {
        shown(estimate.low(), estimate.high()).iter().any(|(shown, ..)| *shown == line)
    };
    let amount = |settled: &Settlement, line: Line| settled.line(line).unwrap_or_default();
    let ends = |estimate: &Estimate, line| [amount(estimate.low(), line), amount(estimate.high(), line)];
    Line::ALL
        .into_iter()
        .filter(|line| is_shown(first, *line) || is_shown(second, *line))
        .map(|line| PairedLine { line, first: ends(first, line), second: ends(second, line) })
        .collect()
}

//! The code a telephone reads.

use qrcode::{Color, EcLevel, QrCode};

/// Light modules around a code, which readers need.
pub const MARGIN: usize = 4;

/// A square of dark and light modules, without its margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Modules a side.
    pub size: usize,
    dark: Vec<bool>,
}

impl Code {
    /// The code of an address; nothing where it is too long for one.
    pub fn of(address: &str) -> Option<Self> {
        Self::made(address, EcLevel::M)
    }

    /// The code of a longer text, with less against damage, so that its modules are
    /// larger; nothing where it is too long for one.
    pub fn of_text(text: &str) -> Option<Self> {
        Self::made(text, EcLevel::L)
    }

    fn made(holds: &str, level: EcLevel) -> Option<Self> {
        let code = QrCode::with_error_correction_level(holds, level).ok()?;
        let dark = code.to_colors().into_iter().map(|colour| colour == Color::Dark).collect();
        Some(Self { size: code.width(), dark })
    }

    /// Whether a module is dark; light outside the code.
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.size
            && row < self.size
            && self.dark.get(row * self.size + column).copied().unwrap_or_default()
    }

    /// Runs of dark modules: column, row, length.
    pub fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        for row in 0..self.size {
            for column in (0..self.size).filter(|column| self.is_dark(*column, row)) {
                match runs.last_mut() {
                    Some(run) if run.1 == row && run.0 + run.2 == column => run.2 += 1,
                    _ => runs.push((column, row, 1)),
                }
            }
        }
        runs
    }

    /// Two rows of modules in a row of half blocks, with the margin: dark
    /// modules in the colour of the text, light ones in that of the ground.
    pub fn half_blocks(&self) -> Vec<String> {
        let side = self.size + 2 * MARGIN;
        let dark = |column: usize, row: usize| {
            column >= MARGIN && row >= MARGIN && self.is_dark(column - MARGIN, row - MARGIN)
        };
        let cell = |column, row| match (dark(column, row), dark(column, row + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        };
        (0..side).step_by(2).map(|row| (0..side).map(|column| cell(column, row)).collect()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_blocks_are_square_with_a_light_margin() {
        let code = Code::of("https://example.org/").unwrap();
        let rows = code.half_blocks();
        let side = code.size + 2 * MARGIN;
        assert_eq!(rows.len(), side.div_ceil(2));
        assert!(rows.iter().all(|row| row.chars().count() == side));
        assert!(rows[0].trim().is_empty() && rows.iter().all(|row| row.starts_with("    ")));
        // The corner of a code is dark, seven modules wide.
        assert_eq!(code.runs()[0], (0, 0, 7));
    }
}

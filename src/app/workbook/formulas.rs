//! Formulas whose result nobody stored: a cell that has no value, and is not empty.
//! Programs that write workbooks without computing them leave such cells.

use std::io::{BufRead, BufReader};

use calamine::{Reader as _, Xlsx, XlsxCellReader, XlsxError, XlsxFormulaMetadata};
use memchr::memmem;

use super::source::{BookArchive, BookInput, SheetSource, WorkbookError};

/// Looks for the formulas of a workbook, once there is a cell without a value.
pub(super) struct Formulas {
    source: SheetSource,
    /// Whether there is a formula anywhere; not looked up yet at first.
    are_there: Option<bool>,
}

impl Formulas {
    /// Nothing looked up yet.
    pub(super) const fn of(source: SheetSource) -> Self {
        Self { source, are_there: None }
    }

    /// The workbook once more, to be read beside; nothing where it has no formula.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(super) fn open(&mut self) -> Result<Option<Xlsx<BookInput>>, WorkbookError> {
        let are_there = match self.are_there {
            Some(known) => known,
            None => self.are_there()?,
        };
        self.are_there = Some(are_there);
        if !are_there {
            return Ok(None);
        }
        let book = Xlsx::new(self.source.open()?);
        book.map(Some).map_err(WorkbookError::damaged)
    }

    /// Whether any sheet has a formula: their text is looked through, not read.
    fn are_there(&self) -> Result<bool, WorkbookError> {
        let mut archive = BookArchive::new(self.source.open()?).map_err(WorkbookError::damaged)?;
        for part in 0..archive.len() {
            let part = archive.by_index(part).map_err(WorkbookError::damaged)?;
            if part.name().is_ok_and(|name| name.contains("worksheets/"))
                && has_formula(BufReader::with_capacity(BLOCK, part))?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The formula of the cell at a place, where it has one: what comes before is
    /// left behind.
    ///
    /// # Errors
    /// Where the sheet is damaged.
    pub(super) fn at(
        reader: &mut XlsxCellReader<'_, BookInput>,
        place: (u32, u32),
    ) -> Result<Option<String>, XlsxError> {
        while let Some(record) = reader.next_cell_with_formula_metadata()? {
            if record.pos == place {
                return Ok(record.formula.map(|formula| match formula {
                    XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
                        format!("={formula}")
                    }
                    _ => "=".to_owned(),
                }));
            }
        }
        Ok(None)
    }
}

/// So much of a sheet is looked through at a time.
const BLOCK: usize = 64 * 1024;

/// Whether a sheet's text has the beginning of a formula, perhaps over two blocks.
fn has_formula(mut sheet: impl BufRead) -> std::io::Result<bool> {
    const BEGINS: [&[u8]; 3] = [b"<f>", b"<f ", b":f>"];
    let mut end: Vec<u8> = Vec::new();
    loop {
        let block = sheet.fill_buf()?;
        if block.is_empty() {
            return Ok(false);
        }
        let has = |text: &[u8]| BEGINS.iter().any(|begin| memmem::find(text, begin).is_some());
        end.extend_from_slice(&block[..block.len().min(2)]);
        if has(&end) || has(block) {
            return Ok(true);
        }
        if block.len() > 2 {
            end.clear();
            end.extend_from_slice(&block[block.len() - 2..]);
        } else {
            end.drain(..end.len().saturating_sub(2));
        }
        let length = block.len();
        sheet.consume(length);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_found_wherever_the_blocks_end() {
        let text = "<c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1*2</f></c>";
        for capacity in 1..text.len() {
            assert!(has_formula(BufReader::with_capacity(capacity, text.as_bytes())).unwrap(), "{capacity}");
        }
        assert!(!has_formula("<c><v>1</v></c><format/>".as_bytes()).unwrap());
    }
}

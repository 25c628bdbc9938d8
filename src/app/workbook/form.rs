//! A form as a workbook: sheets that people fill in, with room, colours and
//! notes; and all sheets of one that was filled in.

use std::io;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook};

use super::write::other;

/// A sheet to be filled in: the first row names the columns, the second column
/// is the one that is filled in.
#[derive(Clone, Debug)]
pub struct BlankSheet {
    /// What it is called.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// How wide the columns are, in characters.
const WIDTHS: [f64; 5] = [34.0, 30.0, 36.0, 22.0, 60.0];

/// The column that is filled in.
const FILLED_IN: u16 = 1;

/// Makes the workbook.
///
/// # Errors
/// Where it cannot be made.
pub fn form_workbook(sheets: &[BlankSheet]) -> io::Result<Vec<u8>> {
    let head = Format::new().set_bold().set_text_wrap().set_background_color(Color::RGB(0xd9_e2f3));
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let muted =
        Format::new().set_text_wrap().set_align(FormatAlign::Top).set_font_color(Color::RGB(0x59_5959));
    // As text: what is typed stays as it was typed, 85% as well.
    let fill = Format::new()
        .set_num_format("@")
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_background_color(Color::RGB(0xff_f2cc));
    let mut workbook = Workbook::new();
    for BlankSheet { name, rows } in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).map_err(other)?;
        sheet.set_freeze_panes(1, 1).map_err(other)?;
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(column, width).map_err(other)?;
        }
        for (at, row) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(row) {
                let format = match (at, column) {
                    (0, _) => &head,
                    (_, FILLED_IN) => &fill,
                    (_, 0) => &plain,
                    _ => &muted,
                };
                if cell.is_empty() {
                    sheet.write_blank(at, column, format).map_err(other)?;
                } else {
                    sheet.write_string_with_format(at, column, cell, format).map_err(other)?;
                }
            }
        }
    }
    workbook.save_to_buffer().map_err(other)
}

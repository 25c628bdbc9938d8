//! A table of cases as a workbook, in and out, beside the same table as CSV: the
//! program itself, with every column it adds and with the two that most people read.
#![allow(missing_docs)]

mod support;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use support::{Measured, interleaved, measured, plain_rows, ratio, verdict};

const ROUNDS: usize = 5;
/// As large as the target says: what a workbook costs at its beginning and end is little.
const ROWS: usize = 200_000;
/// What most people read of the result.
const FEW: &str = "patient,fund,error";

/// A run of the program over a table.
fn run<'a>(name: &str, table: &Path, out: PathBuf, columns: Option<&'a str>) -> Measured<'a> {
    let table = table.to_owned();
    measured(name, 1, move || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yidi"));
        command.arg("batch").arg(&table).args(["--date", "2026-11-22", "--force", "--output"]).arg(&out);
        command.args(columns.map(|columns| ["--columns", columns]).into_iter().flatten());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        if !command.status().is_ok_and(|status| status.success()) {
            eprintln!("yidi batch fails");
        }
    })
}

fn main() {
    let Ok(folder) = tempfile::tempdir() else { return eprintln!("there is no room for a table") };
    let at = |name: &str| folder.path().join(name);
    let (csv, workbook) = (at("claims.csv"), at("claims.xlsx"));
    if let Err(error) = std::fs::write(&csv, plain_rows(ROWS)).and_then(|()| to_workbook(&csv, &workbook)) {
        return eprintln!("{}: {error}", folder.path().display());
    }
    let mut all = [
        run("CSV to CSV", &csv, at("out.csv"), None),
        run("CSV to workbook", &csv, at("a.xlsx"), None),
        run("workbook to CSV", &workbook, at("b.csv"), None),
        run("workbook to workbook", &workbook, at("c.xlsx"), None),
        run("CSV to CSV, few columns", &csv, at("few.csv"), Some(FEW)),
        run("workbook to workbook, few columns", &workbook, at("d.xlsx"), Some(FEW)),
    ];
    interleaved(&mut all, ROUNDS);
    println!("{:<40} {:>10} {:>10}", "200 000 rows of 11 columns", "median ms", "least ms");
    for one in &all {
        println!("{:<40} {:>10.0} {:>10.0}", one.name, one.median() * 1e3, one.least() * 1e3);
    }
    let [csv, out, read, both, few, few_both] = &all;
    verdict("workbook to CSV against CSV to CSV", ratio(read, csv), 10.0, false);
    verdict("CSV to workbook against CSV to CSV", ratio(out, csv), 10.0, false);
    verdict("workbook to workbook against CSV to CSV", ratio(both, csv), 10.0, false);
    verdict("the same with few columns", ratio(few_both, few), 10.0, false);
}

/// The table as a workbook, as a spreadsheet would save it.
fn to_workbook(csv: &Path, workbook: &Path) -> std::io::Result<()> {
    use yidi::workbook::{ColumnKind, SheetWriter};
    let kinds = [ColumnKind::Text; 6].into_iter().chain([ColumnKind::Money; 4]).chain([ColumnKind::Day]);
    let beside = workbook.parent().unwrap_or(Path::new("."));
    let mut sheet = SheetWriter::new("S", beside, kinds.collect())?;
    std::io::copy(&mut File::open(csv)?, &mut sheet)?;
    sheet.finish(&mut File::create(workbook)?)
}

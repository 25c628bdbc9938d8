//! Rows a second of `yidi batch`, beside the same job in plain Rust; one thread
//! against two; how time grows with rows and with areas in use.
#![allow(missing_docs)]

mod support;

use std::fs;
use std::io::{self, Cursor, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use jiff::civil::date;
use support::{Measured, full_rows, interleaved, measured, plain, plain_rows, ratio, rows_of, verdict};
use yidi::batch::{AddedColumns, BatchRun, COLUMNS, MOST_WORLDS, RowForm, Table, run};
use yidi::words::Lang;
use yidi_core::places::AreaId;
use yidi_core::policy::Book;

const ROUNDS: usize = 11;

/// Everything `yidi batch` does between its input and its output.
fn batch(book: &Book, input: &'static [u8], form: RowForm, jobs: usize, out: &mut dyn Write) -> u64 {
    let Ok(table) = Table::open(Box::new(Cursor::new(input)), None) else { return 0 };
    let (dialect, decoded) = (table.dialect, table.is_decoded());
    let (header, records) = table.into_records();
    let settings = BatchRun {
        book,
        lang: Lang::default(),
        header: &header,
        dialect,
        added: &COLUMNS,
        columns: &AddedColumns::all(),
        with_header: true,
        form,
        date: "",
        today: date(2026, 11, 22),
        decoded,
        most_worlds: MOST_WORLDS,
        by: None,
    };
    run(records, settings, jobs, out, &mut |_| {}).map_or(0, |tally| tally.good)
}

fn main() {
    let Ok(book) = Book::embedded() else { return eprintln!("the embedded data cannot be read") };
    let rows = |text: Vec<u8>| -> &'static [u8] { Box::leak(text.into_boxed_slice()) };
    let (plain, full) = (rows(plain_rows(100_000)), rows(full_rows(200_000)));
    let everywhere: Vec<&str> = AreaId::all().map(|area| area.get().names.name).collect();
    let wide = rows(rows_of(&everywhere, 100_000));
    let (few, many) = (rows(plain_rows(10_000)), rows(plain_rows(1_000_000)));
    println!(
        "{} of {} plain rows and {} of 200000 full cases are settled",
        batch(&book, plain, RowForm::Csv, 1, &mut io::sink()),
        100_000,
        batch(&book, full, RowForm::Csv, 1, &mut io::sink()),
    );
    let with = |name: &str, input: &'static [u8], form, jobs: usize| {
        let book = &book;
        let rows = input.iter().filter(|byte| **byte == b'\n').count().saturating_sub(1);
        measured(name, 1, move || {
            batch(book, input, form, jobs, &mut io::sink());
        })
        .of(f64::from(u32::try_from(rows).unwrap_or(u32::MAX)))
    };
    let Ok(folder) = tempfile::tempdir() else { return eprintln!("there is no room for a table") };
    let table = |name: &str, input: &[u8]| {
        let path = folder.path().join(name);
        if fs::write(&path, input).is_err() {
            eprintln!("{}: cannot be written", path.display());
        }
        path
    };
    let (plain_table, full_table) = (table("plain.csv", many), table("full.csv", full));
    let of_program = |name: &str, table: &Path, rows: f64, jobs: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yidi"));
        command.arg("batch").arg(table).args(["--jobs", jobs, "--date", "2026-11-22"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        measured(name, 1, move || {
            if !command.status().is_ok_and(|status| status.success()) {
                eprintln!("yidi batch fails");
            }
        })
        .of(rows)
    };
    let mut all: Vec<Measured<'_>> = vec![
        measured("plain Rust, 100 000 plain rows, ten columns", 1, || {
            plain::settle(plain, plain::Columns::Few, &mut io::sink());
        })
        .of(1e5),
        with("batch, 100 000 plain rows, 1 job", plain, RowForm::Csv, 1),
        with("batch, 100 000 plain rows, 1 job, JSON lines", plain, RowForm::JsonLines, 1),
        with("batch, 10 000 plain rows, 1 job", few, RowForm::Csv, 1),
        with("batch, 100 000 rows from 369 areas, 1 job", wide, RowForm::Csv, 1),
        measured("plain Rust, 100 000 plain rows, all columns", 1, || {
            plain::settle(plain, plain::Columns::All, &mut io::sink());
        })
        .of(1e5),
        of_program("the program, 1 000 000 plain rows, 1 job", &plain_table, 1e6, "1"),
        of_program("the program, 1 000 000 plain rows, 2 jobs", &plain_table, 1e6, "2"),
        of_program("the program, 200 000 full cases, 1 job", &full_table, 2e5, "1"),
        of_program("the program, 200 000 full cases, 2 jobs", &full_table, 2e5, "2"),
    ];
    interleaved(&mut all, ROUNDS);
    let mut large = [with("batch, 1 000 000 plain rows, 1 job", many, RowForm::Csv, 1)];
    interleaved(&mut large, 3);
    println!("{:<48} {:>10} {:>10} {:>12}", "", "median ms", "least ms", "rows/s");
    for one in all.iter().chain(&large) {
        let (median, least) = (one.median(), one.least());
        let speed = one.items / median;
        println!("{:<48} {:>10.1} {:>10.1} {speed:>12.0}", one.name, median * 1e3, least * 1e3);
    }
    let [ten, one_job, _, few, wide, every, plain_one, plain_two, full_one, full_two] = all.as_slice() else {
        return;
    };
    verdict("rows/s against plain Rust that writes ten columns", ratio(ten, one_job), 0.7, true);
    verdict("rows/s against plain Rust that writes all columns", ratio(every, one_job), 0.7, true);
    verdict("two jobs against one, plain rows", ratio(plain_one, plain_two), 1.4, true);
    verdict("two jobs against one, full cases", ratio(full_one, full_two), 1.7, true);
    let growth = large[0].median() / 100.0 / few.median();
    verdict("time a row at 1 000 000 rows against 10 000", growth, 1.1, false);
    verdict("time a row with 369 areas in use against 8", ratio(wide, one_job), 2.0, false);
}

//! `yidi reconcile`: a settlement slip beside the estimate of its case.

use std::io;
use std::path::Path;

use clap::Arg;
use serde_json::{Value as Json, json};

use super::batch::workbook_fault;
use super::case::Answered;
use super::fail::{Fail, tell_of_workbook};
use super::option::{file, option};
use super::out;
use super::run::Run;
use super::stream::tell;
use crate::guard;
use crate::guard::{ReadError, read_bytes, read_stream_bytes};
use crate::report::{reconciled_json, reconciled_list_json, reconciled_text};
use crate::words::Text;
use crate::workbook;
use crate::workbook::{SheetSource, is_workbook};
use yidi_core::case::Field;
use yidi_core::names;
use yidi_core::reconcile::{FoundSlip, FoundSlips, Reconciled, SlipField, Verdict, reconcile};

/// The options of a slip.
pub(super) fn slip_options(text: &Text) -> Vec<Arg> {
    let of = |field: SlipField| {
        let name = name(field);
        Arg::new(name.clone())
            .long(name)
            .help(text.arg_slip_field(text.slip_field(field)))
            .allow_hyphen_values(true)
            .value_name("NUMBER")
            .help_heading(text.help_slip())
    };
    let all = SlipField::ALL.into_iter().map(of);
    let of_file = [file("slip", text.arg_slip()), option("sheet", text.arg_sheet())];
    of_file.into_iter().map(|one| one.help_heading(text.help_slip())).chain(all).collect()
}

fn name(field: SlipField) -> String {
    format!("slip-{}", field.key())
}

/// Lays the slip beside the estimate and prints both; several one after the other.
///
/// # Errors
/// With everything that is wrong with the request.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let FoundSlips { slips, left_out, aside } = slips(run)?;
    let answers = |field| slips.iter().flatten().any(|found| found.answers(field));
    let answered = Answered::of(run, answers)?;
    let book = run.book()?;
    let beside = |found: &mut FoundSlip| {
        let mut draft = answered.draft().clone();
        // The slip knows the bill: the case need not.
        if let Some(total) = found.slip.total().filter(|_| draft.typed(Field::Total).trim().is_empty()) {
            draft.write(Field::Total, &total.to_string());
        }
        found.complete(&mut draft, *run.today, |field| answered.is_said(field));
        let case = answered.case(run, draft)?;
        reconcile(&book, &case, &found.slip).map_err(|error| Fail::estimate(text, &error))
    };
    let is_open = answered.draft().typed(Field::Total).trim().is_empty();
    let is_one = slips.len() == 1;
    let mut all = Vec::new();
    for slip in slips {
        all.push(match slip {
            // One of several costs no other.
            Ok(found) if is_open && found.slip.total().is_none() => {
                let fault = no_total(text, &found);
                if is_one {
                    return Err(Fail::Request(vec![fault]));
                }
                Err(fault)
            }
            Ok(mut found) => {
                let compared = beside(&mut found)?;
                Ok((found, compared))
            }
            Err(fault) => Err(text.slip_fault(&fault)),
        });
    }
    out::print_either(
        run,
        || Ok(as_json(&all, left_out, &aside)),
        || Ok(as_text(text, &all, left_out, &aside)),
    )?;
    let is_wrong = |one: &Reported| one.as_ref().map_or(true, |(_, found)| found.verdict == Verdict::Unsound);
    if all.iter().any(is_wrong) { Err(Fail::Printed) } else { Ok(()) }
}

/// What is to be said where the total is neither on the slip nor in the case.
fn no_total(text: &Text, found: &FoundSlip) -> String {
    match found.slip.payers() {
        Some(sum) => text.slip_no_total(text.money(sum), sum.to_string()),
        None => text.slip_no_total_open(),
    }
}

/// A slip beside its estimate, or what is wrong with it.
type Reported = Result<(FoundSlip, Reconciled), String>;

fn as_json(all: &[Reported], left_out: usize, aside: &[String]) -> Json {
    let one = |reported: &Reported| match reported {
        Ok((found, compared)) => reconciled_json(found, compared),
        Err(fault) => json!({ "error": fault }),
    };
    match all {
        [only] => {
            let mut document = one(only);
            if let Json::Object(found) = &mut document {
                found.insert("aside".to_owned(), json!(aside));
            }
            document
        }
        all => reconciled_list_json(all.iter().map(one).collect(), left_out, aside),
    }
}

fn as_text(text: &Text, all: &[Reported], left_out: usize, aside: &[String]) -> String {
    let one = |reported: &Reported| match reported {
        Ok((found, compared)) => reconciled_text(text, found, compared),
        Err(fault) => format!("{fault}\n"),
    };
    let beside = (!aside.is_empty()).then(|| format!("{}\n", text.slip_aside(text.list(aside))));
    if let [only] = all {
        return std::iter::once(one(only)).chain(beside).collect::<Vec<_>>().join("\n");
    }
    let count = all.len() as u64;
    let headed = (1..).zip(all).map(|(place, reported)| {
        let title = text.slip_of_several(place, count);
        format!("{title}\n\n{}", one(reported))
    });
    let rest = (left_out > 0).then(|| format!("{}\n", text.slip_left_out(left_out as u64)));
    headed.chain(rest).chain(beside).collect::<Vec<_>>().join("\n")
}

/// The slips of the file, with the options laid over them.
fn slips(run: &Run<'_>) -> Result<FoundSlips, Fail> {
    let text = run.text;
    let request = |message: String| Fail::Request(vec![message]);
    let mut found = match run.path("slip") {
        Some(path) => read(run, path)?,
        None => FoundSlips { slips: vec![Ok(FoundSlip::default())], left_out: 0, aside: Vec::new() },
    };
    let mut wrong = Vec::new();
    for field in SlipField::ALL {
        let Some(typed) = run.typed(&name(field)) else { continue };
        for found in found.slips.iter_mut().flatten() {
            if let Err(fault) = found.slip.write(field, typed) {
                wrong.push(text.slip_fault(&fault));
                break;
            }
        }
    }
    if !wrong.is_empty() {
        return Err(Fail::Request(wrong));
    }
    let is_empty = found.slips.iter().all(|one| one.as_ref().is_ok_and(|found| found.slip.is_empty()));
    if is_empty { Err(request(text.slip_missing())) } else { Ok(found) }
}

/// The slips of a file: a message, a table or a workbook.
fn read(run: &Run<'_>, path: &Path) -> Result<FoundSlips, Fail> {
    let text = run.text;
    let request = |message: String| Fail::Request(vec![message]);
    let read = if path == "-" {
        read_stream_bytes(io::stdin().lock(), guard::SLIP_WORKBOOK)
    } else {
        read_bytes(path, guard::SLIP_WORKBOOK)
    };
    let name = path.display().to_string();
    let unreadable = |error| request(text.slip_unreadable(name.as_str(), text.read_error(&error)));
    let bytes = read.map_err(unreadable)?;
    let found = if is_workbook(&bytes) {
        tell_of_workbook(text, &name);
        let source = SheetSource::Bytes(bytes.into());
        let sheet = workbook::rows(source, run.typed("sheet"), known_names, MOST_ROWS);
        let sheet = sheet.map_err(|error| request(workbook_fault(text, &name, &error)))?;
        if !sheet.others.is_empty() {
            tell(&text.workbook_sheet(sheet.name, text.list(&sheet.others)));
        }
        FoundSlips::in_rows(&sheet.rows).map(|mut found| {
            found.aside.extend(sheet.others);
            found
        })
    } else if bytes.len() as u64 > guard::SLIP {
        return Err(unreadable(ReadError::TooLarge(guard::SLIP)));
    } else {
        FoundSlips::in_text(&guard::written(bytes).ok_or_else(|| unreadable(ReadError::NotText))?)
    };
    found.map_err(|fault| request(text.slip_fault(&fault)))
}

/// So many rows of a sheet with slips are read.
const MOST_ROWS: usize = 10_000;

/// How much a row looks like the names of a slip.
fn known_names(row: &[String]) -> usize {
    row.iter().filter(|cell| names::slip_field(cell).is_some()).count()
}

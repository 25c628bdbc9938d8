//! `yidi reconcile`: a settlement slip beside the estimate of its case.

use std::io;
use std::path::Path;

use clap::{Arg, ArgMatches};
use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::args::option;
use super::case;
use super::fail::Fail;
use crate::guard;
use crate::guard::{ReadError, read_file, read_stream};
use crate::report::{reconciled_json, reconciled_list_json, reconciled_text};
use crate::words::Text;
use yidi_core::case::Field;
use yidi_core::reconcile::{FoundSlip, FoundSlips, SlipField, reconcile};

/// The options of a slip.
pub(super) fn slip_options(text: &Text) -> Vec<Arg> {
    let of = |field: SlipField| {
        let name = name(field);
        Arg::new(name.clone())
            .long(name)
            .help(text.arg_slip_field(text.slip_field(field)))
            .allow_hyphen_values(true)
            .value_name("NUMBER")
    };
    let all = SlipField::ALL.into_iter().map(of);
    std::iter::once(option("slip", text.arg_slip())).chain(all).collect()
}

fn name(field: SlipField) -> String {
    format!("slip-{}", field.key())
}

/// Lays the slip beside the estimate and prints both; several one after the other.
///
/// # Errors
/// With everything that is wrong with the request.
pub(super) fn run(text: &Text, matches: &ArgMatches, today: Date) -> Result<(), Fail> {
    let FoundSlips { slips, left_out } = slips(text, matches)?;
    // The slip knows the bill: the case need not.
    let totals = slips.iter().flatten().map(|found| found.slip.total());
    let (first, mut is_stated) = (totals.flatten().next(), true);
    let case = case::case_completed(text, matches, today, |draft| {
        if let Some(total) = first.filter(|_| draft.typed(Field::Total).trim().is_empty()) {
            draft.write(Field::Total, &total.to_string());
            is_stated = false;
        }
    })?;
    let book = super::loaded(text, matches, today)?;
    let is_json = matches.get_flag("json");
    let mut failed = false;
    let mut pages: Vec<String> = Vec::new();
    let mut objects: Vec<Json> = Vec::new();
    for slip in &slips {
        let found = match slip {
            Ok(found) => found,
            Err(fault) => {
                failed = true;
                let fault = text.slip_fault(fault);
                objects.push(json!({ "error": fault }));
                pages.push(format!("{fault}\n"));
                continue;
            }
        };
        let mut case = case;
        if let Some(total) = found.slip.total().filter(|_| !is_stated) {
            case.bill.total = total;
        }
        let compared = reconcile(&book, &case, &found.slip).map_err(|error| Fail::estimate(text, &error))?;
        if is_json {
            objects.push(reconciled_json(found, &compared));
        } else {
            pages.push(reconciled_text(text, found, &compared));
        }
    }
    let is_one = slips.len() == 1;
    if is_json {
        let json =
            if is_one { objects.pop().unwrap_or_default() } else { reconciled_list_json(objects, left_out) };
        crate::cli::out::print_json(text, matches, &json)?;
    } else {
        let all = slips.len() as u64;
        let headed = pages.into_iter().zip(1..).map(|(page, place)| {
            if is_one { page } else { format!("{}\n\n{page}", text.slip_of_several(place, all)) }
        });
        let rest = (left_out > 0).then(|| format!("{}\n", text.slip_left_out(left_out as u64)));
        let page = headed.chain(rest).collect::<Vec<_>>().join("\n");
        crate::cli::out::print(text, matches, &page)?;
    }
    if failed { Err(Fail::Printed) } else { Ok(()) }
}

/// The slips of the file, with the options laid over them.
fn slips(text: &Text, matches: &ArgMatches) -> Result<FoundSlips, Fail> {
    let request = |message: String| Fail::Request(vec![message]);
    let mut found = match matches.get_one::<String>("slip") {
        Some(path) => {
            let unreadable = |error| request(text.slip_unreadable(path.as_str(), text.read_error(&error)));
            let content = content(path).map_err(unreadable)?;
            FoundSlips::in_text(&content).map_err(|fault| request(text.slip_fault(&fault)))?
        }
        None => FoundSlips { slips: vec![Ok(FoundSlip::default())], left_out: 0 },
    };
    let mut wrong = Vec::new();
    for field in SlipField::ALL {
        let Some(typed) = matches.get_one::<String>(&name(field)) else { continue };
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

fn content(path: &str) -> Result<String, ReadError> {
    match path {
        "-" => read_stream(io::stdin().lock(), guard::SLIP),
        _ => read_file(Path::new(path), guard::SLIP),
    }
}

//! `yidi reconcile`: a settlement slip beside the estimate of its case.

use std::io;
use std::path::Path;

use clap::Arg;

use super::fail::Fail;
use super::option::option;
use super::run::Run;
use super::{case, out};
use crate::guard;
use crate::guard::{ReadError, read_file, read_stream};
use crate::report::{reconciled_json, reconciled_text};
use crate::words::Text;
use yidi_core::case::Field;
use yidi_core::reconcile::{Slip, SlipField, reconcile};

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

/// Lays the slip beside the estimate and prints both.
///
/// # Errors
/// With everything that is wrong with the request.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let slip = slip(run)?;
    // The slip knows the bill: the case need not.
    let total = [SlipField::Total].into_iter().find_map(|field| slip.get(field));
    let person = slip.get(SlipField::Funds).zip(slip.get(SlipField::Personal));
    let total = total.or_else(|| person.map(|(funds, personal)| funds + personal));
    let case = case::case_completed(run, |draft| {
        if let Some(total) = total.filter(|_| draft.typed(Field::Total).trim().is_empty()) {
            draft.write(Field::Total, &total.to_string());
        }
    })?;
    let book = run.book()?;
    let found = reconcile(&book, &case, &slip).map_err(|error| Fail::estimate(run.text, &error))?;
    out::print_either(run, || Ok(reconciled_json(&found)), || Ok(reconciled_text(run.text, &found)))
}

/// The slip of the file, with the options laid over it.
fn slip(run: &Run<'_>) -> Result<Slip, Fail> {
    let text = run.text;
    let request = |message: String| Fail::Request(vec![message]);
    let mut slip = match run.typed("slip") {
        Some(path) => {
            let unreadable = |error| request(text.slip_unreadable(path, text.read_error(&error)));
            let content = content(path).map_err(unreadable)?;
            Slip::from_json(&content).map_err(|fault| request(text.slip_fault(&fault)))?
        }
        None => Slip::default(),
    };
    let mut wrong = Vec::new();
    for field in SlipField::ALL {
        if let Some(typed) = run.typed(&name(field))
            && let Err(fault) = slip.write(field, typed)
        {
            wrong.push(text.slip_fault(&fault));
        }
    }
    if !wrong.is_empty() {
        return Err(Fail::Request(wrong));
    }
    if slip.is_empty() { Err(request(text.slip_missing())) } else { Ok(slip) }
}

fn content(path: &str) -> Result<String, ReadError> {
    match path {
        "-" => read_stream(io::stdin().lock(), guard::SLIP),
        _ => read_file(Path::new(path), guard::SLIP),
    }
}

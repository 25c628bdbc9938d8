//! What the options of `yidi batch` ask for.

use std::path::Path;
use std::thread::available_parallelism;

use encoding_rs::{Encoding, GB18030, UTF_8};

use crate::batch::{AddedColumns, COLUMNS, Part, RowForm, in_words, unknown_column};
use crate::cli::fail::Fail;
use crate::cli::run::Run;
use crate::words::{Lang, Text};
use crate::workbook::is_workbook_name;
use yidi_core::answers::{ProblemKind, is_day};
use yidi_core::case::Field;

/// What the options ask for.
pub(super) struct Wanted<'m> {
    pub(super) jobs: usize,
    pub(super) form: RowForm,
    pub(super) date: &'m str,
    pub(super) encoding: Option<&'static Encoding>,
    /// What the columns that are added are called.
    pub(super) added: Vec<String>,
    pub(super) columns: AddedColumns,
    /// Whether a table begins with the names of its columns.
    pub(super) with_header: bool,
    pub(super) part: Option<Part>,
    pub(super) out: Option<&'m Path>,
}

/// Reads the options.
///
/// # Errors
/// With everything that is wrong with them.
pub(super) fn wanted<'m>(run: &Run<'m>) -> Result<Wanted<'m>, Fail> {
    const MOST_JOBS: usize = 1024;
    let text = run.text;
    let mut wrong = Vec::new();
    let jobs = match run.typed("jobs") {
        None => Ok(available_parallelism().map_or(1, usize::from)),
        Some(typed) => typed.trim().parse().ok().filter(|jobs| (1..=MOST_JOBS).contains(jobs)).ok_or(typed),
    };
    let jobs = jobs.unwrap_or_else(|typed| {
        wrong.push(text.batch_jobs_wrong(typed));
        1
    });
    let date = run.typed("date").unwrap_or_default();
    if !date.trim().is_empty() && !is_day(date) {
        let problem = text.trouble(&ProblemKind::Date);
        wrong.push(text.option_problem(format!("--{}", Field::Date.key()), problem));
    }
    let encoding = encoding(text, run.typed("encoding")).unwrap_or_else(|told| {
        wrong.push(told);
        None
    });
    let added = match run.typed("headers").map(str::trim) {
        None | Some("" | "key") => COLUMNS.clone(),
        Some(lang) => Lang::of_tag(lang).map_or_else(
            || {
                wrong.push(text.batch_headers_wrong(lang));
                Vec::new()
            },
            |lang| in_words(&Text::new(lang)),
        ),
    };
    let columns = columns(run, &mut wrong);
    let part = run.typed("part").and_then(|typed| {
        let part = Part::typed(typed);
        if part.is_none() {
            wrong.push(text.batch_part_wrong(typed));
        }
        part
    });
    let out = run.path("output").filter(|out| *out != "-");
    let is_workbook = out.is_some_and(is_workbook_name);
    if is_workbook && run.is_set("jsonl") {
        wrong.push(text.batch_jsonl_workbook());
    }
    if is_workbook && run.is_set("no-header") {
        wrong.push(text.batch_no_header_workbook());
    }
    if !wrong.is_empty() {
        return Err(Fail::Request(wrong));
    }
    let form = if run.is_set("jsonl") { RowForm::JsonLines } else { RowForm::Csv };
    // Parts are put together again: one of them begins with the header.
    let is_later = part.is_some_and(|part| !part.is_first());
    let with_header = is_workbook || !(run.is_set("no-header") || is_later);
    let added = columns.of(&added).into_iter().cloned().collect();
    Ok(Wanted { jobs, form, date, encoding, added, columns, with_header, part, out })
}

/// The encoding that was named, where one was.
///
/// # Errors
/// With what is wrong with the name.
pub(in crate::cli) fn encoding(
    text: &Text,
    typed: Option<&str>,
) -> Result<Option<&'static Encoding>, String> {
    let Some(typed) = typed else { return Ok(None) };
    match Encoding::for_label(typed.as_bytes()) {
        Some(known) if known == UTF_8 => Ok(Some(UTF_8)),
        // GBK and GB2312 are parts of it.
        Some(known) if known == GB18030 || known == encoding_rs::GBK => Ok(Some(GB18030)),
        _ => Err(text.batch_encoding_wrong(typed)),
    }
}

/// The columns that are asked for.
fn columns(run: &Run<'_>, wrong: &mut Vec<String>) -> AddedColumns {
    let text = run.text;
    let Some(typed) = run.typed("columns") else { return AddedColumns::all() };
    if run.is_set("jsonl") {
        wrong.push(text.batch_columns_jsonl());
    }
    AddedColumns::named(typed).unwrap_or_else(|unknown| {
        wrong.extend(unknown.into_iter().map(|one| unknown_column(text, one)));
        AddedColumns::all()
    })
}

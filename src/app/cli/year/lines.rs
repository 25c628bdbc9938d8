//! Express lines, one a stay: each keeps person and places of the one before.

use super::ListedEntry;
use crate::cli::fail::Fail;
use crate::cli::run::Run;
use crate::cli::stream::tell;
use crate::words::Text;
use yidi_core::answers::{Draft, Express, express_usually_from, next_stay};
use yidi_core::policy::Care;
use yidi_core::year::{Entry, MOST_TIMES, split_times};

/// The list.
///
/// # Errors
/// With everything that is wrong, line by line.
pub(super) fn read(run: &Run<'_>, lines: &str) -> Result<Vec<ListedEntry>, Fail> {
    let mut list = Vec::new();
    let mut wrong = Vec::new();
    let mut base = Draft::default();
    for (row, line) in (1_u64..).zip(lines.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match entry(run, line, &base) {
            Ok((entry, draft)) => {
                base = Draft { care: Care::Inpatient, disease: None, ..next_stay(&draft) };
                list.push(ListedEntry { row, entry });
            }
            Err(problems) => {
                wrong.extend(problems.into_iter().map(|problem| run.text.batch_error(row, problem)));
            }
        }
    }
    if wrong.is_empty() { Ok(list) } else { Err(Fail::Request(wrong)) }
}

/// What one line says, laid over a draft.
pub(super) fn entry(run: &Run<'_>, line: &str, base: &Draft) -> Result<(Entry, Draft), Vec<String>> {
    let text = run.text;
    let (line, times) =
        split_times(line).map_err(|word| vec![text.year_times_wrong(u64::from(MOST_TIMES), word)])?;
    let express = express_usually_from(&line, base, run.settings.city);
    let wrong = unclear(text, &express);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    for assumed in &express.assumed {
        tell(&text.assumed(assumed));
    }
    let case = express.draft.finish(*run.today);
    let case =
        case.map_err(|problems| problems.iter().map(|problem| text.problem(problem)).collect::<Vec<_>>())?;
    Ok((Entry { times, ..Entry::of(case) }, express.draft))
}

/// What of a line was not understood, or could mean several things.
fn unclear(text: &Text, express: &Express) -> Vec<String> {
    let unknown = express.unknown.iter().map(|unknown| text.unknown_word(unknown));
    unknown.chain(express.doubtful.iter().map(|doubt| text.doubt(doubt))).collect()
}

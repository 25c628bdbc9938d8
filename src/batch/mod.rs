//! Many cases at once: a table in, the same table with every line of both
//! settlements out, row by row and in order.
//!
//! Each row takes the way of a single case — answers as typed, the draft, the
//! case, the figures, the settlement — and only what rows have in common is done
//! once: words are read once, figures looked up once for each situation.
//!
//! ```text
//! source → records → fields → answers → figures → amounts → write
//! └ reader thread ┘  └ worker, one of many ┘                └ in order (pipeline)
//! ```

/// How many possible worlds each of so many workers remembers, of about a
/// kilobyte each: all of them together stay far below what a run may take.
pub fn most_worlds(jobs: usize) -> usize {
    const ALONE: usize = 16_384;
    const TOGETHER: usize = 20_480;
    ALONE.min(TOGETHER / jobs.max(1)).max(64)
}

/// How many more they remember together.
const SHARED_WORLDS: usize = 8_192;

mod amounts;
mod answers;
mod fields;
mod figures;
mod header;
mod memo;
mod names;
mod out;
mod output;
mod pipeline;
mod records;
mod source;
mod tally;
mod worker;
mod write;

pub use header::{Header, HeaderFault, Unread};
pub use output::{COLUMNS, DATE_USED, ERROR, GRADE, PREFIX};
pub use pipeline::{Failed, OpenError, Progress, Table, run};
pub use records::{Dialect, Records};
pub use tally::{Kind, Tally};
pub use worker::Run;
pub use write::Form;

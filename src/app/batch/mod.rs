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
//!
//! By person, rows are brought together between records and fields (`sort`), and
//! chunks are cut between persons (`person`).

/// How many possible worlds a run remembers, of about a kilobyte each: whatever
/// is in the table, it stays far below the 64 MiB a run may take.
pub const MOST_WORLDS: usize = 36_864;

mod amounts;
mod answers;
mod cells;
mod columns;
mod fields;
mod figures;
mod header;
mod held;
mod memo;
mod no_case;
mod out;
mod output;
mod part;
mod person;
mod pipeline;
mod progress;
mod records;
mod settler;
mod sort;
mod source;
mod taken;
mod tally;
mod told;
mod twins;
mod unread;
mod worker;
mod write;

pub use amounts::twin;
pub use cells::Cells;
pub use columns::{AddedCell, AddedColumns, UnknownColumn};
pub use figures::Shared;
pub use header::{ColumnUse, Header, MOST_COLUMNS, ScaledColumn, UnreadColumn, column_uses, known_names};
pub use output::{COLUMNS, DATE_USED, ERROR, GRADE, OPEN, PREFIX, hundredths, in_words, open_word};
pub use part::Part;
pub use person::PersonColumns;
pub use pipeline::{BatchError, OpenError, Table, read_cases, run};
pub use progress::Progress;
pub use records::{Dialect, ENDLESS, EndlessRecord, LONGEST, Records};
pub use settler::{Ground, RefusedRow, SettledRow, Settler};
pub use tally::{RowErrorKind, Tally};
pub use told::{header_error, header_remarks, row_error_kind, unknown_column};
pub use unread::{AsideColumn, HeaderError};
pub use worker::{BatchRun, ByPerson, CaseRow};
pub use write::RowForm;

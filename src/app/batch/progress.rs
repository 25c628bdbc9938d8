//! How far a run over a table has come.

/// How far a run has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows written.
    pub rows: u64,
    /// Bytes of the input of which the rows are written.
    pub read: u64,
    /// The rows are only brought in order yet.
    pub is_sorting: bool,
}

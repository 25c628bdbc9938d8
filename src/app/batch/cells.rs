//! A row as its cells, whatever it was read from.

/// The cells of a row as text.
pub trait Cells: Copy {
    /// How many there are.
    fn count(&self) -> usize;

    /// What stands in one; empty where there is none.
    fn get(&self, place: usize) -> &str;
}

//! Which columns are added to a row: all of them, or those that were named.

use super::output::{COLUMNS, COUNT, ERROR};
use yidi_core::policy::audit::near_names;

/// A name of no column that is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownColumn {
    /// As it was typed.
    pub name: String,
    /// One it looks like.
    pub near: Option<String>,
}

/// The columns that are added, each by its place in [`COLUMNS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedColumns(Vec<usize>);

impl AddedColumns {
    /// All of them.
    pub fn all() -> Self {
        Self((0..COLUMNS.len()).collect())
    }

    /// Those that are named, parted by commas, in that order: `personal` is
    /// `personal_low` and `personal_high`. What is wrong with a row is always told,
    /// in the last column.
    ///
    /// # Errors
    /// With every name that is of none.
    pub fn named(names: &str) -> Result<Self, Vec<UnknownColumn>> {
        let (mut places, mut unknown) = (Vec::new(), Vec::new());
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let both = ["low", "high"].map(|end| format!("{name}_{end}"));
            let is_meant = |column: &String| column == name || both.contains(column);
            let found: Vec<usize> = (0..COLUMNS.len()).filter(|place| is_meant(&COLUMNS[*place])).collect();
            if found.is_empty() {
                let all =
                    COLUMNS.iter().map(|column| column.trim_end_matches("_low").trim_end_matches("_high"));
                let near = near_names(all, name).first().map(ToString::to_string);
                unknown.push(UnknownColumn { name: name.to_owned(), near });
            }
            places.extend(found);
        }
        let error = COLUMNS.iter().position(|column| column == ERROR).unwrap_or_default();
        let mut kept: Vec<usize> = Vec::new();
        for place in places.into_iter().filter(|place| *place != error) {
            if !kept.contains(&place) {
                kept.push(place);
            }
        }
        kept.push(error);
        if unknown.is_empty() { Ok(Self(kept)) } else { Err(unknown) }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether it is all of them, in their own order.
    pub(super) fn is_all(&self) -> bool {
        self.0.iter().copied().eq(0..COLUMNS.len())
    }

    /// What stands in their places, of one of each in the order of [`COLUMNS`].
    pub fn of<'n, T>(&self, all: &'n [T]) -> Vec<&'n T> {
        self.0.iter().filter_map(|place| all.get(*place)).collect()
    }

    /// Each with what it holds.
    pub fn cells(&self) -> impl Iterator<Item = AddedCell> {
        self.0.iter().map(|place| match place.checked_sub(2 * COUNT) {
            None => AddedCell::Number { place: place / 2, is_high: place % 2 == 1 },
            Some(0) => AddedCell::Grade,
            Some(1) => AddedCell::Open,
            Some(2) => AddedCell::Date,
            Some(_) => AddedCell::Error,
        })
    }
}

/// What a column that is added holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddedCell {
    /// A number of one of both settlements.
    Number {
        /// Its place among them.
        place: usize,
        /// Of the settlement in which the person pays most.
        is_high: bool,
    },
    /// The weakest grade of the figures.
    Grade,
    /// Where what the person pays may lie outside.
    Open,
    /// The day that was used.
    Date,
    /// What is wrong with the row.
    Error,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &str) -> Vec<String> {
        let columns = AddedColumns::named(names).unwrap();
        columns.of(&COLUMNS).into_iter().cloned().collect()
    }

    #[test]
    fn both_ends_or_one_are_named_and_the_error_is_always_last() {
        assert_eq!(named("personal"), ["personal_low", "personal_high", "error"]);
        assert_eq!(named(" error, fund_high ,grade,"), ["fund_high", "grade", "error"]);
        assert_eq!(named("personal,personal_low"), ["personal_low", "personal_high", "error"]);
        assert_eq!(named(""), ["error"]);
        let everything: Vec<&str> = COLUMNS.iter().map(String::as_str).collect();
        assert!(AddedColumns::named(&everything.join(",")).unwrap().is_all());
        let unknown = AddedColumns::named("persnal,grade,zzz").unwrap_err();
        assert_eq!(unknown[0].near.as_deref(), Some("personal"));
        assert_eq!((unknown[1].name.as_str(), unknown[1].near.as_deref()), ("zzz", None));
    }

    #[test]
    fn every_column_has_its_cell() {
        let all = AddedColumns::all();
        for (cell, name) in all.cells().zip(COLUMNS.iter()) {
            let expected = match name.as_str() {
                "grade" => AddedCell::Grade,
                "open" => AddedCell::Open,
                "date_used" => AddedCell::Date,
                "error" => AddedCell::Error,
                name => {
                    let AddedCell::Number { is_high, .. } = cell else { panic!("{name}: {cell:?}") };
                    assert_eq!(is_high, name.ends_with("_high"), "{name}");
                    continue;
                }
            };
            assert_eq!(cell, expected, "{name}");
        }
        assert_eq!(all.cells().count(), COLUMNS.len());
    }
}

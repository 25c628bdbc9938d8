//! What changed between two books, figure by figure.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::policy::book::Book;
use crate::policy::figure::Figure;
use crate::policy::file::FileError;

/// What of a figure can change while its id stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// The number.
    Value,
    /// Its last day.
    Until,
    /// How sure it is.
    Grade,
    /// Who says so.
    Sources,
    /// What a reader must know.
    Remark,
}

/// A figure that differs between two books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Only the new book has it.
    Added(Arc<Figure>),
    /// Only the old book has it.
    Removed(Arc<Figure>),
    /// Both have it, and not alike.
    Changed {
        /// As the old book has it.
        old: Arc<Figure>,
        /// As the new book has it.
        new: Arc<Figure>,
        /// In what they differ.
        aspects: Vec<Aspect>,
    },
}

/// Why two books cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DiffError {
    /// A file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// Two figures of one book share an id.
    #[error("{0}")]
    Twice(String),
}

/// What differs, in the order of ids.
///
/// # Errors
/// Where a file of either book cannot be read, or a figure is there twice.
pub fn diff(old: &Book, new: &Book) -> Result<Vec<Difference>, DiffError> {
    let mut old = by_id(old)?;
    let mut differences = BTreeMap::new();
    for (id, new) in by_id(new)? {
        match old.remove(&id) {
            None => {
                differences.insert(id, Difference::Added(new));
            }
            Some(old) => {
                let aspects = aspects(&old, &new);
                if !aspects.is_empty() {
                    differences.insert(id, Difference::Changed { old, new, aspects });
                }
            }
        }
    }
    differences.extend(old.into_iter().map(|(id, old)| (id, Difference::Removed(old))));
    Ok(differences.into_values().collect())
}

fn by_id(book: &Book) -> Result<BTreeMap<String, Arc<Figure>>, DiffError> {
    let mut figures = BTreeMap::new();
    for figure in book.figures()? {
        if figures.insert(figure.id(), Arc::clone(figure)).is_some() {
            return Err(DiffError::Twice(figure.id()));
        }
    }
    Ok(figures)
}

/// In what two figures of one id differ; where they stand in their files is no matter.
fn aspects(old: &Figure, new: &Figure) -> Vec<Aspect> {
    let compared = [
        (Aspect::Value, old.value == new.value),
        (Aspect::Until, old.until == new.until),
        (Aspect::Grade, old.grade == new.grade),
        (Aspect::Sources, old.sources == new.sources),
        (Aspect::Remark, old.remark == new.remark),
    ];
    compared.into_iter().filter(|(_, same)| !same).map(|(aspect, _)| aspect).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(figures: &str) -> Book {
        let nation = format!(
            "(gathered: \"2026\", stale_after_days: 400, alliances: [], sources: {{}}, figures: [\
             (sources: [\"S\"], grade: Official, figures: [{figures}])])"
        );
        Book::from_texts(("test.ron", &nation), []).unwrap()
    }

    #[test]
    fn added_removed_changed_and_nothing_else() {
        use Aspect::*;

        let old = book("(is: Rate(80)), (is: Cap(100)), (tiers: [One], is: Rate(85))");
        let new = book(
            "(tiers: [One], is: Rate(85)), (is: Deductible(300)), \
             (is: Rate(81), grade: Reported, until: \"2030\", sources: [\"T\"], remark: (zh: \"z\", en: \"e\"))",
        );
        let differences = diff(&old, &new).unwrap();
        let [Difference::Removed(cap), Difference::Added(deductible), Difference::Changed { aspects, .. }] =
            differences.as_slice()
        else {
            panic!("{differences:?}")
        };
        assert_eq!((cap.id(), deductible.id()), ("nation/cap".into(), "nation/deductible".into()));
        assert_eq!(*aspects, [Value, Until, Grade, Sources, Remark]);
        assert_eq!(diff(&old, &old), Ok(Vec::new()));
    }

    #[test]
    fn a_figure_that_is_there_twice_cannot_be_compared() {
        let twice = book("(is: Rate(80)), (is: Rate(70))");
        assert_eq!(diff(&twice, &book("")), Err(DiffError::Twice("nation/rate".into())));
    }
}

//! The checklist's files: reading, and on which line an item stands.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::item::{Paper, TodoItem};
use crate::case::Circumstance;
use crate::policy::{FileError, Misread, lines_of_keys, read, unique};

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("data/checklist/", $name), include_str!(concat!(env!("YIDI_CORE_DATA"), "/checklist/", $name)))),*]
    };
}

/// The files that the program carries, in the order in which items of one
/// phase are shown.
const FILES: &[(&str, &str)] = embedded![
    "papers.ron",
    "start.ron",
    "filing.ron",
    "trip.ron",
    "visit.ron",
    "settlement.ron",
    "claim.ron"
];

/// What one file holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    #[serde(default, deserialize_with = "unique")]
    papers: BTreeMap<String, Paper>,
    #[serde(default)]
    items: Vec<TodoItem>,
}

/// What the table of circumstances holds for the list; the rest of an entry is made
/// into [`crate::case::CircumstanceEntry`] when the program is built.
#[derive(Deserialize)]
struct CircumstanceFile {
    circumstances: Vec<CircumstanceItems>,
}

#[derive(Deserialize)]
struct CircumstanceItems {
    circumstance: Circumstance,
    #[serde(default)]
    items: Vec<TodoItem>,
}

/// The table of circumstances: its items stand first in their phase, as they are
/// what was asked about.
const CIRCUMSTANCES: (&str, &str) = ("data/circumstance.ron", include_str!("../../../data/circumstance.ron"));

/// Where something stands in the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListSpot {
    pub(super) file: String,
    /// From 1.
    pub(super) line: usize,
}

/// Everything the checklist is made of.
#[derive(Clone, Debug, Default)]
pub struct Items {
    pub(super) items: Vec<(TodoItem, ListSpot)>,
    pub(super) papers: BTreeMap<String, (Paper, ListSpot)>,
}

impl Items {
    /// Every item, in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = &TodoItem> {
        self.items.iter().map(|(item, _)| item)
    }

    /// The paper of that name.
    pub fn paper(&self, name: &str) -> Option<&Paper> {
        self.papers.get(name).map(|(paper, _)| paper)
    }

    /// Reads files given as name and text: the table of circumstances, where there is
    /// one, and those of the list.
    ///
    /// # Errors
    /// Where one of them cannot be read.
    pub fn from_texts<'t>(
        circumstances: Option<(&'t str, &'t str)>,
        files: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Self, FileError> {
        let mut all = Self::default();
        if let Some((file, text)) = circumstances {
            all.take_circumstances(file, text)?;
        }
        all.take_files(files)?;
        Ok(all)
    }

    fn take_files<'t>(
        &mut self,
        files: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<(), FileError> {
        for (file, text) in files {
            let ListFile { papers, items } = read(file, text)?;
            let at = |line: usize| ListSpot { file: file.to_owned(), line };
            for (name, paper) in papers {
                let place = text.find(&format!("\"{name}\":")).unwrap_or_default();
                let line = 1 + text[..place].matches('\n').count();
                if self.papers.contains_key(&name) {
                    let fault = Misread::Twice(name);
                    return Err(FileError { file: file.to_owned(), line, column: 1, fault });
                }
                self.papers.insert(name, (paper, at(line)));
            }
            self.take(file, text, items);
        }
        Ok(())
    }

    /// Adds the items of a file; every item has exactly one key `id`.
    fn take(&mut self, file: &str, text: &str, items: Vec<TodoItem>) {
        let lines = lines_of_keys(text, "id").into_iter().chain(std::iter::repeat(1));
        let spots = lines.map(|line| ListSpot { file: file.to_owned(), line });
        self.items.extend(items.into_iter().zip(spots));
    }

    /// Adds the items of the table of circumstances, each where its own is so.
    fn take_circumstances(&mut self, file: &str, text: &str) -> Result<(), FileError> {
        let CircumstanceFile { circumstances } = read(file, text)?;
        let items = circumstances.into_iter().flat_map(|CircumstanceItems { circumstance, items }| {
            items.into_iter().map(move |mut item| {
                item.when.also |= circumstance;
                item
            })
        });
        self.take(file, text, items.collect());
        Ok(())
    }

    /// The items that the program carries; read once.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn embedded() -> Result<&'static Self, FileError> {
        static ALL: OnceLock<Result<Items, FileError>> = OnceLock::new();
        let all = || Self::from_texts(Some(CIRCUMSTANCES), FILES.iter().copied());
        ALL.get_or_init(all).as_ref().map_err(Clone::clone)
    }
}

/// How many files the checklist is made of.
pub const fn file_count() -> usize {
    FILES.len() + 1
}

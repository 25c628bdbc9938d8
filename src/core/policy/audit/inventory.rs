//! Everything the book holds: each figure, each source and who names it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::places::{AreaId, ProvinceId};
use crate::policy::book::Book;
use crate::policy::figure::{Figure, Holder};
use crate::policy::file::FileError;
use crate::policy::statement::Source;
use crate::spelling::likeness;

/// A source and the figures that name it.
#[derive(Clone, Debug)]
pub struct Cited<'b> {
    /// The province whose file describes it; none means the nation's file.
    pub file: Option<ProvinceId>,
    /// The name by which figures call it.
    pub name: &'b str,
    /// What it is.
    pub source: &'b Source,
    /// The figures that name it, in the order of the files.
    pub figures: Vec<&'b Arc<Figure>>,
}

impl Cited<'_> {
    /// Whose file describes it.
    pub fn holder(&self) -> Holder {
        self.file.map_or(Holder::Nation, |id| Holder::Province(id.get().code))
    }
}

impl Figure {
    /// The province in whose file the figure stands; none means the nation's file.
    pub fn file(&self) -> Option<ProvinceId> {
        match self.holder {
            Holder::Area(code) => AreaId::by_code(code).map(|area| area.get().insurer),
            Holder::Province(code) => ProvinceId::by_code(code),
            Holder::Nation => None,
        }
    }
}

impl Book {
    /// Every figure, the nation's first, then province by province.
    ///
    /// # Errors
    /// Where a province's file cannot be read.
    pub fn figures(&self) -> Result<Vec<&Arc<Figure>>, FileError> {
        let mut figures: Vec<&Arc<Figure>> = self.nation().figures.iter().collect();
        for id in ProvinceId::all() {
            let data = self.province(id)?;
            figures.extend(data.figures.iter().chain(data.areas.values().flatten()));
        }
        Ok(figures)
    }

    /// Every source, the nation's first, then province by province, each in
    /// the order of names.
    ///
    /// # Errors
    /// Where a province's file cannot be read.
    pub fn sources(&self) -> Result<Vec<Cited<'_>>, FileError> {
        let mut files = vec![(None, &self.nation().sources)];
        for id in ProvinceId::all() {
            files.push((Some(id), &self.province(id)?.sources));
        }
        let mut all: Vec<Cited<'_>> = Vec::new();
        for (file, sources) in files {
            let cited = |(name, source)| Cited { file, name, source, figures: Vec::new() };
            all.extend(sources.iter().map(|(name, source): (&String, _)| cited((name.as_str(), source))));
        }
        for figure in self.figures()? {
            for name in figure.sources.iter().collect::<BTreeSet<_>>() {
                // A name means the source of the figure's own file, or else the nation's.
                let stands = |file| all.iter().position(|one| one.file == file && one.name == name);
                if let Some(place) = stands(figure.file()).or_else(|| stands(None)) {
                    all[place].figures.push(figure);
                }
            }
        }
        Ok(all)
    }

    /// The source a figure means by a name.
    ///
    /// # Errors
    /// Where the province's file cannot be read.
    pub fn source_of(&self, figure: &Figure, name: &str) -> Result<Option<&Source>, FileError> {
        match figure.file() {
            Some(insurer) => self.source(insurer, name),
            None => Ok(self.nation().sources.get(name)),
        }
    }
}

/// The names that look like what was typed, at most five, best first.
pub fn near_names<'n>(names: impl Iterator<Item = &'n str>, typed: &str) -> Vec<&'n str> {
    const ENOUGH: f64 = 0.7;
    const MOST: usize = 5;
    let wanted = typed.to_lowercase();
    let alike = |name: &str| likeness(&name.to_lowercase(), &wanted);
    // A name may stand in several files.
    let names: BTreeSet<&str> = names.collect();
    let mut near: Vec<(f64, &str)> =
        names.into_iter().map(|name| (alike(name), name)).filter(|(alike, _)| *alike >= ENOUGH).collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_the_source_of_the_figures_own_file_first() {
        let source = |title: &str| format!("(title: \"{title}\", publisher: \"p\", checked: \"2026\")");
        let nation = format!(
            "(gathered: \"2026\", stale_after_days: 400, alliances: [], \
             sources: {{ \"A\": {}, \"B\": {} }}, \
             figures: [(sources: [\"A\"], grade: Official, figures: [(is: Rate(80))])])",
            source("A of the nation"),
            source("B of the nation"),
        );
        let province = format!(
            "(code: \"210000\", sources: {{ \"A\": {} }}, areas: {{ \"210300\": \
             [(sources: [\"A\", \"B\", \"A\"], grade: Official, figures: [(is: Rate(70))])] }})",
            source("A of Liaoning"),
        );
        let provinces = [(210_000, "210000.ron".to_owned(), province)];
        let book = Book::from_texts(("nation.ron", &nation), provinces).unwrap();
        let named: Vec<(&str, Vec<String>)> = book
            .sources()
            .unwrap()
            .iter()
            .map(|one| (one.source.title.zh.as_str(), one.figures.iter().map(|figure| figure.id()).collect()))
            .collect();
        let area = "210300/rate".to_owned();
        assert_eq!(
            named,
            [
                ("A of the nation", vec!["nation/rate".to_owned()]),
                ("B of the nation", vec![area.clone()]),
                ("A of Liaoning", vec![area]),
            ]
        );
        for figure in book.figures().unwrap() {
            let source = book.source_of(figure, "A").unwrap().unwrap();
            assert_eq!(source.title.zh.contains("nation"), figure.holder == Holder::Nation);
        }
    }

    #[test]
    fn near_names_do_not_mind_case() {
        assert_eq!(near_names(["GD", "SEED-002", "P110"].into_iter(), "seed-02"), ["SEED-002"]);
        assert_eq!(near_names(["GD"].into_iter(), "zzzz"), [""; 0]);
    }
}

//! What holds in a place on a date, level by level: all of it, for a reader.
//! The look-up for one situation is in `lookup`.

use std::sync::Arc;

use enumset::EnumSet;
use jiff::civil::Date;

use crate::places::{AreaId, Place};
use crate::policy::book::Book;
use crate::policy::figure::{Figure, Holder, Item};
use crate::policy::file::FileError;
use crate::policy::kinds::Scheme;
use crate::policy::lookup::holding_on;

/// A figure that holds on the date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The figure.
    pub figure: Arc<Figure>,
    /// A figure of a nearer level that holds wherever this one does: the
    /// look-up never gets as far as this one.
    pub overruled_by: Option<Arc<Figure>>,
}

/// What one level says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Whose figures these are.
    pub holder: Holder,
    /// In the order of scheme, care and item; those of any scheme or care last.
    pub figures: Vec<InForce>,
}

/// What holds in a place on a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InPlace {
    /// The place.
    pub place: Place,
    /// The date.
    pub date: Date,
    /// The one scheme that was asked for.
    pub scheme: Option<Scheme>,
    /// The figures, nearest level first.
    pub levels: Vec<Level>,
    /// For a whole province: its areas with figures of their own, which stand
    /// before the province's.
    pub areas: Vec<AreaId>,
}

/// The figures that hold for people insured in a place; with a scheme, only
/// those that hold in it.
///
/// # Errors
/// Where the province's file cannot be read.
pub fn in_force(book: &Book, place: Place, date: Date, scheme: Option<Scheme>) -> Result<InPlace, FileError> {
    let mut nearer: Vec<Arc<Figure>> = Vec::new();
    let mut levels = Vec::new();
    for (holder, figures) in book.levels_of(place)? {
        let mut holding = all_holding_on(figures, date);
        holding.retain(|figure| {
            scheme.is_none_or(|scheme| figure.selectors.scheme.is_none_or(|one| one == scheme))
        });
        let figures = holding
            .iter()
            .map(|figure| {
                let overrules = |near: &&Arc<Figure>| {
                    near.item == figure.item && figure.selectors.is_within(&near.selectors)
                };
                InForce { figure: Arc::clone(figure), overruled_by: nearer.iter().find(overrules).cloned() }
            })
            .collect();
        levels.push(Level { holder, figures });
        nearer.extend(holding);
    }
    let areas = match place {
        Place::Area(_) => Vec::new(),
        Place::Province(id) => {
            let own = &book.province(id)?.areas;
            own.iter()
                .filter(|(_, own)| !own.is_empty())
                .filter_map(|(code, _)| AreaId::by_code(*code))
                .collect()
        }
    };
    Ok(InPlace { place, date, scheme, levels, areas })
}

fn all_holding_on(figures: &[Arc<Figure>], date: Date) -> Vec<Arc<Figure>> {
    let mut holding = Vec::new();
    for item in EnumSet::<Item>::all() {
        let of_item: Vec<&Arc<Figure>> = figures.iter().filter(|figure| figure.item == item).collect();
        holding.extend(holding_on(&of_item, date).into_iter().map(Arc::clone));
    }
    holding.sort_by_key(|figure| {
        let (scheme, care) = (figure.selectors.scheme, figure.selectors.care);
        (scheme.is_none(), scheme, care.is_none(), care, figure.item)
    });
    holding
}

/// A level of the look-up with all its figures, whatever the date.
pub type LevelFigures<'b> = (Holder, &'b [Arc<Figure>]);

impl Book {
    /// The levels of the look-up for a place, nearest first; a whole province
    /// has no level of an area.
    ///
    /// # Errors
    /// Where the province's file cannot be read.
    pub fn levels_of(&self, place: Place) -> Result<Vec<LevelFigures<'_>>, FileError> {
        let insurer = place.insurer();
        let province = (Holder::Province(insurer.get().code), &self.province(insurer)?.figures[..]);
        let nation = (Holder::Nation, &self.nation().figures[..]);
        Ok(match place {
            Place::Province(_) => vec![province, nation],
            Place::Area(area) => {
                let [own, ..] = self.levels(area)?;
                vec![(Holder::Area(area.get().code), own), province, nation]
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::resolve;

    fn book(nation: &str, liaoning: &str) -> Book {
        let group = |figures: &str| format!("[(sources: [\"S\"], grade: Official, figures: [{figures}])]");
        let nation = format!(
            "(gathered: \"2026\", stale_after_days: 400, alliances: [], sources: {{}}, figures: {})",
            group(nation)
        );
        let province = format!("(code: \"210000\", areas: {{ \"210300\": {} }})", group(liaoning));
        Book::from_texts(("nation.ron", &nation), [(210_000, "210000.ron".to_owned(), province)]).unwrap()
    }

    fn shown(book: &Book, date: Date) -> Vec<(String, Option<String>)> {
        let found = in_force(book, resolve("鞍山").unwrap(), date, None).unwrap();
        let figures = found.levels.iter().flat_map(|level| &level.figures);
        figures.map(|one| (one.figure.id(), one.overruled_by.as_ref().map(|near| near.id()))).collect()
    }

    const TODAY: Date = jiff::civil::date(2026, 11, 22);

    #[test]
    fn of_the_same_selectors_the_last_that_began() {
        let book = book(
            "",
            "(from: \"2024\", is: Rate(70)), (from: \"2027\", is: Rate(75)), (from: \"2025\", is: Rate(72)), \
             (tiers: [Three], is: Rate(60), until: \"2025\")",
        );
        assert_eq!(shown(&book, TODAY), [("210300/rate@2025-01-01".to_owned(), None)]);
    }

    #[test]
    fn a_wider_figure_that_the_look_up_never_reaches_says_why() {
        let book = book("(is: Rate(80)), (tiers: [Three], is: Rate(70))", "(tiers: [Three], is: Rate(60))");
        let near = "210300/rate/Three".to_owned();
        assert_eq!(
            shown(&book, TODAY),
            [
                (near.clone(), None),
                ("nation/rate".to_owned(), None),
                ("nation/rate/Three".to_owned(), Some(near)),
            ]
        );
    }

    #[test]
    fn a_whole_province_names_the_areas_that_stand_before_it() {
        let book = book("(is: Rate(80))", "(is: Rate(70))");
        let found = in_force(&book, resolve("辽宁").unwrap(), TODAY, None).unwrap();
        let holders: Vec<Holder> = found.levels.iter().map(|level| level.holder).collect();
        assert_eq!(holders, [Holder::Province(210_000), Holder::Nation]);
        assert_eq!(found.areas, [AreaId::by_code(210_300).unwrap()]);
    }
}

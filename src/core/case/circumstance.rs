//! What people ask about beside place, person, hospital and bill. The entries are
//! data, `data/circumstance.ron`; the build makes the type and the table of them.

use enumset::EnumSetType;
use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::Field;
use crate::policy::{Care, Grade, Status};
use crate::variants::all;

include!(concat!(env!("OUT_DIR"), "/circumstances.rs"));

/// What a circumstance does to the sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// It stays as it is.
    Nothing,
    /// What holds for people back home for care while filed elsewhere (双向享受); where no
    /// rule is known, from the terms at home to those of a referral.
    ReturnsHome,
    /// The same sum, claimed by hand (手工报销).
    PaidInFull,
    /// The same sum, which the hospital does not settle.
    NotNetworked,
    /// A filing there may be is not for this trip.
    NotFiledHere,
    /// From no deductible to a whole one.
    DeductibleRunsOn,
    /// The insurance pays nothing.
    NotPaid,
    /// From nothing to what it pays otherwise.
    PerhapsNotPaid,
    /// It changes the sum, and nobody knows by how much.
    NotCounted,
    /// Another fund pays, by rules of its own.
    AnotherFund,
}

impl Effect {
    /// Whether nothing is filed, claimed or settled with this insurance.
    pub const fn stands_alone(self) -> bool {
        matches!(self, Self::NotPaid | Self::AnotherFund)
    }

    /// The word programs use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Nothing => "none",
            Self::ReturnsHome => "returns-home",
            Self::PaidInFull => "paid-in-full",
            Self::NotNetworked => "not-networked",
            Self::NotFiledHere => "not-filed-here",
            Self::DeductibleRunsOn => "deductible-runs-on",
            Self::NotPaid => "not-paid",
            Self::PerhapsNotPaid => "perhaps-not-paid",
            Self::NotCounted => "not-counted",
            Self::AnotherFund => "another-fund",
        }
    }
}

/// A text of the table, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// Of whom the question is asked without being looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// People of these statuses; of everybody where none is named.
    pub statuses: &'static [Status],
    /// For these kinds of visit; for every kind where none is named.
    pub care: &'static [Care],
    /// Only on a trip out of the insured area.
    pub away: bool,
}

/// What the table says of a circumstance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CircumstanceEntry {
    /// Its words; the first is that of programs.
    pub words: &'static [&'static str],
    /// Further spellings it is found by, parted by `|`.
    pub spellings: &'static str,
    /// The question.
    pub name: Said,
    /// Of whom it is asked; of nobody where it is only found by its words.
    pub asked: Option<Asked>,
    /// Questions that come with it.
    pub needs: &'static [Field],
    /// What it does to the sum.
    pub effect: Effect,
    /// Why, and whom to ask: said beside the sum.
    pub says: Option<Said>,
    /// Who says so.
    pub sources: &'static [&'static str],
    /// How sure it is.
    pub grade: Grade,
}

impl Circumstance {
    /// Every circumstance, in the order of the table.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// What the table says of it.
    pub const fn entry(self) -> &'static CircumstanceEntry {
        &TABLE[self as usize]
    }

    /// What it does to the sum.
    pub const fn effect(self) -> Effect {
        self.entry().effect
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Book;

    #[test]
    fn every_entry_says_what_the_sum_needs_and_who_says_so() {
        let book = Book::embedded().unwrap();
        for one in Circumstance::ALL {
            let entry = one.entry();
            let silent = matches!(entry.effect, Effect::Nothing | Effect::ReturnsHome | Effect::PaidInFull);
            assert!(silent || entry.says.is_some(), "{one:?} changes the sum and says nothing");
            assert!(!entry.sources.is_empty(), "{one:?}");
            for source in entry.sources {
                assert!(book.nation().sources.contains_key(*source), "{one:?}: {source}");
            }
            for said in entry.says.iter().chain([&entry.name]) {
                assert!(!said.zh.is_empty() && said.en.chars().next().is_some_and(|c| !c.is_whitespace()));
            }
        }
    }

    #[test]
    fn an_entry_stands_at_its_variant() {
        assert_eq!(Circumstance::ALL.len(), TABLE.len());
        assert_eq!(Circumstance::Injury.entry().words[0], "injury");
        assert_eq!(Circumstance::ReturnsHome.effect(), Effect::ReturnsHome);
        assert_eq!(Circumstance::Abroad.effect(), Effect::NotPaid);
    }
}

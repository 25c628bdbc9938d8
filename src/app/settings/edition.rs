//! The editions of the sheet: for whom it is printed.

use strum::VariantArray;

use yidi_core::variants::all;

/// For whom a sheet is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, VariantArray)]
pub enum Edition {
    /// For most people: 11 point, one page where that can be.
    #[default]
    Usual,
    /// For weak eyes: 16 point, two pages where that can be.
    Large,
    /// For who shows it to staff that reads the other language: each title and each
    /// sentence to say in both.
    Bilingual,
}

impl Edition {
    /// Every edition.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// Its name on the command line and in the settings.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Large => "large",
            Self::Bilingual => "bilingual",
        }
    }

    /// The names of all.
    pub const KEYS: [&'static str; Self::VARIANTS.len()] = {
        let mut keys = [""; Self::VARIANTS.len()];
        let mut at = 0;
        while at < keys.len() {
            keys[at] = Self::VARIANTS[at].key();
            at += 1;
        }
        keys
    };

    /// The edition of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.key().eq_ignore_ascii_case(name))
    }
}

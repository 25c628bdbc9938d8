//! What a place is called.

/// The names of a place.
#[derive(Debug)]
pub struct Names {
    /// Full name, 鞍山市.
    pub name: &'static str,
    /// Short name, 鞍山.
    pub short: &'static str,
    /// Pinyin without tones or spaces.
    pub pinyin: &'static str,
    /// First letter of each syllable.
    pub initials: &'static str,
    /// Usual English name.
    pub english: &'static str,
    /// Other names and spellings it is found by.
    pub aliases: &'static [&'static str],
}

impl Names {
    /// Everything it is found by, the English name in the spelling of a search.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> + Clone {
        let usual = [self.name, self.short, self.pinyin, self.initials];
        usual.into_iter().chain(self.aliases.iter().copied())
    }

    /// What it is called in writing: everything but the initials.
    pub(super) fn written(&self) -> impl Iterator<Item = &'static str> + Clone {
        [self.name, self.short, self.pinyin].into_iter().chain(self.aliases.iter().copied())
    }
}

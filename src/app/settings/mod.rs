//! Settings of a user or an agency: a TOML file, read key by key so that one
//! mistake does not take the others with it.
//!
//! Pure: the text is handed in, where it came from is the caller's.

mod edition;

use std::collections::BTreeSet;
use std::path::PathBuf;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use edition::Edition;

use yidi_core::places::{Place, resolve};

/// Days a case is kept where nothing else is said.
const RETENTION: u32 = 365;

/// Every setting; what is not set is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language, one of [`LANGUAGES`].
    pub language: Option<String>,
    /// The colours, by name.
    pub theme: Option<String>,
    /// Draw with ASCII alone.
    pub ascii: Option<bool>,
    /// Take clicks and the wheel.
    pub mouse: Option<bool>,
    /// Ask one question a line instead of drawing a screen.
    pub plain: Option<bool>,
    /// The overlay folder.
    pub data: Option<PathBuf>,
    /// The case book.
    pub cases: Option<PathBuf>,
    /// Counter mode: idle minutes after which the screen is cleared.
    pub counter: Option<u32>,
    /// Days a case is kept.
    pub retention: Option<u32>,
    /// The public sits at it: nothing leads out of the questions.
    pub locked: Option<bool>,
    /// The command that prints; empty where nothing does.
    pub print: Option<String>,
    /// The usual edition of the hand-out.
    pub edition: Option<Edition>,
    /// The usual insured area.
    pub city: Option<Place>,
}

impl Settings {
    /// Days a case is kept.
    pub fn days_kept(&self) -> u32 {
        self.retention.unwrap_or(RETENTION)
    }
}

/// Names of the settings, in the order of the file.
pub const KEYS: [&str; 13] = [
    "language",
    "theme",
    "ascii",
    "mouse",
    "plain",
    "data",
    "cases",
    "counter",
    "locked",
    "print",
    "edition",
    "retention",
    "city",
];
/// The languages that can be set.
pub const LANGUAGES: [&str; 2] = ["zh", "en"];
/// The colours that can be set.
pub const THEMES: [&str; 4] = ["dark", "light", "contrast", "none"];
/// Fewest and most idle minutes.
pub const MINUTES: (u32, u32) = (1, 240);
/// Fewest and most days a case is kept.
pub const DAYS: (u32, u32) = (1, 36_500);

/// What is wrong with a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingFlaw {
    /// There is no such setting.
    UnknownKey {
        /// As it was written.
        key: String,
        /// The setting it looks like.
        near: Option<&'static str>,
    },
    /// It must be one of these words.
    Word(&'static [&'static str]),
    /// It must be a text.
    Text,
    /// It must be `true` or `false`.
    YesOrNo,
    /// It must be a whole number between two.
    Number {
        /// The smallest that is allowed.
        least: u32,
        /// The largest.
        most: u32,
    },
    /// No place, or more than one, has this name.
    Place(String),
    /// The line is no setting at all.
    Syntax(String),
}

/// A mistake of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFinding {
    /// The line, from 1.
    pub line: usize,
    /// The setting, where it is one.
    pub key: Option<&'static str>,
    /// What is wrong.
    pub wrong: SettingFlaw,
}

/// Reads settings: those that are right, and every mistake in the order of the
/// lines. A setting with a mistake counts as not set.
pub fn read(text: &str) -> (Settings, Vec<SettingsFinding>) {
    let text = text.trim_start_matches('\u{feff}');
    let ends: Vec<usize> = text.match_indices('\n').map(|(place, _)| place).collect();
    let line = |place: usize| ends.partition_point(|end| *end < place) + 1;
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut settings = Settings::default();
    let mut mistakes: Vec<SettingsFinding> = Vec::new();
    let mut broken: BTreeSet<usize> = BTreeSet::new();
    for error in errors {
        let at = line(error.span().map_or(0, |span| span.start));
        // One mistake a line is told.
        if broken.insert(at) {
            let wrong = SettingFlaw::Syntax(error.message().to_owned());
            mistakes.push(SettingsFinding { line: at, key: None, wrong });
        }
    }
    for (name, value) in table.get_ref() {
        let at = line(name.span().start);
        // What was guessed of a broken line does not count.
        if broken.contains(&at) {
            continue;
        }
        let key = KEYS.into_iter().find(|key| *key == name.get_ref());
        if let Err(wrong) = take(&mut settings, name.get_ref(), value) {
            mistakes.push(SettingsFinding { line: at, key, wrong });
        }
    }
    mistakes.sort_by_key(|mistake| mistake.line);
    mistakes.dedup_by_key(|mistake| mistake.line);
    (settings, mistakes)
}

/// Takes one setting.
fn take(settings: &mut Settings, name: &str, value: &Spanned<DeValue<'_>>) -> Result<(), SettingFlaw> {
    let value = value.get_ref();
    match name {
        "language" => {
            let word = language(value.as_str().unwrap_or_default()).ok_or(SettingFlaw::Word(&LANGUAGES))?;
            settings.language = Some(word.to_owned());
        }
        "theme" => settings.theme = Some(one_of(value, &THEMES)?),
        "ascii" => settings.ascii = Some(value.as_bool().ok_or(SettingFlaw::YesOrNo)?),
        "mouse" => settings.mouse = Some(value.as_bool().ok_or(SettingFlaw::YesOrNo)?),
        "plain" => settings.plain = Some(value.as_bool().ok_or(SettingFlaw::YesOrNo)?),
        "data" => settings.data = Some(path(value)?),
        "cases" => settings.cases = Some(path(value)?),
        "counter" => settings.counter = Some(number(value, MINUTES)?),
        "locked" => settings.locked = Some(value.as_bool().ok_or(SettingFlaw::YesOrNo)?),
        "print" => settings.print = Some(value.as_str().ok_or(SettingFlaw::Text)?.to_owned()),
        "edition" => {
            let word = one_of(value, &Edition::KEYS)?;
            settings.edition = Edition::named(&word);
        }
        "retention" => settings.retention = Some(number(value, DAYS)?),
        "city" => settings.city = Some(place(value.as_str().ok_or(SettingFlaw::Text)?)?),
        unknown => return Err(unknown_key(unknown)),
    }
    Ok(())
}

/// The language of a tag as people and systems write it: `en`, `zh-CN`, `en_US.UTF-8`.
pub fn language(tag: &str) -> Option<&'static str> {
    let first = tag.trim().split(['-', '_', '.', '@']).next()?;
    LANGUAGES.into_iter().find(|word| word.eq_ignore_ascii_case(first))
}

/// The insured area of a name.
///
/// # Errors
/// Where no place, or more than one, has it.
pub fn place(name: &str) -> Result<Place, SettingFlaw> {
    resolve(name).map_err(|_| SettingFlaw::Place(name.to_owned()))
}

/// A whole number between two, as it was typed.
///
/// # Errors
/// Where it is none.
pub fn number_typed(typed: &str, (least, most): (u32, u32)) -> Result<u32, SettingFlaw> {
    let number = typed.trim().parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or(SettingFlaw::Number { least, most })
}

fn number(value: &DeValue<'_>, limits: (u32, u32)) -> Result<u32, SettingFlaw> {
    // Anything but a plain decimal number is refused by the same reader as on the command line.
    number_typed(value.as_integer().map_or("", toml::de::DeInteger::as_str), limits)
}

fn one_of(value: &DeValue<'_>, words: &'static [&'static str]) -> Result<String, SettingFlaw> {
    let word = value.as_str().filter(|word| words.contains(word));
    word.map(str::to_owned).ok_or(SettingFlaw::Word(words))
}

fn path(value: &DeValue<'_>) -> Result<PathBuf, SettingFlaw> {
    let text = value.as_str().filter(|text| !text.trim().is_empty());
    text.map(PathBuf::from).ok_or(SettingFlaw::Text)
}

fn unknown_key(key: &str) -> SettingFlaw {
    let near = KEYS
        .into_iter()
        .map(|known| (yidi_core::spelling::likeness(known, key), known))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, known)| known);
    SettingFlaw::UnknownKey { key: key.to_owned(), near }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_file_sets_everything_without_a_mistake() {
        let (settings, mistakes) = read(include_str!("../../../assets/example/config.toml"));
        assert_eq!(mistakes, []);
        let expected = Settings {
            language: Some("zh".to_owned()),
            theme: Some("contrast".to_owned()),
            ascii: Some(true),
            mouse: Some(false),
            plain: Some(false),
            data: Some("/srv/yidi/policy".into()),
            cases: Some("/home/clerk/yidi/cases.db".into()),
            counter: Some(5),
            locked: Some(false),
            print: Some("lp".to_owned()),
            edition: Some(Edition::Large),
            retention: Some(180),
            city: resolve("鞍山").ok(),
        };
        assert_eq!(settings, expected);
    }

    #[test]
    fn each_mistake_has_its_line_and_the_good_settings_count() {
        let text = "theme = \"blue\"\nmouse = 1\ncounter = 0\nretention = 30\ncity = \"吉林\"\n\
                    colour = 3\nthem = 'x'\nascii = = true\ncases = \"\"\ndata = \"d\"\n";
        let (settings, mistakes) = read(text);
        let lines: Vec<usize> = mistakes.iter().map(|mistake| mistake.line).collect();
        assert_eq!(lines, [1, 2, 3, 5, 6, 7, 8, 9]);
        assert_eq!(mistakes[2].wrong, SettingFlaw::Number { least: 1, most: 240 });
        assert_eq!(
            mistakes[5].wrong,
            SettingFlaw::UnknownKey { key: "them".to_owned(), near: Some("theme") }
        );
        assert!(matches!(mistakes[6].wrong, SettingFlaw::Syntax(_)));
        let expected =
            Settings { retention: Some(30), data: Some(PathBuf::from("d")), ..Settings::default() };
        assert_eq!(settings, expected);
    }
}

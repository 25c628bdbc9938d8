//! The language of a run. It is found before anything else is read, so that a
//! mistake in the arguments is told in it as well.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;

use super::settings::{SettingsFile, first_of};
use crate::words::Lang;

/// A language, and how it came to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    pub(super) lang: Lang,
    /// English stands in for Chinese, which the terminal cannot show.
    pub(super) instead: bool,
}

/// The settings file of a run that has these arguments.
pub(super) fn settings_file(arguments: &[OsString]) -> SettingsFile {
    SettingsFile::read(value_of(arguments, "--config").map(PathBuf::from))
}

/// The language that `--lang` asks for, else the settings file, else the
/// locale. A wrong word after `--lang` is told later, with the others.
pub(super) fn of_run(arguments: &[OsString], file: &SettingsFile) -> Spoken {
    let given = value_of(arguments, "--lang").and_then(|tag| Lang::of_tag(tag.to_str()?));
    let usual = || Some(of_environment(|name| std::env::var(name).ok()));
    let lang = first_of(given, None, file.language(), usual).unwrap_or_default();
    let instead = given.is_none() && lang == Lang::Zh && console_without_chinese();
    Spoken { lang: if instead { Lang::En } else { lang }, instead }
}

/// The locale for messages in the order of POSIX; empty counts as not set.
fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let locale =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    Lang::of_locale(&locale.unwrap_or_default())
}

/// The Linux console has room for 512 glyphs, none of them Chinese.
fn console_without_chinese() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "linux") && std::io::stdout().is_terminal()
}

/// What follows an option: `--lang en` or `--lang=en`; the last one, as
/// nothing is parsed yet that could refuse a second.
fn value_of(arguments: &[OsString], option: &str) -> Option<OsString> {
    let mut words = arguments.iter().skip(1);
    let mut found = None;
    while let Some(word) = words.next().filter(|word| *word != "--") {
        if word == option {
            found = words.next().cloned();
        } else if let Some(rest) = word.to_str().and_then(|word| word.strip_prefix(option))
            && let Some(value) = rest.strip_prefix('=')
        {
            found = Some(value.into());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(set: &[(&str, &str)]) -> Lang {
        of_environment(|name| set.iter().find(|(one, _)| *one == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_environment_is_asked_in_the_order_of_posix() {
        assert_eq!(spoken(&[]), Lang::Zh);
        assert_eq!(spoken(&[("LANG", "en_US.UTF-8")]), Lang::En);
        assert_eq!(spoken(&[("LANG", "en_US.UTF-8"), ("LC_ALL", "zh_CN.UTF-8")]), Lang::Zh);
        assert_eq!(spoken(&[("LANG", "zh_CN.UTF-8"), ("LC_MESSAGES", "en_GB")]), Lang::En);
        assert_eq!(spoken(&[("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "de_DE")]), Lang::En);
        assert_eq!(spoken(&[("LC_ALL", "C"), ("LANG", "en_US")]), Lang::Zh);
    }

    #[test]
    fn an_option_is_found_in_both_spellings_and_not_after_the_end_of_options() {
        let value = |line: &str| {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            value_of(&words, "--lang").map(|value| value.into_string().unwrap())
        };
        assert_eq!(value("yidi --lang en").as_deref(), Some("en"));
        assert_eq!(value("yidi estimate as --lang=en bj").as_deref(), Some("en"));
        for line in ["yidi", "yidi --lang", "yidi -- --lang en", "yidi --language en"] {
            assert_eq!(value(line), None, "{line}");
        }
    }
}

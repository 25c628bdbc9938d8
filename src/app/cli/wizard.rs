//! `yidi`: the wizard on the screen, or one question a line.

use super::fail::Fail;
use super::language::Spoken;
use super::plain;
use super::run::Run;
use super::settings::own_folder;
use crate::agency::Editing;
use crate::desk::Office;
use crate::folders;
use crate::screen;
use crate::screen::{Look, Palette, ScreenError};
use crate::words::Text;

/// Idle minutes of a locked desk where none are named.
const USUAL_MINUTES: u32 = 5;

/// Asks the questions.
///
/// # Errors
/// Where a setting is wrong, the data cannot be read, or the terminal fails.
pub(super) fn run(run: &Run<'_>, spoken: Spoken) -> Result<(), Fail> {
    start(run, spoken, None)
}

/// Opens the form of an area's own rules, and nothing else.
///
/// # Errors
/// As [`run`].
pub(super) fn edit(run: &Run<'_>, spoken: Spoken, editing: Editing) -> Result<(), Fail> {
    start(run, spoken, Some(editing))
}

fn start(run: &Run<'_>, spoken: Spoken, editing: Option<Editing>) -> Result<(), Fail> {
    let (text, settings) = (run.text, &run.settings);
    let palette = settings.theme.as_deref().map(|name| theme(text, name)).transpose()?;
    let is_locked = settings.locked == Some(true);
    let office = Office {
        cases: settings.cases.clone(),
        // The next person must not see the last one's case.
        counter: settings.counter.or(is_locked.then_some(USUAL_MINUTES)),
        retention: settings.days_kept(),
        city: settings.city,
        policy: settings.data.clone().or_else(own_folder),
        is_locked,
        edition: settings.edition.unwrap_or_default(),
        print: settings.print.clone(),
        settings_file: run.settings_file.clone().or_else(folders::settings),
    };
    if let Some(why) = plain::why(settings) {
        if is_locked {
            return Err(Fail::Request(vec![text.locked_needs_a_screen()]));
        }
        return plain::run(run, &office, why);
    }
    let look = Look {
        ascii: settings.ascii == Some(true),
        mouse: settings.mouse == Some(true),
        palette,
        instead_of_chinese: spoken.instead,
    };
    screen::run(text, look, &office, editing, || Ok((*run.today, run.data(*run.today)?))).map_err(|fail| {
        match fail {
            Fail::Stopped(ScreenError::NoTerminal) => Fail::Request(vec![text.no_terminal()]),
            Fail::Stopped(ScreenError::Terminal(error)) => error.into(),
            other => other,
        }
    })
}

/// The colours of that name.
fn theme(text: &Text, name: &str) -> Result<Palette, Fail> {
    let named = [
        ("dark", Palette::Dark),
        ("light", Palette::Light),
        ("contrast", Palette::Contrast),
        ("none", Palette::None),
    ];
    let found = named.into_iter().find(|(one, _)| *one == name);
    found.map(|(_, palette)| palette).ok_or_else(|| {
        let names = text.list(named.iter().map(|(name, _)| *name));
        Fail::Request(vec![text.theme_unknown(name, names)])
    })
}

//! The form of an agency's own rules, one place a line.

use std::io::{self, BufRead, Write};

use crate::agency::{EditError, Editing, Installed};
use crate::guard::Shown;
use crate::words::Text;
use yidi_core::answers;
use yidi_core::places::Place;
use yidi_core::rules::{Form, Slot};

/// How the lines ended.
#[derive(Debug)]
pub enum FormEnd {
    /// The file is written.
    Written(Box<Installed>),
    /// Nothing was to be written.
    Left,
    /// The input ended before it was said whether to write.
    Ended,
    /// Something is wrong: it cannot be written so.
    Refused,
}

/// Asks for each rule and then for their source, and writes the file.
///
/// A blank line leaves a place as it is, `-` empties it, `?` tells how it is
/// filled in, `.` goes to the end, `q` leaves.
///
/// # Errors
/// Where input or output fails, or the file cannot be put in place.
pub fn fill_in(
    text: &Text,
    editing: &Editing,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<FormEnd, FormLinesError> {
    let mut form = editing.form.clone();
    let place = text.place(Place::Area(editing.area));
    let mut talk = FormTalk { text, editing, input, out };
    talk.say(&text.form_title(place))?;
    talk.say(&text.form_lines_keys())?;
    let (headings, rules): (Vec<Slot>, Vec<Slot>) =
        Slot::all().into_iter().partition(|slot| matches!(slot, Slot::Heading(_)));
    for part in [rules, headings] {
        for slot in part {
            match talk.ask(&mut form, slot)? {
                FormStep::Next => {}
                FormStep::Skip => break,
                FormStep::Leave => return Ok(FormEnd::Left),
                FormStep::Ended => return Ok(FormEnd::Ended),
            }
        }
    }
    talk.finish(&form)
}

/// Why the lines failed.
#[derive(Debug, thiserror::Error)]
pub enum FormLinesError {
    /// Input or output failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file cannot be put in place, or the data not be read.
    #[error(transparent)]
    Edit(#[from] EditError),
}

enum FormStep {
    Next,
    Skip,
    Leave,
    Ended,
}

/// The form on its way through lines.
struct FormTalk<'f> {
    text: &'f Text,
    editing: &'f Editing,
    input: &'f mut dyn BufRead,
    out: &'f mut dyn Write,
}

impl FormTalk<'_> {
    fn say(&mut self, words: &str) -> io::Result<()> {
        writeln!(self.out, "{}", Shown::lines(words))
    }

    fn ask(&mut self, form: &mut Form, slot: Slot) -> Result<FormStep, FormLinesError> {
        let Self { text, editing, .. } = *self;
        loop {
            let now = match slot {
                Slot::Rule(rule) => editing
                    .in_force(text, rule)
                    .map_or_else(|| text.sheet_unknown(), |(value, from)| text.form_now(value, from)),
                Slot::Heading(_) => String::new(),
            };
            let typed = form.typed(slot).to_owned();
            self.say(&text.form_lines_ask(text.slot(slot), now, &typed))?;
            let Some(line) = read(self.input)? else { return Ok(FormStep::Ended) };
            match line.as_str() {
                "" => return Ok(FormStep::Next),
                "." | "。" => return Ok(FormStep::Skip),
                "q" => return Ok(FormStep::Leave),
                "?" | "？" => {
                    self.say(&text.slot_hint(slot))?;
                    continue;
                }
                "-" => form.write(slot, ""),
                line => form.write(slot, line),
            }
            let state = editing.look(text, form).map_err(EditError::from)?;
            if let Some(said) = state.beside.get(&slot) {
                self.say(&said.told(text))?;
                if said.is_error() {
                    form.write(slot, &typed);
                    continue;
                }
            }
            if let Slot::Rule(rule) = slot
                && let Some(tried) = editing.tried(Some(rule), &state)
            {
                self.say(&tried.told(text))?;
            }
            return Ok(FormStep::Next);
        }
    }

    fn finish(&mut self, form: &Form) -> Result<FormEnd, FormLinesError> {
        let Self { text, editing, .. } = *self;
        if form.is_empty() {
            self.say(&text.sheet_nothing())?;
            return Ok(FormEnd::Refused);
        }
        let state = editing.look(text, form).map_err(EditError::from)?;
        for (slot, said) in &state.beside {
            self.say(&text.sheet_mistake(text.slot(*slot), said.told(text)))?;
        }
        for finding in &state.whole {
            self.say(&text.finding(finding))?;
        }
        if !state.is_clean() {
            return Ok(FormEnd::Refused);
        }
        self.say(&text.form_lines_save(editing.path.display().to_string()))?;
        match read(self.input)?.as_deref() {
            None => Ok(FormEnd::Ended),
            Some(said) if answers::YES.contains(&said.to_lowercase().as_str()) => {
                Ok(FormEnd::Written(Box::new(editing.save(text, form)?)))
            }
            Some(_) => Ok(FormEnd::Left),
        }
    }
}

/// The next line, without blanks around it; nothing at the end.
fn read(input: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut line = String::new();
    if input.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    Ok(Some(line.trim_start_matches('\u{feff}').trim().to_owned()))
}

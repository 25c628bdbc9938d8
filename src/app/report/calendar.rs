//! The deadlines of a list as a calendar file (iCalendar, RFC 5545): one event of
//! a whole day each, with alarms.

use jiff::civil::Date;

use crate::words::{ItemPart, Medium, Text};
use yidi_core::case::Case;
use yidi_core::checklist::{Checklist, Todo};

/// Octets that a line may have without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// When it is told: at nine in the morning three days before, the day before, and
/// on the day; in days before the day.
const ALARMS: [(i32, &str); 3] = [(3, "-P2DT15H"), (1, "-PT15H"), (0, "PT9H")];

/// The calendar of a case, made on a day; nothing where no deadline has a day.
///
/// The same case made again has the same names of events: a calendar replaces them.
pub fn calendar(text: &Text, case: &Case, checklist: &Checklist, today: Date) -> Option<String> {
    let mut out = FoldedLines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", concat!("-//yidi//", env!("CARGO_PKG_VERSION"), "//ZH"));
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    out.line("X-WR-CALNAME", &escaped(&text.calendar_name()));
    let begun = out.0.len();
    let of = CalendarOf { text, case, checklist, today };
    for todo in &checklist.todos {
        of.event(&mut out, todo);
    }
    let any = out.0.len() > begun;
    out.line("END", "VCALENDAR");
    any.then_some(out.0)
}

/// What a calendar is made of, on a day.
struct CalendarOf<'c> {
    text: &'c Text,
    case: &'c Case,
    checklist: &'c Checklist,
    today: Date,
}

impl CalendarOf<'_> {
    fn event(&self, out: &mut FoldedLines, todo: &Todo) {
        let Self { text, case, checklist, today } = *self;
        let Some((by, day)) = todo.by.as_ref().and_then(|by| Some((by, by.due.date()?))) else { return };
        let Ok(after) = day.tomorrow() else { return };
        let task = text.words(&todo.task);
        let summary = if todo.is_late() { text.calendar_late(task) } else { task.to_owned() };
        // Dates instead of days left: it is read on another day.
        let mut says = vec![text.calendar_rule(text.limit(by.deadline.limit(), case.care))];
        says.extend(text.todo(todo, checklist, case, Medium::Paper).into_iter().filter_map(
            |(part, words)| {
                let is_told = matches!(
                    part,
                    ItemPart::Late | ItemPart::Papers | ItemPart::Channels | ItemPart::Say | ItemPart::Note
                );
                is_told.then_some(words)
            },
        ));
        says.push(text.last_words(case.insured));
        out.line("BEGIN", "VEVENT");
        let places = (case.insured.code(), case.care_place.code());
        out.line("UID", &format!("{}-{}-{}-{}@yidi.invalid", todo.id, places.0, places.1, basic(day)));
        out.line("DTSTAMP", &format!("{}T000000Z", basic(today)));
        out.line("DTSTART;VALUE=DATE", &basic(day));
        out.line("DTEND;VALUE=DATE", &basic(after));
        out.line("SUMMARY", &escaped(&summary));
        out.line("DESCRIPTION", &escaped(&says.join("\n")));
        out.line("TRANSP", "TRANSPARENT");
        let left = by.due.days_left().unwrap_or(-1);
        for (_, trigger) in ALARMS.into_iter().filter(|(before, _)| *before <= left) {
            out.line("BEGIN", "VALARM");
            out.line("ACTION", "DISPLAY");
            out.line("DESCRIPTION", &escaped(&summary));
            out.line("TRIGGER", trigger);
            out.line("END", "VALARM");
        }
        out.line("END", "VEVENT");
    }
}

/// A day without hyphens: `20261122`.
fn basic(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text with what has a meaning of its own marked (RFC 5545, 3.3.11).
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Lines as the form has them, the long ones folded between characters.
#[derive(Default)]
struct FoldedLines(String);

impl FoldedLines {
    fn line(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if used + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_with_a_meaning_are_marked() {
        assert_eq!(escaped("a,b;c\\d\ne\u{7}"), "a\\,b\\;c\\\\d\\ne");
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut lines = FoldedLines::default();
        lines.line("SUMMARY", &"备案".repeat(40));
        assert!(lines.0.ends_with("\r\n"));
        for line in lines.0.trim_end().split("\r\n") {
            assert!(line.len() <= LINE, "{line}");
        }
        assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "备案".repeat(40)));
    }
}

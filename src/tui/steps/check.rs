//! Step 6: every answer on one page, each changed by its number.

use jiff::civil::Date;
use ratatui::text::{Line, Span};

use super::super::bindings::label_of;
use super::super::body::Body;
use super::super::theme::{Meaning, Theme};
use crate::case::{Draft, Field, parse_amount, parse_percent};
use crate::policy::Place;
use crate::text::Text;
use crate::text::width::pad_right;
use crate::wizard;

/// The answers in the order of the questions, one a row.
pub(in crate::tui) fn rows(draft: &Draft) -> Vec<Field> {
    let mut rows = vec![Field::Insured, Field::CarePlace, Field::Status, Field::Tier];
    let asked = wizard::trip_fields(draft, false);
    // Of what may stay unknown, the bill and what was answered.
    let told = |field: &Field| {
        asked.contains(field)
            || matches!(field, Field::OwnExpense | Field::Prepay | Field::OverLimit | Field::Date)
            || !draft.typed(*field).is_empty()
            || wizard::chosen(draft, *field).is_some_and(|place| place > 0)
    };
    rows.extend(wizard::trip_fields(draft, true).into_iter().filter(told));
    rows
}

/// An answer in words; nothing where it was not given.
pub(in crate::tui) fn answer(draft: &Draft, field: Field, text: &Text, today: Date) -> Option<String> {
    let place = |place: Option<Place>| {
        place.map(|place| match place {
            Place::Province(_) => text.with_note(text.place(place), text.whole_province()),
            Place::Area(_) => text.place(place).to_owned(),
        })
    };
    let amount = |typed: &str| match parse_amount(typed) {
        Ok(money) => Some(text.money_unit(money)),
        Err(_) if typed.trim().is_empty() => None,
        Err(_) => Some(typed.to_owned()),
    };
    match field {
        Field::Insured => place(draft.insured),
        Field::CarePlace => place(draft.care_place),
        Field::Scheme | Field::Status => draft.status.map(|status| text.status(status)),
        Field::Tier => draft.tier.map(|tier| text.tier(tier)),
        Field::Date if draft.typed(field).trim().is_empty() => {
            Some(text.with_note(text.today(), text.date(today)))
        }
        Field::ClassBRate => {
            let rate = parse_percent(draft.typed(field));
            rate.map(|rate| text.percent(rate.to_string())).or_else(|| typed(draft, field))
        }
        Field::Admitted | Field::Date | Field::Age | Field::Admission | Field::RetiredIn => {
            typed(draft, field)
        }
        _ => match wizard::options(field) {
            Some(_) => wizard::chosen(draft, field).map(|place| text.option(field, place)),
            None => amount(draft.typed(field)),
        },
    }
}

fn typed(draft: &Draft, field: Field) -> Option<String> {
    Some(draft.typed(field).to_owned()).filter(|typed| !typed.trim().is_empty())
}

/// Draws the page.
pub(in crate::tui) fn draw(draft: &Draft, row: usize, text: &Text, theme: &Theme, today: Date) -> Body {
    const LABEL: usize = 22;
    let mut body = Body::default();
    for (place, field) in rows(draft).into_iter().enumerate() {
        let here = place == row;
        let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        let label = label_of(place).map_or_else(|| "  ".to_owned(), |label| format!("{label} "));
        let shown = answer(draft, field, text, today);
        let (words, meaning) = match shown {
            Some(words) => (words, Meaning::Input),
            None => (text.not_given(), Meaning::Muted),
        };
        let line = Line::from(vec![
            Span::styled(if here { " > " } else { "   " }, style),
            Span::styled(label, theme.style(Meaning::Key)),
            Span::styled(pad_right(&text.field(field), LABEL), style),
            Span::styled(words, theme.style(meaning)),
        ]);
        body.row(place, here, [line]);
    }
    body
}

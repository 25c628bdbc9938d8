//! The words of a question: its heading, its options with numbers, its hint, and
//! the line on which the answer is typed.

use super::menu_words;
use super::state::{At, Home, List, Menu, OfferReply, Session};
use crate::words::Text;
use yidi_core::answers;
use yidi_core::answers::Draft;
use yidi_core::answers::Step;
use yidi_core::case::Field;
use yidi_core::places::Place;
use yidi_core::policy::{Status, Tier};

/// The names of a question's options.
pub(super) fn names(text: &Text, field: Field) -> Vec<String> {
    (0..answers::options(field).unwrap_or_default()).map(|place| text.option(field, place)).collect()
}

/// A place with its province and code, so that it can be told from others.
pub(super) fn place(text: &Text, place: Place) -> String {
    let (code, insurer) = (place.code().to_string(), place.insurer());
    match place {
        Place::Province(_) => text.chosen_place(place),
        Place::Area(_) if insurer.only_area().is_some() => text.plain_place(text.place(place), code),
        Place::Area(_) => text
            .plain_place(text.place(place), format!("{} {code}", text.place_short(Place::Province(insurer)))),
    }
}

/// The answers of a list.
pub(super) fn rows(draft: &Draft, list: List) -> Vec<Field> {
    match list {
        List::Check | List::Change => answers::checked(draft),
        List::More => {
            let asked = answers::trip_fields(draft, false);
            answers::trip_fields(draft, true).into_iter().filter(|field| !asked.contains(field)).collect()
        }
    }
}

/// Says what is asked now.
pub(super) fn show(session: &mut Session<'_>) {
    let text = session.world.text;
    match session.at.clone() {
        At::Offer(left) => {
            session.out.line("");
            let name = |place: Option<Place>| {
                place.map_or_else(|| text.cases_open(), |place| text.place(place).to_owned())
            };
            let places = format!("{} → {}", name(left.insured), name(left.care_place));
            session.tell(&text.offer_resume());
            session.tell(&text.offer_resume_body(places));
            for (reply, number) in OfferReply::ALL.into_iter().zip(1_usize..) {
                session.out.item(&text.plain_option(number.to_string(), reply.name(text)));
            }
        }
        At::Ask(field, home) => {
            // The first field of a step brings its heading.
            let trip = answers::trip_fields(&session.draft, false);
            let is_first =
                matches!(Step::of(field), Step::Insured | Step::CarePlace | Step::Status | Step::Tier)
                    || home == Home::Walk && Some(&field) == trip.first();
            session.out.line("");
            if is_first {
                heading(session, Step::of(field));
            }
            let all: Vec<usize> = (0..answers::options(field).unwrap_or_default()).collect();
            if !all.is_empty() && Step::of(field) == Step::Trip {
                session.tell(&text.field(field));
            }
            options(session, field, &all);
            if all.is_empty()
                && let Some(hint) = text.hint(field)
            {
                session.tell(&hint);
            }
        }
        At::MoreOrNot => {
            session.out.line("");
            session.tell(&text.plain_more_or_not());
            session.yes_and_no();
        }
        At::List(list) => {
            session.out.line("");
            match list {
                List::More => session.tell(&text.plain_more_list()),
                List::Check => heading(session, Step::Check),
                List::Change => session.tell(&text.plain_menu_change()),
            }
            answers(session, list);
        }
        At::Menu(menu) => menu_words::show(session, &menu),
    }
}

fn heading(session: &mut Session<'_>, step: Step) {
    let text = session.world.text;
    let count = |number| u64::try_from(number).unwrap_or_default();
    let at = text.step_of(count(step.number()), count(Step::ALL.len()));
    let question = if step == Step::Check { text.plain_check() } else { text.question(step) };
    session.tell(&text.plain_heading(at, question));
}

/// Some options of a question, each with its number.
pub(super) fn options(session: &mut Session<'_>, field: Field, places: &[usize]) {
    let text = session.world.text;
    for place in places {
        let number = answers::number_of(field, *place).to_string();
        session.out.item(&text.plain_option(number, text.option(field, *place)));
    }
}

/// Every answer of the list with its number.
fn answers(session: &mut Session<'_>, list: List) {
    let text = session.world.text;
    let rows = rows(&session.draft, list);
    session.listed.clone_from(&rows);
    for (field, number) in rows.iter().zip(1_usize..) {
        let answer = text.answer(&session.draft, *field, session.world.today);
        let shown = text.plain_taken(text.field(*field), answer.unwrap_or_else(|| text.not_given()));
        session.out.item(&text.plain_option(number.to_string(), shown));
    }
    if list != List::More {
        session.out.item(&text.plain_option((rows.len() + 1).to_string(), text.plain_more()));
    }
}

/// Everything that helps with the question that is asked, then the question again.
pub(super) fn help(session: &mut Session<'_>) {
    let text = session.world.text;
    session.out.line("");
    session.tell(&text.plain_keys());
    match session.at {
        At::Ask(Field::Status, _) => {
            let known = Status::ALL.map(|one| text.status_hint(one));
            hints(session, Field::Status, known.into_iter().chain([text.status_hint_open()]));
        }
        At::Ask(Field::Tier, _) => {
            let known = Tier::ALL.map(|one| text.tier_hint(one));
            hints(session, Field::Tier, known.into_iter().chain([text.tier_hint_open()]));
        }
        At::Ask(field, _) if answers::options(field).is_some() => {
            text.hint(field).into_iter().for_each(|hint| session.tell(&hint));
            session.tell(&text.plain_option_help());
        }
        At::Ask(..) => {}
        At::List(_) => session.tell(&text.plain_row_help()),
        At::Offer(_) | At::MoreOrNot | At::Menu(_) => session.tell(&text.plain_option_help()),
    }
    show(session);
}

fn hints(session: &mut Session<'_>, field: Field, hints: impl IntoIterator<Item = String>) {
    let text = session.world.text;
    for (at, hint) in hints.into_iter().enumerate() {
        session.out.item(&text.plain_taken(text.option(field, at), hint));
    }
}

/// The label of the line on which the answer is typed, with what Enter takes.
pub(super) fn prompt(session: &Session<'_>) -> String {
    let text = session.world.text;
    let with = |label: String, usual: Option<String>| match usual {
        Some(usual) => text.plain_prompt_usual(label, usual),
        None => text.plain_prompt(label),
    };
    match &session.at {
        At::Offer(_) => with(text.plain_number(), Some(text.plain_option("1", text.yes()))),
        At::Ask(field, _) => with(text.field(*field), usual(session, *field)),
        At::MoreOrNot => with(text.plain_number(), Some(text.plain_option("2", text.no()))),
        At::List(List::More) => with(text.plain_number(), Some(text.key_continue())),
        At::List(List::Check) => with(text.plain_number(), Some(text.key_show_result())),
        At::List(List::Change) => with(text.plain_number(), Some(text.key_back())),
        At::Menu(Menu::Result) => with(text.plain_number(), None),
        At::Menu(menu) => {
            let (label, usual) = menu_words::prompt(session, menu);
            with(label, usual)
        }
    }
}

/// What Enter takes at a question, where it takes something.
fn usual(session: &Session<'_>, field: Field) -> Option<String> {
    let text = session.world.text;
    let draft: &Draft = &session.draft;
    let city = session.world.city.filter(|_| field == Field::Insured && draft.insured.is_none());
    if let Some(city) = city {
        return Some(text.chosen_place(city));
    }
    if let Some(chosen) = answers::chosen(draft, field) {
        return Some(
            text.plain_option(answers::number_of(field, chosen).to_string(), text.option(field, chosen)),
        );
    }
    let answer = text.answer(draft, field, session.world.today);
    let may_stay_open =
        answers::options(field).is_none() && !matches!(field, Field::Insured | Field::CarePlace);
    answer.or_else(|| may_stay_open.then(|| text.not_given()))
}

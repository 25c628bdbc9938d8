//! `yidi checklist --ics`: read back by a reader that is not ours.

use std::collections::BTreeMap;

use ical::IcalParser;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use ical::property::Property;

use crate::support::process::{json, said, shown, yidi};

const CASE: &str = "checklist 鞍山 北京 职工在职 三级 急诊 --admitted 2026-10-20 --date 2026-11-02";

fn read(text: &str) -> IcalCalendar {
    let mut all = IcalParser::new(text.as_bytes());
    let calendar = all.next().unwrap().unwrap();
    assert!(all.next().is_none(), "one calendar");
    calendar
}

fn value(properties: &[Property], name: &str) -> String {
    let found: Vec<_> = properties.iter().filter(|one| one.name == name).collect();
    assert_eq!(found.len(), 1, "{name} in {properties:?}");
    found[0].value.clone().unwrap_or_default()
}

fn days(events: &[IcalEvent]) -> BTreeMap<String, String> {
    events.iter().map(|one| (value(&one.properties, "SUMMARY"), value(&one.properties, "DTSTART"))).collect()
}

#[test]
fn every_deadline_with_a_day_is_an_event_of_that_day() {
    for lang in ["zh", "en"] {
        let output = yidi(format!("{CASE} --ics - --lang {lang}"));
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let text = shown(&output);
        let calendar = read(&text);
        assert_eq!(value(&calendar.properties, "VERSION"), "2.0");
        let items = json(format!("{CASE} --json --lang {lang}"));
        let dated: Vec<String> = items["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|item| item["deadline"]["date"].as_str().map(|day| day.replace('-', "")))
            .collect();
        assert!(dated.len() > 1, "{dated:?}");
        let mut starts: Vec<String> =
            calendar.events.iter().map(|one| value(&one.properties, "DTSTART")).collect();
        let mut dated = dated;
        starts.sort();
        dated.sort();
        assert_eq!(starts, dated);
        assert_eq!(days(&calendar.events).len(), calendar.events.len(), "no task twice");
        let mut names: Vec<String> =
            calendar.events.iter().map(|one| value(&one.properties, "UID")).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), calendar.events.len(), "every event has a name of its own");
    }
}

#[test]
fn what_is_to_come_has_alarms_and_what_is_over_has_none() {
    let calendar = read(&shown(&yidi("checklist 鞍山 北京 职工在职 --date 2099-11-20 --ics -")));
    let event = calendar.events.first().unwrap();
    let triggers: Vec<String> = event.alarms.iter().map(|one| value(&one.properties, "TRIGGER")).collect();
    assert_eq!(triggers, ["-P2DT15H", "-PT15H", "PT9H"]);
    let over = read(&shown(&yidi("checklist 鞍山 北京 职工在职 --date 2025-01-20 --ics -")));
    assert!(over.events.iter().any(|one| one.alarms.is_empty()));
    assert!(value(&over.events[0].properties, "SUMMARY").contains("仍要办"));
}

#[test]
fn lines_are_short_and_end_as_the_form_asks() {
    let text = shown(&yidi(format!("{CASE} --ics -")));
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    assert!(!text.contains("还有"), "a calendar is read on another day");
}

#[test]
fn without_days_there_is_no_calendar() {
    let output = yidi("checklist 鞍山 北京 职工在职 --ics -");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("入院日期"), "{}", said(&output));
}

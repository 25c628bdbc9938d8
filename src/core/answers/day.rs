//! Days as people and other programs write them. What leaves the year out, or
//! counts from today, becomes a day only beside one that is known.

use jiff::ToSpan as _;
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::amount::parse_amount;
use super::bare::bare;
use super::typed::without_point;

/// A longer text is no day.
const LONGEST_DAY: usize = 64;

/// A day without its year lies at most so many days ahead: people plan a trip
/// for the next weeks, and hand in bills of the last months.
const AHEAD: i32 = 60;

/// So many days are counted from today at most.
const MOST_COUNTED: i64 = 366;

/// Days that are named from today, in days before it.
const NAMED: [(&str, i32); 16] = [
    ("今天", 0),
    ("今日", 0),
    ("jintian", 0),
    ("today", 0),
    ("昨天", 1),
    ("昨日", 1),
    ("zuotian", 1),
    ("yesterday", 1),
    ("前天", 2),
    ("前日", 2),
    ("qiantian", 2),
    ("大前天", 3),
    ("明天", -1),
    ("mingtian", -1),
    ("tomorrow", -1),
    ("后天", -2),
];

/// What a text says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WrittenDay {
    Full(Date),
    /// Month and day of some year.
    OfYear(i8, i8),
    /// So many days before today.
    Before(i32),
}

/// A day written whole: `2026-11-22`, `2026/1/5`, `2026.1.5`, `2026年1月5日`,
/// `20261122`, each in any digits and with a time of day behind it, which is
/// left out.
pub fn parse_day(typed: &str) -> Option<Date> {
    full_day(typed).or_else(|| match written(typed)? {
        WrittenDay::Full(day) => Some(day),
        _ => None,
    })
}

/// A day written whole or without its year, `10-20`, `10.20`, `1020`,
/// `10月20日`, or named from today, `昨天`, `3天前`.
pub fn parse_day_near(typed: &str, today: Date) -> Option<Date> {
    if let Some(day) = full_day(typed) {
        return Some(day);
    }
    match written(typed)? {
        WrittenDay::Full(day) => Some(day),
        WrittenDay::OfYear(month, day) => latest(month, day, today.saturating_add(AHEAD.days())),
        WrittenDay::Before(days) => today.checked_sub(days.days()).ok(),
    }
}

/// The same where it comes on or after another day: without its year it is the
/// first that does.
pub fn parse_day_after(typed: &str, earlier: Date, today: Date) -> Option<Date> {
    match written(typed)? {
        WrittenDay::OfYear(month, day) => {
            let in_year = |year: i16| Date::new(year, month, day).ok().filter(|day| *day >= earlier);
            in_year(earlier.year()).or_else(|| in_year(earlier.year().checked_add(1)?))
        }
        _ => parse_day_near(typed, today),
    }
}

/// Whether a text is a day beside some other one.
pub fn is_day(typed: &str) -> bool {
    full_day(typed).is_some() || written(typed).is_some()
}

/// A day as spreadsheets count them, from the end of 1899, perhaps with a part of
/// a day: 46027 is 2026-01-05. Only days that can be meant: from 2000 to 2079.
fn counted_by_sheets(typed: &str) -> Option<Date> {
    const FIRST: i32 = 36_526;
    const LAST: i32 = 65_745;
    let (days, part) = typed.split_once('.').unwrap_or((typed, "0"));
    let is_number =
        days.len() == 5 && [days, part].iter().all(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let days: i32 = days.parse().ok().filter(|days| is_number && (FIRST..=LAST).contains(days))?;
    Date::new(1899, 12, 30).ok()?.checked_add(days.days()).ok()
}

/// The day in China on which so many milliseconds since 1970 were over: only from
/// 2000 to 2079.
fn counted_by_programs(typed: &str) -> Option<Date> {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    const EAST: i64 = 8 * 60 * 60 * 1000;
    let days = typed.parse::<i64>().ok()?.checked_add(EAST)? / DAY;
    let day = Date::new(1970, 1, 1).ok()?.checked_add(days.days()).ok()?;
    (2000..=2079).contains(&day.year()).then_some(day)
}

/// The last such day of a year up to another one.
fn latest(month: i8, day: i8, last: Date) -> Option<Date> {
    let in_year = |year: i16| Date::new(year, month, day).ok().filter(|day| *day <= last);
    in_year(last.year()).or_else(|| in_year(last.year().checked_sub(1)?))
}

/// `2026-11-22`, by a short way.
fn full_day(typed: &str) -> Option<Date> {
    let bytes: [u8; 10] = typed.as_bytes().try_into().ok()?;
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else { return None };
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i16::from(byte - b'0'));
    let two = |tens, ones| Some(digit(tens)? * 10 + digit(ones)?);
    let (year, month, day) = (two(y1, y2)? * 100 + two(y3, y4)?, two(m1, m2)?, two(d1, d2)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn written(typed: &str) -> Option<WrittenDay> {
    if typed.len() > LONGEST_DAY {
        return None;
    }
    let narrow: String = bare(typed).nfkc().flat_map(char::to_lowercase).collect();
    let narrow = without_point(&narrow);
    if let Some(days) = counted(narrow) {
        return Some(WrittenDay::Before(days));
    }
    let day = without_time(narrow);
    let is_digits = day.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(day) = counted_by_sheets(day) {
        return Some(WrittenDay::Full(day));
    }
    match day.len() {
        // With the time behind it, as programs write it: 20260105180952.
        14 | 12 if is_digits => return whole(&day[..4], &day[4..6], &day[6..8]),
        // Milliseconds since 1970, as programs count them.
        13 if is_digits => return counted_by_programs(day).map(WrittenDay::Full),
        8 if is_digits => return whole(&day[..4], &day[4..6], &day[6..]),
        4 if is_digits => return of_year(&day[..2], &day[2..]),
        _ => {}
    }
    let parts: Vec<&str> =
        day.split(['-', '/', '.', '年', '月', '日', '号']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        // 2/1/2026 and the like could be two days.
        [year, month, day] if year.len() == 4 => whole(year, month, day),
        [month, day] => of_year(month, day),
        _ => None,
    }
}

fn whole(year: &str, month: &str, day: &str) -> Option<WrittenDay> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok().map(WrittenDay::Full)
}

/// A month and a day of it, where some year has it.
fn of_year(month: &str, day: &str) -> Option<WrittenDay> {
    const LEAP_YEAR: i16 = 2024;
    let is_short =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_short(month) || !is_short(day) {
        return None;
    }
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    Date::new(LEAP_YEAR, month, day).ok().map(|_| WrittenDay::OfYear(month, day))
}

/// Days before today: `昨天`, `3天前`, `三天前`.
fn counted(typed: &str) -> Option<i32> {
    if let Some((_, days)) = NAMED.iter().find(|(name, _)| *name == typed) {
        return Some(*days);
    }
    let (number, sign) = typed
        .strip_suffix("天前")
        .map(|number| (number, 1))
        .or_else(|| typed.strip_suffix("天后").map(|number| (number, -1)))?;
    let days = parse_amount(number).ok()?.fen();
    let is_whole = days % 100 == 0 && days / 100 <= MOST_COUNTED;
    i32::try_from(days / 100).ok().filter(|_| is_whole).map(|days| days * sign)
}

/// The day before a time: `2026-01-05 18:09:52`, `2026-01-05T18:09+08:00`.
fn without_time(typed: &str) -> &str {
    let of_signs = |text: &str, signs: &str| text.chars().all(|c| c.is_ascii_digit() || signs.contains(c));
    let (day, time) = typed.split_once([' ', 't']).unwrap_or((typed, ""));
    let is_time = time.contains(':') && of_signs(time, ":.+-z");
    // 20261120 180952, as two fields of a program come together.
    let are_digits = matches!(time.len(), 4 | 6) && day.len() == 8 && of_signs(day, "") && of_signs(time, "");
    if is_time || are_digits {
        return day;
    }
    // 2026年1月5日18时09分, with or without a blank.
    let Some((day, time)) = typed.split_once('日') else { return typed };
    let time = time.trim_start();
    let is_time = time.contains(['时', '点', ':']) && of_signs(time, "时点分秒: ");
    if is_time { day } else { typed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 28);

    #[test]
    fn days_of_programs_are_read() {
        for typed in [
            "46027",
            "46027.756851",
            "20260105",
            "20260105180952",
            "2026-01-05 18:09:52",
            "2026-01-05T18:09:52.000Z",
            "2026-01-05T18:09:52+08:00",
            "2026/1/5 0:00",
            "2026年1月5日 18:09",
            "2026年1月5日18:09:52",
            "2026年1月5日 18时09分",
            "2026年1月5日18时09分52秒",
            "2026年1月5日 18点09分",
            "20260105.0",
            "46027.0",
            "20260105 180952",
            "20260105 1809",
            "202601051809",
            "=\"20260105\"",
            "'2026-01-05",
            // 2026-01-05 18:09:52 in China; half an hour after midnight there.
            "1767607792000",
            "1767544200000",
        ] {
            assert_eq!(parse_day(typed), Some(date(2026, 1, 5)), "{typed}");
        }
        for typed in [
            "30000",
            "99999",
            "4602",
            "460270",
            "46027.x",
            "20261305180952",
            "202613051809",
            "18:09:52",
            "9999999999999",
            "20260105 18",
        ] {
            assert_eq!(parse_day(typed), None, "{typed}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_full_day_is_the_same_either_way(typed in "[0-9]{4}-[0-9]{2}-[0-9]{2}|20[0-9]{2}-[01][0-9]-[0-3][0-9]") {
            let slow = written(&typed).and_then(|one| match one {
                WrittenDay::Full(day) => Some(day),
                _ => None,
            });
            prop_assert_eq!(full_day(&typed), slow);
        }

        #[test]
        fn a_day_without_its_year_is_within_a_year_and_never_far_ahead(
            (month, day) in (1_i8..=12, 1_i8..=28), ago in 0_i32..4_000,
        ) {
            let today = TODAY.saturating_sub(ago.days());
            let found = parse_day_near(&format!("{month}-{day}"), today).unwrap();
            prop_assert_eq!((found.month(), found.day()), (month, day));
            prop_assert!(found <= today.saturating_add(AHEAD.days()));
            prop_assert!(found > today.saturating_add(AHEAD.days()).saturating_sub(1.year()));
            let after = parse_day_after(&format!("{month}.{day}"), found, today);
            prop_assert_eq!(after, Some(found));
        }
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for (typed, expected) in [
            ("20261020", date(2026, 10, 20)),
            ("2026-10-20", date(2026, 10, 20)),
            ("2026.10.20", date(2026, 10, 20)),
            ("10-20", date(2026, 10, 20)),
            ("10/20", date(2026, 10, 20)),
            ("10.20", date(2026, 10, 20)),
            ("1020", date(2026, 10, 20)),
            ("１０－２０", date(2026, 10, 20)),
            ("10月20日", date(2026, 10, 20)),
            ("10月20号", date(2026, 10, 20)),
            ("10月20", date(2026, 10, 20)),
            ("1-5", date(2027, 1, 5)),
            ("1-26", date(2027, 1, 26)),
            ("1-28", date(2026, 1, 28)),
            ("12-31", date(2026, 12, 31)),
            ("0105", date(2027, 1, 5)),
            ("今天", TODAY),
            ("昨天", date(2026, 11, 27)),
            ("前天", date(2026, 11, 26)),
            ("大前天", date(2026, 11, 25)),
            ("明天", date(2026, 11, 29)),
            ("Yesterday", date(2026, 11, 27)),
            ("3天前", date(2026, 11, 25)),
            ("三天前", date(2026, 11, 25)),
            ("10天后", date(2026, 12, 8)),
        ] {
            assert_eq!(parse_day_near(typed, TODAY), Some(expected), "{typed}");
            assert!(is_day(typed), "{typed}");
        }
        for typed in
            ["", "5", "13-1", "2-30", "2026-13-01", "1-2-3", "20-10", "400天前", "半天前", "1.5天前", "abc"]
        {
            assert_eq!(parse_day_near(typed, TODAY), None, "{typed}");
            assert!(!is_day(typed), "{typed}");
        }
        // A leap day is one of some year, if not of this or the last.
        assert!(is_day("2-29"));
        assert_eq!(parse_day_near("2-29", TODAY), None);
        assert_eq!(parse_day_near("2-29", date(2028, 3, 1)), Some(date(2028, 2, 29)));
    }

    #[test]
    fn a_discharge_without_its_year_follows_the_admission() {
        for (admitted, typed, expected) in [
            (date(2026, 10, 20), "11-2", date(2026, 11, 2)),
            (date(2025, 12, 30), "1-3", date(2026, 1, 3)),
            (date(2026, 12, 30), "1.3", date(2027, 1, 3)),
            (date(2026, 10, 20), "昨天", date(2026, 11, 27)),
            (date(2026, 10, 20), "2026-10-01", date(2026, 10, 1)),
        ] {
            assert_eq!(parse_day_after(typed, admitted, TODAY), Some(expected), "{admitted} {typed}");
        }
    }
}

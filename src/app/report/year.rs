//! A patient's year as text and as JSON.

use serde_json::{Map, Value as Json, json};

use super::Page;
use super::json::case_json;
use super::values::{burden, day, money, money_span};
use crate::words::Text;
use crate::words::width::{pad_left, pad_right, width};
use yidi_core::answers::word;
use yidi_core::estimate::{Burden, Counter, Line, Side};
use yidi_core::num::{Money, Span};
use yidi_core::policy::Book;
use yidi_core::year::{Carried, Standing, Used, Visit, Year, YearComparison};

const SIDES: [(&str, Side); 2] = [("best", Side::Best), ("worst", Side::Worst)];

/// A year, in the form `yidi.year/1`.
pub fn year_json(book: &Book, year: &Year, comparison: &YearComparison) -> Json {
    let years: Vec<Json> = year.years().into_iter().map(|one| calendar_year(year, one)).collect();
    let tiers: Vec<Json> = comparison
        .tiers
        .iter()
        .map(|other| json!({ "tier": word(other.tier), "personal": burden(other.personal) }))
        .collect();
    json!({
        "format": "yidi.year/1",
        "data_gathered": day(book.nation().gathered),
        "personal": burden(Burden { span: Year::personal(&year.visits), open: year.open() }),
        "grade": year.grade().key(),
        "insured": {
            "best": year.best_area.get().code.to_string(),
            "worst": year.worst_area.get().code.to_string(),
        },
        "years": years,
        "filing_saves": comparison.filing_saves.map(money_span),
        "tiers": tiers,
    })
}

fn calendar_year(year: &Year, one: i16) -> Json {
    let visits: Vec<&Visit> = year.of(one).collect();
    let totals = SIDES.map(|(name, side)| {
        let mut lines = Map::new();
        for line in Line::ALL {
            lines.insert(line.key().to_owned(), json!(money(Year::sum(visits.iter().copied(), line, side))));
        }
        (name.to_owned(), Json::Object(lines))
    });
    json!({
        "year": one,
        "personal": money_span(Year::personal(visits.iter().copied())),
        "totals": Json::Object(Map::from_iter(totals)),
        "limits": year.standings(one).iter().map(standing).collect::<Vec<_>>(),
        "visits": visits.iter().map(|visit| visit_json(visit)).collect::<Vec<_>>(),
    })
}

fn visit_json(visit: &Visit) -> Json {
    json!({
        "entry": visit.entry + 1,
        "time": visit.nth + 1,
        "paid": visit.paid,
        "forecast": visit.forecast,
        "personal": burden(Burden { span: visit.personal(), open: visit.open }),
        "grade": visit.grade.key(),
        "best": carried(&visit.best),
        "worst": carried(&visit.worst),
    })
}

fn carried(end: &Carried) -> Json {
    let mut lines = Map::new();
    for line in Line::ALL {
        lines.insert(line.key().to_owned(), json!(end.settlement.line(line).map(money)));
    }
    let crossed = Counter::ALL.into_iter().filter(|counter| end.comes_to(*counter)).map(counter_key);
    json!({
        "case": case_json(&end.case),
        "lines": lines,
        "compliant": money(end.settlement.compliant()),
        "crossed": crossed.collect::<Vec<_>>(),
    })
}

fn standing(standing: &Standing) -> Json {
    let end = |used: Used| {
        json!({
            "used": money(used.used),
            "limit": used.limit.map(money),
            "left": used.left().map(money),
        })
    };
    json!({
        "counter": counter_key(standing.counter),
        "care": standing.care.map(word),
        "best": end(standing.best),
        "worst": end(standing.worst),
    })
}

const fn counter_key(counter: Counter) -> &'static str {
    match counter {
        Counter::Deductible => "deductible",
        Counter::Eligible => "eligible",
        Counter::Fund => "fund",
        Counter::Supplement => "supplement",
        Counter::Burden => "burden",
        Counter::Catastrophic => "catastrophic",
        Counter::Aid => "aid",
    }
}

/// A year as text.
pub fn year_text(text: &Text, year: &Year, comparison: &YearComparison) -> String {
    let mut out = Page::default();
    for one in year.years() {
        let visits: Vec<&Visit> = year.of(one).collect();
        let Some(first) = visits.first() else { continue };
        let case = first.best.case;
        let of_year = text.year_of(one.to_string(), text.place(case.insured), text.statuses(case.status));
        out.paragraph(&of_year);
        out.line("");
        let rows: Vec<[String; 5]> = visits.iter().map(|visit| row(text, visit)).collect();
        table(&mut out, text, &rows, &visits);
        out.line("");
        totals(&mut out, text, &visits);
        let standings = year.standings(one);
        if !standings.is_empty() {
            out.line("");
            out.line(&text.year_limits());
            for standing in &standings {
                out.item(&standing_line(text, standing));
            }
        }
        out.line("");
    }
    compared(&mut out, text, year, comparison);
    out.paragraph(&text.year_note());
    out.paragraph(&text.disclaimer());
    out.text()
}

fn row(text: &Text, visit: &Visit) -> [String; 5] {
    let case = &visit.best.case;
    let what = format!(
        "{} {} {}",
        text.place_short(case.care_place),
        text.tiers(case.tier),
        text.visit(case.care, case.disease)
    );
    let burden = text.burden(Burden { span: visit.personal(), open: visit.open });
    let mark = match (visit.paid, visit.forecast) {
        (true, _) => text.year_paid(),
        (_, true) => text.year_forecast(),
        _ => String::new(),
    };
    [case.date.to_string(), what, text.money_span(total(visit)), burden, mark]
}

/// The whole bill at both ends.
fn total(visit: &Visit) -> Span<Money> {
    Span::between(visit.best.settlement.total, visit.worst.settlement.total)
}

fn table(out: &mut Page, text: &Text, rows: &[[String; 5]], visits: &[&Visit]) {
    let widest = |at: usize| rows.iter().map(|row| width(&row[at])).max().unwrap_or_default();
    let widths = [0, 1, 2, 3].map(widest);
    for (number, (row, visit)) in rows.iter().zip(visits).enumerate() {
        let [day, what, total, personal, mark] = row;
        let line = [
            pad_left(&(number + 1).to_string(), 3),
            pad_right(day, widths[0]),
            pad_right(what, widths[1]),
            pad_left(total, widths[2]),
            pad_left(personal, widths[3]),
        ];
        out.indented(0, 5, &line.join("  "));
        let said = [Some(mark.clone()).filter(|mark| !mark.is_empty()), crossed_sentence(text, visit)];
        let said: Vec<String> = said.into_iter().flatten().collect();
        if !said.is_empty() {
            out.below(&said.join("  "));
        }
    }
}

/// Which limits are come to in a case, and whether that is certain; nothing where none is.
pub fn crossed_sentence(text: &Text, visit: &Visit) -> Option<String> {
    let at = |side| visit.crossed(side).collect::<Vec<Counter>>();
    let (best, worst) = (at(Side::Best), at(Side::Worst));
    let crossed = Counter::ALL.into_iter().filter(|one| best.contains(one) || worst.contains(one));
    let told = crossed.map(|counter| {
        let crossed = text.crossed(counter);
        let is_certain = best.contains(&counter) && worst.contains(&counter);
        if is_certain { crossed } else { text.year_perhaps(crossed) }
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| text.year_crossed(text.list(told)))
}

fn totals(out: &mut Page, text: &Text, visits: &[&Visit]) {
    let sum = |line| {
        let at = |side| Year::sum(visits.iter().copied(), line, side);
        Span::between(at(Side::Best), at(Side::Worst))
    };
    for line in [
        Line::Total,
        Line::Fund,
        Line::Supplement,
        Line::Catastrophic,
        Line::Aid,
        Line::Personal,
        Line::Account,
    ] {
        let amount = sum(line);
        let always = matches!(line, Line::Total | Line::Fund | Line::Personal);
        if always || !amount.high().is_zero() {
            out.item(&text.year_total(text.line(line), text.money_span(amount)));
        }
    }
}

/// A limit, how much of it is used, and a bar.
pub fn standing_line(text: &Text, standing: &Standing) -> String {
    let name = text.standing(standing.counter, standing.care);
    let ends = [standing.best, standing.worst];
    let span = |of: fn(&Used) -> Option<Money>| {
        let ends: Vec<_> = ends.iter().filter_map(of).collect();
        let low = ends.iter().min().copied()?;
        Some(Span::between(low, ends.iter().max().copied()?))
    };
    let used = span(|used| Some(used.used)).map_or_else(String::new, |used| text.money_span(used));
    let limit = match span(|used| used.limit) {
        Some(limit) if ends.iter().all(|end| end.limit.is_some()) => text.money_span(limit),
        Some(limit) => text.at_least(text.money(limit.low())),
        None => String::new(),
    };
    text.year_used(bar(standing), name, used, limit)
}

/// How much of a limit is used: certainly, and perhaps.
fn bar(standing: &Standing) -> String {
    const CELLS: i64 = 10;
    let cells = [standing.best, standing.worst].map(|end| {
        let limit = end.limit.map_or(0, Money::fen);
        let full = if limit > 0 { end.used.fen().saturating_mul(CELLS) / limit } else { 0 };
        usize::try_from(full.clamp(0, CELLS)).unwrap_or_default()
    });
    let [least, most] = [cells[0].min(cells[1]), cells[0].max(cells[1])];
    let all = usize::try_from(CELLS).unwrap_or_default();
    format!("[{}{}{}]", "#".repeat(least), "+".repeat(most - least), ".".repeat(all - most))
}

fn compared(out: &mut Page, text: &Text, year: &Year, comparison: &YearComparison) {
    if let Some(saves) = comparison.filing_saves.filter(|saves| !saves.high().is_zero()) {
        out.paragraph(&text.year_filing(text.money_span(saves)));
        out.line("");
    }
    let now = Year::personal(&year.visits);
    if comparison.tiers.iter().any(|other| other.personal.span != now) {
        out.line(&text.year_tiers());
        for other in &comparison.tiers {
            out.item(&text.year_total(text.tier(other.tier), text.burden(other.personal)));
        }
        out.line("");
    }
}

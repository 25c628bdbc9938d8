//! How far the data reaches.

use enumset::EnumSet;
use serde_json::{Map, Value as Json, json};

use super::super::page::Page;
use super::super::values::{day, level};
use super::share;
use crate::words::Text;
use crate::words::width::{pad_right, width, wrap};
use yidi_core::answers::word;
use yidi_core::places::Place;
use yidi_core::policy::audit::{
    Coverage, CoverageCell, CoverageRow, KnownAreas, LevelCounts, ProvinceCoverage, Reach, ReachCounts,
};
use yidi_core::policy::{Care, Grade, Holder, Item, Scheme};

/// Cells of a column: two Chinese characters or a short word; one more stands between columns.
const COLUMN: usize = 4;

/// As text: a table for each scheme, then the counts.
pub fn coverage_text(text: &Text, coverage: &Coverage) -> String {
    let mut out = Page::default();
    out.line(&text.coverage_title(text.date(coverage.date)));
    out.paragraph(&text.coverage_legend());
    for scheme in EnumSet::<Scheme>::all() {
        out.line("");
        table(&mut out, text, coverage, scheme);
    }
    let (holders, figures) = (coverage.holders(), coverage.by_level);
    out.line("");
    out.paragraph(&text.coverage_holders(holders.areas, holders.provinces));
    let known = coverage.known();
    out.paragraph(&text.coverage_stays(known.all, known.stay, known.tier_3));
    out.paragraph(&text.coverage_trips(known.all, known.away, known.trip));
    let LevelCounts { areas, provinces, nation } = figures;
    out.paragraph(&text.coverage_figures(coverage.figures, areas, provinces, nation));
    for (grade, count) in &coverage.by_grade {
        let share = text.percent(share(*count, coverage.figures).to_string());
        out.item(&text.coverage_grade(text.grade(*grade), *count, share));
    }
    out.paragraph(&text.coverage_sources(coverage.sources));
    out.text()
}

/// As a table in Markdown: a province a row.
pub fn coverage_markdown(text: &Text, coverage: &Coverage) -> String {
    let grades = coverage.by_grade.iter().filter(|(_, count)| *count > 0).map(|(grade, _)| *grade);
    let grades: Vec<Grade> = grades.collect();
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut head =
        vec![text.coverage_head_province(), text.coverage_head_areas(), text.coverage_head_figures()];
    head.extend(grades.iter().map(|grade| text.grade(*grade)));
    let rule = format!("|---|---|{}\n", "---:|".repeat(head.len() - 2));
    let mut out = row(head) + &rule;
    for province in &coverage.provinces {
        let areas = text.list(province.areas.iter().map(|area| text.place_short(Place::Area(*area))));
        let mut cells = vec![
            text.place_short(Place::Province(province.province)).to_owned(),
            areas,
            province.figures().to_string(),
        ];
        let of = |grade: &Grade| {
            province.by_grade.iter().find(|(one, _)| one == grade).map_or(0, |(_, count)| *count)
        };
        cells.extend(
            grades.iter().map(of).map(|count| if count == 0 { String::new() } else { count.to_string() }),
        );
        out += &row(cells);
    }
    for scheme in EnumSet::<Scheme>::all() {
        out += "\n";
        out += &reaches(text, coverage, scheme);
    }
    out
}

/// The items of the tables by province: as many as fit a page; JSON has all.
const MAIN: [Item; 6] = [
    Item::Deductible,
    Item::Rate,
    Item::Cap,
    Item::CatastrophicDeductible,
    Item::CatastrophicRate,
    Item::Away,
];

/// By province and item, how many areas have it of their own, of their province,
/// of the nation, and not at all.
fn reaches(text: &Text, coverage: &Coverage, scheme: Scheme) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut head = vec![text.group(Some(scheme), Some(Care::Inpatient))];
    head.extend(MAIN.iter().map(|item| text.item(*item)));
    let mut out = row(head) + &format!("|---|{}\n", "---|".repeat(MAIN.len()));
    for province in &coverage.provinces {
        let mut cells = vec![text.place_short(Place::Province(province.province)).to_owned()];
        cells.extend(MAIN.iter().map(|item| {
            let counts = province.reaches.get(&(scheme, *item)).copied().unwrap_or_default();
            let ReachCounts { own, province, nation, unknown } = counts;
            format!("{own}/{province}/{nation}/{unknown}")
        }));
        out += &row(cells);
    }
    out
}

fn table(out: &mut Page, text: &Text, coverage: &Coverage, scheme: Scheme) {
    out.line(&text.group(Some(scheme), Some(Care::Inpatient)));
    let (items, alike) = columns(coverage, scheme);
    let names: Vec<String> = coverage.rows.iter().map(|row| name(text, row.holder)).collect();
    let label = names.iter().map(|name| width(name)).max().unwrap_or_default();
    let mut line = |name: &str, cells: Vec<String>| {
        let cells = cells.iter().map(|cell| pad_right(cell, COLUMN));
        let all: Vec<String> = std::iter::once(pad_right(name, label)).chain(cells).collect();
        out.line(&all.join(" "));
    };
    // Long names stand above narrow columns, each in as many lines as it takes.
    let heads: Vec<Vec<String>> = items.iter().map(|item| wrap(&text.column(*item), COLUMN, 0)).collect();
    for place in 0..heads.iter().map(Vec::len).max().unwrap_or_default() {
        line("", heads.iter().map(|head| head.get(place).cloned().unwrap_or_default()).collect());
    }
    for (name, row) in names.iter().zip(&coverage.rows) {
        line(name, items.iter().map(|item| mark(text, row.cells[&(scheme, *item)])).collect());
    }
    for (cell, items) in alike {
        let items = text.list(items.iter().map(|item| text.item(*item)));
        out.paragraph(&text.coverage_alike(mark(text, cell), items));
    }
}

/// The items in which rows differ, and the others by what every row has.
fn columns(coverage: &Coverage, scheme: Scheme) -> (Vec<Item>, Vec<(CoverageCell, Vec<Item>)>) {
    let (mut differ, mut alike) = (Vec::new(), Vec::<(CoverageCell, Vec<Item>)>::new());
    // A ceiling of all deductibles is a rarity; JSON has it.
    for item in EnumSet::<Item>::all() - Item::DeductiblesCeiling {
        let mut cells = coverage.rows.iter().map(|row| row.cells[&(scheme, item)]);
        match cells.next() {
            Some(first) if cells.all(|cell| cell == first) => {
                match alike.iter_mut().find(|(cell, _)| *cell == first) {
                    Some((_, items)) => items.push(item),
                    None => alike.push((first, vec![item])),
                }
            }
            _ => differ.push(item),
        }
    }
    (differ, alike)
}

fn name(text: &Text, holder: Holder) -> String {
    match holder {
        Holder::Area(_) => text.holder(holder),
        Holder::Province(_) => text.coverage_province(text.holder(holder)),
        Holder::Nation => text.coverage_others(),
    }
}

fn mark(text: &Text, CoverageCell { nearest, always }: CoverageCell) -> String {
    let reach = text.reach(nearest);
    if always { reach } else { text.reach_partly(reach) }
}

/// As JSON, in the form `yidi.coverage/1`.
pub fn coverage_json(coverage: &Coverage) -> Json {
    let grades: Vec<Json> = coverage
        .by_grade
        .iter()
        .map(|(grade, count)| {
            let share = share(*count, coverage.figures).to_string();
            json!({ "grade": grade.key(), "figures": count, "share": share })
        })
        .collect();
    let holders = coverage.holders();
    json!({
        "format": "yidi.coverage/1",
        "date": day(coverage.date),
        "rows": coverage.rows.iter().map(row).collect::<Vec<_>>(),
        "holders": { "areas": holders.areas, "provinces": holders.provinces },
        "known": known(coverage.known()),
        "provinces": coverage.provinces.iter().map(province).collect::<Vec<_>>(),
        "figures": {
            "total": coverage.figures,
            "areas": coverage.by_level.areas,
            "provinces": coverage.by_level.provinces,
            "nation": coverage.by_level.nation,
        },
        "grades": grades,
        "sources": coverage.sources,
    })
}

fn known(KnownAreas { all, stay, tier_3, away, trip }: KnownAreas) -> Json {
    json!({ "areas": all, "stay": stay, "tier_3": tier_3, "away": away, "trip": trip })
}

/// One province: how many of its areas take what from where.
fn province(province: &ProvinceCoverage) -> Json {
    let mut json =
        json!({ "province": province.province.get().code.to_string(), "known": known(province.known) });
    for scheme in EnumSet::<Scheme>::all() {
        let counts = |item: Item| {
            let counts = province.reaches.get(&(scheme, item)).copied().unwrap_or_default();
            let ReachCounts { own, province, nation, unknown } = counts;
            json!({ "area": own, "province": province, "nation": nation, "unknown": unknown })
        };
        let cells: Map<String, Json> =
            EnumSet::<Item>::all().iter().map(|item| (item.key().to_owned(), counts(item))).collect();
        json[word(scheme)] = Json::Object(cells);
    }
    json
}

/// One row; the nation's is that of all areas without any nearer figure.
fn row(row: &CoverageRow) -> Json {
    let (level, holder) = level(row.holder);
    let mut json = json!({ "level": level, "holder": holder });
    for scheme in EnumSet::<Scheme>::all() {
        let cells: Map<String, Json> = EnumSet::<Item>::all()
            .iter()
            .map(|item| {
                let CoverageCell { nearest, always } = row.cells[&(scheme, item)];
                (item.key().to_owned(), json!({ "from": reach_key(nearest), "always": always }))
            })
            .collect();
        json[word(scheme)] = Json::Object(cells);
    }
    json
}

const fn reach_key(reach: Reach) -> &'static str {
    match reach {
        Reach::Own => "area",
        Reach::Province => "province",
        Reach::Nation => "nation",
        Reach::Unknown => "unknown",
    }
}

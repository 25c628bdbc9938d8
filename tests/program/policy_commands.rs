//! `yidi policy show`, `sources`, `coverage` and `diff` of the built program.
//! What is expected of them is read from the texts of the data files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::support::process::{json, said, shown, yidi};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn province(name: &str) -> String {
    fs::read_to_string(data().join("province").join(name)).unwrap()
}

/// The texts of all files with figures.
fn all_data() -> Vec<String> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(data().join("province")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.push(data().join("nation.ron"));
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// A file's lines without comments.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(|line| line.split(" //").next().unwrap())
        .filter(|line| !line.trim_start().starts_with("//"))
}

/// The whole number that follows `before`.
fn number_after(text: &str, before: &str) -> i64 {
    let rest = &text[text.find(before).expect(before) + before.len()..];
    rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap()].parse().unwrap()
}

/// The text in quotes that follows `key: `, first found after `before`; the
/// Chinese where there are two.
fn quoted<'t>(text: &'t str, before: &str, key: &str) -> &'t str {
    let rest = &text[text.find(before).expect(before)..];
    let opening = format!("{key}: ");
    let rest = &rest[rest.find(&opening).expect(key) + opening.len()..];
    let rest = &rest[rest.find('"').unwrap() + 1..];
    &rest[..rest.find('"').unwrap()]
}

/// Figures of a text: each has exactly one key `is`.
fn count_figures(text: &str) -> usize {
    let opens = ["(is: ", " is: ", "(one_of: ", " one_of: "];
    lines(text).map(|line| opens.iter().map(|open| line.matches(open).count()).sum::<usize>()).sum()
}

/// The names on lines such as `        "GD": (`, so many spaces before them.
fn names<'t>(text: &'t str, opening: &str) -> Vec<&'t str> {
    let of_line = |line: &'t str| {
        let (name, rest) = line.strip_prefix("        \"")?.split_once("\": ")?;
        rest.starts_with(opening).then_some(name)
    };
    lines(text).filter_map(of_line).collect()
}

/// A number of yuan as the program writes it for people.
fn yuan(number: i64) -> String {
    assert!(number < 1_000_000);
    if number < 1000 {
        format!("{number}.00 元")
    } else {
        format!("{},{:03}.00 元", number / 1000, number % 1000)
    }
}

/// Lines fit the narrowest screen; ids alone are never broken.
fn fits(text: &str) {
    let id = |line: &str| line.contains('/') && !line.trim().contains(' ');
    for line in text.lines().filter(|line| !id(line)) {
        assert!(yidi::words::width::width(line) <= 80, "{line}");
    }
}

fn text(arguments: &[&str]) -> String {
    let output = yidi(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    shown(&output)
}

/// Every figure of a `yidi.figures/1`, nearest level first.
fn figures(json: &Value) -> Vec<&Value> {
    let levels = json["levels"].as_array().unwrap();
    levels.iter().flat_map(|level| level["figures"].as_array().unwrap()).collect()
}

fn figure<'j>(json: &'j Value, id: &str) -> &'j Value {
    let found = figures(json).into_iter().find(|figure| figure["id"] == id);
    found.unwrap_or_else(|| panic!("no {id} in {json:#}"))
}

#[test]
fn show_says_number_for_whom_since_when_and_who_says_so() {
    let hainan = province("460000-hainan.ron");
    let active = number_after(&hainan, "(statuses: [Active], tiers: [Three], is: Deductible(");
    let shown = text(&["policy", "show", "海南", "--date", "2026-11-22"]);
    fits(&shown);
    let value = format!("{}（按年累计）：职工在职；三级医院", yuan(active));
    let source = |key| quoted(&hainan, "\"P110\": (", key);
    let footnote = format!(
        "P110：{}（{}，{}，{} 核对）",
        source("title"),
        source("publisher"),
        source("date"),
        source("checked")
    );
    let flat: String = shown.split_whitespace().collect();
    for part in [
        "海南省（460000）在 2026-11-22 的规定",
        "海南（省级）",
        "职工医保 · 住院",
        "起付线",
        &value,
        "起始不详，两个来源一致，来源 P110、P111",
        "全国",
        &footnote,
    ] {
        // A long line is broken: compared without spaces.
        let part: String = part.split_whitespace().collect();
        assert!(flat.contains(&part), "{part}: {shown}");
    }
    let remark = quoted(&hainan, "(statuses: [Active], tiers: [Three], is: Deductible(", "zh");
    assert!(flat.contains(&remark.split_whitespace().collect::<String>()), "{remark}: {shown}");
}

#[test]
fn show_says_later_admissions() {
    let hubei = province("420000-hubei.ron");
    let first = number_after(&hubei, "(tiers: [Three], is: Deductible(");
    let then = number_after(&hubei, &format!("(tiers: [Three], is: Deductible({first}), then: ["));
    let shown = text(&["policy", "show", "武汉", "--scheme", "employee"]);
    let expected = format!("{}，第 2 次起 {}：三级医院", yuan(first), yuan(then));
    assert!(shown.contains(&expected), "{expected}: {shown}");
}

#[test]
fn show_as_json_goes_from_near_to_far_in_one_scheme() {
    let liaoning = province("210000-liaoning.ron");
    let json = json("policy show 鞍山 --scheme 居民 --date 2026-11-22 --json");
    assert_eq!(json["format"], "yidi.figures/1");
    assert_eq!(json["place"]["code"], "210300");
    assert_eq!(json["scheme"], "resident");
    let levels: Vec<_> = json["levels"].as_array().unwrap().iter().map(|one| &one["level"]).collect();
    assert_eq!(levels, ["area", "province", "nation"]);
    assert!(!figures(&json).iter().any(|figure| figure["for"]["scheme"] == "employee"));
    let emergency = figure(&json, "210300/deductible/Resident/Inpatient/Emergency");
    let amount = format!("{}.00", number_after(&liaoning, "(routes: [Emergency], is: Deductible("));
    assert_eq!(emergency["value"]["amount"], json!({ "low": amount, "high": amount }));
    assert_eq!(emergency["for"]["routes"], json!(["emergency"]));
    assert_eq!(emergency["for"]["care"], "inpatient");
    assert_eq!(emergency["grade"], "reported");
    assert_eq!(emergency["from"], Value::Null);
    let nation = fs::read_to_string(data().join("nation.ron")).unwrap();
    for (place, text, source) in [(0, &liaoning, "N176"), (1, &nation, "SEED-002")] {
        for key in ["title", "publisher", "date", "checked"] {
            let expected = quoted(text, &format!("\"{source}\": ("), key);
            assert_eq!(emergency["sources"][place][key], expected, "{source} {key}");
        }
    }
}

#[test]
fn show_names_the_nearer_figure_that_overrules_a_wider_one() {
    let json = json("policy show 铁岭 --date 2026-11-22 --json");
    let near = "211200/rate/Employee/Active/Inpatient";
    assert_eq!(figure(&json, near)["overruled_by"], Value::Null);
    let wide = figure(&json, "nation/rate/Employee/Active/Inpatient/Three");
    assert_eq!(wide["overruled_by"], near);
    let shown = text(&["policy", "show", "铁岭"]);
    assert!(shown.contains(&format!("用不到：近一级已有 {near}")), "{shown}");
}

#[test]
fn the_date_picks_the_figure_that_began_last() {
    let hainan = province("460000-hainan.ron");
    let outpatient = &hainan[hainan.find("// Residents, outpatient.").unwrap()..];
    let before = number_after(outpatient, "(is: Cap(");
    let high = number_after(outpatient, &format!("from: \"2025\", is: Cap(({before}, "));
    let caps = |date: &str| {
        let json = json(&["policy", "show", "海南", "--scheme", "resident", "--date", date, "--json"]);
        let caps: Vec<Value> = figures(&json)
            .into_iter()
            .filter(|figure| figure["item"] == "cap" && figure["for"]["care"] == "outpatient")
            .filter(|figure| figure["for"]["statuses"] == json!([]) && figure["level"] != "nation")
            .map(|figure| json!([figure["from"], figure["value"]["amount"]["high"]]))
            .collect();
        caps
    };
    assert_eq!(caps("2024-12-31"), [json!([null, format!("{before}.00")])]);
    assert_eq!(caps("2025-01-01"), [json!(["2025-01-01", format!("{high}.00")])]);
}

#[test]
fn a_whole_province_names_the_areas_with_figures_of_their_own() {
    let liaoning = province("210000-liaoning.ron");
    let areas = names(&liaoning, "[");
    assert!(areas.len() > 1);
    let json = json("policy show 辽宁 --json");
    assert_eq!(json["areas_with_own_figures"], json!(areas));
    let shown = text(&["policy", "show", "辽宁"]);
    assert!(shown.contains("省内这些地方另有自己的规定：沈阳市"), "{shown}");
}

#[test]
fn an_agencys_own_figures_are_told_with_who_verified_them() {
    let folder = std::env::temp_dir().join(format!("yidi-own-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let own = "(sources: { \"OWN\": (title: \"自查\", publisher: \"铁岭市医保中心\", checked: \"2026-11-01\") },\n\
         areas: { \"211200\": [(scheme: Employee, care: Inpatient, sources: [\"OWN\"], grade: Official,\n\
         figures: [(is: Cap(123456))])] },\n\
         verified: [(figure: \"211200/rate/Employee/Active/Inpatient\", by: \"铁岭市医保中心\", on: \"2026-11-02\")])";
    fs::write(folder.join("own.ron"), own).unwrap();
    let with = folder.to_str().unwrap();
    let shown = text(&["policy", "show", "铁岭", "--date", "2026-11-22", "--data", with]);
    let sources = text(&["policy", "sources", "OWN", "--data", with]);
    let coverage = json(&["policy", "coverage", "--data", with, "--json"]);
    fs::remove_dir_all(&folder).unwrap();
    for part in [
        &*yuan(123_456),
        "铁岭市医保中心于 2026-11-02 核实\n",
        "          211200/cap/Employee/Inpatient\n",
        "OWN：自查（铁岭市医保中心，日期不详，2026-11-01 核对）",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(sources.contains("      211200/cap/Employee/Inpatient\n"), "{sources}");
    let rows = coverage["rows"].as_array().unwrap();
    let tieling = rows.iter().find(|row| row["holder"] == "211200").unwrap();
    assert_eq!(tieling["employee"]["cap"], json!({ "from": "area", "always": true }));
    let grades = &coverage["grades"][0];
    assert_eq!((&grades["grade"], &grades["figures"]), (&json!("verified"), &json!(1)));
}

#[test]
fn mistakes_of_show_are_named_and_exit_with_2() {
    for (more, parts) in [
        (&["鞍衫"][..], &["参保地：没有叫「鞍衫」的地方", "鞍山市 210300"][..]),
        (&["吉林"], &["参保地：「吉林」不止一个地方"]),
        (&["鞍山", "--scheme", "employe"], &["险种：不认识「employe」，是不是「employee」"]),
        (&["鞍山", "--date", "2026-02-30"], &["结算日期：日期要写成"]),
        (&["zzzz", "--scheme", "x", "--date", "y"], &["没有叫「zzzz」的地方", "不认识「x」", "结算日期"]),
        (&[], &["还缺 <AREA>", "--help"]),
        (&["鞍山", "北京"], &["不认识的参数 北京"]),
        (&["鞍山", "--jsn"], &["不认识的参数 --jsn，是不是 --json？"]),
    ] {
        refused(&[&["policy", "show"], more].concat(), parts);
    }
    refused(&["policy"], &["后面要写一个命令：show、sources、coverage、calibrate、diff、check"]);
    refused(&["policy", "shw"], &["没有命令 shw，是不是 show？"]);
}

fn refused(arguments: &[&str], parts: &[&str]) {
    let output = yidi(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    for part in parts {
        assert!(said(&output).contains(part), "{arguments:?}: {}", said(&output));
    }
}

#[test]
fn every_source_is_listed_with_the_number_of_figures_that_name_it() {
    let texts = all_data();
    let described: Vec<&str> = texts.iter().flat_map(|text| names(text, "(")).collect();
    let shown = text(&["policy", "sources"]);
    fits(&shown);
    assert!(shown.contains(&format!("共 {} 个来源", described.len())), "{shown}");
    let json = json("policy sources --json");
    assert_eq!(json["format"], "yidi.sources/1");
    let listed = json["sources"].as_array().unwrap();
    let listed_names: BTreeSet<&str> = listed.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(listed.len(), described.len());
    assert_eq!(listed_names, described.into_iter().collect());
    // One page is the only source of 抚顺: every figure of 抚顺 and nothing else of
    // Liaoning names it.
    let page = listed.iter().find(|one| one["name"] == "N75").unwrap();
    let liaoning = province("210000-liaoning.ron");
    let start = liaoning.find("\"210400\": [").unwrap();
    let fushun = &liaoning[start..start + liaoning[start..].find("\n        ],").unwrap()];
    assert_eq!(page["figures"], count_figures(fushun));
    assert!(listed.iter().all(|one| one["figure_ids"].is_null()));
}

#[test]
fn one_source_in_full_with_the_figures_that_name_it() {
    let nation = fs::read_to_string(data().join("nation.ron")).unwrap();
    let shown = text(&["policy", "sources", "js-2022-75"]);
    let flat: String = shown.split_whitespace().collect();
    for key in ["title", "publisher", "number", "date", "checked", "url", "zh"] {
        let value: String = quoted(&nation, "\"JS-2022-75\": (", key).split_whitespace().collect();
        assert!(flat.contains(&value), "{key} {value}: {shown}");
    }
    assert!(shown.contains("      nation/away/LongTerm\n"), "{shown}");
    let json = json("policy sources JS-2022-75 --json");
    let [source] = json["sources"].as_array().unwrap().as_slice() else { panic!("{json:#}") };
    let ids = source["figure_ids"].as_array().unwrap();
    assert_eq!(source["figures"], ids.len());
    assert_eq!(source["file"], "nation");
    assert!(ids.contains(&json!("nation/away/LongTerm")));
}

#[test]
fn an_unknown_source_brings_the_near_ones() {
    refused(&["policy", "sources", "SEED-02"], &["没有编号为「SEED-02」的来源。是不是：", "SEED-002"]);
    refused(&["policy", "sources", "zzzz"], &["没有编号为「zzzz」的来源", "yidi policy sources"]);
    refused(&["policy", "sources", "zzzz", "--json"], &["没有编号为「zzzz」的来源"]);
}

#[test]
fn coverage_lists_every_area_and_province_with_figures() {
    let mut areas = BTreeSet::new();
    let mut provinces = BTreeSet::new();
    let texts = all_data();
    for text in &texts {
        areas.extend(names(text, "["));
        let nation = !text.contains("\n    code: ");
        if !nation && lines(text).any(|line| line == "    figures: [") {
            provinces.insert(quoted(text, "\n    code", "code"));
        }
    }
    assert!(areas.len() >= 43);
    assert!(provinces.contains("460000") && provinces.contains("660000"), "Hainan and the Corps");
    let json = json("policy coverage --json");
    assert_eq!(json["format"], "yidi.coverage/1");
    let rows = json["rows"].as_array().unwrap();
    let of_level = |level: &str| -> BTreeSet<&str> {
        let rows = rows.iter().filter(|row| row["level"] == level);
        rows.filter_map(|row| row["holder"].as_str()).collect()
    };
    assert_eq!(of_level("area"), areas);
    assert_eq!(of_level("province"), provinces);
    assert_eq!(rows.len(), areas.len() + provinces.len() + 1, "one row for all other areas");
    assert_eq!(json["holders"], json!({ "areas": areas.len(), "provinces": provinces.len() }));
    let figures: usize = texts.iter().map(|text| count_figures(text)).sum();
    assert_eq!(json["figures"]["total"], figures);
    assert_eq!(json["sources"], texts.iter().map(|text| names(text, "(").len()).sum::<usize>());
    let by_province = json["provinces"].as_array().unwrap();
    let of_all: u64 = by_province.iter().map(|one| one["known"]["areas"].as_u64().unwrap()).sum();
    assert_eq!((of_all, by_province.len()), (369, 32), "every area is counted once");
    for province in by_province {
        let counts = &province["resident"]["rate"];
        let all: u64 =
            ["area", "province", "nation", "unknown"].map(|at| counts[at].as_u64().unwrap()).iter().sum();
        assert_eq!(all, province["known"]["areas"], "{province}");
    }
    // 青海: the residents' stays of all its areas are the province's; 西宁 adds an away rule.
    let qinghai = by_province.iter().find(|one| one["province"] == "630000").unwrap();
    assert_eq!(
        qinghai["resident"]["deductible"],
        json!({ "area": 0, "province": 8, "nation": 0, "unknown": 0 })
    );
    assert_eq!(qinghai["known"]["stay"], 8);
    let grades = json["grades"].as_array().unwrap();
    let graded: u64 = grades.iter().map(|grade| grade["figures"].as_u64().unwrap()).sum();
    assert_eq!(json["figures"]["total"], graded);
    assert_eq!(grades.len(), 6);
    let shown = text(&["policy", "coverage"]);
    fits(&shown);
    assert!(shown.contains(&format!("数字 {figures} 条")), "{shown}");
    let counted = format!("有自己数字的：{} 个统筹区，{} 个省级", areas.len(), provinces.len());
    assert!(shown.contains(&counted), "{shown}");
    for part in
        ["\n鞍山 ", "\n海南省级 ", "\n新疆兵团省级 ", "\n其他各地 ", "职工医保 · 住院", "居民医保 · 住院"]
    {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}

#[test]
fn coverage_tells_own_province_nation_and_unknown_apart() {
    let json = json("policy coverage --date 2026-11-22 --json");
    let cell = |holder: Value, scheme: &str, item: &str| {
        let rows = json["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["holder"] == holder).unwrap();
        row[scheme][item].clone()
    };
    let is = |from: &str, always: bool| json!({ "from": from, "always": always });
    // 铁岭: a rate for all, no deductible. 鞍山: figures of care away from home only.
    assert_eq!(cell(json!("211200"), "employee", "rate"), is("area", true));
    assert_eq!(cell(json!("211200"), "employee", "deductible"), is("nation", true));
    assert_eq!(cell(json!("210300"), "employee", "deductible"), is("area", false));
    assert_eq!(cell(json!("660000"), "employee", "cap"), is("province", true));
    assert_eq!(cell(Value::Null, "resident", "cap"), is("nation", true));
    // By law only residents have it everywhere.
    assert_eq!(cell(Value::Null, "employee", "catastrophic-rate"), is("unknown", true));
    refused(&["policy", "coverage", "--date", "gestern"], &["结算日期"]);
}

/// A copy of the data folder, removed in the end.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("yidi-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("province")).unwrap();
        fs::copy(data().join("nation.ron"), folder.join("nation.ron")).unwrap();
        for entry in fs::read_dir(data().join("province")).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, folder.join("province").join(path.file_name().unwrap())).unwrap();
        }
        Self(folder)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    /// Replaces the first place where `old` stands.
    fn edit(&self, file: &str, old: &str, new: &str) {
        let path = self.0.join("province").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{file}: {old}");
        fs::write(path, text.replacen(old, new, 1)).unwrap();
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // A folder left behind in the temporary folder does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn equal_data_does_not_differ() {
    let copy = Copy::new("equal");
    let shown = text(&["policy", "diff", copy.path()]);
    assert_eq!(shown, format!("内置数据 → {}\n数字没有变化\n", copy.path()));
    let json = json(&["policy", "diff", copy.path(), "--json"]);
    let nothing = json!([]);
    assert_eq!(
        json,
        json!({
            "format": "yidi.diff/1", "old": null, "new": copy.path(),
            "added": nothing, "removed": nothing, "changed": nothing,
        })
    );
}

#[test]
fn what_changed_is_told_by_the_id_of_the_figure() {
    let copy = Copy::new("changed");
    let hainan = "460000-hainan.ron";
    let cap = number_after(&province(hainan), "(is: Cap(");
    // One number and its grade, one figure less, one more.
    copy.edit(
        hainan,
        &format!("(is: Cap({cap}), sources: [\"GD\", \"P111\"])"),
        &format!("(is: Cap({}), sources: [\"P111\"], grade: Reported)", cap + 1),
    );
    copy.edit(hainan, "(hardship: true, is: CatastrophicDeductible(4000)),", "");
    copy.edit(
        "210000-liaoning.ron",
        "figures: [(routes: [LongTerm], is: Away(Same))]",
        "figures: [(routes: [LongTerm], is: Away(Same)), (routes: [Unfiled], is: Away(Cut(20)))]",
    );
    let shown = text(&["policy", "diff", copy.path()]);
    let changed = format!(
        "改动\n  460000/cap/Employee/Inpatient\n      数字：{} → {}\n      等级：两个来源一致 → 单一来源\n      \
         来源：GD、P111 → P111\n",
        yuan(cap),
        yuan(cap + 1)
    );
    for part in [
        "新增 1 条，删除 1 条，改动 1 条\n",
        "新增\n  211200/away/Inpatient/Unfiled\n      比例降 20 个百分点：未备案\n      起始不详，社区数据，来源 GD\n",
        "删除\n  460000/catastrophic-deductible/Resident/hardship=true\n      4,000.00 元：困难人员",
        &changed,
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let json = json(&["policy", "diff", data().to_str().unwrap(), copy.path(), "--json"]);
    assert_eq!((&json["old"], &json["new"]), (&json!(data().to_str().unwrap()), &json!(copy.path())));
    assert_eq!(json["added"][0]["id"], "211200/away/Inpatient/Unfiled");
    assert_eq!(json["removed"][0]["id"], "460000/catastrophic-deductible/Resident/hardship=true");
    let change = &json["changed"][0];
    assert_eq!(change["changed"], json!(["value", "grade", "sources"]));
    assert_eq!(change["old"]["value"]["amount"]["low"], format!("{cap}.00"));
    assert_eq!(change["new"]["value"]["amount"]["low"], format!("{}.00", cap + 1));
    // The other way round, what was added is removed.
    let back = text(&["policy", "diff", copy.path(), data().to_str().unwrap()]);
    assert!(back.contains("新增\n  460000/catastrophic-deductible"), "{back}");
}

#[test]
fn folders_that_cannot_be_compared_are_named() {
    refused(&["policy", "diff"], &["还缺 <DIR_A>"]);
    refused(&["policy", "diff", "/nowhere"], &["读不到数据目录 /nowhere"]);
    let copy = Copy::new("broken");
    copy.edit("210000-liaoning.ron", "(is: Cap(150000), remark", "(is: Cap(150000)), (is: Cap(1), remark");
    refused(&["policy", "diff", copy.path()], &["210100/cap/Employee/Inpatient 出现了两次", "policy check"]);
    copy.edit("460000-hainan.ron", "Deductible(800)", "Deductible(-8)");
    let line =
        1 + province("460000-hainan.ron").split("Deductible(800)").next().unwrap().matches('\n').count();
    refused(&["policy", "diff", copy.path()], &[&format!("460000-hainan.ron:{line}: 「-8」不对")]);
    fs::write(copy.0.join("province/nonsense.ron"), "()").unwrap();
    refused(
        &["policy", "diff", copy.path()],
        &["nonsense.ron:1: 文件读不了：文件名要以六位省级区划代码开头"],
    );
}

#[test]
fn help_names_the_four_commands() {
    let help = text(&["policy", "--help"]);
    for command in ["show", "sources", "coverage", "diff", "check"] {
        assert!(help.contains(&format!("  {command} ")), "{help}");
    }
    for (command, part) in
        [("show", "--scheme"), ("sources", "[ID]"), ("coverage", "--date"), ("diff", "[DIR_B]")]
    {
        let help = text(&["policy", command, "--help"]);
        assert!(help.contains(part) && help.contains("--json"), "{help}");
    }
}

//! A keeper who has never seen RON: one area by the form, another by the
//! workbook; both pass the check, and a second machine installs them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use calamine::{Reader as _, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

use crate::screens::terminal::Screen;
use crate::support::process::{fed, refused, said, shown, succeeds, yidi};

const STAY: &str = "职工在职 三级 5万 --own-expense 0 --prepay 0 --over-limit 0";

fn sheet(path: &Path, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(name).unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// The template of an area, filled in: label and what is typed there.
fn filled(folder: &TempDir, area: &str, sheet_name: &str, typed: &[(&str, &str)]) -> String {
    let path = folder.path().join("form.xlsx");
    succeeds(&format!("policy template {area} --output {} --force", path.display()));
    let mut rows = sheet(&path, sheet_name);
    for (label, cell) in typed {
        let row = rows.iter_mut().find(|row| row[0] == *label);
        (*cell).clone_into(&mut row.unwrap_or_else(|| panic!("no row {label}"))[1]);
    }
    let mut book = Workbook::new();
    let out = book.add_worksheet();
    out.set_name(sheet_name).unwrap();
    for (at, row) in (0..).zip(&rows) {
        for (column, cell) in (0..).zip(row) {
            out.write_string(at, column, cell).unwrap();
        }
    }
    let path = folder.path().join("filled.xlsx");
    book.save(&path).unwrap();
    path.display().to_string()
}

const SOURCE: [(&str, &str); 3] =
    [("依据文件", "2026 年本市待遇"), ("文号", "营医保发〔2026〕1号"), ("核实人", "营口市医保中心")];

#[test]
fn an_area_by_workbook_is_installed_on_another_machine() {
    let (folder, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let typed = [
        ("职工医保 起付线 三级医院", "800/400"),
        ("职工在职 支付比例 三级医院", "85%"),
        ("职工退休 支付比例 三级医院", "30,000以下 88；以上 92"),
        ("职工医保 异地支付规则 临时外出（已备案）", "降低 10 个百分点"),
        ("职工医保 统筹封顶线", "20万"),
    ];
    let form = filled(&folder, "营口", "营口", &[&SOURCE[..], &typed[..]].concat());
    let done = succeeds(&format!("policy import {form}"));
    assert!(done.contains("1 个统筹区、5 条规定"), "{done}");
    let file = folder.path().join("filled.ron").display().to_string();
    assert!(succeeds(&format!("policy check {file}")).contains("没有问题"));
    succeeds(&format!("policy install {file} --data {}", home.path().display()));
    // (50 000 − 800) × (85 % − 10 %) = 36 900, 13 100 left.
    let told = succeeds(&format!("estimate 营口 北京 {STAY} --data {}", home.path().display()));
    assert!(told.contains("13,100.00 元") && told.contains("经办机构已核实"), "{told}");
    let text = fs::read_to_string(&file).unwrap();
    insta::assert_snapshot!(
        "own_file",
        text.lines()
            .filter(|line| !line.contains("date:")
                && !line.contains("checked:")
                && !line.contains("verified:"))
            .collect::<Vec<_>>()
            .join("\n")
    );
    // What was imported stands in the next template.
    let again = folder.path().join("again.xlsx");
    succeeds(&format!("policy template 营口 --data {} --output {}", home.path().display(), again.display()));
    let rows = sheet(&again, "营口");
    let cell = |label: &str| rows.iter().find(|row| row[0] == label).map(|row| row[1].clone());
    assert_eq!(cell("职工医保 起付线 三级医院").as_deref(), Some("800/400"));
    assert_eq!(cell("职工退休 支付比例 三级医院").as_deref(), Some("30000以下88；以上92"));
    assert_eq!(cell("核实人").as_deref(), Some("营口市医保中心"));
}

/// An area whose own data names routes: the numbers of the form hold, and the
/// special rules where they cross them.
#[test]
fn a_form_beside_rules_that_name_routes_is_clean() {
    let folder = tempfile::tempdir().unwrap();
    for (area, name) in [
        ("鞍山", "鞍山"),
        ("北京", "北京"),
        ("广州", "广州"),
        ("西安", "西安"),
        ("成都", "成都"),
        ("苏州", "苏州"),
        ("上海", "上海"),
        ("蚌埠", "蚌埠"),
    ] {
        let typed = [
            ("依据文件", "t"),
            ("职工医保 起付线 三级医院", "900"),
            ("职工在职 支付比例 三级医院", "81"),
            ("居民成年 支付比例 三级医院", "61"),
            ("居民医保 起付线 二级医院", "510"),
            ("职工医保 异地支付规则 临时外出（已备案）", "降11"),
        ];
        let form = filled(&folder, area, name, &typed);
        let file = folder.path().join("filled.ron").display().to_string();
        succeeds(&format!("policy import {form} --force"));
        let told = succeeds(&format!("policy check {file}"));
        assert!(!told.contains("错误") || told.contains("0 个错误"), "{area}: {told}");
    }
    let form = filled(
        &folder,
        "鞍山",
        "鞍山",
        &[("依据文件", "t"), ("职工医保 起付线 三级医院", "900"), ("职工在职 支付比例 三级医院", "81")],
    );
    let file = folder.path().join("filled.ron").display().to_string();
    succeeds(&format!("policy import {form} --force"));
    // At home: 50 000 − 49 100 × 81 % = 10 229.
    let told = succeeds(&format!("estimate 鞍山 鞍山 {STAY} --data {file}"));
    assert!(told.contains("10,229.00 元"), "{told}");
    // Unfiled the area's own rule of that route goes on holding: 50 000 − 48 000 × 60 % = 21 200.
    let told = succeeds(&format!("estimate 鞍山 北京 {STAY} --filed no --data {file}"));
    assert!(told.contains("21,200.00 元"), "{told}");
}

#[test]
fn a_whole_province_in_one_workbook_and_in_one_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("province.xlsx");
    succeeds(&format!("policy template 辽宁 --output {}", path.display()));
    let book: Xlsx<std::io::BufReader<fs::File>> = open_workbook(&path).unwrap();
    assert_eq!(book.sheet_names().len(), 14);
    let table = shown(&yidi("policy template 辽宁"));
    let mut out = String::new();
    let mut area = 0;
    for line in table.lines() {
        let mut cells: Vec<&str> = line.split(',').collect();
        if cells[0] == "统筹区" {
            area += 1;
        }
        let value = match (area, cells[0]) {
            (1 | 3, "依据文件") => "t",
            (1, "职工医保 起付线 二级医院") => "501",
            (3, "居民医保 统筹封顶线") => "150000",
            _ => cells[1],
        };
        cells[1] = value;
        let _ = writeln!(out, "{}", cells.join(","));
    }
    let form = folder.path().join("filled.csv");
    let (gb, ..) = encoding_rs::GB18030.encode(&out);
    fs::write(&form, gb).unwrap();
    let done = succeeds(&format!("policy import {}", form.display()));
    assert!(done.contains("2 个统筹区、2 条规定"), "{done}");
    succeeds(&format!("policy check {}", folder.path().join("filled.ron").display()));
}

#[test]
fn each_mistake_of_a_workbook_is_told_with_sheet_and_cell_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let typed = [
        ("依据文件", "t"),
        ("执行日期", "去年"),
        ("文件日期", "2026年13月"),
        ("核实日期", "2099-01-01"),
        ("职工医保 起付线 三级医院", "八百左右吧"),
        ("职工医保 起付线 二级医院", "1000-800"),
        ("职工在职 支付比例 三级医院", "0.85"),
        ("职工在职 支付比例 二级医院", "850"),
        ("职工在职 支付比例 一级医院", "4万以下85；3万以下90；以上95"),
        ("职工退休 支付比例 三级医院", "无"),
        ("职工医保 异地支付规则 未备案", "看情况"),
        ("居民医保 统筹封顶线", "-5"),
    ];
    let form = filled(&folder, "营口", "营口", &typed);
    let mut shown = String::new();
    for lang in ["zh", "en"] {
        let told = refused(&format!("policy import {form} --lang {lang}"));
        shown.push_str(&told.replace(&folder.path().display().to_string(), ""));
    }
    insta::assert_snapshot!("workbook_mistakes", shown);
    assert!(!folder.path().join("filled.ron").exists());
}

#[test]
fn labels_and_areas_that_were_changed_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let told = |table: &str| {
        let path = folder.path().join("t.csv");
        fs::write(&path, table).unwrap();
        refused(&format!("policy import {}", path.display()))
    };
    for (table, part) in [
        ("项目,填写\n统筹区,210800\n依据文件,t\n职工 门槛费,800\n", "A4：不认识项目「职工 门槛费」"),
        ("项目,填写\n统筹区,不存在的地方\n", "B2："),
        ("项目,填写\n职工医保 起付线 三级医院,800\n", "A2：前面没有"),
        ("统筹区,210800\n依据文件,t\n职工医保 起付线 三级医院,800\n职工医保 起付线 三级医院,900\n", "A4："),
        ("统筹区,210800\n依据文件,t\n统筹区,营口\n", "B3："),
        ("统筹区,210800\n依据文件,t\n", "一条规定也没有填"),
        ("统筹区,210800\n职工医保 起付线 三级医院,800\n", "B1「依据文件」：还没有填"),
        (
            "统筹区,210800\n依据文件,t\n职工在职 支付比例 三级医院,95\n职工在职 支付比例 二级医院,90\n核实日期,2026-01-01\n",
            "B5「核实人」：写了核实日期",
        ),
    ] {
        let told = told(table);
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn the_form_in_lines_is_the_same_form() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().display().to_string();
    // The first place is tier 3; a mistake is asked again; then to the source and to the end.
    let input = "?\n八百左右吧\n950/400\n.\n2026 年待遇\n\n.\ny\n";
    let output = fed(format!("policy edit 营口 --plain --data {data}"), input.as_bytes());
    let told = shown(&output);
    assert!(output.status.success(), "{}{told}", said(&output));
    assert!(told.contains("职工医保 起付线 三级医院") && told.contains("现在"), "{told}");
    assert!(told.contains("试算 去北京") && told.contains("→"), "{told}");
    let file = home.path().join("210800-yingkou.ron");
    assert!(fs::read_to_string(&file).unwrap().contains("Deductible(950), then: [400]"));
    succeeds(&format!("policy check {data}"));
    // Opened again it says what it said.
    let output = fed(format!("policy edit 营口 --plain --data {data}"), "q\n".as_bytes());
    assert!(shown(&output).contains("填的是：[950/400]"), "{}", shown(&output));
    // An input that ends writes nothing, nor does one with a mistake.
    let before = fs::read(&file).unwrap();
    let output = fed(format!("policy edit 营口 --plain --data {data}"), "900\n".as_bytes());
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(fs::read(&file).unwrap(), before);
    // A file with more in it than the form shows is not written over.
    let more = String::from_utf8(before)
        .unwrap()
        .replace("    figures: [\n", "    figures: [\n(hardship: true, is: Cap(300000)),\n");
    fs::write(&file, more).unwrap();
    assert!(refused(&format!("policy edit 营口 --plain --data {data}")).contains("会丢"));
    assert!(refused("policy edit 辽宁 --plain").contains("policy template"));
}

#[test]
fn the_form_on_the_screen_shows_what_holds_tries_a_stay_and_refuses_what_the_check_refuses() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().display().to_string();
    let mut screen =
        Screen::open_with(100, 30, &["policy", "edit", "营口", "--data", &data, "--lang", "zh"], &[]);
    screen.wait_for("营口市的规定");
    screen.wait_for("职工医保 起付线 三级医院");
    screen.wait_for("现在");
    screen.press("950");
    screen.wait_for("→");
    // Four deductibles, then the rate in tier 3.
    screen.press("\t\t\t\t85");
    screen.wait_for("85");
    screen.press("0");
    screen.wait_for("要写 0 到 100 的百分数");
    screen.press("\x13");
    screen.wait_for("要写 0 到 100 的百分数");
    screen.press("\x7f");
    screen.press("\x13");
    // The source is missing.
    screen.wait_for("还没有填");
    screen.press("2026 年待遇\x13");
    screen.wait_for("已写到");
    screen.press("\x1b");
    assert_eq!(screen.end(), 0);
    let text = fs::read_to_string(home.path().join("210800-yingkou.ron")).unwrap();
    assert!(text.contains("is: Deductible(950)") && text.contains("is: Rate(85)"), "{text}");
    succeeds(&format!("policy check {data}"));
}

#[test]
fn the_form_is_in_the_palette_and_the_result_follows() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().display().to_string();
    let mut screen = Screen::open_with(100, 30, &["--data", &data, "--lang", "zh"], &[]);
    screen.wait_for("第 1 步");
    screen.press("yingkou\rbj\r135w\r\r");
    screen.wait_for("费用");
    screen.press(":tbd\r");
    screen.wait_for("营口市的规定");
    screen.press("950");
    screen.press("\x1b");
    screen.wait_for("还没有保存");
    screen.press("x\x7f\x13");
    screen.wait_for("还没有填");
    screen.press("t\x13");
    screen.wait_for("已写到");
}

/// At 80 columns its row has no room for it.
#[test]
fn what_holds_today_is_read_in_full_on_a_narrow_terminal() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().display().to_string();
    let mut screen =
        Screen::open_with(80, 24, &["policy", "edit", "营口", "--data", &data, "--lang", "zh"], &[]);
    screen.wait_for("现在 800.00 元，第 2 次起 400.00 元（营口（本地），社区数据）");
    screen.press("\t");
    screen.wait_for("现在 600.00 元，第 2 次起 300.00 元（营口（本地），社区数据）");
}

/// To the result of 5万 in 北京, and the rate, the parts of the bill and the deductible told.
fn told_in_a_row(screen: &mut Screen) {
    screen.press("yingkou\rbj\r135w\r\r");
    screen.wait_for("费用");
    screen.press("w");
    screen.wait_for("这次报百分之几");
    screen.press("75\r");
    screen.wait_for("不能报的合计");
    screen.press("0\r");
    screen.wait_for("当地起付线");
    screen.press("800\r");
    screen.wait_for("您告诉的");
}

#[test]
fn a_told_rule_is_offered_for_keeping_and_kept_through_the_form() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().display().to_string();
    let mut screen = Screen::open_with(100, 30, &["--data", &data, "--lang", "zh"], &[]);
    screen.wait_for("第 1 步");
    told_in_a_row(&mut screen);
    screen.wait_for("今后都这样算：Ctrl-R");
    screen.press("\x12");
    screen.wait_for("今后营口市都这样算？");
    screen.press("\x13");
    screen.wait_for("已写到");
    let text = fs::read_to_string(home.path().join("210800-yingkou.ron")).unwrap();
    assert!(text.contains("is: Deductible(800)") && text.contains("问到的规定"), "{text}");
    // 75 % was the rate of this trip: it is no rule of the area.
    assert!(!text.contains("Rate("), "{text}");
    succeeds(&format!("policy check {data}"));
}

#[test]
fn at_a_counter_nothing_told_for_one_person_stays_for_the_next() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().display().to_string();
    let mut screen = Screen::open_with(100, 30, &["--data", &data, "--counter", "60", "--lang", "zh"], &[]);
    screen.wait_for("第 1 步");
    told_in_a_row(&mut screen);
    screen.press("\u{1b}[15~");
    screen.wait_for("第 1 步");
    screen.press("yingkou\rbj\r135w\r\r");
    let shown = screen.wait_for("费用").text();
    assert!(!shown.contains("您告诉的"), "{shown}");
    // Nor does the form offer what the last person was told.
    screen.press("\x12");
    let shown = screen.wait_for("营口市的规定").text();
    assert!(!shown.contains("今后营口市都这样算"), "{shown}");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn each_mistake_in_the_form_is_told_beside_its_place_in_both_languages() {
    let typed = [
        // The deductible in tier 3.
        "八百左右吧",
        "1000-800",
        "-5",
        "",
        "",
        "",
        "",
        // The rate in tier 3.
        "0.85",
        "850",
        "4万以下85；3万以下90；以上95",
        "3万以下85",
        "无",
        "q",
    ];
    let home = tempfile::tempdir().unwrap();
    let mut told = String::new();
    for lang in ["zh", "en"] {
        let line = format!("policy edit 营口 --plain --data {} --lang {lang}", home.path().display());
        let shown = shown(&fed(line, format!("{}\n", typed.join("\n")).as_bytes()));
        // What is asked again, and the stay that is tried, are told elsewhere.
        let asked = |line: &&str| !line.contains('[') && !line.contains("→") && !line.contains("->");
        for line in shown.lines().skip(2).filter(asked) {
            let _ = writeln!(told, "{line}");
        }
    }
    insta::assert_snapshot!("form_mistakes", told);
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn the_checklist_prints_what_to_ask_the_hotline() {
    for (lang, parts) in [("zh", ["12393", "＿＿＿＿＿＿"]), ("en", ["Call ", "______"])] {
        let told = succeeds(&format!("checklist 营口 北京 职工在职 三级 --lang {lang}"));
        assert!(parts.iter().all(|part| told.contains(part)), "{told}");
    }
    let told = succeeds("checklist 营口 北京 职工在职 三级");
    assert!((1..=4).contains(&told.matches("＿＿＿＿＿＿").count()), "{told}");
}

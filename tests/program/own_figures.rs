//! An agency's file of figures on its way: written with Notepad, compared,
//! installed on a second machine, seen there, taken away.

use std::fs;
use std::path::Path;

use encoding_rs::GB18030;
use tempfile::TempDir;

use super::mistakes::RIGHT;
use crate::screens::terminal::Screen;
use crate::support::process::{json, refused, succeeds};

/// A case by hand: (50 000 − 800) × (85 % − 10 %) = 36 900, 13 100 left.
const CASE: &str =
    "estimate 营口 北京 职工在职 三级 5万 --own-expense 0 --prepay 0 --over-limit 0 --date 2026-11-28";

fn file(folder: &TempDir, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

#[test]
fn what_notepad_writes_is_laid_over_in_each_of_its_encodings() {
    let folder = tempfile::tempdir().unwrap();
    let (gb, ..) = GB18030.encode(RIGHT);
    let wide: Vec<u8> = RIGHT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let encodings = [
        RIGHT.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", RIGHT.as_bytes()].concat(),
        gb.to_vec(),
        [b"\xff\xfe", &wide[..]].concat(),
    ];
    for bytes in encodings {
        let path = file(&folder, "own.ron", RIGHT.replace('\n', "\r\n"));
        succeeds(&format!("policy check {path}"));
        let path = file(&folder, "own.ron", bytes);
        succeeds(&format!("policy check {path}"));
        assert!(succeeds(&format!("{CASE} --data {path}")).contains("13,100.00 元"));
    }
}

#[test]
fn an_overlay_is_compared_with_the_programs_own_data_and_marked_in_what_holds() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "own.ron", RIGHT);
    let told = succeeds(&format!("policy diff {path}"));
    assert!(told.contains("210800/cap/Employee/Inpatient@2026-01-01") && told.contains("新增"), "{told}");
    let same = succeeds(&format!("policy diff {path} {path}"));
    assert!(same.contains("没有变化"), "{same}");
    let shown = succeeds(&format!("policy show 营口 --scheme employee --data {path}"));
    assert!(shown.contains("来自补充文件 own.ron"), "{shown}");
    let figures = json(format!("policy show 营口 --scheme employee --data {path} --json").as_str());
    let own = figures["levels"][0]["figures"].as_array().unwrap();
    let marked = |figure: &&serde_json::Value| figure["overlay"] == "own.ron";
    assert_eq!(own.iter().filter(marked).count(), 4);
    assert!(own.iter().any(|figure| figure["overlay"].is_null()), "the rest is the program's own");
    let wrong = file(&folder, "wrong.ron", RIGHT.replace("Rate(85)", "Rate(850)"));
    let told = refused(&format!("policy diff {wrong}"));
    assert!(told.contains("wrong.ron:13") && told.contains("百分数"), "{told}");
}

#[test]
fn a_file_is_installed_whole_or_not_at_all_and_taken_away() {
    let (stick, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let place = home.path().join("policy");
    let data = format!("--data {}", place.display());
    let good = file(&stick, "yingkou.ron", RIGHT);
    let done = succeeds(&format!("policy install {good} {data}"));
    assert!(done.contains("已装上：营口市医疗保障局（2026-11-20）"), "{done}");
    assert!(succeeds(&format!("{CASE} {data}")).contains("13,100.00 元"));
    let list = json(format!("policy installed {data} --json").as_str());
    assert_eq!(
        (&list["laid"][0]["name"], &list["laid"][0]["figures"]),
        (&"营口市医疗保障局".into(), &4.into())
    );

    // What is wrong changes nothing.
    let wrong = file(&stick, "yingkou.ron", RIGHT.replace("Deductible(800)", "Deductible（700）"));
    let told = refused(&format!("policy install {wrong} {data}"));
    assert!(told.contains("没有装上") && told.contains("全角"), "{told}");
    assert!(succeeds(&format!("{CASE} {data}")).contains("13,100.00 元"));

    // An older one only where that is meant.
    let older = file(
        &stick,
        "yingkou.ron",
        RIGHT
            .replace("date: \"2026-11-20\",\n    sources", "date: \"2026-10-01\",\n    sources")
            .replace("Rate(85)", "Rate(80)"),
    );
    let told = refused(&format!("policy install {older} {data}"));
    assert!(told.contains("2026-10-01") && told.contains("--force"), "{told}");
    let done = succeeds(&format!("policy install {older} {data} --force"));
    assert!(done.contains("替换了 营口市医疗保障局（2026-11-20）"), "{done}");
    // 50 000 − 49 200 × 70 % = 15 560
    assert!(succeeds(&format!("{CASE} {data}")).contains("15,560.00 元"));

    // What others rest on stays.
    let more = "(remove: [\"210800/cap/Employee/Inpatient@2026-01-01\"])";
    let more = file(&stick, "z-more.ron", more);
    succeeds(&format!("policy install {more} {data}"));
    let told = refused(&format!("policy uninstall yingkou {data}"));
    assert!(told.contains("z-more.ron"), "{told}");
    succeeds(&format!("policy uninstall z-more.ron {data}"));
    let told = refused(&format!("policy uninstall 盘锦 {data}"));
    assert!(told.contains("yingkou.ron"), "{told}");
    succeeds(&format!("policy uninstall 营口市医疗保障局 {data}"));
    assert_eq!(fs::read_dir(&place).unwrap().count(), 0);
}

/// A link in the folder may lead to what is not the folder's: it is replaced, not
/// written through.
#[cfg(unix)]
#[test]
fn a_link_in_the_folder_is_replaced_and_what_it_leads_to_stays() {
    use std::os::unix::fs::{MetadataExt, symlink};
    let (stick, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let place = home.path().join("policy");
    fs::create_dir(&place).unwrap();
    let elsewhere = file(&home, "elsewhere", "not a file of figures");
    let good = file(&stick, "yingkou.ron", RIGHT);
    for led in [elsewhere.as_str(), "nowhere"] {
        let link = place.join("yingkou.ron");
        _ = fs::remove_file(&link);
        symlink(led, &link).unwrap();
        let told = succeeds(&format!("policy install {good} --data {}", place.display()));
        assert!(told.contains(&format!("原是指向 {led} 的链接")), "{told}");
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "not a file of figures");
        let found = fs::symlink_metadata(&link).unwrap();
        assert!(found.is_file(), "{found:?}");
        // As any other new file has it: a link says that everybody may write.
        assert_eq!(found.mode(), fs::metadata(&elsewhere).unwrap().mode());
        assert_eq!(fs::read_to_string(&link).unwrap(), RIGHT);
    }
    assert_eq!(fs::read_dir(&place).unwrap().count(), 1);
    // Taken away, it is the link that goes.
    fs::remove_file(place.join("yingkou.ron")).unwrap();
    symlink(&good, place.join("yingkou.ron")).unwrap();
    succeeds(&format!("policy uninstall yingkou --data {}", place.display()));
    assert!(Path::new(&good).exists() && !place.join("yingkou.ron").exists());
}

#[test]
fn a_file_that_an_editor_gave_another_ending_gets_its_own() {
    let (stick, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for name in ["a.ron.txt", "b.txt", "c"] {
        let path = file(&stick, name, RIGHT);
        succeeds(&format!("policy install {path} --data {}", home.path().display()));
        succeeds(&format!("policy uninstall {} --data {}", &name[..1], home.path().display()));
    }
    assert!(
        refused(&format!(
            "policy install {} --data {}",
            stick.path().join("no").display(),
            home.path().display()
        ))
        .contains("不存在")
    );
}

fn opened(folder: &Path) -> Screen {
    let folder = folder.display().to_string();
    Screen::open_with(80, 24, &["--data", &folder, "--lang", "zh"], &[])
}

#[test]
fn the_first_screen_says_whose_figures_hold_and_all_that_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    file(&folder, "own.ron", RIGHT);
    let mut screen = opened(folder.path());
    screen.wait_for("已加上补充数据：营口市医疗保障局（2026-11-20）");
    screen.press("\x0c");
    screen.wait_for("own.ron，4 条数字");
    let long = "一个很长的市职工医疗保险待遇文件的名称，长到一行写不下";
    let wrong = RIGHT
        .replace("Rate(85)", "Rate(85), sources: [\"NOWHERE\"]")
        .replace("Cap(200000)", "Cap(200000), sources: [\"ELSEWHERE\"]")
        .replace("市职工医保待遇", long);
    file(&folder, "own.ron", wrong);
    let mut screen = opened(folder.path());
    // Each mistake, to its last word.
    screen.wait_for("没有名为 NOWHERE 的来源");
    screen.wait_for("没有名为 ELSEWHERE 的来源");
    screen.press("\r");
    screen.wait_for("有 1 个补充文件有误");
}

/// Two files of one office, one of them without a day of force: each names the other.
#[test]
fn the_same_rule_of_two_files_is_told() {
    let (folder, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let own = |from: &str, amount: u32| {
        format!(
            "(name: \"甲局\", sources: {{\"S\": (title: \"答复\", publisher: \"甲局\", checked: \"2026-11-01\")}}, \
             areas: {{\"210800\": [(scheme: Employee, care: Inpatient, sources: [\"S\"], grade: Reported, \
             figures: [({from}tiers: [Three], is: Deductible({amount}))])]}})"
        )
    };
    let data = format!("--data '{}'", home.path().display());
    let put = |name: &str, text: &str| {
        let path = file(&folder, name, text);
        succeeds(&format!("policy install '{path}' {data} --lang zh"))
    };
    assert!(!put("b.ron", &own("", 900)).contains("也有这一条"));
    // Laid before the other, which takes its place.
    let same = put("a.ron", &own("", 950));
    assert!(same.contains("b.ron") && same.contains("现在用的是这一条"), "{same}");
    let later = put("c.ron", &own("from: \"2026-01-01\", ", 1000));
    assert!(later.contains("补充文件 b.ron 里也有这一条，开始执行的日期不同"), "{later}");
    let listed = succeeds(&format!("policy installed {data} --lang zh"));
    assert_eq!(listed.matches("也有这一条").count(), 2, "{listed}");
    let several = refused(&format!("policy uninstall 甲局 {data} --lang zh"));
    assert!(several.contains("不止一个文件：a.ron、b.ron、c.ron"), "{several}");
    succeeds(&format!("policy uninstall c {data}"));
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 2);
}

#[test]
fn a_form_is_not_installed_before_it_is_read() {
    let (folder, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for name in ["form.xlsx", "form.XLS", "form.ods", "form.csv"] {
        let path = file(&folder, name, "x");
        let said = refused(&format!("policy install '{path}' --data '{}' --lang zh", home.path().display()));
        assert!(said.contains(&format!("yidi policy import {path}")), "{said}");
    }
}

/// A name with a line end could tell of another file that it is right.
#[test]
fn a_file_is_told_in_one_line_whatever_it_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x\nwell.ron");
    fs::write(&path, "(x").unwrap();
    for command in ["check", "install"] {
        let output = crate::support::process::yidi(&["policy", command, path.to_str().unwrap()]);
        let told = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        assert!(told.contains("xU+000Awell.ron:1:"), "{told}");
        assert!(!told.lines().any(|line| line.starts_with("well.ron")), "{told}");
    }
}

/// However it was called, help says the name.
#[cfg(unix)]
#[test]
fn the_name_it_was_called_by_is_not_said_again() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("yi\u{1b}[31mdi");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_yidi"), &link).unwrap();
    let output = std::process::Command::new(&link).args(["estimate", "--help"]).output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(help.contains("yidi estimate") && !help.contains('\u{1b}'), "{help}");
}

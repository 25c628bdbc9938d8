//! Where a file is meant, only a plain one is read: nothing that waits, never
//! ends or is too large keeps the program.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::process::program;

const SOON: Duration = Duration::from_secs(10);
const CASE: [&str; 5] = ["鞍山", "北京", "职工在职", "三级", "5万"];

/// What a run says on standard error; it must be over soon.
fn said(arguments: &[&str]) -> String {
    let mut child = program(arguments).stdin(Stdio::null()).spawn().unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > SOON {
            child.kill().unwrap();
            panic!("{arguments:?} never ended");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    String::from_utf8(child.wait_with_output().unwrap().stderr).unwrap()
}

/// Every way to hand a file in, with what is put in its place.
fn ways(path: &Path, folder: &Path) -> Vec<Vec<String>> {
    let (path, folder) = (path.to_str().unwrap().to_owned(), folder.to_str().unwrap().to_owned());
    let with = |begin: &[&str], end: &[&str]| -> Vec<String> {
        [begin, end].concat().into_iter().map(str::to_owned).collect()
    };
    let estimate = [&["estimate"][..], &CASE].concat();
    vec![
        with(&estimate, &["--data", &folder]),
        with(&["policy", "check"], &[&folder]),
        with(&["cases", "list", "--cases", "/nonexistent/c.db"], &["--config", &path]),
        with(&[&["reconcile"][..], &CASE].concat(), &["--slip", &path]),
        with(&["cases", "import", "--cases", "/nonexistent/c.db"], &[&path]),
        with(&["batch", &path], &[]),
        with(&["batch", "-", "--header", &path], &[]),
        with(&["year", &path], &[]),
        with(&["policy", "install", &path, "--data", "/nonexistent/d"], &[]),
        with(&["policy", "import", &path, "--output", "/nonexistent/d/o.ron"], &[]),
    ]
}

/// Whether what is handed in may be of any length, or of another limit.
fn takes_any_length(way: &[&str]) -> bool {
    way.contains(&"check") || way.contains(&"year")
}

#[test]
fn pipes_devices_and_folders_are_refused_unread() {
    for (kind, words) in [("pipe", "管道或设备"), ("device", "管道或设备"), ("folder", "是文件夹")]
    {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        match kind {
            "pipe" => assert!(Command::new("mkfifo").arg(&path).status().unwrap().success()),
            "device" => std::os::unix::fs::symlink("/dev/zero", &path).unwrap(),
            _ => fs::create_dir(&path).unwrap(),
        }
        for way in ways(&path, folder.path()) {
            let way: Vec<&str> = way.iter().map(String::as_str).collect();
            // A check prints what it found.
            let told = said(&way);
            assert!(told.contains(words) || way.contains(&"check"), "{kind} {way:?}: {told}");
        }
    }
}

#[test]
fn a_file_beyond_its_limit_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    // A gigabyte with holes: it takes no room, and would take as much to read.
    fs::File::create(&path).unwrap().set_len(1 << 30).unwrap();
    for way in ways(&path, folder.path()) {
        let way: Vec<&str> = way.iter().map(String::as_str).collect();
        let told = said(&way);
        assert!(told.contains("MiB") || takes_any_length(&way), "{way:?}: {told}");
    }
}

/// A case book, what stands beside it, and a font are opened too.
#[test]
fn no_pipe_beside_the_case_book_keeps_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let pipe = |name: &str| assert!(Command::new("mkfifo").arg(path(name)).status().unwrap().success());
    pipe("pipe.db");
    std::os::unix::fs::symlink("/dev/zero", path("zero.db")).unwrap();
    for name in ["pipe.db", "zero.db"] {
        let told = said(&["cases", "list", "--cases", &path(name)]);
        assert!(told.contains(&format!("{name} 不是案例簿")), "{told}");
    }
    pipe("cases.db.session-0123456789abcdef");
    assert_eq!(said(&["cases", "list", "--cases", &path("cases.db")]), "");
}

/// What a shell has opened is read as `-` is: `<(…)`, `/dev/stdin`.
#[test]
fn a_stream_of_the_shell_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let table = "from,to,status,tier,total\n鞍山,北京,active,3,50000\n";
    fs::write(path("t.csv"), table).unwrap();
    fs::write(path("s.json"), "{\"medfee_sumamt\": \"50000\", \"psn_part_amt\": \"17240\"}").unwrap();
    assert!(Command::new("mkfifo").arg(path("pipe")).status().unwrap().success());
    let run = |line: &str| {
        let line = line.replace("yidi", env!("CARGO_BIN_EXE_yidi"));
        let mut command = Command::new("bash");
        command.args(["-c", &line]).current_dir(folder.path()).stdin(Stdio::null());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let begun = Instant::now();
        while child.try_wait().unwrap().is_none() {
            assert!(begun.elapsed() < SOON || child.kill().is_err(), "{line} never ended");
            std::thread::sleep(Duration::from_millis(5));
        }
        child.wait_with_output().unwrap()
    };
    if Command::new("bash").arg("-c").arg("true").status().is_err() {
        return eprintln!("skipped: no bash on this machine");
    }
    let whole = String::from_utf8(run("yidi batch --date 2026-11-22 < t.csv").stdout).unwrap();
    assert_eq!(whole.lines().count(), 2);
    for line in [
        "yidi batch --date 2026-11-22 <(cat t.csv)",
        "yidi batch --date 2026-11-22 /dev/stdin < t.csv",
        "cat t.csv | yidi batch --date 2026-11-22 /dev/stdin",
        "tail -n +2 t.csv | yidi batch --date 2026-11-22 --header <(head -n 1 t.csv)",
        // The pipe is no file; who wants it read opens it.
        "cat t.csv > pipe & yidi batch --date 2026-11-22 - < pipe",
        "cat t.csv > pipe & yidi batch --date 2026-11-22 /dev/stdin < pipe",
    ] {
        let output = run(line);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), whole, "{line}: {told}");
    }
    let year = run("yidi year <(cat t.csv)");
    assert!(year.status.success(), "{}", String::from_utf8_lossy(&year.stderr));
    let slip = run("yidi reconcile 鞍山 北京 职工在职 三级 5万 --slip <(cat s.json) --json");
    assert!(slip.stdout.starts_with(b"{"), "{}", String::from_utf8_lossy(&slip.stderr));
    // Without an end it is refused all the same.
    for line in ["yidi batch < /dev/zero", "yes | tr -d '\\n' | yidi batch", "yidi year < /dev/zero"] {
        let output = run(line);
        assert_eq!(output.status.code(), Some(2), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// What the system says is told in the language of the person, wherever it is said.
#[test]
fn the_system_is_heard_in_the_language_of_the_person() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    std::os::unix::fs::symlink(&path, &path).unwrap();
    // A header that is no file is one itself.
    let ways = ways(&path, folder.path()).into_iter().filter(|way| !way.contains(&"--header".to_owned()));
    let named = path.display().to_string();
    let line = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let more = [
        line(&[&["estimate"][..], &CASE, &["--output", &named]].concat()),
        line(&[&["handout", "--format", "text"][..], &CASE, &["--output", &named]].concat()),
        line(&["policy", "template", "鞍山", "--output", &named]),
        line(&["cases", "list", "--cases", &named]),
    ];
    for way in ways.chain(more) {
        let way: Vec<&str> = way.iter().map(String::as_str).collect();
        let output = program(&way).stdin(Stdio::null()).output().unwrap();
        let told = [output.stderr, output.stdout].concat();
        let told = String::from_utf8(told).unwrap();
        assert!(told.contains("链接绕成了圈"), "{way:?}: {told}");
        assert!(!told.contains("os error"), "{way:?}: {told}");
    }
    let english = said(&["batch", "--lang", "en", &named]);
    assert!(english.contains("links lead to each other"), "{english}");
    let long = "a".repeat(300);
    assert!(said(&["batch", &long]).contains("文件名太长"));
    assert!(said(&["cases", "import", "no/such.json"]).contains("不存在"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_told_in_words() {
    let full = || fs::File::options().write(true).open("/dev/full").unwrap();
    let case = [&["estimate"][..], &CASE].concat();
    for way in [&case[..], &["schema"], &["help", "batch"]] {
        let output = program(way).stdin(Stdio::null()).stdout(full()).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{way:?}: {told}");
        assert!(told.ends_with("错误：读写出错：磁盘满了\n"), "{way:?}: {told}");
    }
}

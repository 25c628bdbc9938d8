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
    ]
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
        assert!(told.contains("MiB") || way.contains(&"check"), "{way:?}: {told}");
    }
}

//! Whose the files are that a command is told to write: with a person's case in them
//! they are for who writes them alone, whoever had the file before.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::Path;

use crate::support::process::{program, said};

const NOBODY: u32 = 65_534;
const CASE: &str = "鞍山 北京 职工在职 三级 5万 --date 2026-11-22";

/// What is written with a person's case in it, and the file.
const PRIVATE: &[(&str, &str)] = &[
    ("estimate CASE --output FILE", "a.txt"),
    ("estimate CASE --json --output FILE", "a.json"),
    ("compare CASE --output FILE", "a.txt"),
    ("curve CASE --output FILE", "a.svg"),
    ("curve CASE --output FILE", "a.csv"),
    ("checklist CASE --output FILE", "a.txt"),
    ("checklist CASE --ics FILE", "a.ics"),
    ("handout CASE --output FILE", "a.txt"),
    ("handout CASE --output FILE", "a.html"),
    ("handout CASE --output FILE", "a.pdf"),
    ("year TABLE --output FILE", "a.txt"),
    ("year TABLE --output FILE", "a.html"),
    ("batch TABLE --date 2026-11-22 --output FILE", "a.csv"),
    ("batch TABLE --date 2026-11-22 --output FILE", "a.xlsx"),
    ("cases list --cases BOOK --output FILE", "a.txt"),
    ("cases show 1 --cases BOOK --output FILE", "a.txt"),
    ("cases export --cases BOOK --output FILE", "a.json"),
    ("cases export --csv --cases BOOK --output FILE", "a.csv"),
    ("cases export --cases BOOK --output FILE", "a.xlsx"),
    ("picture as --output FILE", "a.svg"),
];

/// What is nobody's.
const COMMON: &[(&str, &str)] = &[
    ("policy show 鞍山 --output FILE", "a.txt"),
    ("policy template 鞍山 --output FILE", "a.xlsx"),
    ("policy template 鞍山 --output FILE", "a.csv"),
    ("help batch --output FILE", "a.txt"),
    ("man --output FILE", "a.1"),
    ("completions bash --output FILE", "a.sh"),
    ("licences --output FILE", "a.txt"),
    ("schema --output FILE", "a.json"),
];

/// Runs a line that writes a file into a folder.
fn write(folder: &Path, line: &str, file: &Path) {
    let at = |name: &str| folder.join(name).display().to_string();
    let line = line
        .replace("CASE", CASE)
        .replace("TABLE", &at("t.csv"))
        .replace("BOOK", &at("cases.db"))
        .replace("FILE", &file.display().to_string());
    let output = program(line.as_str()).env("HOME", folder).output().unwrap();
    assert!(output.status.success(), "{line}: {}", said(&output));
}

/// A folder with a table and a case book.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let table = "from,to,status,tier,total\n鞍山,北京,active,3,50000\n";
    fs::write(folder.path().join("t.csv"), table).unwrap();
    let cases = serde_json::json!({ "format": "yidi.cases/1", "cases": [{ "id": "a".repeat(32),
        "created": "2026-01-01T00:00:00Z", "changed": "2026-11-01T00:00:00Z", "note": "n", "version": 1,
        "answers": { "from": "210300", "to": "110000", "status": "active", "tier": "3", "total": "50000" } }] });
    let file = folder.path().join("cases.json");
    fs::write(&file, cases.to_string()).unwrap();
    write(folder.path(), "cases import FILE --cases BOOK", &file);
    folder
}

#[test]
fn what_has_a_persons_case_in_it_is_for_its_owner_alone() {
    let folder = folder();
    let own = fs::metadata(folder.path().join("t.csv")).unwrap();
    for (line, name) in PRIVATE {
        let file = folder.path().join(name);
        write(folder.path(), line, &file);
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600, "{line}");
        // Over a file of somebody else that everybody may read.
        fs::set_permissions(&file, fs::Permissions::from_mode(0o666)).unwrap();
        let is_root = chown(&file, Some(NOBODY), Some(NOBODY)).is_ok();
        write(folder.path(), &format!("{line} --force"), &file);
        let found = fs::metadata(&file).unwrap();
        assert_eq!(found.mode() & 0o777, 0o600, "{line}, over another");
        assert_eq!((found.uid(), found.gid()), (own.uid(), own.gid()), "{line}, root: {is_root}");
        fs::remove_file(&file).unwrap();
    }
}

#[test]
fn what_is_nobodys_is_as_other_new_files_are() {
    let folder = folder();
    let usual = fs::metadata(folder.path().join("t.csv")).unwrap().mode();
    for (line, name) in COMMON {
        let file = folder.path().join(name);
        write(folder.path(), line, &file);
        assert_eq!(fs::metadata(&file).unwrap().mode(), usual, "{line}");
        fs::remove_file(&file).unwrap();
    }
}

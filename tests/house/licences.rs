//! The notices of what is compiled in, shipped with it.

use std::path::Path;
use std::process::Command;

use crate::support::process::program;

#[test]
fn every_package_of_the_program_has_its_notice() {
    let output = program("licences").output().unwrap();
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.starts_with("MIT License") && said.contains("SIL OPEN FONT LICENSE"), "{}", &said[..200]);
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--edges", "normal,no-proc-macro", "--prefix", "none"])
        .args(["--format", "{p}"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output();
    let Ok(tree) = tree else { return eprintln!("skipped: no cargo beside the tests") };
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    for package in tree.lines().filter(|line| !line.is_empty() && !line.starts_with("yidi")) {
        let mut words = package.split_whitespace();
        let (name, version) = (words.next().unwrap(), words.next().unwrap().trim_start_matches('v'));
        let line = format!("\n{name} {version}: ");
        assert!(said.contains(&line), "{name} {version} has no notice: run assets/third_party.py");
    }
}

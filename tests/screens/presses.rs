//! How many keys a case takes on the built program, from the start to the
//! result: counted, not estimated.

use crate::screens::terminal::Screen;

const DOWN: char = '↓';
const UP: char = '↑';

/// What a terminal sends for a key of a script; a blank only parts words.
fn bytes_of(key: char) -> Option<Vec<u8>> {
    Some(match key {
        ' ' => return None,
        '⏎' => b"\r".to_vec(),
        '⇥' => b"\t".to_vec(),
        DOWN => b"\x1b[B".to_vec(),
        UP => b"\x1b[A".to_vec(),
        other => other.to_string().into_bytes(),
    })
}

/// Presses the keys one after the other and waits for the result; how many.
fn presses(script: &str, wanted: &[&str]) -> usize {
    let mut screen = Screen::open_with(80, 24, &["--lang", "zh"], &[("LANG", "zh_CN.UTF-8")]);
    screen.wait_for("在哪里参保？");
    let keys: Vec<Vec<u8>> = script.chars().filter_map(bytes_of).collect();
    for key in &keys {
        screen.press_bytes(key);
    }
    for part in wanted {
        screen.wait_for(part);
    }
    keys.len()
}

#[test]
fn a_case_takes_few_keys() {
    for (case, most, script, wanted) in [
        ("plain", 12, "as⏎ bj⏎ 1 3 5w⏎ ⏎", &["[1 费用]", "住院", "22,700.00 ～ 27,200.00"][..]),
        ("referral", 14, "as⏎ bj⏎ 2 3 3w ⇥2⏎ ⏎", &["[1 费用]", "异地转诊", "30,000.00"]),
        (
            "emergency with two dates",
            22,
            "as⏎ bj⏎ 1 3 5w ⇥3 9.3⇥9.12⏎ ⏎",
            &["[1 费用]", "急诊抢救", "50,000.00"],
        ),
        ("ordinary outpatient", 14, "nj⏎ sh⏎ 2 3 ↑2 2k⏎ ⏎", &["[1 费用]", "普通门诊", "2,000.00"]),
        ("chronic", 16, "nj⏎ sh⏎ 2 3 ↑31 2k⏎ ⏎", &["[1 费用]", "高血压"]),
    ] {
        let keys = presses(script, wanted);
        assert!(keys <= most, "{case}: {keys} keys, at most {most}");
    }
}

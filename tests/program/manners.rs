//! The command line as people and scripts expect it: help, version,
//! completions, manual, files, a reader who goes away.

use std::fs;
use std::process::{Output, Stdio};

use yidi_core::policy::Book;

use crate::support::process::{program, said, shown, unread, yidi};

const COMMANDS: [&[&str]; 21] = [
    &["estimate"],
    &["compare"],
    &["checklist"],
    &["handout"],
    &["reconcile"],
    &["cases"],
    &["cases", "list"],
    &["cases", "show"],
    &["cases", "export"],
    &["cases", "import"],
    &["cases", "delete"],
    &["cases", "vacuum"],
    &["policy"],
    &["policy", "show"],
    &["policy", "sources"],
    &["policy", "coverage"],
    &["policy", "diff"],
    &["policy", "check"],
    &["schema"],
    &["completions"],
    &["man"],
];

/// The program in an empty folder that is its home as well.
fn at_home(arguments: &[&str]) -> (Output, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    let mut command = program(arguments);
    command.env("HOME", home.path()).current_dir(home.path()).stdin(Stdio::null());
    let output = command.output().unwrap();
    (output, home)
}

#[test]
fn the_version_tells_the_day_of_the_data() {
    let gathered = Book::embedded().unwrap().nation().gathered;
    for option in ["--version", "-V"] {
        let version = shown(&yidi(&[option]));
        assert_eq!(version, format!("yidi {} (数据 {gathered})\n", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
fn every_command_has_help_and_the_short_one_is_short() {
    for command in COMMANDS {
        for option in ["-h", "--help"] {
            let output = yidi(&[command, &[option]].concat());
            assert_eq!(output.status.code(), Some(0), "{command:?}");
            assert!(shown(&output).contains("用法"), "{command:?}: {}", shown(&output));
        }
    }
    let [short, long] = ["-h", "--help"].map(|option| shown(&yidi(&["estimate", option])));
    assert!(!short.contains("--ytd-fund") && short.contains("--help 看全部"), "{short}");
    assert!(long.contains("--ytd-fund") && !long.contains("--help 看全部"), "{long}");
    assert!(long.contains("例子:") && !short.contains("例子:"));
}

/// Each example of the help is understood, and the whole ones work.
#[test]
fn every_example_is_true() {
    let mut tried = 0;
    for command in [&[][..]].iter().chain(&COMMANDS) {
        let help = shown(&yidi(&[*command, &["--help"]].concat()));
        for line in help.lines().filter_map(|line| line.strip_prefix("  yidi ")) {
            // What follows two blanks explains.
            let example = line.split("  ").next().unwrap().split(" | ").next().unwrap();
            let arguments: Vec<&str> = example.split_whitespace().collect();
            let (output, _home) = at_home(&arguments);
            for word in ["不认识", "没有命令", "看不懂", "还缺 <"] {
                assert!(!said(&output).contains(word), "{example}: {}", said(&output));
            }
            let whole = ["estimate", "compare", "checklist", "handout", "man"];
            if arguments.first().is_some_and(|command| whole.contains(command)) {
                assert_eq!(output.status.code(), Some(0), "{example}: {}", said(&output));
            }
            tried += 1;
        }
    }
    assert!(tried >= 20, "{tried} examples");
}

#[test]
fn every_shell_has_its_script() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = yidi(&["completions", shell]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let script = shown(&output);
        assert!(script.contains("YIDI_COMPLETE") && script.contains("yidi"), "{shell}: {script}");
    }
    let output = yidi("completions tcsh");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("不认识「tcsh」，可以写：bash、zsh、fish、powershell、elvish"),
        "{}",
        said(&output)
    );
}

/// What is offered after these words, in the order it comes.
fn offered(words: &[&str]) -> Vec<String> {
    let mut command = program(&[&["--", "yidi"], words].concat());
    command.env("YIDI_COMPLETE", "bash").env("_CLAP_IFS", "\n");
    let output = command.env("_CLAP_COMPLETE_INDEX", words.len().to_string()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    shown(&output).lines().map(str::to_owned).collect()
}

#[test]
fn commands_options_words_and_places_are_completed() {
    for (words, wanted) in [
        (&["est"][..], "estimate"),
        (&["policy", "c"], "coverage"),
        (&["estimate", "--own"], "--own-expense"),
        (&["estimate", "--status", "re"], "retired"),
        (&["estimate", "--reason", ""], "long-term"),
        (&["--theme", "c"], "contrast"),
        (&["help", "co"], "counter"),
        // As the program finds them: letters, initials, characters, counties.
        (&["estimate", "--from", "ansh"], "anshan"),
        (&["estimate", "--to", "bj"], "北京市"),
        (&["--city", "鞍"], "鞍山市"),
        (&["policy", "show", "kunshan"], "苏州市"),
        (&["estimate", "--from", ""], "辽宁省"),
        (&["compare", "ansh"], "anshan"),
        (&["compare", "anshan", "beiji"], "beijing"),
        (&["compare", "anshan", "beijing", "reti"], "retired"),
    ] {
        let all = offered(words);
        assert!(all.iter().any(|one| one == wanted), "{words:?}: {all:?}");
    }
    // Two cities are written so in letters: their names tell them apart.
    let all = offered(&["estimate", "--from", "taizho"]);
    assert!(all.contains(&"台州市".to_owned()) && all.contains(&"泰州市".to_owned()), "{all:?}");
    assert!(!all.contains(&"taizhou".to_owned()), "{all:?}");
}

/// The script in the shell itself.
#[cfg(unix)]
#[test]
fn bash_completes_an_area() {
    let bash = "source <(yidi completions bash); COMP_WORDS=(yidi estimate --from ansha); COMP_CWORD=3; \
                _clap_complete_yidi yidi ansha --from; echo \"${COMPREPLY[@]}\"";
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_yidi")).parent().unwrap();
    let path = format!("{}:/usr/bin:/bin", folder.display());
    let mut command = std::process::Command::new("bash");
    let Ok(output) = command.args(["-c", bash]).env("PATH", path).output() else { return };
    assert_eq!(shown(&output).trim(), "anshan", "{}", said(&output));
}

/// Zsh reads the script of a package at the first Tab: that one completes as well.
#[cfg(unix)]
#[test]
fn zsh_completes_at_the_first_tab() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("_yidi"), shown(&yidi("completions zsh"))).unwrap();
    let zsh = "compdef() { : }; _describe() { print -rl -- ${(P)3} }; fpath=($1); autoload -U _yidi; \
               words=(yidi est); CURRENT=2; _yidi";
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_yidi")).parent().unwrap();
    let path = format!("{}:/usr/bin:/bin", program.display());
    let mut command = std::process::Command::new("zsh");
    let command = command.args(["-fc", zsh, "zsh"]).arg(folder.path()).env("PATH", path);
    let Ok(output) = command.output() else { return };
    assert!(shown(&output).starts_with("estimate:"), "{}{}", shown(&output), said(&output));
}

#[test]
fn the_manual_has_a_page_for_every_command_and_lists_them_all() {
    let all = shown(&yidi("man"));
    assert!(all.contains(".TH yidi 1 "), "{all}");
    for command in COMMANDS {
        let name = format!("yidi\\-{}", command.join("\\-"));
        assert!(all.contains(&name), "{name} is not listed");
        let page = shown(&yidi(&[&["man"], command].concat()));
        assert!(page.contains(&format!(".TH yidi-{} 1 ", command.join("-"))), "{page}");
        for heading in ["用法", "退出码", "环境变量", "文件", "另见"] {
            assert!(page.contains(&format!("\n.SH {heading}\n")), "{command:?}: {heading}");
        }
        for english in ["SH NAME", "SH SYNOPSIS", "SH DESCRIPTION", "SH OPTIONS", "SH EXTRA"] {
            assert!(!page.contains(english), "{command:?}: {english}");
        }
    }
    assert!(shown(&yidi("man estimate")).contains("今年统筹已付"), "rare options stand there too");
    assert_eq!(yidi("man nope").status.code(), Some(2));
    // The usual headings in the usual order.
    let english = shown(&yidi("man batch --lang en"));
    let headings: Vec<&str> = english.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    let usual = ["NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "ENVIRONMENT", "FILES", "SEE ALSO"];
    assert!(headings.iter().all(|heading| *heading == heading.to_uppercase()), "{headings:?}");
    let places: Vec<_> =
        usual.iter().map(|name| headings.iter().position(|one| one.trim_matches('"') == *name)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{headings:?}");
    assert!(english.contains("\\fI<N>\\fR"), "options say what their value is");
    // Each heading once, the call as the help has it.
    let estimate = shown(&yidi("man estimate --lang en"));
    assert_eq!(estimate.matches("\n.SH OPTIONS\n").count(), 1, "{estimate}");
    let synopsis = "\n.SH SYNOPSIS\n\\fByidi estimate\\fR [OPTIONS] [LINE]...\n.SH DESCRIPTION\n";
    assert!(estimate.contains(synopsis), "{estimate}");
}

/// `yidi … | head -1`, with a head that has gone already.
#[test]
fn a_reader_who_goes_away_is_no_failure_of_any_command() {
    let case = ["as", "bj", "zg", "3", "5w"];
    let with = |command: &'static str| [&[command], case.as_slice()].concat();
    let commands = [
        with("estimate"),
        with("compare"),
        with("checklist"),
        with("handout"),
        [with("estimate"), vec!["--json"]].concat(),
        vec!["policy", "coverage"],
        vec!["policy", "show", "鞍山"],
        vec!["policy", "sources"],
        vec!["policy", "check"],
        vec!["schema"],
        vec!["completions", "bash"],
        vec!["man"],
        vec!["--help"],
        vec!["--version"],
        vec!["--plain"],
    ];
    for arguments in commands {
        let output = unread(&arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
        let noise = said(&output)
            .lines()
            .filter(|line| !["「", "只写了", "没写备案"].iter().any(|told| line.starts_with(told)))
            .count();
        assert_eq!(noise, 0, "{arguments:?}: {}", said(&output));
    }
}

#[test]
fn output_goes_to_a_file_that_is_never_written_over_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (text, json) = (path("out.txt"), path("out.json"));
    let case = ["estimate", "鞍山", "北京", "职工在职", "三级", "5万"];
    let run = |more: &[&str]| yidi(&[case.as_slice(), more].concat());
    let plain = shown(&run(&[]));
    let output = run(&["--output", &text]);
    assert_eq!((output.status.code(), shown(&output)), (Some(0), String::new()), "{}", said(&output));
    assert!(said(&output).contains("已存到"), "{}", said(&output));
    assert_eq!(
        fs::read_to_string(&text).unwrap(),
        format!("\u{feff}{plain}"),
        "with the mark that editors want"
    );
    run(&["--json", "--output", &json]);
    let written: serde_json::Value = serde_json::from_str(&fs::read_to_string(&json).unwrap()).unwrap();
    assert_eq!(written["format"], "yidi.estimate/1");
    fs::write(&text, "mine").unwrap();
    let output = run(&["--output", &text]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--force"), "{}", said(&output));
    assert_eq!(fs::read_to_string(&text).unwrap(), "mine");
    assert_eq!(run(&["--output", &text, "--force"]).status.code(), Some(0));
    assert!(fs::read_to_string(&text).unwrap().contains("个人负担"));
    let output = run(&["--output", &path("no/such/out.txt")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("文件夹"), "{}", said(&output));
    assert_eq!(shown(&run(&["--output", "-"])), plain);
}

#[test]
fn a_check_that_finds_errors_says_so_in_the_file_and_by_its_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("210000-liaoning.ron"), "(").unwrap();
    let out = folder.path().join("found.txt");
    let output =
        yidi(&["policy", "check", folder.path().to_str().unwrap(), "--output", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(fs::read_to_string(&out).unwrap().contains("210000-liaoning.ron:1"));
}

//! The settings file of a run.

#[cfg(target_os = "linux")]
#[test]
fn the_settings_file_is_opened_once() {
    use rustix::fs::inotify::{CreateFlags, ReadFlags, Reader, WatchFlags, add_watch, init};

    use crate::support::process::program;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    std::fs::write(&path, "language = \"en\"\n").unwrap();
    let named = path.to_str().unwrap();
    let estimate = &["estimate", "鞍山 北京 在职 三级 5万"];
    let commands: [&[&str]; 5] = [
        estimate,
        &["estimate", "--lang", "zh", "鞍山 北京 在职 三级 5万"],
        &["policy", "show", "鞍山"],
        &["--plain"],
        &["estimate", "--no-such-option"],
    ];
    for arguments in commands {
        for by_option in [true, false] {
            let watch = init(CreateFlags::NONBLOCK).unwrap();
            add_watch(&watch, &path, WatchFlags::OPEN | WatchFlags::CLOSE).unwrap();
            let option = if by_option { &["--config", named][..] } else { &[] };
            let mut command = program(&[option, arguments].concat());
            if !by_option {
                command.env("YIDI_CONFIG", named);
            }
            command.stdin(std::process::Stdio::null()).output().unwrap();
            let mut room = [std::mem::MaybeUninit::uninit(); 4096];
            let mut events = Reader::new(&watch, &mut room);
            // Without the closing between them two openings would be told as one.
            let opened = std::iter::from_fn(|| Some(events.next().ok()?.events()));
            let opened = opened.filter(|event| event.contains(ReadFlags::OPEN)).count();
            assert_eq!(opened, 1, "{arguments:?}");
        }
    }
}

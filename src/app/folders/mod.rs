//! Where the program keeps what is the user's: settings, own figures, the case
//! book. Only says where; whether anything is there is the caller's to see.

use std::path::PathBuf;

use etcetera::BaseStrategy;

/// What the case book is called.
pub(crate) const CASE_BOOK: &str = "cases.db";

/// The settings of the user. On Windows they roam with the person.
pub(crate) fn settings() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("yidi").join("config.toml"))
}

/// The overlay folder of the user.
pub(crate) fn overlay() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.data_dir().join("yidi").join("policy"))
}

/// The case book of the user. On Windows it stays on the machine: what is in the
/// roaming folder is copied to a server of the domain.
pub(crate) fn case_book() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    let folder = if cfg!(windows) { base.cache_dir() } else { base.data_dir() };
    Some(folder.join("yidi").join(CASE_BOOK))
}

/// Where earlier versions kept the case book of the user, where that is another
/// place.
pub(crate) fn former_case_book() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok().filter(|_| cfg!(windows))?;
    Some(base.data_dir().join("yidi").join(CASE_BOOK))
}

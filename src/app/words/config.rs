//! What is wrong with settings, in words for the person who must act.

use super::Text;
use crate::settings::{Mistake, Wrong};

impl Text {
    /// A mistake of a settings file, with its place.
    pub fn config_mistake_in(&self, file: &str, mistake: &Mistake) -> String {
        let setting = mistake.key.map_or_else(|| self.config_line(), str::to_owned);
        self.config_mistake(format!("{file}:{}", mistake.line), setting, self.config_wrong(&mistake.wrong))
    }

    /// What is wrong with a setting.
    pub fn config_wrong(&self, wrong: &Wrong) -> String {
        match wrong {
            Wrong::UnknownKey { key, near: None } => self.config_unknown_key(key.clone()),
            Wrong::UnknownKey { key, near: Some(near) } => self.config_unknown_key_near(key.clone(), *near),
            Wrong::Word(words) => self.config_word(self.list(*words)),
            Wrong::Text => self.config_text(),
            Wrong::YesOrNo => self.config_yes_or_no(),
            Wrong::Number { least, most } => self.number_wrong(i64::from(*least), i64::from(*most)),
            Wrong::Place(name) => self.config_place(name.clone()),
            Wrong::Syntax(detail) => self.config_syntax(detail.clone()),
        }
    }
}

//! What is wrong with settings, in words for the person who must act.

use super::Text;
use crate::settings::{SettingFlaw, SettingsFinding};

impl Text {
    /// A mistake of a settings file, with its place.
    pub fn config_mistake_in(&self, file: &str, mistake: &SettingsFinding) -> String {
        let setting = mistake.key.map_or_else(|| self.config_line(), str::to_owned);
        self.config_mistake(format!("{file}:{}", mistake.line), setting, self.config_wrong(&mistake.wrong))
    }

    /// What is wrong with a setting.
    pub fn config_wrong(&self, wrong: &SettingFlaw) -> String {
        match wrong {
            SettingFlaw::UnknownKey { key, near: None } => self.config_unknown_key(key.clone()),
            SettingFlaw::UnknownKey { key, near: Some(near) } => {
                self.config_unknown_key_near(key.clone(), *near)
            }
            SettingFlaw::Word(words) => self.config_word(self.list(*words)),
            SettingFlaw::Text => self.config_text(),
            SettingFlaw::YesOrNo => self.config_yes_or_no(),
            SettingFlaw::Number { least, most } => self.number_wrong(i64::from(*least), i64::from(*most)),
            SettingFlaw::Place(name) => self.config_place(name.clone()),
            SettingFlaw::Syntax(detail) => self.config_syntax(detail.clone()),
        }
    }
}

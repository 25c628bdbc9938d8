//! The names a column may have: those of the command line, those of the
//! national settlement interface, and what people write in Chinese.

use unicode_normalization::UnicodeNormalization;

use yidi_core::answers::Question;
use yidi_core::case::Field;
use yidi_core::spelling::likeness;

/// Lower case and narrow, without what stands in brackets, spaces, hyphens and
/// the like.
fn folded(name: &str) -> String {
    let mut depth = 0_u32;
    let narrow = name.nfkc().flat_map(char::to_lowercase);
    narrow
        .filter(|c| {
            match c {
                '(' | '[' | '【' => depth += 1,
                ')' | ']' | '】' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0 && !c.is_whitespace() && !c.is_control() && !"_-、,?:·'\"\u{feff}".contains(*c)
        })
        .collect()
}

/// Every name, folded, with its question.
pub(super) struct ColumnNames(Vec<(String, &'static str, Field)>);

impl ColumnNames {
    pub(super) fn new() -> Self {
        let all = Question::all().flat_map(|question| {
            let own = std::iter::once(question.key()).chain(question.columns.iter().copied());
            own.map(|name| (folded(name), name, question.field))
        });
        Self(all.collect())
    }

    /// The question a column of that name answers.
    pub(super) fn find(&self, name: &str) -> Option<Field> {
        let wanted = folded(name);
        self.0.iter().find(|(one, ..)| *one == wanted).map(|(.., field)| *field)
    }

    /// The known name that an unknown one looks like.
    pub(super) fn near(&self, name: &str) -> Option<&'static str> {
        const ENOUGH: f64 = 0.85;
        let wanted = folded(name);
        let all = self.0.iter().map(|(one, name, _)| (likeness(one, &wanted), *name));
        let near = all.filter(|(alike, _)| *alike >= ENOUGH);
        near.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Text};
    use yidi_core::answers::Answer;

    #[test]
    fn no_name_stands_for_two_questions() {
        let ColumnNames(mut names) = ColumnNames::new();
        names.sort_unstable();
        for pair in names.windows(2) {
            assert!(pair[0].0 != pair[1].0, "{} and {}", pair[0].1, pair[1].1);
        }
    }

    #[test]
    fn what_the_screen_calls_a_question_is_a_name_of_its_column() {
        let (names, text) = (ColumnNames::new(), Text::new(Lang::Zh));
        let one_name = |question: &&Question| !matches!(question.answer, Answer::Several);
        for field in Question::all().filter(one_name).map(|question| question.field) {
            assert_eq!(names.find(&text.field(field)), Some(field), "{}", text.field(field));
            assert_eq!(names.find(field.key()), Some(field));
        }
    }

    #[test]
    fn case_width_and_strokes_do_not_matter() {
        let names = ColumnNames::new();
        for name in
            ["own-expense", "Own_Expense", "OWN EXPENSE", "ｏｗｎ－ｅｘｐｅｎｓｅ", "自费（元）", " 自费 "]
        {
            assert_eq!(names.find(name), Some(Field::OwnExpense), "{name}");
        }
        assert_eq!((names.find("note"), names.find("")), (None, None));
    }

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        let names = ColumnNames::new();
        assert_eq!(names.near("own-expence"), Some("own-expense"));
        assert_eq!(names.near("statsu"), Some("status"));
        assert_eq!(names.near("patient"), None);
    }
}

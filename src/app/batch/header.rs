//! The header of a table: which column answers which question, and what the
//! table that comes out is called.

use super::output::{COLUMNS, PREFIX};
use super::taken::{Taken, taken, units, without_lone_class_b};
use super::unread::{AsideColumn, HeaderError};
use yidi_core::answers::Question;
use yidi_core::case::Field;
use yidi_core::names;
use yidi_core::names::{MoneyUnit, unit_above};

/// So many columns a table may have: more than any is written with, though a
/// sheet that is exported whole has four times as many.
pub const MOST_COLUMNS: usize = 4096;

/// A column that answers no question: it is kept, not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadColumn {
    /// What it is called.
    pub name: String,
    /// The name of a question that it looks like.
    pub near: Option<&'static str>,
}

/// A column whose amounts are not in yuan: they are multiplied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaledColumn {
    /// What it is called.
    pub name: String,
    /// The unit its name says, or what stands above the table.
    pub unit: MoneyUnit,
}

/// The columns of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The names as they stand in the input.
    pub names: Vec<String>,
    /// Columns that answer no question.
    pub unread: Vec<UnreadColumn>,
    /// Columns for whose question another was taken.
    pub aside: Vec<AsideColumn>,
    /// Columns of class-B amounts or their rates that are only kept: one is not
    /// there without the other, or the prepay stands beside them.
    pub class_b: Vec<String>,
    questions: Vec<Option<Field>>,
    /// For each column the unit its name says.
    units: Vec<Option<MoneyUnit>>,
    /// The unit of the columns that say none.
    unit: MoneyUnit,
    /// Further columns of a question, with their places.
    twins: Vec<(Field, usize)>,
}

/// For so many columns that answer no question it is told what they look like.
const MOST_GUESSES: usize = 50;

/// Without these there is no case; the scheme may stand for the status.
const NEEDED: [Field; 5] = [Field::Insured, Field::CarePlace, Field::Status, Field::Tier, Field::Total];

impl Header {
    /// Reads the names of the columns.
    ///
    /// # Errors
    /// Where a question is answered twice, or one that must be answered is not.
    pub fn of<'n>(names: impl Iterator<Item = &'n str>) -> Result<Self, HeaderError> {
        let names: Vec<String> = names.take(MOST_COLUMNS + 1).map(str::to_owned).collect();
        if names.len() > MOST_COLUMNS {
            return Err(HeaderError::TooManyColumns);
        }
        let Taken { mut questions, aside, twins } = taken(&names)?;
        let class_b = without_lone_class_b(&names, &mut questions);
        let is_open = |field: &Field| !questions.contains(&Some(*field));
        let by_scheme = |field: &Field| *field == Field::Status && !is_open(&Field::Scheme);
        let missing: Vec<Field> =
            NEEDED.into_iter().filter(|field| is_open(field) && !by_scheme(field)).collect();
        if !missing.is_empty() {
            return Err(HeaderError::Missing(missing));
        }
        let is_own = |name: &str| COLUMNS.iter().any(|own| name.trim_start_matches(PREFIX) == own.as_str());
        let is_aside = |name: &String| {
            aside.iter().any(|one: &AsideColumn| one.aside == *name) || class_b.contains(name)
        };
        let unread = names
            .iter()
            .zip(&questions)
            .filter(|(name, field)| field.is_none() && !is_own(name) && !is_aside(name));
        // Only the first are told by name.
        let near = |place, name| if place < MOST_GUESSES { names::near(name) } else { None };
        let unread = unread
            .enumerate()
            .map(|(place, (name, _))| UnreadColumn { name: name.clone(), near: near(place, name) })
            .collect();
        let units = units(&names)?;
        Ok(Self { names, unread, aside, class_b, questions, units, unit: MoneyUnit::YUAN, twins })
    }

    /// Takes the unit that stands above the table for all columns that say none.
    pub(super) const fn set_unit(&mut self, unit: MoneyUnit) {
        self.unit = unit;
    }

    /// The unit of the amounts of a column.
    pub fn unit(&self, place: usize) -> MoneyUnit {
        self.units.get(place).copied().flatten().unwrap_or(self.unit)
    }

    /// The columns whose amounts are multiplied, as far as `is_read` says that they mean something.
    pub fn scaled(&self, is_read: impl Fn(&str) -> bool) -> Vec<ScaledColumn> {
        let is_amount = |field: Field| Question::of(field).is_amount();
        let is_scaled = |(place, name): &(usize, &String)| match self.question(*place) {
            Some(field) => is_amount(field),
            None => self.twin(*place).is_some_and(is_amount) || is_read(name),
        };
        let all = self.names.iter().enumerate().filter(is_scaled);
        let all = all.map(|(place, name)| ScaledColumn { name: name.clone(), unit: self.unit(place) });
        all.filter(|column| column.unit != MoneyUnit::YUAN).collect()
    }

    /// The question of a further column that answers one.
    pub fn twin(&self, place: usize) -> Option<Field> {
        self.twins.iter().find(|(_, twin)| *twin == place).map(|(field, _)| *field)
    }

    /// Further columns that answer a question which is read from another.
    pub fn twins(&self) -> &[(Field, usize)] {
        &self.twins
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// What stands before the name of every column that is added, so that none
    /// is there already; mostly nothing.
    pub fn prefix(&self, added: &[String]) -> String {
        let mut prefix = String::new();
        while added.iter().any(|own| self.names.iter().any(|name| is_made_of(name, &prefix, own))) {
            prefix.push_str(PREFIX);
        }
        prefix
    }

    /// The column that answers a question.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.questions.iter().position(|one| *one == Some(field))
    }

    /// The question a column answers.
    pub fn question(&self, place: usize) -> Option<Field> {
        self.questions.get(place).copied().flatten()
    }
}

/// What a column of a workbook is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnUse {
    /// It is read.
    Read,
    /// Its cells are amounts of that unit.
    Amount(MoneyUnit),
    /// It is only kept.
    Kept,
}

/// What each column is for, by the rows down to the header; nothing where the last is none.
pub fn column_uses(rows: &[Vec<String>]) -> Vec<ColumnUse> {
    let Some((names, above)) = rows.split_last() else { return Vec::new() };
    let Ok(mut header) = Header::of(names.iter().map(String::as_str)) else { return Vec::new() };
    if let Some(Ok(unit)) = above.iter().find_map(|row| unit_above(row.iter().map(String::as_str))) {
        header.set_unit(unit);
    }
    let of = |place| match header.question(place).or_else(|| header.twin(place)) {
        Some(field) if Question::of(field).is_amount() => ColumnUse::Amount(header.unit(place)),
        Some(_) => ColumnUse::Read,
        None => ColumnUse::Kept,
    };
    (0..header.width()).map(of).collect()
}

/// How much a row looks like a header: how many questions its names answer, and
/// more than any number of them where it is one.
pub fn known_names(row: &[String]) -> usize {
    let mut fields: Vec<usize> =
        row.iter().filter_map(|name| names::column(name)).map(|column| column.field.row()).collect();
    fields.sort_unstable();
    fields.dedup();
    let is_header = fields.len() >= NEEDED.len() - 1 && Header::of(row.iter().map(String::as_str)).is_ok();
    if is_header { fields.len() + Field::COUNT } else { fields.len() }
}

fn is_made_of(name: &str, prefix: &str, own: &str) -> bool {
    name.strip_prefix(prefix).is_some_and(|rest| rest == own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Text};
    use yidi_core::answers::{Answer, Question};

    #[test]
    fn what_the_screen_calls_a_question_is_a_name_of_its_column() {
        let text = Text::new(Lang::Zh);
        let one_name = |question: &&Question| !matches!(question.answer, Answer::Several);
        for field in Question::all().filter(one_name).map(|question| question.field) {
            for name in [text.field(field), field.key().to_owned()] {
                assert_eq!(names::column(&name).map(|column| column.field), Some(field), "{name}");
            }
        }
    }

    #[test]
    fn of_two_days_the_settlement_is_read_and_the_other_kept() {
        let head = "from,to,status,tier,total,出院时间,结算时间,日期";
        let header = Header::of(head.split(',')).unwrap();
        assert_eq!(header.column(Field::Date), Some(6));
        let aside: Vec<&str> = header.aside.iter().map(|one| one.aside.as_str()).collect();
        assert_eq!((aside, header.unread.len()), (vec!["出院时间", "日期"], 0));
        for head in ["结算时间,结算时间", "结算时间,日期,结算时间", "结算时间,结算时间（止）"]
        {
            assert!(matches!(
                Header::of(format!("from,to,status,tier,total,{head}").split(',')),
                Err(HeaderError::Twice { field: Field::Date, .. })
            ));
        }
    }

    #[test]
    fn the_order_of_columns_does_not_matter() {
        for days in [
            ["日期", "出院时间", "结算时间"],
            ["出院时间", "日期", "结算时间"],
            ["结算时间", "日期", "出院时间"],
            ["日期", "结算时间", "出院日期"],
            // Two that say the same less directly, before and behind the better one.
            ["出院日期", "出院时间", "结算时间"],
            ["出院日期", "结算时间", "出院时间"],
        ] {
            let head = format!("from,to,status,tier,total,{}", days.join(","));
            let header = Header::of(head.split(',')).unwrap();
            assert_eq!(
                header.column(Field::Date).map(|place| header.names[place].as_str()),
                Some("结算时间")
            );
            assert_eq!((header.aside.len(), header.twins.len()), (2, 0), "{head}");
        }
    }

    #[test]
    fn a_code_beside_its_name_is_read_and_the_name_compared() {
        for (read, kept) in [
            ("insutype", "insutype_name"),
            ("险种", "险种名称"),
            ("参保地区划", "参保地"),
            ("入院日期", "入院时间"),
            ("总费用", "医疗费总额"),
        ] {
            for (one, other) in [(read, kept), (kept, read)] {
                let head = format!("from,to,status,tier,total,{one},{other}");
                // Each of these questions once, and its own key out of the way.
                let field = names::column(read).unwrap().field;
                let head = head.replacen(&format!("{},", field.key()), "", 1);
                let header = Header::of(head.split(',')).unwrap();
                let place = header.column(field).unwrap();
                assert_eq!(header.names[place], read, "{head}");
                assert_eq!(header.twins.len(), 1, "{head}");
            }
        }
    }

    #[test]
    fn a_unit_stands_in_the_name_or_above() {
        let header = |head: &str| Header::of(head.split(','));
        let mut one = header("from,to,status,tier,总费用（万元）,自费(元),先行自付").unwrap();
        let fen = |header: &Header| [4, 5, 6].map(|place| header.unit(place).fen());
        assert_eq!(fen(&one), [1_000_000, 100, 100]);
        one.set_unit(names::unit_above(["单位：千元"].into_iter()).unwrap().unwrap());
        assert_eq!(fen(&one), [1_000_000, 100, 100_000]);
        let told: Vec<String> = one.scaled(|_| false).into_iter().map(|one| one.name).collect();
        assert_eq!(told, ["总费用（万元）", "先行自付"]);
        assert!(matches!(
            header("from,to,status,tier,总费用（美元）"),
            Err(HeaderError::Unit { unit, .. }) if unit == "美元"
        ));
    }

    #[test]
    fn class_b_without_its_rate_is_only_kept() {
        for (head, kept) in [
            ("甲类费用,乙类费用,丙类费用", &["乙类费用"][..]),
            ("乙类费用,乙类先行自付", &["乙类费用"]),
            ("乙类先行自付比例", &["乙类先行自付比例"]),
            ("乙类费用,乙类先行自付比例", &[]),
            ("乙类费用,乙类先行自付比例,先行自付", &["乙类费用", "乙类先行自付比例"]),
        ] {
            let header = Header::of(format!("from,to,status,tier,total,{head}").split(',')).unwrap();
            assert_eq!(header.class_b, kept, "{head}");
            assert!(header.unread.iter().all(|one| !kept.contains(&one.name.as_str())));
        }
    }

    #[test]
    fn the_scheme_may_stand_for_the_status() {
        assert!(
            Header::of("insuplc_admdvs,mdtrtarea_admvs,insutype,hosp_lv,medfee_sumamt".split(',')).is_ok()
        );
        let Err(HeaderError::Missing(missing)) = Header::of("from,to,tier,total".split(',')) else {
            panic!()
        };
        assert_eq!(missing, [Field::Status]);
    }
}

//! What others call what this program knows: the names of columns and fields in
//! tables, messages and slips, and the codes that stand there for answers. One
//! table of names, one of codes; whoever meets a new one adds it there.

mod bare;
mod codes;
mod slip_field;
mod table;
mod total_row;
mod unit;

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;
use unicode_normalization::UnicodeNormalization as _;

pub use codes::coded;
pub use slip_field::SlipField;
use table::NAMES;
pub use total_row::is_total;
pub use unit::{MoneyUnit, SaidUnit, unit_above, unit_of};

use crate::case::Field;
use crate::spelling::likeness;

/// What stands between a name and its value.
pub(crate) const BETWEEN: [char; 4] = [':', '：', '=', '＝'];

/// A notion with every name it goes by.
struct Named {
    /// The question that a column of such a name answers.
    question: Option<Field>,
    /// Whether the question's own key is one of the names.
    own: bool,
    /// The number of a settlement slip.
    slip: Option<SlipField>,
    /// The names beside the program's own, as they are written.
    names: &'static [&'static str],
}

impl Named {
    /// Every name, the program's own first.
    fn all(&self) -> impl Iterator<Item = &'static str> {
        let own = self.question.filter(|_| self.own).map(Field::key);
        let national = self.slip.map(SlipField::key);
        own.into_iter().chain(national).chain(self.names.iter().copied())
    }
}

/// A name in the form in which names are compared: lower case and narrow,
/// without what stands in brackets, blanks, hyphens and the like. So
/// `setl_time`, `setlTime` and `SETL_TIME` are one name.
pub fn folded(name: &str) -> String {
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
        // Two ways to write one word: 个人帐户.
        .map(|c| if c == '帐' { '账' } else { c })
        .collect()
}

/// No name is longer; what is longer is not looked up.
const LONGEST: usize = 256;

type Ranks = HashMap<String, usize, FxBuildHasher>;

/// Every name, folded, with its place in the table.
fn ranks(of: impl Fn(&Named) -> bool) -> Ranks {
    let all = NAMES.iter().enumerate().filter(|(_, named)| of(named));
    all.flat_map(|(rank, named)| named.all().map(move |name| (folded(name), rank))).collect()
}

static QUESTIONS: LazyLock<Ranks> = LazyLock::new(|| ranks(|named| named.question.is_some()));
static SLIPS: LazyLock<Ranks> = LazyLock::new(|| ranks(|named| named.slip.is_some()));

fn rank(ranks: &Ranks, name: &str) -> Option<usize> {
    if name.len() > LONGEST {
        return None;
    }
    ranks.get(&folded(name)).or_else(|| ranks.get(&bare::bare(name))).copied()
}

/// A question that a column answers. Of several columns for one question that
/// of the lowest rank is read: 结算日期 stands before 出院日期.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The question.
    pub field: Field,
    /// The place of its notion in the table; columns of one rank say the same.
    pub rank: usize,
    /// Of columns of one rank that which says it most exactly has the least: a code
    /// before a word, a word before 名称, else as they stand in the table. No two
    /// names have the same.
    pub place: usize,
}

/// The question that a column of that name answers.
pub fn column(name: &str) -> Option<Column> {
    const CODE: usize = 0;
    const WORD: usize = 1;
    const NAME: usize = 2;
    const STEP: usize = 1_000;
    let rank = rank(&QUESTIONS, name)?;
    let field = NAMES[rank].question?;
    let folded = folded(name);
    let ends = |endings: &[&str]| endings.iter().any(|ending| folded.ends_with(ending));
    let exactness = if ends(&["名称", "name"]) {
        NAME
    } else if ends(&["区划", "代码", "编码", "code", "admdvs", "admvs"]) {
        CODE
    } else {
        WORD
    };
    let listed = NAMES[rank].all().position(|one| self::folded(one) == folded).unwrap_or_default();
    Some(Column { field, rank, place: exactness * STEP + listed })
}

/// The number of a settlement slip that goes by that name.
pub fn slip_field(name: &str) -> Option<SlipField> {
    NAMES[rank(&SLIPS, name)?].slip
}

/// Whether a column or a field of that name means anything here.
pub fn is_known(name: &str) -> bool {
    column(name).is_some() || slip_field(name).is_some()
}

/// The known name of a column that an unknown one looks like.
pub fn near(name: &str) -> Option<&'static str> {
    const ENOUGH: f64 = 0.85;
    let wanted = folded(name);
    let questions = NAMES.iter().filter(|named| named.question.is_some());
    let all = questions.flat_map(Named::all).map(|name| (likeness(&folded(name), &wanted), name));
    all.filter(|(alike, _)| *alike >= ENOUGH).max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, name)| name)
}

/// Every name of a question, the program's own first.
pub fn names_of(field: Field) -> impl Iterator<Item = &'static str> {
    NAMES.iter().filter(move |named| named.question == Some(field)).flat_map(Named::all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_notions() {
        for of in [|named: &Named| named.question.is_some(), |named: &Named| named.slip.is_some()] {
            let mut names: Vec<(String, usize)> = Vec::new();
            for (rank, named) in NAMES.iter().enumerate().filter(|(_, named)| of(named)) {
                names.extend(named.all().map(|name| (folded(name), rank)));
            }
            names.sort();
            names.dedup();
            for pair in names.windows(2) {
                assert!(pair[0].0 != pair[1].0, "{} twice", pair[0].0);
            }
        }
    }

    #[test]
    fn every_number_of_the_slip_has_a_row() {
        for field in SlipField::ALL {
            assert_eq!(slip_field(field.key()), Some(field));
        }
    }

    #[test]
    fn case_width_and_strokes_do_not_matter() {
        let own = |name| column(name).map(|column| column.field);
        for name in
            ["own-expense", "Own_Expense", "OWN EXPENSE", "ｏｗｎ－ｅｘｐｅｎｓｅ", "自费（元）", " 自费 "]
        {
            assert_eq!(own(name), Some(Field::OwnExpense), "{name}");
        }
        for name in ["psn_cash_pay", "psnCashPay", "PSN_CASH_PAY", "cash_payamt", "现金支付（元）"] {
            assert_eq!(slip_field(name), Some(SlipField::Cash), "{name}");
        }
        for name in [
            "1.总费用",
            "总费用/元",
            "总费用*",
            "①总费用",
            "（一）总费用",
            "总\u{200b}费用",
            "其中：总费用",
            "3、总费用（元）",
        ] {
            assert_eq!(slip_field(name), Some(SlipField::Total), "{name}");
        }
        assert_eq!((own("参保地*"), own("其中:先行自付")), (Some(Field::Insured), Some(Field::Prepay)));
        assert_eq!(slip_field("个人帐户支付"), Some(SlipField::Account));
        assert_eq!((own("note"), own(""), own(&"a".repeat(10_000))), (None, None, None));
    }

    #[test]
    fn the_names_of_the_interface_alone_make_a_table() {
        for (name, field) in [
            ("insuplc_admdvs", Field::Insured),
            ("mdtrtareaAdmvs", Field::CarePlace),
            ("INSUTYPE", Field::Scheme),
            ("psn_type", Field::Status),
            ("hosp_lv", Field::Tier),
            ("med_type", Field::Care),
            ("medfee_sumamt", Field::Total),
            ("setl_time", Field::Date),
        ] {
            assert_eq!(column(name).map(|column| column.field), Some(field), "{name}");
        }
    }

    #[test]
    fn settling_stands_before_leaving() {
        let rank = |name| column(name).map(|column| (column.field, column.rank));
        let (settled, left) = (rank("结算时间").unwrap(), rank("出院时间").unwrap());
        assert_eq!((settled.0, left.0), (Field::Date, Field::Date));
        assert!(settled.1 < left.1);
        assert_eq!(rank("结算日期"), rank("setl_time"));
    }

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        assert_eq!(near("own-expence"), Some("own-expense"));
        assert_eq!(near("statsu"), Some("status"));
        assert_eq!(near("patient"), None);
    }
}

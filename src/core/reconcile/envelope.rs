//! What stands around numbers in a message, and what an object says of itself.

use serde_json::{Map, Value as Json};

use super::slip::SlipKind;
use crate::answers::is_nothing;
use crate::names::{SlipField, folded, is_total, slip_field};

/// How far a part of a message is from being the settlement, by the name it stands under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// A sum, a footer, the year so far, what was before.
    Aside,
    /// What was asked.
    Asked,
    /// Anything else.
    #[default]
    Plain,
    /// What was answered, the settlement itself.
    Settlement,
}

/// What stands around an object.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// It is part of what was asked.
    pub(super) input: bool,
    /// It is one of a list of items.
    pub(super) items: bool,
    /// So often a text was read as JSON or XML.
    pub(super) texts: u8,
}

impl Around {
    /// What stands around the value of a name.
    pub(super) fn inside(self, name: &str) -> Self {
        let name = folded(name);
        let is = |names: &[&str]| names.contains(&name.as_str());
        Self { input: (self.input || is(&ASKED)) && !is(&ANSWERED), items: self.items || is(&ITEMS), ..self }
    }
}

const ASKED: [&str; 6] = ["input", "request", "req", "入参", "请求", "requestbody"];
const ANSWERED: [&str; 6] = ["output", "response", "resp", "出参", "响应", "result"];
const ITEMS: [&str; 7] =
    ["feedetail", "feedetails", "iteminfo", "items", "itemlist", "detaillist", "费用明细"];

impl Standing {
    /// What a name says of the part that stands under it, whatever stands in that.
    pub(super) fn under(self, name: &str) -> Self {
        const SETTLED: [&str; 5] = ["setlinfo", "settlement", "setl", "结算信息", "结算单"];
        const SUMS: [&str; 16] = [
            "cum", "footer", "sum", "hist", "total", "accum", "summary", "last", "prev", "year", "累计",
            "合计", "汇总", "历史", "年度", "上次",
        ];
        let name = folded(name);
        let is = |names: &[&str]| names.contains(&name.as_str());
        if SUMS.iter().any(|sum| name.starts_with(sum)) || name.ends_with("history") || name.ends_with("合计")
        {
            Self::Aside
        } else if is(&ASKED) {
            self.min(Self::Asked)
        } else if self > Self::Asked && (is(&ANSWERED) || is(&SETTLED)) {
            Self::Settlement
        } else {
            self
        }
    }
}

/// An object that may be a slip.
#[derive(Clone, Debug, Default)]
pub(super) struct Candidate {
    pub(super) fields: Vec<(String, String)>,
    input: bool,
    items: bool,
    /// What the message around it says of itself.
    pub(super) notes: EnvelopeNotes,
}

/// What a message says of itself, beside its numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct EnvelopeNotes {
    /// The number of the function that was called.
    pub(super) function: Option<String>,
    /// What the interface says went wrong.
    pub(super) error: Option<String>,
    /// The code of what came of it.
    code: Option<String>,
}

/// The names of an object with what stands there, lists and objects left out.
pub(super) fn scalars(object: &Map<String, Json>) -> impl Iterator<Item = (String, String)> {
    object.iter().filter_map(|(name, value)| Some((name.clone(), scalar(value)?)))
}

/// A value that is neither list nor object, as it would be typed.
pub(super) fn scalar(value: &Json) -> Option<String> {
    match value {
        Json::String(typed) => Some(typed.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(so) => Some(so.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}

impl Candidate {
    /// An object of names and values.
    pub(super) fn of(fields: Vec<(String, String)>) -> Self {
        Self { fields, ..Self::default() }
    }

    pub(super) fn of_object(object: &Map<String, Json>, around: Around) -> Self {
        Self { input: around.input, items: around.items, ..Self::of(scalars(object).collect()) }
    }

    /// Takes what the objects around say of the person and the visit.
    pub(super) fn say(&mut self, answers: &[(String, String)]) {
        let new = |(name, _): &&(String, String)| !self.fields.iter().any(|(known, _)| known == name);
        let new: Vec<_> = answers.iter().filter(new).cloned().collect();
        self.fields.extend(new);
    }

    /// Every name at which something stands.
    pub(super) fn given(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.fields.iter().map(|(name, typed)| (name.as_str(), typed.trim()));
        all.filter(|(_, typed)| !is_nothing(typed))
    }

    /// What stands at a number of the slip.
    pub(super) fn at(&self, field: SlipField) -> Option<&str> {
        self.given().find(|(name, _)| slip_field(name) == Some(field)).map(|(_, typed)| typed)
    }

    /// Whether one of some names has one of some values.
    fn is_any(&self, names: &[&str], values: &[&str]) -> bool {
        let is = |(name, typed): (&str, &str)| {
            names.contains(&folded(name).as_str()) && values.contains(&typed.to_lowercase().as_str())
        };
        self.given().any(is)
    }

    /// Whether it says that it takes a settlement back.
    pub(super) fn is_refund(&self) -> bool {
        const NAMES: [&str; 8] = [
            "refdsetlflag",
            "refdflag",
            "冲红标志",
            "红冲标志",
            "退费标志",
            "退费结算标志",
            "是否退费",
            "撤销标志",
        ];
        self.is_any(&NAMES, &["1", "1.0", "true", "y", "yes", "是", "冲红", "红冲", "退费", "已退费"])
    }

    /// Whether it says that it does not hold any more.
    pub(super) fn is_void(&self) -> bool {
        let names = ["valiflag", "有效标志", "是否有效"];
        self.is_any(&names, &["0", "0.0", "false", "n", "no", "否", "无效", "作废"])
    }

    /// Whether it adds up several settlements.
    pub(super) fn is_sum(&self) -> bool {
        const NAMES: [&str; 12] = [
            "stmtbegndate",
            "stmtenddate",
            "fixmedinssetlcnt",
            "setlcnt",
            "clrtimes",
            "对账开始日期",
            "对账结束日期",
            "对账日期",
            "清算人次",
            "结算人次",
            "人次",
            "清算年月",
        ];
        self.given().any(|(name, typed)| {
            NAMES.contains(&folded(name).as_str()) || (slip_field(name).is_none() && is_total(typed))
        })
    }

    /// Whether somebody's payment stands there.
    pub(super) fn is_paid(&self) -> bool {
        self.known().any(|field| SlipField::PAID.contains(&field))
    }

    /// Whether it is as much as a slip has: both sides of it, or one and the whole.
    pub(super) fn is_whole(&self) -> bool {
        use SlipField::{Cash, Fund, Funds, Personal, Total};
        let has = |fields: &[SlipField]| self.known().any(|field| fields.contains(&field));
        self.is_paid() && (has(&[Total]) || (has(&[Fund, Funds]) && has(&[Personal, Cash])))
    }

    /// The numbers of a slip that it has.
    pub(super) fn known(&self) -> impl Iterator<Item = SlipField> {
        self.given().filter_map(|(name, _)| slip_field(name))
    }

    /// Whether it is a part of what was asked.
    pub(super) const fn is_input(&self) -> bool {
        self.input
    }

    /// What it is, where it is no settlement.
    pub(super) fn kind(&self) -> Option<SlipKind> {
        const OF_ITEMS: [&str; 9] = [
            "feedetlsn",
            "medlistcodg",
            "medinslistcodg",
            "medinslistname",
            "detitemfeesumamt",
            "listtype",
            "pric",
            "cnt",
            "itemname",
        ];
        let is_item = self.items || self.fields.iter().any(|(name, _)| OF_ITEMS.contains(&&*folded(name)));
        match () {
            () if is_item => Some(SlipKind::Items),
            () if self.input => Some(SlipKind::Request),
            () => None,
        }
    }
}

impl EnvelopeNotes {
    /// What a message says of itself at its outside; of the call before it what it does
    /// not say itself.
    pub(super) fn of(json: &Json, before: &Self) -> Self {
        let mut notes = Self::default();
        notes.take(json, 0);
        if notes.function.is_none() {
            notes.function.clone_from(&before.function);
        }
        notes
    }

    fn take(&mut self, json: &Json, depth: u8) {
        const DEEPEST: u8 = 4;
        let Json::Object(object) = json else { return };
        for (name, value) in object {
            if depth < DEEPEST {
                self.take(value, depth + 1);
            }
            let Some(text) = scalar(value).map(|text| text.trim().to_owned()) else { continue };
            let slot = match folded(name).as_str() {
                "infno" | "交易编号" => &mut self.function,
                "errmsg" => &mut self.error,
                "infcode" => &mut self.code,
                _ => continue,
            };
            if slot.is_none() && !is_nothing(&text) {
                *slot = Some(text);
            }
        }
    }

    /// What the interface says where it refused.
    pub(super) fn refused(&self) -> Option<String> {
        const WELL: [&str; 6] = ["成功", "交易成功", "操作成功", "success", "ok", "success."];
        let is_nought = |code: &str| code.bytes().all(|byte| byte == b'0') || code == "0.0";
        match &self.code {
            Some(code) if is_nought(code) => None,
            Some(code) => Some(self.error.clone().unwrap_or_else(|| format!("infcode {code}"))),
            None => self.error.clone().filter(|error| !WELL.contains(&error.to_lowercase().as_str())),
        }
    }

    /// What the number of the function in a message says that it is.
    pub(super) fn kind(&self) -> Option<SlipKind> {
        match self.function.as_deref()?.get(..4)? {
            "2208" | "2305" => Some(SlipKind::Cancellation),
            "2204" | "2301" | "5204" => Some(SlipKind::Items),
            function if function.starts_with("32") => Some(SlipKind::Totals),
            _ => None,
        }
    }
}

//! What people call an action in Chinese beside its name, whatever the language
//! on the screen: `|` stands between the words.

/// The hand-out.
pub const PRINT: &str = "打印|复制|导出";
/// The code for a telephone.
pub const CODE: &str = "二维码|扫码";
/// The next person.
pub const NEW_CASE: &str = "清空|下一位|下一个|重新开始";
/// The other language.
pub const LANGUAGE: &str = "语言|英文|英语|中文";
/// Back to the questions.
pub const BACK: &str = "返回|上一步|修改";
/// The comparison.
pub const COMPARE: &str = "比较|对比";
/// The tier.
pub const HOSPITAL: &str = "医院";
/// The kind of care.
pub const CARE: &str = "门诊|住院|慢特病";
/// Into the case book.
pub const SAVE: &str = "保存|存";
/// Out of the program.
pub const QUIT: &str = "退出|关闭";
/// An answer taken back.
pub const UNDO: &str = "撤销|后悔";
/// The keys.
pub const HELP: &str = "帮助|按键";
/// The bill.
pub const TOTAL: &str = "总费用|金额";
/// Whether it is filed.
pub const FILED: &str = "备案";
/// The chronic disease.
pub const DISEASE: &str = "病种";
/// The colours.
pub const THEME: &str = "主题|颜色|配色";

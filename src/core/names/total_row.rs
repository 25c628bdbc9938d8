//! Rows of tables that add others up.

use super::folded;

/// Whether a cell says that its row adds others up: 合计, 本页小计, 合 计, 合计(2人), 平均.
pub fn is_total(cell: &str) -> bool {
    const WORDS: [&str; 11] = [
        "累计",
        "平均",
        "均值",
        "人均",
        "次均",
        "total",
        "totals",
        "sum",
        "grandtotal",
        "subtotal",
        "average",
    ];
    /// Behind the name of a page, a place or a hospital they say the same.
    const ENDINGS: [&str; 5] = ["合计", "总计", "小计", "共计", "总合计"];
    const LONGEST: usize = 64;
    if cell.len() > LONGEST {
        return false;
    }
    let folded = folded(cell);
    let text = folded.trim_end_matches(['.', ';', '*', '。']);
    WORDS.contains(&text) || ENDINGS.iter().any(|ending| text.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_add_others_up_are_known_by_one_cell() {
        for cell in
            ["合计", "合  计", "合计：", "合计(2人)", "本页合计", "鞍山市小计", "平均", "Total:", "总 计"]
        {
            assert!(is_total(cell), "{cell}");
        }
        for cell in ["", "张三", "总医院", "计划外", "20000", "平均年龄"] {
            assert!(!is_total(cell), "{cell}");
        }
    }
}

//! What stands in tables and messages of others for an answer: the codes of the
//! national interface and the names of its code lists. Each leads to a word of
//! the answer. Words that people say are with the answers themselves.

use unicode_normalization::UnicodeNormalization as _;

use crate::case::Field;

/// Codes and names of one question, each with the word of the answer.
type Codes = (Field, &'static [(&'static str, &'static [&'static str])]);

static CODES: &[Codes] = &[
    (
        Field::Scheme,
        &[
            (
                "employee",
                &[
                    "310",
                    "职工基本医疗保险",
                    "城镇职工基本医疗保险",
                    "城镇职工医保",
                    "城镇职工医疗保险",
                    "职工基本医保",
                    "城镇职工基本医保",
                    "职工医疗保险",
                ],
            ),
            (
                "resident",
                &[
                    "390",
                    "391",
                    "380",
                    "城乡居民基本医疗保险",
                    "居民基本医疗保险",
                    "城镇居民基本医疗保险",
                    "城镇居民",
                    "新型农村合作医疗",
                    "城乡居民医疗保险",
                    "城乡居民基本医保",
                    "居民医疗保险",
                    "居民基本医保",
                ],
            ),
        ],
    ),
    (
        Field::Status,
        &[
            ("active", &["11", "在职人员", "职工(在职)", "在职(职工)", "城镇职工在职"]),
            ("retired", &["12", "职工(退休)", "退休(职工)", "城镇职工退休"]),
            ("child", &["14", "居民(未成年)", "未成年", "未成年人", "未成年居民", "学龄前儿童", "新生儿"]),
            ("adult", &["15", "居民(成年)", "普通居民", "成年人", "普通居民(成年)"]),
            ("senior", &["16", "居民(老年)", "普通居民(老年)"]),
        ],
    ),
    (
        Field::Tier,
        &[
            (
                "3",
                &[
                    "01",
                    "02",
                    "03",
                    "04",
                    "三级特等",
                    "三级甲等",
                    "三级乙等",
                    "三级丙等",
                    "三级医院",
                    "三级甲等医院",
                    "三级乙等医院",
                    "三级未评",
                    "三级未定等",
                    "三丙",
                    "三甲医院",
                    "三乙医院",
                    "三级综合",
                    "三级综合医院",
                    "三级专科",
                    "三级专科医院",
                    "三级中医院",
                ],
            ),
            (
                "2",
                &[
                    "05",
                    "06",
                    "07",
                    "二级甲等",
                    "二级乙等",
                    "二级丙等",
                    "二级医院",
                    "二级甲等医院",
                    "二级乙等医院",
                    "二级未评",
                    "二级未定等",
                    "二丙",
                    "二甲医院",
                    "二乙医院",
                    "二级综合",
                    "二级综合医院",
                    "二级专科",
                    "二级专科医院",
                    "二级中医院",
                ],
            ),
            (
                "1",
                &[
                    "08",
                    "09",
                    "10",
                    "一级甲等",
                    "一级乙等",
                    "一级丙等",
                    "一级医院",
                    "一级甲等医院",
                    "一甲",
                    "一乙",
                    "一丙",
                    "一级未评",
                    "一级未定等",
                    "一甲医院",
                    "一级综合",
                    "一级综合医院",
                ],
            ),
        ],
    ),
    (
        Field::Care,
        &[
            (
                "inpatient",
                &[
                    "21",
                    "22",
                    "23",
                    "24",
                    "25",
                    "26",
                    "27",
                    "普通住院",
                    "外伤住院",
                    "异地住院",
                    "转外诊治住院",
                    "急诊转住院",
                    "单病种住院",
                ],
            ),
            (
                "outpatient",
                &["11", "12", "13", "19", "门诊挂号", "急诊", "门急诊", "门(急)诊", "意外伤害门诊"],
            ),
            (
                "chronic",
                &[
                    "14",
                    "门诊慢性病",
                    "门诊特殊病",
                    "门诊特病",
                    "门特",
                    "门诊大病",
                    "慢性病门诊",
                    "特殊病门诊",
                ],
            ),
        ],
    ),
    (
        Field::Filed,
        &[
            ("yes", &["1", "true", "有", "有备案", "备案成功", "√"]),
            ("no", &["0", "false", "无", "无备案", "未备案登记", "×"]),
        ],
    ),
    (Field::Networked, &[("yes", &["1", "true", "√"]), ("no", &["0", "false", "×"])]),
];

/// Questions whose codes are refined by more digits: `1101` is a kind of `11`.
const REFINED: [Field; 2] = [Field::Status, Field::Care];

/// The word of an answer for a code or a name of a code list.
pub fn coded(field: Field, typed: &str) -> Option<&'static str> {
    const LONGEST: usize = 64;
    if typed.len() > LONGEST {
        return None;
    }
    let (_, codes) = CODES.iter().find(|(one, _)| *one == field)?;
    let narrow: String = typed.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let word = |wanted: &str| codes.iter().find(|(_, all)| all.contains(&wanted)).map(|(word, _)| *word);
    word(&narrow).or_else(|| {
        let is_refined = REFINED.contains(&field)
            && matches!(narrow.len(), 4 | 6)
            && narrow.bytes().all(|byte| byte.is_ascii_digit());
        narrow.get(..2).filter(|_| is_refined).and_then(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_interface_lead_to_answers() {
        for (field, typed, word) in [
            (Field::Scheme, "310", Some("employee")),
            (Field::Scheme, " 390 ", Some("resident")),
            (Field::Scheme, "340", None),
            (Field::Status, "1101", Some("active")),
            (Field::Status, "12", Some("retired")),
            (Field::Status, "1501", Some("adult")),
            (Field::Status, "居民（老年）", Some("senior")),
            (Field::Status, "1300", None),
            (Field::Status, "110", None),
            (Field::Tier, "02", Some("3")),
            (Field::Tier, "三级甲等", Some("3")),
            (Field::Tier, "05", Some("2")),
            (Field::Tier, "9", None),
            (Field::Care, "21", Some("inpatient")),
            (Field::Care, "2101", Some("inpatient")),
            (Field::Care, "1401", Some("chronic")),
            (Field::Care, "41", None),
            (Field::Total, "310", None),
        ] {
            assert_eq!(coded(field, typed), word, "{field:?} {typed}");
        }
    }

    #[test]
    fn no_code_stands_for_two_answers() {
        for (field, codes) in CODES {
            let mut all: Vec<&str> = codes.iter().flat_map(|(_, all)| all.iter().copied()).collect();
            all.sort_unstable();
            for pair in all.windows(2) {
                assert_ne!(pair[0], pair[1], "{field:?}");
            }
        }
    }
}

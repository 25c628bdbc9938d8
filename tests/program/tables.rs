//! Tables as hospitals and agencies export them: the interface's own columns,
//! any spelling of names, titles above, several days, codes, amounts and days
//! as spreadsheets write them, rows of totals.

use std::process::Output;

use crate::support::process::{fed, said};

fn batch(input: &str) -> Output {
    fed(&["batch", "--date", "2026-11-22"], input.as_bytes())
}

/// The cells of one column that comes out.
fn column(output: &Output, name: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let head = reader.headers().unwrap().clone();
    let place = head.iter().position(|one| one == name).unwrap_or_else(|| panic!("no {name} in {head:?}"));
    reader.records().map(|row| row.unwrap()[place].to_owned()).collect()
}

fn settled(input: &str) -> Output {
    let output = batch(input);
    assert_eq!(output.status.code(), Some(0), "{input}\n{}\n{:?}", said(&output), column(&output, "error"));
    output
}

/// 30 000 − (30 000 − 2 000) × 0.60: 鞍山 to 北京, in work, tier 3, filed.
const PERSONAL: &str = "13200.00";

#[test]
fn the_columns_of_the_interface_alone_suffice() {
    let names = "insuplc_admdvs,mdtrtarea_admvs,insutype,psn_type,hosp_lv,med_type,setl_time,medfee_sumamt,\
                 fulamt_ownpay_amt,preselfpay_amt,overlmt_selfpay";
    let row = "210300,110000,310,1101,03,21,2026-11-20 18:09:52,30000.0000,0,0,0.00";
    let camel = "insuplcAdmdvs,mdtrtareaAdmvs,insutype,psnType,hospLv,medType,setlTime,medfeeSumamt,\
                 fulamtOwnpayAmt,preselfpayAmt,overlmtSelfpay";
    let chinese = "参保地医保区划,就医地医保区划,险种类型,人员类别,医院等级,医疗类别,结算时间,医疗费总额（元）,全自费金额,\
                   先行自付金额,超限价自费费用";
    for head in [names.to_owned(), names.to_uppercase(), camel.to_owned(), chinese.to_owned()] {
        let output = settled(&format!("{head}\n{row}\n"));
        assert_eq!(column(&output, "personal_low"), [PERSONAL], "{head}");
        assert_eq!(column(&output, "date_used"), ["2026-11-20"]);
        assert!(!said(&output).contains("不认识的列"), "{}", said(&output));
    }
    // The scheme alone: in work, which is told.
    let output = settled(
        "insuplc_admdvs,mdtrtarea_admvs,insutype,hosp_lv,medfee_sumamt,自费,先行自付,超限价\n\
                          210300,110000,310,03,30000,0,0,0\n",
    );
    assert_eq!(column(&output, "personal_high"), [PERSONAL]);
    assert!(said(&output).contains("有 1 行只写了险种"), "{}", said(&output));
}

#[test]
fn cells_are_read_as_spreadsheets_and_people_write_them() {
    let head = "from,to,status,tier,total,own-expense,prepay,over-limit";
    for row in [
        "鞍山,北京,在职,三级,3.00E+04,0,0,0",
        "鞍山,北京,职工,三级甲等,\"¥30,000.00\",0,0,0",
        "鞍山市,北京市,职工医保,三甲,30000.0000,0.0000,0,0",
        "210300,110000,1101,02,30000.000000000001,0,0E+00,0",
        "鞍山,北京,职工（在职）,３级,３万,0,0,0",
    ] {
        let output = settled(&format!("{head}\n{row}\n"));
        assert_eq!(column(&output, "personal_low"), [PERSONAL], "{row}");
    }
    for day in
        ["20261120", "2026-11-20 18:09:52", "46346", "2026/11/20", "2026年11月20日", "2026-11-20T18:09:52Z"]
    {
        let output = settled(&format!("{head},date\n鞍山,北京,在职,三级,30000,0,0,0,{day}\n"));
        assert_eq!(column(&output, "date_used"), ["2026-11-20"], "{day}");
    }
    for (row, part) in [
        ("鞍山,北京,1300,3,30000,0,0,0", "status：不认识「1300」"),
        ("鞍山,北京,在职,9,30000,0,0,0", "tier：不认识「9」"),
        ("鞍山,北京,在职,3,30.000,0,0,0", "total："),
    ] {
        let error = column(&batch(&format!("{head}\n{row}\n")), "error");
        assert!(error[0].contains(part), "{error:?}");
    }
}

#[test]
fn what_stands_above_the_header_is_left_out() {
    let head = "参保地,就医地,身份,医院等级,总费用,自费,先行自付,超限价";
    let row = "鞍山,北京,在职,三级,30000,0,0,0";
    for (above, row_of_header) in [
        ("2026 年异地就医结算明细", 2),
        ("2026 年异地就医结算明细,,,,,,,\n制表：某医院,,单位：元,,,,,", 3),
        ("\n标题；副标题；三；四；五\n", 4),
    ] {
        for delimiter in [',', '\t', ';'] {
            let table = format!("{head}\n{row}\n").replace(',', &delimiter.to_string());
            let output = settled(&format!("{above}\n{table}"));
            assert_eq!(column(&output, "personal_low"), [PERSONAL], "{above}");
            let told = format!("表头在第 {row_of_header} 行");
            assert!(said(&output).contains(&told), "{}", said(&output));
        }
    }
    // Rows keep their numbers.
    let output = batch(&format!("标题\n{head}\n{row}\n鞍山,北京,x,三级,1,0,0,0\n"));
    assert!(column(&output, "error")[1].starts_with("第 4 行"));
    // No header anywhere: what comes nearest says what is missing.
    let output = batch("标题\n参保地,就医地,总费用\n鞍山,北京,1\n");
    assert!(
        said(&output).contains("缺少必需的列：险种与身份（status）、医院等级（tier）"),
        "{}",
        said(&output)
    );
}

#[test]
fn of_several_days_that_of_settling_is_read() {
    let output = settled(
        "参保地,就医地,身份,医院等级,总费用,出院时间,结算时间\n鞍山,北京,在职,三级,30000,2026-10-01,2026-10-05\n",
    );
    assert_eq!(
        (column(&output, "date_used"), column(&output, "出院时间")),
        (vec!["2026-10-05".to_owned()], vec!["2026-10-01".to_owned()])
    );
    let told = said(&output);
    assert!(told.contains("取「结算时间」列") && told.contains("「出院时间」列原样保留"), "{told}");
}

#[test]
fn totals_and_headers_among_the_rows_are_told_as_such() {
    let head = "参保地,就医地,身份,医院等级,总费用,自费,先行自付,超限价";
    let row = "鞍山,北京,在职,三级,30000,0,0,0";
    let output = batch(&format!("{head}\n{row}\n{head}\n{row}\n小计,,,,60000,0,0,0\n总 计：,,,,60000\n"));
    assert_eq!(output.status.code(), Some(3));
    let errors = column(&output, "error");
    assert!(errors[1].contains("表头又出现了一次") && errors[3].contains("合计行"), "{errors:?}");
    assert!(errors[4].contains("合计行"), "{errors:?}");
    assert!(said(&output).contains("合计行：2 行"), "{}", said(&output));
    // A case with such a word in it stays a case that is wrong.
    let output = batch(&format!("{head},备注\n鞍山,北京,x,三级,1,0,0,0,合计\n"));
    assert!(column(&output, "error")[0].contains("不认识「x」"));
}

/// Own expense, prepay and over-limit nought: the sum is exact.
const HEAD: &str = "参保地,就医地,身份,医院等级,总费用,自费,先行自付,超限价";

#[test]
fn amounts_are_multiplied_by_the_unit_of_their_column() {
    for (unit, total) in [
        ("万元", "3"),
        ("千元", "30"),
        ("百元", "300"),
        ("角", "300000"),
        ("分", "3000000"),
        ("单位：万元", "3.0000"),
    ] {
        let head = HEAD.replace("总费用", &format!("总费用（{unit}）"));
        let output = settled(&format!("{head}\n鞍山,北京,在职,三级,{total},0,0,0\n"));
        assert_eq!(column(&output, "personal_low"), [PERSONAL], "{unit}");
        assert_eq!(column(&output, "total_low"), ["30000.00"], "{unit}");
        assert!(said(&output).contains("列的金额按"), "{}", said(&output));
    }
    // 600 of its own, in yuan; what its name says goes before what stands above.
    let head = HEAD.replace("自费", "自费（元）");
    let output = settled(&format!("明细表,,,,单位：万元,,,\n{head}\n鞍山,北京,在职,三级,3,600,0.06,0\n"));
    assert_eq!(column(&output, "own_expense_low"), ["600.00"]);
    assert_eq!(column(&output, "prepay_low"), ["600.00"]);
    assert_eq!(column(&output, "eligible_low"), ["28800.00"]);
    // Yuan means nothing.
    let output = settled(&format!("明细表,单位：元\n{HEAD}\n鞍山,北京,在职,三级,30000,0,0,0\n"));
    assert!(!said(&output).contains("列的金额按"));
    // What nobody can multiply is told.
    let head = HEAD.replace("总费用", "总费用（美元）");
    let output = batch(&format!("{head}\n鞍山,北京,在职,三级,3,0,0,0\n"));
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("「总费用（美元）」的单位「美元」读不了"), "{}", said(&output));
    let head = HEAD.replace("总费用", "总费用（万元）");
    let error = column(&batch(&format!("{head}\n鞍山,北京,在职,三级,3万,0,0,0\n")), "error");
    assert!(error[0].contains("单位已写在列名"), "{error:?}");
}

#[test]
fn a_share_is_never_read_as_a_percent() {
    let head = "from,to,status,tier,total,own-expense,over-limit,class-b,class-b-prepay-rate,rule-cut";
    for (rate, cut) in [("0.1", "10"), (".1", "10"), ("10", "0.1"), ("0.5", ""), ("10", "0.99")] {
        let output = batch(&format!("{head}\n鞍山,北京,在职,3,30000,0,0,1000,{rate},{cut}\n"));
        let error = column(&output, "error");
        let part = if rate == "0.1" { "看不出是 10% 还是 0.1%" } else { "看不出是" };
        assert!(error[0].contains(part), "{rate} {cut}: {error:?}");
    }
    for (rate, prepay) in
        [("10", "100.00"), ("0.5%", "5.00"), ("1", "10.00"), ("1.0", "10.00"), ("0", "0.00")]
    {
        let output = settled(&format!("{head}\n鞍山,北京,在职,3,30000,0,0,1000,{rate},\n"));
        assert_eq!(column(&output, "prepay_low"), [prepay], "{rate}");
    }
}

#[test]
fn a_code_and_its_name_side_by_side_are_one_answer() {
    let head = "参保地区划,参保地,就医地,insutype,insutype_name,身份,医院等级,总费用,医疗费总额,自费,先行自付,超限价";
    let output = settled(&format!(
        "{head}\n210300,鞍山市,北京,310,职工基本医疗保险,在职,三级,30000,30000.00,0,0,0\n\
         210300,辽宁省,北京,310,不知道的说法,在职,三级,30000,,0,0,0\n\
         ,鞍山市,北京,,职工基本医疗保险,在职,三级,,30000,0,0,0\n"
    ));
    assert_eq!(column(&output, "personal_low"), [PERSONAL; 3]);
    assert!(said(&output).contains("取「insutype」列，空着的取「insutype_name」列"), "{}", said(&output));
    for row in [
        "210300,大连市,北京,310,职工,在职,三级,30000,30000,0,0,0",
        "210300,鞍山市,北京,310,居民,在职,三级,30000,30000,0,0,0",
        "210300,鞍山市,北京,310,职工,在职,三级,30000,3000,0,0,0",
    ] {
        let error = column(&batch(&format!("{head}\n{row}\n")), "error");
        assert!(error[0].contains("说的不一样"), "{error:?}");
    }
    // The balance is the account; what was paid of it is something else.
    let output = settled(&format!("{HEAD},个人账户,余额\n鞍山,北京,在职,三级,30000,0,0,0,200,1000\n"));
    assert_eq!(column(&output, "account_low"), ["1000.00"]);
    // The unit of each.
    let head = HEAD.replace("总费用", "总费用（万元）,医疗费总额（元）");
    settled(&format!("{head}\n鞍山,北京,在职,三级,3,30000,0,0,0\n"));
    let error = column(&batch(&format!("{head}\n鞍山,北京,在职,三级,3,3,0,0,0\n")), "error");
    assert!(error[0].contains("说的不一样"), "{error:?}");
}

#[test]
fn class_b_beside_the_bill_is_no_question() {
    let head = "参保地,就医地,身份,医院等级,总费用,甲类费用,乙类费用,丙类费用";
    let output = settled(&format!("{head}\n鞍山,北京,在职,三级,30000,20000,8000,2000\n"));
    // The prepay is not known: a range, nothing made of class B.
    assert_ne!(column(&output, "personal_low"), column(&output, "personal_high"));
    let told = said(&output);
    assert!(
        told.contains("「乙类费用」原样保留") && !told.contains("不认识的列原样保留，不参与计算：乙类费用"),
        "{told}"
    );
    let plain = settled("参保地,就医地,身份,医院等级,总费用\n鞍山,北京,在职,三级,30000\n");
    for end in ["personal_low", "personal_high"] {
        assert_eq!(column(&output, end), column(&plain, end));
    }
    let output = settled(&format!("{HEAD},乙类费用\n鞍山,北京,在职,三级,30000,0,0,0,8000\n"));
    assert_eq!(column(&output, "personal_low"), [PERSONAL]);
    // 10 % of 8 000 where no prepay stands; where it does, that counts.
    let output = settled(&format!(
        "{HEAD},乙类费用,先行自付比例\n鞍山,北京,在职,三级,30000,0,,0,8000,10\n鞍山,北京,在职,三级,30000,0,600,0,8000,10\n"
    ));
    assert_eq!(column(&output, "prepay_low"), ["800.00", "600.00"]);
}

#[test]
fn cells_that_are_blank_or_not_there_are_nothing() {
    let row = "鞍山,北京,在职,三级,30000,0,0,0";
    let output = settled(&format!("{HEAD},备注,年龄\n{row},好\n{row}\n{row},好,,,\n{row},好,40, ,\n"));
    assert_eq!(column(&output, "personal_low"), [PERSONAL; 4]);
    assert_eq!(column(&output, "备注"), ["好", "", "好", "好"]);
    // A note right of the header.
    let output = settled(&format!("{HEAD},,金额以元计\n{row}\n"));
    assert_eq!(column(&output, "personal_low"), [PERSONAL]);
    // What stands behind the last column is somebody's.
    let error = column(&batch(&format!("{HEAD}\n{row},,x\n")), "error");
    assert!(error[0].contains("有 10 个单元格，表头有 8 个"), "{error:?}");
}

#[test]
fn answers_are_heard_as_programs_and_offices_write_them() {
    let head = "from,to,status,tier,total,own-expense,prepay,over-limit,filed,care";
    for row in [
        "鞍山市本级,北京,在职,三甲医院,30000,0,0,0,有,普通住院",
        "210300 鞍山市,北京市(110000),在职,三级综合,30000,0,0,0,是,21",
        "鞍山,北京,职工基本医保,三级,'30000,'0,\"=\"\"0\"\"\",0,有,普通住院",
    ] {
        let output = settled(&format!("{head}\n{row}\n"));
        assert_eq!(column(&output, "personal_low"), [PERSONAL], "{row}");
    }
    for day in ["20261120.0", "1795169392000", "20261120 180952", "2026年11月20日 18时09分"] {
        let output = settled(&format!("{HEAD},结算日期\n鞍山,北京,在职,三级,30000,0,0,0,{day}\n"));
        assert_eq!(column(&output, "date_used"), ["2026-11-20"], "{day}");
    }
    let error = column(&batch(&format!("{HEAD}\n360100 鞍山市,北京,在职,三级,30000,0,0,0\n")), "error");
    assert!(error[0].contains("参保地：没有叫"), "{error:?}");
}

#[test]
fn a_code_without_its_nought_is_not_guessed() {
    let head = HEAD.replace("医院等级", "hosp_lv");
    for digit in ["1", "2", "2.0"] {
        let error = column(&batch(&format!("{head}\n鞍山,北京,在职,{digit},30000,0,0,0\n")), "error");
        assert!(error[0].contains("还是接口代码 0"), "{error:?}");
    }
    for code in ["01", "02", "3", "03", "4", "三级"] {
        let output = settled(&format!("{head}\n鞍山,北京,在职,{code},30000,0,0,0\n"));
        assert_eq!(column(&output, "personal_low"), [PERSONAL], "{code}");
    }
    let two = settled(&format!("{HEAD}\n鞍山,北京,在职,2,30000,0,0,0\n"));
    let six = settled(&format!("{head}\n鞍山,北京,在职,6,30000,0,0,0\n"));
    assert_eq!(column(&two, "personal_low"), column(&six, "personal_low"));
}

#[test]
fn another_header_and_totals_with_places_are_told() {
    let row = "鞍山,北京,在职,三级,30000,0,0,0";
    let other = "参保地,就医地,身份,医院等级,总费用,先行自付,自费,超限价";
    let output = batch(&format!("{HEAD}\n{row}\n{other}\n鞍山,北京,在职,三级,30000,600,0,0\n"));
    assert_eq!(output.status.code(), Some(3));
    assert!(column(&output, "error")[1].contains("列的次序和第一个不同"));
    assert!(said(&output).contains("第 3 行是另一个表头"), "{}", said(&output));
    let output = batch(&format!(
        "姓名,{HEAD}\n张三,{row}\n合计,{row}\n鞍山市小计,{row}\n总计,鞍山,北京,,,60000,0,0,0\n,鞍山市小计,北京,,,30000,0,0,0\n"
    ));
    let errors = column(&output, "error");
    assert_eq!(errors[0], "");
    assert!(errors[1..].iter().all(|error| error.contains("合计行")), "{errors:?}");
}

#[test]
fn a_refund_and_what_is_there_twice_are_told_of_a_person() {
    let head = format!("psn_no,{HEAD},结算日期");
    let stay = |who: &str, total: &str, day: &str| format!("{who},鞍山,北京,在职,三级,{total},0,0,0,{day}\n");
    let table = [
        head,
        "\n".to_owned(),
        stay("a", "30000", "2026-02-01"),
        stay("a", "-30000", "2026-02-03"),
        stay("a", "20000", "2026-05-01"),
        stay("a", "20000", "2027-01-05"),
        stay("b", "30000", "2026-02-01"),
        stay("b", "30000", "2026-02-01"),
        stay("b", "30000", "2026-02-02"),
    ]
    .concat();
    for jobs in ["1", "3"] {
        let output =
            fed(&["batch", "--by", "psn_no", "--jobs", jobs, "--date", "2026-11-22"], table.as_bytes());
        let errors = column(&output, "error");
        assert!(errors[1].contains("退费") && errors[2].contains("第 3 行是这个人的退费"), "{errors:?}");
        // Another year and another person begin anew.
        assert_eq!([0, 3, 4, 5, 6].map(|row: usize| errors[row].as_str()), [""; 5]);
        let told = said(&output);
        assert!(told.contains("有 1 行和同一人的上一行日期、金额完全一样（最早是第 7 行）"), "{told}");
    }
}

#[test]
fn other_dialects_are_recognised_and_web_pages_named() {
    let table = format!("{HEAD}\n鞍山,北京,在职,三级,30000,0,0,0\n");
    let output = settled(&table.replace(',', "|"));
    assert_eq!(column(&output, "personal_low"), [PERSONAL]);
    let wide: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let output = fed(&["batch", "--date", "2026-11-22"], &wide);
    assert_eq!(column(&output, "personal_low"), [PERSONAL]);
    for page in
        ["<html><table><tr><td>参保地</td></tr></table>", "\u{feff}\n<?xml version=\"1.0\"?><Workbook/>"]
    {
        let output = batch(page);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("网页或 XML 表格"), "{}", said(&output));
    }
}

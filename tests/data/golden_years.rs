//! Golden years on shipped data: stay after stay, every sum worked out by hand from
//! the figures, beside it and before the program ran.
//!
//! A line is an express line; it keeps person and places of the one before. Bills
//! are split with nothing uncovered. What the person pays stands in the order of
//! the list, in the best year and in the worst.

use yidi_core::answers::{Draft, express, next_stay};
use yidi_core::estimate::{Line, Side};
use yidi_core::names::SlipField;
use yidi_core::policy::{Book, Care};
use yidi_core::reconcile::Slip;
use yidi_core::year::{Entry, Year, split_times, year};

use crate::support::{PARTS, TODAY};

struct Golden {
    /// What is tried.
    name: &'static str,
    lines: &'static [&'static str],
    /// What the person pays of each case: in both years, or in the best and the worst.
    pays: &'static [&'static [&'static str]],
    /// The sum over the list in the best year and the worst.
    sum: [&'static str; 2],
}

const YEARS: &[Golden] = &[
    // 武汉, employees, tier 3: 800, from the second stay 400; 86 %.
    //   (30 000 − 800) × 0.86 = 25 112; (20 000 − 400) × 0.86 = 16 856; (10 000 − 400) × 0.86 = 8 256
    Golden {
        name: "武汉: the ladder of deductibles",
        lines: &["武汉 武汉 在职 三级 3万 2026-02-01", "2万 2026-04-01", "1万 2026-06-01"],
        pays: &[&["4888.00"], &["3144.00"], &["1744.00"]],
        sum: ["9776.00", "9776.00"],
    },
    // The order of discharge counts, not that of the list.
    Golden {
        name: "武汉: the same list the other way round",
        lines: &["武汉 武汉 在职 三级 1万 2026-06-01", "2万 2026-04-01", "3万 2026-02-01"],
        pays: &[&["4888.00"], &["3144.00"], &["1744.00"]],
        sum: ["9776.00", "9776.00"],
    },
    // Retired, tier 2: 600, then 300; 91.2 %. 9 400 × 0.912 = 8 572.80; 9 700 × 0.912 = 8 846.40
    Golden {
        name: "武汉: retired",
        lines: &["武汉 武汉 退休 二级 1万 2026-02-01", "1万 2026-04-01"],
        pays: &[&["1427.20"], &["1153.60"]],
        sum: ["2580.80", "2580.80"],
    },
    // Community centres take 200 each time: 4 800 × 0.92 = 4 416
    Golden {
        name: "武汉: no ladder in community centres",
        lines: &["武汉 武汉 在职 基层 5000 2026-02-01", "5000 2026-04-01"],
        pays: &[&["584.00"], &["584.00"]],
        sum: ["1168.00", "1168.00"],
    },
    // The cap of 240 000 is reached in the second stay, 98 % above it.
    //   1: 199 200 × 0.86 = 171 312
    //   2: left 68 688, used up after 68 688 / 0.86 = 79 869.7674; 149 600 − that = 69 730.2326; × 0.98 = 68 335.63
    //   3: all of 99 600 above the cap: × 0.98 = 97 608
    Golden {
        name: "武汉: the cap reached in the second stay",
        lines: &["武汉 武汉 在职 三级 20万 2026-02-01", "15万 2026-04-01", "10万 2026-06-01"],
        pays: &[&["28688.00"], &["12976.37"], &["2392.00"]],
        sum: ["44056.37", "44056.37"],
    },
    // The supplement pays 300 000 a year: used up in the first stay.
    //   1: 599 200 − 240 000 / 0.86 = 320 130.23; × 0.98 = 313 727.63, at most 300 000
    //   2: nothing is left of either
    Golden {
        name: "武汉: the supplement's own cap",
        lines: &["武汉 武汉 在职 三级 60万 2026-02-01", "20万 2026-04-01"],
        pays: &[&["60000.00"], &["200000.00"]],
        sum: ["260000.00", "260000.00"],
    },
    // 60 % (800, then 400); catastrophic from 12 000: 60 % of 18 000, then 65 %.
    //   1: 29 200 × 0.6 = 17 520; burden 12 480: 480 × 0.6 = 288
    //   2: 29 600 × 0.6 = 17 760; burden 12 240: 12 240 × 0.6 = 7 344
    //   3: the same burden from 12 720 above the line: 5 280 × 0.6 + 6 960 × 0.65 = 7 692
    Golden {
        name: "武汉: residents pass the catastrophic line in the first stay and its first slice in the third",
        lines: &["武汉 武汉 成年居民 三级 3万 2026-02-01", "3万 2026-04-01", "3万 2026-06-01"],
        pays: &[&["12192.00"], &["4896.00"], &["4548.00"]],
        sum: ["21636.00", "21636.00"],
    },
    Golden {
        name: "武汉: everything counts anew on 1 January",
        lines: &["武汉 武汉 成年居民 三级 3万 2025-12-31", "3万 2026-01-01", "3万 2026-04-01"],
        pays: &[&["12192.00"], &["12192.00"], &["4896.00"]],
        sum: ["29280.00", "29280.00"],
    },
    // Tier 1: 200 a year, 50 %, at most 400 a year.
    //   1: 400 × 0.5 = 200; 2: 600 × 0.5 = 300, 200 are left of the 400; 3: nothing is left
    Golden {
        name: "武汉: a yearly deductible and a cap of outpatient care",
        lines: &[
            "武汉 武汉 成年居民 一级 门诊 600元 2026-02-01",
            "门诊 600元 2026-04-01",
            "门诊 600元 2026-06-01",
        ],
        pays: &[&["400.00"], &["400.00"], &["600.00"]],
        sum: ["1400.00", "1400.00"],
    },
    // The stay passes the line: burden 12 480. The visit pays its own deductible of 200, 200 are paid, and of
    // the burden of 400 the catastrophic insurance pays 60 %.
    Golden {
        name: "武汉: a stay and a visit share the catastrophic line, not the deductible",
        lines: &["武汉 武汉 成年居民 三级 3万 2026-02-01", "一级 门诊 600元 2026-04-01"],
        pays: &[&["12192.00"], &["160.00"]],
        sum: ["12352.00", "12352.00"],
    },
    // Tier 3: 55 % after nothing or 700 a year; paid once, whichever it is.
    //   best: 550 and 550; worst: 300 × 0.55 = 165, then 550
    Golden {
        name: "武汉: an uncertain yearly deductible is paid once",
        lines: &["武汉 武汉 在职 三级 门诊 1000 2026-02-01", "门诊 1000 2026-04-01"],
        pays: &[&["450.00", "835.00"], &["450.00"]],
        sum: ["900.00", "1285.00"],
    },
    // What is said of the year counts from there: a second stay, 235 000 of 240 000 paid.
    //   1: D 400; 5 000 are left, used up after 5 813.9535; 9 600 − that = 3 786.0465; × 0.98 = 3 710.33
    //   2: D 400; all above the cap: 9 600 × 0.98 = 9 408
    Golden {
        name: "武汉: a year that begins in the middle",
        lines: &["武汉 武汉 在职 三级 1万 第2次 今年统筹已付 23.5万 2026-02-01", "1万 2026-04-01"],
        pays: &[&["1289.67"], &["592.00"]],
        sum: ["1881.67", "1881.67"],
    },
    // 北京, employees: 1 300, then 650, slices of each stay counted from zero, cap 100 000.
    //   1: 28 700 × 0.85 + 10 000 × 0.9 + 10 000 × 0.95 = 42 895
    //   2: 29 350 × 0.85 + 9 000 + 9 500 = 43 447.50
    //   3: 13 657.50 are left, used up after 16 067.6471; 29 350 − that = 13 282.3529 above the cap, of which
    //      the supplement pays 70 to 100 %: 9 297.65 to 13 282.35
    Golden {
        name: "北京: slices from the deductible, the cap in the third stay",
        lines: &["北京 北京 在职 三级 5万 2026-02-01", "5万 2026-04-01", "3万 2026-06-01"],
        pays: &[&["7105.00"], &["6552.50"], &["3060.15", "7044.85"]],
        sum: ["16717.65", "20702.35"],
    },
    // Retired: 91, 94 and 97 %, above the cap 90 %.
    //   1: 26 117 + 9 400 + 9 700 = 45 217; 2: 26 708.50 + 19 100 = 45 808.50
    //   3: 8 974.50 left, after 9 862.0879; 19 487.9121 × 0.9 = 17 539.12
    Golden {
        name: "北京: retired, with a supplement that is known",
        lines: &["北京 北京 退休 三级 5万 2026-02-01", "5万 2026-04-01", "3万 2026-06-01"],
        pays: &[&["4783.00"], &["4191.50"], &["3486.38"]],
        sum: ["12460.88", "12460.88"],
    },
    // Residents' outpatient care: 550 a year at tier 2, 100 at tier 1; 50 and 55 %, cap 5 000.
    //   1: 450 × 0.5 = 225; 2: the 100 are paid: 550; 3: 6 000, of which 5 000 − 775 = 4 225 are left
    Golden {
        name: "北京: one yearly deductible over two tiers, then the cap",
        lines: &[
            "北京 北京 成年居民 二级 门诊 1000 2026-02-01",
            "一级 门诊 1000 2026-04-01",
            "三级 门诊 12000 2026-06-01",
        ],
        pays: &[&["775.00"], &["450.00"], &["7775.00"]],
        sum: ["9000.00", "9000.00"],
    },
    // Chronic care, tier 2: 800 once a year, 78 %. 1 800 × 0.78 = 1 404; 2 600 × 0.78 = 2 028
    Golden {
        name: "北京: four times dialysis",
        lines: &["北京 北京 成年居民 二级 透析 4次 2600 2026-02-01"],
        pays: &[&["1196.00"], &["572.00"], &["572.00"], &["572.00"]],
        sum: ["2912.00", "2912.00"],
    },
    // Stays and chronic care have deductibles of their own: 19 200 × 0.78 = 14 976; then 1 404 as above; the
    // second stay pays half of 800: 19 600 × 0.78 = 15 288
    Golden {
        name: "北京: chronic care is no admission",
        lines: &["北京 北京 成年居民 二级 2万 2026-02-01", "透析 2600 2026-03-01", "2万 2026-04-01"],
        pays: &[&["5024.00"], &["1196.00"], &["4712.00"]],
        sum: ["10932.00", "10932.00"],
    },
    // 上海, employees in work: 1 500; no rule for a further stay is known: from nothing to 1 500. 85 %.
    Golden {
        name: "上海: no ladder known",
        lines: &["上海 上海 在职 三级 2万 2026-02-01", "2万 2026-04-01"],
        pays: &[&["4275.00"], &["3000.00", "4275.00"]],
        sum: ["7275.00", "8550.00"],
    },
    // Outpatient care, tier 3: 500 a year, 70 %. 300 × 0.7 = 210
    Golden {
        name: "上海: the yearly deductible of outpatient care",
        lines: &["上海 上海 在职 三级 门诊 800元 2026-02-01", "门诊 1000 2026-04-01"],
        pays: &[&["590.00"], &["300.00"]],
        sum: ["890.00", "890.00"],
    },
    // One cap of 650 000 over stays and visits, 80 % above it.
    //   1: used up after 764 705.8824; 798 500 − that = 33 794.1176; × 0.8 = 27 035.29
    //   2: D 500; the slice of 9 500 lies above the cap: × 0.8 = 7 600
    Golden {
        name: "上海: stays and visits share the cap",
        lines: &["上海 上海 在职 三级 80万 2026-02-01", "门诊 1万 2026-04-01"],
        pays: &[&["122964.71"], &["2400.00"]],
        sum: ["125364.71", "125364.71"],
    },
    // 青海, residents, tier 3: 1 500 (further stays not known), 70 %, cap 100 000; above a burden of 12 000 80 %.
    //   1: 33 950; burden 16 050: 4 050 × 0.8 = 3 240
    //   2: best 35 000, burden 15 000 × 0.8 = 12 000; worst 33 950, 16 050 × 0.8 = 12 840
    //   3: best 31 050 are left, 68 950 × 0.8 = 55 160; worst 32 100, 67 900 × 0.8 = 54 320
    // The cap makes up for it: both years come to the same.
    Golden {
        name: "西宁: the cap makes a range close again",
        lines: &["西宁 西宁 成年居民 三级 5万 2026-02-01", "5万 2026-04-01", "10万 2026-06-01"],
        pays: &[&["12810.00"], &["3000.00", "3210.00"], &["13790.00", "13580.00"]],
        sum: ["29600.00", "29600.00"],
    },
    // Employees, tier 2: 550, 80 %; catastrophic from 7 000: 85 %.
    //   2: 8 000 or 7 560; 3: best burden 6 440; worst 7 320: 320 × 0.85 = 272
    Golden {
        name: "西宁: only the worst year passes the catastrophic line",
        lines: &["西宁 西宁 在职 二级 1万 2026-02-01", "1万 2026-04-01", "1万 2026-06-01"],
        pays: &[&["2440.00"], &["2000.00", "2440.00"], &["2000.00", "2168.00"]],
        sum: ["6440.00", "7048.00"],
    },
    // 湖南, employees, tier 2: 800, then 400, at most 2 000 a year; 90 %.
    Golden {
        name: "长沙: the yearly ceiling of deductibles",
        lines: &["长沙 长沙 在职 二级 5次 1万 2026-02-01"],
        pays: &[&["1720.00"], &["1360.00"], &["1360.00"], &["1360.00"], &["1000.00"]],
        sum: ["6800.00", "6800.00"],
    },
    // Outpatient care: 200 at tier 2, 300 at tier 3, together 300; 60 %, cap 1 500, above it 0 to 80 %.
    //   1: 300 × 0.6 = 180; 2: 900 × 0.6 = 540; 3: 780 are left, used up after 1 300; 700 × 0.8 = 560
    Golden {
        name: "长沙: the ceiling of outpatient deductibles, then the cap",
        lines: &[
            "长沙 长沙 在职 二级 门诊 500元 2026-02-01",
            "三级 门诊 1000 2026-04-01",
            "三级 门诊 2000 2026-06-01",
        ],
        pays: &[&["320.00"], &["460.00"], &["660.00", "1220.00"]],
        sum: ["1440.00", "2000.00"],
    },
    // 江西, employees, tier 3: 800, at most 800 a year: a second stay pays none. 85 %.
    Golden {
        name: "南昌: the ceiling is one deductible",
        lines: &["南昌 南昌 在职 三级 1万 2026-02-01", "1万 2026-04-01"],
        pays: &[&["2180.00"], &["1500.00"]],
        sum: ["3680.00", "3680.00"],
    },
    // 银川, employees, tier 2: 500, then 400; 90 % to 50 000, above it 90 %.
    //   1: 59 500 × 0.9 − 50 000 = 3 550 above: paid; 2: all of 29 600 above: 26 640
    Golden {
        name: "银川: a low cap with a supplement",
        lines: &["银川 银川 在职 二级 6万 2026-02-01", "3万 2026-04-01"],
        pays: &[&["6450.00"], &["3360.00"]],
        sum: ["9810.00", "9810.00"],
    },
    // Chronic kinds: 500 a year, 60 %.
    Golden {
        name: "银川: three times chronic care",
        lines: &["银川 银川 成年居民 三级 慢阻肺 3次 1000 2026-02-01"],
        pays: &[&["700.00"], &["400.00"], &["400.00"]],
        sum: ["1500.00", "1500.00"],
    },
    // 济南, employees, tier 2: 400, 200, 0; 90 % to 10 000, 90 to 93 % to 10 400, then 93 %.
    //   1: 8 640 + 360…372 + 8 928; 2: 8 820 + …; 3: 9 000 + …
    Golden {
        name: "济南: a ladder down to nothing",
        lines: &["济南 济南 在职 二级 2万 2026-02-01", "2万 2026-04-01", "2万 2026-06-01"],
        pays: &[&["2060.00", "2072.00"], &["1880.00", "1892.00"], &["1700.00", "1712.00"]],
        sum: ["5640.00", "5676.00"],
    },
    // 鞍山, employees, tier 2: 500, 400, 320 and so on; 85 %.
    Golden {
        name: "鞍山: three steps",
        lines: &["鞍山 鞍山 在职 二级 4次 1万 2026-02-01"],
        pays: &[&["1925.00"], &["1840.00"], &["1772.00"], &["1772.00"]],
        sum: ["7309.00", "7309.00"],
    },
    // Away, filed: 2 000 (further stays not known), 60 %.
    Golden {
        name: "鞍山 to 北京: no ladder known away",
        lines: &["鞍山 北京 在职 三级 已备案 3万 2026-02-01", "3万 2026-04-01"],
        pays: &[&["13200.00"], &["12000.00", "13200.00"]],
        sum: ["25200.00", "26400.00"],
    },
    // 宁波, retired: once a year, by the highest tier: 600, then the other 600 of 1 200. 85 %. Catastrophic from
    // 5 000: 80 %.
    //   1: 19 400 × 0.85 = 16 490; 2: the same, burden 7 020: 2 020 × 0.8 = 1 616; 3: 17 000, 3 000 × 0.8 = 2 400
    Golden {
        name: "宁波: a yearly deductible by the highest tier",
        lines: &["宁波 宁波 退休 二级 2万 2026-02-01", "三级 2万 2026-04-01", "三级 2万 2026-06-01"],
        pays: &[&["3510.00"], &["1894.00"], &["600.00"]],
        sum: ["6004.00", "6004.00"],
    },
    // 宜昌, residents, tier 2: 500, then 250; 75 %, away 55 %; catastrophic from 12 000: 60 %.
    //   1: 14 625; 2: 14 812.50; 3: burden 10 562.50 + 5 187.50: 3 750 × 0.6 = 2 250
    Golden {
        name: "宜昌: three stays at home",
        lines: &["宜昌 宜昌 成年居民 二级 3次 2万 2026-02-01"],
        pays: &[&["5375.00"], &["5187.50"], &["2937.50"]],
        sum: ["13500.00", "13500.00"],
    },
    //   1: 19 500 × 0.55 = 10 725; 2: 19 750 × 0.55 = 10 862.50; burden 9 275 + 9 137.50: 6 412.50 × 0.6 = 3 847.50
    Golden {
        name: "宜昌 to 北京: the line is passed sooner",
        lines: &["宜昌 北京 成年居民 二级 已备案 2万 2026-02-01", "2万 2026-04-01"],
        pays: &[&["9275.00"], &["5290.00"]],
        sum: ["14565.00", "14565.00"],
    },
    // Moved up in one illness: of the deductible of a second stay, 400, what the 600 before leave, nothing, or all
    // of it is due.
    //   1: 29 400 × 0.89 = 26 166; 2: 30 000 × 0.86 = 25 800, or 29 600 × 0.86 = 25 456
    //   3: a stay of its own again: 19 600 × 0.86 = 16 856
    Golden {
        name: "武汉: a transfer to a higher tier in one illness",
        lines: &["武汉 武汉 在职 二级 3万 2026-02-01", "三级 3万 上转 2026-02-10", "2万 2026-06-01"],
        pays: &[&["3834.00"], &["4200.00", "4544.00"], &["3144.00"]],
        sum: ["11178.00", "11522.00"],
    },
    // The health centre took 200 of the 400: 200 more, or 400 anew.
    //   1: 9 800 × 0.92 = 9 016; 2: 29 800 × 0.86 = 25 628, or 29 600 × 0.86 = 25 456; 3: 19 600 × 0.86 = 16 856
    Golden {
        name: "武汉: a transfer pays the difference of the deductibles",
        lines: &["武汉 武汉 在职 基层 1万 2026-02-01", "三级 3万 上转 2026-02-10", "2万 2026-06-01"],
        pays: &[&["984.00"], &["4372.00", "4544.00"], &["3144.00"]],
        sum: ["8500.00", "8672.00"],
    },
    // In the second hospital nothing is left of its 200, or all of it is due; in the third 400 less the 200 of the
    // first, or all.
    //   2: 10 000 × 0.92 = 9 200, or 9 800 × 0.92 = 9 016; 3: as above
    Golden {
        name: "武汉: two transfers in one illness",
        lines: &[
            "武汉 武汉 在职 基层 1万 2026-02-01",
            "一级 1万 上转 2026-02-05",
            "三级 3万 上转 2026-02-10",
        ],
        pays: &[&["984.00"], &["800.00", "984.00"], &["4372.00", "4544.00"]],
        sum: ["6156.00", "6512.00"],
    },
    // 800 were paid: nothing more in the lower hospital, or its 300.
    //   1: 29 200 × 0.86 = 25 112; 2: 10 000 × 0.89 = 8 900, or 9 700 × 0.89 = 8 633
    Golden {
        name: "武汉: a transfer to a lower tier",
        lines: &["武汉 武汉 在职 三级 3万 2026-02-01", "二级 1万 下转 2026-02-10"],
        pays: &[&["4888.00"], &["1100.00", "1367.00"]],
        sum: ["5988.00", "6255.00"],
    },
    // The hospital that the person was transferred from is none of the list: the stay of February was long over.
    //   2: 30 000 × 0.86 = 25 800, or 29 600 × 0.86 = 25 456
    Golden {
        name: "武汉: a transfer from a hospital that is not in the list",
        lines: &["武汉 武汉 在职 基层 1万 2026-02-01", "三级 3万 上转 2026-05-01入院 2026-05-10出院"],
        pays: &[&["984.00"], &["4200.00", "4544.00"]],
        sum: ["5184.00", "5528.00"],
    },
];

/// The list of some lines, each bill split with nothing uncovered.
fn list(lines: &[&str]) -> Vec<Entry> {
    let mut base = Draft::default();
    let entry = |line: &&str| {
        let (line, times) = split_times(line).unwrap();
        let read = express(&line, &base);
        assert!(read.unknown.is_empty() && read.doubtful.is_empty(), "{line}: {read:?}");
        let mut draft = read.draft;
        for part in PARTS {
            draft.write(part, "0");
        }
        let case = draft.finish(TODAY).unwrap_or_else(|problems| panic!("{line}: {problems:?}"));
        base = Draft { care: Care::Inpatient, disease: None, ..next_stay(&draft) };
        Entry { times, ..Entry::of(case) }
    };
    lines.iter().map(entry).collect()
}

/// What differs between a year and the sums by hand.
fn differences(golden: &Golden, found: &Year) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut compare = |what: String, wanted: &str, got: String| {
        if wanted != got {
            wrong.push(format!("{}, {what}: expected {wanted}, got {got}", golden.name));
        }
    };
    for (at, wanted) in golden.pays.iter().enumerate() {
        let ends = [wanted[0], wanted.last().unwrap()];
        for (side, wanted) in [Side::Best, Side::Worst].into_iter().zip(ends) {
            let got = found.visits.get(at).map(|visit| visit.at(side).settlement.personal.to_string());
            compare(format!("case {}, {side:?}", at + 1), wanted, got.unwrap_or_default());
        }
    }
    compare("cases".to_owned(), &golden.pays.len().to_string(), found.visits.len().to_string());
    for (side, wanted) in [Side::Best, Side::Worst].into_iter().zip(golden.sum) {
        let sum = Year::sum(&found.visits, Line::Personal, side);
        compare(format!("sum, {side:?}"), wanted, sum.to_string());
    }
    wrong
}

#[test]
fn every_golden_year_comes_to_the_sum_by_hand() {
    let book = Book::embedded().unwrap();
    assert!(YEARS.len() >= 30, "{}", YEARS.len());
    let mut wrong = Vec::new();
    for golden in YEARS {
        match year(&book, &list(golden.lines)) {
            Ok(found) => wrong.extend(differences(golden, &found)),
            Err(error) => wrong.push(format!("{}: {error}", golden.name)),
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// 武汉, residents: really 20 000 were paid and nothing by the catastrophic insurance,
/// a burden of 10 000. The second stay: 17 760; burden 12 240, of which 10 240 lie above
/// the line: × 0.6 = 6 144; 30 000 − 17 760 − 6 144 = 6 096.
#[test]
fn what_was_really_paid_carries_the_rest_of_the_year() {
    let mut entries = list(&["武汉 武汉 成年居民 三级 3万 2026-02-01", "3万 2026-04-01"]);
    let mut slip = Slip::default();
    for (field, typed) in
        [(SlipField::Total, "30000"), (SlipField::Fund, "20000"), (SlipField::Catastrophic, "0")]
    {
        slip.write(field, typed).unwrap();
    }
    entries[0].paid = Some(slip);
    let found = year(&Book::embedded().unwrap(), &entries).unwrap();
    let pays: Vec<String> =
        found.visits.iter().map(|visit| visit.best.settlement.personal.to_string()).collect();
    assert_eq!(pays, ["10000.00", "6096.00"]);
    assert!(found.visits[0].paid && !found.visits[1].paid);
}

/// 鹤岗 has no figures of its own: each end follows on its own.
#[test]
fn a_year_without_figures_is_a_range_whose_ends_are_years() {
    let book = Book::embedded().unwrap();
    let found = year(&book, &list(&["鹤岗 鹤岗 在职 三级 3万 2026-02-01", "3万 2026-04-01"])).unwrap();
    let [first, second] = found.visits.as_slice() else { panic!("{found:?}") };
    assert!(first.personal().low() < first.personal().high());
    assert_eq!(second.best.case.year.fund, first.best.settlement.fund);
    assert_eq!(second.worst.case.year.fund, first.worst.settlement.fund);
    assert_eq!(second.best.case.year.admissions, 1);
}

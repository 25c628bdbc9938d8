//! What holds of every batch: each row is the estimate of its case, whatever
//! stands around it and however many work on it.

use std::io::{self, Cursor};
use std::sync::OnceLock;

use jiff::civil::date;
use yidi::batch::{
    AddedColumns, BatchRun, ByPerson, COLUMNS, Header, MOST_WORLDS, PersonColumns, Records, RowForm, Table,
    Tally, run,
};
use yidi::words::Lang;
use yidi_core::answers::{Draft, hear, hear_place};
use yidi_core::case::Field;
use yidi_core::estimate::{Classes, Line, estimate, prepare};
use yidi_core::policy::Book;
use yidi_core::reconcile::SlipField;

use crate::support::TODAY;
use crate::support::books::Draws;

fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| Book::embedded().unwrap())
}

fn opened(input: &str) -> (Header, Records, yidi::batch::Dialect) {
    let Ok(table) = Table::open(Box::new(Cursor::new(input.as_bytes().to_vec())), None) else {
        panic!("no table")
    };
    let dialect = table.dialect;
    let (header, records) = table.into_records();
    (header, records, dialect)
}

fn settled_remembering(input: &str, jobs: usize, most_worlds: usize) -> (String, Tally) {
    let (header, records, dialect) = opened(input);
    let settings = BatchRun {
        book: book(),
        lang: Lang::default(),
        header: &header,
        dialect,
        added: &COLUMNS,
        columns: &AddedColumns::all(),
        with_header: true,
        form: RowForm::Csv,
        date: "",
        today: TODAY,
        decoded: false,
        most_worlds,
        by: None,
    };
    let mut out = Vec::new();
    let tally = run(records, settings, jobs, &mut out, &mut |_| {}).unwrap();
    (String::from_utf8(out).unwrap(), tally)
}

fn settled(input: &str, jobs: usize) -> (String, Tally) {
    settled_remembering(input, jobs, MOST_WORLDS)
}

const HEAD: [&str; 27] = [
    "from",
    "to",
    "status",
    "tier",
    "care",
    "disease",
    "reason",
    "filed",
    "hardship",
    "hospital-class",
    "contribution-class",
    "total",
    "own-expense",
    "prepay",
    "over-limit",
    "date",
    "age",
    "retired-in",
    "account",
    "admission",
    "ytd-deductible",
    "ytd-eligible",
    "ytd-fund",
    "ytd-supplement",
    "ytd-burden",
    "ytd-catastrophic",
    "ytd-aid",
];

const PLACES: [&str; 22] = [
    "鞍山",
    "北京",
    "上海",
    "广州",
    "成都",
    "杭州",
    "武汉",
    "西安",
    "天津",
    "石家庄",
    "海口",
    "石河子",
    "乌鲁木齐",
    "辽宁",
    "四川",
    "新疆",
    "兵团",
    "海南",
    "大连",
    "沈阳",
    "拉萨",
    "吉林市",
];

/// A row of anything, some of it wrong.
fn row(draws: &mut Draws) -> Vec<String> {
    let pick = |draws: &mut Draws, from: &[&str]| {
        let place = draws.below(u32::try_from(from.len()).unwrap()) as usize;
        from[place].to_owned()
    };
    let amount = |draws: &mut Draws, most: u32| match draws.below(6) {
        0 => String::new(),
        1 => "0".to_owned(),
        2 if most > 10_000 => format!("{}万", 1 + draws.below(most / 10_000)),
        3 => format!("{}.{:02}", draws.below(most), draws.below(100)),
        _ => draws.below(most).to_string(),
    };
    let total = match draws.below(30) {
        0 => "abc".to_owned(),
        1 => "1,234.5".to_owned(),
        _ => (1 + draws.below(600_000)).to_string(),
    };
    vec![
        pick(draws, &PLACES),
        pick(draws, &PLACES),
        pick(
            draws,
            &["active", "退休", "adult", "senior", "child", "active", "retired", "居民成年", "actve"],
        ),
        pick(draws, &["3", "2", "1", "0", "三级"]),
        pick(draws, &["", "", "", "", "", "inpatient", "住院", "outpatient", "outpatient", "chronic"]),
        pick(draws, &["", "diabetes", "透析"]),
        pick(draws, &["", "other", "转诊", "emergency", "long-term"]),
        pick(draws, &["", "yes", "no", "unknown", "已备案"]),
        pick(draws, &["", "no", "yes", "低保"]),
        pick(draws, &["", "", "province-level", "traditional"]),
        pick(draws, &["", "", "first", "二档"]),
        total,
        amount(draws, 900),
        amount(draws, 900),
        amount(draws, 900),
        format!("20{}-{:02}-{:02}", 22 + draws.below(5), 1 + draws.below(12), 1 + draws.below(28)),
        pick(draws, &["", "5", "17", "44", "45", "59", "60", "70", "90"]),
        pick(draws, &["", "", "1995", "2001", "2015"]),
        amount(draws, 9_000),
        pick(draws, &["", "1", "2", "3", "9"]),
        amount(draws, 3_000),
        amount(draws, 200_000),
        amount(draws, 200_000),
        amount(draws, 60_000),
        amount(draws, 60_000),
        amount(draws, 60_000),
        amount(draws, 60_000),
    ]
}

fn table(rows: &[Vec<String>]) -> String {
    let lines: Vec<String> =
        rows.iter().map(|row| row.join(",")).map(|line| line.replace("1,234.5", "\"1,234.5\"")).collect();
    format!("{}\n{}\n", HEAD.join(","), lines.join("\n"))
}

fn rows(count: usize, seed: u64) -> Vec<Vec<String>> {
    let mut draws = Draws::endless(seed);
    (0..count).map(|_| row(&mut draws)).collect()
}

/// The draft of a row, filled as the command line fills it; nothing where a word is none.
fn draft(row: &[String]) -> Option<Draft> {
    fn word<T: yidi_core::answers::Word>(field: Field, typed: &str, usual: T) -> Option<T> {
        if typed.is_empty() { Some(usual) } else { hear(field, typed).ok() }
    }
    fn open<T: yidi_core::answers::Word>(
        field: Field,
        typed: &str,
    ) -> Result<Option<T>, yidi_core::answers::Problem> {
        if typed.is_empty() { Ok(None) } else { hear(field, typed).map(Some) }
    }
    let get = |name: &str| row[HEAD.iter().position(|head| *head == name).unwrap()].as_str();
    let usual = Draft::default();
    let mut draft = Draft {
        insured: Some(hear_place(Field::Insured, get("from")).ok()?),
        care_place: Some(hear_place(Field::CarePlace, get("to")).ok()?),
        status: open(Field::Status, get("status")).ok()?,
        tier: open(Field::Tier, get("tier")).ok()?,
        care: word(Field::Care, get("care"), usual.care)?,
        disease: open(Field::Disease, get("disease")).ok()?,
        reason: word(Field::Reason, get("reason"), usual.reason)?,
        filed: word(Field::Filed, get("filed"), usual.filed)?,
        hardship: matches!(get("hardship"), "yes" | "低保"),
        hospital: open(Field::Hospital, get("hospital-class")).ok()?,
        contribution: open(Field::Contribution, get("contribution-class")).ok()?,
        ..usual
    };
    for field in [
        Field::Total,
        Field::OwnExpense,
        Field::Prepay,
        Field::OverLimit,
        Field::Date,
        Field::Age,
        Field::RetiredIn,
        Field::Account,
        Field::Admission,
        Field::YtdDeductible,
        Field::YtdEligible,
        Field::YtdFund,
        Field::YtdSupplement,
        Field::YtdBurden,
        Field::YtdCatastrophic,
        Field::YtdAid,
    ] {
        draft.write(field, get(field.key()));
    }
    Some(draft)
}

/// What a row must hold beside its own cells, by the estimate alone.
fn expected(row: &[String]) -> Option<Vec<String>> {
    let case = draft(row)?.finish(TODAY).ok()?;
    let estimate = estimate(book(), &case).ok()?;
    let (low, high) = (estimate.low(), estimate.high());
    let rate = |run: &yidi_core::estimate::Outcome, side| {
        let rate = run.terms_at(side).numbers(|_| side).and_then(|numbers| numbers.plain_rate());
        rate.map_or_else(String::new, |rate| rate.to_string())
    };
    let text =
        |money: Option<yidi_core::num::Money>| money.map_or_else(String::new, |money| money.to_string());
    let mut cells = Vec::new();
    for line in Line::ALL {
        cells.extend([text(low.line(line)), text(high.line(line))]);
    }
    for field in SlipField::SETTLED {
        if field == SlipField::Rate {
            cells.push(rate(estimate.low_run(), yidi_core::estimate::Side::Best));
            cells.push(rate(estimate.high_run(), yidi_core::estimate::Side::Worst));
        } else {
            cells.extend([text(field.of(low)), text(field.of(high))]);
        }
    }
    let open = match (estimate.burden().open.less, estimate.burden().open.more) {
        (false, false) => "",
        (true, false) => "at-most",
        (false, true) => "at-least",
        (true, true) => "both",
    };
    let grade = estimate.grade().key();
    cells.extend([grade.to_owned(), open.to_owned(), case.date.to_string(), String::new()]);
    Some(cells)
}

fn read(out: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(out.as_bytes()).records().map(Result::unwrap).collect()
}

#[test]
fn every_row_is_the_estimate_of_its_case() {
    let rows = rows(20_000, 1);
    let (out, tally) = settled(&table(&rows), 2);
    let read = read(&out);
    assert_eq!((read.len(), tally.rows()), (20_000, 20_000));
    let mut settled = 0;
    // A thousand of them, all over the table.
    for place in (0..20_000).step_by(19) {
        let (row, found) = (&rows[place], &read[place]);
        let own: Vec<&str> = found.iter().take(HEAD.len()).collect();
        assert_eq!(own, row.iter().map(String::as_str).collect::<Vec<_>>());
        let rest: Vec<&str> = found.iter().skip(HEAD.len()).collect();
        match expected(row) {
            Some(expected) => {
                assert_eq!(rest, expected.iter().map(String::as_str).collect::<Vec<_>>(), "{row:?}");
                settled += 1;
            }
            None => {
                assert!(rest.last().is_some_and(|error| error.starts_with(&format!("第 {} 行", place + 2))));
            }
        }
    }
    assert!(settled > 400, "only {settled} rows were settled: {tally:?}");
    assert!(tally.good > 8_000 && tally.bad_rows() > 1_000, "{tally:?}");
}

#[test]
fn as_many_threads_as_you_like_make_the_same_bytes() {
    let input = table(&rows(5_000, 2));
    let (alone, tally) = settled(&input, 1);
    for jobs in [2, 3, 8] {
        let (together, counted) = settled(&input, jobs);
        assert!(alone == together, "{jobs} jobs");
        assert_eq!(tally, counted);
    }
    // Hardly anything remembered: everything is looked up again and again.
    assert!(settled_remembering(&input, 1, 2).0 == alone);
}

#[test]
fn a_row_does_not_know_its_neighbours() {
    let mut rows = rows(2_000, 3);
    let (out, _) = settled(&table(&rows), 1);
    let mut straight: Vec<String> = out.lines().skip(1).map(str::to_owned).collect();
    rows.reverse();
    let (out, _) = settled(&table(&rows), 1);
    let mut turned: Vec<String> = out.lines().skip(1).map(str::to_owned).collect();
    turned.reverse();
    for lines in [&mut straight, &mut turned] {
        // A message names the row; everything else is the same.
        for line in lines.iter_mut() {
            if let Some(at) = line.find("第 ") {
                line.truncate(at);
            }
        }
    }
    assert!(straight == turned);
}

#[test]
fn part_by_part_gives_the_same_rows_as_all_at_once() {
    let rows: Vec<Vec<String>> = rows(900, 4).into_iter().filter(|row| expected(row).is_some()).collect();
    let (whole, _) = settled(&table(&rows), 1);
    let parts: String = rows
        .chunks(70)
        .map(|part| settled(&table(part), 1).0.split_once('\n').unwrap().1.to_owned())
        .collect();
    assert!(whole.split_once('\n').unwrap().1 == parts);
}

#[test]
fn cases_that_are_alike_are_settled_on_the_same_figures() {
    let mut classes = Classes::of_most(10_000);
    let mut known = std::collections::HashMap::new();
    let mut met = 0;
    for row in rows(30_000, 5) {
        let Some(case) = draft(&row).and_then(|draft| draft.finish(TODAY).ok()) else { continue };
        let alike = classes.of(book(), &case).unwrap();
        let fresh = prepare(book(), &case);
        assert_eq!(classes.prepare(book(), &case), fresh);
        let first = known.entry(alike).or_insert_with(|| fresh.clone());
        met += usize::from(*first == fresh);
        assert_eq!(*first, fresh, "{row:?}");
    }
    assert!(met > known.len(), "no two were alike: {met} of {}", known.len());
}

#[test]
fn dates_and_ages_fall_into_the_class_in_which_their_figures_hold() {
    let mut classes = Classes::of_most(100);
    let row: Vec<String> = rows(1, 6).remove(0);
    let mut base = draft(&row).unwrap_or_default();
    base.insured = hear_place(Field::Insured, "广州").ok();
    base.care_place = hear_place(Field::CarePlace, "北京").ok();
    base.status = Some(yidi_core::policy::Status::Retired);
    base.tier = Some(yidi_core::policy::Tier::Three);
    base.care = yidi_core::policy::Care::Inpatient;
    base.write(Field::Total, "50000");
    let mut known = std::collections::HashMap::new();
    let mut day = date(2015, 1, 1);
    while day < date(2028, 1, 1) {
        for age in [30, 59, 60, 69, 70, 80] {
            base.write(Field::Date, &day.to_string());
            base.write(Field::Age, &age.to_string());
            let Ok(case) = base.finish(TODAY) else { continue };
            let alike = classes.of(book(), &case).unwrap();
            let fresh = prepare(book(), &case);
            let first = known.entry(alike).or_insert_with(|| fresh.clone());
            assert_eq!(*first, fresh, "{day} {age}");
        }
        day = day.checked_add(jiff::Span::new().days(5)).unwrap();
    }
    assert!(known.len() < 100, "{} classes", known.len());
}

#[test]
fn output_that_cannot_be_written_ends_it() {
    struct Full;
    impl io::Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    for jobs in [1, 3] {
        let (header, records, dialect) = opened(&table(&rows(3_000, 7)));
        let settings = BatchRun {
            book: book(),
            lang: Lang::default(),
            header: &header,
            dialect,
            added: &COLUMNS,
            columns: &AddedColumns::all(),
            with_header: true,
            form: RowForm::JsonLines,
            date: "",
            today: TODAY,
            decoded: false,
            most_worlds: 64,
            by: None,
        };
        let result = run(records, settings, jobs, &mut Full, &mut |_| {});
        assert!(matches!(result, Err(yidi::batch::BatchError::Write(_))), "{result:?}");
    }
}

/// Rows of a few persons over a year and a half, person and day mixed.
fn of_persons(count: usize, rows: usize) -> Vec<String> {
    let mut draws = Draws::endless(7);
    let row = |_| {
        let who = draws.below(u32::try_from(count).unwrap());
        let (status, place) =
            [("在职", "武汉"), ("成年居民", "长沙"), ("退休", "宁波")][usize::try_from(who % 3).unwrap()];
        let care = draws.pick(&["inpatient", "inpatient", "outpatient"]);
        let tier = draws.pick(&["2", "3"]);
        let (month, day) = (1 + draws.below(12), 1 + draws.below(28));
        let year = 2025 + draws.below(2);
        let total = 500 + draws.below(90_000);
        format!("p{who},{place},{place},{status},{tier},{care},{total},0,0,0,{year}-{month:02}-{day:02}")
    };
    (0..rows).map(row).collect()
}

const PERSON_HEAD: &str = "who,from,to,status,tier,care,total,own-expense,prepay,over-limit,date";

fn by_person(input: &str, jobs: usize, is_sorted: bool) -> String {
    let (header, records, dialect) = opened(input);
    let columns = PersonColumns::of(&header, "who").unwrap();
    let by = ByPerson { columns, is_sorted };
    let settings = BatchRun {
        book: book(),
        lang: Lang::default(),
        header: &header,
        dialect,
        added: &COLUMNS,
        columns: &AddedColumns::all(),
        with_header: true,
        form: RowForm::Csv,
        date: "",
        today: TODAY,
        decoded: false,
        most_worlds: MOST_WORLDS,
        by: Some(&by),
    };
    let mut out = Vec::new();
    run(records, settings, jobs, &mut out, &mut |_| {}).unwrap();
    String::from_utf8(out).unwrap()
}

/// Few persons with very many rows: chunks are cut inside them. The order of the
/// input, the number of threads and the way of sorting change nothing.
#[test]
fn a_person_is_settled_alike_by_any_number_of_threads() {
    let mut rows = of_persons(4, 30_000);
    let table = |rows: &[String]| format!("{PERSON_HEAD}\n{}\n", rows.join("\n"));
    let alone = by_person(&table(&rows), 1, false);
    assert_eq!(alone.lines().count(), rows.len() + 1);
    assert!(alone == by_person(&table(&rows), 4, false), "more threads");
    rows.sort_by_key(|row| {
        let mut cells = row.split(',');
        (cells.next().unwrap().to_owned(), cells.next_back().unwrap().to_owned())
    });
    let sorted = by_person(&table(&rows), 3, true);
    assert_eq!(sorted.lines().count(), alone.lines().count());
    assert!(sorted == by_person(&table(&rows), 1, true), "sorted, more threads");
    assert!(sorted == by_person(&table(&rows), 2, false), "sorted before, or by the program");
}

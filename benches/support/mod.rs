//! What several benches need: rounds, medians and a table of ratios; made-up rows.
#![allow(dead_code)]

pub(crate) mod plain;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// One thing to be measured: its name, how often it runs in a round, and it.
pub(crate) struct Measured<'a> {
    pub(crate) name: String,
    /// What is counted in it: rows.
    pub(crate) items: f64,
    times: u32,
    run: Box<dyn FnMut() + 'a>,
    rounds: Vec<Duration>,
}

/// A thing that runs `times` times in each round.
pub(crate) fn measured<'a>(name: impl Into<String>, times: u32, run: impl FnMut() + 'a) -> Measured<'a> {
    Measured { name: name.into(), items: 1.0, times, run: Box::new(run), rounds: Vec::new() }
}

impl Measured<'_> {
    fn round(&mut self) {
        let begin = Instant::now();
        for _ in 0..self.times {
            (self.run)();
        }
        self.rounds.push(begin.elapsed() / self.times);
    }

    /// The same, with so many items in it.
    pub(crate) fn of(mut self, items: f64) -> Self {
        self.items = items;
        self
    }

    /// The median round, in seconds.
    pub(crate) fn median(&self) -> f64 {
        let mut rounds = self.rounds.clone();
        rounds.sort();
        rounds.get(rounds.len() / 2).map_or(f64::NAN, Duration::as_secs_f64)
    }

    /// The quickest round, in seconds: what is left when nothing else runs.
    pub(crate) fn least(&self) -> f64 {
        self.rounds.iter().min().map_or(f64::NAN, Duration::as_secs_f64)
    }
}

/// Measures all in turn, round by round, so that all meet the same machine.
pub(crate) fn interleaved(all: &mut [Measured<'_>], rounds: usize) {
    for one in all.iter_mut() {
        one.round();
        one.rounds.clear();
    }
    for _ in 0..rounds {
        all.iter_mut().for_each(Measured::round);
    }
}

/// The median of the ratios of two things round by round.
pub(crate) fn ratio(one: &Measured<'_>, other: &Measured<'_>) -> f64 {
    let mut ratios: Vec<f64> =
        one.rounds.iter().zip(&other.rounds).map(|(a, b)| a.as_secs_f64() / b.as_secs_f64()).collect();
    ratios.sort_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied().unwrap_or(f64::NAN)
}

/// One line of a table of targets.
pub(crate) fn verdict(what: &str, reached: f64, target: f64, at_least: bool) {
    let is_reached = if at_least { reached >= target } else { reached <= target };
    let sign = if at_least { "≥" } else { "≤" };
    println!(
        "{what:<64} {reached:>8.2}  target {sign} {target:<6} {}",
        if is_reached { "ok" } else { "MISSED" }
    );
}

/// Areas with figures of their own.
pub(crate) const AREAS: [&str; 8] = ["鞍山", "北京", "上海", "广州", "成都", "杭州", "武汉", "西安"];

/// Random enough, and the same each time.
pub(crate) struct Draws(u64);

impl Draws {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed * 2 + 1)
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) % limit
    }

    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.below(from.len() as u64)).unwrap_or(0)]
    }
}

/// Plain stays in eight areas: split bills, everything certain but the areas' own ranges.
pub(crate) fn plain_rows(rows: usize) -> Vec<u8> {
    rows_of(&AREAS, rows)
}

/// The same in other areas.
pub(crate) fn rows_of(areas: &[&str], rows: usize) -> Vec<u8> {
    let mut text = "from,to,status,tier,reason,filed,total,own-expense,prepay,over-limit,date\n".to_owned();
    let mut draws = Draws::new(7);
    for _ in 0..rows {
        let (from, to) = (draws.pick(areas), draws.pick(areas));
        let (status, tier) = (draws.pick(&["active", "retired"]), draws.below(4));
        let filed = draws.pick(&["yes", "no"]);
        let total = 1_000 + draws.below(300_000);
        let (month, day) = (1 + draws.below(12), 1 + draws.below(28));
        let _ = writeln!(
            text,
            "{from},{to},{status},{tier},other,{filed},{total},{},{},{},2026-{month:02}-{day:02}",
            total / 20,
            total / 50,
            total / 100
        );
    }
    text.into_bytes()
}

/// Full cases: every column there is, unsplit bills, unknown filings, supplements,
/// catastrophic insurance, hardship, amounts of the year to date.
pub(crate) fn full_rows(rows: usize) -> Vec<u8> {
    let mut text =
        "from,to,status,tier,care,reason,filed,total,own-expense,date,admitted,age,hardship,account,\
                    admission,ytd-deductible,ytd-eligible,ytd-fund,ytd-supplement,ytd-burden,\
                    ytd-catastrophic,ytd-aid,networked,also\n"
            .to_owned();
    let mut draws = Draws::new(11);
    for _ in 0..rows {
        let (from, to) = (draws.pick(&AREAS), draws.pick(&AREAS));
        let status = draws.pick(&["active", "retired", "adult", "senior", "child"]);
        let reason = draws.pick(&["other", "referral", "long-term", "emergency"]);
        let filed = draws.pick(&["yes", "no", "unknown"]);
        let care = draws.pick(&["inpatient", "inpatient", "outpatient"]);
        let total = 1_000 + draws.below(900_000);
        let (month, day, tier) = (1 + draws.below(12), 1 + draws.below(28), draws.below(4));
        let age = match status {
            "child" => draws.below(18),
            "senior" | "retired" => 60 + draws.below(35),
            _ => 18 + draws.below(41),
        };
        let hardship = draws.pick(&["yes", "no", "no"]);
        let _ = writeln!(
            text,
            "{from},{to},{status},{tier},{care},{reason},{filed},{total}.5,{},2026-{month:02}-{day:02},\
             2026-{month:02}-01,{age},{hardship},{},{},{},{},{},{},{},{},{},unknown,",
            total / 30,
            draws.below(5_000),
            1 + draws.below(3),
            draws.below(2_000),
            draws.below(200_000),
            draws.below(150_000),
            draws.below(50_000),
            draws.below(60_000),
            draws.below(50_000),
            draws.below(20_000),
        );
    }
    text.into_bytes()
}

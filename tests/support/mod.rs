//! What several tests need: a case built from words, the day it is settled.

pub(crate) mod books;
pub(crate) mod fraction;
pub(crate) mod generators;
pub(crate) mod oracle;
pub(crate) mod process;
pub(crate) mod sheet;
pub(crate) mod slow_lookup;
pub(crate) mod stays;

use jiff::civil::{Date, date};
use proptest::test_runner::{Config as ProptestConfig, RngAlgorithm};
use yidi_core::answers::Draft;
use yidi_core::case::{Case, Field, Filed, Reason};
use yidi_core::estimate::{Estimate, estimate};
use yidi_core::places::resolve;
use yidi_core::policy::{Book, Status, Tier};

/// So many cases of a law. The usual generator of random numbers takes more time
/// than the laws do; this one takes none and is random enough here.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    let rng_algorithm = RngAlgorithm::XorShift;
    ProptestConfig { cases, rng_algorithm, failure_persistence: None, ..ProptestConfig::default() }
}

/// As many as the environment asks for, else the usual.
pub(crate) fn asked(variable: &str, usual: u32) -> u32 {
    std::env::var(variable).map_or(usual, |asked| asked.parse().expect("a number of cases"))
}

/// How long this thread has computed: what other programs do meanwhile does not
/// count.
#[cfg(unix)]
pub(crate) fn computed() -> std::time::Duration {
    use rustix::time::{ClockId, clock_gettime};
    let now = clock_gettime(ClockId::ThreadCPUTime);
    std::time::Duration::new(now.tv_sec.try_into().unwrap(), now.tv_nsec.try_into().unwrap())
}

/// Elsewhere the clock on the wall must do.
#[cfg(not(unix))]
pub(crate) fn computed() -> std::time::Duration {
    static FIRST: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    FIRST.elapsed()
}

/// The day on which every test settles.
pub(crate) const TODAY: Date = date(2026, 11, 22);

/// The day on which every test checks data: none of its sources is younger.
pub(crate) const CHECKED_ON: Date = date(2026, 11, 27);

/// The parts of a bill that are not eligible.
pub(crate) const PARTS: [Field; 3] = [Field::OwnExpense, Field::Prepay, Field::OverLimit];

/// A draft of a plain stay, its bill split with nothing uncovered.
pub(crate) fn draft(from: &str, to: &str, status: Status, tier: Tier, total: &str) -> Draft {
    let mut draft = Draft {
        insured: Some(resolve(from).expect(from)),
        care_place: Some(resolve(to).expect(to)),
        status: Some(status),
        tier: Some(tier),
        ..Draft::default()
    };
    draft.write(Field::Total, total);
    for part in PARTS {
        draft.write(part, "0");
    }
    draft
}

/// The same with a reason and a filing.
pub(crate) fn trip(mut draft: Draft, reason: Reason, filed: Filed) -> Draft {
    draft.reason = reason;
    draft.filed = filed;
    draft
}

/// The case of a draft that must be whole.
pub(crate) fn case(draft: &Draft) -> Case {
    draft.finish(TODAY).expect("a whole draft")
}

/// The estimate of a draft, on the data that is shipped.
pub(crate) fn settled(draft: &Draft) -> Estimate {
    let book = Book::embedded().expect("the shipped data");
    estimate(&book, &case(draft)).expect("an estimate")
}

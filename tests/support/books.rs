//! Policy data at random, valid by the way it is made: for every item of a level
//! a tree of entries, in which a child narrows one selector of its parent and
//! siblings have nothing in common. So of two entries one is always within the
//! other, or no case fits both, and none of them can clash.

use enumset::{EnumSet, EnumSetType};
use proptest::prelude::*;
use yidi_core::policy::{
    Band, CatastrophicBase, ContributionClass, Disease, HospitalClass, Item, Period, Route, Scheme,
    Selectors, Status, Tier,
};

use super::sheet::{AREA, Away, Entry, Level, Range, Sheet, Stated};

/// A stream of choices. When they run out every further choice is the first:
/// fewer of them make simpler data, and so a failure is made small.
#[derive(Clone, Debug)]
pub(crate) struct Draws {
    state: u64,
    left: u32,
    /// How many choices a book takes.
    of_book: u32,
}

impl Draws {
    /// As many as are asked for, the same for the same seed.
    pub(crate) const fn endless(seed: u64) -> Self {
        Self { state: seed, left: u32::MAX, of_book: 0 }
    }

    /// A number from 0, below `many`.
    pub(crate) fn below(&mut self, many: u32) -> u32 {
        let Some(left) = self.left.checked_sub(1) else { return 0 };
        self.left = left;
        // SplitMix64: a few operations a number, where a generator of proptest's own
        // would take most of the time.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let below = (mixed ^ (mixed >> 31)) % u64::from(many);
        u32::try_from(below).unwrap()
    }

    /// Once in so many times.
    pub(crate) fn one_in(&mut self, many: u32) -> bool {
        self.below(many) == many - 1
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        let place = self.below(u32::try_from(from.len()).unwrap());
        from[usize::try_from(place).unwrap()]
    }

    /// Nothing, or one of them.
    pub(crate) fn perhaps<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        (self.below(2) == 1).then(|| self.pick(from))
    }

    /// From here to there, in steps of a hundred or, rarely, to the hundredth.
    fn number(&mut self, low: u32, high: u32) -> u32 {
        let fine = self.one_in(6);
        let number = low + self.below(high - low + 1);
        if fine { number } else { (number / 100 * 100).max(low) }
    }

    /// Exact, or a range in every third case.
    fn range(&mut self, low: u32, high: u32) -> Range {
        let one = self.number(low, high);
        if !self.one_in(3) {
            return Range::exact(one);
        }
        let other = self.number(low, high);
        Range { low: one.min(other), high: one.max(other) }
    }
}

/// Choices for one book and some cases over it.
pub(crate) fn draws() -> impl Strategy<Value = Draws> {
    (any::<u64>().no_shrink(), 0..8_000_u32, 0..8_000_u32).prop_map(|(state, left, of_book)| Draws {
        state,
        left,
        of_book,
    })
}

/// Every item, those without which there is no estimate first.
pub(crate) const ITEMS: [Item; 15] = [
    Item::Rate,
    Item::Away,
    Item::UncoveredShare,
    Item::Deductible,
    Item::DeductiblesCeiling,
    Item::Cap,
    Item::SupplementRate,
    Item::SupplementCap,
    Item::CatastrophicDeductible,
    Item::CatastrophicRate,
    Item::CatastrophicCap,
    Item::CatastrophicBase,
    Item::AidRate,
    Item::AidDeductible,
    Item::AidCap,
];

/// The starts of the versions of a figure, oldest first.
type Starts = &'static [Option<&'static str>];
const STARTS: [Starts; 5] = [
    &[None],
    &[None],
    &[None, Some("2025-07-01")],
    &[Some("2024")],
    &[Some("2024-01-01"), Some("2025-07-01"), Some("2026-02-01")],
];

/// What all entries of one tree share.
struct Tree {
    level: Level,
    item: Item,
    /// By the year or by the stay: two kinds in one range are no range.
    per: Period,
    /// Fine selectors may occur, and then every entry says a number.
    fine: bool,
}

/// A selector that may be narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Scheme,
    Statuses,
    Care,
    Tiers,
    Routes,
    Diseases,
    Hardship,
    Ages,
    Hospitals,
    Contributions,
    RetiredIn,
}

const COARSE: [By; 7] =
    [By::Tiers, By::Statuses, By::Scheme, By::Care, By::Routes, By::Hardship, By::Diseases];
const FINE: [By; 4] = [By::Ages, By::Hospitals, By::Contributions, By::RetiredIn];

/// One or two sets within a set (empty: any), smaller than it, without a common member.
fn parts<T: EnumSetType>(draws: &mut Draws, of: EnumSet<T>) -> Vec<EnumSet<T>> {
    let all = if of.is_empty() { EnumSet::all() } else { of };
    let (mut one, mut other) = (EnumSet::empty(), EnumSet::empty());
    for member in all.iter() {
        match draws.below(3) {
            0 => one |= member,
            1 => other |= member,
            _ => {}
        }
    }
    [one, other].into_iter().filter(|part| !part.is_empty() && *part != all).collect()
}

/// The selectors of the children: narrower by one selector, without a case in common.
fn children(draws: &mut Draws, parent: &Selectors, by: By, item: Item) -> Vec<Selectors> {
    let child = |change: &dyn Fn(&mut Selectors)| {
        let mut child = parent.clone();
        change(&mut child);
        child
    };
    let halves = |draws: &mut Draws, cut: i16| {
        let below = Band { from: None, to: Some(cut - 1) };
        let above = Band { from: Some(cut), to: None };
        if draws.below(2) == 0 { vec![below, above] } else { vec![draws.pick(&[below, above])] }
    };
    match by {
        By::Scheme if parent.scheme.is_none() && parent.statuses.is_empty() => {
            let scheme = draws.pick(&[Scheme::Employee, Scheme::Resident]);
            vec![child(&|s| s.scheme = Some(scheme))]
        }
        By::Care if parent.care.is_none() && parent.diseases.is_empty() => {
            use yidi_core::policy::Care::{Chronic, Inpatient, Outpatient};
            let care = draws.pick(&[Inpatient, Outpatient, Chronic]);
            vec![child(&|s| s.care = Some(care))]
        }
        By::Hardship if parent.hardship.is_none() => {
            let which: &[bool] = draws.pick(&[&[true][..], &[false][..], &[true, false][..]]);
            which.iter().map(|hardship| child(&|s| s.hardship = Some(*hardship))).collect()
        }
        By::Statuses => {
            let of_scheme: EnumSet<Status> = EnumSet::all()
                .iter()
                .filter(|status: &Status| parent.scheme.is_none_or(|scheme| status.scheme() == scheme))
                .collect();
            let within = if parent.statuses.is_empty() { of_scheme } else { parent.statuses };
            let parts = parts(draws, within);
            // Adults are never named without the seniors, who count as adults.
            let with_adults = parts.iter().any(|part| part.contains(Status::Adult));
            let whole = |part: EnumSet<Status>| {
                if part.contains(Status::Adult) {
                    part | Status::Senior
                } else if with_adults {
                    part - Status::Senior
                } else {
                    part
                }
            };
            let parts = parts.into_iter().map(whole).filter(|part| !part.is_empty() && *part != within);
            parts.map(|part| child(&|s| s.statuses = part)).collect()
        }
        By::Tiers => {
            let parts = parts::<Tier>(draws, parent.tiers);
            parts.into_iter().map(|part| child(&|s| s.tiers = part)).collect()
        }
        By::Routes => {
            // At home nothing is away.
            let abroad = if item == Item::Away { !EnumSet::only(Route::Local) } else { EnumSet::all() };
            let within = if parent.routes.is_empty() { abroad } else { parent.routes };
            let parts = parts(draws, within);
            parts.into_iter().map(|part| child(&|s| s.routes = part)).collect()
        }
        By::Diseases if parent.care.is_none_or(|care| care == yidi_core::policy::Care::Chronic) => {
            let parts = parts::<Disease>(draws, parent.diseases);
            parts.into_iter().map(|part| child(&|s| s.diseases = part)).collect()
        }
        By::Ages if parent.ages.is_none() => {
            let cut = draws.pick(&[45, 60, 70]);
            halves(draws, cut).into_iter().map(|band| child(&|s| s.ages = Some(band))).collect()
        }
        By::RetiredIn if parent.retired_in.is_none() => {
            halves(draws, 2001).into_iter().map(|band| child(&|s| s.retired_in = Some(band))).collect()
        }
        By::Hospitals => {
            let parts = parts::<HospitalClass>(draws, parent.hospitals);
            parts.into_iter().map(|part| child(&|s| s.hospitals = part)).collect()
        }
        By::Contributions => {
            let parts = parts::<ContributionClass>(draws, parent.contributions);
            parts.into_iter().map(|part| child(&|s| s.contributions = part)).collect()
        }
        _ => Vec::new(),
    }
}

impl Tree {
    /// Enters a node, sometimes, and what is narrower.
    fn grow(&self, draws: &mut Draws, sheet: &mut Sheet, node: &Selectors, starts: Starts, depth: u32) {
        // A fine entry stands beside a general one that is always in force with it.
        let stated = self.fine || depth > 0 || !draws.one_in(3);
        if stated {
            let last = starts.len() - 1;
            for (place, from) in starts.iter().enumerate() {
                let until = (!self.fine && place == last && draws.one_in(12)).then_some("2026-06-30");
                let says = self.says(draws);
                sheet.entries.push(Entry {
                    level: self.level,
                    selectors: node.clone(),
                    from: *from,
                    until,
                    says,
                });
            }
        }
        if depth == 2 || draws.below(3) == 0 {
            return;
        }
        let is_fine = |selectors: &Selectors| {
            *selectors
                != Selectors {
                    ages: None,
                    retired_in: None,
                    hospitals: EnumSet::empty(),
                    contributions: EnumSet::empty(),
                    ..selectors.clone()
                }
        };
        // Below a fine selector only fine ones: whether an entry for people in hardship
        // holds must not hang on an age that nobody asked.
        let fine = self.fine && (is_fine(node) || draws.below(2) == 1);
        let by = if fine { draws.pick(&FINE) } else { draws.pick(&COARSE) };
        for child in children(draws, node, by, self.item) {
            let starts = if self.fine { starts } else { draws.pick(&STARTS) };
            self.grow(draws, sheet, &child, starts, depth + 1);
        }
    }

    fn says(&self, draws: &mut Draws) -> Stated {
        let item = self.item;
        let can_be_none = !matches!(item, Item::Rate | Item::Away | Item::UncoveredShare) && !self.fine;
        if can_be_none && draws.one_in(8) {
            return Stated::No(item);
        }
        match item {
            Item::Deductible => {
                let first = draws.range(0, 300_000);
                let then = (0..draws.below(3)).map(|_| draws.range(0, 200_000)).collect();
                Stated::Deductible { first, then, per: self.per }
            }
            Item::Rate => self.rates(draws, 2_000, 10_000),
            Item::SupplementRate => self.rates(draws, 3_000, 10_000),
            Item::CatastrophicRate => self.rates(draws, 3_000, 9_000),
            Item::DeductiblesCeiling => Stated::Plain(item, draws.range(0, 400_000)),
            Item::Cap | Item::CatastrophicCap => Stated::Plain(item, draws.range(0, 20_000_000)),
            Item::SupplementCap => Stated::Plain(item, draws.range(0, 30_000_000)),
            Item::CatastrophicDeductible => Stated::Plain(item, draws.range(0, 4_000_000)),
            Item::AidDeductible => Stated::Plain(item, draws.range(0, 500_000)),
            Item::AidCap => Stated::Plain(item, draws.range(0, 5_000_000)),
            Item::AidRate => Stated::Plain(item, draws.range(1_000, 10_000)),
            Item::UncoveredShare => Stated::Plain(item, draws.range(0, 4_000)),
            // Not the first self-pay without the deductible: what a higher first self-pay
            // takes from the deductible would then begin to count, so no end of it is the worse.
            Item::CatastrophicBase => Stated::Counts(draws.pick(&[
                CatastrophicBase { deductible: true, first_self_pay: false },
                CatastrophicBase { deductible: true, first_self_pay: true },
                CatastrophicBase { deductible: false, first_self_pay: false },
            ])),
            Item::Away => Stated::Away(match draws.below(7) {
                0 => Away::Same,
                1 | 2 => Away::Cut(draws.range(0, 2_500)),
                3 => Away::Times(draws.range(5_000, 10_000)),
                4 => Away::FirstSelfPay(draws.range(500, 3_000)),
                5 => Away::FirstSelfPayThenCut(draws.range(500, 3_000), draws.range(0, 2_000)),
                _ => Away::NotCovered,
            }),
        }
    }

    fn rates(&self, draws: &mut Draws, low: u32, high: u32) -> Stated {
        let mut end = 0;
        let mut bands = Vec::new();
        for _ in 0..draws.below(3) {
            end += (1 + draws.below(6)) * 5_000;
            bands.push((Some(end), draws.range(low, high)));
        }
        bands.push((None, draws.range(low, high)));
        // The slices of the catastrophic insurance move with its deductible: only where
        // they rise is a lower deductible always the better one.
        if self.item == Item::CatastrophicRate {
            for place in 1..bands.len() {
                let before: Range = bands[place - 1].1;
                let range = &mut bands[place].1;
                *range = Range { low: range.low.max(before.low), high: range.high.max(before.high) };
            }
        }
        Stated::Rates { item: self.item, bands, per: self.per }
    }
}

/// What holds in the whole nation, so that there is nearly always an estimate:
/// a rate, an away rule for every route, a share of what is not covered.
fn foundation(draws: &mut Draws, sheet: &mut Sheet) {
    let entry = |routes: EnumSet<Route>, says| Entry {
        level: Level::Nation,
        selectors: Selectors { routes, ..Selectors::default() },
        from: None,
        until: None,
        says,
    };
    let cut = |draws: &mut Draws| Away::Cut(Range { low: 0, high: draws.number(0, 2_000) });
    let abroad = [
        (EnumSet::only(Route::LongTerm), Away::Same),
        (EnumSet::only(Route::InProvince), cut(draws)),
        (Route::Referral | Route::Emergency, cut(draws)),
        (EnumSet::only(Route::Temporary), cut(draws)),
        (EnumSet::only(Route::Unfiled), Away::Cut(draws.range(500, 2_500))),
    ];
    for (routes, rule) in abroad {
        sheet.entries.push(entry(routes, Stated::Away(rule)));
    }
    let tree = Tree { level: Level::Nation, item: Item::Rate, per: Period::Stay, fine: false };
    let rates = tree.rates(draws, 2_000, 9_500);
    sheet.entries.push(entry(EnumSet::empty(), rates));
    let share = Stated::Plain(Item::UncoveredShare, draws.range(0, 3_000));
    sheet.entries.push(entry(EnumSet::empty(), share));
}

/// A whole book.
pub(crate) fn sheet(draws: &Draws) -> Sheet {
    let draws = &mut Draws { left: draws.of_book, state: !draws.state, of_book: 0 };
    let mut sheet = Sheet::default();
    foundation(draws, &mut sheet);
    // Where a supplement pays above it, a cap between two others may be better or worse
    // than both: no cap is then left open by a fine selector.
    let supplemented = !draws.one_in(3);
    for item in ITEMS {
        if [Item::SupplementRate, Item::SupplementCap].contains(&item) && !supplemented {
            continue;
        }
        for level in [Level::Area(AREA), Level::Province, Level::Nation] {
            let laid = [Item::Rate, Item::Away, Item::UncoveredShare].contains(&item);
            if level == Level::Nation && laid || draws.below(5) < 2 {
                continue;
            }
            // Two kinds of away rule, or two ways of counting burden, make no range.
            let one_kind =
                [Item::Away, Item::CatastrophicBase].contains(&item) || item == Item::Cap && supplemented;
            let tree = Tree {
                level,
                item,
                per: draws.pick(&[Period::Stay, Period::Year]),
                fine: !one_kind && draws.one_in(3),
            };
            let starts = if tree.fine { &[None] } else { draws.pick(&STARTS) };
            let mut root = Selectors::default();
            if item == Item::Away {
                root.routes = !EnumSet::only(Route::Local);
            }
            tree.grow(draws, &mut sheet, &root, starts, 0);
        }
    }
    sheet
}

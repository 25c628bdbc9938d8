//! The look-up a second time, over entries and not over figures, from the page
//! of rules: numbers only for cases in which every fine question is answered,
//! so that one entry holds; for others the entries that win for some answer. Quoted sentences are the page's own.

use enumset::{EnumSet, EnumSetType};
use jiff::civil::Date;
use yidi_core::case::Case;
use yidi_core::estimate::{
    Aid, Catastrophic, DeductibleDue, ExactBill, ExactRule, Numbers, Slices, Supplement,
};
use yidi_core::num::{Money, Percent};
use yidi_core::policy::{
    Band, CatastrophicBase, ContributionClass, HospitalClass, Item, Period, Route, Selectors,
};

use super::sheet::{AREA, Away, Entry, Level, OTHER_AREA, Range, Sheet, Stated};

fn among<T: EnumSetType>(set: EnumSet<T>, one: T) -> bool {
    set.is_empty() || set.contains(one)
}

fn between(band: Option<Band>, number: i16) -> bool {
    let Some(Band { from, to }) = band else { return true };
    from.is_none_or(|from| number >= from) && to.is_none_or(|to| number <= to)
}

/// "A selector left out means 'any'."
fn holds_for(s: &Selectors, case: &Case, route: Route) -> bool {
    s.scheme.is_none_or(|scheme| scheme == case.status.first().scheme())
        && among(s.statuses, case.status.first())
        && s.care.is_none_or(|care| care == case.care)
        && among(s.tiers, case.tier.first())
        && among(s.routes, route)
        && (s.diseases.is_empty() || case.disease.is_some_and(|kind| s.diseases.contains(kind)))
        && s.hardship.is_none_or(|hardship| hardship == case.hardship)
        && between(s.ages, case.age.unwrap().into())
        && among(s.hospitals, case.hospital.unwrap())
        && among(s.contributions, case.contribution.unwrap())
        && between(s.retired_in, case.retired_in.unwrap())
}

/// In how many situations an entry holds: of two, one within the other, the
/// narrower holds in fewer.
fn breadth(s: &Selectors) -> u128 {
    fn of<T: EnumSetType>(set: EnumSet<T>) -> u128 {
        let size = if set.is_empty() { EnumSet::<T>::all().len() } else { set.len() };
        size.try_into().unwrap()
    }
    let number = |band, least: i16, most: i16| {
        u128::try_from((least..=most).filter(|number| between(band, *number)).count()).unwrap()
    };
    // One more kind: none at all.
    let diseases = if s.diseases.is_empty() { 11 } else { of(s.diseases) };
    let any = |given: bool, all| if given { 1 } else { all };
    any(s.scheme.is_some(), 2)
        * of(s.statuses)
        * any(s.care.is_some(), 3)
        * of(s.tiers)
        * of(s.routes)
        * diseases
        * any(s.hardship.is_some(), 2)
        * number(s.ages, 0, 130)
        * of(s.hospitals)
        * of(s.contributions)
        * number(s.retired_in, 1950, 2100)
}

/// "A date, a year (= 1 January)".
pub(crate) fn day(written: &str) -> Date {
    if written.len() == 4 { format!("{written}-01-01") } else { written.to_owned() }.parse().unwrap()
}

/// "It ends where the next one with the same selectors starts."
fn in_force(entry: &Entry, level: &[&Entry], date: Date) -> bool {
    let begun = |entry: &Entry| entry.from.is_none_or(|from| day(from) <= date);
    let later = |other: &&Entry| {
        other.selectors == entry.selectors && begun(other) && other.from.map(day) > entry.from.map(day)
    };
    begun(entry) && entry.until.is_none_or(|until| date <= day(until)) && !level.iter().any(later)
}

/// "Look a figure up in the insured area's own figures, then its province's, then
/// the nation's. The first level that has a match wins."
fn found<'a>(sheet: &'a Sheet, item: Item, case: &Case, area: u32, route: Route) -> Option<&'a Entry> {
    [Level::Area(area), Level::Province, Level::Nation].into_iter().find_map(|level| {
        let matching: Vec<&Entry> = sheet
            .entries
            .iter()
            .filter(|entry| entry.level == level && entry.says.item() == item)
            .filter(|entry| holds_for(&entry.selectors, case, route))
            .collect();
        let holding = matching.iter().filter(|entry| in_force(entry, &matching, case.date));
        holding.min_by_key(|entry| breadth(&entry.selectors)).copied()
    })
}

/// "Where a fine selector was not given, the figure is the range over the figures that
/// win for *some* possible answer (every class, age band, year … that any figure of
/// the area names, and 'none of them')": the entries that do.
pub(crate) fn winning<'a>(
    sheet: &'a Sheet,
    item: Item,
    case: &Case,
    area: u32,
    route: Route,
) -> Vec<&'a Entry> {
    let mut winning: Vec<&Entry> = Vec::new();
    for case in answers(sheet, item, case, area) {
        winning.extend(found(sheet, item, &case, area, route));
    }
    winning.sort_by_key(|entry| sheet.entries.iter().position(|one| one == *entry));
    winning.dedup();
    winning
}

/// The contribution classes there are: those that any figure of the area names, where
/// they are several.
pub(crate) fn classes(sheet: &Sheet, case: &Case, area: u32) -> EnumSet<ContributionClass> {
    let far = Level::Area(if area == AREA { OTHER_AREA } else { AREA });
    let of_area = sheet.entries.iter().filter(|entry| entry.level != far).map(|entry| &entry.selectors);
    let of_scheme =
        of_area.filter(|one| one.scheme.is_none_or(|named| named == case.status.first().scheme()));
    let named = of_scheme.fold(EnumSet::empty(), |all, one| all | one.contributions);
    if named.len() < 2 { EnumSet::all() } else { named }
}

/// The case with every answer to what is open; what no entry of the item asks is
/// answered once. "Status bounds age."
fn answers(sheet: &Sheet, item: Item, case: &Case, area: u32) -> Vec<Case> {
    let of_item = sheet.entries.iter().filter(|entry| entry.says.item() == item);
    let asked: Vec<&Selectors> = of_item.map(|entry| &entry.selectors).collect();
    let (least, most) = case.status.first().usual_ages();
    let mut ages = vec![least, 44, 45, 59, 60, 69, 70, most];
    ages.retain(|age| (least..=most).contains(age) && case.age.is_none_or(|told| told == *age));
    let ages = case.age.map_or(ages, |told| vec![told]);
    let years = case.retired_in.map_or(vec![2000, 2001], |told| vec![told]);
    let hospitals = case.hospital.map_or(HospitalClass::ALL.to_vec(), |told| vec![told]);
    let there_are = classes(sheet, case, area);
    let told = case.contribution.filter(|told| there_are.contains(*told));
    let classes = told.map_or(there_are.iter().collect(), |told| vec![told]);
    let once = |asks: bool, count: usize| if asks { count } else { 1 };
    let any = |asks: fn(&Selectors) -> bool| asked.iter().any(|one| asks(one));
    let mut all = Vec::new();
    for age in &ages[..once(any(|one| one.ages.is_some()), ages.len())] {
        for year in &years[..once(any(|one| one.retired_in.is_some()), years.len())] {
            for hospital in &hospitals[..once(any(|one| !one.hospitals.is_empty()), hospitals.len())] {
                for class in &classes[..once(any(|one| !one.contributions.is_empty()), classes.len())] {
                    let (age, retired_in) = (Some(*age), Some(*year));
                    let (hospital, contribution) = (Some(*hospital), Some(*class));
                    all.push(Case { age, retired_in, hospital, contribution, ..*case });
                }
            }
        }
    }
    all
}

/// "Once with every figure at the end best for the patient, once at the worst."
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Best,
    Worst,
}

impl End {
    const fn low_is_good(self, range: Range) -> u32 {
        if matches!(self, Self::Best) { range.low } else { range.high }
    }

    const fn high_is_good(self, range: Range) -> u32 {
        if matches!(self, Self::Best) { range.high } else { range.low }
    }
}

fn fen(hundredths: u32) -> Money {
    Money::from_fen(hundredths.into())
}

fn slices(bands: &[(Option<u32>, Range)], per: Period, end: End) -> Slices {
    let yuan = |to: u32| Money::from_yuan(to.into());
    let share = |pays| Percent::from_hundredths(end.high_is_good(pays));
    Slices { per, bands: bands.iter().map(|(to, pays)| (to.map(yuan), share(*pays))).collect() }
}

/// How a way is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// As its rule says.
    Plain,
    /// Inside the province without a rule: "between nothing more than at home …".
    AtHome,
    /// "… and what the same trip outside the province costs."
    Outside,
}

/// One world: what is looked up for, and at which end.
#[derive(Clone, Copy)]
pub(crate) struct World<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) case: &'a Case,
    pub(crate) area: u32,
    pub(crate) route: Route,
    /// The route that the same trip has outside the province.
    pub(crate) trip: Route,
    pub(crate) reading: Reading,
    pub(crate) end: End,
}

impl<'a> World<'a> {
    fn on(&self, route: Route, item: Item) -> Option<&'a Entry> {
        found(self.sheet, item, self.case, self.area, route)
    }

    fn entry(&self, item: Item) -> Option<&'a Entry> {
        let own = self.on(self.route, item);
        // What names the province's trips holds for them, wherever the rest is taken from.
        let names = own.is_some_and(|entry| !entry.selectors.routes.is_empty());
        if self.reading == Reading::Outside && (item == Item::Away || !names) {
            return self.on(self.trip, item);
        }
        own
    }

    /// Whether the area or its province says what this way does.
    pub(crate) fn has_rule(&self) -> bool {
        let near = self.on(self.route, Item::Away).is_some_and(|entry| entry.level != Level::Nation);
        near || self.on(self.route, Item::Rate).is_some_and(|entry| !entry.selectors.routes.is_empty())
    }

    /// Whether only the nation's range says what it does.
    pub(crate) fn rests_on_nation(&self) -> bool {
        let is_final = self.entry(Item::Rate).is_some_and(|entry| !entry.selectors.routes.is_empty());
        let goes = self.route != Route::Local;
        goes && (self.reading == Reading::AtHome || !is_final)
            && self.entry(Item::Away).is_some_and(|entry| entry.level == Level::Nation)
    }

    /// Whether anything but its own rule sets another way apart.
    pub(crate) fn differs_from(&self, other: &Self) -> bool {
        let differs = |item| other.entry(item).is_some() && other.entry(item) != self.entry(item);
        [Item::Deductible, Item::Rate, Item::Cap].into_iter().any(differs)
    }

    fn range(&self, item: Item) -> Option<Range> {
        match self.entry(item)?.says {
            Stated::Plain(_, range) => Some(range),
            _ => None,
        }
    }

    fn rates(&self, item: Item) -> Option<(Slices, &Entry)> {
        let entry = self.entry(item)?;
        match &entry.says {
            Stated::Rates { bands, per, .. } => Some((slices(bands, *per, self.end), entry)),
            _ => None,
        }
    }

    /// First self-pay and change of the rate. "A rate figure that itself names the
    /// route is final."
    fn away(&self, rate: &Entry) -> (Percent, ExactRule) {
        let is_home = self.route == Route::Local || self.reading == Reading::AtHome;
        if is_home || !rate.selectors.routes.is_empty() {
            return (Percent::ZERO, ExactRule::Same);
        }
        let entry = self.entry(Item::Away).unwrap();
        let cut = |points: Range| ExactRule::Cut(Percent::from_hundredths(self.end.low_is_good(points)));
        let first = |share: Range| Percent::from_hundredths(self.end.low_is_good(share));
        let Stated::Away(rule) = &entry.says else { panic!("an away rule is a rule") };
        match *rule {
            Away::Same => (Percent::ZERO, ExactRule::Same),
            Away::Cut(points) => (Percent::ZERO, cut(points)),
            Away::Times(share) => {
                (Percent::ZERO, ExactRule::Times(Percent::from_hundredths(self.end.high_is_good(share))))
            }
            Away::FirstSelfPay(share) => (first(share), ExactRule::Same),
            Away::FirstSelfPayThenCut(share, points) => (first(share), cut(points)),
            Away::NotCovered => (Percent::ZERO, ExactRule::NotCovered),
        }
    }

    /// "Per admission: d is the figure for this tier, route and ordinal." Where no
    /// rule for repeated admissions is known, from nothing to the first amount.
    fn deductible(&self) -> (Money, Period) {
        let Some(Stated::Deductible { first, then, per }) =
            self.entry(Item::Deductible).map(|entry| &entry.says)
        else {
            return (Money::ZERO, Period::Stay);
        };
        let earlier = usize::from(self.case.year.admissions);
        let amount = match then.as_slice() {
            _ if earlier == 0 => *first,
            [] if *per == Period::Stay => Range { low: 0, high: first.high },
            [] => *first,
            then => then[earlier.min(then.len()) - 1],
        };
        (fen(self.end.low_is_good(amount)), *per)
    }

    fn cap(&self, item: Item) -> Option<Money> {
        self.range(item).map(|cap| fen(self.end.high_is_good(cap)))
    }

    /// "Several deductibles may share a yearly ceiling."
    fn cap_of_deductibles(&self) -> Option<Money> {
        self.range(Item::DeductiblesCeiling).map(|ceiling| fen(self.end.low_is_good(ceiling)))
    }

    /// "Hardship (national tilt): `d_c` is halved, each rate gains 5 points (at most
    /// 100), no cap, unless the area's own figures say otherwise."
    fn catastrophic(&self) -> Option<Catastrophic> {
        let (mut slices, rate) = self.rates(Item::CatastrophicRate)?;
        let mut deductible = fen(self.end.low_is_good(self.range(Item::CatastrophicDeductible)?));
        let mut cap = self.cap(Item::CatastrophicCap);
        let own = |entry: Option<&Entry>| entry.is_some_and(|entry| entry.selectors.hardship == Some(true));
        if self.case.hardship {
            if !own(Some(rate)) {
                for (_, rate) in &mut slices.bands {
                    *rate = Percent::from_hundredths((rate.hundredths() + 500).min(10_000));
                }
            }
            if !own(self.entry(Item::CatastrophicDeductible)) {
                deductible = Money::from_fen(deductible.fen() / 2);
            }
            if !own(self.entry(Item::CatastrophicCap)) {
                cap = None;
            }
        }
        let base = match self.entry(Item::CatastrophicBase).map(|entry| &entry.says) {
            Some(Stated::Counts(base)) => *base,
            _ => CatastrophicBase::USUAL,
        };
        Some(Catastrophic { deductible, slices, cap, base })
    }

    /// Every number of the world, the cap at both of its ends; nothing where no rate is known.
    pub(crate) fn numbers(&self) -> Option<[Numbers; 2]> {
        let (rates, rate) = self.rates(Item::Rate)?;
        let (first_self_pay, rule) = self.away(rate);
        let (deductible, deductible_per) = self.deductible();
        let aid = self.range(Item::AidRate).filter(|_| self.case.hardship).map(|rate| Aid {
            deductible: self
                .range(Item::AidDeductible)
                .map_or(Money::ZERO, |range| fen(self.end.low_is_good(range))),
            rate: Percent::from_hundredths(self.end.high_is_good(rate)),
            cap: self.cap(Item::AidCap),
        });
        let with = |cap| Numbers {
            first_self_pay,
            rule,
            deductible: DeductibleDue::Amount(deductible),
            deductible_per,
            deductible_runs_on: false,
            deductibles_ceiling: self.cap_of_deductibles(),
            rates: rates.clone(),
            cap,
            supplement: self
                .rates(Item::SupplementRate)
                .map(|(slices, _)| Supplement { slices, cap: self.cap(Item::SupplementCap) }),
            catastrophic: self.catastrophic(),
            aid,
        };
        let caps = self.range(Item::Cap);
        Some([with(caps.map(|range| fen(range.low))), with(caps.map(|range| fen(range.high)))])
    }

    /// "The uncovered part U = X + P + L is then a range: low = the larger of (share
    /// low × T) and the known parts, … at most T".
    pub(crate) fn bill(&self) -> ExactBill {
        let bill = &self.case.bill;
        let total = bill.high();
        let parts = [bill.own_expense, bill.prepay, bill.over_limit];
        let known: Money = parts.into_iter().flatten().sum();
        if let [Some(x), Some(p), Some(l)] = parts {
            return ExactBill { total, uncovered: known, split: Some([x, p, l]) };
        }
        let share = self.range(Item::UncoveredShare).map_or(0, |share| self.end.low_is_good(share));
        let uncovered = total.share(Percent::from_hundredths(share)).max(known).min(total);
        ExactBill { total, uncovered, split: None }
    }
}

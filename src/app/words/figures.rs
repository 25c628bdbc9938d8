//! A figure in full: its number, for whom it holds, since when, who says so.

use enumset::{EnumSet, EnumSetType};

use super::Text;
use yidi_core::case::Field;
use yidi_core::policy::audit::{Aspect, Reach};
use yidi_core::policy::{
    Band, Care, ContributionClass, Disease, Figure, Holder, HospitalClass, Period, Scheme, Selectors, Source,
    Value,
};

impl Text {
    /// The number with all that belongs to it: by the year, later admissions.
    pub fn full_value(&self, value: &Value) -> String {
        let shown = self.value(value);
        let (per, then) = match value {
            Value::Deductible { per, then, .. } => (*per, then.as_slice()),
            Value::Rate(schedule) => (schedule.per, &[][..]),
            _ => (Period::Stay, &[][..]),
        };
        let shown = if per == Period::Year { self.value_per_year(shown) } else { shown };
        if then.is_empty() {
            return shown;
        }
        let later = then.iter().enumerate().map(|(at, amount)| {
            let (number, amount) = (at + 2, self.yuan(self.money_span(*amount)));
            if at + 1 == then.len() { self.then_rest(number, amount) } else { self.then_one(number, amount) }
        });
        self.value_then(shown, self.list(later))
    }

    /// For whom and where a figure holds, within its scheme and kind of care.
    pub fn for_whom(&self, selectors: &Selectors) -> String {
        let parts = [
            self.one_of(selectors.statuses, Self::status),
            self.one_of(selectors.tiers, Self::tier),
            self.one_of(selectors.routes, Self::route),
            self.one_of(selectors.diseases, Self::disease),
            selectors.hardship.map(|only| if only { self.hardship_only() } else { self.hardship_others() }),
            selectors.ages.and_then(|ages| self.ages(ages)),
            self.one_of(selectors.hospitals, Self::hospital),
            self.one_of(selectors.contributions, Self::contribution),
            selectors.retired_in.and_then(|years| self.retired(years)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { self.for_anyone() } else { parts.join(&self.for_separator()) }
    }

    /// The fine selectors of a figure in words, where it has any.
    pub fn fine(&self, selectors: &Selectors) -> Option<String> {
        let parts = [
            selectors.ages.and_then(|ages| self.ages(ages)),
            self.one_of(selectors.hospitals, Self::hospital),
            self.one_of(selectors.contributions, Self::contribution),
            selectors.retired_in.and_then(|years| self.retired(years)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(&self.for_separator()))
    }

    /// What a figure's selectors ask for: with another answer another number may hold.
    pub fn selectors_asked(&self, selectors: &Selectors) -> Vec<String> {
        let status = selectors.scheme.is_some() || !selectors.statuses.is_empty();
        [
            (status, Field::Status),
            (selectors.care.is_some(), Field::Care),
            (!selectors.tiers.is_empty(), Field::Tier),
            (!selectors.routes.is_empty(), Field::Reason),
            (!selectors.diseases.is_empty(), Field::Disease),
            (selectors.hardship.is_some(), Field::Hardship),
            (selectors.ages.is_some(), Field::Age),
            (!selectors.hospitals.is_empty(), Field::Hospital),
            (!selectors.contributions.is_empty(), Field::Contribution),
            (selectors.retired_in.is_some(), Field::RetiredIn),
        ]
        .into_iter()
        .filter(|(asked, _)| *asked)
        .map(|(_, field)| if field == Field::Reason { self.ask_route() } else { self.field(field) })
        .collect()
    }

    /// A source with its name, its number and everything else but its address.
    pub fn source_in_full(&self, name: &str, source: &Source) -> String {
        let full = self.source(source);
        match &source.number {
            Some(number) => self.source_full_numbered(name, number.as_str(), full),
            None => self.source_full_named(name, full),
        }
    }

    fn one_of<T: EnumSetType>(&self, set: EnumSet<T>, name: fn(&Self, T) -> String) -> Option<String> {
        (!set.is_empty()).then(|| self.list(set.iter().map(|one| name(self, one))))
    }

    fn ages(&self, Band { from, to }: Band) -> Option<String> {
        let (from, to) = (from.map(|age| age.to_string()), to.map(|age| age.to_string()));
        match (from, to) {
            (Some(from), Some(to)) => Some(self.ages_between(from, to)),
            (Some(from), None) => Some(self.ages_from(from)),
            (None, Some(to)) => Some(self.ages_to(to)),
            (None, None) => None,
        }
    }

    fn retired(&self, Band { from, to }: Band) -> Option<String> {
        let (from, to) = (from.map(|year| year.to_string()), to.map(|year| year.to_string()));
        match (from, to) {
            (Some(from), Some(to)) => Some(self.retired_between(from, to)),
            (Some(from), None) => Some(self.retired_from(from)),
            (None, Some(to)) => Some(self.retired_to(to)),
            (None, None) => None,
        }
    }

    /// A chronic kind.
    pub fn disease(&self, disease: Disease) -> String {
        match disease {
            Disease::Hypertension => self.disease_hypertension(),
            Disease::Diabetes => self.disease_diabetes(),
            Disease::Cancer => self.disease_cancer(),
            Disease::Dialysis => self.disease_dialysis(),
            Disease::Transplant => self.disease_transplant(),
            Disease::Copd => self.disease_copd(),
            Disease::RheumatoidArthritis => self.disease_rheumatoid_arthritis(),
            Disease::CoronaryDisease => self.disease_coronary_disease(),
            Disease::Hepatitis => self.disease_hepatitis(),
            Disease::Spondylitis => self.disease_spondylitis(),
            Disease::Other => self.disease_other(),
        }
    }

    /// A hospital class.
    pub fn hospital(&self, hospital: HospitalClass) -> String {
        match hospital {
            HospitalClass::ProvinceLevel => self.hospital_province_level(),
            HospitalClass::CityLevel => self.hospital_city_level(),
            HospitalClass::DistrictLevel => self.hospital_district_level(),
            HospitalClass::GradeA => self.hospital_grade_a(),
            HospitalClass::GradeB => self.hospital_grade_b(),
            HospitalClass::Traditional => self.hospital_traditional(),
            HospitalClass::Specialist => self.hospital_specialist(),
            HospitalClass::VillageClinic => self.hospital_village_clinic(),
        }
    }

    /// A contribution class.
    pub fn contribution(&self, class: ContributionClass) -> String {
        match class {
            ContributionClass::First => self.contribution_first(),
            ContributionClass::Second => self.contribution_second(),
            ContributionClass::Third => self.contribution_third(),
        }
    }

    /// A scheme and a kind of care, either of which may be any.
    pub fn group(&self, scheme: Option<Scheme>, care: Option<Care>) -> String {
        self.group_title(
            scheme.map_or_else(|| self.scheme_any(), |scheme| self.scheme(scheme)),
            care.map_or_else(|| self.care_any(), |care| self.care(care)),
        )
    }

    /// A level of the look-up.
    pub fn level(&self, holder: Holder) -> String {
        match holder {
            Holder::Area(_) => self.level_own(self.holder(holder)),
            Holder::Province(_) => self.level_province(self.holder(holder)),
            Holder::Nation => self.level_nation(),
        }
    }

    /// Since when a figure holds, and until when.
    pub fn since(&self, figure: &Figure) -> String {
        let since = figure.from.map_or_else(|| self.since_unknown(), |from| self.since_date(self.date(from)));
        match figure.until {
            Some(until) => self.since_until(since, self.date(until)),
            None => since,
        }
    }

    /// The title of a source, with the original where it is a translation: who
    /// looks the source up needs it.
    fn title(&self, source: &Source) -> String {
        let (title, original) = (self.words(&source.title), source.title.zh.as_str());
        if title == original { title.to_owned() } else { self.source_translated(title, original) }
    }

    /// A source in one line, without its name.
    pub fn source(&self, source: &Source) -> String {
        let (title, publisher) = (self.title(source), self.words(&source.publisher));
        let checked = source.checked.to_string();
        match &source.date {
            Some(date) => self.source_dated(title, publisher, date.as_str(), checked),
            None => self.source_undated(title, publisher, checked),
        }
    }

    /// What of a figure changed.
    pub fn aspect(&self, aspect: Aspect) -> String {
        match aspect {
            Aspect::Value => self.aspect_value(),
            Aspect::Until => self.aspect_until(),
            Aspect::Grade => self.aspect_grade(),
            Aspect::Sources => self.aspect_sources(),
            Aspect::Remark => self.aspect_remark(),
        }
    }

    /// Where an item's figures come from, in one character.
    pub fn reach(&self, reach: Reach) -> String {
        match reach {
            Reach::Own => self.reach_own(),
            Reach::Province => self.reach_province(),
            Reach::Nation => self.reach_nation(),
            Reach::Unknown => self.reach_unknown(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use yidi_core::num::{Money, Span};
    use yidi_core::policy::{Route, Status, Tier};

    #[test]
    fn later_admissions_and_the_year_belong_to_the_number() {
        let text = Text::new(Lang::Zh);
        let yuan = |yuan| Span::exact(Money::from_yuan(yuan));
        let value = |per, then| Value::Deductible { per, first: yuan(800), then };
        assert_eq!(text.full_value(&value(Period::Stay, vec![])), "800.00 元");
        assert_eq!(text.full_value(&value(Period::Year, vec![])), "800.00 元（按年累计）");
        assert_eq!(
            text.full_value(&value(Period::Stay, vec![yuan(400), yuan(200)])),
            "800.00 元，第 2 次 400.00 元、第 3 次起 200.00 元"
        );
    }

    #[test]
    fn every_selector_is_said() {
        let text = Text::new(Lang::Zh);
        assert_eq!(text.for_whom(&Selectors::default()), "不分情形");
        let selectors = Selectors {
            statuses: Status::Active | Status::Retired,
            tiers: Tier::Three.into(),
            routes: Route::Unfiled.into(),
            diseases: Disease::Diabetes.into(),
            hardship: Some(true),
            ages: Some(Band { from: Some(45), to: None }),
            hospitals: HospitalClass::CityLevel.into(),
            contributions: ContributionClass::First.into(),
            retired_in: Some(Band { from: Some(1999), to: Some(2000) }),
            ..Selectors::default()
        };
        assert_eq!(
            text.for_whom(&selectors),
            "职工在职、职工退休；三级医院；未备案；糖尿病；困难人员（特困、低保、返贫致贫）；45 岁及以上；\
             市属医院；缴费一档；1999 至 2000 年退休"
        );
    }
}

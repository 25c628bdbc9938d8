//! What the person was told of the local rules, and what is still to be asked.

use super::{Lang, Text};
use yidi_core::checklist::hotline;
use yidi_core::estimate::{Estimate, ToldRule};
use yidi_core::policy::{Item, Route, Routes};

impl Text {
    /// The rules that were told: which are used, and which stand beside something
    /// better known.
    pub fn told_rules(&self, estimate: &Estimate) -> Vec<String> {
        let told = estimate.told();
        let (used, beside): (Vec<ToldRule>, Vec<ToldRule>) =
            told.into_iter().partition(|rule| rule.beside.is_empty());
        let mut said = Vec::new();
        if !used.is_empty() {
            let named = used
                .iter()
                .map(|rule| self.told_rule(self.item(rule.item), self.told_value(estimate, rule.item)));
            said.push(self.told_used(self.list(named.collect::<Vec<_>>())));
        }
        said.extend(beside.iter().map(|rule| {
            let better = rule
                .beside
                .iter()
                .map(|figure| self.with_note(self.value(&figure.value), self.grade(figure.grade)));
            let value = self.told_value(estimate, rule.item);
            if rule.agrees {
                return self.told_agrees(self.item(rule.item), value);
            }
            self.told_beside(self.item(rule.item), value, self.list(better.collect::<Vec<_>>()))
        }));
        said
    }

    fn told_value(&self, estimate: &Estimate, item: Item) -> String {
        let told = &estimate.case.told;
        match (told.amount(item), told.share(item)) {
            (Some(amount), _) => self.money_unit(amount),
            (None, Some(points)) if item == Item::Away => self.told_cut(points.to_string()),
            (None, Some(share)) => self.percent(share.to_string()),
            (None, None) => String::new(),
        }
    }

    /// Whom to ask for the rules that are not known, and as whom; then the questions.
    /// Nothing where nothing is to be asked.
    pub fn hotline_questions(&self, estimate: &Estimate) -> Option<(String, Vec<String>)> {
        let items = estimate.to_ask();
        let case = &estimate.case;
        if !estimate.asks_the_hotline() {
            return None;
        }
        let routes = estimate.routes().iter().map(|route| self.route(route)).collect::<Vec<_>>().join(" / ");
        let who = self.ask_as(
            self.place(case.insured),
            self.statuses(case.status),
            routes,
            self.place(case.care_place),
            self.tiers(case.tier),
            self.visit(case.care, case.disease),
        );
        // Whoever asks in English is answered in Chinese: both stand beside each other.
        let beside = (self.lang() == Lang::En).then(|| Self::new(Lang::Zh));
        let is_away = estimate.routes() != Routes::only(Route::Local);
        let question = |item| match &beside {
            Some(chinese) => self.with_note(self.ask_rule(item, is_away), chinese.ask_rule(item, is_away)),
            None => self.ask_rule(item, is_away),
        };
        let questions = items.into_iter().map(question).collect();
        Some((self.ask_whom(hotline(case.insured), who), questions))
    }

    fn ask_rule(&self, item: Item, is_away: bool) -> String {
        match item {
            Item::Deductible => self.ask_rule_deductible(),
            Item::Rate if is_away => self.ask_rule_rate(),
            Item::Rate => self.ask_rule_rate_home(),
            Item::Away => self.ask_rule_cut(),
            Item::Cap => self.ask_rule_cap(),
            Item::SupplementRate => self.ask_rule_supplement_rate(),
            Item::SupplementCap => self.ask_rule_supplement_cap(),
            Item::CatastrophicDeductible => self.ask_rule_catastrophic_deductible(),
            Item::CatastrophicRate => self.ask_rule_catastrophic_rate(),
            Item::CatastrophicCap => self.ask_rule_catastrophic_cap(),
            other => self.item(other),
        }
    }
}

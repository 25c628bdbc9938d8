//! The form of an agency's own rules in words: its places, what is typed there
//! and what is wrong with it.

use unicode_normalization::UnicodeNormalization;

use super::Text;
use yidi_core::num::{Money, Span};
use yidi_core::places::{AreaId, Place};
use yidi_core::policy::own::{Remarks, Rule, RuleKind};
use yidi_core::policy::{AwayRule, Figure, Period, RateBand, RateChange, Value};
use yidi_core::rules::{CellError, FormProblem, Heading, Slot};

impl Text {
    /// What a place of the form asks.
    pub fn slot(&self, slot: Slot) -> String {
        match slot {
            Slot::Heading(heading) => match heading {
                Heading::Title => self.slot_title(),
                Heading::Publisher => self.slot_publisher(),
                Heading::Number => self.slot_number(),
                Heading::Date => self.slot_date(),
                Heading::From => self.slot_from(),
                Heading::VerifiedBy => self.slot_verified_by(),
                Heading::VerifiedOn => self.slot_verified_on(),
            },
            Slot::Rule(rule) => self.rule_name(rule),
        }
    }

    /// A rule: whose, what, where.
    pub fn rule_name(&self, rule: Rule) -> String {
        let whose = rule.status.map_or_else(|| self.scheme(rule.scheme), |status| self.status(status));
        let parts = [
            Some(whose),
            Some(self.item(rule.item)),
            rule.tier.map(|tier| self.tier(tier)),
            rule.route.map(|route| self.route(route)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The place of the form that a label names, in any language, however it is spaced.
    pub fn slot_named(&self, label: &str) -> Option<Slot> {
        let wanted = bare(label);
        Slot::all().into_iter().find(|slot| bare(&self.slot(*slot)) == wanted)
    }

    /// How a place of the form is filled in.
    pub fn slot_hint(&self, slot: Slot) -> String {
        match slot {
            Slot::Heading(Heading::Title) => self.slot_hint_title(),
            Slot::Heading(Heading::Publisher) => self.slot_hint_publisher(),
            Slot::Heading(Heading::Number) => self.slot_hint_number(),
            Slot::Heading(Heading::Date) => self.slot_hint_date(),
            Slot::Heading(Heading::From) => self.slot_hint_from(),
            Slot::Heading(Heading::VerifiedBy) => self.slot_hint_verified_by(),
            Slot::Heading(Heading::VerifiedOn) => self.slot_hint_verified_on(),
            Slot::Rule(rule) => match rule.kind() {
                RuleKind::Deductible => self.slot_hint_deductible(),
                RuleKind::Rate => self.slot_hint_rate(),
                RuleKind::Amount => self.slot_hint_amount(),
                RuleKind::Away => self.slot_hint_away(),
            },
        }
    }

    /// A value as it is typed into its cell; nothing for what no cell can hold.
    pub fn cell(&self, value: &Value) -> Option<String> {
        Some(match value {
            Value::None => self.cell_none(),
            Value::Amount(amount) => amounts(*amount),
            Value::Deductible { per, first, then } => {
                let all: Vec<String> = std::iter::once(first).chain(then).map(|one| amounts(*one)).collect();
                self.cell_per(*per, all.join("/"))
            }
            Value::Rate(schedule) => {
                if let Some(plain) = schedule.as_plain() {
                    span(plain)
                } else {
                    let slices: Vec<String> = schedule.bands.iter().map(|band| self.slice(band)).collect();
                    self.cell_per(schedule.per, slices.join(&self.cell_separator()))
                }
            }
            Value::Away(rule) => self.cell_away(*rule),
            _ => return None,
        })
    }

    fn cell_per(&self, per: Period, value: String) -> String {
        if per == Period::Year { self.cell_year(value) } else { value }
    }

    fn slice(&self, RateBand { to, pays }: &RateBand) -> String {
        match to {
            Some(to) => self.cell_slice(digits(*to), span(*pays)),
            None => self.cell_above(span(*pays)),
        }
    }

    fn cell_away(&self, AwayRule { first_self_pay, change }: AwayRule) -> String {
        let pays_first = !first_self_pay.high().is_zero();
        match change {
            RateChange::NotCovered => self.cell_not_covered(),
            RateChange::Times(share) => self.cell_times(span(share)),
            RateChange::Cut(points) if pays_first => self.cell_first_cut(span(first_self_pay), span(points)),
            RateChange::Cut(points) => self.cell_cut(span(points)),
            RateChange::Same if pays_first => self.cell_first(span(first_self_pay)),
            RateChange::Same => self.cell_same(),
        }
    }

    /// What holds for a rule today, and from which level; nothing where nothing is known.
    pub fn rule_in_force(&self, figures: &[impl AsRef<Figure>]) -> Option<(String, String)> {
        let figure = figures.first()?.as_ref();
        let value = self.full_value(&figure.value);
        let value = if figures.len() > 1 { self.and_others(value) } else { value };
        let level = self.level(figure.holder);
        Some((value, self.rule_from(level, self.grade(figure.grade))))
    }

    /// What is wrong with what was typed into a form.
    pub fn form_problem(&self, problem: &FormProblem) -> String {
        match problem {
            FormProblem::Cell(error) => self.cell_error(*error),
            FormProblem::Missing => self.trouble_missing(),
            FormProblem::Day => self.date_wrong(),
            FormProblem::Future => self.form_future(),
            FormProblem::SourceDate => self.form_source_date(),
            FormProblem::Unseen => self.fault_control_character(),
            FormProblem::CheckedByNobody => self.form_checked_by_nobody(),
        }
    }

    fn cell_error(&self, error: CellError) -> String {
        match error {
            CellError::Amount(fault) => self.amount_fault(fault),
            CellError::Percent => self.cell_wrong_percent(),
            CellError::PartOfOne => self.cell_part_of_one(),
            CellError::Rough => self.cell_rough(),
            CellError::Turned => self.cell_turned(),
            CellError::Slices => self.cell_wrong_slices(),
            CellError::Away => self.cell_wrong_away(),
            CellError::NotNone => self.cell_not_none(),
        }
    }
}

/// A label without what people change in passing.
fn bare(label: &str) -> String {
    label.nfkc().filter(|c| !c.is_whitespace() && !"*:".contains(*c)).flat_map(char::to_lowercase).collect()
}

fn amounts(ends: Span<Money>) -> String {
    if ends.is_exact() {
        digits(ends.low())
    } else {
        format!("{}-{}", digits(ends.low()), digits(ends.high()))
    }
}

/// An amount without commas and without noughts behind its point.
fn digits(amount: Money) -> String {
    let (whole, part) = (amount.fen() / 100, amount.fen() % 100);
    if part == 0 { whole.to_string() } else { format!("{whole}.{part:02}") }
}

fn span<T: Copy + Ord + std::fmt::Display>(ends: Span<T>) -> String {
    if ends.is_exact() { ends.low().to_string() } else { format!("{}-{}", ends.low(), ends.high()) }
}

/// The remarks of a file of figures, in the language of its text.
#[derive(Clone, Copy, Debug)]
pub struct FileRemarks<'t>(pub &'t Text);

impl Remarks for FileRemarks<'_> {
    fn heading(&self) -> Vec<String> {
        vec![self.0.own_file_made(), self.0.own_file_use()]
    }

    fn area(&self, area: AreaId) -> String {
        self.0.place(Place::Area(area)).to_owned()
    }

    fn rule(&self, rule: Rule) -> String {
        self.0.rule_name(rule)
    }

    fn kept(&self) -> String {
        self.0.own_file_kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use yidi_core::policy::Item;
    use yidi_core::rules::read_cell;

    /// What a cell shows is read back as what it was, in both languages.
    #[test]
    fn cells_and_labels_come_back_as_they_were() {
        let typed = |kind| match kind {
            RuleKind::Deductible => &["800", "800/400/200", "1500 每年", "800-1000", "无"][..],
            RuleKind::Rate => &["85", "80-85", "3万以下85；4万以下90；以上95", "3万以下85；以上95 按年"],
            RuleKind::Amount => &["20万", "30404.5", "无"],
            RuleKind::Away => {
                &["同本地", "降10", "降10-20", "乘90%", "先自付20%", "先自付20%，再降20", "不报"]
            }
        };
        for lang in Lang::ALL {
            let text = Text::new(lang);
            for slot in Slot::all() {
                assert_eq!(text.slot_named(&text.slot(slot)), Some(slot));
                let Slot::Rule(rule) = slot else { continue };
                for cell in typed(rule.kind()) {
                    let value = read_cell(rule, cell).unwrap().unwrap();
                    let shown = text.cell(&value).unwrap();
                    assert_eq!(read_cell(rule, &shown), Ok(Some(value)), "{cell} is shown as {shown}");
                }
            }
        }
        let text = Text::new(Lang::Zh);
        let slot = text.slot_named("职工医保　起付线三级医院：");
        assert!(matches!(slot, Some(Slot::Rule(Rule { item: Item::Deductible, .. }))), "{slot:?}");
    }
}

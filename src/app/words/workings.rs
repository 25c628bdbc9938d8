//! How a line of the settlement came about, in words and numbers.

use super::Text;
use yidi_core::case::Field;
use yidi_core::estimate::{Cause, Estimate, Explained, Line, TrailAmount, TrailStep};
use yidi_core::num::{Fraction, Rate};
use yidi_core::policy::{Figure, Item};

/// Sentences that are being written, and the sum they have come to.
struct Sentences<'t> {
    text: &'t Text,
    written: Vec<String>,
    /// The sum that is being written.
    sum: String,
    /// How many amounts it has.
    terms: usize,
    value: Fraction,
    slices: usize,
}

impl Text {
    /// The steps to a line, a sentence each; nothing where no step was taken.
    pub fn workings(&self, explained: &Explained) -> Vec<String> {
        let slices = explained.steps.iter().filter(|step| matches!(step, TrailStep::Slice { .. })).count();
        let mut writer = Sentences {
            text: self,
            written: Vec::new(),
            sum: String::new(),
            terms: 0,
            value: Fraction::ZERO,
            slices,
        };
        for step in &explained.steps {
            writer.step(step);
        }
        writer.end_sum();
        writer.written
    }

    /// What would change a line: unknowns that widen it, and what its figures ask for.
    pub fn changing(&self, estimate: &Estimate, line: Line) -> Vec<String> {
        let items = line.items();
        let mut sentences = Vec::new();
        for (cause, amount) in &estimate.causes {
            if matches!(cause, Cause::Item(item) if items.contains(item)) {
                sentences.push(self.spread_line(self.cause(*cause), self.money(*amount)));
            }
        }
        let asked = |item: &Item| {
            let figures = estimate.high_run().terms.figures_of(*item);
            figures.iter().flat_map(|figure| self.selectors_asked(&figure.selectors)).collect::<Vec<_>>()
        };
        let mut asks: Vec<String> = Vec::new();
        for name in items.iter().flat_map(asked) {
            if !asks.contains(&name) {
                asks.push(name);
            }
        }
        if !asks.is_empty() {
            sentences.push(self.would_change(self.list(asks)));
        }
        sentences
    }

    /// What an amount of a step is.
    pub fn what(&self, what: TrailAmount) -> String {
        match what {
            TrailAmount::Line(line) => self.line(line),
            TrailAmount::Figure(item) => self.what_figure(self.item(item)),
            TrailAmount::Answer(Field::OwnExpense) => self.what_answer(self.line(Line::OwnExpense)),
            TrailAmount::Answer(Field::Prepay) => self.what_answer(self.line(Line::Prepay)),
            TrailAmount::Answer(Field::OverLimit) => self.what_answer(self.line(Line::OverLimit)),
            TrailAmount::Answer(Field::ClassB) => self.what_class_b(),
            TrailAmount::Answer(field) => self.what_answer(self.field(field)),
            TrailAmount::KnownParts => self.what_known_parts(),
            TrailAmount::Reimbursable => self.what_reimbursable(),
            TrailAmount::Illness => self.what_illness(),
            TrailAmount::FromSlice => self.what_from_slice(),
        }
    }

    /// An amount that may have parts of a fen.
    fn fraction(&self, value: Fraction) -> String {
        let rounded = value.rounded();
        if Fraction::from(rounded) == value { self.money(rounded) } else { value.to_string() }
    }

    fn rate(&self, rate: Rate) -> String {
        self.percent(rate.to_string())
    }

    /// Who says a figure, since when, and how sure it is.
    pub fn says_who(&self, figure: &Figure) -> String {
        self.figure_since(self.since(figure), self.grade(figure.grade))
    }
}

impl Sentences<'_> {
    fn step(&mut self, step: &TrailStep) {
        let (text, before) = (self.text, self.value);
        self.value = step.take(before);
        match *step {
            TrailStep::Plus(what, amount) => self.term("+", &text.what(what), text.money(amount)),
            TrailStep::Minus(what, amount) => self.term("-", &text.what(what), text.money(amount)),
            TrailStep::Times(rate) => {
                self.sum = format!("{} x {}", self.sum, text.rate(rate));
                self.terms += 1;
            }
            TrailStep::LessQuotient { dividend, divisor } => {
                let quotient = format!("{} / {}", text.fraction(dividend), text.rate(divisor));
                self.term("-", &text.what_used_up(), quotient);
            }
            TrailStep::OrNothing => {
                if self.value != before {
                    self.written.push(text.work_negative(std::mem::take(&mut self.sum)));
                    self.terms = 0;
                }
            }
            TrailStep::Over => {
                self.value = before;
                self.end_sum();
                self.value = Fraction::ZERO;
            }
            // Where there is one slice, its edges do not matter.
            TrailStep::Earlier(what, amount) if self.slices > 1 && !amount.is_zero() => {
                self.written.push(text.work_earlier(text.money(amount), text.what(what)));
            }
            TrailStep::CountedFrom(what, amount) => {
                self.written.push(text.work_counted_from(text.what(what), text.money(amount)));
            }
            TrailStep::Slice { from, to, rate, after } => self.slice((from, to), rate.into(), after),
            TrailStep::AtLeast(what, amount) if self.value != before => {
                self.end_sum_at(before);
                self.written.push(text.work_at_least(text.what(what), text.money(amount)));
            }
            TrailStep::AtMost { what, limit, used } => {
                self.end_sum_at(before);
                let limit = text.money(limit);
                let less = |used| text.work_less_used(limit.clone(), text.money(used));
                let limit = if used.is_zero() { limit } else { less(used) };
                self.limit(what, limit, before);
            }
            TrailStep::Earlier(..) | TrailStep::AtLeast(..) => {}
        }
    }

    fn term(&mut self, sign: &str, what: &str, amount: String) {
        self.sum = if self.sum.is_empty() {
            format!("{what} {amount}")
        } else {
            format!("{} {sign} {what} {amount}", self.sum)
        };
        self.terms += 1;
    }

    fn slice(&mut self, (from, to): (Fraction, Fraction), rate: Rate, after: Rate) {
        let text = self.text;
        let length = text.fraction(to - from);
        let pays = text.fraction((to - from) * after);
        let shown = if rate == after {
            text.rate(after)
        } else {
            text.work_rate_after(text.rate(after), text.rate(rate))
        };
        let sum = format!("{length} x {shown} = {pays}");
        self.written.push(if self.slices > 1 {
            text.work_slice(text.range(text.fraction(from), text.fraction(to)), sum)
        } else {
            sum
        });
    }

    fn limit(&mut self, what: TrailAmount, limit: String, before: Fraction) {
        let text = self.text;
        let name = text.what(what);
        if self.value == before {
            // A bill is above its deductible as a rule: not worth a word.
            if matches!(what, TrailAmount::Figure(_)) {
                self.written.push(text.work_below(name, limit));
            }
        } else {
            self.written.push(text.work_at_most(name, limit));
        }
    }

    fn end_sum(&mut self) {
        self.end_sum_at(self.value);
    }

    /// Ends the sum that is being written, where it has come to `value`.
    fn end_sum_at(&mut self, value: Fraction) {
        let sum = std::mem::take(&mut self.sum);
        match std::mem::take(&mut self.terms) {
            0 => {}
            1 => self.written.push(sum),
            _ => self.written.push(format!("{sum} = {}", self.text.fraction(value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::words::{Lang, Text};
    use yidi_core::answers::Draft;
    use yidi_core::case::Field;
    use yidi_core::estimate::{Line, Side, estimate, explain};
    use yidi_core::places::resolve;
    use yidi_core::policy::{Book, Status, Tier};

    /// The sentences of a line at the worst end, with both places and typed answers.
    fn worked(from: &str, status: Status, typed: &[(Field, &str)], line: Line) -> Vec<String> {
        let mut draft = Draft {
            insured: resolve(from).ok(),
            care_place: resolve("上海").ok(),
            status: Some(status),
            tier: Some(Tier::Three),
            ..Draft::default()
        };
        for (field, words) in typed {
            draft.write(*field, words);
        }
        let case = draft.finish(jiff::civil::date(2026, 11, 22)).unwrap();
        let estimate = estimate(&Book::embedded().unwrap(), &case).unwrap();
        let explained = explain(&case, estimate.high_run(), Side::Worst);
        let found = explained.iter().find(|explained| explained.line == line).unwrap();
        Text::new(Lang::Zh).workings(found)
    }

    const SPLIT: [(Field, &str); 4] =
        [(Field::Total, "30000"), (Field::OwnExpense, "1000"), (Field::Prepay, "0"), (Field::OverLimit, "0")];

    #[test]
    fn a_plain_rate_is_one_product() {
        // 鞍山, filed: 30 000 − 1 000 = 29 000; − 2 000 = 27 000; × 60 % = 16 200.00
        assert_eq!(
            worked("鞍山", Status::Active, &SPLIT, Line::Fund),
            [
                "符合报销范围 29,000.00 - 起付线 2,000.00 = 27,000.00",
                "27,000.00 x 60% = 16,200.00",
                "没有超过规定的统筹封顶线 85,000.00"
            ]
        );
        assert_eq!(
            worked("鞍山", Status::Active, &SPLIT, Line::Eligible),
            ["总费用 30,000.00 - 自费 1,000.00 = 29,000.00"]
        );
    }

    #[test]
    fn a_cap_used_up_shows_the_cost_at_which_it_was() {
        let typed = [SPLIT[1], SPLIT[2], SPLIT[3], (Field::Total, "101000")];
        // 重庆: 85 % cut by up to 20 points is 65 %; the cap is 47 000
        let fund = worked("重庆", Status::Active, &typed, Line::Fund);
        assert_eq!(fund[1], "99,120.00 x 65%（平时 85%） = 64,428.00");
        assert_eq!(fund[2], "最多付到规定的统筹封顶线 47,000.00");
        let beyond = worked("重庆", Status::Active, &typed, Line::AboveCap);
        // 99 120 − 47 000 / 0.65 = 26 812.307692…
        assert_eq!(beyond, ["该段起的费用 99,120.00 - 封顶线用完时的费用 47,000.00 / 65% = 26812.307692"]);
    }
}

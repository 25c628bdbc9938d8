//! The overlay file that rules become: clean, with remarks, in an order that
//! hangs on nothing but the rules.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::Date;

use super::beside::{Beside, Settled, ToldRules};
use super::rule::Rule;
use super::spelled::{quoted, selectors, value};
use crate::places::AreaId;
use crate::policy::book::Book;
use crate::policy::figure::{Figure, Grade, Value, Verified};
use crate::policy::file::FileError;
use crate::policy::kinds::Scheme;

/// The text that rules come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSource {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its number, where it has one.
    pub number: Option<String>,
    /// Its date: a year, a month or a day.
    pub date: Option<String>,
    /// The day on which somebody last checked that it holds.
    pub checked: Date,
}

/// The rules of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnArea {
    /// Whose rules.
    pub area: AreaId,
    /// Where they come from.
    pub source: OwnSource,
    /// Since when they hold, where that is known.
    pub from: Option<Date>,
    /// Who checked them, and when.
    pub verified: Option<Verified>,
    /// Each rule once.
    pub rules: Vec<(Rule, Value)>,
}

/// A file of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFile {
    /// Whose figures these are.
    pub name: String,
    /// The day of the file.
    pub date: Date,
    /// Each area once.
    pub areas: Vec<OwnArea>,
}

/// What is said beside the numbers, for people who read the file.
pub trait Remarks {
    /// At the top, a line each.
    fn heading(&self) -> Vec<String>;
    /// An area.
    fn area(&self, area: AreaId) -> String;
    /// A rule.
    fn rule(&self, rule: Rule) -> String;
    /// Above figures that were there and are said again.
    fn kept(&self) -> String;
}

impl OwnFile {
    /// The file, to be laid over this book.
    ///
    /// # Errors
    /// Where the book cannot be read.
    pub fn text(&self, book: &Book, remarks: &dyn Remarks) -> Result<String, FileError> {
        let mut sources = String::new();
        let mut areas = String::new();
        let mut gone = BTreeSet::new();
        for own in &self.areas {
            let code = own.area.get().code;
            let _ = writeln!(sources, "        {},", own.source.spelled(code));
            let [there, ..] = book.levels(own.area)?;
            let _ = writeln!(areas, "        \"{code}\": [ // {}", plain(&remarks.area(own.area)));
            let (rules, from, gathered) = (&own.rules, own.from, book.nation().gathered);
            let told = ToldRules { rules, from, there, gathered };
            for scheme in [Scheme::Employee, Scheme::Resident] {
                let rules: Vec<_> = own.rules.iter().filter(|(rule, _)| rule.scheme == scheme).collect();
                let beside_each = rules.iter().map(|(rule, value)| told.beside(*rule, value));
                let settled: Vec<Beside> = beside_each.collect();
                if rules.is_empty() {
                    continue;
                }
                own.open_group(&mut areas, scheme);
                for ((rule, number), beside) in rules.iter().zip(&settled) {
                    let remark = plain(&remarks.rule(*rule));
                    figure(
                        &mut areas,
                        &figure_said(&rule_selectors(*rule), &value(rule.item, number)),
                        &remark,
                    );
                    for one in beside.settled.iter().filter(|one| one.of.is_none()) {
                        figure(&mut areas, &settled_said(*rule, one), &remark);
                    }
                    gone.extend(beside.remove.iter().cloned());
                }
                areas.push_str("                ],\n            ),\n");
                let kept = rules.iter().zip(&settled).flat_map(|((rule, _), beside)| {
                    beside.settled.iter().filter_map(|one| one.of.as_ref().map(|of| (*rule, one, of)))
                });
                let kept: Vec<_> = kept.collect();
                if !kept.is_empty() {
                    let _ = writeln!(areas, "            // {}", plain(&remarks.kept()));
                    let _ = writeln!(
                        areas,
                        "            (\n                scheme: {scheme:?}, care: Inpatient,\n                figures: ["
                    );
                    for (rule, one, of) in kept {
                        figure(&mut areas, &kept_said(rule, one, of), &plain(&remarks.rule(rule)));
                    }
                    areas.push_str("                ],\n            ),\n");
                }
            }
            areas.push_str("        ],\n");
        }
        let mut out = String::new();
        for line in remarks.heading() {
            let _ = writeln!(out, "// {}", plain(&line));
        }
        let _ = writeln!(out, "(\n    name: {},\n    date: \"{}\",", quoted(&self.name), self.date);
        let _ = writeln!(out, "    sources: {{\n{sources}    }},\n    areas: {{\n{areas}    }},");
        if !gone.is_empty() {
            out.push_str("    remove: [\n");
            for id in &gone {
                let _ = writeln!(out, "        {},", quoted(id));
            }
            out.push_str("    ],\n");
        }
        out.push_str(")\n");
        Ok(out)
    }
}

/// A remark in one line.
fn plain(remark: &str) -> String {
    remark.replace(char::is_control, " ")
}

impl OwnSource {
    fn spelled(&self, code: u32) -> String {
        let mut parts = vec![
            format!("title: {}", quoted(&self.title)),
            format!("publisher: {}", quoted(&self.publisher)),
        ];
        parts.extend(self.number.as_ref().map(|number| format!("number: {}", quoted(number))));
        parts.extend(self.date.as_ref().map(|date| format!("date: {}", quoted(date))));
        parts.push(format!("checked: \"{}\"", self.checked));
        format!("\"{}\": ({})", source_name(code), parts.join(", "))
    }
}

/// What the source of an area's own rules is called.
fn source_name(code: u32) -> String {
    format!("OWN-{code}")
}

impl OwnArea {
    /// The id that a rule's figure has.
    pub fn id(&self, rule: Rule) -> String {
        let from = self.from.map_or_else(String::new, |from| format!("@{from}"));
        format!("{}/{}{}{from}", self.area.get().code, rule.item.key(), rule.selectors())
    }

    fn open_group(&self, out: &mut String, scheme: Scheme) {
        let source = source_name(self.area.get().code);
        let _ = writeln!(
            out,
            "            (\n                scheme: {scheme:?}, care: Inpatient, sources: [\"{source}\"], grade: {:?},",
            Grade::Reported
        );
        if let Some(from) = self.from {
            let _ = writeln!(out, "                from: \"{from}\",");
        }
        if let Some(Verified { by, on }) = &self.verified {
            let _ = writeln!(out, "                verified: (by: {}, on: \"{on}\"),", quoted(by));
        }
        out.push_str("                figures: [\n");
    }
}

fn rule_selectors(rule: Rule) -> String {
    // What the reader adds to adults is not written.
    let own = rule.selectors();
    let statuses = rule.status.into_iter().collect();
    selectors(&crate::policy::Selectors { statuses, ..own })
}

fn figure_said(selectors: &str, value: &str) -> String {
    format!("{selectors}{value}")
}

fn settled_said(rule: Rule, one: &Settled) -> String {
    format!("{}{}", selectors(&one.selectors), value(rule.item, &one.value))
}

fn kept_said(rule: Rule, one: &Settled, of: &Figure) -> String {
    let sources: Vec<String> = of.sources.iter().map(|name| quoted(name)).collect();
    let mut said = settled_said(rule, one);
    if let Some(from) = one.from {
        let _ = write!(said, ", from: \"{from}\"");
    }
    if let Some(until) = of.until {
        let _ = write!(said, ", until: \"{until}\"");
    }
    let _ = write!(said, ", sources: [{}], grade: {:?}", sources.join(", "), of.grade);
    if let Some(remark) = &of.remark {
        let _ = write!(said, ", remark: (zh: {}, en: {})", quoted(&remark.zh), quoted(&remark.en));
    }
    said
}

fn figure(out: &mut String, said: &str, remark: &str) {
    let _ = writeln!(out, "                    ({said}), // {remark}");
}

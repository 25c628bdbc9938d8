//! What an item of the checklist says, line by line, for screen and paper alike.

use super::{Lang, Text};
use yidi_core::case::Case;
use yidi_core::checklist::{
    Anchor, Channel, Checklist, Deadline, Due, DueBy, Limit, ListFinding, ListFlaw, ListProgress, Paper,
    Phase, Todo, hotline,
};
use yidi_core::places::Place;
use yidi_core::policy::{Care, Grade, Source, Words};

/// What a line of an item is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemPart {
    /// What to do, in Chinese, to be shown where it is done.
    Chinese,
    /// By when.
    By,
    /// That this is over, and what can still be done.
    Late,
    /// What to bring.
    Papers,
    /// Where.
    Channels,
    /// What to say there.
    Say,
    /// What else to know.
    Note,
    /// What other statements there are.
    Disputed,
    /// Why it applies, and who says so.
    Why,
}

/// What a deadline is read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// Read at once: the days left are told.
    Screen,
    /// Kept and read again: days left would soon be wrong.
    Paper,
}

impl Text {
    /// A phase of the checklist; a visit without a stay has no admission.
    pub fn phase(&self, phase: Phase, care: Care) -> String {
        match (phase, care) {
            (Phase::BeforeLeaving, _) => self.phase_before_leaving(),
            (Phase::OnAdmission, Care::Inpatient) => self.phase_on_admission(),
            (Phase::OnAdmission, _) => self.phase_on_visit(),
            (Phase::BeforeDischarge, Care::Inpatient) => self.phase_before_discharge(),
            (Phase::BeforeDischarge, _) => self.phase_before_settlement(),
            (Phase::AfterDischarge, Care::Inpatient) => self.phase_after_discharge(),
            (Phase::AfterDischarge, _) => self.phase_after_settlement(),
        }
    }

    /// Where a thing can be done, for people insured in a place whose province
    /// has these entries.
    pub fn channel(&self, channel: Channel, insured: Place, entries: &[Words]) -> String {
        match channel {
            Channel::NationalApp => self.channel_national_app(),
            Channel::NationalMiniProgram => self.channel_national_mini_program(),
            Channel::StateCouncil => self.channel_state_council(),
            Channel::ProvinceEntry if entries.is_empty() => self.channel_province_entry_unknown(),
            Channel::ProvinceEntry => {
                let entries: Vec<&str> = entries.iter().map(|entry| self.words(entry)).collect();
                self.channel_province_entry(entries.join(&self.alternative()))
            }
            Channel::Window => self.channel_window(),
            Channel::Hotline => self.channel_hotline(hotline(insured)),
            Channel::Hospital => self.channel_hospital(),
        }
    }

    /// A paper, what may stand for it, and when that is not enough.
    pub fn paper(&self, paper: &Paper) -> String {
        let words = std::iter::once(&paper.is).chain(&paper.or);
        let choice = words.map(|words| self.words(words)).collect::<Vec<_>>().join(&self.alternative());
        match &paper.note {
            Some(note) => self.with_note(choice, self.words(note)),
            None => choice,
        }
    }

    fn event(&self, anchor: Anchor, care: Care) -> String {
        match (anchor, care) {
            (Anchor::Admission, Care::Inpatient) => self.event_admission(),
            (Anchor::Discharge, Care::Inpatient) => self.event_discharge(),
            (Anchor::Admission | Anchor::Discharge, _) => self.event_visit(),
            (Anchor::Filing, _) => self.event_filing(),
            (Anchor::HandIn, _) => self.event_hand_in(),
        }
    }

    /// The rule of a limit, in words.
    pub fn limit(&self, limit: Limit, care: Care) -> String {
        match limit {
            Limit::Leaving => self.limit_leaving(),
            Limit::Settlement if care == Care::Inpatient => self.limit_settlement(),
            Limit::Settlement => self.limit_settlement_visit(),
            Limit::Days { count, after } => self.limit_days(self.event(after, care), u64::from(count)),
            Limit::WorkingDays { count, after } => {
                self.limit_working_days(self.event(after, care), u64::from(count))
            }
            Limit::NextYear { until, .. } => {
                self.limit_next_year(i64::from(until.month), i64::from(until.day))
            }
        }
    }

    /// The rule with its day, where the day is known, and the days left.
    pub fn due(&self, limit: Limit, due: Due, case: &Case, medium: Medium) -> String {
        let rule = self.limit(limit, case.care);
        let dated = match (due, medium) {
            (Due::Undated, _) => return rule,
            (Due::Open { date, .. }, Medium::Paper) => self.due_on(rule, self.date(date)),
            (Due::Past { date, .. }, Medium::Paper) => self.due_over(rule, self.date(date)),
            (Due::Open { date, left: 0 }, _) => self.due_today(rule, self.date(date)),
            (Due::Open { date, left }, _) => self.due_left(rule, self.date(date), i64::from(left)),
            (Due::Past { date, over }, _) => self.due_past(rule, self.date(date), i64::from(over)),
        };
        match due.date() {
            Some(day) if limit.beyond_notices(case) => self.due_beyond_notices(dated, day.year().to_string()),
            _ => dated,
        }
    }

    /// By when, in a sentence.
    pub fn due_by(&self, by: &DueBy, case: &Case, medium: Medium) -> String {
        let due = self.due(by.deadline.limit(), by.due, case, medium);
        match by.deadline {
            Deadline::Known(_) => self.checklist_by(due),
            Deadline::Unknown { .. } if by.also_seen.is_empty() => self.checklist_by_unknown(due),
            Deadline::Unknown { .. } => {
                let seen = by.also_seen.iter().map(|(limit, due)| self.due(*limit, *due, case, medium));
                self.checklist_by_seen(due, self.list(seen))
            }
        }
    }

    /// Everything an item says beside its task, in the order of use.
    pub fn todo(
        &self,
        todo: &Todo,
        checklist: &Checklist,
        case: &Case,
        medium: Medium,
    ) -> Vec<(ItemPart, String)> {
        let mut lines = Vec::new();
        if self.needs_chinese(&todo.task) {
            lines.push((ItemPart::Chinese, self.checklist_in_chinese(&todo.task.zh)));
        }
        if let Some(by) = &todo.by {
            lines.push((ItemPart::By, self.due_by(by, case, medium)));
            if let (true, Some(words)) = (todo.is_late(), &todo.if_late) {
                let late = match by.deadline {
                    Deadline::Known(_) => self.checklist_late(self.words(words)),
                    Deadline::Unknown { .. } => self.checklist_late_safe(self.words(words)),
                };
                lines.push((ItemPart::Late, late));
            }
        }
        if !todo.papers.is_empty() {
            let papers = todo.papers.iter().map(|paper| self.paper(paper));
            lines.push((ItemPart::Papers, self.checklist_papers(self.list(papers))));
        }
        if !todo.channels.is_empty() {
            let channels = todo.channels.iter();
            let channels = channels.map(|channel| self.channel(*channel, case.insured, &checklist.entries));
            lines.push((ItemPart::Channels, self.checklist_channels(self.list(channels))));
        }
        if let Some(words) = &todo.say {
            lines.push((ItemPart::Say, self.checklist_say(self.words(words))));
            if self.needs_chinese(words) {
                lines.push((ItemPart::Say, self.checklist_say_in_chinese(&words.zh)));
            }
        }
        lines.extend(todo.notes.iter().map(|words| (ItemPart::Note, self.checklist_note(self.words(words)))));
        let disputed = |words| (ItemPart::Disputed, self.checklist_disputed(self.words(words)));
        lines.extend(todo.disputed.iter().map(disputed));
        let who = self.who_says(todo, checklist);
        lines.push((ItemPart::Why, self.checklist_why(self.words(&todo.why), who)));
        lines
    }

    /// Whether a text is to be shown in Chinese as well: at the counter nobody
    /// reads another language.
    fn needs_chinese(&self, words: &Words) -> bool {
        self.lang() != Lang::Zh && self.words(words) != words.zh
    }

    /// How sure an item is, by its best grade, and who says so first: ids of
    /// sources are for the grounds.
    fn who_says(&self, todo: &Todo, checklist: &Checklist) -> String {
        let mut publishers: Vec<&str> = Vec::new();
        for source in todo.sources.iter().filter_map(|name| checklist.sources.get(name)) {
            let publisher = self.publisher_short(source);
            if !publishers.contains(&publisher) {
                publishers.push(publisher);
            }
        }
        let grade = match todo.grade {
            // Several that nobody found to agree are not one.
            Grade::Reported if publishers.len() > 1 => self.grade_reported_by_several(),
            grade => self.grade(grade),
        };
        match publishers[..] {
            [] => grade,
            [only] => self.said_by(grade, only),
            [first, ..] => {
                self.said_by_several(grade, first, u64::try_from(publishers.len()).unwrap_or(u64::MAX))
            }
        }
    }

    /// The publisher of a source in short: the first of several, without what is added.
    fn publisher_short<'s>(&self, source: &'s Source) -> &'s str {
        let whole = self.words(&source.publisher);
        let ends = ["、", "（", " (", " and ", "，", ", "];
        let end = ends.iter().filter_map(|end| whole.find(end)).min().unwrap_or(whole.len());
        &whole[..end]
    }

    /// A finding of the check of the checklist's data with its place, as
    /// compilers write it.
    pub fn item_finding(&self, finding: &ListFinding) -> String {
        let ListFinding { file, line, item, fault } = finding;
        let severity = self.severity(fault.severity());
        let item = item.as_ref().map_or_else(String::new, |id| format!(" {id}"));
        format!("{file}:{line}: {severity}{item}: {}", self.item_fault(fault))
    }

    /// A finding of the check of the checklist's data and the way out.
    pub fn item_fault(&self, fault: &ListFlaw) -> String {
        match fault {
            ListFlaw::SameId { other } => self.item_same_id(u64::try_from(*other).unwrap_or(u64::MAX)),
            ListFlaw::NeverShown => self.item_never_shown(),
            ListFlaw::NoteNeverShown(words) => self.item_note_never_shown(words.clone()),
            ListFlaw::WithoutPapers => self.item_without_papers(),
            ListFlaw::WithoutChannels => self.item_without_channels(),
            ListFlaw::UnknownPaper(name) => self.item_unknown_paper(name.clone()),
            ListFlaw::UnusedPaper(name) => self.item_unused_paper(name.clone()),
            ListFlaw::UnknownItem(id) => self.item_unknown_item(id.clone()),
            ListFlaw::UnknownSource(name) => self.fault_unknown_source(name.clone()),
            ListFlaw::NoSource => self.item_no_source(),
            ListFlaw::NoWayOut => self.item_no_way_out(),
            ListFlaw::NoDeadline => self.item_no_deadline(),
            ListFlaw::PastByConstruction => self.item_past_by_construction(),
            ListFlaw::Text(fault) => self.words_fault(*fault),
        }
    }

    /// How much is left to do.
    pub fn progress(&self, progress: ListProgress) -> String {
        match u64::try_from(progress.left()).unwrap_or(u64::MAX) {
            0 => self.progress_done(),
            left => self.progress_left(left),
        }
    }
}

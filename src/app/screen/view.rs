//! The screen, drawn from the model.
//!
//! ```text
//! 异地  第 3 步 / 共 6 步  险种与身份          title
//! 鞍山市 → 北京市                              answers (from 100 columns: a list at the left)
//! ──────────────────────────────────────────
//! 参加的是哪种医保？                           question
//!
//!  > 1 职工在职                                body
//!    2 职工退休
//!                                     1 / 5   notice or position
//! Enter 继续  Esc 上一步  ? 帮助               footer
//! ```

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bindings::Action;
use super::body::{Body, Caret, FOOT, HEAD, Hit, count};
use super::drawn::Drawn;
use super::head::draw_head;
use super::keys;
use super::model::{Model, Notice, Screen};
use super::overlay::{Overlay, help};
use super::panel::Panel;
use super::pen::Pen;
use super::result::Arranged;
use super::steps::{card, check, choice, place, trip};
use super::table::bindings;
use super::theme::{Meaning, Theme};
use crate::report;
use crate::words::Text;
use crate::words::width::{pad_right, width, wrap};
use yidi_core::answers::Step;
use yidi_core::policy::Routes;

/// Below this the screen only says that it is too small.
const LEAST: (u16, u16) = (60, 20);
/// From this width on the steps and answers stand at the left.
const SIDE_FROM: u16 = 100;
const SIDE_WIDTH: u16 = 34;
/// Rows that a notice takes at most.
const MOST_OF_A_NOTICE: usize = 4;

/// Draws the whole screen; gives what the next event needs to know of it.
pub(super) fn draw(frame: &mut Frame<'_>, model: &Model, text: &Text, theme: &Theme) -> Drawn {
    let area = frame.area();
    let mut whole = Panel::whole(frame, text, theme);
    let mut drawn = Drawn::default();
    if area.width < LEAST.0 || area.height < LEAST.1 {
        draw_too_small(&mut whole);
        return drawn;
    }
    if let Some(row) = model.help {
        let body = help::draw(keys::help_of(model), row, whole.pen);
        let mut upper = whole.part(Rect { height: area.height - FOOT, ..area });
        draw_body(&mut upper, &body, &mut drawn.targets);
        drawn.targets.extend(draw_foot(&mut whole, model, body.position, false));
        return drawn;
    }
    if let Some(Overlay::Leave) = &model.overlay {
        draw_leave(&mut whole, model.would_lose());
        return drawn;
    }
    if let Some(overlay) = model.overlay.as_ref().filter(|overlay| !overlay.is_below()) {
        let body = overlay.draw(whole.pen, model.result.as_ref(), model.today);
        let mut upper = whole.part(Rect { height: area.height - FOOT, ..area });
        drawn.scroll = Some(draw_body(&mut upper, &body, &mut drawn.targets));
        drawn.targets.extend(draw_foot(&mut whole, model, body.position, false));
        return drawn;
    }
    let with_side = area.width >= SIDE_FROM && model.screen != Screen::Result;
    let main = if with_side {
        draw_side(&mut whole.part(Rect { width: SIDE_WIDTH, ..area }), model);
        Rect { x: area.x + SIDE_WIDTH, width: area.width - SIDE_WIDTH, ..area }
    } else {
        area
    };
    draw_main(&mut whole.part(main), model, with_side, &mut drawn);
    drawn
}

/// The question or the result, with what is asked over it.
fn draw_main(panel: &mut Panel<'_, '_>, model: &Model, with_side: bool, drawn: &mut Drawn) {
    let (main, pen) = (panel.area, panel.pen);
    draw_head(panel, model, with_side, &mut drawn.targets);
    let asked = model.overlay.as_ref().map(|overlay| overlay.draw(pen, model.result.as_ref(), model.today));
    // What is asked stands below the result, which stays in view.
    let asked_rows = asked.as_ref().map_or(0, |body| body.lines.len() + 1);
    let rows = usize::from(main.height - HEAD - FOOT).saturating_sub(asked_rows).max(1);
    let body_area = Rect { y: main.y + HEAD, height: u16::try_from(rows).unwrap_or(1), ..main };
    let arranged = match model.result.as_ref().filter(|_| model.screen == Screen::Result) {
        Some(result) => result.arrange(pen, body_area),
        None => arrange_question(model, pen, body_area),
    };
    let (main_area, body) = arranged.main;
    for (area, lines) in arranged.panes {
        draw_pane(panel, body_area, area, lines);
    }
    let rows = usize::from(main_area.height);
    let scroll = draw_body(&mut panel.part(main_area), &body, &mut drawn.targets);
    drawn.scroll = (model.screen == Screen::Result).then_some(scroll);
    if let Some(asked) = asked {
        let top = body_area.y + body_area.height;
        let mut below = panel.part(Rect { y: top, height: main.y + main.height - FOOT - top, ..main });
        below.put(0, pen.rule());
        drawn.targets.clear();
        let area = Rect { y: below.area.y + 1, height: below.area.height - 1, ..below.area };
        draw_body(&mut below.part(area), &asked, &mut drawn.targets);
    }
    let (top, _) = body.top(rows);
    let goes_on = model.screen == Screen::Result && top + rows < body.lines.len();
    drawn.targets.extend(draw_foot(panel, model, body.position, goes_on));
    let told = model.notice.is_some() || model.countdown.is_some();
    if model.screen == Screen::Result && model.overlay.is_none() && body.position.is_none() && !told {
        let shown =
            (body.lines.len() > rows).then_some(((top + rows).min(body.lines.len()), body.lines.len()));
        draw_position(panel, shown, goes_on);
    }
}

/// From this width on a place is told of beside the list.
const CARD_FROM: u16 = 110;
const CARD_WIDTH: u16 = 36;

/// Whether a screen has room for what is told of a place.
pub(super) const fn shows_card(size: (u16, u16)) -> bool {
    size.0 >= CARD_FROM
}

/// The question, and beside a list of places the card of the highlighted one.
fn arrange_question(model: &Model, pen: Pen<'_>, area: Rect) -> Arranged {
    let is_list = matches!(model.screen, Screen::Step(Step::Insured | Step::CarePlace));
    let card = model.card.as_ref().filter(|_| is_list && shows_card(model.size));
    let Some(card) = card else {
        return Arranged { main: (area, draw_question(model, pen)), panes: Vec::new() };
    };
    let width = area.width - CARD_WIDTH;
    let main = Rect { width: width - 2, ..area };
    let beside = Rect { x: area.x + width, width: CARD_WIDTH, ..area };
    let lines = card::draw(card, pen.within(usize::from(CARD_WIDTH)));
    let body = draw_question(model, pen.within(usize::from(main.width)));
    Arranged { main: (main, body), panes: vec![(beside, lines)] }
}

/// Lines that only are read, set apart from what stands beside and above them.
fn draw_pane(panel: &mut Panel<'_, '_>, all: Rect, area: Rect, lines: Vec<Line<'_>>) {
    let theme = panel.pen.theme;
    let rule = theme.style(Meaning::Rule);
    if area.x > all.x {
        for row in 0..area.height {
            let cell = Rect { x: area.x - 2, y: area.y + row, width: 1, height: 1 };
            panel.part(cell).put(0, Line::styled(theme.glyphs.side, rule));
        }
    }
    if area.y > all.y {
        let x = area.x.saturating_sub(2).max(all.x);
        let line = Rect { x, y: area.y - 1, width: area.x + area.width - x, height: 1 };
        panel.part(line).put(0, Line::styled(theme.glyphs.rule.repeat(usize::from(line.width)), rule));
    }
    let (all, rows) = (lines.len(), usize::from(area.height));
    let mut part = panel.part(area);
    for (line, row) in lines.into_iter().zip(0..area.height) {
        part.put(row, line);
    }
    if all > rows {
        part.put(area.height - 1, Line::raw(format!(" {}", theme.glyphs.more)));
    }
}

/// The question.
fn draw_question(model: &Model, pen: Pen<'_>) -> Body {
    match model.screen {
        Screen::Step(step @ (Step::Insured | Step::CarePlace)) => {
            let is_first = step == Step::Insured && !model.has_answers();
            let cleared = || if model.is_locked { pen.text.first_locked() } else { pen.text.first_offline() };
            let intro = if is_first { vec![pen.text.first_what(), cleared()] } else { Vec::new() };
            place::draw(model.picker(step), &intro, pen, model.page())
        }
        Screen::Step(Step::Status) => choice::draw_status(model.status_row, pen),
        Screen::Step(Step::Tier) => choice::draw_tier(model.tier_row, pen),
        Screen::Step(Step::Trip) => trip::draw(&model.trip, &model.draft, pen, model.today),
        Screen::Step(Step::Check) => check::draw(&model.draft, model.check_row, pen, model.today),
        Screen::Result => Body::default(),
    }
}

/// From 100 columns on: every step, its answer, and where you are.
fn draw_side(panel: &mut Panel<'_, '_>, model: &Model) {
    let (area, Pen { text, theme, .. }) = (panel.area, panel.pen);
    let title = theme.style(Meaning::Title);
    panel.put(0, Line::styled(format!(" {}", text.app_name()), title));
    let mut row = 2;
    for step in Step::ALL {
        let here = model.screen == Screen::Step(step);
        let mark = if here { ">" } else { " " };
        let style = theme.style(if here { Meaning::Title } else { Meaning::Plain });
        panel.put(row, Line::styled(format!(" {mark} {}", text.step(step)), style));
        row += 1;
        for answer in side_answers(step, model, text) {
            for part in wrap(&answer, usize::from(area.width) - 8, 0) {
                panel.put(row, Line::styled(format!("   {part}"), theme.style(Meaning::Input)));
                row += 1;
            }
        }
        row += 1;
    }
    for row in 0..area.height {
        let cell = Rect { x: area.x + area.width - 2, y: area.y + row, width: 1, height: 1 };
        panel.part(cell).put(0, Line::styled(theme.glyphs.side, theme.style(Meaning::Rule)));
    }
}

fn side_answers(step: Step, model: &Model, text: &Text) -> Vec<String> {
    use yidi_core::case::Field;
    if step == Step::Trip && !model.draft.typed(Field::Total).is_empty() {
        let total = text.answer(&model.draft, Field::Total, model.today);
        return total.into_iter().chain([text.visit(model.draft.care, model.draft.disease)]).collect();
    }
    let fields: &[Field] = match step {
        Step::Insured => &[Field::Insured],
        Step::CarePlace => &[Field::CarePlace],
        Step::Status => &[Field::Status],
        Step::Tier => &[Field::Tier],
        Step::Trip | Step::Check => &[],
    };
    fields.iter().filter_map(|field| text.answer(&model.draft, *field, model.today)).collect()
}

/// Draws the lines, scrolled so that what has the focus is in view; says how far
/// it could be scrolled away from there.
fn draw_body(panel: &mut Panel<'_, '_>, body: &Body, targets: &mut Vec<(Rect, Hit)>) -> isize {
    for (line, row) in body.head.iter().zip(0..) {
        panel.put(row, line.clone());
    }
    let area = panel.area;
    let head = u16::try_from(body.head.len()).unwrap_or(u16::MAX).min(area.height);
    let area = Rect { y: area.y + head, height: area.height - head, ..area };
    let mut panel = panel.part(area);
    let rows = usize::from(area.height);
    let (top, scroll) = body.top(rows);
    for (line, row) in body.lines.iter().skip(top).take(rows).zip(0..) {
        panel.put(row, line.clone());
    }
    for (lines, hit) in &body.hits {
        let first = lines.start.max(top);
        let end = lines.end.min(top + rows);
        if first < end {
            // Both are within a screen, which is counted in 16 bits.
            let y = area.y + u16::try_from(first - top).unwrap_or(u16::MAX);
            let height = u16::try_from(end - first).unwrap_or(u16::MAX);
            targets.push((Rect { y, height, ..area }, *hit));
        }
    }
    let caret = body.caret.unwrap_or(Caret { column: 0, line: top });
    let column = u16::try_from(caret.column).unwrap_or(u16::MAX).min(area.width - 1);
    let row = u16::try_from(caret.line.saturating_sub(top)).unwrap_or(u16::MAX).min(area.height - 1);
    panel.caret(column, row);
    scroll
}

/// Where the list stands, and the key that shows what is below.
fn draw_position(panel: &mut Panel<'_, '_>, position: Option<(usize, usize)>, goes_on: bool) {
    let text = panel.pen.text;
    if let Some((at, rows)) = position {
        let shown = text.list_position(count(at), count(rows));
        let shown = if goes_on { format!("{}   {shown}", text.goes_on_below()) } else { shown };
        panel.put(panel.area.height - FOOT, Line::raw(format!("{shown} ")).right_aligned());
    }
}

fn draw_foot(
    panel: &mut Panel<'_, '_>,
    model: &Model,
    position: Option<(usize, usize)>,
    goes_on: bool,
) -> Vec<(Rect, Hit)> {
    let Pen { text, theme, cells } = panel.pen;
    let row = panel.area.height - FOOT;
    let countdown = model.countdown.map(|seconds| text.countdown(seconds));
    let told = countdown.or_else(|| model.notice.as_ref().map(|notice| told(notice, model, text)));
    // What does not fit in its row covers the last rows above it.
    let lines = told.map_or_else(Vec::new, |words| wrap(&words, cells.saturating_sub(2), 0));
    let shown = lines.len().min(MOST_OF_A_NOTICE);
    for (line, row) in lines[..shown].iter().rev().zip((0..=row).rev()) {
        let line = pad_right(&format!(" {line}"), cells);
        panel.put(row, Line::styled(line, theme.style(Meaning::Warning)));
    }
    if lines.is_empty() {
        draw_position(panel, position, goes_on);
    }
    let (line, keys) = footer(model, panel.pen);
    panel.put(row + 1, line);
    let area = panel.area;
    let target = |(cells, action): (Range<usize>, Action)| {
        let [start, end] = [cells.start, cells.end].map(|cell| u16::try_from(cell).unwrap_or(area.width));
        let place = Rect { x: area.x + start, y: area.y + row + 1, width: end - start, height: 1 };
        (place, Hit::Key(action))
    };
    keys.into_iter().map(target).collect()
}

/// A notice in words.
fn told(notice: &Notice, model: &Model, text: &Text) -> String {
    match notice {
        Notice::LeaveAgain => text.leave_again(),
        Notice::BeginAgain => text.begin_again(),
        Notice::NewCase => text.new_case_done(),
        Notice::PickPlace => text.pick_place(),
        Notice::Refused(problem) => text.problem(problem),
        Notice::NoLongerAsked(fields) => {
            text.no_longer_asked(text.list(fields.iter().map(|field| text.field(*field))))
        }
        Notice::Saved(path) => text.print_saved(path.clone()),
        Notice::Changed(change) => text.cost_shift(*change),
        Notice::RuleTold(change) => text.sentence_and(text.cost_shift(*change), text.told_keep()),
        Notice::Moved { from, to, undone, change } => {
            let what = text.list(text.changed_answers(from, to, model.today));
            let said = if *undone { text.took_back(what) } else { text.did_again(what) };
            match change {
                Some(change) => text.sentence_and(said, text.cost_shift(*change)),
                None => said,
            }
        }
        Notice::Pinned(true) => {
            let case =
                model.result.as_ref().map(|result| report::case_line(text, result.case(), Routes::empty()));
            text.pair_pinned_said(case.unwrap_or_default())
        }
        Notice::Pinned(false) => text.pair_released(),
        Notice::NoDays => text.calendar_none(),
        Notice::RulesSaved(told) | Notice::NoForm(told) => told.clone(),
        Notice::NoArea => text.edit_title_none(),
        Notice::Printing => text.print_going(),
        Notice::Printed => text.print_done(),
        Notice::PrinterTrouble(trouble) => trouble.told(text),
        Notice::NotRemembered(why) => text.print_not_remembered(why.as_str()),
        Notice::NothingToShow => text.nothing_to_show(),
        Notice::Copied => text.copy_done(),
        Notice::CopyAgain(Action::CopyList) => text.copy_again("Y"),
        Notice::CopyAgain(_) => text.copy_again("y"),
        Notice::NoClipboard => text.copy_none(),
        Notice::NothingToUndo => text.nothing_to_undo(),
        Notice::NothingUnknown => text.nothing_to_settle(),
        Notice::InsteadOfChinese => text.instead_of_chinese(),
        Notice::Remark(remark) => text.cases_remark(remark),
        Notice::Trouble(trouble) => text.cases_trouble(trouble),
        Notice::NothingToSave => text.nothing_to_save(),
        Notice::CaseSaved(number, over) => text.case_kept(*number, *over),
        Notice::CaseOpened(number) => text.case_opened(number.to_string()),
        Notice::CaseChanged { number, personal, data } => {
            text.case_changed(number.to_string(), text.money_span(*personal), text.date(*data))
        }
        Notice::NextStay(number) => text.next_stay_begun(count(*number)),
        Notice::CaseDeleted(number) => text.case_deleted(number.to_string()),
    }
}

/// The keys that work here, and where each stands; help is always among them,
/// others give way.
fn footer(model: &Model, pen: Pen<'_>) -> (Line<'static>, Vec<(Range<usize>, Action)>) {
    let Pen { text, theme, cells } = pen;
    let context = keys::context(model);
    let help = format!("? {}", text.key_help());
    let mut left = cells.saturating_sub(width(&help) + 3);
    let mut spans = vec![Span::raw(" ")];
    let (mut keys, mut column) = (Vec::new(), 1);
    for binding in bindings(model.is_locked) {
        if !binding.footer || !binding.when.contains(context) || binding.shown == "?" {
            continue;
        }
        let word = (binding.word)(text);
        let needed = width(binding.shown) + 1 + width(&word) + 2;
        if needed > left {
            continue;
        }
        left -= needed;
        // Digits and letters name a row: there is none to click for them here.
        if !matches!(binding.does, Action::Label(_)) {
            keys.push((column..column + needed - 2, binding.does));
        }
        column += needed;
        spans.push(Span::styled(binding.shown, theme.style(Meaning::Key)));
        spans.push(Span::raw(format!(" {word}  ")));
    }
    spans.push(Span::styled("?", theme.style(Meaning::Key)));
    spans.push(Span::raw(format!(" {}", text.key_help())));
    keys.push((column..column + width(&help), Action::Help));
    (Line::from(spans), keys)
}

fn draw_leave(panel: &mut Panel<'_, '_>, would_lose: bool) {
    let (area, Pen { text, theme, .. }) = (panel.area, panel.pen);
    let lines = [
        Line::styled(text.leave_title(), theme.style(Meaning::Title)),
        Line::raw(if would_lose { text.leave_body() } else { String::new() }),
        Line::default(),
        Line::raw(format!("Enter {}    Esc {}", text.key_leave(), text.key_stay())),
    ];
    let area = Rect { x: area.x + 2, y: area.y + area.height / 3, width: area.width - 4, height: 4 };
    let mut middle = panel.part(area);
    for (line, row) in lines.into_iter().zip(0..) {
        middle.put(row, line);
    }
    middle.caret(0, 0);
}

fn draw_too_small(panel: &mut Panel<'_, '_>) {
    let (area, Pen { text, cells, .. }) = (panel.area, panel.pen);
    let words = text.too_small(u64::from(area.width), u64::from(area.height));
    for (line, row) in wrap(&words, cells.max(6), 0).into_iter().zip(0..area.height) {
        panel.put(row, Line::raw(line));
    }
    panel.caret(0, 0);
}

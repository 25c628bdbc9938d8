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

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::body::{Body, Caret, Hit, count};
use super::head::draw_head;
use super::keys;
use super::model::{Model, Notice, Overlay, Screen};
use super::overlay::{ask, cases, express, help, offer, palette, print, qr, save, slip};
use super::result::ResultState;
use super::steps::{check, choice, place, trip};
use super::table::TABLE;
use super::theme::{Meaning, Theme};
use crate::words::Text;
use crate::words::width::{pad_right, width, wrap};
use yidi_core::answers::Step;

/// Below this the screen only says that it is too small.
const LEAST: (u16, u16) = (60, 20);
/// From this width on the steps and answers stand at the left.
const SIDE_FROM: u16 = 100;
const SIDE_WIDTH: u16 = 34;
/// Rows above the body: title, answers, rule, question, blank.
const HEAD: u16 = 5;
/// Rows below the body: notice, footer.
const FOOT: u16 = 2;
/// Rows that a notice takes at most.
const MOST_OF_A_NOTICE: usize = 4;

/// What drawing found out: where a click means what, and where scrolling ended.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    targets: Vec<(Rect, Hit)>,
    scroll: Option<isize>,
    help: Option<isize>,
}

impl Drawn {
    /// Tells the model.
    pub(super) fn tell(self, model: &mut Model) {
        model.targets = self.targets;
        match (self.scroll, &mut model.overlay, &mut model.result) {
            (Some(scroll), Some(Overlay::Slip(form)), _) => form.scrolled(scroll),
            (Some(scroll), None | Some(Overlay::Ask(_) | Overlay::Save(_)), Some(result)) => {
                result.scrolled(scroll);
            }
            _ => {}
        }
        if model.help.is_some() {
            model.help = self.help;
        }
    }
}

/// Draws the whole screen.
pub(super) fn draw(frame: &mut Frame<'_>, model: &Model, text: &Text, theme: &Theme) -> Drawn {
    let area = frame.area();
    let mut drawn = Drawn::default();
    if area.width < LEAST.0 || area.height < LEAST.1 {
        draw_too_small(frame, area, text);
        return drawn;
    }
    if let Some(scroll) = model.help {
        let cells = usize::from(area.width);
        let body = Body { scroll, ..help::draw(keys::context_below(model), text, theme, cells) };
        drawn.help = Some(draw_body(frame, area, &body, &mut drawn.targets));
        return drawn;
    }
    if let Some(Overlay::Leave) = &model.overlay {
        draw_leave(frame, area, model.would_lose(), text, theme);
        return drawn;
    }
    if let Some(body) = covering(model, text, theme, usize::from(area.width)) {
        let upper = Rect { height: area.height - FOOT, ..area };
        drawn.scroll = Some(draw_body(frame, upper, &body, &mut drawn.targets));
        draw_foot(frame, area, model, &body, false, text, theme);
        return drawn;
    }
    let with_side = area.width >= SIDE_FROM && model.screen != Screen::Result;
    let main = if with_side {
        let side = Rect { width: SIDE_WIDTH, ..area };
        draw_side(frame, side, model, text, theme);
        Rect { x: area.x + SIDE_WIDTH, width: area.width - SIDE_WIDTH, ..area }
    } else {
        area
    };
    draw_head(frame, main, model, text, theme, with_side, &mut drawn.targets);
    let cells = usize::from(main.width);
    let asked = match &model.overlay {
        Some(Overlay::Ask(ask)) => Some(ask::draw(ask, text, theme, cells)),
        Some(Overlay::Save(save)) => Some(save::draw(save, text, theme)),
        _ => None,
    };
    // What is asked stands below the result, which stays in view.
    let asked_rows = asked.as_ref().map_or(0, |body| body.lines.len() + 1);
    let rows = usize::from(main.height - HEAD - FOOT).saturating_sub(asked_rows).max(1);
    let body_area = Rect { y: main.y + HEAD, height: u16::try_from(rows).unwrap_or(1), ..main };
    let body = draw_question(model, text, theme, cells);
    let scroll = draw_body(frame, body_area, &body, &mut drawn.targets);
    drawn.scroll = (model.screen == Screen::Result).then_some(scroll);
    if let Some(asked) = asked {
        let top = body_area.y + body_area.height;
        let area = Rect { y: top, height: main.y + main.height - FOOT - top, ..main };
        put(frame, area, 0, Line::styled(theme.glyphs.rule.repeat(cells), theme.style(Meaning::Rule)));
        drawn.targets.clear();
        let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
        draw_body(frame, below, &asked, &mut drawn.targets);
    }
    let (top, _) = body.top(rows);
    let goes_on = model.screen == Screen::Result && top + rows < body.lines.len();
    draw_foot(frame, main, model, &body, goes_on, text, theme);
    let told = model.notice.is_some() || model.countdown.is_some();
    if model.screen == Screen::Result && model.overlay.is_none() && body.position.is_none() && !told {
        let shown =
            (body.lines.len() > rows).then_some(((top + rows).min(body.lines.len()), body.lines.len()));
        draw_position(frame, main, shown, goes_on, text);
    }
    drawn
}

/// What covers the whole screen, where something does.
fn covering(model: &Model, text: &Text, theme: &Theme, cells: usize) -> Option<Body> {
    Some(match model.overlay.as_ref()? {
        Overlay::Palette(palette) => palette::draw(palette, text, theme, cells),
        Overlay::Express(line) => express::draw(line, text, theme, cells, model.today),
        Overlay::Print(print) => print::draw(print, text, theme, cells),
        Overlay::Qr(service) => qr::draw(service.as_ref(), text, theme, cells),
        Overlay::Slip(form) => {
            let estimate = model.result.as_ref().and_then(ResultState::estimate);
            slip::draw(form, estimate, text, theme, cells)
        }
        Overlay::Cases(list) => cases::draw(list, text, theme, cells),
        Overlay::Offer(offer) => offer::draw(offer, text, theme, cells),
        Overlay::Leave | Overlay::Ask(_) | Overlay::Save(_) => return None,
    })
}

/// The question or the view of the result.
fn draw_question(model: &Model, text: &Text, theme: &Theme, cells: usize) -> Body {
    match model.screen {
        Screen::Step(step @ (Step::Insured | Step::CarePlace)) => {
            let is_first = step == Step::Insured && !model.has_answers();
            place::draw(model.picker(step), is_first, text, theme, model.page(), cells)
        }
        Screen::Step(Step::Status) => choice::draw_status(model.status_row, text, theme, cells),
        Screen::Step(Step::Tier) => choice::draw_tier(model.tier_row, text, theme, cells),
        Screen::Step(Step::Trip) => trip::draw(&model.trip, &model.draft, text, theme, cells, model.today),
        Screen::Step(Step::Check) => check::draw(&model.draft, model.check_row, text, theme, model.today),
        Screen::Result => {
            model.result.as_ref().map_or_else(Body::default, |result| result.draw(text, theme, cells))
        }
    }
}

pub(super) fn put(frame: &mut Frame<'_>, area: Rect, row: u16, line: Line<'_>) {
    let row = Rect { y: area.y + row, height: 1, ..area };
    frame.render_widget(line, row);
}

/// From 100 columns on: every step, its answer, and where you are.
fn draw_side(frame: &mut Frame<'_>, area: Rect, model: &Model, text: &Text, theme: &Theme) {
    let title = theme.style(Meaning::Title);
    put(frame, area, 0, Line::styled(format!(" {}", text.app_name()), title));
    let mut row = 2;
    for step in Step::ALL {
        let here = model.screen == Screen::Step(step);
        let mark = if here { ">" } else { " " };
        let style = theme.style(if here { Meaning::Title } else { Meaning::Plain });
        put(frame, area, row, Line::styled(format!(" {mark} {}", text.step(step)), style));
        row += 1;
        for answer in side_answers(step, model, text) {
            for part in wrap(&answer, usize::from(area.width) - 8, 0) {
                put(frame, area, row, Line::styled(format!("   {part}"), theme.style(Meaning::Input)));
                row += 1;
            }
        }
        row += 1;
    }
    for row in 0..area.height {
        let cell = Rect { x: area.x + area.width - 2, y: area.y + row, width: 1, height: 1 };
        frame.render_widget(Line::styled(theme.glyphs.side, theme.style(Meaning::Rule)), cell);
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
fn draw_body(frame: &mut Frame<'_>, area: Rect, body: &Body, targets: &mut Vec<(Rect, Hit)>) -> isize {
    for (line, row) in body.head.iter().zip(0..) {
        put(frame, area, row, line.clone());
    }
    let head = u16::try_from(body.head.len()).unwrap_or(u16::MAX).min(area.height);
    let area = Rect { y: area.y + head, height: area.height - head, ..area };
    let rows = usize::from(area.height);
    let (top, scroll) = body.top(rows);
    for (line, row) in body.lines.iter().skip(top).take(rows).zip(0..) {
        put(frame, area, row, line.clone());
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
    frame.set_cursor_position(Position::new(area.x + column, area.y + row));
    scroll
}

/// Where the list stands, and the key that shows what is below.
fn draw_position(
    frame: &mut Frame<'_>,
    area: Rect,
    position: Option<(usize, usize)>,
    goes_on: bool,
    text: &Text,
) {
    if let Some((place, rows)) = position {
        let shown = text.list_position(count(place), count(rows));
        let shown = if goes_on { format!("{}   {shown}", text.goes_on_below()) } else { shown };
        put(frame, area, area.height - FOOT, Line::raw(format!("{shown} ")).right_aligned());
    }
}

#[allow(clippy::too_many_arguments)]
fn draw_foot(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    body: &Body,
    goes_on: bool,
    text: &Text,
    theme: &Theme,
) {
    let row = area.height - FOOT;
    let countdown = model.countdown.map(|seconds| text.countdown(seconds));
    let told = countdown.or_else(|| model.notice.as_ref().map(|notice| told(notice, text)));
    // What does not fit in its row covers the last rows above it.
    let cells = usize::from(area.width);
    let lines = told.map_or_else(Vec::new, |words| wrap(&words, cells.saturating_sub(2), 0));
    let shown = lines.len().min(MOST_OF_A_NOTICE);
    for (line, row) in lines[..shown].iter().rev().zip((0..=row).rev()) {
        let line = pad_right(&format!(" {line}"), cells);
        put(frame, area, row, Line::styled(line, theme.style(Meaning::Warning)));
    }
    if lines.is_empty() {
        draw_position(frame, area, body.position, goes_on, text);
    }
    put(frame, area, row + 1, footer(model, text, theme, usize::from(area.width)));
}

/// A notice in words.
fn told(notice: &Notice, text: &Text) -> String {
    match notice {
        Notice::LeaveAgain => text.leave_again(),
        Notice::BeginAgain => text.begin_again(),
        Notice::NewCase => text.new_case_done(),
        Notice::Refused(problem) => text.problem(problem),
        Notice::NoLongerAsked(fields) => {
            text.no_longer_asked(text.list(fields.iter().map(|field| text.field(*field))))
        }
        Notice::Saved(path) => text.print_saved(path.clone()),
        Notice::NothingToUndo => text.nothing_to_undo(),
        Notice::InsteadOfChinese => text.instead_of_chinese(),
        Notice::Remark(remark) => text.cases_remark(remark),
        Notice::Trouble(trouble) => text.cases_trouble(trouble),
        Notice::NothingToSave => text.nothing_to_save(),
        Notice::CaseSaved(number, over) => text.case_kept(*number, *over),
        Notice::CaseOpened(number) => text.case_opened(number.to_string()),
        Notice::CaseChanged { number, personal, data } => {
            text.case_changed(number.to_string(), text.money_span(*personal), text.date(*data))
        }
        Notice::CaseDeleted(number) => text.case_deleted(number.to_string()),
    }
}

/// The keys that work here; help is always among them, others give way.
fn footer(model: &Model, text: &Text, theme: &Theme, cells: usize) -> Line<'static> {
    let context = keys::context(model);
    let help = format!("? {}", text.key_help());
    let mut left = cells.saturating_sub(width(&help) + 3);
    let mut spans = vec![Span::raw(" ")];
    for binding in TABLE {
        if !binding.footer || !binding.when.contains(context) || binding.shown == "?" {
            continue;
        }
        let word = (binding.word)(text);
        let needed = width(binding.shown) + 1 + width(&word) + 2;
        if needed > left {
            continue;
        }
        left -= needed;
        spans.push(Span::styled(binding.shown, theme.style(Meaning::Key)));
        spans.push(Span::raw(format!(" {word}  ")));
    }
    spans.push(Span::styled("?", theme.style(Meaning::Key)));
    spans.push(Span::raw(format!(" {}", text.key_help())));
    Line::from(spans)
}

fn draw_leave(frame: &mut Frame<'_>, area: Rect, would_lose: bool, text: &Text, theme: &Theme) {
    let lines = [
        Line::styled(text.leave_title(), theme.style(Meaning::Title)),
        Line::raw(if would_lose { text.leave_body() } else { String::new() }),
        Line::default(),
        Line::raw(format!("Enter {}    Esc {}", text.key_leave(), text.key_stay())),
    ];
    let area = Rect { x: area.x + 2, y: area.y + area.height / 3, width: area.width - 4, height: 4 };
    frame.render_widget(Paragraph::new(lines.to_vec()), area);
    frame.set_cursor_position(Position::new(area.x, area.y));
}

fn draw_too_small(frame: &mut Frame<'_>, area: Rect, text: &Text) {
    let words = text.too_small(u64::from(area.width), u64::from(area.height));
    let lines: Vec<Line<'_>> =
        wrap(&words, usize::from(area.width).max(6), 0).into_iter().map(Line::raw).collect();
    frame.render_widget(Paragraph::new(lines), area);
    frame.set_cursor_position(Position::new(area.x, area.y));
}

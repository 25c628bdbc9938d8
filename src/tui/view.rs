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
use ratatui::widgets::{Clear, Paragraph};

use super::bindings::TABLE;
use super::body::{Body, count};
use super::keys;
use super::model::{Model, Notice, Overlay, Screen};
use super::steps::{check, choice, place, trip};
use super::theme::{Meaning, Theme};
use crate::text::Text;
use crate::text::width::{pad_right, width, wrap};
use crate::wizard::Step;

/// Below this the screen only says that it is too small.
const LEAST: (u16, u16) = (60, 20);
/// From this width on the steps and answers stand at the left.
const SIDE_FROM: u16 = 100;
const SIDE_WIDTH: u16 = 34;
/// Rows above the body: title, answers, rule, question, blank.
const HEAD: u16 = 5;
/// Rows below the body: notice, footer.
const FOOT: u16 = 2;

/// Draws the whole screen.
pub(super) fn draw(frame: &mut Frame<'_>, model: &Model, text: &Text, theme: &Theme) {
    let area = frame.area();
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return draw_too_small(frame, area, text);
    }
    match model.overlay {
        Some(Overlay::Help) => return draw_help(frame, area, model, text, theme),
        Some(Overlay::Leave) => return draw_leave(frame, area, text, theme),
        None => {}
    }
    let with_side = area.width >= SIDE_FROM && model.screen != Screen::Result;
    let main = if with_side {
        let side = Rect { width: SIDE_WIDTH, ..area };
        draw_side(frame, side, model, text, theme);
        Rect { x: area.x + SIDE_WIDTH, width: area.width - SIDE_WIDTH, ..area }
    } else {
        area
    };
    draw_head(frame, main, model, text, theme, with_side);
    let body_area = Rect { y: main.y + HEAD, height: main.height - HEAD - FOOT, ..main };
    let cells = usize::from(main.width);
    let body = match model.screen {
        Screen::Step(step @ (Step::Insured | Step::CarePlace)) => {
            place::draw(model.picker(step), text, theme, model.page(), cells)
        }
        Screen::Step(Step::Status) => choice::draw_status(model.status_row, text, theme, cells),
        Screen::Step(Step::Tier) => choice::draw_tier(model.tier_row, text, theme, cells),
        Screen::Step(Step::Trip) => trip::draw(&model.trip, &model.draft, text, theme, cells),
        Screen::Step(Step::Check) => check::draw(&model.draft, model.check_row, text, theme, model.today),
        Screen::Result => model.result.as_ref().map_or_else(
            || Body { lines: Vec::new(), caret: None, position: None },
            |result| result.draw(text, theme, cells, usize::from(body_area.height)),
        ),
    };
    draw_body(frame, body_area, &body);
    draw_foot(frame, main, model, &body, text, theme);
}

fn put(frame: &mut Frame<'_>, area: Rect, row: u16, line: Line<'_>) {
    let row = Rect { y: area.y + row, height: 1, ..area };
    frame.render_widget(line, row);
}

fn draw_head(frame: &mut Frame<'_>, area: Rect, model: &Model, text: &Text, theme: &Theme, with_side: bool) {
    let title = theme.style(Meaning::Title);
    let (heading, question) = match model.screen {
        Screen::Step(step) => {
            let of = text.step_of(count(step.number()), count(Step::ALL.len()));
            (format!("{of}  {}", text.step(step)), text.question(step))
        }
        Screen::Result => (text.result_title(), String::new()),
    };
    put(
        frame,
        area,
        0,
        Line::from(vec![Span::styled(format!(" {}  ", text.app_name()), title), Span::raw(heading)]),
    );
    if !with_side {
        put(frame, area, 1, Line::raw(format!(" {}", answers_line(model, text, theme, area.width))));
    }
    let rule = match &model.data_warning {
        Some(warning) => Line::styled(format!(" {warning}"), theme.style(Meaning::Warning)),
        None => Line::styled(theme.glyphs.rule.repeat(usize::from(area.width)), theme.style(Meaning::Rule)),
    };
    put(frame, area, 2, rule);
    match &model.result {
        Some(result) if model.screen == Screen::Result => put(frame, area, 3, result.tabs(text, theme)),
        _ => put(frame, area, 3, Line::styled(format!(" {question}"), title)),
    }
}

/// The answers so far in one line, the first ones first; what does not fit is left out.
fn answers_line(model: &Model, text: &Text, theme: &Theme, cells: u16) -> String {
    let draft = &model.draft;
    let mut parts = Vec::new();
    match (draft.insured, draft.care_place) {
        (Some(from), Some(to)) => {
            parts.push(format!("{} {} {}", from.name(), theme.glyphs.arrow, to.name()));
        }
        (Some(from), None) => parts.push(from.name().to_owned()),
        (None, _) => {}
    }
    let done = matches!(model.screen, Screen::Result | Screen::Step(Step::Check));
    if let Some(result) = model.result.as_ref().filter(|_| model.screen == Screen::Result) {
        parts.push(result.routes(text));
    }
    if done {
        parts.extend(check::answer(draft, crate::case::Field::Total, text, model.today));
    }
    parts.extend(draft.status.map(|status| text.status(status)));
    parts.extend(draft.tier.map(|tier| text.tier(tier)));
    let mut line = String::new();
    for part in parts {
        let longer = if line.is_empty() { part } else { format!("{line}  {part}") };
        if width(&longer) + 2 > usize::from(cells) {
            break;
        }
        line = longer;
    }
    line
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
    use crate::case::Field;
    let fields: &[Field] = match step {
        Step::Insured => &[Field::Insured],
        Step::CarePlace => &[Field::CarePlace],
        Step::Status => &[Field::Status],
        Step::Tier => &[Field::Tier],
        Step::Trip => &[Field::Total],
        Step::Check => &[],
    };
    fields.iter().filter_map(|field| check::answer(&model.draft, *field, text, model.today)).collect()
}

/// Draws the lines, scrolled so that the caret is in view.
fn draw_body(frame: &mut Frame<'_>, area: Rect, body: &Body) {
    let rows = usize::from(area.height);
    let below = body.caret.map_or(0, |caret| (caret.line + 3).saturating_sub(rows));
    let top = below.min(body.lines.len().saturating_sub(rows));
    for (line, row) in body.lines.iter().skip(top).take(rows).zip(0..) {
        put(frame, area, row, line.clone());
    }
    if let Some(caret) = body.caret {
        // Both are within a screen, which is counted in 16 bits.
        let column = u16::try_from(caret.column).unwrap_or(u16::MAX).min(area.width - 1);
        let row = u16::try_from(caret.line - top.min(caret.line)).unwrap_or(u16::MAX);
        frame.set_cursor_position(Position::new(area.x + column, area.y + row.min(area.height - 1)));
    } else {
        frame.set_cursor_position(Position::new(area.x, area.y));
    }
}

fn draw_foot(frame: &mut Frame<'_>, area: Rect, model: &Model, body: &Body, text: &Text, theme: &Theme) {
    let row = area.height - FOOT;
    if let Some(notice) = model.notice {
        let words = match notice {
            Notice::LeaveAgain => text.leave_again(),
            Notice::NewCase => text.new_case_done(),
        };
        put(frame, area, row, Line::styled(format!(" {words}"), theme.style(Meaning::Warning)));
    } else if let Some((place, rows)) = body.position {
        let shown = text.list_position(count(place), count(rows));
        put(frame, area, row, Line::raw(format!("{shown} ")).right_aligned());
    }
    put(frame, area, row + 1, footer(model, text, theme, usize::from(area.width)));
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

fn draw_help(frame: &mut Frame<'_>, area: Rect, model: &Model, text: &Text, theme: &Theme) {
    let context = keys::context_below(model);
    frame.render_widget(Clear, area);
    put(frame, area, 0, Line::styled(format!(" {}", text.help_title()), theme.style(Meaning::Title)));
    let bindings = TABLE.iter().filter(|binding| binding.when.contains(context));
    let mut row = 2;
    for binding in bindings.take(usize::from(area.height.saturating_sub(5))) {
        put(
            frame,
            area,
            row,
            Line::from(vec![
                Span::styled(pad_right(&format!("   {}", binding.shown), 16), theme.style(Meaning::Key)),
                Span::raw((binding.word)(text)),
            ]),
        );
        row += 1;
    }
    put(frame, area, row + 1, Line::raw(format!(" {}", text.help_close())));
    frame.set_cursor_position(Position::new(area.x, area.y));
}

fn draw_leave(frame: &mut Frame<'_>, area: Rect, text: &Text, theme: &Theme) {
    let lines = [
        Line::styled(text.leave_title(), theme.style(Meaning::Title)),
        Line::raw(text.leave_body()),
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

//! The floor of `benches/terminal.rs`: the least that a ratatui form of a page
//! does. Called with `form` it draws; `cargo bench` calls it without and it ends.
#![allow(missing_docs)]

use std::io;

use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::{Block, List, ListState, Paragraph, Wrap};

const ROWS: [&str; 32] = [
    "北京市",
    "天津市",
    "河北省",
    "山西省",
    "内蒙古自治区",
    "辽宁省",
    "吉林省",
    "黑龙江省",
    "上海市",
    "江苏省",
    "浙江省",
    "安徽省",
    "福建省",
    "江西省",
    "山东省",
    "河南省",
    "湖北省",
    "湖南省",
    "广东省",
    "广西壮族自治区",
    "海南省",
    "重庆市",
    "四川省",
    "贵州省",
    "云南省",
    "西藏自治区",
    "陕西省",
    "甘肃省",
    "青海省",
    "宁夏回族自治区",
    "新疆维吾尔自治区",
    "兵团",
];
const DETAIL: &str = "住院起付线：三级 880 元，二级 440 元，一级 220 元。统筹支付比例：在职 85%，退休 95%。";

fn main() -> io::Result<()> {
    if std::env::args().nth(1).as_deref() != Some("form") {
        return Ok(());
    }
    let mut terminal = ratatui::init();
    let result = run(&mut terminal);
    ratatui::restore();
    result
}

fn run(terminal: &mut DefaultTerminal) -> io::Result<()> {
    let mut state = ListState::default().with_selected(Some(0));
    loop {
        terminal.draw(|frame| {
            let [head, body, foot] =
                Layout::vertical([Constraint::Length(3), Constraint::Min(3), Constraint::Length(1)])
                    .areas(frame.area());
            let [left, right] =
                Layout::horizontal([Constraint::Percentage(40), Constraint::Percentage(60)]).areas(body);
            let title =
                Paragraph::new("第 2 步 / 共 7 步  选择参保地").block(Block::bordered().title("floor-ready"));
            frame.render_widget(title, head);
            let list = List::new(ROWS.iter().map(|row| Line::raw(*row)))
                .block(Block::bordered().title("参保地"))
                .highlight_style(Style::new().add_modifier(Modifier::REVERSED))
                .highlight_symbol("> ");
            frame.render_stateful_widget(list, left, &mut state);
            let chosen = ROWS[state.selected().unwrap_or(0).min(ROWS.len() - 1)];
            let lines: Vec<Line<'_>> =
                std::iter::once(Line::raw(chosen)).chain((0..8).map(|_| Line::raw(DETAIL))).collect();
            let detail =
                Paragraph::new(lines).wrap(Wrap { trim: false }).block(Block::bordered().title("待遇"));
            frame.render_widget(detail, right);
            frame.render_widget(Paragraph::new("↑↓ 选择  Enter 下一步  q 退出"), foot);
        })?;
        if let Event::Key(key) = event::read()?
            && key.kind == KeyEventKind::Press
        {
            match key.code {
                KeyCode::Char('q') => return Ok(()),
                KeyCode::Down => state.select_next(),
                KeyCode::Up => state.select_previous(),
                _ => {}
            }
        }
    }
}

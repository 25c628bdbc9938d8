//! The hand-out as plain text, at most 80 cells wide.

use super::{AmountTable, Bar, Bars, Block, Document, Section, SheetTodo};
use crate::report::Page;
use crate::words::width::{pad_left, pad_right, width};

/// Cells of a bar.
const BAR: usize = 48;
/// How the shares are drawn: fund, supplement, catastrophic, aid, person.
const SHADES: [&str; 5] = ["=", "+", "*", "%", "#"];

/// The document as text.
pub fn plain_text(document: &Document) -> String {
    let mut page = Page::default();
    page.line(&document.title);
    page.line(&"=".repeat(width(&document.title)));
    page.paragraph(&document.case);
    let names = document.summary.lines.iter().map(|line| width(&line.name)).max().unwrap_or_default();
    if names > 0 {
        page.line("");
    }
    for line in &document.summary.lines {
        page.indented(2, names + 4, &format!("{}  {}", pad_right(&line.name, names), line.says));
    }
    for section in document.notes.iter().chain(&document.sections) {
        draw(&mut page, section);
    }
    heading(&mut page, &document.sources_title);
    for source in &document.sources {
        page.indented(0, 2, &format!("- {}", source.full));
    }
    if !document.words.is_empty() {
        heading(&mut page, &document.words_title);
        for words in &document.words {
            page.indented(0, 2, &format!("- {words}"));
        }
    }
    page.line("");
    page.paragraph(&document.disclaimer);
    page.paragraph(&document.dates);
    if let Some(service) = &document.service {
        page.line("");
        page.paragraph(service.label.trim_end());
        page.line(&format!("  {}", service.address));
    }
    page.text()
}

fn heading(page: &mut Page, words: &str) {
    page.line("");
    page.line(words);
    page.line(&"-".repeat(width(words)));
}

fn draw(page: &mut Page, section: &Section) {
    heading(page, &section.heading);
    for (at, block) in section.blocks.iter().enumerate() {
        match block {
            Block::Heading { text } => {
                if at > 0 {
                    page.line("");
                }
                page.paragraph(text);
            }
            Block::Paragraph { text } | Block::Amount { text } => page.paragraph(text),
            Block::Item { text } => page.indented(0, 2, &format!("- {text}")),
            Block::Todo(todo) => draw_todo(page, todo),
            Block::Bars(bars) => {
                page.line("");
                for line in bar_lines(bars) {
                    page.line(&format!("  {line}"));
                }
                page.line("");
            }
            Block::Table(table) => {
                for line in table_lines(table) {
                    page.line(&format!("  {line}"));
                }
            }
        }
    }
}

fn draw_todo(page: &mut Page, todo: &SheetTodo) {
    page.indented(0, 4, &format!("[{}] {}", if todo.done { "x" } else { " " }, todo.task));
    for words in todo.details.iter().chain(&todo.asides) {
        page.indented(4, 4, words);
    }
}

/// Bars of characters that every printer has, and what they mean.
pub(super) fn bar_lines(bars: &Bars) -> Vec<String> {
    let label = bars.bars.iter().map(|bar| width(&bar.label)).max().unwrap_or_default();
    let gap = if label == 0 { "" } else { "  " };
    let drawn = |bar: &Bar| {
        let (mut before, mut cells) = (0, String::new());
        for share in &bar.shares {
            before += share.permille;
            let end = (before * BAR + 500) / 1000;
            cells.push_str(&SHADES[share.payer.min(4)].repeat(end.saturating_sub(cells.len())));
        }
        format!("{}{gap}[{cells}]", pad_right(&bar.label, label))
    };
    let mut lines: Vec<String> = bars.bars.iter().map(drawn).collect();
    let legend = bars.legend.iter().map(|payer| format!("{} {}", SHADES[payer.payer.min(4)], payer.name));
    lines.push(legend.collect::<Vec<_>>().join("   "));
    lines
}

/// The lines of a table, amounts right-aligned.
pub(super) fn table_lines(table: &AmountTable) -> Vec<String> {
    let label = table.rows.iter().map(|row| width(&row.name)).max().unwrap_or_default();
    let amounts = table.rows.iter().flat_map(|row| &row.amounts).chain(&table.head);
    let column = amounts.map(|amount| width(amount)).max().unwrap_or_default();
    let line = |name: &str, amounts: &[String]| {
        let amounts = amounts.iter().map(|amount| format!("  {}", pad_left(amount, column)));
        format!("{}{}", pad_right(name, label), amounts.collect::<Vec<_>>().concat())
    };
    let mut lines = Vec::new();
    if !table.head.is_empty() {
        lines.push(line("", &table.head));
    }
    lines.extend(table.rows.iter().map(|row| line(&row.name, &row.amounts)));
    lines
}

//! The hand-out as Markdown. Every text is escaped: none can begin a list, a
//! link or a tag.

use super::text::bar_lines;
use super::{AmountTable, Block, Document, Section, SheetTodo};

/// The document as Markdown.
pub fn markdown(document: &Document) -> String {
    let mut out = vec![format!("# {}\n\n{}\n", escaped(&document.title), escaped(&document.case))];
    if !document.summary.lines.is_empty() {
        out.push("\n".to_owned());
    }
    for line in &document.summary.lines {
        out.push(format!("- **{}**  {}\n", escaped(&line.name), escaped(&line.says)));
    }
    for section in document.notes.iter().chain(&document.sections) {
        draw(&mut out, section);
    }
    out.push(format!("\n## {}\n\n", escaped(&document.sources_title)));
    for source in &document.sources {
        out.push(format!("- {}\n", escaped(&source.full)));
    }
    if !document.words.is_empty() {
        out.push(format!("\n## {}\n\n", escaped(&document.words_title)));
        out.extend(document.words.iter().map(|words| format!("- {}\n", escaped(words))));
    }
    out.push(format!("\n**{}**\n\n{}\n", escaped(&document.disclaimer), escaped(&document.dates)));
    if let Some(service) = &document.service {
        out.push(format!("\n{}<{}>\n", escaped(&service.label), service.address));
    }
    out.concat()
}

fn draw(out: &mut Vec<String>, section: &Section) {
    out.push(format!("\n## {}\n", escaped(&section.heading)));
    let mut in_list = false;
    for block in &section.blocks {
        let is_item = matches!(block, Block::Item { .. } | Block::Todo(_));
        if !(is_item && in_list) {
            out.push("\n".to_owned());
        }
        in_list = is_item;
        match block {
            Block::Heading { text } => out.push(format!("### {}\n", escaped(text))),
            Block::Paragraph { text } => out.push(format!("{}\n", escaped(text))),
            Block::Amount { text } => out.push(format!("**{}**\n", escaped(text))),
            Block::Item { text } => out.push(format!("- {}\n", escaped(text))),
            Block::Todo(todo) => draw_todo(out, todo),
            Block::Bars(bars) => {
                out.push(format!("```text\n{}\n```\n", bar_lines(bars).join("\n")));
            }
            Block::Table(table) => draw_table(out, table),
        }
    }
}

fn draw_todo(out: &mut Vec<String>, todo: &SheetTodo) {
    out.push(format!("- [{}] **{}**\n", if todo.done { "x" } else { " " }, escaped(&todo.task)));
    for words in todo.details.iter().chain(&todo.asides) {
        out.push(format!("  - {}\n", escaped(words)));
    }
}

fn draw_table(out: &mut Vec<String>, table: &AmountTable) {
    let columns = table.rows.first().map_or(1, |row| row.amounts.len());
    let head = if table.head.is_empty() { vec![String::new(); columns] } else { table.head.clone() };
    let row = |name: &str, amounts: &[String], strong: bool| {
        let cells = std::iter::once(name).chain(amounts.iter().map(String::as_str));
        let cells = cells.map(|cell| match (cell.is_empty(), strong) {
            (false, true) => format!(" **{}** |", escaped(cell)),
            _ => format!(" {} |", escaped(cell)),
        });
        format!("|{}\n", cells.collect::<Vec<_>>().concat())
    };
    out.push(row("", &head, false));
    out.push(format!("|---|{}\n", "---:|".repeat(columns)));
    for line in &table.rows {
        out.push(row(&line.name, &line.amounts, line.strong));
    }
}

/// The text with everything that Markdown or HTML would take for its own set apart.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '#' | '~' | '$') {
            out.push('\\');
        }
        out.push(c);
    }
    // A list begins with a sign or a number and a blank, a heading ends in a row of signs.
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    let sign = out.as_bytes().get(digits).copied().unwrap_or_default();
    let parted = matches!(out.as_bytes().get(digits + 1), None | Some(b' '));
    let is_list = parted && if digits > 0 { b".)".contains(&sign) } else { b"-+".contains(&sign) };
    let is_rule = digits == 0 && b"-=".contains(&sign) && out.bytes().all(|byte| b"-= ".contains(&byte));
    if is_list || is_rule {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_typed_is_taken_for_markup() {
        for (typed, shown) in [
            ("<b>x</b>", "\\<b\\>x\\</b\\>"),
            ("1. one", "1\\. one"),
            ("- one", "\\- one"),
            ("# [a](b)", "\\# \\[a\\](b)"),
            ("5.00", "5.00"),
            ("-5.00", "-5.00"),
            ("7)", "7\\)"),
            ("---", "\\---"),
            ("a-b 2026-11-22", "a-b 2026-11-22"),
            ("===", "\\==="),
        ] {
            assert_eq!(escaped(typed), shown);
        }
    }
}

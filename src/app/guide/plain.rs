//! Markdown as plain text of lines that fit: headings underlined, code indented,
//! tables in columns, a link to another page as the command that prints it.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::Topic;
use super::table::GuideTable;
use crate::report::Page;
use crate::words::Text;
use crate::words::width::width;

/// Stands for the hyphens of a code while lines are broken: `--tier` stays whole.
const WHOLE_HYPHEN: &str = "\u{2011}";

/// The page as plain text.
pub(super) fn plain(text: &Text, markdown: &str) -> String {
    let mut writer = PlainWriter {
        text,
        page: Page::default(),
        words: String::new(),
        link: String::new(),
        number: None,
        table: GuideTable::default(),
    };
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        writer.take(event);
    }
    writer.page.text().trim_start().replace(WHOLE_HYPHEN, "-")
}

struct PlainWriter<'t> {
    text: &'t Text,
    page: Page,
    /// Of the paragraph, item, cell or code that is being read.
    words: String,
    /// Where the link goes that is being read.
    link: String,
    /// Of the next item of a list that is numbered.
    number: Option<u64>,
    table: GuideTable,
}

impl PlainWriter<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(words) => self.words.push_str(&words),
            Event::Code(code) => self.words.extend(["`", &code.replace('-', WHOLE_HYPHEN), "`"]),
            Event::SoftBreak => self.words.push('\n'),
            Event::Start(Tag::Link { dest_url, .. }) => self.link = dest_url.into_string(),
            Event::Start(Tag::List(number)) => {
                self.page.line("");
                self.number = number;
            }
            Event::Start(Tag::Table(sides)) => self.table = GuideTable::new(sides),
            Event::End(end) => self.end(end),
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Link => {
                if let Some(topic) = self.link.strip_suffix(".md").and_then(Topic::named) {
                    self.words.push_str(&self.text.guide_see(topic.name));
                }
            }
            TagEnd::Heading(level) => {
                let sign = if level == HeadingLevel::H1 { "=" } else { "-" };
                let heading = self.joined();
                self.page.line("");
                self.page.line(&heading);
                self.page.line(&sign.repeat(width(&heading)));
            }
            TagEnd::Paragraph => {
                let words = self.joined();
                self.page.line("");
                self.page.paragraph(&words);
            }
            TagEnd::Item => {
                let sign = self.number.map_or("-".to_owned(), |number| format!("{number}."));
                self.number = self.number.map(|number| number + 1);
                let words = self.joined();
                self.page.indented(2, 3 + sign.len(), &format!("{sign} {words}"));
            }
            TagEnd::CodeBlock => {
                self.page.line("");
                for line in std::mem::take(&mut self.words).lines() {
                    self.page.line(&format!("  {line}"));
                }
            }
            TagEnd::TableCell => {
                let words = self.joined();
                self.table.cell(words);
            }
            TagEnd::TableHead | TagEnd::TableRow => self.table.end_row(),
            TagEnd::Table => {
                self.page.line("");
                for line in self.table.lines() {
                    self.page.line(&line);
                }
            }
            _ => {}
        }
    }

    /// The words so far with the lines of the file made one. Chinese needs no
    /// space where a line ends.
    fn joined(&mut self) -> String {
        let words = std::mem::take(&mut self.words);
        let mut lines = words.split('\n');
        let mut joined = lines.next().unwrap_or_default().to_owned();
        for line in lines {
            if needs_space(joined.chars().last(), line.chars().next()) {
                joined.push(' ');
            }
            joined.push_str(line);
        }
        joined
    }
}

fn needs_space(before: Option<char>, after: Option<char>) -> bool {
    let is_wide = |c: char| width(c.encode_utf8(&mut [0; 4])) == 2;
    let [Some(before), Some(after)] = [before, after] else { return false };
    let is_sign = |c: char| is_wide(c) && !c.is_alphanumeric();
    !(is_sign(before) || is_sign(after) || is_wide(before) && is_wide(after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn shown(lang: Lang, markdown: &str) -> String {
        plain(&Text::new(lang), markdown)
    }

    #[test]
    fn headings_lists_and_code_are_plain() {
        let markdown =
            "# One\n\nSay **so**,\nand `--tier`.\n\n## Two\n\n- a\n- b\n\n1. c\n2. d\n\n```sh\nx  # y\n```\n";
        let expected =
            "One\n===\n\nSay so, and `--tier`.\n\nTwo\n---\n\n  - a\n  - b\n\n  1. c\n  2. d\n\n  x  # y\n";
        assert_eq!(shown(Lang::En, markdown), expected);
    }

    #[test]
    fn a_link_to_a_page_is_the_command_that_prints_it() {
        let see = "[so](batch.md), [else](../../README.md)";
        assert_eq!(shown(Lang::En, see), "so (yidi help batch), else\n");
        assert_eq!(shown(Lang::Zh, "见[整表](batch.md)。"), "见整表（yidi help batch）。\n");
    }

    #[test]
    fn chinese_lines_are_joined_without_a_space() {
        assert_eq!(shown(Lang::Zh, "统筹\n基金，\n`5w` 是\n`5` 万\n。"), "统筹基金，`5w` 是 `5` 万。\n");
    }

    #[test]
    fn an_option_is_not_broken_at_its_hyphens() {
        let long = format!("{} `--class-b-prepay-rate`", "word ".repeat(12));
        let shown = shown(Lang::En, &long);
        assert!(shown.ends_with("\n`--class-b-prepay-rate`\n"), "{shown}");
    }
}

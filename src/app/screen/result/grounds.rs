//! 依据: every figure used, by level, with its sources and grade; what is unknown.

use ratatui::text::{Line, Span};

use super::super::body::Body;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::{ResultState, View, sentences, title};
use crate::report::Ground;
use crate::words::width::width;

/// Rows that can be highlighted: a figure each, and what is not known.
pub(super) fn rows(state: &ResultState) -> usize {
    state.grounds.len() + 1
}

/// Draws the view.
pub(super) fn draw(state: &ResultState, pen: Pen<'_>) -> Body {
    let Pen { text, theme, .. } = pen;
    let mut body = Body::default();
    let estimate = match state.settled(pen) {
        Ok(estimate) => estimate,
        Err(lines) => return Body { lines, ..body },
    };
    let place = state.standing(View::Grounds);
    body.lines.extend(sentences(&text.grounds_head(text.basis(estimate)), 1, Meaning::Title, pen));
    let mut holder = None;
    for (row, ground) in state.grounds.iter().enumerate() {
        if holder != Some(ground.figure.holder) {
            holder = Some(ground.figure.holder);
            body.lines.push(Line::default());
            body.lines.push(Line::styled(
                format!(" {}", text.level(ground.figure.holder)),
                theme.style(Meaning::Amount),
            ));
        }
        let here = row == place.row;
        let mut lines = head(ground, here, pen);
        if here && place.open {
            lines.extend(details(ground, pen, 6));
        } else {
            let titles = ground.sources.iter().filter_map(|(_, source)| source.as_ref());
            let titles = text.list(titles.map(|source| text.words(&source.title)));
            lines.extend(sentences(&text.says(titles), 6, Meaning::Muted, pen));
        }
        body.row(row, here, lines);
    }
    body.lines.push(Line::default());
    let mut last = vec![title(&text.unknown_title(), theme)];
    let missing = text.missing(&estimate.missing());
    if missing.is_empty() {
        last.extend(sentences(&text.nothing_unknown(), 3, Meaning::Plain, pen));
    }
    for sentence in missing {
        last.extend(sentences(&sentence, 3, Meaning::Plain, pen));
    }
    last.extend(sentences(&text.grounds_note(), 1, Meaning::Muted, pen));
    body.row(state.grounds.len(), place.row == state.grounds.len(), last);
    body
}

fn head(ground: &Ground, here: bool, pen: Pen<'_>) -> Vec<Line<'static>> {
    let Pen { text, theme, .. } = pen;
    let figure = &ground.figure;
    let item = text.item(figure.item);
    let item = text.fine(&figure.selectors).map_or(item.clone(), |fine| text.with_note(item, fine));
    let words = text.grounds_line(item, text.full_value(&figure.value), text.grade(figure.grade));
    let mark = if here { " > " } else { "   " };
    let meaning = if here { Meaning::Focus } else { Meaning::Plain };
    let mut lines = sentences(&words, 3, meaning, pen);
    if let Some(first) = lines.first_mut() {
        let shown: String = first.spans.iter().map(|span| span.content.trim_start().to_owned()).collect();
        *first = Line::from(vec![
            Span::styled(mark, theme.style(meaning)),
            Span::styled(shown, theme.style(meaning)),
        ]);
    }
    if ground.stale {
        lines.extend(sentences(&text.stale(), 6, Meaning::Warning, pen));
    }
    lines
}

/// The least cells of a view.
const WHOLE: usize = 60;

/// Everything about a figure: for whom, since when, who says so, what to know.
pub(super) fn details(ground: &Ground, pen: Pen<'_>, indent: usize) -> Vec<Line<'static>> {
    let Pen { text, .. } = pen;
    let figure = &ground.figure;
    let mut lines = Vec::new();
    let mut say = |words: String, meaning: Meaning| lines.extend(sentences(&words, indent, meaning, pen));
    say(text.grounds_for(text.for_whom(&figure.selectors), text.since(figure)), Meaning::Plain);
    for (name, source) in &ground.sources {
        let words = source.as_ref().map_or_else(|| name.clone(), |source| text.source_in_full(name, source));
        say(text.says(words), Meaning::Plain);
        if let Some(url) = source.as_ref().and_then(|source| source.url.clone()) {
            // In a pane, one that would be broken is left to the view itself.
            if pen.cells >= WHOLE || width(&url) + indent < pen.cells {
                say(url, Meaning::Muted);
            }
        }
    }
    if let Some(verified) = &figure.verified {
        say(text.verified_by(verified.by.clone(), text.date(verified.on)), Meaning::Plain);
    }
    if let Some(remark) = &figure.remark {
        say(text.checklist_note(text.words(remark)), Meaning::Warning);
    }
    lines
}

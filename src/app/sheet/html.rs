//! The hand-out as one HTML file: no other file, nothing fetched. It is read without
//! its script, which only keeps what is ticked.

use std::fmt::Write as _;

use askama::Template;

use super::qr::{Code, MARGIN};
use super::{Block, Document, Edition, HandoutError};

/// The page; what it names and the document has not stops the build.
#[derive(Template)]
#[template(path = "handout.html", config = "assets/askama.toml")]
struct HtmlPage<'a> {
    sheet: &'a Document,
    /// Modules of the code and its margin along a side; 0 where there is none.
    side: usize,
    /// The code's dark modules.
    path: String,
}

impl HtmlPage<'_> {
    /// A text with the number to call as a link, for who reads it on a telephone.
    fn dialled(&self, words: &str) -> Result<String, askama::Error> {
        let Some(call) = &self.sheet.summary.call else { return escaped(words) };
        let parts: Result<Vec<String>, _> = words.split(&*call.caption).map(escaped).collect();
        let link = format!("<a href=\"{}\">{}</a>", escaped(&call.holds)?, escaped(&call.caption)?);
        Ok(parts?.join(&link))
    }

    /// What the ticks of this sheet are kept under, apart from those of others.
    fn name(&self) -> String {
        format!("yidi {} {}", self.sheet.case, self.sheet.printed_on)
    }
}

fn escaped(words: &str) -> Result<String, askama::Error> {
    askama::filters::escape(words, askama::filters::Html).map(|safe| safe.to_string()).map_err(Into::into)
}

/// The document as HTML.
///
/// # Errors
/// Where the page cannot be written.
pub fn html(document: &Document) -> Result<String, HandoutError> {
    let code = document.service.as_ref().and_then(|service| Code::of(&service.address));
    let (side, path) = code.map_or((0, String::new()), |code| (code.size + 2 * MARGIN, path(&code)));
    let page = HtmlPage { sheet: document, side, path };
    page.render().map(|page| page + "\n").map_err(|error| HandoutError::Template(error.to_string()))
}

/// The dark modules as an SVG path.
fn path(code: &Code) -> String {
    let mut path = String::new();
    for (column, row, length) in code.runs() {
        // Writing to a string cannot fail.
        let _ = write!(path, "M{} {}h{length}v1h-{length}z", column + MARGIN, row + MARGIN);
    }
    path
}

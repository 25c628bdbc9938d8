//! The hand-out as one HTML file: no other file, no script, nothing fetched.

use std::fmt::Write as _;

use askama::Template;

use super::qr::{Code, MARGIN};
use super::{Block, Document, HandoutError};

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

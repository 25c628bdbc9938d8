//! The hand-out as one HTML file: no other file, no script, nothing fetched.

use std::fmt::Write as _;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};

use super::qr::{Code, MARGIN};
use super::{Document, HandoutError};

const TEMPLATE: &str = include_str!("../../assets/handout.html");

/// The document as HTML.
///
/// # Errors
/// Where the template names what the document has not.
pub fn html(document: &Document) -> Result<String, HandoutError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let code = document.service.as_ref().and_then(|service| Code::of(&service.address));
    let (side, path) = code.map_or((0, String::new()), |code| (code.size + 2 * MARGIN, path(&code)));
    let told = |error: minijinja::Error| HandoutError::Template(error.to_string());
    environment.add_template("handout", TEMPLATE).map_err(told)?;
    let template = environment.get_template("handout").map_err(told)?;
    let page =
        template.render(context! { sheet => Value::from(Serde(document)), side, path }).map_err(told)?;
    Ok(page + "\n")
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

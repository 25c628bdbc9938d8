//! What spreadsheets put around a value.

/// What a cell holds without the signs by which people keep a spreadsheet from reading
/// it: `'30000`, `="30000"`.
pub(crate) fn bare(typed: &str) -> &str {
    let text = typed.trim();
    let in_quotes = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"'));
    in_quotes.or_else(|| text.strip_prefix('\'')).map_or(text, str::trim)
}

//! What a reader of each form of JSON may rely on.

macro_rules! schemas {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../assets/schema/", $name, "-1.json")))),*]
    };
}

/// The JSON schema of every form, by its name: `estimate` is that of `yidi.estimate/1`.
pub const SCHEMAS: [(&str, &str); 19] = schemas![
    "estimate",
    "compare",
    "pair",
    "curve",
    "year",
    "checklist",
    "reconcile",
    "reconcile-list",
    "case",
    "cases",
    "case-list",
    "figures",
    "sources",
    "coverage",
    "calibration",
    "diff",
    "check",
    "overlays",
    "where",
];

/// The JSON schema of `yidi.estimate/1`.
pub const ESTIMATE_SCHEMA: &str = SCHEMAS[0].1;

/// The schema of a form, by its name or as a document names it: `estimate`,
/// `estimate/1`, `yidi.estimate/1`.
pub fn schema(name: &str) -> Option<&'static str> {
    let name = name.trim().trim_start_matches("yidi.").trim_end_matches("/1");
    SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, schema)| *schema)
}

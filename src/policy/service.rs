//! The national filing service, whose address the hand-out carries.

use serde::Deserialize;
use serde::de::{self, Deserializer};

use super::figure::Words;

/// The national filing service, by its public address.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Its name.
    pub name: Words,
    /// Its address, which begins with `https://`.
    #[serde(deserialize_with = "address")]
    pub url: String,
    /// Who says so.
    pub sources: Vec<String>,
}

/// An address that can be printed as a code: short, and safe to open.
fn address<'de, D: Deserializer<'de>>(reader: D) -> Result<String, D::Error> {
    const LONGEST: usize = 60;
    let url = String::deserialize(reader)?;
    let is_plain = url.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"\\".contains(&byte));
    if url.starts_with("https://") && is_plain && url.len() <= LONGEST {
        Ok(url)
    } else {
        Err(de::Error::custom(format_args!("{url:?} is no https address of at most {LONGEST} characters")))
    }
}

#[cfg(test)]
mod tests {
    use super::super::file::read;
    use super::*;

    #[test]
    fn only_a_short_https_address_is_taken() {
        let service = |url: &str| {
            let text = format!(r#"(name: (zh: "a", en: "b"), url: "{url}", sources: [])"#);
            read::<Service>("x.ron", &text)
        };
        assert!(service("https://example.org/").is_ok());
        let long = format!("https://example.org/{}", "x".repeat(60));
        for wrong in ["http://example.org/", "https://a b", "https://例子", "https://a>b", &long] {
            assert!(service(wrong).is_err(), "{wrong}");
        }
    }
}

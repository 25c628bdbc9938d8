//! The font that is shipped and, for what it lacks, one of the machine's own.

use std::sync::{Arc, LazyLock};

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use super::HandoutError;

/// See `assets/font/README.md`.
static OWN: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/handout.otf.z"));
    // What is damaged is told as no font.
    miniz_oxide::inflate::decompress_to_vec_zlib(packed).unwrap_or_default()
});

/// A font of the machine's own.
#[derive(Clone, Debug)]
pub struct Spare {
    /// The file.
    pub data: Arc<Vec<u8>>,
    /// Which font of a collection.
    pub index: u32,
}

/// Whether a font has outlines for all of these characters.
pub fn covers(data: &[u8], index: u32, characters: &[char]) -> bool {
    let Ok(font) = FontRef::from_index(data, index) else { return false };
    let (charmap, outlines) = (font.charmap(), font.outline_glyphs());
    characters.iter().all(|c| charmap.map(*c).is_some_and(|glyph| outlines.get(glyph).is_some()))
}

struct Face<'a> {
    font: Font,
    charmap: Charmap<'a>,
    metrics: GlyphMetrics<'a>,
    units: f32,
}

impl<'a> Face<'a> {
    fn new(bytes: &'a [u8], data: krilla::Data, index: u32) -> Option<Self> {
        let read = FontRef::from_index(bytes, index).ok()?;
        let font = Font::new(data, index)?;
        let units = font.units_per_em();
        let metrics = read.glyph_metrics(Size::unscaled(), LocationRef::default());
        Some(Self { font, charmap: read.charmap(), metrics, units })
    }

    /// The glyph of a character and how far it goes, in parts of the size.
    fn glyph(&self, c: char) -> Option<(GlyphId, f32)> {
        let glyph = self.charmap.map(c)?;
        let advance = self.metrics.advance_width(glyph)? / self.units;
        Some((GlyphId::new(glyph.to_u32()), advance))
    }
}

/// Part of a text in one font.
pub(super) struct FontRun {
    pub(super) font: Font,
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// In parts of the size.
    pub(super) width: f32,
}

/// The fonts of a page, the first that has a character draws it.
pub(super) struct Faces<'a>(Vec<Face<'a>>);

impl<'a> Faces<'a> {
    pub(super) fn new(spare: Option<&'a Spare>) -> Result<Self, HandoutError> {
        let broken = || HandoutError::Pdf("assets/font/handout.otf".to_owned());
        let mut faces = vec![Face::new(&OWN, OWN.as_slice().into(), 0).ok_or_else(broken)?];
        if let Some(Spare { data, index }) = spare {
            faces.extend(Face::new(data.as_slice(), Arc::clone(data).into(), *index));
        }
        Ok(Self(faces))
    }

    fn find(&self, c: char) -> Option<(usize, GlyphId, f32)> {
        let in_face =
            |(at, face): (usize, &Face<'_>)| face.glyph(c).map(|(glyph, advance)| (at, glyph, advance));
        self.0.iter().enumerate().find_map(in_face)
    }

    pub(super) fn has(&self, c: char) -> bool {
        self.find(c).is_some()
    }

    /// How wide a text is, in parts of its size.
    pub(super) fn width(&self, text: &str) -> f32 {
        text.chars().filter_map(|c| self.find(c)).map(|(_, _, advance)| advance).sum()
    }

    /// The text cut where the font changes.
    pub(super) fn runs(&self, text: &str) -> Vec<FontRun> {
        let mut runs: Vec<(usize, FontRun)> = Vec::new();
        for c in text.chars() {
            let Some((place, glyph, advance)) = self.find(c) else { continue };
            if runs.last().is_none_or(|(last, _)| *last != place) {
                let font = self.0[place].font.clone();
                runs.push((place, FontRun { font, text: String::new(), glyphs: Vec::new(), width: 0.0 }));
            }
            if let Some((_, run)) = runs.last_mut() {
                let start = run.text.len();
                run.text.push(c);
                let range = start..run.text.len();
                run.glyphs.push(KrillaGlyph::new(glyph, advance, 0.0, 0.0, 0.0, range, None));
                run.width += advance;
            }
        }
        runs.into_iter().map(|(_, run)| run).collect()
    }

    /// The text in lines of at most so many parts of its size, broken where the
    /// language allows it.
    pub(super) fn wrap(&self, text: &str, width: f32) -> Vec<String> {
        let mut lines = vec![String::new()];
        let mut used = 0.0;
        for word in textwrap::WordSeparator::UnicodeBreakProperties.find_words(text) {
            let wide = self.width(&word);
            if used + wide <= width || used == 0.0 && wide <= width {
                push(&mut lines, &word);
                used += wide;
            } else if wide <= width {
                lines.push(word.to_string());
                used = wide;
            } else {
                // No line holds it: it is broken where it must.
                for c in word.chars() {
                    let one = self.width(c.encode_utf8(&mut [0; 4]));
                    if used + one > width {
                        lines.push(String::new());
                        used = 0.0;
                    }
                    push(&mut lines, c.encode_utf8(&mut [0; 4]));
                    used += one;
                }
            }
            push(&mut lines, word.whitespace);
            used += self.width(word.whitespace);
        }
        // A blank that parts words stays: who hears the sheet hears no end of a line.
        let last = lines.len() - 1;
        for (at, line) in lines.iter_mut().enumerate() {
            let (words, whole) = (line.trim_end().len(), line.len());
            line.truncate(words);
            if at < last && words < whole {
                line.push(' ');
            }
        }
        lines
    }
}

fn push(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

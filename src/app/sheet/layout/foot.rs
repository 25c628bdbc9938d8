//! The foot of the sheet: who says so, what it is not, the codes.

use super::super::page::{Role, SheetFont, SheetMark, SheetPiece, SheetRow};
use super::super::qr::Code;
use super::super::{Document, SourceLine};
use super::{Extras, Layout};

/// Side of a code with its margin: two and a half centimetres and more.
const CODE: f32 = 80.0;
/// Between a code and what stands beside it.
const BETWEEN: f32 = 24.0;

/// A code, its caption, and what it holds in words.
type Captioned<'a> = (Code, &'a str, &'a str);

impl Layout<'_> {
    /// Sources in small print, the disclaimer, the dates; the codes beside them.
    pub(super) fn foot(&self, document: &Document) -> SheetPiece {
        let codes = self.codes(document);
        let taken = codes.iter().map(|_| CODE + BETWEEN).sum::<f32>();
        let narrow = Layout { width: self.width - taken, ..*self };
        let fine = SheetFont::plain(self.sizes.fine);
        let mut piece = narrow.heading(&document.sources_title);
        piece.leads = false;
        let mut say = |words: &str, font| {
            let rows = narrow.words(words, 0.0, font);
            piece.rows.extend(narrow.told(Role::Sentence, SheetPiece { rows, ..SheetPiece::default() }).rows);
        };
        let named = |source: &SourceLine| {
            if self.style.has_hints() { source.short.clone() } else { source.title.clone() }
        };
        let sources: Vec<String> = document.sources.iter().map(named).collect();
        say(&sources.join(self.parted), fine);
        if self.style.extras == Extras::HintsAndWords && !document.words.is_empty() {
            say(&document.words.join(" "), fine);
        }
        say(&document.disclaimer, SheetFont::bold(self.sizes.body));
        say(&document.dates, fine);
        if let Some(service) = &document.service {
            say(&format!("{}{}", service.label, service.address), fine);
        }
        self.draw_codes(&mut piece, codes);
        piece
    }

    /// The codes there is room for.
    fn codes<'a>(&self, document: &'a Document) -> Vec<Captioned<'a>> {
        let list = document.list_code.as_ref().filter(|_| self.style.has_hints());
        let list = list.and_then(|list| Some((Code::of_text(&list.holds)?, &*list.caption, &*list.holds)));
        let service = document
            .service
            .as_ref()
            .and_then(|service| Some((Code::of(&service.address)?, &*service.caption, &*service.address)));
        list.into_iter().chain(service).collect()
    }

    /// Codes at the right edge, and below each what it is.
    fn draw_codes(&self, piece: &mut SheetPiece, codes: Vec<Captioned<'_>>) {
        let fine = self.sizes.fine;
        let mut lowest = 0.0_f32;
        let mut x = self.width + BETWEEN;
        for (code, caption, holds) in codes.into_iter().rev() {
            x -= CODE + BETWEEN;
            let mut marks = vec![SheetMark::Code { x, y: 2.0, side: CODE, code, says: holds.to_owned() }];
            let mut high = CODE + 2.0;
            for line in self.faces.wrap(caption, (CODE + 14.0) / fine) {
                high += fine * 1.25;
                let x = x + (CODE - self.faces.width(line.trim_end()) * fine) / 2.0;
                marks.push(SheetMark::words(x, high, SheetFont::plain(fine), line));
            }
            lowest = lowest.max(high);
            // The caption is read after what stands at the left.
            let row = SheetRow { height: 0.0, marks };
            let told = self.told(Role::Sentence, SheetPiece { rows: vec![row], ..SheetPiece::default() });
            if let (Some(first), Some(row)) = (piece.rows.first_mut(), told.rows.into_iter().next()) {
                first.marks.extend(row.marks);
            }
        }
        let below = piece.rows.iter().map(|row| row.height).sum::<f32>();
        piece.rows.push(SheetRow { height: (lowest + 3.0 - below).max(0.0), marks: Vec::new() });
    }
}

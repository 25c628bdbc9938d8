//! What an express line was understood as, in words.

use super::Text;
use yidi_core::answers::{Assumed, Chip, Doubt, Express, LONGEST_LINE, Near, Problem, ProblemKind, Unknown};
use yidi_core::case::Field;

impl Text {
    /// An answer and the words it was read from.
    pub fn chip(&self, chip: &Chip) -> String {
        self.express_chip(self.field(chip.field), chip.words.clone())
    }

    /// Everything that was understood, in one sentence; nothing where nothing was.
    pub fn understood(&self, express: &Express) -> Option<String> {
        let chips = express.understood.iter().map(|chip| self.chip(chip));
        (!express.understood.is_empty()).then(|| self.express_understood(self.list(chips)))
    }

    /// What was taken although the line does not say it in full.
    pub fn assumed(&self, assumed: &Assumed) -> String {
        match assumed {
            Assumed::Status { word, status } => self.assumed_status(word.clone(), self.status(*status)),
            Assumed::Place { word, place, others, .. } => {
                let others = self.list(others.iter().map(|place| self.place(*place)));
                self.assumed_place(word.clone(), self.place(*place), others)
            }
            Assumed::Reading { word, field, other } => {
                self.assumed_reading(word.clone(), self.field(*field), self.field(*other))
            }
        }
    }

    /// What could mean several things, and how to say which.
    pub fn doubt(&self, doubt: &Doubt) -> String {
        match doubt {
            Doubt::Place { field, word, several } => {
                let trouble = ProblemKind::AmbiguousPlace { typed: word.clone(), several: several.clone() };
                self.problem(&Problem { field: *field, trouble })
            }
            Doubt::Outside { word } => self.place_outside(word.clone()),
            Doubt::Surplus { word } => self.doubt_surplus(word.clone()),
            Doubt::Twice { field, words } => self.doubt_twice(self.field(*field), self.list(words)),
            Doubt::Fields { word, fields } => {
                let fields = self.list(fields.iter().map(|field| self.field(*field)));
                self.doubt_fields(word.clone(), fields)
            }
            Doubt::NoValue { field: field @ (Field::Admitted | Field::Date), word } => {
                self.doubt_no_day(self.field(*field), word.clone())
            }
            Doubt::NoValue { field, word } => self.doubt_no_amount(self.field(*field), word.clone()),
            Doubt::TooLong => self.express_too_long(LONGEST_LINE as u64),
            Doubt::Number { word } => self.doubt_number(word.clone()),
        }
    }

    /// A word that was not understood, with the one it looks like.
    pub fn unknown_word(&self, unknown: &Unknown) -> String {
        match unknown.near {
            _ if unknown.is_district => self.stranger_district(unknown.word.clone()),
            Some(Near::Word(near)) => self.stranger_near(unknown.word.clone(), near),
            Some(Near::Place(near)) => self.stranger_near(unknown.word.clone(), self.place(near)),
            None => self.stranger(unknown.word.clone()),
        }
    }
}

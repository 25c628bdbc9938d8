//! Where the walk stands, and what it says.

use jiff::civil::Date;
use strum::VariantArray;

use crate::casebook::Handle;
use crate::report::Page;
use crate::sheet::Edition;
use crate::words::Text;
use yidi_core::answers::Draft;
use yidi_core::case::Field;
use yidi_core::places::Place;
use yidi_core::policy::Book;
use yidi_core::variants::all;

/// What is asked after the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Menu {
    /// What to do.
    Result,
    /// Which line to explain.
    Explain,
    /// Where to write the hand-out.
    Path,
    /// What to print on it.
    Note(String),
    /// Whether to write over a file that is there.
    Overwrite {
        /// The file.
        path: String,
        /// What is printed on it.
        note: String,
    },
    /// A note before the case is saved.
    Save,
    /// Which stay of the year to look at.
    Year,
}

/// What is done with a draft that was left; for later, it stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub(super) enum OfferReply {
    /// Goes on with it.
    Take,
    /// Asks again at the next start.
    Later,
    /// Deletes it for good.
    Delete,
}

impl OfferReply {
    /// Every reply, in the order of its number.
    pub(super) const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// What it is called.
    pub(super) fn name(self, text: &Text) -> String {
        match self {
            Self::Take => text.yes(),
            Self::Later => text.key_later(),
            Self::Delete => text.key_delete(),
        }
    }

    /// Short words for it, besides its name.
    pub(super) const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Take => yidi_core::answers::YES,
            Self::Later => yidi_core::answers::NO,
            Self::Delete => &["delete"],
        }
    }
}

/// What never changes while the program runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct LinesContext<'w> {
    pub(super) book: &'w Book,
    pub(super) text: &'w Text,
    pub(super) today: Date,
    /// The usual insured area: Enter takes it.
    pub(super) city: Option<Place>,
    /// The usual edition of the hand-out.
    pub(super) edition: Edition,
}

/// A list of answers, one of which can be changed by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// What may stay open.
    More,
    /// The page of all answers, before the result.
    Check,
    /// The same, after it.
    Change,
}

/// Where a question was asked from, and where its answer leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// One question after the other.
    Walk,
    /// A list: back to it, or to the result.
    List(List),
    /// What is not known, one after the other, and then the result.
    Unknowns,
}

/// What the next line answers.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum At {
    /// Whether to go on with a case that was left unfinished.
    Offer(Draft),
    /// A question.
    Ask(Field, Home),
    /// Whether to fill in what may stay open.
    MoreOrNot,
    /// Which answer of a list to change, if any.
    List(List),
    /// What to do with the result.
    Menu(Menu),
}

/// What is to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LinesEffect {
    /// Leave the program.
    Leave,
    /// What is done with the kept draft.
    TakeOffer(OfferReply),
    /// Nothing of the last case may be kept.
    Forget,
    /// Save the case with this note.
    Save(String),
    /// Write the hand-out.
    Write {
        /// The file.
        path: String,
        /// What is printed as it was typed.
        note: String,
        /// A file that is there is written over.
        overwrite: bool,
    },
}

/// The state of one run.
pub(super) struct Session<'w> {
    pub(super) world: LinesContext<'w>,
    pub(super) draft: Draft,
    pub(super) at: At,
    /// The saved case that this is, where it is one.
    pub(super) saved: Option<Handle>,
    /// Places that were listed with numbers.
    pub(super) offered: Vec<Place>,
    /// The rows of the list that was read out last, in the order of its numbers.
    pub(super) listed: Vec<Field>,
    /// The question whose last answer could not be taken.
    pub(super) refused: Option<Field>,
    /// What was asked of the unknowns in a row.
    pub(super) asked: Vec<Field>,
    /// The answers whose result was told.
    pub(super) told: Option<Draft>,
    pub(super) out: Page,
}

impl<'w> Session<'w> {
    /// A fresh walk; what to say first is in [`Session::said`].
    pub(super) fn new(world: LinesContext<'w>) -> Self {
        let mut session = Self {
            world,
            draft: Draft::default(),
            at: At::Ask(Field::Insured, Home::Walk),
            saved: None,
            offered: Vec::new(),
            listed: Vec::new(),
            refused: None,
            asked: Vec::new(),
            told: None,
            out: Page::default(),
        };
        session.out.paragraph(&world.text.cmd_about());
        session.out.paragraph(&world.text.plain_keys());
        session
    }

    /// Says something.
    pub(super) fn tell(&mut self, words: &str) {
        self.out.paragraph(words);
    }

    /// What was said since the last time.
    pub(super) fn said(&mut self) -> String {
        std::mem::take(&mut self.out).text()
    }

    /// Says yes and no with their numbers.
    pub(super) fn yes_and_no(&mut self) {
        let text = self.world.text;
        for (number, name) in [("1", text.yes()), ("2", text.no())] {
            self.out.item(&text.plain_option(number, name));
        }
    }
}

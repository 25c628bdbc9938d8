//! The case book of a run: the kept draft of a person at a terminal, and cases
//! that are saved. Without a usable case book the questions go on.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

use super::offer::OfferReply;
use super::session::Session;
use crate::casebook::{CaseBook, CaseBookError, Handle, KeptSession as Kept, LeftDraft, Saving, Then};
use crate::report::estimate_json;
use crate::words::Text;
use yidi_core::answers::Draft;
use yidi_core::estimate::estimate;

/// The case book, opened where it is needed first.
pub(super) struct Shelf {
    path: Option<PathBuf>,
    today: Date,
    book: Option<CaseBook>,
    /// None where no draft is kept: lines from a file, or counter mode.
    kept: Option<Kept>,
    /// The answers as they were kept last.
    last: Draft,
}

impl Shelf {
    /// Nothing is opened, and no draft is kept.
    pub(super) fn closed(path: Option<&Path>, today: Date) -> Self {
        Self { path: path.map(Path::to_owned), today, book: None, kept: None, last: Draft::default() }
    }

    /// Keeps a draft from now on; gives the one that was left before, and what
    /// there is to say about the book.
    pub(super) fn keep_drafts(&mut self, text: &Text) -> (Option<LeftDraft>, Option<String>) {
        let mut left = None;
        let opened = self.open(text).and_then(|(book, remark)| {
            if book.is_read_only() {
                return Ok((None, remark));
            }
            let told = |trouble: CaseBookError| text.cases_trouble(&trouble);
            left = book.left_drafts().map_err(told)?.into_iter().next();
            Ok((Some(book.session().map_err(told)?), remark))
        });
        match opened {
            Ok((kept, remark)) => {
                self.kept = kept;
                (left, remark)
            }
            Err(words) => (None, Some(words).filter(|words| !words.is_empty())),
        }
    }

    /// The book, and what there is to say about it where it was opened now.
    fn open(&mut self, text: &Text) -> Result<(&CaseBook, Option<String>), String> {
        let mut remark = None;
        if self.book.is_none() {
            let path = self.path.clone().map_or_else(CaseBook::usual_path, Ok);
            let opened = path.and_then(|path| CaseBook::open(&path, self.today));
            let opened = opened.map_err(|trouble| text.cases_trouble(&trouble))?;
            remark = opened.remark.map(|remark| text.cases_remark(&remark));
            self.book = Some(opened.book);
        }
        self.book.as_ref().map(|book| (book, remark)).ok_or_else(String::new)
    }

    /// Takes a left draft over, or drops it, or leaves it as it is.
    pub(super) fn take_offer(&mut self, left: &LeftDraft, reply: OfferReply, text: &Text) -> Option<String> {
        let (Some(book), Some(kept)) = (&self.book, &self.kept) else { return None };
        let done = match reply {
            OfferReply::Take => {
                self.last = left.draft.clone();
                book.take_draft(left, kept).map(|_| ())
            }
            OfferReply::Later => Ok(()),
            OfferReply::Delete => book.discard_draft(left),
        };
        done.err().map(|trouble| text.cases_trouble(&trouble))
    }

    /// Keeps the answers, where they changed since; gives what went wrong.
    pub(super) fn keep(&mut self, draft: &Draft, text: &Text) -> Option<String> {
        let (Some(book), Some(kept)) = (&self.book, &self.kept) else { return None };
        if *draft == self.last {
            return None;
        }
        self.last = draft.clone();
        let done = if *draft == Draft::default() {
            book.drop_draft(kept)
        } else {
            book.keep_draft(kept, draft, Timestamp::now())
        };
        let trouble = done.err()?;
        if trouble == CaseBookError::Locked {
            // Another session writes: it is tried again after the next answer.
            self.last = Draft::default();
        } else {
            // It is told once.
            self.kept = None;
        }
        Some(text.cases_trouble(&trouble))
    }

    /// The case is finished or given up: its draft goes.
    pub(super) fn forget(&self) {
        if let (Some(book), Some(kept)) = (&self.book, &self.kept) {
            // Nobody left to tell when this fails: the draft is offered again.
            let _ = book.drop_draft(kept);
        }
    }

    /// Saves the case with its note.
    ///
    /// # Errors
    /// With what went wrong, in words.
    pub(super) fn save(&mut self, session: &Session<'_>, note: &str) -> Result<Handle, String> {
        let world = session.world;
        let case = session.draft.finish(world.today).ok();
        let estimate = case.and_then(|case| estimate(world.book, &case).ok());
        let then = estimate.and_then(|estimate| {
            let json = estimate_json(world.book, &estimate).ok()?.to_string();
            Some(Then::of(world.book, &estimate, json))
        });
        let saving = Saving {
            id: session.saved.as_ref().map(|handle| handle.id.as_str()),
            draft: &session.draft,
            // Nothing is ticked here: ticks of the screen stay.
            ticks: &BTreeSet::new(),
            known: &BTreeSet::new(),
            note: Some(note),
            then: then.as_ref(),
        };
        let (book, _) = self.open(world.text)?;
        book.save(&saving, Timestamp::now()).map_err(|trouble| world.text.cases_trouble(&trouble))
    }
}

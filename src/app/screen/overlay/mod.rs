//! What lies over the screen, one module each: state, keys, drawing.
//!
//! An overlay changes itself alone; what it leads to comes out as a value.

mod aliases;
pub(super) mod ask;
pub(super) mod cases;
pub(super) mod express;
pub(super) mod find;
pub(super) mod help;
pub(super) mod meanings;
pub(super) mod offer;
mod outcome;
pub(super) mod overlays;
pub(super) mod palette;
pub(super) mod print;
pub(super) mod qr;
pub(super) mod rules;
pub(super) mod save;
pub(super) mod save_as;
pub(super) mod slip;
pub(super) mod year;

use jiff::civil::Date;

use super::bindings::{Action, Context};
use super::body::Body;
use super::pen::Pen;
use super::result::ResultState;
use crate::desk::Offer;
use ask::Ask;
use cases::CaseList;
use express::ExpressLine;
use find::Find;
use meanings::Meanings;
pub(in crate::screen) use outcome::{Below, OverlayOutcome};
use overlays::OverlayList;
use palette::CommandPalette;
use print::Print;
use rules::RulesForm;
use save::Save;
use save_as::SaveAs;
use slip::SlipForm;
use year::YearView;
use yidi_core::policy::Service;

/// What lies over the screen: at most one thing, the help aside.
#[derive(Clone, Debug)]
pub(in crate::screen) enum Overlay {
    /// Whether to leave.
    Leave,
    /// One answer changed over the result.
    Ask(Ask),
    /// A whole case in one line.
    Express(ExpressLine),
    /// Everything that can be done.
    Palette(CommandPalette),
    /// The hand-out's form and place.
    Print(Print),
    /// The code for a telephone.
    Qr(Option<Service>),
    /// The real settlement slip beside the estimate.
    Slip(Box<SlipForm>),
    /// A note before the case is saved.
    Save(Save),
    /// The saved cases.
    Cases(CaseList),
    /// The stays of a year.
    Year(Box<YearView>),
    /// What is offered at the start.
    Offer(Offer),
    /// A row of the result found by typing.
    Find(Find),
    /// Where a text goes.
    SaveAs(SaveAs),
    /// What the words mean.
    Meanings(Meanings),
    /// What an agency has laid over the data.
    Overlays(OverlayList),
    /// The form of an area's own rules.
    Rules(Box<RulesForm>),
}

impl Overlay {
    /// Where its keys are looked up.
    pub(in crate::screen) fn context(&self) -> Context {
        match self {
            Self::Leave => Context::Leave,
            Self::Ask(ask) => ask.context(),
            Self::Express(_) => Context::Express,
            Self::Palette(_) => Context::Palette,
            Self::Print(print) => print.context(),
            Self::Qr(_) => Context::Qr,
            Self::Slip(_) => Context::Slip,
            Self::Save(_) | Self::SaveAs(_) => Context::SaveNote,
            Self::Cases(_) => Context::Cases,
            Self::Year(_) => Context::Year,
            Self::Offer(offer) => offer::context(offer),
            Self::Find(_) => Context::Find,
            Self::Meanings(_) => Context::Meanings,
            Self::Overlays(_) => Context::Overlays,
            Self::Rules(_) => Context::Rules,
        }
    }

    /// Takes a key.
    pub(in crate::screen) fn act(&mut self, action: Action, below: &Below<'_>) -> OverlayOutcome {
        match self {
            Self::Find(find) => find.act(action, below),
            _ if matches!(action, Action::Stay | Action::Close) => OverlayOutcome::Closes,
            Self::Leave | Self::Qr(_) => OverlayOutcome::Stays,
            Self::Ask(ask) => ask.act(action),
            Self::Express(line) => line.act(action),
            Self::Palette(palette) => palette.act(action),
            Self::Print(print) => print.act(action, below),
            Self::Slip(form) => form.act(action, below),
            Self::Save(save) => save.act(action),
            Self::SaveAs(save) => save.act(action),
            Self::Meanings(meanings) => meanings.act(action),
            Self::Cases(list) => list.act(action),
            Self::Year(view) => view.act(action, below),
            Self::Offer(offer) => offer::act(offer, action),
            Self::Overlays(list) => list.act(action),
            Self::Rules(form) => form.act(action, below.world.text),
        }
    }

    /// A row was clicked; what is to be done about it comes back.
    pub(in crate::screen) fn click(&mut self, row: usize) -> Option<Action> {
        match self {
            Self::Ask(ask) => ask.pick_row(row),
            Self::Palette(palette) => palette.pick_row(row),
            Self::Year(view) => {
                view.pick_row(row);
                return None;
            }
            Self::Slip(form) => {
                form.focus_row(row);
                return None;
            }
            Self::Meanings(meanings) => {
                meanings.pick_row(row);
                return None;
            }
            Self::Rules(form) => {
                form.focus_row(row);
                return None;
            }
            _ => return None,
        }
        Some(Action::Continue)
    }

    /// Draws it.
    pub(in crate::screen) fn draw(&self, pen: Pen<'_>, result: Option<&ResultState>, today: Date) -> Body {
        match self {
            // It has a place of its own.
            Self::Leave => Body::default(),
            Self::Ask(ask) => ask::draw(ask, pen),
            Self::Express(line) => express::draw(line, pen, today),
            Self::Palette(palette) => palette::draw(palette, pen),
            Self::Print(print) => print::draw(print, pen),
            Self::Qr(service) => qr::draw(service.as_ref(), pen),
            Self::Slip(form) => slip::draw(form, result.and_then(ResultState::estimate), pen),
            Self::Save(save) => save::draw(save, pen),
            Self::Cases(list) => cases::draw(list, pen),
            Self::Year(view) => year::draw(view, pen),
            Self::Offer(offer) => offer::draw(offer, pen),
            Self::Find(find) => find::draw(find, result, pen),
            Self::SaveAs(save) => save_as::draw(save, pen),
            Self::Meanings(meanings) => {
                meanings::draw(*meanings, result.and_then(ResultState::estimate), pen)
            }
            Self::Overlays(list) => overlays::draw(list, pen),
            Self::Rules(form) => rules::draw(form, pen),
        }
    }

    /// Whether the result stays in view above it.
    pub(in crate::screen) const fn is_below(&self) -> bool {
        matches!(self, Self::Ask(_) | Self::Save(_) | Self::SaveAs(_) | Self::Find(_))
    }
}

//! The parts of the checklist, in the order of time.

use serde::Deserialize;
use strum::VariantArray;

use crate::variants::all;

/// When something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, VariantArray)]
pub enum Phase {
    /// Before leaving (出发前).
    BeforeLeaving,
    /// On admission (入院时).
    OnAdmission,
    /// Before discharge (出院前).
    BeforeDischarge,
    /// After discharge (出院后).
    AfterDischarge,
}

impl Phase {
    /// Every phase in the order of time.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);
}

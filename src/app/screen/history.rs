//! Undo and redo of answers.

use yidi_core::answers::Draft;

/// The answers as they were, one entry a change.
#[derive(Clone, Debug)]
pub(super) struct History {
    states: Vec<Draft>,
    at: usize,
}

/// So many changes can be taken back.
const MOST: usize = 200;

impl Default for History {
    fn default() -> Self {
        Self { states: vec![Draft::default()], at: 0 }
    }
}

impl History {
    /// Begins with answers that were there already: they are not taken back.
    pub(super) fn starting_at(draft: &Draft) -> Self {
        Self { states: vec![draft.clone()], at: 0 }
    }

    /// The answers as they were noted last.
    pub(super) fn current(&self) -> Option<&Draft> {
        self.states.get(self.at)
    }

    /// Notes the answers, where they changed; what was taken back is then gone.
    pub(super) fn note(&mut self, draft: &Draft) {
        if self.states.get(self.at) == Some(draft) {
            return;
        }
        self.states.truncate(self.at + 1);
        self.states.push(draft.clone());
        if self.states.len() > MOST {
            self.states.remove(0);
        }
        self.at = self.states.len() - 1;
    }

    /// The answers before the last change.
    pub(super) fn undo(&mut self) -> Option<Draft> {
        self.at = self.at.checked_sub(1)?;
        self.states.get(self.at).cloned()
    }

    /// The answers after the change that was taken back last.
    pub(super) fn redo(&mut self) -> Option<Draft> {
        let next = self.states.get(self.at + 1).cloned()?;
        self.at += 1;
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yidi_core::policy::Tier;

    fn tier(tier: Tier) -> Draft {
        Draft { tier: Some(tier), ..Draft::default() }
    }

    #[test]
    fn back_and_forth_until_something_new_is_answered() {
        let mut history = History::default();
        history.note(&Draft::default());
        history.note(&tier(Tier::One));
        history.note(&tier(Tier::Two));
        assert_eq!(history.undo(), Some(tier(Tier::One)));
        assert_eq!(history.undo(), Some(Draft::default()));
        assert_eq!(history.undo(), None);
        assert_eq!(history.redo(), Some(tier(Tier::One)));
        history.note(&tier(Tier::Three));
        assert_eq!(history.redo(), None);
        assert_eq!(history.undo(), Some(tier(Tier::One)));
    }

    #[test]
    fn the_oldest_change_is_forgotten_first() {
        let mut history = History::default();
        for turn in 0..=MOST {
            history.note(&tier(Tier::ALL[turn % 2]));
        }
        let back = std::iter::from_fn(|| history.undo()).count();
        assert_eq!(back, MOST - 1);
    }
}

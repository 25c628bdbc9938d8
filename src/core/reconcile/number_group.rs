//! The slips that stand together in a part of a message.

use super::envelope::{Candidate, Standing};

/// The slips of a part of a message.
#[derive(Clone, Debug)]
pub(super) struct NumberGroup {
    paid: bool,
    known: usize,
    pub(super) standing: Standing,
    pub(super) slips: Vec<Candidate>,
    /// What has payments as well and is no slip, by the names it stands under.
    pub(super) aside: Vec<String>,
}

impl NumberGroup {
    /// One object, where it has any number of a slip.
    pub(super) fn one(candidate: Candidate) -> Option<Self> {
        let known = candidate.known().count();
        let (paid, standing, aside) = (candidate.is_paid(), Standing::default(), Vec::new());
        (known > 0).then(|| Self { paid, known, standing, slips: vec![candidate], aside })
    }

    /// Several of one list: each is a slip, also where it has no number.
    pub(super) fn joined(groups: Vec<Option<Self>>) -> Option<Self> {
        let found = groups.iter().flatten();
        let (paid, known) = found.clone().map(|group| (group.paid, group.known)).max()?;
        let standing = found.map(|group| group.standing).max()?;
        let (mut slips, mut aside) = (Vec::new(), Vec::new());
        for group in groups {
            match group {
                Some(mut group) => {
                    slips.append(&mut group.slips);
                    aside.append(&mut group.aside);
                }
                None => slips.push(Candidate::default()),
            }
        }
        Some(Self { paid, known, standing, slips, aside })
    }

    /// Several messages behind each other: what was asked goes where an answer is.
    pub(super) fn behind(groups: Vec<Option<Self>>) -> Option<Self> {
        let is_answered = groups.iter().flatten().any(|group| group.paid);
        let is_asked = |group: &Option<Self>| {
            group.as_ref().is_none_or(|group| !group.paid && group.slips.iter().all(Candidate::is_input))
        };
        Self::joined(groups.into_iter().filter(|group| !(is_answered && is_asked(group))).collect())
    }

    /// The slips of a table, and what of it adds others up.
    pub(super) fn table(slips: Vec<Candidate>, aside: Vec<String>) -> Option<Self> {
        let mut group = Self::joined(slips.into_iter().map(Self::one).collect())?;
        group.aside = aside;
        Some(group)
    }

    fn is_whole(&self) -> bool {
        self.slips.iter().any(Candidate::is_whole)
    }

    /// The better of parts without payments, the first where they are equal.
    fn better(self, other: Self) -> Self {
        if (other.paid, other.known) > (self.paid, self.known) { other } else { self }
    }

    /// The slips of what stands in one object, the parts with their names; the first may
    /// be the object itself.
    pub(super) fn among(parts: Vec<(String, bool, Self)>) -> Option<Self> {
        let best = parts.iter().filter(|(.., part)| part.paid).map(|(.., part)| part.standing).max();
        let Some(best) = best else {
            return parts.into_iter().map(|(.., part)| part).reduce(Self::better);
        };
        let (paid, mut rest): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(.., part)| part.paid);
        rest.clear();
        let (mut kept, mut left): (Vec<_>, Vec<_>) =
            paid.into_iter().partition(|(.., part)| part.standing == best);
        let all_apart = kept.iter().all(|(_, own, _)| !own);
        if kept.len() > 1 {
            let whole = kept.iter().filter(|(.., part)| part.is_whole()).count();
            let most = kept.iter().map(|(.., part)| part.known).max().unwrap_or_default();
            let mut is_taken = false;
            let (taken, other): (Vec<_>, Vec<_>) = kept.into_iter().partition(|(.., part)| {
                if all_apart && whole > 1 {
                    return part.is_whole();
                }
                let is_first = !is_taken && part.known == most;
                is_taken |= is_first;
                is_first
            });
            kept = taken;
            left.extend(other);
        }
        let mut aside: Vec<String> = left.into_iter().map(|(name, ..)| name).collect();
        let mut group = Self::joined(kept.into_iter().map(|(.., part)| Some(part)).collect())?;
        aside.append(&mut group.aside);
        group.aside = aside;
        Some(group)
    }
}

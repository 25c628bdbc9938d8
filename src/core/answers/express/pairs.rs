//! Which amount, day or number belongs to which word: `自费5000`, `2026-11-20入院`.

use super::piece::{Gap, Piece, PieceKind};
use crate::case::Field;

/// A word and the value that belongs to it, by their places among the pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) field: Field,
    pub(super) label: usize,
    pub(super) value: usize,
}

/// Finds the value of each label: first those that touch, then those with a
/// blank between. A day stands before its word or after it, whatever else
/// rather after it.
pub(super) fn pairs(pieces: &[Piece]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for gap in [Gap::None, Gap::Space] {
        for (label, piece) in pieces.iter().enumerate() {
            let PieceKind::Label(field) = piece.what else { continue };
            if pairs.iter().any(|pair| pair.label == label) {
                continue;
            }
            let free = |value: usize| pairs.iter().all(|pair| pair.value != value);
            let fitting = |value: usize| {
                let field = fits(field, &pieces[value].what).filter(|_| free(value))?;
                Some(Pair { field, label, value })
            };
            let after = after(pieces, label, gap).and_then(fitting);
            let before = before(pieces, label, gap).and_then(fitting);
            let is_day = matches!(field, Field::Admitted | Field::Date);
            let found = match gap {
                _ if is_day => before.or(after),
                Gap::None => after.or(before),
                Gap::Space | Gap::Comma => after,
            };
            pairs.extend(found);
        }
    }
    pairs
}

/// Words between a label and its value: 自费费用是5000.
const fn joins(what: &PieceKind) -> bool {
    matches!(what, PieceKind::Filler | PieceKind::Label(Field::Total))
}

fn after(pieces: &[Piece], label: usize, gap: Gap) -> Option<usize> {
    let mut rest = pieces.iter().enumerate().skip(label + 1).take_while(|(_, piece)| piece.gap <= gap);
    rest.find(|(_, piece)| !joins(&piece.what)).map(|(at, _)| at)
}

fn before(pieces: &[Piece], label: usize, gap: Gap) -> Option<usize> {
    let mut at = label;
    while pieces[at].gap <= gap {
        at = at.checked_sub(1)?;
        if pieces[at].what != PieceKind::Filler {
            return Some(at);
        }
    }
    None
}

/// The question a value answers beside a label, where it can.
const fn fits(field: Field, value: &PieceKind) -> Option<Field> {
    match (field, value) {
        (Field::Admitted | Field::Date, PieceKind::Day(_))
        | (Field::ClassBRate, PieceKind::Percent(_) | PieceKind::Number { .. })
        | (Field::Age | Field::Admission, PieceKind::Number { .. })
        | (
            Field::RuleRate | Field::RuleCut | Field::RuleSupplementRate | Field::RuleCatastrophicRate,
            PieceKind::Percent(_),
        ) => Some(field),
        (Field::Prepay, PieceKind::Percent(_)) => Some(Field::ClassBRate),
        (Field::Admitted | Field::Date | Field::ClassBRate | Field::Age | Field::Admission, _) => None,
        (_, PieceKind::Amount(_) | PieceKind::Number { .. } | PieceKind::Named { amount: true, .. }) => {
            Some(field)
        }
        _ => None,
    }
}

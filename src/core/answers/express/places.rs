//! Which words of an express line are places, and which place is which.

use super::piece::{Gap, Piece, PieceKind, Site};
use super::words::Mark;
use crate::answers::Draft;
use crate::case::Field;
use crate::places::Place;

/// A piece that is a place for sure: it can be nothing else.
fn is_sure(piece: &Piece) -> bool {
    matches!(&piece.what, PieceKind::Named { site: Some(_), answers, amount: false } if answers.is_empty())
}

fn site(piece: &Piece) -> Option<&Site> {
    if let PieceKind::Named { site, .. } = &piece.what { site.as_ref() } else { None }
}

/// Joins a province and an area of it that stand together: 辽宁省鞍山市. With a
/// blank between them they are joined where there are more than two places.
pub(super) fn join_provinces(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for gap in [Gap::None, Gap::Space] {
        let mut place = 0;
        while place + 1 < pieces.len() {
            let too_many = pieces.iter().filter(|piece| is_sure(piece)).count() > 2;
            let [first, second] = &pieces[place..place + 2] else { break };
            let joined = (second.gap <= gap && (gap == Gap::None || too_many))
                .then(|| area_of(first, second))
                .flatten()
                .or_else(|| too_many.then(|| told_apart(first, second)).flatten());
            if let Some(area) = joined {
                let end = second.range.end;
                let site = Site { places: vec![area], initials: false, county: false };
                pieces.remove(place + 1);
                pieces[place].range.end = end;
                pieces[place].what =
                    PieceKind::Named { site: Some(site), answers: Vec::new(), amount: false };
            } else {
                place += 1;
            }
        }
    }
    pieces
}

/// The one area the second piece names in the province the first one names, or
/// the area the first one names where the second names a part of it.
fn area_of(first: &Piece, second: &Piece) -> Option<Place> {
    if !is_sure(first) || !is_sure(second) {
        return None;
    }
    // A county after the area it lies in: 北京市朝阳区.
    if let ([area @ Place::Area(_)], Gap::None) = (site(first)?.places.as_slice(), second.gap)
        && site(second).is_some_and(|part| part.county && part.places.contains(area))
    {
        return Some(*area);
    }
    let provinces: Vec<_> = site(first)?
        .places
        .iter()
        .filter_map(|place| if let Place::Province(province) = place { Some(*province) } else { None })
        .collect();
    let lies_inside = |place: &&Place| {
        matches!(place, Place::Area(_))
            && (provinces.contains(&place.province()) || provinces.contains(&place.insurer()))
    };
    let mut areas = site(second)?.places.iter().filter(lies_inside);
    areas.next().copied().filter(|_| areas.next().is_none())
}

/// The one area of a name that lies in the province named after it, as
/// lists of places have it: Suzhou (Jiangsu).
fn told_apart(first: &Piece, second: &Piece) -> Option<Place> {
    if !is_sure(first) || !is_sure(second) {
        return None;
    }
    let [province @ Place::Province(_)] = site(second)?.places.as_slice() else { return None };
    let of_province =
        |place: &&Place| matches!(place, Place::Area(_)) && place.province() == province.province();
    let mut inside = site(first)?.places.iter().filter(of_province);
    inside.next().copied().filter(|_| inside.next().is_none())
}

/// Which place each mark is about: the question for each piece that has one.
pub(super) fn marked(pieces: &[Piece]) -> Vec<Option<Field>> {
    let mut marked: Vec<Option<Field>> = vec![None; pieces.len()];
    for (at, piece) in pieces.iter().enumerate() {
        let PieceKind::Mark(mark) = piece.what else { continue };
        let next = next_site(pieces, at, mark);
        let target = if mark.may_follow() {
            if marked.contains(&Some(mark.field())) {
                continue;
            }
            let before = (0..at).rev().find(|at| is_sure(&pieces[*at]) && marked[*at].is_none());
            before.or_else(|| next.filter(|at| is_sure(&pieces[*at])))
        } else {
            next
        };
        if let Some(target) = target {
            marked[target] = Some(mark.field());
        }
    }
    marked
}

/// The place after a mark; words that say nothing may stand between, and for a
/// mark that also follows its place, anything but a comma or another place.
fn next_site(pieces: &[Piece], mark_at: usize, mark: Mark) -> Option<usize> {
    for (at, piece) in pieces.iter().enumerate().skip(mark_at + 1) {
        if piece.gap == Gap::Comma {
            return None;
        }
        if site(piece).is_some() {
            return Some(at);
        }
        if piece.what != PieceKind::Filler && !mark.may_follow() {
            return None;
        }
    }
    None
}

/// So many words that may be a place or something else are weighed against each
/// other; in a line with more, the later ones are no places.
const MOST_OPEN: usize = 12;

/// Decides what each word is that may be a place or something else, and gives
/// back those that could as well have been read otherwise.
pub(super) fn decide(pieces: &mut [Piece], marked: &[Option<Field>], base: &Draft) -> Vec<usize> {
    for (piece, mark) in pieces.iter_mut().zip(marked) {
        if let (PieceKind::Named { site: Some(_), answers, amount }, Some(_)) = (&mut piece.what, mark) {
            answers.clear();
            *amount = false;
        }
    }
    for at in 1..pieces.len() {
        let is_labelled = matches!(pieces[at - 1].what, PieceKind::Label(_)) && pieces[at].gap <= Gap::Space;
        if let (PieceKind::Named { site, amount: true, .. }, true) = (&mut pieces[at].what, is_labelled) {
            *site = None;
        }
    }
    let sure = pieces.iter().filter(|piece| is_sure(piece)).count();
    let open: Vec<usize> =
        (0..pieces.len()).filter(|at| site(&pieces[*at]).is_some() && !is_sure(&pieces[*at])).collect();
    let mut best: Option<((usize, usize), Vec<usize>)> = None;
    let mut alike: Vec<Vec<usize>> = Vec::new();
    // More places first, and earlier ones before later ones.
    for chosen in choices(&open[..open.len().min(MOST_OPEN)], 2_usize.saturating_sub(sure)) {
        let score = score(pieces, marked, &open, &chosen, base);
        match &best {
            Some((most, _)) if score < *most => {}
            Some((most, _)) if score == *most => alike.push(chosen),
            _ => {
                alike.clear();
                best = Some((score, chosen));
            }
        }
    }
    let chosen = best.map(|(_, chosen)| chosen).unwrap_or_default();
    let told = open
        .iter()
        .copied()
        .filter(|at| alike.iter().any(|other| other.contains(at) != chosen.contains(at)))
        .collect();
    for at in open {
        take(&mut pieces[at], chosen.contains(&at));
    }
    told
}

/// At most so many of some, more before fewer, earlier before later.
fn choices(of: &[usize], most: usize) -> Vec<Vec<usize>> {
    let pairs = of.iter().enumerate().flat_map(|(at, one)| of[at + 1..].iter().map(|two| vec![*one, *two]));
    let mut all: Vec<Vec<usize>> = if most >= 2 { pairs.collect() } else { Vec::new() };
    if most >= 1 {
        all.extend(of.iter().map(|one| vec![*one]));
    }
    all.push(Vec::new());
    all
}

/// Takes a word as a place, or as what else it is.
fn take(piece: &mut Piece, as_place: bool) {
    if let PieceKind::Named { site, answers, amount } = &mut piece.what {
        if as_place {
            answers.clear();
            *amount = false;
        } else {
            *site = None;
        }
    }
}

/// How many questions have an answer, with and without the draft it began with.
fn score(
    pieces: &[Piece],
    marked: &[Option<Field>],
    open: &[usize],
    chosen: &[usize],
    base: &Draft,
) -> (usize, usize) {
    let mut places = Vec::new();
    let (mut status, mut tier, mut total) = (false, false, false);
    for (at, piece) in pieces.iter().enumerate() {
        let is_place = chosen.contains(&at) || is_sure(piece);
        match &piece.what {
            PieceKind::Named { .. } if is_place => places.push((at, marked[at])),
            PieceKind::Named { answers, amount, .. } => {
                status |= answers.iter().any(|answer| matches!(answer.field, Field::Scheme | Field::Status));
                tier |= answers.iter().any(|answer| answer.field == Field::Tier);
                total |= *amount && open.contains(&at);
            }
            PieceKind::Number { alone: true, .. } => tier = true,
            PieceKind::Amount(_) => total = true,
            _ => {}
        }
    }
    let slots = slots(&places, base);
    let has = |field| slots.iter().any(|(_, slot)| *slot == Some(field));
    let count = |all: [bool; 5]| all.into_iter().filter(|one| *one).count();
    let line = [has(Field::Insured), has(Field::CarePlace), status, tier, total];
    let before = [
        base.insured.is_some(),
        base.care_place.is_some(),
        base.possible_statuses().is_some(),
        base.possible_tiers().is_some(),
        !base.typed(Field::Total).trim().is_empty(),
    ];
    let both = [0, 1, 2, 3, 4].map(|at| line[at] || before[at]);
    (count(both), count(line))
}

/// Which question each place answers; none for a place too many.
pub(super) fn slots(places: &[(usize, Option<Field>)], base: &Draft) -> Vec<(usize, Option<Field>)> {
    let marked = |field| places.iter().any(|(_, mark)| *mark == Some(field));
    let mut free: Vec<Field> =
        [Field::Insured, Field::CarePlace].into_iter().filter(|field| !marked(*field)).collect();
    // The one place of a line goes where the draft still lacks one.
    if places.len() == 1 && base.insured.is_some() && base.care_place.is_none() {
        free.reverse();
    }
    let mut free = free.into_iter();
    places.iter().map(|(at, mark)| (*at, mark.or_else(|| free.next()))).collect()
}

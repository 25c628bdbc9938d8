//! What the columns of a header are taken for.

use super::unread::{AsideColumn, HeaderError};
use yidi_core::answers::Question;
use yidi_core::case::Field;
use yidi_core::names;
use yidi_core::names::{MoneyUnit, unit_of};

/// What the columns are taken for.
pub(super) struct Taken {
    /// The question of each column.
    pub(super) questions: Vec<Option<Field>>,
    /// Columns of questions that another one answers.
    pub(super) aside: Vec<AsideColumn>,
    /// Those of them that say it as directly.
    pub(super) twins: Vec<(Field, usize)>,
}

/// The question of each column, and what stands aside: of columns whose names
/// say it more and less directly the more direct one is read, wherever they stand.
pub(super) fn taken(names: &[String]) -> Result<Taken, HeaderError> {
    let columns: Vec<Option<names::Column>> = names.iter().map(|name| names::column(name)).collect();
    let mut of_field: [Option<(usize, usize, usize)>; Field::COUNT] = [None; Field::COUNT];
    for (place, column) in columns.iter().enumerate() {
        let Some(column) = column else { continue };
        let slot = &mut of_field[column.field.row()];
        let this = (column.rank, column.place, place);
        *slot = Some(slot.map_or(this, |best| best.min(this)));
    }
    let mut found = Taken { questions: vec![None; names.len()], aside: Vec::new(), twins: Vec::new() };
    for (place, column) in columns.iter().enumerate() {
        let Some(names::Column { field, rank, place: listed }) = *column else { continue };
        let Some((best_rank, best_listed, read)) = of_field[field.row()] else { continue };
        if read == place {
            found.questions[place] = Some(field);
            continue;
        }
        if (rank, listed) == (best_rank, best_listed) {
            let names = [names[read].clone(), names[place].clone()];
            return Err(HeaderError::Twice { field, names });
        }
        let is_compared = rank == best_rank;
        if is_compared {
            found.twins.push((field, place));
        }
        let (read, aside) = (names[read].clone(), names[place].clone());
        found.aside.push(AsideColumn { field, read, aside, is_compared });
    }
    Ok(found)
}

/// Hospitals write what class B comes to beside what the person pays of it first,
/// or without: alone it says nothing of the prepay. What is only kept is named.
pub(super) fn without_lone_class_b(names: &[String], questions: &mut [Option<Field>]) -> Vec<String> {
    let place = |field| questions.iter().position(|one| *one == Some(field));
    let (amount, rate) = (place(Field::ClassB), place(Field::ClassBRate));
    let has_prepay = place(Field::Prepay).is_some();
    let both = amount.is_some() && rate.is_some();
    let mut kept = Vec::new();
    for place in [amount, rate].into_iter().flatten() {
        if !both {
            questions[place] = None;
        }
        if !both || has_prepay {
            kept.extend(names.get(place).cloned());
        }
    }
    kept
}

/// The unit each name says.
pub(super) fn units(names: &[String]) -> Result<Vec<Option<MoneyUnit>>, HeaderError> {
    let is_money = |name: &str| {
        let question = names::column(name).map(|column| Question::of(column.field));
        question.is_some_and(Question::is_amount) || names::slip_field(name).is_some()
    };
    let unit = |name: &String| {
        let said = unit_of(name).filter(|_| is_money(name)).transpose();
        said.map_err(|unit| HeaderError::Unit { name: name.clone(), unit })
    };
    names.iter().map(unit).collect()
}

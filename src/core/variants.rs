//! The list of all variants, made from their definition.

/// Every variant, in the order of the definition, as an array.
///
/// # Panics
/// While the program is built, where the array has another length.
#[must_use]
pub const fn all<T: Copy, const N: usize>(variants: &'static [T]) -> [T; N] {
    assert!(variants.len() == N, "a variant is not counted");
    let mut all = [variants[0]; N];
    let mut at = 0;
    while at < N {
        all[at] = variants[at];
        at += 1;
    }
    all
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use crate::case::{Filed, Reason};
    use crate::policy::{Grade, Status, Tier};

    /// Lists in an order of their own, for people.
    #[test]
    fn an_order_of_its_own_holds_every_variant() {
        fn holds<T: VariantArray + PartialEq>(all: &[T]) {
            assert_eq!(all.len(), T::VARIANTS.len());
            assert!(T::VARIANTS.iter().all(|one| all.contains(one)));
        }
        holds(&Grade::ALL);
        holds(&Status::ALL);
        holds(&Tier::ALL);
        holds(&Reason::ALL);
        holds(&Filed::ALL);
    }
}

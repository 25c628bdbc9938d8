//! What stands beside a view where there is room.

/// From this size on money, curve, list and why stand side by side.
const FOUR_FROM: (u16, u16) = (180, 48);

/// Whether there is room for four.
pub(super) const fn are_four(size: (u16, u16)) -> bool {
    size.0 >= FOUR_FROM.0 && size.1 >= FOUR_FROM.1
}

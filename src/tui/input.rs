//! What goes into a line of text that is typed, however much comes.

use tui_input::{Input, InputRequest};

use crate::text::width::is_unseen;

/// Characters that a line takes; what is typed or pasted beyond is left out.
pub(super) const MOST: usize = 500;

/// Changes a line; whether it is another one now.
pub(super) fn edit(input: &mut Input, request: InputRequest) -> bool {
    if let InputRequest::InsertChar(c) = request
        && (is_unseen(c) || input.value().chars().count() >= MOST)
    {
        return false;
    }
    input.handle(request).is_some_and(|change| change.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_takes_so_much_and_nothing_unseen() {
        let mut input = Input::default();
        for c in "\u{1b}\u{7}\u{202e}\u{200b}\n\u{9b}".chars() {
            assert!(!edit(&mut input, InputRequest::InsertChar(c)), "{c:?}");
        }
        for _ in 0..100_000 {
            edit(&mut input, InputRequest::InsertChar('五'));
        }
        assert_eq!(input.value(), "五".repeat(MOST));
        assert!(!edit(&mut input, InputRequest::GoToStart), "the caret is not the text");
        assert!(edit(&mut input, InputRequest::DeleteNextChar));
    }
}

//! What goes into a line of text that is typed, however much comes.

use tui_input::{Input, InputRequest};
use yidi_core::spelling::is_unseen;

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

/// A line whose first character replaces what stood there, as where a form
/// selects the text of a field; moving in it or deleting keeps it.
#[derive(Clone, Debug, Default)]
pub(super) struct Overtyped {
    pub(super) input: Input,
    stands: bool,
}

impl Overtyped {
    /// A line with what was answered before.
    pub(super) fn of(answer: &str) -> Self {
        Self { input: Input::new(answer.to_owned()), stands: !answer.is_empty() }
    }

    /// Whether the next character replaces it all.
    pub(super) const fn is_replaced(&self) -> bool {
        self.stands
    }

    /// Changes it.
    pub(super) fn edit(&mut self, request: InputRequest) {
        let replaces = matches!(request, InputRequest::InsertChar(c) if !is_unseen(c));
        if std::mem::take(&mut self.stands) && replaces {
            self.input.reset();
        }
        edit(&mut self.input, request);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_character_replaces_what_stood_there() {
        let typed = |requests: &[InputRequest]| {
            let mut line = Overtyped::of("50000");
            for request in requests {
                line.edit(*request);
            }
            line.input.value().to_owned()
        };
        let (six, zero) = (InputRequest::InsertChar('6'), InputRequest::InsertChar('0'));
        assert_eq!(typed(&[six, zero]), "60");
        assert_eq!(typed(&[InputRequest::DeletePrevChar, six]), "50006");
        assert_eq!(typed(&[InputRequest::GoToEnd, zero]), "500000");
    }

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

//! Readers of formats that are not ours: one of them may give up in the midst of a
//! file that was made to be wrong. That ends the program, as any fault of it does,
//! but it is the file that is told of.

use std::cell::Cell;
use std::panic::{set_hook, take_hook};
use std::sync::{Mutex, Once, PoisonError};

/// Says what is wrong, and ends the program.
type End = Box<dyn Fn() + Send>;

static END: Mutex<Option<End>> = Mutex::new(None);

thread_local! {
    static IS_INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// What is done from now on where a reader gives up.
pub fn on_giving_up(end: End) {
    static ONCE: Once = Once::new();
    *END.lock().unwrap_or_else(PoisonError::into_inner) = Some(end);
    ONCE.call_once(|| {
        let earlier = take_hook();
        set_hook(Box::new(move |panic| {
            // Runs where a panic aborts as well, before it does.
            if IS_INSIDE.get()
                && let Some(end) = &*END.lock().unwrap_or_else(PoisonError::into_inner)
            {
                end();
            }
            earlier(panic);
        }));
    });
}

/// Reads with a reader that is not ours.
pub fn inside_reader<T>(read: impl FnOnce() -> T) -> T {
    let before = IS_INSIDE.replace(true);
    let done = read();
    IS_INSIDE.set(before);
    done
}

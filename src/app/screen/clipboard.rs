//! Text handed to the clipboard by an order to the terminal (OSC 52): the person's own
//! machine has it then, over SSH as well.

use std::io;

use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::execute;

/// The order that puts a text into the clipboard. tmux takes it for itself where it
/// is set so, and hands on what is wrapped where that is allowed: both are sent.
pub(super) fn order(text: &str, in_tmux: bool) -> io::Result<Vec<u8>> {
    let mut order = Vec::new();
    execute!(order, CopyToClipboard::to_clipboard_from(text))?;
    if in_tmux {
        let mut wrapped = b"\x1bPtmux;".to_vec();
        for byte in &order {
            wrapped.extend(std::iter::repeat_n(*byte, if *byte == 0x1b { 2 } else { 1 }));
        }
        wrapped.extend(b"\x1b\\");
        order.extend(wrapped);
    }
    Ok(order)
}

/// Whether the terminal is known to have no clipboard: the Linux console.
pub(super) fn is_missing() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "linux")
}

/// Whether tmux lies between.
pub(super) fn in_tmux() -> bool {
    std::env::var_os("TMUX").is_some_and(|tmux| !tmux.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_sent_to_the_clipboard_and_through_tmux() {
        // printf 五万 | base64
        let plain = "\u{1b}]52;c;5LqU5LiH\u{1b}\\";
        assert_eq!(String::from_utf8(order("五万", false).unwrap()).unwrap(), plain);
        let wrapped = format!("{plain}\u{1b}Ptmux;\u{1b}\u{1b}]52;c;5LqU5LiH\u{1b}\u{1b}\\\u{1b}\\");
        assert_eq!(String::from_utf8(order("五万", true).unwrap()).unwrap(), wrapped);
    }
}

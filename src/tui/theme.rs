//! Looks by meaning: colours, and the few glyphs that are not text.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Ordinary text.
    Plain,
    /// Text that helps but is not looked for.
    Muted,
    /// The question.
    Title,
    /// The row that a key acts on.
    Focus,
    /// The option that is chosen.
    Chosen,
    /// A key that can be pressed.
    Key,
    /// What was typed or answered.
    Input,
    /// The amount that matters.
    Amount,
    /// What a fund pays.
    Fund,
    /// What the person pays.
    You,
    /// What must be put right or known.
    Warning,
    /// A line that divides.
    Rule,
}

/// Glyphs that are not text: their width differs between terminals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyphs {
    /// A horizontal line.
    pub(super) rule: &'static str,
    /// A vertical line.
    pub(super) side: &'static str,
    /// The parts of a bar: fund, supplement, catastrophic, aid, you.
    pub(super) bar: [&'static str; 5],
    /// From one place to another.
    pub(super) arrow: &'static str,
}

const UNICODE: Glyphs =
    Glyphs { rule: "─", side: "│", bar: ["█", "▓", "▒", "▚", "░"], arrow: "→" };
const ASCII: Glyphs = Glyphs { rule: "-", side: "|", bar: ["#", "+", "=", "*", "."], arrow: "->" };

/// How everything looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Theme {
    colour: bool,
    pub(super) glyphs: Glyphs,
}

impl Theme {
    /// With or without colour, with line glyphs or ASCII alone.
    pub(super) const fn new(colour: bool, ascii: bool) -> Self {
        Self { colour, glyphs: if ascii { ASCII } else { UNICODE } }
    }

    /// The look of a meaning. Nothing depends on colour alone.
    pub(super) fn style(&self, meaning: Meaning) -> Style {
        let plain = Style::new();
        let (colour, modifier) = match meaning {
            Meaning::Plain | Meaning::Muted => return plain,
            Meaning::Title | Meaning::Input => (None, Modifier::BOLD),
            Meaning::Focus => (None, Modifier::BOLD.union(Modifier::REVERSED)),
            Meaning::Chosen => (Some(Color::Green), Modifier::BOLD.union(Modifier::UNDERLINED)),
            Meaning::Key => (Some(Color::Cyan), Modifier::empty()),
            Meaning::Amount => (Some(Color::Yellow), Modifier::BOLD),
            Meaning::Fund => (Some(Color::Green), Modifier::empty()),
            Meaning::You => (Some(Color::Yellow), Modifier::empty()),
            Meaning::Warning => (Some(Color::Red), Modifier::BOLD),
            Meaning::Rule => (Some(Color::Blue), Modifier::empty()),
        };
        let style = plain.add_modifier(modifier);
        match colour {
            Some(colour) if self.colour => style.fg(colour),
            _ => style,
        }
    }
}

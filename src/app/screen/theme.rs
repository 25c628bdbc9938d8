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
    /// There is more that does not fit.
    pub(super) more: &'static str,
}

const UNICODE: Glyphs =
    Glyphs { rule: "─", side: "│", bar: ["█", "▓", "▒", "▚", "░"], arrow: "→", more: "…" };
const ASCII: Glyphs =
    Glyphs { rule: "-", side: "|", bar: ["#", "+", "=", "*", "."], arrow: "->", more: "..." };

/// A set of colours by meaning; the terminal's own 16, so that its owner's choice holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// For light text on a dark ground.
    #[default]
    Dark,
    /// For dark text on a light ground.
    Light,
    /// Bold, reversed and underlined, with two colours that stand out on any ground.
    Contrast,
    /// No colour at all.
    None,
}

/// How everything looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Theme {
    palette: Palette,
    pub(super) glyphs: Glyphs,
}

impl Theme {
    /// In some colours, with line glyphs or ASCII alone.
    pub(super) const fn new(palette: Palette, ascii: bool) -> Self {
        Self { palette, glyphs: if ascii { ASCII } else { UNICODE } }
    }

    /// The same in the next set of colours; without colour it stays so.
    pub(super) const fn next(self) -> Self {
        let palette = match self.palette {
            Palette::Dark => Palette::Light,
            Palette::Light => Palette::Contrast,
            Palette::Contrast => Palette::Dark,
            Palette::None => Palette::None,
        };
        Self { palette, ..self }
    }

    /// Whether only ASCII is drawn.
    pub(super) fn is_ascii(&self) -> bool {
        self.glyphs == ASCII
    }

    /// The look of a meaning. Nothing depends on colour alone.
    pub(super) fn style(&self, meaning: Meaning) -> Style {
        let modifier = match meaning {
            Meaning::Title | Meaning::Input | Meaning::Amount | Meaning::Warning => Modifier::BOLD,
            Meaning::Focus => Modifier::BOLD.union(Modifier::REVERSED),
            Meaning::Chosen => Modifier::BOLD.union(Modifier::UNDERLINED),
            Meaning::Key if self.palette == Palette::Contrast => Modifier::BOLD,
            _ => Modifier::empty(),
        };
        let style = Style::new().add_modifier(modifier);
        match self.colour(meaning) {
            Some(colour) => style.fg(colour),
            None => style,
        }
    }

    const fn colour(&self, meaning: Meaning) -> Option<Color> {
        match (self.palette, meaning) {
            (Palette::Contrast, Meaning::Warning) => Some(Color::LightRed),
            (Palette::Contrast, Meaning::Amount | Meaning::You) => Some(Color::LightYellow),
            (Palette::Contrast | Palette::None, _)
            | (_, Meaning::Plain | Meaning::Muted | Meaning::Title | Meaning::Input | Meaning::Focus) => None,
            (_, Meaning::Chosen | Meaning::Fund) => Some(Color::Green),
            (_, Meaning::Warning) => Some(Color::Red),
            (Palette::Dark, Meaning::Key) => Some(Color::Cyan),
            (Palette::Dark, Meaning::Amount | Meaning::You) => Some(Color::Yellow),
            (_, Meaning::Key | Meaning::Rule) => Some(Color::Blue),
            (Palette::Light, Meaning::Amount | Meaning::You) => Some(Color::Magenta),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_what_matters_still_stands_out() {
        let theme = Theme::new(Palette::None, false);
        let plain = theme.style(Meaning::Plain);
        for meaning in [Meaning::Focus, Meaning::Chosen, Meaning::Amount, Meaning::Warning, Meaning::Title] {
            assert_ne!(theme.style(meaning), plain, "{meaning:?}");
            assert_eq!(theme.style(meaning).fg, None);
        }
    }

    #[test]
    fn every_set_of_colours_comes_round() {
        let mut theme = Theme::new(Palette::Dark, true);
        let mut seen = Vec::new();
        for _ in 0..3 {
            seen.push(theme.palette);
            theme = theme.next();
        }
        assert_eq!(
            (seen, theme.palette),
            (vec![Palette::Dark, Palette::Light, Palette::Contrast], Palette::Dark)
        );
        assert!(theme.is_ascii(), "the glyphs stay");
        assert_eq!(Theme::new(Palette::None, false).next().palette, Palette::None);
    }

    #[test]
    fn no_light_colour_on_a_light_ground() {
        let theme = Theme::new(Palette::Light, false);
        for meaning in [Meaning::Amount, Meaning::You, Meaning::Key, Meaning::Fund, Meaning::Rule] {
            assert!(!matches!(theme.style(meaning).fg, Some(Color::Yellow | Color::Cyan | Color::White)));
        }
    }
}

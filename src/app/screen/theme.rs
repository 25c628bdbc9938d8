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
    /// Who pays: fund, supplement, catastrophic, aid, and, always solid, you.
    pub(super) bar: [&'static str; 5],
    /// What you may have to pay: it is not certain.
    pub(super) unsure: &'static str,
    /// On a line of days: the visit, today, what is over, what is next, what is later.
    pub(super) moments: [&'static str; 5],
    /// From one place to another.
    pub(super) arrow: &'static str,
    /// There is more that does not fit.
    pub(super) more: &'static str,
}

const UNICODE: Glyphs = Glyphs {
    rule: "─",
    side: "│",
    bar: ["▓", "▒", "▚", "▞", "█"],
    unsure: "░",
    moments: ["●", "▲", "×", "◆", "○"],
    arrow: "→",
    more: "…",
};
const ASCII: Glyphs = Glyphs {
    rule: "-",
    side: "|",
    bar: ["=", "+", "*", "%", "#"],
    unsure: ".",
    moments: ["*", "^", "x", "!", "o"],
    arrow: "->",
    more: "...",
};

/// A set of colours by meaning. Out of the 256 whose look no terminal changes, so
/// that they can be read on the ground they are for; ordinary text keeps the
/// terminal's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// For light text on a dark ground.
    #[default]
    Dark,
    /// For dark text on a light ground.
    Light,
    /// Bold, reversed and underlined, with two that bring their own ground.
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

    /// The same in other colours.
    pub(super) const fn on(self, palette: Palette) -> Self {
        Self { palette, ..self }
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
        match (self.palette, meaning) {
            (Palette::Contrast, Meaning::Warning) => style.fg(WHITE).bg(DARK_RED),
            (Palette::Contrast, Meaning::Amount) => style.fg(BLACK).bg(BRIGHT_YELLOW),
            _ => self.colour(meaning).map_or(style, |colour| style.fg(colour)),
        }
    }

    const fn colour(&self, meaning: Meaning) -> Option<Color> {
        let [chosen, warning, key, amount, rule] = match self.palette {
            Palette::Dark => ON_DARK,
            Palette::Light => ON_LIGHT,
            Palette::Contrast | Palette::None => return None,
        };
        match meaning {
            Meaning::Plain | Meaning::Muted | Meaning::Title | Meaning::Input | Meaning::Focus => None,
            Meaning::Chosen | Meaning::Fund => Some(chosen),
            Meaning::Warning => Some(warning),
            Meaning::Key => Some(key),
            Meaning::Amount | Meaning::You => Some(amount),
            Meaning::Rule => Some(rule),
        }
    }
}

const WHITE: Color = Color::Indexed(231);
const BLACK: Color = Color::Indexed(16);
const DARK_RED: Color = Color::Indexed(124);
const BRIGHT_YELLOW: Color = Color::Indexed(226);

/// Chosen and fund, warning, key, amount and you, rule: on black and dark greys.
const ON_DARK: [Color; 5] =
    [Color::Indexed(114), Color::Indexed(217), Color::Indexed(117), Color::Indexed(222), Color::Indexed(110)];
/// The same on white and light greys.
const ON_LIGHT: [Color; 5] =
    [Color::Indexed(22), Color::Indexed(124), Color::Indexed(24), Color::Indexed(90), Color::Indexed(238)];

/// The red, green and blue of one of the 256 colours; nothing of those that every
/// terminal sets for itself.
pub(super) fn rgb(colour: Color) -> Option<[u8; 3]> {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let Color::Indexed(number) = colour else { return None };
    if let Some(grey) = number.checked_sub(232) {
        return Some([8 + 10 * grey; 3]);
    }
    let cube = usize::from(number.checked_sub(16)?);
    Some([STEPS[cube / 36], STEPS[cube / 6 % 6], STEPS[cube % 6]])
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

    /// Relative luminance and contrast as the guidelines for accessible pages
    /// (WCAG 2.2) define them.
    fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
        let [one, other] = [one, other].map(super::super::ground::luminance);
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    const MEANINGS: [Meaning; 12] = [
        Meaning::Plain,
        Meaning::Muted,
        Meaning::Title,
        Meaning::Focus,
        Meaning::Chosen,
        Meaning::Key,
        Meaning::Input,
        Meaning::Amount,
        Meaning::Fund,
        Meaning::You,
        Meaning::Warning,
        Meaning::Rule,
    ];

    /// The grounds of usual terminals: black, their dark greys and purples; white,
    /// their light greys and creams.
    const DARK_GROUNDS: [[u8; 3]; 8] = [
        [0, 0, 0],
        [0x1e, 0x1e, 0x1e],
        [0x28, 0x2c, 0x34],
        [0x2e, 0x34, 0x36],
        [0x30, 0x0a, 0x24],
        [0x00, 0x2b, 0x36],
        [0x33, 0x33, 0x33],
        [0x3a, 0x3a, 0x3a],
    ];
    const LIGHT_GROUNDS: [[u8; 3]; 7] = [
        [0xff, 0xff, 0xff],
        [0xfd, 0xf6, 0xe3],
        [0xf5, 0xf5, 0xf5],
        [0xee, 0xee, 0xee],
        [0xe4, 0xe4, 0xe4],
        [0xd8, 0xd8, 0xd8],
        [0xd0, 0xd0, 0xd0],
    ];

    #[test]
    fn every_meaning_can_be_read_on_every_ground_it_is_for() {
        let all: Vec<[u8; 3]> = DARK_GROUNDS.into_iter().chain(LIGHT_GROUNDS).collect();
        let sets = [
            (Palette::Dark, &DARK_GROUNDS[..]),
            (Palette::Light, &LIGHT_GROUNDS[..]),
            (Palette::Contrast, &all[..]),
            (Palette::None, &all[..]),
        ];
        for (palette, grounds) in sets {
            for (meaning, ground) in
                MEANINGS.into_iter().flat_map(|one| grounds.iter().map(move |g| (one, g)))
            {
                let style = Theme::new(palette, false).style(meaning);
                // Without a colour of its own it is the terminal's text on its ground.
                let Some(ink) = style.fg else { continue };
                let ink = rgb(ink).expect("a colour that every terminal draws alike");
                let ground = style.bg.map_or(*ground, |own| rgb(own).expect("the same of its ground"));
                let found = contrast(ink, ground);
                assert!(found >= 4.5, "{palette:?} {meaning:?} on {ground:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn the_measure_of_contrast_is_that_of_the_guidelines() {
        for (ink, ground, expected) in [
            ([0, 0, 0], [255, 255, 255], 21.0),
            ([0x77, 0x77, 0x77], [255, 255, 255], 4.48),
            ([255, 255, 0], [255, 255, 255], 1.07),
        ] {
            assert!((contrast(ink, ground) - expected).abs() < 0.01, "{ink:?} on {ground:?}");
        }
        assert_eq!(rgb(Color::Indexed(222)), Some([255, 215, 135]));
        assert_eq!(rgb(Color::Indexed(238)), Some([68, 68, 68]));
        assert_eq!((rgb(Color::Indexed(15)), rgb(Color::Red)), (None, None));
    }
}

//! How light the page is and how strong its contrast.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::browser::look::SystemLook;

/// A look that the visitor can choose.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Theme {
    /// As the system is set.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
    /// Black on white, with thick lines.
    Contrast,
}

impl Theme {
    /// Its word in addresses and in the style sheet.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// The look that is shown; never [`Theme::Auto`].
    pub fn shown(self, system: SystemLook, presenting: bool) -> Theme {
        match self {
            Theme::Contrast => Theme::Contrast,
            Theme::Auto if system.contrast => Theme::Contrast,
            // A meeting room is lit, and a light slide is read in it: slides are dark only for who chooses so.
            Theme::Auto if presenting => Theme::Light,
            Theme::Auto if system.dark => Theme::Dark,
            Theme::Auto => Theme::Light,
            chosen => chosen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DARK: SystemLook = SystemLook {
        dark: true,
        contrast: false,
    };
    const CONTRAST: SystemLook = SystemLook {
        dark: true,
        contrast: true,
    };

    #[test]
    fn the_system_is_asked_only_where_nothing_is_chosen() {
        assert_eq!(Theme::Auto.shown(SystemLook::default(), false), Theme::Light);
        assert_eq!(Theme::Auto.shown(DARK, false), Theme::Dark);
        assert_eq!(Theme::Auto.shown(CONTRAST, false), Theme::Contrast);
        assert_eq!(Theme::Light.shown(CONTRAST, false), Theme::Light);
        assert_eq!(Theme::Contrast.shown(DARK, false), Theme::Contrast);
    }

    #[test]
    fn slides_are_light_unless_something_else_is_wanted() {
        assert_eq!(Theme::Auto.shown(DARK, true), Theme::Light);
        assert_eq!(Theme::Dark.shown(SystemLook::default(), true), Theme::Dark);
        assert_eq!(Theme::Contrast.shown(DARK, true), Theme::Contrast);
        assert_eq!(Theme::Auto.shown(CONTRAST, true), Theme::Contrast);
    }

    #[test]
    fn every_look_has_a_word_that_reads_back() {
        for &theme in Theme::VARIANTS {
            assert_eq!(theme.slug().parse(), Ok(theme));
        }
        assert!("pink".parse::<Theme>().is_err());
    }
}

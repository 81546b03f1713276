//! A text in both languages.

use super::Lang;

/// A text that stands in the code in both languages.
///
/// ```
/// use plan_tracker::lang::{Bilingual, Lang};
/// const GOAL: Bilingual = Bilingual::new("目标", "goal");
/// assert_eq!(GOAL.in_lang(Lang::En), "goal");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    zh: &'static str,
    en: &'static str,
}

impl Bilingual {
    /// A text in Chinese and in English.
    pub const fn new(zh: &'static str, en: &'static str) -> Bilingual {
        Bilingual { zh, en }
    }

    /// The text in a language.
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

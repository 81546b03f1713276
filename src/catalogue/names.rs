//! What areas and indicators are called in each language.

use super::{Catalogue, Indicator};
use crate::lang::Lang;

impl Catalogue {
    /// The name of an area in a language; its id where it has none in it, as areas that only a file knows.
    pub fn area_name<'a>(&'a self, id: &'a str, lang: Lang) -> &'a str {
        match (lang, self.area(id)) {
            (Lang::En, Some(known)) if !known.english.is_empty() => &known.english,
            _ => id,
        }
    }

    /// The name of an indicator in a language; its id where the catalogue has none of it.
    pub fn indicator_name<'a>(&'a self, id: &'a str, lang: Lang) -> &'a str {
        self.indicator(id).map_or(id, |known| known.name_in(lang))
    }
}

impl Indicator {
    /// Its name in a language; Chinese where it has no English one.
    pub fn name_in(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.english.is_empty() => &self.english,
            _ => &self.name,
        }
    }
}

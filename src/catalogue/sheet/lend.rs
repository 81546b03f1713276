//! What an indicator of a sheet takes over from the built-in one of the same id and name: a sheet that was
//! printed from the built-in catalogue then matches and judges as that does, and one that keeps some of its
//! indicators keeps the names that files call them by.

use super::super::{Catalogue, Indicator};

/// The indicator of that id and name in the catalogue that lends. Either alone may mean something else.
pub fn same<'c>(like: &'c Catalogue, id: &str, name: &str) -> Option<&'c Indicator> {
    like.indicator(id).filter(|indicator| indicator.name == name)
}

/// The indicator with everything that a sheet has no column for. Aliases of its own replace those lent.
pub fn to(indicator: Indicator, same: &Indicator) -> Indicator {
    let aliases = match indicator.aliases.is_empty() {
        true => same.aliases.clone(),
        false => indicator.aliases,
    };
    Indicator {
        english: same.english.clone(),
        aliases,
        sex: same.sex,
        meaning: same.meaning.clone(),
        meaning_en: same.meaning_en.clone(),
        definition: same.definition.clone(),
        ..indicator
    }
}

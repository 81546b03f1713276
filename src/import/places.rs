//! Which place a file means: one that the catalogue knows under any of its names, else the name as written.

use std::collections::HashMap;

use crate::catalogue::Catalogue;

use super::fold;

/// Every name of every place of a catalogue.
pub struct Places<'c> {
    own: &'c str,
    by_name: HashMap<String, &'c str>,
}

impl<'c> Places<'c> {
    /// Prepares the look-up.
    pub fn new(catalogue: &'c Catalogue) -> Self {
        let mut by_name = HashMap::new();
        for place in &catalogue.places {
            for name in [&place.id, &place.english].into_iter().chain(&place.aliases) {
                by_name.entry(fold::name(name)).or_insert(place.id.as_str());
            }
        }
        Places {
            own: catalogue.own_place(),
            by_name,
        }
    }

    /// The place's id; a name that the catalogue does not know stays as written, and a blank one is the plans'
    /// own place.
    pub fn find(&self, text: &str) -> String {
        let text = fold::trim(text);
        if text.is_empty() {
            return self.own.to_owned();
        }
        match self.by_name.get(&fold::name(text)) {
            Some(id) => (*id).to_owned(),
            None => fold::squeeze(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;

    #[test]
    fn known_places_get_their_id_and_others_keep_their_name() {
        let places = Places::new(builtin());
        let own = builtin().own_place();
        assert_eq!(places.find(""), own);
        assert_eq!(places.find(&format!(" {own}　")), own);
        assert_eq!(places.find("中国"), "全国");
        assert_eq!(places.find("没有 这个　县"), "没有这个县");
    }
}

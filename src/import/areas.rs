//! Which area a file means: one that the catalogue knows under any of its names, else the name as written.

use std::collections::HashMap;

use crate::catalogue::Catalogue;

use crate::tabular::fold;

/// Every name of every area of a catalogue.
pub struct Areas<'c> {
    own: &'c str,
    by_name: HashMap<String, &'c str>,
}

impl<'c> Areas<'c> {
    /// Prepares the look-up.
    pub fn new(catalogue: &'c Catalogue) -> Self {
        let mut by_name = HashMap::new();
        for area in &catalogue.areas {
            for name in [&area.id, &area.english].into_iter().chain(&area.aliases) {
                by_name.entry(fold::name(name)).or_insert(area.id.as_str());
            }
        }
        Areas {
            own: catalogue.own_area(),
            by_name,
        }
    }

    /// The area's id; a name that the catalogue does not know stays as written, and a blank one is the plans'
    /// own area.
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
    fn known_areas_get_their_id_and_others_keep_their_name() {
        let areas = Areas::new(builtin());
        let own = builtin().own_area();
        assert_eq!(areas.find(""), own);
        assert_eq!(areas.find(&format!(" {own}　")), own);
        assert_eq!(areas.find("中国"), "全国");
        assert_eq!(areas.find("没有 这个　县"), "没有这个县");
    }
}

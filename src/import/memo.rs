//! What a text of a sheet was found to say, worked out once for each different text.

use crate::tabular::Content;

/// Findings by word.
pub struct Memo<T>(Vec<Option<T>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Memo(Vec::new())
    }
}

impl<T> Memo<T> {
    /// What was found of a cell before, if anything was.
    pub fn known(&self, content: Content) -> Option<&T> {
        self.0.get(content.word()?.index())?.as_ref()
    }
}

impl<T: Clone> Memo<T> {
    /// What was found of a cell before, else what is found now. Numbers that stand where no word does are read anew.
    pub fn of(&mut self, content: Content, find: impl FnOnce() -> T) -> T {
        let Some(word) = content.word() else {
            return find();
        };
        if let Some(Some(known)) = self.0.get(word.index()) {
            return known.clone();
        }
        let found = find();
        if self.0.len() <= word.index() {
            self.0.resize(word.index() + 1, None);
        }
        self.0[word.index()] = Some(found.clone());
        found
    }
}

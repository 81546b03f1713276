//! A column that repeats few different entries: each entry is kept once, the rows hold its number.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

use super::numbers::Numbers;

/// Different entries in order of appearance, and which of them each row has.
#[derive(Clone, Debug)]
pub(super) struct Dictionary<T> {
    words: Vec<T>,
    codes: Numbers,
    /// The number of each entry. It can be had from the entries at any time, so it is neither stored nor
    /// compared; it is empty until the first row is appended.
    index: HashMap<T, u32>,
}

impl<T> Default for Dictionary<T> {
    fn default() -> Self {
        Dictionary {
            words: Vec::new(),
            codes: Numbers::default(),
            index: HashMap::new(),
        }
    }
}

impl<T: PartialEq> PartialEq for Dictionary<T> {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words && self.codes == other.codes
    }
}

impl<T> Dictionary<T> {
    /// Entries, and which of them each row has; none where a row has one that there is not.
    pub fn of(words: Vec<T>, codes: Numbers) -> Option<Self> {
        let all = codes.largest().is_none_or(|code| (code as usize) < words.len());
        all.then(|| Dictionary {
            words,
            codes,
            index: HashMap::new(),
        })
    }

    /// The number of the entry in each row.
    pub fn codes(&self) -> &Numbers {
        &self.codes
    }

    /// Every entry, in order of appearance.
    pub fn words(&self) -> &[T] {
        &self.words
    }

    /// The number of the entry in a row.
    pub fn code(&self, row: usize) -> Option<u32> {
        self.codes.get(row)
    }

    /// The entry in a row.
    pub fn get(&self, row: usize) -> Option<&T> {
        self.words.get(self.code(row)? as usize)
    }
}

impl<T: Clone + Eq + Hash> Dictionary<T> {
    /// Appends a row.
    pub fn push<Q>(&mut self, word: &Q)
    where
        Q: ToOwned<Owned = T> + Eq + Hash + ?Sized,
        T: Borrow<Q>,
    {
        // Files are sorted more often than not: the entry wanted is nearly always the last one used.
        let last = self
            .codes
            .len()
            .checked_sub(1)
            .and_then(|row| self.codes.get(row));
        let same = last.filter(|code| self.words.get(*code as usize).is_some_and(|w| w.borrow() == word));
        let code = same.unwrap_or_else(|| self.number(word));
        self.codes.push(code);
    }

    /// Rows whose entries stand in a list: the number of each in the list, and how many rows have it.
    pub fn repeated<Q>(words: &[&Q], rows: impl Iterator<Item = (u32, usize)>) -> Self
    where
        Q: ToOwned<Owned = T> + Eq + Hash + ?Sized,
        T: Borrow<Q>,
    {
        let mut entries = Dictionary::default();
        let mut known: Vec<Option<u32>> = vec![None; words.len()];
        let mut code = |number: u32| {
            let at = number as usize;
            *known[at].get_or_insert_with(|| entries.number(words[at]))
        };
        let codes: Vec<(u32, usize)> = rows.map(|(number, rows)| (code(number), rows)).collect();
        entries.codes = Numbers::repeated(codes.into_iter());
        entries
    }

    fn number<Q>(&mut self, word: &Q) -> u32
    where
        Q: ToOwned<Owned = T> + Eq + Hash + ?Sized,
        T: Borrow<Q>,
    {
        if self.index.is_empty() {
            let numbered = self.words.iter().cloned().zip(0..);
            self.index.extend(numbered);
        }
        if let Some(known) = self.index.get(word) {
            return *known;
        }
        let new = self.words.len() as u32;
        self.words.push(word.to_owned());
        self.index.insert(word.to_owned(), new);
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_dictionary_goes_on_where_it_stopped() {
        let mut column: Dictionary<String> = Dictionary::default();
        for word in ["a", "b", "b"] {
            column.push(word);
        }
        let (words, codes) = (column.words().to_vec(), column.codes().clone());
        assert_eq!(words, ["a", "b"]);
        assert_eq!(
            (0..3).map(|row| codes.get(row)).collect::<Vec<_>>(),
            [Some(0), Some(1), Some(1)]
        );
        let mut read = Dictionary::of(words, codes).unwrap();
        assert_eq!(read, column);
        for word in ["a", "c", "b"] {
            read.push(word);
        }
        assert_eq!(read.words(), ["a", "b", "c"]);
        assert_eq!(
            (0..6).filter_map(|row| read.code(row)).collect::<Vec<_>>(),
            [0, 1, 1, 0, 2, 1]
        );
    }
}

//! What a visitor said that texts mean. It is asked before the vocabulary, about the whole text alone, and keeps account
//! of what was made use of.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::Meaning;
use crate::tabular::fold;

/// Where a text stands that was asked about.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Over a column: its titles as one text, or `#6` where it has none.
    Column,
    /// In a cell beside values. A blank text is a cell left empty in a column of areas.
    Cell,
    /// In the name of the file, without years and what a browser adds to it. It says what the file leaves unsaid.
    File,
}

/// Meanings by place and text; none for most files.
#[derive(Debug, Default)]
pub struct Taught {
    known: HashMap<(Place, String), (String, Meaning)>,
    used: RefCell<BTreeSet<(Place, String)>>,
}

impl Taught {
    /// What was said, each text with its place.
    pub fn new<'t>(said: impl IntoIterator<Item = (Place, &'t str, Meaning)>) -> Taught {
        let key = |(place, text, meaning): (Place, &str, Meaning)| {
            ((place, fold::spelling(text)), (text.to_owned(), meaning))
        };
        Taught {
            known: said.into_iter().map(key).collect(),
            used: RefCell::default(),
        }
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// What was said of a text there.
    pub fn get(&self, place: Place, text: &str) -> Option<&Meaning> {
        if self.known.is_empty() {
            return None;
        }
        let key = (place, fold::spelling(text));
        let (text, meaning) = self.known.get(&key)?;
        self.used.borrow_mut().insert((place, text.clone()));
        Some(meaning)
    }

    /// The texts that were met, in order.
    pub fn used(&self) -> Vec<(Place, String)> {
        self.used.borrow().iter().cloned().collect()
    }
}

//! Short numbers for the areas and groups of a file, which are compared far more often than shown.

use std::collections::HashMap;
use std::hash::Hash;

/// Different things in order of appearance, each with a number.
pub struct Numbered<T> {
    things: Vec<T>,
    number_of: HashMap<T, u32>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Numbered {
            things: Vec::new(),
            number_of: HashMap::new(),
        }
    }
}

impl<T: Clone + Eq + Hash> Numbered<T> {
    /// The number of a thing, a new one if it was not met before.
    pub fn number(&mut self, thing: T) -> u32 {
        let next = self.things.len() as u32;
        *self.number_of.entry(thing).or_insert_with_key(|thing| {
            self.things.push(thing.clone());
            next
        })
    }

    /// The thing with a number that [`number`](Self::number) gave.
    pub fn get(&self, number: u32) -> &T {
        &self.things[number as usize]
    }
}

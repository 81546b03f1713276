//! Different things of a file, each with its number, so that rows hold numbers.

use std::hash::BuildHasherDefault;

use indexmap::IndexSet;
use rustc_hash::FxHasher;

/// Different things, each with its number.
pub type Numbered<T> = IndexSet<T, BuildHasherDefault<FxHasher>>;

/// The number of a text, which gets one if it has none.
pub fn number(known: &mut Numbered<String>, text: &str) -> u32 {
    let at = known.get_index_of(text);
    at.unwrap_or_else(|| known.insert_full(text.to_owned()).0) as u32
}

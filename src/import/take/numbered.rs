//! Different things of a file, each with its number, so that rows hold numbers.

use std::borrow::Borrow;
use std::hash::{BuildHasherDefault, Hash};

use indexmap::IndexSet;
use rustc_hash::FxHasher;

/// Different things, each with its number.
pub type Numbered<T> = IndexSet<T, BuildHasherDefault<FxHasher>>;

/// The number of a thing, which gets one if it has none.
pub fn number<T, Q>(known: &mut Numbered<T>, thing: &Q) -> u32
where
    T: Borrow<Q> + Eq + Hash,
    Q: ToOwned<Owned = T> + Eq + Hash + ?Sized,
{
    let at = known.get_index_of(thing);
    at.unwrap_or_else(|| known.insert_full(thing.to_owned()).0) as u32
}

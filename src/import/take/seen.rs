//! What a file has already said about the same indicator, place, group and year.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::catalogue::Year;
use crate::import::report::Reason;

/// What a figure is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key<'a> {
    /// Id of the indicator.
    pub indicator: &'a str,
    /// Whether it is the number of cases behind the indicator's value.
    pub cases: bool,
    /// Number of the place.
    pub area: u32,
    /// Number of the group.
    pub group: u32,
    /// When.
    pub year: Year,
}

/// The first figure about each thing, with its line.
#[derive(Default)]
pub struct Seen<'a> {
    first: HashMap<Key<'a>, (f64, u32)>,
}

impl<'a> Seen<'a> {
    /// Refuses a figure that contradicts an earlier one of the file; saying the same twice is normal.
    pub fn check(&mut self, key: Key<'a>, value: f64, line: u32) -> Result<(), Reason> {
        match self.first.entry(key) {
            Entry::Vacant(vacant) => {
                vacant.insert((value, line));
                Ok(())
            }
            Entry::Occupied(known) => match *known.get() {
                (earlier, _) if same(earlier, value) => Ok(()),
                (earlier, line) => Err(Reason::Conflict { line, value: earlier }),
            },
        }
    }
}

/// Equal but for what a unit's conversion may blur.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

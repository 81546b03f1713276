//! What a file has already said about the same indicator, place, group and year.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::catalogue::Year;
use crate::import::report::Reason;

use super::row::Row;

/// The first value of each thing, with its line.
#[derive(Default)]
pub struct Seen<'a> {
    first: HashMap<Key<'a>, (f64, u32)>,
}

type Key<'a> = (&'a str, u32, u32, Year);

impl<'a> Seen<'a> {
    /// Refuses a value that contradicts an earlier one of the file; saying the same twice is normal.
    pub fn check(&mut self, row: &Row<'a>, year: Year, value: f64, line: u32) -> Result<(), Reason> {
        match self.first.entry((&row.indicator.id, row.area, row.group, year)) {
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

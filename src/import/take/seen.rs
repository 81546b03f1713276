//! What a file has already said about the same indicator, area, group and year.

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
    /// Number of the area.
    pub area: u32,
    /// Number of the group.
    pub group: u32,
    /// When.
    pub year: Year,
}

/// The first figure about each thing.
#[derive(Default)]
pub struct Seen<'a> {
    first: HashMap<Key<'a>, Figure>,
    /// Names of the sheets read so far; the last one is being read.
    sheets: Vec<Option<String>>,
}

/// A figure, and where it stands.
#[derive(Clone, Copy)]
struct Figure {
    value: f64,
    line: u32,
    /// How many sheets had been begun.
    sheet: usize,
}

impl<'a> Seen<'a> {
    /// What is checked from now on stands in a further sheet.
    pub fn begin(&mut self, sheet: Option<String>) {
        self.sheets.push(sheet);
    }

    /// Refuses a figure that contradicts an earlier one of the file; saying the same twice is normal.
    pub fn check(&mut self, key: Key<'a>, value: f64, line: u32) -> Result<(), Reason> {
        let sheet = self.sheets.len();
        match self.first.entry(key) {
            Entry::Vacant(vacant) => {
                vacant.insert(Figure { value, line, sheet });
                Ok(())
            }
            Entry::Occupied(known) if same(known.get().value, value) => Ok(()),
            Entry::Occupied(known) => {
                let earlier = *known.get();
                let elsewhere = earlier.sheet != sheet;
                let name = || self.sheets.get(earlier.sheet.checked_sub(1)?)?.clone();
                Err(Reason::Conflict {
                    sheet: elsewhere.then(name).flatten(),
                    line: earlier.line,
                    value: earlier.value,
                })
            }
        }
    }
}

/// Equal but for what a unit's conversion may blur.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

//! The units of a file, each with its number, and what a value in one is multiplied with.

use rustc_hash::FxHashMap;

use super::numbered::{Numbered, number};
use super::value;
use crate::catalogue::{Indicator, Unit};

/// The units of a file.
#[derive(Default)]
pub struct Units {
    units: Numbered<Unit>,
    /// By unit and indicator.
    factors: FxHashMap<(u32, usize), Option<f64>>,
    last: Option<((u32, usize), Option<f64>)>,
}

impl Units {
    /// The number of a unit.
    pub fn number(&mut self, unit: &Unit) -> u32 {
        number(&mut self.units, unit)
    }

    /// The unit of a number.
    pub fn get(&self, number: u32) -> &Unit {
        &self.units[number as usize]
    }

    /// What a value in a unit is multiplied with, by the unit's number and the indicator with its position; none where
    /// the unit cannot be the indicator's.
    pub fn factor(&mut self, unit: u32, at: usize, indicator: &Indicator) -> Option<f64> {
        let key = (unit, at);
        if let Some((known, factor)) = self.last
            && known == key
        {
            return factor;
        }
        let units = &self.units;
        let factor = *self
            .factors
            .entry(key)
            .or_insert_with(|| value::factor(&units[unit as usize], indicator));
        self.last = Some((key, factor));
        factor
    }
}

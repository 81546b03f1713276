//! Two indicators on the same years, or on an index: base year = 100.

use std::ops::RangeInclusive;

use crate::catalogue::Year;
use crate::observation::ValueAt;

/// What the value of the base year becomes on an index.
pub const INDEX: f64 = 100.0;

/// The values as parts of that of the base year, times [`INDEX`]; none without a base above nothing.
pub fn index_on(values: &[ValueAt], base: Year) -> Option<Vec<ValueAt>> {
    let of_base = values
        .iter()
        .find(|point| point.year == base && point.value > 0.0)?
        .value;
    let on_index = |point: &ValueAt| ValueAt {
        value: INDEX * point.value / of_base,
        ..*point
    };
    Some(values.iter().map(on_index).collect())
}

/// The years that two series stand on together; none where both are empty.
pub fn shared_years(a: &[ValueAt], b: &[ValueAt]) -> Option<RangeInclusive<Year>> {
    let years = || a.iter().chain(b).map(|point| point.year);
    Some(years().min()?..=years().max()?)
}

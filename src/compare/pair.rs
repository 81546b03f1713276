//! Two indicators on the same years, or on an index: base year = 100.

use std::ops::RangeInclusive;

use crate::catalogue::Year;

/// What the value of the base year becomes on an index.
pub const INDEX: f64 = 100.0;

/// The values as parts of that of the base year, times [`INDEX`]; none without a base above nothing.
pub fn index_on(values: &[(Year, f64)], base: Year) -> Option<Vec<(Year, f64)>> {
    let (_, of_base) = *values
        .iter()
        .find(|(year, value)| *year == base && *value > 0.0)?;
    Some(
        values
            .iter()
            .map(|(year, value)| (*year, INDEX * value / of_base))
            .collect(),
    )
}

/// The years that two series stand on together; none where both are empty.
pub fn shared_years(a: &[(Year, f64)], b: &[(Year, f64)]) -> Option<RangeInclusive<Year>> {
    let years = || a.iter().chain(b).map(|(year, _)| *year);
    Some(years().min()?..=years().max()?)
}

//! Small arithmetic that the rules share: comparing without tripping over the last digit, and dropping what is
//! not a number before it can leave the module.

use crate::catalogue::Year;

/// Relative difference below which two figures are the same: converting a unit blurs the last digits, and
/// 30.3 − 30 is a little more than 0.3 in binary.
const BLUR: f64 = 1e-9;

/// Years from one year to another; negative backwards.
pub(super) fn years(from: Year, to: Year) -> f64 {
    f64::from(to) - f64::from(from)
}

/// The number if it is one.
pub(super) fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// `a >= b`, with the last digits blurred.
pub(super) fn at_least(a: f64, b: f64) -> bool {
    a >= b - BLUR * a.abs().max(b.abs())
}

/// `a <= b`, with the last digits blurred.
pub(super) fn at_most(a: f64, b: f64) -> bool {
    at_least(b, a)
}

/// `a == b`, with the last digits blurred.
pub(super) fn same(a: f64, b: f64) -> bool {
    at_least(a, b) && at_least(b, a)
}

/// A dimensionless ratio reaching an edge; near 0 the blur of [`at_least`] vanishes, so it is absolute here.
pub(super) fn reaches(ratio: f64, edge: f64) -> bool {
    ratio >= edge - BLUR
}

/// Decimals beyond which a figure is a quotient rather than a publication.
const MOST_DECIMALS: i32 = 6;

/// The unit of the last digit of the most finely written figure: 0.1 for 16.9 beside 17. 1 without any.
pub(super) fn last_digit(values: impl Iterator<Item = f64>) -> f64 {
    let decimals = |value: f64| {
        let is_whole = |places: &i32| {
            let shifted = value * 10f64.powi(*places);
            (shifted - shifted.round()).abs() <= (1e-14 * shifted.abs()).max(1e-6)
        };
        (0..MOST_DECIMALS).find(is_whole).unwrap_or(MOST_DECIMALS)
    };
    10f64.powi(-values.map(decimals).max().unwrap_or(0))
}

/// No change is no change either way: −0 becomes 0.
pub(super) fn unsigned_zero(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_is_that_of_the_finest_figure() {
        let digit = |values: &[f64]| last_digit(values.iter().copied());
        assert_eq!(digit(&[16.9, 17.0]), 0.1);
        assert_eq!(digit(&[3.0, 4.0]), 1.0);
        assert_eq!(digit(&[14.63, 0.1 + 0.2]), 0.01);
        assert!((digit(&[1.0 / 3.0]) - 1e-6).abs() < 1e-18);
        assert_eq!(digit(&[]), 1.0);
    }
}

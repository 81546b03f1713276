//! Values that were computed rather than read.

/// A computed value without the dust that binary fractions leave on it: 12 significant digits.
///
/// ```
/// assert_eq!(plan_tracker::observation::without_dust(15.9 - 12.5), 3.4);
/// ```
pub fn without_dust(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

//! Pace: the yearly change since the base year, relative to the yearly change that would reach the target by
//! its deadline. R = 1 is exactly fast enough.

use crate::catalogue::Form;

use super::ValueAt;
use super::number::{finite, same, unsigned_zero, years};

/// Bound on the size of a pace. Beyond ±2 a pace only says "over twice"; the bound keeps it finite where base
/// and target differ by next to nothing.
pub const PACE_BOUND: f64 = 1e6;

/// Compound yearly growth, (v1/v0)^(1/n) − 1, from `from` to `to`: 0.02 is 2% a year. None where it has no
/// meaning: no time between them, a base of 0 or less, a negative end.
pub fn compound_growth(from: ValueAt, to: ValueAt) -> Option<f64> {
    let elapsed = years(from.year, to.year);
    if elapsed <= 0.0 || from.value <= 0.0 || to.value < 0.0 {
        return None;
    }
    finite((to.value / from.value).powf(elapsed.recip()) - 1.0)
}

/// Yearly difference from `from` to `to`, in units of the series. None where no time lies between them.
pub fn linear_change(from: ValueAt, to: ValueAt) -> Option<f64> {
    let elapsed = years(from.year, to.year);
    (elapsed > 0.0)
        .then(|| (to.value - from.value) / elapsed)
        .and_then(finite)
}

/// Yearly change in one form.
pub fn yearly_change(form: Form, from: ValueAt, to: ValueAt) -> Option<f64> {
    match form {
        Form::Compound => compound_growth(from, to),
        Form::Linear => linear_change(from, to),
    }
}

/// The form that these figures allow: compound growth needs base and target above 0 and no change of sign.
pub fn usable_form(wanted: Form, base: f64, latest: f64, goal: f64) -> Form {
    if base > 0.0 && goal > 0.0 && latest >= 0.0 {
        wanted
    } else {
        Form::Linear
    }
}

/// Pace R = d · actual yearly change / |required yearly change|, with d = `sign` (+1 where more is better, −1
/// where less is), within ±[`PACE_BOUND`]. None where the base is the goal already (0/0), or where no time
/// lies between base and latest value, or between base and deadline.
pub fn pace(form: Form, base: ValueAt, latest: ValueAt, goal: ValueAt, sign: f64) -> Option<f64> {
    if same(base.value, goal.value) {
        return None;
    }
    let actual = yearly_change(form, base, latest)?;
    let required = yearly_change(form, base, goal)?.abs();
    let ratio = sign * actual / required;
    // 0/0 is possible where the growth rate of two nearly equal figures rounds to 0.
    (!ratio.is_nan()).then(|| unsigned_zero(ratio.clamp(-PACE_BOUND, PACE_BOUND)))
}

//! A figure with only a direction (逐步提高, 明显下降, 差距缩小) is judged by its yearly growth P. Near a natural
//! limit little growth is left to be had, so the growth asked for shrinks with the factor C.

use super::ValueAt;
use super::number::{finite, unsigned_zero, years};
use super::pace::compound_growth;

/// Exponent of the factor C, as published with the Open SDG progress method.
const LIMIT_EXPONENT: f64 = 4.44;

/// Yearly growth P = d · CAGR from `base` to `latest`, a fraction, positive in the wanted direction
/// (`sign` = d). Where compound growth has no meaning (a negative figure), the yearly difference relative to
/// the size of the base. None where no time lies between the two, or the base is 0.
pub fn growth(base: ValueAt, latest: ValueAt, sign: f64) -> Option<f64> {
    let elapsed = years(base.year, latest.year);
    let relative = || {
        (elapsed > 0.0 && base.value != 0.0)
            .then(|| (latest.value - base.value) / base.value.abs() / elapsed)
            .and_then(finite)
    };
    compound_growth(base, latest)
        .or_else(relative)
        .map(|growth| unsigned_zero(sign * growth))
}

/// The factor C by which the growth asked for shrinks when a rising figure comes near its natural limit:
/// 1 far from it, 0 at it. A falling figure moves away from that limit and keeps 1.
pub fn limit_factor(base: f64, limit: Option<f64>, sign: f64) -> f64 {
    let Some(limit) = limit.filter(|limit| *limit > 0.0 && sign > 0.0) else {
        return 1.0;
    };
    let base = base.abs();
    if base >= 2.0 * limit {
        1.0
    } else if base <= limit {
        1.0 - (base / limit).powf(LIMIT_EXPONENT)
    } else {
        1.0 - ((2.0 * limit - base) / limit).powf(LIMIT_EXPONENT)
    }
}

/// Whether a direction is kept although growth cannot be told because the base is 0: a falling figure that
/// has nowhere left to go has to stay, a rising one has to rise.
pub fn kept_from_zero(latest: f64, sign: f64) -> bool {
    if sign < 0.0 { latest <= 0.0 } else { latest > 0.0 }
}

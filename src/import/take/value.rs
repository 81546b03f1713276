//! From the number in a cell to a plausible value in the indicator's own unit.

use crate::catalogue::{Indicator, Target, Trend, Unit};
use crate::import::log::Reason;
use crate::import::number::Cell;
use crate::observation::without_dust;

/// The value of a cell. `unit` is what the record or the table says, with its [`factor`]; the sign in the cell must not contradict
/// it, and speaks alone where they say nothing. `multiplier` is the power of ten that the file gives apart. Where nobody says anything it is the indicator's own unit.
pub fn convert(
    cell: &Cell,
    unit: Option<(&Unit, Option<f64>)>,
    multiplier: f64,
    indicator: &Indicator,
) -> Result<f64, Reason> {
    let (number, sign) = match cell {
        Cell::Number(number, sign) if multiplier == 1.0 => (*number, sign.as_ref()),
        Cell::Number(number, sign) => (without_dust(number * multiplier), sign.as_ref()),
        Cell::Interval => return Err(Reason::Interval),
        Cell::Blank | Cell::NotANumber => return Err(Reason::NotANumber),
    };
    if let (Some(sign), Some((unit, _))) = (sign, unit)
        && sign.factor_to(unit) != Some(1.0)
    {
        return Err(Reason::UnitConflict {
            sign: sign.to_string(),
            unit: unit.to_string(),
        });
    }
    let value = match sign.map(|sign| (sign, factor(sign, indicator))).or(unit) {
        Some((written, factor)) => {
            let factor = factor.ok_or_else(|| Reason::unit_mismatch(written, &indicator.unit))?;
            if factor == 1.0 {
                number
            } else {
                without_dust(number * factor)
            }
        }
        None => number,
    };
    plausible(value, indicator)
}

/// What a value in a unit is multiplied with; none where it cannot be the indicator's.
pub fn factor(unit: &Unit, indicator: &Indicator) -> Option<f64> {
    if indicator.unit.is_empty() {
        return Some(1.0);
    }
    // A difference of two percentages is written in % as often as in percentage points.
    let points = |unit: &Unit| matches!(unit.as_str(), "%" | "百分点");
    let same_difference = is_difference(indicator) && points(unit) && points(&indicator.unit);
    // A length of life in 年, or in years, is one in 岁.
    let same_age = matches!(
        (unit.as_str(), indicator.unit.as_str()),
        ("年", "岁") | ("岁", "年")
    );
    if same_difference || same_age {
        Some(1.0)
    } else {
        unit.factor_to(&indicator.unit)
    }
}

/// Whether it is a difference of two groups, which can be negative: one that the plans want narrowed is.
pub fn is_difference(indicator: &Indicator) -> bool {
    let narrows = |target: &Target| target.op.trend() == Some(Trend::Narrow);
    indicator.gap.is_some() || indicator.targets.iter().any(narrows)
}

fn plausible(value: f64, indicator: &Indicator) -> Result<f64, Reason> {
    let unit = || indicator.unit.to_string();
    match indicator.limit {
        Some(limit) if value > limit => Err(Reason::AboveLimit {
            value,
            limit,
            unit: unit(),
        }),
        _ if value < 0.0 && !is_difference(indicator) => Err(Reason::Negative { value, unit: unit() }),
        _ => Ok(value),
    }
}

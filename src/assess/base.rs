//! The value that change is measured from: that of the base year; where it is missing between neighbours close by,
//! estimated on the straight line between them; else the first later one.

use super::forecast::Fit;
use super::number::{finite, years};
use super::scale::Measure;
use super::{CutOffs, ValueAt};
use crate::catalogue::Year;

/// The value that change is measured from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Base {
    /// The value and its year.
    pub at: ValueAt,
    /// Set where it is estimated (marked *e*) rather than published.
    pub estimate: Option<Estimate>,
}

/// What an estimated base rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The nearest value before the base year.
    pub before: ValueAt,
    /// The nearest value after it.
    pub after: ValueAt,
    /// The standard error s·√(ab/(a + b)), a and b the years to the neighbours, carried back to the figure: the
    /// values one error below and above it. None where the spread cannot be told.
    pub error: Option<(f64, f64)>,
}

impl Base {
    /// The base among values in order of years, none of them across a break; none where all are older than the
    /// base year.
    pub(super) fn among(
        known: &[ValueAt],
        base_year: Year,
        measure: Measure,
        fit: Option<&Fit>,
        cutoffs: &CutOffs,
    ) -> Option<Base> {
        let after = *known.iter().find(|point| point.year >= base_year)?;
        let before = known.iter().rev().find(|point| point.year < base_year);
        let near = |point: &ValueAt| years(point.year, base_year).abs() <= cutoffs.base_years;
        let estimate = before
            .filter(|before| after.year > base_year && near(before) && near(&after))
            .and_then(|before| between(*before, after, base_year, measure, fit, cutoffs));
        Some(estimate.unwrap_or(Base {
            at: after,
            estimate: None,
        }))
    }
}

/// The value of a year between two others, on the straight line between them on the scale of the series.
fn between(
    before: ValueAt,
    after: ValueAt,
    year: Year,
    measure: Measure,
    fit: Option<&Fit>,
    cutoffs: &CutOffs,
) -> Option<Base> {
    let scale = measure.scale;
    let z = |point: ValueAt| scale.forward(point.value, cutoffs);
    let (a, b) = (years(before.year, year), years(year, after.year));
    let centre = z(before) + (z(after) - z(before)) * a / (a + b);
    let error = fit.map(|fit| fit.shock * (a * b / (a + b)).sqrt());
    let around = |error: f64| finite(scale.back(centre - error)).zip(finite(scale.back(centre + error)));
    Some(Base {
        at: ValueAt {
            year,
            value: finite(scale.back(centre))?,
        },
        estimate: Some(Estimate {
            before,
            after,
            error: error.and_then(around),
        }),
    })
}

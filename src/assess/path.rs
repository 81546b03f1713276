//! The interim path: the value that each year between base and deadline should have, and the mid-term check
//! against it.

use serde::Serialize;

use crate::catalogue::{Form, Year};

use super::demand::Demand;
use super::number::{finite, years};
use super::{CutOffs, Level, ValueAt};

/// Longest path drawn year by year; a target further away than this has none.
const LONGEST: f64 = 200.0;

/// The mid-term check.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Midterm {
    /// The value that the mid-term year should have.
    pub expected: ValueAt,
    /// The value that it had; none while it is not known.
    pub actual: Option<f64>,
    /// Whether that was enough; none while it is not known.
    pub reached: Option<bool>,
}

/// The values that the years from base to deadline should have: a straight line, or even growth in the
/// compound form. A base that meets the target already only has to be kept at it.
pub fn path(form: Form, base: ValueAt, goal: ValueAt, demand: &Demand, cutoffs: &CutOffs) -> Vec<ValueAt> {
    let span = years(base.year, goal.year);
    if span <= 0.0 || span > LONGEST {
        return Vec::new();
    }
    let kept = demand.level(base.value, cutoffs) == Some(Level::Met);
    let at = |year: Year| {
        let part = years(base.year, year) / span;
        let value = match form {
            _ if kept || year == goal.year => goal.value,
            Form::Linear => base.value + (goal.value - base.value) * part,
            Form::Compound => base.value * (goal.value / base.value).powf(part),
        };
        finite(value).map(|value| ValueAt { year, value })
    };
    (base.year..=goal.year).filter_map(at).collect()
}

/// Checks the mid-term year against the path; none where the path does not pass through it.
pub fn midterm(path: &[ValueAt], points: &[ValueAt], year: Year, demand: &Demand) -> Option<Midterm> {
    let passes = path.first()?.year < year && year < path.last()?.year;
    let expected = *path.iter().find(|point| passes && point.year == year)?;
    let actual = points
        .iter()
        .find(|point| point.year == year)
        .map(|point| point.value);
    let reached = actual.and_then(|actual| {
        let gap = demand.sign() * (demand.turn(actual)? - demand.turn(expected.value)?);
        Some(super::number::at_least(gap, -1e-9 * expected.value.abs()))
    });
    Some(Midterm {
        expected,
        actual,
        reached,
    })
}

//! The −5…+5 progress score exactly as Open SDG sites publish it (Statistics Canada's
//! `indicator_calculation_components.yml` lists inputs and outputs), for comparison with them. Its constants
//! are theirs and do not follow the cut-offs of this app; its pace is compound for every kind of unit.

use crate::catalogue::Form;

use super::ValueAt;
use super::number::reaches;
use super::pace::{pace, usable_form};

/// The best score: the target is met.
const BEST: f64 = 5.0;
/// The worst score.
const WORST: f64 = -5.0;

/// The compound pace that the score is computed from, for every kind of unit. None where compound growth
/// has no meaning, or the base is the goal.
pub fn published_pace(base: ValueAt, latest: ValueAt, goal: ValueAt, sign: f64) -> Option<f64> {
    match usable_form(Form::Compound, base.value, latest.value, goal.value) {
        Form::Compound => pace(Form::Compound, base, latest, goal, sign),
        Form::Linear => None,
    }
}

/// The score of a target with a value, from [`published_pace`]; 5 when it is met.
pub fn score_with_target(met: bool, pace: Option<f64>) -> Option<f64> {
    if met {
        return Some(BEST);
    }
    pace.map(|r| {
        if reaches(r, 0.6) {
            (7.1429 * r - 4.2857).min(BEST)
        } else {
            (4.1667 * r - 2.5).max(WORST)
        }
    })
}

/// The score of a direction, from yearly growth P and the factor C of the natural limit. At C = 0 any growth
/// that is not negative has the best score.
pub fn score_without_target(growth: f64, factor: f64) -> f64 {
    if growth < 0.0 {
        (125.0 * growth - 2.5).max(WORST)
    } else if factor <= 0.0 {
        BEST
    } else if growth >= 0.015 * factor {
        (500.0 * growth / factor - 5.0).min(BEST)
    } else if growth >= 0.005 * factor {
        250.0 * growth / factor - 1.25
    } else {
        500.0 * growth / factor - 2.5
    }
}

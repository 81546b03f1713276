//! The scale on which a figure is forecast and its wandering is measured, so that no forecast leaves the figure's
//! range: a rate stays above 0, a share between 0 and 100; and how finely the figure is published.

use serde::Serialize;

use crate::catalogue::{Indicator, Kind, Unit};

use super::number::last_digit;
use super::{CutOffs, ValueAt};

/// A scale.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// The figure itself.
    Plain,
    /// The figure itself, never carried back below 0.
    Positive,
    /// ln y, for rates, counts and years.
    Log,
    /// ln(y/(100 − y)), for shares whose natural limit is 100; y is held a little away from both ends.
    Logit,
    /// ln(y/(L − y)), for gross rates in % that may pass 100 (毛入学率, 巩固率), with L well above every value.
    Gross(f64),
}

/// The whole of a share, in %.
const WHOLE: f64 = 100.0;
/// The least limit of a gross rate, in %, and the part by which it lies above the largest value.
const GROSS_LIMIT: f64 = 110.0;
const ABOVE_LARGEST: f64 = 1.05;

impl Scale {
    /// The scale for values of a kind in that unit with that natural limit. A series that contradicts the scale of
    /// its kind (no deaths at all in a year, a share of 104%) is forecast on the plain scale, never below 0 if
    /// no value is. A share in % without a natural limit is a gross rate.
    pub fn for_values(kind: Kind, unit: &Unit, limit: Option<f64>, points: &[ValueAt]) -> Scale {
        let all = |holds: fn(f64) -> bool| points.iter().all(|point| holds(point.value));
        match (kind, limit) {
            (Kind::Share, Some(WHOLE)) if all(|y| (0.0..=WHOLE).contains(&y)) => Scale::Logit,
            (Kind::Share, None) if unit.as_str() == "%" && all(|y| y > 0.0) => {
                let largest = points.iter().map(|point| point.value).fold(0.0, f64::max);
                Scale::Gross((ABOVE_LARGEST * largest).max(GROSS_LIMIT))
            }
            (Kind::Rate | Kind::Count, _) if all(|y| y > 0.0) => Scale::Log,
            _ => Scale::plain(points),
        }
    }

    /// The plain scale, above 0 where every value is.
    fn plain(points: &[ValueAt]) -> Scale {
        if points.iter().all(|point| point.value >= 0.0) {
            Scale::Positive
        } else {
            Scale::Plain
        }
    }

    /// Whether differences on the scale are differences of the figure itself.
    pub fn is_plain(self) -> bool {
        matches!(self, Scale::Plain | Scale::Positive)
    }

    /// Carries a figure onto the scale. A figure of 0 or less is at −∞ on the logarithmic one.
    pub fn forward(self, value: f64, cutoffs: &CutOffs) -> f64 {
        match self {
            Scale::Plain | Scale::Positive => value,
            Scale::Log => value.max(0.0).ln(),
            Scale::Logit => odds(held(value, WHOLE, cutoffs), WHOLE),
            Scale::Gross(limit) => odds(held(value, limit, cutoffs), limit),
        }
    }

    /// Carries a figure back from the scale.
    pub fn back(self, z: f64) -> f64 {
        match self {
            Scale::Plain => z,
            Scale::Positive => z.max(0.0),
            Scale::Log => z.exp(),
            Scale::Logit => WHOLE / (1.0 + (-z).exp()),
            Scale::Gross(limit) => limit / (1.0 + (-z).exp()),
        }
    }

    /// The slope of the scale at a figure: how far on it a difference of 1 in the figure goes there.
    pub fn slope(self, value: f64, cutoffs: &CutOffs) -> f64 {
        let bounded = |limit: f64| {
            let y = held(value, limit, cutoffs);
            y.recip() + (limit - y).recip()
        };
        match self {
            Scale::Plain | Scale::Positive => 1.0,
            Scale::Log => value.recip(),
            Scale::Logit => bounded(WHOLE),
            Scale::Gross(limit) => bounded(limit),
        }
    }
}

/// A figure held a little away from both ends of its range.
fn held(value: f64, limit: f64, cutoffs: &CutOffs) -> f64 {
    value.max(cutoffs.held_share).min(limit - cutoffs.held_share)
}

fn odds(value: f64, limit: f64) -> f64 {
    (value / (limit - value)).ln()
}

/// How the figures of a series are measured.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Measure {
    /// The scale.
    pub scale: Scale,
    /// The unit of the last digit published, 0.1 for 16.9; 0 for whole things counted, which nobody has rounded.
    pub digit: f64,
    /// Whether it is a share, whose differences are in points.
    pub share: bool,
}

impl Measure {
    /// How these values of an indicator are measured. A gap may close altogether: it is taken as it is, never
    /// below 0, whatever it is a difference of.
    pub fn of(indicator: &Indicator, points: &[ValueAt]) -> Measure {
        let Indicator {
            kind, unit, limit, ..
        } = indicator;
        let measure = Measure::for_values(*kind, unit, *limit, points);
        match indicator.gap {
            Some(_) => Measure {
                scale: Scale::plain(points),
                ..measure
            },
            None => measure,
        }
    }

    /// How values of a kind in that unit with that natural limit are measured.
    pub fn for_values(kind: Kind, unit: &Unit, limit: Option<f64>, points: &[ValueAt]) -> Measure {
        let digit = last_digit(points.iter().map(|point| point.value));
        Measure {
            scale: Scale::for_values(kind, unit, limit, points),
            digit: if kind == Kind::Count && digit >= 1.0 {
                0.0
            } else {
                digit
            },
            share: kind == Kind::Share,
        }
    }
}

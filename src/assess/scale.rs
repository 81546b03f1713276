//! The scale on which a figure is forecast, so that no forecast leaves the figure's range: a rate stays above
//! 0, a share between 0 and 100.

use serde::Serialize;

use crate::catalogue::{Indicator, Kind};

use super::{CutOffs, ValueAt};

/// A scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
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
}

/// The whole of a share, in %.
const WHOLE: f64 = 100.0;

impl Scale {
    /// The scale for these values of an indicator. A gap may close altogether: it is forecast as it is, never
    /// below 0, whatever it is a difference of.
    pub fn of(indicator: &Indicator, points: &[ValueAt]) -> Scale {
        match indicator.gap {
            Some(_) => Scale::plain(points),
            None => Scale::for_values(indicator.kind, indicator.limit, points),
        }
    }

    /// The scale for values of a kind with that natural limit. A series that contradicts the scale of its
    /// kind (no deaths at all in a year, an enrolment of 104%) is forecast on the plain scale, never below 0
    /// if no value is.
    pub fn for_values(kind: Kind, limit: Option<f64>, points: &[ValueAt]) -> Scale {
        let all = |holds: fn(f64) -> bool| points.iter().all(|point| holds(point.value));
        match kind {
            Kind::Share if limit == Some(WHOLE) && all(|y| (0.0..=WHOLE).contains(&y)) => Scale::Logit,
            Kind::Rate | Kind::Count if all(|y| y > 0.0) => Scale::Log,
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

    /// Carries a figure onto the scale. A figure of 0 or less is at −∞ on the logarithmic one.
    pub fn forward(self, value: f64, cutoffs: &CutOffs) -> f64 {
        match self {
            Scale::Plain | Scale::Positive => value,
            Scale::Log => value.max(0.0).ln(),
            Scale::Logit => {
                let held = value.max(cutoffs.held_share).min(WHOLE - cutoffs.held_share);
                (held / (WHOLE - held)).ln()
            }
        }
    }

    /// Carries a figure back from the scale.
    pub fn back(self, z: f64) -> f64 {
        match self {
            Scale::Plain => z,
            Scale::Positive => z.max(0.0),
            Scale::Log => z.exp(),
            Scale::Logit => WHOLE / (1.0 + (-z).exp()),
        }
    }
}

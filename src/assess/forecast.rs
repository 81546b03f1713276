//! Forecasts: a damped trend from the newest value, with the interval of a random walk, on a scale where the
//! figure cannot leave its range. Chosen by back-test ([`super::backtest`]) over plain least squares, whose
//! intervals are far too narrow: a yearly series wanders, it does not scatter about a line.
//!
//! With z the figure on its scale at years t₁ < … < tₙ: the slope b is the weighted least-squares slope of z
//! on t, weight 0.7 for each year of age; the shock s has s² = Σ (Δz − b·Δt)²/Δt over the n − 1 steps, divided
//! by n − 2. H years on, the centre is zₙ + b·(φ + φ² + … + φᴴ), φ = 0.95, for shares 0.90 since
//! they slow down near their limit; the standard error is √(s²·(H + H²/(tₙ − t₁))), with Student's t of n − 2 degrees of freedom.

use serde::Serialize;

use crate::catalogue::Year;

use super::demand::Demand;
use super::number::{at_least, at_most, finite, years};
use super::scale::Scale;
use super::{CutOffs, ValueAt, student};

/// What a series says about its future.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// The scale of the figures below.
    pub scale: Scale,
    /// Number of values used.
    pub n: usize,
    /// The oldest year used.
    pub first: Year,
    /// The newest year used.
    pub last: Year,
    /// The newest value on the scale, zₙ.
    pub level: f64,
    /// Yearly slope b on the scale.
    pub slope: f64,
    /// Yearly shock s on the scale, 0 for a perfectly straight series; none for two values.
    pub shock: Option<f64>,
}

/// The forecast for one year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Forecast {
    /// The year.
    pub year: Year,
    /// The centre, in the unit of the series.
    pub value: f64,
    /// Lower end of the interval that holds the truth with [`CutOffs::coverage`]; none without an interval.
    pub low: Option<f64>,
    /// Upper end of it.
    pub high: Option<f64>,
    /// Chance of meeting the target, 0–1; none where there is no value to reach, or from two values.
    pub chance: Option<f64>,
    /// Whether the centre meets the target; none where there is no value to reach.
    pub meets: Option<bool>,
}

impl Fit {
    /// Learns from the values in the window that ends at `as_of`; `points` in order of years. None for fewer
    /// than two values.
    pub fn new(points: &[ValueAt], scale: Scale, as_of: Year, cutoffs: &CutOffs) -> Option<Fit> {
        let inside = |p: &&ValueAt| (0.0..=cutoffs.window_years).contains(&years(p.year, as_of));
        let window: Vec<(f64, f64)> = points
            .iter()
            .filter(inside)
            .map(|p| (f64::from(p.year), scale.forward(p.value, cutoffs)))
            .collect();
        let (&(first, _), &(last, level)) = (window.first()?, window.last()?);
        if window.len() < 2 {
            return None;
        }
        let slope = finite(weighted_slope(&window, cutoffs.slope_weight))?;
        let shock = match window.len() {
            2 => None,
            _ => Some(finite(shock(&window, slope, scale))?),
        };
        let year = |t: f64| t as Year;
        Some(Fit {
            scale,
            n: window.len(),
            first: year(first),
            last: year(last),
            level,
            slope,
            shock,
        })
    }

    /// The forecast for a year after the newest value, with the chance of meeting `demand`. None for another
    /// year, or where the centre runs out of all numbers.
    pub fn at(&self, year: Year, demand: Option<&Demand>, cutoffs: &CutOffs) -> Option<Forecast> {
        let horizon = years(self.last, year);
        if horizon < 1.0 {
            return None;
        }
        let centre = finite(self.level + self.slope * damped_years(horizon, self.damping(cutoffs)))?;
        let value = finite(self.scale.back(centre))?;
        let error = self.error(horizon);
        let (low, high) = error.and_then(|se| self.interval(centre, se, cutoffs)).unzip();
        let wanted = demand.and_then(|demand| wanted(demand, cutoffs));
        let wanted = wanted.map(|(from, to)| (self.bound(from, cutoffs), self.bound(to, cutoffs)));
        let meets = wanted.map(|(from, to)| at_least(centre, from) && at_most(centre, to));
        let chance = match (wanted, error) {
            (Some((from, to)), Some(se)) if se > 0.0 => self.chance(centre, se, from, to),
            // A perfectly straight series leaves no doubt, rightly or not.
            (Some(_), Some(_)) => meets.map(|meets| f64::from(u8::from(meets))),
            _ => None,
        };
        Some(Forecast {
            year,
            value,
            low,
            high,
            chance,
            meets,
        })
    }

    /// Part of the slope that is kept from one year to the next.
    fn damping(&self, cutoffs: &CutOffs) -> f64 {
        match self.scale {
            Scale::Logit => cutoffs.share_damping,
            Scale::Log | Scale::Plain | Scale::Positive => cutoffs.damping,
        }
    }

    /// Degrees of freedom of the shock.
    fn freedom(&self) -> f64 {
        self.n as f64 - 2.0
    }

    /// Standard error of the centre, on the scale; none from two values.
    fn error(&self, horizon: f64) -> Option<f64> {
        let span = years(self.first, self.last);
        self.shock
            .and_then(|s| finite(s * (horizon + horizon * horizon / span).sqrt()))
    }

    fn interval(&self, centre: f64, error: f64, cutoffs: &CutOffs) -> Option<(f64, f64)> {
        if error <= 0.0 {
            return None;
        }
        let reach = error * student::quantile(0.5 + 0.5 * cutoffs.coverage, self.freedom())?;
        finite(self.scale.back(centre - reach)).zip(finite(self.scale.back(centre + reach)))
    }

    /// An end of the values wanted, on the scale; an open end stays open.
    fn bound(&self, value: f64, cutoffs: &CutOffs) -> f64 {
        if value.is_finite() {
            self.scale.forward(value, cutoffs)
        } else {
            value
        }
    }

    fn chance(&self, centre: f64, error: f64, from: f64, to: f64) -> Option<f64> {
        let below = |z: f64| student::cdf((z - centre) / error, self.freedom());
        // Both ends from their own side: a chance close to 0 keeps its digits.
        let chance = match (from.is_finite(), to == f64::INFINITY) {
            (_, true) => student::cdf((centre - from) / error, self.freedom())?,
            _ => below(to)? - below(from)?,
        };
        Some(chance.clamp(0.0, 1.0))
    }
}

/// The values that meet a demand, from–to, either end open. A single value has no chance at all in a
/// continuous distribution: for `=` it is widened by what counts as nearly met.
fn wanted(demand: &Demand, cutoffs: &CutOffs) -> Option<(f64, f64)> {
    match *demand {
        Demand::AtLeast(goal) => Some((goal, f64::INFINITY)),
        Demand::AtMost(goal) => Some((f64::NEG_INFINITY, goal)),
        Demand::Exactly(goal) => {
            let around = cutoffs.nearly_met * goal.abs();
            Some((goal - around, goal + around))
        }
        Demand::Near { goal, tolerance } => Some((goal - tolerance, goal + tolerance)),
        Demand::Parity { tolerance } => Some((1.0 - tolerance, 1.0 + tolerance)),
        Demand::Rise | Demand::Fall => None,
    }
}

/// Least-squares slope with a weight that falls by `weight` for each year before the newest.
pub(super) fn weighted_slope(window: &[(f64, f64)], weight: f64) -> f64 {
    let last = window.last().map_or(0.0, |(t, _)| *t);
    let weighted = || window.iter().map(|&(t, z)| (weight.powf(last - t), t - last, z));
    let total: f64 = weighted().map(|(w, _, _)| w).sum();
    let mean_t = weighted().map(|(w, t, _)| w * t).sum::<f64>() / total;
    let mean_z = weighted().map(|(w, _, z)| w * z).sum::<f64>() / total;
    let cross: f64 = weighted().map(|(w, t, z)| w * (t - mean_t) * (z - mean_z)).sum();
    let square: f64 = weighted().map(|(w, t, _)| w * (t - mean_t) * (t - mean_t)).sum();
    cross / square
}

/// The shock s of the steps about the slope, exactly 0 where nothing but rounding is left of it.
fn shock(window: &[(f64, f64)], slope: f64, scale: Scale) -> f64 {
    let steps = window
        .windows(2)
        .map(|pair| (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1));
    let square: f64 = steps
        .map(|(dt, dz)| (dz - slope * dt) * (dz - slope * dt) / dt)
        .sum();
    let shock = (square / (window.len() as f64 - 2.0)).sqrt();
    let size = match scale {
        Scale::Log | Scale::Logit => 1.0,
        Scale::Plain | Scale::Positive => window.iter().map(|(_, z)| z.abs()).fold(0.0, f64::max),
    };
    if shock <= 1e-10 * size { 0.0 } else { shock }
}

/// φ + φ² + … + φᴴ
fn damped_years(horizon: f64, damping: f64) -> f64 {
    if damping < 1.0 {
        damping * (1.0 - damping.powf(horizon)) / (1.0 - damping)
    } else {
        horizon
    }
}

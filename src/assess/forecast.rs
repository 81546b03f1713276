//! Forecasts: a damped trend from the newest value, with the interval of a random walk, on a scale where the
//! figure cannot leave its range. Chosen by back-test ([`super::backtest`]) over plain least squares, whose
//! intervals are far too narrow: a yearly series wanders, it does not scatter about a line.
//!
//! With z the figure on its scale at years t₁ < … < tₙ, n ≥ 3: the slope b is the weighted least-squares slope of z
//! on t, weight 0.7 for each year of age; the shock s has s² = Σ (Δz − b·Δt)²/Δt over the n − 1 steps, divided
//! by n − 2. H years on, the centre is zₙ + b·(φ + φ² + … + φᴴ), φ = 0.95, for shares 0.90 since
//! they slow down near their limit; the standard error is √(s*²·(H + H²/(tₙ − t₁))), with Student's t of n − 2
//! degrees of freedom. The spread s* is s, but never less than rounding alone leaves (u·g′(yₙ)/√6, u the last digit
//! published and g′ the slope of the scale) nor than a floor: where s was tiny the interval held the truth too seldom.

use serde::Serialize;

use crate::catalogue::Year;

use super::demand::Demand;
use super::number::{at_least, at_most, finite, years};
use super::scale::{Measure, Scale};
use super::{CutOffs, ValueAt, student};

/// Values without which a series says nothing about its future.
pub const FEWEST: usize = 3;

/// What a series says about its future.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// How the figures are measured.
    pub measure: Measure,
    /// Number of values used, at least [`FEWEST`].
    pub n: usize,
    /// The oldest year used.
    pub first: Year,
    /// The newest year used.
    pub last: Year,
    /// The newest value on the scale, zₙ.
    pub level: f64,
    /// Yearly slope b on the scale.
    pub slope: f64,
    /// Yearly shock s on the scale, 0 for a perfectly straight series.
    pub shock: f64,
    /// The spread s* that intervals rest on, always above 0.
    pub spread: f64,
}

/// The forecast for one year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Forecast {
    /// The year.
    pub year: Year,
    /// The centre, in the unit of the series.
    pub value: f64,
    /// Lower end of the interval that holds the truth with [`CutOffs::coverage`].
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// How it stands to the target; none where there is no value to reach.
    pub odds: Option<Odds>,
}

/// How a forecast stands to a target.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Odds {
    /// Whether the centre meets the target.
    pub meets: bool,
    /// Chance of meeting the target, 0–1.
    pub chance: f64,
    /// Chance of meeting it nearly (基本实现) at least, 0–1: a target of 100% is otherwise never likely. Warnings, on
    /// track and the office's four rest on this one.
    pub nearly: f64,
}

/// Why nothing is forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoForecast {
    /// The target is due.
    Due,
    /// The target is a state (每县至少 1 所), which has no trend.
    State,
    /// Of too few cases no trend is claimed.
    SmallNumber,
    /// Fewer values than [`FEWEST`].
    FewValues,
    /// The newest value is so old that the series may have gone anywhere since.
    Old,
    /// It leads so far beyond the target that a number would only look precise.
    FarBeyond,
}

impl Fit {
    /// Learns from the values in the window that ends at `as_of`; `points` in order of years. None for fewer
    /// than [`FEWEST`] values.
    pub fn new(points: &[ValueAt], measure: Measure, as_of: Year, cutoffs: &CutOffs) -> Option<Fit> {
        let inside = |p: &&ValueAt| (0.0..=cutoffs.window_years).contains(&years(p.year, as_of));
        let window: Vec<ValueAt> = points.iter().filter(inside).copied().collect();
        Fit::of(&window, measure, cutoffs)
    }

    /// Learns from all of these values.
    pub(super) fn of(window: &[ValueAt], measure: Measure, cutoffs: &CutOffs) -> Option<Fit> {
        if window.len() < FEWEST {
            return None;
        }
        let (first, last) = (window.first()?, window.last()?);
        let on_scale: Vec<(f64, f64)> = window
            .iter()
            .map(|p| (f64::from(p.year), measure.scale.forward(p.value, cutoffs)))
            .collect();
        let slope = finite(weighted_slope(&on_scale, cutoffs.slope_weight))?;
        let shock = finite(shock(&on_scale, slope, measure.scale))?;
        Some(Fit {
            measure,
            n: window.len(),
            first: first.year,
            last: last.year,
            level: measure.scale.forward(last.value, cutoffs),
            slope,
            shock,
            spread: finite(shock.max(least_spread(window, measure, cutoffs)))?,
        })
    }

    /// The forecast for a year after the newest value, with the chance of meeting `demand`. None for another
    /// year, or where the centre runs out of all numbers.
    pub fn at(&self, year: Year, demand: Option<&Demand>, cutoffs: &CutOffs) -> Option<Forecast> {
        let horizon = years(self.last, year);
        if horizon < 1.0 {
            return None;
        }
        let scale = self.measure.scale;
        let centre = finite(self.level + self.slope * damped_years(horizon, self.damping(cutoffs)))?;
        let error = self.error(horizon)?;
        let reach = error * student::quantile(0.5 + 0.5 * cutoffs.coverage, self.freedom())?;
        Some(Forecast {
            year,
            value: finite(scale.back(centre))?,
            low: finite(scale.back(centre - reach))?,
            high: finite(scale.back(centre + reach))?,
            odds: demand.and_then(|demand| self.odds(demand, centre, error, cutoffs)),
        })
    }

    /// How a centre stands to a demand; none where there is no value to reach.
    fn odds(&self, demand: &Demand, centre: f64, error: f64, cutoffs: &CutOffs) -> Option<Odds> {
        let on_scale = |(from, to)| (self.bound(from, cutoffs), self.bound(to, cutoffs));
        let (from, to) = on_scale(wanted(demand, 0.0, cutoffs)?);
        let (near_from, near_to) = on_scale(wanted(demand, cutoffs.nearly_met, cutoffs)?);
        Some(Odds {
            meets: at_least(centre, from) && at_most(centre, to),
            chance: self.chance(centre, error, from, to)?,
            nearly: self.chance(centre, error, near_from, near_to)?,
        })
    }

    /// Part of the slope that is kept from one year to the next.
    fn damping(&self, cutoffs: &CutOffs) -> f64 {
        match self.measure.scale {
            Scale::Logit => cutoffs.share_damping,
            Scale::Log | Scale::Gross(_) | Scale::Plain | Scale::Positive => cutoffs.damping,
        }
    }

    /// Degrees of freedom of the shock.
    pub(super) fn freedom(&self) -> f64 {
        self.n as f64 - 2.0
    }

    /// Standard error of the centre, on the scale.
    fn error(&self, horizon: f64) -> Option<f64> {
        let span = years(self.first, self.last);
        finite(self.spread * (horizon + horizon * horizon / span).sqrt()).filter(|error| *error > 0.0)
    }

    /// An end of the values wanted, on the scale; an open end stays open.
    fn bound(&self, value: f64, cutoffs: &CutOffs) -> f64 {
        if value.is_finite() {
            self.measure.scale.forward(value, cutoffs)
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

/// The values that meet a demand, from–to, either end open, with `part` of the goal allowed on the wrong side. A
/// single value has no chance at all in a continuous distribution: for `=` it is always widened by what counts as
/// nearly met.
fn wanted(demand: &Demand, part: f64, cutoffs: &CutOffs) -> Option<(f64, f64)> {
    let goal = demand.goal()?;
    let more = part * goal.abs();
    match *demand {
        Demand::AtLeast(goal) => Some((goal - more, f64::INFINITY)),
        Demand::AtMost(goal) => Some((f64::NEG_INFINITY, goal + more)),
        Demand::Exactly(goal) => {
            let around = cutoffs.nearly_met * goal.abs();
            Some((goal - around, goal + around))
        }
        Demand::Near { goal, below, above } => Some((goal - below - more, goal + above + more)),
        Demand::Parity { tolerance } => Some((1.0 - tolerance - more, 1.0 + tolerance + more)),
        Demand::Rise | Demand::Fall => None,
    }
}

/// Least-squares slope with a weight that falls by `weight` for each year before the newest.
pub(super) fn weighted_slope(window: &[(f64, f64)], weight: f64) -> f64 {
    let last = window.last().map_or(0.0, |(t, _)| *t);
    let weighted: Vec<(f64, f64, f64)> = window
        .iter()
        .map(|&(t, z)| (weight.powf(last - t), t - last, z))
        .collect();
    let sum =
        |of: &dyn Fn(f64, f64, f64) -> f64| -> f64 { weighted.iter().map(|&(w, t, z)| of(w, t, z)).sum() };
    let total = sum(&|w, _, _| w);
    let mean_t = sum(&|w, t, _| w * t) / total;
    let mean_z = sum(&|w, _, z| w * z) / total;
    let cross = sum(&|w, t, z| w * (t - mean_t) * (z - mean_z));
    let square = sum(&|w, t, _| w * (t - mean_t) * (t - mean_t));
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
    let size = if scale.is_plain() {
        window.iter().map(|(_, z)| z.abs()).fold(0.0, f64::max)
    } else {
        1.0
    };
    if shock <= 1e-10 * size { 0.0 } else { shock }
}

/// The least spread: what rounding to the last digit leaves, and a floor by scale.
fn least_spread(window: &[ValueAt], measure: Measure, cutoffs: &CutOffs) -> f64 {
    let newest = window.last().map_or(0.0, |point| point.value);
    let rounding = measure.digit * measure.scale.slope(newest, cutoffs) / 6f64.sqrt();
    let mean = window.iter().map(|point| point.value).sum::<f64>() / window.len() as f64;
    let floor = match (measure.scale.is_plain(), measure.share) {
        (false, _) => cutoffs.least_spread,
        (true, true) => cutoffs.least_spread_points,
        (true, false) => cutoffs.least_spread * mean.abs(),
    };
    rounding.max(floor)
}

/// φ + φ² + … + φᴴ
fn damped_years(horizon: f64, damping: f64) -> f64 {
    if damping < 1.0 {
        damping * (1.0 - damping.powf(horizon)) / (1.0 - damping)
    } else {
        horizon
    }
}

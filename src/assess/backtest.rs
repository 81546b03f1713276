//! How good the forecasts are, measured: every series is cut at every year, the values after the cut are
//! forecast from those before it, and compared with what came true. Two rivals are measured beside ours: "no
//! change", and least squares on a straight line.

use serde::Serialize;
use strum::EnumCount;

use crate::catalogue::Year;

use super::forecast::{Fit, weighted_slope};
use super::number::{finite, years};
use super::scale::{Measure, Scale};
use super::{CutOffs, ValueAt, student};

/// Values before a cut that a series needs for the cut to be used.
pub const FEWEST: usize = 4;

/// Weight of a year in the rival's least squares, relative to the year after it.
const RIVAL_WEIGHT: f64 = 0.85;

/// A way to forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// The one that the app uses: [`super::forecast`].
    Damped,
    /// The newest value stays as it is; the interval is that of a random walk without a slope.
    NoChange,
    /// A straight line through the values on the plain or logarithmic scale, with its usual t interval.
    LeastSquares,
}

impl Method {
    /// Every method, ours first.
    pub const ALL: [Method; Method::COUNT] = [Method::Damped, Method::NoChange, Method::LeastSquares];
}

/// How one method did at some horizons.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Outcome {
    /// The method.
    pub method: Method,
    /// The shortest and the longest horizon, in years.
    pub horizons: (Year, Year),
    /// Number of forecasts compared.
    pub forecasts: usize,
    /// Mean absolute error relative to what came true, 0.05 for 5%; 0 without forecasts.
    pub error: f64,
    /// Number of forecasts with an interval.
    pub intervals: usize,
    /// Part of the intervals that held the truth, 0–1; none without intervals.
    pub coverage: Option<f64>,
}

/// The horizons told apart, in years.
pub const HORIZONS: [(Year, Year); 2] = [(1, 3), (4, 8)];

/// What the back-test found on the published series that the project carries, for the page that explains the method; a
/// test keeps it true. Errors and parts in percent, of which errors have one decimal.
pub const FINDINGS: [Finding; HORIZONS.len()] = [
    Finding {
        name: "near",
        error: 2.5,
        held: 85.0,
        no_change: 7.7,
        straight_line: 3.4,
    },
    Finding {
        name: "far",
        error: 4.5,
        held: 92.0,
        no_change: 22.6,
        straight_line: 9.0,
    },
];

/// What was found at one of the [`HORIZONS`], in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// A word for the horizon.
    pub name: &'static str,
    /// Mean error of the damped trend.
    pub error: f64,
    /// Part of its intervals that held the truth.
    pub held: f64,
    /// Mean error where nothing is taken to change.
    pub no_change: f64,
    /// Mean error of a straight line.
    pub straight_line: f64,
}

/// Back-tests every method at all [`HORIZONS`] over series with the scale of their kind; points in order of
/// years. Cuts before which a series has fewer than [`FEWEST`] values are passed over, and so are values of 0,
/// which nothing is relative to.
pub fn backtest(series: &[(Measure, Vec<ValueAt>)], cutoffs: &CutOffs) -> Vec<Outcome> {
    let trials: Vec<Trial<'_>> = series
        .iter()
        .flat_map(|(measure, points)| trials(*measure, points, cutoffs))
        .collect();
    let outcomes = HORIZONS.into_iter().flat_map(|horizons| {
        let trials = &trials;
        Method::ALL
            .into_iter()
            .map(move |method| outcome(method, horizons, trials, cutoffs))
    });
    outcomes.collect()
}

/// The centre of a forecast and its interval, where it has one.
struct Guess {
    value: f64,
    interval: Option<(f64, f64)>,
}

/// One value, and what was known when it was to be forecast.
struct Trial<'a> {
    measure: Measure,
    known: &'a [ValueAt],
    cut: Year,
    truth: ValueAt,
}

fn trials<'a>(
    measure: Measure,
    points: &'a [ValueAt],
    cutoffs: &CutOffs,
) -> impl Iterator<Item = Trial<'a>> + use<'a> {
    let window = cutoffs.window_years;
    (1..=points.len()).flat_map(move |end| {
        let cut = points[end - 1].year;
        let inside = points[..end]
            .iter()
            .filter(|p| years(p.year, cut) <= window)
            .count();
        let known = &points[end - inside..end];
        let later = points[end..]
            .iter()
            .filter(move |truth| inside >= FEWEST && truth.value != 0.0);
        later.map(move |truth| Trial {
            measure,
            known,
            cut,
            truth: *truth,
        })
    })
}

fn outcome(method: Method, horizons: (Year, Year), trials: &[Trial<'_>], cutoffs: &CutOffs) -> Outcome {
    let (mut forecasts, mut error, mut intervals, mut held) = (0, 0.0, 0, 0);
    for trial in trials {
        let horizon = trial.truth.year - trial.cut;
        if horizon < horizons.0 || horizon > horizons.1 {
            continue;
        }
        let Some(forecast) = forecast(method, trial, cutoffs) else {
            continue;
        };
        forecasts += 1;
        error += ((forecast.value - trial.truth.value) / trial.truth.value).abs();
        if let Some((low, high)) = forecast.interval {
            intervals += 1;
            held += usize::from((low..=high).contains(&trial.truth.value));
        }
    }
    Outcome {
        method,
        horizons,
        forecasts,
        error: finite(error / forecasts as f64).unwrap_or(0.0),
        intervals,
        coverage: (intervals > 0).then(|| held as f64 / intervals as f64),
    }
}

fn forecast(method: Method, trial: &Trial<'_>, cutoffs: &CutOffs) -> Option<Guess> {
    let year = trial.truth.year;
    match method {
        Method::Damped => {
            let fit = Fit::new(trial.known, trial.measure, trial.cut, cutoffs)?;
            fit.at(year, None, cutoffs).map(|forecast| Guess {
                value: forecast.value,
                interval: Some((forecast.low, forecast.high)),
            })
        }
        Method::NoChange => no_change(trial, cutoffs),
        Method::LeastSquares => least_squares(trial, cutoffs),
    }
}

fn no_change(trial: &Trial<'_>, cutoffs: &CutOffs) -> Option<Guess> {
    let scale = trial.measure.scale;
    let z = |point: &ValueAt| scale.forward(point.value, cutoffs);
    let square: f64 = trial
        .known
        .windows(2)
        .map(|pair| (z(&pair[1]) - z(&pair[0])).powi(2) / years(pair[0].year, pair[1].year))
        .sum();
    let freedom = trial.known.len() as f64 - 1.0;
    let error = (square / freedom * years(trial.cut, trial.truth.year)).sqrt();
    spread(scale, z(trial.known.last()?), error, freedom, cutoffs)
}

fn least_squares(trial: &Trial<'_>, cutoffs: &CutOffs) -> Option<Guess> {
    let scale = if trial.measure.scale == Scale::Log {
        Scale::Log
    } else {
        Scale::Plain
    };
    let ahead = years(trial.cut, trial.truth.year);
    let line: Vec<(f64, f64)> = trial
        .known
        .iter()
        .map(|p| (-years(p.year, trial.cut), scale.forward(p.value, cutoffs)))
        .collect();
    let slope = weighted_slope(&line, RIVAL_WEIGHT);
    let weighted = || line.iter().map(|&(t, z)| (RIVAL_WEIGHT.powf(-t), t, z));
    let total: f64 = weighted().map(|(w, _, _)| w).sum();
    let mean_t = weighted().map(|(w, t, _)| w * t).sum::<f64>() / total;
    let mean_z = weighted().map(|(w, _, z)| w * z).sum::<f64>() / total;
    let residual = |t: f64, z: f64| z - mean_z - slope * (t - mean_t);
    let rest: f64 = weighted().map(|(w, t, z)| w * residual(t, z).powi(2)).sum();
    let square: f64 = weighted().map(|(w, t, _)| w * (t - mean_t).powi(2)).sum();
    let freedom = line.len() as f64 - 2.0;
    let leverage = 1.0 + 1.0 / total + (ahead - mean_t).powi(2) / square;
    let error = (rest / freedom * leverage).sqrt();
    spread(scale, mean_z + slope * (ahead - mean_t), error, freedom, cutoffs)
}

/// A forecast from its centre and standard error on a scale.
fn spread(scale: Scale, centre: f64, error: f64, freedom: f64, cutoffs: &CutOffs) -> Option<Guess> {
    let value = finite(scale.back(centre))?;
    let reach = student::quantile(0.5 + 0.5 * cutoffs.coverage, freedom).map(|t| t * error);
    let interval = reach
        .filter(|reach| *reach > 0.0)
        .and_then(|reach| finite(scale.back(centre - reach)).zip(finite(scale.back(centre + reach))));
    Some(Guess { value, interval })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome_of(outcomes: &[Outcome], method: Method, horizons: (Year, Year)) -> Outcome {
        *outcomes
            .iter()
            .find(|o| o.method == method && o.horizons == horizons)
            .unwrap()
    }

    #[test]
    fn every_cut_with_enough_values_is_tried() {
        let points: Vec<ValueAt> = (2010..2018)
            .map(|year| ValueAt {
                year,
                value: f64::from(year - 2000),
            })
            .collect();
        let plain = Measure {
            scale: Scale::Plain,
            digit: 0.0,
            share: false,
        };
        let outcomes = backtest(&[(plain, points)], &CutOffs::default());
        assert_eq!(outcomes.len(), Method::ALL.len() * HORIZONS.len());
        for method in Method::ALL {
            // Cuts after 4, 5, 6 and 7 of 8 values: 3 + 3 + 2 + 1 near ones, and one 4 years away.
            assert_eq!(outcome_of(&outcomes, method, (1, 3)).forecasts, 9);
            assert_eq!(outcome_of(&outcomes, method, (4, 8)).forecasts, 1);
        }
        let straight = outcome_of(&outcomes, Method::LeastSquares, (4, 8));
        assert!(straight.error < 1e-12, "a straight line goes on straight");
        let stays = outcome_of(&outcomes, Method::NoChange, (4, 8));
        assert!((stays.error - 4.0 / 17.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_to_try_has_no_error_and_no_coverage() {
        for outcome in backtest(&[], &CutOffs::default()) {
            assert_eq!(
                (outcome.forecasts, outcome.error, outcome.coverage),
                (0, 0.0, None)
            );
        }
    }
}

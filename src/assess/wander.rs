//! Whether a change since the base can be told from the series' own wandering. A change that cannot is held back: it
//! is no progress and no step back, however its last digits look.
//!
//! With z the figure on its scale, s its yearly shock over the last eight years (over the window of forecasts where
//! fewer than four values lie there), n their number and Δt the years since the base, a change is held back where
//!
//! `(z_l − z₀)² < max(c²·s²·Δt, 1.2816²·(v₀ + v_l))`,
//!
//! c the 90% quantile of Student's t with n − 2 degrees of freedom, v the variance that the number of cases behind
//! a value leaves: 1/(k + ½) for a rate, 1/(k + ½) + 1/(N − k + ½) for a share of N. It is held back, too, where it is
//! no more than one unit of the last digit published. Never where three steps or more all went one way and together
//! further than that unit; nor with two values, of which nothing is known but themselves.

use statrs::distribution::{ContinuousCDF, Normal};

use super::forecast::Fit;
use super::number::{at_most, years};
use super::scale::{Measure, Scale};
use super::{CutOffs, ValueAt, student};

/// What a change is tried by.
pub(super) struct Trial<'a> {
    /// The values since the last break of the series, in order of years.
    pub known: &'a [ValueAt],
    /// How they are measured.
    pub measure: Measure,
    /// Numbers of cases behind them, where they are known.
    pub cases: &'a [ValueAt],
    /// The fit over the window of forecasts, for a series with few values of late.
    pub fit: Option<&'a Fit>,
}

impl Trial<'_> {
    /// Whether the change from `base` to `latest` is within the series' usual variation.
    pub fn is_held(&self, base: ValueAt, latest: ValueAt, cutoffs: &CutOffs) -> bool {
        let Some(fit) = self.window(latest, cutoffs) else {
            return false;
        };
        let digit = self.measure.digit;
        let change = (latest.value - base.value).abs();
        if self.is_steady(base, latest, cutoffs) && !at_most(change, digit) {
            return false;
        }
        if digit > 0.0 && at_most(change, digit) {
            return true;
        }
        if fit.shock == 0.0 {
            return false;
        }
        let z = |point: ValueAt| self.measure.scale.forward(point.value, cutoffs);
        let confidence = cutoffs.clear_confidence;
        let Some(c) = student::quantile(confidence, fit.freedom()) else {
            return false;
        };
        let wandering = c * c * fit.shock * fit.shock * years(base.year, latest.year);
        let counting = self.count_variance(base, latest, confidence);
        (z(latest) - z(base)).powi(2) < wandering.max(counting)
    }

    /// The noise window: the values of the last years where there are enough of them.
    fn window(&self, latest: ValueAt, cutoffs: &CutOffs) -> Option<Fit> {
        let inside = |p: &&ValueAt| (0.0..=cutoffs.clear_years).contains(&years(p.year, latest.year));
        let window: Vec<ValueAt> = self.known.iter().filter(inside).copied().collect();
        if window.len() as f64 >= cutoffs.clear_values {
            Fit::of(&window, self.measure, cutoffs)
        } else {
            self.fit.copied()
        }
    }

    /// Whether enough steps since the base all went one way.
    fn is_steady(&self, base: ValueAt, latest: ValueAt, cutoffs: &CutOffs) -> bool {
        let after = |p: &&ValueAt| p.year > base.year && p.year <= latest.year;
        let since: Vec<f64> = std::iter::once(base.value)
            .chain(self.known.iter().filter(after).map(|point| point.value))
            .collect();
        let steps = || since.windows(2).map(|two| two[1] - two[0]);
        let enough = steps().count() as f64 >= cutoffs.steady_steps;
        enough && (steps().all(|step| step > 0.0) || steps().all(|step| step < 0.0))
    }

    /// What the numbers of cases leave open, where they are known and the scale tells parts of the figure.
    fn count_variance(&self, base: ValueAt, latest: ValueAt, confidence: f64) -> f64 {
        let variance = |point: ValueAt| {
            let cases = self.cases.iter().find(|cases| cases.year == point.year)?.value;
            let (k, n) = (cases + 0.5, 100.0 * cases / point.value);
            match self.measure.scale {
                Scale::Log => Some(k.recip()),
                Scale::Logit if n >= cases => Some(k.recip() + (n - cases + 0.5).recip()),
                _ => None,
            }
        };
        let both = variance(base).unwrap_or(0.0) + variance(latest).unwrap_or(0.0);
        Normal::standard().inverse_cdf(confidence).powi(2) * both
    }
}

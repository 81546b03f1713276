//! The value axis: round steps around everything that is drawn, from zero where that costs little.

use crate::text::{decimals, number};

/// A value axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// The value at the bottom.
    pub min: f64,
    /// The value at the top.
    pub max: f64,
    /// The distance of two grid lines.
    pub step: f64,
}

/// Below this share of the highest value the lowest is near enough to zero for the axis to start there.
const NEAR_ZERO: f64 = 0.4;

/// How near a value may come to the edge, in steps, before the axis gets another step.
const EDGE: f64 = 0.2;

impl Scale {
    /// Fits an axis around the values with about `steps` steps. A natural limit, such as 100 %, is not passed
    /// unless a value does.
    pub fn fit(values: impl IntoIterator<Item = f64>, steps: usize, limit: Option<f64>) -> Scale {
        let finite = values.into_iter().filter(|value| value.is_finite());
        let (low, high) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let (low, high) = if low <= high {
            spread(low, high)
        } else {
            (0.0, 1.0)
        };
        let from_zero = low >= 0.0 && low <= NEAR_ZERO * high;
        let step = round_step((high - if from_zero { 0.0 } else { low }) / steps.max(1) as f64);

        let mut min = if from_zero {
            0.0
        } else {
            (low / step).floor() * step
        };
        let mut max = (high / step).ceil() * step;
        if low - min < EDGE * step && min != 0.0 {
            min -= step;
        }
        if max - high < EDGE * step {
            max += step;
        }
        if low >= 0.0 {
            min = min.max(0.0);
        }
        if let Some(limit) = limit.filter(|limit| high <= *limit) {
            max = max.min(limit);
        }
        Scale { min, max, step }
    }

    /// Where a value stands between bottom (0) and top (1).
    pub fn share(&self, value: f64) -> f64 {
        (value - self.min) / (self.max - self.min)
    }

    /// The values at the grid lines, as text.
    pub fn ticks(&self) -> Vec<String> {
        let digits = decimals([self.step, self.min]);
        let count = ((self.max - self.min) / self.step + 1e-9).floor() as usize;
        (0..=count)
            .map(|n| number(self.min + n as f64 * self.step, Some(digits)))
            .collect()
    }
}

/// Room around values that are all the same.
fn spread(low: f64, high: f64) -> (f64, f64) {
    if high - low > 1e-9 * high.abs().max(low.abs()) {
        return (low, high);
    }
    let room = if low == 0.0 { 1.0 } else { 0.1 * low.abs() };
    (low - if low > 0.0 { room.min(low) } else { 0.0 }, high + room)
}

/// The smallest round number (1, 2, 2.5 or 5 times a power of ten) that is not below `least`.
fn round_step(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    let round = [1.0, 2.0, 2.5, 5.0].map(|lead| lead * power);
    round
        .into_iter()
        .find(|step| *step >= least * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(values: &[f64]) -> Scale {
        Scale::fit(values.iter().copied(), 5, None)
    }

    #[test]
    fn zero_is_shown_only_where_it_is_near() {
        assert_eq!(fit(&[3.0, 18.0]).min, 0.0);
        assert!(fit(&[90.5, 96.0]).min > 80.0);
        assert!(fit(&[-4.0, 6.0]).min < -4.0);
    }

    #[test]
    fn no_value_lies_on_the_edge_but_zero_and_the_limit() {
        let scale = fit(&[12.0, 20.0]);
        assert!(scale.min < 12.0 && scale.max > 20.0, "{scale:?}");
        let share = Scale::fit([92.0, 99.9], 5, Some(100.0));
        assert_eq!(share.max, 100.0);
        assert!(Scale::fit([92.0, 104.0], 5, Some(100.0)).max > 104.0);
    }

    #[test]
    fn any_values_make_a_finite_axis() {
        for values in [
            &[][..],
            &[0.0],
            &[f64::NAN],
            &[7.0, 7.0],
            &[-3.0],
            &[1e-7, 2e-7],
            &[1e12],
        ] {
            let Scale { min, max, step } = fit(values);
            assert!(
                min.is_finite() && max > min && step > 0.0,
                "{values:?}: {min} {max} {step}"
            );
            assert!(fit(values).ticks().len() < 12, "{values:?}");
        }
    }

    #[test]
    fn ticks_are_printed_alike() {
        assert_eq!(
            fit(&[0.2, 2.3]).ticks(),
            ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"]
        );
        assert_eq!(
            fit(&[500.0, 4000.0]).ticks().last().map(String::as_str),
            Some("5,000")
        );
    }
}

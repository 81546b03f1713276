//! Whether a series swings: its yearly shock is large, and it turns back more often than not. A smooth curve
//! never swings, however far it bends away from a straight line.

use serde::Serialize;

use crate::catalogue::Year;

use super::forecast::Fit;
use super::number::at_least;
use super::{CutOffs, ValueAt};

/// What makes a series one that swings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Swing {
    /// The oldest year looked at.
    pub from: Year,
    /// The newest year looked at.
    pub to: Year,
    /// Years between these two.
    pub inner: usize,
    /// How many of them are turning points.
    pub turns: usize,
    /// The yearly shock on the scale of forecasts; on the plain scale as a part of the mean.
    pub shock: f64,
}

/// Whether the values that `fit` has learned from swing.
pub fn swing(points: &[ValueAt], fit: &Fit, cutoffs: &CutOffs) -> Option<Swing> {
    let inside = |p: &&ValueAt| p.year >= fit.first && p.year <= fit.last;
    let values: Vec<f64> = points.iter().filter(inside).map(|p| p.value).collect();
    if (values.len() as f64) < cutoffs.swing_values.max(3.0) {
        return None;
    }
    let shock = relative_shock(fit, &values)?;
    let is_turn = |three: &[f64]| {
        let (before, here, after) = (three[0], three[1], three[2]);
        let enough = if fit.measure.share {
            cutoffs.swing_points
        } else {
            cutoffs.swing_move * here.abs()
        };
        let (up, down) = (here - before, after - here);
        let back = (up > 0.0 && down < 0.0) || (up < 0.0 && down > 0.0);
        back && at_least(up.abs(), enough) && at_least(down.abs(), enough)
    };
    let turns = values.windows(3).filter(|three| is_turn(three)).count();
    let inner = values.len() - 2;
    let often = turns as f64 >= cutoffs.swing_turns * inner as f64;
    (often && shock > cutoffs.swing_shock).then_some(Swing {
        from: fit.first,
        to: fit.last,
        inner,
        turns,
        shock,
    })
}

fn relative_shock(fit: &Fit, values: &[f64]) -> Option<f64> {
    if !fit.measure.scale.is_plain() {
        return Some(fit.shock);
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    super::number::finite(fit.shock / mean.abs())
}

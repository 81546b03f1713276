//! What a target demands once every number in it is known: 下降20% has become a value, a comparison the other
//! indicator's figure. The rules that need a side to approach from turn a figure that should be *near*
//! something into its distance, which should shrink.
//!
//! | in the plan | demand | met when |
//! |---|---|---|
//! | 达到…以上, 不低于, 至少 | at least T | value ≥ T |
//! | …以下, 控制在…以内, 降至 | at most T | value ≤ T |
//! | 左右 | near T | within 2 points of T for a share, 2% of T for anything else; a share of women up to 52% |
//! | 保持在…以上 | at least T | the newest year ≥ T; earlier years that missed it are named |
//! | 以2020年为基数下降20% | at most 0.8 × base | value ≤ T; a percent, never points |
//! | 不低于 another indicator | at least its value | in the newest year that both have |
//! | 逐步提高, 明显下降, 差距缩小 | rise, fall | never: judged by growth alone |

use serde::Serialize;

use crate::catalogue::{Direction, Indicator, Kind, Op, Target, Trend};

use super::number::{at_least, at_most, finite, same};
use super::{CutOffs, Level, ValueAt};

/// A resolved target, in the unit of the series. Bounds are inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Demand {
    /// The value or more.
    AtLeast(f64),
    /// The value or less.
    AtMost(f64),
    /// The value itself.
    Exactly(f64),
    /// Around `goal`: no further from it than is allowed on either side.
    Near {
        /// The value named.
        goal: f64,
        /// Distance allowed below it.
        below: f64,
        /// Distance allowed above it, at least that below.
        above: f64,
    },
    /// A ratio of two groups at 1, where 0.9 is as far off as 1/0.9.
    Parity {
        /// Distance from 1 allowed.
        tolerance: f64,
    },
    /// More than before, without a value to reach.
    Rise,
    /// Less than before, without a value to reach.
    Fall,
}

impl Demand {
    /// Resolves a target. None where a number that it needs is missing: no base for a change, no figure to
    /// compare with, a unit that does not convert; and for a milestone, which demands no number.
    ///
    /// A change is a percent of the base, never points: 90 less 30% is 63.
    pub fn resolve(
        indicator: &Indicator,
        target: &Target,
        base: Option<ValueAt>,
        compared_with: Option<ValueAt>,
        cutoffs: &CutOffs,
    ) -> Option<Demand> {
        let factor = match &target.unit {
            Some(unit) => unit.factor_to(&indicator.unit),
            None => Some(1.0),
        };
        let converted = |value: f64| finite(value * factor?);
        let near = |goal: f64| match indicator.kind {
            Kind::Share => Demand::near(goal, cutoffs.around_points),
            _ if goal == 1.0 => Demand::Parity {
                tolerance: cutoffs.parity,
            },
            _ => Demand::near(goal, cutoffs.around_part * goal.abs()),
        };
        let around = |goal: f64| match near(goal) {
            Demand::Near { below, .. } if is_share_of_women(indicator) => Demand::Near {
                goal,
                below,
                above: below.max(cutoffs.parity_points - goal),
            },
            demand => demand,
        };
        match target.op {
            Op::AtLeast(value) => converted(value).map(Demand::AtLeast),
            Op::AtMost(value) => converted(value).map(Demand::AtMost),
            Op::Equal(value) => converted(value).map(|goal| exactly(goal, indicator)),
            Op::Around(value) => converted(value).map(around),
            Op::Change(percent) => change(percent, base?, indicator.direction),
            Op::Compare(_) => Some(Demand::AtLeast(compared_with?.value)),
            Op::CompareAround(_) => Some(near(compared_with?.value)),
            Op::Trend(Trend::Up) => Some(Demand::Rise),
            Op::Trend(Trend::Down | Trend::Narrow) => Some(Demand::Fall),
            Op::Milestone => None,
        }
    }

    fn near(goal: f64, tolerance: f64) -> Demand {
        Demand::Near {
            goal,
            below: tolerance,
            above: tolerance,
        }
    }

    /// The value to reach, where there is one.
    pub fn goal(&self) -> Option<f64> {
        match *self {
            Demand::AtLeast(goal)
            | Demand::AtMost(goal)
            | Demand::Exactly(goal)
            | Demand::Near { goal, .. } => Some(goal),
            Demand::Parity { .. } => Some(1.0),
            Demand::Rise | Demand::Fall => None,
        }
    }

    /// +1 where the turned figure should rise, −1 where it should fall.
    pub fn sign(&self) -> f64 {
        match self {
            Demand::AtLeast(_) | Demand::Rise => Direction::Up.sign(),
            Demand::AtMost(_)
            | Demand::Exactly(_)
            | Demand::Near { .. }
            | Demand::Parity { .. }
            | Demand::Fall => Direction::Down.sign(),
        }
    }

    /// Whether figures are turned into a distance first.
    pub fn is_turned(&self) -> bool {
        matches!(
            self,
            Demand::Exactly(_) | Demand::Near { .. } | Demand::Parity { .. }
        )
    }

    /// The figure as pace and growth see it: for [`Exactly`](Demand::Exactly) and [`Near`](Demand::Near) the goal plus
    /// the distance to it, less what is allowed above it beyond what is below, for [`Parity`](Demand::Parity) the ratio of the larger group to the smaller, 1 within the tolerance; both
    /// fall towards the goal. None for a ratio that is not positive.
    pub fn turn(&self, value: f64) -> Option<f64> {
        match *self {
            Demand::Exactly(goal) => finite(goal + (value - goal).abs()),
            Demand::Near { goal, below, above } if value > goal => {
                finite(goal + (value - goal - (above - below)).max(0.0))
            }
            Demand::Near { goal, .. } => finite(goal + (goal - value)),
            Demand::Parity { tolerance } if at_most((value - 1.0).abs(), tolerance) => Some(1.0),
            Demand::Parity { .. } => finite(value.max(value.recip())).filter(|_| value > 0.0),
            _ => Some(value),
        }
    }

    /// How a value stands to the demand; none where there is no value to reach.
    pub fn level(&self, value: f64, cutoffs: &CutOffs) -> Option<Level> {
        let goal = self.goal()?;
        let (met, miss) = match *self {
            Demand::AtLeast(_) => (at_least(value, goal), goal - value),
            Demand::AtMost(_) => (at_most(value, goal), value - goal),
            Demand::Exactly(_) => (same(value, goal), (value - goal).abs()),
            Demand::Near { below, above, .. } => {
                let miss = (goal - below - value).max(value - goal - above);
                (
                    at_least(value, goal - below) && at_most(value, goal + above),
                    miss,
                )
            }
            Demand::Parity { tolerance } => {
                let distance = (value - goal).abs();
                (at_most(distance, tolerance), distance - tolerance)
            }
            Demand::Rise | Demand::Fall => return None,
        };
        Some(if met {
            Level::Met
        } else if at_most(miss, cutoffs.nearly_met * goal.abs()) {
            Level::NearlyMet
        } else {
            Level::NotMet
        })
    }
}

/// Whether it is a share of women among others, of which more, up to parity, is no fault.
fn is_share_of_women(indicator: &Indicator) -> bool {
    let name = indicator.name.to_ascii_lowercase();
    indicator.kind == Kind::Share && ["女", "women", "female"].iter().any(|mark| name.contains(mark))
}

/// `=`: at the natural limit nothing lies beyond, so equal and at least are one demand.
fn exactly(goal: f64, indicator: &Indicator) -> Demand {
    match indicator.limit {
        Some(limit) if indicator.direction == Direction::Up && at_least(goal, limit) => Demand::AtLeast(goal),
        _ => Demand::Exactly(goal),
    }
}

/// A percent of nothing, or of a negative base, demands nothing that can be told.
fn change(percent: f64, base: ValueAt, direction: Direction) -> Option<Demand> {
    let goal = finite((1.0 + percent / 100.0) * base.value).filter(|_| base.value >= 0.0)?;
    let rising = if percent == 0.0 {
        direction == Direction::Up
    } else {
        percent > 0.0
    };
    Some(if rising {
        Demand::AtLeast(goal)
    } else {
        Demand::AtMost(goal)
    })
}

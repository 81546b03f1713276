//! How much of the way from the base to the target a value has come.

use crate::assess::{Assessment, CutOffs, Level};

/// How far a value has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    /// It meets the target.
    Met,
    /// This part of the way, 0 at the base, below 1.
    Part(f64),
    /// It is further from the target than the base was.
    Away,
    /// There is no value to reach, or no base to come from.
    Untold,
}

impl Reach {
    /// How far `value` has come, by the base and the demand of a verdict.
    pub fn of(value: f64, verdict: &Assessment, cutoffs: &CutOffs) -> Reach {
        let Some(demand) = verdict.demand() else {
            return Reach::Untold;
        };
        if demand.level(value, cutoffs) == Some(Level::Met) {
            return Reach::Met;
        }
        let part = || {
            let (base, goal) = (demand.turn(verdict.base()?.value)?, demand.turn(demand.goal()?)?);
            let (come, way) = (
                demand.sign() * (demand.turn(value)? - base),
                demand.sign() * (goal - base),
            );
            Some((come, way))
        };
        match part() {
            None => Reach::Untold,
            // Also where the base had met the target: whatever misses it now has left it.
            Some((come, way)) if come < 0.0 || way <= 0.0 => Reach::Away,
            // Nearly met on a way of almost nothing may come to 1, but it is not met.
            Some((come, way)) => Reach::Part((come / way).min(0.999)),
        }
    }

    /// The step of shading, 1 to 4, of a part of the way.
    pub fn step(self) -> Option<u8> {
        match self {
            Reach::Part(part) => Some(1 + (part * 4.0).floor().clamp(0.0, 3.0) as u8),
            _ => None,
        }
    }
}

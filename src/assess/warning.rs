//! Early warnings, each with the numbers behind it. That nothing is loaded is no warning but a verdict.

use serde::Serialize;
use strum::{EnumCount, EnumString, IntoStaticStr};

use crate::catalogue::{Dimension, Unit, Year};

use super::ValueAt;
use super::swing::Swing;

/// A warning about one series.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Warning {
    /// The unit of the values in it; of a difference of shares, percentage points.
    pub unit: Unit,
    /// What is wrong, with its numbers.
    pub cause: Cause,
}

/// What a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Cause {
    /// 预计完成困难: not met, the forecast misses, and pace or chance is low.
    HardToReach {
        /// The centre of the forecast, at the target's year.
        forecast: ValueAt,
        /// The value to reach.
        goal: f64,
        /// Whether it is to be near that value, not beyond it.
        near: bool,
        /// Pace since the base year; none where it cannot be told.
        pace: Option<f64>,
        /// Chance of meeting, 0–1.
        chance: f64,
    },
    /// 波动较大
    Swinging(Swing),
    /// 已达标但有风险: met, but the forecast does not meet.
    MetAtRisk {
        /// The newest value.
        latest: ValueAt,
        /// The centre of the forecast, at the target's year.
        forecast: ValueAt,
        /// The value to reach.
        goal: f64,
        /// Whether it is to be near that value, not beyond it.
        near: bool,
    },
    /// 倒退: away from the target since the base year.
    MovingAway {
        /// The base.
        from: ValueAt,
        /// The newest value.
        to: ValueAt,
    },
    /// 差距扩大
    GapWidening {
        /// What tells the groups apart.
        by: Dimension,
        /// The gap in the base year.
        from: ValueAt,
        /// The newest gap.
        to: ValueAt,
    },
    /// 数量太小: too few cases for a trend.
    SmallNumber {
        /// The year.
        year: Year,
        /// How many cases.
        cases: f64,
        /// The exact Poisson 95% interval of the cases.
        interval: (f64, f64),
        /// The same as values of the series; none at 0 cases, where the population cannot be told.
        values: Option<(f64, f64)>,
        /// The last years together, where they are loaded.
        pooled: Option<Pooled>,
    },
    /// 数据过旧
    Stale {
        /// The year of the newest value.
        newest: Year,
        /// The year judged.
        as_of: Year,
    },
}

/// Several years with few cases each, taken together.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Pooled {
    /// The first year.
    pub from: Year,
    /// The last year.
    pub to: Year,
    /// All their cases.
    pub cases: f64,
    /// The rate over all of them, in the unit of the series.
    pub value: f64,
    /// Its exact Poisson 95% interval.
    pub interval: (f64, f64),
}

/// The kinds of warnings, most urgent first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumCount, EnumString, IntoStaticStr, Serialize,
)]
#[strum(serialize_all = "kebab-case")]
#[serde(into = "&'static str")]
pub enum WarningKind {
    /// 预计完成困难
    HardToReach,
    /// 倒退
    MovingAway,
    /// 已达标但有风险
    MetAtRisk,
    /// 差距扩大
    GapWidening,
    /// 波动较大
    Swinging,
    /// 数量太小
    SmallNumber,
    /// 数据过旧
    Stale,
}

impl WarningKind {
    /// Every kind, most urgent first.
    pub const ALL: [WarningKind; WarningKind::COUNT] = [
        WarningKind::HardToReach,
        WarningKind::MovingAway,
        WarningKind::MetAtRisk,
        WarningKind::GapWidening,
        WarningKind::Swinging,
        WarningKind::SmallNumber,
        WarningKind::Stale,
    ];

    /// The word for it in exports.
    pub fn slug(self) -> &'static str {
        self.into()
    }
}

impl Warning {
    /// Its kind.
    pub fn kind(&self) -> WarningKind {
        match self.cause {
            Cause::HardToReach { .. } => WarningKind::HardToReach,
            Cause::Swinging(_) => WarningKind::Swinging,
            Cause::MetAtRisk { .. } => WarningKind::MetAtRisk,
            Cause::MovingAway { .. } => WarningKind::MovingAway,
            Cause::GapWidening { .. } => WarningKind::GapWidening,
            Cause::SmallNumber { .. } => WarningKind::SmallNumber,
            Cause::Stale { .. } => WarningKind::Stale,
        }
    }
}

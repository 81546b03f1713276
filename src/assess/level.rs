//! Whether a target is met by the newest value: met, nearly met, or not met.

use serde::Serialize;

/// How a value stands to a target, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// 未实现
    NotMet,
    /// 基本实现: the miss is at most [`CutOffs::nearly_met`](super::CutOffs::nearly_met) of the target.
    NearlyMet,
    /// 已实现
    Met,
}

impl Level {
    /// Every level, best first.
    pub const ALL: [Level; 3] = [Level::Met, Level::NearlyMet, Level::NotMet];

    /// The word for it in exports.
    pub fn slug(self) -> &'static str {
        match self {
            Level::Met => "met",
            Level::NearlyMet => "nearly-met",
            Level::NotMet => "not-met",
        }
    }
}

//! Whether a target is met by the newest value: met, nearly met, or not met.

use serde::Serialize;
use strum::IntoStaticStr;

/// How a value stands to a target, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, IntoStaticStr, Serialize)]
#[strum(serialize_all = "kebab-case")]
#[serde(into = "&'static str")]
pub enum Level {
    /// 未实现
    NotMet,
    /// 基本实现: the miss is at most [`CutOffs::nearly_met`](super::CutOffs::nearly_met) of the target.
    NearlyMet,
    /// 已实现
    Met,
}

impl Level {
    /// The word for it in exports.
    pub fn slug(self) -> &'static str {
        self.into()
    }
}

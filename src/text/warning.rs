//! The words for the kinds of early warnings.

use super::Lang;
use crate::assess::WarningKind;

/// The word for a kind of warning.
pub fn warning_word(kind: WarningKind, lang: Lang) -> &'static str {
    match kind {
        WarningKind::HardToReach => lang.pick("预计完成困难", "Hard to reach"),
        WarningKind::MovingAway => lang.pick("倒退", "Moving away"),
        WarningKind::MetAtRisk => lang.pick("已达标但有风险", "Met but at risk"),
        WarningKind::GapWidening => lang.pick("差距扩大", "Gap widening"),
        WarningKind::Swinging => lang.pick("波动较大", "Swinging"),
        WarningKind::SmallNumber => lang.pick("数量太小", "Too few cases"),
        WarningKind::Stale => lang.pick("数据过旧", "Outdated figures"),
    }
}

/// The word for what has no figure, where it stands beside warnings.
pub fn missing_word(lang: Lang) -> &'static str {
    lang.pick("缺项", "No data")
}

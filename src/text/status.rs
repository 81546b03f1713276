//! The words and the glyph of each status and level.

use super::Lang;
use crate::assess::{Level, Status, StatusCounts};

/// The word for a status.
pub fn status_word(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Met => lang.pick("已达标", "Met"),
        Status::OnTrack => lang.pick("进展顺利", "On track"),
        Status::AccelerationNeeded => lang.pick("需加快", "Acceleration needed"),
        Status::LimitedProgress => lang.pick("进展缓慢", "Limited progress"),
        Status::NoClearChange => lang.pick("变化不明显", "No clear change"),
        Status::MovingAway => lang.pick("倒退", "Moving away"),
        Status::TooFewData => lang.pick("数据不足", "Too few data"),
        Status::NoData => lang.pick("无数据", "No data"),
        Status::Qualitative => lang.pick("定性目标", "Qualitative"),
    }
}

/// What a status means, in one sentence.
pub fn status_meaning(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Met => lang.pick("最新的数值已经达到目标。", "The newest figure meets the target."),
        Status::OnTrack => lang.pick(
            "照现在的速度能按期达到。",
            "At this pace the target is met in time.",
        ),
        Status::AccelerationNeeded => {
            lang.pick("方向对，但速度不够。", "The right way, but not fast enough.")
        }
        Status::LimitedProgress => lang.pick(
            "方向对，但速度远远不够。",
            "The right way, but far from fast enough.",
        ),
        Status::NoClearChange => lang.pick(
            "变化没有超出常年的波动，还看不出方向。",
            "The change is within the usual variation: no direction can be told.",
        ),
        Status::MovingAway => lang.pick("离目标越来越远。", "Further from the target than before."),
        Status::TooFewData => lang.pick(
            "数值太少或太旧，看不出变化。",
            "Too few figures, or too old ones: no change can be told.",
        ),
        Status::NoData => lang.pick("没有这个地区的数值。", "No figure for this area."),
        Status::Qualitative => lang.pick(
            "没有数可量，靠查证和记录评定。",
            "Nothing to count: judged by evidence and record.",
        ),
    }
}

/// The glyph that stands beside the word, so that colour is never needed to tell.
pub fn status_glyph(status: Status) -> &'static str {
    match status {
        Status::Met => "●",
        Status::OnTrack => "▲",
        Status::AccelerationNeeded => "◆",
        Status::LimitedProgress => "▼",
        Status::NoClearChange => "≈",
        Status::MovingAway => "✕",
        Status::TooFewData => "○",
        Status::NoData => "–",
        Status::Qualitative => "□",
    }
}

/// The word for a level.
pub fn level_word(level: Level, lang: Lang) -> &'static str {
    match level {
        Level::Met => lang.pick("达标", "met"),
        Level::NearlyMet => lang.pick("基本实现", "nearly met"),
        Level::NotMet => lang.pick("未达标", "not met"),
    }
}

/// How many goals (`项`) or indicators (`个`) have which status, those that none has left out.
pub fn counts_sentence(counts: StatusCounts, measure_word: &str, lang: Lang) -> String {
    let part = |(status, count): (Status, usize)| match lang {
        Lang::Zh => format!("{} {count} {measure_word}", status_word(status, lang)),
        Lang::En => format!("{}: {count}", status_word(status, lang)),
    };
    let shown = Status::ALL
        .map(|status| (status, counts.get(status)))
        .into_iter()
        .filter(|(_, count)| *count > 0);
    shown.map(part).collect::<Vec<_>>().join(lang.pick("，", ", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said_without_the_empty_ones() {
        let statuses = [
            (Status::Met, 2),
            (Status::AccelerationNeeded, 1),
            (Status::NoData, 7),
        ];
        let counts = StatusCounts::of(statuses.into_iter().flat_map(|(status, n)| vec![status; n]));
        assert_eq!(
            counts_sentence(counts, "项", Lang::Zh),
            "已达标 2 项，需加快 1 项，无数据 7 项"
        );
        assert_eq!(
            counts_sentence(counts, "项", Lang::En),
            "Met: 2, Acceleration needed: 1, No data: 7"
        );
    }
}

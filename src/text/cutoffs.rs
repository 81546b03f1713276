//! What each cut-off of the method means, and its value in the unit that people read it in.

use super::{Lang, number};
use crate::assess::CutOff;

/// What it decides, in a few words; nothing for a name that is none.
pub fn cutoff_meaning(name: &str, lang: Lang) -> &'static str {
    let found = MEANINGS.iter().find(|(of, ..)| *of == name);
    found.map_or("", |(_, zh, en)| lang.pick(zh, en))
}

/// Each cut-off by its name, in Chinese and in English.
const MEANINGS: &[(&str, &str, &str)] = &[
    (
        "nearly_met",
        "差距不超过目标值的多少仍算“基本实现”（本应用规定）",
        "Miss that still counts as nearly met, as a part of the target (our rule)",
    ),
    (
        "around_points",
        "“左右”对比例允许的偏差（本应用规定）",
        "Distance that “around” allows for a share (our rule)",
    ),
    (
        "around_part",
        "“左右”对其他数值允许的偏差，占目标值（本应用规定）",
        "Distance that “around” allows for other figures, as a part of the target (our rule)",
    ),
    (
        "parity",
        "女男之比与 1 相差多少以内算相等",
        "Distance from 1 within which a ratio of women to men counts as 1",
    ),
    (
        "parity_points",
        "女性比例“左右”：高于目标但不超过多少不算偏离（本应用规定）",
        "Share of women up to which more than “around” is no fault (our rule)",
    ),
    (
        "base_years",
        "缺基期数值时，前后几年以内的数值可用来估计",
        "Years on either side within which neighbours stand in for a missing base",
    ),
    (
        "on_track_pace",
        "速度达到所需的多少算“进展顺利”",
        "Part of the pace needed from which a target is on track",
    ),
    (
        "accelerate_pace",
        "速度达到所需的多少算“需加快”，再低是“进展缓慢”",
        "Part of the pace needed from which acceleration is needed; below it progress is limited",
    ),
    (
        "on_track_growth",
        "只有方向的目标：每年变化多少算“进展顺利”",
        "Direction only: yearly change from which it is on track",
    ),
    (
        "accelerate_growth",
        "只有方向的目标：每年变化多少算“需加快”",
        "Direction only: yearly change from which acceleration is needed",
    ),
    (
        "on_track_life",
        "预期寿命：每年增加多少岁算“进展顺利”（本应用规定）",
        "Length of life: years gained a year from which it is on track (our rule)",
    ),
    (
        "accelerate_life",
        "预期寿命：每年增加多少岁算“需加快”（本应用规定）",
        "Length of life: years gained a year from which acceleration is needed (our rule)",
    ),
    (
        "witness_chance",
        "达到（含基本实现）的把握低于多少，速度再快也不算“进展顺利”",
        "Chance of nearly meeting below which nothing is on track, whatever its pace",
    ),
    (
        "clear_years",
        "看常年波动用到的年数",
        "Years in which the usual variation is measured",
    ),
    (
        "clear_values",
        "这些年里至少要有几个数值，不够就用预测的年数",
        "Figures needed in these years; with fewer, those of forecasts are taken",
    ),
    (
        "clear_confidence",
        "变化超出常年波动的多大分位才算明显",
        "Quantile of the usual variation that a clear change passes",
    ),
    (
        "steady_steps",
        "连续几步同一方向就算明显变化",
        "Steps all one way that make a change clear",
    ),
    (
        "ceiling",
        "前后都在多少以上的比例不再谈变化",
        "Share from which up no change is told",
    ),
    (
        "least_spread",
        "预测波动的下限（比率和比例的尺度上；其余占平均值）",
        "Least spread of a forecast, on the scales of rates and shares; else of the mean",
    ),
    (
        "least_spread_points",
        "同上，用于不换尺度的比例",
        "The same for shares on the plain scale",
    ),
    (
        "far_beyond",
        "预测超过目标的多少就只说“超过两倍”，不给数",
        "Part of the target beyond which a forecast is only called over twice",
    ),
    (
        "likely_chance",
        "达到的把握不低于多少算“预期可达标”",
        "Chance from which a target is expected to be met (预期可达标)",
    ),
    (
        "sure_chance",
        "把握低于多少另注“把握不足”",
        "Chance below which that is noted as unsure",
    ),
    (
        "window_years",
        "预测用到的年数",
        "Years that a forecast learns from",
    ),
    (
        "slope_weight",
        "估计走势时，前一年相对后一年的权重",
        "Weight of a year in the trend, relative to the year after it",
    ),
    (
        "damping",
        "预测中走势逐年保留的比例",
        "Part of the trend kept from one forecast year to the next",
    ),
    (
        "share_damping",
        "同上，用于上限为 100% 的比例",
        "The same for shares, which slow down near 100%",
    ),
    (
        "forecast_age",
        "最新数值早于评判年份多少年以上就不作预测",
        "Age of the newest figure above which nothing is forecast from it",
    ),
    (
        "coverage",
        "预测区间包含真值的把握",
        "Chance that the truth lies inside a forecast’s interval",
    ),
    (
        "held_share",
        "预测时比例离 0 和 100 的最小距离",
        "How close to 0 and 100 a share can come in a forecast",
    ),
    (
        "hard_pace",
        "预测达不到且速度低于所需的多少，预警“预计完成困难”",
        "Part of the pace needed below which a target whose forecast misses is hard to reach",
    ),
    (
        "hard_chance",
        "预测达不到且把握低于多少，预警“预计完成困难”",
        "Chance below which a target whose forecast misses is hard to reach",
    ),
    (
        "swing_values",
        "至少几个数值才判断“波动较大”",
        "Figures that it takes to call a series swinging",
    ),
    (
        "swing_shock",
        "逐年波动超过多少才可能“波动较大”",
        "Yearly shock above which a series may be swinging",
    ),
    (
        "swing_turns",
        "中间年份有多少是起落点才算“波动较大”",
        "Part of the inner years that have to be turning points",
    ),
    (
        "swing_move",
        "起落多少才算数，占当年数值",
        "Size of a move that counts at a turning point, as a part of the value",
    ),
    ("swing_points", "比例起落多少才算数", "The same for shares"),
    (
        "small_count",
        "少于几例时不谈趋势",
        "Cases below which no trend is claimed",
    ),
    (
        "stale_years",
        "最新数值早于评判年份几年以上算“数据过旧”",
        "Age of the newest figure above which it is stale",
    ),
];

/// What its value is multiplied with to be read by people, and the unit that it is then in.
pub fn cutoff_scale(name: &str, lang: Lang) -> (f64, &'static str) {
    match name {
        "around_points" | "held_share" | "swing_points" | "least_spread_points" => {
            (1.0, lang.pick("个百分点", "percentage points"))
        }
        "window_years" | "stale_years" | "forecast_age" | "base_years" | "clear_years" | "on_track_life"
        | "accelerate_life" => (1.0, lang.pick("年", "years")),
        "swing_values" | "clear_values" => (1.0, lang.pick("个", "figures")),
        "steady_steps" => (1.0, lang.pick("步", "steps")),
        "parity_points" | "ceiling" => (1.0, "%"),
        "small_count" => (1.0, lang.pick("例", "cases")),
        "parity" | "slope_weight" | "damping" | "share_damping" => (1.0, ""),
        _ => (100.0, "%"),
    }
}

/// Its value as people read it: parts as percent, points, years and counts with their unit.
pub fn cutoff_value(cutoff: &CutOff, lang: Lang) -> String {
    let (scale, unit) = cutoff_scale(cutoff.name, lang);
    let value = number(cutoff.value * scale, None);
    let space = if unit.is_empty() || unit == "%" { "" } else { " " };
    format!("{value}{space}{unit}")
}

/// Cut-offs that are changed, each with its value in use.
pub fn changed_cutoffs(changed: &[CutOff], lang: Lang) -> String {
    let said = changed.iter().map(|cutoff| {
        let (meaning, value) = (cutoff_meaning(cutoff.name, lang), cutoff_value(cutoff, lang));
        format!("{meaning}{}{value}", lang.pick("：", ": "))
    });
    said.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// What a cut-off can be set to, in the unit that people read it in.
pub fn cutoff_range(low: f64, high: f64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{low} 到 {high}"),
        Lang::En => format!("{low} to {high}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::CutOffs;

    #[test]
    fn every_cutoff_is_explained_in_both_languages() {
        for cutoff in CutOffs::default().list() {
            for lang in [Lang::Zh, Lang::En] {
                assert!(!cutoff_meaning(cutoff.name, lang).is_empty(), "{}", cutoff.name);
                assert!(!cutoff_value(&cutoff, lang).is_empty());
            }
        }
    }
}

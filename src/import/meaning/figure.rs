//! What kind of figure a text says that a number is. Only what was measured becomes an observation: a target, a
//! growth rate or a rank under the same title is another thing, whatever its year.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::split_unit;
use crate::lang::Lang;
use crate::tabular::fold;

/// A kind of figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    /// 监测值, also where it is preliminary.
    Measured,
    /// 基期值: measured, in the year that change is measured from.
    Base,
    /// 目标值, 规划值, 预期
    Target,
    /// 上年: of a year that only the table's own year tells.
    Previous,
    /// 增幅, 同比
    Change,
    /// 排名, 位次
    Rank,
    /// 得分, 权重, 完成率
    Score,
}

/// Words for the whole year before.
const THE_YEAR_BEFORE: &str =
    "上年 上年值 上年数 上年实际 上年实际值 上年度 上年全年 去年 去年全年 previousyear lastyear";

/// Words by kind, folded (see [`fold::name`]).
const WORDS: [(Figure, &str); 8] = [
    (
        Figure::Measured,
        "监测值 实际 实际值 实绩 实绩值 实际数 实际完成 实际完成值 完成值 完成数 达到值 实际情况 完成情况 实际完成情况 达到情况 本年 本年值 本年数 本期 本期值 本期数 \
         现状 现状值 统计值 观测值 指标值 快报 快报数 初步 初步数 \
         初步统计 最终数 全年 年末 年底 全年数 112月 1至12月 actual measured observed preliminary final estimate",
    ),
    (
        Figure::Base,
        "基期 基期值 基期数 基准 基准值 基数 基线 基线值 baseline base baseyear",
    ),
    (
        Figure::Target,
        "目标 目标值 目标数 规划值 规划目标 规划目标值 规划数 预期 预期值 预期目标 预期目标值 预计 预计值 计划 计划值 计划数 \
         控制数 控制值 约束值 中期目标 中期目标值 终期目标 终期目标值 期末目标 期末目标值 目标要求 预测 预测值 预测数 测算 测算值 target targets targetvalue goal planned plan \
         expected projected projection forecast",
    ),
    (Figure::Previous, THE_YEAR_BEFORE),
    (
        Figure::Previous,
        "上年同期 上年同期值 去年同期 上期 上期值 上期数 同期 同期值 previous",
    ),
    (
        Figure::Change,
        "增幅 增长 增长率 增长量 增长速度 增速 增减 增减量 增减率 增减百分点 增减幅度 增减变化 变化 变化量 变化幅度 变动 变动幅度 \
         提高 降幅 升降 同比 同比增长 同比增减 同比变化 环比 比上年 较上年 比上年增减 比上年增长 较上年增减 比上年变化 与上年相比 比上年± \
         比基期 较基期 比基期增减 年均增长 年均增速 年均增幅 年均变化 增加 减少 差距 change growth increase difference progress trend",
    ),
    (
        Figure::Rank,
        "排名 排位 排序 位次 名次 全区排名 全市排名 全国排名 全区位次 全国位次 rank ranking",
    ),
    (
        Figure::Score,
        "得分 评分 分值 权重 完成率 完成度 完成比例 达标率 实现程度 score weight",
    ),
];

/// What may stand behind the last word of a title.
const AROUND: [&str; 6] = ["表", "一览", "汇总", "分解", "任务", "明细"];
/// Words for changes that are no other figures at several times.
const RATES_OF_CHANGE: [&str; 8] = [
    "增长率",
    "增长速度",
    "增速",
    "增幅",
    "降幅",
    "增减率",
    "同比",
    "同比增长",
];

impl Figure {
    /// The kind that a text names; none where it names none.
    pub fn from_word(text: &str) -> Option<Figure> {
        let folded = fold::name(text);
        let names = |(_, words): &&(Figure, &str)| words.split_whitespace().any(|word| word == folded);
        WORDS.iter().find(names).map(|(figure, _)| *figure)
    }

    /// Whether a title says that figures are those of the whole year before.
    pub fn is_the_year_before(title: &str) -> bool {
        let bare = split_unit(title).map_or(title, |(bare, _)| bare);
        let folded = fold::name(bare);
        THE_YEAR_BEFORE.split(' ').any(|word| word == folded)
    }

    /// What a title, or the name of a sheet or a file, says by its last word that all figures below it are, where that is
    /// something else than measured: `2023年目标任务分解表`, `主要指标增速`. 主要指标变化 may as well be about measured ones.
    pub fn of_title(title: &str) -> Option<Figure> {
        let name = fold::name(title);
        let dated = |c: char| c.is_ascii_digit() || c == '年';
        let mut bare = name.trim_end_matches(dated);
        while let Some(rest) = AROUND.iter().find_map(|word| bare.strip_suffix(word)) {
            bare = rest.trim_end_matches(dated);
        }
        let last = Figure::chinese_words().filter(|(word, _)| bare.ends_with(word));
        let (word, figure) = last.max_by_key(|(word, _)| word.len())?;
        let is_sure = match figure {
            Figure::Target | Figure::Rank | Figure::Score => true,
            Figure::Change => RATES_OF_CHANGE.contains(&word),
            Figure::Measured | Figure::Base | Figure::Previous => false,
        };
        is_sure.then_some(figure)
    }

    /// Every word of Chinese characters, with its kind, to find it at the end of a longer text.
    pub fn chinese_words() -> impl Iterator<Item = (&'static str, Figure)> {
        let words = |(figure, words): &'static (Figure, &'static str)| {
            words.split_whitespace().map(move |word| (word, *figure))
        };
        WORDS.iter().flat_map(words).filter(|(word, _)| !word.is_ascii())
    }

    /// Whether it is a value that was measured.
    pub fn is_measured(self) -> bool {
        matches!(self, Figure::Measured | Figure::Base)
    }

    /// What it is called in a language.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Figure::Measured => lang.pick("监测值", "a measured value"),
            Figure::Base => lang.pick("基期值", "a value of the base year"),
            Figure::Target => lang.pick("目标或预期", "a target or an expectation"),
            Figure::Previous => lang.pick("上年或上期的数", "a figure of an earlier period"),
            Figure::Change => lang.pick("增减变化", "a change"),
            Figure::Rank => lang.pick("排名", "a rank"),
            Figure::Score => lang.pick("得分或完成率", "a score or a rate of completion"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_and_changes_are_not_measured() {
        for (text, figure) in [
            ("监测值", Figure::Measured),
            ("基期值", Figure::Base),
            ("目标 值", Figure::Target),
            ("Target value", Figure::Target),
            ("同比增减", Figure::Change),
            ("位次", Figure::Rank),
        ] {
            assert_eq!(Figure::from_word(text), Some(figure), "{text}");
        }
        assert_eq!(Figure::from_word("目标人群"), None);
    }

    #[test]
    fn a_title_says_by_its_last_word_what_is_below_it() {
        for (title, figure) in [
            ("钦州市儿童发展规划目标任务分解表", Some(Figure::Target)),
            ("2023年目标值", Some(Figure::Target)),
            ("年度预期目标（2023年）", Some(Figure::Target)),
            ("主要指标增长速度", Some(Figure::Change)),
            ("2023年主要指标预测", Some(Figure::Target)),
            ("各县区排名", Some(Figure::Rank)),
            ("规划目标完成情况", None),
            ("规划主要目标监测统计表", None),
            ("主要指标变化", None),
            ("城乡差距", None),
            ("2023年实际值", None),
            ("妇幼健康指标", None),
        ] {
            assert_eq!(Figure::of_title(title), figure, "{title}");
        }
    }
}

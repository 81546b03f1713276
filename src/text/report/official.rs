//! How far the targets are, in the words of published evaluations.

use super::{are, share};
use crate::assess::OfficialCounts;
use crate::lang::{Lang, plural};

/// How many targets the plans list, of each kind.
#[derive(Clone, Copy, Debug)]
pub struct Targets {
    /// All of them.
    pub all: usize,
    /// Those that state a value.
    pub demanded: usize,
    /// Those of them that can be monitored.
    pub monitored: usize,
    /// Those that state a direction alone.
    pub directed: usize,
    /// Those with a value that nobody has reported.
    pub no_value: usize,
    /// Directions that nobody has reported.
    pub no_direction: usize,
}

/// The whole in a word, and the counts that it rests on: targets with a value, those that can be told, and those that
/// are met or expected to be.
pub fn verdict(word: &str, demanded: usize, told: usize, good: usize, lang: Lang) -> String {
    let hard = told - good;
    match (lang, told) {
        (Lang::Zh, 0) => format!("{word}：定有数值的目标 {demanded} 个，能判断的 0 个。"),
        (Lang::Zh, _) => format!(
            "{word}：定有数值的目标 {demanded} 个，能判断的 {told} 个，其中已达标或者预期可达标 {good} 个（{}），难以达标或者未达标 {hard} 个。",
            share(good, told)
        ),
        (Lang::En, 0) => format!(
            "{word}: of {} with a value, none can be told.",
            plural(demanded, "target")
        ),
        (Lang::En, _) => format!(
            "{word}: of {} with a value, {told} can be told; {good} {} met or expected to be ({}), {hard} {} hard to meet or missed.",
            plural(demanded, "target"),
            are(good),
            share(good, told),
            are(hard)
        ),
    }
}

/// How many targets the plans list of each kind, and how many of them can be monitored.
pub fn counts(of: &Targets, lang: Lang) -> String {
    let Targets {
        all,
        demanded,
        monitored,
        directed,
        no_value,
        no_direction,
    } = *of;
    let done = all - demanded - directed;
    match lang {
        Lang::Zh => format!(
            "规划列出的 {all} 个指标目标中，定有数值的 {demanded} 个（有数据可监测的 {monitored} 个，未填报 {no_value} 个），只定方向的 {directed} 个（未填报 {no_direction} 个），要建成或者办到的事 {done} 个。下表只计有数据可监测的数值目标，各列相加等于可监测数。"
        ),
        Lang::En => format!(
            "Of the {all} targets that the plans list, {demanded} state a value ({monitored} can be monitored, {no_value} not reported), {directed} a direction alone ({no_direction} not reported), and {done} are things to be done. The table counts the targets with a value that can be monitored; its columns add up to them."
        ),
    }
}

/// The caption of the official table, with its denominator.
pub fn caption(total: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("监测目标实现程度（个；占比以可监测的 {total} 个为分母）"),
        Lang::En => format!("How far the targets are (per cents of the {total} that can be monitored)"),
    }
}

/// What is to be borne in mind of those that are met early, and of those expected.
pub fn notes(counts: OfficialCounts, lang: Lang) -> Option<String> {
    let of_met = [
        (counts.nearly, "基本实现", "nearly met"),
        (counts.at_risk, "有风险", "at risk"),
        (counts.old, "数据较旧", "with old figures"),
        (counts.missed, "曾有年份未达", "missed in some year"),
    ];
    let of_expected = [(counts.unsure, "把握不足", "hardly sure")];
    let told = |name: &str, parts: &[(usize, &str, &str)]| {
        let said: Vec<String> = parts
            .iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, zh, en)| match lang {
                Lang::Zh => format!("{zh} {count} 个"),
                Lang::En => format!("{count} {en}"),
            })
            .collect();
        (!said.is_empty()).then(|| match lang {
            Lang::Zh => format!("{name}的当中：{}。", said.join("，")),
            Lang::En => format!("Of those {name}: {}.", said.join(", ")),
        })
    };
    let met = told(lang.pick("提前达标", "met early"), &of_met);
    let expected = told(lang.pick("预期可达标", "expected to be met"), &of_expected);
    let said: Vec<String> = [met, expected].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(lang.pick("", " ")))
}

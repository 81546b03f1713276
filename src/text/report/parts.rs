//! What opens the parts of a report: how much there is of what it lists, and what is to be known of it.

use super::have;
use crate::catalogue::Year;
use crate::lang::{Lang, plural};
use crate::text::{NO_NUMBER, after_chinese, year};

/// How many goals an agency leads and supports.
pub fn of_agency(agency: &str, lead: usize, support: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "按载入的责任单位文件，{agency}负责 {} 项目标：牵头 {lead} 项，配合 {support} 项。文件没有列给它的目标不在本报告内。",
            lead + support
        ),
        Lang::En => format!(
            "By the loaded file of responsible agencies, {agency} leads {lead} and supports {support} of the plans’ goals, {} in all. Goals that the file does not give it are not in this report.",
            lead + support
        ),
    }
}

/// What was loaded and held against the plans.
pub fn process(files: usize, targets: usize, with_figures: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "数据和评判：载入数据文件 {files} 个，对规划的 {targets} 个指标目标逐个对照，其中 {with_figures} 个有数值；是否达标、进展和预测按附后的“评判方法和标准”算出，历年数值和来源逐条列在“历年数值与来源”。"
        ),
        Lang::En => format!(
            "Data and judgement: {} loaded and held against the plans’ targets, {targets} in all, of which {with_figures} {} figures. Levels, pace and forecasts follow “Method and cut-offs”; every figure stands with its source under “Figures by year and their sources”.",
            plural(files, "data file"),
            have(with_figures)
        ),
    }
}

/// A measure of the plans, with the targets that it serves.
pub fn proposal(place: &str, text: &str, names: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{place} {text}（针对：{names}）"),
        Lang::En => format!("{place} {text} (for: {names})"),
    }
}

/// That the author has yet to write a part, and what belongs there.
pub fn to_be_written(zh: &str, en: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（待编制单位补写。{zh}）"),
        Lang::En => format!("[To be written. {en}]"),
    }
}

/// How many indicators have figures of so many years, and how many of them are drawn.
pub fn charts(fewest: usize, drawable: usize, drawn: usize, each: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "数值不少于 {fewest} 年的指标 {drawable} 个，这里画出 {drawn} 个：每个领域至多 {each} 个，先选有预警的。各年数值见“历年数值与来源”。"
        ),
        Lang::En => format!(
            "Indicators with at least {fewest} years of figures: {drawable}; drawn: {drawn}, at most {each} of each field, those with warnings first. All values stand under “Figures by year and their sources”."
        ),
    }
}

/// Which files were loaded.
pub fn files(names: &[&str], lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "载入的数据：{}。同一数值有几个文件时，按载入时的取舍用其中一个。",
            names.join("、")
        ),
        Lang::En => format!(
            "Data loaded: {}. Where files contradict, one value was chosen when they were loaded.",
            names.join(", ")
        ),
    }
}

/// How many indicators are explained, and how many are not.
pub fn definitions(known: usize, without: usize, lang: Lang) -> String {
    let rest = match (lang, without) {
        (_, 0) => String::new(),
        (Lang::Zh, _) => format!("；其余 {without} 个没有查到正式的解释，不代拟"),
        (Lang::En, _) => format!(" For the other {without} none was found, and none is made up."),
    };
    match lang {
        Lang::Zh => format!(
            "下列 {known} 个指标的定义、计算方法和数据来源按通行口径整理，逐条注明所依据的制度，未与原文逐字核对，上报前请以现行制度为准{rest}。"
        ),
        Lang::En => format!(
            "For {} the definition in general use (in Chinese), formula and who collects the figures, each with the document that it rests on; the wording was not compared with the documents, so check it before a report goes out.{rest}",
            plural(known, "indicator")
        ),
    }
}

/// How many measures the plans state, and how many have a record.
pub fn measures(total: usize, noted: usize, lang: Lang) -> String {
    let without = total - noted;
    match (lang, noted) {
        (Lang::Zh, 0) => format!(
            "规划的策略措施 {total} 项，还没有完成情况的记录。载入带有“措施编号、日期、状态、说明、来源、责任单位”的表后，这里按领域和责任单位统计。"
        ),
        (Lang::Zh, _) => format!("规划的策略措施 {total} 项，有记录的 {noted} 项，没有记录的 {without} 项。"),
        (Lang::En, 0) => format!(
            "The plans state {}, of which nothing is recorded yet. Load a table with measure, date, state, note, source and agency, and they are counted here by field and agency.",
            plural(total, "measure")
        ),
        (Lang::En, _) => format!(
            "The plans state {}: {noted} with a record, {without} without.",
            plural(total, "measure")
        ),
    }
}

/// How many cut-offs were changed.
pub fn changed_cutoffs(changed: usize, lang: Lang) -> String {
    match (lang, changed) {
        (Lang::Zh, _) => format!(
            "本报告改动了 {changed} 条判断标准，结论与通常标准下的不可直接比较。改动的见下表“已改动”。"
        ),
        (Lang::En, 1) => "1 cut-off was changed for this report; its verdicts cannot be held against those made with the default one. It is marked “changed” below.".to_owned(),
        (Lang::En, _) => format!(
            "{changed} cut-offs were changed for this report; its verdicts cannot be held against those made with the default ones. They are marked “changed” below."
        ),
    }
}

/// How many indicators have figures, and what pace means.
pub fn measured(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "有数值的指标 {count} 个。速度是从基期以来每年的变化占按期达标所需变化的比例；只有方向的目标列出每年的变化，正数表示朝要求的方向。主要目标写明的指标另有一句话与上年和基期相比，措施所列的只在表中。"
        ),
        Lang::En => format!(
            "Indicators with figures: {count}. Pace is the yearly change since the base as a part of the change needed; where only a direction is set, it is the yearly change, positive the right way. What the goals state is also told against the year before and the base; what only measures state stands in the tables alone."
        ),
    }
}

/// How many indicators have no figures.
pub fn gaps(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("下列 {count} 个指标没有可用的数值，无法判断，建议由责任单位补报或者开展专项调查。")
        }
        Lang::En => {
            format!("Indicators without figures to judge by: {count}; they should be reported or surveyed.")
        }
    }
}

/// How many goals are judged by evidence, and how many of them have a record.
pub fn recorded(total: usize, noted: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "没有数可量的目标 {total} 项，靠查证评定：有记录的 {noted} 项，没有记录的 {} 项。",
            total - noted
        ),
        Lang::En => format!(
            "Goals that cannot be counted and are judged by evidence: {total}; with a record {noted}, without {}.",
            total - noted
        ),
    }
}

/// How many targets are not met yet.
pub fn not_met(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "还没有达到目标值的指标 {count} 个，逐个列出。责任单位和原因取自载入的文件和记录，文件没有的写“{NO_NUMBER}”；措施是规划中为同一目标写明的。"
        ),
        Lang::En => format!(
            "Targets not met yet: {count}, each listed. Agencies and causes are as the loaded files and records give them, “{NO_NUMBER}” where they give none; the measures are those that the plans state for the same goals."
        ),
    }
}

/// How many targets are the hardest.
pub fn hardest(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("预期难以达标、未实现或者方向相反的 {count} 个，应当重点推进："),
        Lang::En => format!(
            "Expected to be missed, missed, or going the wrong way, {count} in all; these need attention first:"
        ),
    }
}

/// Why a target is among the hardest that no warning is given for: where its forecast leads, beside its status.
pub fn forecast_misses(status: &str, (when, value): (Year, &str), chance: f64, lang: Lang) -> String {
    let chance = crate::text::chance(chance, lang);
    match lang {
        Lang::Zh => format!(
            "{status}，但照现在的走势，{}约 {value}，达标的把握{chance}。",
            year(when, lang)
        ),
        Lang::En => format!(
            "{status}, but as things go it will be about {value} in {when}; the chance of meeting it is {chance}."
        ),
    }
}

/// One of the hardest targets: its newest figure, what is demanded, and why it is among them.
pub fn hard(name: &str, latest: &str, demand: &str, why: &str, lang: Lang) -> String {
    let colon = lang.pick("：", ": ");
    match lang {
        Lang::Zh => format!("{name}{colon}最新 {latest}，目标{}。{why}", after_chinese(demand)),
        Lang::En => format!("{name}{colon}latest {latest}, target {demand}. {why}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_every_indicator_is_explained_no_others_are_told_of() {
        assert!(definitions(3, 2, Lang::Zh).ends_with("；其余 2 个没有查到正式的解释，不代拟。"));
        assert!(definitions(3, 0, Lang::Zh).ends_with("上报前请以现行制度为准。"));
        let one = definitions(1, 0, Lang::En);
        assert!(one.starts_with("For 1 indicator the") && one.ends_with("goes out."));
    }

    #[test]
    fn one_cut_off_or_measure_is_told_of_as_one() {
        assert!(changed_cutoffs(1, Lang::En).starts_with("1 cut-off was changed"));
        assert!(changed_cutoffs(2, Lang::En).starts_with("2 cut-offs were changed"));
        assert_eq!(
            measures(1, 1, Lang::En),
            "The plans state 1 measure: 1 with a record, 0 without."
        );
    }
}

//! What is said of the indicators warned of, in a report and in the letter to an agency.

use super::have;
use crate::catalogue::Year;
use crate::lang::Lang;
use crate::text::year;

/// How many indicators carry warnings, each listed with at most so many measures.
pub fn listed(count: usize, most_advice: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "预警的指标 {count} 个，按紧要程度排列：目标难保的在前，差得越远越靠前。每个先列理由，再列规划中为同一目标写明的策略措施（最相关的至多 {most_advice} 条），供研究对策时用。"
        ),
        Lang::En => format!(
            "Indicators with warnings: {count}, the most urgent first: those whose target is in danger, the largest shortfall before the rest. Each has its reasons, then the measures that the plans name for the same goal (the {most_advice} most relevant at most), as what to do next."
        ),
    }
}

/// Where a target stands and what it demands.
pub fn stated_at(place: &str, demand: &str, lang: Lang) -> String {
    format!("{place}{}{demand}", lang.pick("　目标：", " · target: "))
}

/// How many indicators are warned of, of which the furthest off are listed.
pub fn furthest_off(total: usize, shown: usize, lang: Lang) -> String {
    let left = total - shown;
    match (lang, left) {
        (Lang::Zh, 0) if total == 1 => "预警的指标 1 个，列在下面；对应的规划措施见全文。".to_owned(),
        (Lang::En, 0) if total == 1 => {
            "One indicator is warned of and listed here. The measures of the plans are in the full edition."
                .to_owned()
        }
        (Lang::Zh, 0) => {
            format!("预警的指标 {total} 个，全部列出，偏离最远的在前；对应的规划措施见全文。")
        }
        (Lang::Zh, _) => format!(
            "预警的指标 {total} 个，这里列出偏离最远的 {shown} 个；其余 {left} 个和对应的规划措施见全文“预警与对策建议”，也可在本应用的“预警”页查看。"
        ),
        (Lang::En, 0) => format!(
            "Indicators warned of, {total} in all, are all listed, the largest shortfall first. The measures of the plans are in the full edition."
        ),
        (Lang::En, _) => format!(
            "Indicators warned of: {total}; the {shown} with the largest shortfall are listed. The other {left}, and the measures of the plans, are in the full edition under “Warnings and what to do” and on the page of warnings."
        ),
    }
}

/// How many indicators an agency has to heed, and how many figures it owes.
pub fn in_letter(
    subject: &str,
    area: &str,
    as_of: Option<Year>,
    warned: usize,
    missing: usize,
    lang: Lang,
) -> String {
    let until = as_of.map(|at| match lang {
        Lang::Zh => format!("截至 {}的", year(at, lang)),
        Lang::En => format!(" up to {at}"),
    });
    let until = until.unwrap_or_default();
    match lang {
        Lang::Zh => format!(
            "根据{area}{subject}{until}监测数据，贵单位负责的目标中，有预警的指标 {warned} 个，没有数据的指标 {missing} 个。现提示如下。"
        ),
        Lang::En => format!(
            "By the monitoring of the {subject} for {area}{until}, of the indicators that you answer for {warned} {} warnings and {missing} {} no figures.",
            have(warned),
            have(missing)
        ),
    }
}

/// How many indicators a letter leaves out.
pub fn rest_of_letter(left: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("其余 {left} 个见该单位的监测报告。"),
        Lang::En => format!("Further ones, {left} in all, are in the agency’s report."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_warning_is_first_of_nothing() {
        assert_eq!(
            furthest_off(1, 1, Lang::Zh),
            "预警的指标 1 个，列在下面；对应的规划措施见全文。"
        );
        assert!(furthest_off(1, 1, Lang::En).starts_with("One indicator is warned of"));
        assert!(furthest_off(2, 2, Lang::Zh).contains("偏离最远的在前"));
        assert!(furthest_off(9, 5, Lang::En).contains("The other 4"));
    }

    #[test]
    fn a_letter_counts_from_one() {
        assert_eq!(
            in_letter("plans", "A city", Some(2024), 1, 2, Lang::En),
            "By the monitoring of the plans for A city up to 2024, of the indicators that you answer for 1 has warnings and 2 have no figures."
        );
    }
}

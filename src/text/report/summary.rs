//! The report in a few sentences.

use super::percent;
use crate::assess::{Levels, Status, StatusCounts, WarningKind};
use crate::catalogue::Year;
use crate::lang::Lang;
use crate::text::{counts_sentence, warning_word, year};

/// How the goals of the report stand up to a year.
pub fn goals(area: &str, as_of: Option<Year>, counts: StatusCounts, lang: Lang) -> String {
    let total = counts.total();
    let measured = counts.measured();
    let each = match measured {
        0 => String::new(),
        _ => {
            let said = counts_sentence(counts.measured_alone(), "项", lang);
            format!("{}{said}", lang.pick("：", ": "))
        }
    };
    let until = as_of.map(|at| match lang {
        Lang::Zh => format!("截至 {}，", year(at, lang)),
        Lang::En => format!("Up to {at}, "),
    });
    let until = until.unwrap_or_default();
    let unknown = match (counts.get(Status::NoData), lang) {
        (0, _) => String::new(),
        (unknown, Lang::Zh) => format!("；无数据 {unknown} 项"),
        (unknown, Lang::En) => format!("; no data for {unknown}"),
    };
    let by_evidence = match (counts.get(Status::Qualitative), lang) {
        (0, _) => String::new(),
        (count, Lang::Zh) => format!("；定性目标 {count} 项，靠查证评定"),
        (count, Lang::En) => format!("; qualitative and judged by evidence: {count}"),
    };
    let known = match measured {
        0 => "none".to_owned(),
        known => known.to_string(),
    };
    match lang {
        Lang::Zh => format!(
            "本报告所及主要目标共 {total} 项。{until}{area}有数据的 {measured} 项{each}{unknown}{by_evidence}。"
        ),
        Lang::En => format!(
            "Goals in this report: {total}. {until}{area} has figures for {known}{each}{unknown}{by_evidence}."
        ),
    }
}

/// How many of the indicators reach their target, with the denominator of the rate.
pub fn targets(levels: Levels, lang: Lang) -> String {
    let Levels {
        total,
        met,
        nearly_met,
        not_met,
        no_data,
    } = levels;
    match (lang, levels.attainment()) {
        (Lang::Zh, Some(of)) => format!(
            "按指标计，规划列出 {total} 个，其中能判断是否达标的 {} 个：达标 {met} 个，基本实现 {nearly_met} 个，未达标 {not_met} 个；达标率 {}（{}/{}）。另有 {no_data} 个没有数据、只有方向或者靠查证，不计入分母。后面表中的达标率按主要目标计，一项目标看它最差的一个指标，与这里按指标计的不是同一个数。",
            of.of,
            percent(of.rate),
            of.reached,
            of.of
        ),
        (Lang::En, Some(of)) => format!(
            "Indicators that the plans list: {total}; for {} it can be told whether the target is met: {met} met, {nearly_met} nearly met, {not_met} not met. Attainment: {} ({} of {}). The other {no_data} have no data, only a direction, or are judged by evidence; they are not in the denominator. The attainment in the tables below is of goals, each by its worst indicator: another figure than this one of indicators.",
            of.of,
            percent(of.rate),
            of.reached,
            of.of
        ),
        (Lang::Zh, None) => format!("按指标计，规划列出 {total} 个，都还不能判断是否达标，因此没有达标率。"),
        (Lang::En, None) => {
            format!(
                "Indicators that the plans list: {total}; for none can it be told yet whether its target is met, so there is no attainment rate."
            )
        }
    }
}

/// How many indicators carry warnings of a kind.
pub fn warned_of(kind: WarningKind, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{} {count} 个", warning_word(kind, lang)),
        Lang::En => format!("{} {count}", warning_word(kind, lang).to_ascii_lowercase()),
    }
}

/// How many indicators carry warnings of which kinds.
pub fn warnings(each: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("预警的指标：{}；同一指标可以有几种预警。", each.join("，")),
        Lang::En => format!(
            "Indicators warned of: {}; one indicator may carry several warnings.",
            each.join(", ")
        ),
    }
}

//! The report in a few sentences.

use super::rows::{Rows, percent};
use super::{Block, Section, better, official};
use crate::assess::{GoalStatus, Levels, Status, Summary, WarningKind};
use crate::lang::Lang;
use crate::text::{counts_sentence, warning_word, year};

/// Where things stand, in a few sentences.
pub(super) fn overview(rows: &Rows<'_>) -> Section {
    let mut blocks = vec![
        Block::Lead(official::verdict(rows)),
        Block::Paragraph(goals_sentence(rows)),
        Block::Paragraph(targets_sentence(rows)),
        Block::Paragraph(warnings_sentence(rows)),
    ];
    blocks.extend(better::in_short(rows).map(Block::Paragraph));
    if rows.request.example {
        let note = rows.say(
            "本报告的地区和数值都是虚构的，只用来演示，不得引用。",
            "The area and every figure in this report are invented, for demonstration; do not cite them.",
        );
        blocks.insert(0, Block::Note(note));
    }
    if !rows.request.references.is_empty() {
        blocks.push(Block::Note(rows.say(
            "标有“参考”的数值是其他地区的，只供对照，不计入本报告的任何统计。",
            "Figures marked “reference” are other areas’; they are shown beside and never counted.",
        )));
    }
    Section {
        heading: rows.say("摘要", "Summary"),
        blocks,
    }
}

/// The goals of the scope as they stand.
pub(super) fn goals_in<'a>(rows: &'a Rows<'_>) -> impl Iterator<Item = &'a GoalStatus> + Clone {
    let goals = rows.request.board.goals.iter();
    goals.filter(|goal| rows.holds(goal.id))
}

fn goals_sentence(rows: &Rows<'_>) -> String {
    let (lang, area) = (rows.lang(), rows.request.area());
    let counts = Summary::of(goals_in(rows)).statuses;
    let total = counts.total();
    let measured = counts.measured();
    let each = match measured {
        0 => String::new(),
        _ => {
            let said = counts_sentence(counts.measured_alone(), "项", lang);
            format!("{}{said}", lang.pick("：", ": "))
        }
    };
    let until = rows.request.board.as_of.map(|at| match lang {
        Lang::Zh => format!("截至 {}，", year(at, lang)),
        Lang::En => format!("Up to {at}, "),
    });
    let until = until.unwrap_or_default();
    match lang {
        Lang::Zh => format!(
            "本报告所及主要目标共 {total} 项。{until}{area}有数据的 {measured} 项{each}；无数据 {} 项；定性目标 {} 项，靠查证评定。",
            counts.get(Status::NoData),
            counts.get(Status::Qualitative)
        ),
        Lang::En => format!(
            "Goals in this report: {total}. {until}{area} has figures for {measured}{each}; no data for {}; qualitative and judged by evidence: {}.",
            counts.get(Status::NoData),
            counts.get(Status::Qualitative)
        ),
    }
}

/// 达标率 over the figures to reach, with its denominator.
fn targets_sentence(rows: &Rows<'_>) -> String {
    let levels = Levels::of(rows.all.iter().map(|row| row.item.assessment.level()));
    let Levels {
        total,
        met,
        nearly_met,
        not_met,
        no_data,
    } = levels;
    match (rows.lang(), levels.attainment()) {
        (Lang::Zh, Some(of)) => format!(
            "按指标计，规划列出 {total} 个，其中能判断是否达标的 {} 个：达标 {met} 个，基本实现 {nearly_met} 个，未达标 {not_met} 个；达标率 {}（{}/{}）。另有 {no_data} 个没有数据、只有方向或者靠查证，不计入分母。后面表中的达标率按主要目标计，一项目标看它最差的一个指标，与这里按指标计的不是同一个数。",
            of.of,
            percent(of.rate),
            of.reached,
            of.of,
        ),
        (Lang::En, Some(of)) => format!(
            "Indicators that the plans list: {total}; for {} it can be told whether the target is met: {met} met, {nearly_met} nearly met, {not_met} not met. Attainment: {} ({} of {}). The other {no_data} have no data, only a direction, or are judged by evidence; they are not in the denominator. The attainment in the tables below is of goals, each by its worst indicator: another figure than this one of indicators.",
            of.of,
            percent(of.rate),
            of.reached,
            of.of,
        ),
        (Lang::Zh, None) => format!("按指标计，规划列出 {total} 个，都还不能判断是否达标，因此没有达标率。"),
        (Lang::En, None) => {
            format!(
                "Indicators that the plans list: {total}; for none can it be told yet whether its target is met, so there is no attainment rate."
            )
        }
    }
}

fn warnings_sentence(rows: &Rows<'_>) -> String {
    let lang = rows.lang();
    let carried = |kind| {
        let carries =
            |row: &&super::rows::Row<'_>| row.item.assessment.warnings.iter().any(|w| w.kind() == kind);
        rows.all.iter().filter(carries).count()
    };
    let each: Vec<String> = WarningKind::ALL
        .into_iter()
        .map(|kind| (kind, carried(kind)))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| match lang {
            Lang::Zh => format!("{} {count} 个", warning_word(kind, lang)),
            Lang::En => format!("{} {count}", warning_word(kind, lang).to_lowercase()),
        })
        .collect();
    match (lang, each.is_empty()) {
        (_, true) => super::findings::nothing(rows),
        (Lang::Zh, false) => format!("预警的指标：{}；同一指标可以有几种预警。", each.join("，")),
        (Lang::En, false) => {
            format!(
                "Indicators warned of: {}; one indicator may carry several warnings.",
                each.join(", ")
            )
        }
    }
}

//! The report in a few sentences.

use super::rows::Rows;
use super::{Block, Section, better, official};
use crate::assess::{GoalStatus, Levels, Summary, WarningKind};
use crate::text::report::summary as words;

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
    words::goals(&area, rows.request.board.as_of, counts, lang)
}

/// 达标率 over the figures to reach, with its denominator.
fn targets_sentence(rows: &Rows<'_>) -> String {
    let levels = Levels::of(rows.all.iter().map(|row| row.item.assessment.level()));
    words::targets(levels, rows.lang())
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
        .map(|(kind, count)| words::warned_of(kind, count, lang))
        .collect();
    match each.is_empty() {
        true => super::findings::nothing(rows),
        false => words::warnings(&each, lang),
    }
}

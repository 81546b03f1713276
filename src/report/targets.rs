//! Every target of the scope, each once: those with figures, those without, and those judged by evidence.

use super::rows::{Row, Rows, or_none};
use super::{Block, Section, Table, progress};
use crate::assess::{Absence, GoalStatus, Progress, Status, Verdict};
use crate::lang::Lang;
use crate::text::report::parts;
use crate::text::{NO_NUMBER, level_word, progress_word};

/// The targets with at least one value, field by field.
pub(super) fn measured(rows: &Rows<'_>) -> Option<Section> {
    let head = [
        ("指标", "Indicator"),
        ("目标", "Target"),
        ("基期", "Base"),
        ("最新", "Latest"),
        ("是否达标", "Level"),
        ("状态", "Status"),
        ("速度", "Pace"),
        ("到期预测", "Forecast when due"),
    ];
    let cells = |row: &Row<'_>| {
        let verdict = &row.item.assessment;
        let level = verdict
            .level()
            .map_or(NO_NUMBER, |level| level_word(level, rows.lang()));
        vec![
            rows.name(row),
            rows.demand(row),
            rows.value_at(row, verdict.base()),
            rows.value_at(row, verdict.latest()),
            level.to_owned(),
            rows.status(verdict.status()),
            rows.pace(row),
            rows.forecast(row),
        ]
    };
    let is_measured = |row: &Row<'_>| row.item.assessment.status().is_measured();
    let count = rows.all.iter().filter(|row| is_measured(row)).count();
    let listed = rows.parts().filter_map(|field| {
        let listed: Vec<Row<'_>> = rows.of_field(field).filter(is_measured).collect();
        (!listed.is_empty()).then_some((field, listed))
    });
    let mut parts = Vec::new();
    for (at, (field, listed)) in listed.enumerate() {
        parts.push(rows.subheading(at, &rows.part_name(field)));
        parts.extend(progress::blocks(rows, &listed));
        parts.push(Block::Table(Table {
            caption: rows.part_name(field),
            head: rows.head(&head),
            rows: listed.iter().map(cells).collect(),
            numeric: vec![2, 3, 6],
            ..Table::default()
        }));
    }
    let intro = parts::measured(count, rows.lang());
    let blocks = std::iter::once(Block::Paragraph(intro)).chain(parts);
    (count > 0).then(|| Section {
        heading: rows.say("分领域进展和各项指标", "Progress by field: indicators"),
        blocks: blocks.collect(),
    })
}

/// The targets that nothing can be told of, for want of figures.
pub(super) fn gaps(rows: &Rows<'_>) -> Option<Section> {
    let head = [
        ("指标", "Indicator"),
        ("目标", "Target"),
        ("规定处", "Stated at"),
        ("缺少", "Missing"),
        ("责任单位", "Agency"),
    ];
    // Without a file that names agencies, a column of dashes would say nothing.
    let head = &head[..head.len() - usize::from(rows.request.agencies.is_empty())];
    let missing = |row: &Row<'_>| match row.item.assessment.verdict {
        Verdict::NoData(Absence::Comparison(_)) => rows.say("可对照的数值", "the figure to compare with"),
        _ => rows.say("全部数值", "every figure"),
    };
    let cells = |row: &Row<'_>| {
        let home = rows.stated_at(row);
        let agencies = or_none(rows.agencies(row).join(rows.lang().pick("、", ", ")));
        let mut line = vec![rows.name(row), rows.demand(row), home, missing(row), agencies];
        line.truncate(head.len());
        line
    };
    let tables = rows.by_field(
        head,
        &[],
        |row| row.item.assessment.status() == Status::NoData,
        cells,
    );
    let count: usize = tables.iter().map(|table| table.rows.len()).sum();
    let intro = parts::gaps(count, rows.lang());
    let blocks = std::iter::once(Block::Paragraph(intro)).chain(tables.into_iter().map(Block::Table));
    (count > 0).then(|| Section {
        heading: rows.say("数据缺口", "Data gaps"),
        blocks: blocks.collect(),
    })
}

/// How many goals are judged by evidence, and how many of them have a record.
pub(super) fn recorded_counts(rows: &Rows<'_>) -> Option<Section> {
    let mut section = recorded(rows)?;
    section.blocks.truncate(1);
    if let Some(Block::Paragraph(counts)) = section.blocks.first_mut() {
        *counts += rows.lang().pick("逐项见全文。", " The full edition lists them.");
    }
    Some(section)
}

/// Milestones and qualitative goals with what has been recorded about them.
pub(super) fn recorded(rows: &Rows<'_>) -> Option<Section> {
    let goals: Vec<_> = rows
        .request
        .board
        .goals
        .iter()
        .filter(|goal| rows.holds(goal.id) && goal.status == Status::Qualitative)
        .collect();
    let recorded: Vec<Vec<String>> = goals.iter().filter_map(|goal| record_row(rows, goal)).collect();
    let (total, noted) = (goals.len(), recorded.len());
    let intro = parts::recorded(total, noted, rows.lang());
    let mut blocks = vec![Block::Paragraph(intro)];
    if noted > 0 {
        blocks.push(Block::Table(Table {
            caption: rows.say("已记录的评定", "Recorded assessments"),
            head: rows.head(&[
                ("目标", "Goal"),
                ("进展", "State"),
                ("日期", "Date"),
                ("说明", "Note"),
                ("依据", "Evidence"),
            ]),
            rows: recorded,
            ..Table::default()
        }));
    }
    let milestones = milestones(rows);
    if !milestones.is_empty() {
        blocks.push(Block::Paragraph(
            rows.say("其中列明要建成或办到的事：", "Things to be built or done:"),
        ));
        blocks.push(Block::List(milestones));
    }
    (total > 0).then(|| Section {
        heading: rows.say("定性目标", "Qualitative goals"),
        blocks,
    })
}

/// What has been recorded about a goal, as a row; none where nothing has.
fn record_row(rows: &Rows<'_>, goal: &GoalStatus) -> Option<Vec<String>> {
    let record = goal.record.as_ref()?;
    let text = rows.request.loaded.catalogue.goal(goal.id)?;
    Some(vec![
        format!("{} {}", goal.id, rows.lang().pick(&text.brief, &text.english)),
        state(record.state, rows.lang()),
        record.date.clone(),
        record.note.clone(),
        record.source.clone(),
    ])
}

/// What is to be built or done, each with how far it is.
fn milestones(rows: &Rows<'_>) -> Vec<String> {
    let is_milestone = |row: &&Row<'_>| row.item.assessment.status() == Status::Qualitative;
    let sentence = |row: &Row<'_>| {
        let word = row.item.assessment.record().map_or_else(
            || rows.say("没有记录", "no record"),
            |record| state(record.state, rows.lang()),
        );
        format!("{}{}{word}", rows.name(row), rows.lang().pick("：", ": "))
    };
    rows.all.iter().filter(is_milestone).map(sentence).collect()
}

fn state(state: Progress, lang: Lang) -> String {
    progress_word(state, lang).to_owned()
}

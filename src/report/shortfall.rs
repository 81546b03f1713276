//! The targets that are not met, one by one: how they stand, who answers for them, what an office has recorded as the
//! cause, and the measures of the plans; then the ones that are hardest.

use super::findings::{measures_for, reasons};
use super::rows::{Row, Rows, or_none};
use super::{Block, Section, Table, official};
use crate::assess::{Level, Official, OfficialDirection};
use crate::text::computed;
use crate::text::report::parts;

/// What is not met, then what is hardest; none where every target that can be told is met.
pub(super) fn section(rows: &Rows<'_>) -> Option<Section> {
    let missed: Vec<Row<'_>> = rows.all.iter().filter(|row| is_missed(row)).copied().collect();
    let hardest: Vec<Row<'_>> = rows
        .all
        .iter()
        .filter(|row| is_hard(rows, row))
        .copied()
        .collect();
    let mut blocks = Vec::new();
    if !missed.is_empty() {
        blocks.push(rows.subheading(0, &rows.say("未达标指标", "Targets not met")));
        blocks.push(Block::Paragraph(intro(rows, missed.len())));
        blocks.push(Block::Table(table(rows, &missed)));
    }
    if !hardest.is_empty() {
        let at = usize::from(!blocks.is_empty());
        blocks.push(rows.subheading(at, &rows.say("重点难点指标", "The hardest targets")));
        blocks.push(Block::Paragraph(parts::hardest(hardest.len(), rows.lang())));
        blocks.push(Block::List(hardest.iter().map(|row| hard(rows, row)).collect()));
    }
    (!blocks.is_empty()).then(|| Section {
        heading: rows.say("未达标和重点难点指标", "Targets not met, and the hardest"),
        blocks,
    })
}

fn is_missed(row: &Row<'_>) -> bool {
    row.item.assessment.level() == Some(Level::NotMet)
}

/// Whether a target is among the hardest: expected to be missed, missed when due, or a direction that is gone against.
pub(super) fn is_hard(rows: &Rows<'_>, row: &Row<'_>) -> bool {
    let class = Official::of(row.item, &rows.request.board.cutoffs);
    matches!(class, Some(Official::Hard | Official::Due(Level::NotMet)))
        || OfficialDirection::of(row.item) == Some(OfficialDirection::Against)
}

fn intro(rows: &Rows<'_>, count: usize) -> String {
    parts::not_met(count, rows.lang())
}

fn table(rows: &Rows<'_>, missed: &[Row<'_>]) -> Table {
    let (demanded, demands) = rows.demands(missed);
    let line = |(row, demand): (&Row<'_>, String)| {
        let class = Official::of(row.item, &rows.request.board.cutoffs);
        let measures = measures_for(rows, row).into_iter().map(|id| rows.spelled(id));
        vec![
            rows.name(row),
            demand,
            rows.value_at(row, row.item.assessment.latest()),
            or_none(class.map_or("", |class| official::class_word(class, rows.lang()))),
            or_none(rows.agencies(row).join(rows.lang().pick("、", ", "))),
            or_none(causes(rows, row).join(rows.lang().pick("；", "; "))),
            or_none(measures.collect::<Vec<_>>().join(rows.lang().pick("、", ", "))),
        ]
    };
    Table {
        caption: rows.say("未达标指标", "Targets not met"),
        head: vec![
            rows.say("指标", "Indicator"),
            demanded,
            rows.say("最新", "Latest"),
            rows.say("预期", "Outlook"),
            rows.say("责任单位", "Agency"),
            rows.say("原因（按记录）", "Cause, as recorded"),
            rows.say("对应措施", "Measures"),
        ],
        rows: missed.iter().zip(demands).map(line).collect(),
        numeric: vec![2],
        ..Table::default()
    }
}

/// What is noted in the newest records of the goals that a target speaks for.
fn causes(rows: &Rows<'_>, row: &Row<'_>) -> Vec<String> {
    let board = rows.request.board;
    let records = row
        .item
        .goals
        .iter()
        .filter_map(|id| board.goal(*id)?.record.as_ref());
    let notes = records.map(|record| record.note.clone());
    notes.filter(|note| !note.is_empty()).collect()
}

/// What is said of a target that no warning is given for: where its forecast leads, else its status.
fn unwarned(rows: &Rows<'_>, row: &Row<'_>) -> String {
    let (lang, assessment) = (rows.lang(), &row.item.assessment);
    let status = rows.status(assessment.status());
    let forecast = assessment.forecast();
    let missing = forecast.and_then(|forecast| Some((forecast, forecast.odds.filter(|odds| !odds.meets)?)));
    match missing {
        Some((forecast, odds)) => {
            let value = computed(forecast.value, &row.item.indicator.unit, lang);
            parts::forecast_misses(&status, (forecast.year, &value), odds.chance, lang)
        }
        None => status,
    }
}

fn hard(rows: &Rows<'_>, row: &Row<'_>) -> String {
    let lang = rows.lang();
    let warned = reasons(rows, row).into_iter().next();
    let why = warned.unwrap_or_else(|| unwarned(rows, row));
    let (latest, demand) = (rows.value_at(row, row.item.assessment.latest()), rows.demand(row));
    parts::hard(&rows.name(row), &latest, &demand, &why, lang)
}

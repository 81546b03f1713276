//! Other areas' figures beside the area's own: shown and labelled, never counted.

use super::rows::{Row, Rows, bracketed};
use super::{Block, Section};
use crate::assess::Board;

/// A table of the targets that any area compared with has a figure for; none where none has one.
pub(super) fn section(rows: &Rows<'_>) -> Option<Section> {
    let boards: Vec<&Board> = rows.request.references.iter().map(AsRef::as_ref).collect();
    let cells_of = |row: &Row<'_>| -> Vec<String> {
        let others = boards.iter().map(|board| value(rows, row, board));
        let own = rows.value_at(row, row.item.assessment.latest());
        [rows.name(row), rows.demand(row), own]
            .into_iter()
            .chain(others)
            .collect()
    };
    let has_any = |row: &Row<'_>| boards.iter().any(|board| latest(row, board).is_some());
    let numeric: Vec<usize> = (2..boards.len() + 3).collect();
    let tables = rows.by_field(&[], &numeric, has_any, cells_of);
    let head: Vec<String> = rows
        .head(&[("指标", "Indicator"), ("目标", "Target")])
        .into_iter()
        .chain([rows.request.area()])
        .chain(boards.iter().map(|board| {
            let name = rows.request.area_name(&board.area);
            name + &bracketed(rows.lang().pick("参考", "reference"), rows.lang())
        }))
        .collect();
    let note = rows.say(
        "下表是其他地区已公布的数值，只供对照，不计入本报告的任何统计，也不代替本地数值。",
        "These are published figures of other areas, for comparison; they are never counted here and never stand in for the area’s own.",
    );
    let tables: Vec<Block> = tables
        .into_iter()
        .map(|table| {
            Block::Table(super::Table {
                head: head.clone(),
                ..table
            })
        })
        .collect();
    (!tables.is_empty()).then(|| Section {
        heading: rows.say("参考数据对照", "Other areas, for comparison"),
        blocks: std::iter::once(Block::Note(note)).chain(tables).collect(),
    })
}

/// The newest value of the same target at another area.
fn latest(row: &Row<'_>, board: &Board) -> Option<crate::assess::ValueAt> {
    let same = board
        .items
        .iter()
        .find(|item| item.indicator == row.item.indicator && item.target.same_demand(&row.item.target));
    same?.assessment.latest()
}

fn value(rows: &Rows<'_>, row: &Row<'_>, board: &Board) -> String {
    rows.value_at(row, latest(row, board))
}

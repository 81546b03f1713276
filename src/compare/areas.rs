//! Indicators × areas: how each area stands to the same target.

use std::sync::Arc;

use crate::assess::{Basis, Board, Judged, Status, ValueAt};

/// Where one area stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaCell {
    /// Its status.
    pub status: Status,
    /// Its newest value; none without data.
    pub latest: Option<ValueAt>,
    /// Whether value and status are those of its worst part, since each part has to meet the target.
    pub worst_part: bool,
}

/// One target at several areas.
#[derive(Clone, Debug)]
pub struct AreaRow<'a> {
    /// The item of the first area; indicator and target are the same at all.
    pub item: &'a Judged,
    /// One cell for each board, in their order.
    pub cells: Vec<AreaCell>,
}

/// Every target that at least two of the boards have data for, in the order of the first board.
pub fn area_rows<'a>(boards: &'a [Arc<Board>], wanted: impl Fn(&Judged) -> bool) -> Vec<AreaRow<'a>> {
    let Some(first) = boards.first() else {
        return Vec::new();
    };
    let mut rows: Vec<AreaRow<'a>> = Vec::new();
    for item in first.items.iter().filter(|item| wanted(item)) {
        // Plans that take different series of one indicator have an item each: the first speaks for both.
        if rows.iter().any(|row| same_demand(row.item, item)) {
            continue;
        }
        let cells: Vec<AreaCell> = boards.iter().map(|board| cell(board, item)).collect();
        if cells.iter().filter(|cell| cell.latest.is_some()).count() >= 2 {
            rows.push(AreaRow { item, cells });
        }
    }
    rows
}

fn same_demand(a: &Judged, b: &Judged) -> bool {
    a.indicator.id == b.indicator.id && a.target.same_demand(&b.target)
}

fn cell(board: &Board, like: &Judged) -> AreaCell {
    match board.items.iter().find(|item| same_demand(item, like)) {
        None => AreaCell {
            status: Status::NoData,
            latest: None,
            worst_part: false,
        },
        Some(item) => AreaCell {
            status: item.assessment.status(),
            latest: item.assessment.latest(),
            worst_part: item.basis == Basis::Parts,
        },
    }
}

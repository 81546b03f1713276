//! The indicators that are better than in an area compared with, each named with both figures. Only figures of the same
//! group and of one year are held against one another; where that is not the newest year, it is said.

use super::rows::{Row, Rows, bracketed};
use super::{Block, Section, Table};
use crate::assess::{Board, ValueAt};
use crate::catalogue::{Kind, Year};
use crate::text::report::better as words;
use crate::text::with_unit;

/// Older common years than this many before the newest own value say nothing of today.
const OLDEST: Year = 2;

/// One figure held against that of an area compared with.
struct Pair<'a> {
    row: Row<'a>,
    own: ValueAt,
    other: f64,
}

impl Pair<'_> {
    fn is_better(&self) -> bool {
        (self.own.value - self.other) * self.row.indicator.direction.sign() > 0.0
    }
}

/// A list for each area compared with; none where nothing can be held against one another.
pub(super) fn section(rows: &Rows<'_>) -> Option<Section> {
    let mut blocks = Vec::new();
    for board in rows.request.references {
        let pairs = pairs(rows, board);
        if pairs.is_empty() {
            continue;
        }
        blocks.push(Block::Paragraph(sentence(rows, board, &pairs)));
        let listed: Vec<Vec<String>> = pairs
            .iter()
            .filter(|pair| pair.is_better())
            .map(|pair| line(rows, pair))
            .collect();
        if !listed.is_empty() {
            blocks.push(Block::Table(table(rows, board, listed)));
        }
    }
    (!blocks.is_empty()).then(|| Section {
        heading: rows.say("优于上级地区水平的指标", "Indicators better than in larger areas"),
        blocks,
    })
}

/// How many are better than in each area compared with, for the summary; none where none can be compared.
pub(super) fn in_short(rows: &Rows<'_>) -> Option<String> {
    let counted: Vec<String> = rows
        .request
        .references
        .iter()
        .filter_map(|board| {
            let pairs = pairs(rows, board);
            let better = pairs.iter().filter(|pair| pair.is_better()).count();
            let area = rows.request.area_name(&board.area);
            (!pairs.is_empty()).then(|| words::in_short(&area, pairs.len(), better, rows.lang()))
        })
        .collect();
    (!counted.is_empty()).then(|| words::all_in_short(&counted, rows.lang()))
}

fn sentence(rows: &Rows<'_>, board: &Board, pairs: &[Pair<'_>]) -> String {
    let better = pairs.iter().filter(|pair| pair.is_better()).count();
    let area = rows.request.area_name(&board.area);
    words::sentence(&area, pairs.len(), better, rows.lang())
}

fn table(rows: &Rows<'_>, board: &Board, listed: Vec<Vec<String>>) -> Table {
    let area = rows.request.area_name(&board.area);
    let other = area.clone() + &bracketed(rows.lang().pick("参考", "reference"), rows.lang());
    Table {
        caption: words::caption(&area, rows.lang()),
        head: vec![
            rows.say("指标", "Indicator"),
            rows.say("年份", "Year"),
            rows.request.area(),
            other,
        ],
        rows: listed,
        numeric: vec![1, 2, 3],
        ..Table::default()
    }
}

fn line(rows: &Rows<'_>, pair: &Pair<'_>) -> Vec<String> {
    let value = |value| with_unit(value, &pair.row.indicator.unit, rows.lang());
    vec![
        rows.name(&pair.row),
        pair.own.year.to_string(),
        value(pair.own.value),
        value(pair.other),
    ]
}

/// The targets for which both areas have a figure of one group and year, the newest such year; each indicator once.
fn pairs<'a>(rows: &Rows<'a>, board: &Board) -> Vec<Pair<'a>> {
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for row in rows
        .all
        .iter()
        .filter(|row| row.indicator.kind != Kind::Milestone)
    {
        let known = pairs
            .iter()
            .any(|pair| pair.row.item.basis == row.item.basis && pair.row.indicator.id == row.indicator.id);
        if !known && let Some(pair) = pair(row, board) {
            pairs.push(pair);
        }
    }
    pairs
}

fn pair<'a>(row: &Row<'a>, board: &Board) -> Option<Pair<'a>> {
    let same = board.items.iter().find(|item| {
        item.indicator.id == row.indicator.id
            && item.target.same_demand(&row.item.target)
            && item.basis.group() == row.item.basis.group()
    })?;
    let newest = row.item.assessment.latest()?.year;
    let (own, other) = row.item.values.iter().rev().find_map(|own| {
        let other = same.values.iter().find(|other| other.year == own.year)?;
        Some((*own, other.value))
    })?;
    (newest - own.year <= OLDEST).then_some(Pair {
        row: *row,
        own,
        other,
    })
}

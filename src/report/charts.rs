//! The charts of a report: a few that say most, spread over the fields, since nobody leafs through a hundred.

use std::sync::Arc;

use super::findings::shown_warnings;
use super::rows::{Row, Rows};
use super::{Block, Request, Scope, Section};
use crate::assess::{Board, Warning, WarningKind};
use crate::catalogue::Kind as Sort;
use crate::chart::{ItemChart, Plot, Reference};
use crate::text::report::parts;

/// Values that make a line worth drawing.
const FEWEST_VALUES: usize = 3;

/// The charts; none where no series is long enough.
pub(super) fn section(rows: &Rows<'_>) -> Option<Section> {
    let drawable = rows.all.iter().filter(|row| is_drawable(row)).count();
    let each = each_field(rows.request.scope);
    let plots: Vec<Plot> = rows
        .fields()
        .flat_map(|field| {
            let mut here: Vec<Row<'_>> = rows.of_field(Some(field)).filter(is_drawable).collect();
            here.sort_by_key(urgency);
            here.truncate(each);
            here
        })
        .map(|row| plot(rows, &row))
        .collect();
    let intro = parts::charts(FEWEST_VALUES, drawable, plots.len(), each, rows.lang());
    let blocks = plots.into_iter().map(|plot| Block::Chart(Box::new(plot)));
    let blocks: Vec<Block> = std::iter::once(Block::Paragraph(intro)).chain(blocks).collect();
    (blocks.len() > 1).then(|| Section {
        heading: rows.say("主要指标的走势", "Trends"),
        blocks,
    })
}

/// The chart of an indicator, by its name; none where the report has no such indicator, or too few values of it.
pub fn chart_of(request: &Request<'_>, name: &str) -> Option<Plot> {
    let rows = Rows::new(request);
    let named = |row: &&Row<'_>| row.indicator.name_in(request.lang) == name && is_drawable(row);
    let row = rows.all.iter().find(named)?;
    Some(plot(&rows, row))
}

/// How many charts each field gets.
fn each_field(scope: &Scope) -> usize {
    match scope {
        Scope::Whole => 1,
        Scope::Plan(_) | Scope::Agency(_) => 2,
        Scope::Field(_) => 12,
    }
}

fn is_drawable(row: &Row<'_>) -> bool {
    row.indicator.kind != Sort::Milestone && row.item.values.len() >= FEWEST_VALUES
}

/// What is to be shown first: the most urgent warning, then a figure to reach rather than a direction, then
/// what the goals state rather than the measures.
fn urgency(row: &Row<'_>) -> (bool, Option<WarningKind>, bool, bool) {
    let warning = shown_warnings(row).next().map(Warning::kind);
    (
        warning.is_none(),
        warning,
        row.item
            .assessment
            .demand()
            .is_none_or(|demand| demand.goal().is_none()),
        row.item.goals.is_empty(),
    )
}

fn plot(rows: &Rows<'_>, row: &Row<'_>) -> Plot {
    let request = rows.request;
    let reference = |board: &Arc<Board>| Reference {
        area: board.area.clone(),
        name: request.area_name(&board.area),
        as_of: board.as_of,
    };
    let references: Vec<Reference> = request.references.iter().map(reference).collect();
    ItemChart {
        loaded: request.loaded,
        item: row.item,
        cutoffs: &request.board.cutoffs,
        area: &request.area(),
        references: &references,
        example: request.example,
    }
    .headline(request.lang)
}

//! What has changed since the report of the year before: every target whose status is another one, and why. The year
//! before is judged anew from the same files by the same rules, so that only figures and time make the difference.

use super::rows::{Row, Rows};
use super::{Block, Kind, Section, Table};
use crate::assess::{Board, Judged, Status};
use crate::text::number;
use crate::text::report::since as words;

/// The targets whose status changed; none without a board of the year before, and in an evaluation.
pub(super) fn section(rows: &Rows<'_>) -> Option<Section> {
    let before = rows
        .request
        .before
        .filter(|_| rows.request.kind == Kind::Annual)?;
    let (then, now) = (before.as_of?, rows.request.board.as_of?);
    let changed: Vec<(Row<'_>, &Judged)> = rows
        .all
        .iter()
        .filter_map(|row| Some((*row, same(row, before)?)))
        .filter(|(row, old)| row.item.assessment.status() != old.assessment.status())
        .collect();
    let compared = rows.all.iter().filter(|row| same(row, before).is_some()).count();
    let (better, worse) = directions(&changed);
    let intro = words::intro(then, compared, changed.len(), (better, worse), rows.lang());
    let lines = changed.iter().map(|(row, old)| line(rows, row, old)).collect();
    let table = Table {
        caption: rows.say("状态有变的指标", "Indicators with another status"),
        head: vec![
            rows.say("指标", "Indicator"),
            words::up_to(then, rows.lang()),
            words::up_to(now, rows.lang()),
            rows.say("为什么", "Why"),
        ],
        rows: lines,
        prose: vec![3],
        ..Table::default()
    };
    let table = (!table.rows.is_empty()).then_some(Block::Table(table));
    Some(Section {
        heading: rows.say("与上年报告相比", "Since last year’s report"),
        blocks: std::iter::once(Block::Paragraph(intro)).chain(table).collect(),
    })
}

/// The same target of the same series on another board.
fn same<'b>(row: &Row<'_>, board: &'b Board) -> Option<&'b Judged> {
    board.items.iter().find(|item| {
        item.indicator.id == row.indicator.id
            && item.target.same_demand(&row.item.target)
            && item.plans == row.item.plans
    })
}

/// How many have become better and worse, of those that were and are measured.
fn directions(changed: &[(Row<'_>, &Judged)]) -> (usize, usize) {
    let both = changed.iter().filter_map(|(row, old)| {
        let (new, old) = (row.item.assessment.status(), old.assessment.status());
        let told = |status: Status| status.is_measured() && status != Status::TooFewData;
        (told(new) && told(old)).then_some(new < old)
    });
    let (better, worse): (Vec<bool>, Vec<bool>) = both.partition(|is_better| *is_better);
    (better.len(), worse.len())
}

fn line(rows: &Rows<'_>, row: &Row<'_>, old: &Judged) -> Vec<String> {
    vec![
        rows.name(row),
        rows.status(old.assessment.status()),
        rows.status(row.item.assessment.status()),
        why(rows, row, old),
    ]
}

/// A new figure, or time that has passed without one; and what it did to the pace.
fn why(rows: &Rows<'_>, row: &Row<'_>, old: &Judged) -> String {
    let lang = rows.lang();
    let (new_value, old_value) = (row.item.assessment.latest(), old.assessment.latest());
    let figure = match (new_value, old_value) {
        (Some(new), Some(old)) if new.year > old.year => {
            let (new, old) = (rows.value_at(row, Some(new)), rows.value_at(row, Some(old)));
            words::new_figure(&old, &new, lang)
        }
        (Some(new), None) => {
            let new = rows.value_at(row, Some(new));
            words::first_figure(&new, lang)
        }
        _ => rows.say("没有新数值，期限近了一年", "no new figure, and a year less to go"),
    };
    let pace = match (old.assessment.pace(), row.item.assessment.pace()) {
        (Some(old), Some(new)) if old != new => {
            let percent = |pace: f64| format!("{}%", number(pace * 100.0, Some(0)));
            words::pace(&percent(old), &percent(new), lang)
        }
        _ => String::new(),
    };
    figure + &pace
}

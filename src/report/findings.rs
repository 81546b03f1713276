//! The targets warned of: each reason with its numbers, and the measures of the same goals as what to do next.

use super::rows::{Row, Rows};
use super::{Advice, Block, Finding, Section};
use crate::assess::Warning;
use crate::catalogue::{ItemId, Section as Part};
use crate::text::report::warnings;
use crate::text::warning_word;

/// Measures quoted for one target; they are sorted by relevance, and a list of ten is read by nobody.
const MOST_ADVICE: usize = 3;

/// Every target with a warning, the most urgent first.
pub(super) fn section(rows: &Rows<'_>) -> Section {
    let warned = furthest_off(rows);
    let intro = match warned.len() {
        0 => nothing(rows),
        count => warnings::listed(count, MOST_ADVICE, rows.lang()),
    };
    let findings = warned.iter().map(|row| Block::Finding(finding(rows, row)));
    Section {
        heading: rows.say("预警与对策建议", "Warnings and what to do"),
        blocks: std::iter::once(Block::Paragraph(intro)).chain(findings).collect(),
    }
}

/// The targets with a warning, the largest shortfall first, as the page of warnings lists them.
pub(super) fn furthest_off<'a>(rows: &Rows<'a>) -> Vec<Row<'a>> {
    let alerts = rows.request.board.alerts().into_iter();
    alerts
        .filter_map(|alert| {
            rows.all
                .iter()
                .find(|row| std::ptr::eq(row.item, alert.item))
                .copied()
        })
        .collect()
}

/// Each reason for a warning in a sentence.
pub(super) fn reasons(rows: &Rows<'_>, row: &Row<'_>) -> Vec<String> {
    let lang = rows.lang();
    let reason = |warning: &Warning| {
        let word = warning_word(warning.kind(), lang);
        format!("{word}{}{}", lang.pick("：", ": "), warning.reason(lang))
    };
    shown_warnings(row).map(reason).collect()
}

/// What is said where nothing is warned of.
pub(super) fn nothing(rows: &Rows<'_>) -> String {
    match rows
        .all
        .iter()
        .any(|row| row.item.assessment.status().is_measured())
    {
        true => rows.say(
            "有数据的指标中没有需要预警的。",
            "No indicator with data calls for a warning.",
        ),
        false => rows.say("还没有能据以预警的数据。", "There are no data yet to warn from."),
    }
}

/// The warnings that are told here; what has no data stands among the data gaps.
pub(super) fn shown_warnings<'a>(row: &Row<'a>) -> impl Iterator<Item = &'a Warning> {
    row.item.assessment.warnings.iter()
}

fn finding(rows: &Rows<'_>, row: &Row<'_>) -> Finding {
    let lang = rows.lang();
    let home = rows.stated_at(row);
    Finding {
        title: rows.name(row),
        subtitle: warnings::stated_at(&home, &rows.demand(row), lang),
        reasons: reasons(rows, row),
        advice: advice(rows, row),
    }
}

/// What the plans would do about a target.
fn advice(rows: &Rows<'_>, row: &Row<'_>) -> Vec<Advice> {
    let catalogue = rows.request.loaded.catalogue;
    let texts = measures_for(rows, row)
        .into_iter()
        .filter_map(|id| Some((id, catalogue.text(id)?)));
    texts
        .map(|(id, text)| Advice {
            id: rows.spelled(id),
            text: first_sentence(text),
        })
        .collect()
}

/// The measures that state a target, then those that serve its goals, the most relevant first.
pub(super) fn measures_for(rows: &Rows<'_>, row: &Row<'_>) -> Vec<ItemId> {
    let catalogue = rows.request.loaded.catalogue;
    let goals = match row.item.goals.is_empty() {
        true => catalogue.goals_of(row.indicator),
        false => row.item.goals.clone(),
    };
    let here = |ids: Vec<ItemId>| {
        let (inside, outside): (Vec<_>, Vec<_>) = ids.into_iter().partition(|id| rows.holds(*id));
        inside.into_iter().chain(outside)
    };
    let stating = row
        .item
        .stated_at
        .iter()
        .filter(|at| at.section != Part::Goal)
        .copied();
    let serving = here(goals)
        .filter_map(|id| catalogue.goal(id))
        .flat_map(|goal| goal.measures.clone());
    let mut ids: Vec<ItemId> = Vec::new();
    for id in here(stating.collect()).chain(serving) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.truncate(MOST_ADVICE);
    ids
}

/// A measure opens with its name and a full stop; the rest is detail.
pub(super) fn first_sentence(text: &str) -> String {
    text.split_inclusive('。').next().unwrap_or_default().to_owned()
}

//! The goals of one responsible agency, where the report is about one: its part in each, and how each stands.

use super::rows::Rows;
use super::{Block, Scope, Section, Table};
use crate::catalogue::{Goal, ItemId};
use crate::text::NO_NUMBER;
use crate::text::report::parts;

/// The goals that the agency leads, then those that it supports; none where the scope is no agency.
pub(super) fn section(rows: &Rows<'_>) -> Option<Section> {
    let Scope::Agency(agency) = rows.request.scope else {
        return None;
    };
    let goals = rows
        .request
        .loaded
        .catalogue
        .goals()
        .filter(|goal| rows.holds(goal.id));
    let (lead, support): (Vec<&Goal>, Vec<&Goal>) = goals.partition(|goal| leads(rows, agency, goal.id));
    let intro = parts::of_agency(agency, lead.len(), support.len(), rows.lang());
    let lead = lead.into_iter().map(|goal| (goal, rows.say("牵头", "leads")));
    let support = support
        .into_iter()
        .map(|goal| (goal, rows.say("配合", "supports")));
    let table = Table {
        caption: rows.say("负责的目标", "Goals answered for"),
        head: rows.head(&[("目标", "Goal"), ("分工", "Part"), ("状态", "Status")]),
        rows: lead
            .chain(support)
            .map(|(goal, part)| line(rows, goal, part))
            .collect(),
        ..Table::default()
    };
    Some(Section {
        heading: table.caption.clone(),
        blocks: vec![Block::Paragraph(intro), Block::Table(table)],
    })
}

fn leads(rows: &Rows<'_>, agency: &str, goal: ItemId) -> bool {
    let mut of_goal = rows.request.agencies.iter().filter(|of| of.goal == goal);
    of_goal.any(|of| of.lead.iter().any(|name| name == agency))
}

fn line(rows: &Rows<'_>, goal: &Goal, part: String) -> Vec<String> {
    let status = rows
        .request
        .board
        .goal(goal.id)
        .map(|known| rows.status(known.status));
    let name = rows.lang().pick(&goal.brief, &goal.english);
    vec![
        format!("{} {name}", goal.id),
        part,
        status.unwrap_or_else(|| NO_NUMBER.to_owned()),
    ]
}

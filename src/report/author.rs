//! What the author says: a statement, how the evaluation was done, what has proved itself, what stands in the way and
//! what is proposed. An evaluation has a place for each of them, which says what belongs there while it is empty; a
//! yearly report has only what was written.

use super::findings::{first_sentence, measures_for};
use super::rows::Rows;
use super::{Block, Kind, Request, Section, shortfall};
use crate::catalogue::ItemId;
use crate::text::report::parts;

/// The author's own text; none where there is none.
pub(super) fn statement(request: &Request<'_>) -> Option<Section> {
    let blocks = paragraphs(&request.author.text);
    (!blocks.is_empty()).then(|| Section {
        heading: request.lang.pick("综述", "Statement").to_owned(),
        blocks,
    })
}

/// 评估过程: the author's words, and what the app knows of it: plans, files and the year.
pub(super) fn process(rows: &Rows<'_>) -> Option<Section> {
    let request = rows.request;
    let prompt = (
        "请写明：何时成立评估组、哪些单位参加，怎样收集和核实数据，做了哪些调研、访谈和督导，报告经谁审议。",
        "Say who evaluated and when, how data were gathered and checked, what was surveyed or inspected, and who approved the report.",
    );
    let mut section = part(
        request,
        ("评估过程", "How it was evaluated"),
        &request.author.process,
        prompt,
    )?;
    if request.kind != Kind::Annual {
        section.blocks.push(Block::Paragraph(known_process(rows)));
    }
    Some(section)
}

fn known_process(rows: &Rows<'_>) -> String {
    let request = rows.request;
    let (files, targets) = (request.loaded.sources.len(), rows.all.len());
    let with_figures = rows
        .all
        .iter()
        .filter(|row| row.item.assessment.latest().is_some())
        .count();
    parts::process(files, targets, with_figures, request.lang)
}

/// 经验做法.
pub(super) fn experience(request: &Request<'_>) -> Option<Section> {
    let prompt = (
        "请写两到四条：做法、覆盖的人群、见到的成效，能用数据说明的写数据和来源。",
        "Give two to four: what was done, whom it reached, what came of it, with figures and their sources where there are any.",
    );
    part(
        request,
        ("经验做法", "What has proved itself"),
        &request.author.experience,
        prompt,
    )
}

/// 问题及原因.
pub(super) fn problems(request: &Request<'_>) -> Option<Section> {
    let prompt = (
        "请对照“未达标和重点难点指标”写明问题出在哪里、原因是什么（投入、人员、服务能力、数据、跨部门配合等），涉及的责任单位。",
        "For the targets not met say where the problem lies and why (money, staff, services, data, coordination), and which agencies it concerns.",
    );
    part(
        request,
        ("问题及原因", "Problems and causes"),
        &request.author.problems,
        prompt,
    )
}

/// 对策建议: the author's, then the plan's own measures for the hardest targets, each with the targets it serves.
pub(super) fn proposals(rows: &Rows<'_>) -> Option<Section> {
    let request = rows.request;
    let prompt = (
        "请写明下一步做什么、由谁牵头、何时完成。下列规划措施可供取用。",
        "Say what is to be done, who leads and by when. The measures of the plans below may be drawn on.",
    );
    let own = part(
        request,
        ("对策建议", "Proposals"),
        &request.author.proposals,
        prompt,
    );
    let proposed = proposed(rows);
    let mut section = match (own, proposed.is_empty()) {
        (Some(section), _) => section,
        (None, true) => return None,
        (None, false) => Section {
            heading: rows.say("对策建议", "Proposals"),
            blocks: Vec::new(),
        },
    };
    if !proposed.is_empty() {
        section.blocks.push(Block::Paragraph(rows.say(
            "规划中为重点难点指标写明的策略措施：",
            "Measures that the plans state for the hardest targets:",
        )));
        section.blocks.push(Block::List(proposed));
    }
    Some(section)
}

fn proposed(rows: &Rows<'_>) -> Vec<String> {
    let mut measures: Vec<(ItemId, Vec<String>)> = Vec::new();
    for row in rows.all.iter().filter(|row| shortfall::is_hard(rows, row)) {
        for id in measures_for(rows, row) {
            match measures.iter_mut().find(|(known, _)| *known == id) {
                Some((_, names)) => names.push(rows.name(row)),
                None => measures.push((id, vec![rows.name(row)])),
            }
        }
    }
    let order: Vec<char> = rows
        .request
        .loaded
        .catalogue
        .plans
        .iter()
        .map(|plan| plan.id)
        .collect();
    measures.sort_by_key(|(id, _)| (order.iter().position(|plan| *plan == id.plan), *id));
    let sentence = |(id, names): (ItemId, Vec<String>)| {
        let text = first_sentence(rows.request.loaded.catalogue.text(id)?);
        let names = names.join(rows.lang().pick("、", "; "));
        Some(parts::proposal(&rows.spelled(id), &text, &names, rows.lang()))
    };
    measures.into_iter().filter_map(sentence).collect()
}

/// What the author wrote; in an evaluation that lacks it, what belongs there.
fn part(request: &Request<'_>, heading: (&str, &str), text: &str, prompt: (&str, &str)) -> Option<Section> {
    let mut blocks = paragraphs(text);
    if blocks.is_empty() && request.kind != Kind::Annual {
        blocks.push(Block::Note(parts::to_be_written(
            prompt.0,
            prompt.1,
            request.lang,
        )));
    }
    (!blocks.is_empty()).then(|| Section {
        heading: request.lang.pick(heading.0, heading.1).to_owned(),
        blocks,
    })
}

fn paragraphs(text: &str) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Block::Paragraph(line.to_owned())).collect()
}

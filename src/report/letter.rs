//! 工作提示函: a letter of one page to a responsible agency about its warnings and the figures that it owes. No official
//! form exists; the letter says so in its foot.

use super::findings::{furthest_off, reasons};
use super::rows::Rows;
use super::{Block, Document, Request, Scope, Section, Table};
use crate::assess::Status;
use crate::observation::agency_names;
use crate::text::EXAMPLE_MARK;
use crate::text::report::warnings;

/// Warnings and figures that a letter lists at most, so that it stays one page; it says how many others there are.
const MOST_LISTED: usize = 8;

/// The letters to every agency that has a warning or owes a figure, by name of agency.
pub fn letters(request: &Request<'_>) -> Vec<(String, Document)> {
    let names = agency_names(request.agencies);
    names
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), letter(request, name)?)))
        .collect()
}

/// The letter to one agency; none where it has neither warnings nor missing figures.
pub fn letter(request: &Request<'_>, agency: &str) -> Option<Document> {
    let scope = Scope::Agency(agency.to_owned());
    let request = Request {
        scope: &scope,
        ..*request
    };
    let rows = Rows::new(&request);
    let (warned, missing) = (warned(&rows), missing(&rows));
    if warned.is_empty() && missing.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Paragraph(format!(
        "{agency}{}",
        rows.lang().pick("：", ":")
    ))];
    blocks.push(Block::Paragraph(opening(&rows, warned.len(), missing.len())));
    blocks.extend(listed(
        &rows,
        warned,
        ("需要关注的指标", "Indicators to heed"),
        &[
            ("指标", "Indicator"),
            ("目标", "Target"),
            ("最新", "Latest"),
            ("提示", "Warning"),
        ],
    ));
    blocks.extend(listed(
        &rows,
        missing,
        ("需要补报的数据", "Figures to be reported"),
        &[("指标", "Indicator"), ("目标", "Target"), ("规定处", "Stated at")],
    ));
    blocks.push(Block::Paragraph(rows.say(
        "请核实数据，分析原因，提出措施和完成时间，并将情况书面反馈。",
        "Please check the figures, say what causes the shortfall, what will be done and by when, and answer in writing.",
    )));
    let signature = [request.author.issuer.trim(), request.date]
        .into_iter()
        .filter(|line| !line.is_empty());
    blocks.extend(signature.map(|line| Block::Paragraph(line.to_owned())));
    blocks.push(Block::Note(rows.say(
        "本函由监测软件按规划和所载入的数据生成，供日常工作提示用，不是法定公文格式。",
        "Made by monitoring software from the plans and the loaded figures, as a working note; there is no official form for it.",
    )));
    let title = rows.say("工作提示函", "Working note");
    Some(Document {
        lang: request.lang,
        name: format!("{title}-{agency}"),
        title,
        subtitle: request
            .lang
            .pick(
                &request.loaded.catalogue.subject,
                &request.loaded.catalogue.subject_english,
            )
            .to_owned(),
        meta: Vec::new(),
        mark: request
            .example
            .then(|| EXAMPLE_MARK.in_lang(request.lang).to_owned()),
        sections: vec![Section {
            heading: String::new(),
            blocks,
        }],
    })
}

fn opening(rows: &Rows<'_>, warned: usize, missing: usize) -> String {
    let (lang, area) = (rows.lang(), rows.request.area());
    let catalogue = rows.request.loaded.catalogue;
    let subject = lang.pick(&catalogue.subject, &catalogue.subject_english);
    warnings::in_letter(subject, &area, rows.request.board.as_of, warned, missing, lang)
}

fn warned(rows: &Rows<'_>) -> Vec<Vec<String>> {
    let line = |row: &super::rows::Row<'_>| {
        let why = reasons(rows, row).into_iter().next().unwrap_or_default();
        vec![
            rows.name(row),
            rows.demand(row),
            rows.value_at(row, row.item.assessment.latest()),
            why,
        ]
    };
    furthest_off(rows).iter().map(line).collect()
}

fn missing(rows: &Rows<'_>) -> Vec<Vec<String>> {
    let missing = rows
        .all
        .iter()
        .filter(|row| row.item.assessment.status() == Status::NoData);
    missing
        .map(|row| vec![rows.name(row), rows.demand(row), rows.stated_at(row)])
        .collect()
}

/// The first lines as a table, and how many others there are.
fn listed(
    rows: &Rows<'_>,
    mut lines: Vec<Vec<String>>,
    caption: (&str, &str),
    head: &[(&str, &str)],
) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    let left = lines.len().saturating_sub(MOST_LISTED);
    lines.truncate(MOST_LISTED);
    let mut blocks = vec![Block::Table(Table {
        caption: rows.say(caption.0, caption.1),
        head: rows.head(head),
        rows: lines,
        prose: if head.len() > 3 { vec![3] } else { Vec::new() },
        ..Table::default()
    })];
    if left > 0 {
        blocks.push(Block::Paragraph(warnings::rest_of_letter(left, rows.lang())));
    }
    blocks
}

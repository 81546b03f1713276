//! 附录 指标解释: what the indicators of a report mean, where the catalogue knows it; nothing is made up for the others,
//! whose number is said.

use super::rows::{Rows, or_none};
use super::{Block, Section, Table};
use crate::catalogue::Indicator;
use crate::lang::Lang;
use crate::text::indicator_name;

/// A row for each indicator whose definition is known; none where none is.
pub(super) fn section(rows: &Rows<'_>) -> Option<Section> {
    let mut listed: Vec<&Indicator> = Vec::new();
    for row in &rows.all {
        if !listed.iter().any(|known| known.id == row.indicator.id) {
            listed.push(row.indicator);
        }
    }
    let body: Vec<Vec<String>> = listed
        .iter()
        .filter_map(|indicator| line(indicator, rows.lang()))
        .collect();
    let (known, without) = (body.len(), listed.len() - body.len());
    let intro = match rows.lang() {
        Lang::Zh => format!(
            "下列 {known} 个指标的定义、计算方法和数据来源按通行口径整理，逐条注明所依据的制度，未与原文逐字核对，上报前请以现行制度为准；其余 {without} 个没有查到正式的解释，不代拟。"
        ),
        Lang::En => format!(
            "For {known} indicators the definition in general use (in Chinese), formula and who collects the figures, each with the document that it rests on; the wording was not compared with the documents, so check it before a report goes out. For the other {without} none was found, and none is made up."
        ),
    };
    (known > 0).then(|| Section {
        heading: rows.say("附录：指标解释", "Annex: what the indicators mean"),
        blocks: vec![
            Block::Paragraph(intro),
            Block::Table(Table {
                caption: rows.say("指标解释", "Definitions"),
                head: rows.head(&[
                    ("指标", "Indicator"),
                    ("定义", "Definition"),
                    ("计算方法", "Formula"),
                    ("计算单位", "Unit"),
                    ("数据来源", "Collected by"),
                    ("说明和出处", "Remarks and source"),
                ]),
                rows: body,
                prose: vec![1],
                ..Table::default()
            }),
        ],
    })
}

fn line(indicator: &Indicator, lang: Lang) -> Option<Vec<String>> {
    let known = indicator.definition.as_ref()?;
    Some(vec![
        indicator_name(indicator, lang).to_owned(),
        known.definition.clone(),
        or_none(known.method.as_str()),
        or_none(indicator.unit.as_str()),
        or_none(known.collected.as_str()),
        format!("{}（{}）", known.note, known.source),
    ])
}

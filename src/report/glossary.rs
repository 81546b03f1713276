//! 附录 指标解释: what the indicators of a report mean, where the catalogue knows it; nothing is made up for the others,
//! whose number is said.

use super::rows::{Rows, or_none};
use super::{Block, Section, Table};
use crate::catalogue::Indicator;
use crate::lang::Lang;
use crate::text::report::parts;

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
    let intro = parts::definitions(known, without, rows.lang());
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
        indicator.name_in(lang).to_owned(),
        known.definition.clone(),
        or_none(known.method.as_str()),
        or_none(indicator.unit.as_str()),
        or_none(known.collected.as_str()),
        format!("{}（{}）", known.note, known.source),
    ])
}

//! Lines and cells that are about a table rather than a part of it: a label with what it labels, 单位：‰ and 注：…, in
//! one cell or in two beside one another.

use crate::import::meaning::role;
use crate::import::memo::Memo;
use crate::tabular::{Record, fold};

/// Labels of lines that name the indicator.
pub const INDICATOR: &[&str] = &["指标", "指标名称", "indicator", "indicatorname"];
/// Of those that give the unit.
pub const UNIT: &[&str] = &["单位", "计量单位", "数据单位", "unit", "units"];
/// Of those that say whose figures they are.
pub const AREA: &[&str] = &[
    "地区",
    "填报单位",
    "填报地区",
    "编制单位",
    "编报单位",
    "上报单位",
    "报送单位",
    "制表单位",
    "制表机关",
    "填表单位",
    "行政区划",
    "area",
];
/// Of those that say when.
pub const YEAR: &[&str] = &["年份", "年度", "统计年度", "报告期", "所属年度", "year"];
/// Of those that name the source.
pub const SOURCE: &[&str] = &["来源", "数据来源", "资料来源", "source", "sources"];
/// Of notes.
pub const NOTE: &[&str] = &["注", "备注", "附注", "说明", "注释", "note", "notes"];

/// Whether a record is about the table rather than a part of it: 注：…, 数据来源：…, 单位：….
pub fn is_remark(first_cell: &str) -> bool {
    let labelled = |labels| label(first_cell, labels).is_some();
    first_cell.chars().next().is_some_and(|c| !c.is_ascii_digit())
        && [NOTE, SOURCE, UNIT, INDICATOR, AREA, YEAR]
            .into_iter()
            .any(labelled)
}

/// Whether a cell is a label with what it labels, such as 地区：灵山县.
pub fn is_labelled(cell: &str) -> bool {
    let Some((head, rest)) = cell.split_once([':', '：']) else {
        return false;
    };
    role(head).is_some()
        && !rest.trim().is_empty()
        && (cell.contains('：') || role(rest).is_none() && rest.contains(|c: char| !c.is_ascii()))
        || is_remark(cell)
}

/// The records of a sheet in which a cell has such a label.
pub fn naming<'r>(
    records: &'r [Record],
    labels: &'static [&'static str],
) -> impl Iterator<Item = &'r Record> {
    let labels = move |text: &str| label(text, labels).is_some();
    let some = records.first().is_some_and(|record| record.any_word(labels));
    let mut known: Memo<bool> = Memo::default();
    records.iter().filter(move |record| {
        // A decimal number labels nothing.
        let mut words = (0..record.width()).filter(|at| record.content(*at).word().is_some());
        some && words.any(|at| known.of(record.content(at), || labels(record.cell(at))))
    })
}

/// The two cells of a row that begins with them and holds nothing else: 指标 | 婴儿死亡率.
pub fn pair(record: &Record) -> Option<(&str, &str)> {
    let rest = (2..record.width()).all(|at| record.cell(at).is_empty());
    let (head, text) = (record.cell(0), record.cell(1));
    (rest && !head.is_empty() && !text.is_empty()).then_some((head, text))
}

/// What stands behind a label and its colon, in the same cell or in the next with content.
pub fn labelled(record: &Record, labels: &[&str]) -> Option<String> {
    if let Some((head, text)) = pair(record)
        && labels.contains(&fold::name(head).as_str())
    {
        return Some(text.to_owned());
    }
    let mut cells = record.cells().filter(|cell| !cell.is_empty());
    let text = cells.find_map(|cell| label(cell, labels))?;
    let text = if text.is_empty() { cells.next()? } else { text };
    (!text.is_empty()).then(|| text.to_owned())
}

/// What stands behind a label and its colon in one cell, in brackets or not.
pub fn label<'t>(cell: &'t str, labels: &[&str]) -> Option<&'t str> {
    let bracketed = cell.strip_prefix(['(', '（', '[', '【']);
    let cell = bracketed.map_or(cell, |inner| inner.trim_end_matches([')', '）', ']', '】']));
    let (head, rest) = cell.split_once([':', '：'])?;
    (head.len() <= 40 && labels.contains(&fold::name(head).as_str())).then(|| fold::trim(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_told_from_rows() {
        for note in [
            "注：1. 本表",
            "数据来源：统计局",
            "注释：x",
            "Source: x",
            "（注：x）",
            "单位：%",
            "填报单位：灵山县妇联",
        ] {
            assert!(is_remark(note), "{note}");
        }
        for row in ["婴儿死亡率", "注射率", "1:2", "来源地"] {
            assert!(!is_remark(row), "{row}");
        }
    }
}

//! What a table's surroundings say about it: lines such as 单位：% and 指标：… above the header, the file's
//! name, and the notes below.

use crate::catalogue::Unit;
use crate::import::names::Names;
use crate::tabular::Record;
use crate::tabular::fold;

/// What is said about all values of a table at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// Names that may be the indicator's, the likeliest first, each with its line (0: the file's name).
    pub indicator: Vec<(String, u32)>,
    /// The unit of every value that has none of its own.
    pub unit: Option<Unit>,
}

const INDICATOR: &[&str] = &["指标", "指标名称", "indicator", "indicatorname"];
const UNIT: &[&str] = &["单位", "计量单位", "数据单位", "unit", "units"];
const NOTE: &[&str] = &[
    "注",
    "备注",
    "附注",
    "说明",
    "注释",
    "来源",
    "数据来源",
    "资料来源",
    "source",
    "sources",
    "note",
    "notes",
];

impl Context {
    /// Reads the records above a header, and the file's name.
    pub fn above(records: &[Record], file_name: &str) -> Context {
        let mut context = Context::default();
        for record in records {
            if let Some(name) = labelled(record, INDICATOR) {
                context.indicator.push((name, record.line));
            }
            context.unit = unit_line(record).or(context.unit);
        }
        context.indicator.push((stem(file_name).to_owned(), 0));
        context
    }

    /// Whether the indicator is named outside the table: by a line above it, or by the file's name.
    pub fn names_indicator(&self, names: &Names) -> bool {
        self.indicator.len() > 1 || self.indicator.iter().any(|(text, _)| names.find(text).is_some())
    }

    /// The context of a further table in the same file: what its own surroundings leave open stays as it was.
    pub fn or(self, earlier: &Context) -> Context {
        let indicator = if self.indicator.len() > 1 {
            self.indicator
        } else {
            earlier.indicator.clone()
        };
        Context {
            indicator,
            unit: self.unit.or_else(|| earlier.unit.clone()),
        }
    }
}

/// The unit that a record of the form 单位：% gives.
fn unit_line(record: &Record) -> Option<Unit> {
    labelled(record, UNIT).map(|text| Unit::new(&text))
}

/// Whether a record is about the table rather than a part of it: 注：…, 数据来源：…, 单位：….
pub fn is_remark(first_cell: &str) -> bool {
    let labelled = |labels| label(first_cell, labels).is_some();
    first_cell.chars().next().is_some_and(|c| !c.is_ascii_digit())
        && (labelled(NOTE) || labelled(UNIT) || labelled(INDICATOR))
}

/// What stands behind a label and its colon, in the same cell or in the next with content.
fn labelled(record: &Record, labels: &[&str]) -> Option<String> {
    let mut cells = record.cells().filter(|cell| !cell.is_empty());
    let text = cells.find_map(|cell| label(cell, labels))?;
    let text = if text.is_empty() { cells.next()? } else { text };
    (!text.is_empty()).then(|| text.to_owned())
}

fn label<'t>(cell: &'t str, labels: &[&str]) -> Option<&'t str> {
    let bracketed = cell.strip_prefix(['(', '（', '[', '【']);
    let cell = bracketed.map_or(cell, |inner| inner.trim_end_matches([')', '）', ']', '】']));
    let (head, rest) = cell.split_once([':', '：'])?;
    (head.len() <= 40 && labels.contains(&fold::name(head).as_str())).then(|| fold::trim(rest))
}

/// `data/indicator_婴儿死亡率.csv` → `婴儿死亡率`
fn stem(file_name: &str) -> &str {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.strip_prefix("indicator_").unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tabular::records::read;

    #[test]
    fn lines_above_a_table_are_understood() {
        let text = "某某情况统计表\n指标：婴儿死亡率(‰),,\n（单位：%）\n";
        let context = Context::above(&read(text, b','), "a/indicator_x-y.csv");
        assert_eq!(
            context.indicator,
            [("婴儿死亡率(‰)".to_owned(), 2), ("x-y".to_owned(), 0)]
        );
        assert_eq!(context.unit, Some(Unit::new("%")));
        assert_eq!(unit_line(&read("单位：,‰\n", b',')[0]), Some(Unit::new("‰")));
    }

    #[test]
    fn remarks_are_told_from_rows() {
        for note in [
            "注：1. 本表",
            "数据来源：统计局",
            "注释：x",
            "Source: x",
            "（注：x）",
            "单位：%",
        ] {
            assert!(is_remark(note), "{note}");
        }
        for row in ["婴儿死亡率", "注射率", "1:2", "来源地"] {
            assert!(!is_remark(row), "{row}");
        }
    }
}

//! The headers of files about goals, and what each column of them holds.

use crate::tabular::{Columns, Record};

/// What a file about goals holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Recorded assessments.
    Records,
    /// Responsible units.
    Units,
}

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Goal,
    Date,
    State,
    Note,
    Source,
    Lead,
    Support,
}

/// Header words by column, folded (see [`fold::name`]).
const WORDS: [(Column, &str); 7] = [
    (
        Column::Goal,
        "目标 目标编号 主要目标 目标名称 措施 措施编号 策略措施 措施名称 目标或措施 goal goalid measure measureid",
    ),
    (Column::Date, "日期 评估日期 时间 date"),
    (
        Column::State,
        "状态 评估状态 完成状态 进度 完成情况 state status progress",
    ),
    (Column::Note, "说明 备注 情况说明 note notes"),
    (Column::Source, "来源 凭据 依据 数据来源 source evidence"),
    (Column::Lead, "牵头单位 牵头部门 责任单位 主责单位 lead leadunit"),
    (
        Column::Support,
        "配合单位 配合部门 协作单位 参与单位 support supportunits",
    ),
];

/// What a title means, folded.
fn meaning(title: &str) -> Option<Column> {
    let known = WORDS
        .iter()
        .find(|(_, words)| words.split(' ').any(|word| word == title));
    known.map(|(column, _)| *column)
}

/// A table about goals: where its header is and what its columns are.
pub struct Sheet {
    pub kind: Kind,
    pub header: usize,
    pub columns: Columns<Column>,
}

/// Titles may stand above the header, but not more than this many records.
const HEADER_WITHIN: usize = 30;

/// The table about goals that the records hold, if they do.
pub fn recognise(records: &[Record]) -> Option<Sheet> {
    let mut within = records.iter().enumerate().take(HEADER_WITHIN);
    within.find_map(|(header, record)| {
        let columns = Columns::of(record, meaning);
        let kind = kind(&columns)?;
        Some(Sheet {
            kind,
            header,
            columns,
        })
    })
}

fn kind(columns: &Columns<Column>) -> Option<Kind> {
    let has = |column| columns.has(column);
    match has(Column::Goal) {
        true if has(Column::State) && has(Column::Date) => Some(Kind::Records),
        true if has(Column::Lead) || has(Column::Support) => Some(Kind::Units),
        _ => None,
    }
}

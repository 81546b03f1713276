//! The headers of files about goals.

use crate::tabular::Record;
use crate::tabular::fold;

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

/// A table about goals: where its header is and what its columns are.
pub struct Sheet {
    pub kind: Kind,
    pub header: usize,
    /// Titles of the columns that nothing is read from.
    pub ignored: Vec<String>,
    titles: Vec<String>,
    columns: Vec<(Column, usize)>,
}

impl Sheet {
    /// What a record has in a column; empty where there is no such column.
    pub fn cell<'r>(&self, record: &'r Record, column: Column) -> &'r str {
        let at = self.columns.iter().find(|(known, _)| *known == column);
        at.map_or("", |(_, at)| fold::trim(record.cell(*at)))
    }

    /// Whether a record repeats the header.
    pub fn repeats_header(&self, record: &Record) -> bool {
        record.cells().map(fold::squeeze).eq(self.titles.iter().cloned())
    }

    /// The title of a column.
    pub fn title(&self, column: Column) -> &str {
        let at = self.columns.iter().find(|(known, _)| *known == column);
        at.and_then(|(_, at)| self.titles.get(*at))
            .map_or("", String::as_str)
    }
}

/// Titles may stand above the header, but not more than this many records.
const HEADER_WITHIN: usize = 30;

/// The table about goals that the records hold, if they do.
pub fn recognise(records: &[Record]) -> Option<Sheet> {
    records
        .iter()
        .enumerate()
        .take(HEADER_WITHIN)
        .find_map(|(at, record)| header(at, record))
}

fn header(at: usize, record: &Record) -> Option<Sheet> {
    let titles: Vec<String> = record.cells().map(fold::squeeze).collect();
    let mut columns: Vec<(Column, usize)> = Vec::new();
    for (position, title) in titles.iter().enumerate() {
        let folded = fold::name(title);
        let known = WORDS
            .iter()
            .find(|(_, words)| words.split(' ').any(|word| word == folded));
        if let Some((column, _)) = known
            && !columns.iter().any(|(taken, _)| taken == column)
        {
            columns.push((*column, position));
        }
    }
    let has = |wanted| columns.iter().any(|(column, _)| *column == wanted);
    let kind = match () {
        () if has(Column::Goal) && has(Column::State) && has(Column::Date) => Kind::Records,
        () if has(Column::Goal) && (has(Column::Lead) || has(Column::Support)) => Kind::Units,
        () => return None,
    };
    let used = |position: usize| columns.iter().any(|(_, at)| *at == position);
    let ignored = titles
        .iter()
        .enumerate()
        .filter(|(at, title)| !used(*at) && !title.is_empty());
    Some(Sheet {
        kind,
        header: at,
        ignored: ignored.map(|(_, title)| title.clone()).collect(),
        titles,
        columns,
    })
}

//! Where things stand in a table. A layout is recognised once, by its header; from then on it is a plain
//! [`Shape`]: which column holds what, and which columns hold values. A further layout is a further file here
//! with one function from a header to a shape, and one line in [`RECOGNISERS`].

mod context;
mod header;
mod role;
mod tidy;
mod wide;

pub use context::{Context, is_remark};
pub use role::Role;

use serde::{Deserialize, Serialize};

use crate::catalogue::{Unit, Year};
use crate::lang::Lang;

use super::names::Names;
use super::report::Reason;
use crate::tabular::Record;
use crate::tabular::fold;
use header::Header;

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// One record a value.
    Tidy,
    /// One record an indicator (or an area), one column a year.
    Wide,
    /// One record a recorded assessment of a goal.
    Records,
    /// One record a goal and the units that answer for it.
    Units,
    /// No header was found.
    Unknown,
}

impl Layout {
    /// Its word in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Layout::Tidy => "tidy",
            Layout::Wide => "wide",
            Layout::Records => "records",
            Layout::Units => "units",
            Layout::Unknown => "unknown",
        }
    }

    /// What it is called in a language.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Layout::Tidy => lang.pick("一行一个数值", "one value a row"),
            Layout::Wide => lang.pick("一列一个年份", "one column a year"),
            Layout::Records => lang.pick("查证记录", "recorded assessments"),
            Layout::Units => lang.pick("责任单位", "responsible units"),
            Layout::Unknown => lang.pick("无法识别", "not recognised"),
        }
    }
}

/// A column that holds values.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueColumn {
    /// Its position.
    pub column: usize,
    /// The year that all of them are of; none where the record says so in a column of its own.
    pub year: Option<Year>,
    /// The unit in the header's brackets.
    pub unit: Option<Unit>,
}

/// Where things stand in a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What it was recognised as.
    pub layout: Layout,
    /// Position of the header among the records.
    pub header: usize,
    /// Line of the header in the file.
    pub line: u32,
    /// The header's texts, by column.
    pub titles: Vec<String>,
    /// At least one.
    pub values: Vec<ValueColumn>,
    /// Titles of the columns that nothing is read from.
    pub ignored: Vec<String>,
    /// The number of cases behind each value, in a column beside it.
    pub cases: Option<ValueColumn>,
    roles: [Option<usize>; Role::COUNT],
}

impl Shape {
    /// The column that holds something.
    pub fn column(&self, role: Role) -> Option<usize> {
        self.roles[role as usize]
    }

    /// The title of a column; empty where it has none.
    pub fn title(&self, column: usize) -> &str {
        self.titles.get(column).map_or("", String::as_str)
    }

    /// Whether anything is read from a column.
    pub fn is_used(&self, column: usize) -> bool {
        self.roles.contains(&Some(column)) || self.values.iter().any(|value| value.column == column)
    }

    /// Every cell where a value could stand, over all records.
    pub fn value_cells<'r>(&'r self, records: &'r [Record]) -> impl Iterator<Item = &'r str> {
        records
            .iter()
            .flat_map(|record| self.values.iter().map(|value| record.cell(value.column)))
    }

    /// Whether a record repeats the header.
    pub fn repeats_header(&self, record: &Record) -> bool {
        record
            .cells()
            .zip(&self.titles)
            .all(|(cell, title)| fold::squeeze(cell) == *title)
    }
}

/// Finds out whether a record is the header of a layout; `named` says whether the file names its indicator
/// outside the table.
type Recogniser = fn(header: &Header, named: bool) -> Option<Shape>;

/// Every layout, the most particular first.
const RECOGNISERS: &[Recogniser] = &[tidy::recognise, wide::recognise];

/// Titles and remarks may stand above the header, but not more than this many records.
const HEADER_WITHIN: usize = 30;

/// Finds the header of a table.
///
/// # Errors
/// Why there is none, and the line to blame: that of the likeliest header, which lacks columns.
pub fn find(records: &[Record], file_name: &str, names: &Names) -> Result<Shape, (u32, Reason)> {
    let mut likeliest: Option<(usize, u32, Reason)> = None;
    for (at, record) in records.iter().enumerate().take(HEADER_WITHIN) {
        let named = Context::above(&records[..at], file_name).names_indicator(names);
        if let Some(shape) = recognise(at, record, named) {
            return Ok(shape);
        }
        let header = Header::read(at, record);
        let known = header.known();
        if known >= 2 && likeliest.as_ref().is_none_or(|(most, ..)| known > *most) {
            let missing = tidy::missing(&header);
            likeliest = Some((known, record.line, Reason::MissingColumns { missing }));
        }
    }
    Err(likeliest.map_or((1, Reason::NoHeader), |(_, line, reason)| (line, reason)))
}

/// The shape of the table whose header that record is, if it is one.
pub fn recognise(at: usize, record: &Record, named: bool) -> Option<Shape> {
    let header = Header::read(at, record);
    RECOGNISERS.iter().find_map(|recognise| recognise(&header, named))
}

/// Whether a cell is a word that headers use: a cheap test before reading a whole record as one.
pub fn is_header_word(cell: &str) -> bool {
    let possible = cell.len() <= 48 && !cell.starts_with(|c: char| c.is_ascii_digit());
    possible && role::role(cell).is_some()
}

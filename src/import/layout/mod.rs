//! Where things stand in a sheet: its tables, one below or beside the other, each with a header of one or several
//! rows, what its columns are for, and what its surroundings say about all of its values.

mod beside;
mod column;
mod content;
mod context;
mod header;
mod headless;
mod labelled;
mod over;
mod scope;
mod titles;
mod whose;

pub use column::{Column, Use};
pub use context::{Context, Unfit};
pub use headless::{guess as guess_columns, titles as titles_of_guess};
pub use labelled::is_remark;
pub use over::key;
pub use titles::file_said;

use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::log::Reason;
use super::meaning::{About, Figure, Lexicon, Role, split_unit};
use crate::lang::Lang;
use crate::tabular::{Record, Sheet};

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// One record a value.
    Tidy,
    /// Several values a record: by year, indicator, area or group.
    Wide,
    /// One record a recorded assessment of a goal.
    Records,
    /// One record a goal and the units that answer for it.
    Units,
    /// No header was found.
    Unknown,
}

impl Layout {
    /// Its word in logs.
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
            Layout::Wide => lang.pick("一行多个数值", "several values a row"),
            Layout::Records => lang.pick("查证记录", "recorded assessments"),
            Layout::Units => lang.pick("责任单位", "responsible units"),
            Layout::Unknown => lang.pick("无法识别", "not recognised"),
        }
    }
}

/// A table of values in a sheet.
#[derive(Clone, Debug)]
pub struct Table {
    /// How it is laid out.
    pub layout: Layout,
    /// The rows of its header.
    pub header: Range<usize>,
    /// The rows below it, up to the next header.
    pub body: Range<usize>,
    /// The position of its first column in the sheet.
    pub first: usize,
    /// What its columns are for, from the first on.
    pub columns: Vec<Column>,
    /// What its surroundings say.
    pub context: Context,
    /// What it lacks to be read.
    pub missing: Vec<Role>,
}

impl Table {
    /// The columns of a role, by their position in the sheet.
    pub fn keys(&self, role: Role) -> impl Iterator<Item = usize> {
        let holds = move |(_, column): &(usize, &Column)| column.used == Use::Key(role);
        let first = self.first;
        self.columns
            .iter()
            .enumerate()
            .filter(holds)
            .map(move |(at, _)| first + at)
    }

    /// The title of a column of the sheet; empty where it has none.
    pub fn title(&self, column: usize) -> &str {
        let at = column.checked_sub(self.first);
        at.and_then(|at| self.columns.get(at))
            .map_or("", |column| &column.title)
    }

    /// Whether a row repeats the header's first row.
    pub fn repeats_header(&self, records: &[Record], row: usize) -> bool {
        self.header
            .clone()
            .any(|header| records[header].cells().eq(records[row].cells()))
    }

    fn is_tidy(&self, lexicon: &Lexicon<'_>, records: &[Record]) -> bool {
        let is_value = |column: &usize| {
            records[self.header.clone()]
                .iter()
                .any(|record| lexicon.title(record.cell(*column)).role == Some(Role::Value))
        };
        (self.first..self.first + self.columns.len()).any(|column| is_value(&column))
    }
}

/// The tables of a sheet, in order.
///
/// # Errors
/// Why there is none, and the line to blame where there is one: that of the likeliest header, which lacks columns.
pub fn tables(lexicon: &Lexicon<'_>, sheet: &Sheet, file: &str) -> Result<Vec<Table>, (Option<u32>, Reason)> {
    let records = &sheet.records;
    let Some(first) = (0..records.len()).find_map(|row| header::at(lexicon, records, row, false)) else {
        let table = headless::table(lexicon, sheet, file);
        return table
            .map(|table| vec![table])
            .ok_or_else(|| no_header(lexicon, records));
    };
    let mut headers = vec![first];
    let mut row = headers[0].end;
    let mut beginnings = header::Beginnings::default();
    // 灵山县 | 2021 | 2022 may come again as 浦北县 | 2021 | 2022.
    let by_corner = header::corner_of_all(lexicon, &records[headers[0].start]).is_some();
    while row < records.len() {
        let begins = beginnings.begins(lexicon, &records[row])
            // A decimal number is no title.
            || by_corner
                && records[row].content(1).word().is_some()
                && header::corner_of_all(lexicon, &records[row]).is_some();
        let next = begins.then(|| header::at(lexicon, records, row, true)).flatten();
        row = next.as_ref().map_or(row + 1, |next| next.end);
        headers.extend(next);
    }
    let mut tables: Vec<Table> = Vec::new();
    for (at, header) in headers.iter().enumerate() {
        let end = headers.get(at + 1).map_or(records.len(), |next| next.start);
        let above = tables.last().map_or(0, |table: &Table| table.header.end);
        tables.extend(beside(
            lexicon,
            sheet,
            file,
            header.clone(),
            (above, end),
            tables.last(),
        ));
    }
    match tables.iter().min_by_key(|table| table.missing.len()) {
        Some(likeliest) if !likeliest.missing.is_empty() => {
            let missing = likeliest.missing.clone();
            Err((
                Some(records[likeliest.header.start].line),
                Reason::MissingColumns { missing },
            ))
        }
        _ => Ok(tables),
    }
}

/// Why a sheet has no header: the entities of a web page may stand in its titles, or it may be a table without any.
fn no_header(lexicon: &Lexicon<'_>, records: &[Record]) -> (Option<u32>, Reason) {
    let of_page = records.iter().find(|record| record.entities().next().is_some());
    match of_page {
        Some(record) => (Some(record.line), Reason::Entities),
        None if headless::guess(lexicon, records).is_some() => (Some(records[0].line), Reason::Headless),
        None => (None, Reason::NoHeader),
    }
}

/// How many rows are looked at for years in the names of indicators.
const NAMES_LOOKED_AT: usize = 50;

/// How many rows above a further header are looked at for its unit and indicator.
const SURROUNDINGS: usize = 5;

/// The tables that share a header's rows. A title of keys that comes again begins another table.
fn beside(
    lexicon: &Lexicon<'_>,
    sheet: &Sheet,
    file: &str,
    header: Range<usize>,
    (above, end): (usize, usize),
    earlier: Option<&Table>,
) -> Vec<Table> {
    let records = &sheet.records;
    let corner = header::corner_of_all(lexicon, &records[header.start]);
    let titles = without_corner(&records[header.clone()], corner.is_some());
    let rows = titles.as_slice();
    let body = &records[header.end..end];
    let from = match earlier {
        None => 0,
        Some(_) => above.max(header.start.saturating_sub(SURROUNDINGS)),
    };
    let borders = borders(lexicon, rows, body);
    let context = |(first, to): (usize, usize)| {
        let above = &records[from..header.start];
        let over: Vec<Record> = match borders.len() {
            1 => above.to_vec(),
            _ => above.iter().map(|record| over(record, first, to)).collect(),
        };
        let own = Context::read(
            lexicon,
            &over,
            (body, end == records.len()),
            sheet.name.as_deref(),
            file,
        );
        let mut context = match earlier {
            None => own,
            Some(earlier) => own.or(&earlier.context),
        };
        if let Some(corner) = &corner {
            let record = &records[header.start];
            context.corner(corner, (record.cell(0), record.line));
        }
        context
    };
    borders
        .iter()
        .map(|&(first, to)| {
            let context = context((first, to));
            let mut table = Table {
                layout: Layout::Wide,
                header: header.clone(),
                body: header.end..end,
                first,
                columns: column::read(lexicon, rows, body, (first, to)),
                context,
                missing: Vec::new(),
            };
            table.name_corner(lexicon);
            table.date_the_year_before();
            if table.is_tidy(lexicon, records) {
                table.layout = Layout::Tidy;
            }
            table.missing = table.lacks(lexicon, body);
            table
        })
        .collect()
}

impl Table {
    /// The columns that it cannot do without, as far as nothing else says the same.
    fn lacks(&self, lexicon: &Lexicon<'_>, body: &[Record]) -> Vec<Role> {
        let uses = || self.columns.iter().map(|column| &column.used);
        let over_values =
            uses().any(|used| matches!(used, Use::Values { about, .. } if about.year.is_some()));
        let in_names = || {
            let named = self.keys(Role::Indicator).chain(self.keys(Role::Area));
            named.into_iter().any(|column| {
                let has_year = |record: &Record| lexicon.meaning(record.cell(column)).about.year.is_some();
                body.iter().take(NAMES_LOOKED_AT).any(has_year)
            })
        };
        let year = over_values
            || self.keys(Role::Year).next().is_some()
            || self.context.about.year.is_some()
            || in_names();
        let value = uses().any(Use::holds_values);
        let has = |role: &Role| match role {
            Role::Year => year,
            Role::Value => value,
            _ => true,
        };
        Role::NECESSARY.into_iter().filter(|role| !has(role)).collect()
    }

    /// 上年 beside 本年 is of the year before the one that the table's surroundings name.
    fn date_the_year_before(&mut self) {
        let Some(Ok(year)) = self.context.about.year else {
            return;
        };
        for column in &mut self.columns {
            if column.used == Use::NotMeasured(Figure::Previous) && Figure::is_the_year_before(&column.title)
            {
                column.used = Use::Values {
                    about: About {
                        year: Some(Ok(year - 1)),
                        ..About::default()
                    },
                    unit: split_unit(&column.title).map(|(_, unit)| unit),
                };
            }
        }
    }

    /// The corner of a table that runs both ways is often left empty: then it holds areas where the indicator is
    /// named outside, and else indicators.
    fn name_corner(&mut self, lexicon: &Lexicon<'_>) {
        let has = |role: Role| self.columns.iter().any(|column| column.used == Use::Key(role));
        let named = self.context.names_indicator(lexicon);
        let corner = self
            .columns
            .first()
            .filter(|column| column.title.is_empty() && column.used == Use::Dimension { sure: false });
        let role = match (has(Role::Indicator), has(Role::Area)) {
            (false, false) if named => Role::Area,
            (false, _) if !named => Role::Indicator,
            _ => return,
        };
        if corner.is_some() {
            self.columns[0].used = Use::Key(role);
        }
    }
}

/// The rows of a header, without its first cell where that is about all of the table.
fn without_corner(header: &[Record], is_about_all: bool) -> Vec<Record> {
    let mut rows = header.to_vec();
    if is_about_all && let Some(first) = rows.first_mut() {
        let cells: Vec<&str> = std::iter::once("").chain(header[0].cells().skip(1)).collect();
        *first = Record::new(header[0].line, &cells);
    }
    rows
}

/// What a line above tables says about the one in columns `first..to`: a line of one cell is about all of them.
fn over(record: &Record, first: usize, to: usize) -> Record {
    if record.cells().filter(|cell| !cell.is_empty()).count() < 2 {
        return record.clone();
    }
    let cells: Vec<&str> = (first..to).map(|column| record.cell(column)).collect();
    Record::new(record.line, &cells)
}

/// Where tables that stand beside one another begin and end.
fn borders(lexicon: &Lexicon<'_>, header: &[Record], body: &[Record]) -> Vec<(usize, usize)> {
    let width = header.iter().map(Record::width).max().unwrap_or_default();
    let mut starts = vec![0];
    let key = |column: usize| {
        let meaning = lexicon.meaning(header[0].cell(column));
        meaning
            .role
            .filter(|role| role.is_key() && meaning.about.is_empty())
    };
    let first = (0..width).find_map(|column| Some((column, key(column)?)));
    if let Some((first, role)) = first {
        let again = |column: &usize| {
            header[0].cell(*column) == header[0].cell(first)
                && key(*column) == Some(role)
                && has_numbers(lexicon, body, *column, width)
        };
        starts.extend((first + 1..width).filter(again));
    }
    let ends = starts.iter().skip(1).copied().chain([width]);
    starts.iter().copied().zip(ends).collect()
}

/// Whether numbers stand in the columns from there on.
fn has_numbers(lexicon: &Lexicon<'_>, body: &[Record], from: usize, to: usize) -> bool {
    body.iter()
        .take(50)
        .any(|record| (from..to).any(|column| header::is_value(lexicon, record.cell(column))))
}

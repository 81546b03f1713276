//! The columnar table of observations of one file. Text columns hold numbers into small dictionaries, so a
//! hundred thousand rows stay a few megabytes and cross a worker's border cheaply.

mod columns;
mod rows;

use std::ops::Range;
use std::sync::Arc;

use super::dictionary::Dictionary;
use super::numbers::Numbers;
use super::{Group, Quantity, Year};

pub(crate) use columns::BegunTable;
pub(crate) use rows::{Own, Shared, Words};

/// One row of a [`Table`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation<'a> {
    /// Id of the indicator.
    pub indicator: &'a str,
    /// What is told of it.
    pub quantity: Quantity,
    /// Id of an area that the catalogue knows, else the area's name as the file writes it.
    pub area: &'a str,
    /// The year measured.
    pub year: Year,
    /// For whom.
    pub group: &'a Group,
    /// The value in the indicator's own unit; always finite.
    pub value: f64,
    /// Whether it cannot be compared with those before it: a break of the series, `B` in SDMX's OBS_STATUS.
    pub is_break: bool,
    /// Who published it, as the file words it; may be empty.
    pub source: &'a str,
    /// The sheet of a workbook that it was read from; empty for a text.
    pub sheet: &'a str,
    /// The line of the file, or the row of the sheet, that it was read from, from 1.
    pub line: u32,
    /// The column that it was read from, from 1.
    pub column: u32,
}

impl<'a> Observation<'a> {
    /// What it is about: indicator, area, year and group.
    pub fn about(&self) -> (&'a str, &'a str, Year, &'a Group) {
        (self.indicator, self.area, self.year, self.group)
    }
}

/// Rows of a [`Table`] that stand together and are about one series, by the positions of its words among those of the
/// table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    pub indicator: u32,
    pub quantity: Quantity,
    pub area: u32,
    pub group: u32,
    /// Which rows.
    pub rows: Range<usize>,
}

impl Run {
    /// What tells its series from others.
    pub fn series(&self) -> (u32, u32, u32, Quantity) {
        (self.area, self.indicator, self.group, self.quantity)
    }
}

/// Observations in the order in which they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    indicators: Dictionary<String>,
    /// As their codes.
    quantities: Numbers,
    areas: Dictionary<String>,
    groups: Dictionary<Group>,
    sources: Dictionary<String>,
    sheets: Dictionary<String>,
    /// As the bits of the year.
    years: Numbers,
    values: Vec<f64>,
    /// 1 where there is one, else 0.
    breaks: Numbers,
    lines: Numbers,
    columns: Numbers,
    /// The rows that are about another series than the row before them, the first row included.
    starts: Vec<u32>,
}

/// A copy of a table that is only lent.
impl From<&Table> for Arc<Table> {
    fn from(table: &Table) -> Self {
        Arc::new(table.clone())
    }
}

impl Table {
    /// Appends one row.
    pub fn push(&mut self, row: Observation<'_>) {
        self.indicators.push(row.indicator);
        self.areas.push(row.area);
        self.groups.push(row.group);
        self.sources.push(row.source);
        self.sheets.push(row.sheet);
        debug_assert!(row.value.is_finite());
        self.quantities.push(row.quantity.code());
        self.years.push(row.year as u32);
        self.values.push(row.value);
        self.breaks.push(u32::from(row.is_break));
        self.lines.push(row.line);
        self.columns.push(row.column);
        self.note_start(self.len() - 1);
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The row at `index`; none past the end.
    pub fn get(&self, index: usize) -> Option<Observation<'_>> {
        Some(Observation {
            indicator: self.indicators.get(index)?,
            quantity: Quantity::of_code(self.quantities.get(index)?)?,
            area: self.areas.get(index)?,
            year: self.years.get(index)? as Year,
            group: self.groups.get(index)?,
            value: *self.values.get(index)?,
            is_break: self.breaks.get(index)? == 1,
            source: self.sources.get(index)?,
            sheet: self.sheets.get(index)?,
            line: self.lines.get(index)?,
            column: self.columns.get(index)?,
        })
    }

    /// Every row in order.
    pub fn iter(&self) -> impl Iterator<Item = Observation<'_>> {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// Every value; numbers of cases are left out.
    pub fn values(&self) -> impl Iterator<Item = Observation<'_>> {
        self.iter().filter(|row| row.quantity == Quantity::Value)
    }

    /// How many rows are values.
    pub fn count_of_values(&self) -> usize {
        let is_value = |code: &u32| *code == Quantity::Value.code();
        self.quantities.iter().filter(is_value).count()
    }

    /// Notes a row that is about another series than the one before it.
    fn note_start(&mut self, row: usize) {
        let (indicators, areas, groups) = (&self.indicators, &self.areas, &self.groups);
        let series = [
            indicators.codes(),
            areas.codes(),
            groups.codes(),
            &self.quantities,
        ];
        let differs = |codes: &&Numbers| row == 0 || codes.get(row) != codes.get(row - 1);
        if series.iter().any(differs) {
            self.starts.push(row as u32);
        }
    }

    /// All rows, as they stand together.
    pub(crate) fn runs(&self) -> Vec<Run> {
        let ends = self.starts.iter().skip(1).copied().chain([self.len() as u32]);
        let run = |(start, end): (u32, u32)| {
            let rows = start as usize..end as usize;
            Some(Run {
                indicator: self.indicators.code(rows.start)?,
                quantity: Quantity::of_code(self.quantities.get(rows.start)?)?,
                area: self.areas.code(rows.start)?,
                group: self.groups.code(rows.start)?,
                rows,
            })
        };
        self.starts.iter().copied().zip(ends).filter_map(run).collect()
    }

    /// The years of those rows.
    pub(crate) fn years(&self, rows: Range<usize>) -> impl Iterator<Item = Year> {
        rows.map(|row| self.years.get(row).unwrap_or_default() as Year)
    }

    /// Year and value, or number of cases, of a row.
    pub(crate) fn dated(&self, row: usize) -> (Year, f64) {
        (self.years.get(row).unwrap_or_default() as Year, self.values[row])
    }

    /// Whether a row cannot be compared with those before it.
    pub(crate) fn is_break(&self, row: usize) -> bool {
        self.breaks.get(row) == Some(1)
    }

    /// Every group named, in order of appearance.
    pub fn groups(&self) -> &[Group] {
        self.groups.words()
    }

    /// Every area named, in order of appearance.
    pub fn areas(&self) -> &[String] {
        self.areas.words()
    }

    /// The id of every indicator named, in order of appearance.
    pub fn indicators(&self) -> &[String] {
        self.indicators.words()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::Sex;

    #[test]
    fn rows_come_back_as_they_went_in() {
        let (total, women) = (Group::TOTAL, Group::of_sex(Sex::Female));
        let row = |area, year, group, value| Observation {
            indicator: "maternal-mortality",
            quantity: Quantity::Value,
            area,
            year,
            group,
            value,
            is_break: false,
            source: "年鉴",
            sheet: "",
            line: 2,
            column: 3,
        };
        let rows = [
            row("钦州市", 2020, &total, 16.0),
            row("灵山县", 2020, &women, 15.5),
            row("钦州市", 2021, &total, 15.0),
        ];
        let mut table = Table::default();
        for row in rows {
            table.push(row);
        }
        assert_eq!(table.iter().collect::<Vec<_>>(), rows);
        assert_eq!(table.areas(), ["钦州市", "灵山县"]);
        assert!(table.get(3).is_none());
    }
}

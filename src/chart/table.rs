//! The numbers of a plot as a table: what a screen reader, a printed page and a spreadsheet take.

use std::ops::RangeInclusive;

use super::plot::{ForecastPoint, Plot, value_at};
use super::words::Words;
use crate::catalogue::Year;
use crate::lang::Lang;
use crate::text::{number, unit_after};

/// The numbers of a plot, a year a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlotTable {
    /// The unit of every number, as text; empty where there is none.
    pub unit: String,
    /// The columns' heads; the first is that of the years.
    pub head: Vec<String>,
    /// A year and its cells, one for each column but the first.
    pub rows: Vec<(Year, Vec<Cell>)>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A value, as printed.
    Value(String),
    /// A figure is missing: others were measured in or around that year.
    Missing,
    /// Nothing is to be expected there.
    Blank,
}

impl Cell {
    /// The printed value, if there is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Cell::Value(text) => Some(text),
            Cell::Missing | Cell::Blank => None,
        }
    }
}

struct Column {
    head: String,
    /// The printed value of each year that has one.
    cells: Vec<(Year, String)>,
    /// Whether it holds what was measured, year after year.
    measured: bool,
}

impl Plot {
    /// The same numbers as a table: every line, also those too many to draw, then target, path and forecast.
    pub fn table(&self, lang: Lang) -> PlotTable {
        let columns = self.columns(lang);
        let measured = measured(&columns);
        let row = |year: Year| {
            let gap = measured.as_ref().is_some_and(|years| years.contains(&year));
            let cell = |column: &Column| match column.cells.iter().find(|(at, _)| *at == year) {
                Some((_, text)) => Cell::Value(text.clone()),
                None if column.measured && gap => Cell::Missing,
                None => Cell::Blank,
            };
            (year, columns.iter().map(cell).collect())
        };
        let first = Words(lang).year().to_owned();
        PlotTable {
            unit: unit_after(&self.unit, lang).trim().to_owned(),
            head: std::iter::once(first)
                .chain(columns.iter().map(|column| column.head.clone()))
                .collect(),
            rows: years(&columns).into_iter().map(row).collect(),
        }
    }

    fn columns(&self, lang: Lang) -> Vec<Column> {
        let words = Words(lang);
        let digits = self.digits();
        let column = |name: &str, points: &[(Year, f64)], digits: Option<usize>, measured| Column {
            head: name.to_owned(),
            cells: points
                .iter()
                .map(|(year, value)| (*year, number(*value, digits)))
                .collect(),
            measured,
        };
        let lines = self.filled();
        let mut columns: Vec<Column> = lines
            .iter()
            .map(|line| column(&line.name, &line.known(), Some(line.digits()), true))
            .collect();
        if let Some(base) = self.base().filter(|(year, value)| {
            // A base that is the main line's own point already stands there.
            lines
                .first()
                .is_none_or(|line| value_at(&line.points, *year) != Some(*value))
        }) {
            columns.push(column(words.base(), &[base], Some(digits), false));
        }
        if let Some(target) = self.target() {
            columns.push(column(
                words.target(),
                &[(target.year, target.value)],
                None,
                false,
            ));
        }
        columns.push(column(words.path(), &self.path(), Some(digits), false));
        let forecast = self.forecast();
        let expected: Vec<(Year, f64)> = forecast.iter().map(|point| (point.year, point.value)).collect();
        columns.push(column(words.forecast(), &expected, Some(digits), false));
        let range = |point: &ForecastPoint| (point.year, words.range_of(point.low, point.high, digits));
        columns.push(Column {
            head: words.range().to_owned(),
            cells: forecast.iter().map(range).collect(),
            measured: false,
        });
        columns.retain(|column| !column.cells.is_empty());
        columns
    }
}

/// From the first to the last year that any line has a value for.
fn measured(columns: &[Column]) -> Option<RangeInclusive<Year>> {
    let lines = columns.iter().filter(|column| column.measured);
    let years: Vec<Year> = lines
        .flat_map(|column| &column.cells)
        .map(|(year, _)| *year)
        .collect();
    Some(*years.iter().min()?..=*years.iter().max()?)
}

/// The years of the table: those with a number, and the gaps between the first and last year measured.
fn years(columns: &[Column]) -> Vec<Year> {
    let told = columns
        .iter()
        .flat_map(|column| &column.cells)
        .map(|(year, _)| *year);
    let mut years: Vec<Year> = told.chain(measured(columns).into_iter().flatten()).collect();
    years.sort_unstable();
    years.dedup();
    years
}

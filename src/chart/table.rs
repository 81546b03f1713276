//! The numbers of a plot as a table: what a screen reader, a printed page and a spreadsheet take.

use std::ops::RangeInclusive;

use super::plot::{ForecastPoint, Origin, Plot, value_at};
use super::words::{Words, range_of};
use crate::catalogue::Year;
use crate::lang::Lang;
use crate::observation::{SeriesKey, ValueAt};
use crate::text::{number, unit_after};

/// The numbers of a plot, a year a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlotTable {
    /// The unit of every number, as text; empty where there is none.
    pub unit: String,
    /// The columns' heads; the first is that of the years.
    pub head: Vec<String>,
    /// The series of each column but the first, where it shows values as they were measured.
    pub series: Vec<Option<SeriesKey>>,
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

/// One number of a plot, with what it needs to be understood alone.
pub(super) struct Figure {
    pub year: Year,
    /// The value as printed.
    pub value: String,
    /// What it is: the name of its column.
    pub name: String,
    pub origin: Origin,
}

struct Column {
    head: String,
    origin: Origin,
    /// The printed value of each year that has one.
    cells: Vec<(Year, String)>,
    /// Whether it holds what was measured, year after year.
    measured: bool,
    /// The series whose values they are.
    series: Option<SeriesKey>,
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
            series: columns.iter().map(|column| column.series.clone()).collect(),
            rows: years(&columns).into_iter().map(row).collect(),
        }
    }

    /// The same numbers one by one, by year and in the order of the columns.
    pub(super) fn figures(&self, lang: Lang) -> Vec<Figure> {
        let mut figures = Vec::new();
        for column in self.columns(lang) {
            figures.extend(column.cells.into_iter().map(|(year, value)| Figure {
                year,
                value,
                name: column.head.clone(),
                origin: column.origin.clone(),
            }));
        }
        figures.sort_by_key(|figure| figure.year);
        figures
    }

    fn columns(&self, lang: Lang) -> Vec<Column> {
        let words = Words(lang);
        let digits = self.digits();
        let own = self.origin();
        let of_own = |source: &str| Origin {
            source: source.to_owned(),
            ..own.clone()
        };
        let (planned, computed) = (of_own(words.plans()), of_own(words.computed()));
        let column = |name: &str, points: &[ValueAt], digits: Option<usize>, origin: &Origin| Column {
            head: name.to_owned(),
            origin: origin.clone(),
            cells: points
                .iter()
                .map(|point| (point.year, number(point.value, digits)))
                .collect(),
            measured: false,
            series: None,
        };
        let lines = self.filled();
        let mut columns: Vec<Column> = lines
            .iter()
            .map(|line| Column {
                measured: true,
                series: line.series.clone(),
                ..column(
                    &line.name,
                    &line.known(),
                    Some(line.digits()),
                    line.origin.as_ref().unwrap_or(&own),
                )
            })
            .collect();
        if let Some(base) = self.base().filter(|base| {
            // A base that is the main line's own point already stands there.
            lines
                .first()
                .is_none_or(|line| value_at(&line.points, base.year) != Some(base.value))
        }) {
            columns.push(column(words.base(), &[base], Some(digits), &own));
        }
        if let Some(target) = self.target() {
            columns.push(column(words.target(), &[target.point()], None, &planned));
        }
        columns.push(column(words.path(), &self.path(), Some(digits), &computed));
        let forecast = self.forecast();
        let expected: Vec<ValueAt> = forecast.iter().map(ForecastPoint::point).collect();
        columns.push(column(words.forecast(), &expected, Some(digits), &computed));
        let range = |point: &ForecastPoint| (point.year, range_of(point.low, point.high, digits));
        columns.push(Column {
            head: words.range().to_owned(),
            origin: computed.clone(),
            cells: forecast.iter().map(range).collect(),
            measured: false,
            series: None,
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

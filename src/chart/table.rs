//! The numbers of a plot as a table: what a screen reader, a printed page and a spreadsheet take.

use super::plot::{ForecastPoint, Plot, value_at};
use super::words::Words;
use crate::catalogue::Year;
use crate::text::{Lang, number, unit_after};

/// The numbers of a plot, a year a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlotTable {
    /// The columns' heads; the first is that of the years.
    pub head: Vec<String>,
    /// How many columns after the first hold measured values: where one of these is empty, a figure is missing.
    pub measured: usize,
    /// A year and its values as printed, one for each column but the first; none where there is none.
    pub rows: Vec<(Year, Vec<Option<String>>)>,
}

struct Column {
    head: String,
    /// The printed value of each year that has one.
    cells: Vec<(Year, String)>,
    /// Whether it was measured: gaps between its years are told.
    measured: bool,
}

impl Plot {
    /// The same numbers as a table: every line, also those too many to draw, then target, path and forecast.
    pub fn table(&self, lang: Lang) -> PlotTable {
        let columns = self.columns(lang);
        let years = years(&columns);
        let row = |year: Year| {
            let cells = columns.iter().map(|column| {
                let here = column.cells.iter().find(|(at, _)| *at == year);
                here.map(|(_, text)| text.clone())
            });
            (year, cells.collect())
        };
        let first = Words(lang).year().to_owned();
        PlotTable {
            head: std::iter::once(first)
                .chain(columns.iter().map(|column| column.head.clone()))
                .collect(),
            measured: self.filled().len(),
            rows: years.into_iter().map(row).collect(),
        }
    }

    fn columns(&self, lang: Lang) -> Vec<Column> {
        let words = Words(lang);
        let unit = unit_after(&self.unit, lang);
        let digits = self.digits();
        let column = |name: &str, points: &[(Year, f64)], digits: Option<usize>, measured| Column {
            head: words.head(name, &unit),
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
            columns.push(column(words.base(), &[base], Some(digits), true));
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
            head: words.head(words.range(), &unit),
            cells: forecast.iter().map(range).collect(),
            measured: false,
        });
        columns.retain(|column| !column.cells.is_empty());
        columns
    }
}

/// The years of the table: those with a number, and the gaps between the first and last year measured.
fn years(columns: &[Column]) -> Vec<Year> {
    let of = |column: &Column| column.cells.iter().map(|(year, _)| *year).collect::<Vec<Year>>();
    let measured: Vec<Year> = columns
        .iter()
        .filter(|column| column.measured)
        .flat_map(of)
        .collect();
    let mut years: Vec<Year> = columns.iter().flat_map(of).collect();
    if let (Some(first), Some(last)) = (measured.iter().min(), measured.iter().max()) {
        years.extend(*first..=*last);
    }
    years.sort_unstable();
    years.dedup();
    years
}

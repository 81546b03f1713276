//! Who published a figure.

use super::{Collection, Point, SeriesKey, Table};
use crate::catalogue::{Catalogue, Year};

/// One of the files that a collection was laid together from, in the order of the collection's tables.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What it is called to readers.
    pub name: &'a str,
    /// What was read from it.
    pub table: &'a Table,
}

/// Who published a value, as its file words it; a file that names nobody by its own name. None where the value is
/// of no such file.
pub fn publisher<'a>(point: &Point, sources: &[Source<'a>]) -> Option<&'a str> {
    let file = sources.get(point.origin.table)?;
    let stated = file.table.get(point.origin.row).map(|row| row.source.trim());
    Some(stated.filter(|stated| !stated.is_empty()).unwrap_or(file.name))
}

/// Who published the values of a series, newest first, each once. Takes its points, oldest first: all of them,
/// or those up to the year judged.
fn publishers<'a, 'p>(
    points: impl DoubleEndedIterator<Item = &'p Point>,
    sources: &[Source<'a>],
) -> Vec<&'a str> {
    let mut publishers = Vec::new();
    for found in points.rev().filter_map(|point| publisher(point, sources)) {
        if !publishers.contains(&found) {
            publishers.push(found);
        }
    }
    publishers
}

/// What is loaded: the plans, every series, and the files that the series were laid together from.
#[derive(Clone, Copy, Debug)]
pub struct Loaded<'a> {
    /// The plans.
    pub catalogue: &'a Catalogue,
    /// Every series.
    pub collection: &'a Collection,
    /// The files.
    pub sources: &'a [Source<'a>],
}

impl<'a> Loaded<'a> {
    /// The points of a series, oldest first; those up to a year where one is given.
    pub fn points(
        &self,
        key: &SeriesKey,
        until: Option<Year>,
    ) -> impl DoubleEndedIterator<Item = &'a Point> + use<'a> {
        let series = self.collection.get(key).into_iter();
        series
            .flat_map(|series| &series.points)
            .filter(move |point| until.is_none_or(|until| point.year <= until))
    }

    /// Who published some series up to a year, each once.
    pub fn publishers<'k>(
        &self,
        keys: impl IntoIterator<Item = &'k SeriesKey>,
        until: Option<Year>,
    ) -> Vec<&'a str> {
        let points: Vec<&Point> = keys.into_iter().flat_map(|key| self.points(key, until)).collect();
        publishers(points.into_iter(), self.sources)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::{Group, Observation, Origin};

    #[test]
    fn a_value_is_its_publishers_and_else_its_files() {
        let mut table = Table::default();
        for (year, source) in [(2020, "年鉴"), (2021, " "), (2022, "公报"), (2023, "年鉴")] {
            table.push(Observation {
                indicator: "infant-mortality",
                quantity: crate::observation::Quantity::Value,
                area: "钦州市",
                year,
                group: &Group::TOTAL,
                value: 1.0,
                is_break: false,
                source,
                sheet: "",
                line: 1,
                column: 1,
            });
        }
        let point = |row: usize, table| Point {
            year: 2020,
            value: 1.0,
            is_break: false,
            origin: Origin { table, row },
        };
        let points: Vec<Point> = (0..4).map(|row| point(row, 0)).chain([point(0, 9)]).collect();
        let sources = [Source {
            name: "a.csv",
            table: &table,
        }];
        assert_eq!(publishers(points.iter(), &sources), ["年鉴", "公报", "a.csv"]);
        assert_eq!(publisher(&points[4], &sources), None);
    }
}

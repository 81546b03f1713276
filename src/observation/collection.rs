//! Several tables laid over one another, oldest first. Where two files give different values for the same
//! indicator, area, group and year, that is a [`Conflict`]: it is listed, and one of the two values is used
//! as the visitor settled it, never an average.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::cells::Cells;
use super::{Group, Origin, Point, Prefer, Series, SeriesKey, Settlement, Table, Year};

/// Different values for the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What the values are about.
    pub key: SeriesKey,
    /// The year.
    pub year: Year,
    /// The differing values, oldest file first; at least two.
    pub values: Vec<(f64, Origin)>,
    /// The one in use.
    pub used: Origin,
}

/// Tables laid over one another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    series: BTreeMap<SeriesKey, Series>,
    /// Where the tables contradict one another, by key and year.
    pub conflicts: Vec<Conflict>,
}

impl Collection {
    /// Lays the tables over one another, oldest first.
    pub fn new<'a>(tables: impl IntoIterator<Item = &'a Table>, settlement: &Settlement) -> Collection {
        let mut cells = Cells::default();
        for (at, table) in tables.into_iter().enumerate() {
            cells.add(at, table);
        }
        let mut conflicts = Vec::new();
        let series = cells.sorted().map(|(key, cells)| {
            // Most series have one value a year.
            let points = match cells.is_sorted_by(|a, b| a.year < b.year) {
                true => cells,
                false => {
                    let years = cells.chunk_by(|a, b| a.year == b.year);
                    let points = years.filter_map(|cells| settled(&key, cells, settlement, &mut conflicts));
                    points.collect()
                }
            };
            (key.clone(), Series { key, points })
        });
        Collection {
            series: series.collect(),
            conflicts,
        }
    }

    /// The series about exactly that.
    pub fn get(&self, key: &SeriesKey) -> Option<&Series> {
        self.series.get(key)
    }

    /// Every series, by indicator, area and group.
    pub fn iter(&self) -> impl Iterator<Item = &Series> {
        self.series.values()
    }

    /// The series of one indicator at one area, the total first.
    pub fn of(&self, indicator: &str, area: &str) -> impl Iterator<Item = &Series> {
        let from = SeriesKey::of_values(indicator, area, Group::TOTAL);
        let same_area = from.clone();
        self.series
            .range(from..)
            .map(|(_, series)| series)
            .take_while(move |s| {
                let (key, same) = (&s.key, &same_area);
                key.indicator == same.indicator && key.quantity == same.quantity && key.area == same.area
            })
    }

    /// Every area with a series, in order of name.
    pub fn areas(&self) -> Vec<&str> {
        let mut areas: Vec<&str> = self.iter().map(|series| series.key.area.as_str()).collect();
        areas.sort_unstable();
        areas.dedup();
        areas
    }

    /// The newest year with a value at that area.
    pub fn newest_year(&self, area: &str) -> Option<Year> {
        let here = self.iter().filter(|series| series.key.area == area);
        here.filter_map(|series| series.points.last())
            .map(|point| point.year)
            .max()
    }

    /// The same of every area that has a value: one walk over all series, however many areas are asked for.
    pub fn newest_years(&self) -> FxHashMap<&str, Year> {
        let mut newest: FxHashMap<&str, Year> = FxHashMap::default();
        for series in self.iter() {
            if let Some(point) = series.points.last() {
                let year = newest.entry(&series.key.area).or_insert(point.year);
                *year = point.year.max(*year);
            }
        }
        newest
    }

    /// The newest year with a value anywhere.
    pub fn newest(&self) -> Option<Year> {
        let last = self.iter().filter_map(|series| series.points.last());
        last.map(|point| point.year).max()
    }
}

/// The point to use of the cells of one year, the oldest first; differing values are noted down.
fn settled(
    key: &SeriesKey,
    cells: &[Point],
    settlement: &Settlement,
    conflicts: &mut Vec<Conflict>,
) -> Option<Point> {
    let mut different: Vec<Point> = Vec::new();
    for cell in cells {
        if !different.iter().any(|known| same(known.value, cell.value)) {
            different.push(*cell);
        }
    }
    let (first, last) = (*different.first()?, *different.last()?);
    if different.len() == 1 {
        return Some(first);
    }
    let used = match settlement.prefer(key, first.year) {
        Prefer::Newer => last,
        Prefer::Older => first,
    };
    conflicts.push(Conflict {
        key: key.clone(),
        year: used.year,
        values: different.iter().map(|cell| (cell.value, cell.origin)).collect(),
        used: used.origin,
    });
    Some(used)
}

/// Whether two files say the same: equal but for the last digits that a unit's conversion may blur.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::{Observation, Quantity, ValueAt};

    fn table(rows: &[(&str, Year, f64)]) -> Table {
        let mut table = Table::default();
        for &(area, year, value) in rows {
            let group = &Group::TOTAL;
            table.push(Observation {
                indicator: "infant-mortality",
                quantity: Quantity::Value,
                area,
                year,
                group,
                value,
                is_break: false,
                source: "",
                sheet: "",
                line: 1,
                column: 1,
            });
        }
        table
    }

    fn key(area: &str) -> SeriesKey {
        SeriesKey::of_values("infant-mortality", area, Group::TOTAL)
    }

    #[test]
    fn a_later_file_adds_years_and_the_order_of_rows_does_not_matter() {
        let old = table(&[("钦州市", 2021, 4.0), ("钦州市", 2020, 5.0)]);
        let new = table(&[("钦州市", 2022, 3.0)]);
        let all = Collection::new([&old, &new], &Settlement::default());
        let years: Vec<_> = all.get(&key("钦州市")).unwrap().values();
        assert_eq!(years, [(2020, 5.0), (2021, 4.0), (2022, 3.0)].map(ValueAt::from));
        assert!(all.conflicts.is_empty());
        assert_eq!(all.newest_year("钦州市"), Some(2022));
        assert_eq!(all.newest_year("广西"), None);
    }

    #[test]
    fn a_contradiction_is_listed_and_settled_as_the_visitor_says() {
        let old = table(&[("钦州市", 2021, 4.0), ("钦州市", 2020, 5.0)]);
        let new = table(&[("钦州市", 2021, 4.4), ("钦州市", 2020, 5.0)]);
        let mut settlement = Settlement::default();
        let newer = Collection::new([&old, &new], &settlement);
        assert_eq!(newer.conflicts.len(), 1);
        assert_eq!(
            newer.get(&key("钦州市")).unwrap().values(),
            [(2020, 5.0), (2021, 4.4)].map(ValueAt::from)
        );

        settlement.settle([(key("钦州市"), 2021)], Prefer::Older);
        let older = Collection::new([&old, &new], &settlement);
        assert_eq!(older.conflicts.len(), 1);
        assert_eq!(
            older.get(&key("钦州市")).unwrap().values(),
            [(2020, 5.0), (2021, 4.0)].map(ValueAt::from)
        );
    }

    #[test]
    fn series_of_one_area_are_found_together() {
        let all = Collection::new(
            [&table(&[("a", 2020, 1.0), ("b", 2020, 2.0)])],
            &Settlement::default(),
        );
        assert_eq!(all.of("infant-mortality", "a").count(), 1);
        assert_eq!(all.areas(), ["a", "b"]);
    }
}

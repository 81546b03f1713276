//! Several tables laid over one another, oldest first. Where two files give different values for the same
//! indicator, area, group and year, that is a [`Conflict`]: it is listed, and one of the two values is used
//! as the visitor settled it, never an average.

use std::sync::{Arc, OnceLock};

use super::index::Index;
use super::{Group, Origin, Point, Prefer, Quantity, Series, SeriesKey, Settlement, Table, Year};

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

/// Tables laid over one another. Which rows make up a series is known of all; a series is put together when it is first
/// asked for, since most of a large file's never are.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    tables: Vec<Arc<Table>>,
    index: Index,
    series: Vec<OnceLock<Box<Series>>>,
    /// The newest year of each area of the index; none where it has no value.
    newest: Vec<Option<Year>>,
    /// Where the tables contradict one another, by key and year.
    pub conflicts: Vec<Conflict>,
}

impl PartialEq for Collection {
    fn eq(&self, other: &Self) -> bool {
        let same = |(a, b): (&Arc<Table>, &Arc<Table>)| Arc::ptr_eq(a, b) || a == b;
        // The same tables differ in what is used of contradicting values alone.
        self.tables.len() == other.tables.len()
            && self.tables.iter().zip(&other.tables).all(same)
            && self.conflicts == other.conflicts
    }
}

impl Collection {
    /// Lays the tables over one another, oldest first; those that are only lent are copied.
    pub fn new<T: Into<Arc<Table>>>(
        tables: impl IntoIterator<Item = T>,
        settlement: &Settlement,
    ) -> Collection {
        let tables: Vec<Arc<Table>> = tables.into_iter().map(Into::into).collect();
        let index = Index::new(&tables);
        let mut collection = Collection {
            series: vec![OnceLock::new(); index.len()],
            newest: vec![None; index.count_of_areas()],
            conflicts: Vec::new(),
            tables,
            index,
        };
        for series in 0..collection.index.len() {
            let (last, is_repeated) = collection.years_of(series);
            let newest = &mut collection.newest[collection.index.area_of(series)];
            *newest = last.max(*newest);
            if is_repeated {
                collection.settle(series, settlement);
            }
        }
        collection
    }

    /// The newest year of a series, and whether any year has more than one value.
    fn years_of(&self, series: usize) -> (Option<Year>, bool) {
        let rows = || self.index.rows(series);
        let years = || rows().flat_map(|(table, rows)| self.tables[table].years(rows));
        // Most series stand in one file, in order.
        let in_order = years().try_fold(None, |last, year| (Some(year) > last).then_some(Some(year)));
        if let Some(last) = in_order {
            return (last, false);
        }
        let mut years: Vec<Year> = years().collect();
        years.sort_unstable();
        let is_repeated = years.windows(2).any(|two| two[0] == two[1]);
        (years.last().copied(), is_repeated)
    }

    /// Whether these very tables are laid over one another in it.
    pub fn is_of(&self, tables: &[Arc<Table>]) -> bool {
        self.tables.len() == tables.len()
            && self
                .tables
                .iter()
                .zip(tables)
                .all(|(own, other)| Arc::ptr_eq(own, other))
    }

    /// Decides what counts of a series that has more than one value for a year.
    fn settle(&mut self, series: usize, settlement: &Settlement) {
        let (key, cells) = (self.index.key(series), self.cells(series));
        let years = cells.chunk_by(|a, b| a.year == b.year);
        let points = years.filter_map(|cells| settled(&key, cells, settlement, &mut self.conflicts));
        let points = points.collect();
        self.series[series] = OnceLock::from(Box::new(Series { key, points }));
    }

    /// Every value of a series by year, and of one year the oldest first.
    fn cells(&self, series: usize) -> Vec<Point> {
        let cells = self.index.rows(series).flat_map(|(at, rows)| {
            let table = &self.tables[at];
            rows.map(move |row| {
                let (year, value) = table.dated(row);
                Point {
                    year,
                    value,
                    is_break: table.is_break(row),
                    origin: Origin { table: at, row },
                }
            })
        });
        let mut cells: Vec<Point> = cells.collect();
        cells.sort_by_key(|cell| cell.year);
        cells
    }

    fn series(&self, series: usize) -> &Series {
        self.series[series].get_or_init(|| {
            Box::new(Series {
                key: self.index.key(series),
                // More than one value for a year would have been settled before.
                points: self.cells(series),
            })
        })
    }

    /// The series about exactly that.
    pub fn get(&self, key: &SeriesKey) -> Option<&Series> {
        self.find(&key.indicator, key.quantity, &key.area, &key.group)
    }

    /// The same by the parts of its key.
    pub fn find(&self, indicator: &str, quantity: Quantity, area: &str, group: &Group) -> Option<&Series> {
        let series = self.index.find(indicator, quantity, area, group)?;
        Some(self.series(series))
    }

    /// The newest year, `last` at most, that an indicator has a value of at an area for a group. The series is not put
    /// together for it.
    pub fn newest_year_of(&self, indicator: &str, area: &str, group: &Group, last: Year) -> Option<Year> {
        let series = self.index.find(indicator, Quantity::Value, area, group)?;
        let rows = self.index.rows(series);
        let years = rows.flat_map(|(table, rows)| self.tables[table].years(rows));
        years.filter(|year| *year <= last).max()
    }

    /// Every series, by indicator, area and group. All of them are put together: of a million values that takes a
    /// while, and as much memory again.
    pub fn iter(&self) -> impl Iterator<Item = &Series> {
        (0..self.index.len()).map(|series| self.series(series))
    }

    /// The series of one indicator at one area, the total first.
    pub fn of(&self, indicator: &str, area: &str) -> impl Iterator<Item = &Series> {
        self.index.of(indicator, area).map(|series| self.series(series))
    }

    /// Every series of one area, by indicator and group.
    pub fn at(&self, area: &str) -> impl Iterator<Item = &Series> {
        let area = self.index.area(area);
        let is_there = move |series: &usize| Some(self.index.area_of(*series)) == area;
        let all = 0..self.index.len();
        all.filter(is_there).map(|series| self.series(series))
    }

    /// Every area with a series, in order of name.
    pub fn areas(&self) -> Vec<&str> {
        let areas = self.index.areas().zip(&self.newest);
        let has_series = areas.filter(|(_, newest)| newest.is_some());
        has_series.map(|(area, _)| area.as_str()).collect()
    }

    /// The newest year with a value at that area.
    pub fn newest_year(&self, area: &str) -> Option<Year> {
        self.newest[self.index.area(area)?]
    }

    /// The newest year with a value anywhere.
    pub fn newest(&self) -> Option<Year> {
        self.newest.iter().copied().max().flatten()
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
    use crate::observation::{Observation, ValueAt};

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
    fn the_newest_year_of_a_series_is_told_up_to_another_one() {
        let old = table(&[("钦州市", 2023, 3.0), ("钦州市", 2020, 5.0)]);
        let new = table(&[("钦州市", 2021, 4.0)]);
        let all = Collection::new([&old, &new], &Settlement::default());
        let up_to = |area, last| all.newest_year_of("infant-mortality", area, &Group::TOTAL, last);
        let years = [2030, 2023, 2022, 2020, 2019].map(|last| up_to("钦州市", last));
        assert_eq!(years, [Some(2023), Some(2023), Some(2021), Some(2020), None]);
        assert_eq!(up_to("广西", 2030), None);
    }

    #[test]
    fn series_of_one_area_are_found_together() {
        let all = Collection::new(
            [&table(&[("a", 2020, 1.0), ("b", 2020, 2.0)])],
            &Settlement::default(),
        );
        assert_eq!(all.of("infant-mortality", "a").count(), 1);
        assert_eq!(all.at("b").count(), 1);
        assert_eq!(all.at("c").count(), 0);
        assert_eq!(all.areas(), ["a", "b"]);
    }
}

//! Several tables laid over one another, oldest first. Where two files give different values for the same
//! indicator, place, group and year, that is a [`Conflict`]: it is listed, and one of the two values is used
//! as the visitor settled it, never an average.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Group, Table, Year};

/// What one series is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SeriesKey {
    /// Id of the indicator.
    pub indicator: String,
    /// The place.
    pub area: String,
    /// For whom.
    pub group: Group,
}

/// Where a value was read: the row of one of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Position of the table in the collection.
    pub table: usize,
    /// Row in that table.
    pub row: usize,
}

/// The value of one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The year measured.
    pub year: Year,
    /// The value in the indicator's unit.
    pub value: f64,
    /// Where it was read.
    pub origin: Origin,
}

/// One indicator at one place for one group, by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it is about.
    pub key: SeriesKey,
    /// At most one point a year, in order of years, at least one.
    pub points: Vec<Point>,
}

impl Series {
    /// Years and values alone, as [`crate::assess`] takes them.
    pub fn values(&self) -> Vec<(Year, f64)> {
        self.points
            .iter()
            .map(|point| (point.year, point.value))
            .collect()
    }
}

/// Which of two files to believe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Prefer {
    /// The file loaded later.
    #[default]
    Newer,
    /// The file loaded earlier.
    Older,
}

/// The visitor's answers: what to prefer in general, and where they chose otherwise.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Settlement {
    /// For every conflict without an answer of its own.
    pub general: Prefer,
    /// Answers for single conflicts.
    pub single: Vec<(SeriesKey, Year, Prefer)>,
}

impl Settlement {
    /// What to prefer for one conflict.
    pub fn prefer(&self, key: &SeriesKey, year: Year) -> Prefer {
        let own = self.single.iter().find(|(k, y, _)| k == key && *y == year);
        own.map_or(self.general, |(_, _, prefer)| *prefer)
    }

    /// Records the answer for one conflict.
    pub fn settle(&mut self, key: SeriesKey, year: Year, prefer: Prefer) {
        self.single.retain(|(k, y, _)| *k != key || *y != year);
        self.single.push((key, year, prefer));
    }
}

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
        let mut cells: BTreeMap<(SeriesKey, Year), Vec<(f64, Origin)>> = BTreeMap::new();
        for (table_index, table) in tables.into_iter().enumerate() {
            for (row_index, row) in table.iter().enumerate() {
                let key = SeriesKey {
                    indicator: row.indicator.to_owned(),
                    area: row.area.to_owned(),
                    group: row.group.clone(),
                };
                let values = cells.entry((key, row.year)).or_default();
                if !values.iter().any(|(value, _)| same(*value, row.value)) {
                    values.push((
                        row.value,
                        Origin {
                            table: table_index,
                            row: row_index,
                        },
                    ));
                }
            }
        }
        let mut collection = Collection::default();
        for ((key, year), values) in cells {
            collection.insert(key, year, values, settlement);
        }
        collection
    }

    fn insert(&mut self, key: SeriesKey, year: Year, values: Vec<(f64, Origin)>, settlement: &Settlement) {
        let chosen = match settlement.prefer(&key, year) {
            Prefer::Newer => values.last(),
            Prefer::Older => values.first(),
        };
        let Some(&(value, origin)) = chosen else { return };
        let series = self.series.entry(key.clone()).or_insert_with(|| Series {
            key: key.clone(),
            points: Vec::new(),
        });
        series.points.push(Point { year, value, origin });
        if values.len() > 1 {
            self.conflicts.push(Conflict {
                key,
                year,
                values,
                used: origin,
            });
        }
    }

    /// The series about exactly that.
    pub fn get(&self, key: &SeriesKey) -> Option<&Series> {
        self.series.get(key)
    }

    /// Every series, by indicator, place and group.
    pub fn iter(&self) -> impl Iterator<Item = &Series> {
        self.series.values()
    }

    /// The series of one indicator at one place, the total first.
    pub fn of(&self, indicator: &str, area: &str) -> impl Iterator<Item = &Series> {
        let from = SeriesKey {
            indicator: indicator.to_owned(),
            area: area.to_owned(),
            group: Group::TOTAL,
        };
        let same_place = from.clone();
        self.series
            .range(from..)
            .map(|(_, series)| series)
            .take_while(move |s| s.key.indicator == same_place.indicator && s.key.area == same_place.area)
    }

    /// Every place with a series, in order of name.
    pub fn areas(&self) -> Vec<&str> {
        let mut areas: Vec<&str> = self.iter().map(|series| series.key.area.as_str()).collect();
        areas.sort_unstable();
        areas.dedup();
        areas
    }

    /// The newest year with a value at that place.
    pub fn newest_year(&self, area: &str) -> Option<Year> {
        let here = self.iter().filter(|series| series.key.area == area);
        here.filter_map(|series| series.points.last())
            .map(|point| point.year)
            .max()
    }
}

/// Whether two files say the same: equal but for the last digits that a unit's conversion may blur.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::Observation;

    fn table(rows: &[(&str, Year, f64)]) -> Table {
        let mut table = Table::default();
        for &(area, year, value) in rows {
            let group = &Group::TOTAL;
            table.push(Observation {
                indicator: "infant-mortality",
                area,
                year,
                group,
                value,
                source: "",
                line: 1,
            });
        }
        table
    }

    fn key(area: &str) -> SeriesKey {
        SeriesKey {
            indicator: "infant-mortality".into(),
            area: area.into(),
            group: Group::TOTAL,
        }
    }

    #[test]
    fn a_later_file_adds_years_and_the_order_of_rows_does_not_matter() {
        let old = table(&[("钦州市", 2021, 4.0), ("钦州市", 2020, 5.0)]);
        let new = table(&[("钦州市", 2022, 3.0)]);
        let all = Collection::new([&old, &new], &Settlement::default());
        let years: Vec<_> = all.get(&key("钦州市")).unwrap().values();
        assert_eq!(years, [(2020, 5.0), (2021, 4.0), (2022, 3.0)]);
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
            [(2020, 5.0), (2021, 4.4)]
        );

        settlement.settle(key("钦州市"), 2021, Prefer::Older);
        let older = Collection::new([&old, &new], &settlement);
        assert_eq!(older.conflicts.len(), 1);
        assert_eq!(
            older.get(&key("钦州市")).unwrap().values(),
            [(2020, 5.0), (2021, 4.0)]
        );
    }

    #[test]
    fn series_of_one_place_are_found_together() {
        let all = Collection::new(
            [&table(&[("a", 2020, 1.0), ("b", 2020, 2.0)])],
            &Settlement::default(),
        );
        assert_eq!(all.of("infant-mortality", "a").count(), 1);
        assert_eq!(all.areas(), ["a", "b"]);
    }
}

//! A series: the values of one indicator at one area for one group, and where each was read.

use serde::{Deserialize, Serialize};

use super::{Group, Quantity, Year};

/// What one series is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SeriesKey {
    /// Id of the indicator.
    pub indicator: String,
    /// What is told of it.
    pub quantity: Quantity,
    /// The area.
    pub area: String,
    /// For whom.
    pub group: Group,
}

impl SeriesKey {
    /// The key of an indicator's values.
    pub fn of_values(indicator: &str, area: &str, group: Group) -> SeriesKey {
        SeriesKey {
            indicator: indicator.to_owned(),
            quantity: Quantity::Value,
            area: area.to_owned(),
            group,
        }
    }

    /// The key of the numbers of cases behind these values.
    pub fn of_cases(self) -> SeriesKey {
        SeriesKey {
            quantity: Quantity::Cases,
            ..self
        }
    }
}

/// A value and its year: what is judged, drawn and compared.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ValueAt {
    /// The year.
    pub year: Year,
    /// The value, in the unit of its series.
    pub value: f64,
}

impl From<(Year, f64)> for ValueAt {
    fn from((year, value): (Year, f64)) -> Self {
        ValueAt { year, value }
    }
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
    /// Whether it cannot be compared with those before it.
    pub is_break: bool,
    /// Where it was read.
    pub origin: Origin,
}

/// One indicator at one area for one group, by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it is about.
    pub key: SeriesKey,
    /// At most one point a year, in order of years, at least one.
    pub points: Vec<Point>,
}

impl Series {
    /// Years and values alone, as [`crate::assess`] takes them.
    pub fn values(&self) -> Vec<ValueAt> {
        self.points
            .iter()
            .map(|point| ValueAt {
                year: point.year,
                value: point.value,
            })
            .collect()
    }

    /// The years whose values cannot be compared with those before them.
    pub fn breaks(&self) -> impl Iterator<Item = Year> {
        self.points
            .iter()
            .filter(|point| point.is_break)
            .map(|point| point.year)
    }
}

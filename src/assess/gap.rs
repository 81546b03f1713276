//! The series of a gap: the absolute difference of two groups' figures, year by year, which should narrow.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Dimension, Sex, Year};
use crate::observation::{Collection, Group, Residence, Series, SeriesKey, ValueAt, without_dust};

/// The gap of one indicator at one area, in order of years: women and men, town and country, or the largest
/// and the smallest of the area's `parts`. Only years in which both groups, or at least two parts, have a
/// value.
pub fn gap_series(
    collection: &Collection,
    indicator: &str,
    by: Dimension,
    area: &str,
    parts: &[&str],
) -> Vec<ValueAt> {
    let ranges = ranges(collection, &keys(indicator, by, area, parts)).into_iter();
    ranges
        .map(|(year, (low, high))| ValueAt {
            year,
            value: without_dust(high - low),
        })
        .collect()
}

/// The series that a gap is between.
fn keys(indicator: &str, by: Dimension, area: &str, parts: &[&str]) -> Vec<SeriesKey> {
    let here = |group| SeriesKey::of_values(indicator, area, group);
    match by {
        Dimension::Sex => vec![here(Group::of_sex(Sex::Female)), here(Group::of_sex(Sex::Male))],
        Dimension::Residence => {
            vec![
                here(Group::of_residence(Residence::Urban)),
                here(Group::of_residence(Residence::Rural)),
            ]
        }
        Dimension::Area => parts
            .iter()
            .map(|part| SeriesKey::of_values(indicator, part, Group::TOTAL))
            .collect(),
    }
}

/// How many times the smallest of the same figures the largest is, by year; only years in which the smallest is above 0.
pub fn ratio_series(
    collection: &Collection,
    indicator: &str,
    by: Dimension,
    area: &str,
    parts: &[&str],
) -> Vec<ValueAt> {
    let ranges = ranges(collection, &keys(indicator, by, area, parts)).into_iter();
    ranges
        .filter(|(_, (low, _))| *low > 0.0)
        .map(|(year, (low, high))| ValueAt {
            year,
            value: high / low,
        })
        .filter(|ratio| ratio.value.is_finite())
        .collect()
}

/// The years in which one of the series that the gap is between begins anew, in order.
pub fn gap_breaks(
    collection: &Collection,
    indicator: &str,
    by: Dimension,
    area: &str,
    parts: &[&str],
) -> Vec<Year> {
    let keys = keys(indicator, by, area, parts);
    let series = keys.iter().filter_map(|key| collection.get(key));
    let years: BTreeSet<Year> = series.flat_map(Series::breaks).collect();
    years.into_iter().collect()
}

/// The smallest and the largest value of the years in which at least two of the series have one.
fn ranges(collection: &Collection, keys: &[SeriesKey]) -> BTreeMap<Year, (f64, f64)> {
    let mut years: BTreeMap<Year, Vec<f64>> = BTreeMap::new();
    for series in keys.iter().filter_map(|key| collection.get(key)) {
        for point in series.points.iter().filter(|point| point.value.is_finite()) {
            years.entry(point.year).or_default().push(point.value);
        }
    }
    years.retain(|_, values| values.len() >= 2);
    let range = |values: Vec<f64>| {
        values
            .iter()
            .fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(*v), high.max(*v)))
    };
    years
        .into_iter()
        .map(|(year, values)| (year, range(values)))
        .collect()
}

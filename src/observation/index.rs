//! Which rows of several tables make up each series. Words are compared once each, not once a series: a million values
//! of fifty thousand series name a few hundred areas and indicators.

use std::ops::Range;
use std::sync::Arc;

use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{Group, Quantity, SeriesKey, Table};

/// The series of several tables, in the order of their keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Every word of the tables once, in order, so that numbers compare as words do.
    indicators: Names,
    areas: Names,
    groups: Vec<Group>,
    /// What each series is about.
    about: Vec<About>,
    /// Where the stretches of each series begin among all; one more, where they end.
    starts: Vec<u32>,
    /// Of one series behind one another, the oldest table first.
    stretches: Vec<Stretch>,
}

/// Names in order, which are found at once: boards of many areas look hundreds of thousands of series up.
type Names = IndexSet<String, FxBuildHasher>;

/// What a series is about, in the order of [`SeriesKey`]: its words by their numbers.
type About = (u32, Quantity, u32, u32);

/// Rows of a table that stand together.
#[derive(Clone, Copy, Debug, Default)]
struct Stretch {
    table: u32,
    first: u32,
    count: u32,
}

impl Index {
    /// Of these tables, the oldest first.
    pub fn new(tables: &[Arc<Table>]) -> Index {
        let indicators = merged(tables.iter().flat_map(|table| table.indicators()));
        let areas = merged(tables.iter().flat_map(|table| table.areas()));
        let (indicators, areas): (Names, Names) = (indicators.collect(), areas.collect());
        let groups: Vec<Group> = merged(tables.iter().flat_map(|table| table.groups())).collect();
        let mut known: FxHashMap<About, u32> = FxHashMap::default();
        // Each stretch with the number of its series, which are numbered as they appear.
        let mut found: Vec<(u32, Stretch)> = Vec::new();
        for (at, table) in (0..).zip(tables) {
            let indicator = numbers(table.indicators(), |name| indicators.get_index_of(name));
            let area = numbers(table.areas(), |name| areas.get_index_of(name));
            let group = numbers(table.groups(), |group| groups.binary_search(group).ok());
            let runs = table.runs();
            found.reserve(runs.len());
            for run in runs {
                let about = (
                    indicator[run.indicator as usize],
                    run.quantity,
                    area[run.area as usize],
                    group[run.group as usize],
                );
                let next = known.len() as u32;
                let stretch = Stretch {
                    table: at,
                    first: run.rows.start as u32,
                    count: run.rows.len() as u32,
                };
                found.push((*known.entry(about).or_insert(next), stretch));
            }
        }
        let mut series: Vec<(About, u32)> = known.into_iter().collect();
        series.sort_unstable_by_key(|(about, _)| as_number(about));
        let (starts, stretches) = side_by_side(&series, &found);
        Index {
            indicators,
            areas,
            groups,
            about: series.into_iter().map(|(about, _)| about).collect(),
            starts,
            stretches,
        }
    }

    /// How many series there are.
    pub fn len(&self) -> usize {
        self.about.len()
    }

    /// Every area named, in order.
    pub fn areas(&self) -> impl Iterator<Item = &String> {
        self.areas.iter()
    }

    /// How many areas are named.
    pub fn count_of_areas(&self) -> usize {
        self.areas.len()
    }

    /// The number of an area among them.
    pub fn area(&self, name: &str) -> Option<usize> {
        self.areas.get_index_of(name)
    }

    /// The number of the area that a series is about.
    pub fn area_of(&self, series: usize) -> usize {
        self.about[series].2 as usize
    }

    /// The place of the series about exactly that.
    pub fn find(&self, indicator: &str, quantity: Quantity, area: &str, group: &Group) -> Option<usize> {
        let about = (
            self.indicators.get_index_of(indicator)? as u32,
            quantity,
            self.areas.get_index_of(area)? as u32,
            self.groups.binary_search(group).ok()? as u32,
        );
        self.about.binary_search(&about).ok()
    }

    /// The places of the series of an indicator's values at an area.
    pub fn of(&self, indicator: &str, area: &str) -> Range<usize> {
        let words = (self.indicators.get_index_of(indicator), self.area(area));
        let (Some(indicator), Some(area)) = words else {
            return 0..0;
        };
        let wanted = (indicator as u32, Quantity::Value, area as u32);
        let start = self.about.partition_point(|(i, q, a, _)| (*i, *q, *a) < wanted);
        let end = self.about.partition_point(|(i, q, a, _)| (*i, *q, *a) <= wanted);
        start..end
    }

    /// What a series is about.
    pub fn key(&self, series: usize) -> SeriesKey {
        let (indicator, quantity, area, group) = self.about[series];
        SeriesKey {
            indicator: self.indicators[indicator as usize].clone(),
            quantity,
            area: self.areas[area as usize].clone(),
            group: self.groups[group as usize].clone(),
        }
    }

    /// The rows of a series, each stretch with the number of its table.
    pub fn rows(&self, series: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
        let stretches = &self.stretches[self.starts[series] as usize..self.starts[series + 1] as usize];
        stretches.iter().map(|stretch| {
            let first = stretch.first as usize;
            (stretch.table as usize, first..first + stretch.count as usize)
        })
    }
}

/// What a series is about as one number of the same order, which is compared at once.
fn as_number(&(indicator, quantity, area, group): &About) -> u128 {
    u128::from(indicator) << 96 | (quantity as u128) << 64 | u128::from(area) << 32 | u128::from(group)
}

/// Different words, in order.
fn merged<'w, W: Ord + Clone + 'w>(words: impl Iterator<Item = &'w W>) -> impl Iterator<Item = W> {
    let mut all: Vec<&W> = words.collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().cloned()
}

/// The number of each of a table's words among all.
fn numbers<W>(words: &[W], number: impl Fn(&W) -> Option<usize>) -> Vec<u32> {
    // All are among them.
    let number = |word| number(word).unwrap_or_default() as u32;
    words.iter().map(number).collect()
}

/// Brings the stretches of each series together, in the order of the series, and says where those of each begin.
fn side_by_side(series: &[(About, u32)], found: &[(u32, Stretch)]) -> (Vec<u32>, Vec<Stretch>) {
    let mut place = vec![0; series.len()];
    for (at, (_, number)) in series.iter().enumerate() {
        place[*number as usize] = at;
    }
    let mut starts = vec![0; series.len() + 1];
    for (number, _) in found {
        starts[place[*number as usize] + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut stretches = vec![Stretch::default(); found.len()];
    for (number, stretch) in found {
        let at = &mut next[place[*number as usize]];
        stretches[*at as usize] = *stretch;
        *at += 1;
    }
    (starts, stretches)
}

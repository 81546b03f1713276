//! Every value of several tables, by series. Words are compared once each, not once a series: a million values of fifty
//! thousand series name a few hundred areas and indicators.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::{Group, Origin, Point, Quantity, SeriesKey, Table};

/// The values of tables, laid beside one another.
#[derive(Default)]
pub(super) struct Cells<'t> {
    indicators: Words<'t, str>,
    areas: Words<'t, str>,
    groups: Words<'t, Group>,
    numbers: FxHashMap<Numbered, usize>,
    by_series: Vec<Vec<Point>>,
}

/// What a series is about, in the order of [`SeriesKey`]: its words by their numbers.
type Numbered = (u32, Quantity, u32, u32);

impl<'t> Cells<'t> {
    /// Adds the rows of the table at position `at`.
    pub fn add(&mut self, at: usize, table: &'t Table) {
        let indicators: Vec<u32> = self
            .indicators
            .numbers(table.indicators().iter().map(String::as_str));
        let areas: Vec<u32> = self.areas.numbers(table.areas().iter().map(String::as_str));
        let groups: Vec<u32> = self.groups.numbers(table.groups().iter());
        for run in table.runs() {
            let (indicator, area, group) = (run.indicator as usize, run.area as usize, run.group as usize);
            let about = (indicators[indicator], run.quantity, areas[area], groups[group]);
            let next = self.by_series.len();
            let number = *self.numbers.entry(about).or_insert(next);
            if number == next {
                self.by_series.push(Vec::with_capacity(run.rows.len()));
            }
            let points = run.rows.map(|row| {
                let (year, value) = table.dated(row);
                Point {
                    year,
                    value,
                    is_break: table.is_break(row),
                    origin: Origin { table: at, row },
                }
            });
            self.by_series[number].extend(points);
        }
    }

    /// The cells of each series by year, and of one year the oldest first; series in the order of their keys.
    pub fn sorted(mut self) -> impl Iterator<Item = (SeriesKey, Vec<Point>)> {
        let (indicators, areas, groups) = (self.indicators.ranks(), self.areas.ranks(), self.groups.ranks());
        let mut order: Vec<(Numbered, usize)> = self.numbers.into_iter().collect();
        order.sort_unstable_by_key(|((indicator, quantity, area, group), _)| {
            (
                indicators[*indicator as usize],
                *quantity,
                areas[*area as usize],
                groups[*group as usize],
            )
        });
        order
            .into_iter()
            .map(move |((indicator, quantity, area, group), number)| {
                let key = SeriesKey {
                    indicator: self.indicators.all[indicator as usize].to_owned(),
                    quantity,
                    area: self.areas.all[area as usize].to_owned(),
                    group: self.groups.all[group as usize].clone(),
                };
                let mut cells = std::mem::take(&mut self.by_series[number]);
                if !cells.is_sorted_by_key(|cell| cell.year) {
                    cells.sort_by_key(|cell| cell.year);
                }
                (key, cells)
            })
    }
}

/// Different words of several tables, each with its number.
struct Words<'t, W: ?Sized> {
    all: Vec<&'t W>,
    known: FxHashMap<&'t W, u32>,
}

impl<W: ?Sized> Default for Words<'_, W> {
    fn default() -> Self {
        Words {
            all: Vec::new(),
            known: FxHashMap::default(),
        }
    }
}

impl<'t, W: ?Sized + Ord + Hash> Words<'t, W> {
    /// The number of each of a table's words.
    fn numbers(&mut self, words: impl Iterator<Item = &'t W>) -> Vec<u32> {
        let number = |word: &'t W| {
            *self.known.entry(word).or_insert_with(|| {
                self.all.push(word);
                self.all.len() as u32 - 1
            })
        };
        words.map(number).collect()
    }

    /// The place of each word among all in order.
    fn ranks(&self) -> Vec<u32> {
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        order.sort_unstable_by_key(|at| self.all[*at]);
        let mut ranks = vec![0; order.len()];
        for (rank, at) in order.into_iter().enumerate() {
            ranks[at] = rank as u32;
        }
        ranks
    }
}

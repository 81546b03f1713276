//! Indicators × years: the values of one area, and how much of the way each of them has come.

use std::ops::RangeInclusive;

use super::Reach;
use crate::assess::{Board, CutOffs, Judged};
use crate::catalogue::Year;

/// The value of one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearCell {
    /// The value.
    pub value: f64,
    /// How far it has come.
    pub reach: Reach,
}

/// One item over the years.
#[derive(Clone, Debug)]
pub struct YearRow<'a> {
    /// The item.
    pub item: &'a Judged,
    /// One cell for each year of the map; none for a gap.
    pub cells: Vec<Option<YearCell>>,
}

/// The items of one area over the years.
#[derive(Clone, Debug)]
pub struct YearMap<'a> {
    /// The years, one a column.
    pub years: RangeInclusive<Year>,
    /// The items with at least one value in these years.
    pub rows: Vec<YearRow<'a>>,
}

/// The wanted items from the base year to the newest value of any of them; none where no item has values of two
/// years, which would leave nothing to compare.
pub fn year_map<'a>(board: &'a Board, base: Year, wanted: impl Fn(&Judged) -> bool) -> Option<YearMap<'a>> {
    let since = |item: &Judged| item.values.iter().any(|point| point.year >= base);
    let items = super::once(board.items.iter().filter(|item| since(item) && wanted(item)));
    let several = |item: &&Judged| item.values.iter().filter(|point| point.year >= base).count() >= 2;
    if !items.iter().any(several) {
        return None;
    }
    let newest = items
        .iter()
        .filter_map(|item| item.values.last())
        .map(|point| point.year)
        .max()?;
    let years = base..=newest;
    let row = |item: &&'a Judged| YearRow {
        item,
        cells: years
            .clone()
            .map(|year| cell(item, year, &board.cutoffs))
            .collect(),
    };
    let rows = items.iter().map(row).collect();
    Some(YearMap { years, rows })
}

fn cell(item: &Judged, year: Year, cutoffs: &CutOffs) -> Option<YearCell> {
    let value = item.values.iter().find(|point| point.year == year)?.value;
    let reach = Reach::of(value, &item.assessment, cutoffs);
    Some(YearCell { value, reach })
}

//! The cells of a sheet by row and column, as far as they are filled.

use std::collections::BTreeMap;

use calamine::Dimensions;

use super::Problem;
use crate::tabular::records::{Builder, Record};
use crate::tabular::{FileKind, year};

/// A sheet's cells. Rows that somebody has hidden are rows like the others.
#[derive(Default)]
pub struct Grid {
    rows: BTreeMap<u32, Vec<(u32, String)>>,
    filled: usize,
    /// Whether a cell stands where no sheet has one.
    is_beyond: bool,
}

/// A sheet has no more rows and columns.
pub const MOST: (u32, u32) = (1_048_576, 16_384);

/// A sheet with more filled cells is none that a person has filled in.
const MOST_FILLED: usize = 10_000_000;
/// Nor is one with more cells, counted up to the last filled cell of each row.
const MOST_CELLS: usize = 20_000_000;

impl Grid {
    /// Puts a text where it stands. Of a sheet that is too large the rest is dropped, and [`Self::complete`] fails.
    pub fn set(&mut self, (row, column): (u32, u32), text: String) {
        if text.trim().is_empty() {
            return;
        }
        if row >= MOST.0 || column >= MOST.1 {
            self.is_beyond = true;
        } else if self.filled <= MOST_FILLED {
            self.filled += 1;
            self.rows.entry(row).or_default().push((column, text));
        }
    }

    /// Whether it has more cells than a sheet can have.
    pub fn is_full(&self) -> bool {
        self.filled > MOST_FILLED
    }

    /// Puts another text where one stands.
    pub fn replace(&mut self, (row, column): (u32, u32), text: String) {
        let cells = self.rows.get_mut(&row);
        if let Some(cell) = cells.and_then(|cells| cells.iter_mut().find(|(known, _)| *known == column)) {
            cell.1 = text;
        }
    }

    /// The sheet with every cell read, and told which of them are merged.
    ///
    /// # Errors
    /// When it is too large, or has cells where no sheet has any.
    pub fn complete(mut self, merged: &[Dimensions]) -> Result<Grid, Problem> {
        if self.is_beyond {
            return Err(Problem::Unreadable);
        }
        if self.is_full() || self.is_too_wide() {
            return Err(Problem::Kind(FileKind::TooLarge));
        }
        self.unmerge(merged);
        Ok(self)
    }

    fn is_too_wide(&self) -> bool {
        let last = |cells: &Vec<(u32, String)>| cells.iter().map(|(column, _)| *column as usize + 1).max();
        self.rows.values().filter_map(last).sum::<usize>() > MOST_CELLS
    }

    /// Repeats the text of cells that are merged over several rows in each of them: it is about all of them. A
    /// number other than a year could be a value, which is about one.
    fn unmerge(&mut self, merged: &[Dimensions]) {
        for region in merged {
            let (column, first, last) = (region.start.1, region.start.0, region.end.0);
            let Some(text) = self.text(first, column).map(str::to_owned) else {
                continue;
            };
            if last <= first || text.parse::<f64>().is_ok() && year::read(&text).is_err() {
                continue;
            }
            for (_, cells) in self.rows.range_mut(first + 1..=last) {
                if cells.iter().all(|(known, _)| *known != column) {
                    cells.push((column, text.clone()));
                }
            }
        }
    }

    fn text(&self, row: u32, column: u32) -> Option<&str> {
        let cells = self.rows.get(&row)?;
        let cell = cells.iter().find(|(known, _)| *known == column);
        cell.map(|(_, text)| text.as_str())
    }

    /// Every row that is not empty, its line being the row's number in the sheet.
    pub fn into_records(self) -> Vec<Record> {
        let mut builder = Builder::new("");
        for (row, mut cells) in self.rows {
            cells.sort_by_key(|(column, _)| *column);
            for (column, text) in &cells {
                builder.go_to(*column as usize);
                builder.given(text);
            }
            builder.end(row + 1);
        }
        builder.finish().records(String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_merged_downwards_are_about_every_row() {
        let mut grid = Grid::default();
        for (at, text) in [
            ((0, 1), "婴儿死亡率"),
            ((0, 2), "2021"),
            ((0, 3), "4.5"),
            ((2, 4), "x"),
            ((1, 4), "y"),
        ] {
            grid.set(at, text.to_owned());
        }
        let down = |column| Dimensions::new((0, column), (2, column));
        grid.unmerge(&[down(1), down(2), down(3), Dimensions::new((0, 1), (0, 9))]);
        let records = grid.into_records();
        let cells: Vec<Vec<&str>> = records.iter().map(|record| record.cells().collect()).collect();
        assert_eq!(
            cells,
            [
                vec!["", "婴儿死亡率", "2021", "4.5"],
                vec!["", "婴儿死亡率", "2021", "", "y"],
                vec!["", "婴儿死亡率", "2021", "", "x"]
            ]
        );
        assert_eq!(records[2].line, 3);
    }
}

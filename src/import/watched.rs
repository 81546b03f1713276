//! How far the import of a file is: its long parts as parts of one whole. Rows are told in the same measure, so that
//! bytes and rows keep step.

use crate::tabular::{Book, TELLINGS, Watch};

/// The share of the whole after which the cells of the file are known, as it was measured for large tables.
const CUT: f64 = 0.25;
/// And after which all values are read; then they are settled.
const READ: f64 = 0.7;

/// Tells what is told of the cutting of a file into cells as a part of the whole.
pub fn while_cutting(watch: Watch<'_>) -> impl Fn(f64, usize) {
    move |part, rows| watch(CUT * part, (CUT * rows as f64) as usize)
}

/// Tells how far the reading of values is.
pub struct Watched<'w> {
    watch: Watch<'w>,
    /// The rows of all sheets.
    rows: usize,
    /// The rows of the sheets before the one at work.
    before: usize,
    /// From which row on it is told the next time.
    telling: usize,
}

impl<'w> Watched<'w> {
    /// Of the sheets of a file.
    pub fn new(watch: Watch<'w>, book: &Book) -> Watched<'w> {
        Watched {
            watch,
            rows: book.sheets.iter().map(|sheet| sheet.records.len()).sum(),
            before: 0,
            telling: 0,
        }
    }

    /// A row of the sheet at work is reached.
    pub fn at(&mut self, row: usize) {
        let row = self.before + row;
        if row >= self.telling {
            let all = self.rows.max(1) as f64;
            let part = CUT + (READ - CUT) * row as f64 / all;
            (self.watch)(part, (part * all) as usize);
            self.telling = row + self.rows / TELLINGS + 1;
        }
    }

    /// A sheet of so many rows is through.
    pub fn through(&mut self, rows: usize) {
        self.before += rows;
    }
}

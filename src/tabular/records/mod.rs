//! A sheet's cells by record: those of a text, which is cut into records here ([`read`]), and those of a workbook,
//! which come apart already ([`Builder`]). Every record knows the line of the file on which it starts; empty ones are
//! left out.

mod reader;
mod store;
#[cfg(test)]
mod tests;

use std::fmt;
use std::rc::Rc;

use super::{UNWATCHED, Watch, markup};
use reader::Reader;
use store::Store;
pub use store::{Builder, Content, MOST_BYTES};

/// One record of a file. Those of one sheet share their texts, so that the same text in two of them is the same
/// [`Word`].
#[derive(Clone)]
pub struct Record {
    /// The line on which it starts, from 1.
    pub line: u32,
    first: u32,
    width: u32,
    store: Rc<Store>,
}

impl Record {
    /// A record of cells that are told apart already.
    pub fn new(line: u32, cells: &[&str]) -> Record {
        let mut builder = Builder::new("");
        for cell in cells {
            builder.given(cell);
        }
        let width = cells.len() as u32;
        let store = Rc::new(builder.finish().store(String::new()));
        Record {
            line,
            first: 0,
            width,
            store,
        }
    }

    /// The cell in a column, without blanks around it; empty where the record is too short.
    pub fn cell(&self, column: usize) -> &str {
        self.store.text(self.content(column))
    }

    /// What stands in a column, as a number.
    pub fn content(&self, column: usize) -> Content {
        self.contents().get(column).copied().unwrap_or(Content::EMPTY)
    }

    /// The decimal number in a column, whose point is a full stop; none of a word, nor of a number of very many digits.
    pub fn decimal(&self, column: usize) -> Option<f64> {
        self.store.decimal(self.content(column))
    }

    /// What stands in each column.
    pub fn contents(&self) -> &[Content] {
        &self.store.cells[self.first as usize..(self.first + self.width) as usize]
    }

    /// Every cell, trimmed.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.contents().iter().map(|cell| self.store.text(*cell))
    }

    /// Number of cells.
    pub fn width(&self) -> usize {
        self.width as usize
    }

    /// The first cell with content, with its column.
    pub fn first(&self) -> Option<(usize, &str)> {
        let column = self.first_filled()?;
        Some((column, self.cell(column)))
    }

    /// The column of the first cell with content.
    pub fn first_filled(&self) -> Option<usize> {
        self.contents().iter().position(|cell| *cell != Content::EMPTY)
    }

    /// Whether a character of it was lost in decoding.
    pub fn has_lost_characters(&self) -> bool {
        let lost = |cell: &str| cell.contains(char::REPLACEMENT_CHARACTER);
        self.store.loses_characters && self.cells().any(lost)
    }

    /// Whether some word of its sheet is such, in whichever record.
    pub fn any_word(&self, is: impl Fn(&str) -> bool) -> bool {
        self.store.all_words().any(is)
    }

    /// The columns of the cells that have an entity of a web page, such as `&nbsp;`.
    pub fn entities(&self) -> impl Iterator<Item = usize> {
        // Most sheets have none, and need no look at any cell.
        let looked_at = if self.store.has_entities { self.width() } else { 0 };
        (0..looked_at).filter(|at| markup::has_entity(self.cell(*at)))
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.line)?;
        f.debug_list().entries(self.cells()).finish()
    }
}

/// Every record of a text that is not empty. A quote that is never closed, or closed many lines later by another
/// cell's, counts as an ordinary character, so that it does not swallow the rows behind it.
pub fn read(text: String, delimiter: u8) -> Vec<Record> {
    read_watched(text, delimiter, UNWATCHED)
}

/// The same, telling how far it is.
pub fn read_watched(text: String, delimiter: u8, watch: Watch<'_>) -> Vec<Record> {
    Reader::read(&text, delimiter, watch).records(text)
}

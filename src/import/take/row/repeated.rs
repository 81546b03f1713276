//! Rows that say what the row before says, but for the year, as most rows of tidy tables do: nothing of them is worked
//! out again.

use super::{Row, Rows, Use};
use crate::catalogue::Year;
use crate::import::meaning::{Lexicon, Role};
use crate::tabular::{Content, Record};

/// The last row that was read without a fault.
#[derive(Default)]
pub struct Repeated {
    /// The columns that say something about rows, but for that of the year.
    says: Vec<usize>,
    /// The column of the year, where there is one alone.
    year: Option<usize>,
    /// Whether rows can be told to be the same by their cells.
    is_told: bool,
    /// What stands in its cells that say something.
    contents: Vec<Content>,
    /// What stands in its cell of the year.
    of_year: Content,
    /// What it says.
    row: Option<Row>,
    /// Whether its year comes from the year's cell alone, which says nothing else.
    is_dated: bool,
}

impl Repeated {
    /// Of a table with these columns. What visitors said is asked of every row.
    pub fn new(lexicon: &Lexicon<'_>, keys: &[(Role, Vec<usize>)], others: &[(usize, Use)]) -> Repeated {
        let of = |role: Role| keys.iter().find(|(known, _)| *known == role);
        let years = of(Role::Year).map_or(&[][..], |(_, columns)| columns);
        let keys = keys.iter().flat_map(|(_, columns)| columns.iter().copied());
        let says = keys.chain(others.iter().map(|(column, _)| *column));
        Repeated {
            year: years.first().copied(),
            says: says.filter(|column| !years.contains(column)).collect(),
            is_told: years.len() <= 1 && lexicon.said.is_empty(),
            ..Repeated::default()
        }
    }

    /// Forgets the row: what rows say may depend on what stands between them.
    pub fn forget(&mut self) {
        self.row = None;
    }

    /// Notes whether the names of the indicator and of the area leave the year to its own cell.
    pub fn leaves_year_open(&mut self, open: bool) {
        self.is_dated = open;
    }

    fn is_like(&self, record: &Record) -> bool {
        let mut cells = self.says.iter().zip(&self.contents);
        cells.all(|(column, content)| record.content(*column) == *content)
    }
}

impl Rows<'_, '_, '_> {
    /// What a row says that repeats the last one, but for the year; none of any other.
    pub(super) fn again(&mut self, record: &Record) -> Option<Row> {
        let repeated = &self.repeated;
        let row = repeated.row.filter(|_| repeated.is_like(record))?;
        let Some(column) = repeated.year else {
            return Some(row);
        };
        let content = record.content(column);
        if content == repeated.of_year {
            return Some(row);
        }
        if !repeated.is_dated || content == Content::EMPTY {
            return None;
        }
        let year = self.year_alone(content)?;
        self.year_above = Some((record.clone(), column));
        let mut row = row;
        row.about.year = Some(Ok(year));
        Some(row)
    }

    /// Keeps a row that was read without a fault.
    pub(super) fn remember(&mut self, record: &Record, row: Row) {
        if !self.repeated.is_told {
            return;
        }
        let of_year = self
            .repeated
            .year
            .map_or(Content::EMPTY, |column| record.content(column));
        let is_year_alone = self.year_alone(of_year).is_some();
        // A cell that says whatever it says may say a year as well.
        let says_else = |(_, used): &(usize, Use)| matches!(used, Use::Said | Use::Key(Role::Figure));
        let repeated = &mut self.repeated;
        repeated.is_dated &= of_year != Content::EMPTY && is_year_alone && !self.others.iter().any(says_else);
        repeated.contents.clear();
        let contents = repeated.says.iter().map(|column| record.content(*column));
        repeated.contents.extend(contents);
        (repeated.of_year, repeated.row) = (of_year, Some(row));
    }

    /// The year of a cell that was read before and says nothing else.
    fn year_alone(&self, content: Content) -> Option<Year> {
        self.known.years.known(content)?.as_ref().ok()?.year_alone()
    }
}

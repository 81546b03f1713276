//! What was read of a file, and everything that was not taken: the line, the column, the cell, and a reason
//! that says what to do. It goes to the screen, to `cargo xtask judge` as JSON, and to the visitor as CSV.

mod digest;
mod export;
mod heading;
mod message;
mod reason;

pub use digest::{Cause, Digest, End, Fix};
pub use reason::Reason;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use crate::lang::Lang;
use crate::observation::{Group, Year};

use super::mapping::{Mapped, Question, Seen, Shape};
use super::{Computed, Doubt, Layout};
use crate::tabular::Encoding;

/// The log of one file. Always `taken + blank + Σ rejected.cells == cells`.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Log {
    /// The file's name.
    pub name: String,
    /// How its characters were encoded.
    pub encoding: Encoding,
    /// How its table is laid out; that of the first of several.
    pub layout: Layout,
    /// The sheets of a workbook that were read, in order; none of a text file.
    pub sheets: Vec<String>,
    /// The sheets that nothing was read from: they are hidden, or hold no table.
    pub ignored_sheets: Vec<String>,
    /// Records below the header; empty ones and notes do not count.
    pub rows: usize,
    /// Cells where a value could stand: tidy one a record, wide one a record and year.
    pub cells: usize,
    /// Cells that became observations.
    pub taken: usize,
    /// Cells without a value.
    pub blank: usize,
    /// Everything else, in the order of the file; what concerns the whole file comes first.
    pub rejected: Vec<Rejection>,
    /// The area that the figures were taken for where nothing in the file says whose they are: the plans' own.
    pub assumed_area: Option<String>,
    /// Rates that the file does not state, computed from its counts.
    pub computed: Vec<Computed>,
    /// Values that were taken, each with a question.
    pub doubts: Vec<Doubt>,
    /// The titles of its columns: what is said of one file holds for others of the same.
    pub shape: Shape,
    /// What was not understood for sure, each with what it may mean.
    pub questions: Vec<Question>,
    /// What was understood as a visitor said.
    pub mapped: Vec<Mapped>,
    /// Whether a visitor wants only what is sure.
    pub only_sure: bool,
    /// The beginning of its tables as they were understood.
    pub seen: Vec<Seen>,
    /// Titles of the columns that nothing was read from; `#6` for one without a title.
    pub ignored_columns: Vec<String>,
    /// Records below the header that are no rows: notes, lines about the table, further headers, and
    /// the headings of sections in a workbook.
    pub notes: Vec<Note>,
}

impl Log {
    pub(super) fn new(name: &str, encoding: Encoding) -> Log {
        Log {
            name: name.to_owned(),
            encoding,
            layout: Layout::Unknown,
            sheets: Vec::new(),
            ignored_sheets: Vec::new(),
            rows: 0,
            cells: 0,
            taken: 0,
            blank: 0,
            rejected: Vec::new(),
            assumed_area: None,
            computed: Vec::new(),
            doubts: Vec::new(),
            shape: Shape::default(),
            questions: Vec::new(),
            mapped: Vec::new(),
            only_sure: false,
            seen: Vec::new(),
            ignored_columns: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Notes down columns that nothing is read from, each once.
    pub(super) fn ignore_columns(&mut self, titles: impl IntoIterator<Item = String>) {
        for title in titles {
            if !self.ignored_columns.contains(&title) {
                self.ignored_columns.push(title);
            }
        }
    }

    /// The values of a series up to a year that were taken with a question which nobody has answered.
    pub fn doubts_of(
        &self,
        indicator: &str,
        area: &str,
        group: &Group,
        until: Option<Year>,
    ) -> impl Iterator<Item = &Doubt> {
        self.doubts.iter().filter(move |doubt| {
            !doubt.confirmed
                && doubt.indicator == indicator
                && doubt.area == area
                && doubt.group == *group
                && until.is_none_or(|until| doubt.year <= until)
        })
    }

    /// How the value of a cell was computed, where the cell holds a count and no value.
    pub fn computed_at(&self, sheet: &str, line: u32, column: u32) -> Option<&Computed> {
        let place = (sheet, line, column);
        let mut all = self.computed.iter();
        all.find(|it| (it.sheet.as_str(), it.line, it.column) == place)
    }

    /// Whether nothing had to be rejected.
    pub fn is_clean(&self) -> bool {
        self.rejected.is_empty()
    }

    /// Number of cells that were rejected.
    pub fn rejected_cells(&self) -> usize {
        self.rejected.iter().map(|rejection| rejection.cells).sum()
    }

    /// Number of things that are not sure and that nobody has answered: texts asked about, and values in doubt.
    pub fn open_questions(&self) -> usize {
        if self.only_sure {
            return 0;
        }
        self.questions.len() + self.doubts.iter().filter(|doubt| !doubt.confirmed).count()
    }
}

/// A record below a header that is about the table rather than a row of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Note {
    /// The sheet of a workbook that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Line of the file on which it starts, from 1.
    pub line: u32,
    /// What its cells say, with a blank between them.
    pub text: String,
}

/// One thing that was not taken. A rejection of no cells is a warning: a character was lost, or a cell that
/// holds no value stands outside the table.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Rejection {
    /// The sheet of a workbook that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Line of the file, or row of the sheet, on which the record starts, from 1; none where it concerns the file
    /// or sheet as a whole.
    pub line: Option<u32>,
    /// Title of the column at fault, where one is; empty where that has no title.
    pub column: Option<String>,
    /// The text at fault, where there is one, shortened where it is very long.
    pub cell: Option<String>,
    /// Number of value cells that it covers.
    pub cells: usize,
    /// Why.
    pub reason: Reason,
}

impl Rejection {
    pub(super) const LONGEST_CELL: usize = 200;

    pub(super) fn of_file(reason: Reason) -> Rejection {
        Rejection {
            sheet: None,
            line: None,
            column: None,
            cell: None,
            cells: 0,
            reason,
        }
    }

    pub(super) fn at(line: u32, reason: Reason) -> Rejection {
        Rejection {
            line: Some(line),
            ..Rejection::of_file(reason)
        }
    }

    /// What is wrong and what to do, in whole sentences.
    pub fn message(&self, lang: Lang) -> String {
        let message = self
            .reason
            .message(lang, self.line, self.cell.as_deref().unwrap_or_default());
        match (&self.sheet, lang) {
            (None, _) => message,
            (Some(sheet), Lang::Zh) => format!("工作表“{sheet}”：{message}"),
            (Some(sheet), Lang::En) => format!("Sheet “{sheet}”: {message}"),
        }
    }
}

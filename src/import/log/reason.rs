//! Why a cell or a file was not taken, with the data that the sentence about it needs.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use crate::catalogue::{Unit, Year};
use crate::import::meaning::{Figure, Role};
use crate::tabular::{self, FileKind};

/// Why something was not taken.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Reason {
    /// The file is empty.
    Empty,
    /// The file is not text.
    NotText {
        /// What it is.
        kind: FileKind,
    },
    /// The workbook has a password.
    Password,
    /// The text has no columns.
    NoTable,
    /// No record looks like a header.
    NoHeader,
    /// There is a table, and no line of titles over its columns.
    Headless,
    /// The likeliest header lacks necessary columns.
    MissingColumns {
        /// Which ones.
        missing: Vec<Role>,
    },
    /// Bytes there do not stand for characters.
    LostCharacters,
    /// A cell has entities of a web page, such as `&nbsp;`, in place of characters.
    Entities,
    /// The line is stored in another encoding than most of the file.
    OtherEncoding,
    /// The record has cells beyond the header.
    ExtraCells {
        /// Columns of the header.
        columns: usize,
        /// Cells of the record.
        found: usize,
    },
    /// The record does not say which indicator is meant.
    NoIndicator,
    /// Neither a column nor a line above the table nor the file's name says which indicator is meant.
    NamelessTable,
    /// The catalogue does not know the indicator.
    UnknownIndicator {
        /// Up to three names that are most like it.
        nearest: Vec<String>,
    },
    /// A milestone is done or not done; it takes no numbers.
    Milestone {
        /// Its name.
        name: String,
    },
    /// The catalogue does not know the goal.
    UnknownGoal {
        /// Up to three goals whose names are most like it.
        nearest: Vec<String>,
    },
    /// The word for how far a goal has come is not known.
    UnknownState,
    /// Not a date.
    NotADate,
    /// The year is missing.
    NoYear,
    /// A month, a quarter or several years.
    OtherPeriod,
    /// A title, or the name of the sheet or the file, says that the figures are of a part of a year.
    PartOfYear,
    /// A year too far away to be one.
    ImplausibleYear,
    /// The year cell holds something else.
    NotAYear,
    /// The word for a sex is not known.
    UnknownSex,
    /// The word for town or country is not known.
    UnknownResidence,
    /// The text stands for a group that the catalogue does not know.
    UnknownGroup {
        /// The title of the column that tells groups apart.
        title: String,
    },
    /// The area is blank where others are named, or something else stands in its place.
    NoArea,
    /// 合计 of areas of which nobody knows what they are together.
    UnknownTotal,
    /// Not an age: a spreadsheet has made a date of it.
    NotAnAge,
    /// Two texts about the value contradict one another.
    Contradiction {
        /// In what.
        role: Role,
    },
    /// The number is no measured value.
    NotMeasured {
        /// What it is.
        figure: Figure,
    },
    /// The row is a message that an observation is to be deleted.
    Deleted,
    /// The year has not passed, so nothing can have been measured in it.
    FutureYear {
        /// The year.
        year: Year,
        /// The year of today.
        today: Year,
    },
    /// The column holds numbers under a title that nobody understands.
    UnreadableColumn {
        /// Up to three names of indicators that are most like it.
        nearest: Vec<String>,
    },
    /// A fraction where a share or a rate is wanted: 0.861 among 84.2.
    Fraction {
        /// What it would be in the indicator's unit.
        value: f64,
        /// The indicator's unit.
        unit: String,
    },
    /// The formula has no result in the file.
    NoResult,
    /// A visitor said that it is not to be taken, or only what is sure.
    LeftOut,
    /// The row or column is hidden, and one that can be seen is about the same thing.
    Hidden,
    /// The name speaks of women and the column of men.
    SexConflict,
    /// The value cell holds something else than a number.
    NotANumber,
    /// The value cell holds an interval or a bound.
    Interval,
    /// A count, without what a rate could be computed from beside it.
    CountAlone,
    /// The cell for the number of cases holds no whole number of cases.
    NotACount,
    /// The sign in the cell is another unit than the one the table gives.
    UnitConflict {
        /// In the cell.
        sign: String,
        /// Of the table.
        unit: String,
    },
    /// The unit does not convert to the indicator's.
    UnitMismatch {
        /// In the file.
        unit: String,
        /// The indicator's.
        expected: String,
    },
    /// More than nature lets the indicator be.
    AboveLimit {
        /// The value in the indicator's unit.
        value: f64,
        /// The most it can be.
        limit: f64,
        /// The indicator's unit.
        unit: String,
    },
    /// Below zero, which only differences can be.
    Negative {
        /// The value in the indicator's unit.
        value: f64,
        /// The indicator's unit.
        unit: String,
    },
    /// Another line gives another value for the same thing; neither is taken.
    Conflict {
        /// The sheet that it stands in, where that is another one.
        #[serde(skip_serializing_if = "Option::is_none")]
        sheet: Option<String>,
        /// That line.
        line: u32,
        /// The value there, in the indicator's unit.
        value: f64,
    },
}

impl From<tabular::Error> for Reason {
    fn from(error: tabular::Error) -> Reason {
        match error {
            tabular::Error::Empty { .. } => Reason::Empty,
            tabular::Error::NotText { kind } => Reason::NotText { kind },
            tabular::Error::Password => Reason::Password,
            tabular::Error::NoTable { .. } => Reason::NoTable,
        }
    }
}

impl Reason {
    pub(crate) fn unit_mismatch(unit: &Unit, expected: &Unit) -> Reason {
        Reason::UnitMismatch {
            unit: unit.to_string(),
            expected: expected.to_string(),
        }
    }

    /// A word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::Empty => "empty",
            Reason::NotText { .. } => "not-text",
            Reason::Password => "password",
            Reason::NoTable => "no-table",
            Reason::NoHeader | Reason::Headless => "no-header",
            Reason::MissingColumns { .. } => "missing-columns",
            Reason::LostCharacters => "lost-characters",
            Reason::Entities => "entities",
            Reason::OtherEncoding => "other-encoding",
            Reason::ExtraCells { .. } => "extra-cells",
            Reason::NoIndicator | Reason::NamelessTable => "no-indicator",
            Reason::UnknownIndicator { .. } => "unknown-indicator",
            Reason::Milestone { .. } => "milestone",
            Reason::UnknownGoal { .. } => "unknown-goal",
            Reason::UnknownState => "unknown-state",
            Reason::NotADate => "not-a-date",
            Reason::NoYear => "no-year",
            Reason::OtherPeriod => "other-period",
            Reason::PartOfYear => "part-of-year",
            Reason::ImplausibleYear => "implausible-year",
            Reason::NotAYear => "not-a-year",
            Reason::UnknownSex => "unknown-sex",
            Reason::UnknownResidence => "unknown-residence",
            Reason::UnknownGroup { .. } => "unknown-group",
            Reason::NoArea => "no-area",
            Reason::UnknownTotal => "unknown-total",
            Reason::NotAnAge => "not-an-age",
            Reason::Contradiction { .. } => "contradiction",
            Reason::NotMeasured { .. } => "not-measured",
            Reason::Deleted => "deleted",
            Reason::FutureYear { .. } => "future-year",
            Reason::UnreadableColumn { .. } => "unreadable-column",
            Reason::Fraction { .. } => "fraction",
            Reason::NoResult => "no-result",
            Reason::LeftOut => "left-out",
            Reason::Hidden => "hidden",
            Reason::SexConflict => "sex-conflict",
            Reason::NotANumber => "not-a-number",
            Reason::Interval => "interval",
            Reason::CountAlone => "count-alone",
            Reason::NotACount => "not-a-count",
            Reason::UnitConflict { .. } => "unit-conflict",
            Reason::UnitMismatch { .. } => "unit-mismatch",
            Reason::AboveLimit { .. } | Reason::Negative { .. } => "out-of-range",
            Reason::Conflict { .. } => "conflict",
        }
    }
}

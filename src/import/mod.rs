//! From the bytes of a file to observations. A sheet is cut into tables ([`layout`]), every text over, beside or
//! above a value is given its meaning once ([`meaning`]), and a value becomes an observation when all that tells it
//! from others is understood ([`take`]); every other cell is reported with its line and a reason ([`log`]).

mod doubt;
mod goals;
mod layout;
mod log;
mod meaning;
mod number;
mod recorded;
mod remark;
mod take;
mod tidy;

pub use doubt::{Doubt, Question};
pub use layout::Layout;
pub use log::{Log, Note, Reason, Rejection};
pub use meaning::{Figure, Role};
pub use recorded::records_csv;
pub use tidy::tidy_csv;

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, Year};
use crate::observation::{GoalAgencies, Record, Table};
use crate::tabular::{self, Encoding};
use meaning::Lexicon;
use take::Taker;

/// What came out of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// The observations taken.
    pub table: Table,
    /// Recorded assessments, where the file holds such.
    pub records: Vec<Record>,
    /// Who answers for which goal, where the file says so.
    pub agencies: Vec<GoalAgencies>,
    /// What was read, and every cell that was not taken.
    pub log: Log,
}

impl Import {
    /// Nothing yet.
    fn new(name: &str, encoding: Encoding) -> Import {
        Import {
            table: Table::default(),
            records: Vec::new(),
            agencies: Vec::new(),
            log: Log::new(name, encoding),
        }
    }
}

/// Reads one file. `name` is the file's name with or without folders; it can stand for an indicator column.
/// `today` is the current year: what is of a later one was not measured.
///
/// Never fails: what cannot be read is in the log, one sentence each.
///
/// ```
/// use plan_tracker::catalogue::builtin;
/// use plan_tracker::import::import;
///
/// let known = &builtin().indicators[0].name;
/// let file = format!("指标,年份,数值\n{known},2021,…\n不是指标,2022,5\n");
/// let log = import("a.csv", file.as_bytes(), builtin(), 2026).log;
/// assert_eq!((log.rows, log.taken, log.blank), (2, 0, 1));
/// assert_eq!((log.rejected[0].line, log.rejected[0].reason.code()), (Some(3), "unknown-indicator"));
/// ```
pub fn import(name: &str, bytes: &[u8], catalogue: &Catalogue, today: Year) -> Import {
    let book = match tabular::open(bytes) {
        Ok(book) => book,
        Err(error) => return refused(name, error.encoding(), error.into()),
    };
    let lexicon = Lexicon::new(catalogue);
    let mut taker = Taker::new(&lexicon, name, book.encoding, today);
    for (at, sheet) in book.sheets.iter().enumerate() {
        let file = sheet.file.as_deref().unwrap_or(name);
        let values = layout::tables(&lexicon, sheet, file);
        let goals = goals::recognise(&sheet.records);
        match (goals, values) {
            (Some(goals), Ok(tables)) if tables[0].header.start < goals.header => {
                taker.read(sheet, at, tables);
            }
            (Some(goals), _) => taker.read_goals(sheet, &goals),
            (None, Ok(tables)) => taker.read(sheet, at, tables),
            (None, Err((line, reason))) => taker.refuse(sheet, line, reason),
        }
    }
    taker.finish(book)
}

/// The log of a file without anything to take.
fn refused(name: &str, encoding: Encoding, reason: Reason) -> Import {
    let mut import = Import::new(name, encoding);
    import.log.rejected.push(Rejection::of_file(reason));
    import
}

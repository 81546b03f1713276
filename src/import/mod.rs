//! From the bytes of a file to observations: guess the encoding and the delimiter, or open the workbook, split
//! into records, find the header and with it the layout, match every record against the catalogue, and report
//! every cell that was not taken with its line and a reason. A layout is one file under `layout/`; what a cell
//! may hold is known to `number`, `year`, `group`, `names` and `areas`, each on its own.

mod areas;
mod goals;
mod group;
mod layout;
mod names;
mod number;
mod recorded;
mod remark;
mod report;
mod take;

pub use layout::{Layout, Role};
pub use recorded::records_csv;
pub use report::{Note, Reason, Rejection, Report};

use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::observation::{Record, ResponsibleUnits, Table};
use crate::tabular::{self, Encoding};
use areas::Areas;
use names::Names;
use take::Taker;

/// What came out of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// The observations taken.
    pub table: Table,
    /// Recorded assessments, where the file holds such.
    pub records: Vec<Record>,
    /// Who answers for which goal, where the file says so.
    pub units: Vec<ResponsibleUnits>,
    /// What was read, and every cell that was not taken.
    pub report: Report,
}

impl Import {
    /// Nothing yet.
    fn new(name: &str, encoding: Encoding) -> Import {
        Import {
            table: Table::default(),
            records: Vec::new(),
            units: Vec::new(),
            report: Report::new(name, encoding),
        }
    }
}

/// Reads one file. `name` is the file's name with or without folders; it can stand for an indicator column.
///
/// Never fails: what cannot be read is in the report, one sentence each.
///
/// ```
/// use plan_tracker::catalogue::builtin;
/// use plan_tracker::import::import;
///
/// let known = &builtin().indicators[0].name;
/// let file = format!("指标,年份,数值\n{known},2021,…\n不是指标,2022,5\n");
/// let report = import("a.csv", file.as_bytes(), builtin()).report;
/// assert_eq!((report.rows, report.taken, report.blank), (2, 0, 1));
/// assert_eq!((report.rejected[0].line, report.rejected[0].reason.code()), (3, "unknown-indicator"));
/// ```
pub fn import(name: &str, bytes: &[u8], catalogue: &Catalogue) -> Import {
    let book = match tabular::open(bytes) {
        Ok(book) => book,
        Err(error) => return refused(name, error.encoding(), error.into()),
    };
    let (names, areas) = (Names::new(catalogue), Areas::new(catalogue));
    let mut taker = Taker::new(catalogue, &names, &areas, name, book.encoding);
    for sheet in &book.sheets {
        let values = layout::find(&sheet.records, name, &names);
        let goals = goals::recognise(&sheet.records);
        match (goals, values) {
            (Some(goals), Ok(shape)) if shape.header <= goals.header => taker.read(sheet, shape),
            (Some(goals), _) => taker.read_goals(sheet, &goals),
            (None, Ok(shape)) => taker.read(sheet, shape),
            (None, Err((line, reason))) => taker.refuse(sheet, line, reason),
        }
    }
    taker.finish(book.hidden)
}

/// The report of a file without anything to take.
fn refused(name: &str, encoding: Encoding, reason: Reason) -> Import {
    let mut import = Import::new(name, encoding);
    import.report.rejected.push(Rejection::of_file(reason));
    import
}

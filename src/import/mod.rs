//! From the bytes of a file to observations: guess the encoding and the delimiter, or open the workbook, split
//! into records, find the header and with it the layout, match every record against the catalogue, and report
//! every cell that was not taken with its line and a reason. A layout is one file under `layout/`; what a cell
//! may hold is known to `number`, `year`, `group`, `names` and `areas`, each on its own.

mod areas;
mod delimiter;
mod encoding;
mod file_kind;
mod fold;
mod goals;
mod group;
mod layout;
mod names;
mod number;
mod recorded;
mod records;
mod remark;
mod report;
mod sheet;
mod spreadsheet;
mod take;
mod workbook;
mod year;

pub use encoding::Encoding;
pub use file_kind::FileKind;
pub use layout::{Layout, Role};
pub use recorded::records_csv;
pub use report::{Note, Reason, Rejection, Report};
pub use spreadsheet::{spreadsheet, spreadsheet_safe};

use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::observation::{Record, ResponsibleUnits, Table};
use areas::Areas;
use names::Names;
use sheet::{Book, Sheet};
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
    let book = match open(bytes) {
        Ok(book) => book,
        Err((encoding, reason)) => return refused(name, encoding, reason),
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

/// Cuts a file into sheets and records.
fn open(bytes: &[u8]) -> Result<Book, (Encoding, Reason)> {
    match file_kind::of(bytes) {
        None => open_text(bytes),
        Some(kind @ (FileKind::Excel | FileKind::Zip)) => {
            workbook::read(bytes, kind).map_err(|reason| (Encoding::Unknown, reason))
        }
        Some(kind) => Err((Encoding::Unknown, Reason::NotText { kind })),
    }
}

fn open_text(bytes: &[u8]) -> Result<Book, (Encoding, Reason)> {
    let (text, encoding) = encoding::decode(bytes);
    let Some(delimiter) = delimiter::sniff(&text) else {
        let is_empty = text.trim().is_empty();
        return Err((encoding, if is_empty { Reason::Empty } else { Reason::NoTable }));
    };
    let sheet = Sheet {
        name: None,
        delimiter: Some(delimiter),
        records: records::read(&delimiter.prepare(&text), delimiter.byte()),
    };
    Ok(Book {
        encoding,
        sheets: vec![sheet],
        hidden: Vec::new(),
    })
}

/// The report of a file without anything to take.
fn refused(name: &str, encoding: Encoding, reason: Reason) -> Import {
    let mut import = Import::new(name, encoding);
    import.report.rejected.push(Rejection::of_file(reason));
    import
}

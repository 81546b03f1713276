//! What a file holds, sheet by sheet and record by record: blank cells counted, every other cell either taken
//! as an observation or rejected with a reason. Each cell falls into exactly one of the three.

mod cases;
mod numbered;
mod remark;
mod row;
mod seen;
mod table;
mod value;

use crate::catalogue::Catalogue;
use crate::observation::Table;

use super::layout::Shape;
use super::names::Names;
use super::places::Places;
use super::records::Record;
use super::report::{Reason, Rejection, Report};
use super::sheet::Sheet;
use super::{Encoding, Import, Layout, fold};
use row::Rows;
use seen::Seen;
use table::Reading;

/// Why something was not taken, and the cell to blame.
#[derive(Clone, Debug, PartialEq)]
struct Fault {
    column: Option<usize>,
    cell: String,
    reason: Reason,
}

/// Takes what one file holds.
pub struct Taker<'a> {
    file_name: &'a str,
    names: &'a Names<'a>,
    rows: Rows<'a>,
    seen: Seen<'a>,
    table: Table,
    report: Report,
}

impl<'a> Taker<'a> {
    /// Prepares to read the sheets of a file.
    pub fn new(
        catalogue: &'a Catalogue,
        names: &'a Names<'a>,
        places: &'a Places<'a>,
        file_name: &'a str,
        encoding: Encoding,
    ) -> Self {
        Taker {
            file_name,
            names,
            rows: Rows::new(catalogue, names, places),
            seen: Seen::default(),
            table: Table::default(),
            report: Report::new(file_name, encoding, Layout::Unknown),
        }
    }

    /// Reads every record of a sheet below the header of `shape`.
    pub fn read(&mut self, sheet: &Sheet, shape: Shape) {
        if self.report.layout == Layout::Unknown {
            self.report.layout = shape.layout;
        }
        Reading::new(self, sheet, shape).run();
    }

    /// Notes down that a sheet has no table.
    pub fn refuse(&mut self, rejection: Rejection) {
        self.report.rejected.push(rejection);
    }

    /// What came out of the file.
    pub fn finish(self) -> Import {
        Import::new(self.table, self.report)
    }

    fn reject(&mut self, record: &Record, shape: &Shape, fault: Fault, cells: usize) {
        let lost = fault.cell.contains(char::REPLACEMENT_CHARACTER);
        self.report.rejected.push(Rejection {
            line: record.line,
            column: fault.column.map_or("", |column| shape.title(column)).to_owned(),
            cell: fold::shorten(&fault.cell, Rejection::LONGEST_CELL),
            cells,
            reason: if lost {
                Reason::LostCharacters
            } else {
                fault.reason
            },
        });
    }
}

//! What a file holds, sheet by sheet and record by record: blank cells counted, every other cell either taken
//! as an observation or rejected with a reason. Each cell falls into exactly one of the three.

mod cases;
mod numbered;
mod row;
mod seen;
mod table;
mod value;

use crate::catalogue::Catalogue;

use super::areas::Areas;
use super::layout::Shape;
use super::names::Names;
use super::report::{Reason, Rejection};
use super::{Import, Layout, goals};
use crate::tabular::Record;
use crate::tabular::Sheet;
use crate::tabular::{Encoding, fold};
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
    catalogue: &'a Catalogue,
    file_name: &'a str,
    names: &'a Names<'a>,
    rows: Rows<'a>,
    seen: Seen<'a>,
    import: Import,
    /// Sheets without a table, each with what it lacks.
    refused: Vec<Rejection>,
}

impl<'a> Taker<'a> {
    /// Prepares to read the sheets of a file.
    pub fn new(
        catalogue: &'a Catalogue,
        names: &'a Names<'a>,
        areas: &'a Areas<'a>,
        file_name: &'a str,
        encoding: Encoding,
    ) -> Self {
        Taker {
            catalogue,
            file_name,
            names,
            rows: Rows::new(catalogue, names, areas),
            seen: Seen::default(),
            import: Import::new(file_name, encoding),
            refused: Vec::new(),
        }
    }

    /// Reads every record of a sheet below the header of `shape`.
    pub fn read(&mut self, sheet: &Sheet, shape: Shape) {
        self.seen.begin(sheet.name.clone());
        self.sheet(sheet, shape.layout, |taker| {
            Reading::new(taker, sheet, shape).run()
        });
    }

    /// Reads every record of a sheet about goals.
    pub fn read_goals(&mut self, sheet: &Sheet, goals: &goals::Sheet) {
        self.sheet(sheet, goals.kind.layout(), |taker| {
            goals::read(&mut taker.import, &sheet.records, goals, taker.catalogue);
        });
    }

    /// Reads a sheet, and says of everything that came of it which sheet it was.
    fn sheet(&mut self, sheet: &Sheet, layout: Layout, read: impl FnOnce(&mut Self)) {
        let report = &self.import.report;
        let (rejected, notes) = (report.rejected.len(), report.notes.len());
        read(self);
        let report = &mut self.import.report;
        if report.layout == Layout::Unknown {
            report.layout = layout;
        }
        report.sheets.extend(sheet.name.clone());
        for rejection in &mut report.rejected[rejected..] {
            rejection.sheet.clone_from(&sheet.name);
        }
        for note in &mut report.notes[notes..] {
            note.sheet.clone_from(&sheet.name);
        }
    }

    /// Notes down that a sheet has no table.
    pub fn refuse(&mut self, sheet: &Sheet, line: u32, reason: Reason) {
        if sheet.name.is_none() || !sheet.records.is_empty() {
            let sheet = sheet.name.clone();
            self.refused.push(Rejection {
                sheet,
                ..Rejection::at(line, reason)
            });
        }
    }

    /// What came out of the file. A sheet without anything like a header is only named where others have
    /// tables, as are the `hidden` ones.
    pub fn finish(self, hidden: Vec<String>) -> Import {
        let mut import = self.import;
        let has_table = import.report.layout != Layout::Unknown;
        let is_other = |refused: &Rejection| has_table && refused.reason == Reason::NoHeader;
        let (others, rejected): (Vec<_>, Vec<_>) = self.refused.into_iter().partition(is_other);
        let others = others.into_iter().filter_map(|refused| refused.sheet);
        import.report.ignored_sheets.extend(others.chain(hidden));
        import.report.rejected.splice(0..0, rejected);
        import
    }

    fn reject(&mut self, record: &Record, shape: &Shape, fault: Fault, cells: usize) {
        let lost = fault.cell.contains(char::REPLACEMENT_CHARACTER);
        let reason = if lost {
            Reason::LostCharacters
        } else {
            fault.reason
        };
        self.import.report.rejected.push(Rejection {
            column: fault.column.map_or("", |column| shape.title(column)).to_owned(),
            cell: fold::shorten(&fault.cell, Rejection::LONGEST_CELL),
            cells,
            ..Rejection::at(record.line, reason)
        });
    }
}

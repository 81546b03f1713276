//! The records below a header, one after the other: blank cells counted, every other cell either taken as an
//! observation or rejected with a reason. Each cell falls into exactly one of the three.

mod numbered;
mod row;
mod seen;
mod value;

use crate::catalogue::Catalogue;
use crate::observation::{Observation, Table};

use super::delimiter::Delimiter;
use super::layout::{self, Context, Role, Shape, ValueColumn};
use super::names::Names;
use super::number::{self, Cell, Comma};
use super::places::Places;
use super::records::Record;
use super::report::{Reason, Rejection, Report};
use super::{Encoding, Import, Layout, fold, year};
use row::{Row, Rows};
use seen::Seen;

/// Why something was not taken, and the cell to blame.
#[derive(Clone, Debug, PartialEq)]
struct Fault {
    column: Option<usize>,
    cell: String,
    reason: Reason,
}

/// Takes the observations of one file.
pub struct Taker<'a> {
    records: &'a [Record],
    shape: Shape,
    context: Context,
    comma: Comma,
    rows: Rows<'a>,
    seen: Seen<'a>,
    table: Table,
    report: Report,
    file_name: &'a str,
    names: &'a Names<'a>,
    /// One rejection for each table that has neither a column nor a line for its indicator.
    nameless: Vec<Rejection>,
}

/// How many records above a further header are looked at for its unit and indicator.
const SURROUNDINGS: usize = 5;

impl<'a> Taker<'a> {
    /// Prepares to read the records below the header of `shape`.
    pub fn new(
        catalogue: &'a Catalogue,
        names: &'a Names<'a>,
        places: &'a Places<'a>,
        records: &'a [Record],
        shape: Shape,
        (file_name, encoding, delimiter): (&'a str, Encoding, Delimiter),
    ) -> Self {
        let context = Context::above(&records[..shape.header], file_name);
        let mut report = Report::new(file_name, encoding, shape.layout);
        report.ignored_columns = ignored(&shape, &records[shape.header..]);
        Taker {
            comma: Comma::used_in(delimiter, shape.value_cells(&records[shape.header + 1..])),
            rows: Rows::new(catalogue, names, places, &context),
            seen: Seen::default(),
            table: Table::default(),
            nameless: Vec::new(),
            records,
            shape,
            context,
            report,
            file_name,
            names,
        }
    }

    /// Reads every record.
    pub fn run(mut self) -> Import {
        let (above, below) = self.records.split_at(self.shape.header + 1);
        for record in above {
            self.note_lost_characters(record);
        }
        for (at, record) in below.iter().enumerate() {
            let rejected = self.report.rejected.len();
            let is_data = !self.is_header(above.len() + at) && !is_note(record, &self.shape);
            self.report.rows += 1;
            self.report.cells += self.shape.values.len();
            if is_data {
                self.record(record);
            } else {
                self.report.blank += self.shape.values.len();
            }
            if self.report.rejected.len() == rejected {
                self.note_lost_characters(record);
            }
        }
        self.report.rejected.splice(0..0, self.nameless);
        self.report.taken = self.table.len();
        Import {
            table: self.table,
            report: self.report,
        }
    }

    fn record(&mut self, record: &Record) {
        let read = |value: &ValueColumn| number::read(record.cell(value.column), self.comma);
        let mut cells: Vec<(usize, Cell)> = self.shape.values.iter().map(read).enumerate().collect();
        cells.retain(|(_, cell)| *cell != Cell::Blank);
        self.report.blank += self.shape.values.len() - cells.len();
        if let Err(fault) = self.has_no_extra_cells(record) {
            return self.reject(record, fault, cells.len());
        }
        if cells.is_empty() {
            return;
        }
        if self.shape.column(Role::Indicator).is_none()
            && let Some(nameless) = self.rows.nameless(&self.shape)
        {
            return self.reject_nameless(nameless, cells.len());
        }
        match self.rows.read(record, &self.shape) {
            Ok(row) => cells
                .into_iter()
                .for_each(|(at, cell)| self.cell(record, &row, at, &cell)),
            Err(fault) => self.reject(record, fault, cells.len()),
        }
    }

    /// Takes one cell or rejects it; `at` is its position among the value columns.
    fn cell(&mut self, record: &Record, row: &Row<'a>, at: usize, cell: &Cell) {
        let ValueColumn { column, year, unit } = &self.shape.values[at];
        let text = record.cell(*column);
        let taken = row.year.or(*year).ok_or(Reason::NoYear).and_then(|year| {
            let unit = row
                .unit
                .as_deref()
                .or(unit.as_ref())
                .or(self.context.unit.as_ref());
            let value = value::convert(cell, unit, row.indicator)?;
            self.seen.check(row, year, value, record.line)?;
            Ok((year, value))
        });
        match taken {
            Ok((year, value)) => self.table.push(Observation {
                indicator: &row.indicator.id,
                area: self.rows.area(row.area),
                year,
                group: self.rows.group(row.group),
                value,
                source: self
                    .shape
                    .column(Role::Source)
                    .map_or("", |source| record.cell(source)),
                line: record.line,
            }),
            Err(reason) => {
                let fault = Fault {
                    column: Some(*column),
                    cell: text.to_owned(),
                    reason,
                };
                self.reject(record, fault, 1);
            }
        }
    }

    fn reject(&mut self, record: &Record, fault: Fault, cells: usize) {
        let lost = fault.cell.contains(char::REPLACEMENT_CHARACTER);
        self.report.rejected.push(Rejection {
            line: record.line,
            column: fault
                .column
                .map_or("", |column| self.shape.title(column))
                .to_owned(),
            cell: fold::shorten(&fault.cell, Rejection::LONGEST_CELL),
            cells,
            reason: if lost {
                Reason::LostCharacters
            } else {
                fault.reason
            },
        });
    }

    /// One rejection covers every cell that lacks the same indicator.
    fn reject_nameless(&mut self, nameless: Rejection, cells: usize) {
        match self.nameless.iter_mut().find(|known| known.line == nameless.line) {
            Some(known) => known.cells += cells,
            None => self.nameless.push(Rejection { cells, ..nameless }),
        }
    }

    /// A cell beyond the header means that an unquoted delimiter has moved the others.
    fn has_no_extra_cells(&self, record: &Record) -> Result<(), Fault> {
        let columns = self.shape.titles.len();
        match record.cells().skip(columns).find(|cell| !cell.is_empty()) {
            None => Ok(()),
            Some(cell) => {
                let reason = Reason::ExtraCells {
                    columns,
                    found: record.len(),
                };
                Err(Fault {
                    column: None,
                    cell: cell.to_owned(),
                    reason,
                })
            }
        }
    }

    /// Whether the record is a header again. One that differs begins a further table of the file.
    fn is_header(&mut self, at: usize) -> bool {
        let record = &self.records[at];
        let has_header_word = record
            .first()
            .is_some_and(|(_, cell)| layout::is_header_word(cell));
        if !has_header_word || self.holds_values(record) {
            return false;
        }
        if self.shape.repeats_header(record) {
            return true;
        }
        let above = &self.records[at.saturating_sub(SURROUNDINGS).max(self.shape.header + 1)..at];
        let context = Context::above(above, self.file_name).or(&self.context);
        let Some(shape) = layout::recognise(at, record, context.names_indicator(self.names)) else {
            return false;
        };
        self.rows.name_by(&context);
        self.report
            .ignored_columns
            .extend(ignored(&shape, &self.records[at..]));
        self.report.ignored_columns.sort();
        self.report.ignored_columns.dedup();
        (self.shape, self.context) = (shape, context);
        true
    }

    /// Whether a value stands where the table has its values; a wide header has years there.
    fn holds_values(&self, record: &Record) -> bool {
        self.shape.values.iter().any(|value| {
            let cell = record.cell(value.column);
            let may_be_title = self.shape.layout == Layout::Wide && year::read(cell).is_ok();
            !may_be_title && matches!(number::read(cell, self.comma), Cell::Number(..))
        })
    }

    /// Says on which line a character was lost, where nothing had to be rejected for it.
    fn note_lost_characters(&mut self, record: &Record) {
        if record.has_lost_characters() {
            let lost = record
                .cells()
                .position(|cell| cell.contains(char::REPLACEMENT_CHARACTER));
            let cell = lost.map_or("", |column| record.cell(column)).to_owned();
            self.reject(
                record,
                Fault {
                    column: lost,
                    cell,
                    reason: Reason::LostCharacters,
                },
                0,
            );
        }
    }
}

/// Whether a record is a remark on the table rather than a part of it.
fn is_note(record: &Record, shape: &Shape) -> bool {
    let first = record.first();
    first.is_some_and(|(at, cell)| layout::is_note(cell) && Some(at) != shape.column(Role::Source))
}

/// Columns that nothing is read from: by their title, or as `#6` where they have content but no title.
fn ignored(shape: &Shape, records: &[Record]) -> Vec<String> {
    let untitled = (0..shape.titles.len()).filter(|at| shape.title(*at).is_empty() && !shape.is_used(*at));
    let has_content = |column: &usize| records.iter().any(|record| !record.cell(*column).is_empty());
    let untitled = untitled
        .filter(has_content)
        .map(|column| format!("#{}", column + 1));
    shape.ignored.iter().cloned().chain(untitled).collect()
}

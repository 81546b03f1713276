//! One sheet with a table of values, read record by record.

use crate::catalogue::Year;
use crate::import::layout::{self, Context, Layout, Role, Shape, ValueColumn};
use crate::import::number::{self, Cell, Comma};
use crate::import::remark;
use crate::import::report::{Reason, Rejection};
use crate::observation::{Observation, cases_id};
use crate::tabular::Record;
use crate::tabular::Sheet;
use crate::tabular::year;

use super::row::Row;
use super::{Fault, Taker, cases, value};

/// A sheet being read.
pub struct Reading<'t, 'a> {
    taker: &'t mut Taker<'a>,
    records: &'t [Record],
    shape: Shape,
    context: Context,
    comma: Comma,
    /// Whether cells are stored apart, so that a record ends where its cells do.
    is_workbook: bool,
    /// One rejection for each table that has neither a column nor a line for its indicator.
    nameless: Vec<Rejection>,
}

/// How many records above a further header are looked at for its unit and indicator.
const SURROUNDINGS: usize = 5;

impl<'t, 'a> Reading<'t, 'a> {
    /// Prepares to read the records below the header of `shape`.
    pub fn new(taker: &'t mut Taker<'a>, sheet: &'t Sheet, shape: Shape) -> Self {
        let records = sheet.records.as_slice();
        let context = Context::above(&records[..shape.header], taker.file_name);
        taker.rows.name_by(&context);
        let comma = Comma::used_in(sheet.delimiter, shape.value_cells(&records[shape.header + 1..]));
        let mut reading = Reading {
            taker,
            records,
            shape,
            context,
            comma,
            is_workbook: sheet.name.is_some(),
            nameless: Vec::new(),
        };
        reading.note_ignored_columns(reading.shape.header);
        reading
    }

    /// Reads every record.
    pub fn run(mut self) {
        let first_rejection = self.taker.import.report.rejected.len();
        let (above, below) = self.records.split_at(self.shape.header + 1);
        for record in above {
            self.note_lost_characters(record);
        }
        let mut after_remark = false;
        for (at, record) in below.iter().enumerate() {
            let rejected = self.taker.import.report.rejected.len();
            let is_remark = remark::is_remark(record, after_remark) && !self.holds_values(record);
            if is_remark || self.is_header(above.len() + at) || self.is_heading(record) {
                self.taker.import.report.notes.push(remark::note(record));
            } else {
                self.taker.import.report.rows += 1;
                self.taker.import.report.cells += self.shape.values.len();
                self.record(record);
            }
            after_remark = is_remark;
            if self.taker.import.report.rejected.len() == rejected {
                self.note_lost_characters(record);
            }
        }
        let rejected = &mut self.taker.import.report.rejected;
        rejected.splice(first_rejection..first_rejection, self.nameless);
    }

    fn record(&mut self, record: &Record) {
        let read = |value: &ValueColumn| number::read(record.cell(value.column), self.comma);
        let mut cells: Vec<(usize, Cell)> = self.shape.values.iter().map(read).enumerate().collect();
        cells.retain(|(_, cell)| *cell != Cell::Blank);
        self.taker.import.report.blank += self.shape.values.len() - cells.len();
        if let Err(fault) = self.has_no_extra_cells(record) {
            return self.reject(record, fault, cells.len());
        }
        let cases = self
            .shape
            .cases
            .as_ref()
            .map(read)
            .filter(|cell| *cell != Cell::Blank);
        if cells.is_empty() && cases.is_none() {
            return;
        }
        if self.shape.column(Role::Indicator).is_none()
            && let Some(nameless) = self.taker.rows.nameless(&self.shape)
        {
            return self.reject_nameless(nameless, cells.len());
        }
        match self.taker.rows.read(record, &self.shape) {
            Ok(row) => {
                for (at, cell) in cells {
                    self.value(record, &row, at, &cell);
                }
                if let Some(cell) = cases {
                    self.cases(record, &row, &cell);
                }
            }
            Err(fault) => self.reject(record, fault, cells.len()),
        }
    }

    /// Takes one value or rejects it; `at` is its position among the value columns.
    fn value(&mut self, record: &Record, row: &Row<'a>, at: usize, cell: &Cell) {
        let ValueColumn { column, year, unit } = &self.shape.values[at];
        let unit = row
            .unit
            .as_deref()
            .or(unit.as_ref())
            .or(self.context.unit.as_ref());
        let taken = row.year.or(*year).ok_or(Reason::NoYear).and_then(|year| {
            let value = value::convert(cell, unit, row.indicator)?;
            self.taker.seen.check(row.key(year, false), value, record.line)?;
            Ok((year, value))
        });
        match taken {
            Ok((year, value)) => {
                self.push(record, row, &row.indicator.id, year, value);
                self.taker.import.report.taken += 1;
            }
            Err(reason) => self.reject_cell(record, *column, reason, 1),
        }
    }

    /// Takes the number of cases behind a record's value; it is no value of its own, so it covers no cell.
    fn cases(&mut self, record: &Record, row: &Row<'a>, cell: &Cell) {
        let Some(ValueColumn { column, unit, .. }) = &self.shape.cases else {
            return;
        };
        let counted = cases::count(cell, unit.as_ref()).and_then(|count| {
            let (Some(count), Some(year)) = (count, row.year) else {
                return Ok(None);
            };
            self.taker.seen.check(row.key(year, true), count, record.line)?;
            Ok(Some((year, count)))
        });
        match counted {
            Ok(Some((year, count))) => {
                let id = cases_id(&row.indicator.id);
                self.push(record, row, &id, year, count);
            }
            Ok(None) => {}
            Err(reason) => self.reject_cell(record, *column, reason, 0),
        }
    }

    fn push(&mut self, record: &Record, row: &Row<'a>, indicator: &str, year: Year, value: f64) {
        let source = self.shape.column(Role::Source);
        self.taker.import.table.push(Observation {
            indicator,
            area: self.taker.rows.area(row.area),
            year,
            group: self.taker.rows.group(row.group),
            value,
            source: source.map_or("", |source| record.cell(source)),
            line: record.line,
        });
    }

    fn reject(&mut self, record: &Record, fault: Fault, cells: usize) {
        self.taker.reject(record, &self.shape, fault, cells);
    }

    fn reject_cell(&mut self, record: &Record, column: usize, reason: Reason, cells: usize) {
        let fault = Fault {
            column: Some(column),
            cell: record.cell(column).to_owned(),
            reason,
        };
        self.reject(record, fault, cells);
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
            Some(cell) => Err(Fault {
                column: None,
                cell: cell.to_owned(),
                reason: Reason::ExtraCells {
                    columns,
                    found: record.width(),
                },
            }),
        }
    }

    /// Whether the record is a header again. One that differs begins a further table of the sheet.
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
        let context = Context::above(above, self.taker.file_name).or(&self.context);
        let Some(shape) = layout::recognise(at, record, context.names_indicator(self.taker.names)) else {
            return false;
        };
        self.taker.rows.name_by(&context);
        (self.shape, self.context) = (shape, context);
        self.note_ignored_columns(at);
        true
    }

    /// Whether the record heads a section of a sheet: it ends before the values begin, and is about no area and
    /// no indicator that anybody knows. In a text such a record has areas for values, left empty.
    fn is_heading(&self, record: &Record) -> bool {
        let Some(column) = self.shape.column(Role::Indicator).filter(|_| self.is_workbook) else {
            return false;
        };
        let ends_before = self
            .shape
            .values
            .iter()
            .all(|value| value.column >= record.width());
        let has_area = self
            .shape
            .column(Role::Area)
            .is_some_and(|area| !record.cell(area).is_empty());
        let wide = self.shape.layout == Layout::Wide;
        wide && ends_before && !has_area && self.taker.names.find(record.cell(column)).is_none()
    }

    /// Whether a value stands where the table has its values; a wide header has years there.
    fn holds_values(&self, record: &Record) -> bool {
        self.shape.values.iter().any(|value| {
            let cell = record.cell(value.column);
            let may_be_title = self.shape.layout == Layout::Wide && year::read(cell).is_ok();
            !may_be_title && matches!(number::read(cell, self.comma), Cell::Number(..))
        })
    }

    /// Names the columns that nothing is read from: by their title, or as `#6` where they have content but no
    /// title. The header is the record at `header`.
    fn note_ignored_columns(&mut self, header: usize) {
        let shape = &self.shape;
        let records = &self.records[header..];
        let has_content = |column: &usize| records.iter().any(|record| !record.cell(*column).is_empty());
        let untitled = (0..shape.titles.len())
            .filter(|at| shape.title(*at).is_empty() && !shape.is_used(*at))
            .filter(has_content)
            .map(|column| format!("#{}", column + 1));
        let titles: Vec<String> = shape.ignored.iter().cloned().chain(untitled).collect();
        self.taker.import.report.ignore_columns(titles);
    }

    /// Says on which line a character was lost, where nothing had to be rejected for it.
    fn note_lost_characters(&mut self, record: &Record) {
        if record.has_lost_characters() {
            let lost = record
                .cells()
                .position(|cell| cell.contains(char::REPLACEMENT_CHARACTER));
            let fault = Fault {
                column: lost,
                cell: lost.map_or("", |column| record.cell(column)).to_owned(),
                reason: Reason::LostCharacters,
            };
            self.reject(record, fault, 0);
        }
    }
}

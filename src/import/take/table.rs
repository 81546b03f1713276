//! One table of values, read row by row into candidates.

use crate::catalogue::{Indicator, Unit, Year};
use crate::import::layout::{self, Table, Use};
use crate::import::log::{Reason, Rejection};
use crate::import::meaning::{About, AreaSaid, Figure};
use crate::import::number::{self, Cell, Comma};
use crate::import::remark;
use crate::observation::{Group, Quantity};
use crate::tabular::{Record, Sheet, fold};

use super::candidate::{Candidate, Key};
use super::row::{Row, Rows, merged};
use super::section::Sections;
use super::{Fault, Taker, cases, value, words};

/// A table being read.
pub struct Reading<'t, 'a> {
    taker: &'t mut Taker<'a>,
    sheet: &'t Sheet,
    table: &'t Table,
    comma: Comma,
    /// Number of the table in the file.
    number: u32,
    /// The row being read.
    row: usize,
    /// Years over columns that are of the plan rather than of measurements.
    planned: Vec<Year>,
    /// What the table's surroundings say that it measures, in which unit.
    named: Option<(About, Option<Unit>)>,
    /// What they say of all values; where, is asked apart.
    said: About,
    /// One rejection for each thing that a whole table lacks.
    whole: Vec<Rejection>,
    /// Number of values taken for the plans' own area since nothing says whose they are.
    assumed: usize,
    /// Cells of columns that are refused as a whole, by column.
    refused: Vec<(usize, Reason, usize)>,
}

impl<'t, 'a> Reading<'t, 'a> {
    /// Prepares to read a table; `number` tells it from the others of the file.
    pub fn new(taker: &'t mut Taker<'a>, sheet: &'t Sheet, table: &'t Table, number: u32) -> Self {
        let body = &sheet.records[table.body.clone()];
        let values = table
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.used.holds_numbers());
        let cells = values.flat_map(|(at, _)| body.iter().map(move |record| record.cell(table.first + at)));
        let comma = Comma::used_in(sheet.delimiter, cells);
        let planned = planned(table, taker);
        let named = taker.named(table).ok();
        Reading {
            taker,
            sheet,
            table,
            comma,
            number,
            row: 0,
            planned,
            named,
            said: About {
                area: None,
                ..table.context.about.clone()
            },
            whole: Vec::new(),
            assumed: 0,
            refused: Vec::new(),
        }
    }

    /// Reads every row.
    pub fn run(mut self) {
        let body = &self.sheet.records[self.table.body.clone()];
        let lexicon = self.taker.lexicon;
        let mut rows = Rows::new(lexicon, self.table, body, self.comma);
        for (at, column) in self.table.columns.iter().enumerate() {
            if column.used == (Use::Dimension { sure: true }) {
                let column = (self.table.first + at) as u32;
                self.taker.candidates.dimensions.insert((self.number, column));
            }
        }
        let start = self.taker.import.log.rejected.len();
        let mut after_remark = false;
        for (at, record) in body.iter().enumerate() {
            self.row = self.table.body.start + at;
            let rejected = self.taker.import.log.rejected.len();
            let holds_values = self.holds_values(record);
            let is_remark = remark::is_remark(record, after_remark) && !holds_values;
            let repeats = !holds_values && self.table.repeats_header(&self.sheet.records, self.row);
            if is_remark || repeats || self.is_heading(record, &mut rows) {
                if self.table.first == 0 {
                    self.taker.import.log.notes.push(remark::note(record));
                }
            } else {
                self.taker.import.log.rows += usize::from(self.table.first == 0);
                self.record(record, &mut rows);
            }
            after_remark = is_remark;
            if self.taker.import.log.rejected.len() == rejected && self.table.first == 0 {
                self.taker.note_lost_characters(self.table, record);
            }
        }
        self.reject_columns();
        if self.assumed > 0 {
            let file = self.sheet.file.as_deref().unwrap_or(&self.taker.import.log.name);
            let file = layout::file_said(file);
            *self.taker.assumed.entry(file).or_default() += self.assumed;
        }
        let whole = std::mem::take(&mut self.whole);
        self.taker.import.log.rejected.splice(start..start, whole);
    }

    fn record(&mut self, record: &Record, rows: &mut Rows<'_, '_, '_>) {
        let mut filled: Vec<(usize, Cell)> = Vec::new();
        for (at, column) in self.table.columns.iter().enumerate() {
            if !column.used.holds_values() {
                continue;
            }
            self.taker.import.log.cells += 1;
            let cell = number::read(record.cell(self.table.first + at), self.comma);
            let column_at = self.table.first + at;
            match (cell, &column.used) {
                (Cell::Blank, _) if self.sheet.no_result.contains(&(record.line, column_at)) => {
                    self.reject(record, Fault::at(column_at, "", Reason::NoResult), 1);
                }
                (Cell::Blank, _) => self.taker.import.log.blank += 1,
                (cell, Use::Values { .. }) => filled.push((at, cell)),
                (_, used) => self.refuse_column(at, column_reason(self.taker, self.table, at, used)),
            }
        }
        let cases = self.cases_cell(record);
        if let Err(fault) = self.has_no_extra_cells(record).and(self.is_of_the_file(record)) {
            return self.reject(record, fault, filled.len());
        }
        if filled.is_empty() && cases.is_none() {
            rows.look(record);
            return;
        }
        if !self.table.missing.is_empty() {
            let line = self.sheet.records[self.table.header.start].line;
            let missing = self.table.missing.clone();
            return self.reject_whole(
                Rejection::at(line, Reason::MissingColumns { missing }),
                filled.len(),
            );
        }
        match rows.read(record) {
            Ok(row) => {
                let mut nameless = 0;
                for (at, cell) in &filled {
                    match self.value(record, &row, *at, cell, rows) {
                        Err(fault) if fault.reason == Reason::NamelessTable => nameless += 1,
                        Err(fault) => self.reject(record, fault, 1),
                        Ok(()) => {}
                    }
                }
                if nameless > 0 {
                    self.reject_nameless(nameless);
                }
                if let Some((column, cell, unit)) = cases {
                    self.cases(record, &row, (column, &cell), unit.as_ref(), rows);
                }
            }
            Err(fault) => self.reject(record, fault, filled.len()),
        }
    }

    fn cases_cell(&self, record: &Record) -> Option<(usize, Cell, Option<Unit>)> {
        let mut columns = self.table.columns.iter().enumerate();
        columns.find_map(|(at, column)| {
            let Use::Cases(unit) = &column.used else {
                return None;
            };
            let column = self.table.first + at;
            let cell = number::read(record.cell(column), self.comma);
            (cell != Cell::Blank).then(|| (column, cell, unit.clone()))
        })
    }

    /// Understands one value, or says why it cannot be.
    fn value(
        &mut self,
        record: &Record,
        row: &Row,
        at: usize,
        cell: &Cell,
        rows: &Rows<'_, '_, '_>,
    ) -> Result<(), Fault> {
        let column = self.table.first + at;
        let Use::Values { about, unit } = &self.table.columns[at].used else {
            return Ok(());
        };
        let text = record.cell(column);
        let fault = |reason: Reason| Fault::at(column, text, reason);
        if about
            .year
            .is_some_and(|year| self.planned.contains(&year.unwrap_or_default()))
        {
            return Err(fault(Reason::NotMeasured {
                figure: Figure::Target,
            }));
        }
        let about = merged(&row.about, about, column, text)?;
        let key = self.key(&about, (column, text), Quantity::Value, rows)?;
        let indicator = &self.taker.lexicon.catalogue.indicators[key.indicator as usize];
        let unit = self.unit(record, row, (at, unit.as_ref()), indicator, &rows.sections)?;
        let value = value::convert(cell, unit.as_ref(), row.factor, indicator).map_err(fault)?;
        self.push(record, row, key, value, column);
        Ok(())
    }

    /// What a value is about, with what the table's surroundings say of all values.
    fn key(
        &mut self,
        about: &About,
        (column, text): (usize, &str),
        quantity: Quantity,
        rows: &Rows<'_, '_, '_>,
    ) -> Result<Key, Fault> {
        let fault = |reason: Reason| Fault::at(column, text, reason);
        let mut about = about.clone();
        about.fill(&rows.sections.at(self.row - self.table.body.start).about);
        if about.indicator.is_none() {
            let (named, _) = self.named.as_ref().ok_or_else(|| fault(Reason::NamelessTable))?;
            about = merged(&about, named, column, text)?;
        }
        about.fill(&self.said);
        let year = match about.year {
            None => return Err(fault(Reason::NoYear)),
            Some(Err(why)) => return Err(fault(words::no_year(why))),
            Some(Ok(year)) => year,
        };
        if let Some(reason) = words::not_measured(&about, Some(year), self.taker.today) {
            return Err(fault(reason));
        }
        let area = self.area(&about, rows).map_err(fault)?;
        let group = Group {
            sex: about.sex,
            residence: about.residence,
            age: about.age.clone().unwrap_or_default(),
        };
        let candidates = &mut self.taker.candidates;
        Ok(Key {
            indicator: about.indicator.map_or(0, |at| at as u32),
            quantity,
            area: candidates.areas.insert_full(area).0 as u32,
            group: candidates.groups.insert_full(group).0 as u32,
            year,
        })
    }

    fn area(&mut self, about: &About, rows: &Rows<'_, '_, '_>) -> Result<String, Reason> {
        let own = || self.taker.lexicon.areas.own().to_owned();
        match (&about.area, &self.table.context.about.area) {
            (Some(AreaSaid::One(area)), _) => Ok(area.clone()),
            // All areas of a table about counties are the plans' own area, unless the title names another.
            (Some(AreaSaid::All), Some(AreaSaid::One(area))) => Ok(area.clone()),
            (Some(AreaSaid::All), _) if rows.names_parts => Ok(own()),
            (Some(AreaSaid::All), _) => Err(Reason::UnknownTotal),
            (None, Some(AreaSaid::One(area))) => Ok(area.clone()),
            (None, _) if rows.names_others => Err(Reason::NoArea),
            // Whose they are is in doubt.
            (None, _) if self.taker.mapping.only_sure => Err(Reason::LeftOut),
            (None, _) => {
                let own = own();
                self.taker.import.log.assumed_area = Some(own.clone());
                self.assumed += 1;
                Ok(own)
            }
        }
    }

    /// The unit of a value: what its row says, then its column, then the lines above the table.
    fn unit(
        &self,
        record: &Record,
        row: &Row,
        (at, of_column): (usize, Option<&Unit>),
        indicator: &Indicator,
        sections: &Sections,
    ) -> Result<Option<Unit>, Fault> {
        if let Some((unit, column)) = row.unit.as_ref().or(row.name_unit.as_ref()) {
            return match value::factor(unit, indicator) {
                Some(_) => Ok(Some(unit.clone())),
                None => {
                    let reason = Reason::unit_mismatch(unit, &indicator.unit);
                    Err(Fault::at(*column, record.cell(*column), reason))
                }
            };
        }
        if let Some(unit) = of_column {
            return Ok(Some(unit.clone()));
        }
        let section = sections.at(self.row - self.table.body.start);
        let of_name = || self.named.as_ref().and_then(|(_, unit)| unit.clone());
        let nameless = row.about.indicator.is_none() && section.about.indicator.is_none();
        if let Some(unit) = section.unit.clone().or_else(|| of_name().filter(|_| nameless)) {
            return Ok(Some(unit));
        }
        let units = &self.table.context.units;
        let values = self
            .table
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| matches!(column.used, Use::Values { .. }));
        let positions: Vec<usize> = values.map(|(at, _)| at).collect();
        let unit = match units.as_slice() {
            [] => None,
            [unit] => Some(unit),
            // Several units in one line stand in the order of the columns; else the one that fits is meant.
            several if several.len() == positions.len() => positions
                .iter()
                .position(|position| *position == at)
                .and_then(|order| several.get(order)),
            several => several
                .iter()
                .find(|unit| value::factor(unit, indicator).is_some()),
        };
        Ok(unit.cloned())
    }

    fn push(&mut self, record: &Record, row: &Row, key: Key, value: f64, column: usize) {
        let candidates = &mut self.taker.candidates;
        let source = candidates.text(row.source_column.map_or("", |column| record.cell(column)));
        let details = row
            .details
            .iter()
            .map(|(column, text)| (*column as u32, candidates.text(text)))
            .collect();
        let details = candidates.details.insert_full(details).0 as u32;
        candidates.all.push(Candidate {
            key,
            value,
            source,
            table: self.number,
            row: self.row as u32,
            column: column as u32,
            details,
            is_break: row.is_break,
            hidden: self.sheet.is_hidden(record.line, column),
        });
    }

    /// The number of cases behind a row's value; it is no value of its own, so it covers no cell.
    fn cases(
        &mut self,
        record: &Record,
        row: &Row,
        (column, cell): (usize, &Cell),
        unit: Option<&Unit>,
        rows: &Rows<'_, '_, '_>,
    ) {
        let text = record.cell(column);
        let counted = cases::count(cell, unit).map_err(|reason| Fault::at(column, text, reason));
        let counted = counted.map(|count| {
            // What is wrong with the row is said about its value.
            let key = self.key(&row.about, (column, text), Quantity::Cases, rows).ok()?;
            Some((key, count?))
        });
        match counted {
            Ok(Some((key, count))) => self.push(record, row, key, count, column),
            Ok(None) => {}
            Err(fault) => self.reject(record, fault, 0),
        }
    }

    fn reject(&mut self, record: &Record, fault: Fault, cells: usize) {
        self.taker.reject(record.line, self.table, fault, cells);
    }

    /// One rejection covers every cell that lacks the same indicator.
    fn reject_nameless(&mut self, cells: usize) {
        let header = self.sheet.records[self.table.header.start].line;
        let nameless = self.taker.nameless(self.table, header);
        self.reject_whole(nameless, cells);
    }

    fn reject_whole(&mut self, rejection: Rejection, cells: usize) {
        match self
            .whole
            .iter_mut()
            .find(|known| known.line == rejection.line && known.reason == rejection.reason)
        {
            Some(known) => known.cells += cells,
            None => self.whole.push(Rejection { cells, ..rejection }),
        }
    }

    fn refuse_column(&mut self, at: usize, reason: Reason) {
        match self.refused.iter_mut().find(|(known, ..)| *known == at) {
            Some((.., cells)) => *cells += 1,
            None => self.refused.push((at, reason, 1)),
        }
    }

    /// One rejection for each column that is refused as a whole, at the header's line.
    fn reject_columns(&mut self) {
        let line = self.sheet.records[self.table.header.start].line;
        for (at, reason, cells) in std::mem::take(&mut self.refused) {
            let column = self.table.first + at;
            let title = self.table.title(column).to_owned();
            self.taker
                .reject(line, self.table, Fault::at(column, &title, reason), cells);
        }
    }

    /// A line that is stored otherwise than the file stands there by mistake.
    fn is_of_the_file(&self, record: &Record) -> Result<(), Fault> {
        match record.first() {
            Some((column, cell)) if self.sheet.other_encoding.contains(&record.line) => Err(Fault {
                column: None,
                ..Fault::at(column, cell, Reason::OtherEncoding)
            }),
            _ => Ok(()),
        }
    }

    /// A cell beyond the header means that an unquoted delimiter has moved the others.
    fn has_no_extra_cells(&self, record: &Record) -> Result<(), Fault> {
        let header = &self.sheet.records[self.table.header.clone()];
        let columns = header.iter().map(Record::width).max().unwrap_or_default();
        match record.cells().skip(columns).find(|cell| !cell.is_empty()) {
            None => Ok(()),
            Some(cell) => Err(Fault {
                column: None,
                cell: Some(cell.to_owned()),
                reason: Reason::ExtraCells {
                    columns,
                    found: record.width(),
                },
            }),
        }
    }

    /// Whether the row heads a section of a sheet: it ends before the values begin, and is about no area and no
    /// indicator that anybody knows. In a text such a row has places for values, left empty.
    fn is_heading(&self, record: &Record, rows: &mut Rows<'_, '_, '_>) -> bool {
        let Some(column) = self.table.keys(crate::import::meaning::Role::Indicator).next() else {
            return false;
        };
        let first_value = self
            .table
            .columns
            .iter()
            .position(|column| column.used.holds_numbers());
        let ends_before = first_value.is_some_and(|at| self.table.first + at >= record.width());
        let has_area = self
            .table
            .keys(crate::import::meaning::Role::Area)
            .any(|area| !record.cell(area).is_empty());
        let known = self
            .taker
            .lexicon
            .meaning(record.cell(column))
            .about
            .indicator
            .is_some();
        let heads = self.table.layout == layout::Layout::Wide
            && self.sheet.name.is_some()
            && ends_before
            && !has_area
            && !known;
        if heads {
            rows.look(record);
        }
        heads
    }

    /// Whether a value stands where the table has its values.
    fn holds_values(&self, record: &Record) -> bool {
        self.table.columns.iter().enumerate().any(|(at, column)| {
            let cell = record.cell(self.table.first + at);
            matches!(column.used, Use::Values { .. })
                && matches!(number::read(cell, self.comma), Cell::Number(..))
                && (self.table.layout == layout::Layout::Tidy
                    || self.taker.lexicon.meaning(cell).about.year.is_none())
        })
    }
}

/// Years over columns that the plan sets targets for and that stand apart from the years before, in a table that
/// goes on to years to come: 2020, 2021, 2022, 2025, 2030 are three years and two targets.
fn planned(table: &Table, taker: &Taker<'_>) -> Vec<Year> {
    let catalogue = taker.lexicon.catalogue;
    let due = [catalogue.midterm, catalogue.deadline];
    let years: Vec<Year> = table
        .columns
        .iter()
        .filter_map(|column| match &column.used {
            Use::Values { about, .. } => about.year?.ok(),
            _ => None,
        })
        .collect();
    let goes_on = years.iter().any(|year| *year > taker.today);
    let apart = |year: &Year| !years.contains(&(year - 1)) && due.contains(year);
    years
        .iter()
        .copied()
        .filter(|year| goes_on && apart(year))
        .collect()
}

/// Why a column is refused as a whole.
fn column_reason(taker: &Taker<'_>, table: &Table, at: usize, used: &Use) -> Reason {
    match used {
        Use::NotMeasured(figure) => Reason::NotMeasured { figure: *figure },
        Use::LeftOut => Reason::LeftOut,
        _ => {
            let title = fold::squeeze(table.title(table.first + at));
            Reason::UnreadableColumn {
                nearest: taker.lexicon.nearest(&title),
            }
        }
    }
}

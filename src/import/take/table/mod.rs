//! One table of values, read row by row into candidates.

mod about;
mod count;
mod refuse;
mod understood;

use crate::catalogue::{Unit, Year};
use crate::import::layout::{self, Table, Use};
use crate::import::log::{Reason, Rejection};
use crate::import::meaning::{About, AreaSaid, Count, Figure};
use crate::import::memo::Memo;
use crate::import::number::{self, Cell, Comma};
use crate::import::remark;
use crate::tabular::{Record, Sheet, has_entity};

use crate::import::take::candidate::{Key, Measure, Shared};
use crate::import::take::row::{Row, Rows};
use crate::import::take::{Fault, Taker, flags, value};
use understood::Understood;

/// A table being read.
pub struct Reading<'t, 'a> {
    taker: &'t mut Taker<'a>,
    sheet: &'t Sheet,
    table: &'t Table,
    comma: Comma,
    /// Whether letters behind its numbers say how they were come by.
    has_flags: bool,
    /// Number of the table in the file.
    number: u32,
    /// The row being read.
    row: usize,
    /// The columns that hold values.
    columns: Vec<Values>,
    /// How many columns the header has, with those of tables beside this one.
    width: usize,
    /// What stands in the columns that hold values, in the row being read.
    cells: Vec<Cell>,
    numbers: Memo<Cell>,
    /// Whether a text means a year.
    years: Memo<bool>,
    /// The columns that hold numbers of cases.
    cases: Vec<(usize, Option<Unit>)>,
    /// The columns that hold the numbers that these are of.
    denominators: Vec<(usize, Option<Unit>)>,
    /// The indicators whose rates are of live births: what stands as 分母 beside them is no other number.
    of_births: Vec<usize>,
    /// What the table's surroundings say that it measures, in which unit.
    named: Option<(About<u32>, Option<u32>)>,
    /// What they say of all values; where, is asked apart.
    said: About<u32>,
    /// Where, as they say.
    area: Option<AreaSaid<u32>>,
    /// The plans' own area.
    own: u32,
    /// The units that they give.
    units: Vec<u32>,
    /// What the headings between the rows say, in which unit.
    sections: Vec<(About<u32>, Option<u32>)>,
    /// One rejection for each thing that a whole table lacks.
    whole: Vec<Rejection>,
    /// Number of values taken for the plans' own area since nothing says whose they are.
    assumed: usize,
    /// Cells of columns that are refused as a whole, by column.
    refused: Vec<(usize, Reason, usize)>,
    /// What the last value was about.
    understood: Option<Understood>,
}

/// A column that holds values.
struct Values {
    /// Its position among the table's columns.
    at: usize,
    /// Its position in the sheet.
    column: usize,
    /// What its titles say about them, in which unit; none where it is refused as a whole.
    said: Option<(About<u32>, Option<u32>)>,
    /// The year, where its titles say that alone.
    year: Option<Year>,
    /// Whether its titles say nothing about them.
    is_silent: bool,
    /// Its order among those that are not refused.
    order: usize,
    /// Whether it is of a year of the plan rather than of measurements.
    is_planned: bool,
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
        let cells = values.flat_map(|(at, _)| body.iter().map(move |record| (record, table.first + at)));
        let texts = cells.clone().map(|(record, column)| record.cell(column));
        let comma = Comma::used_in(sheet.delimiter, texts);
        // Nothing stands behind what is kept as a decimal number.
        let words = cells.filter(|(record, column)| record.content(*column).word().is_some());
        let has_flags = flags::used_in(words.map(|(record, column)| record.cell(column)), comma);
        let columns = values_of(taker, table);
        let header = &sheet.records[table.header.clone()];
        let of = |is: fn(&Use) -> Option<&Option<Unit>>| -> Vec<(usize, Option<Unit>)> {
            let columns = (table.first..).zip(&table.columns);
            let of = columns.filter_map(|(at, column)| Some((at, is(&column.used)?.clone())));
            of.collect()
        };
        let cases = of(|used| match used {
            Use::Cases(unit) => Some(unit),
            _ => None,
        });
        let denominators = of(|used| match used {
            Use::Denominators(unit) => Some(unit),
            _ => None,
        });
        let named = taker.named(table).ok();
        let candidates = &mut taker.candidates;
        let named = named.map(|(about, unit)| {
            let unit = unit.map(|unit| candidates.units.number(&unit));
            (candidates.numbered(&about), unit)
        });
        let surroundings = candidates.numbered(&table.context.about);
        let own = candidates.area(taker.lexicon.areas.own());
        let units = table
            .context
            .units
            .iter()
            .map(|unit| candidates.units.number(unit));
        Reading {
            units: units.collect(),
            sheet,
            table,
            comma,
            has_flags,
            number,
            row: 0,
            columns,
            // A table without titles is as wide as its columns.
            width: header
                .iter()
                .map(Record::width)
                .max()
                .unwrap_or(table.columns.len()),
            cells: Vec::new(),
            numbers: Memo::default(),
            years: Memo::default(),
            cases,
            denominators,
            of_births: taker.lexicon.of_births(),
            named,
            said: About {
                area: None,
                ..surroundings
            },
            area: surroundings.area,
            own,
            sections: Vec::new(),
            whole: Vec::new(),
            assumed: 0,
            refused: Vec::new(),
            understood: None,
            taker,
        }
    }

    /// Reads every row.
    pub fn run(mut self) {
        let body = &self.sheet.records[self.table.body.clone()];
        let lexicon = self.taker.lexicon;
        let mut rows = Rows::new(lexicon, self.table, body, self.comma);
        let candidates = &mut self.taker.candidates;
        let sections = rows.sections.all().iter().map(|section| {
            let unit = section.unit.as_ref().map(|unit| candidates.units.number(unit));
            (candidates.numbered(&section.about), unit)
        });
        self.sections = sections.collect();
        for (at, column) in self.table.columns.iter().enumerate() {
            if column.used == (Use::Dimension { sure: true }) {
                let column = (self.table.first + at) as u32;
                self.taker.candidates.dimensions.insert((self.number, column));
            }
        }
        self.taker.candidates.all.reserve(body.len() * self.columns.len());
        let start = self.taker.import.log.rejected.len();
        let loses_characters = body.iter().any(Record::has_lost_characters);
        let mut after_remark = false;
        for (at, record) in body.iter().enumerate() {
            self.row = self.table.body.start + at;
            self.taker.watched.at(self.row);
            let rejected = self.taker.import.log.rejected.len();
            self.read_numbers(record);
            let holds_values = self.holds_values(record);
            let is_remark = !holds_values && remark::is_remark(record, after_remark);
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
            if loses_characters && self.taker.import.log.rejected.len() == rejected && self.table.first == 0 {
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

    /// Reads what stands in the columns that hold values.
    fn read_numbers(&mut self, record: &Record) {
        self.cells.clear();
        for values in &self.columns {
            let content = record.content(values.column);
            let (has_flags, comma) = (self.has_flags, self.comma);
            // Nothing stands behind a decimal number, and there are as many as values.
            if comma == Comma::Thousands
                && let Some(number) = record.decimal(values.column)
            {
                self.cells.push(Cell::Number(number, None));
                continue;
            }
            let read = || {
                let text = record.cell(values.column);
                let flagged = has_flags.then(|| flags::split(text)).flatten();
                number::read(flagged.map_or(text, |(number, _)| number), comma)
            };
            self.cells.push(self.numbers.of(content, read));
        }
    }

    fn record(&mut self, record: &Record, rows: &mut Rows<'_, '_, '_>) {
        let mut filled = 0;
        for at in 0..self.columns.len() {
            self.taker.import.log.cells += 1;
            let (column, is_refused) = (self.columns[at].column, self.columns[at].said.is_none());
            match &self.cells[at] {
                Cell::Blank if self.sheet.no_result.contains(&(record.line, column)) => {
                    self.reject(record, Fault::at(column, "", Reason::NoResult), 1);
                }
                Cell::Blank => self.taker.import.log.blank += 1,
                _ if is_refused => self.refuse_column(self.columns[at].at),
                _ => filled += 1,
            }
        }
        let cases = self.counted(record, &self.cases);
        let sound = self
            .has_no_extra_cells(record)
            .and_then(|()| self.is_of_the_file(record))
            .and_then(|()| self.has_no_entities(record, filled));
        if let Err(fault) = sound {
            return self.reject(record, fault, filled);
        }
        if filled == 0 && cases.is_none() {
            rows.look(record);
            return;
        }
        if !self.table.missing.is_empty() {
            let line = self.sheet.records[self.table.header.start].line;
            let missing = self.table.missing.clone();
            return self.reject_whole(Rejection::at(line, Reason::MissingColumns { missing }), filled);
        }
        if let Some(rejection) = self.unfit(record) {
            return self.reject_whole(rejection, filled);
        }
        if let Err(fault) = self.unfit_by_heading(record, rows) {
            return self.reject(record, fault, filled);
        }
        match rows.read(record, &mut self.taker.candidates) {
            Ok(row) => {
                self.values(record, &row, rows);
                if let Some((column, cell, unit)) = cases {
                    self.cases(record, &row, (column, &cell, Measure::Cases), unit.as_ref(), rows);
                }
                if let Some((column, cell, unit)) = self.counted(record, &self.denominators) {
                    self.cases(
                        record,
                        &row,
                        (column, &cell, Measure::Births),
                        unit.as_ref(),
                        rows,
                    );
                }
            }
            Err(fault) => self.reject(record, fault, filled),
        }
    }

    /// Understands each value of a row, or says why it cannot be.
    fn values(&mut self, record: &Record, row: &Row, rows: &Rows<'_, '_, '_>) {
        let mut nameless = 0;
        for at in 0..self.columns.len() {
            if self.columns[at].said.is_none() || self.cells[at] == Cell::Blank {
                continue;
            }
            match self.value(record, row, at, rows) {
                Err(fault) if fault.reason == Reason::NamelessTable => nameless += 1,
                Err(fault) => self.reject(record, fault, 1),
                Ok(()) => {}
            }
        }
        if nameless > 0 {
            self.reject_nameless(nameless);
        }
    }

    /// Understands one value, or says why it cannot be.
    fn value(&mut self, record: &Record, row: &Row, at: usize, rows: &Rows<'_, '_, '_>) -> Result<(), Fault> {
        let column = self.columns[at].column;
        if self.columns[at].is_planned {
            let figure = Figure::Target;
            return Err(Fault::at(
                column,
                record.cell(column),
                Reason::NotMeasured { figure },
            ));
        }
        let (key, unit) = match self.in_another_year(&self.columns[at]) {
            Some(known) => known,
            None => {
                let about = self.said_of(record, row, &self.columns[at])?;
                let (key, unit) = self.understand(&about, (record, row), at, rows)?;
                if about.count == Some(Count::Denominator) && !self.is_of_births(key.subject.indicator) {
                    // What other rates are of is nothing to compute from, and nothing to take.
                    self.taker.import.log.cells -= 1;
                    return Ok(());
                }
                (key, unit)
            }
        };
        if key.subject.measure != Measure::Value {
            return self.count(record, row, key, at);
        }
        let indicator = &self.taker.lexicon.catalogue.indicators[key.subject.indicator as usize];
        let units = &self.taker.candidates.units;
        let unit = unit.map(|(unit, factor)| (units.get(unit), factor));
        let value = value::convert(&self.cells[at], unit, row.factor, indicator).map_err(|reason| {
            let text = record.cell(column);
            match reason {
                // `&lt;5` is no 5.
                Reason::NotANumber if has_entity(text) => Fault::at(column, text, Reason::Entities),
                reason => Fault::at(column, text, reason),
            }
        })?;
        let is_break = row.is_break || self.breaks(record, column)?;
        let shared = Shared {
            is_break,
            ..self.shared(record, row, key, column)
        };
        self.push(record, shared, key, value, column);
        Ok(())
    }

    /// What a value shares with others.
    fn shared(&self, record: &Record, row: &Row, key: Key, column: usize) -> Shared {
        Shared {
            subject: key.subject,
            source: row.source,
            table: self.number,
            details: row.details,
            is_break: row.is_break,
            hidden: self.sheet.is_hidden(record.line, column),
            is_count: false,
        }
    }

    fn push(&mut self, record: &Record, shared: Shared, key: Key, value: f64, column: usize) {
        let place = (record.line, column as u32);
        self.taker.candidates.push(shared, key.year, value, place);
    }

    /// Whether the row heads a section of a sheet: it ends before the values begin, and is about no area and no
    /// indicator that anybody knows. In a text such a row has places for values, left empty.
    fn is_heading(&self, record: &Record, rows: &mut Rows<'_, '_, '_>) -> bool {
        if self.table.layout != layout::Layout::Wide || self.sheet.name.is_none() {
            return false;
        }
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
        let heads = ends_before && !has_area && !known;
        if heads {
            rows.look(record);
        }
        heads
    }

    /// Whether a value stands where the table has its values.
    fn holds_values(&mut self, record: &Record) -> bool {
        let is_tidy = self.table.layout == layout::Layout::Tidy;
        let (lexicon, years) = (self.taker.lexicon, &mut self.years);
        let mut is_year = |column| {
            let content = record.content(column);
            // What is kept as a decimal number is no year.
            let means_year = || lexicon.meaning(record.cell(column)).about.year.is_some();
            content.word().is_some() && years.of(content, means_year)
        };
        self.columns.iter().zip(&self.cells).any(|(values, cell)| {
            values.said.is_some() && matches!(cell, Cell::Number(..)) && (is_tidy || !is_year(values.column))
        })
    }
}

/// The columns of a table that hold values.
fn values_of(taker: &mut Taker<'_>, table: &Table) -> Vec<Values> {
    let planned = planned(table, taker);
    let candidates = &mut taker.candidates;
    let mut order = 0;
    let holds_values = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.used.holds_values());
    let values = |(at, column): (usize, &layout::Column)| {
        let mut values = Values {
            at,
            column: table.first + at,
            said: None,
            year: None,
            is_silent: false,
            order,
            is_planned: false,
        };
        if let Use::Values { about, unit } = &column.used {
            let unit = unit.as_ref().map(|unit| candidates.units.number(unit));
            values.said = Some((candidates.numbered(about), unit));
            values.is_silent = about.is_empty();
            values.year = about.year_alone();
            values.is_planned = about
                .year
                .is_some_and(|year| planned.contains(&year.unwrap_or_default()));
            order += 1;
        }
        values
    };
    holds_values.map(values).collect()
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

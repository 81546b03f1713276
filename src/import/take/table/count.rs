//! Numbers of a table that are no values: cases behind them, counts that rates are computed from, and what the letters
//! behind a number say of it.

use super::Reading;
use crate::catalogue::Unit;
use crate::import::log::Reason;
use crate::import::meaning::Figure;
use crate::import::number::{self, Cell};
use crate::import::take::candidate::{Key, Measure, Shared};
use crate::import::take::row::{Row, Rows};
use crate::import::take::words::{self, Status};
use crate::import::take::{Fault, cases, flags};
use crate::tabular::Record;

impl Reading<'_, '_> {
    /// The first of some columns with a count in a row: the column, what stands there, its unit.
    pub(super) fn counted(
        &self,
        record: &Record,
        columns: &[(usize, Option<Unit>)],
    ) -> Option<(usize, Cell, Option<Unit>)> {
        columns.iter().find_map(|(column, unit)| {
            let cell = number::read(record.cell(*column), self.comma);
            (cell != Cell::Blank).then(|| (*column, cell, unit.clone()))
        })
    }

    /// Whether an indicator is a rate of live births.
    pub(super) fn is_of_births(&self, indicator: u32) -> bool {
        self.of_births.contains(&(indicator as usize))
    }

    /// The number of cases behind a row's value, or what they are of; it is no value of its own, so it covers no cell.
    pub(super) fn cases(
        &mut self,
        record: &Record,
        row: &Row,
        (column, cell, measure): (usize, &Cell, Measure),
        unit: Option<&Unit>,
        rows: &Rows<'_, '_, '_>,
    ) {
        let text = record.cell(column);
        let counted = cases::count(cell, unit).map_err(|reason| Fault::at(column, text, reason));
        let counted = counted.map(|count| {
            // What is wrong with the row is said about its value.
            let key = self
                .key(&row.about, (record, column), (measure, row.area_of_source), rows)
                .ok()?;
            // 分母 beside a rate of something else, or beside a count, is no number of live births.
            let fits = measure == Measure::Cases
                || key.subject.measure == measure && self.is_of_births(key.subject.indicator);
            fits.then_some((key, count?))
        });
        match counted {
            Ok(Some((key, count))) => {
                let shared = self.shared(record, row, key, column);
                self.push(record, shared, key, count, column);
            }
            Ok(None) => {}
            Err(fault) => self.reject(record, fault, 0),
        }
    }

    /// Understands a count that stands where values do. It is none of them, whatever comes of it.
    pub(super) fn count(&mut self, record: &Record, row: &Row, key: Key, at: usize) -> Result<(), Fault> {
        let column = self.columns[at].column;
        let of_column = self.columns[at].said.and_then(|(_, unit)| unit);
        let units = &self.taker.candidates.units;
        // Beside 婴儿死亡率(‰) the unit is that of the rate, and of no count.
        let of_rate = |unit: &u32| row.about.count.is_none() && !cases::counts(units.get(*unit));
        let of_row = row.unit.or(row.name_unit).map(|(unit, _)| unit);
        let stated = of_row.filter(|unit| !of_rate(unit)).or(of_column);
        let of_table = self.units.first().copied().filter(|_| self.units.len() == 1);
        let of_table = of_table.filter(|unit| cases::counts(units.get(*unit)));
        let unit = stated.or(of_table).map(|unit| units.get(unit));
        let fault = |reason: Reason| Fault::at(column, record.cell(column), reason);
        let cell = match &self.cells[at] {
            Cell::Number(number, sign) => Cell::Number(number * row.factor, sign.clone()),
            other => other.clone(),
        };
        if let Some(count) = cases::count(&cell, unit).map_err(fault)? {
            self.taker.import.log.cells -= 1;
            let shared = Shared {
                is_count: true,
                ..self.shared(record, row, key, column)
            };
            self.push(record, shared, key, count, column);
        }
        Ok(())
    }

    /// Whether the letters behind a number say that its series begins anew; a forecast is no value.
    pub(super) fn breaks(&self, record: &Record, column: usize) -> Result<bool, Fault> {
        if !self.has_flags {
            return Ok(false);
        }
        let text = record.cell(column);
        match flags::split(text).and_then(|(_, letters)| words::status(letters)) {
            Some(Status::Break) => Ok(true),
            Some(Status::Forecast) => {
                let figure = Figure::Target;
                Err(Fault::at(column, text, Reason::NotMeasured { figure }))
            }
            None => Ok(false),
        }
    }
}

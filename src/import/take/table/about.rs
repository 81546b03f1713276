//! What one value is about, by its row, its column, the headings above it and the table's surroundings.

use super::Reading;
use crate::import::layout::Use;
use crate::import::log::Reason;
use crate::import::meaning::{About, AreaSaid, Count};
use crate::import::take::candidate::{Key, Measure, Subject};
use crate::import::take::row::{Row, Rows, merged};
use crate::import::take::{Fault, words};
use crate::tabular::Record;

impl<'t> Reading<'t, '_> {
    /// What a value is about, with what the table's surroundings say of all values.
    pub(super) fn key(
        &mut self,
        about: &About<u32>,
        (record, column): (&Record, usize),
        (measure, of_source): (Measure, Option<u32>),
        rows: &Rows<'_, '_, '_>,
    ) -> Result<Key, Fault> {
        let fault = |reason: Reason| Fault::at(column, record.cell(column), reason);
        let mut about = *about;
        about.fill(&self.section(rows).0);
        if about.count == Some(Count::Births) {
            about.indicator = self.taker.lexicon.births_of();
        }
        if about.indicator.is_none() {
            let (named, _) = self.named.as_ref().ok_or_else(|| fault(Reason::NamelessTable))?;
            about = merged(&about, named, column, record.cell(column))?;
        }
        about.fill(&self.said);
        let year = match about.year {
            None => return Err(fault(Reason::NoYear)),
            Some(Err(why)) => {
                // What is quoted is the title that says so, if it is one.
                let title = self.period_of(column);
                let cell = title.unwrap_or_else(|| record.cell(column));
                return Err(Fault::at(column, cell, words::no_year(why)));
            }
            Some(Ok(year)) => year,
        };
        if let Some(reason) = words::not_measured(about.figure, Some(year), self.taker.today) {
            return Err(fault(reason));
        }
        let area = self.area(about.area, of_source, rows);
        // Nothing in the cell is to blame for an area that nobody names.
        let blamed = |reason: &Reason| match reason {
            Reason::NoArea => "",
            _ => record.cell(column),
        };
        let area = area.map_err(|reason| Fault::at(column, blamed(&reason), reason))?;
        let subject = Subject {
            indicator: about.indicator.map_or(0, |at| at as u32),
            measure: match about.count {
                None => measure,
                Some(Count::Cases) => Measure::Cases,
                Some(Count::Births | Count::Denominator) => Measure::Births,
            },
            area,
            group: self.taker.candidates.group(&about),
        };
        Ok(Key { subject, year })
    }

    /// The title of a column that names a period that is no year.
    fn period_of(&self, column: usize) -> Option<&'t str> {
        let of = column
            .checked_sub(self.table.first)
            .and_then(|at| self.table.columns.get(at))?;
        let is_period = matches!(&of.used, Use::Values { about, .. } if matches!(about.year, Some(Err(_))));
        is_period.then_some(of.title.as_str())
    }

    /// Which of the sections the row stands in.
    pub(super) fn section_at(&self, rows: &Rows<'_, '_, '_>) -> usize {
        rows.sections.of(self.row - self.table.body.start)
    }

    /// What the headings above the row say.
    fn section(&self, rows: &Rows<'_, '_, '_>) -> (About<u32>, Option<u32>) {
        self.sections[self.section_at(rows)]
    }

    fn area(
        &mut self,
        said: Option<AreaSaid<u32>>,
        of_source: Option<u32>,
        rows: &Rows<'_, '_, '_>,
    ) -> Result<u32, Reason> {
        let of_source = of_source.map(AreaSaid::One);
        match (said, self.area.or(of_source)) {
            (Some(AreaSaid::One(area)), _) => Ok(area),
            // All areas of a table about counties are the plans' own area, unless the title names another.
            (Some(AreaSaid::All), Some(AreaSaid::One(area))) => Ok(area),
            (Some(AreaSaid::All), _) if rows.names.parts => Ok(self.own),
            (Some(AreaSaid::All), _) => Err(Reason::UnknownTotal),
            (None, Some(AreaSaid::One(area))) => Ok(area),
            (None, _) if rows.names.others || self.table.context.several_areas => Err(Reason::NoArea),
            // Whose they are is in doubt.
            (None, _) if self.taker.mapping.only_sure => Err(Reason::LeftOut),
            (None, _) => {
                self.assumed += 1;
                let assumed = &mut self.taker.import.log.assumed_area;
                assumed.get_or_insert_with(|| self.taker.lexicon.areas.own().to_owned());
                Ok(self.own)
            }
        }
    }

    /// The unit of a value: what its row says, then its column, then the lines above the table.
    pub(super) fn unit(
        &mut self,
        record: &Record,
        row: &Row,
        (order, of_column): (usize, Option<u32>),
        position: usize,
        rows: &Rows<'_, '_, '_>,
    ) -> Result<Option<u32>, Fault> {
        let indicator = &self.taker.lexicon.catalogue.indicators[position];
        let (_, of_section) = self.section(rows);
        let nameless = row.about.indicator.is_none() && self.section(rows).0.indicator.is_none();
        let units = &mut self.taker.candidates.units;
        if let Some((unit, column)) = row.unit.or(row.name_unit) {
            return match units.factor(unit, position, indicator) {
                Some(_) => Ok(Some(unit)),
                None => {
                    let reason = Reason::unit_mismatch(units.get(unit), &indicator.unit);
                    Err(Fault::at(column, record.cell(column), reason))
                }
            };
        }
        let of_name = || {
            self.named
                .as_ref()
                .filter(|_| nameless)
                .and_then(|(_, unit)| *unit)
        };
        if let Some(unit) = of_column.or(of_section).or_else(of_name) {
            return Ok(Some(unit));
        }
        let all = self.columns.iter().filter(|values| values.said.is_some()).count();
        Ok(match self.units.as_slice() {
            [] => None,
            [unit] => Some(*unit),
            // Several units in one line stand in the order of the columns; else the one that fits is meant.
            several if several.len() == all => several.get(order).copied(),
            several => several
                .iter()
                .copied()
                .find(|unit| units.factor(*unit, position, indicator).is_some()),
        })
    }
}

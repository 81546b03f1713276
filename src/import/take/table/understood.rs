//! What a value is about and in which unit, kept for the next one: it is mostly about the same in another year, and then
//! nothing of it is worked out again.

use super::{Reading, Values};
use crate::catalogue::Year;
use crate::import::meaning::About;
use crate::import::take::Fault;
use crate::import::take::candidate::{Key, Measure};
use crate::import::take::row::{Row, Rows, merged};
use crate::tabular::Record;

/// A unit by its number, and what a value in it is multiplied with, if it can be.
pub type InUnit = Option<(u32, Option<f64>)>;

/// What the last value was about, by what its row, its column and the headings said.
pub struct Understood {
    said: Said,
    /// With its own year.
    key: Key,
    unit: InUnit,
    /// The row of the value, where its column says the year alone: its other columns of years are about the same.
    row: Option<usize>,
}

/// What is said of a value, but for the year.
#[derive(Clone, Copy, PartialEq)]
struct Said {
    about: About<u32>,
    section: usize,
    of_source: Option<u32>,
    of_row: [Option<(u32, usize)>; 2],
    of_column: Option<u32>,
    /// Where several units stand in one line, they do in the order of the columns.
    order: usize,
}

impl Reading<'_, '_> {
    /// What a value is about that stands in a column of a year, as the one before it in its row does.
    pub(super) fn in_another_year(&self, values: &Values) -> Option<(Key, InUnit)> {
        let known = self.understood.as_ref()?;
        let year = values.year.filter(|year| self.has_passed(*year))?;
        let of_column = values.said.and_then(|(_, unit)| unit);
        let is_alike = known.row == Some(self.row) && known.said.of_column == of_column;
        let subject = known.key.subject;
        is_alike.then_some((Key { subject, year }, known.unit))
    }

    /// What a row and a column say together.
    pub(super) fn said_of(&self, record: &Record, row: &Row, values: &Values) -> Result<About<u32>, Fault> {
        let own = values.said.map_or_else(About::default, |(about, _)| about);
        match values.year {
            Some(year) if row.about.year.is_none() => Ok(About {
                year: Some(Ok(year)),
                ..row.about
            }),
            None if values.is_silent => Ok(row.about),
            _ => {
                let mut about = row.about;
                // 1-6月 is no year, whichever the row names.
                if matches!(own.year, Some(Err(_))) {
                    about.year = None;
                }
                merged(&about, &own, values.column, record.cell(values.column))
            }
        }
    }

    /// What a value is about, and its unit, by what is said of it.
    pub(super) fn understand(
        &mut self,
        about: &About<u32>,
        (record, row): (&Record, &Row),
        at: usize,
        rows: &Rows<'_, '_, '_>,
    ) -> Result<(Key, InUnit), Fault> {
        let Values {
            column,
            order,
            said,
            year: of_title,
            ..
        } = self.columns[at];
        let of_column = said.and_then(|(_, unit)| unit);
        let said = Said {
            about: About { year: None, ..*about },
            section: self.section_at(rows),
            of_source: row.area_of_source,
            of_row: [row.unit, row.name_unit],
            of_column,
            order: if self.units.len() > 1 { order } else { 0 },
        };
        let year = about
            .year
            .and_then(Result::ok)
            .filter(|year| self.has_passed(*year));
        if let (Some(known), Some(year)) = (&self.understood, year)
            && known.said == said
        {
            return Ok((Key { year, ..known.key }, known.unit));
        }
        let assumed = self.assumed;
        let of_source = row.area_of_source;
        let key = self.key(about, (record, column), (Measure::Value, of_source), rows)?;
        if key.subject.measure != Measure::Value {
            return Ok((key, None));
        }
        let position = key.subject.indicator as usize;
        let unit = self.unit(record, row, (order, of_column), position, rows)?;
        let indicator = &self.taker.lexicon.catalogue.indicators[position];
        let units = &mut self.taker.candidates.units;
        let unit = unit.map(|unit| (unit, units.factor(unit, position, indicator)));
        // Values whose area is assumed are counted one by one.
        let is_told = year.is_some() && assumed == self.assumed;
        let in_row = of_title.is_some() && row.about.year.is_none() && self.units.len() <= 1;
        let row = in_row.then_some(self.row);
        self.understood = is_told.then_some(Understood { said, key, unit, row });
        Ok((key, unit))
    }

    fn has_passed(&self, year: Year) -> bool {
        year <= self.taker.today
    }
}

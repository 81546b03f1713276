//! When the values of a row are of: its own cell, or the one above where merged cells lost their text.

use super::{Row, Rows, merged};
use crate::import::layout::Use;
use crate::import::log::Reason;
use crate::import::meaning::{Figure, Role, is_of_part_of_year, period};
use crate::import::take::Fault;
use crate::import::take::candidate::Candidates;
use crate::import::take::words::no_year;
use crate::tabular::Record;

impl Rows<'_, '_, '_> {
    pub(super) fn year(
        &mut self,
        record: &Record,
        row: &mut Row,
        candidates: &mut Candidates,
    ) -> Result<(), Fault> {
        self.is_of_a_whole_year(record)?;
        let Some((column, text)) = self.best(record, Role::Year, |text| period(text).is_ok()) else {
            return Ok(());
        };
        if !text.is_empty() {
            self.year_above = Some((record.clone(), column));
        }
        let is_above = text.is_empty() && self.year_leads(record, column);
        let above = self.year_above.clone().filter(|_| is_above);
        let (content, text) = match &above {
            Some((above, column)) => (above.content(*column), above.cell(*column)),
            None => (record.content(column), text),
        };
        let lexicon = self.lexicon;
        let read = self.known.years.of(content, || {
            let meaning = lexicon.meaning(text);
            let year = match (period(text), meaning.about.year) {
                (Ok(year), _) => year,
                // A base value in a column of years is of the plan, and says twice when.
                (Err(_), Some(Ok(year)))
                    if !meaning.unknown && meaning.about.figure != Some(Figure::Base) =>
                {
                    year
                }
                (Err(why), _) => return Err(why),
            };
            let mut about = candidates.numbered(&meaning.about);
            about.year = Some(Ok(year));
            Ok(about)
        });
        let about = read.map_err(|why| Fault::at(column, text, no_year(why)))?;
        row.about = merged(&row.about, &about, column, text)?;
        Ok(())
    }

    /// 一季度 in a column beside that of the year makes a value one of a part of it.
    fn is_of_a_whole_year(&mut self, record: &Record) -> Result<(), Fault> {
        let of_year = self.keys.iter().find(|(role, _)| *role == Role::Year);
        let columns = of_year.map_or(&[][..], |(_, columns)| columns);
        // What is alone is read as a year.
        let mut several = columns.iter().filter(|_| columns.len() > 1);
        let parts = &mut self.known.parts_of_year;
        let part = several.find(|column| {
            parts.of(record.content(**column), || {
                is_of_part_of_year(record.cell(**column))
            })
        });
        part.map_or(Ok(()), |column| {
            Err(Fault::at(*column, record.cell(*column), Reason::OtherPeriod))
        })
    }

    /// Whether the year stands left of everything else that a row says: a blank one is then the one above, since merged
    /// cells lose their text below the first row when they are saved as CSV.
    fn year_leads(&self, record: &Record, column: usize) -> bool {
        let keys = self.keys.iter().flat_map(|(_, columns)| columns);
        let said = self.others.iter().filter(|(_, used)| *used == Use::Said);
        let mut says = keys.chain(said.map(|(column, _)| column));
        says.all(|other| *other >= column) && self.says_more(record, Role::Year)
    }
}

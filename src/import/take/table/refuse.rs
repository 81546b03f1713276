//! What is refused of a table: a cell, a row, a column, or all of it at once.

use super::Reading;
use crate::import::layout::{Column, Table, Unfit, Use};
use crate::import::log::{Reason, Rejection};
use crate::import::meaning::{Role, is_part_of_year};
use crate::import::take::row::Rows;
use crate::import::take::{Fault, Taker};
use crate::tabular::{Content, Record, fold, has_entity};

impl Reading<'_, '_> {
    pub(super) fn reject(&mut self, record: &Record, fault: Fault, cells: usize) {
        self.taker.reject(record.line, self.table, fault, cells);
    }

    /// One rejection covers every cell that lacks the same indicator.
    pub(super) fn reject_nameless(&mut self, cells: usize) {
        let header = self.sheet.records[self.table.header.start].line;
        let nameless = self.taker.nameless(self.table, header);
        self.reject_whole(nameless, cells);
    }

    pub(super) fn reject_whole(&mut self, rejection: Rejection, cells: usize) {
        match self
            .whole
            .iter_mut()
            .find(|known| known.line == rejection.line && known.reason == rejection.reason)
        {
            Some(known) => known.cells += cells,
            None => self.whole.push(Rejection { cells, ..rejection }),
        }
    }

    /// The rejection of a table whose figures are none that were measured of a year, by what stands around it. Where
    /// columns say themselves which figures are measured, a title such as 目标任务 says nothing of these; and a row may be of
    /// the people that the title names.
    pub(super) fn unfit(&self, record: &Record) -> Option<Rejection> {
        let unfit = self.table.context.unfit.as_ref();
        let Unfit { reason, text, line } = unfit.filter(|unfit| !unfit.spares(record))?;
        let says_figure = |column: &Column| match &column.used {
            Use::Values { about, .. } => about.figure.is_some(),
            used => matches!(used, Use::NotMeasured(_) | Use::Key(Role::Figure)),
        };
        let is_told =
            matches!(reason, Reason::NotMeasured { .. }) && self.table.columns.iter().any(says_figure);
        (!is_told).then(|| Rejection {
            line: *line,
            cell: Some(fold::shorten(text, Rejection::LONGEST_CELL)),
            ..Rejection::of_file(reason.clone())
        })
    }

    /// Why a row below a heading is of no whole year, or of some people alone.
    pub(super) fn unfit_by_heading(&self, record: &Record, rows: &Rows<'_, '_, '_>) -> Result<(), Fault> {
        let unfit = rows.sections.all()[self.section_at(rows)].unfit.as_ref();
        match unfit.filter(|unfit| !unfit.spares(record)) {
            Some(Unfit { reason, text, .. }) => Err(Fault {
                column: None,
                cell: Some(text.clone()),
                reason: reason.clone(),
            }),
            None => Ok(()),
        }
    }

    pub(super) fn refuse_column(&mut self, at: usize) {
        match self.refused.iter_mut().find(|(known, ..)| *known == at) {
            Some((.., cells)) => *cells += 1,
            None => {
                let reason = column_reason(self.taker, self.table, at);
                self.refused.push((at, reason, 1));
            }
        }
    }

    /// One rejection for each column that is refused as a whole, at the header's line.
    pub(super) fn reject_columns(&mut self) {
        let line = self.sheet.records[self.table.header.start].line;
        for (at, reason, cells) in std::mem::take(&mut self.refused) {
            let column = self.table.first + at;
            let title = self.table.title(column).to_owned();
            self.taker
                .reject(line, self.table, Fault::at(column, &title, reason), cells);
        }
    }

    /// A line that is stored otherwise than the file stands there by mistake.
    pub(super) fn is_of_the_file(&self, record: &Record) -> Result<(), Fault> {
        if self.sheet.other_encoding.is_empty() {
            return Ok(());
        }
        match record.first() {
            Some((column, cell)) if self.sheet.other_encoding.contains(&record.line) => Err(Fault {
                column: None,
                ..Fault::at(column, cell, Reason::OtherEncoding)
            }),
            _ => Ok(()),
        }
    }

    /// A cell beside values that a web page has left its entities in is no text that anybody wrote. Remarks, codes and
    /// sources may have some; of values each cell answers for itself.
    pub(super) fn has_no_entities(&self, record: &Record, values: usize) -> Result<(), Fault> {
        let matters = |column: &usize| {
            let at = column.checked_sub(self.table.first);
            let used = at
                .and_then(|at| self.table.columns.get(at))
                .map(|column| &column.used);
            used.is_some_and(|used| {
                !matches!(used, Use::Ignored | Use::Key(Role::Source)) && !used.holds_values()
            })
        };
        match record.entities().filter(|_| values > 0).find(matters) {
            Some(column) => Err(Fault::at(column, record.cell(column), Reason::Entities)),
            None => Ok(()),
        }
    }

    /// A cell beyond the header means that an unquoted delimiter has moved the others.
    pub(super) fn has_no_extra_cells(&self, record: &Record) -> Result<(), Fault> {
        let columns = self.width;
        let mut behind = record.contents().iter().skip(columns);
        match behind.position(|cell| *cell != Content::EMPTY) {
            None => Ok(()),
            Some(at) => Err(Fault {
                column: None,
                cell: Some(record.cell(columns + at).to_owned()),
                reason: Reason::ExtraCells {
                    columns,
                    found: record.width(),
                },
            }),
        }
    }
}

/// Why a column is refused as a whole.
fn column_reason(taker: &Taker<'_>, table: &Table, at: usize) -> Reason {
    match &table.columns[at].used {
        Use::Unreadable if has_entity(&table.columns[at].title) => Reason::Entities,
        Use::NotMeasured(figure) => Reason::NotMeasured { figure: *figure },
        Use::LeftOut => Reason::LeftOut,
        Use::Unreadable if is_part_of_year(&table.columns[at].title) => Reason::OtherPeriod,
        _ => {
            let title = fold::squeeze(table.title(table.first + at));
            Reason::UnreadableColumn {
                nearest: taker.lexicon.nearest(&title),
            }
        }
    }
}

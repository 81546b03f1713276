//! What a row says besides what its values are about: the unit, the source, the multiplier, and what may be groups.

use super::{KEYS, Row, Rows, merged};
use crate::catalogue::Unit;
use crate::import::layout::{Table, Use};
use crate::import::log::Reason;
use crate::import::meaning::{Figure, Role, is_known_unit, is_of_part_of_year, label, role};
use crate::import::memo::Memo;
use crate::import::take::Fault;
use crate::import::take::candidate::Candidates;
use crate::import::take::words::{Status, is_deletion, is_left_out, is_whole_year, power_of_ten, status};
use crate::tabular::{Content, Record};

impl Rows<'_, '_, '_> {
    /// The unit, the source, the multiplier, and what may be groups.
    pub(super) fn others(
        &mut self,
        record: &Record,
        row: &mut Row,
        candidates: &mut Candidates,
    ) -> Result<(), Fault> {
        self.details.clear();
        for at in 0..self.others.len() {
            let (column, ref used) = self.others[at];
            let content = record.content(column);
            let text = || record.cell(column);
            match used {
                Use::Key(Role::Unit) if row.unit.is_none() => {
                    let unit = self.known.units.of(content, || unit(text(), candidates));
                    row.unit = unit.map(|unit| (unit, column));
                }
                Use::Key(Role::Source) => {
                    row.source = self.known.texts.of(content, || candidates.text(text()));
                    let areas = &self.lexicon.areas;
                    row.area_of_source = self.known.publishers.of(content, || {
                        areas.of_source(text()).map(|area| candidates.area(&area))
                    });
                }
                Use::Key(Role::Multiplier) if content != Content::EMPTY => {
                    let power = power_of_ten(text());
                    let power = power.ok_or_else(|| Fault::at(column, text(), Reason::NotANumber))?;
                    row.factor = 10f64.powi(power);
                }
                Use::Key(Role::Status) => match self.known.statuses.of(content, || status(text())) {
                    Some(Status::Break) => row.is_break = true,
                    Some(Status::Forecast) => {
                        let figure = Figure::Target;
                        return Err(Fault::at(column, text(), Reason::NotMeasured { figure }));
                    }
                    None => {}
                },
                Use::Key(Role::Action) if is_deletion(text()) => {
                    return Err(Fault::at(column, text(), Reason::Deleted));
                }
                Use::Key(Role::PartOfYear)
                    if !self.known.whole_years.of(content, || is_whole_year(text())) =>
                {
                    return Err(Fault::at(column, text(), Reason::OtherPeriod));
                }
                Use::Key(Role::Note) => {
                    if let Some(reason) = self.known.remarks.of(content, || unfit(text())) {
                        return Err(Fault::at(column, text(), reason));
                    }
                }
                Use::Key(Role::Figure) | Use::Said if content != Content::EMPTY => {
                    self.said((content, text()), column, row, candidates)?;
                }
                Use::Dimension { .. } => {
                    let said = self.known.texts.of(content, || candidates.text(text()));
                    self.details.push((column as u32, said));
                }
                _ => {}
            }
        }
        row.details = candidates.details(&self.details);
        Ok(())
    }

    /// A cell that says whatever it says.
    fn said(
        &mut self,
        (content, text): (Content, &str),
        column: usize,
        row: &mut Row,
        candidates: &mut Candidates,
    ) -> Result<(), Fault> {
        let meaning = self.meant(content, text, candidates);
        if meaning.says_nothing {
            return Ok(());
        }
        if meaning.unknown || meaning.about.is_empty() {
            let title = self.table.title(column).to_owned();
            return Err(Fault::at(column, text, Reason::UnknownGroup { title }));
        }
        row.about = merged(&row.about, &meaning.about, column, text)?;
        Ok(())
    }
}

/// The columns of a table that say something besides what rows are about, with their positions in the sheet.
pub(super) fn columns(table: &Table, body: &[Record]) -> Vec<(usize, Use)> {
    let says = |used: &Use| match used {
        Use::Key(role) => !KEYS.contains(role),
        Use::Said | Use::Dimension { .. } => true,
        _ => false,
    };
    let columns = table.columns.iter().enumerate();
    let others = columns.filter_map(|(at, column)| {
        let position = table.first + at;
        let used = match &column.used {
            used if says(used) => used.clone(),
            Use::Ignored if makes_unfit(&column.title, position, body) => Use::Key(Role::Note),
            _ => return None,
        };
        Some((position, used))
    });
    others.collect()
}

/// Whether a column of remarks, or of how often values are observed, says of some that they are none that were measured
/// of a year.
fn makes_unfit(title: &str, column: usize, body: &[Record]) -> bool {
    let mut known = Memo::default();
    let is_unfit =
        |record: &Record| known.of(record.content(column), || unfit(record.cell(column)).is_some());
    matches!(role(title), Some(Role::Note | Role::Frequency)) && body.iter().any(is_unfit)
}

/// Why a value is none that was measured of a year, by a remark that says nothing else: 一季度, 目标值.
fn unfit(remark: &str) -> Option<Reason> {
    if is_of_part_of_year(remark) {
        return Some(Reason::OtherPeriod);
    }
    let figure = Figure::from_word(remark).filter(|figure| !figure.is_measured())?;
    Some(Reason::NotMeasured { figure })
}

/// The unit in a cell of a column of units; none where it is left out.
fn unit(text: &str, candidates: &mut Candidates) -> Option<u32> {
    if is_left_out(text) {
        return None;
    }
    let mut unit = Unit::new(text);
    if let Some(label) = label(text).filter(|_| !is_known_unit(&unit)) {
        unit = Unit::new(label);
    }
    Some(candidates.units.number(&unit))
}

//! The rows of a sheet, each read by itself, and the references between them.

use super::super::{Op, Year};
use super::cells::{self, Cells};
use super::column::Column;
use super::mistake::{Mistake, Wrong};
use super::row::Row;
use crate::tabular::{Columns, Sheet};

/// What was read of a sheet.
pub struct Rows {
    /// The rows whose every cell is sound.
    pub sound: Vec<Row>,
    /// Id and name of every row, so that a reference to a row with a mistake is not called a mistake too.
    pub named: Vec<(String, String)>,
    /// What is wrong with the others, in the order of lines.
    pub mistakes: Vec<Mistake>,
}

impl Rows {
    /// Reads the rows below the header, or says that there are none to read. What names no year is due at the deadline.
    pub fn read(sheet: &Sheet, columns: &Columns<Column>, deadline: Year) -> Result<Rows, Mistake> {
        let mut rows = Rows {
            sound: Vec::new(),
            named: Vec::new(),
            mistakes: Vec::new(),
        };
        let comma = cells::comma(columns, sheet);
        for record in sheet.records.iter().skip(1) {
            let mut cells = Cells {
                columns,
                record,
                comma,
                deadline,
                mistakes: &mut rows.mistakes,
            };
            rows.named.push((cells.id(), cells.text(Column::Name)));
            rows.sound.extend(cells.row());
        }
        if rows.named.is_empty() {
            return Err(Mistake::of_file(Wrong::Empty));
        }
        Ok(rows)
    }

    /// Turns names in `relative_to` into ids.
    pub fn resolve_references(&mut self) {
        for row in &mut self.sound {
            let other = &row.relative_to;
            let is_id = self.named.iter().any(|(id, _)| id == other);
            let named = self.named.iter().find(|(_, name)| name == other);
            if let (false, Some((id, _))) = (is_id, named) {
                row.relative_to = id.clone();
                if let Op::Compare(other) | Op::CompareAround(other) = &mut row.op {
                    *other = id.clone();
                }
            }
        }
    }
}

//! The rows of a sheet: cut apart, each read by itself, and the references between them.

use super::super::{Form, ItemId, Op, Unit, Year};
use super::cells::{Cells, Columns};
use super::mistake::{Mistake, Wrong};

/// One row: a target at the area that states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub line: u64,
    pub id: String,
    pub name: String,
    pub at: ItemId,
    pub op: Op,
    pub unit: Unit,
    pub year: Year,
    pub relative_to: String,
    pub quote: String,
    pub form: Option<Form>,
    pub limit: Option<f64>,
    pub base_year: Option<Year>,
    pub aliases: Vec<String>,
    pub area: String,
}

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
    /// Reads the rows, or says why there are none to read.
    pub fn read(text: &str) -> Result<Rows, Vec<Mistake>> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let whole = |wrong| {
            vec![Mistake {
                line: 1,
                column: String::new(),
                cell: String::new(),
                wrong,
            }]
        };
        let header = reader.headers().map_err(|_| whole(Wrong::NotCsv))?.clone();
        let columns = Columns::find(&header)?;
        let mut rows = Rows {
            sound: Vec::new(),
            named: Vec::new(),
            mistakes: Vec::new(),
        };
        for record in reader.records() {
            let Ok(record) = record else {
                return Err(whole(Wrong::NotCsv));
            };
            if record.iter().all(str::is_empty) {
                continue;
            }
            let line = record.position().map_or(0, csv::Position::line);
            let mut cells = Cells {
                columns: &columns,
                record: &record,
                line,
                mistakes: &mut rows.mistakes,
            };
            rows.named.push((cells.id(), cells.text("name")));
            rows.sound.extend(cells.row());
        }
        if rows.named.is_empty() {
            return Err(whole(Wrong::Empty));
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

/// The separator that the first line uses most.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |byte: &u8| first.bytes().filter(|other| other == byte).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

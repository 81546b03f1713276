//! The cells of one sheet of an old workbook.

use calamine::Dimensions;

use super::book::Book;
use super::compound::{u16_at, u32_at};
use super::record::{
    FORMULA, LABEL, LABEL_SST, MERGE_CELLS, MUL_RK, NUMBER, R_STRING, RK, Records, STRING, float_at,
    long_text, rk_at,
};
use crate::tabular::workbook::grid::Grid;
use crate::tabular::workbook::{Problem, cell};

/// Reads the sheet that starts there. A record that is cut short is left out.
pub fn read(book: &Book, stream: &[u8], start: usize) -> Result<Grid, Problem> {
    let mut sheet = Sheet {
        book,
        grid: Grid::default(),
        merged: Vec::new(),
        formula: None,
    };
    for (kind, data) in Records::new(stream, start) {
        // Not every sheet is sound to the last record.
        let _ = sheet.record(kind, data);
    }
    sheet.grid.complete(&sheet.merged)
}

struct Sheet<'b> {
    book: &'b Book,
    grid: Grid,
    merged: Vec<Dimensions>,
    /// Where the formula stands whose text comes next.
    formula: Option<(u32, u32)>,
}

impl Sheet<'_> {
    fn record(&mut self, kind: u16, data: &[u8]) -> Option<()> {
        match kind {
            STRING => {
                let at = self.formula.take()?;
                self.grid.set(at, long_text(data)?);
            }
            MERGE_CELLS => {
                let regions = data.get(2..)?.chunks_exact(8);
                self.merged.extend(regions.filter_map(region));
            }
            // A style and a number of six bytes together for each cell, then the last column.
            MUL_RK => {
                let (row, first) = (u16_at(data, 0)?, u16_at(data, 2)?);
                let cells = data.get(4..data.len().checked_sub(2)?)?.chunks_exact(6);
                for (column, cell) in (u32::from(first)..).zip(cells) {
                    self.number((row.into(), column), u16_at(cell, 0)?, rk_at(cell, 2)?);
                }
            }
            NUMBER | RK | FORMULA | LABEL_SST | LABEL | R_STRING => {
                let at = (u16_at(data, 0)?.into(), u16_at(data, 2)?.into());
                self.cell(kind, at, u16_at(data, 4)?, data.get(6..)?)?;
            }
            _ => {}
        }
        Some(())
    }

    fn cell(&mut self, kind: u16, at: (u32, u32), style: u16, content: &[u8]) -> Option<()> {
        match kind {
            NUMBER => self.number(at, style, float_at(content, 0)?),
            RK => self.number(at, style, rk_at(content, 0)?),
            LABEL_SST => {
                let text = self.book.strings.get(u32_at(content, 0)? as usize)?;
                self.grid.set(at, text.clone());
            }
            // The result of a formula is a number, or marked by its end as something else: a text in a record
            // of its own (0), an error (2), or yes or no, or nothing, none of which is a value.
            FORMULA if u16_at(content, 6)? == 0xFFFF => {
                self.formula = (content[0] == 0).then_some(at);
                if content[0] == 2 {
                    self.grid.set(at, error_text(content[2]).to_owned());
                }
            }
            FORMULA => self.number(at, style, float_at(content, 0)?),
            _ => self.grid.set(at, long_text(content)?),
        }
        Some(())
    }

    fn number(&mut self, at: (u32, u32), style: u16, number: f64) {
        let code = self.book.code(style).unwrap_or_default();
        self.grid.set(at, cell::number(number, code, self.book.is_1904));
    }
}

/// What a spreadsheet shows for an error, by its number in the file format.
fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

fn region(data: &[u8]) -> Option<Dimensions> {
    let number = |at| u16_at(data, at).map(u32::from);
    let (first_row, last_row) = (number(0)?, number(2)?);
    let (first_column, last_column) = (number(4)?, number(6)?);
    Some(Dimensions::new(
        (first_row, first_column),
        (last_row, last_column),
    ))
}

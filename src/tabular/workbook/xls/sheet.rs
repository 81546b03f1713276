//! The cells of one sheet of an old workbook.

use std::collections::BTreeSet;

use calamine::Dimensions;

use super::book::Book;
use super::compound::{u16_at, u32_at};
use super::record::{
    BOOL_ERR, BOOL_ERR_2, COL_INFO, FORMULA, FORMULA_3, FORMULA_4, INTEGER_2, LABEL, LABEL_2, LABEL_SST,
    MERGE_CELLS, MUL_RK, NUMBER, NUMBER_2, R_STRING, RK, ROW, Records, STRING, STRING_2, Version, float_at,
    rk_at,
};
use crate::tabular::workbook::grid::Grid;
use crate::tabular::workbook::marks::Marks;
use crate::tabular::workbook::{Problem, cell};

/// Reads the sheet that starts there. A record that is cut short is left out.
pub fn read(book: &Book, stream: &[u8], start: usize) -> Result<(Grid, Marks), Problem> {
    let mut sheet = Sheet {
        book,
        grid: Grid::default(),
        marks: Marks::default(),
        merged: Vec::new(),
        formula: None,
        has_results: false,
        nothing: BTreeSet::new(),
    };
    for (kind, data) in Records::new(stream, start) {
        // Not every sheet is sound to the last record.
        let _ = sheet.record(kind, data);
    }
    // Programs that write formulas and cannot compute them store nothing; so does Excel for an empty text, but not
    // for every formula of a sheet.
    if !sheet.has_results {
        sheet.marks.no_result.extend(sheet.nothing);
    }
    Ok((sheet.grid.complete(&sheet.merged)?, sheet.marks))
}

struct Sheet<'b> {
    book: &'b Book,
    grid: Grid,
    marks: Marks,
    merged: Vec<Dimensions>,
    /// Where the formula stands whose text comes next.
    formula: Option<(u32, u32)>,
    /// Whether any formula has a result.
    has_results: bool,
    /// The formulas that show nothing.
    nothing: BTreeSet<(u32, u32)>,
}

impl Sheet<'_> {
    fn record(&mut self, kind: u16, data: &[u8]) -> Option<()> {
        match kind {
            STRING | STRING_2 => {
                let at = self.formula.take()?;
                self.grid.set(at, self.book.texts.long(data)?);
            }
            MERGE_CELLS => {
                let regions = data.get(2..)?.chunks_exact(8);
                self.merged.extend(regions.filter_map(region));
            }
            ROW if u16_at(data, 12)? & 0x20 != 0 => {
                self.marks.hidden_rows.insert(u16_at(data, 0)?.into());
            }
            COL_INFO if u16_at(data, 8)? & 1 != 0 => {
                let (first, last) = (u16_at(data, 0)?, u16_at(data, 2)?);
                self.marks
                    .hidden_columns
                    .extend(u32::from(first)..=u32::from(last));
            }
            // A style and a number of six bytes together for each cell, then the last column.
            MUL_RK => {
                let (row, first) = (u16_at(data, 0)?, u16_at(data, 2)?);
                let cells = data.get(4..data.len().checked_sub(2)?)?.chunks_exact(6);
                for (column, cell) in (u32::from(first)..).zip(cells) {
                    self.number((row.into(), column), u16_at(cell, 0)?, rk_at(cell, 2)?);
                }
            }
            NUMBER | RK | FORMULA | FORMULA_3 | FORMULA_4 | LABEL_SST | LABEL | R_STRING | BOOL_ERR
            | INTEGER_2 | NUMBER_2 | LABEL_2 | BOOL_ERR_2 => {
                let at = (u16_at(data, 0)?.into(), u16_at(data, 2)?.into());
                let (style, content) = self.style(data)?;
                self.cell(kind, at, style, content)?;
            }
            _ => {}
        }
        Some(())
    }

    /// The style of a cell, and what stands behind it; in Excel 2 three bytes, of which the second names the format.
    fn style<'d>(&self, data: &'d [u8]) -> Option<(u16, &'d [u8])> {
        match self.book.version {
            Version::Biff2 => Some((u16::from(data.get(5)? & 0x3F), data.get(7..)?)),
            _ => Some((u16_at(data, 4)?, data.get(6..)?)),
        }
    }

    fn cell(&mut self, kind: u16, at: (u32, u32), style: u16, content: &[u8]) -> Option<()> {
        match kind {
            NUMBER | NUMBER_2 => self.number(at, style, float_at(content, 0)?),
            INTEGER_2 => self.number(at, style, u16_at(content, 0)?.into()),
            RK => self.number(at, style, rk_at(content, 0)?),
            LABEL_SST => {
                let text = self.book.strings.get(u32_at(content, 0)? as usize)?;
                self.grid.set(at, text.clone());
            }
            BOOL_ERR | BOOL_ERR_2 => {
                let text = match (content.get(1)?, content[0]) {
                    (0, 0) => "FALSE",
                    (0, _) => "TRUE",
                    (_, code) => error_text(code),
                };
                self.grid.set(at, text.to_owned());
            }
            FORMULA | FORMULA_3 | FORMULA_4 => self.formula(at, style, content)?,
            _ => self.grid.set(at, self.book.texts.long(content)?),
        }
        Some(())
    }

    /// The result of a formula is a number, or marked by its end as something else: a text in a record of its own
    /// (0), an error (2), yes or no (1), or nothing (3).
    fn formula(&mut self, at: (u32, u32), style: u16, content: &[u8]) -> Option<()> {
        let is_number = u16_at(content, 6)? != 0xFFFF;
        self.formula = (!is_number && content[0] == 0).then_some(at);
        if is_number {
            let number = float_at(content, 0)?;
            // To be computed when the file is opened, by whoever could not do it when writing.
            if number == 0.0 && u16_at(content, 8).unwrap_or(0) & 2 != 0 {
                self.marks.no_result.insert(at);
                return Some(());
            }
            self.number(at, style, number);
        } else if content[0] == 2 {
            self.grid.set(at, error_text(content[2]).to_owned());
        } else if content[0] == 3 {
            self.nothing.insert(at);
            return Some(());
        }
        self.has_results = true;
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

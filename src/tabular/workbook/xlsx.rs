//! `.xlsx` workbooks.

use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::grid::Grid;
use super::{Opened, Page, Problem, cell, marks};
use crate::tabular::archive::Archive;

/// Reads a workbook; `archive` is what it consists of.
pub fn read(bytes: &[u8], archive: &mut Archive<'_>) -> Result<Opened, Problem> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(problem)?;
    let mut marks = marks::read(archive);
    let mut opened = Opened::default();
    for sheet in book.sheets_metadata().to_vec() {
        match (sheet.typ, sheet.visible) {
            (SheetType::WorkSheet, SheetVisible::Visible) => {
                let grid = grid(&mut book, &sheet.name)?;
                opened.sheets.push(Page {
                    marks: marks.remove(&sheet.name).unwrap_or_default(),
                    name: sheet.name,
                    grid,
                });
            }
            (SheetType::WorkSheet, _) => opened.hidden.push(sheet.name),
            _ => {}
        }
    }
    Ok(opened)
}

fn grid(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Grid, Problem> {
    // A sheet can be read without knowing which of its cells are merged.
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let mut cells = book.worksheet_cells_reader(name).map_err(problem)?;
    let mut grid = Grid::default();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(problem)? {
        let style = cells.styles().get(style);
        let format = style.and_then(|style| style.number_format.as_ref());
        let value = Data::from(cell.get_value().clone());
        let text = cell::text(&value, format.map(|format| format.format_code.as_str()));
        grid.set(cell.get_position(), text);
        if grid.is_full() {
            break;
        }
    }
    grid.complete(&merged)
}

fn problem(error: XlsxError) -> Problem {
    match error {
        XlsxError::Password => Problem::Password,
        _ => Problem::Unreadable,
    }
}

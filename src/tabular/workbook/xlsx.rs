//! `.xlsx` workbooks.

use std::io::{BufReader, Cursor, Read};

use calamine::{Data, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use quick_xml::events::Event;

use super::grid::Grid;
use super::{Opened, Page, Problem, cell, marks};
use crate::tabular::archive::{Archive, Entry};

/// Reads a workbook; `archive` is what it consists of.
pub fn read(bytes: &[u8], archive: &mut Archive<'_>) -> Result<Opened, Problem> {
    if overstates_its_texts(archive) {
        return Err(Problem::Unreadable);
    }
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

/// Whether a workbook states more shared texts than its file of them has bytes. The reader makes room for as many as are
/// stated before it reads the first, which a damaged number would bring down.
fn overstates_its_texts(archive: &mut Archive<'_>) -> bool {
    let is_of_texts = |entry: &&Entry| entry.name.to_ascii_lowercase().ends_with("sharedstrings.xml");
    let entries: Vec<Entry> = archive.entries().iter().filter(is_of_texts).cloned().collect();
    entries.iter().any(|entry| {
        let stated = archive.read(entry).and_then(stated_texts);
        stated.is_some_and(|stated| stated > entry.size)
    })
}

/// The number of texts that a file of shared texts says it has.
fn stated_texts(file: impl Read) -> Option<u64> {
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(file));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) if element.local_name().as_ref() == "sst" => {
                return marks::attribute(&element, "uniqueCount")?.parse().ok();
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn problem(error: XlsxError) -> Problem {
    match error {
        XlsxError::Password => Problem::Password,
        _ => Problem::Unreadable,
    }
}

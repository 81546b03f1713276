//! `.xls` workbooks, as Excel 97 and its successors store them: records in a stream of a compound file. Read
//! here rather than by the library for new workbooks, which does not tell how numbers are shown and stops the
//! program over a damaged file.

mod book;
mod compound;
mod record;
mod sheet;
mod strings;

use super::marks::Marks;
use super::{Opened, Page, Problem};
use crate::tabular::FileKind;
use book::Book;
use compound::Compound;

/// Reads a workbook.
pub fn read(bytes: &[u8]) -> Result<Opened, Problem> {
    let file = Compound::open(bytes).ok_or(Problem::Unreadable)?;
    // A new workbook with a password is stored like an old one, in a stream of this name.
    if file.has("EncryptedPackage") {
        return Err(Problem::Password);
    }
    // Texts and slides of office programs are stored in the same way.
    if file.has("WordDocument") || file.has("PowerPoint Document") {
        return Err(Problem::Kind(FileKind::Document));
    }
    let stream = file.stream("Workbook").ok_or(Problem::Unreadable)?;
    let book = Book::read(&stream)?;
    let mut opened = Opened::default();
    for bound in book.sheets.iter().filter(|bound| bound.is_worksheet) {
        if bound.is_visible {
            let grid = sheet::read(&book, &stream, bound.start)?;
            opened.sheets.push(Page {
                name: bound.name.clone(),
                grid,
                marks: Marks::default(),
            });
        } else {
            opened.hidden.push(bound.name.clone());
        }
    }
    Ok(opened)
}

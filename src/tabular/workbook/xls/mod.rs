//! `.xls` workbooks, as every Excel before 2007 stores them: records in a stream of a compound file, before Excel 5
//! in a file of their own. Read here rather than by the library for new workbooks, which does not tell how numbers are
//! shown and stops the program over a damaged file.

mod book;
mod compound;
mod record;
mod sheet;
mod strings;
#[cfg(test)]
mod tests;
mod texts;

use super::{Opened, Page, Problem};
use crate::tabular::FileKind;
use book::Book;
use compound::Compound;
use record::Version;

/// Whether the bytes are the records of a workbook without a compound file around them.
pub fn is_bare(bytes: &[u8]) -> bool {
    Version::of_stream(bytes).is_some()
}

/// Reads a workbook.
pub fn read(bytes: &[u8]) -> Result<Opened, Problem> {
    if is_bare(bytes) {
        return read_stream(bytes);
    }
    let file = Compound::open(bytes).ok_or(Problem::Unreadable)?;
    // A new workbook with a password is stored like an old one, in a stream of this name.
    if file.has("EncryptedPackage") {
        return Err(Problem::Password);
    }
    // Texts and slides of office programs are stored in the same way.
    if file.has("WordDocument") || file.has("PowerPoint Document") {
        return Err(Problem::Kind(FileKind::Document));
    }
    // Of a file for both, the newer one has every character.
    let stream = file.stream("Workbook").or_else(|| file.stream("Book"));
    read_stream(&stream.ok_or(Problem::Unreadable)?)
}

fn read_stream(stream: &[u8]) -> Result<Opened, Problem> {
    let book = Book::read(stream)?;
    let mut opened = Opened::default();
    for bound in book.sheets.iter().filter(|bound| bound.is_worksheet) {
        if bound.is_visible {
            let (grid, marks) = sheet::read(&book, stream, bound.start)?;
            opened.sheets.push(Page {
                name: bound.name.clone(),
                grid,
                marks,
            });
        } else {
            opened.hidden.push(bound.name.clone());
        }
    }
    Ok(opened)
}

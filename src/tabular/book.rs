//! A file cut into table sheets, and those into records. A text file is one sheet without a name.

use std::collections::BTreeSet;

use super::records::Record;
use super::{Delimiter, Encoding, Error, FileKind, delimiter, encoding, file_kind, records, workbook};

/// The sheets of a file.
pub struct Book {
    /// How the file was stored.
    pub encoding: Encoding,
    /// Every sheet that the visitor sees, in order, at least one with a record.
    pub sheets: Vec<Sheet>,
    /// Names of the sheets that are hidden.
    pub hidden: Vec<String>,
}

/// A sheet of a file.
#[derive(Default)]
pub struct Sheet {
    /// Its name; none for a text file.
    pub name: Option<String>,
    /// What separates the cells of a text; none where cells are stored apart.
    pub delimiter: Option<Delimiter>,
    /// Every record that is not empty.
    pub records: Vec<Record>,
    /// Lines of the rows that somebody has hidden.
    pub hidden_rows: BTreeSet<u32>,
    /// Columns that somebody has hidden, from 0.
    pub hidden_columns: BTreeSet<usize>,
    /// Line and column of the formulas that have no result.
    pub no_result: BTreeSet<(u32, usize)>,
}

impl Sheet {
    /// Whether a cell cannot be seen.
    pub fn is_hidden(&self, line: u32, column: usize) -> bool {
        self.hidden_rows.contains(&line) || self.hidden_columns.contains(&column)
    }
}

/// Cuts a file into sheets and records.
///
/// # Errors
/// When there is nothing to cut: see [`Error`].
pub fn open(bytes: &[u8]) -> Result<Book, Error> {
    match file_kind::of(bytes) {
        Some(kind @ (FileKind::Excel | FileKind::Zip)) => workbook::read(bytes, kind),
        kind @ (None | Some(FileKind::Html | FileKind::Xml)) => open_text(bytes, kind),
        Some(kind) => Err(Error::NotText { kind }),
    }
}

/// Opens a text; `kind` is what its first bytes look like, if not like lines of cells.
fn open_text(bytes: &[u8], kind: Option<FileKind>) -> Result<Book, Error> {
    let (text, encoding) = encoding::decode(bytes);
    if let Some(book) = workbook::read_markup(&text, encoding) {
        return book;
    }
    if let Some(kind) = kind {
        return Err(Error::NotText { kind });
    }
    let Some(delimiter) = delimiter::sniff(&text) else {
        let is_empty = text.trim().is_empty();
        return Err(if is_empty {
            Error::Empty { encoding }
        } else {
            Error::NoTable { encoding }
        });
    };
    let sheet = Sheet {
        name: None,
        delimiter: Some(delimiter),
        records: records::read(&delimiter.prepare(&text), delimiter.byte()),
        hidden_rows: BTreeSet::new(),
        hidden_columns: BTreeSet::new(),
        no_result: BTreeSet::new(),
    };
    Ok(Book {
        encoding,
        sheets: vec![sheet],
        hidden: Vec::new(),
    })
}

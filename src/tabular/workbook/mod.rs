//! Excel workbooks, `.xlsx` and `.xls`, as the records that a text file of the same table would give. A cell
//! says what the visitor sees: a share shown as 35.4% is `35.4%`, not 0.354.

mod cell;
mod grid;
mod marks;
mod xls;
mod xlsx;

use super::Encoding;
use std::collections::BTreeMap;

use super::file_kind::FileKind;
use super::{Book, Error, Sheet};
use grid::Grid;
use marks::Marks;

/// Reads every sheet of a workbook.
///
/// # Errors
/// It has a password, is damaged or of another kind, or is empty. `kind` is
/// what the file looks like.
pub fn read(bytes: &[u8], kind: FileKind) -> Result<Book, Error> {
    let is_zip = bytes.starts_with(b"PK");
    let (encoding, opened) = if is_zip {
        (Encoding::Xlsx, xlsx::read(bytes))
    } else {
        (Encoding::Xls, xls::read(bytes))
    };
    let Opened { sheets, hidden } = opened.map_err(|problem| match problem {
        Problem::Password => Error::Password,
        Problem::Unreadable => Error::NotText { kind },
    })?;
    let mut marks = if is_zip {
        marks::read(bytes)
    } else {
        BTreeMap::new()
    };
    let sheets: Vec<Sheet> = sheets
        .into_iter()
        .map(|(name, grid)| sheet(marks.remove(&name).unwrap_or_default(), name, grid))
        .collect();
    if sheets.iter().all(|sheet| sheet.records.is_empty()) {
        return Err(Error::Empty { encoding });
    }
    Ok(Book {
        encoding,
        sheets,
        hidden,
    })
}

fn sheet(marks: Marks, name: String, mut grid: Grid) -> Sheet {
    for (at, text) in marks.plain {
        grid.replace(at, text);
    }
    Sheet {
        name: Some(name),
        delimiter: None,
        records: grid.into_records(),
        hidden_rows: marks.hidden_rows.into_iter().map(|row| row + 1).collect(),
        hidden_columns: marks
            .hidden_columns
            .into_iter()
            .map(|column| column as usize)
            .collect(),
        no_result: marks
            .no_result
            .into_iter()
            .map(|(row, column)| (row + 1, column as usize))
            .collect(),
    }
}

/// A workbook's sheets.
#[derive(Default)]
struct Opened {
    /// Those that can be seen, by name.
    sheets: Vec<(String, Grid)>,
    /// Names of the others.
    hidden: Vec<String>,
}

/// Why a workbook cannot be read.
enum Problem {
    /// It has a password.
    Password,
    /// It is damaged, too large, or no such workbook.
    Unreadable,
}

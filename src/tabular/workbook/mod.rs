//! Excel workbooks, `.xlsx`, `.xls` and XML, and the web pages that are named so, as the records that a text file of
//! the same table would give. A cell says what the visitor sees: a share shown as 35.4% is `35.4%`, not 0.354.

mod cell;
mod grid;
mod html;
mod marks;
mod xls;
mod xlsx;
mod xml;

use super::Encoding;
use std::collections::BTreeMap;

use super::file_kind::FileKind;
use super::markup::{self, Piece};
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
    let marks = if is_zip && opened.is_ok() {
        marks::read(bytes)
    } else {
        BTreeMap::new()
    };
    book(opened, marks, encoding, kind)
}

/// Names of elements that a web page or a part of one begins with.
const PAGE: [&str; 14] = [
    "html", "head", "meta", "title", "style", "body", "div", "center", "p", "span", "font", "form", "table",
    "tr",
];

/// Reads a workbook that is written as XML, or the tables of a web page; none where a text is neither.
pub fn read_markup(text: &str, encoding: Encoding) -> Option<Result<Book, Error>> {
    if !text.trim_start().starts_with('<') {
        return None;
    }
    let root = markup::pieces(text).find_map(|piece| match piece {
        Piece::Start(tag) => Some(tag),
        _ => None,
    })?;
    if root.is("Workbook") {
        return Some(book(xml::read(text), BTreeMap::new(), encoding, FileKind::Xml));
    }
    if !PAGE.iter().any(|name| root.is(name)) {
        return None;
    }
    let page = html::read(text).map(|sheet| Book {
        encoding,
        sheets: vec![sheet],
        hidden: Vec::new(),
    });
    Some(page.ok_or(Error::NotText { kind: FileKind::Html }))
}

fn book(
    opened: Result<Opened, Problem>,
    mut marks: BTreeMap<String, Marks>,
    encoding: Encoding,
    kind: FileKind,
) -> Result<Book, Error> {
    let Opened { sheets, hidden } = opened.map_err(|problem| match problem {
        Problem::Password => Error::Password,
        Problem::Unreadable => Error::NotText { kind },
    })?;
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

//! Workbooks, `.xlsx`, `.xls`, `.ods` and XML, and the web pages that are named so, as the records that a text file of
//! the same table would give. A cell says what the visitor sees: a share shown as 35.4% is `35.4%`, not 0.354.

mod cell;
mod grid;
mod html;
mod marks;
mod ods;
mod xls;
mod xlsx;
mod xml;

use super::archive::{Archive, Content};
use super::file_kind;
use super::markup::{self, Piece};
use super::{Book, Encoding, Error, FileKind, Sheet, Unread};
use grid::Grid;
use marks::Marks;

/// Reads every sheet of a workbook that is an archive with such content.
///
/// # Errors
/// It has a password, is damaged, too large or of another kind, or is empty.
pub fn read_zip(bytes: &[u8], archive: &mut Archive<'_>, content: Content) -> Result<Book, Error> {
    match content {
        Content::Xlsx => book(xlsx::read(bytes, archive), Encoding::Xlsx),
        Content::Ods => book(ods::read(archive), Encoding::Ods),
        Content::Other(kind) => Err(Error::NotText { kind }),
        Content::Files => Err(Error::NotText { kind: FileKind::Zip }),
    }
}

/// Whether the bytes are an old workbook.
pub fn is_xls(bytes: &[u8]) -> bool {
    file_kind::is_compound(bytes) || xls::is_bare(bytes)
}

/// Reads every sheet of an old workbook.
///
/// # Errors
/// As [`read_zip`].
pub fn read_xls(bytes: &[u8]) -> Result<Book, Error> {
    book(xls::read(bytes), Encoding::Xls)
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
        return Some(book(xml::read(text), encoding));
    }
    if !PAGE.iter().any(|name| root.is(name)) {
        return None;
    }
    let page = html::read(text).map(|sheet| Book {
        encoding,
        sheets: vec![sheet],
        unread: Vec::new(),
    });
    Some(page.ok_or(Error::NotText { kind: FileKind::Html }))
}

fn book(opened: Result<Opened, Problem>, encoding: Encoding) -> Result<Book, Error> {
    let Opened { sheets, hidden } = opened.map_err(|problem| match problem {
        Problem::Password => Error::Password,
        Problem::Kind(kind) => Error::NotText { kind },
        Problem::Unreadable => Error::NotText {
            kind: FileKind::Damaged,
        },
    })?;
    let sheets: Vec<Sheet> = sheets.into_iter().map(sheet).collect();
    if sheets.iter().all(|sheet| sheet.records.is_empty()) {
        return Err(Error::Empty { encoding });
    }
    let hidden = hidden.into_iter().map(|label| Unread { label, why: None });
    Ok(Book {
        encoding,
        sheets,
        unread: hidden.collect(),
    })
}

fn sheet(page: Page) -> Sheet {
    let Page {
        name,
        mut grid,
        marks,
    } = page;
    for (at, text) in marks.plain {
        grid.replace(at, text);
    }
    let columns = marks.hidden_columns.into_iter();
    let no_result = marks.no_result.into_iter();
    Sheet {
        name: Some(name),
        records: grid.into_records(),
        hidden_rows: marks.hidden_rows.into_iter().map(|row| row + 1).collect(),
        hidden_columns: columns.map(|column| column as usize).collect(),
        no_result: no_result
            .map(|(row, column)| (row + 1, column as usize))
            .collect(),
        ..Sheet::default()
    }
}

/// A workbook's sheets.
#[derive(Default)]
struct Opened {
    /// Those that can be seen.
    sheets: Vec<Page>,
    /// Names of the others.
    hidden: Vec<String>,
}

/// A sheet of a workbook.
struct Page {
    name: String,
    grid: Grid,
    marks: Marks,
}

/// Why a workbook cannot be read.
enum Problem {
    /// It has a password.
    Password,
    /// It is something else.
    Kind(FileKind),
    /// It is damaged.
    Unreadable,
}

//! A file cut into table sheets, and those into records. A text file is one sheet without a name.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::archive::{Archive, Content, Entry};
use super::records::Record;
use super::{
    Delimiter, Encoding, Error, FileKind, UNWATCHED, Watch, delimiter, encoding, file_kind, records, workbook,
};

/// The sheets of a file.
pub struct Book {
    /// How the file was stored.
    pub encoding: Encoding,
    /// Every sheet that the visitor sees, in order, at least one with a record.
    pub sheets: Vec<Sheet>,
    /// The sheets, and the files of an archive, that are not read.
    pub unread: Vec<Unread>,
}

/// A part of a file that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What it is called, as [`Sheet::label`] has it.
    pub label: String,
    /// Why it cannot be read; none of a hidden sheet, and of a file that is no table by its name.
    pub why: Option<Error>,
}

/// A sheet of a file.
#[derive(Default)]
pub struct Sheet {
    /// The file of an archive that it stands in, with its folders.
    pub file: Option<String>,
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
    /// Lines of a text that are stored in another encoding than most; each was read in its own.
    pub other_encoding: BTreeSet<u32>,
}

impl Sheet {
    /// Whether a cell cannot be seen.
    pub fn is_hidden(&self, line: u32, column: usize) -> bool {
        self.hidden_rows.contains(&line) || self.hidden_columns.contains(&column)
    }

    /// The record that starts on a line.
    pub fn record(&self, line: u32) -> Option<&Record> {
        let at = self.records.binary_search_by_key(&line, |record| record.line);
        Some(&self.records[at.ok()?])
    }

    /// What tells it from the other sheets of its file: its name, in an archive behind that of its own file as
    /// `2021/a.xlsx › 年报`; none for a text file.
    pub fn label(&self) -> Option<String> {
        match (&self.file, &self.name) {
            (Some(file), Some(name)) => Some(format!("{file} › {name}")),
            (file, name) => file.clone().or(name.clone()),
        }
    }
}

/// Cuts a file into sheets and records.
///
/// # Errors
/// When there is nothing to cut: see [`Error`].
pub fn open<'b>(bytes: impl Into<Cow<'b, [u8]>>) -> Result<Book, Error> {
    open_watched(bytes, UNWATCHED)
}

/// The same, telling how far it is while a text is cut into records.
///
/// # Errors
/// As above.
pub fn open_watched<'b>(bytes: impl Into<Cow<'b, [u8]>>, watch: Watch<'_>) -> Result<Book, Error> {
    let bytes = bytes.into();
    if file_kind::is_zip(&bytes) {
        let mut archive = Archive::open(&bytes).map_err(|kind| Error::NotText { kind })?;
        return match archive.content() {
            Content::Files => open_files(&mut archive),
            content => workbook::read_zip(&bytes, &mut archive, content),
        };
    }
    open_single(bytes, watch)
}

/// Opens a file that is no archive.
fn open_single(bytes: Cow<'_, [u8]>, watch: Watch<'_>) -> Result<Book, Error> {
    if workbook::is_xls(&bytes) {
        return workbook::read_xls(&bytes);
    }
    match file_kind::of(&bytes) {
        kind @ (None | Some(FileKind::Html | FileKind::Xml)) => open_text(bytes, kind, watch),
        Some(kind) => Err(Error::NotText { kind }),
    }
}

/// How the names of files end that can be tables; what they are is seen when they are opened.
const TABLES: [&str; 15] = [
    "csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xls", "xlsb", "et", "ods", "htm", "html", "mht", "mhtml",
    "xml",
];

/// Opens every table in an archive.
fn open_files(archive: &mut Archive<'_>) -> Result<Book, Error> {
    let mut book = Book {
        encoding: Encoding::Zip,
        sheets: Vec::new(),
        unread: Vec::new(),
    };
    for entry in archive.entries().to_vec() {
        // Folders, and what systems put beside files for themselves.
        let unseen = |part: &str| part.starts_with('.') || part == "__MACOSX";
        if entry.name.ends_with('/') || entry.name.split('/').any(unseen) {
            continue;
        }
        let extension = entry
            .name
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        if !TABLES.contains(&extension.as_str()) {
            book.unread.push(Unread {
                label: entry.name,
                why: None,
            });
            continue;
        }
        match open_file(archive, &entry) {
            Ok(opened) => book.add(entry.name, opened),
            Err(why) => book.unread.push(Unread {
                label: entry.name,
                why: Some(why),
            }),
        }
    }
    match book.sheets.iter().all(|sheet| sheet.records.is_empty()) {
        true => Err(why_nothing(&book.unread)),
        false => Ok(book),
    }
}

/// Opens a file of an archive; archives in it stay closed.
fn open_file(archive: &mut Archive<'_>, entry: &Entry) -> Result<Book, Error> {
    let not_text = |kind| Error::NotText { kind };
    if entry.is_locked {
        return Err(not_text(FileKind::LockedZip));
    }
    let bytes = archive.unpack(entry).ok_or(not_text(FileKind::Damaged))?;
    if !file_kind::is_zip(&bytes) {
        return open_single(bytes.into(), UNWATCHED);
    }
    let mut inner = Archive::open(&bytes).map_err(not_text)?;
    match inner.content() {
        Content::Files => Err(not_text(FileKind::Archive)),
        content => workbook::read_zip(&bytes, &mut inner, content),
    }
}

/// Why an archive holds no table: what is wrong with the only file that could be one.
fn why_nothing(unread: &[Unread]) -> Error {
    let mut reasons = unread.iter().filter_map(|unread| unread.why);
    match (reasons.next(), reasons.next()) {
        (Some(only), None) => only,
        _ => Error::NotText { kind: FileKind::Zip },
    }
}

impl Book {
    /// Adds the sheets of a file of an archive.
    fn add(&mut self, file: String, opened: Book) {
        let in_file = |name: &str| format!("{file} › {name}");
        self.unread.extend(opened.unread.into_iter().map(|unread| Unread {
            label: in_file(&unread.label),
            why: unread.why,
        }));
        self.sheets.extend(opened.sheets.into_iter().map(|sheet| Sheet {
            file: Some(file.clone()),
            ..sheet
        }));
    }
}

/// Opens a text; `kind` is what its first bytes look like, if not like lines of cells.
fn open_text(bytes: Cow<'_, [u8]>, kind: Option<FileKind>, watch: Watch<'_>) -> Result<Book, Error> {
    let encoding::Decoded {
        text,
        encoding,
        other_lines,
    } = encoding::decode(bytes);
    if let Some(book) = workbook::read_markup(&text, encoding) {
        return book;
    }
    if let Some(kind) = kind {
        return Err(Error::NotText { kind });
    }
    if text.len() > records::MOST_BYTES {
        let kind = FileKind::TooLarge;
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
        delimiter: Some(delimiter),
        records: records::read_watched(delimiter.prepare(text).into_owned(), delimiter.byte(), watch),
        other_encoding: other_lines.into_iter().collect(),
        ..Sheet::default()
    };
    Ok(Book {
        encoding,
        sheets: vec![sheet],
        unread: Vec::new(),
    })
}

//! What an old workbook says once for all its sheets: their names, the texts, and how numbers are shown.

use std::collections::HashMap;

use super::compound::{u16_at, u32_at};
use super::record::{
    BOUND_SHEET, CONTINUE, DATE_1904, FILE_PASS, FONT, FORMAT, FORMAT_2, Records, SST, Version, XF, XF_3,
    XF_4,
};
use super::strings;
use super::texts::Texts;
use crate::tabular::workbook::Problem;

/// The workbook without its sheets.
#[derive(Default)]
pub struct Book {
    /// Which Excel wrote it.
    pub version: Version,
    /// How its texts are stored.
    pub texts: Texts,
    /// Every sheet, in order.
    pub sheets: Vec<Bound>,
    /// Texts that cells name by number.
    pub strings: Vec<String>,
    /// Whether its days are counted from 1904.
    pub is_1904: bool,
    /// The code of the number format of each style; none for the general one.
    codes: Vec<Option<String>>,
}

/// A sheet's entry.
pub struct Bound {
    /// Its name.
    pub name: String,
    /// Where it starts in the stream.
    pub start: usize,
    /// Whether it holds cells, not a chart or a macro.
    pub is_worksheet: bool,
    /// Whether the visitor sees it.
    pub is_visible: bool,
}

impl Book {
    /// Reads the first part of a workbook's stream; before Excel 5 that is all, one sheet.
    pub fn read(stream: &[u8]) -> Result<Book, Problem> {
        let mut records = Records::new(stream, 0);
        let first = records.next().and_then(|(kind, data)| Version::of(kind, data));
        let version = first.ok_or(Problem::Unreadable)?;
        let mut book = Book {
            version,
            texts: Texts::of(version, stream),
            ..Book::default()
        };
        let mut formats = Formats::default();
        let mut strings: Vec<&[u8]> = Vec::new();
        let mut raised: Vec<bool> = Vec::new();
        let mut before = 0;
        for (kind, data) in records {
            match kind {
                FILE_PASS => return Err(Problem::Password),
                DATE_1904 => book.is_1904 = u16_at(data, 0) == Some(1),
                FORMAT | FORMAT_2 => formats.add(&book, data),
                XF | XF_3 | XF_4 => formats
                    .styles
                    .push(format_of_style(kind, data).unwrap_or_default()),
                BOUND_SHEET => book.sheets.extend(bound(book.texts, data)),
                FONT => raised.push(u16_at(data, 8) == Some(1)),
                SST => strings.push(data),
                CONTINUE if before == SST => strings.push(data),
                _ => {}
            }
            before = if kind == CONTINUE { before } else { kind };
        }
        if version < Version::Biff5 {
            book.sheets.push(Bound::only());
        }
        // No font has the number 4.
        let is_raised = |font: usize| raised.get(font - usize::from(font > 4)) == Some(&true);
        book.strings = strings::read(&strings, is_raised);
        book.codes = formats.codes(version);
        Ok(book)
    }

    /// The code of the number format of a style; none for the general one.
    pub fn code(&self, style: u16) -> Option<&str> {
        self.codes.get(usize::from(style))?.as_deref()
    }
}

/// The number formats of a workbook.
#[derive(Default)]
struct Formats {
    own: HashMap<u16, String>,
    /// Of each style its format.
    styles: Vec<u16>,
}

impl Formats {
    fn add(&mut self, book: &Book, data: &[u8]) {
        // Before Excel 5 formats are numbered as they come.
        let next = self.own.len() as u16;
        let read = match book.version {
            Version::Biff2 | Version::Biff3 => book.texts.short(data).map(|code| (next, code)),
            Version::Biff4 => data
                .get(2..)
                .and_then(|rest| book.texts.short(rest))
                .map(|code| (next, code)),
            Version::Biff5 => u16_at(data, 0).zip(data.get(2..).and_then(|rest| book.texts.short(rest))),
            Version::Biff8 => u16_at(data, 0).zip(data.get(2..).and_then(|rest| book.texts.long(rest))),
        };
        self.own.extend(read);
    }

    /// The code of each style; in Excel 2, whose cells name their format themselves, of each format.
    fn codes(&self, version: Version) -> Vec<Option<String>> {
        let own = |format: &u16| {
            self.own
                .get(format)
                .filter(|code| !code.eq_ignore_ascii_case("general"))
                .cloned()
        };
        match version {
            Version::Biff2 => (0..self.own.len() as u16).map(|format| own(&format)).collect(),
            Version::Biff3 | Version::Biff4 => self.styles.iter().map(own).collect(),
            Version::Biff5 | Version::Biff8 => {
                let code = |format: &u16| own(format).or_else(|| built_in(*format));
                self.styles.iter().map(code).collect()
            }
        }
    }
}

fn format_of_style(kind: u16, data: &[u8]) -> Option<u16> {
    match kind {
        XF => u16_at(data, 2),
        _ => data.get(1).copied().map(u16::from),
    }
}

fn bound(texts: Texts, data: &[u8]) -> Option<Bound> {
    Some(Bound {
        start: u32_at(data, 0)? as usize,
        is_visible: data.get(4)? & 3 == 0,
        is_worksheet: *data.get(5)? == 0,
        name: texts.short(data.get(6..)?)?,
    })
}

impl Bound {
    /// The sheet of a file that holds one and has no name for it.
    fn only() -> Bound {
        Bound {
            name: "Sheet1".to_owned(),
            start: 0,
            is_worksheet: true,
            is_visible: true,
        }
    }
}

/// The formats that need no code in the file, as far as they show more than a number: shares and dates.
fn built_in(format: u16) -> Option<String> {
    let code = match format {
        9 => "0%",
        10 => "0.00%",
        14..=17 | 22 | 27..=31 | 36 | 50..=58 => "yyyy-mm-dd",
        _ => return None,
    };
    Some(code.to_owned())
}

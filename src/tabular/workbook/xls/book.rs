//! What an old workbook says once for all its sheets: their names, the texts, and how numbers are shown.

use std::collections::HashMap;

use super::compound::{u16_at, u32_at};
use super::record::{
    BOF, BOUND_SHEET, CONTINUE, DATE_1904, FILE_PASS, FORMAT, Records, SST, XF, long_text, short_text,
};
use super::strings;
use crate::tabular::workbook::Problem;

/// The workbook without its sheets.
#[derive(Default)]
pub struct Book {
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

/// The version of the records that Excel has written since 1997.
const VERSION: u16 = 0x0600;

impl Book {
    /// Reads the first part of a workbook's stream.
    pub fn read(stream: &[u8]) -> Result<Book, Problem> {
        let mut book = Book::default();
        let mut own: HashMap<u16, String> = HashMap::new();
        let mut styles: Vec<u16> = Vec::new();
        let mut texts: Vec<&[u8]> = Vec::new();
        let mut before = 0;
        for (kind, data) in Records::new(stream, 0) {
            match kind {
                BOF if u16_at(data, 0) != Some(VERSION) => return Err(Problem::Unreadable),
                FILE_PASS => return Err(Problem::Password),
                DATE_1904 => book.is_1904 = u16_at(data, 0) == Some(1),
                FORMAT => own.extend(u16_at(data, 0).zip(data.get(2..).and_then(long_text))),
                XF => styles.push(u16_at(data, 2).unwrap_or_default()),
                BOUND_SHEET => book.sheets.extend(bound(data)),
                SST => texts.push(data),
                CONTINUE if before == SST => texts.push(data),
                _ => {}
            }
            before = if kind == CONTINUE { before } else { kind };
        }
        book.strings = strings::read(&texts);
        let code = |format: &u16| own.get(format).cloned().or_else(|| built_in(*format));
        book.codes = styles.iter().map(code).collect();
        Ok(book)
    }

    /// The code of the number format of a style; none for the general one.
    pub fn code(&self, style: u16) -> Option<&str> {
        self.codes.get(usize::from(style))?.as_deref()
    }
}

fn bound(data: &[u8]) -> Option<Bound> {
    Some(Bound {
        start: u32_at(data, 0)? as usize,
        is_visible: data.get(4)? & 3 == 0,
        is_worksheet: *data.get(5)? == 0,
        name: short_text(data.get(6..)?)?,
    })
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

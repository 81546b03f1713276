//! The one form of every CSV file that the app hands out: UTF-8 with a byte order mark, which spreadsheets need to
//! read Chinese, lines that end as the standard has it, quotes only where a cell needs them, and no formulas.

use std::borrow::Cow;

/// What a spreadsheet takes for a formula begins with one of these, some behind a blank.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text cell that no spreadsheet takes for a formula: one that begins with `=`, `+`, `-`, `@`, a tab or a
/// carriage return gets an apostrophe in front, which spreadsheets read as “this is text”. For texts that come
/// from elsewhere, not for numbers that the app itself writes.
///
/// ```
/// use plan_tracker::tabular::spreadsheet_safe;
///
/// assert_eq!(spreadsheet_safe("=HYPERLINK(\"…\")"), "'=HYPERLINK(\"…\")");
/// assert_eq!(spreadsheet_safe("孕产妇死亡率"), "孕产妇死亡率");
/// ```
pub fn spreadsheet_safe(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(FORMULA) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The text that [`spreadsheet_safe`] was given.
pub(crate) fn without_apostrophe(cell: &str) -> &str {
    let text = cell.strip_prefix('\'');
    text.filter(|text| text.starts_with(FORMULA)).unwrap_or(cell)
}

/// Rows as a CSV file that spreadsheets open in the right encoding. Every row has as many cells as the first;
/// words in them have been through [`spreadsheet_safe`], numbers stand as they are.
pub fn spreadsheet(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail.
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_need_it_and_lines_end_in_both_signs() {
        let rows = [["指标", "原因"], ["出生缺陷", "他说“好”，\"对\""]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(
            spreadsheet(rows),
            "\u{feff}指标,原因\r\n出生缺陷,\"他说“好”，\"\"对\"\"\"\r\n"
        );
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"] {
            assert_eq!(spreadsheet_safe(cell), format!("'{cell}"));
            assert_eq!(without_apostrophe(&spreadsheet_safe(cell)), cell);
        }
        assert_eq!(spreadsheet_safe("1-2"), "1-2");
        assert_eq!(without_apostrophe("'90年代"), "'90年代");
    }
}

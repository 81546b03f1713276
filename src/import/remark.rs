//! Records below a header that are none of its rows: notes, lines about the table, headers that come again,
//! headings. They are kept word for word, apart from the rows.

use super::layout;
use super::log::Note;
use crate::tabular::Record;
use crate::tabular::fold;

/// Whether a record is a remark: it says so itself, as 注：… does, or it goes on behind one (`goes_on`) with a
/// single cell. The caller has seen that no value stands in it.
pub fn is_remark(record: &Record, goes_on: bool) -> bool {
    let labelled = record.first().is_some_and(|(_, cell)| layout::is_remark(cell));
    let single = || record.cells().filter(|cell| !cell.is_empty()).count() == 1;
    labelled || goes_on && single()
}

/// A record as a note.
pub fn note(record: &Record) -> Note {
    let cells = record.cells().filter(|cell| !cell.is_empty());
    Note {
        sheet: None,
        line: record.line,
        text: cells.map(fold::squeeze).collect::<Vec<_>>().join(" "),
    }
}

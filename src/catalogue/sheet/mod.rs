//! A catalogue from one table of targets (CSV or Excel), for an office that has a spreadsheet and no programmer: the columns
//! that [`table::targets`](super::table::targets) prints, plus the optional [`EXTRA_COLUMNS`]. What the columns
//! do not say is told from names, units and quotes by the rules in `infer`, or taken over from the built-in
//! indicator of the same id and name; every mistake is reported with its line, all at once.

mod assemble;
mod cells;
mod check;
mod infer;
mod lend;
mod mistake;
mod row;
mod rows;

pub use mistake::{Mistake, Wrong};

use super::{Catalogue, table};
use crate::tabular::{self, Record, Sheet, spreadsheet};
use cells::Columns;
use rows::Rows;

/// Columns that may stand beside those of [`table::TARGET_COLUMNS`](super::table::TARGET_COLUMNS): the form of
/// the pace (`compound` or `linear`), the natural limit, the year that change is measured from, other names of
/// the indicator separated by `|`, and the area whose plan it is.
pub const EXTRA_COLUMNS: [&str; 5] = ["form", "limit", "base_year", "aliases", "area"];

/// Reads a catalogue from a table of targets, in any file that [`tabular::open`] reads. Of a workbook it is the first
/// sheet that has the columns.
///
/// # Errors
/// Every mistake found, in the order of lines.
pub fn from_table(bytes: &[u8]) -> Result<Catalogue, Vec<Mistake>> {
    let sheets = match tabular::open(bytes) {
        Ok(book) => book.sheets,
        // In nothing every column is missing.
        Err(tabular::Error::Empty { .. }) => Vec::new(),
        Err(error) => return Err(vec![Mistake::of_file(Wrong::Unreadable(error))]),
    };
    let named = |sheet: &Sheet, mut mistakes: Vec<Mistake>| {
        for mistake in &mut mistakes {
            mistake.sheet = sheet.label();
        }
        mistakes
    };
    let mut first_mistakes = None;
    for sheet in &sheets {
        let Some(header) = sheet.records.first() else {
            continue;
        };
        match Columns::find(header) {
            Ok(columns) => return catalogue(sheet, &columns).map_err(|mistakes| named(sheet, mistakes)),
            Err(missing) => drop(first_mistakes.get_or_insert_with(|| named(sheet, missing))),
        }
    }
    Err(first_mistakes.unwrap_or_else(|| Columns::find(&Record::new(1, &[])).err().unwrap_or_default()))
}

fn catalogue(sheet: &Sheet, columns: &Columns) -> Result<Catalogue, Vec<Mistake>> {
    let mut rows = Rows::read(sheet, columns).map_err(|mistake| vec![mistake])?;
    rows.mistakes.extend(check::contradictions(&rows));
    if rows.mistakes.is_empty() {
        rows.resolve_references();
        return Ok(assemble::assemble(&rows.sound));
    }
    rows.mistakes.sort_by_key(|mistake| mistake.line);
    Err(rows.mistakes)
}

/// An empty sheet to fill in, with two rows plainly marked as examples.
pub fn template() -> String {
    let columns = table::TARGET_COLUMNS.into_iter().chain(EXTRA_COLUMNS);
    let examples = [
        "example-1,示例：农村自来水普及率,C,1,goal,1,>=,90,%,2030,,,示例：农村自来水普及率达到90%以上,,,,,示例县",
        "example-2,示例：婴儿死亡率,C,1,goal,2,<=,5,‰,2030,,,示例：婴儿死亡率降至5‰以下,,,,示例：婴儿死亡比,示例县",
    ];
    let examples = examples.map(|row| row.split(',').map(str::to_owned).collect());
    spreadsheet(std::iter::once(columns.map(str::to_owned).collect()).chain(examples))
}

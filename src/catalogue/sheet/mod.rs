//! A catalogue from one table of targets (CSV or Excel), for an office that has a spreadsheet and no programmer: the columns
//! that [`table::targets`](super::table::targets) prints, plus the optional [`EXTRA_COLUMNS`], titled in English or Chinese. What the columns
//! do not say is told from names, units and quotes by the rules in `infer`, or taken over from the built-in
//! indicator of the same id and name; every mistake is reported with its line, all at once.

mod assemble;
mod cells;
mod check;
mod column;
mod infer;
mod lend;
mod mistake;
mod row;
mod rows;

pub use mistake::{Mistake, Wrong};

use strum::VariantArray;

use super::{Catalogue, builtin};
use crate::lang::Lang;
use crate::tabular::{self, Columns, Record, Sheet, spreadsheet};
use column::Column;
use rows::Rows;

/// Columns that may stand beside those of [`table::TARGET_COLUMNS`](super::table::TARGET_COLUMNS): the form of
/// the pace (`compound` or `linear`), the natural limit, the year that change is measured from, other names of
/// the indicator separated by `|`, and the area whose plan it is.
pub const EXTRA_COLUMNS: [&str; 5] = ["form", "limit", "base_year", "aliases", "area"];

/// The Chinese titles of all columns, in the order of the template.
pub fn chinese_titles() -> impl Iterator<Item = &'static str> {
    Column::VARIANTS.iter().map(|column| column.title(Lang::Zh))
}

/// Reads a catalogue from a table of targets, in any file that [`tabular::open`] reads. Of a workbook it is the first
/// sheet that has the columns. What a table has no column for is as in the built-in catalogue.
///
/// # Errors
/// Every mistake found, in the order of lines.
pub fn from_table(bytes: &[u8]) -> Result<Catalogue, Vec<Mistake>> {
    from_table_like(bytes, builtin())
}

/// The same, where what a table has no column for is as in another catalogue.
///
/// # Errors
/// Every mistake found, in the order of lines.
pub fn from_table_like(bytes: &[u8], like: &Catalogue) -> Result<Catalogue, Vec<Mistake>> {
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
        match cells::columns(header) {
            Ok(columns) => {
                return catalogue(sheet, &columns, like).map_err(|mistakes| named(sheet, mistakes));
            }
            Err(missing) => drop(first_mistakes.get_or_insert_with(|| named(sheet, missing))),
        }
    }
    Err(first_mistakes.unwrap_or_else(|| cells::columns(&Record::new(1, &[])).err().unwrap_or_default()))
}

fn catalogue(sheet: &Sheet, columns: &Columns<Column>, like: &Catalogue) -> Result<Catalogue, Vec<Mistake>> {
    let mut rows = Rows::read(sheet, columns, like.deadline).map_err(|mistake| vec![mistake])?;
    rows.mistakes.extend(check::contradictions(&rows, columns));
    if rows.mistakes.is_empty() {
        rows.resolve_references();
        return Ok(assemble::assemble(&rows.sound, like));
    }
    rows.mistakes.sort_by_key(|mistake| mistake.line);
    Err(rows.mistakes)
}

/// An empty sheet to fill in, with two rows plainly marked as examples.
pub fn template() -> String {
    let titles = chinese_titles().map(str::to_owned);
    let examples = [
        "example-1,示例：农村自来水普及率,C,1,主要目标,1,不低于,90,%,2030,,,示例：农村自来水普及率达到90%以上,示例县儿童发展规划,示例：儿童与健康,,,,,示例县",
        "example-2,示例：婴儿死亡率,C,1,主要目标,2,不高于,5,‰,2030,,,示例：婴儿死亡率降至5‰以下,,,,,,示例：婴儿死亡比,示例县",
    ];
    let examples = examples.map(|row| row.split(',').map(str::to_owned).collect());
    spreadsheet(std::iter::once(titles.collect()).chain(examples))
}

//! A catalogue from one CSV of targets, for an office that has a spreadsheet and no programmer: the columns
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

pub use mistake::{Mistake, Wrong};

use super::Catalogue;
use row::Rows;

/// Columns that may stand beside those of [`table::TARGET_COLUMNS`](super::table::TARGET_COLUMNS): the form of
/// the pace (`compound` or `linear`), the natural limit, the year that change is measured from, other names of
/// the indicator separated by `|`, and the area whose plan it is.
pub const EXTRA_COLUMNS: [&str; 5] = ["form", "limit", "base_year", "aliases", "area"];

/// Reads a catalogue from a CSV of targets in UTF-8 or GB18030, separated by commas, semicolons or tabs.
///
/// # Errors
/// Every mistake found, in the order of lines.
pub fn from_csv(bytes: &[u8]) -> Result<Catalogue, Vec<Mistake>> {
    let text = decoded(bytes);
    let mut rows = Rows::read(&text)?;
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
    let columns: Vec<&str> = super::table::TARGET_COLUMNS
        .into_iter()
        .chain(EXTRA_COLUMNS)
        .collect();
    let examples = [
        "example-1,示例：农村自来水普及率,C,1,goal,1,>=,90,%,2030,,,示例：农村自来水普及率达到90%以上,,,,,示例县",
        "example-2,示例：婴儿死亡率,C,1,goal,2,<=,5,‰,2030,,,示例：婴儿死亡率降至5‰以下,,,,示例：婴儿死亡比,示例县",
    ];
    format!("{}\n{}\n", columns.join(","), examples.join("\n"))
}

fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    }
}

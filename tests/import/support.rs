//! Loading a test file, and what the tests compare of it.

use std::fs;

use plan_tracker::catalogue::builtin;
use plan_tracker::import::{Import, import};

/// The year in which the files are read.
pub const TODAY: i32 = 2026;

/// A file of `tests/data/files`, read as bytes.
pub fn bytes(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/data/files/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read(&path).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// Imports a file of `tests/data/files` that holds figures alone.
pub fn load(name: &str) -> Import {
    let import = accounted(name, &bytes(name));
    let values = import.table.values();
    assert_eq!(import.log.taken, values.count(), "{name}");
    import
}

/// Imports a file; every cell of it must be accounted for.
pub fn accounted(name: &str, bytes: &[u8]) -> Import {
    let import = import(name, bytes, builtin(), TODAY);
    let log = &import.log;
    assert_eq!(log.taken + log.blank + log.rejected_cells(), log.cells, "{name}");
    import
}

/// Rows, cells, taken, blank.
pub fn counts(import: &Import) -> [usize; 4] {
    let log = &import.log;
    [log.rows, log.cells, log.taken, log.blank]
}

/// Line, column, cell and code of every rejection.
pub fn rejected(import: &Import) -> Vec<(u32, &str, &str, &str)> {
    let rejected = import.log.rejected.iter();
    rejected
        .map(|r| {
            (
                r.line.unwrap_or(1),
                r.column.as_deref().unwrap_or_default(),
                r.cell.as_deref().unwrap_or_default(),
                r.reason.code(),
            )
        })
        .collect()
}

/// Indicator, area, year and value of every observation; numbers of cases are none.
pub fn taken(import: &Import) -> Vec<(&str, &str, i32, f64)> {
    import
        .table
        .values()
        .map(|o| (o.indicator, o.area, o.year, o.value))
        .collect()
}

/// Line and text of every note.
pub fn notes(import: &Import) -> Vec<(u32, &str)> {
    import
        .log
        .notes
        .iter()
        .map(|note| (note.line, note.text.as_str()))
        .collect()
}

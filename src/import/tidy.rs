//! Everything taken as one tidy CSV that the import reads back.

use crate::catalogue::Catalogue;
use crate::observation::{Observation, Table};
use crate::tabular::{spreadsheet, spreadsheet_safe};

/// The names of the columns.
const HEAD: [&str; 13] = [
    "indicator",
    "area",
    "year",
    "sex",
    "residence",
    "age",
    "value",
    "unit",
    "source",
    "file",
    "sheet",
    "line",
    "column",
];

/// One row a value of the files, each with its name, in the indicator's own unit; blank for everyone. Numbers of cases
/// are left out: they stand beside values and are none.
pub fn tidy_csv<'t>(catalogue: &Catalogue, files: impl IntoIterator<Item = (&'t str, &'t Table)>) -> String {
    let text = |text: &str| spreadsheet_safe(text).into_owned();
    let row = |file: &str, row: Observation<'_>| -> Option<Vec<String>> {
        let indicator = catalogue.indicator(row.indicator)?;
        let sex: &str = row.group.sex.map_or("", Into::into);
        let residence: &str = row.group.residence.map_or("", Into::into);
        Some(vec![
            indicator.id.clone(),
            text(row.area),
            row.year.to_string(),
            sex.to_owned(),
            residence.to_owned(),
            text(&row.group.age),
            row.value.to_string(),
            indicator.unit.to_string(),
            text(row.source),
            text(file),
            text(row.sheet),
            row.line.to_string(),
            row.column.to_string(),
        ])
    };
    let head = std::iter::once(HEAD.map(str::to_owned).to_vec());
    let rows = files
        .into_iter()
        .flat_map(|(name, table)| table.values().filter_map(move |taken| row(name, taken)));
    spreadsheet(head.chain(rows))
}

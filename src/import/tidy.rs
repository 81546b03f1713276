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

/// A few values as the shortest table that the import reads back, for a link: one row a value, in the indicator's own
/// unit, with the columns that any of them needs.
pub fn few_csv<'t>(catalogue: &Catalogue, values: impl IntoIterator<Item = Observation<'t>>) -> String {
    let row = |value: Observation<'_>| -> Option<Vec<String>> {
        let indicator = catalogue.indicator(value.indicator)?;
        let text = |text: &str| spreadsheet_safe(text).into_owned();
        let sex: &str = value.group.sex.map_or("", Into::into);
        let residence: &str = value.group.residence.map_or("", Into::into);
        Some(vec![
            indicator.id.clone(),
            text(value.area),
            value.year.to_string(),
            value.value.to_string(),
            indicator.unit.to_string(),
            sex.to_owned(),
            residence.to_owned(),
            text(&value.group.age),
            text(value.source),
            if value.is_break {
                "B".to_owned()
            } else {
                String::new()
            },
        ])
    };
    let head = [
        "indicator",
        "area",
        "year",
        "value",
        "unit",
        "sex",
        "residence",
        "age",
        "source",
        "OBS_STATUS",
    ];
    let rows: Vec<Vec<String>> = values.into_iter().filter_map(row).collect();
    let is_used = |at: &usize| at < &5 || rows.iter().any(|row| !row[*at].is_empty());
    let used: Vec<usize> = (0..head.len()).filter(is_used).collect();
    let head = head.map(str::to_owned).to_vec();
    let all = std::iter::once(&head).chain(&rows);
    spreadsheet(all.map(|row| used.iter().map(|at| row[*at].clone()).collect::<Vec<_>>()))
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;
    use crate::import::import;

    #[test]
    fn a_few_values_are_read_back_as_they_were_with_groups_breaks_and_sources() {
        let text = "指标,地区,年份,数值,性别,城乡,来源,OBS_STATUS\n\
                    婴儿死亡率,示例县,2022,5.25,,,示例统计局,\n\
                    婴儿死亡率,示例县,2023,4.5,女,农村,示例统计局,B\n";
        let catalogue = builtin();
        let first = import("a.csv", text.as_bytes(), catalogue, 2024);
        assert_eq!(first.log.taken, 2);
        let few = few_csv(catalogue, first.table.values());
        let again = import("b.csv", few.as_bytes(), catalogue, 2024);
        let told = |import: &crate::import::Import| -> Vec<String> {
            let values = import.table.values();
            values
                .map(|it| format!("{:?} {} {} {}", it.about(), it.value, it.is_break, it.source))
                .collect()
        };
        assert_eq!(told(&again), told(&first));
        assert!(told(&again)[1].contains("true"));
        // Columns that no value needs are not written.
        let plain = few_csv(catalogue, first.table.values().take(1));
        assert_eq!(
            plain.trim_start_matches('\u{feff}').lines().next(),
            Some("indicator,area,year,value,unit,source")
        );
    }
}

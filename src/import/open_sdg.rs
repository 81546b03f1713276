//! Everything taken as the files of an Open SDG site: one CSV an indicator, named after it, with a row a value. The import
//! reads them back.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::{Catalogue, Sex};
use crate::observation::{Collection, Quantity, Residence, Settlement, Table};
use crate::tabular::{spreadsheet, spreadsheet_safe};

/// The names of the columns. Open SDG asks for `Year` first and `Value` last; what stands between tells values apart or
/// is known there by its name.
const HEAD: [&str; 9] = [
    "Year",
    "Area",
    "Sex",
    "Residence",
    "Age",
    "Observation status",
    "Source",
    "Units",
    "Value",
];
/// Columns that every file has.
const ALWAYS: [&str; 4] = ["Year", "Area", "Units", "Value"];

/// A file of an Open SDG site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSdgFile {
    /// Its name, by which an Open SDG site and the import know the indicator.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// One file an indicator, of tables laid over one another, the oldest first. Where two contradict, the one settled on
/// counts. The area is named in every row, the plans' own too: a blank one would be everywhere. Numbers of cases are left
/// out: they stand beside values and are none.
pub fn open_sdg(catalogue: &Catalogue, tables: &[Arc<Table>], settlement: &Settlement) -> Vec<OpenSdgFile> {
    let collection = Collection::new(tables.iter().cloned(), settlement);
    let mut rows: BTreeMap<String, Vec<[String; HEAD.len()]>> = BTreeMap::new();
    for point in collection.iter().flat_map(|series| &series.points) {
        let row = tables
            .get(point.origin.table)
            .and_then(|table| table.get(point.origin.row));
        let Some((row, indicator)) = row.and_then(|row| Some((row, catalogue.indicator(row.indicator)?)))
        else {
            continue;
        };
        if row.quantity != Quantity::Value {
            continue;
        }
        let text = |text: &str| spreadsheet_safe(text).into_owned();
        let sex = match row.group.sex {
            None => "",
            Some(Sex::Female) => "Female",
            Some(Sex::Male) => "Male",
        };
        let residence = match row.group.residence {
            None => "",
            Some(Residence::Urban) => "Urban",
            Some(Residence::Rural) => "Rural",
        };
        let of_indicator = rows.entry(indicator.id.clone()).or_default();
        of_indicator.push([
            row.year.to_string(),
            text(row.area),
            sex.to_owned(),
            residence.to_owned(),
            text(&row.group.age),
            if row.is_break { "B" } else { "" }.to_owned(),
            text(row.source),
            indicator.unit.to_string(),
            row.value.to_string(),
        ]);
    }
    let file = |(id, rows): (String, Vec<[String; HEAD.len()]>)| OpenSdgFile {
        name: format!("indicator_{id}.csv"),
        text: csv(&rows),
    };
    rows.into_iter().map(file).collect()
}

/// The rows with those of the columns that any of them needs.
fn csv(rows: &[[String; HEAD.len()]]) -> String {
    let is_used = |at: &usize| ALWAYS.contains(&HEAD[*at]) || rows.iter().any(|row| !row[*at].is_empty());
    let used: Vec<usize> = (0..HEAD.len()).filter(is_used).collect();
    let head = HEAD.map(str::to_owned);
    let all = std::iter::once(&head).chain(rows);
    spreadsheet(all.map(|row| used.iter().map(|at| row[*at].clone()).collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;
    use crate::import::{Import, import};
    use crate::tabular::pack;

    fn told(import: &Import) -> Vec<String> {
        let values = import.table.values();
        let mut told: Vec<String> = values
            .map(|it| format!("{:?} {} {} {}", it.about(), it.value, it.is_break, it.source))
            .collect();
        told.sort();
        told
    }

    #[test]
    fn the_files_loaded_again_give_the_same_values() {
        let text = "指标,地区,年份,数值,性别,城乡,年龄,来源,OBS_STATUS\n\
                    婴儿死亡率,钦州市,2022,5.25,,,,示例统计局,\n\
                    婴儿死亡率,灵山县,2023,4.5,女,农村,0-1岁,示例统计局,B\n\
                    孕产妇死亡率,钦州市,2023,8,,,,,\n";
        let catalogue = builtin();
        let first = import("a.csv", text.as_bytes(), catalogue, 2024);
        let files = open_sdg(catalogue, &[(&first.table).into()], &Settlement::default());
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "indicator_infant-mortality.csv",
                "indicator_maternal-mortality.csv"
            ]
        );
        assert_eq!(
            files[1].text.trim_start_matches('\u{feff}'),
            "Year,Area,Units,Value\r\n2023,钦州市,/10万,8\r\n"
        );
        let packed = pack(
            files
                .iter()
                .map(|file| (file.name.as_str(), file.text.as_bytes())),
        );
        let again = import("values.zip", &packed, catalogue, 2024);
        assert_eq!((told(&again), again.log.is_clean()), (told(&first), true));
    }

    #[test]
    fn of_two_files_that_contradict_the_later_counts() {
        let read = |value: &str| {
            let text = format!("指标,地区,年份,数值\n婴儿死亡率,钦州市,2022,{value}\n");
            import("a.csv", text.as_bytes(), builtin(), 2024).table
        };
        let (older, newer) = (read("5.2"), read("5.0"));
        let files = open_sdg(builtin(), &[older.into(), newer.into()], &Settlement::default());
        assert_eq!(files.len(), 1);
        assert!(
            files[0].text.ends_with("2022,钦州市,‰,5\r\n"),
            "{}",
            files[0].text
        );
    }
}

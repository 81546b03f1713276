//! Tables in the many shapes that people bring: what is taken of each, with its whole meaning, and what is refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::support::accounted;
use plan_tracker::catalogue::builtin;
use plan_tracker::import::{Import, open_sdg, tidy_csv};
use plan_tracker::observation::Settlement;
use plan_tracker::tabular::pack;

/// Indicator, area, year, sex, residence, age, value.
type Value = (String, String, i32, String, String, String, f64);

#[derive(Debug, PartialEq, Deserialize)]
struct Expected {
    values: Vec<Value>,
    refused: BTreeMap<String, usize>,
}

/// What came of a file, in the words of `expected.json`.
fn found(import: &Import) -> Expected {
    let mut values: Vec<Value> = import
        .table
        .values()
        .map(|row| {
            let sex: &str = row.group.sex.map_or("", Into::into);
            let residence: &str = row.group.residence.map_or("", Into::into);
            let (indicator, area, age) = (row.indicator, row.area, &row.group.age);
            let text = str::to_owned;
            (
                text(indicator),
                text(area),
                row.year,
                text(sex),
                text(residence),
                age.clone(),
                row.value,
            )
        })
        .collect();
    values.sort_by(|a, b| a.partial_cmp(b).expect("values are numbers"));
    // A file may say the same thing twice.
    values.dedup();
    let mut refused = BTreeMap::new();
    for rejection in &import.log.rejected {
        *refused.entry(rejection.reason.code().to_owned()).or_default() += rejection.cells;
    }
    Expected { values, refused }
}

/// The file of a folder, imported, with its name.
fn read(folder: &Path) -> (String, Import) {
    let file = fs::read_dir(folder)
        .expect("it is a folder")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.file_name().is_some_and(|name| name != "expected.json"))
        .expect("each folder has a file");
    let name = file
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let bytes = fs::read(&file).expect("the file can be read");
    (name.to_owned(), accounted(name, &bytes))
}

/// Every folder of `tests/data/shapes`, by name.
fn shapes() -> Vec<PathBuf> {
    let root = format!("{}/tests/data/shapes", env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(&root).expect("the folder is there");
    let mut folders: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()).filter(|path| path.is_dir()))
        .collect();
    folders.sort();
    folders
}

#[test]
fn each_shape_is_taken_as_it_is_meant() {
    let shapes = shapes();
    assert!(shapes.len() > 100, "{}", shapes.len());
    let mut wrong = Vec::new();
    for folder in shapes {
        let expected = fs::read(folder.join("expected.json")).expect("each folder has its expected.json");
        let mut expected: Expected =
            serde_json::from_slice(&expected).expect("it is written as the README says");
        expected
            .values
            .sort_by(|a, b| a.partial_cmp(b).expect("values are numbers"));
        let found = found(&read(&folder).1);
        if found != expected {
            wrong.push(format!(
                "{}\n  found    {found:?}\n  expected {expected:?}",
                folder.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_was_taken_is_written_for_open_sdg_and_read_back_the_same() {
    for folder in shapes() {
        let (name, import) = read(&folder);
        let files = open_sdg(builtin(), &[(&import.table).into()], &Settlement::default());
        let packed = pack(
            files
                .iter()
                .map(|file| (file.name.as_str(), file.text.as_bytes())),
        );
        if !files.is_empty() {
            let again = accounted("open-sdg.zip", &packed);
            assert_eq!(found(&again).values, found(&import).values, "{name}");
            assert!(again.log.is_clean(), "{name}: {:?}", again.log.rejected);
        }
    }
}

#[test]
fn what_was_taken_is_written_as_one_tidy_table_and_read_back_the_same() {
    let imports: Vec<(String, Import)> = shapes().iter().map(|folder| read(folder)).collect();
    for (name, import) in &imports {
        let written = tidy_csv(builtin(), [(name.as_str(), &import.table)]);
        let again = accounted("tidy.csv", written.as_bytes());
        assert_eq!(found(&again).values, found(import).values, "{name}\n{written}");
        assert!(again.log.is_clean(), "{name}: {:?}", again.log.rejected);
    }
}

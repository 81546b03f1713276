//! What lies in the page's folder `data/`: the host's own files are read and judged as the page will, and everything
//! that it publishes is described, so that others can use it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use plan_tracker::catalogue::{Catalogue, from_json};
use plan_tracker::import::{HostFile, HostMistake, Import, Mappings, host_files, import_with};
use plan_tracker::lang::Lang;
use plan_tracker::tabular::{spreadsheet, spreadsheet_safe};
use serde_json::Value;

use super::Edition;
use crate::{judge, process};

/// The columns of `judged.csv`, by the keys of `judged.json`.
const COLUMNS: [&str; 16] = [
    "goals",
    "indicator",
    "area",
    "sex",
    "residence",
    "age",
    "base.year",
    "base.value",
    "latest.year",
    "latest.value",
    "target.op",
    "target.value",
    "target.unit",
    "target.year",
    "level",
    "status",
];

/// Reads and judges the host's own files, prints what was not taken, and publishes the verdicts, with a description of
/// the whole folder.
pub fn publish(edition: Edition) -> Result<()> {
    let folder = edition.bundle().join("data");
    let catalogue =
        fs::read_to_string(folder.join("catalogue.json")).context("the catalogue that was published")?;
    let catalogue = from_json(&catalogue).context("the catalogue that was published")?;
    let (files, imports) = read(&folder, &catalogue);
    if !imports.is_empty() {
        let verdicts = judge::verdicts(&catalogue, &imports, None, None);
        process::write(
            &folder.join("judged.json"),
            serde_json::to_string_pretty(&verdicts)?,
        )?;
        process::write(&folder.join("judged.csv"), judged_csv(&verdicts))?;
    }
    process::write(&folder.join("README.md"), about(&catalogue, &files))
}

/// Every file of the list that can be read, with what was taken of it.
fn read(folder: &Path, catalogue: &Catalogue) -> (Vec<HostFile>, Vec<Import>) {
    let Ok(list) = fs::read_to_string(folder.join("index.json")) else {
        return (Vec::new(), Vec::new());
    };
    let (listed, mistakes) = host_files(&list);
    tell(&mistakes);
    let mut read = (Vec::new(), Vec::new());
    for file in listed {
        match fs::read(folder.join(&file.file)) {
            Ok(bytes) => {
                let said = file.mapping.as_ref();
                let said = said.and_then(|path| fs::read_to_string(folder.join(path)).ok());
                let mappings = file
                    .mappings(said.as_deref(), catalogue)
                    .unwrap_or_else(|mistake| {
                        tell(&[mistake]);
                        Mappings::default()
                    });
                let import = import_with(&file.file, &bytes, catalogue, judge::today(), &mappings);
                tell_log(&import);
                read.0.push(file);
                read.1.push(import);
            }
            Err(_) => tell(&[HostMistake::Absent(file.file)]),
        }
    }
    read
}

fn tell(mistakes: &[HostMistake]) {
    for mistake in mistakes {
        eprintln!("warning: {}", mistake.message(Lang::Zh));
        eprintln!("         {}", mistake.message(Lang::En));
    }
}

/// How much was taken of a file, and where what was not stands.
fn tell_log(import: &Import) {
    let log = &import.log;
    println!("data/{}: {} values taken", log.name, log.taken);
    for rejection in &log.rejected {
        let sheet = rejection.sheet.iter().map(|sheet| format!("{sheet}, "));
        let line = rejection.line.iter().map(|line| format!("line {line}, "));
        let column = rejection.column.iter().cloned();
        let place: String = sheet.chain(line).chain(column).collect();
        let cell = rejection.cell.as_deref().unwrap_or_default();
        let why = rejection.message(Lang::Zh);
        eprintln!("warning: data/{}, {place} “{cell}”: {why}", log.name);
    }
}

/// One row a judged series.
fn judged_csv(verdicts: &Value) -> String {
    let head = COLUMNS.map(str::to_owned).to_vec();
    let rows = verdicts["assessments"].as_array().into_iter().flatten();
    let rows = rows.map(|judged| COLUMNS.map(|column| cell(at(judged, column))).to_vec());
    spreadsheet(std::iter::once(head).chain(rows))
}

fn at<'v>(value: &'v Value, path: &str) -> &'v Value {
    path.split('.').fold(value, |value, key| &value[key])
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => spreadsheet_safe(text).into_owned(),
        Value::Array(list) => list.iter().map(cell).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

/// The description of the folder.
fn about(catalogue: &Catalogue, files: &[HostFile]) -> String {
    let own = files.iter().map(|file| {
        let HostFile {
            file,
            name,
            source,
            date,
            licence,
            ..
        } = file;
        format!("| `{file}` | {name}；{source}；{date}；{licence} |\n")
    });
    let judged =
        "| `judged.json`、`judged.csv` | 用上面这些文件评判的结果 · what these files were judged to be |\n";
    let judged = (!files.is_empty()).then_some(judged);
    format!(
        "# {}：开放数据 · open data\n\n\
         | 文件 file | 内容 content |\n|---|---|\n\
         | `catalogue.json` | 规划、目标、指标的全部内容，供程序读取 · plans, goals, indicators, for programs |\n\
         | `catalogue.csv` | 全部目标值，一行一个 · every target, one a row |\n\
         | `texts.csv` | 规划的全部正文 · every text of the plans |\n{}{}\n\
         ## 许可 · licence\n\n\
         规划正文是官方文件，不属于著作权法保护的对象。目标的整理和评判结果按 CC0 1.0 放弃权利，任何人可以任意使用。\
         其他文件按各自写明的许可。\n\n\
         The texts of the plans are official documents, which copyright does not cover. Their arrangement as targets, and the \
         verdicts, are dedicated to the public (CC0 1.0). Other files are under the licence stated with each.\n",
        catalogue.title,
        own.collect::<String>(),
        judged.unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_judged_series_is_a_row_and_no_cell_of_it_a_formula() {
        let verdicts = serde_json::json!({ "assessments": [{
            "goals": ["W1.02", "C1.03"], "indicator": "maternal-mortality", "area": "=1+1", "sex": "", "residence": "",
            "age": "", "base": null, "latest": { "year": 2024, "value": 8.5 },
            "target": { "op": "<=", "value": 12, "unit": "/10万", "year": 2030 }, "level": "met", "status": "met",
        }]});
        let csv = judged_csv(&verdicts);
        let row = csv.lines().nth(1).unwrap();
        assert_eq!(
            row,
            "W1.02 C1.03,maternal-mortality,'=1+1,,,,,,2024,8.5,<=,12,/10万,2030,met,met"
        );
    }
}

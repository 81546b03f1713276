//! The import of large files, natively and in the browser: how long it takes, checked by how many values are taken and
//! what they add up to.

mod browser;
mod files;

use std::fmt::Write;
use std::path::Path;

use anyhow::{Result, ensure};
use plan_tracker::catalogue::builtin;
use plan_tracker::import::import;

use super::timing::{median, once};
use files::File;

/// The year in which the files are read.
const TODAY: i32 = 2026;

const RUNS: usize = 5;

/// The tables of times. What was measured in the browser is also written to `json`, if that is given.
pub fn measure(json: Option<&Path>) -> Result<String> {
    let files = files::all();
    Ok(format!(
        "{}\n{}",
        natively(&files)?,
        browser::measure(&files, json)?
    ))
}

fn natively(files: &[File]) -> Result<String> {
    let mut text = format!(
        "## Import\n\n\
         Files of invented figures, every value taken and their sum checked; the whole import from bytes to judged \
         columns, natively, median of {RUNS} runs.\n\n\
         | file | values | size | time | MiB a second |\n\
         |---|---|---|---|---|\n"
    );
    for file in files {
        check(file)?;
        let time = median((0..RUNS).map(|_| once(|| read(file))));
        let size = file.bytes.len() as f64 / f64::from(1 << 20);
        writeln!(
            text,
            "| {} | {} | {size:.1} MiB | {time:.0} ms | {:.0} |",
            file.name,
            file.values,
            size / time * 1e3
        )?;
    }
    Ok(text)
}

fn read(file: &File) -> plan_tracker::import::Import {
    import("large.csv", &file.bytes, builtin(), TODAY)
}

fn check(file: &File) -> Result<()> {
    let table = read(file).table;
    let sum: f64 = table.values().map(|row| row.value).sum();
    let (values, name) = (table.values().count(), file.name);
    ensure!(
        values == file.values,
        "{name}: {values} of {} values were taken",
        file.values
    );
    ensure!(
        (sum - file.sum).abs() < 1e-6 * sum,
        "{name}: the values add up to {sum}, not {}",
        file.sum
    );
    Ok(())
}

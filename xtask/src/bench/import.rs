//! The import of a large tidy file, beside the plain `csv` reader that cuts the same bytes into records and
//! does nothing with them: what matching, checking and reporting cost.

use std::fmt::Write;

use anyhow::{Result, ensure};
use plan_tracker::catalogue::{Indicator, Kind, builtin};
use plan_tracker::import::import;

use super::timing::{median, once};

/// The year in which the files are read.
const TODAY: i32 = 2026;

const ROWS: usize = 200_000;
const RUNS: usize = 15;
/// So that every run of the command reads the same file.
const SEED: u64 = 2030;

/// The table of times.
pub fn measure() -> Result<String> {
    let file = file();
    let taken = import("large.csv", file.as_bytes(), builtin(), TODAY).log.taken;
    ensure!(taken == ROWS, "only {taken} of {ROWS} rows were taken");
    // Turn by turn, so that a busy moment of the machine falls on both.
    let turn = |_| {
        let ours = once(|| import("large.csv", file.as_bytes(), builtin(), TODAY));
        (ours, once(|| records(&file)))
    };
    let turns: Vec<(f64, f64)> = (0..RUNS).map(turn).collect();
    let ours = median(turns.iter().map(|(ours, _)| *ours));
    let peer = median(turns.iter().map(|(_, peer)| *peer));
    let ratio = median(turns.iter().map(|(ours, peer)| ours / peer));
    let megabytes = file.len() as f64 / 1e6;
    let mut text = format!(
        "## Import\n\n\
         A tidy file of {ROWS} rows ({megabytes:.1} MB, every row taken), median of {RUNS} runs. The peer is the \
         `csv` crate reading the same bytes into records, without decoding, matching or checking.\n\n\
         | | time | rows a second | times the peer |\n\
         |---|---|---|---|\n"
    );
    let rows = |time: f64| ROWS as f64 / time / 1e3;
    writeln!(
        text,
        "| **import (this app)** | {ours:.0} ms | {:.1} million | {ratio:.1} |",
        rows(ours)
    )?;
    writeln!(
        text,
        "| `csv` into records | {peer:.0} ms | {:.1} million | 1 |",
        rows(peer)
    )?;
    Ok(text)
}

fn records(file: &str) -> Vec<csv::StringRecord> {
    let reader = csv::Reader::from_reader(file.as_bytes());
    reader.into_records().flatten().collect()
}

/// Every countable indicator at invented areas over the years of a plan.
fn file() -> String {
    let mut dice = fastrand::Rng::with_seed(SEED);
    let countable = |indicator: &&Indicator| indicator.kind != Kind::Milestone;
    let indicators: Vec<&Indicator> = builtin().indicators.iter().filter(countable).collect();
    let mut text = String::from("指标,地区,年份,性别,城乡,年龄,数值,单位,来源\n");
    let keys = (1..).flat_map(|area| {
        let years = 2011..=2030;
        let of = |indicator| years.clone().map(move |year| (area, indicator, year));
        indicators.iter().flat_map(of).collect::<Vec<_>>()
    });
    for (area, indicator, year) in keys.take(ROWS) {
        let value = 10.0 + 80.0 * dice.f64();
        let (name, unit) = (&indicator.name, &indicator.unit);
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{name},示例{area}乡,{year},,,,{value:.2},{unit},示例（虚构）"
        );
    }
    text
}

//! The files that the import is measured with: invented figures in the shapes that are large in practice, the same at
//! every run.

use std::fmt::Write;

use encoding_rs::GB18030;
use plan_tracker::catalogue::{Indicator, Kind, builtin};

/// So that every run of the command reads the same files.
const SEED: u64 = 2030;

/// The years of the rows: all of them have passed.
const YEARS: std::ops::RangeInclusive<i32> = 2001..=2020;

/// A file to read.
pub struct File {
    /// What it is called in the table.
    pub name: &'static str,
    /// The encoding, as a browser calls it.
    pub encoding: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// How many values stand in it.
    pub values: usize,
    /// Their sum.
    pub sum: f64,
}

/// Every file, from the largest on.
pub fn all() -> Vec<File> {
    let gb18030 = |mut file: File| {
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        file.bytes = GB18030.encode(&text).0.into_owned();
        file.encoding = "gb18030";
        file
    };
    vec![
        tidy("tidy, a million rows", 1_000_000, ""),
        tidy("tidy, every cell quoted", 12_000, "\""),
        gb18030(tidy("tidy, GB18030", 340_000, "")),
        wide("wide, a column a year", 125_000),
    ]
}

/// A file of a size that offices have.
pub fn usual() -> File {
    tidy("tidy, ten thousand rows", 10_000, "")
}

/// Every indicator that is counted at invented areas.
fn series() -> impl Iterator<Item = (usize, &'static Indicator)> {
    let countable = |indicator: &&Indicator| indicator.kind != Kind::Milestone;
    let indicators: Vec<&Indicator> = builtin().indicators.iter().filter(countable).collect();
    (1..).flat_map(move |area| {
        indicators
            .clone()
            .into_iter()
            .map(move |indicator| (area, indicator))
    })
}

fn tidy(name: &'static str, values: usize, quote: &str) -> File {
    let mut dice = fastrand::Rng::with_seed(SEED);
    let between = format!("{quote},{quote}");
    let line = |cells: &[&str]| format!("{quote}{}{quote}\n", cells.join(&between));
    let titles = [
        "指标", "地区", "年份", "性别", "城乡", "年龄", "数值", "单位", "来源",
    ];
    let (mut text, mut sum) = (line(&titles), 0.0);
    let rows = series().flat_map(|(area, indicator)| YEARS.map(move |year| (area, indicator, year)));
    for (area, indicator, year) in rows.take(values) {
        let value = f64::from(1000 + dice.u32(..8000)) / 100.0;
        let (area, year, written) = (format!("示例{area}乡"), year.to_string(), format!("{value:.2}"));
        let unit = indicator.unit.as_str();
        text += &line(&[
            &indicator.name,
            &area,
            &year,
            "",
            "",
            "",
            &written,
            unit,
            "示例（虚构）",
        ]);
        sum += value;
    }
    File {
        name,
        encoding: "utf-8",
        bytes: text.into_bytes(),
        values,
        sum,
    }
}

fn wide(name: &'static str, rows: usize) -> File {
    let mut dice = fastrand::Rng::with_seed(SEED);
    let (mut text, mut sum) = (String::from("指标,地区"), 0.0);
    for year in YEARS {
        // Writing to a string cannot fail.
        let _ = write!(text, ",{year}");
    }
    for (area, indicator) in series().take(rows) {
        let _ = write!(text, "\n{},示例{area}乡", indicator.name);
        for _ in YEARS {
            let value = f64::from(100 + dice.u32(..800)) / 10.0;
            let _ = write!(text, ",{value:.1}");
            sum += value;
        }
    }
    File {
        name,
        encoding: "utf-8",
        bytes: text.into_bytes(),
        values: rows * YEARS.count(),
        sum,
    }
}

//! How soon the published page is there: Lighthouse as a phone and as a desktop, and the first chart on a slow phone,
//! beside a stand-in built of what most pages of indicators are built of. `tests/bench/page` measures; here its job is
//! written and its figures laid out.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};
use plan_tracker::catalogue::builtin;
use plan_tracker::import::import;
use plan_tracker::observation::{Collection, Series, Settlement};
use serde::Deserialize;
use serde_json::{Value, json};

use super::timing::median;
use crate::build::{self, Edition};
use crate::setup::{chromium, node, rust_wasm};
use crate::{paths, process};

const RUNS: usize = 5;

/// The year in which the files are read.
const TODAY: i32 = 2026;

/// What one visit said: scores from 0 to 100, times in milliseconds, bytes of each request by the name of its file.
#[derive(Deserialize)]
struct Visit {
    scores: BTreeMap<String, f64>,
    times: BTreeMap<String, f64>,
    transfer: Vec<(String, f64)>,
}

/// One contender's visits, and how long a slow phone waits for its first chart, in milliseconds.
#[derive(Deserialize)]
struct Measured {
    phone: Vec<Visit>,
    desktop: Vec<Visit>,
    chart: Vec<f64>,
}

/// How long one tap on our page was waited for, a run each, in milliseconds.
#[derive(Deserialize)]
struct Tap {
    name: String,
    /// Until the paint that shows what was asked for.
    answered: Vec<f64>,
    /// Until nothing changes any more.
    drawn: Vec<f64>,
    /// The longest task meanwhile; 0 where none is longer than 50 ms.
    task: Vec<f64>,
}

/// Taps on the page without data, and with the example city's.
#[derive(Deserialize)]
struct Taps {
    without: Vec<Tap>,
    example: Vec<Tap>,
}

/// Everything that was measured.
#[derive(Deserialize)]
struct Everything {
    /// The first page, by contender.
    first: BTreeMap<String, Measured>,
    taps: Taps,
}

/// Measures and lays out.
pub fn measure() -> Result<String> {
    let toolchain = rust_wasm::toolchain()?;
    let tools = paths::root().join("tests/bench/page");
    node::packages()?;
    node::packages_in(&tools)?;
    let browser = chromium::browser()?;
    build::bundle(&toolchain, Edition::Published)?;
    let folder = paths::target().join("bench");
    let page = Edition::Published.bundle();
    let catalogue =
        fs::read_to_string(page.join("data/catalogue.json")).context("the page has no catalogue")?;
    let (series, goal) = longest_series()?;
    let job = json!({
        "folder": folder,
        "page": page,
        "browser": browser,
        "runs": RUNS,
        "catalogue": serde_json::from_str::<Value>(&catalogue)?,
        "series": series,
        "chart": goal,
        "drawn": ".chart-host svg",
    });
    let path = folder.join("page-job.json");
    process::write(&path, job.to_string())?;
    process::run(process::command("node").arg(tools.join("measure.js")).arg(&path))?;
    let measured = fs::read_to_string(folder.join("page.json")).context("nothing was measured")?;
    let measured: Everything = serde_json::from_str(&measured).context("what was measured cannot be read")?;
    Ok(table(&measured.first)? + &taps(&measured.taps)?)
}

/// The series with the most values among the published figures, for the stand-in's chart, and the address of the goal
/// whose page draws it.
fn longest_series() -> Result<(Value, String)> {
    let path = paths::city().join("reference.csv");
    let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let table = import("reference.csv", &bytes, builtin(), TODAY).table;
    let collection = Collection::new([&table], &Settlement::default());
    let longest = collection
        .iter()
        .filter(|series| series.key.group.is_total())
        .max_by_key(|series| series.values().len())
        .context("there are no published figures")?;
    let Series { key, .. } = longest;
    let indicator = builtin()
        .indicator(&key.indicator)
        .context("a figure without an indicator")?;
    let goal = &indicator
        .targets
        .first()
        .context("an indicator without a target")?
        .at;
    let (years, values): (Vec<_>, Vec<_>) = longest.values().iter().map(|at| (at.year, at.value)).unzip();
    let series = json!({ "title": indicator.name, "years": years, "values": values });
    Ok((series, format!("#/goal/{goal}?area={}", key.area)))
}

const OURS: &str = "ours";
const STAND_IN: &str = "stand-in";

fn table(measured: &BTreeMap<String, Measured>) -> Result<String> {
    let of = |name: &str| {
        measured
            .get(name)
            .with_context(|| format!("{name} was not measured"))
    };
    let (ours, other) = (of(OURS)?, of(STAND_IN)?);
    let mut text = format!(
        "## The page\n\n\
         The first page by {}, as its slow phone and as its desktop, from a host that compresses with brotli; beside it, in \
         the same runs, a stand-in built as Open SDG builds its pages ({}): the whole catalogue as a table and one chart. \
         Medians of {RUNS} runs with the least and the most.\n\n\
         | | ours, phone | stand-in, phone | ours, desktop | stand-in, desktop |\n|---|---|---|---|---|\n",
        versions(&["lighthouse"])?,
        versions(&["jquery", "bootstrap", "chart.js", "datatables.net"])?,
    );
    let columns = [&ours.phone, &other.phone, &ours.desktop, &other.desktop];
    let names = |of: fn(&Visit) -> &BTreeMap<String, f64>| {
        let first = ours.phone.first().map(of).into_iter().flatten();
        first.map(|(name, _)| name.clone()).collect::<Vec<String>>()
    };
    for name in names(|visit| &visit.scores) {
        let cells = columns.map(|visits| spread(visits.iter().map(|visit| visit.scores[&name]), ""));
        writeln!(text, "| {name} | {} |", cells.join(" | "))?;
    }
    for name in names(|visit| &visit.times) {
        let cells = columns.map(|visits| spread(visits.iter().map(|visit| visit.times[&name]), " ms"));
        writeln!(text, "| {name} | {} |", cells.join(" | "))?;
    }
    let kilobytes = |visit: &Visit| visit.transfer.iter().map(|(_, bytes)| bytes / 1e3).sum::<f64>();
    let cells = columns.map(|visits| spread(visits.iter().map(kilobytes), " kB"));
    writeln!(text, "| transferred | {} |", cells.join(" | "))?;
    let cells = [ours, other].map(|of| spread(of.chart.iter().copied(), " ms"));
    writeln!(text, "| first chart | {} | – | – |", cells.join(" | "))?;
    parts(&mut text, ours)?;
    Ok(text)
}

/// How long taps are waited for.
fn taps(taps: &Taps) -> Result<String> {
    let mut text = String::from(
        "\n### Taps\n\n\
         A phone four times slower, 390 pixels wide, everything fetched: from the change of the address to the first paint \
         after it (“answered”; the heading is in it, and of some pages what follows comes a frame later), until nothing on the page changes any \
         more (“all drawn”), and the longest task meanwhile where one is longer than 50 ms. Medians of 5 runs in one visit; \
         answered with the least and the most.\n\n\
         | tap | answered, no data | all drawn | longest task | answered, example city | all drawn | longest task |\n\
         |---|---|---|---|---|---|---|\n",
    );
    for tap in &taps.example {
        let without = taps.without.iter().find(|other| other.name == tap.name);
        let cells = [without, Some(tap)].map(|tap| tap.map_or("– | – | –".to_owned(), times));
        writeln!(text, "| {} | {} |", tap.name, cells.join(" | "))?;
    }
    Ok(text)
}

fn times(tap: &Tap) -> String {
    let middle = |times: &[f64]| format!("{:.0} ms", median(times.iter().copied()));
    let task = match median(tap.task.iter().copied()) {
        0.0 => "–".to_owned(),
        _ => middle(&tap.task),
    };
    let answered = spread(tap.answered.iter().copied(), " ms");
    format!("{answered} | {} | {task}", middle(&tap.drawn))
}

/// What the phone fetched of our page, file by file.
fn parts(text: &mut String, ours: &Measured) -> Result<()> {
    let visit = ours.phone.first().context("nothing was measured")?;
    let mut parts = visit.transfer.clone();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    writeln!(text, "\n| fetched by the first page | transferred |\n|---|---|")?;
    for (name, bytes) in parts {
        writeln!(text, "| {name} | {:.1} kB |", bytes / 1e3)?;
    }
    Ok(())
}

/// The median, with the least and the most where they differ from it.
fn spread(figures: impl Iterator<Item = f64>, unit: &str) -> String {
    let mut figures: Vec<f64> = figures.map(f64::round).collect();
    figures.sort_unstable_by(f64::total_cmp);
    let middle = median(figures.iter().copied());
    match (figures.first(), figures.last()) {
        (Some(least), Some(most)) if least < most => format!("{middle:.0}{unit} ({least:.0}–{most:.0})"),
        _ => format!("{middle:.0}{unit}"),
    }
}

/// Packages with their versions, as the lock file of the tools has them.
fn versions(names: &[&str]) -> Result<String> {
    let lock = fs::read_to_string(paths::root().join("tests/bench/page/package-lock.json"))?;
    let lock: Value = serde_json::from_str(&lock)?;
    let version = |name: &&str| {
        let version = lock["packages"][format!("node_modules/{name}")]["version"].as_str();
        format!("{name} {}", version.unwrap_or("of no known version"))
    };
    Ok(names.iter().map(version).collect::<Vec<_>>().join(", "))
}

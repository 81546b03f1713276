//! The import in headless Chromium, in the page as it is published: each file beside rivals that do the same job, and
//! how the page fares with the largest. `tests/bench/import.spec.ts` measures; here its files are made and its figures
//! laid out.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use plan_tracker::catalogue::{builtin, to_bytes};
use serde::Deserialize;

use super::super::timing::median;
use super::files::{self, File};
use crate::build::{self, Edition};
use crate::setup::{chromium, node, rust_wasm};
use crate::{paths, playwright, process};

const RUNS: usize = 5;

/// What was measured; times in milliseconds, sizes in bytes.
#[derive(Deserialize)]
struct Measured {
    /// Of each file by name, of each contender by name, the time of every run.
    files: BTreeMap<String, BTreeMap<String, Vec<f64>>>,
    page: OfPage,
    few: OfFew,
    tasks: Vec<LongTask>,
}

/// A task of the page that took more than 50 ms.
#[derive(Deserialize)]
struct LongTask {
    /// When in the visit.
    moment: String,
    time: f64,
    /// Its time by what it was spent on.
    parts: BTreeMap<String, f64>,
}

/// Of each address how long it takes to come, and its longest task.
type Pages = BTreeMap<String, (f64, f64)>;

/// How the pages come with fewer values.
#[derive(Deserialize)]
struct OfFew {
    none: Pages,
    usual: Pages,
}

/// How the page fares with the largest file.
#[derive(Deserialize)]
struct OfPage {
    /// From choosing the file to its figures on the page.
    load: f64,
    /// The longest task of the page meanwhile.
    task: f64,
    /// What the page's process holds before.
    empty: f64,
    /// What it then holds.
    held: f64,
    /// The file's size.
    size: f64,
    /// From starting the page anew to the figures, of every run.
    reload: Vec<f64>,
    pages: Pages,
}

/// Measures and lays out; what was measured goes to `json` too, if that is given.
pub fn measure(files: &[File], json: Option<&Path>) -> Result<String> {
    let toolchain = rust_wasm::toolchain()?;
    node::packages()?;
    let browser = chromium::browser()?;
    build::bundle(&toolchain, Edition::Published)?;
    let folder = paths::target().join("bench");
    prepare(&folder, files)?;
    playwright::run(&[("bench", Edition::Published)], &browser, &[])?;
    let text = fs::read_to_string(folder.join("results.json")).context("nothing was measured")?;
    if let Some(json) = json {
        process::write(json, &text)?;
    }
    let measured: Measured = serde_json::from_str(&text).context("what was measured cannot be read")?;
    Ok([
        contenders(files, &measured)?,
        page(&measured)?,
        long_tasks(&measured.tasks)?,
    ]
    .join("\n"))
}

/// Writes the files and what is to be known of them.
fn prepare(folder: &Path, files: &[File]) -> Result<()> {
    let mut known = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let path = folder.join(format!("{at}.csv"));
        process::write(&path, &file.bytes)?;
        known.push(serde_json::json!({
            "name": file.name,
            "path": path,
            "encoding": file.encoding,
            "values": file.values,
            "sum": file.sum,
        }));
    }
    let usual = files::usual();
    let path = folder.join("usual.csv");
    process::write(&path, &usual.bytes)?;
    let usual = serde_json::json!({ "path": path, "values": usual.values });
    let names: Vec<&str> = builtin()
        .indicators
        .iter()
        .map(|indicator| indicator.name.as_str())
        .collect();
    let job = serde_json::json!({
        "worker": worker()?,
        "catalogue": BASE64_STANDARD.encode(to_bytes(builtin())),
        "runs": RUNS,
        "names": names,
        "files": known,
        "usual": usual,
    });
    process::write(&folder.join("job.json"), job.to_string())
}

/// Where the import worker of the published page stands, from the page on.
fn worker() -> Result<String> {
    let assets = Edition::Published.bundle().join("assets");
    let names = fs::read_dir(&assets).with_context(|| format!("no {}", assets.display()))?;
    names
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .find(|name| name.starts_with("worker") && name.ends_with(".js"))
        .map(|name| format!("./assets/{name}"))
        .context("the page has no import worker")
}

const OURS: &str = "ours";
const RIVALS: [&str; 3] = ["uDSV", "PapaParse", "csv-simple-parser"];

fn contenders(files: &[File], measured: &Measured) -> Result<String> {
    let mut text = format!(
        "### In the browser\n\n\
         The same files in headless Chromium, in the published page: ours is the whole way from the chosen file to the \
         import worker and back, everything checked; the rivals ({}) read the chosen file, decode, split, read numbers, look names up and group values into series in the \
         page itself, and check nothing. Counts and sums are equal; medians of {RUNS} runs in turn, after one to warm up.\n\n\
         | file | size | ours | {} |\n|---|---|---|{}\n",
        versions()?,
        RIVALS.join(" | "),
        "---|".repeat(RIVALS.len())
    );
    for file in files {
        let times = measured.files.get(file.name).context("a file was not measured")?;
        let time = |name: &str| median(times.get(name).into_iter().flatten().copied());
        let size = file.bytes.len() as f64 / f64::from(1 << 20);
        let ours = time(OURS);
        let rivals = RIVALS.map(|name| format!("{:.0} ms ({:.2}x)", time(name), time(name) / ours));
        writeln!(
            text,
            "| {} | {size:.1} MiB | **{ours:.0} ms**, {:.0} MiB a second | {} |",
            file.name,
            size / ours * 1e3,
            rivals.join(" | ")
        )?;
    }
    Ok(text)
}

/// The rivals with their versions, as npm's lock file has them.
fn versions() -> Result<String> {
    let lock = fs::read_to_string(paths::root().join("package-lock.json"))?;
    let lock: serde_json::Value = serde_json::from_str(&lock)?;
    let version = |name: &str| {
        let package = &lock["packages"][format!("node_modules/{}", name.to_lowercase())]["version"];
        format!("{name} {}", package.as_str().unwrap_or("of no known version"))
    };
    Ok(RIVALS.map(version).join(", "))
}

fn page(measured: &Measured) -> Result<String> {
    let (page, few) = (&measured.page, &measured.few);
    let mut text = format!(
        "### The page with a million values\n\n\
         From choosing the file to its figures on the page {:.1} s, {}. The page's process holds \
         {:.0} MiB before and {:.0} MiB then, {:.1} times the file, of which {:.1} times for its figures. Started anew, the \
         page has the figures back {:.0} ms after it is opened (median of {RUNS}).\n\n\
         How long each page takes to come, and its longest task (0 where none is over 50 ms), by how many values are loaded \
         beside the reference figures:\n\n\
         | page | none | ten thousand | a million |\n|---|---|---|---|\n",
        page.load / 1e3,
        longest(page.task),
        page.empty / f64::from(1 << 20),
        page.held / f64::from(1 << 20),
        page.held / page.size,
        (page.held - page.empty) / page.size,
        median(page.reload.iter().copied())
    );
    for address in page.pages.keys() {
        write!(text, "| `{address}` |")?;
        for pages in [&few.none, &few.usual, &page.pages] {
            let (time, task) = pages.get(address).context("a page was not measured")?;
            write!(text, " {time:.0} ms, {task:.0} ms |")?;
        }
        text.push('\n');
    }
    Ok(text)
}

/// The longest task, of which only those of over 50 ms are told.
fn longest(task: f64) -> String {
    match task {
        0.0 => "no task over 50 ms".to_owned(),
        task => format!("longest task {task:.0} ms"),
    }
}

fn long_tasks(tasks: &[LongTask]) -> Result<String> {
    const KINDS: [&str; 5] = ["script", "style and layout", "painting", "memory", "other"];
    let mut text = format!(
        "### A trace of the long tasks\n\n\
         The same visit with a million values once more, traced by Chromium: every task of the page that took more than \
         50 ms, and the milliseconds that it spent on what. Traced tasks take somewhat longer.\n\n\
         | moment | task | {} |\n|---|---|{}\n",
        KINDS.join(" | "),
        "---|".repeat(KINDS.len())
    );
    for LongTask { moment, time, parts } in tasks {
        let spent = KINDS.map(|kind| format!("{:.0}", parts.get(kind).unwrap_or(&0.0)));
        writeln!(text, "| {moment} | {time:.0} ms | {} |", spent.join(" | "))?;
    }
    if tasks.is_empty() {
        text += "\nThere was none.\n";
    }
    Ok(text)
}

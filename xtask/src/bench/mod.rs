//! `cargo xtask bench`: how good the forecasts are and how fast files are read and judged, as tables in
//! Markdown. Speed is measured in a build that is optimised: the command builds one and calls itself there.

mod assess;
mod forecast;
mod import;
mod page;
mod timing;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::{paths, process};

/// The profile of Cargo.toml in which speed is measured.
const PROFILE: &str = "measured";

/// What to measure.
#[derive(Args)]
pub struct Options {
    /// Measure only a part
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// Write what was measured of the import in the browser to a file as well
    #[arg(long)]
    json: Option<PathBuf>,
    /// Write everything to docs/benchmarks.md as well
    #[arg(long, conflicts_with = "only")]
    write: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// The back-test of the forecasts on the reference data, beside two rivals
    Forecast,
    /// Reading large files, in the browser beside rivals
    Import,
    /// Judging every target of the example area
    Assess,
    /// How soon the page is there on a phone and on a desktop, beside a page as others build theirs
    Page,
}

impl Part {
    const ALL: [Part; 4] = [Part::Forecast, Part::Import, Part::Assess, Part::Page];

    /// Whether the build of this very program makes a difference.
    fn is_about_speed(self) -> bool {
        matches!(self, Part::Import | Part::Assess)
    }

    fn measure(self, options: &Options) -> Result<String> {
        match self {
            Part::Forecast => forecast::measure(),
            Part::Import => import::measure(options.json.as_deref()),
            Part::Assess => assess::measure(),
            Part::Page => page::measure(),
        }
    }
}

/// Measures and prints.
pub fn run(options: &Options) -> Result<()> {
    let parts: Vec<Part> = match options.only {
        Some(part) => vec![part],
        None => Part::ALL.to_vec(),
    };
    if cfg!(debug_assertions) && parts.iter().any(|part| part.is_about_speed()) {
        return again_optimised();
    }
    let mut sections = Vec::new();
    for part in parts {
        let section = part.measure(options)?;
        println!("{section}");
        sections.push(section);
    }
    if options.write {
        let page = format!("{}\n{}", introduction(), sections.join("\n"));
        process::write(&page_path(), page)?;
    }
    Ok(())
}

/// The same command in the optimised build.
fn again_optimised() -> Result<()> {
    let mut cargo = process::command("cargo");
    cargo.args(["run", "--quiet", "--package", "xtask", "--profile", PROFILE, "--"]);
    process::run(cargo.args(std::env::args_os().skip(1)))
}

fn page_path() -> PathBuf {
    paths::root().join("docs/benchmarks.md")
}

fn introduction() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = std::env::consts::ARCH.replace('_', "-");
    format!(
        "# Benchmarks\n\n\
         Made by `cargo xtask bench --write`, natively, on {cores} cores, {processor}. Times are medians of several \
         runs and differ from machine to machine; ratios to a peer measured in the same run differ less. The \
         forecasts' figures are the same everywhere.\n"
    )
}

//! `cargo xtask`: the project's own build tool. Every command first sets up what is missing, so that a fresh
//! machine with Rust and Node needs to know nothing else.

mod bench;
mod build;
mod catalogue;
mod example;
mod fuzz;
mod judge;
mod paths;
mod playwright;
mod process;
mod serve;
mod setup;
mod shots;
mod test;
mod tidy;

use std::process::ExitCode;

use clap::Parser;

/// Builds, serves and tests the plan tracker; sets up what is missing first.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Serve the page on this machine, rebuild and reload it on change
    Serve(serve::Options),
    /// Build the page into dist/, ready for any static host under any path
    Build(build::Options),
    /// Check the format, lint, run the native tests, build, and test the page in Chromium
    Test(test::Options),
    /// Print the built-in catalogue as CSV
    Catalogue(catalogue::Options),
    /// Judge files without a browser and print the verdicts as JSON
    Judge(judge::Options),
    /// Print everything that is taken from files as one tidy CSV
    Tidy(tidy::Options),
    /// Measure the forecasts, and the speed of import and assessment
    Bench(bench::Options),
    /// Damage sound files at random and see that every reader ends
    Fuzz(fuzz::Options),
    /// Take the screenshots in docs/ again
    Shots,
    /// Make the invented figures of the example area anew
    Example,
}

fn main() -> ExitCode {
    let done = match Task::parse() {
        Task::Judge(options) => return ended(judge::run(&options)),
        Task::Tidy(options) => return ended(tidy::run(&options)),
        Task::Serve(options) => serve::run(&options),
        Task::Build(options) => build::run(&options),
        Task::Test(options) => test::run(&options),
        Task::Catalogue(options) => catalogue::run(&options),
        Task::Bench(options) => bench::run(&options),
        Task::Fuzz(options) => fuzz::run(&options),
        Task::Shots => shots::run(),
        Task::Example => example::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Reading files has three ends: every cell was taken, some were not, or nothing could be read.
fn ended(end: anyhow::Result<ExitCode>) -> ExitCode {
    end.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::from(2)
    })
}

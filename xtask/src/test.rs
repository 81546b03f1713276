//! `cargo xtask test`: everything that must hold before a change goes in, in the order in which it is cheapest to
//! find out.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::setup::{chromium, node, rust_wasm};
use crate::{build, playwright, process};

/// How `cargo xtask test` can be asked.
#[derive(clap::Args)]
pub struct Options {
    /// Run only a part
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// Passed on to Playwright, such as the name of a test file
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    playwright: Vec<String>,
}

/// The two halves, for use while working on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Format, lints and native tests
    Native,
    /// The release build, and the tests in Chromium against it
    E2e,
}

/// Sets up what is missing and runs the tests; stops at the first step that fails.
pub fn run(options: &Options) -> Result<()> {
    let mut steps = Steps::default();
    let result = run_steps(options, &mut steps);
    steps.print();
    result
}

fn run_steps(options: &Options, steps: &mut Steps) -> Result<()> {
    if options.only != Some(Part::E2e) {
        steps.run("format", || {
            process::run(cargo().args(["fmt", "--all", "--check"]))
        })?;
        steps.run("lints", || {
            let everything = ["--workspace", "--all-targets", "--all-features"];
            process::run(
                cargo()
                    .arg("clippy")
                    .args(everything)
                    .args(["--", "-D", "warnings"]),
            )
        })?;
        steps.run("native tests", || {
            process::run(cargo().args(["test", "--workspace", "--all-features"]))
        })?;
    }
    if options.only != Some(Part::Native) {
        let (toolchain, browser) = steps.run("set-up", || {
            let toolchain = rust_wasm::toolchain()?;
            node::packages()?;
            Ok((toolchain, chromium::browser()?))
        })?;
        steps.run("release build", || build::dist(&toolchain))?;
        steps.run("end-to-end tests", || {
            playwright::run("e2e", &browser, &options.playwright)
        })?;
    }
    Ok(())
}

fn cargo() -> Command {
    process::command("cargo")
}

/// What ran, for the summary at the end.
#[derive(Default)]
struct Steps(Vec<Step>);

struct Step {
    name: &'static str,
    seconds: f32,
    passed: bool,
}

impl Steps {
    fn run<T>(&mut self, name: &'static str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        let start = Instant::now();
        let result = step();
        self.0.push(Step {
            name,
            seconds: start.elapsed().as_secs_f32(),
            passed: result.is_ok(),
        });
        result.with_context(|| format!("{name} did not pass"))
    }

    fn print(&self) {
        println!("\nWhat ran:");
        for Step {
            name,
            seconds,
            passed,
        } in &self.0
        {
            println!(
                "  {} {name} ({seconds:.0} s)",
                if *passed { "passed" } else { "FAILED" }
            );
        }
    }
}

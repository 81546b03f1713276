//! `cargo xtask test`: everything that must hold before a change goes in, in the order in which it is cheapest to
//! find out. The release build, which keeps one core busy for minutes, goes on beside the native half.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Child;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::build::{self, Edition};
use crate::setup::toolchain::Toolchain;
use crate::setup::{chromium, firefox, node, office, rust_wasm};
use crate::{paths, playwright, process};

/// How `cargo xtask test` can be asked.
#[derive(clap::Args)]
pub struct Options {
    /// Run only a part
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// End to end against the page that is quick to build, not the published one; with `--only e2e`
    #[arg(long, requires = "only")]
    dev: bool,
    /// Passed on to Playwright, such as the name of a test file
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    playwright: Vec<String>,
}

/// The two halves, for use while working on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Format, lints and native tests
    Native,
    /// The builds, and the tests in Chromium against them
    E2e,
}

/// The Playwright projects, each with the edition of the page that it opens.
const PROJECTS: [(&str, Edition); 2] = [("e2e", Edition::Published), ("small-city", Edition::SmallCity)];

/// Sets up what is missing and runs the tests; stops at the first step that fails.
pub fn run(options: &Options) -> Result<()> {
    let mut steps = Steps::default();
    let result = match options.only {
        Some(Part::Native) => format(&mut steps).and_then(|()| native(&mut steps)),
        Some(Part::E2e) if options.dev => dev_end_to_end(&mut steps, &options.playwright),
        Some(Part::E2e) => end_to_end(&mut steps, &options.playwright, |_| Ok(())),
        None => format(&mut steps).and_then(|()| end_to_end(&mut steps, &options.playwright, native)),
    };
    steps.print();
    result
}

fn format(steps: &mut Steps) -> Result<()> {
    steps.run("format", "cargo fmt --all --check")
}

fn native(steps: &mut Steps) -> Result<()> {
    let lints = "cargo clippy --workspace --all-targets --all-features -- -D warnings";
    steps.run("lints", lints)?;
    steps.run("native tests", "cargo test --workspace --all-features")?;
    match office::is_there() {
        true => steps.run(
            "documents in LibreOffice",
            "cargo test --workspace --all-features -- --ignored office",
        ),
        false => Ok(()),
    }
}

/// Builds both editions and tests them in Chromium; `meanwhile` runs beside the release build.
fn end_to_end(
    steps: &mut Steps,
    playwright: &[String],
    meanwhile: impl FnOnce(&mut Steps) -> Result<()>,
) -> Result<()> {
    let (toolchain, browser) = set_up(steps)?;
    let release = Background::start(&["build"])?;
    let rest = meanwhile(steps).and_then(|()| {
        steps.step(
            "build about another city",
            "cargo xtask build --edition small-city",
            || build::bundle(&toolchain, Edition::SmallCity),
        )
    });
    if let Err(error) = &rest {
        eprintln!("error: {error:#}\nwaiting for the release build to end");
    }
    let built = steps.step("release build", "cargo xtask build", || release.finish());
    rest.and(built)?;
    let again = "cargo xtask test --only e2e -- --last-failed";
    steps.step("end-to-end tests", again, || {
        playwright::run(&PROJECTS, &browser, playwright)
    })
}

/// The same tests against the page that is quick to build, for use while working on one of its pages.
fn dev_end_to_end(steps: &mut Steps, playwright: &[String]) -> Result<()> {
    let (toolchain, browser) = set_up(steps)?;
    steps.step("dev build", "cargo xtask build --edition dev", || {
        build::bundle(&toolchain, Edition::Dev)
    })?;
    let again = "cargo xtask test --only e2e --dev -- --last-failed";
    steps.step("end-to-end tests", again, || {
        playwright::run(&[("e2e", Edition::Dev)], &browser, playwright)
    })
}

fn set_up(steps: &mut Steps) -> Result<(Toolchain, PathBuf)> {
    steps.step("set-up", "cargo xtask test --only e2e", || {
        let toolchain = rust_wasm::toolchain()?;
        node::packages()?;
        firefox::browser();
        Ok((toolchain, chromium::browser()?))
    })
}

/// This program at work beside itself. What it prints is kept in a file, and shown when it fails.
struct Background {
    child: Child,
    log: PathBuf,
}

impl Background {
    fn start(arguments: &[&str]) -> Result<Self> {
        let log = paths::target().join("release-build.log");
        process::write(&log, "")?;
        let output = File::options().append(true).open(&log)?;
        let mut command = process::command(std::env::current_exe()?);
        command.args(arguments).stdout(output.try_clone()?).stderr(output);
        eprintln!(
            "beside the next steps: {} > {}",
            process::line(&command),
            log.display()
        );
        let child = command.spawn().with_context(|| process::cannot_start(&command))?;
        Ok(Background { child, log })
    }

    fn finish(mut self) -> Result<()> {
        let status = self.child.wait().context("the build was lost")?;
        if !status.success() {
            eprintln!("{}", fs::read_to_string(&self.log).unwrap_or_default());
            bail!("the build beside failed ({status})");
        }
        Ok(())
    }
}

/// What ran, for the summary at the end.
#[derive(Default)]
struct Steps(Vec<Step>);

struct Step {
    name: &'static str,
    /// The command that runs this step alone.
    again: &'static str,
    seconds: f32,
    passed: bool,
}

impl Steps {
    /// A step that is one command, words apart by blanks.
    fn run(&mut self, name: &'static str, command: &'static str) -> Result<()> {
        self.step(name, command, || {
            let mut words = command.split(' ');
            let mut program = process::command(words.next().unwrap_or_default());
            process::run(program.args(words))
        })
    }

    fn step<T>(
        &mut self,
        name: &'static str,
        again: &'static str,
        step: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let start = Instant::now();
        let result = step();
        self.0.push(Step {
            name,
            again,
            seconds: start.elapsed().as_secs_f32(),
            passed: result.is_ok(),
        });
        result.with_context(|| format!("{name} did not pass"))
    }

    fn print(&self) {
        println!("\nWhat ran:");
        for Step {
            name,
            again,
            seconds,
            passed,
        } in &self.0
        {
            match passed {
                true => println!("  passed {name} ({seconds:.0} s)"),
                false => println!("  FAILED {name} ({seconds:.0} s); to run it again: {again}"),
            }
        }
    }
}

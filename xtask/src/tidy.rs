//! `cargo xtask tidy`: everything that the import takes from files, as one tidy CSV on standard output, each value
//! with the sheet, line and column that it was read from. Loading it again gives the same observations.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use plan_tracker::catalogue::builtin;
use plan_tracker::import::{open_sdg, tidy_csv};
use plan_tracker::lang::Lang;
use plan_tracker::observation::Settlement;

use crate::{judge, process};

/// What to write.
#[derive(clap::Args)]
pub struct Options {
    /// Match against another catalogue: published JSON, or a table of targets (CSV or Excel)
    #[arg(long, value_name = "FILE")]
    catalogue: Option<PathBuf>,
    /// Write what was not taken, and why, to this CSV file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Read as was said in this file, saved by the app or written after the questions that `judge` prints
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Write the files of an Open SDG site into this folder too, one an indicator
    #[arg(long, value_name = "DIR")]
    open_sdg: Option<PathBuf>,
    /// CSV and Excel files
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Prints the observations. Succeeds when every cell was taken; 1 when some were not.
pub fn run(options: &Options) -> Result<ExitCode> {
    let other = options
        .catalogue
        .as_ref()
        .map(judge::read_catalogue)
        .transpose()?;
    let catalogue = other.as_ref().unwrap_or_else(|| builtin());
    let mappings = judge::read_mappings(options.mapping.as_ref(), catalogue)?;
    let imports = judge::read_files(&options.files, catalogue, &mappings)?;
    let files = imports
        .iter()
        .map(|import| (import.log.name.as_str(), &import.table));
    print!("{}", tidy_csv(catalogue, files));
    if let Some(folder) = &options.open_sdg {
        let tables: Vec<_> = imports.iter().map(|import| (&import.table).into()).collect();
        for file in open_sdg(catalogue, &tables, &Settlement::default()) {
            process::write(&folder.join(&file.name), file.text)?;
        }
    }
    if let Some(path) = &options.report {
        let logs: String = imports.iter().map(|import| import.log.to_csv(Lang::Zh)).collect();
        fs::write(path, logs).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(judge::exit_code(&imports))
}

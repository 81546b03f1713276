//! `cargo xtask catalogue`: the built-in catalogue as CSV, on standard output and as open data beside the page.

use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use plan_tracker::catalogue::{Catalogue, builtin, from_json, sheet, table};

use crate::process;

/// Which table to print.
#[derive(Args)]
pub struct Options {
    #[arg(value_enum)]
    table: Table,
}

#[derive(Clone, Copy, ValueEnum)]
enum Table {
    /// Every text of the plans: plan, field, section, item, id, text
    Texts,
    /// Every target, at each goal and measure that states it
    Targets,
    /// An empty CSV of targets for another city, with two rows marked as examples
    Template,
}

/// Prints the table.
pub fn run(options: &Options) -> Result<()> {
    let csv = csv(options.table, builtin());
    stdout().write_all(csv.as_bytes())?;
    Ok(())
}

/// Writes a catalogue, given as JSON, into the folder that is served beside the page, for others to use.
pub fn publish(json: &str, folder: &Path) -> Result<()> {
    let catalogue = from_json(json).context("the catalogue that was embedded")?;
    process::write(&folder.join("catalogue.json"), json)?;
    process::write(&folder.join("catalogue.csv"), csv(Table::Targets, &catalogue))?;
    process::write(&folder.join("texts.csv"), csv(Table::Texts, &catalogue))
}

fn csv(table: Table, catalogue: &Catalogue) -> String {
    match table {
        Table::Texts => table::to_csv(table::TEXT_COLUMNS, &table::texts(catalogue)),
        Table::Targets => table::to_csv(table::TARGET_COLUMNS, &table::targets(catalogue)),
        Table::Template => sheet::template(),
    }
}

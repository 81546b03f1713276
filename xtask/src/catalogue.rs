//! `cargo xtask catalogue`: the built-in catalogue as CSV, on standard output and as open data beside the page.

use std::io::{Write, stdout};

use anyhow::Result;
use clap::{Args, ValueEnum};
use plan_tracker::catalogue::{builtin, builtin_json, sheet, table};

use crate::{paths, process};

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
    /// Every area that states a target
    Targets,
    /// An empty CSV of targets for another city, with two rows marked as examples
    Template,
}

/// Prints the table.
pub fn run(options: &Options) -> Result<()> {
    let csv = csv(options.table);
    stdout().write_all(csv.as_bytes())?;
    Ok(())
}

/// Writes the catalogue where the page is served from, for others to use.
pub fn publish() -> Result<()> {
    let folder = paths::root().join("public/data");
    process::write(&folder.join("catalogue.json"), builtin_json())?;
    process::write(&folder.join("catalogue.csv"), csv(Table::Targets))?;
    process::write(&folder.join("texts.csv"), csv(Table::Texts))
}

fn csv(table: Table) -> String {
    match table {
        Table::Texts => table::to_csv(table::TEXT_COLUMNS, &table::texts(builtin())),
        Table::Targets => table::to_csv(table::TARGET_COLUMNS, &table::targets(builtin())),
        Table::Template => sheet::template(),
    }
}

//! Running Playwright projects against what was built, in the browser that was found.

use std::net::TcpListener;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::Edition;
use crate::process;
use crate::setup::node;

/// Runs projects of playwright.config.ts, each against an edition of the page; further arguments are passed on.
pub fn run(projects: &[(&str, Edition)], browser: &Path, arguments: &[String]) -> Result<()> {
    let mut playwright = node::script("@playwright/test/cli.js");
    playwright.arg("test");
    // One word each: apart, Playwright would take the names of files that follow for projects.
    playwright.args(projects.iter().map(|(name, _)| format!("--project={name}")));
    playwright.args(arguments).env("E2E_CHROMIUM", browser);
    for (name, edition) in projects {
        let name = name.replace('-', "_").to_uppercase();
        playwright.env(format!("E2E_PORT_{name}"), free_port()?.to_string());
        playwright.env(format!("E2E_PAGE_{name}"), edition.bundle());
    }
    process::run(&mut playwright)
}

/// A port that nothing listened on a moment ago.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no port of this machine can be used")?;
    Ok(listener
        .local_addr()
        .context("no port of this machine can be used")?
        .port())
}

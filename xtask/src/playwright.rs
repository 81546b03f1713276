//! Running Playwright projects against what was built, in the browser that was found.

use std::net::TcpListener;
use std::path::Path;

use anyhow::{Context, Result};

use crate::process;
use crate::setup::node;

/// Runs projects of playwright.config.ts; further arguments are passed on.
pub fn run(projects: &[&str], browser: &Path, arguments: &[String]) -> Result<()> {
    let mut playwright = node::script("@playwright/test/cli.js");
    playwright.arg("test");
    // One word each: apart, Playwright would take the names of files that follow for projects.
    playwright.args(projects.iter().map(|project| format!("--project={project}")));
    playwright.args(arguments).env("E2E_CHROMIUM", browser);
    for project in projects {
        let port = format!("E2E_PORT_{}", project.replace('-', "_").to_uppercase());
        playwright.env(port, free_port()?.to_string());
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

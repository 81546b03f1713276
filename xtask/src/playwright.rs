//! Running one of the Playwright projects against dist/ in the browser that was found.

use std::net::TcpListener;
use std::path::Path;

use anyhow::{Context, Result};

use crate::process;
use crate::setup::node;

/// Runs a project of playwright.config.ts; further arguments are passed on.
pub fn run(project: &str, browser: &Path, arguments: &[String]) -> Result<()> {
    let mut playwright = node::script("@playwright/test/cli.js");
    // One word: apart, Playwright would take the names of files that follow for projects.
    playwright
        .arg("test")
        .arg(format!("--project={project}"))
        .args(arguments);
    playwright
        .env("E2E_CHROMIUM", browser)
        .env("E2E_PORT", free_port()?.to_string());
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

//! `cargo xtask shots`: the gallery in docs/screenshots/, taken from the page as it is built now.

use anyhow::Result;

use crate::build::{self, Edition};
use crate::playwright;
use crate::setup::{chromium, node, rust_wasm};

/// Builds the page and takes every picture again.
pub fn run() -> Result<()> {
    let toolchain = rust_wasm::toolchain()?;
    node::packages()?;
    let browser = chromium::browser()?;
    build::bundle(&toolchain, Edition::Published)?;
    playwright::run(&[("shots", Edition::Published)], &browser, &[])
}

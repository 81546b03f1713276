//! Builds the page: cargo compiles it to WebAssembly, wasm-bindgen writes the JavaScript around it, and Vite bundles
//! both, with the catalogue as open data beside them. The same page in one file goes beside the bundle.

mod budget;
mod edition;
mod first;
mod host_data;
mod single;
mod split;
mod wasm;

use anyhow::Result;

pub use edition::Edition;
pub use wasm::{bindgen, compile, wasm};

use crate::process;
use crate::setup::toolchain::Toolchain;
use crate::setup::{node, rust_wasm};

/// How `cargo xtask build` can be asked.
#[derive(clap::Args)]
pub struct Options {
    /// Which page to build
    #[arg(long, value_enum, default_value_t = Edition::Published)]
    edition: Edition,
}

/// Sets up what is missing and builds an edition.
pub fn run(options: &Options) -> Result<()> {
    let toolchain = rust_wasm::toolchain()?;
    node::packages()?;
    bundle(&toolchain, options.edition)?;
    println!(
        "built {}: copy it to any static host, under any path",
        options.edition.bundle().display()
    );
    Ok(())
}

/// Builds an edition, ready to be served.
pub fn bundle(toolchain: &Toolchain, edition: Edition) -> Result<()> {
    wasm(toolchain, edition)?;
    // Vite prints each file with its size as it is and compressed.
    let mut vite = edition.vite();
    process::run(vite.args(["build", "--outDir"]).arg(edition.bundle()))?;
    host_data::publish(edition)?;
    let single = single::write(edition)?;
    // The others are built to be quick, not small.
    if edition == Edition::Published {
        budget::check(edition, &single)?;
    }
    Ok(())
}

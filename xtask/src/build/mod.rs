//! Builds the page in three steps: cargo compiles it to WebAssembly, wasm-bindgen writes the JavaScript around it,
//! and Vite bundles both into dist/.

mod wasm;

use anyhow::Result;

pub use wasm::{Profile, bindgen, compile, wasm};

use crate::setup::toolchain::Toolchain;
use crate::setup::{node, rust_wasm};
use crate::{catalogue, paths, process};

/// Sets up what is missing and builds dist/.
pub fn run() -> Result<()> {
    let toolchain = rust_wasm::toolchain()?;
    node::packages()?;
    dist(&toolchain)?;
    println!(
        "built {}: copy it to any static host, under any path",
        paths::dist().display()
    );
    Ok(())
}

/// Builds dist/.
pub fn dist(toolchain: &Toolchain) -> Result<()> {
    catalogue::publish()?;
    wasm(toolchain, Profile::Release)?;
    // Vite prints each file with its size as it is and compressed.
    process::run(node::vite().arg("build"))
}

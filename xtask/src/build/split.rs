//! Cuts the module of the pages apart where `src/app/fetched.rs` says: what the first page needs stays in it, the code
//! of the other pages goes into modules that are fetched when one of them is visited, and what several of those share
//! into modules of its own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

/// The script that fetches the modules, which the pages' own script imports.
pub const LOADER: &str = "__wasm_split.js";

/// The module of the pages, cut apart.
pub struct Split {
    /// What wasm-bindgen is to make the script of.
    pub main: PathBuf,
    /// The modules that are fetched when they are needed.
    pub parts: Vec<PathBuf>,
}

/// Cuts a module apart that was linked with its relocations; `script` is the name of the script that will load it.
pub fn split(compiled: &Path, folder: &Path, script: &str) -> Result<Split> {
    let bytes = fs::read(compiled).with_context(|| format!("{} cannot be read", compiled.display()))?;
    let main = folder.join("main.wasm");
    let (link, script) = (format!("./{LOADER}"), format!("./{script}"));
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &link;
    options.main_module = &script;
    let made =
        transform(options).map_err(|why| anyhow!("{} cannot be cut apart: {why:#}", compiled.display()))?;
    Ok(Split {
        main,
        parts: made.split_modules,
    })
}

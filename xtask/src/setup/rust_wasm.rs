//! A Rust toolchain that builds for the browser: the machine's own if it can, else with the target added by rustup,
//! else Debian's.

use std::path::Path;

use anyhow::{Result, bail};

use super::toolchain::{TARGET, Toolchain, has_std};
use super::{apt, debian_rust};
use crate::process;

/// Finds a toolchain that builds for the browser, or installs what is missing for one.
pub fn toolchain() -> Result<Toolchain> {
    let active = Toolchain {
        cargo: "cargo".into(),
        flags: Vec::new(),
        environment: Vec::new(),
    };
    if active_has_std() {
        return Ok(active);
    }
    if let Some(debian) = debian_rust::ready() {
        return Ok(debian);
    }
    eprintln!("the Rust target {TARGET} is missing: adding it");
    let rustup = process::find("rustup").is_some();
    if rustup
        && process::run(process::command("rustup").args(["target", "add", TARGET])).is_ok()
        && active_has_std()
    {
        return Ok(active);
    }
    if apt::available() {
        return debian_rust::install();
    }
    bail!("the Rust target {TARGET} is missing: add it with `rustup target add {TARGET}`")
}

fn active_has_std() -> bool {
    let libraries =
        process::ask(process::command("rustc").args(["--print=target-libdir", "--target", TARGET]));
    libraries.is_some_and(|folder| has_std(Path::new(&folder)))
}

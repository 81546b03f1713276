//! A Rust toolchain that builds for the browser: the machine's own if it can, else with the target added by rustup,
//! else Debian's.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::{apt, debian_rust};
use crate::process;

/// The compilation target of the page.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A cargo that can build for [`TARGET`], and what it must be told to do so.
#[derive(Clone, Debug)]
pub struct Toolchain {
    pub(super) cargo: PathBuf,
    pub(super) environment: Vec<(&'static str, OsString)>,
}

impl Toolchain {
    /// A cargo command that builds with this toolchain.
    pub fn cargo(&self) -> Command {
        let mut command = process::command(&self.cargo);
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// Finds a toolchain that builds for the browser, or installs what is missing for one.
pub fn toolchain() -> Result<Toolchain> {
    let active = Toolchain {
        cargo: "cargo".into(),
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

/// Whether a folder of libraries holds the standard one.
pub(super) fn has_std(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|files| {
        files
            .flatten()
            .map(|file| file.file_name().to_string_lossy().into_owned())
            .any(|name| name.starts_with("libstd-") && name.ends_with(".rlib"))
    })
}

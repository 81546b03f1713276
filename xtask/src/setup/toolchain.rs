//! A cargo that builds for the browser, wherever it comes from.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// Whether a folder of libraries holds the standard one.
pub(super) fn has_std(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|files| {
        files
            .flatten()
            .map(|file| file.file_name().to_string_lossy().into_owned())
            .any(|name| name.starts_with("libstd-") && name.ends_with(".rlib"))
    })
}

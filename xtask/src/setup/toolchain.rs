//! A cargo that builds for the browser, wherever it comes from.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process;

/// The compilation target of the page.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What stands between encoded flags, so that a space in a path is no separator.
const BETWEEN_FLAGS: &str = "\x1f";

/// A cargo that can build for [`TARGET`], and what it must be told to do so.
#[derive(Clone, Debug)]
pub struct Toolchain {
    pub(super) cargo: PathBuf,
    /// What its compiler must be told. Build scripts do not get these flags.
    pub(super) flags: Vec<OsString>,
    pub(super) environment: Vec<(&'static str, OsString)>,
}

/// Views of components are stored behind one type, not one of their own each: the published module has 4.36 MB
/// instead of 5.03 MB, the quick one 21 MB instead of 35 MB.
const ERASED: &str = "--cfg=erase_components";

impl Toolchain {
    /// A cargo command that builds with this toolchain.
    pub fn cargo(&self) -> Command {
        let mut command = process::command(&self.cargo);
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        let mut flags = OsString::from(ERASED);
        for flag in &self.flags {
            flags.push(BETWEEN_FLAGS);
            flags.push(flag);
        }
        command.env("CARGO_ENCODED_RUSTFLAGS", flags);
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

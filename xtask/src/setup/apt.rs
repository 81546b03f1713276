//! Packages of Debian and its relatives.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// Whether this machine takes Debian's packages at all.
pub fn available() -> bool {
    process::find("apt-get").is_some()
}

/// Installs packages because `what` is missing.
pub fn install(what: &str, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if !available() {
        bail!(
            "{what} is missing: install it with this system's package manager (on Debian `apt-get install {names}`)"
        );
    }
    let Some(apt) = apt_get() else {
        bail!("{what} is missing, and installing it needs root: run `apt-get install {names}` as root");
    };
    eprintln!("{what} is missing: installing {names}");
    if !has_lists() {
        process::run(apt().arg("update"))?;
    }
    let install = || {
        process::run(
            apt()
                .args(["install", "--yes", "--no-install-recommends"])
                .args(packages),
        )
    };
    if install().is_err() {
        // The lists may name packages that the mirror has replaced since.
        let update = process::run(apt().arg("update"));
        if update.and_then(|()| install()).is_err() {
            bail!("{what} is missing and could not be installed: see why with `apt-get install {names}`");
        }
    }
    Ok(())
}

/// A way to call `apt-get` with the rights it needs, or `None` where there is none.
fn apt_get() -> Option<impl Fn() -> Command> {
    let root = process::ask(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !root && process::find("sudo").is_none() {
        return None;
    }
    Some(move || {
        let mut command = if root {
            Command::new("env")
        } else {
            Command::new("sudo")
        };
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"]);
        command
    })
}

fn has_lists() -> bool {
    fs::read_dir("/var/lib/apt/lists").is_ok_and(|files| {
        files
            .flatten()
            .any(|file| file.file_name().to_string_lossy().contains("_Packages"))
    })
}

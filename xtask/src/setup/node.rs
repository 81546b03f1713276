//! Node and the packages that package-lock.json names.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{paths, process};

/// The oldest Node that Vite runs on.
const OLDEST: (u32, u32) = (20, 19);

/// Checks Node, and installs the locked packages unless they already are.
pub fn packages() -> Result<()> {
    packages_in(paths::root())
}

/// The same of another folder with a lock file of its own.
pub fn packages_in(folder: &Path) -> Result<()> {
    check_version()?;
    let lock = folder.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    // A copy of the lock file, inside the folder that `npm ci` empties first: equal means complete.
    let stamp = folder.join("node_modules/.plan-tracker-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    eprintln!("the npm packages are missing or have changed: installing them");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut npm = process::command(npm);
    process::run(npm.args(["ci", "--ignore-scripts"]).current_dir(folder))?;
    process::write(&stamp, lock)
}

/// A command that runs a script of an installed package with Node.
pub fn script(path: &str) -> Command {
    let mut command = process::command("node");
    command.arg(paths::root().join("node_modules").join(path));
    command
}

fn check_version() -> Result<()> {
    let (major, minor) = OLDEST;
    let Some(version) = process::ask(Command::new("node").arg("--version")) else {
        bail!(
            "Node.js is missing: install version {major}.{minor} or newer with npm, such as by `nvm install 22`"
        );
    };
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or(0));
    if (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) < OLDEST {
        bail!("Node.js {version} is too old: install {major}.{minor} or newer, such as by `nvm install 22`");
    }
    Ok(())
}

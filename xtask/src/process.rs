//! Running other programs: each is printed before it runs, and each failure is one sentence that names it.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::paths;

/// A program that will run in the root of the checkout.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// Prints the command and runs it to its end; its output goes to the terminal.
pub fn run(command: &mut Command) -> Result<()> {
    announce(command);
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Like [`run`], and hands back what the program wrote to standard error when it failed.
pub fn run_keeping_errors(command: &mut Command) -> Result<(), String> {
    announce(command);
    command.stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|error| format!("{}: {error}", cannot_start(command)))?;
    let mut written = String::new();
    if let Some(stderr) = child.stderr.take() {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            eprintln!("{line}");
            written.push_str(&line);
            written.push('\n');
        }
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(written),
        Err(error) => Err(format!("`{}` was lost: {error}", line(command))),
    }
}

/// Runs the command in silence and returns what it printed, or `None` when it is absent or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Prints the command as one would type it.
pub fn announce(command: &Command) {
    eprintln!("$ {}", line(command));
}

/// What to say when a program does not start at all.
pub fn cannot_start(command: &Command) -> String {
    format!("`{}` could not be started", command.get_program().display())
}

/// The program of that name on the `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    // The checkout is where every command runs, so its own path says nothing.
    let root = format!("{}{}", paths::root().display(), std::path::MAIN_SEPARATOR);
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().replace(&root, ""))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Replaces a file, with its folder made where missing.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    std::fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

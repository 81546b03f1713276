//! The browser of the end-to-end tests: an installed Chrome or Chromium, else Debian's; with a font for Chinese, so
//! that screenshots can be read.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::apt;
use crate::process;

const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
];

const APPLICATIONS: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

/// Finds a browser, or installs one. `CHROMIUM` in the environment names another.
pub fn browser() -> Result<PathBuf> {
    let path = match installed() {
        Some(path) => path,
        None => {
            apt::install("Chrome or Chromium", &["chromium"])?;
            installed().context("Chromium was installed and is still not on the PATH: name it in CHROMIUM")?
        }
    };
    chinese_font()?;
    Ok(path)
}

fn installed() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let on_path = || NAMES.into_iter().find_map(process::find);
    let applications = || {
        APPLICATIONS
            .into_iter()
            .map(PathBuf::from)
            .find(|path| path.is_file())
    };
    named.or_else(on_path).or_else(applications)
}

/// Only asked of machines with fontconfig and Debian's packages: others bring a Chinese font of their own.
fn chinese_font() -> Result<()> {
    let listed = process::ask(process::command("fc-list").args([":lang=zh-cn", "family"]));
    match listed {
        Some(fonts) if fonts.is_empty() && apt::available() => {
            apt::install("a font for Chinese", &["fonts-noto-cjk"])
        }
        _ => Ok(()),
    }
}

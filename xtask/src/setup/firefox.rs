//! Firefox, in which a few of the tests open the page: an installed one, else Debian's.

use super::apt;
use crate::process;

const NAMES: [&str; 2] = ["firefox-esr", "firefox"];

/// Installs one where it is missing. Machines that have no way to it go without: its tests are then skipped by name.
/// `FIREFOX` in the environment names another.
pub fn browser() {
    if std::env::var_os("FIREFOX").is_some() || NAMES.into_iter().any(|name| process::find(name).is_some()) {
        return;
    }
    if let Err(why) = apt::install("Firefox", &["firefox-esr"]) {
        eprintln!("the page is not opened in Firefox: {why}");
    }
}

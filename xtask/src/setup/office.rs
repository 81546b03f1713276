//! LibreOffice, which opens the documents that the tests write: an installed one, else Debian's without a window.

use super::apt;
use crate::process;

/// Whether it is there, or could be installed. Machines that have no way to it go without: Word and WPS cannot be
/// asked either.
pub fn is_there() -> bool {
    if process::find("soffice").is_some() {
        return true;
    }
    let packages = ["libreoffice-writer-nogui", "libreoffice-calc-nogui"];
    if let Err(why) = apt::install("LibreOffice", &packages) {
        eprintln!("the documents are not opened in LibreOffice: {why}");
    }
    process::find("soffice").is_some()
}

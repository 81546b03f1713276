//! Why nothing at all can be read from a file.

use super::{Encoding, FileKind};

/// Why a file has no sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// There is nothing in it.
    Empty {
        /// How it was stored.
        encoding: Encoding,
    },
    /// It is no text and no workbook that can be opened.
    NotText {
        /// What it is.
        kind: FileKind,
    },
    /// The workbook has a password.
    Password,
    /// The text has no columns.
    NoTable {
        /// How it was stored.
        encoding: Encoding,
    },
}

impl Error {
    /// How the file was stored, as far as that was found out.
    pub fn encoding(self) -> Encoding {
        match self {
            Error::Empty { encoding } | Error::NoTable { encoding } => encoding,
            Error::NotText { .. } | Error::Password => Encoding::Unknown,
        }
    }
}

//! Imports as the browser holds their bytes: they are read from there, without a copy in the module.

use std::io::{self, Read};

use js_sys::Uint8Array;

use super::look;
use crate::import::{BegunImport, Import};

/// Of more bytes than these each half is read in a task of its own, in which nothing else is done: the page answers in
/// between.
const LARGE: u32 = 1 << 22;

/// The import that these bytes are; none where they are damaged or of another version.
pub async fn import(bytes: &Uint8Array) -> Option<Import> {
    let is_large = bytes.length() > LARGE;
    let begun = BegunImport::new(Held { bytes, at: 0 }, bytes.length() as usize)?;
    if is_large {
        look::pause().await;
    }
    let import = begun.finish();
    if is_large {
        look::pause().await;
    }
    import
}

/// Bytes, read up to a place.
struct Held<'b> {
    bytes: &'b Uint8Array,
    at: u32,
}

impl Read for Held<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let end = self.bytes.length().min(self.at + into.len() as u32);
        let piece = self.bytes.subarray(self.at, end);
        let length = piece.length();
        piece.copy_to(&mut into[..length as usize]);
        self.at = end;
        Ok(length as usize)
    }
}

//! Files packed into one, as office documents and downloads of several files are.

use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

/// Packs files by name, in order. The archive names no time, so that the same files make the same bytes.
///
/// # Panics
/// Never: memory takes what is written to it, and names are the caller's own, never a visitor's.
pub fn pack<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let wrote = files.into_iter().try_for_each(|(name, bytes)| {
        zip.start_file(name, options)?;
        zip.write_all(bytes).map_err(ZipError::from)
    });
    let done = wrote.and_then(|()| zip.finish());
    done.expect("an archive in memory can be written").into_inner()
}

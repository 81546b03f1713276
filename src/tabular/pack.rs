//! Files packed into one, as office documents and downloads of several files are.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, ZipArchive};

/// Packs files by name, in order. The archive names no time, so that the same files make the same bytes.
///
/// # Panics
/// Never: memory takes what is written to it, and names are the caller's own, never a visitor's.
pub fn pack<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let wrote = files
        .into_iter()
        .try_for_each(|(name, bytes)| add(&mut zip, name, bytes));
    let done = wrote.and_then(|()| zip.finish());
    done.expect("an archive in memory can be written").into_inner()
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    zip.start_file(name, options)?;
    Ok(zip.write_all(bytes)?)
}

/// A text of a packed document is no longer than this, in bytes; what claims to be is not unpacked.
const LONGEST_TEXT: u64 = 64 << 20;

/// The names of the files in an archive; none where it cannot be opened.
pub fn packed_names(bytes: &[u8]) -> Option<Vec<String>> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let names = archive.file_names().map(|name| Some(name.ok()?.into_owned()));
    names.collect()
}

/// A file of an archive as text; none where there is no such text.
pub fn packed_text(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let file = archive.by_name(name).ok()?;
    let mut text = String::new();
    let read = file.take(LONGEST_TEXT).read_to_string(&mut text).ok()?;
    ((read as u64) < LONGEST_TEXT).then_some(text)
}

/// An archive with some files changed or added; all others are copied as they are, byte for byte. None where it cannot
/// be read.
pub fn repack(bytes: &[u8], changed: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let names = packed_names(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (at, name) in names.iter().enumerate() {
        match changed.iter().find(|(known, _)| known == name) {
            Some((_, bytes)) => add(&mut zip, name, bytes).ok()?,
            None => zip.raw_copy_file(archive.by_index_raw(at).ok()?).ok()?,
        }
    }
    for (name, bytes) in changed.iter().filter(|(name, _)| !names.contains(name)) {
        add(&mut zip, name, bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

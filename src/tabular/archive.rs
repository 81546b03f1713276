//! Zip archives: new workbooks, and files that are downloaded together. Nothing is kept of an archive before all that
//! it unpacks to has been measured, since a small file can unpack to more than a machine holds.

use std::io::{self, Cursor, Read};
use std::ops::RangeInclusive;

use zip::ZipArchive;

use super::FileKind;
use super::encoding;

/// An archive that can be unpacked without harm.
pub struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    entries: Vec<Entry>,
}

/// A file of an archive.
#[derive(Clone)]
pub struct Entry {
    /// Its name with folders, separated by `/`.
    pub name: String,
    /// Whether it can be read only with a password.
    pub is_locked: bool,
    /// What it unpacks to, in bytes: as measured, not as the archive states.
    pub size: u64,
    position: usize,
}

/// What the files of an archive are together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// An Excel workbook as XML.
    Xlsx,
    /// A sheet of open office programs, `.ods`.
    Ods,
    /// A single file of another kind.
    Other(FileKind),
    /// Files of their own.
    Files,
}

/// An archive has no more files.
const MOST_ENTRIES: usize = 10_000;
/// What an archive unpacks to at most: so many times its own size, within these bounds in bytes. Sheets are packed
/// to a tenth of their size, hardly ever to a fiftieth.
const MOST_TIMES: u64 = 100;
const MOST_BYTES: RangeInclusive<u64> = 32 << 20..=512 << 20;

impl<'b> Archive<'b> {
    /// Opens an archive.
    ///
    /// # Errors
    /// [`FileKind::TooLarge`] where it unpacks to too much, [`FileKind::Damaged`] where it cannot be opened.
    pub fn open(bytes: &'b [u8]) -> Result<Archive<'b>, FileKind> {
        let damaged = |_| FileKind::Damaged;
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if zip.len() > MOST_ENTRIES {
            return Err(FileKind::TooLarge);
        }
        let mut entries = Vec::new();
        for position in 0..zip.len() {
            let file = zip.by_index_data(position).map_err(damaged)?;
            entries.push(Entry {
                name: encoding::decode(file.name_raw()).text.replace('\\', "/"),
                is_locked: file.encrypted(),
                size: file.size(),
                position,
            });
        }
        let mut archive = Archive { zip, entries };
        let most = (bytes.len() as u64 * MOST_TIMES).clamp(*MOST_BYTES.start(), *MOST_BYTES.end());
        archive.measure(most)?;
        Ok(archive)
    }

    /// Unpacks everything to nowhere: the sizes that an archive states need not be true.
    fn measure(&mut self, most: u64) -> Result<(), FileKind> {
        let stated = self.entries.iter().map(|entry| entry.size);
        if stated.fold(0, u64::saturating_add) > most {
            return Err(FileKind::TooLarge);
        }
        let mut left = most;
        for entry in self.entries.iter_mut().filter(|entry| !entry.is_locked) {
            // Whoever needs a file that cannot be unpacked will say so.
            let Ok(file) = self.zip.by_index(entry.position) else {
                continue;
            };
            let mut limited = file.take(left + 1);
            // What is damaged behind this place comes to nothing.
            let _ = io::copy(&mut limited, &mut io::sink());
            let unpacked = left + 1 - limited.limit();
            entry.size = unpacked;
            left = left.checked_sub(unpacked).ok_or(FileKind::TooLarge)?;
        }
        Ok(())
    }

    /// Its files, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What the files are together.
    pub fn content(&mut self) -> Content {
        let begins = |folder: &str| {
            let mut names = self.entries.iter().map(|entry| entry.name.to_ascii_lowercase());
            names.any(|name| name.trim_start_matches('/').starts_with(folder))
        };
        let is_office = begins("[content_types].xml");
        if begins("xl/workbook.bin") {
            Content::Other(FileKind::Xlsb)
        } else if is_office && begins("xl/") {
            Content::Xlsx
        } else if is_office && (begins("word/") || begins("ppt/")) {
            Content::Other(FileKind::Document)
        } else if begins("content.xml") && begins("mimetype") {
            let kind = self.part("mimetype").unwrap_or_default();
            match String::from_utf8_lossy(&kind).contains("spreadsheet") {
                true => Content::Ods,
                false => Content::Other(FileKind::Document),
            }
        } else {
            Content::Files
        }
    }

    /// The content of the file of that name, in letters of any case.
    pub fn part(&mut self, name: &str) -> Option<Vec<u8>> {
        let mut entries = self.entries.iter();
        let entry = entries.find(|entry| entry.name.trim_start_matches('/').eq_ignore_ascii_case(name))?;
        let entry = entry.clone();
        self.unpack(&entry)
    }

    /// Reads a file from its beginning; none where it is damaged or locked.
    pub fn read(&mut self, entry: &Entry) -> Option<impl Read> {
        self.zip.by_index(entry.position).ok()
    }

    /// The content of a file; none where it is damaged or locked.
    pub fn unpack(&mut self, entry: &Entry) -> Option<Vec<u8>> {
        let mut content = Vec::new();
        let mut file = self.zip.by_index(entry.position).ok()?;
        file.read_to_end(&mut content).ok()?;
        Some(content)
    }
}

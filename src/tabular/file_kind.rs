//! Files that are no text at all, known by their first bytes: workbooks to open, and others, so that the
//! visitor reads what to do with them instead of a page of rejected rows.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::encoding::unmarked_utf16;

/// A kind of file that is not a table as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// A workbook or an archive that is damaged.
    Damaged,
    /// An Excel workbook in the binary form of the new ones.
    Xlsb,
    /// A file that unpacks to more than can be held, or a sheet with more cells.
    TooLarge,
    /// A text document or slides of an office program.
    Document,
    /// A zip archive that holds no table.
    Zip,
    /// A zip archive with a password.
    LockedZip,
    /// Another compressed archive.
    Archive,
    /// A PDF document.
    Pdf,
    /// A picture.
    Image,
    /// A web page, whatever its name says.
    Html,
    /// A web page with all its parts in one file (MHTML).
    WebArchive,
    /// XML, such as an SDMX-ML message or an old Excel sheet.
    Xml,
    /// JSON.
    Json,
    /// Some other binary file.
    Binary,
}

const MAGIC: &[(&[u8], FileKind)] = &[
    (b"%PDF", FileKind::Pdf),
    (b"\x89PNG", FileKind::Image),
    (b"\xFF\xD8\xFF", FileKind::Image),
    (b"GIF8", FileKind::Image),
    (b"\x1F\x8B", FileKind::Archive),
    (b"Rar!", FileKind::Archive),
    (b"7z\xBC\xAF", FileKind::Archive),
];

/// Whether the bytes begin as zip archives do.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether the bytes begin as the compound files do in which old workbooks are stored.
pub fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// What the bytes are, if they are not text and none of the workbooks and archives that are opened.
pub fn of(bytes: &[u8]) -> Option<FileKind> {
    let head = &bytes[..bytes.len().min(4096)];
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(*kind);
    }
    if is_web_archive(head) {
        return Some(FileKind::WebArchive);
    }
    markup(head).or_else(|| is_binary(head).then_some(FileKind::Binary))
}

/// Such a file is a mail without an address: heads first, one of which is this.
fn is_web_archive(head: &[u8]) -> bool {
    let heads = head.split(|byte| *byte == b'\n').take(20);
    let mut heads = heads.take_while(|line| !line.trim_ascii().is_empty());
    heads.any(|line| line.len() > 13 && line[..13].eq_ignore_ascii_case(b"MIME-Version:"))
}

fn markup(head: &[u8]) -> Option<FileKind> {
    let text = head
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(head)
        .trim_ascii_start();
    let start: Vec<u8> = text.iter().take(14).map(u8::to_ascii_lowercase).collect();
    let begins = |mark: &[u8]| start.starts_with(mark);
    if begins(b"<!doctype html") || begins(b"<html") || begins(b"<table") || begins(b"<meta") {
        Some(FileKind::Html)
    } else if begins(b"<?xml") {
        Some(FileKind::Xml)
    } else if begins(b"{\"") || begins(b"[{") || begins(b"{\n") || begins(b"{\r\n") {
        Some(FileKind::Json)
    } else {
        None
    }
}

/// Text has hardly any control characters; a stray NUL in a table does not make it binary.
fn is_binary(head: &[u8]) -> bool {
    let marked_utf16 = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    if marked_utf16 || unmarked_utf16(head).is_some() {
        return false;
    }
    let odd = head
        .iter()
        .filter(|b| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0C))
        .count();
    odd * 10 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_no_text_are_named() {
        assert!(is_zip(b"PK\x03\x04....a.csv"));
        assert_eq!(of(b"%PDF-1.7"), Some(FileKind::Pdf));
        assert_eq!(of(b"\n<!DOCTYPE HTML>"), Some(FileKind::Html));
        assert_eq!(of(&[0; 64]), Some(FileKind::Binary));
        let page = b"From: <Excel>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<table>";
        assert_eq!(of(page), Some(FileKind::WebArchive));
    }

    #[test]
    fn text_is_not() {
        for text in [
            &b""[..],
            b"a,b\n1,2\n",
            b"PK,b\n",
            "指标,数值".as_bytes(),
            b"a\0,b,c,d,e,f,g,h\n",
        ] {
            assert_eq!(of(text), None);
        }
    }
}

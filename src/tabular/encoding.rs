//! The character encoding of a file. Chinese offices save UTF-8, GB18030 and, from Excel's “Unicode text”,
//! UTF-16; only some of them mark it.

use std::borrow::Cow;
use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use encoding_rs::{BIG5, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::Serialize;

use super::mixed;

/// How a file was stored: the encoding of a text, or the kind of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, BorshSerialize, BorshDeserialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[serde(rename = "UTF-8")]
    Utf8,
    /// GB18030, which contains GBK and GB2312.
    #[serde(rename = "GB18030")]
    Gb18030,
    /// Big5, of traditional characters.
    #[serde(rename = "Big5")]
    Big5,
    /// Windows-1252, of western European letters.
    #[serde(rename = "Windows-1252")]
    Windows1252,
    /// UTF-16, low byte first.
    #[serde(rename = "UTF-16LE")]
    Utf16Le,
    /// UTF-16, high byte first.
    #[serde(rename = "UTF-16BE")]
    Utf16Be,
    /// An Excel workbook, which has its own way.
    #[serde(rename = "XLSX")]
    Xlsx,
    /// An Excel workbook of the old kind.
    #[serde(rename = "XLS")]
    Xls,
    /// A sheet of open office programs, `.ods`.
    #[serde(rename = "ODS")]
    Ods,
    /// An archive of several files, each stored in its own way.
    #[serde(rename = "ZIP")]
    Zip,
    /// The file is not text.
    #[serde(rename = "unknown")]
    Unknown,
}

impl Encoding {
    /// Its usual name.
    pub fn as_str(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Gb18030 => "GB18030",
            Encoding::Big5 => "Big5",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Xlsx => "XLSX",
            Encoding::Xls => "XLS",
            Encoding::Ods => "ODS",
            Encoding::Zip => "ZIP",
            Encoding::Unknown => "unknown",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text as it was read.
#[derive(Debug, PartialEq)]
pub struct Decoded<'b> {
    /// The text, without byte order marks.
    pub text: Cow<'b, str>,
    /// How it, or most of it, was stored.
    pub encoding: Encoding,
    /// Lines, from 1, that were stored otherwise and read as such.
    pub other_lines: Vec<u32>,
}

/// Decodes a whole file. Bytes that stand for no character become U+FFFD, which later stages report by line.
pub fn decode<'b>(bytes: impl Into<Cow<'b, [u8]>>) -> Decoded<'b> {
    let mut decoded = match bytes.into() {
        Cow::Borrowed(bytes) => marked(bytes).unwrap_or_else(|| unmarked(bytes)),
        Cow::Owned(bytes) => owned(bytes),
    };
    // Files that were joined end to end have their marks in the middle.
    let text = decoded.text.as_bytes();
    if memchr::memchr_iter(0xEF, text).any(|at| text[at..].starts_with(b"\xEF\xBB\xBF")) {
        decoded.text = Cow::Owned(decoded.text.replace('\u{feff}', ""));
    }
    decoded
}

/// A text whose bytes need not be kept: sound UTF-8 is not copied.
fn owned(bytes: Vec<u8>) -> Decoded<'static> {
    let is_utf16 = unmarked_utf16(&bytes).is_some();
    let bytes = match String::from_utf8(bytes) {
        Ok(mut text) if !is_utf16 => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            return Decoded {
                text: Cow::Owned(text),
                encoding: Encoding::Utf8,
                other_lines: Vec::new(),
            };
        }
        Ok(text) => text.into_bytes(),
        Err(why) => why.into_bytes(),
    };
    let decoded = marked(&bytes).unwrap_or_else(|| unmarked(&bytes));
    Decoded {
        text: Cow::Owned(decoded.text.into_owned()),
        ..decoded
    }
}

/// A text that says itself how it is stored; what claims to be UTF-8 can go on in another way.
fn marked(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Some(in_utf8(rest).unwrap_or_else(|| whole(rest, Encoding::Utf8)));
    }
    let marks: [(&[u8], _); 3] = [
        (b"\xFF\xFE", Encoding::Utf16Le),
        (b"\xFE\xFF", Encoding::Utf16Be),
        (b"\x84\x31\x95\x33", Encoding::Gb18030),
    ];
    let found = marks
        .into_iter()
        .find_map(|(mark, encoding)| Some((bytes.strip_prefix(mark)?, encoding)));
    found.map(|(rest, encoding)| whole(rest, encoding))
}

fn unmarked(bytes: &[u8]) -> Decoded<'_> {
    if let Some(encoding) = unmarked_utf16(bytes) {
        return whole(bytes, encoding);
    }
    match in_utf8(bytes) {
        Some(decoded) => decoded,
        None if is_mostly_utf8(bytes) => whole(bytes, Encoding::Utf8),
        None => whole(bytes, of_high_bytes(bytes)),
    }
}

/// A text that is sound UTF-8, or of which some lines are.
fn in_utf8(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Decoded {
            text: Cow::Borrowed(text),
            encoding: Encoding::Utf8,
            other_lines: Vec::new(),
        });
    }
    let mixed = mixed::decode(bytes)?;
    let main = if mixed.is_mostly_utf8 {
        Encoding::Utf8
    } else {
        Encoding::Gb18030
    };
    Some(Decoded {
        text: Cow::Owned(mixed.text),
        encoding: main,
        other_lines: mixed.other_lines,
    })
}

/// A text that is stored in one way throughout.
fn whole(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    Decoded {
        text: decode_as(bytes, encoding),
        encoding,
        other_lines: Vec::new(),
    }
}

/// Bytes as the text that they are in an encoding; UTF-8 where it is none of a text.
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    let decoder = match encoding {
        Encoding::Gb18030 => GB18030,
        Encoding::Big5 => BIG5,
        Encoding::Windows1252 => WINDOWS_1252,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        _ => UTF_8,
    };
    decoder.decode_without_bom_handling(bytes).0
}

/// Which of the encodings without a mark the bytes above ASCII speak for. Letters with accents stand alone among
/// plain ones; the second byte of Chinese characters in common use is above ASCII in GB18030, and in Big5 as often
/// not.
fn of_high_bytes(bytes: &[u8]) -> Encoding {
    let high = |at: usize| bytes.get(at).is_some_and(|byte| *byte >= 0x80);
    let (mut all, mut alone, mut pairs, mut low_seconds) = (0usize, 0usize, 0usize, 0usize);
    let mut at = 0;
    while let Some(length) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|byte| *byte >= 0x80))
    {
        at += length;
        let before = at > 0 && high(at - 1);
        all += 1;
        alone += usize::from(!before && !high(at + 1) && !high(at + 2));
        pairs += 1;
        low_seconds += usize::from(!high(at + 1));
        all += usize::from(high(at + 1));
        at += 2;
    }
    if all > 0 && alone * 5 >= all * 4 {
        Encoding::Windows1252
    } else if low_seconds * 4 > pairs && !BIG5.decode_without_bom_handling(bytes).1 {
        Encoding::Big5
    } else {
        Encoding::Gb18030
    }
}

/// UTF-16 without a mark shows in the zero bytes of digits and delimiters, all on one side of their pairs.
pub fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let (mut high_first, mut low_first) = (0, 0);
    for pair in sample.chunks_exact(2) {
        match (pair[0], pair[1]) {
            (0, b) if b != 0 => high_first += 1,
            (b, 0) if b != 0 => low_first += 1,
            _ => {}
        }
    }
    let enough = sample.len() / 2 / 8;
    match (low_first > enough, high_first > enough) {
        (true, false) if high_first == 0 => Some(Encoding::Utf16Le),
        (false, true) if low_first == 0 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// A damaged UTF-8 file still has far more sound characters than broken ones; GB18030 read as UTF-8 has hardly any.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken, mut left) = (0usize, 0usize, bytes.len());
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
        left -= chunk.valid().len() + chunk.invalid().len();
        // Sound characters above ASCII have two bytes and more.
        if sound + left / 2 < 4 * broken {
            return false;
        }
    }
    broken == 0 || sound >= 4 * broken
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "指标,年份,数值\n婴儿死亡率,2021,4.5\n";

    fn read(bytes: &[u8]) -> (String, Encoding) {
        let decoded = decode(bytes);
        assert_eq!(decoded, decode(bytes.to_vec()));
        assert_eq!(decoded.other_lines, [0; 0]);
        (decoded.text.into_owned(), decoded.encoding)
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let marked = |text: &str| format!("\u{feff}{text}");
        let cases = [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            (marked(TEXT).into_bytes(), Encoding::Utf8),
            (GB18030.encode(TEXT).0.into_owned(), Encoding::Gb18030),
            (utf16(&marked(TEXT), u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(&marked(TEXT), u16::to_be_bytes), Encoding::Utf16Be),
            (utf16(TEXT, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(TEXT, u16::to_be_bytes), Encoding::Utf16Be),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(read(&bytes), (TEXT.to_owned(), encoding));
        }
    }

    #[test]
    fn four_byte_characters_of_gb18030_are_read() {
        let (bytes, _, _) = GB18030.encode("㐀𠀀,镇\n");
        assert_eq!(read(&bytes), ("㐀𠀀,镇\n".to_owned(), Encoding::Gb18030));
    }

    #[test]
    fn accents_and_traditional_characters_are_no_rare_chinese_ones() {
        let accents = WINDOWS_1252
            .encode("area,value\nRegião Norte,4.1\nCôte d’Azur,4.4\n")
            .0;
        assert_eq!(read(&accents).1, Encoding::Windows1252);
        assert!(read(&accents).0.contains("Região"));
        let traditional = "指標,年份,數值\n嬰兒死亡率,2021,4.4\n";
        assert_eq!(
            read(&BIG5.encode(traditional).0),
            (traditional.to_owned(), Encoding::Big5)
        );
    }

    #[test]
    fn a_few_broken_bytes_do_not_turn_utf8_into_gb18030() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.extend(b"\xE5\xA9,2022,5\n");
        let (text, encoding) = read(&bytes);
        assert_eq!(encoding, Encoding::Utf8);
        assert!(text.ends_with("\u{fffd},2022,5\n"));
    }

    #[test]
    fn marks_in_the_middle_are_no_part_of_a_text() {
        let twice = format!("\u{feff}{TEXT}").repeat(2);
        assert_eq!(read(twice.as_bytes()), (TEXT.repeat(2), Encoding::Utf8));
    }

    #[test]
    fn anything_decodes() {
        for bytes in [
            &b""[..],
            b"\xFF",
            b"\xFE\xFF\x00",
            b"\0",
            b"\0\0\0",
            b"\x80\x80",
            b"\xEF\xBB\xBF",
        ] {
            decode(bytes);
        }
    }
}

//! How the texts in the records of an old workbook are stored: in Unicode since 1997, before that in the encoding of
//! the machine, which not every program states.

use super::compound::u16_at;
use super::record::{self, CODE_PAGE, LABEL, LABEL_2, R_STRING, STRING, STRING_2, Version};
use crate::tabular::Encoding;
use crate::tabular::encoding::{decode, decode_as};

/// How texts are read.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    version: Version,
    encoding: Encoding,
}

impl Default for Texts {
    fn default() -> Self {
        Texts {
            version: Version::Biff8,
            encoding: Encoding::Utf16Le,
        }
    }
}

impl Texts {
    /// Of a whole workbook: as it states, else as all of its texts together look.
    pub fn of(version: Version, stream: &[u8]) -> Texts {
        if version == Version::Biff8 {
            return Texts::default();
        }
        let mut all = Vec::new();
        let mut encoding = None;
        for (kind, data) in record::all(stream) {
            match kind {
                CODE_PAGE if u16_at(data, 0) == Some(936) => encoding = Some(Encoding::Gb18030),
                CODE_PAGE if u16_at(data, 0) == Some(950) => encoding = Some(Encoding::Big5),
                LABEL | LABEL_2 | R_STRING => all.extend_from_slice(data.get(7..).unwrap_or_default()),
                STRING | STRING_2 => all.extend_from_slice(data.get(1..).unwrap_or_default()),
                _ => continue,
            }
            all.push(b'\n');
        }
        // The lengths in front of texts are no part of them.
        all.retain(|byte| *byte >= b' ' || *byte == b'\n');
        Texts {
            version,
            encoding: encoding.unwrap_or_else(|| decode(&all).encoding),
        }
    }

    /// A text with its length in one byte in front.
    pub fn short(self, data: &[u8]) -> Option<String> {
        self.read(usize::from(*data.first()?), data.get(1..)?)
    }

    /// A text with its length in two bytes in front; in Excel 2 in one.
    pub fn long(self, data: &[u8]) -> Option<String> {
        match self.version {
            Version::Biff2 => self.short(data),
            _ => self.read(usize::from(u16_at(data, 0)?), data.get(2..)?),
        }
    }

    fn read(self, length: usize, data: &[u8]) -> Option<String> {
        match self.version {
            Version::Biff8 => record::unicode(length, data),
            _ => Some(decode_as(data.get(..length)?, self.encoding).into_owned()),
        }
    }
}

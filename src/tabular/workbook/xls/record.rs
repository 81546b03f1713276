//! The records of an old workbook: a type, a length, and so many bytes. Numbers of types are those of the
//! published specification of the format, [MS-XLS], and of its forerunners.

use super::compound::{u16_at, u32_at};

pub const FORMULA: u16 = 0x0006;
pub const EOF: u16 = 0x000A;
pub const DATE_1904: u16 = 0x0022;
pub const FILE_PASS: u16 = 0x002F;
pub const FONT: u16 = 0x0031;
pub const CONTINUE: u16 = 0x003C;
pub const CODE_PAGE: u16 = 0x0042;
pub const COL_INFO: u16 = 0x007D;
pub const BOUND_SHEET: u16 = 0x0085;
pub const MUL_RK: u16 = 0x00BD;
pub const R_STRING: u16 = 0x00D6;
pub const XF: u16 = 0x00E0;
pub const MERGE_CELLS: u16 = 0x00E5;
pub const SST: u16 = 0x00FC;
pub const LABEL_SST: u16 = 0x00FD;
pub const NUMBER: u16 = 0x0203;
pub const LABEL: u16 = 0x0204;
pub const BOOL_ERR: u16 = 0x0205;
pub const STRING: u16 = 0x0207;
pub const ROW: u16 = 0x0208;
pub const RK: u16 = 0x027E;
pub const FORMAT: u16 = 0x041E;
pub const BOF: u16 = 0x0809;

/// The same before 1993.
pub const BOF_2: u16 = 0x0009;
pub const BOF_3: u16 = 0x0209;
pub const BOF_4: u16 = 0x0409;
pub const INTEGER_2: u16 = 0x0002;
pub const NUMBER_2: u16 = 0x0003;
pub const LABEL_2: u16 = 0x0004;
pub const BOOL_ERR_2: u16 = 0x0005;
pub const STRING_2: u16 = 0x0007;
pub const FORMAT_2: u16 = 0x001E;
pub const FORMULA_3: u16 = 0x0206;
pub const FORMULA_4: u16 = 0x0406;
pub const XF_3: u16 = 0x0243;
pub const XF_4: u16 = 0x0443;

/// Which Excel wrote the records, by the number of their format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// Excel 2, of one sheet.
    Biff2,
    /// Excel 3.
    Biff3,
    /// Excel 4.
    Biff4,
    /// Excel 5 and 95, the first with several sheets.
    Biff5,
    /// Excel since 1997, with texts in Unicode.
    #[default]
    Biff8,
}

impl Version {
    /// The version that a record states which begins a part; none for another record.
    pub fn of(kind: u16, data: &[u8]) -> Option<Version> {
        match kind {
            BOF_2 => Some(Version::Biff2),
            BOF_3 => Some(Version::Biff3),
            BOF_4 => Some(Version::Biff4),
            BOF if u16_at(data, 0) == Some(0x0600) => Some(Version::Biff8),
            BOF => Some(Version::Biff5),
            _ => None,
        }
    }

    /// The version of bytes that begin with such a record.
    pub fn of_stream(stream: &[u8]) -> Option<Version> {
        let (kind, length) = (u16_at(stream, 0)?, usize::from(u16_at(stream, 2)?));
        let data = stream.get(4..4 + length)?;
        // The rest of what such a record says; a text hardly ever begins like this.
        let is_sheet =
            matches!(length, 4 | 6 | 8 | 16) && matches!(u16_at(data, 2)?, 0x05 | 0x10 | 0x20 | 0x100);
        Version::of(kind, data).filter(|_| is_sheet)
    }
}

/// The records of one part of a workbook, up to its end, without those of the charts in it.
pub struct Records<'b> {
    stream: &'b [u8],
    at: usize,
    depth: usize,
}

impl<'b> Records<'b> {
    /// The part that starts there.
    pub fn new(stream: &'b [u8], at: usize) -> Self {
        Records { stream, at, depth: 0 }
    }
}

impl<'b> Iterator for Records<'b> {
    type Item = (u16, &'b [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (kind, data) = record_at(self.stream, self.at)?;
            self.at += 4 + data.len();
            match kind {
                BOF | BOF_2 | BOF_3 | BOF_4 if self.depth == 0 => {
                    self.depth = 1;
                    return Some((kind, data));
                }
                BOF | BOF_2 | BOF_3 | BOF_4 => self.depth += 1,
                EOF if self.depth <= 1 => return None,
                EOF => self.depth -= 1,
                _ if self.depth <= 1 => return Some((kind, data)),
                _ => {}
            }
        }
    }
}

/// Every record of a stream, of all its parts.
pub fn all(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (kind, data) = record_at(stream, at)?;
        at += 4 + data.len();
        Some((kind, data))
    })
}

fn record_at(stream: &[u8], at: usize) -> Option<(u16, &[u8])> {
    let kind = u16_at(stream, at)?;
    let length = usize::from(u16_at(stream, at + 2)?);
    let from = at + 4;
    Some((kind, stream.get(from..from + length)?))
}

/// A text of so many characters: a byte that says how wide they are, then they.
pub fn unicode(length: usize, data: &[u8]) -> Option<String> {
    let (wide, rest) = (data.first()? & 1 == 1, data.get(1..)?);
    let bytes = rest.get(..if wide { 2 * length } else { length })?;
    let mut units = Vec::with_capacity(length);
    push_units(&mut units, bytes, wide);
    Some(String::from_utf16_lossy(&units))
}

/// Adds characters of one or of two bytes.
pub fn push_units(units: &mut Vec<u16>, bytes: &[u8], wide: bool) {
    if wide {
        let pairs = bytes.chunks_exact(2);
        units.extend(pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
    } else {
        units.extend(bytes.iter().map(|byte| u16::from(*byte)));
    }
}

/// A number of eight bytes.
pub fn float_at(data: &[u8], at: usize) -> Option<f64> {
    let (low, high) = (u32_at(data, at)?, u32_at(data, at + 4)?);
    Some(f64::from_bits(u64::from(high) << 32 | u64::from(low)))
}

/// A number of four bytes: either whole or the upper half of a longer one, perhaps times a hundred.
pub fn rk_at(data: &[u8], at: usize) -> Option<f64> {
    let rk = u32_at(data, at)?;
    let number = if rk & 2 == 2 {
        f64::from(rk as i32 >> 2)
    } else {
        f64::from_bits(u64::from(rk & !3) << 32)
    };
    Some(if rk & 1 == 1 { number / 100.0 } else { number })
}

//! The records of an old workbook: a type, a length, and so many bytes. Numbers of types are those of the
//! published specification of the format, [MS-XLS].

use super::compound::{u16_at, u32_at};

pub const FORMULA: u16 = 0x0006;
pub const EOF: u16 = 0x000A;
pub const DATE_1904: u16 = 0x0022;
pub const FILE_PASS: u16 = 0x002F;
pub const CONTINUE: u16 = 0x003C;
pub const BOUND_SHEET: u16 = 0x0085;
pub const MUL_RK: u16 = 0x00BD;
pub const R_STRING: u16 = 0x00D6;
pub const XF: u16 = 0x00E0;
pub const MERGE_CELLS: u16 = 0x00E5;
pub const SST: u16 = 0x00FC;
pub const LABEL_SST: u16 = 0x00FD;
pub const NUMBER: u16 = 0x0203;
pub const LABEL: u16 = 0x0204;
pub const STRING: u16 = 0x0207;
pub const RK: u16 = 0x027E;
pub const FORMAT: u16 = 0x041E;
pub const BOF: u16 = 0x0809;

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
            let kind = u16_at(self.stream, self.at)?;
            let length = usize::from(u16_at(self.stream, self.at + 2)?);
            let from = self.at + 4;
            let data = self.stream.get(from..from + length)?;
            self.at = from + length;
            match kind {
                BOF if self.depth == 0 => {
                    self.depth = 1;
                    return Some((kind, data));
                }
                BOF => self.depth += 1,
                EOF if self.depth <= 1 => return None,
                EOF => self.depth -= 1,
                _ if self.depth <= 1 => return Some((kind, data)),
                _ => {}
            }
        }
    }
}

/// A text with its length in two bytes in front.
pub fn long_text(data: &[u8]) -> Option<String> {
    text(usize::from(u16_at(data, 0)?), data.get(2..)?)
}

/// A text with its length in one byte in front.
pub fn short_text(data: &[u8]) -> Option<String> {
    text(usize::from(*data.first()?), data.get(1..)?)
}

/// A text of so many characters: a byte that says how wide they are, then they.
fn text(length: usize, data: &[u8]) -> Option<String> {
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

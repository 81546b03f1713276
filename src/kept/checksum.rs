//! The checksum of what is kept: CRC-32 as zip files have it, by a table of one kilobyte, since the page carries it from
//! the start.

use crc::{CRC_32_ISO_HDLC, Crc, Digest, Table};

static TABLE: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// A checksum being made.
pub struct Checksum(Digest<'static, u32, Table<1>>);

impl Checksum {
    /// Of nothing yet.
    pub fn new() -> Checksum {
        Checksum(TABLE.digest())
    }

    /// Adds bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The checksum in eight hexadecimal digits.
    pub fn finish(self) -> String {
        format!("{:08x}", self.0.finalize())
    }
}

/// The checksum of a text.
pub fn checksum(text: &str) -> String {
    let mut sum = Checksum::new();
    sum.update(text.as_bytes());
    sum.finish()
}

#[cfg(test)]
mod tests {
    use super::checksum;

    #[test]
    fn it_is_that_of_zip_files() {
        assert_eq!(checksum("123456789"), "cbf43926");
        assert_eq!(checksum(""), "00000000");
    }
}

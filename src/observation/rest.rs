//! What is still to be read of bytes that stand elsewhere: each column is read into its place, so that no more is held
//! than what is made of the bytes.

use std::io::Read;

use bytemuck::Pod;

/// Bytes still to be read, and how many they are.
pub(crate) struct Rest<R> {
    from: R,
    left: usize,
}

impl<R: Read> Rest<R> {
    /// So many bytes.
    pub fn new(from: R, left: usize) -> Self {
        Rest { from, left }
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.left == 0
    }

    /// A whole number in four bytes, low byte first.
    pub fn number(&mut self) -> Option<u32> {
        let mut bytes = [0; 4];
        self.take(4)?;
        self.from.read_exact(&mut bytes).ok()?;
        Some(u32::from_le_bytes(bytes))
    }

    /// So many bytes.
    pub fn bytes(&mut self, length: usize) -> Option<Vec<u8>> {
        self.take(length)?;
        let mut bytes = vec![0; length];
        self.from.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }

    /// So many numbers, low bytes first.
    pub fn column<T: Pod>(&mut self, rows: usize) -> Option<Vec<T>> {
        self.take(rows.checked_mul(size_of::<T>())?)?;
        let mut column = vec![T::zeroed(); rows];
        self.from.read_exact(bytemuck::cast_slice_mut(&mut column)).ok()?;
        swap_where_high_bytes_come_first(&mut column);
        Some(column)
    }

    /// Nothing is made ready for more bytes than there are.
    fn take(&mut self, length: usize) -> Option<()> {
        self.left = self.left.checked_sub(length)?;
        Some(())
    }
}

/// Writes numbers behind other bytes, low bytes first.
pub(super) fn write_column<T: Pod>(bytes: &mut Vec<u8>, column: &[T]) {
    let start = bytes.len();
    bytes.extend_from_slice(bytemuck::cast_slice(column));
    if cfg!(target_endian = "big") {
        for number in bytes[start..].chunks_exact_mut(size_of::<T>()) {
            number.reverse();
        }
    }
}

/// WebAssembly and most machines that a test may run on have the low bytes first.
fn swap_where_high_bytes_come_first<T: Pod>(column: &mut [T]) {
    if cfg!(target_endian = "big") {
        for number in column {
            bytemuck::bytes_of_mut(number).reverse();
        }
    }
}

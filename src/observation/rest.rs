//! What is still to be read of bytes that stand elsewhere: they come piece by piece, so that no more of them is held
//! than what is made of them.

use std::io::Read;

/// So many bytes come at once; every width of a number goes into them without rest.
const PIECE: usize = 1 << 16;

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

    /// What so many bytes at a time say, so many times.
    pub fn each<const WIDTH: usize, T>(&mut self, rows: usize, form: fn([u8; WIDTH]) -> T) -> Option<Vec<T>> {
        let mut left = rows.checked_mul(WIDTH)?;
        self.take(left)?;
        let mut column = Vec::with_capacity(rows);
        let mut piece = vec![0; PIECE.min(left)];
        while left > 0 {
            let piece = &mut piece[..PIECE.min(left)];
            self.from.read_exact(piece).ok()?;
            left -= piece.len();
            let (places, _) = piece.as_chunks();
            column.extend(places.iter().map(|place| form(*place)));
        }
        Some(column)
    }

    /// Nothing is made ready for more bytes than there are.
    fn take(&mut self, length: usize) -> Option<()> {
        self.left = self.left.checked_sub(length)?;
        Some(())
    }
}

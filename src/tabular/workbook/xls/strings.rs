//! The texts of an old workbook, which its cells name by number. They run on over several records, and may be
//! cut in the middle of a word.

use super::record::push_units;
use crate::tabular::workbook::cell;

/// Reads all of them from the parts of their record, without raised digits that point to a note; `is_raised` tells
/// whether a font is. Ends early where the parts do.
pub fn read(parts: &[&[u8]], is_raised: impl Fn(usize) -> bool) -> Vec<String> {
    let mut cursor = Cursor {
        parts: parts.iter().copied(),
        rest: &[],
    };
    let mut strings = Vec::new();
    let unique = cursor
        .number(4)
        .and_then(|_| cursor.number(4))
        .unwrap_or_default();
    for _ in 0..unique {
        match cursor.text(&is_raised) {
            Some(text) => strings.push(text),
            None => break,
        }
    }
    strings
}

struct Cursor<'b, P> {
    parts: P,
    /// What is left of the part being read.
    rest: &'b [u8],
}

impl<'b, P: Iterator<Item = &'b [u8]>> Cursor<'b, P> {
    /// One byte, from the next part where this one is used up.
    fn byte(&mut self) -> Option<u8> {
        while self.rest.is_empty() {
            self.rest = self.parts.next()?;
        }
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// A number of up to four bytes, the lowest first.
    fn number(&mut self, bytes: u32) -> Option<usize> {
        (0..bytes).try_fold(0, |number, at| {
            Some(number | usize::from(self.byte()?) << (8 * at))
        })
    }

    fn text(&mut self, is_raised: &impl Fn(usize) -> bool) -> Option<String> {
        let mut left = self.number(2)?;
        let flags = self.byte()?;
        let runs = if flags & 8 == 8 { self.number(2)? } else { 0 };
        let extended = if flags & 4 == 4 { self.number(4)? } else { 0 };
        let mut wide = flags & 1 == 1;
        let mut units = Vec::new();
        while left > 0 {
            if self.rest.is_empty() {
                // Each further part says anew how wide its characters are.
                wide = self.byte()? & 1 == 1;
            }
            let size = if wide { 2 } else { 1 };
            let here = left.min(self.rest.len() / size);
            if here == 0 && !self.rest.is_empty() {
                return None;
            }
            let (characters, rest) = self.rest.split_at(here * size);
            push_units(&mut units, characters, wide);
            self.rest = rest;
            left -= here;
        }
        let mut text = String::from_utf16_lossy(&units);
        // Fonts within the text, each from a character on: the last goes to its end.
        for run in (1..=runs).rev() {
            let (from, font) = (self.number(2)?, self.number(2)?);
            if run == 1 && is_raised(font) && from < units.len() {
                let start = String::from_utf16_lossy(&units[..from]).len();
                cell::cut_note(&mut text, start);
            }
        }
        // How it is spoken.
        self.skip(extended)?;
        Some(text)
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > self.rest.len() {
            bytes -= self.rest.len();
            self.rest = self.parts.next()?;
        }
        self.rest = &self.rest[bytes..];
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_on_in_the_next_part_in_another_width() {
        let first = [&[9, 0, 0, 0, 2, 0, 0, 0][..], &[4, 0, 1, 0xE5, 0x65]].concat();
        let second = [&[0][..], b"abc", &[1, 0, 8, 1, 0, b'x', 1, 1]].concat();
        assert_eq!(read(&[&first, &second, &[1, 1]], |_| false), ["日abc", "x"]);
    }

    #[test]
    fn a_raised_digit_at_the_end_is_a_note() {
        let text = |font: u8| {
            [
                &[1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 8, 1, 0][..],
                b"4.42",
                &[3, 0, font, 0],
            ]
            .concat()
        };
        assert_eq!(read(&[&text(5)], |font| font == 5), ["4.4"]);
        assert_eq!(read(&[&text(6)], |font| font == 5), ["4.42"]);
    }

    #[test]
    fn what_is_cut_off_is_left_out() {
        let cut = [&[9, 0, 0, 0, 9, 0, 0, 0][..], &[1, 0, 0, b'a', 9, 0, 1, 0xE7]].concat();
        assert_eq!(read(&[&cut], |_| false), ["a"]);
        assert!(read(&[], |_| false).is_empty());
    }
}

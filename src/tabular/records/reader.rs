//! A text cut into records. Quoted cells may hold delimiters and line breaks; lines may end in CR, LF or both. Where a
//! cell is the same as the one above it, as in most columns of most tables, it is compared rather than read.

use super::store::{Builder, Content, Parts};
use crate::tabular::{TELLINGS, Watch};

/// Cuts a text.
pub struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    delimiter: u8,
    at: usize,
    /// The line that `at` stands on, from 1.
    line: u32,
    builder: Builder<'t>,
    /// The last cell of each column that was read from one line: where it stands, and what it is.
    above: Vec<(usize, usize, Content)>,
    /// The most cells that a record had so far.
    widest: usize,
}

impl<'t> Reader<'t> {
    /// Every record that is not empty. A quote that is never closed, or closed many lines later by another cell's,
    /// counts as an ordinary character, so that it does not swallow the rows behind it. `watch` is told how far it is.
    pub fn read(text: &'t str, delimiter: u8, watch: Watch<'_>) -> Parts {
        let mut reader = Reader {
            text,
            bytes: text.as_bytes(),
            delimiter,
            at: 0,
            line: 1,
            builder: Builder::new(text),
            above: Vec::new(),
            widest: 0,
        };
        let step = text.len() / TELLINGS + 1;
        let mut telling = step;
        loop {
            while reader.skip_break() {}
            if reader.at == reader.bytes.len() {
                return reader.builder.finish();
            }
            if reader.at >= telling {
                watch(reader.at as f64 / text.len() as f64, reader.builder.rows());
                telling = reader.at + step;
            }
            reader.record();
        }
    }

    /// Steps over one line break, if one stands there.
    fn skip_break(&mut self) -> bool {
        let length = match self.bytes.get(self.at) {
            Some(b'\n') => 1,
            Some(b'\r') if self.bytes.get(self.at + 1) == Some(&b'\n') => 2,
            Some(b'\r') => 1,
            _ => return false,
        };
        self.at += length;
        self.line += 1;
        true
    }

    fn record(&mut self) {
        let (start, line) = (self.at, self.line);
        let mut column = 0;
        loop {
            self.cell(column);
            column += 1;
            if self.bytes.get(self.at) != Some(&self.delimiter) {
                break;
            }
            self.at += 1;
        }
        if self.line != line {
            let raw = self.text[start..self.at].trim_end_matches(['\r', '\n']);
            if let Some(first_line) = self.stray_quote(raw) {
                self.plain_line(start, first_line, line);
            }
        }
        self.widest = self.widest.max(self.builder.width());
        self.builder.end(line);
    }

    /// Takes back a record over several lines, and reads its first line without minding quotes.
    fn plain_line(&mut self, start: usize, first_line: &str, line: u32) {
        self.builder.clear();
        let mut place = start;
        for raw in first_line.split(char::from(self.delimiter)) {
            self.builder.standing(place, raw);
            place += raw.len() + 1;
        }
        (self.at, self.line) = (start + first_line.len(), line);
    }

    fn ends_at(&self, at: usize) -> bool {
        self.bytes
            .get(at)
            .is_none_or(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r'))
    }

    /// Reads one cell, up to the delimiter or break behind it.
    fn cell(&mut self, column: usize) {
        if let Some((start, length, cell)) = self.above.get(column).copied()
            && self.ends_at(self.at + length)
            && self.repeats(start, length)
        {
            self.at += length;
            return self.builder.again(cell);
        }
        let (start, line) = (self.at, self.line);
        let cell = match self.bytes.get(start) {
            Some(b'"') => self.quoted(),
            _ => {
                self.at = self.end(start);
                self.builder.standing(start, &self.text[start..self.at])
            }
        };
        // At the end of the text it may be that a quote was never closed, which another cell is not like.
        if self.line == line && self.at < self.bytes.len() {
            let known = (start, self.at - start, cell);
            if self.above.len() == column {
                self.above.push(known);
            } else if let Some(above) = self.above.get_mut(column) {
                *above = known;
            }
        }
    }

    /// Whether the same bytes as at `start` stand here.
    fn repeats(&self, start: usize, length: usize) -> bool {
        let (here, above) = (
            self.bytes.get(self.at..self.at + length),
            &self.bytes[start..start + length],
        );
        here.is_some_and(|here| same(here, above))
    }

    /// Where an unquoted cell ends.
    fn end(&self, start: usize) -> usize {
        let delimiter = self.delimiter;
        let ends = |byte: &u8| *byte == delimiter || *byte == b'\n' || *byte == b'\r';
        let length = self.bytes[start..].iter().position(ends);
        length.map_or(self.bytes.len(), |length| start + length)
    }

    /// Reads a quoted cell. What stands between its closing quote and the delimiter belongs to it.
    fn quoted(&mut self) -> Content {
        let inside = self.at + 1;
        let Some(close) = self.close(inside) else {
            return self.builder.standing(inside, &self.text[inside..]);
        };
        self.at = close + 1;
        if self.ends_at(self.at) {
            return self.builder.standing(inside, &self.text[inside..close]);
        }
        let mut content = self.text[inside..close].to_owned();
        loop {
            if self.bytes.get(self.at) != Some(&b'"') {
                let end = self.end(self.at);
                content.push_str(&self.text[self.at..end]);
                self.at = end;
                break;
            }
            // Two quotes are one.
            let from = self.at;
            let close = self.close(from + 1);
            content.push_str(&self.text[from..close.unwrap_or(self.bytes.len())]);
            let Some(close) = close else { break };
            self.at = close + 1;
            if self.ends_at(self.at) {
                break;
            }
        }
        self.builder.given(&content)
    }

    /// The next quote; without one everything up to the end belongs to the cell. Lines are counted on the way.
    fn close(&mut self, from: usize) -> Option<usize> {
        let found = memchr::memchr(b'"', &self.bytes[from..]);
        let end = found.map_or(self.bytes.len(), |length| from + length);
        let inside = &self.bytes[from..end];
        for at in memchr::memchr2_iter(b'\n', b'\r', inside) {
            let first_of_two = inside[at] == b'\r' && self.bytes.get(from + at + 1) == Some(&b'\n');
            self.line += u32::from(!first_of_two);
        }
        if found.is_none() {
            self.at = end;
        }
        found.map(|_| end)
    }

    /// The first line of a record over several lines whose quotes make no sense: one is not followed by a
    /// delimiter, none closes the cell, or a line of a cell over several has the delimiters of a whole row.
    fn stray_quote<'r>(&self, raw: &'r str) -> Option<&'r str> {
        let first_line = &raw[..raw.find(['\r', '\n'])?];
        let whole_row = self.widest.saturating_sub(1).max(2);
        let mut bytes = raw.bytes().peekable();
        let (mut quoted, mut cell_start) = (false, true);
        // Of the quoted cell: delimiters on the line, the most on any, and whether there are several lines.
        let (mut delimiters, mut most, mut breaks) = (0, 0, false);
        while let Some(byte) = bytes.next() {
            match byte {
                b'"' if quoted && bytes.peek() == Some(&b'"') => drop(bytes.next()),
                b'"' if quoted => {
                    quoted = false;
                    if bytes.peek().is_some_and(|next| *next != self.delimiter) {
                        return Some(first_line);
                    }
                }
                b'"' if cell_start => (quoted, delimiters, most, breaks) = (true, 0, 0, false),
                b'\n' | b'\r' if quoted => (delimiters, breaks) = (0, true),
                other if quoted && other == self.delimiter => delimiters += 1,
                _ => {}
            }
            most = most.max(delimiters);
            if quoted && breaks && most >= whole_row {
                return Some(first_line);
            }
            cell_start = !quoted && byte == self.delimiter;
        }
        quoted.then_some(first_line)
    }
}

/// Whether two runs of bytes of one length are the same, eight at a time.
fn same(a: &[u8], b: &[u8]) -> bool {
    let (a_words, a_rest) = a.as_chunks::<8>();
    let (b_words, b_rest) = b.as_chunks::<8>();
    let all = |(a, b): (&[u8; 8], &[u8; 8])| u64::from_ne_bytes(*a) == u64::from_ne_bytes(*b);
    a_words.iter().zip(b_words).all(all) && a_rest == b_rest
}

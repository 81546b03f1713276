//! A text cut into records, each with the line of the file on which it starts. Quoted cells may hold
//! delimiters and line breaks; lines may end in CR, LF or both; empty records are left out.

use std::io::Cursor;

use csv::{Position, ReaderBuilder, StringRecord};

use super::fold;

/// One record of a file.
#[derive(Clone, Debug)]
pub struct Record {
    /// The line on which it starts, from 1.
    pub line: u32,
    cells: StringRecord,
}

impl Record {
    /// A record of cells that are told apart already.
    pub fn new(line: u32, cells: &[&str]) -> Record {
        Record {
            line,
            cells: StringRecord::from(cells),
        }
    }

    /// The cell in a column, without blanks around it; empty where the record is too short.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", fold::trim)
    }

    /// Every cell, trimmed.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(fold::trim)
    }

    /// Number of cells.
    pub fn width(&self) -> usize {
        self.cells.len()
    }

    /// The first cell with content, with its column.
    pub fn first(&self) -> Option<(usize, &str)> {
        self.cells().enumerate().find(|(_, cell)| !cell.is_empty())
    }

    /// Whether a character of it was lost in decoding.
    pub fn has_lost_characters(&self) -> bool {
        self.cells.as_slice().contains(char::REPLACEMENT_CHARACTER)
    }
}

/// Every record that is not empty. A quote that is never closed, or closed many lines later by another cell's,
/// counts as an ordinary character, so that it does not swallow the rows behind it.
pub fn read(text: &str, delimiter: u8) -> Vec<Record> {
    let mut builder = ReaderBuilder::new();
    builder.flexible(true).has_headers(false).delimiter(delimiter);
    let mut csv = builder.from_reader(Cursor::new(text.as_bytes()));
    let mut reader = Reader {
        text,
        delimiter,
        records: Vec::new(),
        widest: 0,
        lines: Lines::new(text),
    };
    let mut cells = StringRecord::new();
    loop {
        let start = reader.skip_breaks(csv.position().byte() as usize);
        // Neither reading from memory nor text that is already decoded can fail.
        if !matches!(csv.read_record(&mut cells), Ok(true)) {
            return reader.records;
        }
        let raw = text[start..csv.position().byte() as usize].trim_end_matches(['\r', '\n']);
        if let Some(first_line) = reader.stray_quote(raw) {
            cells = first_line.split(char::from(delimiter)).collect::<Vec<_>>().into();
            let mut next_line = Position::new();
            next_line.set_byte((start + first_line.len()) as u64);
            if csv.seek(next_line).is_err() {
                return reader.records;
            }
        }
        reader.push(start, &cells);
    }
}

struct Reader<'t> {
    text: &'t str,
    delimiter: u8,
    records: Vec<Record>,
    /// The most cells that a record had so far.
    widest: usize,
    lines: Lines<'t>,
}

impl Reader<'_> {
    fn skip_breaks(&self, from: usize) -> usize {
        let rest = &self.text[from..];
        from + (rest.len() - rest.trim_start_matches(['\r', '\n']).len())
    }

    fn push(&mut self, start: usize, cells: &StringRecord) {
        self.widest = self.widest.max(cells.len());
        if cells.iter().any(|cell| !fold::trim(cell).is_empty()) {
            self.records.push(Record {
                line: self.lines.at(start),
                cells: cells.clone(),
            });
        }
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

/// Counts line ends up to an ever later byte. The reader's own count knows LF only.
struct Lines<'t> {
    bytes: &'t [u8],
    seen: usize,
    line: u32,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Lines {
            bytes: text.as_bytes(),
            seen: 0,
            line: 1,
        }
    }

    /// The line that the byte at `offset` stands on.
    fn at(&mut self, offset: usize) -> u32 {
        for at in self.seen..offset {
            let ends_line = match self.bytes[at] {
                b'\n' => true,
                b'\r' => self.bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u32::from(ends_line);
        }
        self.seen = self.seen.max(offset);
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_and_cells(text: &str) -> Vec<(u32, Vec<String>)> {
        let cells = |record: &Record| record.cells().map(str::to_owned).collect();
        read(text, b',')
            .iter()
            .map(|record| (record.line, cells(record)))
            .collect()
    }

    fn expect(text: &str, expected: &[(u32, &[&str])]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(|c| (*c).to_owned()).collect()))
            .collect();
        assert_eq!(lines_and_cells(text), expected, "{text:?}");
    }

    #[test]
    fn lines_are_counted_over_every_kind_of_break() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "1,2", "  ", ",", "3,4"].join(end);
            expect(&text, &[(1, &["a", "b"]), (3, &["1", "2"]), (6, &["3", "4"])]);
        }
    }

    #[test]
    fn quoted_breaks_belong_to_the_cell_and_to_the_line_count() {
        expect(
            "a,b,c\r\n\"x\r\ny\",\"1,2\",\"\"\"q\"\"\"\r\nz,3,4\r\n",
            &[
                (1, &["a", "b", "c"]),
                (2, &["x\r\ny", "1,2", "\"q\""]),
                (4, &["z", "3", "4"]),
            ],
        );
    }

    #[test]
    fn delimiters_in_a_cell_of_one_line_belong_to_it() {
        expect(
            "a,b,c\n\",,\",x,\"y\nz\"\n",
            &[(1, &["a", "b", "c"]), (2, &[",,", "x", "y\nz"])],
        );
    }

    #[test]
    fn a_stray_quote_swallows_nothing() {
        expect(
            "a,b,c\nx,1,\"s\ny,2,t\n",
            &[
                (1, &["a", "b", "c"]),
                (2, &["x", "1", "\"s"]),
                (3, &["y", "2", "t"]),
            ],
        );
        expect(
            "a,b,c\nx,1,\"s\ny,2,\"t\"\n",
            &[
                (1, &["a", "b", "c"]),
                (2, &["x", "1", "\"s"]),
                (3, &["y", "2", "t"]),
            ],
        );
        expect(
            "a,b,c\nx,1,\"s\ny,2,t\"\n",
            &[
                (1, &["a", "b", "c"]),
                (2, &["x", "1", "\"s"]),
                (3, &["y", "2", "t\""]),
            ],
        );
    }
}

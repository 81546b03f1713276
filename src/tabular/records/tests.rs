//! The reader of records beside one that is slow and plainly right: the `csv` crate, record by record, with the same
//! rule for quotes that make no sense.

use std::io::Cursor;

use csv::{Position, ReaderBuilder, StringRecord};
use proptest::prelude::*;

use super::{Record, read};
use crate::tabular::fold;

type Lines = Vec<(u32, Vec<String>)>;

fn fast(text: &str, delimiter: u8) -> Lines {
    let cells = |record: &Record| record.cells().map(str::to_owned).collect();
    let records = read(text.to_owned(), delimiter);
    records
        .iter()
        .map(|record| (record.line, cells(record)))
        .collect()
}

fn plain(text: &str, delimiter: u8) -> Lines {
    let mut builder = ReaderBuilder::new();
    builder.flexible(true).has_headers(false).delimiter(delimiter);
    let mut csv = builder.from_reader(Cursor::new(text.as_bytes()));
    let (mut lines, mut widest) = (Vec::new(), 0);
    let mut cells = StringRecord::new();
    loop {
        let from = csv.position().byte() as usize;
        let start = text.len() - text[from..].trim_start_matches(['\r', '\n']).len();
        if !csv.read_record(&mut cells).unwrap() {
            return lines;
        }
        let raw = text[start..csv.position().byte() as usize].trim_end_matches(['\r', '\n']);
        if let Some(first_line) = stray_quote(raw, delimiter, widest) {
            cells = first_line.split(char::from(delimiter)).collect::<Vec<_>>().into();
            let mut next_line = Position::new();
            next_line.set_byte((start + first_line.len()) as u64);
            csv.seek(next_line).unwrap();
        }
        widest = widest.max(cells.len());
        let cells: Vec<String> = cells.iter().map(|cell| fold::trim(cell).to_owned()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            lines.push((line(text, start), cells));
        }
    }
}

fn line(text: &str, at: usize) -> u32 {
    let before = text[..at].replace("\r\n", "\n");
    1 + before.matches(['\r', '\n']).count() as u32
}

fn stray_quote(raw: &str, delimiter: u8, widest: usize) -> Option<&str> {
    let first_line = &raw[..raw.find(['\r', '\n'])?];
    let whole_row = widest.saturating_sub(1).max(2);
    let mut rest: Vec<char> = raw.chars().rev().collect();
    let delimiter = char::from(delimiter);
    loop {
        // Up to the next quoted cell, at the start of a cell.
        let mut starts = true;
        loop {
            match rest.pop() {
                None => return None,
                Some('"') if starts => break,
                Some(c) => starts = c == delimiter,
            }
        }
        let (mut on_line, mut most, mut breaks) = (0, 0, false);
        loop {
            match rest.pop() {
                None => return Some(first_line),
                Some('"') if rest.last() == Some(&'"') => drop(rest.pop()),
                Some('"') => break,
                Some('\r' | '\n') => (on_line, breaks) = (0, true),
                Some(c) => on_line += usize::from(c == delimiter),
            }
            most = most.max(on_line);
            if breaks && most >= whole_row {
                return Some(first_line);
            }
        }
        if rest.last().is_some_and(|next| *next != delimiter) {
            return Some(first_line);
        }
    }
}

/// Pieces of files, so that quotes, breaks and repeated cells meet in every way.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        ",", ",", ";", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " ", "a", "ab", "婴儿", "１", "12.5",
        "-3.25", "2021", "2021.0", "\u{3000}", "\u{200b}", "=\"7\"", "\u{fffd}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_cut_as_the_plain_reader_cuts_it(text in text(), semicolon in any::<bool>()) {
        let delimiter = if semicolon { b';' } else { b',' };
        prop_assert_eq!(fast(&text, delimiter), plain(&text, delimiter));
    }

    #[test]
    fn a_text_is_one_word_wherever_it_stands(text in text()) {
        let records = read(text, b',');
        let all = records.iter().flat_map(|record| record.contents().iter().zip(record.cells()));
        let mut known = std::collections::HashMap::new();
        for (content, text) in all.filter(|(content, _)| content.word().is_some()) {
            prop_assert_eq!(*known.entry(text).or_insert(*content), *content);
        }
        let mut texts: Vec<_> = known.values().map(|content| content.word()).collect();
        texts.sort();
        texts.dedup();
        prop_assert_eq!(texts.len(), known.len());
    }

    #[test]
    fn a_decimal_number_is_what_its_text_says(text in "-?[0-9]{1,9}\\.[0-9]{1,9}", quote in "\"?") {
        let records = read(format!("a,{quote}{text}{quote}\n"), b',');
        let exact = text.bytes().filter(u8::is_ascii_digit).count() <= 15;
        let is_word = records[0].content(1).word().is_some();
        let number = text.parse().ok().filter(|_| exact && !is_word);
        prop_assert_eq!(records[0].decimal(1).map(f64::to_bits), number.map(f64::to_bits));
    }
}

fn expect(text: &str, expected: &[(u32, &[&str])]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(line, cells)| (*line, cells.iter().map(|c| (*c).to_owned()).collect()))
        .collect();
    assert_eq!(fast(text, b','), expected, "{text:?}");
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

#[test]
fn a_quote_that_was_never_closed_is_like_no_other_cell() {
    let text = "a\n\"\n,\",\"";
    assert_eq!(fast(text, b','), plain(text, b','));
}

//! The cells of a sheet as numbers. Tables repeat the same few texts, so each is kept once and a cell is the number of
//! its text; a decimal number, of which there are as many as values, is the place where it stands instead.

use std::hash::Hasher;
use std::rc::Rc;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use super::Record;
use crate::tabular::{fold, markup};

/// The number of a text among the different ones of its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word(pub(super) u32);

impl Word {
    /// Nothing.
    pub const EMPTY: Word = Word(0);

    /// As a position.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A cell that has this bit holds the place of a decimal number, any other the number of a text.
const DECIMAL: u32 = 1 << 31;

/// A text of more bytes has places that no cell can hold.
pub const MOST_BYTES: usize = DECIMAL as usize - 1;

/// So many digits are a whole number that is exact as it is computed with.
const EXACT: usize = 15;
/// The powers of ten up to that.
const POWERS: [f64; EXACT + 1] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];

/// A cell: a [`Word`], or the place of a decimal number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Content(u32);

impl Content {
    /// A cell without content.
    pub const EMPTY: Content = Content(0);

    /// The text that it repeats; none of a decimal number.
    pub fn word(self) -> Option<Word> {
        (self.0 & DECIMAL == 0).then_some(Word(self.0))
    }
}

/// Every cell of a sheet.
#[derive(Default)]
pub struct Store {
    /// The text of the file.
    file: String,
    /// Texts that do not stand in the file as they are: those of quoted cells and of workbooks.
    apart: String,
    /// Where each word stands, in the file and behind it in what is kept apart: start and length.
    words: Vec<(u32, u32)>,
    /// The cells of all records, one after the other.
    pub(super) cells: Vec<Content>,
    /// Whether some text has a character that was lost in decoding.
    pub(super) loses_characters: bool,
    /// Whether some text has an entity of a web page.
    pub(super) has_entities: bool,
}

impl Store {
    /// The text of a cell.
    pub fn text(&self, cell: Content) -> &str {
        if cell.0 & DECIMAL == 0 {
            return self.word(Word(cell.0));
        }
        let behind = self.from((cell.0 & !DECIMAL) as usize);
        let end = behind
            .bytes()
            .position(|byte| !matches!(byte, b'0'..=b'9' | b'.' | b'-'));
        &behind[..end.unwrap_or(behind.len())]
    }

    /// The number of a cell that is a decimal one, of up to [`EXACT`] digits.
    pub fn decimal(&self, cell: Content) -> Option<f64> {
        if cell.0 & DECIMAL == 0 {
            return None;
        }
        let behind = self.from((cell.0 & !DECIMAL) as usize).as_bytes();
        let magnitude = behind.strip_prefix(b"-").unwrap_or(behind);
        let (mut whole, mut digits, mut places) = (0u64, 0, None);
        for byte in magnitude {
            match byte {
                b'0'..=b'9' if digits == EXACT => return None,
                b'0'..=b'9' => (whole, digits) = (whole * 10 + u64::from(byte - b'0'), digits + 1),
                b'.' => places = Some(digits),
                _ => break,
            }
        }
        // Both are exact, so that the quotient is the nearest number.
        let size = whole as f64 / POWERS[digits - places?];
        Some(if magnitude.len() < behind.len() {
            -size
        } else {
            size
        })
    }

    /// A text.
    pub fn word(&self, word: Word) -> &str {
        let (start, length) = self.words[word.index()];
        &self.from(start as usize)[..length as usize]
    }

    /// Every text that is a word.
    pub fn all_words(&self) -> impl Iterator<Item = &str> {
        (0..self.words.len()).map(|word| self.word(Word(word as u32)))
    }

    fn from(&self, place: usize) -> &str {
        match place.checked_sub(self.file.len()) {
            None => &self.file[place..],
            Some(place) => &self.apart[place..],
        }
    }
}

/// Puts records together.
pub struct Builder<'t> {
    file: &'t str,
    apart: String,
    words: Vec<(u32, u32)>,
    numbers: HashTable<u32>,
    cells: Vec<Content>,
    /// Of each record its line, its first cell, and how many it has.
    records: Vec<(u32, u32, u32)>,
    start: usize,
}

impl<'t> Builder<'t> {
    /// Of cells that stand in that text, or are given.
    pub fn new(file: &'t str) -> Builder<'t> {
        Builder {
            file,
            apart: String::new(),
            words: vec![(0, 0)],
            numbers: HashTable::new(),
            cells: Vec::new(),
            records: Vec::new(),
            start: 0,
        }
    }

    /// Adds a cell that was made before.
    pub fn again(&mut self, cell: Content) {
        self.cells.push(cell);
    }

    /// Adds the cell of a text that stands in the file from there on.
    pub fn standing(&mut self, start: usize, raw: &str) -> Content {
        let text = trimmed(raw);
        let start = start + (text.as_ptr() as usize - raw.as_ptr() as usize);
        let cell = match () {
            () if text.is_empty() => Content::EMPTY,
            () if is_decimal(text.as_bytes()) => Content(start as u32 | DECIMAL),
            () => self.number(text, |_| start),
        };
        self.cells.push(cell);
        cell
    }

    /// Adds the cell of any text.
    pub fn given(&mut self, raw: &str) -> Content {
        let text = trimmed(raw);
        let cell = match () {
            () if text.is_empty() => Content::EMPTY,
            () if is_decimal(text.as_bytes()) => {
                let place = self.file.len() + self.apart.len();
                self.apart.push_str(text);
                // So that it ends there.
                self.apart.push(' ');
                Content(place as u32 | DECIMAL)
            }
            () => self.number(text, |builder| {
                let place = builder.file.len() + builder.apart.len();
                builder.apart.push_str(text);
                place
            }),
        };
        self.cells.push(cell);
        cell
    }

    /// The cell of a text; `place` says where a new one stands.
    fn number(&mut self, text: &str, place: impl FnOnce(&mut Self) -> usize) -> Content {
        let hash = hash(text.as_bytes());
        let (file, apart, words) = (self.file, &self.apart, &self.words);
        let is_same = |word: &u32| standing(file, apart, words[*word as usize]) == text.as_bytes();
        if let Some(known) = self.numbers.find(hash, is_same) {
            return Content(*known);
        }
        let word = self.words.len() as u32;
        let start = place(self);
        self.words.push((start as u32, text.len() as u32));
        let (file, apart, words) = (self.file, &self.apart, &self.words);
        self.numbers.insert_unique(hash, word, |word| {
            self::hash(standing(file, apart, words[*word as usize]))
        });
        Content(word)
    }

    /// How many records there are so far.
    pub fn rows(&self) -> usize {
        self.records.len()
    }

    /// How many cells the record has so far.
    pub fn width(&self) -> usize {
        self.cells.len() - self.start
    }

    /// Makes the next cell of the record that of a column: cells before it are empty, those from it on taken back.
    pub fn go_to(&mut self, column: usize) {
        self.cells.resize(self.start + column, Content::EMPTY);
    }

    /// Takes the cells of the record back.
    pub fn clear(&mut self) {
        self.cells.truncate(self.start);
    }

    /// Ends the record, which starts on that line. One without content is left out.
    pub fn end(&mut self, line: u32) {
        if self.cells[self.start..]
            .iter()
            .all(|cell| *cell == Content::EMPTY)
        {
            return self.clear();
        }
        self.records.push((line, self.start as u32, self.width() as u32));
        self.start = self.cells.len();
    }

    /// What is kept besides the file, which is put with it by [`Parts::records`].
    pub fn finish(self) -> Parts {
        Parts {
            apart: self.apart,
            words: self.words,
            cells: self.cells,
            records: self.records,
        }
    }
}

/// Cells and records whose file stands elsewhere.
pub struct Parts {
    apart: String,
    words: Vec<(u32, u32)>,
    cells: Vec<Content>,
    records: Vec<(u32, u32, u32)>,
}

impl Parts {
    /// The cells alone.
    pub fn store(self, file: String) -> Store {
        let mut store = Store {
            file,
            apart: self.apart,
            words: self.words,
            cells: self.cells,
            loses_characters: false,
            has_entities: false,
        };
        let loses_characters = store
            .all_words()
            .any(|word| word.contains(char::REPLACEMENT_CHARACTER));
        let has_entities = store.all_words().any(markup::has_entity);
        (store.loses_characters, store.has_entities) = (loses_characters, has_entities);
        store
    }

    /// The records of that file.
    pub fn records(mut self, file: String) -> Vec<Record> {
        let records = std::mem::take(&mut self.records);
        let store = Rc::new(self.store(file));
        let record = |(line, first, width)| Record {
            line,
            first,
            width,
            store: Rc::clone(&store),
        };
        records.into_iter().map(record).collect()
    }
}

/// The bytes of a word, in the file and behind it in what is kept apart.
fn standing<'t>(file: &'t str, apart: &'t str, (start, length): (u32, u32)) -> &'t [u8] {
    let (start, length) = (start as usize, length as usize);
    match start.checked_sub(file.len()) {
        None => &file.as_bytes()[start..start + length],
        Some(start) => &apart.as_bytes()[start..start + length],
    }
}

fn hash(text: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text);
    hasher.finish()
}

/// [`fold::trim`], which most cells do not need: they begin and end with a plain sign or a Chinese character.
fn trimmed(raw: &str) -> &str {
    let bytes = raw.as_bytes();
    let plain = |byte: u8| (0x21..0x7F).contains(&byte);
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else {
        return raw;
    };
    let begins = plain(*first) && *first != b'=' || (0xE4..=0xE9).contains(first);
    let ends = plain(*last) || bytes.len() >= 3 && (0xE4..=0xE9).contains(&bytes[bytes.len() - 3]);
    if begins && ends { raw } else { fold::trim(raw) }
}

/// Whether a text is a number with a point, such as most values are, that no one could take for a year: it is read
/// where it stands. All other texts are words.
fn is_decimal(text: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let magnitude = text.strip_prefix(b"-").unwrap_or(text);
    let whole = digits(magnitude);
    let Some((b'.', fraction)) = magnitude[whole..].split_first() else {
        return false;
    };
    let is_plain = whole > 0 && !fraction.is_empty() && digits(fraction) == fraction.len();
    is_plain && (whole != 4 || fraction.iter().any(|digit| *digit != b'0'))
}

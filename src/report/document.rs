//! A report as a document without a look: what a page shows and every file format is written from.

use crate::chart::Plot;
use crate::lang::Lang;

/// A whole report.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language that it is written in.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// What its files are called: the title, the part of the plans, and whether it is short.
    pub name: String,
    /// Which plan or field it is about.
    pub subtitle: String,
    /// Area, year and the rest of what it rests on: name and value.
    pub meta: Vec<(String, String)>,
    /// What has to stand on every page: that the area is invented.
    pub mark: Option<String>,
    /// Its parts, in order.
    pub sections: Vec<Section>,
}

/// One part under its own heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The heading, numbered.
    pub heading: String,
    /// What stands in it, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading within the section, with its number in brackets.
    Heading(String),
    /// The sentence that says what the figures after it come to.
    Lead(String),
    /// Running text.
    Paragraph(String),
    /// An aside: what to bear in mind while reading.
    Note(String),
    /// A list of short texts.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A chart; its numbers by year stand in the table of evidence.
    Chart(Box<Plot>),
    /// A target that is warned of.
    Finding(Finding),
}

/// A table; every row has as many cells as the head.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The cells, row by row; the first of each row names it.
    pub rows: Vec<Vec<String>>,
    /// The columns that hold numbers, from 0.
    pub numeric: Vec<usize>,
    /// The columns that hold sentences, from 0.
    pub prose: Vec<usize>,
    /// The rows that sum up others, from 0.
    pub sums: Vec<usize>,
}

/// A target that is warned of: why, and what the plans would do about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The indicator.
    pub title: String,
    /// What is demanded and where it is stated.
    pub subtitle: String,
    /// Each reason in one sentence with its numbers, most urgent first.
    pub reasons: Vec<String>,
    /// The measures of the same goals, most relevant first.
    pub advice: Vec<Advice>,
}

/// A measure of the plans, as far as its first sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Its number, such as `W1.m04`.
    pub id: String,
    /// Official text, in Chinese in every language.
    pub text: String,
}

impl Document {
    /// Every chart, in the order in which they stand.
    pub fn charts(&self) -> impl Iterator<Item = &Plot> {
        self.sections
            .iter()
            .flat_map(|section| &section.blocks)
            .filter_map(|block| match block {
                Block::Chart(plot) => Some(plot.as_ref()),
                _ => None,
            })
    }
}

impl Table {
    /// Whether a column holds numbers.
    pub fn is_numeric(&self, column: usize) -> bool {
        self.numeric.contains(&column)
    }

    /// The kind of a column where it is not of words: `number` or `prose`; also its class in HTML.
    pub fn kind(&self, column: usize) -> Option<&'static str> {
        match (self.is_numeric(column), self.prose.contains(&column)) {
            (true, _) => Some("number"),
            (_, true) => Some("prose"),
            _ => None,
        }
    }

    /// Whether a row sums up others.
    pub fn is_sum(&self, row: usize) -> bool {
        self.sums.contains(&row)
    }
}

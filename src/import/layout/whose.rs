//! Whose figures lines around a table say that they are: one area’s, or several areas’ that have nothing to do with one
//! another, so that a value without an area of its own is nobody’s.

use crate::import::meaning::{AreaSaid, Lexicon};
use crate::tabular::{Content, Record};

use super::labelled::{AREA, NOTE, SOURCE, is_remark, label, labelled, naming};
use super::scope::{self, Stands};

/// The area that lines name which are about all of the table: who signed it below, or a sentence of its scope.
pub fn area(lexicon: &Lexicon<'_>, above: &[Record], below: &[Record]) -> Option<AreaSaid> {
    let mut signed = naming(below, AREA).filter_map(|record| labelled(record, AREA));
    let signed = signed.next().and_then(|text| lexicon.areas.within(&text));
    signed.map(AreaSaid::One).or_else(|| {
        let below = below.iter().map(|record| (record, Stands::Below));
        let above = above.iter().rev().map(|record| (record, Stands::Above));
        scope(lexicon, above.chain(below))
    })
}

/// Whether lines above or below a table name several areas for all of it.
pub fn are_several(lexicon: &Lexicon<'_>, above: &[Record], below: &[Record]) -> bool {
    let mut lines = above.iter().chain(below);
    lines.any(|record| names_several(lexicon, record))
}

/// The area of a line that says where figures come from.
pub fn source<'r>(lexicon: &Lexicon<'_>, records: impl Iterator<Item = &'r Record>) -> Option<AreaSaid> {
    let mut found = records.filter_map(|record| labelled(record, SOURCE));
    found
        .find_map(|text| lexicon.areas.of_source(&text))
        .map(AreaSaid::One)
}

/// The area of a line of its own that says whose figures all of the table holds.
fn scope<'r>(lexicon: &Lexicon<'_>, records: impl Iterator<Item = (&'r Record, Stands)>) -> Option<AreaSaid> {
    let mut lines = records.filter(|(record, _)| has_one_cell(record));
    let area = |(record, stands): (&Record, Stands)| {
        let (_, cell) = record.first()?;
        scope::area(&lexicon.areas, label(cell, NOTE).unwrap_or(cell), stands)
    };
    lines.find_map(area).map(AreaSaid::One)
}

/// Whether a line of its own says that all of the table is about several areas: 填报单位：灵山县、浦北县.
fn names_several(lexicon: &Lexicon<'_>, record: &Record) -> bool {
    if !has_one_cell(record) {
        return false;
    }
    let cell = record.first().map_or("", |(_, cell)| cell);
    let sentence = label(cell, NOTE).or_else(|| (!is_remark(cell)).then_some(cell));
    (label(cell, AREA).is_some() || sentence.is_some_and(scope::is_about_the_table))
        && lexicon.areas.names_several(cell)
}

fn has_one_cell(record: &Record) -> bool {
    let filled = record.contents().iter().filter(|cell| **cell != Content::EMPTY);
    filled.take(2).count() == 1
}

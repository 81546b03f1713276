//! Where the header of a table stands: the first row whose texts say what columns are about, and the rows below it
//! that say so more closely.

use std::ops::Range;

use crate::catalogue::Unit;
use crate::import::meaning::{Lexicon, Role, is_known_unit};
use crate::import::memo::Memo;
use crate::import::number::{self, Cell, Comma};
use crate::tabular::Record;

use super::context::{is_labelled, pair};

/// The header that starts in that row, if one does. A further one below another table must begin with a word that only
/// headers use ([`Beginnings`]): rows of values come to mind first.
pub fn at(lexicon: &Lexicon<'_>, records: &[Record], row: usize, further: bool) -> Option<Range<usize>> {
    if !is_header(lexicon, &records[row], further) || is_said_above(lexicon, &records[row..]) {
        return None;
    }
    let mut end = row + 1;
    while end < records.len() && goes_on(lexicon, &records[row..end], &records[end]) {
        end += 1;
    }
    Some(row..end)
}

/// Whether a row only says what all of the table below it is about, 指标 | 婴儿死亡率 over 地区 | 2021 | 2022: it names
/// one thing, and the row below it is a header whose rows are about another.
fn is_said_above(lexicon: &Lexicon<'_>, records: &[Record]) -> bool {
    let Some((head, text)) = records.first().and_then(pair) else {
        return false;
    };
    let meaning = lexicon.title(text);
    let (about, role) = (&meaning.about, lexicon.title(head).role);
    let names_one = match role {
        Some(Role::Indicator) => about.indicator.is_some(),
        Some(Role::Area) => about.area.is_some(),
        Some(Role::Year) => about.year.is_some(),
        _ => false,
    };
    let below = records
        .get(1)
        .filter(|below| below.width() > 2 && pair(below).is_none());
    names_one
        && below.is_some_and(|below| {
            let rows = lexicon.title(below.cell(0)).role;
            rows.is_some_and(|rows| rows.is_key() && Some(rows) != role) && is_header(lexicon, below, false)
        })
}

/// Which texts begin a header.
#[derive(Default)]
pub struct Beginnings {
    /// Of each text whether it does as the first cell, and behind an empty one.
    known: Memo<(bool, bool)>,
}

impl Beginnings {
    /// Whether a row begins as headers do.
    pub fn begins(&mut self, lexicon: &Lexicon<'_>, record: &Record) -> bool {
        let Some(column) = record.first_filled() else {
            return false;
        };
        let (first, behind) = self.known.of(record.content(column), || {
            let cell = record.cell(column);
            let titles = cell.len() <= 96 && !is_labelled(cell) && lexicon.title(cell).role.is_some();
            (titles, titles || lexicon.meaning(cell).about.year.is_some())
        });
        if column > 0 { behind } else { first }
    }
}

/// Whether the texts of a row are titles of columns.
fn is_header(lexicon: &Lexicon<'_>, record: &Record, further: bool) -> bool {
    let filled: Vec<(usize, &str)> = record
        .cells()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
        .collect();
    if filled.len() < 2 || filled.iter().any(|(_, cell)| is_value(lexicon, cell)) {
        return false;
    }
    let mut roles: Vec<Role> = Vec::new();
    let (mut years, mut indicators, mut areas, mut groups, mut figures) = (0, 0, 0, 0, 0);
    for (_, cell) in &filled {
        if is_labelled(cell) {
            continue;
        }
        let meaning = lexicon.title(cell);
        roles.extend(meaning.role.filter(|role| !roles.contains(role)));
        if meaning.role.is_some() || meaning.unknown {
            continue;
        }
        let about = &meaning.about;
        years += usize::from(about.year.is_some());
        indicators += usize::from(about.indicator.is_some() || about.count.is_some());
        areas += usize::from(about.area.is_some());
        figures += usize::from(about.figure.is_some());
        groups += usize::from(about.is_group() || meaning.total);
    }
    let key = roles.iter().any(|role| role.is_key() || *role == Role::Value);
    let across = years.max(indicators).max(areas).max(groups).max(figures);
    // 单位 over counties, beside years.
    let key = key || roles == [Role::Unit] && years >= 1;
    let corner = filled[0].0 > 0 || is_labelled(filled[0].1);
    let titled = key && (roles.len() >= 2 || across >= 1);
    titled || corner && (years >= 2 || across >= 2 && !further)
}

/// Whether a row says more closely what the header above it says.
fn goes_on(lexicon: &Lexicon<'_>, header: &[Record], record: &Record) -> bool {
    let mut filled = record
        .cells()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
        .peekable();
    if filled.peek().is_none() {
        return false;
    }
    let is_unit = |cell: &str| is_known_unit(&Unit::new(cell.trim_matches(['(', ')', '（', '）'])));
    let mut says_more = false;
    for (column, cell) in filled {
        let above = header
            .iter()
            .rev()
            .map(|above| above.cell(column))
            .find(|text| !text.is_empty());
        let meaning = lexicon.title(cell);
        let above_role = above.and_then(|text| lexicon.title(text).role);
        let holds_rows = above_role.is_some_and(|role| role.is_key()) && above != Some(cell);
        let fits = match above {
            _ if is_unit(cell) => true,
            Some(text) if text == cell => true,
            _ if is_value(lexicon, cell) || is_blank_mark(cell) || is_labelled(cell) => false,
            // 年份 over 2020: a title over several columns. Other titles of keys have rows below them.
            Some(_) if above_role == Some(Role::Year) && meaning.about.year.is_some() => {
                spans(header, column)
            }
            Some(_) if holds_rows => meaning.role.is_some() && meaning.role == above_role,
            Some(_) if above_role.is_some() => meaning.role.is_some() && meaning.role == above_role,
            None if column == 0 => meaning.role.is_some(),
            _ => true,
        };
        if !fits {
            return false;
        }
        says_more |= column > 0;
    }
    says_more
}

/// Whether the title of a column reaches over the next one too, which then has none of its own.
fn spans(header: &[Record], column: usize) -> bool {
    header
        .last()
        .is_some_and(|above| column + 1 >= above.width() || above.cell(column + 1).is_empty())
}

/// Whether a cell holds a number that is no year, such as no header has.
pub fn is_value(lexicon: &Lexicon<'_>, cell: &str) -> bool {
    let first = cell.chars().next();
    let may_be = first.is_some_and(|c| {
        c.is_numeric() || matches!(c, '-' | '+' | '.' | '−' | '－' | '(' | '\'' | '<' | '>')
    });
    may_be
        && matches!(
            number::read(cell, Comma::Thousands),
            Cell::Number(..) | Cell::Interval
        )
        && lexicon.meaning(cell).about.year.is_none()
}

fn is_blank_mark(cell: &str) -> bool {
    number::read(cell, Comma::Thousands) == Cell::Blank
}

//! Where the header of a table stands: the first row whose texts say what columns are about, and the rows below it
//! that say so more closely.

use std::ops::Range;

use crate::catalogue::Unit;
use crate::import::meaning::{About, Areas, Figure, Lexicon, Meaning, Role, is_known_unit, is_part_of_year};
use crate::import::memo::Memo;
use crate::import::number::{self, Cell, Comma};
use crate::tabular::Record;

use super::labelled::{is_labelled, pair};

/// The header that starts in that row, if one does. A further one below another table must begin with a word that only
/// headers use ([`Beginnings`]): rows of values come to mind first.
pub fn at(lexicon: &Lexicon<'_>, records: &[Record], row: usize, further: bool) -> Option<Range<usize>> {
    let over_another = || {
        !further
            && label_of_across(lexicon, &records[row], Known::AsItMayBe).is_some()
            && records
                .get(row + 1)
                .is_some_and(|below| is_header(lexicon, below, false))
            && is_under_labels(lexicon, &records[row..=row], &records[row + 1])
    };
    let in_part = || {
        let is_over = |below: &Record| {
            is_known_in_part(lexicon, &records[row], below) && is_header(lexicon, below, false)
        };
        !further && records.get(row + 1).is_some_and(is_over)
    };
    let begins = is_header(lexicon, &records[row], further) || over_another() || in_part();
    if !begins || is_said_above(lexicon, &records[row..]) {
        return None;
    }
    let mut end = row + 1;
    while end < records.len()
        && (goes_on(lexicon, &records[row..end], &records[end])
            || is_under_labels(lexicon, &records[row..end], &records[end]))
    {
        end += 1;
    }
    Some(row..end)
}

/// What the first cell of a header says that all of its table is about, 灵山县 or 婴儿死亡率 before 2021 | 2022: it stands
/// where the title of the rows would, and the others are all of another kind.
pub fn corner_of_all(lexicon: &Lexicon<'_>, record: &Record) -> Option<About> {
    let corner = Some(record.cell(0)).filter(|cell| !cell.is_empty() && !is_labelled(cell))?;
    let known = |cell: &str| {
        let meaning = lexicon.title(cell);
        (meaning.role.is_none() && !meaning.unknown).then(|| meaning.about.clone())
    };
    let about = known(corner)?;
    let kinds: [fn(&About) -> bool; 3] = [
        |about| about.year.is_some(),
        |about| about.indicator.is_some(),
        |about| about.area.is_some(),
    ];
    let across = record.cells().skip(1).filter(|cell| !cell.is_empty());
    let across: Vec<About> = across.map(known).collect::<Option<_>>()?;
    let of_one_kind = |kind: &fn(&About) -> bool| !kind(&about) && across.iter().all(kind);
    let names_one = kinds.iter().any(|kind| kind(&about)) && !about.is_figure();
    (across.len() >= 2 && names_one && kinds.iter().any(of_one_kind)).then_some(about)
}

/// Whether a row over a header names what stands below it, as far as it is known: 婴儿死亡率 and another name behind an
/// empty corner, or behind the title of the rows where that is empty below. What stands below the other is not to be
/// taken for something else.
fn is_known_in_part(lexicon: &Lexicon<'_>, record: &Record, below: &Record) -> bool {
    let titles_rows = !record.cell(0).is_empty();
    let is_key = lexicon.title(record.cell(0)).role.is_some_and(Role::is_key);
    if titles_rows && !(is_key && below.cell(0).is_empty()) {
        return false;
    }
    let names = || record.cells().skip(1).filter(|cell| !cell.is_empty());
    let is_name = |cell: &str| {
        let meaning = lexicon.title(cell);
        let names = meaning.role.is_none() || meaning.about.is_group();
        names && !is_labelled(cell) && !is_value(lexicon, cell)
    };
    let is_known = |cell: &str| {
        let meaning = lexicon.title(cell);
        let about = &meaning.about;
        !meaning.unknown && (about.indicator.is_some() || about.area.is_some() || about.is_group())
    };
    // Behind the title of the rows 汉族 and 壮族 are as good.
    names().count() >= 2 && names().all(is_name) && (titles_rows || names().any(is_known))
}

/// Whether names across must be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// All of them.
    All,
    /// As far as they are: another row says what the rows below are about, so that this label is of what stands across.
    AsItMayBe,
}

/// The column in which a row of a header names what stands across in it, 指标 of 指标 | 婴儿死亡率 | 新生儿死亡率; the
/// title of the rows below it stands elsewhere.
pub fn label_of_across(lexicon: &Lexicon<'_>, record: &Record, known: Known) -> Option<usize> {
    let column = record.first_filled()?;
    let label = record.cell(column).trim_end_matches([':', '：']);
    let role = lexicon.title(label).role?;
    let fits = |cell: &str| {
        let meaning = lexicon.title(cell);
        let about = &meaning.about;
        let may_be = known == Known::AsItMayBe && meaning.unknown && meaning.role.is_none();
        may_be && matches!(role, Role::Indicator | Role::Area) && !is_value(lexicon, cell)
            || !meaning.unknown
                && match role {
                    Role::Indicator => about.indicator.is_some() || about.count.is_some(),
                    Role::Area => about.area.is_some() || Areas::is_all(cell),
                    Role::Year => about.year.is_some(),
                    Role::Sex => about.sex.is_some() || meaning.total,
                    Role::Residence => about.residence.is_some() || meaning.total,
                    Role::Unit => meaning.unit.is_some(),
                    Role::Figure | Role::Dimension => Figure::from_word(cell).is_some(),
                    _ => false,
                }
    };
    let mut across = record
        .cells()
        .skip(column + 1)
        .filter(|cell| !cell.is_empty())
        .peekable();
    (across.peek().is_some() && across.all(fits)).then_some(column)
}

/// The same of one row of several: what stands across need not be known where another row titles the rows below.
pub fn label_at(lexicon: &Lexicon<'_>, header: &[Record], level: usize) -> Option<usize> {
    let titles_rows = |column: usize| {
        let mut others = header.iter().enumerate().filter(|(at, _)| *at != level);
        others.any(|(_, row)| {
            let is_key = lexicon.title(row.cell(column)).role.is_some_and(Role::is_key);
            is_key && label_of_across(lexicon, row, Known::All).is_none()
        })
    };
    label_of_across(lexicon, &header[level], Known::All).or_else(|| {
        label_of_across(lexicon, &header[level], Known::AsItMayBe).filter(|column| titles_rows(*column))
    })
}

/// Whether a row goes on with a header in which labels stand before what they are labels of: 地区 | 2021 | 2022 below
/// 指标 | 婴儿死亡率, or 性别 | 男 | 女 below 地区 | 2021.
fn is_under_labels(lexicon: &Lexicon<'_>, header: &[Record], record: &Record) -> bool {
    let Some(column) = record.first_filled() else {
        return false;
    };
    let label = record.cell(column).trim_end_matches([':', '：']);
    let role = lexicon.title(label).role;
    let labels = |record: &Record| label_of_across(lexicon, record, Known::All) == Some(column);
    let above = header
        .last()
        .is_some_and(|above| label_of_across(lexicon, above, Known::AsItMayBe) == Some(column));
    let is_title = |cell: &str| {
        let meaning = lexicon.title(cell);
        let says_role = |role: Role| role.is_key() || role == Role::Value;
        let says = meaning.role.is_some_and(says_role) || !meaning.about.is_empty() || meaning.total;
        !meaning.unknown && says && !is_value(lexicon, cell)
    };
    let others = || record.cells().skip(column + 1).filter(|cell| !cell.is_empty());
    let is_row = || others().all(is_title) && others().count() >= 2;
    role.is_some_and(Role::is_key) && (above && is_row() || labels(record) && others().count() >= 2)
        || role == Some(Role::Unit) && above && labels(record)
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
            // 县 is a kind of area in one table and a title in another.
            let is_kind = ["省", "市", "县"].contains(&cell);
            let titles =
                cell.len() <= 96 && !is_kind && !is_labelled(cell) && lexicon.title(cell).role.is_some();
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
    if corner_of_all(lexicon, record).is_some() {
        return true;
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
            // 城市 names areas below it, and over 2021 it is a group.
            Some(text) if lexicon.title(text).about.is_group() && says_which(&meaning) => true,
            // 监测值 over 2021 and 2022, likewise, where no row begins.
            Some(_) if above_role == Some(Role::Value) && says_which(&meaning) => {
                spans(header, column) || record.first_filled() > Some(0)
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

/// Whether a text says which of several values is meant: a year or a group.
fn says_which(meaning: &Meaning) -> bool {
    !meaning.unknown && (meaning.about.year.is_some() || meaning.about.is_group() || meaning.total)
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
        && !says_when(lexicon, cell)
}

/// Whether a cell says when: 2021, 1-6月, 1-12月.
fn says_when(lexicon: &Lexicon<'_>, cell: &str) -> bool {
    let about = &lexicon.meaning(cell).about;
    about.year.is_some() || about.figure.is_some() || is_part_of_year(cell)
}

fn is_blank_mark(cell: &str) -> bool {
    number::read(cell, Comma::Thousands) == Cell::Blank
}

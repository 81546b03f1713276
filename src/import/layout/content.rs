//! What columns hold by what stands in them, where their titles do not say.

use std::collections::BTreeSet;

use super::{Column, Use};
use crate::import::meaning::{About, Areas, Figure, Lexicon, Meaning, Role, split_unit};
use crate::import::number::{self, Cell, Comma};
use crate::tabular::Record;

/// More different texts than this are no groups.
const MOST_GROUPS: usize = 200;
/// How many rows are looked at to see what a column holds.
const SAMPLE: usize = 2000;

/// What mostly stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Numbers.
    Numbers,
    /// Small whole numbers, such as those of quintiles.
    Codes,
    /// Intervals and bounds alone: 20-34, 35以上, ≤5.
    Ranges,
    /// Texts.
    Texts,
    /// Nothing at all.
    Nothing,
}

/// No code of a group is larger.
const LARGEST_CODE: f64 = 20.0;

impl Content {
    /// Whether it is numbers, of whichever kind.
    pub fn is_numeric(self) -> bool {
        matches!(self, Content::Numbers | Content::Codes | Content::Ranges)
    }

    /// What mostly stands in that column of the rows.
    pub fn of(lexicon: &Lexicon<'_>, body: &[Record], column: usize) -> Content {
        let (mut numbers, mut texts, mut codes, mut intervals) = (0, 0, 0, 0);
        for record in body.iter().take(SAMPLE) {
            let cell = record.cell(column);
            match number::read(cell, Comma::Thousands) {
                Cell::Blank => {}
                Cell::Number(number, _) => {
                    numbers += 1;
                    codes += usize::from(number.fract() == 0.0 && number.abs() <= LARGEST_CODE);
                }
                Cell::Interval => intervals += 1,
                Cell::NotANumber if super::is_remark(cell) || lexicon.meaning(cell).role.is_some() => {}
                Cell::NotANumber => texts += 1,
            }
        }
        if numbers == 0 && intervals > 0 && intervals >= texts {
            return Content::Ranges;
        }
        numbers += intervals;
        match (numbers, texts) {
            (0, 0) => Content::Nothing,
            (numbers, texts) if numbers >= texts && numbers == codes => Content::Codes,
            (numbers, texts) if numbers >= texts => Content::Numbers,
            _ => Content::Texts,
        }
    }
}

/// Finds out from the cells what columns hold whose titles nobody knows.
pub fn by_content(lexicon: &Lexicon<'_>, body: &[Record], from: usize, columns: &mut [Column]) {
    let has = |columns: &[Column], role: Role| columns.iter().any(|column| column.used == Use::Key(role));
    name_by_rows(lexicon, body, from, columns);
    free_the_corner(lexicon, body, from, columns);
    units_that_report(lexicon, body, from, columns);
    for at in 0..columns.len() {
        let of_groups = match columns[at].used {
            Use::Dimension { sure: false } | Use::Unreadable => false,
            Use::Dimension { sure: true } => true,
            _ => continue,
        };
        let texts = distinct(body, from + at);
        let share =
            |is: &dyn Fn(&Meaning) -> bool| texts.iter().filter(|text| is(&lexicon.meaning(text))).count();
        let all = texts.len();
        let years = share(&|meaning| matches!(meaning.about.year, Some(Ok(_))));
        let indicators = share(&|meaning| meaning.about.indicator.is_some() && !meaning.unknown);
        let areas = share(&|meaning| meaning.about.area.is_some() && !meaning.unknown);
        let groups = share(&|meaning| {
            let figure = meaning.about.figure.is_some() && meaning.about.indicator.is_none();
            !meaning.unknown && (meaning.about.is_group() || figure)
        });
        if of_groups {
            // 类型 over 监测值, 目标值 tells kinds of figures apart; over 男, 女, 合计 it is the sex.
            let is_known = |text: &&str| {
                let meaning = lexicon.meaning(text);
                let group = meaning.about.is_group() || meaning.total;
                Figure::from_word(text).is_some() || group && !meaning.unknown
            };
            if !texts.is_empty() && texts.iter().all(is_known) {
                columns[at].used = Use::Said;
            }
            continue;
        }
        let is_named =
            |text: &&&str| lexicon.areas.by_form(text).is_some() || lexicon.areas.known(text).is_some();
        let named = texts.iter().filter(is_named).count();
        let bodies = texts.iter().any(|text| lexicon.areas.is_body(text));
        let titled = !columns[at].title.is_empty();
        let used = if years == all && !titled && !has(columns, Role::Year) && all > 0 {
            Use::Key(Role::Year)
        } else if indicators > 0 && !has(columns, Role::Indicator) && (at == 0 || 2 * indicators >= all) {
            Use::Key(Role::Indicator)
        } else if (areas > 0 && 2 * areas >= all || named > 0 && named == all) && !has(columns, Role::Area) {
            Use::Key(Role::Area)
        } else if groups > 0 {
            Use::Said
        } else if all > 0 && named == all && names_areas(&columns[at].title) {
            // 所属市 beside 县区: the smaller of the two counts.
            Use::Key(Role::Area)
        } else if (areas > 0 || bodies) && !has(columns, Role::Area)
            || all > 0 && named == all && texts.iter().any(|text| lexicon.areas.is_smaller(text))
        {
            // A county, or its health bureau, under a title that nobody knows may say whose figures they are: not for
            // sure the plans' own.
            Use::Dimension { sure: true }
        } else {
            continue;
        };
        columns[at].used = used;
    }
}

/// Whether a title says that areas stand below it, whichever they are of: 所属市, 所在县区.
fn names_areas(title: &str) -> bool {
    title.ends_with(['省', '市', '县', '区', '镇', '乡'])
}

/// 单位 over counties holds who reported, and no unit of measure.
fn units_that_report(lexicon: &Lexicon<'_>, body: &[Record], from: usize, columns: &mut [Column]) {
    if columns.iter().any(|column| column.used == Use::Key(Role::Area)) {
        return;
    }
    let is_area = |text: &&str| lexicon.areas.says_whose(text);
    for (at, column) in columns.iter_mut().enumerate() {
        let texts = distinct(body, from + at);
        let fits = |text: &&str| is_area(text) || Areas::is_all(text);
        if column.used == Use::Key(Role::Unit) && texts.iter().any(is_area) && texts.iter().all(fits) {
            column.used = Use::Key(Role::Area);
        }
    }
}

/// 年份 in the corner of a table whose columns are years is a title of those, not of its rows.
fn free_the_corner(lexicon: &Lexicon<'_>, body: &[Record], from: usize, columns: &mut [Column]) {
    let has_year =
        |column: &Column| matches!(&column.used, Use::Values { about, .. } if about.year.is_some());
    if !columns.iter().any(has_year) {
        return;
    }
    for (at, column) in columns.iter_mut().enumerate() {
        let texts = distinct(body, from + at);
        let is_year = |text: &&str| lexicon.meaning(text).about.year.is_some();
        if column.used == Use::Key(Role::Year) && !texts.is_empty() && !texts.iter().any(is_year) {
            column.used = Use::Dimension { sure: false };
        }
    }
}

/// A column 死亡率 beside rows such as 婴儿死亡率 holds their values.
fn name_by_rows(lexicon: &Lexicon<'_>, body: &[Record], from: usize, columns: &mut [Column]) {
    let named = columns
        .iter()
        .position(|column| column.used == Use::Key(Role::Indicator));
    let Some(named) = named else {
        return;
    };
    let rows = distinct(body, from + named);
    for column in columns.iter_mut().filter(|column| column.used == Use::Unreadable) {
        let (title, unit) = match split_unit(&column.title) {
            Some((title, unit)) => (title, Some(unit)),
            None => (column.title.as_str(), None),
        };
        let is_end = |row: &&str| {
            let bare = split_unit(row).map_or(*row, |(bare, _)| bare);
            lexicon.meaning(row).about.indicator.is_some() && bare.ends_with(title)
        };
        if title.ends_with(['率', '比']) && !rows.is_empty() && rows.iter().all(is_end) {
            let about = About::default();
            column.used = Use::Values { about, unit };
        }
    }
}

fn distinct(body: &[Record], column: usize) -> BTreeSet<&str> {
    let mut texts = BTreeSet::new();
    for record in body.iter().take(SAMPLE) {
        let cell = record.cell(column);
        if !cell.is_empty() && !super::is_remark(cell) && texts.len() < MOST_GROUPS {
            texts.insert(cell);
        }
    }
    texts
}

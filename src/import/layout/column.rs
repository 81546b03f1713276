//! What each column of a table is for, by the titles over it, and by what stands in it where they do not say.

use super::content::{Content, by_content};
use super::over::{key, name_the_region, stack, title, together};
use super::{beside, header};
use crate::catalogue::Unit;
use crate::import::meaning::{self, About, AreaSaid, Count, Figure, Lexicon, Meaning, Role, split_unit};
use crate::tabular::{Record, fold};

/// What a column is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Use {
    /// It says something about its row.
    Key(Role),
    /// Its cells say whatever they say: 女 in one, 农村 in another.
    Said,
    /// A group that nobody knows: only totals count. It is one for sure, or only if rows differ in it alone.
    Dimension {
        /// Whether its title says so.
        sure: bool,
    },
    /// It holds values.
    Values {
        /// What its titles say about them.
        about: About,
        /// The unit in its titles.
        unit: Option<Unit>,
    },
    /// It holds the numbers of cases behind the values.
    Cases(Option<Unit>),
    /// It holds the numbers that these are of.
    Denominators(Option<Unit>),
    /// It holds numbers that are not measured values.
    NotMeasured(Figure),
    /// It holds numbers, and nobody knows what they are.
    Unreadable,
    /// It holds numbers, and a visitor said that they are not to be taken.
    LeftOut,
    /// Nothing is read from it.
    Ignored,
}

impl Use {
    /// Whether each of its cells is accounted for: taken, blank or refused.
    pub fn holds_values(&self) -> bool {
        matches!(
            self,
            Use::Values { .. } | Use::NotMeasured(_) | Use::Unreadable | Use::LeftOut
        )
    }

    /// Whether numbers stand in it.
    pub fn holds_numbers(&self) -> bool {
        self.holds_values() || matches!(self, Use::Cases(_) | Use::Denominators(_))
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its titles, one above the other, as one text.
    pub title: String,
    /// What it is for.
    pub used: Use,
}

/// Reads the columns `from..to` of a table. `has_value` says whether some title names the values.
pub fn read(
    lexicon: &Lexicon<'_>,
    header: &[Record],
    body: &[Record],
    (from, to): (usize, usize),
) -> Vec<Column> {
    // In a header of one row a label is as good a title of the rows below as another.
    let labels: Vec<Option<usize>> = match header {
        [_] => vec![None],
        rows => (0..rows.len())
            .map(|level| header::label_at(lexicon, rows, level))
            .collect(),
    };
    let stacks: Vec<Vec<String>> = (from..to)
        .map(|column| stack(lexicon, (header, &labels), column, from))
        .collect();
    let mut meanings: Vec<Meaning> = (from..to)
        .zip(&stacks)
        .map(|(column, stack)| said(lexicon, stack, column).unwrap_or_else(|| together(lexicon, stack)))
        .collect();
    name_the_region(lexicon, &stacks, &mut meanings);
    let mut columns: Vec<Column> = (from..to)
        .zip(stacks.iter().zip(&meanings))
        .map(|(column, (stack, meaning))| Column {
            title: title(stack),
            used: by_title(meaning, || Content::of(lexicon, body, column)),
        })
        .collect();
    refuse_beside_values(&mut columns);
    let has_values = columns
        .iter()
        .zip(&meanings)
        .filter(|(column, _)| column.used != Use::Unreadable);
    let mut has_values = has_values.map(|(_, meaning)| meaning);
    let has_values = has_values.any(|meaning| meaning.role == Some(Role::Value));
    let has_parts_of_year = columns.iter().any(|column| is_part_of_year(&column.title));
    for (column, meaning) in columns.iter_mut().zip(&meanings) {
        // 合计 beside 数值 is the total of something else, and beside months it is not sure to be the year's.
        if (has_values || has_parts_of_year)
            && meaning.total
            && meaning.role.is_none()
            && meaning.about.is_empty()
            && column.used.holds_values()
        {
            column.used = Use::Unreadable;
        }
    }
    leave_out_what_is_shown(&mut columns);
    by_content(lexicon, body, from, &mut columns);
    take_counts_alone(&mut columns);
    total_of_areas(&mut columns, &meanings);
    beside::name_groups(&mut columns);
    columns
}

/// WHO gives each value twice: as a number, and rounded as it is shown, which is no other value.
fn leave_out_what_is_shown(columns: &mut [Column]) {
    let is = |column: &Column, title: &str| fold::name(&column.title) == title;
    if columns.iter().any(|column| is(column, "factvaluenumeric")) {
        for column in columns.iter_mut().filter(|column| is(column, "value")) {
            column.used = Use::Ignored;
        }
    }
}

/// What a visitor said of a column, by its titles together, or by its place where it has none.
fn said(lexicon: &Lexicon<'_>, stack: &[String], column: usize) -> Option<Meaning> {
    if lexicon.said.is_empty() {
        return None;
    }
    let title = key(&title(stack), column);
    lexicon.is_said(&title).then(|| (*lexicon.title(&title)).clone())
}

fn by_title(meaning: &Meaning, content: impl Fn() -> Content) -> Use {
    let values = || Use::Values {
        about: meaning.about.clone(),
        unit: meaning.unit.clone(),
    };
    let figure = meaning.about.figure.filter(|figure| !figure.is_measured());
    if meaning.left_out {
        return if content().is_numeric() {
            Use::LeftOut
        } else {
            Use::Ignored
        };
    }
    match meaning.role {
        Some(Role::Value | Role::Cases | Role::Denominator) if figure.is_some() => {
            figure.map_or(Use::Ignored, Use::NotMeasured)
        }
        Some(Role::Value) if meaning.unknown => Use::Unreadable,
        Some(Role::Value) => values(),
        // 2021年 over 分子 and 分母: each year has its own.
        Some(role @ (Role::Cases | Role::Denominator)) if !meaning.unknown && !meaning.about.is_empty() => {
            counts(role, &meaning.about, meaning.unit.clone())
        }
        Some(Role::Cases) => Use::Cases(meaning.unit.clone()),
        Some(Role::Denominator) => Use::Denominators(meaning.unit.clone()),
        Some(Role::Year) if meaning.about.year.is_some() => values(),
        Some(Role::Area) if meaning.about.area.is_some() => values(),
        // 城市 over areas names the column; over numbers it is a group.
        Some(Role::Area | Role::Residence) if meaning.about.residence.is_some() && content().is_numeric() => {
            values()
        }
        Some(Role::Indicator) if meaning.about.indicator.is_some() => values(),
        // OWID's Population beside the values is another measure, no group.
        Some(Role::Dimension) if content() == Content::Numbers => Use::Unreadable,
        Some(Role::Dimension) => Use::Dimension { sure: true },
        Some(Role::Note | Role::Frequency | Role::Code | Role::Attribute) => Use::Ignored,
        // 2022年乡镇 over numbers is a group that nobody knows, and no column of areas.
        Some(role) if role.is_key() && !meaning.about.is_empty() && content() == Content::Numbers => {
            Use::Unreadable
        }
        Some(role) => Use::Key(role),
        None if figure.is_some() => match content() {
            Content::Texts | Content::Nothing if meaning.unknown => Use::Ignored,
            Content::Texts => Use::Ignored,
            _ => figure.map_or(Use::Ignored, Use::NotMeasured),
        },
        // 完成情况 over 已完成, 正在推进 is a remark.
        None if meaning.about.is_figure() && content() == Content::Texts => Use::Ignored,
        None if !meaning.unknown && !meaning.about.is_empty() => values(),
        None if meaning.total && !meaning.unknown => values(),
        None => match content() {
            Content::Numbers | Content::Codes => Use::Unreadable,
            Content::Texts | Content::Ranges => Use::Dimension { sure: false },
            Content::Nothing => Use::Ignored,
        },
    }
}

/// A column of counts that stand for themselves, as values do.
fn counts(role: Role, about: &About, unit: Option<Unit>) -> Use {
    let count = match role {
        Role::Denominator => Count::Denominator,
        _ => Count::Cases,
    };
    let about = About {
        // 分母（活产数） says it itself.
        count: about.count.or(Some(count)),
        ..about.clone()
    };
    Use::Values { about, unit }
}

/// Titles over values where nothing else stands, and over another measure of them beside values.
const LOOSE: [&str; 5] = ["率", "比率", "比例", "百分比", "数量"];

/// 比例 beside 2022年 is of something else, and so is 总数 beside 例数 and 比例.
fn refuse_beside_values(columns: &mut [Column]) {
    let is_loose = |column: &Column| {
        let bare = split_unit(&column.title).map_or(column.title.as_str(), |(bare, _)| bare);
        LOOSE.contains(&bare) && column.used.holds_values()
    };
    let has_cases = columns.iter().any(|column| matches!(column.used, Use::Cases(_)));
    let has_loose = columns.iter().any(is_loose);
    let says_nothing =
        |column: &Column| matches!(&column.used, Use::Values { about, .. } if about.is_empty());
    if has_cases && has_loose {
        let totals = columns
            .iter_mut()
            .filter(|column| says_nothing(column) && !is_loose(column));
        totals.for_each(|column| column.used = Use::Unreadable);
    }
    let is_value =
        |column: &Column| matches!(&column.used, Use::Values { about, .. } if about.count.is_none());
    if columns.iter().any(|column| is_value(column) && !is_loose(column)) {
        let loose = columns.iter_mut().filter(|column| is_loose(column));
        loose.for_each(|column| column.used = Use::Unreadable);
    }
}

/// Whether a title is a part of some year that it does not name: 1月, 二季度.
fn is_part_of_year(title: &str) -> bool {
    title.ends_with(['月', '季']) || meaning::is_part_of_year(title)
}

/// 合计 beside counties across is of all of them together, where nothing else stands across that it may be the total of.
fn total_of_areas(columns: &mut [Column], meanings: &[Meaning]) {
    let about = |column: &Column| match &column.used {
        Use::Values { about, .. } => Some(about.clone()),
        _ => None,
    };
    let across: Vec<About> = columns.iter().filter_map(about).collect();
    let is_part = |about: &About| about.sex.is_some() || about.residence.is_some() || about.age.is_some();
    let areas = across.iter().filter(|about| about.area.is_some()).count();
    if areas < 2 || across.iter().any(is_part) {
        return;
    }
    for (column, meaning) in columns.iter_mut().zip(meanings) {
        if let Use::Values { about, .. } = &mut column.used
            && meaning.total
            && about.area.is_none()
        {
            about.area = Some(AreaSaid::All);
        }
    }
}

/// 分子 and 分母 without any values are what there is to take.
fn take_counts_alone(columns: &mut [Column]) {
    let has = |is: fn(&Use) -> bool| columns.iter().any(|column| is(&column.used));
    if has(Use::holds_values)
        || !has(|used| matches!(used, Use::Cases(_)))
        || !has(|used| matches!(used, Use::Denominators(_)))
    {
        return;
    }
    for column in columns {
        column.used = match &column.used {
            Use::Cases(unit) => counts(Role::Cases, &About::default(), unit.clone()),
            Use::Denominators(unit) => counts(Role::Denominator, &About::default(), unit.clone()),
            _ => continue,
        };
    }
}

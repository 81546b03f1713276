//! What each column of a table is for, by the titles over it, and by what stands in it where they do not say.

use std::collections::BTreeSet;

use super::{beside, header};
use crate::catalogue::Unit;
use crate::import::meaning::{
    About, AreaSaid, Areas, Count, Figure, Lexicon, Meaning, Role, WHOLE_REGION, adds_nothing, split_unit,
};
use crate::import::number::{self, Cell, Comma};
use crate::tabular::{Record, fold, has_entity};

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

/// More different texts than this are no groups.
const MOST_GROUPS: usize = 200;
/// How many rows are looked at to see what a column holds.
const SAMPLE: usize = 2000;

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
        rows => rows
            .iter()
            .map(|row| header::label_of_across(lexicon, row))
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
    let has_values = meanings.iter().any(|meaning| meaning.role == Some(Role::Value));
    for (column, meaning) in columns.iter_mut().zip(&meanings) {
        // 合计 beside 数值 is the total of something else.
        if has_values
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

/// The titles of a column from top to bottom. A title that reaches over several columns stands in the first.
/// Where a row names what stands across in it (`labels`), that is a title of no column.
fn stack(
    lexicon: &Lexicon<'_>,
    (header, labels): (&[Record], &[Option<usize>]),
    column: usize,
    from: usize,
) -> Vec<String> {
    let mut stack: Vec<String> = Vec::new();
    for (level, record) in header.iter().enumerate() {
        if labels[level].is_some_and(|label| column <= label) {
            continue;
        }
        let mut text = record.cell(column);
        let has_below = header[level + 1..]
            .iter()
            .any(|below| !below.cell(column).is_empty());
        if text.is_empty() && has_below {
            let first = labels[level].map_or(from, |label| from.max(label + 1));
            let over = (first..column)
                .rev()
                .map(|at| record.cell(at))
                .find(|text| !text.is_empty());
            let no_role = || {
                let below = header[level + 1..].iter().map(|below| below.cell(column));
                below.into_iter().all(|text| lexicon.title(text).role.is_none())
            };
            let reaches = |text: &&str| match lexicon.meaning(text).role {
                None | Some(Role::Year) => true,
                Some(Role::Value) => no_role(),
                Some(_) => false,
            };
            text = over.filter(reaches).unwrap_or_default();
        }
        if !text.is_empty() && stack.last().is_none_or(|last| last != text) {
            stack.push(text.to_owned());
        }
    }
    stack
}

/// What a visitor said of a column, by its titles together, or by its place where it has none.
fn said(lexicon: &Lexicon<'_>, stack: &[String], column: usize) -> Option<Meaning> {
    if lexicon.said.is_empty() {
        return None;
    }
    let title = key(&title(stack), column);
    lexicon.is_said(&title).then(|| (*lexicon.title(&title)).clone())
}

/// How a column is named in what is said of it.
pub fn key(title: &str, column: usize) -> String {
    match title {
        "" => format!("#{}", column + 1),
        title => title.to_owned(),
    }
}

fn title(stack: &[String]) -> String {
    stack
        .iter()
        .map(|text| fold::squeeze(text))
        .collect::<Vec<_>>()
        .join(" ")
}

fn together(lexicon: &Lexicon<'_>, stack: &[String]) -> Meaning {
    if stack.iter().any(|text| has_entity(text)) {
        return Meaning {
            unknown: true,
            ..Meaning::default()
        };
    }
    // 其中 over 男 and 女 says nothing of its own.
    let says = |text: &&String| stack.len() == 1 || !adds_nothing(text);
    let mut meanings = stack.iter().filter(says).map(|text| lexicon.meaning(text));
    let first = meanings.next().map(|first| (*first).clone()).unwrap_or_default();
    let meaning = meanings.fold(first, |meaning, next| meaning.and(&next));
    if meaning.unknown && stack.len() > 1 {
        // 孕产妇死亡 over 人数 and 率（1/10万）: a name in two pieces.
        let joined = lexicon.meaning(&stack.concat());
        if !joined.unknown && (joined.about.indicator.is_some() || joined.about.count.is_some()) {
            return (*joined).clone();
        }
    }
    meaning
}

/// 全区 over a column beside one of the plans' own area is the region.
fn name_the_region(lexicon: &Lexicon<'_>, stacks: &[Vec<String>], meanings: &mut [Meaning]) {
    let own = Some(AreaSaid::One(lexicon.areas.own().to_owned()));
    let Some(region) = lexicon.areas.region() else {
        return;
    };
    if !meanings.iter().any(|meaning| meaning.about.area == own) {
        return;
    }
    for (stack, meaning) in stacks.iter().zip(meanings) {
        if meaning.unknown && stack.iter().any(|text| text.contains(WHOLE_REGION)) {
            let named: Vec<String> = stack
                .iter()
                .map(|text| text.replace(WHOLE_REGION, region))
                .collect();
            *meaning = together(lexicon, &named);
        }
    }
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
        Some(Role::Note | Role::Code | Role::Attribute) => Use::Ignored,
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

/// What mostly stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Numbers,
    /// Small whole numbers, such as those of quintiles.
    Codes,
    /// Intervals and bounds alone: 20-34, 35以上, ≤5.
    Ranges,
    Texts,
    Nothing,
}

/// No code of a group is larger.
const LARGEST_CODE: f64 = 20.0;

impl Content {
    fn is_numeric(self) -> bool {
        matches!(self, Content::Numbers | Content::Codes | Content::Ranges)
    }

    fn of(lexicon: &Lexicon<'_>, body: &[Record], column: usize) -> Content {
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
fn by_content(lexicon: &Lexicon<'_>, body: &[Record], from: usize, columns: &mut [Column]) {
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

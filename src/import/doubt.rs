//! Values that were understood and may yet be wrong, by a look at their neighbours: ten times its own series, men and
//! women on one side of their total, every county above the city. They are taken, each with a question.

use borsh::{BorshDeserialize, BorshSerialize};
use rustc_hash::FxHashMap;
use serde::Serialize;

use super::mapping::SaidOfValue;
use crate::catalogue::{Catalogue, Indicator, Role, Sex, Year};
use crate::lang::Lang;
use crate::observation::{Group, Observation, Quantity, Residence, Run, Table};

/// A value taken with a question.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Doubt {
    /// Id of the indicator.
    pub indicator: String,
    /// The area.
    pub area: String,
    /// When.
    pub year: Year,
    /// Whom it is about.
    pub group: Group,
    /// The value in the indicator's unit.
    pub value: f64,
    /// The sheet that it stands in; empty for a text.
    pub sheet: String,
    /// Its line, from 1.
    pub line: u32,
    /// Its column, from 1.
    pub column: u32,
    /// What is odd about it.
    pub oddity: Oddity,
    /// Whether a visitor said that it is right.
    pub confirmed: bool,
}

/// What is odd about a value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Oddity {
    /// It is about ten, a hundred or a thousand times what its series is otherwise, or that part of it.
    Magnitude {
        /// The middle of the other values of its series.
        others: f64,
    },
    /// Both sexes, or town and country, are on one side of it.
    OutsideItsParts {
        /// The smaller part.
        low: f64,
        /// The larger part.
        high: f64,
    },
    /// Every county is on one side of it.
    OutsideItsCounties {
        /// The smallest county.
        low: f64,
        /// The largest county.
        high: f64,
    },
    /// The file states the rate otherwise than its own counts say.
    OtherThanCounted {
        /// The rate by the counts.
        counted: f64,
    },
}

impl Oddity {
    /// A word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Oddity::Magnitude { .. } => "magnitude",
            Oddity::OutsideItsParts { .. } => "outside-its-parts",
            Oddity::OutsideItsCounties { .. } => "outside-its-counties",
            Oddity::OtherThanCounted { .. } => "other-than-counted",
        }
    }
}

impl Doubt {
    /// What a visitor may say of it: that it is right, or not to be taken.
    pub fn said(&self, right: bool) -> SaidOfValue {
        SaidOfValue {
            indicator: self.indicator.clone(),
            area: self.area.clone(),
            year: self.year,
            group: self.group.clone(),
            value: self.value,
            right,
        }
    }

    /// What is asked, as a sentence.
    pub fn message(&self, catalogue: &Catalogue, lang: Lang) -> String {
        let Doubt {
            year, value, line, ..
        } = self;
        let area = whose(catalogue, &self.area, &self.group, lang);
        match (self.oddity, lang) {
            (Oddity::Magnitude { others }, Lang::Zh) => format!(
                "第 {line} 行：{area} {year} 年的 {value} 与这个指标的其他数（多在 {others} 上下）差了约十倍、百倍或千倍，小数点或单位对吗？"
            ),
            (Oddity::Magnitude { others }, Lang::En) => format!(
                "Line {line}: {value} for {area} in {year} is about ten, a hundred or a thousand times off the others \
                 (about {others}). Are its decimal point and its unit right?"
            ),
            (Oddity::OutsideItsParts { low, high }, Lang::Zh) => format!(
                "第 {line} 行：{area} {year} 年的总体是 {value}，两个分组却是 {low} 和 {high}，都在它的同一边，对吗？"
            ),
            (Oddity::OutsideItsParts { low, high }, Lang::En) => format!(
                "Line {line}: the total for {area} in {year} is {value}, but its two groups are {low} and {high}, both \
                 on one side of it. Is that right?"
            ),
            (Oddity::OutsideItsCounties { low, high }, Lang::Zh) => format!(
                "第 {line} 行：{area} {year} 年是 {value}，各县区却在 {low} 到 {high} 之间，都在它的同一边，对吗？"
            ),
            (Oddity::OutsideItsCounties { low, high }, Lang::En) => format!(
                "Line {line}: {area} in {year} is {value}, but its counties are from {low} to {high}, all on one side \
                 of it. Is that right?"
            ),
            (Oddity::OtherThanCounted { counted }, Lang::Zh) => format!(
                "第 {line} 行：{area} {year} 年写的是 {value}，按文件里的死亡数和活产数算是 {counted:.2}，哪一个对？"
            ),
            (Oddity::OtherThanCounted { counted }, Lang::En) => format!(
                "Line {line}: {value} is stated for {area} in {year}, but the deaths and live births in the file make \
                 {counted:.2}. Which is right?"
            ),
        }
    }
}

/// The name of an area, with the group of its people where a figure is not of everyone: 浦北县（女）.
pub(super) fn whose(catalogue: &Catalogue, area: &str, group: &Group, lang: Lang) -> String {
    let area = catalogue.area_name(area, lang);
    match (group.name(lang), lang) {
        (group, _) if group.is_empty() => area.to_owned(),
        (group, Lang::Zh) => format!("{area}（{group}）"),
        (group, Lang::En) => format!("{area} ({group})"),
    }
}

/// The values of a file that have a question, in the order of the file; `known` are those of rows that are known already.
/// What a visitor said of a value counts: `verdict` is whether it is right.
pub fn find(
    catalogue: &Catalogue,
    table: &Table,
    known: Vec<(usize, Oddity)>,
    verdict: impl Fn(&Observation<'_>) -> Option<bool>,
) -> Vec<Doubt> {
    let rows = Rows::new(catalogue, table);
    let mut doubts = known;
    doubts.extend(magnitudes(&rows));
    doubts.extend(outside_parts(&rows));
    doubts.extend(outside_counties(catalogue, &rows));
    doubts.sort_by_key(|(at, _)| *at);
    doubts.dedup_by_key(|(at, _)| *at);
    let doubt = |(at, oddity): (usize, Oddity)| {
        let row = table.get(at)?;
        Some(Doubt {
            indicator: row.indicator.to_owned(),
            area: row.area.to_owned(),
            year: row.year,
            group: row.group.clone(),
            value: row.value,
            sheet: row.sheet.to_owned(),
            line: row.line,
            column: row.column,
            oddity,
            confirmed: verdict(&row) == Some(true),
        })
    };
    doubts.into_iter().filter_map(doubt).collect()
}

/// The rows of a table that are values, by the numbers of their indicators, areas and groups.
struct Rows<'t> {
    table: &'t Table,
    /// Of each indicator, whether a whole lies between its parts; none of one that the catalogue does not know.
    averages: Vec<Option<bool>>,
    /// The values of known indicators, those of one series together.
    runs: Vec<Run>,
}

impl<'t> Rows<'t> {
    fn new(catalogue: &Catalogue, table: &'t Table) -> Self {
        let averages = |id: &String| catalogue.indicator(id).map(averages);
        let averages: Vec<Option<bool>> = table.indicators().iter().map(averages).collect();
        let mut runs = table.runs();
        runs.retain(|run| run.quantity == Quantity::Value && averages[run.indicator as usize].is_some());
        runs.sort_by_key(Run::series);
        Rows {
            table,
            averages,
            runs,
        }
    }

    /// The values of each series.
    fn series(&self) -> impl Iterator<Item = &[Run]> {
        self.runs.chunk_by(|a, b| a.series() == b.series())
    }

    /// Whether the indicator of a series averages its parts.
    fn is_average(&self, run: &Run) -> bool {
        self.averages[run.indicator as usize] == Some(true)
    }

    /// Row, year and value of everything in a run.
    fn of(&self, run: &Run) -> impl Iterator<Item = (usize, Year, f64)> {
        run.rows.clone().map(|row| {
            let (year, value) = self.table.dated(row);
            (row, year, value)
        })
    }
}

/// So many values must agree before another one is asked about.
const FEWEST: usize = 3;
/// What may be a power of ten times another value is at least so many times that.
const ABOUT_TEN: f64 = 7.0;

/// Values ten, a hundred or a thousand times the middle of the rest of their series.
fn magnitudes(rows: &Rows<'_>) -> Vec<(usize, Oddity)> {
    let mut doubts = Vec::new();
    let mut values: Vec<(f64, usize)> = Vec::new();
    for series in rows.series() {
        values.clear();
        values.extend(
            series
                .iter()
                .flat_map(|run| rows.of(run))
                .map(|(row, _, value)| (value, row)),
        );
        if values.len() <= FEWEST || are_of_one_size(&values) {
            continue;
        }
        values.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let middle = (values.len() - 1) / 2;
        for (place, (value, at)) in values.iter().enumerate() {
            // The middle of the others.
            let others = values[if place <= middle { middle + 1 } else { middle }].0;
            let ratio = (value / others).abs();
            let times = if ratio < 1.0 { 1.0 / ratio } else { ratio };
            let near = |power: f64| times > ABOUT_TEN / 10.0 * power && times < 1.4 * power;
            if others != 0.0 && [10.0, 100.0, 1000.0].into_iter().any(near) {
                doubts.push((*at, Oddity::Magnitude { others }));
            }
        }
    }
    doubts
}

/// Whether none of them is about ten times another.
fn are_of_one_size(values: &[(f64, usize)]) -> bool {
    let sizes = values.iter().map(|(value, _)| value.abs());
    let (least, most) = sizes.fold((f64::INFINITY, 0.0f64), |(least, most), size| {
        (least.min(size), most.max(size))
    });
    most < ABOUT_TEN * least
}

/// Totals with both of their parts on one side, by more than rounding can explain.
fn outside_parts(rows: &Rows<'_>) -> Vec<(usize, Oddity)> {
    type Parts = [Option<f64>; 2];
    let groups = rows.table.groups();
    let parts_of: Vec<Option<Part>> = groups.iter().map(|group| part(groups, group)).collect();
    if parts_of.iter().all(Option::is_none) {
        return Vec::new();
    }
    let averages = || rows.runs.iter().filter(|run| rows.is_average(run));
    let mut parts: FxHashMap<(u32, u32, u32), FxHashMap<Year, [Parts; 2]>> = FxHashMap::default();
    for run in averages() {
        if let Some(Part { by, part, whole }) = parts_of[run.group as usize] {
            let by_year = parts.entry((run.indicator, run.area, whole)).or_default();
            for (_, year, value) in rows.of(run) {
                by_year.entry(year).or_default()[by][part] = Some(value);
            }
        }
    }
    let mut doubts = Vec::new();
    for run in averages() {
        let Some(by_year) = parts.get(&(run.indicator, run.area, run.group)) else {
            continue;
        };
        for (at, year, whole) in rows.of(run) {
            for pair in by_year.get(&year).into_iter().flatten() {
                if let [Some(a), Some(b)] = pair
                    && is_outside(whole, a.min(*b), a.max(*b))
                {
                    let (low, high) = (a.min(*b), a.max(*b));
                    doubts.push((at, Oddity::OutsideItsParts { low, high }));
                }
            }
        }
    }
    doubts
}

/// A group that is one of two parts of another.
#[derive(Clone, Copy)]
struct Part {
    /// 0 of the sexes, 1 of town and country.
    by: usize,
    /// Which of the two.
    part: usize,
    /// The number of the group that it is a part of.
    whole: u32,
}

/// Which part a group is of another one; none of a whole, and where no value is of the other.
fn part(groups: &[Group], group: &Group) -> Option<Part> {
    let mut whole = group.clone();
    let (by, part) = match (group.sex, group.residence) {
        (Some(sex), _) => {
            whole.sex = None;
            (0, usize::from(sex == Sex::Male))
        }
        (None, Some(residence)) => {
            whole.residence = None;
            (1, usize::from(residence == Residence::Rural))
        }
        (None, None) => return None,
    };
    let whole = groups.iter().position(|known| *known == whole)? as u32;
    Some(Part { by, part, whole })
}

/// The plans' own area with every county on one side.
fn outside_counties(catalogue: &Catalogue, rows: &Rows<'_>) -> Vec<(usize, Oddity)> {
    let counties = catalogue
        .areas
        .iter()
        .filter(|area| area.role == Role::Part)
        .count();
    let is_county = |id: &String| catalogue.area(id).is_some_and(|area| area.role == Role::Part);
    let areas = rows.table.areas();
    let is_county: Vec<bool> = areas.iter().map(is_county).collect();
    let own = areas.iter().position(|id| id == catalogue.own_area());
    let Some(own) = own.filter(|_| is_county.contains(&true)) else {
        return Vec::new();
    };
    let mut ranges: FxHashMap<(u32, Year, u32), (usize, f64, f64)> = FxHashMap::default();
    for run in rows.runs.iter().filter(|run| is_county[run.area as usize]) {
        for (_, year, value) in rows.of(run) {
            let range = ranges
                .entry((run.indicator, year, run.group))
                .or_insert((0, value, value));
            *range = (range.0 + 1, range.1.min(value), range.2.max(value));
        }
    }
    let mut doubts = Vec::new();
    let own = |run: &&Run| run.area as usize == own && rows.is_average(run);
    for run in rows.runs.iter().filter(own) {
        for (at, year, value) in rows.of(run) {
            if let Some((count, low, high)) = ranges.get(&(run.indicator, year, run.group)).copied()
                && count == counties
                && is_outside(value, low, high)
            {
                doubts.push((at, Oddity::OutsideItsCounties { low, high }));
            }
        }
    }
    doubts
}

/// Whether a whole lies between its parts: shares, rates and years do, counts and gaps do not.
fn averages(indicator: &Indicator) -> bool {
    indicator.gap.is_none() && matches!(indicator.unit.as_str(), "%" | "‰" | "/万" | "/10万" | "岁" | "年")
}

/// Beyond both ends by more than a hundredth of the value.
fn is_outside(value: f64, low: f64, high: f64) -> bool {
    let slack = 0.01 * value.abs();
    value < low - slack || value > high + slack
}

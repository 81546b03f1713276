//! Values that were understood and may yet be wrong, by a look at their neighbours: ten times its own series, men and
//! women on one side of their total, every county above the city. They are taken, each with a question.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::mapping::SaidOfValue;
use crate::catalogue::{Catalogue, Role, Sex, Year};
use crate::lang::Lang;
use crate::observation::{Group, Observation, Residence, Table};

/// A value taken with a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// Id of the indicator.
    pub indicator: String,
    /// The area.
    pub area: String,
    /// When.
    pub year: Year,
    /// Whom it is about.
    #[serde(default)]
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
    #[serde(default)]
    pub confirmed: bool,
}

/// What is odd about a value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
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
}

impl Oddity {
    /// A word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Oddity::Magnitude { .. } => "magnitude",
            Oddity::OutsideItsParts { .. } => "outside-its-parts",
            Oddity::OutsideItsCounties { .. } => "outside-its-counties",
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

    /// Whether it is about that value.
    pub fn is_about(&self, value: &Observation<'_>) -> bool {
        (self.line, self.column) == (value.line, value.column)
            && self.sheet == value.sheet
            && (
                self.indicator.as_str(),
                self.area.as_str(),
                self.year,
                &self.group,
            ) == (value.indicator, value.area, value.year, value.group)
    }

    /// What is asked, as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        let Doubt {
            area,
            year,
            value,
            line,
            ..
        } = self;
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
        }
    }
}

/// The values of a file that have a question, in the order of the file.
/// What a visitor said of a value counts: `verdict` is whether it is right.
pub fn find(
    catalogue: &Catalogue,
    table: &Table,
    verdict: impl Fn(&Observation<'_>) -> Option<bool>,
) -> Vec<Doubt> {
    let rows: Vec<Observation<'_>> = table
        .values()
        .filter(|row| catalogue.indicator(row.indicator).is_some())
        .collect();
    let mut doubts: Vec<(usize, Oddity)> = magnitudes(&rows);
    doubts.extend(outside_parts(catalogue, &rows));
    doubts.extend(outside_counties(catalogue, &rows));
    doubts.sort_by_key(|(at, _)| *at);
    doubts.dedup_by_key(|(at, _)| *at);
    let doubt = |(at, oddity): (usize, Oddity)| Doubt {
        indicator: rows[at].indicator.to_owned(),
        area: rows[at].area.to_owned(),
        year: rows[at].year,
        group: rows[at].group.clone(),
        value: rows[at].value,
        sheet: rows[at].sheet.to_owned(),
        line: rows[at].line,
        column: rows[at].column,
        oddity,
        confirmed: verdict(&rows[at]) == Some(true),
    };
    doubts.into_iter().map(doubt).collect()
}

/// So many values must agree before another one is asked about.
const FEWEST: usize = 3;

/// Values ten, a hundred or a thousand times the middle of the rest of their series.
fn magnitudes(rows: &[Observation<'_>]) -> Vec<(usize, Oddity)> {
    let mut series: BTreeMap<(&str, &str, &Group), Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        series
            .entry((row.indicator, row.area, row.group))
            .or_default()
            .push(at);
    }
    let mut doubts = Vec::new();
    for of_series in series.values().filter(|of_series| of_series.len() > FEWEST) {
        for at in of_series {
            let mut others: Vec<f64> = of_series
                .iter()
                .filter(|other| *other != at)
                .map(|at| rows[*at].value)
                .collect();
            others.sort_by(f64::total_cmp);
            let middle = others[others.len() / 2];
            let ratio = (rows[*at].value / middle).abs();
            let times = if ratio < 1.0 { 1.0 / ratio } else { ratio };
            let near = |power: f64| times > 0.7 * power && times < 1.4 * power;
            if middle != 0.0 && [10.0, 100.0, 1000.0].into_iter().any(near) {
                doubts.push((*at, Oddity::Magnitude { others: middle }));
            }
        }
    }
    doubts
}

/// Totals with both of their parts on one side, by more than rounding can explain.
fn outside_parts(catalogue: &Catalogue, rows: &[Observation<'_>]) -> Vec<(usize, Oddity)> {
    type Parts = [Option<f64>; 2];
    let mut parts: BTreeMap<(&str, &str, Year, Group), [Parts; 2]> = BTreeMap::new();
    for row in rows {
        let group = row.group;
        let (by, part, whole) = match (group.sex, group.residence) {
            (Some(sex), _) => (
                0,
                usize::from(sex == Sex::Male),
                Group {
                    sex: None,
                    ..group.clone()
                },
            ),
            (None, Some(place)) => (
                1,
                usize::from(place == Residence::Rural),
                Group {
                    residence: None,
                    ..group.clone()
                },
            ),
            (None, None) => continue,
        };
        parts
            .entry((row.indicator, row.area, row.year, whole))
            .or_default()[by][part] = Some(row.value);
    }
    let mut doubts = Vec::new();
    for (at, row) in rows
        .iter()
        .enumerate()
        .filter(|(_, row)| averages(catalogue, row.indicator))
    {
        let known = parts.get(&(row.indicator, row.area, row.year, row.group.clone()));
        for pair in known.into_iter().flatten() {
            if let [Some(a), Some(b)] = pair
                && is_outside(row.value, a.min(*b), a.max(*b))
            {
                doubts.push((
                    at,
                    Oddity::OutsideItsParts {
                        low: a.min(*b),
                        high: a.max(*b),
                    },
                ));
            }
        }
    }
    doubts
}

/// The plans' own area with every county on one side.
fn outside_counties(catalogue: &Catalogue, rows: &[Observation<'_>]) -> Vec<(usize, Oddity)> {
    let counties: Vec<&str> = catalogue
        .areas
        .iter()
        .filter(|area| area.role == Role::Part)
        .map(|area| area.id.as_str())
        .collect();
    let mut ranges: BTreeMap<(&str, Year, &Group), (usize, f64, f64)> = BTreeMap::new();
    for row in rows.iter().filter(|row| counties.contains(&row.area)) {
        let range = ranges
            .entry((row.indicator, row.year, row.group))
            .or_insert((0, row.value, row.value));
        *range = (range.0 + 1, range.1.min(row.value), range.2.max(row.value));
    }
    let mut doubts = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if row.area != catalogue.own_area() || !averages(catalogue, row.indicator) {
            continue;
        }
        let range = ranges.get(&(row.indicator, row.year, row.group));
        if let Some((count, low, high)) = range
            && *count == counties.len()
            && is_outside(row.value, *low, *high)
        {
            doubts.push((
                at,
                Oddity::OutsideItsCounties {
                    low: *low,
                    high: *high,
                },
            ));
        }
    }
    doubts
}

/// Whether a whole lies between its parts: shares, rates and years do, counts and gaps do not.
fn averages(catalogue: &Catalogue, indicator: &str) -> bool {
    catalogue.indicator(indicator).is_some_and(|indicator| {
        indicator.gap.is_none()
            && matches!(indicator.unit.as_str(), "%" | "‰" | "/万" | "/10万" | "岁" | "年")
    })
}

/// Beyond both ends by more than a hundredth of the value.
fn is_outside(value: f64, low: f64, high: f64) -> bool {
    let slack = 0.01 * value.abs();
    value < low - slack || value > high + slack
}

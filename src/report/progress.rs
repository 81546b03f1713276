//! What is said of a field before its figures: one sentence of how its targets stand, then each figure against that of
//! the year before and against the base.

use std::collections::BTreeSet;

use super::rows::{Row, Rows};
use super::{Block, official};
use crate::assess::{Level, Official, OfficialDirection, ValueAt};
use crate::catalogue::{Kind, Unit};
use crate::lang::Lang;
use crate::text::report::progress as words;
use crate::text::{decimals, quantity};

/// The topic sentence of a field and a sentence for each figure that its goals state; nothing where it has no figures.
pub(super) fn blocks(rows: &Rows<'_>, measured: &[Row<'_>]) -> Vec<Block> {
    if measured.is_empty() {
        return Vec::new();
    }
    let of_goals = measured.iter().filter(|row| !row.item.goals.is_empty());
    let told: Vec<String> = of_goals.filter_map(|row| sentence(rows, row)).collect();
    let told = (!told.is_empty()).then_some(Block::List(told));
    std::iter::once(Block::Lead(lead(rows, measured)))
        .chain(told)
        .collect()
}

/// How the targets of a field stand, and how many figures are better or worse than before.
fn lead(rows: &Rows<'_>, measured: &[Row<'_>]) -> String {
    let lang = rows.lang();
    let classes: Vec<(usize, &str)> = measured.iter().filter_map(|row| class(rows, row)).collect();
    let in_order: BTreeSet<(usize, &str)> = classes.iter().copied().collect();
    let each: Vec<String> = in_order
        .into_iter()
        .map(|class| {
            let count = classes.iter().filter(|known| **known == class).count();
            words::class(class.1, count, lang)
        })
        .collect();
    let against = |before: fn(&Row<'_>) -> Option<ValueAt>| {
        let changes = measured.iter().filter_map(|row| Some(better(row, before(row)?)));
        let (mut up, mut down, mut still) = (0, 0, 0);
        for change in changes {
            match change {
                Some(true) => up += 1,
                Some(false) => down += 1,
                None => still += 1,
            }
        }
        words::Changes { up, down, still }
    };
    words::lead(measured.len(), &each, against(last_year), against(base), lang)
}

/// The class of a target with the place of its word in the sentence; directions come after values.
fn class(rows: &Rows<'_>, row: &Row<'_>) -> Option<(usize, &'static str)> {
    let lang = rows.lang();
    if let Some(class) = Official::of(row.item, &rows.request.board.cutoffs) {
        let at = match class {
            Official::MetEarly(_) | Official::Due(Level::Met) => 0,
            Official::Expected { .. } | Official::Due(Level::NearlyMet) => 1,
            Official::Hard | Official::Due(Level::NotMet) => 2,
            Official::CannotTell => 3,
        };
        return Some((at, official::class_word(class, lang)));
    }
    Some(match OfficialDirection::of(row.item)? {
        OfficialDirection::Along => (4, lang.pick("方向一致", "The right way")),
        OfficialDirection::NoClearChange => (5, lang.pick("变化不明显", "No clear change")),
        OfficialDirection::Against => (6, lang.pick("方向相反", "The wrong way")),
        OfficialDirection::CannotTell => (7, lang.pick("方向无法判断", "Direction cannot be told")),
    })
}

/// The value of the year before the newest, where no break of the series lies between.
fn last_year(row: &Row<'_>) -> Option<ValueAt> {
    let latest = row.item.assessment.latest()?;
    let since = row.item.assessment.base()?.year;
    let before = row.item.values.iter().find(|at| at.year == latest.year - 1)?;
    (before.year >= since).then_some(*before)
}

/// The base where it is published and older than the newest value.
fn base(row: &Row<'_>) -> Option<ValueAt> {
    let base = row.item.assessment.figures()?.base?;
    let latest = row.item.assessment.latest()?;
    (base.estimate.is_none() && base.at.year < latest.year).then_some(base.at)
}

/// Whether the newest value is better than an earlier one; none where both are the same.
fn better(row: &Row<'_>, before: ValueAt) -> Option<bool> {
    let latest = row.item.assessment.latest()?.value;
    let gain = (latest - before.value) * row.indicator.direction.sign();
    (latest != before.value).then_some(gain > 0.0)
}

/// `孕产妇死亡率：2024 年 11.5/10万，比 2023 年下降 0.6/10万，比 2020 年下降 4.5/10万。`
fn sentence(rows: &Rows<'_>, row: &Row<'_>) -> Option<String> {
    if row.indicator.kind == Kind::Milestone {
        return None;
    }
    let lang = rows.lang();
    let latest = row.item.assessment.latest()?;
    let now = quantity(latest.value, None, &row.indicator.unit, lang);
    let (last, base) = (last_year(row), base(row));
    let base = base.filter(|base| last.is_none_or(|last| last.year != base.year));
    let changes: Vec<String> = [last, base]
        .into_iter()
        .flatten()
        .map(|before| change(row, before, latest, lang))
        .collect();
    let name = rows.name(row);
    Some(words::figure(&name, &now, latest.year, &changes, lang))
}

fn change(row: &Row<'_>, before: ValueAt, latest: ValueAt, lang: Lang) -> String {
    let digits = decimals([before.value, latest.value]);
    let by = latest.value - before.value;
    let size = quantity(by.abs(), Some(digits), &unit_of_change(&row.indicator.unit), lang);
    words::change(by, &size, before.year, lang)
}

/// The difference of two shares is told in percentage points.
fn unit_of_change(unit: &Unit) -> Unit {
    match unit.as_str() {
        "%" => Unit::new("百分点"),
        _ => unit.clone(),
    }
}

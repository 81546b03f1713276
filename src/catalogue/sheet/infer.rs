//! What the columns of a sheet do not say and names, units and quotes tell: whether each county has to meet a
//! target, whether it has to be kept, which way is better, and of what a gap is the gap. The built-in catalogue
//! spells these out, and a test holds the rules against it.

use super::super::{Dimension, Direction, Each, Gap, Op, Trend};
use super::row::Row;

/// Words of a name that say which groups a gap lies between.
const GAPS: [(&str, Dimension); 6] = [
    ("城乡", Dimension::Residence),
    ("区域", Dimension::Area),
    ("地区", Dimension::Area),
    ("县区", Dimension::Area),
    ("性别", Dimension::Sex),
    ("男女", Dimension::Sex),
];
/// Words of a quote that ask it of every county.
const EACH_COUNTY: [&str; 4] = ["县区", "各县", "每县", "每个县"];
/// Words of a quote that ask for a value to be kept.
const KEPT: [&str; 3] = ["保持在", "巩固在", "稳定在"];

/// Whether each county has to meet it by itself.
pub fn each(op: &Op, quote: &str) -> Option<Each> {
    let counted = op.value().is_some();
    (counted && EACH_COUNTY.iter().any(|words| quote.contains(words))).then_some(Each::County)
}

/// Whether every year has to meet it.
pub fn keep(op: &Op, quote: &str) -> bool {
    op.value().is_some() && KEPT.iter().any(|words| quote.contains(words))
}

/// Which way is better.
pub fn direction(op: &Op) -> Direction {
    match op {
        Op::AtMost(_) | Op::Trend(Trend::Down | Trend::Narrow) => Direction::Down,
        Op::Change(percent) if *percent < 0.0 => Direction::Down,
        // What is to be none is the better the less there is.
        Op::Equal(value) if *value == 0.0 => Direction::Down,
        _ => Direction::Up,
    }
}

/// The gap that a narrowing figure is: of the indicator named in `relative_to`, else of the one whose name is
/// left when the words for the gap are taken away (婴儿死亡率城乡差距 is the gap of 婴儿死亡率).
pub fn gap(row: &Row, rows: &[Row]) -> Option<Gap> {
    if row.op != Op::Trend(Trend::Narrow) {
        return None;
    }
    let words = GAPS.into_iter().find(|(words, _)| row.name.contains(words));
    let stem = words.map(|(words, _)| row.name.replace(words, "").replace("差距", ""));
    let of = match row.relative_to.as_str() {
        "" => &rows.iter().find(|other| Some(&other.name) == stem.as_ref())?.id,
        id => id,
    };
    let by = words.map_or(Dimension::Sex, |(_, by)| by);
    Some(Gap {
        of: of.to_owned(),
        by,
    })
}

//! What the columns of a sheet do not say and names, units and quotes tell: whether each county has to meet a
//! target, whether it has to be kept, which way is better, and of what a gap is the gap. The built-in catalogue
//! spells these out, and a test holds the rules against it.

use super::super::{Dimension, Direction, Each, Gap, Op, Trend};

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
        _ => Direction::Up,
    }
}

/// The gap that a narrowing figure is, where `relative_to` names the indicator whose groups are compared.
pub fn gap(op: &Op, name: &str, relative_to: &str) -> Option<Gap> {
    let narrows = *op == Op::Trend(Trend::Narrow) && !relative_to.is_empty();
    let by = match name {
        name if name.contains("城乡") => Dimension::Residence,
        name if ["区域", "地区", "县"].iter().any(|word| name.contains(word)) => Dimension::Area,
        _ => Dimension::Sex,
    };
    narrows.then(|| Gap {
        of: relative_to.to_owned(),
        by,
    })
}

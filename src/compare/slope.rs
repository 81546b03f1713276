//! Base → newest → target, one line for each item, on a scale of its own.

use crate::assess::{Board, Judged, ValueAt};

/// One item as a slope.
#[derive(Clone, Debug)]
pub struct Slope<'a> {
    /// The item.
    pub item: &'a Judged,
    /// The base.
    pub base: ValueAt,
    /// The newest value, of a later year than the base.
    pub latest: ValueAt,
    /// The value to reach and its year.
    pub goal: ValueAt,
}

impl Slope<'_> {
    /// The three points within a unit square: years from left to right, values from bottom to top.
    pub fn points(&self) -> [(f64, f64); 3] {
        let three = [self.base, self.latest, self.goal];
        let years = f64::from(self.goal.year) - f64::from(self.base.year);
        let low = three.iter().map(|point| point.value).fold(f64::MAX, f64::min);
        let high = three.iter().map(|point| point.value).fold(f64::MIN, f64::max);
        let height = |value: f64| {
            if high > low {
                (value - low) / (high - low)
            } else {
                0.5
            }
        };
        three.map(|point| {
            let along = (f64::from(point.year) - f64::from(self.base.year)) / years;
            (along, height(point.value))
        })
    }
}

/// The wanted items that have a base, a later value and a value to reach after the base.
pub fn slopes<'a>(board: &'a Board, wanted: impl Fn(&Judged) -> bool) -> Vec<Slope<'a>> {
    let slope = |item: &'a Judged| {
        let verdict = &item.assessment;
        let (base, latest) = (verdict.base()?, verdict.latest()?);
        let goal = ValueAt {
            year: item.target.year,
            value: verdict.goal()?,
        };
        let in_order = base.year < latest.year && latest.year <= goal.year;
        in_order.then_some(Slope {
            item,
            base,
            latest,
            goal,
        })
    };
    let items = super::once(board.items.iter().filter(|item| wanted(item)));
    items.into_iter().filter_map(slope).collect()
}

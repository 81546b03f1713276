//! The finish line: where we stand against what was promised, on one axis that is the same everywhere. The start, where
//! we should be by now and the promise stand still; right of the promise is done, whether a figure is to rise or to
//! fall. Everything is told in percent of the room, so that one drawing fits every width.

use crate::assess::{Assessment, CutOffs, Demand, Judged, Level, Status, ValueAt};
use crate::catalogue::{Op, Year};

/// The left end of what is drawn; beyond it everything stands at the end.
const LEFT: f64 = 12.0;
/// The right end likewise.
const RIGHT: f64 = 88.0;
/// Where the base year stands, left of which is a step back.
pub const START: f64 = 32.0;
/// The promise, where the way to it begins at a start.
pub const PROMISE: f64 = 80.0;
/// The promise, where no start is known and places lie before it and behind it.
pub const PROMISE_ALONE: f64 = 62.0;

/// The part of a promise by which a place must differ from it to stand halfway to the edge.
const HALFWAY: f64 = 0.25;
/// The least distance from the promise: who has kept it never stands on its left, nor who has not on its right.
const CLEAR: f64 = 1.6;
/// The room, in percent, that a sign in a row of many needs for itself.
const SIGN: f64 = 2.6;
/// As many signs stand above one another before they overlap.
const LANES: usize = 3;

/// One promise with the places held against it.
#[derive(Clone, Debug, PartialEq)]
pub struct FinishLine {
    /// The promise.
    pub promise: f64,
    /// Where the area began; none where its base is not known or had kept the promise already.
    pub start: Option<f64>,
    /// Where even progress would have brought the area in the year of its newest figure.
    pub expected: Option<f64>,
    /// The area, then those compared with; only those with a figure.
    pub places: Vec<FinishPlace>,
}

/// A place on the line.
#[derive(Clone, Debug, PartialEq)]
pub struct FinishPlace {
    /// From the left.
    pub x: f64,
    /// The figure.
    pub latest: ValueAt,
    /// Whether the promise is kept there; for a reference, whether its figure would keep it.
    pub kept: bool,
    /// Which of the areas asked for: 0 is the own, then the references in their order.
    pub area: usize,
}

impl FinishLine {
    /// Draws the line of a target: `own` at the area, `others` the same target at the areas compared with. None for a
    /// target without a value to reach, or where nobody has a figure.
    pub fn new(own: &Judged, others: &[Option<&Judged>], cutoffs: &CutOffs) -> Option<FinishLine> {
        let axis = Axis::new(&own.assessment, own.demand(cutoffs)?)?;
        let place = |area: usize, item: &Judged| {
            let latest = item.assessment.latest()?;
            let (x, kept) = axis.place(latest.value, cutoffs)?;
            Some(FinishPlace {
                x,
                latest,
                kept,
                area,
            })
        };
        // A change on the own base, and a comparison, demand another value of every area.
        let same_demand = matches!(
            own.target.op,
            Op::AtLeast(_) | Op::AtMost(_) | Op::Equal(_) | Op::Around(_)
        );
        let compared = others
            .iter()
            .enumerate()
            .filter(|_| same_demand)
            .filter_map(|(at, other)| place(at + 1, (*other)?));
        let places: Vec<FinishPlace> = place(0, own).into_iter().chain(compared).collect();
        (!places.is_empty()).then(|| FinishLine {
            promise: axis.promise(),
            start: axis.from.map(|_| START),
            expected: expected(&own.assessment, &axis, cutoffs),
            places,
        })
    }

    /// The area's own place.
    pub fn own(&self) -> Option<&FinishPlace> {
        self.places.iter().find(|place| place.area == 0)
    }
}

/// Where a measured target stands among many on one line from start to promise; none where there is nothing to tell.
pub fn progress(item: &Judged, cutoffs: &CutOffs) -> Option<f64> {
    // Of too few data nothing is told but the figure, which is no way that was gone.
    if item.assessment.status() == Status::TooFewData {
        return None;
    }
    let axis = Axis::new(&item.assessment, item.assessment.demand()?)?;
    let (x, kept) = axis.place(item.assessment.latest()?.value, cutoffs)?;
    // An axis of its own has its promise elsewhere; on a shared one it stands the same side of the same promise.
    let shift = axis.promise() - PROMISE;
    Some(match (axis.from, kept) {
        (Some(_), _) => x,
        (None, true) => (x - shift).clamp(PROMISE + CLEAR, RIGHT),
        (None, false) => (x - shift).clamp(START, PROMISE - CLEAR),
    })
}

/// Where even progress between two years stands in a year between.
pub fn even_progress(from: Year, to: Year, now: Year) -> f64 {
    let share = f64::from(now - from) / f64::from((to - from).max(1));
    START + share.clamp(0.0, 1.0) * (PROMISE - START)
}

/// The lane of each of many signs in a row, 0 in the middle, so that as few as can be lie on one another.
pub fn lanes(places: &[f64]) -> Vec<i32> {
    /// The lanes in the order in which they are tried.
    const ORDER: [i32; LANES] = [0, -1, 1];
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|a, b| places[*a].total_cmp(&places[*b]));
    let mut ends = [f64::NEG_INFINITY; LANES];
    let mut lanes = vec![0; places.len()];
    for at in order {
        let free = ends.iter().position(|end| places[at] - end >= SIGN);
        let emptiest = || {
            let by_end = |a: &usize, b: &usize| ends[*a].total_cmp(&ends[*b]);
            (0..LANES).min_by(by_end).unwrap_or_default()
        };
        let lane = free.unwrap_or_else(emptiest);
        ends[lane] = places[at];
        lanes[at] = ORDER[lane];
    }
    lanes
}

fn expected(verdict: &Assessment, axis: &Axis, cutoffs: &CutOffs) -> Option<f64> {
    axis.from?;
    let year = verdict.latest()?.year;
    let due = verdict.path().iter().find(|point| point.year == year)?;
    let (x, _) = axis.place(due.value, cutoffs)?;
    Some(x)
}

/// How figures become places.
struct Axis {
    demand: Demand,
    /// The value to reach.
    goal: f64,
    /// The base as the demand sees it, where the way begins at it.
    from: Option<f64>,
}

impl Axis {
    fn new(verdict: &Assessment, demand: Demand) -> Option<Axis> {
        let goal = demand.goal()?;
        let before_newest = |base: &ValueAt| verdict.latest().is_some_and(|latest| base.year < latest.year);
        let from = verdict
            .base()
            .filter(before_newest)
            .and_then(|base| demand.turn(base.value))
            // A base that had kept the promise is no start of a way to it.
            .filter(|from| demand.sign() * (goal - from) > 0.0);
        Some(Axis { demand, goal, from })
    }

    fn promise(&self) -> f64 {
        match self.from {
            Some(_) => PROMISE,
            None => PROMISE_ALONE,
        }
    }

    /// Where a value stands, and whether it keeps the promise.
    fn place(&self, value: f64, cutoffs: &CutOffs) -> Option<(f64, bool)> {
        let kept = self.demand.level(value, cutoffs)? == Level::Met;
        let turned = self.demand.turn(value)?;
        let promise = self.promise();
        let x = match self.from {
            Some(from) => START + (from - turned) / (from - self.goal) * (PROMISE - START),
            None => promise + self.demand.sign() * self.distance(turned) * (RIGHT - promise),
        };
        let x = x.is_finite().then_some(x)?;
        Some(match kept {
            true => (x.clamp(promise + CLEAR, RIGHT), true),
            false => (x.clamp(LEFT, promise - CLEAR), false),
        })
    }

    /// How far from the promise, −2 to 2: half of the room at [`HALFWAY`], never all of it.
    fn distance(&self, turned: f64) -> f64 {
        let part = (turned - self.goal) / self.goal.abs().max(f64::MIN_POSITIVE);
        // There is more room before the promise than behind it.
        let room = match self.demand.sign() * part < 0.0 {
            true => (PROMISE_ALONE - LEFT) / (RIGHT - PROMISE_ALONE),
            false => 1.0,
        };
        part / (part.abs() + HALFWAY) * room
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn even_progress_runs_from_the_start_to_the_promise_and_no_further() {
        assert_eq!(even_progress(2020, 2030, 2020), START);
        assert_eq!(even_progress(2020, 2030, 2025), f64::midpoint(START, PROMISE));
        assert_eq!(even_progress(2020, 2030, 2035), PROMISE);
        assert_eq!(even_progress(2020, 2020, 2019), START);
    }

    #[test]
    fn signs_close_to_one_another_stand_on_lanes_of_their_own() {
        assert_eq!(lanes(&[10.0, 30.0, 50.0]), [0, 0, 0]);
        assert_eq!(lanes(&[10.0, 10.5, 11.0, 40.0]), [0, -1, 1, 0]);
        // One more than there are lanes takes the one whose last sign is furthest away.
        assert_eq!(lanes(&[10.0, 10.5, 11.0, 11.5]), [0, -1, 1, 0]);
        assert!(lanes(&[]).is_empty());
    }
}

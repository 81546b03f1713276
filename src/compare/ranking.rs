//! Areas in order of one indicator, the best first. Only values within two years of each other are compared: an old
//! value beside a new one says more about the years between than about the areas.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::assess::{Basis, Board, Demand, Judged, Status, ValueAt};
use crate::catalogue::{Direction, Indicator, Year};

/// Values further apart than this many years are not compared.
const MOST_YEARS_APART: Year = 2;
/// Fewer areas than this are shown side by side, without a best and a worst.
const FEWEST_RANKED: usize = 4;

/// One area in a ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Rank {
    /// The area.
    pub area: String,
    /// Its newest value.
    pub latest: ValueAt,
    /// How it stands to the target.
    pub status: Status,
    /// The length of its bar, 0–1.
    pub length: f64,
}

/// The areas that have a value of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// The areas whose values are close enough in time to be compared, best first; of equals, and where
    /// [there are too few to rank](Self::is_ranked), in the order of the boards.
    pub ranks: Vec<Rank>,
    /// The areas whose values are too far in time from those, newest first.
    pub apart: Vec<Rank>,
    /// The value to reach where it is the same for all, and where it stands along the bars, 0–1.
    pub goal: Option<(f64, f64)>,
    /// Whether the values compared are of different years.
    pub mixed_years: bool,
}

impl Ranking {
    /// Whether there are areas enough for the words best and worst to mean something.
    pub fn is_ranked(&self) -> bool {
        self.ranks.len() >= FEWEST_RANKED
    }
}

/// Ranks the areas of the boards. An area that is judged by each of its parts has no value of its own.
pub fn ranking(boards: &[Arc<Board>], indicator: &Indicator) -> Ranking {
    let found: Vec<(&Board, &Judged, ValueAt)> =
        boards.iter().filter_map(|board| of(board, indicator)).collect();
    let goal = common_goal(&found);
    let values = found.iter().map(|(_, _, latest)| latest.value).chain(goal);
    let longest = values.fold(0.0, f64::max);
    let length = |value: f64| {
        if longest > 0.0 {
            (value / longest).clamp(0.0, 1.0)
        } else {
            0.0
        }
    };
    let ranked = |(board, item, latest): &(&Board, &Judged, ValueAt)| {
        let rank = Rank {
            area: board.area.clone(),
            latest: *latest,
            status: item.assessment.status(),
            length: length(latest.value),
        };
        (badness(item, latest.value, indicator.direction), rank)
    };
    let years: Vec<Year> = found.iter().map(|(_, _, latest)| latest.year).collect();
    let years = comparable_years(&years);
    let (mut order, apart): (Vec<_>, Vec<_>) = found
        .iter()
        .map(ranked)
        .partition(|(_, rank)| years.contains(&rank.latest.year));
    if order.len() >= FEWEST_RANKED {
        order.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    }
    let ranks = in_order(order);
    let mut apart = in_order(apart);
    apart.sort_by_key(|rank| std::cmp::Reverse(rank.latest.year));
    Ranking {
        mixed_years: ranks
            .windows(2)
            .any(|two| two[0].latest.year != two[1].latest.year),
        goal: goal.map(|goal| (goal, length(goal))),
        ranks,
        apart,
    }
}

/// The indicators with a value at two areas or more, those that compare most areas first, within the catalogue's order.
/// Beside the boards, the areas count whose newest values' years are given with the ids of their indicators.
pub fn to_rank<'a>(
    boards: &[Arc<Board>],
    others: &[(&str, Year)],
    indicators: &'a [Indicator],
) -> Vec<&'a Indicator> {
    let mut years: FxHashMap<&str, Vec<Year>> = FxHashMap::default();
    for board in boards {
        for (id, latest) in ranked_of(board) {
            years
                .entry(id)
                .or_default()
                .extend(latest.map(|latest| latest.year));
        }
    }
    for (id, year) in others {
        years.entry(id).or_default().push(*year);
    }
    let counted = |indicator: &'a Indicator| {
        let years = years
            .get(indicator.id.as_str())
            .filter(|years| years.len() >= 2)?;
        let span = comparable_years(years);
        Some((years.iter().filter(|year| span.contains(year)).count(), indicator))
    };
    let mut found: Vec<(usize, &Indicator)> = indicators.iter().filter_map(counted).collect();
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    found.into_iter().map(|(_, indicator)| indicator).collect()
}

/// The newest value of each indicator that has a value of its own at the board's area: by the first item of it.
fn ranked_of(board: &Board) -> impl Iterator<Item = (&str, Option<ValueAt>)> {
    let own = board.items.iter().filter(|item| item.basis != Basis::Parts);
    let mut last = "";
    // Items stand in the catalogue's order: those of one indicator follow one another.
    own.filter_map(move |item| {
        let id = item.indicator.id.as_str();
        let is_first = std::mem::replace(&mut last, id) != id;
        is_first.then(|| (id, item.assessment.latest()))
    })
}

fn in_order(order: Vec<(f64, Rank)>) -> Vec<Rank> {
    order.into_iter().map(|(_, rank)| rank).collect()
}

/// The years close enough together that most areas have their newest value in; of equals the newest.
fn comparable_years(years: &[Year]) -> RangeInclusive<Year> {
    let span = |last: Year| last.saturating_sub(MOST_YEARS_APART)..=last;
    let held = |last: &Year| {
        (
            years.iter().filter(|year| span(*last).contains(year)).count(),
            *last,
        )
    };
    let different: BTreeSet<Year> = years.iter().copied().collect();
    span(different.into_iter().max_by_key(held).unwrap_or_default())
}

fn of<'a>(board: &'a Board, indicator: &Indicator) -> Option<(&'a Board, &'a Judged, ValueAt)> {
    let of_it = |item: &&Judged| item.indicator.id == indicator.id && item.basis != Basis::Parts;
    let item = board.items.iter().find(of_it)?;
    Some((board, item, item.assessment.latest()?))
}

/// Smaller is better, whichever way the target looks.
fn badness(item: &Judged, value: f64, direction: Direction) -> f64 {
    match item.assessment.demand() {
        Some(demand @ (Demand::Exactly(_) | Demand::Near { .. } | Demand::Parity { .. })) => {
            demand.turn(value).unwrap_or(f64::MAX)
        }
        _ => -direction.sign() * value,
    }
}

fn common_goal(found: &[(&Board, &Judged, ValueAt)]) -> Option<f64> {
    let mut goals = found.iter().map(|(_, item, _)| item.assessment.goal());
    let first = goals.next()??;
    goals.all(|goal| goal == Some(first)).then_some(first)
}

//! The rule that names the outcome: level first, then what the change since the base says, as far as it can be told
//! from the series' usual variation.

use crate::catalogue::Kind;

use super::assessment::Figures;
use super::change::Change;
use super::number::{reaches, same};
use super::question::Question;
use super::status::pace_band;
use super::trend::kept_from_zero;
use super::{CutOffs, Level, Outcome};

/// What meets its target is met. A state that is not there is still to be brought about. Anything else is told by its
/// pace or its growth; nothing is told without a change.
pub(super) fn outcome(question: &Question<'_>, figures: &Figures) -> Option<Outcome> {
    if figures.level == Some(Level::Met) {
        return Some(Outcome::Met);
    }
    if question.is_state() {
        return figures.level.map(|_| Outcome::AccelerationNeeded);
    }
    let change = figures.change.as_ref()?;
    match figures.demand?.goal() {
        Some(goal) => towards(goal, change, figures, question),
        None => Some(direction(change, figures, question)),
    }
}

/// Towards a value to reach. Without a pace a figure that has left a base which was the target moves away.
fn towards(goal: f64, change: &Change, figures: &Figures, question: &Question<'_>) -> Option<Outcome> {
    let cutoffs = question.cutoffs;
    if is_at_ceiling(change, figures, question) {
        return Some(Outcome::NoClearChange);
    }
    let band = match change.pace {
        Some(pace) => pace_band(pace, cutoffs),
        None if same(change.steps.base.value, goal) => Outcome::MovingAway,
        None => return None,
    };
    Some(match change.pace {
        Some(pace) if change.held && !reaches(pace, cutoffs.accelerate_pace) => Outcome::LimitedProgress,
        _ if change.held => Outcome::NoClearChange,
        _ if band == Outcome::OnTrack && is_unlikely(figures, cutoffs) => Outcome::AccelerationNeeded,
        _ => band,
    })
}

/// On track needs two witnesses: where there is a forecast, it must not say that the target is hardly to be reached.
fn is_unlikely(figures: &Figures, cutoffs: &CutOffs) -> bool {
    let odds = figures.forecast().and_then(|forecast| forecast.odds);
    odds.is_some_and(|odds| odds.nearly < cutoffs.witness_chance)
}

/// A direction is told by its growth. A gap narrows only if its ratio does not clearly widen.
fn direction(change: &Change, figures: &Figures, question: &Question<'_>) -> Outcome {
    let sign = figures.demand.map_or(1.0, |demand| demand.sign());
    let band = match (change.growth, change.asked) {
        (_, Some(asked)) if asked.of_life => asked.band(sign * change.steps.actual),
        (Some(growth), Some(asked)) => asked.band(growth),
        _ if kept_from_zero(change.steps.latest.value, sign) => Outcome::OnTrack,
        _ => Outcome::MovingAway,
    };
    let at_ceiling = is_at_ceiling(change, figures, question);
    let ratio_widens = figures.ratio.is_some_and(|ratio| ratio.widens);
    match band {
        Outcome::MovingAway if change.held || at_ceiling => Outcome::NoClearChange,
        Outcome::MovingAway => band,
        _ if (change.held && !at_ceiling) || ratio_widens => Outcome::NoClearChange,
        _ => band,
    }
}

/// Whether a share was and is so near the whole that there is no change worth a word; of two values, of which
/// nothing else is known, the change is all there is.
fn is_at_ceiling(change: &Change, figures: &Figures, question: &Question<'_>) -> bool {
    let ceiling = question.cutoffs.ceiling;
    question.indicator.kind == Kind::Share
        && question.indicator.limit.is_some()
        && figures.fit.is_some()
        && change.steps.base.value >= ceiling
        && change.steps.latest.value >= ceiling
}

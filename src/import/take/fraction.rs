//! Fractions where percents are wanted. A program that exports cells shown as 86.1% may write 0.861: taken as 0.861%
//! it would be a hundred times too small, so it is asked about before it is taken.

use std::collections::HashMap;

use super::candidate::{Candidate, Candidates, Refusal};
use super::value::is_difference;
use crate::catalogue::{Catalogue, Direction, Indicator, Op};
use crate::observation::Quantity;

/// The least that other values of an indicator, or its targets, are where a value of at most 1 cannot be a percent.
const PERCENTS: f64 = 10.0;
/// How much smaller than others or its target a rate's value must be to be taken for a fraction.
const FAR_BELOW: f64 = 100.0;

/// Refuses the values of shares and rates that look like fractions.
pub fn find(catalogue: &Catalogue, candidates: &Candidates, refusals: &mut [Option<Refusal>]) {
    let mut largest: HashMap<u32, f64> = HashMap::new();
    for candidate in candidates.all.iter().filter(|candidate| is_value(candidate)) {
        let most = largest.entry(candidate.key.indicator).or_insert(candidate.value);
        *most = most.max(candidate.value);
    }
    for (candidate, refusal) in candidates.all.iter().zip(refusals) {
        if refusal.is_some() || !is_value(candidate) || candidate.value <= 0.0 {
            continue;
        }
        let indicator = &catalogue.indicators[candidate.key.indicator as usize];
        let most = largest.get(&candidate.key.indicator).copied().unwrap_or_default();
        let fraction = match indicator.unit.as_str() {
            "%" => candidate.value <= 1.0 && (most >= PERCENTS || wants_percents(indicator)),
            "‰" | "/万" | "/10万" => is_fraction_of_rate(candidate.value, most, indicator),
            _ => false,
        };
        if fraction {
            *refusal = Some(Refusal::Fraction);
        }
    }
}

fn is_value(candidate: &Candidate) -> bool {
    candidate.key.quantity == Quantity::Value
}

/// Whether a rate, such as 0.0044 where 4.4‰ is meant, would be of the size of others or of the target if it were
/// a fraction, and is of no such size as it stands.
fn is_fraction_of_rate(value: f64, most: f64, indicator: &Indicator) -> bool {
    let size = indicator.unit.parts_of_one();
    let target = indicator
        .targets
        .iter()
        .filter_map(|target| target.op.value())
        .fold(0.0, f64::max);
    let expected = most.max(target);
    !is_difference(indicator) && value * FAR_BELOW <= expected && value * size <= expected * 10.0
}

/// Whether a target asks for so many per cent that nobody could be at one or below.
fn wants_percents(indicator: &Indicator) -> bool {
    let asks = |op: &Op| op.value().is_some_and(|value| value >= 5.0 * PERCENTS);
    indicator.direction == Direction::Up && indicator.targets.iter().any(|target| asks(&target.op))
}

//! Fractions where percents are wanted. A program that exports cells shown as 86.1% may write 0.861: taken as 0.861%
//! it would be a hundred times too small, so it is asked about before it is taken.

use std::collections::HashMap;

use super::candidate::{Candidates, Refusal};
use crate::catalogue::{Catalogue, Direction, Indicator, Op};

/// The least that other values of an indicator, or its targets, are where a value of at most 1 cannot be a percent.
const PERCENTS: f64 = 10.0;

/// Refuses the values of shares that look like fractions.
pub fn find(catalogue: &Catalogue, candidates: &Candidates, refusals: &mut [Option<Refusal>]) {
    let mut largest: HashMap<u32, f64> = HashMap::new();
    for candidate in candidates.all.iter().filter(|candidate| !candidate.key.cases) {
        let most = largest.entry(candidate.key.indicator).or_insert(candidate.value);
        *most = most.max(candidate.value);
    }
    for (candidate, refusal) in candidates.all.iter().zip(refusals) {
        let indicator = &catalogue.indicators[candidate.key.indicator as usize];
        let small = candidate.value > 0.0 && candidate.value <= 1.0;
        if refusal.is_some() || candidate.key.cases || !small || indicator.unit.as_str() != "%" {
            continue;
        }
        let among_percents = largest
            .get(&candidate.key.indicator)
            .is_some_and(|most| *most >= PERCENTS);
        if among_percents || wants_percents(indicator) {
            *refusal = Some(Refusal::Fraction);
        }
    }
}

/// Whether a target asks for so many per cent that nobody could be at one or below.
fn wants_percents(indicator: &Indicator) -> bool {
    let asks = |op: &Op| op.value().is_some_and(|value| value >= 5.0 * PERCENTS);
    indicator.direction == Direction::Up && indicator.targets.iter().any(|target| asks(&target.op))
}

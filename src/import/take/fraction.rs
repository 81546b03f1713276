//! Fractions where percents are wanted. A program that exports cells shown as 86.1% may write 0.861: taken as 0.861%
//! it would be a hundred times too small, so it is asked about before it is taken.

use super::candidate::{Candidate, Candidates, Measure, Refusal};
use super::value::is_difference;
use crate::catalogue::{Catalogue, Direction, Indicator, Op};

/// The least that other values of an indicator, or its targets, are where a value of at most 1 cannot be a percent.
const PERCENTS: f64 = 10.0;
/// How much smaller than others or its target a rate's value must be to be taken for a fraction.
const FAR_BELOW: f64 = 100.0;

/// Refuses the values of shares and rates that look like fractions.
pub fn find(catalogue: &Catalogue, candidates: &Candidates, refusals: &mut [Option<Refusal>]) {
    let mut largest: Vec<f64> = vec![f64::NEG_INFINITY; catalogue.indicators.len()];
    let indicator_of = |candidate: &Candidate| {
        let subject = &candidates.shared(candidate).subject;
        (subject.measure == Measure::Value).then_some(subject.indicator as usize)
    };
    for candidate in &candidates.all {
        if let Some(at) = indicator_of(candidate) {
            largest[at] = largest[at].max(candidate.value);
        }
    }
    let could_be: Vec<f64> = catalogue
        .indicators
        .iter()
        .zip(&largest)
        .map(largest_fraction)
        .collect();
    for (candidate, refusal) in candidates.all.iter().zip(refusals) {
        let Some(at) = indicator_of(candidate) else {
            continue;
        };
        let may_be = candidate.value > 0.0 && candidate.value <= could_be[at];
        if !may_be || refusal.is_some() {
            continue;
        }
        let indicator = &catalogue.indicators[at];
        let fraction = match indicator.unit.as_str() {
            "%" => largest[at] >= PERCENTS || wants_percents(indicator),
            _ => is_fraction_of_rate(candidate.value, largest[at], indicator),
        };
        if fraction {
            *refusal = Some(Refusal::Fraction);
        }
    }
}

/// No larger value of an indicator is looked at, given the largest that it has.
fn largest_fraction((indicator, most): (&Indicator, &f64)) -> f64 {
    match indicator.unit.as_str() {
        "%" => 1.0,
        "‰" | "/万" | "/10万" => expected(indicator, *most) / FAR_BELOW * 1.001,
        _ => f64::NEG_INFINITY,
    }
}

/// The size of a rate, by the largest of its values and by its targets.
fn expected(indicator: &Indicator, most: f64) -> f64 {
    let targets = indicator.targets.iter().filter_map(|target| target.op.value());
    targets.fold(most.max(0.0), f64::max)
}

/// Whether a rate, such as 0.0044 where 4.4‰ is meant, would be of the size of others or of the target if it were
/// a fraction, and is of no such size as it stands.
fn is_fraction_of_rate(value: f64, most: f64, indicator: &Indicator) -> bool {
    let size = indicator.unit.parts_of_one();
    let expected = expected(indicator, most);
    !is_difference(indicator) && value * FAR_BELOW <= expected && value * size <= expected * 10.0
}

/// Whether a target asks for so many per cent that nobody could be at one or below.
fn wants_percents(indicator: &Indicator) -> bool {
    let asks = |op: &Op| op.value().is_some_and(|value| value >= 5.0 * PERCENTS);
    indicator.direction == Direction::Up && indicator.targets.iter().any(|target| asks(&target.op))
}

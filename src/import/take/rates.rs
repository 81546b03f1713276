//! Rates computed from counts: deaths of one kind and live births of the same area, year and group make a rate where
//! the file states none, and ask a question where it states another.

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, Candidates, Key, Measure, Refusal};
use crate::catalogue::{Catalogue, Indicator};
use crate::import::computed::{Computed, Place};
use crate::observation::{Group, without_dust};

/// What the counts of a file came to.
#[derive(Default)]
pub struct Rates {
    /// Rates that were computed: candidates, each with the counts behind it.
    pub computed: Vec<(usize, Counts)>,
    /// Rates that the file states otherwise than its counts say: candidates, each with the computed one.
    pub contradicted: Vec<(usize, f64)>,
    /// Number of counts that nothing could be computed from, and that are refused for it.
    pub alone: usize,
    /// Live births that nothing was computed from, in a column of their own: candidates.
    pub aside: Vec<usize>,
}

/// The counts behind a rate.
#[derive(Clone, Copy)]
pub struct Counts {
    cases: f64,
    births: f64,
    /// The candidate of the live births.
    pub births_from: usize,
}

impl Counts {
    /// How the rate of a candidate was computed, and where its deaths and its births stand.
    pub fn told(
        self,
        candidate: &Candidate,
        (indicator, area, group): (&Indicator, &str, &Group),
        at: Place,
        births_at: Place,
    ) -> Computed {
        Computed {
            indicator: indicator.id.clone(),
            area: area.to_owned(),
            year: candidate.key.year,
            group: group.clone(),
            value: candidate.value,
            cases: self.cases,
            births: self.births,
            sheet: at.sheet,
            line: at.line,
            column: at.column,
            births_at,
        }
    }
}

/// A rate may be rounded to one decimal, and an old one to less.
const ROUNDED: f64 = 0.051;
/// By how much of itself a rate may differ from its counts.
const SLACK: f64 = 0.02;

/// Computes what can be computed; `of_births` are the indicators whose rates are of live births, and `is_aside` knows
/// the columns that say of themselves that they hold these. What was computed is added to the candidates.
pub fn compute(
    catalogue: &Catalogue,
    of_births: &[usize],
    (candidates, refusals): (&mut Candidates, &mut Vec<Option<Refusal>>),
    is_aside: impl Fn(&Candidate) -> bool,
) -> Rates {
    let mut rates = Rates::default();
    let counts = |it: &Candidate| it.is_count || it.key.measure == Measure::Births;
    if !candidates.all.iter().any(counts) {
        return rates;
    }
    let known = Known::of(candidates, refusals);
    // Live births stand under the first of them; see `meaning::counted`.
    let births_of = of_births.first().map_or(0, |at| *at as u32);
    let mut computed = Vec::new();
    for (at, candidate) in candidates.all.iter().enumerate() {
        let key = &candidate.key;
        let is_case = key.measure == Measure::Cases;
        if refusals[at].is_some() || !candidate.is_count && !is_case {
            continue;
        }
        let used = match key.measure {
            Measure::Births => of_births.iter().any(|of| {
                let has = |measure| known.get(key, *of as u32, measure).is_some();
                has(Measure::Value) || has(Measure::Cases)
            }),
            _ => {
                let indicator = &catalogue.indicators[key.indicator as usize];
                // 分母 stands under its own rate.
                let births = known
                    .get(key, key.indicator, Measure::Births)
                    .or_else(|| known.get(key, births_of, Measure::Births))
                    .filter(|_| of_births.contains(&(key.indicator as usize)));
                let rate = births.and_then(|births| rate_of(candidate.value, births, indicator));
                let stated = known.get(key, key.indicator, Measure::Value);
                match (rate, stated) {
                    (Some((value, counts)), None) if candidate.is_count => computed.push((
                        Candidate {
                            value,
                            ..of_rate(candidate)
                        },
                        counts,
                    )),
                    (Some((value, _)), Some((at, stated))) if differs(stated, value) => {
                        rates.contradicted.push((at, value));
                    }
                    _ => {}
                }
                rate.is_some() || stated.is_some()
            }
        };
        match used || !candidate.is_count {
            true => {}
            false if key.measure == Measure::Births && is_aside(candidate) => rates.aside.push(at),
            false => {
                refusals[at] = Some(Refusal::CountAlone);
                rates.alone += 1;
            }
        }
    }
    for (candidate, counts) in computed {
        rates.computed.push((candidates.all.len(), counts));
        candidates.all.push(candidate);
        refusals.push(None);
    }
    rates
}

/// The candidates that stand, by what they are about.
struct Known(FxHashMap<Key, (usize, f64)>);

impl Known {
    fn of(candidates: &Candidates, refusals: &[Option<Refusal>]) -> Known {
        let all = candidates.all.iter().enumerate().zip(refusals);
        let left = all.filter(|(_, refusal)| refusal.is_none());
        Known(left.map(|((at, it), _)| (it.key, (at, it.value))).collect())
    }

    /// What stands about another indicator or another measure of the same area, year and group: position and value.
    fn get(&self, of: &Key, indicator: u32, measure: Measure) -> Option<(usize, f64)> {
        let key = Key {
            indicator,
            measure,
            ..*of
        };
        self.0.get(&key).copied()
    }
}

/// The rate of cases among births; none where nothing can be computed of them.
fn rate_of(cases: f64, (births_from, births): (usize, f64), indicator: &Indicator) -> Option<(f64, Counts)> {
    let value = without_dust(cases / births * indicator.unit.parts_of_one());
    let is_possible = births > 0.0 && cases <= births && indicator.limit.is_none_or(|limit| value <= limit);
    let counts = Counts {
        cases,
        births,
        births_from,
    };
    is_possible.then_some((value, counts))
}

/// The candidate of a rate, where its deaths stand.
fn of_rate(deaths: &Candidate) -> Candidate {
    Candidate {
        key: Key {
            measure: Measure::Value,
            ..deaths.key
        },
        is_count: false,
        ..deaths.clone()
    }
}

/// Whether a stated rate differs from the computed one by more than rounding explains.
fn differs(stated: f64, computed: f64) -> bool {
    (stated - computed).abs() > ROUNDED.max(SLACK * computed)
}

//! Rates computed from counts: deaths of one kind and live births of the same area, year and group make a rate where
//! the file states none, and ask a question where it states another.

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, Candidates, Key, Measure, Refusal, Shared, Subject};
use crate::catalogue::{Catalogue, Indicator};
use crate::import::computed::{Computed, Place};
use crate::observation::{Group, without_dust};

/// What the counts of a file came to.
#[derive(Default)]
pub struct Rates {
    /// Rates that were computed: candidates, each with the counts behind it.
    pub computed: Vec<(u32, Counts)>,
    /// Rates that the file states otherwise than its counts say: candidates, each with the computed one.
    pub contradicted: Vec<(u32, f64)>,
    /// Number of counts that nothing could be computed from, and that are refused for it.
    pub alone: usize,
    /// Where live births stand that nothing was computed from, in a column of their own: table and column.
    pub aside: Vec<(u32, u32)>,
}

/// The counts behind a rate.
#[derive(Clone, Copy)]
pub struct Counts {
    cases: f64,
    births: f64,
    /// The candidate of the live births.
    pub births_from: u32,
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
            year: candidate.year,
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
/// the columns, by table, that say of themselves that they hold these. What was computed is added to the candidates.
pub fn compute(
    catalogue: &Catalogue,
    of_births: &[usize],
    (candidates, refusals): (&mut Candidates, &mut Vec<Option<Refusal>>),
    is_aside: impl Fn((u32, u32)) -> bool,
) -> Rates {
    let mut rates = Rates::default();
    if !candidates.has_counts() {
        return rates;
    }
    let known = Known::of(candidates, refusals);
    // Live births stand under the first of them; see `meaning::counted`.
    let births_of = of_births.first().map_or(0, |at| *at as u32);
    let mut computed = Vec::new();
    for (at, candidate) in (0..).zip(&candidates.all) {
        let (shared, key) = (candidates.shared(candidate), candidates.key(candidate));
        let Shared {
            is_count, subject, ..
        } = *shared;
        if refusals[at as usize].is_some() || !is_count && subject.measure != Measure::Cases {
            continue;
        }
        let used = match subject.measure {
            Measure::Births => of_births.iter().any(|of| {
                let has = |measure| known.get(&key, *of as u32, measure).is_some();
                has(Measure::Value) || has(Measure::Cases)
            }),
            _ => {
                let indicator = &catalogue.indicators[subject.indicator as usize];
                // 分母 stands under its own rate.
                let births = known
                    .get(&key, subject.indicator, Measure::Births)
                    .or_else(|| known.get(&key, births_of, Measure::Births))
                    .filter(|_| of_births.contains(&(subject.indicator as usize)));
                let rate = births.and_then(|births| rate_of(candidate.value, births, indicator));
                let stated = known.get(&key, subject.indicator, Measure::Value);
                match (rate, stated) {
                    (Some((value, counts)), None) if is_count => {
                        computed.push((of_rate(shared), Candidate { value, ..*candidate }, counts));
                    }
                    (Some((value, _)), Some((at, stated))) if differs(stated, value) => {
                        rates.contradicted.push((at, value));
                    }
                    _ => {}
                }
                rate.is_some() || stated.is_some()
            }
        };
        let place = (shared.table, candidate.column);
        match used || !is_count {
            true => {}
            false if subject.measure == Measure::Births && is_aside(place) => rates.aside.push(place),
            false => {
                refusals[at as usize] = Some(Refusal::CountAlone);
                rates.alone += 1;
            }
        }
    }
    for (shared, it, counts) in computed {
        rates.computed.push((candidates.all.len() as u32, counts));
        candidates.push(shared, it.year, it.value, (it.line, it.column));
        refusals.push(None);
    }
    rates
}

/// The candidates that stand, by what they are about.
struct Known(FxHashMap<Key, (u32, f64)>);

impl Known {
    fn of(candidates: &Candidates, refusals: &[Option<Refusal>]) -> Known {
        let all = (0..).zip(&candidates.all).zip(refusals);
        let left = all.filter(|(_, refusal)| refusal.is_none());
        Known(
            left.map(|((at, it), _)| (candidates.key(it), (at, it.value)))
                .collect(),
        )
    }

    /// What stands about another indicator or another measure of the same area, year and group: position and value.
    fn get(&self, of: &Key, indicator: u32, measure: Measure) -> Option<(u32, f64)> {
        let subject = Subject {
            indicator,
            measure,
            ..of.subject
        };
        self.0.get(&Key { subject, ..*of }).copied()
    }
}

/// The rate of cases among births; none where nothing can be computed of them.
fn rate_of(cases: f64, (births_from, births): (u32, f64), indicator: &Indicator) -> Option<(f64, Counts)> {
    let value = without_dust(cases / births * indicator.unit.parts_of_one());
    let is_possible = births > 0.0 && cases <= births && indicator.limit.is_none_or(|limit| value <= limit);
    let counts = Counts {
        cases,
        births,
        births_from,
    };
    is_possible.then_some((value, counts))
}

/// What a rate shares with others where its deaths do.
fn of_rate(deaths: &Shared) -> Shared {
    Shared {
        subject: Subject {
            measure: Measure::Value,
            ..deaths.subject
        },
        is_count: false,
        ..*deaths
    }
}

/// Whether a stated rate differs from the computed one by more than rounding explains.
fn differs(stated: f64, computed: f64) -> bool {
    (stated - computed).abs() > ROUNDED.max(SLACK * computed)
}

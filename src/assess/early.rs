//! When each early warning is given.

use crate::catalogue::{Indicator, Unit, Year};

use super::ValueAt;
use super::assessment::Figures;
use super::forecast::Fit;
use super::number::{at_least, finite, reaches, years};
use super::poisson;
use super::question::Question;
use super::scale::{Measure, Scale};
use super::swing::swing;
use super::wander::Trial;
use super::warning::{Cause, Pooled, Warning};
use super::{CutOffs, Level, Outcome};

/// What the warnings look at.
pub(super) struct Findings<'a> {
    pub question: &'a Question<'a>,
    pub known: &'a [ValueAt],
    pub small: Option<Cause>,
    /// What the figures say.
    pub figures: &'a Figures,
    /// The verdict; none where it cannot be told.
    pub outcome: Option<Outcome>,
}

/// Every warning, most urgent first. Of too few cases no trend is claimed: a small number silences the
/// warnings that speak of one.
pub(super) fn warnings(findings: &Findings<'_>) -> Vec<Warning> {
    let mut causes: Vec<Cause> = stale(findings).into_iter().collect();
    match findings.small {
        Some(small) => causes.push(small),
        None => {
            let of_trend = [
                hard_to_reach(findings),
                met_at_risk(findings),
                moving_away(findings),
                gap_widening(findings),
                swinging(findings),
            ];
            causes.extend(of_trend.into_iter().flatten());
        }
    }
    with_unit(findings.question.indicator, causes)
}

/// Warnings carry the unit of the series; a difference of shares is in percentage points.
fn with_unit(indicator: &Indicator, causes: Vec<Cause>) -> Vec<Warning> {
    let unit = if indicator.gap.is_some() {
        gap_unit(&indicator.unit)
    } else {
        indicator.unit.clone()
    };
    let mut warnings: Vec<Warning> = causes
        .into_iter()
        .map(|cause| Warning {
            unit: unit.clone(),
            cause,
        })
        .collect();
    warnings.sort_by_key(Warning::kind);
    warnings
}

/// The unit of a difference of two values.
pub(super) fn gap_unit(unit: &Unit) -> Unit {
    if unit.as_str() == "%" {
        Unit::new("百分点")
    } else {
        unit.clone()
    }
}

/// Too few cases in the newest year, else in the base year that it is compared with.
pub(super) fn small_number(question: &Question<'_>, base: Option<ValueAt>, latest: ValueAt) -> Option<Cause> {
    let cases_by_year = question.known(question.cases?);
    let few = |point: ValueAt| {
        let cases = cases_by_year.iter().find(|cases| cases.year == point.year)?.value;
        (cases < question.cutoffs.small_count).then_some((point, cases))
    };
    let (point, cases) = few(latest).or_else(|| few(base?))?;
    let (low, high) = poisson::interval(cases)?;
    let values = (cases > 0.0)
        .then(|| finite(point.value * low / cases).zip(finite(point.value * high / cases)))
        .flatten();
    Some(Cause::SmallNumber {
        year: point.year,
        cases,
        interval: (low, high),
        values,
        pooled: pooled(question, &cases_by_year, latest.year),
    })
}

/// Years pooled where one has too few cases.
const POOLED_YEARS: Year = 3;

/// The last years together: the sum of their cases over the sum of those at risk, which cases and rate of each year
/// tell. None unless all of them are loaded, each with a case.
fn pooled(question: &Question<'_>, cases: &[ValueAt], last: Year) -> Option<Pooled> {
    let known = question.known(question.points);
    let (mut sum, mut at_risk) = (0.0, 0.0);
    for year in last - POOLED_YEARS + 1..=last {
        let value = known.iter().find(|point| point.year == year)?.value;
        let count = cases.iter().find(|count| count.year == year)?.value;
        sum += count;
        at_risk += finite(count / value).filter(|_| count > 0.0)?;
    }
    let (low, high) = poisson::interval(sum)?;
    let of = |count: f64| finite(count / at_risk);
    Some(Pooled {
        from: last - POOLED_YEARS + 1,
        to: last,
        cases: sum,
        value: of(sum)?,
        interval: (of(low)?, of(high)?),
    })
}

fn stale(findings: &Findings<'_>) -> Option<Cause> {
    let (newest, as_of): (Year, Year) = (findings.known.last()?.year, findings.question.horizon());
    let is_stale = years(newest, as_of) > findings.question.cutoffs.stale_years;
    is_stale.then_some(Cause::Stale { newest, as_of })
}

fn hard_to_reach(findings: &Findings<'_>) -> Option<Cause> {
    let (figures, cutoffs) = (findings.figures, findings.question.cutoffs);
    let (forecast, goal) = (figures.forecast()?, figures.demand?.goal()?);
    let (level, pace) = (figures.level, figures.change.and_then(|change| change.pace));
    let odds = forecast.odds?;
    let slow = pace.is_some_and(|pace| !reaches(pace, cutoffs.hard_pace));
    let unlikely = odds.nearly < cutoffs.hard_chance;
    let hard = level != Some(Level::Met) && !odds.meets && (slow || unlikely);
    hard.then_some(Cause::HardToReach {
        forecast: ValueAt {
            year: forecast.year,
            value: forecast.value,
        },
        goal,
        near: findings.question.target.op.is_around(),
        pace,
        chance: odds.chance,
    })
}

fn met_at_risk(findings: &Findings<'_>) -> Option<Cause> {
    let figures = findings.figures;
    let (forecast, goal) = (figures.forecast()?, figures.demand?.goal()?);
    (figures.level == Some(Level::Met) && !forecast.odds?.meets).then_some(Cause::MetAtRisk {
        latest: figures.latest,
        forecast: ValueAt {
            year: forecast.year,
            value: forecast.value,
        },
        goal,
        near: findings.question.target.op.is_around(),
    })
}

/// R < 0 or P < 0. What meets its target does not move away from it: where it may cease to, it is at risk.
fn moving_away(findings: &Findings<'_>) -> Option<Cause> {
    (findings.outcome == Some(Outcome::MovingAway)).then_some(Cause::MovingAway {
        from: findings.figures.base?.at,
        to: findings.figures.latest,
    })
}

fn gap_widening(findings: &Findings<'_>) -> Option<Cause> {
    let by = findings.question.indicator.gap.as_ref()?.by;
    let figures = findings.figures;
    let (from, to) = (figures.base?.at, figures.latest);
    let clear = figures.change.is_some_and(|change| !change.held);
    (clear && widens(from, to)).then_some(Cause::GapWidening { by, from, to })
}

/// The first and the newest value of a gap where it has clearly widened between them: `known` are its values in order
/// of years, of which those from `since` on count.
pub(super) fn widening(
    known: &[ValueAt],
    indicator: &Indicator,
    since: Year,
    as_of: Year,
    cutoffs: &CutOffs,
) -> Option<(ValueAt, ValueAt)> {
    let measure = Measure {
        scale: Scale::Positive,
        ..Measure::for_values(indicator.kind, &indicator.unit, None, known)
    };
    let fit = Fit::new(known, measure, as_of, cutoffs);
    let trial = Trial {
        known,
        measure,
        cases: &[],
        fit: fit.as_ref(),
    };
    let from = *known.iter().find(|point| point.year >= since)?;
    let to = *known.last()?;
    (widens(from, to) && !trial.is_held(from, to, cutoffs)).then_some((from, to))
}

/// Whether a gap has grown by more than the blur of its last digits.
fn widens(from: ValueAt, to: ValueAt) -> bool {
    to.year > from.year && !at_least(from.value, to.value)
}

fn swinging(findings: &Findings<'_>) -> Option<Cause> {
    let question = findings.question;
    swing(findings.known, &findings.figures.fit?, question.cutoffs).map(Cause::Swinging)
}

//! Judging one series against one target: the rules, in the order in which they build on one another.

use crate::catalogue::{Kind, Op, Year};

use super::assessment::{Assessment, GrowthAsked};
use super::change::{Change, change};
use super::demand::Demand;
use super::early::{self, Findings};
use super::forecast::{Fit, Forecast};
use super::number::{same, years};
use super::path::{midterm, path};
use super::question::Question;
use super::scale::Scale;
use super::score::{score_with_target, score_without_target};
use super::status::{growth_band, pace_band};
use super::trend::kept_from_zero;
use super::warning::Cause;
use super::{Level, Progress, Status, ValueAt};

/// Longest outlook reckoned year by year; a target further away has a forecast for its own year alone.
const LONGEST_OUTLOOK: f64 = 200.0;

/// Judges one series against one target.
pub fn assess(question: &Question<'_>) -> Assessment {
    let cutoffs = question.cutoffs.within_range();
    let question = &Question {
        cutoffs: &cutoffs,
        ..*question
    };
    if question.target.op == Op::Milestone || question.indicator.kind == Kind::Milestone {
        return recorded(question);
    }
    let known = question.known(question.points);
    let Some(newest) = known.last().copied() else {
        return unknown(question, None, Cause::NoData { comparison: false });
    };
    if !question.compares() {
        return judge(question, &known, newest, None);
    }
    match in_common(question, &known) {
        Some((own, theirs)) => judge(question, &known, own, Some(theirs)),
        None => unknown(question, Some(newest), Cause::NoData { comparison: true }),
    }
}

/// A milestone is what its record says; only one that is done has a level.
fn recorded(question: &Question<'_>) -> Assessment {
    let done = question
        .record
        .is_some_and(|record| record.state == Progress::Done);
    Assessment {
        level: done.then_some(Level::Met),
        record: question.record.cloned(),
        ..Assessment::blank(question.horizon(), question.target.year, Status::NotMeasurable)
    }
}

/// Nothing to judge.
fn unknown(question: &Question<'_>, latest: Option<ValueAt>, cause: Cause) -> Assessment {
    Assessment {
        latest,
        warnings: early::with_unit(question.indicator, vec![cause]),
        ..Assessment::blank(question.horizon(), question.target.year, Status::NoData)
    }
}

/// The newest year that both indicators have a value for.
fn in_common(question: &Question<'_>, known: &[ValueAt]) -> Option<(ValueAt, ValueAt)> {
    let other = question.known(question.compared_with.unwrap_or_default());
    known.iter().rev().find_map(|own| {
        let theirs = other.iter().find(|point| point.year == own.year)?;
        Some((*own, *theirs))
    })
}

/// Judges a series that has a value to judge.
fn judge(
    question: &Question<'_>,
    known: &[ValueAt],
    latest: ValueAt,
    compared_with: Option<ValueAt>,
) -> Assessment {
    let Question {
        indicator,
        target,
        cutoffs,
        ..
    } = *question;
    let as_of = question.horizon();
    let base = question.base(known).filter(|base| base.year <= latest.year);
    // Of too few cases no trend is claimed: neither pace nor growth nor forecast.
    let small = early::small_number(question, base, latest);
    let trend = Some(known).filter(|_| small.is_none());
    let found = Assessment {
        base,
        latest: Some(latest),
        compared_with,
        fit: trend.and_then(|known| Fit::new(known, Scale::of(indicator, known), as_of, cutoffs)),
        ..Assessment::blank(as_of, target.year, Status::TooFewData)
    };
    let verdict = match Demand::resolve(indicator, target, base, compared_with, cutoffs) {
        Some(demand) => {
            let change = base
                .filter(|_| small.is_none())
                .and_then(|base| change(question, &demand, base, latest));
            measure(question, known, demand, change.as_ref(), found)
        }
        None => found,
    };
    let warnings = early::warnings(&Findings {
        question,
        known,
        small,
        verdict: &verdict,
    });
    Assessment { warnings, ..verdict }
}

/// Adds what the demand and the change since the base say to what has been found of the series.
fn measure(
    question: &Question<'_>,
    known: &[ValueAt],
    demand: Demand,
    change: Option<&Change>,
    found: Assessment,
) -> Assessment {
    let level = found
        .latest
        .and_then(|latest| demand.level(latest.value, question.cutoffs));
    let path = interim_path(question, &demand, &found);
    let outlook = match &found.fit {
        Some(fit) if question.as_of < question.target.year => outlook(fit, &demand, question),
        _ => Vec::new(),
    };
    Assessment {
        demand: Some(demand),
        level,
        missed_years: missed_years(question, known, &demand),
        status: status(question, &demand, level, change),
        form: change.map(|change| change.form),
        pace: change.and_then(|change| change.pace),
        growth: change.and_then(|change| change.growth),
        limit_factor: change.and_then(|change| change.limit_factor),
        growth_asked: change
            .and_then(|change| change.limit_factor)
            .map(|factor| GrowthAsked::near_limit(factor, question.cutoffs)),
        score: score(level, change),
        steps: change.map(|change| change.steps),
        midterm: midterm(&path, known, question.midterm, &demand),
        path,
        forecast: outlook
            .last()
            .copied()
            .filter(|forecast| forecast.year == question.target.year),
        outlook,
        ..found
    }
}

/// The path from the base to the value to reach; empty without either.
fn interim_path(question: &Question<'_>, demand: &Demand, found: &Assessment) -> Vec<ValueAt> {
    let (Some(base), Some(latest), Some(goal)) = (found.base, found.latest, demand.goal()) else {
        return Vec::new();
    };
    let goal = ValueAt {
        year: question.target.year,
        value: goal,
    };
    path(
        question.form(demand, base, latest),
        base,
        goal,
        demand,
        question.cutoffs,
    )
}

/// Level first: what is met is achieved. Else the pace tells; without one, a figure that has left a base
/// which was the target moves away, and anything else has too few data. A direction is told by its growth.
fn status(question: &Question<'_>, demand: &Demand, level: Option<Level>, change: Option<&Change>) -> Status {
    if level == Some(Level::Met) {
        return Status::Achieved;
    }
    let Some(change) = change else {
        return Status::TooFewData;
    };
    let (base, latest) = (change.steps.base.value, change.steps.latest.value);
    match (demand.goal(), change.pace, change.growth) {
        (Some(_), Some(pace), _) => pace_band(pace, question.cutoffs),
        (Some(goal), None, _) if same(base, goal) => Status::MovingAway,
        (Some(_), None, _) => Status::TooFewData,
        (None, _, Some(growth)) => growth_band(growth, change.limit_factor.unwrap_or(1.0), question.cutoffs),
        (None, _, None) if kept_from_zero(latest, demand.sign()) => Status::OnTrack,
        (None, _, None) => Status::MovingAway,
    }
}

/// The Open SDG score; none where it is not defined there either.
fn score(level: Option<Level>, change: Option<&Change>) -> Option<f64> {
    match (level, change) {
        (Some(level), change) => score_with_target(
            level == Level::Met,
            change.and_then(|change| change.published_pace),
        ),
        (None, Some(change)) => Some(score_without_target(
            change.published_growth?,
            change.limit_factor.unwrap_or(1.0),
        )),
        (None, None) => None,
    }
}

/// 保持: the years since the base year that missed the value to keep.
fn missed_years(question: &Question<'_>, known: &[ValueAt], demand: &Demand) -> Vec<Year> {
    let missed = |point: &&ValueAt| {
        let level = demand.level(point.value, question.cutoffs);
        question.target.keep && point.year >= question.base_year && level.is_some_and(|l| l != Level::Met)
    };
    known.iter().filter(missed).map(|point| point.year).collect()
}

/// A forecast for each year up to the deadline; none from a value so old that the series may have gone
/// anywhere since.
fn outlook(fit: &Fit, demand: &Demand, question: &Question<'_>) -> Vec<Forecast> {
    if years(fit.last, question.as_of) > question.cutoffs.forecast_age {
        return Vec::new();
    }
    let deadline = question.target.year;
    let far = years(fit.last, deadline) > LONGEST_OUTLOOK;
    let first = if far { deadline } else { fit.last.saturating_add(1) };
    (first..=deadline)
        .filter_map(|year| fit.at(year, Some(demand), question.cutoffs))
        .collect()
}

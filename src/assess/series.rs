//! Judging one series against one target: the rules, in the order in which they build on one another.

use crate::catalogue::Year;

use super::assessment::{Absence, Assessment, Figures, Verdict};
use super::change::Change;
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
use super::warning::Warning;
use super::{CutOffs, Level, Outcome, ValueAt};

/// Longest outlook computed year by year; a target further away has a forecast for its own year alone.
const LONGEST_OUTLOOK: f64 = 200.0;

/// Judges one series against one target.
pub fn assess(question: &Question<'_>) -> Assessment {
    let cutoffs = question.cutoffs.within_range();
    let question = &Question {
        cutoffs: &cutoffs,
        ..*question
    };
    let known = question.known(question.points);
    let (verdict, warnings) = if question.is_milestone() {
        (Verdict::Recorded(question.record.cloned()), Vec::new())
    } else {
        match to_judge(question, &known) {
            Ok((latest, compared_with)) => judge(question, &known, latest, compared_with),
            Err(absence) => (Verdict::NoData(absence), Vec::new()),
        }
    };
    Assessment {
        as_of: question.horizon(),
        deadline: question.target.year,
        verdict,
        warnings,
    }
}

/// The value to judge and, where the target compares, the other indicator's of the same year.
fn to_judge(question: &Question<'_>, known: &[ValueAt]) -> Result<(ValueAt, Option<ValueAt>), Absence> {
    let newest = *known.last().ok_or(Absence::Figures)?;
    if !question.compares() {
        return Ok((newest, None));
    }
    let (own, theirs) = in_common(question, known).ok_or(Absence::Comparison(newest))?;
    Ok((own, Some(theirs)))
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
) -> (Verdict, Vec<Warning>) {
    let Question {
        indicator,
        target,
        cutoffs,
        ..
    } = *question;
    let base = question.base(known).filter(|base| base.year <= latest.year);
    // Of too few cases no trend is claimed: neither pace nor growth nor forecast.
    let small = early::small_number(question, base, latest);
    let trend = Some(known).filter(|_| small.is_none());
    let fit =
        trend.and_then(|known| Fit::new(known, Scale::of(indicator, known), question.horizon(), cutoffs));
    let demand = Demand::resolve(indicator, target, base, compared_with, cutoffs);
    let change = demand
        .zip(base.filter(|_| small.is_none()))
        .and_then(|(demand, base)| Change::since(base, latest, &demand, question));
    let level = demand.and_then(|demand| demand.level(latest.value, cutoffs));
    let path = demand
        .zip(base)
        .map(|(demand, base)| interim_path(question, &demand, base, latest))
        .unwrap_or_default();
    let figures = Figures {
        latest,
        compared_with,
        base,
        demand,
        level,
        missed_years: demand
            .map(|demand| missed_years(question, known, &demand))
            .unwrap_or_default(),
        change,
        score: score(level, change.as_ref()),
        midterm: demand.and_then(|demand| midterm(&path, known, question.midterm, &demand)),
        path,
        fit,
        outlook: demand
            .zip(fit)
            .map(|(demand, fit)| outlook(&fit, &demand, question))
            .unwrap_or_default(),
    };
    let outcome = outcome(&figures, cutoffs);
    let warnings = early::warnings(&Findings {
        question,
        known,
        small,
        figures: &figures,
        outcome,
    });
    let figures = Box::new(figures);
    let verdict = match outcome {
        Some(outcome) => Verdict::Measured(outcome, figures),
        None => Verdict::TooFewData(figures),
    };
    (verdict, warnings)
}

/// The path from the base to the value to reach; empty without one.
fn interim_path(question: &Question<'_>, demand: &Demand, base: ValueAt, latest: ValueAt) -> Vec<ValueAt> {
    let Some(value) = demand.goal() else {
        return Vec::new();
    };
    let goal = ValueAt {
        year: question.target.year,
        value,
    };
    path(
        question.form(demand, base, latest),
        base,
        goal,
        demand,
        question.cutoffs,
    )
}

/// Level first: what meets its target is met. Else the pace tells; without one, a figure that has left a base
/// which was the target moves away, and of anything else nothing is told. A direction is told by its growth.
fn outcome(figures: &Figures, cutoffs: &CutOffs) -> Option<Outcome> {
    if figures.level == Some(Level::Met) {
        return Some(Outcome::Met);
    }
    let (change, demand) = (figures.change.as_ref()?, figures.demand?);
    let (base, latest) = (change.steps.base.value, change.steps.latest.value);
    let Some(goal) = demand.goal() else {
        return Some(match (change.growth, change.asked) {
            (Some(growth), Some(asked)) => growth_band(growth, asked.limit_factor, cutoffs),
            _ if kept_from_zero(latest, demand.sign()) => Outcome::OnTrack,
            _ => Outcome::MovingAway,
        });
    };
    match change.pace {
        Some(pace) => Some(pace_band(pace, cutoffs)),
        None => same(base, goal).then_some(Outcome::MovingAway),
    }
}

/// The Open SDG score; none where it is not defined there either.
fn score(level: Option<Level>, change: Option<&Change>) -> Option<f64> {
    match level {
        Some(level) => score_with_target(
            level == Level::Met,
            change.and_then(|change| change.published_pace),
        ),
        None => {
            let change = change?;
            let factor = change.asked.map_or(1.0, |asked| asked.limit_factor);
            Some(score_without_target(change.published_growth?, factor))
        }
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

/// A forecast for each year up to the deadline; none once that is past, or from a value so old that the series may
/// have gone anywhere since.
fn outlook(fit: &Fit, demand: &Demand, question: &Question<'_>) -> Vec<Forecast> {
    let deadline = question.target.year;
    let old = years(fit.last, question.as_of) > question.cutoffs.forecast_age;
    if question.as_of >= deadline || old {
        return Vec::new();
    }
    let far = years(fit.last, deadline) > LONGEST_OUTLOOK;
    let first = if far { deadline } else { fit.last.saturating_add(1) };
    (first..=deadline)
        .filter_map(|year| fit.at(year, Some(demand), question.cutoffs))
        .collect()
}

//! Judging one series against one target: the rules, in the order in which they build on one another.

use crate::catalogue::Year;

use super::assessment::{Absence, Assessment, Figures, RatioChange, Verdict};
use super::base::Base;
use super::change::Change;
use super::demand::Demand;
use super::early::{self, Findings};
use super::forecast::{Fit, Forecast, NoForecast};
use super::number::{at_least, years};
use super::outcome::outcome;
use super::path::{midterm, path};
use super::question::Question;
use super::scale::{Measure, Scale};
use super::score::{score_with_target, score_without_target};
use super::wander::Trial;
use super::warning::Warning;
use super::{Level, ValueAt};

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

/// Judges a series that has a value to judge. Whatever speaks of a change looks no further back than the last break
/// of the series.
fn judge(
    question: &Question<'_>,
    known: &[ValueAt],
    latest: ValueAt,
    compared_with: Option<ValueAt>,
) -> (Verdict, Vec<Warning>) {
    let (indicator, target, cutoffs) = (question.indicator, question.target, question.cutoffs);
    let unbroken = question.unbroken(known);
    let measure = Measure::of(indicator, unbroken);
    let fit = Fit::new(unbroken, measure, question.horizon(), cutoffs);
    let base = Base::among(unbroken, question.base_year, measure, fit.as_ref(), cutoffs)
        .filter(|base| base.at.year <= latest.year);
    let base_at = base.map(|base| base.at);
    // Of too few cases no trend is claimed: neither pace nor growth nor forecast.
    let small = early::small_number(question, base_at, latest);
    let fit = fit.filter(|_| small.is_none());
    let demand = Demand::resolve(indicator, target, base_at, compared_with, cutoffs);
    let in_plan = demand.filter(|_| latest.year >= question.base_year);
    let change = demand
        .zip(base_at)
        .filter(|_| small.is_none() && !question.is_state())
        .and_then(|(demand, base)| Change::since(base, latest, &demand, question))
        .map(|change| {
            let cases = question
                .cases
                .map(|cases| question.known(cases))
                .unwrap_or_default();
            let trial = Trial {
                known: unbroken,
                measure,
                cases: &cases,
                fit: fit.as_ref(),
            };
            let held = base_at.is_some_and(|base| trial.is_held(base, latest, cutoffs));
            Change { held, ..change }
        });
    let level = in_plan.and_then(|demand| demand.level(latest.value, cutoffs));
    let path = demand
        .zip(base_at)
        .filter(|_| !question.is_state())
        .map(|(demand, base)| interim_path(question, &demand, base, latest))
        .unwrap_or_default();
    let outlook = match (small, demand) {
        (Some(_), _) => Err(NoForecast::SmallNumber),
        (None, Some(demand)) => outlook(fit.as_ref(), &demand, question, unbroken),
        (None, None) => Err(NoForecast::FewValues),
    };
    let figures = Figures {
        values: known.len(),
        latest,
        compared_with,
        base,
        demand,
        level,
        missed_years: demand
            .map(|demand| missed_years(question, known, &demand))
            .unwrap_or_default(),
        change,
        ratio: ratio_change(question),
        score: score(level, change.as_ref()),
        midterm: demand.and_then(|demand| midterm(&path, known, question.midterm, &demand)),
        path,
        fit,
        outlook,
    };
    let outcome = outcome(question, &figures);
    let warnings = early::warnings(&Findings {
        question,
        known: unbroken,
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

/// How the ratio behind a gap has changed since the base year; none where it is not known.
fn ratio_change(question: &Question<'_>) -> Option<RatioChange> {
    let known = question.known(question.ratio?);
    let (known, cutoffs) = (question.unbroken(&known), question.cutoffs);
    let measure = Measure {
        scale: Scale::Log,
        digit: 0.0,
        share: false,
    };
    let fit = Fit::new(known, measure, question.horizon(), cutoffs);
    let trial = Trial {
        known,
        measure,
        cases: &[],
        fit: fit.as_ref(),
    };
    let from = *known.iter().find(|point| point.year >= question.base_year)?;
    let to = *known.last().filter(|to| to.year > from.year)?;
    Some(RatioChange {
        from,
        to,
        widens: !at_least(from.value, to.value) && !trial.is_held(from, to, cutoffs),
    })
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

/// A forecast for each year up to the deadline, or why there is none.
fn outlook(
    fit: Option<&Fit>,
    demand: &Demand,
    question: &Question<'_>,
    known: &[ValueAt],
) -> Result<Vec<Forecast>, NoForecast> {
    let (deadline, cutoffs) = (question.target.year, question.cutoffs);
    if question.as_of >= deadline {
        return Err(NoForecast::Due);
    }
    if question.is_state() {
        return Err(NoForecast::State);
    }
    let newest = known.last().ok_or(NoForecast::FewValues)?;
    if years(newest.year, question.as_of) > cutoffs.forecast_age {
        return Err(NoForecast::Old);
    }
    let fit = fit.ok_or(NoForecast::FewValues)?;
    let far = years(fit.last, deadline) > LONGEST_OUTLOOK;
    let first = if far { deadline } else { fit.last.saturating_add(1) };
    let forecasts: Vec<Forecast> = (first..=deadline)
        .filter_map(|year| fit.at(year, Some(demand), cutoffs))
        .collect();
    let reached = forecasts.last().filter(|last| last.year == deadline);
    let last = reached.ok_or(NoForecast::FarBeyond)?;
    match *demand {
        Demand::AtLeast(goal) if goal > 0.0 && last.value > cutoffs.far_beyond * goal => {
            Err(NoForecast::FarBeyond)
        }
        _ => Ok(forecasts),
    }
}

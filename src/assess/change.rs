//! The change from base to newest value, measured in every way that a rule asks for.

use crate::catalogue::Form;

use super::ValueAt;
use super::assessment::Steps;
use super::demand::Demand;
use super::number::years;
use super::pace::{compound_growth, pace, usable_form, yearly_change};
use super::question::Question;
use super::score::published_pace;
use super::trend::{growth, limit_factor};

/// How a series has moved since its base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Change {
    /// How the change was measured.
    pub form: Form,
    /// Pace R, where there is a value to reach that the base was not at.
    pub pace: Option<f64>,
    /// Yearly growth P in the wanted direction; none from a base of 0.
    pub growth: Option<f64>,
    /// The factor C, for a direction.
    pub limit_factor: Option<f64>,
    /// The compound pace that the Open SDG score is reckoned from.
    pub published_pace: Option<f64>,
    /// The compound growth that the Open SDG score of a direction is reckoned from.
    pub published_growth: Option<f64>,
    /// The arithmetic, for showing.
    pub steps: Steps,
}

/// Measures the change from `base` to `latest`. None where no time lies between the two, or where they cannot
/// be turned into distances.
pub(super) fn change(
    question: &Question<'_>,
    demand: &Demand,
    base: ValueAt,
    latest: ValueAt,
) -> Option<Change> {
    if years(base.year, latest.year) <= 0.0 {
        return None;
    }
    let turn = |point: ValueAt| demand.turn(point.value).map(|value| ValueAt { value, ..point });
    let (from, to, sign) = (turn(base)?, turn(latest)?, demand.sign());
    let goal = demand.goal().map(|value| ValueAt {
        year: question.target.year,
        value,
    });
    let form = match goal {
        Some(_) => question.form(demand, base, latest),
        None if compound_growth(from, to).is_some() => Form::Compound,
        None => Form::Linear,
    };
    let limit = question
        .indicator
        .limit
        .filter(|_| question.indicator.gap.is_none());
    Some(Change {
        form,
        pace: goal.and_then(|goal| pace(form, from, to, goal, sign)),
        growth: growth(from, to, sign),
        limit_factor: goal.is_none().then(|| limit_factor(from.value, limit, sign)),
        published_pace: goal.and_then(|goal| published_pace(from, to, goal, sign)),
        published_growth: compound_growth(from, to).map(|growth| sign * growth),
        steps: Steps {
            base: from,
            latest: to,
            goal,
            actual: yearly_change(form, from, to)?,
            required: goal.and_then(|goal| yearly_change(form, from, goal)),
            turned: demand.is_turned(),
        },
    })
}

impl Question<'_> {
    /// The form of yearly change towards a value: linear for distances, else the indicator's own where the
    /// figures allow it.
    pub(super) fn form(&self, demand: &Demand, base: ValueAt, latest: ValueAt) -> Form {
        match demand.goal() {
            Some(goal) if !demand.is_turned() => {
                usable_form(self.indicator.form(), base.value, latest.value, goal)
            }
            _ => Form::Linear,
        }
    }
}

//! The change from base to newest value, measured in every way that a rule asks for.

use crate::catalogue::{Form, Indicator};

use super::demand::Demand;
use super::number::years;
use super::pace::{compound_growth, pace, usable_form, yearly_change};
use super::question::Question;
use super::score::published_pace;
use super::trend::{growth, limit_factor};
use super::{CutOffs, ValueAt};

/// How a series has moved since its base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// How the change was measured.
    pub form: Form,
    /// Pace R, where there is a value to reach that the base was not at; 1 is just fast enough.
    pub pace: Option<f64>,
    /// Yearly growth P in the wanted direction, a fraction; none from a base of 0.
    pub growth: Option<f64>,
    /// What a direction is held against; none where there is a value to reach.
    pub asked: Option<GrowthAsked>,
    /// Whether the change is within the series' usual variation, so that nothing is claimed from it.
    pub held: bool,
    /// The compound pace that the Open SDG score is computed from.
    pub published_pace: Option<f64>,
    /// The compound growth that the Open SDG score of a direction is computed from.
    pub published_growth: Option<f64>,
    /// The arithmetic, for showing.
    pub steps: Steps,
}

/// The arithmetic of pace: "base 16.0 in 2020, needed −0.40 a year, was −0.55: 138% of the pace". Figures are
/// turned where the demand is to be near something ([`Demand::is_turned`]).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Steps {
    /// The base, turned where `turned` says so.
    pub base: ValueAt,
    /// The newest value, turned likewise.
    pub latest: ValueAt,
    /// The value to reach and its year; none for a direction.
    pub goal: Option<ValueAt>,
    /// Yearly change since the base in the form of the change: units a year, or a fraction a year.
    pub actual: f64,
    /// Yearly change that leads from the base to the goal by the deadline; none for a direction.
    pub required: Option<f64>,
    /// Whether figures were turned into a distance first.
    pub turned: bool,
}

/// The yearly growth in the wanted direction from which a direction is judged well: fractions; for a length of life,
/// which has no percentage growth worth the name, years gained a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GrowthAsked {
    /// Whether both figures are years of life.
    pub of_life: bool,
    /// The factor C by which a natural limit has shrunk both, 0–1; of a length of life neither is shrunk.
    pub limit_factor: f64,
    /// From here it is on track.
    pub on_track: f64,
    /// From here it is to accelerate; below it progress is limited.
    pub accelerate: f64,
}

impl GrowthAsked {
    /// What the cut-offs ask, shrunk by the factor C of the natural limit.
    pub fn near_limit(limit_factor: f64, cutoffs: &CutOffs) -> GrowthAsked {
        GrowthAsked {
            of_life: false,
            limit_factor,
            on_track: cutoffs.on_track_growth * limit_factor,
            accelerate: cutoffs.accelerate_growth * limit_factor,
        }
    }

    /// What is asked of a length of life.
    pub fn of_life(limit_factor: f64, cutoffs: &CutOffs) -> GrowthAsked {
        GrowthAsked {
            of_life: true,
            limit_factor,
            on_track: cutoffs.on_track_life,
            accelerate: cutoffs.accelerate_life,
        }
    }
}

impl Change {
    /// Measures the change from `base` to `latest`. None where no time lies between the two, or where they cannot
    /// be turned into distances.
    pub(super) fn since(
        base: ValueAt,
        latest: ValueAt,
        demand: &Demand,
        question: &Question<'_>,
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
        let of_life = goal.is_none() && is_length_of_life(question.indicator);
        let form = match goal {
            Some(_) => question.form(demand, base, latest),
            None if !of_life && compound_growth(from, to).is_some() => Form::Compound,
            None => Form::Linear,
        };
        let limit = question
            .indicator
            .limit
            .filter(|_| question.indicator.gap.is_none());
        let factor = limit_factor(from.value, limit, sign);
        let asked = || match of_life {
            true => GrowthAsked::of_life(factor, question.cutoffs),
            false => GrowthAsked::near_limit(factor, question.cutoffs),
        };
        Some(Change {
            form,
            pace: goal.and_then(|goal| pace(form, from, to, goal, sign)),
            growth: growth(from, to, sign),
            asked: goal.is_none().then(asked),
            held: false,
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
}

/// Whether an indicator is a length of life: years of age with a natural limit.
fn is_length_of_life(indicator: &Indicator) -> bool {
    indicator.unit.as_str() == "岁" && indicator.limit.is_some()
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

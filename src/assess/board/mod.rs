//! Every target of a catalogue at one area, judged: the items, the goals that they speak for, and the counts
//! of both.

mod ask;
mod disaggregated;
mod goals;
mod headlines;
mod items;
mod remit;
mod summary;
mod urgency;

pub use disaggregated::{Disaggregated, Disaggregation, Member, worst_of_all};
pub use goals::GoalStatus;
pub use headlines::{headlines, headlines_of, newest_years};
pub use items::{Basis, Judged, JudgedGroup, JudgedPart};
pub use remit::Remit;
pub use summary::{Attainment, Levels, StatusCounts, Summary};
pub use urgency::Alert;

use std::sync::Arc;

use crate::catalogue::{Catalogue, Goal, Indicator, ItemId, Year};
use crate::observation::Collection;

use super::warning::Warning;
use super::{CutOffs, Record};

/// How one area stands to everything that the plans demand.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// The area.
    pub area: String,
    /// The cut-offs that it is judged by.
    pub cutoffs: CutOffs,
    /// The year judged; none where the area has no data and none was chosen.
    pub as_of: Option<Year>,
    /// Every target with the series that it was judged by, in the catalogue's order of indicators.
    pub items: Vec<Judged>,
    /// Every goal of the catalogue, in its order.
    pub goals: Vec<GoalStatus>,
    /// The newest assessment recorded for each measure that has one, in the catalogue's order.
    pub measures: Vec<Record>,
}

/// Judges every target of a catalogue at one area.
///
/// The year judged is `as_of`, else the newest year with data for the area. Where a year before that is
/// chosen, records of a later date are as unknown as later values. Records count only for the plans' own
/// area, or the invented one.
pub fn board(
    catalogue: &Catalogue,
    collection: &Collection,
    area: &str,
    as_of: Option<Year>,
    records: &[Record],
    cutoffs: &CutOffs,
) -> Board {
    let context = ask::Context::new(catalogue, collection, area, as_of, cutoffs);
    judged(&context.with_records(records), &shared_indicators(catalogue))
}

/// Every indicator, where the items of several boards can point at it.
fn shared_indicators(catalogue: &Catalogue) -> Vec<Arc<Indicator>> {
    catalogue.indicators.iter().cloned().map(Arc::new).collect()
}

fn judged(context: &ask::Context<'_>, indicators: &[Arc<Indicator>]) -> Board {
    let catalogue = context.catalogue;
    let items: Vec<Judged> = indicators
        .iter()
        .flat_map(|indicator| items::items(context, indicator))
        .collect();
    let goals = catalogue
        .goals()
        .map(|goal| goals::goal_status(context, goal.id, &items))
        .collect();
    let measures = catalogue
        .measures()
        .filter_map(|measure| context.record(&[measure.id]).cloned())
        .collect();
    Board {
        area: context.area.to_owned(),
        cutoffs: *context.cutoffs,
        as_of: context.year_judged(),
        items,
        goals,
        measures,
    }
}

impl Board {
    /// How a goal stands.
    pub fn goal(&self, id: ItemId) -> Option<&GoalStatus> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// The items that speak for a goal.
    pub fn items_of(&self, id: ItemId) -> impl Iterator<Item = &Judged> {
        self.items.iter().filter(move |item| item.goals.contains(&id))
    }

    /// The items that the goals of a field state first.
    pub fn items_in(&self, field: &str) -> impl Iterator<Item = &Judged> {
        let is_here = move |item: &&Judged| item.goals.first().is_some_and(|goal| goal.field_id() == field);
        self.items.iter().filter(is_here)
    }

    /// The item of the same target, on the board of another area.
    pub fn same(&self, item: &Judged) -> Option<&Judged> {
        let is_same = |other: &&Judged| other.indicator == item.indicator && other.target == item.target;
        self.items.iter().find(is_same)
    }

    /// The items that only measures serving a goal state: they stand beside the goal and do not judge it.
    pub fn items_beside(&self, goal: &Goal) -> impl Iterator<Item = &Judged> {
        let served = |item: &&Judged| item.stated_at.iter().any(|at| goal.measures.contains(at));
        self.items
            .iter()
            .filter(|item| item.goals.is_empty())
            .filter(served)
    }

    /// Every early warning of a headline series, with its item.
    pub fn warnings(&self) -> impl Iterator<Item = (&Judged, &Warning)> {
        self.items.iter().flat_map(|item| {
            item.assessment
                .warnings
                .iter()
                .map(move |warning| (item, warning))
        })
    }

    /// The counts over all goals.
    pub fn summary(&self) -> Summary {
        Summary::of(self.goals.iter())
    }

    /// The counts over the goals of one plan.
    pub fn plan_summary(&self, plan: char) -> Summary {
        Summary::of(self.goals.iter().filter(|goal| goal.id.plan == plan))
    }

    /// The counts over the goals of one field, such as `W1`.
    pub fn field_summary(&self, field: &str) -> Summary {
        Summary::of(self.goals.iter().filter(|goal| goal.id.field_id() == field))
    }

    /// The levels over all targets, rather than goals.
    pub fn targets(&self) -> Levels {
        Levels::of(self.items.iter().map(|item| item.assessment.level()))
    }
}

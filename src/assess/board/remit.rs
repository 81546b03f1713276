//! What one responsible agency answers for.

use std::collections::BTreeSet;

use super::Judged;
use crate::catalogue::{Catalogue, ItemId, Section};
use crate::observation::GoalAgencies;

/// The goals that one responsible agency leads or supports, the measures that serve them, and those given to it by
/// themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remit {
    /// The goals.
    pub goals: BTreeSet<ItemId>,
    /// The measures that serve them, and those that a file gives it by themselves.
    pub measures: BTreeSet<ItemId>,
}

impl Remit {
    /// What the loaded files give an agency to answer for; nothing where none names it.
    pub fn of(agency: &str, agencies: &[GoalAgencies], catalogue: &Catalogue) -> Remit {
        let named = agencies.iter().filter(|of| of.names(agency)).map(|of| of.goal);
        let (goals, own): (BTreeSet<ItemId>, BTreeSet<ItemId>) =
            named.partition(|id| id.section == Section::Goal);
        let served = goals.iter().filter_map(|id| catalogue.goal(*id));
        let served = served.flat_map(|goal| goal.measures.iter().copied());
        Remit {
            measures: served.chain(own).collect(),
            goals,
        }
    }

    /// Whether a text of the plans belongs to it.
    pub fn holds(&self, id: ItemId) -> bool {
        self.goals.contains(&id) || self.measures.contains(&id)
    }

    /// Whether a judged target belongs to it: one of its goals states it; or no goal does, and it stands beside
    /// one, as on the goal's own page.
    pub fn covers(&self, item: &Judged) -> bool {
        match item.goals.is_empty() {
            false => item.goals.iter().any(|goal| self.goals.contains(goal)),
            true => item.stated_at.iter().any(|at| self.measures.contains(at)),
        }
    }
}

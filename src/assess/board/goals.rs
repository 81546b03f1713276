//! How a goal stands: what its items say together.

use crate::catalogue::ItemId;

use super::super::{Level, Record, Status, WarningKind};
use super::ask::Context;
use super::{Judged, StatusCounts};

/// How one goal stands.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalStatus {
    /// The goal.
    pub id: ItemId,
    /// The worst measured status of its items, never an average; not measurable without a countable item.
    pub status: Status,
    /// The worst level of its items; none where no item has one.
    pub level: Option<Level>,
    /// How many of its items have which status.
    pub items: StatusCounts,
    /// The kinds of warnings that its items carry, most urgent first, each once.
    pub warnings: Vec<WarningKind>,
    /// The newest assessment recorded for it.
    pub record: Option<Record>,
}

pub(super) fn goal_status(context: &Context<'_>, id: ItemId, items: &[Judged]) -> GoalStatus {
    let verdicts = || {
        items
            .iter()
            .filter(|item| item.goals.contains(&id))
            .map(|item| &item.assessment)
    };
    let mut warnings: Vec<WarningKind> = verdicts()
        .flat_map(|verdict| verdict.warnings.iter().map(|warning| warning.kind()))
        .collect();
    warnings.sort_unstable();
    warnings.dedup();
    GoalStatus {
        id,
        status: Status::headline(verdicts().map(|verdict| verdict.status())).unwrap_or(Status::Qualitative),
        level: verdicts().filter_map(|verdict| verdict.level()).min(),
        items: StatusCounts::of(verdicts().map(|verdict| verdict.status())),
        warnings,
        record: context.record(&[id]).cloned(),
    }
}

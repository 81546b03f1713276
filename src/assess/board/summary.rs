//! Counts that always add up.

use serde::Serialize;

use super::super::{Level, Status};
use super::GoalStatus;

/// How many have which status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StatusCounts([usize; Status::ALL.len()]);

impl StatusCounts {
    /// Counts statuses.
    pub fn of(statuses: impl IntoIterator<Item = Status>) -> Self {
        let mut counts = StatusCounts::default();
        for status in statuses {
            *counts.slot(status) += 1;
        }
        counts
    }

    /// How many have that status.
    pub fn get(mut self, status: Status) -> usize {
        *self.slot(status)
    }

    /// How many there are.
    pub fn total(self) -> usize {
        Status::ALL.into_iter().map(|status| self.get(status)).sum()
    }

    /// How many rest on at least one value.
    pub fn measured(self) -> usize {
        let measured = Status::ALL.into_iter().filter(|status| status.is_measured());
        measured.map(|status| self.get(status)).sum()
    }

    /// The same counts without those of what is not measured.
    pub fn measured_alone(mut self) -> StatusCounts {
        for status in Status::ALL.into_iter().filter(|status| !status.is_measured()) {
            *self.slot(status) = 0;
        }
        self
    }

    /// The same counts without those of one status.
    pub fn without(mut self, status: Status) -> StatusCounts {
        *self.slot(status) = 0;
        self
    }

    /// How many can be counted at all: those with data and those without add up to it.
    pub fn countable(self) -> usize {
        self.measured() + self.get(Status::NoData)
    }

    fn slot(&mut self, status: Status) -> &mut usize {
        &mut self.0[status as usize]
    }
}

/// How many are met: `met + nearly_met + not_met + no_data = total`, always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Levels {
    /// How many there are.
    pub total: usize,
    /// 已实现
    pub met: usize,
    /// 基本实现
    pub nearly_met: usize,
    /// 未实现
    pub not_met: usize,
    /// Those whose level cannot be told: no data, only a direction, or qualitative.
    pub no_data: usize,
}

impl Levels {
    /// Counts levels.
    pub fn of(levels: impl IntoIterator<Item = Option<Level>>) -> Self {
        let mut counts = Levels::default();
        for level in levels {
            counts.total += 1;
            match level {
                Some(Level::Met) => counts.met += 1,
                Some(Level::NearlyMet) => counts.nearly_met += 1,
                Some(Level::NotMet) => counts.not_met += 1,
                None => counts.no_data += 1,
            }
        }
        counts
    }

    /// 达标率: met and nearly met of those with a level. None where none has one.
    pub fn attainment(self) -> Option<Attainment> {
        let (reached, of) = (self.met + self.nearly_met, self.total - self.no_data);
        (of > 0).then(|| Attainment {
            reached,
            of,
            rate: reached as f64 / of as f64,
        })
    }
}

/// 达标率 with its denominator: 44 of 54 is 81.5%.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Attainment {
    /// Met or nearly met.
    pub reached: usize,
    /// Of how many with a level; at least one.
    pub of: usize,
    /// The one by the other, 0–1.
    pub rate: f64,
}

/// Both counts over some goals; each adds up to the number of goals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// By status.
    pub statuses: StatusCounts,
    /// By level.
    pub levels: Levels,
}

impl Summary {
    /// Counts goals.
    pub fn of<'a>(goals: impl Iterator<Item = &'a GoalStatus> + Clone) -> Self {
        Summary {
            statuses: StatusCounts::of(goals.clone().map(|goal| goal.status)),
            levels: Levels::of(goals.map(|goal| goal.level)),
        }
    }
}

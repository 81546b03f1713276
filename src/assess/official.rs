//! The four classes into which published monitoring and evaluation reports sort the targets that can be monitored:
//! 提前达标, 预期可达标, 预期难以达标, 无法判断. Of the rows below the first that fits wins, so that the classes add up; p is
//! the chance of meeting the target nearly at least ([`Odds::nearly`](super::Odds::nearly)).
//!
//! | class | when |
//! |---|---|
//! | 无法判断 | the newest value is older than the base year; fewer than 10 cases; not met, and two values or fewer |
//! | 提前达标 | met or nearly met |
//! | 预期可达标 | p ≥ 0.5 whatever the pace; without a forecast R ≥ 0.95 |
//! | 预期难以达标 | the rest |
//!
//! Once a target is due, it has been met, nearly met or not met instead. Directions have classes of their own and are
//! never mixed in; milestones and what has no data stand apart from both. The mapping is ours.

use crate::catalogue::Op;

use super::number::reaches;
use super::warning::WarningKind;
use super::{Assessment, CutOffs, Judged, Level, Status, Verdict};

/// Values without which a target that is not met cannot be told.
const FEWEST_VALUES: usize = 3;

/// The class of a target with a value to reach that has data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Official {
    /// 无法判断
    CannotTell,
    /// 提前达标
    MetEarly(MetEarly),
    /// 预期可达标
    Expected {
        /// 把握不足: the chance is no more than even.
        unsure: bool,
    },
    /// 预期难以达标
    Hard,
    /// 已实现, 基本实现 or 未实现, once the target is due.
    Due(Level),
}

/// What is noted beside a target that is met early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MetEarly {
    /// Met, or 基本实现.
    pub level: Level,
    /// 有风险: the forecast leads away from it.
    pub at_risk: bool,
    /// 数据较旧: the newest value is stale.
    pub old: bool,
    /// 曾有年份未达: a value to keep was missed in some year.
    pub missed: bool,
}

/// The class of a direction that has data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfficialDirection {
    /// 方向一致
    Along,
    /// 变化不明显
    NoClearChange,
    /// 方向相反
    Against,
    /// 无法判断
    CannotTell,
}

impl Official {
    /// The class of a judged target; none for a direction, a milestone, or without data.
    pub fn of(item: &Judged, cutoffs: &CutOffs) -> Option<Official> {
        let has_value = item.target.op.trend().is_none() && item.target.op != Op::Milestone;
        let verdict = Some(&item.assessment).filter(|_| has_value)?;
        let figures = verdict.figures()?;
        let warned = |kind| verdict.warnings.iter().any(|warning| warning.kind() == kind);
        let Some(level) = figures.level.filter(|_| !warned(WarningKind::SmallNumber)) else {
            return Some(Official::CannotTell);
        };
        if verdict.as_of >= verdict.deadline {
            return Some(Official::Due(level));
        }
        let nearly = figures
            .forecast()
            .and_then(|forecast| forecast.odds)
            .map(|odds| odds.nearly);
        if level != Level::NotMet {
            return Some(Official::MetEarly(MetEarly {
                level,
                at_risk: nearly.is_some_and(|chance| chance < cutoffs.likely_chance),
                old: warned(WarningKind::Stale),
                missed: !figures.missed_years.is_empty(),
            }));
        }
        if figures.values < FEWEST_VALUES {
            return Some(Official::CannotTell);
        }
        Some(outlook(verdict, nearly, cutoffs))
    }
}

/// Of what is not met: what the forecast says, without one what the pace does.
fn outlook(verdict: &Assessment, nearly: Option<f64>, cutoffs: &CutOffs) -> Official {
    match nearly {
        Some(chance) if chance >= cutoffs.likely_chance => Official::Expected {
            unsure: chance < cutoffs.sure_chance,
        },
        Some(_) => Official::Hard,
        None if verdict
            .pace()
            .is_some_and(|pace| reaches(pace, cutoffs.on_track_pace)) =>
        {
            Official::Expected { unsure: false }
        }
        None => Official::Hard,
    }
}

impl OfficialDirection {
    /// The class of a judged direction; none for a target with a value, or without data.
    pub fn of(item: &Judged) -> Option<OfficialDirection> {
        item.target.op.trend()?;
        match item.assessment.verdict {
            Verdict::TooFewData(_) | Verdict::Measured(..) => {}
            Verdict::Recorded(_) | Verdict::NoData(_) => return None,
        }
        Some(match item.assessment.status() {
            Status::OnTrack | Status::AccelerationNeeded | Status::Met => OfficialDirection::Along,
            Status::NoClearChange | Status::LimitedProgress => OfficialDirection::NoClearChange,
            Status::MovingAway => OfficialDirection::Against,
            Status::TooFewData | Status::NoData | Status::Qualitative => OfficialDirection::CannotTell,
        })
    }
}

/// How many targets are of which class: `met_early + expected + hard + cannot_tell + due = total`, always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfficialCounts {
    /// 提前达标
    pub met_early: usize,
    /// Of these 基本实现.
    pub nearly: usize,
    /// Of these 有风险.
    pub at_risk: usize,
    /// Of these 数据较旧.
    pub old: usize,
    /// Of these 曾有年份未达.
    pub missed: usize,
    /// 预期可达标
    pub expected: usize,
    /// Of these 把握不足.
    pub unsure: usize,
    /// 预期难以达标
    pub hard: usize,
    /// 无法判断
    pub cannot_tell: usize,
    /// 已实现, once due.
    pub due_met: usize,
    /// 基本实现, once due.
    pub due_nearly: usize,
    /// 未实现, once due.
    pub due_missed: usize,
}

impl OfficialCounts {
    /// Counts the targets with a value that have data.
    pub fn of<'a>(items: impl IntoIterator<Item = &'a Judged>, cutoffs: &CutOffs) -> OfficialCounts {
        let mut counts = OfficialCounts::default();
        for class in items.into_iter().filter_map(|item| Official::of(item, cutoffs)) {
            counts.add(class);
        }
        counts
    }

    fn add(&mut self, class: Official) {
        match class {
            Official::CannotTell => self.cannot_tell += 1,
            Official::MetEarly(notes) => {
                self.met_early += 1;
                self.nearly += usize::from(notes.level == Level::NearlyMet);
                self.at_risk += usize::from(notes.at_risk);
                self.old += usize::from(notes.old);
                self.missed += usize::from(notes.missed);
            }
            Official::Expected { unsure } => {
                self.expected += 1;
                self.unsure += usize::from(unsure);
            }
            Official::Hard => self.hard += 1,
            Official::Due(Level::Met) => self.due_met += 1,
            Official::Due(Level::NearlyMet) => self.due_nearly += 1,
            Official::Due(Level::NotMet) => self.due_missed += 1,
        }
    }

    /// How many there are.
    pub fn total(self) -> usize {
        let due = self.due_met + self.due_nearly + self.due_missed;
        self.met_early + self.expected + self.hard + self.cannot_tell + due
    }
}

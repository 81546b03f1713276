//! What is asked: one series against one target, with everything that the rules may look at. What they may
//! not look at, values after the year judged or after the deadline, is taken out here, once, for every rule.

use crate::catalogue::{Indicator, Kind, Op, Target, Year};

use super::{CutOffs, Record, ValueAt};

/// One series against one target.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// What was measured.
    pub indicator: &'a Indicator,
    /// What is demanded.
    pub target: &'a Target,
    /// Years and values in the indicator's unit, in any order; what is not finite is passed over, and of
    /// several values of one year the smallest is taken (contradictions are to be settled before).
    pub points: &'a [ValueAt],
    /// Years in which the series broke: from each on, its values are not comparable with those before it.
    pub breaks: &'a [Year],
    /// Where the series is a gap: how many times the smaller of the two figures the larger is, by year.
    pub ratio: Option<&'a [ValueAt]>,
    /// The series of the other indicator where the target compares with one.
    pub compared_with: Option<&'a [ValueAt]>,
    /// Numbers of cases that the values rest on, by year, where they are known.
    pub cases: Option<&'a [ValueAt]>,
    /// The year that change is measured from.
    pub base_year: Year,
    /// The year of the mid-term check.
    pub midterm: Year,
    /// The year judged: later values are unknown to every rule.
    pub as_of: Year,
    /// The cut-offs in force.
    pub cutoffs: &'a CutOffs,
    /// What an office has recorded, for milestones.
    pub record: Option<&'a Record>,
}

impl Question<'_> {
    /// The last year that the verdict may look at: the year judged, or the deadline once that is past.
    pub(super) fn horizon(&self) -> Year {
        self.as_of.min(self.target.year)
    }

    /// The values that the verdict may look at, in order of years.
    pub(super) fn known(&self, points: &[ValueAt]) -> Vec<ValueAt> {
        let mut known: Vec<ValueAt> = points
            .iter()
            .filter(|point| point.year <= self.horizon() && point.value.is_finite())
            .copied()
            .collect();
        known.sort_by(|a, b| a.year.cmp(&b.year).then(a.value.total_cmp(&b.value)));
        known.dedup_by_key(|point| point.year);
        known
    }

    /// The part of known values since the last break of the series.
    pub(super) fn unbroken<'k>(&self, known: &'k [ValueAt]) -> &'k [ValueAt] {
        let last = self.breaks.iter().filter(|year| **year <= self.horizon()).max();
        let from = last.map_or(0, |last| known.partition_point(|point| point.year < *last));
        &known[from..]
    }

    /// Whether the target is a state (每县至少 1 所): so many whole things in each part of the area, there or not.
    pub(super) fn is_state(&self) -> bool {
        let whole = matches!(self.target.op, Op::AtLeast(value) if value.fract() == 0.0);
        self.target.each.is_some() && self.indicator.kind == Kind::Count && whole
    }

    /// Whether no figure can speak for the target.
    pub(super) fn is_milestone(&self) -> bool {
        self.target.op == Op::Milestone || self.indicator.kind == Kind::Milestone
    }

    /// Whether the target compares with another indicator.
    pub(super) fn compares(&self) -> bool {
        matches!(self.target.op, Op::Compare(_) | Op::CompareAround(_))
    }
}

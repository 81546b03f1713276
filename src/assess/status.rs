//! The one word for how a series, or a goal, stands. Level and direction are told apart: a target that is met
//! is achieved whichever way its figure moves, one that is not is named by its pace.

use serde::{Deserialize, Serialize};

use super::number::reaches;
use super::{CutOffs, GrowthAsked};

/// How a series stands to its target, in the order in which pages list the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// 已实现
    Achieved,
    /// 进展顺利
    OnTrack,
    /// 需加快
    Accelerate,
    /// 进展缓慢
    Slow,
    /// 倒退
    MovingAway,
    /// 数据不足: one value, so no change can be told.
    TooFewData,
    /// 无数据
    NoData,
    /// 非量化: qualitative or a milestone, with its recorded state.
    NotMeasurable,
}

impl Status {
    /// Every status, in the order in which pages list them.
    pub const ALL: [Status; 8] = [
        Status::Achieved,
        Status::OnTrack,
        Status::Accelerate,
        Status::Slow,
        Status::MovingAway,
        Status::TooFewData,
        Status::NoData,
        Status::NotMeasurable,
    ];

    /// The word for it in exports.
    pub fn slug(self) -> &'static str {
        match self {
            Status::Achieved => "achieved",
            Status::OnTrack => "on-track",
            Status::Accelerate => "accelerate",
            Status::Slow => "slow",
            Status::MovingAway => "moving-away",
            Status::TooFewData => "too-few-data",
            Status::NoData => "no-data",
            Status::NotMeasurable => "not-measurable",
        }
    }

    /// Whether it rests on at least one value.
    pub fn is_measured(self) -> bool {
        !matches!(self, Status::NoData | Status::NotMeasurable)
    }

    /// The status that stands for several: the worst measured one, never an average. A target with one value
    /// is worse than an achieved one, since it is not known to be met, and better than any that is known to
    /// be on its way: that one says more. Without anything measured, no data goes before not measurable.
    /// None for none.
    pub fn headline(statuses: impl IntoIterator<Item = Status>) -> Option<Status> {
        statuses.into_iter().min_by_key(|status| status.severity())
    }

    /// How far back it stands when the worst goes first: 0 for the status that is said first of several.
    pub fn severity(self) -> u8 {
        match self {
            Status::MovingAway => 0,
            Status::Slow => 1,
            Status::Accelerate => 2,
            Status::OnTrack => 3,
            Status::TooFewData => 4,
            Status::Achieved => 5,
            Status::NoData => 6,
            Status::NotMeasurable => 7,
        }
    }
}

/// The band of a pace; every band includes its lower edge.
pub fn pace_band(pace: f64, cutoffs: &CutOffs) -> Status {
    band(pace, [cutoffs.on_track_pace, cutoffs.accelerate_pace])
}

/// The band of a yearly growth P, with the factor C of the natural limit. At C = 0 any growth that is not
/// negative is on track.
pub fn growth_band(growth: f64, factor: f64, cutoffs: &CutOffs) -> Status {
    let asked = GrowthAsked::near_limit(factor, cutoffs);
    band(growth, [asked.on_track, asked.accelerate])
}

fn band(figure: f64, [on_track, accelerate]: [f64; 2]) -> Status {
    // Checked first, so that no edge of 0 lets a figure below it through.
    if !reaches(figure, 0.0) {
        Status::MovingAway
    } else if reaches(figure, on_track) {
        Status::OnTrack
    } else if reaches(figure, accelerate) {
        Status::Accelerate
    } else {
        Status::Slow
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_include_their_lower_edge() {
        let cutoffs = CutOffs::default();
        for (pace, status) in [
            (7.0, Status::OnTrack),
            (0.95, Status::OnTrack),
            (0.949_999, Status::Accelerate),
            (0.60, Status::Accelerate),
            (0.599_999, Status::Slow),
            (0.0, Status::Slow),
            (-0.000_001, Status::MovingAway),
        ] {
            assert_eq!(pace_band(pace, &cutoffs), status, "{pace}");
        }
    }

    #[test]
    fn bands_of_growth_shrink_near_a_limit() {
        let cutoffs = CutOffs::default();
        for (growth, factor, status) in [
            (0.015, 1.0, Status::OnTrack),
            (0.014_999, 1.0, Status::Accelerate),
            (0.005, 1.0, Status::Accelerate),
            (0.004_999, 1.0, Status::Slow),
            (0.0, 1.0, Status::Slow),
            (-0.000_001, 1.0, Status::MovingAway),
            (0.0075, 0.5, Status::OnTrack),
            (0.007_499, 0.5, Status::Accelerate),
            (0.0, 0.0, Status::OnTrack),
            (-0.000_001, 0.0, Status::MovingAway),
        ] {
            assert_eq!(growth_band(growth, factor, &cutoffs), status, "{growth} {factor}");
        }
    }

    #[test]
    fn the_worst_measured_status_speaks_for_several() {
        use Status::*;
        assert_eq!(Status::headline([Achieved, Slow, NoData]), Some(Slow));
        assert_eq!(Status::headline([Achieved, TooFewData]), Some(TooFewData));
        assert_eq!(Status::headline([OnTrack, TooFewData]), Some(OnTrack));
        assert_eq!(
            Status::headline([Achieved, NoData, NotMeasurable]),
            Some(Achieved)
        );
        assert_eq!(Status::headline([NoData, NotMeasurable]), Some(NoData));
        assert_eq!(Status::headline([]), None);
    }
}

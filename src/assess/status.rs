//! The one word for how a series, or a goal, stands. Level and direction are told apart: a target that is met
//! is so whichever way its figure moves, one that is not is named by its pace.

use serde::Serialize;
use strum::{EnumCount, EnumString, IntoStaticStr};

use super::CutOffs;
use super::change::GrowthAsked;
use super::number::reaches;

/// How a series stands to its target, in the order in which pages list the words. Slugs in exports are older than
/// the words and stay.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumCount, EnumString, IntoStaticStr, Serialize,
)]
#[strum(serialize_all = "kebab-case")]
#[serde(into = "&'static str")]
pub enum Status {
    /// 已达标
    #[strum(serialize = "achieved")]
    Met,
    /// 进展顺利
    OnTrack,
    /// 需加快
    #[strum(serialize = "accelerate")]
    AccelerationNeeded,
    /// 进展缓慢
    #[strum(serialize = "slow")]
    LimitedProgress,
    /// 变化不明显
    NoClearChange,
    /// 倒退
    MovingAway,
    /// 数据不足: one value, so no change can be told.
    TooFewData,
    /// 无数据
    NoData,
    /// 定性目标: qualitative or a milestone, with its recorded state.
    #[strum(serialize = "not-measurable")]
    Qualitative,
}

/// How a series stands where its figures tell: the part of [`Status`] that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The newest value meets the target.
    Met,
    /// Fast enough.
    OnTrack,
    /// The right way, but not fast enough.
    AccelerationNeeded,
    /// The right way, but far from fast enough.
    LimitedProgress,
    /// The change since the base cannot be told from the series' own wandering.
    NoClearChange,
    /// Further from the target than the base was.
    MovingAway,
}

impl From<Outcome> for Status {
    fn from(outcome: Outcome) -> Status {
        match outcome {
            Outcome::Met => Status::Met,
            Outcome::OnTrack => Status::OnTrack,
            Outcome::AccelerationNeeded => Status::AccelerationNeeded,
            Outcome::LimitedProgress => Status::LimitedProgress,
            Outcome::NoClearChange => Status::NoClearChange,
            Outcome::MovingAway => Status::MovingAway,
        }
    }
}

impl Status {
    /// Every status, in the order in which pages list them.
    pub const ALL: [Status; Status::COUNT] = [
        Status::Met,
        Status::OnTrack,
        Status::AccelerationNeeded,
        Status::LimitedProgress,
        Status::NoClearChange,
        Status::MovingAway,
        Status::TooFewData,
        Status::NoData,
        Status::Qualitative,
    ];

    /// The word for it in exports.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// Whether it rests on at least one value.
    pub fn is_measured(self) -> bool {
        !matches!(self, Status::NoData | Status::Qualitative)
    }

    /// The status that stands for several: the worst measured one, never an average and never one of a series with
    /// too few data where another tells more. Without anything measured, no data goes before qualitative. None for
    /// none.
    pub fn headline(statuses: impl IntoIterator<Item = Status>) -> Option<Status> {
        statuses.into_iter().min_by_key(|status| status.severity())
    }

    /// How far back it stands when the worst goes first: 0 for the status that is said first of several.
    pub fn severity(self) -> u8 {
        match self {
            Status::MovingAway => 0,
            Status::LimitedProgress => 1,
            Status::NoClearChange => 2,
            Status::AccelerationNeeded => 3,
            Status::OnTrack => 4,
            Status::Met => 5,
            Status::TooFewData => 6,
            Status::NoData => 7,
            Status::Qualitative => 8,
        }
    }
}

/// The band of a pace; every band includes its lower edge.
pub fn pace_band(pace: f64, cutoffs: &CutOffs) -> Outcome {
    band(pace, [cutoffs.on_track_pace, cutoffs.accelerate_pace])
}

/// The band of a yearly growth P, with the factor C of the natural limit. At C = 0 any growth that is not
/// negative is on track.
pub fn growth_band(growth: f64, factor: f64, cutoffs: &CutOffs) -> Outcome {
    GrowthAsked::near_limit(factor, cutoffs).band(growth)
}

impl GrowthAsked {
    /// The band of a yearly growth, or of years of life gained a year.
    pub(super) fn band(&self, gained: f64) -> Outcome {
        band(gained, [self.on_track, self.accelerate])
    }
}

fn band(figure: f64, [on_track, accelerate]: [f64; 2]) -> Outcome {
    // Checked first, so that no edge of 0 lets a figure below it through.
    if !reaches(figure, 0.0) {
        Outcome::MovingAway
    } else if reaches(figure, on_track) {
        Outcome::OnTrack
    } else if reaches(figure, accelerate) {
        Outcome::AccelerationNeeded
    } else {
        Outcome::LimitedProgress
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_include_their_lower_edge() {
        let cutoffs = CutOffs::default();
        for (pace, status) in [
            (7.0, Outcome::OnTrack),
            (0.95, Outcome::OnTrack),
            (0.949_999, Outcome::AccelerationNeeded),
            (0.60, Outcome::AccelerationNeeded),
            (0.599_999, Outcome::LimitedProgress),
            (0.0, Outcome::LimitedProgress),
            (-0.000_001, Outcome::MovingAway),
        ] {
            assert_eq!(pace_band(pace, &cutoffs), status, "{pace}");
        }
    }

    #[test]
    fn bands_of_growth_shrink_near_a_limit() {
        let cutoffs = CutOffs::default();
        for (growth, factor, status) in [
            (0.015, 1.0, Outcome::OnTrack),
            (0.014_999, 1.0, Outcome::AccelerationNeeded),
            (0.005, 1.0, Outcome::AccelerationNeeded),
            (0.004_999, 1.0, Outcome::LimitedProgress),
            (0.0, 1.0, Outcome::LimitedProgress),
            (-0.000_001, 1.0, Outcome::MovingAway),
            (0.0075, 0.5, Outcome::OnTrack),
            (0.007_499, 0.5, Outcome::AccelerationNeeded),
            (0.0, 0.0, Outcome::OnTrack),
            (-0.000_001, 0.0, Outcome::MovingAway),
        ] {
            assert_eq!(growth_band(growth, factor, &cutoffs), status, "{growth} {factor}");
        }
    }

    #[test]
    fn the_worst_measured_status_speaks_for_several() {
        use Status::*;
        assert_eq!(
            Status::headline([Met, LimitedProgress, NoData]),
            Some(LimitedProgress)
        );
        assert_eq!(Status::headline([Met, TooFewData]), Some(Met));
        assert_eq!(Status::headline([NoData, TooFewData]), Some(TooFewData));
        let order = [
            MovingAway,
            LimitedProgress,
            NoClearChange,
            AccelerationNeeded,
            OnTrack,
            Met,
        ];
        assert!(order.is_sorted_by_key(|status| status.severity()));
        assert_eq!(Status::headline([OnTrack, TooFewData]), Some(OnTrack));
        assert_eq!(Status::headline([Met, NoData, Qualitative]), Some(Met));
        assert_eq!(Status::headline([NoData, Qualitative]), Some(NoData));
        assert_eq!(Status::headline([]), None);
    }
}

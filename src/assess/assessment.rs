//! The verdict on one series against one target, with every number that its arithmetic needs to be shown
//! step by step.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Form, Year};

use super::demand::Demand;
use super::forecast::{Fit, Forecast};
use super::path::Midterm;
use super::warning::Warning;
use super::{CutOffs, Level, Record, Status, ValueAt};

/// The verdict. Every number in it is finite; what cannot be told is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// The year that the verdict speaks of: the year judged, or the deadline once that is past.
    pub as_of: Year,
    /// The year by which the target is due.
    pub deadline: Year,
    /// The value of the base year, else of the first later year.
    pub base: Option<ValueAt>,
    /// The newest value; where the target compares, the newest in a year that both indicators have.
    pub latest: Option<ValueAt>,
    /// The other indicator's value in the same year, where the target compares.
    pub compared_with: Option<ValueAt>,
    /// What the target demands in the unit of the series; none for a milestone, or where a number is missing.
    pub demand: Option<Demand>,
    /// Whether the newest value meets the target; none where there is no value to reach.
    pub level: Option<Level>,
    /// 保持: the years since the base year in which the value to keep was missed.
    pub missed_years: Vec<Year>,
    /// Status, the one word for it all.
    pub status: Status,
    /// How yearly change was measured.
    pub form: Option<Form>,
    /// Pace R; 1 is just fast enough. None without a value to reach, or without a change to measure.
    pub pace: Option<f64>,
    /// Yearly growth P in the wanted direction, a fraction; judged only where the target is a direction.
    pub growth: Option<f64>,
    /// The factor C by which a natural limit shrinks the growth asked for; only for a direction.
    pub limit_factor: Option<f64>,
    /// The yearly growth asked for, shrunk by that factor; only for a direction.
    pub growth_asked: Option<GrowthAsked>,
    /// The −5…+5 score as Open SDG sites publish it.
    pub score: Option<f64>,
    /// The figures of the arithmetic of pace or growth.
    pub steps: Option<Steps>,
    /// The value that each year from base to deadline should have; empty without a value to reach.
    pub path: Vec<ValueAt>,
    /// The mid-term check against the path.
    pub midterm: Option<Midterm>,
    /// What the series says about its future; none for fewer than two values, or too few cases.
    pub fit: Option<Fit>,
    /// A forecast for each year up to the deadline; empty once that is past.
    pub outlook: Vec<Forecast>,
    /// The forecast at the deadline, the last of [`outlook`](Self::outlook).
    pub forecast: Option<Forecast>,
    /// Early warnings, most urgent first.
    pub warnings: Vec<Warning>,
    /// What an office has recorded, for a milestone.
    pub record: Option<Record>,
}

impl Assessment {
    /// The value to reach, in the unit of the series.
    pub fn goal(&self) -> Option<f64> {
        self.demand.and_then(|demand| demand.goal())
    }

    /// Pace, or growth where only a direction is set, to tell which of several in one band is furthest behind;
    /// without either there is nothing to be behind.
    pub(super) fn progress(&self) -> f64 {
        self.pace.or(self.growth).unwrap_or(f64::MAX)
    }

    /// A verdict that says nothing yet, for a year judged and a deadline.
    pub(super) fn blank(as_of: Year, deadline: Year, status: Status) -> Assessment {
        Assessment {
            as_of,
            deadline,
            base: None,
            latest: None,
            compared_with: None,
            demand: None,
            level: None,
            missed_years: Vec::new(),
            status,
            form: None,
            pace: None,
            growth: None,
            limit_factor: None,
            growth_asked: None,
            score: None,
            steps: None,
            path: Vec::new(),
            midterm: None,
            fit: None,
            outlook: Vec::new(),
            forecast: None,
            warnings: Vec::new(),
            record: None,
        }
    }
}

/// The arithmetic of pace: "base 16.0 in 2020, needed −0.40 a year, was −0.55: 138% of the pace". Figures are
/// turned where the demand is to be near something ([`Demand::is_turned`]).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Steps {
    /// The base, turned where `turned` says so.
    pub base: ValueAt,
    /// The newest value, turned likewise.
    pub latest: ValueAt,
    /// The value to reach and its year; none for a direction.
    pub goal: Option<ValueAt>,
    /// Yearly change since the base in the form of the assessment: units a year, or a fraction a year.
    pub actual: f64,
    /// Yearly change that leads from the base to the goal by the deadline; none for a direction.
    pub required: Option<f64>,
    /// Whether figures were turned into a distance first.
    pub turned: bool,
}

/// The yearly growth in the wanted direction from which a direction is judged well, as fractions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct GrowthAsked {
    /// From here it is on track.
    pub on_track: f64,
    /// From here it is to accelerate; below it is slow.
    pub accelerate: f64,
}

impl GrowthAsked {
    /// What the cut-offs ask, shrunk by the factor C of the natural limit.
    pub fn near_limit(factor: f64, cutoffs: &CutOffs) -> GrowthAsked {
        GrowthAsked {
            on_track: cutoffs.on_track_growth * factor,
            accelerate: cutoffs.accelerate_growth * factor,
        }
    }
}

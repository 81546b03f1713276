//! The verdict on one series against one target: a sum of what can be said, with every number that its arithmetic
//! needs to be shown step by step.

use crate::catalogue::{Form, Year};

use super::base::Base;
use super::change::{Change, GrowthAsked, Steps};
use super::demand::Demand;
use super::forecast::{Fit, Forecast, NoForecast};
use super::path::Midterm;
use super::warning::Warning;
use super::{Level, Outcome, Progress, Record, Status, ValueAt};

/// The verdict on one series against one target. Every number in it is finite; what cannot be told is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The year that the verdict speaks of: the year judged, or the deadline once that is past.
    pub as_of: Year,
    /// The year by which the target is due.
    pub deadline: Year,
    /// What is said.
    pub verdict: Verdict,
    /// Early warnings, most urgent first.
    pub warnings: Vec<Warning>,
}

/// What is said of a series.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// No figure can speak for the target: what an office has recorded, if anything.
    Recorded(Option<Record>),
    /// There is nothing to judge.
    NoData(Absence),
    /// There is a figure, but neither does it meet the target nor can a change be told.
    TooFewData(Box<Figures>),
    /// The figures tell how it stands.
    Measured(Outcome, Box<Figures>),
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Absence {
    /// Every figure.
    Figures,
    /// A figure of the other indicator, of the same year; the newest own value is known.
    Comparison(ValueAt),
}

/// What the figures of a series say, as far as they go.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// How many values the series has up to the year judged.
    pub values: usize,
    /// The newest value; where the target compares, the newest in a year that both indicators have.
    pub latest: ValueAt,
    /// The other indicator's value in the same year, where the target compares.
    pub compared_with: Option<ValueAt>,
    /// The value that change is measured from; none where every value is older than the base year.
    pub base: Option<Base>,
    /// What the target demands in the unit of the series; none where a number is missing.
    pub demand: Option<Demand>,
    /// Whether the newest value meets the target; none where there is no value to reach.
    pub level: Option<Level>,
    /// 保持: the years since the base year in which the value to keep was missed.
    pub missed_years: Vec<Year>,
    /// The change since the base.
    pub change: Option<Change>,
    /// Of a gap, how the ratio of its two figures has changed.
    pub ratio: Option<RatioChange>,
    /// The −5…+5 score as Open SDG sites publish it.
    pub score: Option<f64>,
    /// The value that each year from base to deadline should have; empty without a value to reach.
    pub path: Vec<ValueAt>,
    /// The mid-term check against the path.
    pub midterm: Option<Midterm>,
    /// What the series says about its future; none for fewer than three values, or too few cases.
    pub fit: Option<Fit>,
    /// A forecast for each year up to the deadline, which is the last of them; or why nothing is forecast.
    pub outlook: Result<Vec<Forecast>, NoForecast>,
}

/// How the ratio of the two figures behind a gap has changed since the base year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RatioChange {
    /// How many times the smaller the larger was then.
    pub from: ValueAt,
    /// The same in the newest year.
    pub to: ValueAt,
    /// Whether it has clearly widened.
    pub widens: bool,
}

impl Figures {
    /// The forecast at the deadline.
    pub fn forecast(&self) -> Option<Forecast> {
        self.outlook.as_ref().ok()?.last().copied()
    }
}

impl Assessment {
    /// The one word for it all.
    pub fn status(&self) -> Status {
        match &self.verdict {
            Verdict::Recorded(_) => Status::Qualitative,
            Verdict::NoData(_) => Status::NoData,
            Verdict::TooFewData(_) => Status::TooFewData,
            Verdict::Measured(outcome, _) => Status::from(*outcome),
        }
    }

    /// What the figures say; none where there is nothing to judge.
    pub fn figures(&self) -> Option<&Figures> {
        match &self.verdict {
            Verdict::TooFewData(figures) | Verdict::Measured(_, figures) => Some(figures),
            Verdict::Recorded(_) | Verdict::NoData(_) => None,
        }
    }

    /// What an office has recorded where no figure can speak.
    pub fn record(&self) -> Option<&Record> {
        match &self.verdict {
            Verdict::Recorded(record) => record.as_ref(),
            _ => None,
        }
    }

    /// The newest value, also where there is none to compare it with.
    pub fn latest(&self) -> Option<ValueAt> {
        match self.verdict {
            Verdict::NoData(Absence::Comparison(latest)) => Some(latest),
            _ => self.figures().map(|figures| figures.latest),
        }
    }

    /// Whether the target is met. What is recorded is met once it is done, and else has no level.
    pub fn level(&self) -> Option<Level> {
        match &self.verdict {
            Verdict::Recorded(record) => {
                let done = record
                    .as_ref()
                    .is_some_and(|record| record.state == Progress::Done);
                done.then_some(Level::Met)
            }
            _ => self.figures()?.level,
        }
    }

    /// The value that change is measured from.
    pub fn base(&self) -> Option<ValueAt> {
        self.figures()?.base.map(|base| base.at)
    }

    /// The other indicator's value, where the target compares.
    pub fn compared_with(&self) -> Option<ValueAt> {
        self.figures()?.compared_with
    }

    /// What the target demands in the unit of the series.
    pub fn demand(&self) -> Option<Demand> {
        self.figures()?.demand
    }

    /// The value to reach, in the unit of the series.
    pub fn goal(&self) -> Option<f64> {
        self.demand()?.goal()
    }

    /// The years that missed the value to keep.
    pub fn missed_years(&self) -> &[Year] {
        self.figures().map_or(&[], |figures| &figures.missed_years)
    }

    /// The change since the base.
    pub fn change(&self) -> Option<&Change> {
        self.figures()?.change.as_ref()
    }

    /// How yearly change was measured.
    pub fn form(&self) -> Option<Form> {
        self.change().map(|change| change.form)
    }

    /// Pace R; 1 is just fast enough. None without a value to reach, or without a change to measure.
    pub fn pace(&self) -> Option<f64> {
        self.change()?.pace
    }

    /// Yearly growth P in the wanted direction, a fraction; judged only where the target is a direction.
    pub fn growth(&self) -> Option<f64> {
        self.change()?.growth
    }

    /// The growth that a direction is held against.
    pub fn growth_asked(&self) -> Option<GrowthAsked> {
        self.change()?.asked
    }

    /// The figures of the arithmetic of pace or growth.
    pub fn steps(&self) -> Option<Steps> {
        self.change().map(|change| change.steps)
    }

    /// The −5…+5 score as Open SDG sites publish it.
    pub fn score(&self) -> Option<f64> {
        self.figures()?.score
    }

    /// The value that each year from base to deadline should have.
    pub fn path(&self) -> &[ValueAt] {
        self.figures().map_or(&[], |figures| &figures.path)
    }

    /// The mid-term check against the path.
    pub fn midterm(&self) -> Option<Midterm> {
        self.figures()?.midterm
    }

    /// A forecast for each year up to the deadline.
    pub fn outlook(&self) -> &[Forecast] {
        let outlook = self.figures().and_then(|figures| figures.outlook.as_ref().ok());
        outlook.map_or(&[], Vec::as_slice)
    }

    /// The forecast at the deadline.
    pub fn forecast(&self) -> Option<Forecast> {
        self.figures()?.forecast()
    }

    /// Why nothing is forecast, where there are figures.
    pub fn no_forecast(&self) -> Option<NoForecast> {
        self.figures()?.outlook.as_ref().err().copied()
    }

    /// Pace, or growth where only a direction is set, to tell which of several in one band is furthest behind;
    /// without either there is nothing to be behind.
    pub(super) fn progress(&self) -> f64 {
        self.pace().or(self.growth()).unwrap_or(f64::MAX)
    }
}

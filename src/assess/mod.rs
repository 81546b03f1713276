//! Judges what was measured against what was promised. [`assess`] answers one [`Question`], a series against a
//! target, with an [`Assessment`]: level, pace, growth, interim path, forecast, [`Status`] and early
//! [`Warning`]s, each with its numbers; [`board()`] asks every question that a catalogue holds about one area
//! and counts the answers. Plain arithmetic: no clock ("now" is an argument), no page, no file. No figure that
//! leaves it is NaN or infinite; what cannot be told is `None`.
//!
//! The tour, in the order of the rules: [`Demand`] is a target with every number in it known; [`Level`] says
//! whether it is met; [`pace`] and [`trend`] measure the change since the base year; [`status`] gives both one
//! word; [`score`] repeats the score of Open SDG sites; [`path`] is what each year should have; [`forecast`]
//! looks ahead on a [`scale`] that keeps figures in their range; [`swing`] and [`warning`] warn in time;
//! [`Record`] holds what offices note down where no figure can speak; [`gap`] makes a series of the
//! difference of two groups; [`backtest`] measures how good the forecasts are. Every cut-off is a field of
//! [`CutOffs`].

mod assessment;
pub mod backtest;
mod base;
pub mod board;
mod change;
mod cutoffs;
mod demand;
mod early;
pub mod forecast;
pub mod gap;
mod level;
mod number;
mod official;
mod outcome;
pub mod pace;
pub mod path;
pub mod poisson;
mod question;
pub mod scale;
pub mod score;
mod series;
pub mod status;
pub mod student;
pub mod swing;
pub mod trend;
mod wander;
pub mod warning;
mod what_if;

pub use crate::observation::{Progress, Record, ValueAt};
pub use assessment::{Absence, Assessment, Figures, RatioChange, Verdict};
pub use base::{Base, Estimate};
pub use board::{
    Alert, Basis, Board, Disaggregated, Disaggregation, GoalStatus, Judged, JudgedGroup, JudgedPart, Levels,
    Member, Remit, StatusCounts, Summary, board, headlines, headlines_of, newest_years, worst_of_all,
};
pub use change::{Change, GrowthAsked, Steps};
pub use cutoffs::{BadCutOff, CutOff, CutOffs};
pub use demand::Demand;
pub use forecast::{Fit, Forecast, NoForecast, Odds};
pub use level::Level;
pub use official::{MetEarly, Official, OfficialCounts, OfficialDirection};
pub use path::Midterm;
pub use question::Question;
pub use scale::{Measure, Scale};
pub use series::assess;
pub use status::{Outcome, Status};
pub use swing::Swing;
pub use warning::{Cause, Pooled, Warning, WarningKind};
pub use what_if::{Reached, WhatIf};

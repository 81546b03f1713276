//! Observations: what was measured of an indicator, where, when and for whom. A [`Table`] holds those of one
//! file as columns; a [`Collection`] lays several tables over one another, finds where they contradict, and
//! hands out each [`Series`] for judging. Words are those of SDMX: area, time period, sex, residence, age.

mod collection;
mod dictionary;
mod group;
mod series;
mod settlement;
mod table;

pub use crate::catalogue::{Sex, Year};
pub use collection::{Collection, Conflict};
pub use group::{Group, Residence};
pub use series::{Origin, Point, Series, SeriesKey};
pub use settlement::{Prefer, Settlement};
pub use table::{Observation, Table};

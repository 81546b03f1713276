//! Observations: what was measured of an indicator, where, when and for whom. A [`Table`] holds those of one
//! file as columns; a [`Collection`] lays several tables over one another, finds where they contradict, and
//! hands out each [`Series`] for judging; a [`Record`] is what an office notes down where no figure can speak.
//! Words are those of SDMX: area, time period, sex, residence, age.

mod agency;
mod collection;
mod dictionary;
mod dust;
mod group;
mod index;
mod numbers;
mod quantity;
mod record;
mod rest;
mod series;
mod settlement;
mod source;
mod table;

pub use crate::catalogue::{Sex, Year};
pub use agency::{GoalAgencies, agency_names};
pub use collection::{Collection, Conflict};
pub use dust::without_dust;
pub use group::{Group, Residence, sex_word};
pub use quantity::Quantity;
pub use record::{Progress, Record, newest_record};
pub(crate) use rest::Rest;
pub use series::{Origin, Point, Series, SeriesKey, ValueAt};
pub use settlement::{Prefer, Settlement};
pub use source::{Loaded, Source, publisher};
pub(crate) use table::{BegunTable, Own, Run, Shared, Words};
pub use table::{Observation, Table};

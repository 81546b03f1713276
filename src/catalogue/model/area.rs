//! The areas that a catalogue knows by name, so that 广西 and 广西壮族自治区 in two files are one area.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// What an area is to the plans.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The area whose plans these are.
    Own,
    /// A county-level part of it.
    Part,
    /// A larger area to compare with; its figures never count as the plans' own.
    Reference,
    /// The invented area that shows every case at work.
    Example,
    /// A part of the invented area.
    ExamplePart,
}

impl Role {
    /// Whether the area does not exist: its figures are marked 示例（虚构） wherever they stand.
    pub fn is_invented(self) -> bool {
        matches!(self, Role::Example | Role::ExamplePart)
    }
}

/// An area known to the catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Area {
    /// Its usual Chinese name, which is also its id.
    pub id: String,
    /// Its English name.
    pub english: String,
    /// Other names for it in files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Bodies whose figures are of this area where nothing nearer says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub publishers: Vec<String>,
    /// What it is to the plans.
    pub role: Role,
}

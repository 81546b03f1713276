//! What a number tells of an indicator: its value, or how many cases stand behind it.

use serde::{Deserialize, Serialize};

/// What is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quantity {
    /// The indicator itself, in its unit.
    #[default]
    Value,
    /// The number of cases behind the value: deaths behind a rate. It is no value, and may stand where there is none.
    Cases,
}

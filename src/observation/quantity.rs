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

impl Quantity {
    /// Its code in the columns of a table: 0 of values.
    pub(super) fn code(self) -> u32 {
        self as u32
    }

    /// Of that code.
    pub(super) fn of_code(code: u32) -> Option<Quantity> {
        match code {
            0 => Some(Quantity::Value),
            1 => Some(Quantity::Cases),
            _ => None,
        }
    }
}

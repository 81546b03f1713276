//! What people say and what the plans call it.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// Everyday words for something, and the plans' own words for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Everyday {
    /// What people say, such as 家暴.
    pub said: Vec<String>,
    /// What the plans call it, such as 家庭暴力; each stands in a text of the plans.
    pub means: Vec<String>,
}

//! Who answers for a goal. The plans name nobody; offices keep such lists themselves.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use crate::catalogue::ItemId;

/// 责任单位 of one goal, or of one measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct GoalAgencies {
    /// The goal or the measure.
    pub goal: ItemId,
    /// 牵头单位
    pub lead: Vec<String>,
    /// 配合单位
    pub support: Vec<String>,
}

impl GoalAgencies {
    /// Every agency, those that lead first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.lead.iter().chain(&self.support).map(String::as_str)
    }

    /// Whether an agency leads or supports.
    pub fn names(&self, agency: &str) -> bool {
        self.all().any(|name| name == agency)
    }
}

/// Every agency that is named, each once, by name.
pub fn agency_names<'a>(agencies: impl IntoIterator<Item = &'a GoalAgencies>) -> Vec<&'a str> {
    let mut names: Vec<&str> = agencies.into_iter().flat_map(GoalAgencies::all).collect();
    names.sort_unstable();
    names.dedup();
    names
}

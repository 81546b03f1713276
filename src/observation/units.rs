//! Who answers for a goal. The plans name nobody; offices keep such lists themselves.

use serde::{Deserialize, Serialize};

use crate::catalogue::ItemId;

/// 责任单位 of one goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponsibleUnits {
    /// The goal.
    pub goal: ItemId,
    /// 牵头单位
    pub lead: Vec<String>,
    /// 配合单位
    pub support: Vec<String>,
}

impl ResponsibleUnits {
    /// Every unit, those that lead first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.lead.iter().chain(&self.support).map(String::as_str)
    }

    /// Whether a unit leads or supports.
    pub fn names(&self, unit: &str) -> bool {
        self.all().any(|name| name == unit)
    }
}

/// Every unit that is named, each once, by name.
pub fn unit_names<'a>(units: impl IntoIterator<Item = &'a ResponsibleUnits>) -> Vec<&'a str> {
    let mut names: Vec<&str> = units.into_iter().flat_map(ResponsibleUnits::all).collect();
    names.sort_unstable();
    names.dedup();
    names
}

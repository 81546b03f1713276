//! Stages of life, such as pregnancy or school: which goals concern a family in one, and which figures to show it
//! first.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::{Catalogue, Indicator, ItemId};

/// 人生阶段
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Stable slug, such as `pregnant`.
    pub id: String,
    /// A few Chinese words.
    pub name: String,
    /// A few English words.
    pub english: String,
    /// What the stage is about, one plain sentence in Chinese.
    pub about: String,
    /// The same in English.
    pub about_en: String,
    /// The goals that concern it, nearest first.
    pub goals: Vec<ItemId>,
    /// Ids of the indicators to show first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<String>,
}

impl Stage {
    /// The figures shown under one of its goals.
    pub fn figures_of<'c>(
        &'c self,
        catalogue: &'c Catalogue,
        goal: ItemId,
    ) -> impl Iterator<Item = &'c Indicator> + 'c {
        self.figures
            .iter()
            .filter_map(|id| catalogue.indicator(id))
            .filter(move |indicator| self.home(catalogue, indicator) == Some(goal))
    }

    /// The goal that a figure stands under: the first that states it, else the first with a measure that does.
    pub fn home(&self, catalogue: &Catalogue, indicator: &Indicator) -> Option<ItemId> {
        let states = |at: ItemId| indicator.targets.iter().any(|target| target.at == at);
        let served = |goal: &&ItemId| {
            catalogue
                .goal(**goal)
                .is_some_and(|goal| goal.measures.iter().any(|measure| states(*measure)))
        };
        let stating = self.goals.iter().find(|goal| states(**goal));
        stating.or_else(|| self.goals.iter().find(served)).copied()
    }
}

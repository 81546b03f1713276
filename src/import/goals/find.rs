//! Which goal a file means: by id, by its short name, or by how its official text begins.

use std::collections::HashMap;

use crate::catalogue::{Catalogue, ItemId, Section};
use crate::import::meaning::Nearest;
use crate::tabular::fold;

/// Beginnings shorter than this fit too many goals.
const SHORTEST_BEGINNING: usize = 6;

/// Every goal by what files call it.
pub struct Goals {
    goals: Vec<(ItemId, String)>,
    names: HashMap<String, usize>,
    briefs: Vec<String>,
    nearest: Nearest,
}

impl Goals {
    /// Indexes the goals of a catalogue.
    pub fn new(catalogue: &Catalogue) -> Goals {
        let goals: Vec<(ItemId, String)> = catalogue
            .goals()
            .map(|goal| (goal.id, fold::name(&goal.text)))
            .collect();
        let briefs: Vec<String> = catalogue.goals().map(|goal| goal.brief.clone()).collect();
        let names = briefs
            .iter()
            .enumerate()
            .map(|(at, brief)| (fold::name(brief), at))
            .collect();
        Goals {
            goals,
            nearest: Nearest::new(&names),
            names,
            briefs,
        }
    }

    /// The goal that a text means, or the names most like it.
    pub fn find(&self, text: &str) -> Result<ItemId, Vec<String>> {
        if let Ok(id) = text.trim().to_uppercase().parse::<ItemId>()
            && id.section == Section::Goal
            && self.goals.iter().any(|(known, _)| *known == id)
        {
            return Ok(id);
        }
        let folded = fold::name(text);
        let by_name = self.names.get(&folded).copied();
        let by_text = || {
            let begins = |(_, known): &(ItemId, String)| known.starts_with(&folded) || folded == *known;
            let long = folded.chars().count() >= SHORTEST_BEGINNING;
            // A beginning that two goals share means neither.
            let mut fits = self
                .goals
                .iter()
                .enumerate()
                .filter(|(_, goal)| long && begins(goal));
            fits.next().filter(|_| fits.next().is_none()).map(|(at, _)| at)
        };
        match by_name.or_else(by_text) {
            Some(at) => Ok(self.goals[at].0),
            None => Err(self
                .nearest
                .to(&folded)
                .into_iter()
                .map(|(at, _)| self.label(at))
                .collect()),
        }
    }

    fn label(&self, at: usize) -> String {
        format!("{} {}", self.goals[at].0, self.briefs[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;

    #[test]
    fn a_goal_is_found_by_id_name_or_beginning() {
        let goals = Goals::new(builtin());
        let id = |text| goals.find(text).map(|id| id.to_string());
        assert_eq!(id(" w1.02 "), Ok("W1.02".into()));
        assert_eq!(id("孕产妇死亡率"), Ok("W1.02".into()));
        assert_eq!(id("深入实施反家庭暴力法"), Ok("W8.04".into()));
        assert!(id("W1.m02").is_err() && id("W1.99").is_err() && id("").is_err());
        assert!(id("孕产妇死亡").unwrap_err()[0].starts_with("W1.02"));
    }
}

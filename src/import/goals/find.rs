//! Which goal or measure a file means: by id, by a goal's short name, or by how its official text begins.

use rustc_hash::FxHashMap;

use crate::catalogue::{Catalogue, ItemId};
use crate::import::meaning::Nearest;
use crate::tabular::fold;

/// Beginnings shorter than this fit too many goals.
const SHORTEST_BEGINNING: usize = 6;

/// Every goal and measure by what files call it.
pub struct Goals {
    /// Goals in the catalogue's order, then measures; each with its official text.
    texts: Vec<(ItemId, String)>,
    names: FxHashMap<String, usize>,
    briefs: Vec<String>,
    nearest: Nearest,
}

impl Goals {
    /// Indexes the goals and measures of a catalogue.
    pub fn new(catalogue: &Catalogue) -> Goals {
        let goals = catalogue.goals().map(|goal| (goal.id, &goal.text));
        let measures = catalogue.measures().map(|measure| (measure.id, &measure.text));
        let texts = goals.chain(measures).map(|(id, text)| (id, fold::name(text)));
        let briefs: Vec<String> = catalogue.goals().map(|goal| goal.brief.clone()).collect();
        let names = briefs
            .iter()
            .enumerate()
            .map(|(at, brief)| (fold::name(brief), at))
            .collect();
        Goals {
            texts: texts.collect(),
            nearest: Nearest::new(&names),
            names,
            briefs,
        }
    }

    /// The goal or measure that a text means, or the names of goals most like it.
    pub fn find(&self, text: &str) -> Result<ItemId, Vec<String>> {
        if let Some(id) = id(text)
            && self.texts.iter().any(|(known, _)| *known == id)
        {
            return Ok(id);
        }
        let folded = fold::name(text);
        let by_name = self.names.get(&folded).copied();
        let by_text = || {
            let begins = |(_, known): &(ItemId, String)| known.starts_with(&folded) || folded == *known;
            let long = folded.chars().count() >= SHORTEST_BEGINNING;
            // A beginning that two texts share means neither.
            let mut fits = self
                .texts
                .iter()
                .enumerate()
                .filter(|(_, goal)| long && begins(goal));
            fits.next().filter(|_| fits.next().is_none()).map(|(at, _)| at)
        };
        match by_name.or_else(by_text) {
            Some(at) => Ok(self.texts[at].0),
            None => Err(self
                .nearest
                .to(&folded)
                .into_iter()
                .map(|(at, _)| self.label(at))
                .collect()),
        }
    }

    fn label(&self, at: usize) -> String {
        format!("{} {}", self.texts[at].0, self.briefs[at])
    }
}

/// `W1.02` or `w1.M04`, however large its letters are.
fn id(text: &str) -> Option<ItemId> {
    let text = text.trim().to_uppercase().replace(".M", ".m");
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;

    #[test]
    fn a_measure_is_found_by_id_or_beginning() {
        let goals = Goals::new(builtin());
        let measure = builtin().measures().nth(3).unwrap();
        let opening: String = measure.text.split('。').next().unwrap().to_owned();
        for text in [
            measure.id.to_string(),
            measure.id.to_string().to_uppercase(),
            opening,
        ] {
            assert_eq!(goals.find(&text), Ok(measure.id), "{text}");
        }
    }

    #[test]
    fn a_goal_is_found_by_id_name_or_beginning() {
        let goals = Goals::new(builtin());
        let id = |text| goals.find(text).map(|id| id.to_string());
        assert_eq!(id(" w1.02 "), Ok("W1.02".into()));
        assert_eq!(id("孕产妇死亡率"), Ok("W1.02".into()));
        assert_eq!(id("深入实施反家庭暴力法"), Ok("W8.04".into()));
        assert!(id("W1.m99").is_err() && id("W1.99").is_err() && id("").is_err());
        assert!(id("孕产妇死亡").unwrap_err()[0].starts_with("W1.02"));
    }
}

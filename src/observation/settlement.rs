//! How contradictions between files are settled: which of two files to believe, in general and one by one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{SeriesKey, Year};

/// Which of two files to believe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Prefer {
    /// The file loaded later.
    #[default]
    Newer,
    /// The file loaded earlier.
    Older,
}

/// The visitor's answers: what to prefer in general, and where they chose otherwise.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Settlement {
    /// For every conflict without an answer of its own.
    pub general: Prefer,
    /// Answers for single conflicts.
    pub single: Vec<(SeriesKey, Year, Prefer)>,
}

impl Settlement {
    /// What to prefer for one conflict.
    pub fn prefer(&self, key: &SeriesKey, year: Year) -> Prefer {
        let own = self.single.iter().find(|(k, y, _)| k == key && *y == year);
        own.map_or(self.general, |(_, _, prefer)| *prefer)
    }

    /// Records the same answer for each of several conflicts, in place of earlier ones.
    pub fn settle(&mut self, which: impl IntoIterator<Item = (SeriesKey, Year)>, prefer: Prefer) {
        let known = std::mem::take(&mut self.single).into_iter();
        let known = known.map(|(key, year, prefer)| ((key, year), prefer));
        let answers: BTreeMap<(SeriesKey, Year), Prefer> = known
            .chain(which.into_iter().map(|about| (about, prefer)))
            .collect();
        let answers = answers.into_iter();
        self.single = answers.map(|((key, year), prefer)| (key, year, prefer)).collect();
    }
}

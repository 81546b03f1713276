//! The candidates that stand, as a table of observations.

use super::Taker;
use super::candidate::{Measure, Refusal, Shared};
use crate::observation::{self, Own, Quantity, Words};
use crate::tabular::Sheet;

impl Taker<'_> {
    /// The candidates that nothing refuses as a table, and which one each of its rows is.
    pub(super) fn observed(
        &self,
        refusals: &[Option<Refusal>],
        sheets: &[Sheet],
    ) -> (observation::Table, Vec<u32>) {
        let candidates = &self.candidates;
        let mut taken = Vec::with_capacity(candidates.all.len());
        let mut shared: Vec<observation::Shared> = Vec::new();
        let mut last = None;
        for ((at, candidate), refusal) in (0..).zip(&candidates.all).zip(refusals) {
            if refusal.is_some() {
                continue;
            }
            if last != Some(candidate.shared) {
                let Some(next) = self.shared(candidates.shared(candidate)) else {
                    continue;
                };
                shared.push(next);
                last = Some(candidate.shared);
            }
            if let Some(shared) = shared.last_mut() {
                shared.rows += 1;
            }
            taken.push(at);
        }
        let own = |at: &u32| {
            let it = candidates.at(*at);
            Own {
                year: it.year,
                value: it.value,
                line: it.line,
                column: it.column + 1,
            }
        };
        let labels = labels(sheets);
        let table = observation::Table::of_rows(&self.words(&labels), &shared, taken.iter().map(own));
        (table, taken)
    }

    /// What observations share, of which there are none yet; none where they are of a number that is no observation.
    fn shared(&self, of: &Shared) -> Option<observation::Shared> {
        Some(observation::Shared {
            indicator: of.subject.indicator,
            quantity: match of.subject.measure {
                Measure::Value => Quantity::Value,
                Measure::Cases => Quantity::Cases,
                Measure::Births => return None,
            },
            area: of.subject.area,
            group: of.subject.group,
            source: of.source,
            sheet: self.tables[of.table as usize].0 as u32,
            is_break: of.is_break,
            rows: 0,
        })
    }

    /// The words that candidates refer to by number.
    fn words<'w>(&'w self, sheets: &'w [String]) -> Words<'w> {
        let (indicators, candidates) = (&self.lexicon.catalogue.indicators, &self.candidates);
        Words {
            indicators: indicators.iter().map(|it| it.id.as_str()).collect(),
            areas: candidates.areas.iter().map(String::as_str).collect(),
            groups: candidates.groups.iter().collect(),
            sources: candidates.texts.iter().map(String::as_str).collect(),
            sheets: sheets.iter().map(String::as_str).collect(),
        }
    }
}

fn labels(sheets: &[Sheet]) -> Vec<String> {
    let label = |sheet: &Sheet| sheet.label().unwrap_or_default();
    sheets.iter().map(label).collect()
}

//! What the values of a row measure: its own cell, the one above where merged cells lost their text, or the row that it
//! is a part of.

use super::{Row, Rows};
use crate::catalogue::Kind;
use crate::import::log::Reason;
use crate::import::meaning::{Count, Role};
use crate::import::take::Fault;
use crate::import::take::candidate::Candidates;
use crate::tabular::{Content, Record};

impl Rows<'_, '_, '_> {
    /// Looks at a row without values: one that names an indicator heads the rows of its parts.
    pub fn look(&mut self, record: &Record) {
        self.repeated.forget();
        for column in self.columns(Role::Indicator) {
            let meaning = self.lexicon.meaning(record.cell(*column));
            if !meaning.about.is_group() && !meaning.total && !record.cell(*column).is_empty() {
                let count = meaning.about.count;
                let named = match count {
                    Some(Count::Births) => meaning.about.indicator.or_else(|| self.lexicon.births_of()),
                    _ => meaning.about.indicator,
                };
                let named = named.filter(|_| !meaning.unknown);
                self.parent = named.map(|at| (at, count));
                return;
            }
        }
    }

    pub(super) fn indicator(
        &mut self,
        record: &Record,
        row: &mut Row,
        candidates: &mut Candidates,
    ) -> Result<(), Fault> {
        let named = |text: &str| {
            let meaning = self.lexicon.meaning(text);
            meaning.about.indicator.is_some() && !meaning.unknown
        };
        let Some((column, text)) = self.best(record, Role::Indicator, named) else {
            return Ok(());
        };
        row.indicator_column = Some(column);
        if text.is_empty() {
            // Merged cells lose their text below the first row when they are saved as CSV.
            let (Some((content, above, column)), true) = (self.above.clone(), self.names_more(record)) else {
                return Err(Fault::at(column, text, Reason::NoIndicator));
            };
            return self.indicator_of((content, &above), column, row, candidates);
        }
        let content = record.content(column);
        let named = self.indicator_of((content, text), column, row, candidates);
        if named.is_err() {
            self.above = None;
        } else if self.above.as_ref().is_none_or(|(above, ..)| *above != content) {
            self.above = Some((content, text.to_owned(), column));
        }
        named
    }

    /// Whether a row without an indicator says something else about its values.
    fn names_more(&self, record: &Record) -> bool {
        self.says_more(record, Role::Indicator)
    }

    fn indicator_of(
        &mut self,
        (content, text): (Content, &str),
        column: usize,
        row: &mut Row,
        candidates: &mut Candidates,
    ) -> Result<(), Fault> {
        let meaning = self.meant(content, text, candidates);
        let fault = |reason: Reason| Err(Fault::at(column, text, reason));
        let mut about = meaning.about;
        if about.count == Some(Count::Births) {
            about.indicator = self.lexicon.births_of();
        }
        // 其中：农村, and 灵山县 below its indicator.
        let is_part = about.is_group() || meaning.total || about.area.is_some() && about.year.is_none();
        if let Some((parent, count)) = self.parent
            && about.indicator.is_none()
            && !meaning.unknown
            && is_part
        {
            // 其中：男 below the deaths are deaths, too, and none of the rate.
            (about.indicator, about.count) = (Some(parent), count);
        }
        let Some(at) = about.indicator.filter(|_| !meaning.unknown) else {
            self.parent = None;
            return fault(self.unknown_indicator(content, text));
        };
        let indicator = &self.lexicon.catalogue.indicators[at];
        self.parent = Some((at, about.count));
        if indicator.kind == Kind::Milestone {
            let name = indicator.name.clone();
            return fault(Reason::Milestone { name });
        }
        row.name_unit = meaning.unit.map(|unit| (unit, column));
        row.about = about;
        Ok(())
    }

    /// Why a text names no indicator.
    fn unknown_indicator(&mut self, content: Content, text: &str) -> Reason {
        let lexicon = self.lexicon;
        Reason::UnknownIndicator {
            nearest: self.known.nearest.of(content, || lexicon.nearest(text)),
        }
    }
}

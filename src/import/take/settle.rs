//! Which candidates are taken: those that can all be true, with the rates that can be computed, without what a visitor
//! does not want. The others are rejected, each with its reason.

use std::collections::HashSet;

use super::candidate::{Candidate, Measure, Refusal};
use super::rates::{self, Counts, Rates};
use super::{Taker, fraction};
use crate::import::layout::{Column, Use};
use crate::import::log::{Reason, Rejection};
use crate::import::meaning::{Count, Place, is_total, label};
use crate::import::{Computed, Doubt, Oddity, computed, doubt};
use crate::observation::{self, Observation, Quantity, without_dust};
use crate::tabular::{Sheet, fold};

impl Taker<'_> {
    /// Takes the candidates that can all be true, and rejects the others.
    pub(super) fn settle(&mut self, sheets: &[Sheet]) {
        let said = &self.lexicon.said;
        let said_total = |text: &str| said.get(Place::Cell, text).is_some_and(|said| said.total);
        let coded = |text: &str| label(text).is_some_and(is_total);
        self.candidates
            .unite_areas(|area| self.lexicon.areas.known(area).is_some());
        let mut refusals = self
            .candidates
            .settle(|text| is_total(text) || coded(text) || said_total(text));
        fraction::find(self.lexicon.catalogue, &self.candidates, &mut refusals);
        let rates = self.rates(&mut refusals);
        loop {
            let (table, taken) = self.observed(&refusals, sheets);
            let verdict = |value: &Observation<'_>| self.mapping.verdict(value);
            let known = contradicted(&rates, &taken);
            let doubts = doubt::find(self.lexicon.catalogue, &table, known, verdict);
            let withdrawn = self.withdrawn(&table, &doubts);
            if withdrawn.is_empty() {
                self.import.log.taken += table.count_of_values();
                (self.import.table, self.import.log.doubts) = (table, doubts);
                self.import.log.computed = self.computed(&rates, &taken, sheets);
                break;
            }
            // Without them the others may look otherwise.
            for row in withdrawn {
                refusals[taken[row] as usize] = Some(Refusal::LeftOut);
            }
        }
        let refused = self.candidates.all.iter().zip(refusals);
        let rejected: Vec<Rejection> = refused
            .filter_map(|(candidate, refusal)| Some(self.refused_candidate(candidate, refusal?, sheets)))
            .collect();
        self.import.log.rejected.extend(rejected);
        self.in_order_of_the_file();
    }

    /// Computes rates from counts, and accounts for the cells of these.
    fn rates(&mut self, refusals: &mut Vec<Option<Refusal>>) -> Rates {
        let (lexicon, tables) = (self.lexicon, &self.tables);
        let column = |(table, column): (u32, u32)| {
            let table = &tables[table as usize].1;
            table.columns.get((column as usize).checked_sub(table.first)?)
        };
        let is_of = |count| matches!(count, Some(Count::Births | Count::Denominator));
        let of_births =
            |column: &Column| matches!(&column.used, Use::Values { about, .. } if is_of(about.count));
        let rates = rates::compute(
            lexicon.catalogue,
            &lexicon.of_births(),
            (&mut self.candidates, refusals),
            |place| column(place).is_some_and(of_births),
        );
        self.import.log.cells += rates.computed.len() + rates.alone;
        let aside = rates.aside.iter().filter_map(|place| column(*place));
        self.import
            .log
            .ignore_columns(aside.map(|column| column.title.clone()));
        rates
    }

    /// The rates that were computed and taken.
    fn computed(&self, rates: &Rates, taken: &[u32], sheets: &[Sheet]) -> Vec<Computed> {
        let candidates = &self.candidates;
        let place = |candidate: &Candidate| computed::Place {
            sheet: sheets[self.sheet_of(candidate)].label().unwrap_or_default(),
            line: candidate.line,
            column: candidate.column + 1,
        };
        let told = |(at, counts): &(u32, Counts)| {
            taken.binary_search(at).ok()?;
            let candidate = candidates.at(*at);
            let subject = candidates.shared(candidate).subject;
            let indicator = &self.lexicon.catalogue.indicators[subject.indicator as usize];
            let area = &candidates.areas[subject.area as usize];
            let group = &candidates.groups[subject.group as usize];
            let births = candidates.at(counts.births_from);
            let of = (indicator, area.as_str(), group);
            Some(counts.told(candidate, of, place(candidate), place(births)))
        };
        rates.computed.iter().filter_map(told).collect()
    }

    /// The rows that a visitor does not want: of values that are wrong, and of those in doubt where only what is sure
    /// is wanted.
    fn withdrawn(&self, table: &observation::Table, doubts: &[Doubt]) -> Vec<usize> {
        if self.mapping.values.is_empty() && !self.mapping.only_sure {
            return Vec::new();
        }
        let open = doubts.iter().filter(|doubt| !doubt.confirmed);
        let open: HashSet<(&str, u32, u32)> = open
            .map(|doubt| (doubt.sheet.as_str(), doubt.line, doubt.column))
            .collect();
        let is_open = |row: &Observation<'_>| open.contains(&(row.sheet, row.line, row.column));
        let unwanted = |(_, row): &(usize, Observation<'_>)| {
            row.quantity == Quantity::Value
                && (self.mapping.verdict(row) == Some(false) || self.mapping.only_sure && is_open(row))
        };
        table
            .iter()
            .enumerate()
            .filter(unwanted)
            .map(|(at, _)| at)
            .collect()
    }

    /// Rejections in the order of sheets and lines; what concerns a whole table stays in front of its rows.
    fn in_order_of_the_file(&mut self) {
        let sheets = self.import.log.sheets.clone();
        let sheet = |rejection: &Rejection| {
            sheets
                .iter()
                .position(|name| Some(name) == rejection.sheet.as_ref())
        };
        self.import
            .log
            .rejected
            .sort_by_key(|rejection| (sheet(rejection), rejection.line));
    }

    fn refused_candidate(&self, candidate: &Candidate, refusal: Refusal, sheets: &[Sheet]) -> Rejection {
        let shared = self.candidates.shared(candidate);
        let table = &self.tables[shared.table as usize].1;
        let sheet = &sheets[self.sheet_of(candidate)];
        let title = |column: u32| table.title(column as usize).to_owned();
        let (column, reason) = match refusal {
            Refusal::UnknownGroup { column } => (column, Reason::UnknownGroup { title: title(column) }),
            Refusal::Hidden => (candidate.column, Reason::Hidden),
            Refusal::LeftOut => (candidate.column, Reason::LeftOut),
            Refusal::CountAlone => (candidate.column, Reason::CountAlone),
            Refusal::Fraction => {
                let indicator = &self.lexicon.catalogue.indicators[shared.subject.indicator as usize];
                let reason = Reason::Fraction {
                    value: without_dust(candidate.value * indicator.unit.parts_of_one()),
                    unit: indicator.unit.to_string(),
                };
                (candidate.column, reason)
            }
            Refusal::Conflict(other) => {
                let other = self.candidates.at(other);
                let other_sheet = self.sheet_of(other);
                let is_elsewhere = other_sheet != self.sheet_of(candidate);
                let reason = Reason::Conflict {
                    sheet: sheets[other_sheet].label().filter(|_| is_elsewhere),
                    line: other.line,
                    value: other.value,
                };
                (candidate.column, reason)
            }
        };
        let is_value = shared.subject.measure == Measure::Value;
        Rejection {
            sheet: sheet.label(),
            column: Some(title(column)),
            cell: Some(fold::shorten(
                sheet
                    .record(candidate.line)
                    .map_or("", |record| record.cell(column as usize)),
                Rejection::LONGEST_CELL,
            )),
            cells: usize::from(is_value || reason == Reason::CountAlone),
            ..Rejection::at(candidate.line, reason)
        }
    }

    /// The position of the sheet that a candidate stands in.
    fn sheet_of(&self, candidate: &Candidate) -> usize {
        let shared = self.candidates.shared(candidate);
        self.tables[shared.table as usize].0
    }
}

/// The rows of stated rates that counts contradict, each with what those say.
fn contradicted(rates: &Rates, taken: &[u32]) -> Vec<(usize, Oddity)> {
    let oddity = |(at, counted): &(u32, f64)| {
        let row = taken.binary_search(at).ok()?;
        Some((row, Oddity::OtherThanCounted { counted: *counted }))
    };
    rates.contradicted.iter().filter_map(oddity).collect()
}

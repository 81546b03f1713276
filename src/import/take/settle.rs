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
use crate::observation::{self, Elsewhere, Known, Observation, Quantity, without_dust};
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
        let labels: Vec<String> = sheets
            .iter()
            .map(|sheet| sheet.label().unwrap_or_default())
            .collect();
        loop {
            let (table, taken) = self.table(&refusals, sheets, &labels);
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
                refusals[taken[row]] = Some(Refusal::LeftOut);
            }
        }
        let refused = self.candidates.all.iter().zip(refusals);
        let rejected: Vec<Rejection> = refused
            .filter_map(|(candidate, refusal)| Some(self.refused_candidate(candidate, refusal?, sheets)))
            .collect();
        self.import.log.rejected.extend(rejected);
        self.in_order_of_the_file();
    }

    /// The candidates that nothing refuses as a table, and which one each of its rows is.
    fn table(
        &self,
        refusals: &[Option<Refusal>],
        sheets: &[Sheet],
        labels: &[String],
    ) -> (observation::Table, Vec<usize>) {
        let candidates = &self.candidates;
        let mut table = observation::Table::default();
        let mut taken = Vec::with_capacity(candidates.all.len());
        table.reserve(candidates.all.len());
        let mut known = Known::default();
        for (at, candidate) in candidates.all.iter().enumerate() {
            let key = &candidate.key;
            let quantity = match key.measure {
                Measure::Value => Quantity::Value,
                Measure::Cases => Quantity::Cases,
                Measure::Births => continue,
            };
            if refusals[at].is_some() {
                continue;
            }
            let position = self.tables[candidate.table as usize].0;
            taken.push(at);
            let elsewhere = Elsewhere {
                indicator: key.indicator,
                area: key.area,
                group: key.group,
                source: candidate.source,
                sheet: position as u32,
            };
            let row = Observation {
                indicator: &self.lexicon.catalogue.indicators[key.indicator as usize].id,
                quantity,
                area: &candidates.areas[key.area as usize],
                year: key.year,
                group: &candidates.groups[key.group as usize],
                value: candidate.value,
                is_break: candidate.is_break,
                source: &candidates.texts[candidate.source as usize],
                sheet: &labels[position],
                line: sheets[position].records[candidate.row as usize].line,
                column: candidate.column + 1,
            };
            table.push_known(row, elsewhere, &mut known);
        }
        (table, taken)
    }

    /// Computes rates from counts, and accounts for the cells of these.
    fn rates(&mut self, refusals: &mut Vec<Option<Refusal>>) -> Rates {
        let (lexicon, tables) = (self.lexicon, &self.tables);
        let column = |candidate: &Candidate| {
            let table = &tables[candidate.table as usize].1;
            table
                .columns
                .get((candidate.column as usize).checked_sub(table.first)?)
        };
        let is_of = |count| matches!(count, Some(Count::Births | Count::Denominator));
        let of_births =
            |column: &Column| matches!(&column.used, Use::Values { about, .. } if is_of(about.count));
        let rates = rates::compute(
            lexicon.catalogue,
            &lexicon.of_births(),
            (&mut self.candidates, refusals),
            |candidate| column(candidate).is_some_and(of_births),
        );
        self.import.log.cells += rates.computed.len() + rates.alone;
        let aside = rates
            .aside
            .iter()
            .filter_map(|at| column(&self.candidates.all[*at]));
        self.import
            .log
            .ignore_columns(aside.map(|column| column.title.clone()));
        rates
    }

    /// The rates that were computed and taken.
    fn computed(&self, rates: &Rates, taken: &[usize], sheets: &[Sheet]) -> Vec<Computed> {
        let place = |candidate: &Candidate| {
            let sheet = &sheets[self.tables[candidate.table as usize].0];
            computed::Place {
                sheet: sheet.label().unwrap_or_default(),
                line: sheet.records[candidate.row as usize].line,
                column: candidate.column + 1,
            }
        };
        let told = |(at, counts): &(usize, Counts)| {
            taken.binary_search(at).ok()?;
            let candidate = &self.candidates.all[*at];
            let key = &candidate.key;
            let indicator = &self.lexicon.catalogue.indicators[key.indicator as usize];
            let area = &self.candidates.areas[key.area as usize];
            let group = &self.candidates.groups[key.group as usize];
            let births = &self.candidates.all[counts.births_from];
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
        let (position, table) = &self.tables[candidate.table as usize];
        let record = &sheets[*position].records[candidate.row as usize];
        let title = |column: u32| table.title(column as usize).to_owned();
        let (column, reason) = match refusal {
            Refusal::UnknownGroup { column } => (column, Reason::UnknownGroup { title: title(column) }),
            Refusal::Hidden => (candidate.column, Reason::Hidden),
            Refusal::LeftOut => (candidate.column, Reason::LeftOut),
            Refusal::CountAlone => (candidate.column, Reason::CountAlone),
            Refusal::Fraction => {
                let indicator = &self.lexicon.catalogue.indicators[candidate.key.indicator as usize];
                let reason = Reason::Fraction {
                    value: without_dust(candidate.value * indicator.unit.parts_of_one()),
                    unit: indicator.unit.to_string(),
                };
                (candidate.column, reason)
            }
            Refusal::Conflict(other) => {
                let other = &self.candidates.all[other];
                let other_position = self.tables[other.table as usize].0;
                let other_sheet = &sheets[other_position];
                let reason = Reason::Conflict {
                    sheet: other_sheet.label().filter(|_| other_position != *position),
                    line: other_sheet.records[other.row as usize].line,
                    value: other.value,
                };
                (candidate.column, reason)
            }
        };
        Rejection {
            sheet: sheets[*position].label(),
            column: Some(title(column)),
            cell: Some(fold::shorten(
                record.cell(column as usize),
                Rejection::LONGEST_CELL,
            )),
            cells: usize::from(candidate.key.measure == Measure::Value || reason == Reason::CountAlone),
            ..Rejection::at(record.line, reason)
        }
    }
}

/// The rows of stated rates that counts contradict, each with what those say.
fn contradicted(rates: &Rates, taken: &[usize]) -> Vec<(usize, Oddity)> {
    let oddity = |(at, counted): &(usize, f64)| {
        let row = taken.binary_search(at).ok()?;
        Some((row, Oddity::OtherThanCounted { counted: *counted }))
    };
    rates.contradicted.iter().filter_map(oddity).collect()
}

//! What a file holds, sheet by sheet and row by row: blank cells counted, every other cell either taken as an
//! observation or rejected with a reason. Each cell falls into exactly one of the three. Values are first read as
//! candidates, and taken when it is known of all of them what tells them apart.

mod candidate;
mod cases;
mod flags;
mod fraction;
mod numbered;
mod rates;
mod row;
mod section;
mod table;
mod units;
mod value;
mod words;

use std::collections::{BTreeMap, HashSet};

use crate::catalogue::{Unit, Year};
use crate::observation::{self, Elsewhere, Known, Observation, Quantity, without_dust};
use crate::tabular::{Book, Encoding, Record, Sheet, fold};

use super::ask::Asked;
use super::layout::Table;
use super::log::{Reason, Rejection};
use super::mapping::Mapping;
use super::meaning::{About, Lexicon, Place, is_total, label};
use super::{Computed, Doubt, Import, Layout, Oddity, doubt, goals};
use candidate::{Candidate, Candidates, Measure, Refusal};
use rates::{Counts, Rates};
use table::Reading;

/// Why something was not taken, and the cell to blame.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    column: Option<usize>,
    cell: Option<String>,
    reason: Reason,
}

impl Fault {
    fn at(column: usize, cell: &str, reason: Reason) -> Fault {
        Fault {
            column: Some(column),
            cell: Some(cell.to_owned()),
            reason,
        }
    }
}

/// Takes what one file holds.
pub struct Taker<'a> {
    lexicon: &'a Lexicon<'a>,
    mapping: &'a Mapping,
    today: Year,
    candidates: Candidates,
    import: Import,
    /// Every table, with the position of its sheet.
    tables: Vec<(usize, Table)>,
    /// Number of values taken for the plans' own area, by the names of files that do not say whose they are.
    assumed: BTreeMap<String, usize>,
    /// Sheets without a table, each with what it lacks.
    refused: Vec<Rejection>,
}

impl<'a> Taker<'a> {
    /// Prepares to read the sheets of a file. What is of a year after `today` was not measured.
    pub fn new(
        lexicon: &'a Lexicon<'a>,
        mapping: &'a Mapping,
        file_name: &str,
        encoding: Encoding,
        today: Year,
    ) -> Self {
        let mut candidates = Candidates::default();
        // The first text is no source.
        candidates.text("");
        Taker {
            lexicon,
            mapping,
            today,
            candidates,
            import: Import::new(file_name, encoding),
            tables: Vec::new(),
            assumed: BTreeMap::new(),
            refused: Vec::new(),
        }
    }

    /// Reads every row of the tables of a sheet.
    pub fn read(&mut self, sheet: &Sheet, position: usize, tables: Vec<Table>) {
        let Some(layout) = tables.first().map(|table| table.layout) else {
            return;
        };
        self.sheet(sheet, layout, |taker| {
            let mut end = tables[0].header.end;
            for record in &sheet.records[..end] {
                taker.note_lost_characters(&tables[0], record);
                taker.note_other_encoding(sheet, record);
            }
            for table in tables {
                // A further header, with the lines between.
                for record in &sheet.records[table.header.start.max(end)..table.header.end] {
                    taker.import.log.notes.push(super::remark::note(record));
                }
                end = end.max(table.header.end);
                taker.note_ignored_columns(sheet, &table);
                let number = taker.tables.len() as u32;
                Reading::new(taker, sheet, &table, number).run();
                taker.tables.push((position, table));
            }
        });
    }

    /// Reads every record of a sheet about goals.
    pub fn read_goals(&mut self, sheet: &Sheet, goals: &goals::Sheet) {
        self.sheet(sheet, goals.kind.layout(), |taker| {
            goals::read(&mut taker.import, &sheet.records, goals, taker.lexicon.catalogue);
        });
    }

    /// Reads a sheet, and says of everything that came of it which sheet it was.
    fn sheet(&mut self, sheet: &Sheet, layout: Layout, read: impl FnOnce(&mut Self)) {
        let log = &self.import.log;
        let (rejected, notes) = (log.rejected.len(), log.notes.len());
        read(self);
        let log = &mut self.import.log;
        if log.layout == Layout::Unknown {
            log.layout = layout;
        }
        log.sheets.extend(sheet.label());
        for rejection in &mut log.rejected[rejected..] {
            rejection.sheet = sheet.label();
        }
        for note in &mut log.notes[notes..] {
            note.sheet = sheet.label();
        }
    }

    /// Notes down that a sheet has no table.
    pub fn refuse(&mut self, sheet: &Sheet, line: Option<u32>, reason: Reason) {
        if sheet.label().is_none() || !sheet.records.is_empty() {
            let sheet = sheet.label();
            self.refused.push(Rejection {
                sheet,
                line,
                ..Rejection::of_file(reason)
            });
        }
    }

    /// What came out of the file. A sheet without anything like a header is only named where others have
    /// tables, as are hidden ones.
    pub fn finish(mut self, book: Book) -> Import {
        self.settle(&book.sheets);
        let mut import = self.import;
        let asked = Asked {
            lexicon: self.lexicon,
            name: &import.log.name,
            sheets: &book.sheets,
            tables: &self.tables,
            table: &import.table,
            assumed: &self.assumed,
        };
        let has_table = import.log.layout != Layout::Unknown;
        let is_other = |refused: &Rejection| has_table && refused.reason == Reason::NoHeader;
        let (others, mut rejected): (Vec<_>, Vec<_>) = self.refused.into_iter().partition(is_other);
        let others = others.into_iter().filter_map(|refused| refused.sheet);
        import.log.ignored_sheets.extend(others);
        for unread in book.unread {
            match unread.why {
                None => import.log.ignored_sheets.push(unread.label),
                Some(why) => rejected.push(Rejection {
                    sheet: Some(unread.label),
                    ..Rejection::of_file(why.into())
                }),
            }
        }
        import.log.rejected.splice(0..0, rejected);
        (import.log.questions, import.log.seen) = (asked.questions(&import.log), asked.seen(&import.log));
        import.log.mapped = self.mapping.met(&self.lexicon.said.used());
        import.log.shape = self.mapping.headers.clone();
        import.log.only_sure = self.mapping.only_sure;
        import
    }

    /// Takes the candidates that can all be true, and rejects the others.
    fn settle(&mut self, sheets: &[Sheet]) {
        let said = &self.lexicon.said;
        let said_total = |text: &str| said.get(Place::Cell, text).is_some_and(|said| said.total);
        let coded = |text: &str| label(text).is_some_and(is_total);
        let mut refusals = self
            .candidates
            .settle(|text| is_total(text) || coded(text) || said_total(text));
        fraction::find(self.lexicon.catalogue, &self.candidates, &mut refusals);
        let of_births = self.lexicon.of_births();
        let rates = rates::compute(
            self.lexicon.catalogue,
            &of_births,
            &mut self.candidates,
            &mut refusals,
        );
        self.import.log.cells += rates.computed.len() + rates.alone;
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

    /// The rates that were computed and taken.
    fn computed(&self, rates: &Rates, taken: &[usize], sheets: &[Sheet]) -> Vec<Computed> {
        let told = |(at, counts): &(usize, Counts)| {
            taken.binary_search(at).ok()?;
            let candidate = &self.candidates.all[*at];
            let sheet = &sheets[self.tables[candidate.table as usize].0];
            let key = &candidate.key;
            let indicator = &self.lexicon.catalogue.indicators[key.indicator as usize];
            let area = &self.candidates.areas[key.area as usize];
            let line = sheet.records[candidate.row as usize].line;
            let place = (sheet.label().unwrap_or_default(), line);
            Some(counts.told(candidate, (indicator, area), place))
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

    /// The indicator that a table's surroundings name.
    fn named(&self, table: &Table) -> Result<(About, Option<Unit>), Reason> {
        let mut claim = None;
        for (text, line) in &table.context.indicator {
            let meaning = self.lexicon.meaning(text);
            let known = meaning.about.indicator.filter(|_| !meaning.unknown);
            if let Some(at) = known {
                let indicator = &self.lexicon.catalogue.indicators[at];
                return match indicator.kind {
                    crate::catalogue::Kind::Milestone => Err(Reason::Milestone {
                        name: indicator.name.clone(),
                    }),
                    _ => {
                        // Where and when are asked of everything around the table, not of this text alone.
                        let mut about = meaning.about.clone();
                        (about.area, about.year) = (None, None);
                        Ok((about, meaning.unit.clone()))
                    }
                };
            }
            // A file's name is no claim to be an indicator; a line above the table is.
            if line.is_some() && claim.is_none() {
                claim = Some(Reason::UnknownIndicator {
                    nearest: self.lexicon.nearest(text),
                });
            }
        }
        Err(claim.unwrap_or(Reason::NamelessTable))
    }

    /// The rejection of a table that does not say what it quantities; its header is on that line.
    fn nameless(&self, table: &Table, header: u32) -> Rejection {
        let reason = self.named(table).err().unwrap_or(Reason::NamelessTable);
        let claim = table
            .context
            .indicator
            .iter()
            .find_map(|(text, line)| Some((text.clone(), (*line)?)));
        match claim.filter(|_| reason != Reason::NamelessTable) {
            Some((cell, line)) => Rejection {
                cell: Some(cell),
                ..Rejection::at(line, reason)
            },
            None => Rejection::at(header, reason),
        }
    }

    fn reject(&mut self, line: u32, table: &Table, fault: Fault, cells: usize) {
        let lost = fault
            .cell
            .as_ref()
            .is_some_and(|cell| cell.contains(char::REPLACEMENT_CHARACTER));
        let reason = if lost {
            Reason::LostCharacters
        } else {
            fault.reason
        };
        self.import.log.rejected.push(Rejection {
            column: fault.column.map(|column| table.title(column).to_owned()),
            cell: fault
                .cell
                .map(|cell| fold::shorten(&cell, Rejection::LONGEST_CELL)),
            cells,
            ..Rejection::at(line, reason)
        });
    }

    /// Says on which line a character was lost, where nothing had to be rejected for it.
    fn note_lost_characters(&mut self, table: &Table, record: &Record) {
        if record.has_lost_characters() {
            let lost = record
                .cells()
                .position(|cell| cell.contains(char::REPLACEMENT_CHARACTER));
            let fault = Fault {
                column: lost,
                cell: lost.map(|column| record.cell(column).to_owned()),
                reason: Reason::LostCharacters,
            };
            self.reject(record.line, table, fault, 0);
        }
    }

    /// Says where a line above the rows is stored otherwise than the file.
    fn note_other_encoding(&mut self, sheet: &Sheet, record: &Record) {
        if sheet.other_encoding.contains(&record.line) {
            let cell = record.first().map_or("", |(_, cell)| cell).to_owned();
            self.import.log.rejected.push(Rejection {
                cell: Some(cell),
                ..Rejection::at(record.line, Reason::OtherEncoding)
            });
        }
    }

    /// Names the columns that nothing is read from: by their title, or as `#6` where they have content but no
    /// title.
    fn note_ignored_columns(&mut self, sheet: &Sheet, table: &Table) {
        use super::layout::Use;
        let records = &sheet.records[table.header.start..table.body.end];
        let mut titles = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            let position = table.first + at;
            let unused = matches!(column.used, Use::Ignored | Use::Dimension { .. });
            if !unused {
                continue;
            }
            if !column.title.is_empty() {
                titles.push(column.title.clone());
            } else if records.iter().any(|record| !record.cell(position).is_empty()) {
                titles.push(format!("#{}", position + 1));
            }
        }
        self.import.log.ignore_columns(titles);
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

//! What a file holds, sheet by sheet and row by row: blank cells counted, every other cell either taken as an
//! observation or rejected with a reason. Each cell falls into exactly one of the three. Values are first read as
//! candidates, and taken when it is known of all of them what tells them apart.

mod candidate;
mod cases;
mod flags;
mod fraction;
mod numbered;
mod observed;
mod rates;
mod row;
mod section;
mod settle;
mod table;
mod units;
mod value;
mod words;

use std::collections::BTreeMap;

use crate::catalogue::{Unit, Year};
use crate::tabular::{Book, Encoding, Record, Sheet, fold};

use super::ask::Asked;
use super::layout::{Table, Use};
use super::log::{Reason, Rejection};
use super::mapping::Mapping;
use super::meaning::{About, Lexicon};
use super::watched::Watched;
use super::{Import, Layout, goals};
use candidate::Candidates;
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
    /// Is told of each row.
    pub watched: Watched<'a>,
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
    /// Prepares to read the sheets of a file; `watched` is told of each row. What is of a year after `today` was not
    /// measured.
    pub fn new(
        lexicon: &'a Lexicon<'a>,
        mapping: &'a Mapping,
        file_name: &str,
        encoding: Encoding,
        today: Year,
        watched: Watched<'a>,
    ) -> Self {
        let mut candidates = Candidates::default();
        // The first text is no source.
        candidates.text("");
        Taker {
            lexicon,
            mapping,
            today,
            watched,
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

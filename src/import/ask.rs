//! What is asked of the visitor about a file: what was not understood for sure, with what it may mean, how many cells
//! depend on it, and the beginning of each table as it was understood.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::{self, Table, Use};
use super::log::{Log, Reason, Rejection};
use super::mapping::{Answer, Holds, Place, Proposal, Question, Says, Seen, SeenColumn, Why};
use super::meaning::{About, AreaSaid, Areas, Lexicon, Role, period};
use super::number::{self, Cell, Comma};
use crate::catalogue::Sex;
use crate::observation::{self, Residence};
use crate::tabular::{Record, Sheet, fold};

/// At most so many questions are asked about one file, and so many tables of it shown.
const MOST: usize = 100;
const MOST_TABLES: usize = 4;
/// So much of each table is shown.
const ROWS: usize = 5;
const COLUMNS: usize = 40;
const LONGEST: usize = 60;
/// So many rows are looked at to see what a column holds.
const SAMPLE: usize = 500;

/// What is asked from.
pub struct Asked<'a, 'c> {
    /// What texts mean.
    pub lexicon: &'a Lexicon<'c>,
    /// The file's name.
    pub name: &'a str,
    /// Its sheets.
    pub sheets: &'a [Sheet],
    /// Its tables, each with the position of its sheet.
    pub tables: &'a [(usize, Table)],
    /// What was taken.
    pub table: &'a observation::Table,
    /// Number of values taken for the plans' own area, by the names of files that do not say whose they are.
    pub assumed: &'a BTreeMap<String, usize>,
}

impl Asked<'_, '_> {
    /// Every question, those with a proposal first, each about another text.
    pub fn questions(&self, log: &Log) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        for question in self.of_files().chain(self.of_columns()) {
            add(&mut questions, question);
        }
        for rejection in &log.rejected {
            if let Reason::MissingColumns { missing } = &rejection.reason {
                for question in self.of_missing(rejection, missing) {
                    add(&mut questions, question);
                }
            } else if rejection.reason == Reason::Headless {
                for question in self.of_headless(rejection) {
                    add(&mut questions, question);
                }
            } else if let Some((place, text, why)) = self.unknown(rejection) {
                // The same unknown text may stand in every row: what it may mean is looked for once.
                if !is_settled(&mut questions, (place, &text), rejection.cells) {
                    let question = Question {
                        place,
                        sheet: rejection.sheet.clone(),
                        line: rejection.line,
                        proposals: self.proposals(&why, &text),
                        text,
                        why,
                        cells: rejection.cells,
                    };
                    questions.push(question);
                }
            }
        }
        for question in self.of_areas() {
            add(&mut questions, question);
        }
        questions.sort_by_key(|question| question.proposals.is_empty());
        questions
    }

    /// Whose figures they are, where nothing says it.
    fn of_files(&self) -> impl Iterator<Item = Question> {
        let own = self.lexicon.areas.own();
        self.assumed.iter().map(move |(file, cells)| Question {
            place: Place::File,
            text: file.clone(),
            sheet: None,
            line: None,
            why: Why::AssumedArea,
            proposals: vec![Proposal::guess(Answer::area(own))],
            cells: *cells,
        })
    }

    /// Columns of numbers that nobody understands, and columns that may hold areas.
    fn of_columns(&self) -> impl Iterator<Item = Question> {
        self.tables.iter().flat_map(move |(position, table)| {
            let columns = table.columns.iter().enumerate();
            columns.filter_map(move |(at, _)| self.of_column(*position, table, at))
        })
    }

    fn of_column(&self, position: usize, table: &Table, at: usize) -> Option<Question> {
        let sheet = &self.sheets[position];
        let column = table.first + at;
        let title = &table.columns[at].title;
        let cells = || table.body.clone().map(|row| sheet.records[row].cell(column));
        let (why, proposals, count) = match table.columns[at].used {
            Use::Unreadable => {
                let count = cells().filter(|cell| !is_blank(cell)).count();
                (Why::UnreadableColumn, self.indicators(title), count)
            }
            Use::Dimension { .. } if table.keys(Role::Area).next().is_none() => {
                let share = self.share_of_areas(cells().take(SAMPLE));
                if share <= 0.0 {
                    return None;
                }
                let proposal = Proposal::likely(Answer::Column(Role::Area), share);
                let values = table.columns.iter().filter(|column| column.used.holds_values());
                let rows = cells().filter(|cell| !cell.is_empty()).count();
                (Why::MayHoldAreas, vec![proposal], rows * values.count())
            }
            _ => return None,
        };
        Some(Question {
            place: Place::Column,
            text: layout::key(title, column),
            sheet: sheet.label(),
            line: Some(sheet.records[table.header.start].line),
            why,
            proposals,
            cells: count,
        })
    }

    /// How many of the different texts are areas.
    fn share_of_areas<'t>(&self, cells: impl Iterator<Item = &'t str>) -> f64 {
        let texts: BTreeSet<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let areas = &self.lexicon.areas;
        let named = |text: &&&str| areas.says_whose(text);
        texts.iter().filter(named).count() as f64 / texts.len().max(1) as f64
    }

    /// The text behind something that was not taken, and why it is asked about.
    fn unknown(&self, rejection: &Rejection) -> Option<(Place, String, Why)> {
        let cell = || rejection.cell.clone().unwrap_or_default();
        let word = |role: Role| Why::UnknownWord { role };
        let (place, text, why) = match &rejection.reason {
            Reason::UnknownIndicator { .. } => (Place::Cell, cell(), Why::UnknownIndicator),
            Reason::NamelessTable => (Place::File, self.file_of(rejection), Why::Nameless),
            // Who is told where 城市 is would forget that it is 城市.
            Reason::NoArea if !cell().is_empty() => return None,
            Reason::NoArea => (Place::Cell, String::new(), Why::NoArea),
            Reason::UnknownTotal => (Place::Cell, self.total_of(rejection), Why::UnknownTotal),
            Reason::UnknownSex => (Place::Cell, cell(), word(Role::Sex)),
            Reason::UnknownResidence => (Place::Cell, cell(), word(Role::Residence)),
            Reason::UnknownGroup { title } => {
                let title = title.clone();
                (Place::Cell, cell(), Why::UnknownGroup { title })
            }
            _ => return None,
        };
        // What a column of areas holds may be blank; any other text has letters, and a very long one is cut.
        let long = text.chars().count() > Rejection::LONGEST_CELL;
        let blank = fold::spelling(&text).is_empty() && why != Why::NoArea;
        (!long && !blank).then_some((place, text, why))
    }

    /// What a text that was not taken may mean.
    fn proposals(&self, why: &Why, text: &str) -> Vec<Proposal> {
        match why {
            Why::UnknownIndicator => self.indicators(text),
            Why::NoArea | Why::UnknownTotal => vec![Proposal::guess(Answer::area(self.lexicon.areas.own()))],
            Why::UnknownWord { role: Role::Sex } => vec![Proposal::guess(sex(text))],
            Why::UnknownWord { .. } => vec![Proposal::guess(residence(text))],
            Why::UnknownGroup { .. } => vec![Proposal::guess(Answer::Total)],
            _ => Vec::new(),
        }
    }

    /// The columns of a table that lacks some, each with what it may hold.
    fn of_missing(&self, rejection: &Rejection, missing: &[Role]) -> Vec<Question> {
        let Some((sheet, row)) = self.place_of(rejection) else {
            return Vec::new();
        };
        let header = &sheet.records[row];
        let question = |column: usize| {
            let title = header.cell(column);
            let meaning = self.lexicon.title(title);
            let unknown = !title.is_empty() && meaning.role.is_none() && !meaning.is_known();
            let below = || {
                sheet.records[row + 1..]
                    .iter()
                    .take(SAMPLE)
                    .map(|record| record.cell(column))
            };
            let fits = |role: &Role| {
                let share = match role {
                    Role::Year => share(below(), |cell| period(cell).is_ok()),
                    Role::Value => share(below(), is_number),
                    _ => 0.0,
                };
                (share > 0.5).then(|| Proposal::likely(Answer::Column(*role), share))
            };
            let proposals: Vec<Proposal> = missing.iter().filter_map(fits).collect();
            (unknown && !proposals.is_empty()).then(|| Question {
                place: Place::Column,
                text: fold::squeeze(title),
                sheet: rejection.sheet.clone(),
                line: rejection.line,
                why: Why::MissingColumns {
                    missing: missing.to_vec(),
                },
                proposals,
                cells: below().filter(|cell| !is_blank(cell)).count(),
            })
        };
        (0..header.width()).filter_map(question).collect()
    }

    /// The columns of a table without titles, each with what it seems to hold.
    fn of_headless(&self, rejection: &Rejection) -> Vec<Question> {
        let Some(sheet) = self.sheet_of(rejection) else {
            return Vec::new();
        };
        let guesses = layout::guess_columns(self.lexicon, &sheet.records).unwrap_or_default();
        let question = |(column, guess): (usize, Option<(Role, f64)>)| {
            let text = layout::key("", column);
            let cells = sheet
                .records
                .iter()
                .filter(|record| !record.cell(column).is_empty());
            let proposal = guess.map(|(role, share)| Proposal::likely(Answer::Column(role), share));
            (!self.lexicon.is_said(&text)).then(|| Question {
                place: Place::Column,
                text,
                sheet: rejection.sheet.clone(),
                line: rejection.line,
                why: Why::Headless,
                proposals: proposal.into_iter().collect(),
                cells: cells.count(),
            })
        };
        guesses.into_iter().enumerate().filter_map(question).collect()
    }

    /// Areas that the catalogue does not know, and that have nearly the name of one that it knows.
    fn of_areas(&self) -> impl Iterator<Item = Question> {
        let areas = &self.lexicon.areas;
        self.table.areas().iter().filter_map(move |area| {
            let near = areas.near(area)?;
            let mut rows = self.table.values().filter(|row| row.area == area).peekable();
            let first = *rows.peek()?;
            Some(Question {
                place: Place::Cell,
                text: area.clone(),
                sheet: Some(first.sheet.to_owned()).filter(|sheet| !sheet.is_empty()),
                line: Some(first.line),
                why: Why::NearArea,
                proposals: vec![Proposal::guess(Answer::area(near))],
                cells: rows.count(),
            })
        })
    }

    /// The indicators whose names are most like a text.
    fn indicators(&self, text: &str) -> Vec<Proposal> {
        let likely = self.lexicon.likely(text).into_iter();
        likely
            .map(|(at, share)| {
                Proposal::likely(
                    Answer::indicator(&self.lexicon.catalogue.indicators[at].id),
                    share,
                )
            })
            .collect()
    }

    fn sheet_of(&self, rejection: &Rejection) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.label() == rejection.sheet)
    }

    /// The sheet that something was not taken from, and the position of its record there.
    fn place_of(&self, rejection: &Rejection) -> Option<(&Sheet, usize)> {
        let (sheet, line) = (self.sheet_of(rejection)?, rejection.line?);
        let row = sheet.records.partition_point(|record| record.line < line);
        (sheet.records.get(row)?.line == line).then_some((sheet, row))
    }

    /// The word for all areas in the row that something was not taken from; empty where it stands elsewhere.
    fn total_of(&self, rejection: &Rejection) -> String {
        let place = self.place_of(rejection);
        place
            .into_iter()
            .flat_map(|(sheet, row)| sheet.records[row].cells())
            .find(|cell| !cell.is_empty() && Areas::is_all(cell))
            .unwrap_or_default()
            .to_owned()
    }

    /// The name of the file that something was not taken from, which may be one of several in an archive.
    fn file_of(&self, rejection: &Rejection) -> String {
        let file = self.sheet_of(rejection).and_then(|sheet| sheet.file.as_deref());
        layout::file_said(file.unwrap_or(self.name))
    }

    /// The beginning of each table, and of those that nobody has said the columns of.
    pub fn seen(&self, log: &Log) -> Vec<Seen> {
        let tables = self.tables.iter();
        let tables = tables.map(|(position, table)| self.beginning(&self.sheets[*position], table));
        let headless = log.rejected.iter().filter(|it| it.reason == Reason::Headless);
        let headless = headless.filter_map(|rejection| Some(untitled(self.sheet_of(rejection)?)));
        tables.chain(headless).take(MOST_TABLES).collect()
    }

    fn beginning(&self, sheet: &Sheet, table: &Table) -> Seen {
        let columns = (table.first..).zip(&table.columns);
        let columns = columns.map(|(at, column)| SeenColumn {
            text: layout::key(&column.title, at),
            holds: self.holds(&column.used),
        });
        beginning(sheet, &sheet.records[table.body.clone()], table.first, columns)
    }

    fn holds(&self, used: &Use) -> Holds {
        match used {
            Use::Key(role) => Holds::Key(*role),
            Use::Cases(_) => Holds::Key(Role::Cases),
            Use::Denominators(_) => Holds::Key(Role::Denominator),
            Use::Said => Holds::Words,
            Use::Dimension { .. } => Holds::Groups,
            Use::Values { about, .. } => Holds::Values(self.says(about)),
            Use::NotMeasured(figure) => Holds::NotMeasured(*figure),
            Use::Unreadable => Holds::Unreadable,
            Use::LeftOut => Holds::LeftOut,
            Use::Ignored => Holds::Nothing,
        }
    }

    fn says(&self, about: &About) -> Says {
        Says {
            indicator: about
                .indicator
                .map(|at| self.lexicon.catalogue.indicators[at].id.clone()),
            area: match &about.area {
                Some(AreaSaid::One(area)) => Some(area.clone()),
                _ => None,
            },
            year: about.year.and_then(Result::ok),
            sex: about.sex,
            residence: about.residence,
            age: about.age.clone(),
        }
    }
}

/// The beginning of a sheet whose columns have no titles.
fn untitled(sheet: &Sheet) -> Seen {
    let shown = sheet.records.iter().take(ROWS);
    let width = shown.map(Record::width).max().unwrap_or_default();
    let columns = (0..width).map(|at| SeenColumn {
        text: layout::key("", at),
        holds: Holds::Nothing,
    });
    beginning(sheet, &sheet.records, 0, columns)
}

/// The first rows of a table in the columns from `first` on.
fn beginning(
    sheet: &Sheet,
    body: &[Record],
    first: usize,
    columns: impl Iterator<Item = SeenColumn>,
) -> Seen {
    let columns: Vec<SeenColumn> = columns.take(COLUMNS).collect();
    let cells = |record: &Record| {
        let cells = (first..first + columns.len()).map(|at| fold::shorten(record.cell(at), LONGEST));
        (record.line, cells.collect())
    };
    Seen {
        sheet: sheet.label(),
        rows: body.iter().take(ROWS).map(cells).collect(),
        columns,
    }
}

/// Adds a question, unless its text is asked about already.
fn add(questions: &mut Vec<Question>, question: Question) {
    if !is_settled(questions, (question.place, &question.text), question.cells) {
        questions.push(question);
    }
}

/// Whether nothing is to be asked of a text any more: it is asked about, and concerns so many cells more, or there are
/// enough questions.
fn is_settled(questions: &mut [Question], (place, text): (Place, &str), cells: usize) -> bool {
    let same = |known: &&mut Question| known.place == place && known.text == text;
    let is_full = questions.len() >= MOST;
    match questions.iter_mut().find(same) {
        Some(known) => {
            known.cells += cells;
            true
        }
        None => is_full,
    }
}

fn sex(text: &str) -> Answer {
    match (text.contains(['女', '妇']), text.contains('男')) {
        (true, false) => Answer::sex(Sex::Female),
        (false, true) => Answer::sex(Sex::Male),
        _ => Answer::Total,
    }
}

fn residence(text: &str) -> Answer {
    match (text.contains(['城', '镇']), text.contains(['农', '乡', '村'])) {
        (true, false) => Answer::residence(Residence::Urban),
        (false, true) => Answer::residence(Residence::Rural),
        _ => Answer::Total,
    }
}

fn is_blank(cell: &str) -> bool {
    number::read(cell, Comma::Thousands) == Cell::Blank
}

fn is_number(cell: &str) -> bool {
    matches!(number::read(cell, Comma::Thousands), Cell::Number(..))
}

/// The share of cells with content that are so.
fn share<'t>(cells: impl Iterator<Item = &'t str>, is: impl Fn(&str) -> bool) -> f64 {
    let (mut all, mut fit) = (0_usize, 0_usize);
    for cell in cells.filter(|cell| !is_blank(cell)) {
        all += 1;
        fit += usize::from(is(cell));
    }
    fit as f64 / all.max(1) as f64
}

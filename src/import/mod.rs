//! From the bytes of a file to observations. A sheet is cut into tables ([`layout`]), every text over, beside or
//! above a value is given its meaning once ([`meaning`]), and a value becomes an observation when all that tells it
//! from others is understood ([`take`]); every other cell is reported with its line and a reason ([`log`]).

mod ask;
mod cell;
mod computed;
mod doubt;
mod goals;
mod host;
mod layout;
mod log;
mod mapping;
mod meaning;
mod memo;
mod number;
mod open_sdg;
mod recorded;
mod remark;
mod take;
mod tidy;
mod transfer;
mod watched;

pub use cell::{cell_text, times};
pub use computed::Computed;
pub use doubt::{Doubt, Oddity};
pub use host::{HostFile, HostMistake, host_files};
pub use layout::Layout;
pub use log::{Cause, Digest, End, Fix, Log, Note, Reason, Rejection};
pub use mapping::{
    Answer, Holds, Mapped, Mapping, MappingError, Mappings, Place, Proposal, Question, SaidOfValue, Says,
    Seen, SeenColumn, Shape, Why, Wrong,
};
pub use meaning::{Figure, Role};
pub use open_sdg::{OpenSdgFile, open_sdg};
pub use recorded::records_csv;
pub use tidy::{few_csv, tidy_csv};
pub use transfer::BegunImport;

use std::borrow::Cow;

use crate::catalogue::{Catalogue, Year};
use crate::observation::{GoalAgencies, Record, Table};
use crate::tabular::{self, Book, Encoding, UNWATCHED, Watch};
use meaning::Lexicon;
use take::Taker;
use watched::Watched;

/// What came out of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The observations taken.
    pub table: Table,
    /// Recorded assessments, where the file holds such.
    pub records: Vec<Record>,
    /// Who answers for which goal, where the file says so.
    pub agencies: Vec<GoalAgencies>,
    /// What was read, and every cell that was not taken.
    pub log: Log,
}

impl Import {
    /// Reads a table that a city's folder has, such as its published figures: what stands there was checked when it was
    /// put there, whatever the year.
    pub fn of_builtin(name: &str, csv: &str, catalogue: &Catalogue) -> Import {
        import(name, csv.as_bytes(), catalogue, Year::MAX)
    }

    /// Nothing yet.
    fn new(name: &str, encoding: Encoding) -> Import {
        Import {
            table: Table::default(),
            records: Vec::new(),
            agencies: Vec::new(),
            log: Log::new(name, encoding),
        }
    }
}

/// Reads one file, of bytes that are borrowed or given away. `name` is the file's name with or without folders; it can
/// stand for an indicator column. `today` is the current year: what is of a later one was not measured.
///
/// Never fails: what cannot be read is in the log, one sentence each.
///
/// ```
/// use plan_tracker::catalogue::builtin;
/// use plan_tracker::import::import;
///
/// let known = &builtin().indicators[0].name;
/// let file = format!("指标,年份,数值\n{known},2021,…\n不是指标,2022,5\n");
/// let log = import("a.csv", file.as_bytes(), builtin(), 2026).log;
/// assert_eq!((log.rows, log.taken, log.blank), (2, 0, 1));
/// assert_eq!((log.rejected[0].line, log.rejected[0].reason.code()), (Some(3), "unknown-indicator"));
/// ```
pub fn import<'b>(name: &str, bytes: impl Into<Cow<'b, [u8]>>, catalogue: &Catalogue, today: Year) -> Import {
    import_with(name, bytes, catalogue, today, &Mappings::default())
}

/// The same with what a visitor said of files of its shape; nothing that was said of another shape counts.
pub fn import_with<'b>(
    name: &str,
    bytes: impl Into<Cow<'b, [u8]>>,
    catalogue: &Catalogue,
    today: Year,
    mappings: &Mappings,
) -> Import {
    import_watched(name, bytes, catalogue, today, mappings, UNWATCHED)
}

/// The same, telling how far it is: which part of the work is done, and as much of the rows.
pub fn import_watched<'b>(
    name: &str,
    bytes: impl Into<Cow<'b, [u8]>>,
    catalogue: &Catalogue,
    today: Year,
    mappings: &Mappings,
    watch: Watch<'_>,
) -> Import {
    match tabular::open_watched(bytes, &watched::while_cutting(watch)) {
        Ok(book) => {
            let watched = Watched::new(watch, &book);
            import_book(name, book, catalogue, today, mappings, watched)
        }
        Err(error) => refused(name, error.encoding(), error.into()),
    }
}

fn import_book(
    name: &str,
    book: Book,
    catalogue: &Catalogue,
    today: Year,
    mappings: &Mappings,
    watched: Watched<'_>,
) -> Import {
    // The shape is that of the file as it stands, whatever was said of it.
    let lexicon = Lexicon::new(catalogue);
    let cut = cut(&lexicon, &book, name);
    let shape = shape(&lexicon, &book, &cut);
    match mappings.get(&shape) {
        None => {
            let mapping = Mapping::of(shape);
            let taker = Taker::new(&lexicon, &mapping, name, book.encoding, today, watched);
            take(taker, book, cut)
        }
        Some(mapping) => {
            let lexicon = mapping.lexicon(catalogue);
            let cut = self::cut(&lexicon, &book, name);
            let taker = Taker::new(&lexicon, mapping, name, book.encoding, today, watched);
            take(taker, book, cut)
        }
    }
}

/// The tables of a sheet, or why there is none.
type Cut = Result<Vec<layout::Table>, (Option<u32>, Reason)>;

/// The tables of each sheet.
fn cut(lexicon: &Lexicon<'_>, book: &Book, name: &str) -> Vec<Cut> {
    let sheets = book.sheets.iter();
    sheets
        .map(|sheet| layout::tables(lexicon, sheet, sheet.file.as_deref().unwrap_or(name)))
        .collect()
}

/// The titles over the columns of a file; of a sheet that lacks columns, those of its likeliest header, and of one
/// without any, what its columns seem to hold.
fn shape(lexicon: &Lexicon<'_>, book: &Book, cut: &[Cut]) -> Shape {
    let mut titles: Vec<&str> = Vec::new();
    let mut guessed: Vec<String> = Vec::new();
    for (sheet, tables) in book.sheets.iter().zip(cut) {
        match tables {
            Ok(tables) => {
                let columns = tables.iter().flat_map(|table| &table.columns);
                titles.extend(columns.map(|column| column.title.as_str()));
            }
            Err((_, Reason::Headless)) => {
                let guess = layout::guess_columns(lexicon, &sheet.records);
                guessed.extend(guess.iter().flat_map(|guess| layout::titles_of_guess(guess)));
            }
            Err((Some(line), _)) => {
                let header = sheet.record(*line);
                titles.extend(header.into_iter().flat_map(|header| header.cells()));
            }
            Err((None, _)) => {}
        }
    }
    Shape::new(titles.into_iter().chain(guessed.iter().map(String::as_str)))
}

/// Takes what the sheets of a file hold.
fn take(mut taker: Taker<'_>, book: Book, cut: Vec<Cut>) -> Import {
    for (at, (sheet, values)) in book.sheets.iter().zip(cut).enumerate() {
        let goals = goals::recognise(&sheet.records);
        match (goals, values) {
            (Some(goals), Ok(tables)) if tables[0].header.start < goals.header => {
                taker.read(sheet, at, tables);
            }
            (Some(goals), _) => taker.read_goals(sheet, &goals),
            (None, Ok(tables)) => taker.read(sheet, at, tables),
            (None, Err((line, reason))) => taker.refuse(sheet, line, reason),
        }
        taker.watched.through(sheet.records.len());
    }
    taker.finish(book)
}

/// The log of a file without anything to take.
fn refused(name: &str, encoding: Encoding, reason: Reason) -> Import {
    let mut import = Import::new(name, encoding);
    import.log.rejected.push(Rejection::of_file(reason));
    import
}

//! A table without any line of titles. What its columns hold is not taken from their content alone: it is guessed for
//! the question which is which, and read once a visitor has said it.

use super::{Context, Layout, Table, column, over};
use crate::import::meaning::{Lexicon, Role, period, residence, sex};
use crate::import::number::{self, Cell, Comma};
use crate::tabular::{Record, Sheet};

/// What a column seems to hold, and how much of it fits, from 0 to 1; none where nothing speaks for anything.
pub type Guess = Option<(Role, f64)>;

/// So many rows are looked at.
const SAMPLE: usize = 500;
/// Wider is no list that somebody has forgotten to title.
const WIDEST: usize = 40;
/// What a column seems to hold fits more of it.
const MOST_OF_IT: f64 = 0.5;

/// What the columns of a sheet seem to hold; none where it is no table: some column must hold numbers, and another
/// say of what, where or when they are.
pub fn guess(lexicon: &Lexicon<'_>, records: &[Record]) -> Option<Vec<Guess>> {
    let width = width(records);
    if records.len() < 2 || !(2..=WIDEST).contains(&width) {
        return None;
    }
    let guesses: Vec<Guess> = (0..width).map(|at| of_column(lexicon, records, at)).collect();
    let has = |wanted: &[Role]| guesses.iter().flatten().any(|(role, _)| wanted.contains(role));
    (has(&[Role::Value]) && has(&[Role::Indicator, Role::Area, Role::Year])).then_some(guesses)
}

fn of_column(lexicon: &Lexicon<'_>, records: &[Record], column: usize) -> Guess {
    let cells = || {
        let cells = records.iter().take(SAMPLE).map(|record| record.cell(column));
        cells.filter(|cell| !cell.is_empty())
    };
    let all = cells().count().max(1) as f64;
    let share = |is: &dyn Fn(&str) -> bool| cells().filter(|cell| is(cell)).count() as f64 / all;
    let about = |cell: &str| Some(lexicon.meaning(cell)).filter(|meaning| !meaning.unknown);
    let is_number = |cell: &str| matches!(number::read(cell, Comma::Thousands), Cell::Number(..));
    let shares = [
        (Role::Year, share(&|cell| period(cell).is_ok())),
        (
            Role::Value,
            share(&|cell| is_number(cell) && period(cell).is_err()),
        ),
        (
            Role::Indicator,
            share(&|cell| about(cell).is_some_and(|meaning| meaning.about.indicator.is_some())),
        ),
        (Role::Area, share(&|cell| lexicon.areas.says_whose(cell))),
        (Role::Sex, share(&|cell| sex(cell).is_ok())),
        (Role::Residence, share(&|cell| residence(cell).is_ok())),
    ];
    shares.into_iter().find(|(_, share)| *share > MOST_OF_IT)
}

/// The titles that stand for those that such a sheet lacks: `#1 指标`. A sheet with its columns in another order is of
/// another shape.
pub fn titles(guesses: &[Guess]) -> Vec<String> {
    let title = |(at, guess): (usize, &Guess)| {
        let role = guess.map_or("", |(role, _)| role.title());
        format!("{} {role}", over::key("", at)).trim_end().to_owned()
    };
    guesses.iter().enumerate().map(title).collect()
}

/// The table of such a sheet, where a visitor has said enough of its columns.
pub fn table(lexicon: &Lexicon<'_>, sheet: &Sheet, file: &str) -> Option<Table> {
    let records = &sheet.records;
    let width = width(records);
    if !(0..width).any(|at| lexicon.is_said(&over::key("", at))) {
        return None;
    }
    let mut table = Table {
        layout: Layout::Tidy,
        header: 0..0,
        body: 0..records.len(),
        first: 0,
        columns: column::read(lexicon, &[], records, (0, width)),
        context: Context::read(lexicon, &[], (records, true), sheet.name.as_deref(), file),
        missing: Vec::new(),
    };
    table.missing = table.lacks(lexicon, records);
    table.missing.is_empty().then_some(table)
}

fn width(records: &[Record]) -> usize {
    records
        .iter()
        .take(SAMPLE)
        .map(Record::width)
        .max()
        .unwrap_or_default()
}

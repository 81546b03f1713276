//! The cells of a row, each read for what it should be.

use super::super::{Form, ItemId, Op, Section, Trend, Unit, Year};
use super::column::{self, Column};
use super::mistake::{Mistake, Wrong};
use super::row::Row;
use crate::tabular::number::{self, Comma, Number};
use crate::tabular::{Columns, Record, Sheet, fold, without_apostrophe, year};

/// Columns without which nothing can be judged.
const NEEDED: [Column; 6] = [
    Column::Name,
    Column::Plan,
    Column::Field,
    Column::Section,
    Column::Item,
    Column::Op,
];

/// Finds the columns by their titles, or says which are missing.
pub fn columns(header: &Record) -> Result<Columns<Column>, Vec<Mistake>> {
    let columns = Columns::of(header, Column::from_title);
    let missing = NEEDED.into_iter().filter(|column| !columns.has(*column));
    let mistake = |column: Column| Mistake {
        column: column.named(&columns),
        ..Mistake::at(header.line, Wrong::NoColumn)
    };
    let mistakes: Vec<Mistake> = missing.map(mistake).collect();
    if mistakes.is_empty() {
        Ok(columns)
    } else {
        Err(mistakes)
    }
}

/// What a comma in the numbers of a sheet means.
pub fn comma(columns: &Columns<Column>, sheet: &Sheet) -> Comma {
    let numbers = [Column::Value, Column::Limit];
    let numbers = numbers.into_iter().filter_map(|column| columns.at(column));
    let cells = numbers.flat_map(|at| sheet.records.iter().skip(1).map(move |record| record.cell(at)));
    Comma::used_in(sheet.delimiter, cells)
}

/// The cells of one record; what is wrong with them is collected.
pub struct Cells<'a> {
    pub columns: &'a Columns<Column>,
    pub record: &'a Record,
    pub comma: Comma,
    pub deadline: Year,
    pub mistakes: &'a mut Vec<Mistake>,
}

impl Cells<'_> {
    /// The row, unless any of its cells is wrong.
    pub fn row(&mut self) -> Option<Row> {
        let before = self.mistakes.len();
        self.no_cells_beyond_the_header();
        self.no_lost_characters();
        let name = self.needed(Column::Name);
        let at = self.item();
        let (value, limit) = (self.number(Column::Value), self.number(Column::Limit));
        let (year, base_year) = (self.year(Column::Year), self.year(Column::BaseYear));
        let direction = self.direction();
        let form = self.form();
        let relative_to = self.text(Column::RelativeTo);
        let op = self.op(value, direction, &relative_to);
        if self.mistakes.len() > before {
            return None;
        }
        let aliases = self.text(Column::Aliases);
        let aliases = aliases
            .split(['|', '、', ';', '；'])
            .map(str::trim)
            .filter(|alias| !alias.is_empty());
        Some(Row {
            line: self.record.line,
            id: self.id(),
            at: at?,
            op: op?,
            unit: Unit::new(&self.text(Column::Unit)),
            year: year.unwrap_or(self.deadline),
            relative_to,
            quote: Some(self.text(Column::Quote))
                .filter(|quote| !quote.is_empty())
                .unwrap_or_else(|| name.clone()),
            form,
            limit,
            base_year,
            aliases: aliases.map(str::to_owned).collect(),
            area: self.text(Column::Area),
            plan_name: self.text(Column::PlanName),
            field_name: self.text(Column::FieldName),
            name,
        })
    }

    /// The id; an office without ids knows its indicators by their names.
    pub fn id(&self) -> String {
        Some(self.text(Column::Indicator))
            .filter(|id| !id.is_empty())
            .unwrap_or_else(|| self.text(Column::Name))
    }

    /// A comma inside a cell without quotes moves everything behind it.
    fn no_cells_beyond_the_header(&mut self) {
        let mut beyond = self.record.cells().skip(self.columns.width());
        let extra = beyond.find(|cell| !cell.is_empty());
        self.mistakes.extend(extra.map(|cell| Mistake {
            cell: cell.to_owned(),
            ..Mistake::at(self.record.line, Wrong::ExtraCells)
        }));
    }

    fn no_lost_characters(&mut self) {
        let is_lost = |cell: &&str| cell.contains(char::REPLACEMENT_CHARACTER);
        let lost = self.record.cells().take(self.columns.width()).find(is_lost);
        self.mistakes.extend(lost.map(|cell| Mistake {
            cell: cell.to_owned(),
            ..Mistake::at(self.record.line, Wrong::LostCharacters)
        }));
    }

    /// What stands in a column; nothing where there is no such column.
    pub fn text(&self, column: Column) -> String {
        without_apostrophe(self.columns.cell(self.record, column)).to_owned()
    }

    fn wrong(&mut self, column: Column, wrong: Wrong) {
        let cell = self.text(column);
        self.mistakes.push(Mistake {
            column: column.named(self.columns),
            cell,
            ..Mistake::at(self.record.line, wrong)
        });
    }

    fn needed(&mut self, column: Column) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.wrong(column, Wrong::Blank);
        }
        text
    }

    /// A number, behind which nothing else stands than the row's own unit.
    fn number(&mut self, column: Column) -> Option<f64> {
        let text = self.text(column);
        let number = match number::read(&text, self.comma) {
            Number::One(number, tail) if tail.is_empty() || self.is_unit(&tail) => Some(number),
            _ => None,
        };
        if number.is_none() && !text.is_empty() {
            self.wrong(column, Wrong::NotANumber);
        }
        number
    }

    fn is_unit(&self, text: &str) -> bool {
        Unit::new(text) == Unit::new(&self.text(Column::Unit))
    }

    fn year(&mut self, column: Column) -> Option<Year> {
        let text = self.text(column);
        let year = year::read(&text).ok();
        if year.is_none() && !text.is_empty() {
            self.wrong(column, Wrong::NotAYear);
        }
        year
    }

    fn direction(&mut self) -> Option<Trend> {
        self.word(Column::Direction, column::direction, Wrong::NotADirection)
    }

    fn form(&mut self) -> Option<Form> {
        self.word(Column::Form, column::form, Wrong::NotAForm)
    }

    /// One of a few words; nothing where the cell is blank.
    fn word<T>(&mut self, column: Column, read: fn(&str) -> Option<T>, wrong: Wrong) -> Option<T> {
        let text = self.text(column);
        let word = read(&text);
        if word.is_none() && !text.is_empty() {
            self.wrong(column, wrong);
        }
        word
    }

    fn item(&mut self) -> Option<ItemId> {
        let plan = self.needed(Column::Plan).chars().next();
        let plan = plan.filter(|letter| letter.is_ascii_uppercase() && self.text(Column::Plan).len() == 1);
        if plan.is_none() && !self.text(Column::Plan).is_empty() {
            self.wrong(Column::Plan, Wrong::NotAPlan);
        }
        let section = column::section(&self.needed(Column::Section));
        if section.is_none() && !self.text(Column::Section).is_empty() {
            self.wrong(Column::Section, Wrong::NotASection);
        }
        let in_a_field = matches!(section, Some(Section::Goal | Section::Measure));
        let field = self.count(Column::Field, u8::from(in_a_field));
        let item = self.count(Column::Item, 1);
        Some(ItemId {
            plan: plan?,
            field: if in_a_field { field? } else { 0 },
            section: section?,
            item: item?,
        })
    }

    /// A position; fields count from 1, and 0 stands for the chapters outside them.
    fn count(&mut self, column: Column, least: u8) -> Option<u8> {
        let text = self.needed(column);
        let count = fold::half_width(&text)
            .parse()
            .ok()
            .filter(|count| *count >= least);
        if count.is_none() && !text.is_empty() {
            self.wrong(column, Wrong::NotACount { least });
        }
        count
    }

    fn op(&mut self, value: Option<f64>, direction: Option<Trend>, relative_to: &str) -> Option<Op> {
        let cell = self.needed(Column::Op);
        let symbol = column::op(&cell);
        let needs = match symbol {
            "" => return None,
            ">=" | "<=" | "=" | "around" | "change" if value.is_none() => Some(Column::Value),
            "compare" | "compare-around" if relative_to.is_empty() => Some(Column::RelativeTo),
            "trend" if direction.is_none() => Some(Column::Direction),
            _ => None,
        };
        if let Some(needs) = needs {
            // Where something stands there, it has been found wrong by itself.
            if self.text(needs).is_empty() {
                self.wrong(Column::Op, Wrong::OpNeeds(needs.named(self.columns)));
            }
            return None;
        }
        let other = Some(relative_to.to_owned()).filter(|other| !other.is_empty());
        match Op::from_parts(symbol, value, direction, other) {
            Ok(op) => Some(op),
            Err(_) => {
                self.wrong(Column::Op, Wrong::NotAnOp);
                None
            }
        }
    }
}

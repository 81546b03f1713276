//! The cells of a row, each read for what it should be.

use super::super::table::TARGET_COLUMNS;
use super::super::{Form, ItemId, Op, Section, Trend, Unit, Year, builtin};
use super::EXTRA_COLUMNS;
use super::mistake::{Mistake, Wrong};
use super::row::Row;
use crate::tabular::number::{self, Comma, Number};
use crate::tabular::{Record, Sheet, fold, without_apostrophe, year};

/// Columns without which nothing can be judged.
const NEEDED: [&str; 6] = ["name", "plan", "field", "section", "item", "op"];

/// Where each known column stands.
pub struct Columns {
    known: Vec<(&'static str, usize)>,
    width: usize,
}

impl Columns {
    /// Finds them by their titles, or says which are missing.
    pub fn find(header: &Record) -> Result<Columns, Vec<Mistake>> {
        let column = |name: &&'static str| {
            let at = header.cells().position(|title| title.eq_ignore_ascii_case(name));
            at.map(|at| (*name, at))
        };
        let known = TARGET_COLUMNS.iter().chain(&EXTRA_COLUMNS);
        let columns = Columns {
            known: known.filter_map(column).collect(),
            width: header.width(),
        };
        let missing = NEEDED.into_iter().filter(|name| columns.at(name).is_none());
        let mistake = |name: &str| Mistake {
            column: name.to_owned(),
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
    pub fn comma(&self, sheet: &Sheet) -> Comma {
        let columns = ["value", "limit"].into_iter().filter_map(|name| self.at(name));
        let cells = columns.flat_map(|at| sheet.records.iter().skip(1).map(move |record| record.cell(at)));
        Comma::used_in(sheet.delimiter, cells)
    }

    fn at(&self, name: &str) -> Option<usize> {
        self.known
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, at)| *at)
    }
}

/// The cells of one record; what is wrong with them is collected.
pub struct Cells<'a> {
    pub columns: &'a Columns,
    pub record: &'a Record,
    pub comma: Comma,
    pub mistakes: &'a mut Vec<Mistake>,
}

impl Cells<'_> {
    /// The row, unless any of its cells is wrong.
    pub fn row(&mut self) -> Option<Row> {
        let before = self.mistakes.len();
        self.no_cells_beyond_the_header();
        self.no_lost_characters();
        let name = self.needed("name");
        let at = self.item();
        let (value, limit) = (self.number("value"), self.number("limit"));
        let (year, base_year) = (self.year("year"), self.year("base_year"));
        let direction = self.direction();
        let form = self.form();
        let relative_to = self.text("relative_to");
        let op = self.op(value, direction, &relative_to);
        if self.mistakes.len() > before {
            return None;
        }
        let aliases = self.text("aliases");
        let aliases = aliases
            .split(['|', '、', ';', '；'])
            .map(str::trim)
            .filter(|alias| !alias.is_empty());
        Some(Row {
            line: self.record.line,
            id: self.id(),
            at: at?,
            op: op?,
            unit: Unit::new(&self.text("unit")),
            year: year.unwrap_or(builtin().deadline),
            relative_to,
            quote: Some(self.text("quote"))
                .filter(|quote| !quote.is_empty())
                .unwrap_or_else(|| name.clone()),
            form,
            limit,
            base_year,
            aliases: aliases.map(str::to_owned).collect(),
            area: self.text("area"),
            name,
        })
    }

    /// The id; an office without ids knows its indicators by their names.
    pub fn id(&self) -> String {
        Some(self.text("indicator"))
            .filter(|id| !id.is_empty())
            .unwrap_or_else(|| self.text("name"))
    }

    /// A comma inside a cell without quotes moves everything behind it.
    fn no_cells_beyond_the_header(&mut self) {
        let mut beyond = self.record.cells().skip(self.columns.width);
        let extra = beyond.find(|cell| !cell.is_empty());
        self.mistakes.extend(extra.map(|cell| Mistake {
            cell: cell.to_owned(),
            ..Mistake::at(self.record.line, Wrong::ExtraCells)
        }));
    }

    fn no_lost_characters(&mut self) {
        let is_lost = |cell: &&str| cell.contains(char::REPLACEMENT_CHARACTER);
        let lost = self.record.cells().take(self.columns.width).find(is_lost);
        self.mistakes.extend(lost.map(|cell| Mistake {
            cell: cell.to_owned(),
            ..Mistake::at(self.record.line, Wrong::LostCharacters)
        }));
    }

    /// What stands in a column; nothing where there is no such column.
    pub fn text(&self, column: &str) -> String {
        let cell = self.columns.at(column).map_or("", |at| self.record.cell(at));
        without_apostrophe(cell).to_owned()
    }

    fn wrong(&mut self, column: &str, wrong: Wrong) {
        let cell = self.text(column);
        self.mistakes.push(Mistake {
            column: column.to_owned(),
            cell,
            ..Mistake::at(self.record.line, wrong)
        });
    }

    fn needed(&mut self, column: &str) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.wrong(column, Wrong::Blank);
        }
        text
    }

    /// A number, behind which nothing else stands than the row's own unit.
    fn number(&mut self, column: &str) -> Option<f64> {
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
        Unit::new(text) == Unit::new(&self.text("unit"))
    }

    fn year(&mut self, column: &str) -> Option<Year> {
        let text = self.text(column);
        let year = year::read(&text).ok();
        if year.is_none() && !text.is_empty() {
            self.wrong(column, Wrong::NotAYear);
        }
        year
    }

    fn direction(&mut self) -> Option<Trend> {
        match self.text("direction").to_lowercase().as_str() {
            "" => None,
            "up" => Some(Trend::Up),
            "down" => Some(Trend::Down),
            "narrow" => Some(Trend::Narrow),
            _ => {
                self.wrong("direction", Wrong::NotADirection);
                None
            }
        }
    }

    fn form(&mut self) -> Option<Form> {
        match self.text("form").to_lowercase().as_str() {
            "" => None,
            "compound" => Some(Form::Compound),
            "linear" => Some(Form::Linear),
            _ => {
                self.wrong("form", Wrong::NotAForm);
                None
            }
        }
    }

    fn item(&mut self) -> Option<ItemId> {
        let plan = self.needed("plan").chars().next();
        let plan = plan.filter(|letter| letter.is_ascii_uppercase() && self.text("plan").len() == 1);
        if plan.is_none() && !self.text("plan").is_empty() {
            self.wrong("plan", Wrong::NotAPlan);
        }
        let section = self.needed("section").to_lowercase().parse().ok();
        if section.is_none() && !self.text("section").is_empty() {
            self.wrong("section", Wrong::NotASection);
        }
        let in_a_field = matches!(section, Some(Section::Goal | Section::Measure));
        let field = self.count("field", u8::from(in_a_field));
        let item = self.count("item", 1);
        Some(ItemId {
            plan: plan?,
            field: if in_a_field { field? } else { 0 },
            section: section?,
            item: item?,
        })
    }

    /// A position; fields count from 1, and 0 stands for the chapters outside them.
    fn count(&mut self, column: &str, least: u8) -> Option<u8> {
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
        let symbol = self.needed("op");
        let needs = match symbol.as_str() {
            "" => return None,
            ">=" | "<=" | "=" | "around" | "change" if value.is_none() => Some("value"),
            "compare" | "compare-around" if relative_to.is_empty() => Some("relative_to"),
            "trend" if direction.is_none() => Some("direction"),
            _ => None,
        };
        if let Some(needs) = needs {
            // Where something stands there, it has been found wrong by itself.
            if self.text(needs).is_empty() {
                self.wrong("op", Wrong::OpNeeds(needs));
            }
            return None;
        }
        let other = Some(relative_to.to_owned()).filter(|other| !other.is_empty());
        match Op::from_parts(&symbol, value, direction, other) {
            Ok(op) => Some(op),
            Err(_) => {
                self.wrong("op", Wrong::NotAnOp);
                None
            }
        }
    }
}

//! A record read as a header: what each of its titles says.

use crate::catalogue::{Unit, Year};
use crate::import::names::split_unit;
use crate::import::number::{self, Cell, Comma};
use crate::tabular::Record;
use crate::tabular::fold;
use crate::tabular::year;

use super::role::{Role, role};
use super::{Layout, Shape, ValueColumn};

/// One cell of a record read as a header.
pub struct Title {
    text: String,
    /// What the column is about.
    pub role: Option<Role>,
    /// The year in it.
    pub year: Option<Year>,
    unit: Option<Unit>,
}

/// A record read as a header.
pub struct Header {
    at: usize,
    line: u32,
    /// By column.
    pub titles: Vec<Title>,
}

impl Header {
    /// Reads the record at that position.
    pub fn read(at: usize, record: &Record) -> Header {
        let title = |text: &str| Title {
            role: if text.len() <= 64 { role(text) } else { None },
            year: year::read(text).ok(),
            unit: split_unit(text).map(|(_, unit)| unit),
            text: fold::squeeze(text),
        };
        Header {
            at,
            line: record.line,
            titles: record.cells().map(title).collect(),
        }
    }

    /// The first column of a role.
    pub fn first(&self, role: Role) -> Option<usize> {
        self.titles.iter().position(|title| title.role == Some(role))
    }

    /// Whether the column has no title.
    pub fn is_untitled(&self, column: usize) -> bool {
        self.titles.get(column).is_some_and(|title| title.text.is_empty())
    }

    /// Whether there is a number that is no year: then the record holds data.
    pub fn has_numbers(&self) -> bool {
        let is_number = |text: &str| matches!(number::read(text, Comma::Thousands), Cell::Number(..));
        self.titles
            .iter()
            .any(|title| title.year.is_none() && is_number(&title.text))
    }

    /// How many different roles are claimed.
    pub fn known(&self) -> usize {
        Role::ALL
            .iter()
            .filter(|role| self.first(**role).is_some())
            .count()
    }

    /// A column of values under that title.
    pub fn value_column(&self, column: usize, year: Option<Year>) -> ValueColumn {
        ValueColumn {
            column,
            year,
            unit: self.titles[column].unit.clone(),
        }
    }

    /// The shape of a table with this header. The first column that claims a role has it; titles that are then
    /// of no use are the ignored ones. `extra` gives a column a role that its title does not claim.
    pub fn shape(&self, layout: Layout, values: Vec<ValueColumn>, extra: Option<(usize, Role)>) -> Shape {
        let mut roles = [None; Role::COUNT];
        for role in Role::ALL {
            roles[role as usize] = self.first(role);
        }
        if layout == Layout::Wide {
            roles[Role::Year as usize] = None;
            roles[Role::Value as usize] = None;
            roles[Role::Cases as usize] = None;
        }
        if let Some((column, role)) = extra {
            roles[role as usize] = Some(column);
        }
        let titles = self.titles.iter().map(|title| title.text.clone()).collect();
        let mut shape = Shape {
            layout,
            header: self.at,
            line: self.line,
            titles,
            values,
            ignored: Vec::new(),
            cases: roles[Role::Cases as usize].map(|column| self.value_column(column, None)),
            roles,
        };
        let unused = (0..shape.titles.len()).filter(|at| !self.is_untitled(*at) && !shape.is_used(*at));
        shape.ignored = unused.map(|column| shape.titles[column].clone()).collect();
        shape
    }
}

//! Rows that contradict one another: names that mean two things, and references to nothing.

use std::collections::HashMap;

use super::mistake::{Mistake, Wrong};
use super::row::Row;
use super::rows::Rows;
use crate::tabular::fold;

/// Everything that is wrong with rows which are sound one by one.
pub fn contradictions(rows: &Rows) -> Vec<Mistake> {
    let mut check = Check::default();
    for row in &rows.sound {
        check.names(row);
        check.reference(row, &rows.named);
    }
    check.mistakes
}

#[derive(Default)]
struct Check<'a> {
    /// The name that each id was first given.
    names: HashMap<&'a str, &'a str>,
    /// The id that each name or alias, compared as files are matched, was first used by.
    owners: HashMap<String, &'a str>,
    mistakes: Vec<Mistake>,
}

impl<'a> Check<'a> {
    fn names(&mut self, row: &'a Row) {
        let first = *self.names.entry(&row.id).or_insert(&row.name);
        if first != row.name {
            self.wrong(row, "name", &row.name, Wrong::OtherName(first.to_owned()));
        }
        let name = std::iter::once(("name", &row.name));
        for (column, name) in name.chain(row.aliases.iter().map(|alias| ("aliases", alias))) {
            let owner = *self.owners.entry(fold::name(name)).or_insert(&row.id);
            if owner != row.id {
                self.wrong(row, column, name, Wrong::NameTaken(owner.to_owned()));
            }
        }
    }

    fn reference(&mut self, row: &'a Row, named: &[(String, String)]) {
        let other = &row.relative_to;
        if other.is_empty() {
            return;
        }
        if *other == row.id || *other == row.name {
            self.wrong(row, "relative_to", other, Wrong::Itself);
        } else if !named.iter().any(|(id, name)| id == other || name == other) {
            self.wrong(row, "relative_to", other, Wrong::UnknownIndicator);
        }
    }

    fn wrong(&mut self, row: &Row, column: &str, cell: &str, wrong: Wrong) {
        self.mistakes.push(Mistake {
            column: column.to_owned(),
            cell: cell.to_owned(),
            ..Mistake::at(row.line, wrong)
        });
    }
}

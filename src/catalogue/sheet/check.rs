//! Rows that contradict one another: names that mean two things, and references to nothing.

use std::collections::HashMap;

use super::column::Column;
use super::mistake::{Mistake, Wrong};
use super::row::Row;
use super::rows::Rows;
use crate::tabular::{Columns, fold};

/// Everything that is wrong with rows which are sound one by one.
pub fn contradictions(rows: &Rows, columns: &Columns<Column>) -> Vec<Mistake> {
    let mut check = Check {
        columns,
        names: HashMap::new(),
        owners: HashMap::new(),
        titles: HashMap::new(),
        mistakes: Vec::new(),
    };
    for row in &rows.sound {
        check.names(row);
        check.titles(row);
        check.reference(row, &rows.named);
    }
    check.mistakes
}

struct Check<'a> {
    columns: &'a Columns<Column>,
    /// The name that each id was first given.
    names: HashMap<&'a str, &'a str>,
    /// The id that each name or alias, compared as files are matched, was first used by.
    owners: HashMap<String, &'a str>,
    /// What each plan and each field was first called.
    titles: HashMap<(Column, char, u8), &'a str>,
    mistakes: Vec<Mistake>,
}

impl<'a> Check<'a> {
    fn names(&mut self, row: &'a Row) {
        let first = *self.names.entry(&row.id).or_insert(&row.name);
        if first != row.name {
            self.wrong(row, Column::Name, &row.name, Wrong::OtherName(first.to_owned()));
        }
        let name = std::iter::once((Column::Name, &row.name));
        for (column, name) in name.chain(row.aliases.iter().map(|alias| (Column::Aliases, alias))) {
            let owner = *self.owners.entry(fold::name(name)).or_insert(&row.id);
            if owner != row.id {
                self.wrong(row, column, name, Wrong::NameTaken(owner.to_owned()));
            }
        }
    }

    /// A plan and a field have one name each, wherever it is written.
    fn titles(&mut self, row: &'a Row) {
        let plan = (Column::PlanName, row.at.plan, 0);
        let field = (Column::FieldName, row.at.plan, row.at.field);
        for (of, title) in [(plan, &row.plan_name), (field, &row.field_name)] {
            if title.is_empty() {
                continue;
            }
            let first = *self.titles.entry(of).or_insert(title);
            if first != title {
                self.wrong(row, of.0, title, Wrong::OtherTitle(first.to_owned()));
            }
        }
    }

    fn reference(&mut self, row: &'a Row, named: &[(String, String)]) {
        let other = &row.relative_to;
        if other.is_empty() {
            return;
        }
        if *other == row.id || *other == row.name {
            self.wrong(row, Column::RelativeTo, other, Wrong::Itself);
        } else if !named.iter().any(|(id, name)| id == other || name == other) {
            self.wrong(row, Column::RelativeTo, other, Wrong::UnknownIndicator);
        }
    }

    fn wrong(&mut self, row: &Row, column: Column, cell: &str, wrong: Wrong) {
        self.mistakes.push(Mistake {
            column: column.named(self.columns),
            cell: cell.to_owned(),
            ..Mistake::at(row.line, wrong)
        });
    }
}

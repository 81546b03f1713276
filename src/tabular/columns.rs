//! The columns of a table of records whose titles come from a closed list: targets, recorded assessments,
//! responsible agencies. (Tables of figures say what they are about in many more ways: see `import/layout`.)

use super::{Record, fold};

/// Where each column stands. `C` names what a column can be about.
pub struct Columns<C> {
    titles: Vec<String>,
    known: Vec<(C, usize)>,
}

impl<C: Copy + PartialEq> Columns<C> {
    /// Reads a header. `meaning` says what a title means, folded by [`fold::name`]; of two columns of one meaning the
    /// first counts.
    pub fn of(header: &Record, meaning: impl Fn(&str) -> Option<C>) -> Columns<C> {
        let titles: Vec<String> = header.cells().map(fold::squeeze).collect();
        let mut known: Vec<(C, usize)> = Vec::new();
        for (at, title) in titles.iter().enumerate() {
            if let Some(column) = meaning(&fold::name(title))
                && !known.iter().any(|(taken, _)| *taken == column)
            {
                known.push((column, at));
            }
        }
        Columns { titles, known }
    }

    /// Where a column stands, from 0.
    pub fn at(&self, column: C) -> Option<usize> {
        let found = self.known.iter().find(|(known, _)| *known == column);
        found.map(|(_, at)| *at)
    }

    /// Whether there is such a column.
    pub fn has(&self, column: C) -> bool {
        self.at(column).is_some()
    }

    /// What a record has in a column; empty where there is no such column.
    pub fn cell<'r>(&self, record: &'r Record, column: C) -> &'r str {
        self.at(column).map_or("", |at| fold::trim(record.cell(at)))
    }

    /// The title of a column, as the file has it; none where there is no such column.
    pub fn title(&self, column: C) -> Option<&str> {
        self.at(column).map(|at| self.titles[at].as_str())
    }

    /// The titles that mean nothing known.
    pub fn ignored(&self) -> impl Iterator<Item = &str> {
        let used = |position| self.known.iter().any(|(_, at)| *at == position);
        let titles = self.titles.iter().enumerate();
        titles
            .filter(move |(at, title)| !used(*at) && !title.is_empty())
            .map(|(_, title)| title.as_str())
    }

    /// How many cells the header has.
    pub fn width(&self) -> usize {
        self.titles.len()
    }

    /// Whether a record repeats the header, as pages of long tables do.
    pub fn repeats(&self, record: &Record) -> bool {
        record.cells().map(fold::squeeze).eq(self.titles.iter().cloned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(title: &str) -> Option<char> {
        match title {
            "目标" | "goal" => Some('g'),
            "日期" => Some('d'),
            _ => None,
        }
    }

    #[test]
    fn the_first_column_of_a_meaning_counts_and_the_others_are_named() {
        let header = Record::new(1, &["  目 标 ", "序号", "Goal", ""]);
        let columns = Columns::of(&header, meaning);
        assert_eq!((columns.at('g'), columns.at('d')), (Some(0), None));
        assert_eq!(columns.title('g'), Some("目标"));
        assert_eq!(columns.ignored().collect::<Vec<_>>(), ["序号", "Goal"]);
        let row = Record::new(2, &[" W1.02 ", "1"]);
        assert_eq!((columns.cell(&row, 'g'), columns.cell(&row, 'd')), ("W1.02", ""));
        assert!(columns.repeats(&header) && !columns.repeats(&row));
    }
}

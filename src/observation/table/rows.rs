//! A table of many rows at one go, column by column: rows that were read one after the other mostly share all but the
//! year, the value and the place, so that words are looked at once for all of these.

use super::Table;
use crate::observation::dictionary::Dictionary;
use crate::observation::numbers::Numbers;
use crate::observation::{Group, Quantity, Year};

/// The words that rows refer to by their numbers.
pub(crate) struct Words<'w> {
    /// Ids of indicators.
    pub indicators: Vec<&'w str>,
    /// Ids or names of areas.
    pub areas: Vec<&'w str>,
    /// Groups of people.
    pub groups: Vec<&'w Group>,
    /// Who published values.
    pub sources: Vec<&'w str>,
    /// Sheets of the file.
    pub sheets: Vec<&'w str>,
}

/// What rows behind one another share, words by their numbers; see [`Observation`](super::Observation).
#[derive(Clone, Copy)]
pub(crate) struct Shared {
    pub indicator: u32,
    pub quantity: Quantity,
    pub area: u32,
    pub group: u32,
    pub source: u32,
    pub sheet: u32,
    pub is_break: bool,
    /// How many rows.
    pub rows: usize,
}

/// What is a row's own; see [`Observation`](super::Observation).
#[derive(Clone, Copy)]
pub(crate) struct Own {
    pub year: Year,
    pub value: f64,
    pub line: u32,
    pub column: u32,
}

impl Table {
    /// A table of rows: what they share, stretch by stretch, and what is the own of each.
    pub(crate) fn of_rows(
        words: &Words<'_>,
        shared: &[Shared],
        rows: impl ExactSizeIterator<Item = Own> + Clone,
    ) -> Table {
        let of = |number: fn(&Shared) -> u32| shared.iter().map(move |it| (number(it), it.rows));
        let mut table = Table {
            indicators: Dictionary::repeated(&words.indicators, of(|it| it.indicator)),
            quantities: Numbers::repeated(of(|it| it.quantity.code())),
            areas: Dictionary::repeated(&words.areas, of(|it| it.area)),
            groups: Dictionary::repeated(&words.groups, of(|it| it.group)),
            sources: Dictionary::repeated(&words.sources, of(|it| it.source)),
            sheets: Dictionary::repeated(&words.sheets, of(|it| it.sheet)),
            years: Numbers::of(rows.clone().map(|row| row.year as u32)),
            values: rows.clone().map(|row| row.value).collect(),
            breaks: Numbers::repeated(of(|it| u32::from(it.is_break))),
            lines: Numbers::of(rows.clone().map(|row| row.line)),
            columns: Numbers::of(rows.map(|row| row.column)),
            starts: Vec::new(),
        };
        let mut row = 0;
        for it in shared {
            table.note_start(row);
            row += it.rows;
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::{Observation, Sex};

    #[test]
    fn rows_at_one_go_are_rows_one_by_one() {
        let (total, women) = (Group::TOTAL, Group::of_sex(Sex::Female));
        let words = Words {
            indicators: vec!["infant-mortality", "never-named", "maternal-mortality"],
            areas: vec!["灵山县", "浦北县"],
            groups: vec![&total, &women],
            sources: vec!["", "年鉴"],
            // Two sheets may bear one name.
            sheets: vec!["表1", "表1"],
        };
        let shared = |indicator, area, group, sheet, rows| Shared {
            indicator,
            quantity: Quantity::Value,
            area,
            group,
            source: 1,
            sheet,
            is_break: group == 1,
            rows,
        };
        let shared = [
            shared(2, 1, 0, 0, 2),
            shared(2, 1, 0, 1, 1),
            shared(0, 0, 1, 1, 1),
            shared(2, 0, 0, 1, 1),
        ];
        let own = |year, line: u32| Own {
            year,
            value: f64::from(line) / 10.0,
            line,
            column: 3,
        };
        let rows = [
            own(2020, 2),
            own(2021, 300),
            own(2022, 3),
            own(2020, 70_000),
            own(2020, 5),
        ];
        let like = shared.iter().flat_map(|it| std::iter::repeat_n(it, it.rows));
        let mut one_by_one = Table::default();
        for (row, like) in rows.iter().zip(like) {
            one_by_one.push(Observation {
                indicator: words.indicators[like.indicator as usize],
                quantity: like.quantity,
                area: words.areas[like.area as usize],
                year: row.year,
                group: words.groups[like.group as usize],
                value: row.value,
                is_break: like.is_break,
                source: words.sources[like.source as usize],
                sheet: words.sheets[like.sheet as usize],
                line: row.line,
                column: row.column,
            });
        }
        assert_eq!(Table::of_rows(&words, &shared, rows.into_iter()), one_by_one);
        assert_eq!(
            one_by_one.indicators(),
            ["maternal-mortality", "infant-mortality"]
        );
    }
}

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

/// What rows share, words by their numbers; see [`Observation`](super::Observation).
#[derive(Clone, Copy)]
pub(crate) struct Shared {
    pub indicator: u32,
    pub quantity: Quantity,
    pub area: u32,
    pub group: u32,
    pub source: u32,
    pub sheet: u32,
    pub is_break: bool,
}

/// What is a row's own, and the place of what it shares with others; see [`Observation`](super::Observation).
#[derive(Clone, Copy)]
pub(crate) struct Own {
    pub shared: u32,
    pub year: Year,
    pub value: f64,
    pub line: u32,
    pub column: u32,
}

impl Table {
    /// A table of these rows. All that is shared is shared by some row, in order of appearance.
    pub(crate) fn of_rows(
        words: &Words<'_>,
        shared: &[Shared],
        rows: impl ExactSizeIterator<Item = Own> + Clone,
    ) -> Table {
        let of = |number: fn(&Shared) -> u32| shared.iter().map(number);
        let places = || rows.clone().map(|row| row.shared);
        let like = |place: u32| &shared[place as usize];
        let mut table = Table {
            indicators: Dictionary::spread(&words.indicators, of(|it| it.indicator), places()),
            quantities: Numbers::of(places().map(|place| like(place).quantity.code())),
            areas: Dictionary::spread(&words.areas, of(|it| it.area), places()),
            groups: Dictionary::spread(&words.groups, of(|it| it.group), places()),
            sources: Dictionary::spread(&words.sources, of(|it| it.source), places()),
            sheets: Dictionary::spread(&words.sheets, of(|it| it.sheet), places()),
            years: Numbers::of(rows.clone().map(|row| row.year as u32)),
            values: rows.clone().map(|row| row.value).collect(),
            breaks: Numbers::of(places().map(|place| u32::from(like(place).is_break))),
            lines: Numbers::of(rows.clone().map(|row| row.line)),
            columns: Numbers::of(rows.map(|row| row.column)),
            starts: Vec::new(),
        };
        table.starts = starts(&table);
        table
    }
}

/// The rows that are about another series than the row before them, the first row included.
fn starts(table: &Table) -> Vec<u32> {
    let mut begins = vec![false; table.len()];
    if let Some(first) = begins.first_mut() {
        *first = true;
    }
    for codes in table.series() {
        codes.mark_changes(&mut begins);
    }
    let begun = (0..).zip(begins).filter(|(_, begins)| *begins);
    begun.map(|(row, _)| row).collect()
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
        let shared = |indicator, area, group, sheet| Shared {
            indicator,
            quantity: Quantity::Value,
            area,
            group,
            source: 1,
            sheet,
            is_break: group == 1,
        };
        let shared = [shared(2, 1, 0, 0), shared(0, 0, 1, 1), shared(2, 0, 0, 1)];
        let own = |shared, year, line| Own {
            shared,
            year,
            value: f64::from(line) / 10.0,
            line,
            column: 3,
        };
        let rows = [
            own(0, 2020, 2),
            own(0, 2021, 300),
            own(1, 2020, 70_000),
            own(2, 2020, 5),
        ];
        let mut one_by_one = Table::default();
        for row in rows {
            let like = shared[row.shared as usize];
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

//! A table as bytes, column by column: what crosses a worker's border, and what can be kept. The layout is written and
//! read here alone: its version, the number of rows, the words with their length before them, as `borsh` writes them, then
//! where series begin, behind how many there are, and the columns one after the other: whole numbers behind their width
//! in bytes, and the values. Everything is little-endian.

use std::io::Read;

use super::Table;
use crate::observation::dictionary::Dictionary;
use crate::observation::numbers::Numbers;
use crate::observation::rest::write_column;
use crate::observation::{Group, Quantity, Rest};

/// Of the layout.
const VERSION: u32 = 4;

/// The words of a table's columns.
type Words = (Vec<String>, Vec<String>, Vec<Group>, Vec<String>, Vec<String>);

impl Table {
    /// The table as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.write(&mut bytes);
        bytes
    }

    /// Writes the table behind other bytes.
    pub fn write(&self, bytes: &mut Vec<u8>) {
        let words = (
            self.indicators.words(),
            self.areas.words(),
            self.groups.words(),
            self.sources.words(),
            self.sheets.words(),
        );
        // Words can always be written.
        let words = borsh::to_vec(&words).unwrap_or_default();
        bytes.reserve(words.len() + self.len() * 24);
        for number in [VERSION, self.len() as u32, words.len() as u32] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(words);
        bytes.extend((self.starts.len() as u32).to_le_bytes());
        write_column(bytes, &self.starts);
        for codes in [
            self.indicators.codes(),
            self.areas.codes(),
            self.groups.codes(),
            self.sources.codes(),
            self.sheets.codes(),
            &self.lines,
            &self.columns,
            &self.years,
            &self.quantities,
            &self.breaks,
        ] {
            codes.write(bytes);
        }
        write_column(bytes, &self.values);
    }

    /// The table that was written; none of bytes of another version, or damaged ones.
    pub fn from_bytes(bytes: &[u8]) -> Option<Table> {
        BegunTable::new(Rest::new(bytes, bytes.len()))?.finish()
    }
}

/// A table whose values are still to be read: mostly about one half of its bytes.
pub(crate) struct BegunTable<R> {
    table: Table,
    rows: usize,
    rest: Rest<R>,
}

impl<R: Read> BegunTable<R> {
    /// Reads the first half.
    pub fn new(mut rest: Rest<R>) -> Option<Self> {
        if rest.number()? != VERSION {
            return None;
        }
        let rows = rest.number()? as usize;
        let length = rest.number()? as usize;
        let (indicators, areas, groups, sources, sheets): Words =
            borsh::from_slice(&rest.bytes(length)?).ok()?;
        let table = Table {
            starts: starts(rows, &mut rest)?,
            indicators: Dictionary::of(indicators, Numbers::read(rows, &mut rest)?)?,
            areas: Dictionary::of(areas, Numbers::read(rows, &mut rest)?)?,
            groups: Dictionary::of(groups, Numbers::read(rows, &mut rest)?)?,
            sources: Dictionary::of(sources, Numbers::read(rows, &mut rest)?)?,
            sheets: Dictionary::of(sheets, Numbers::read(rows, &mut rest)?)?,
            lines: Numbers::read(rows, &mut rest)?,
            columns: Numbers::read(rows, &mut rest)?,
            years: Numbers::read(rows, &mut rest)?,
            quantities: Numbers::read(rows, &mut rest)?,
            breaks: Numbers::read(rows, &mut rest)?,
            values: Vec::new(),
        };
        let known = |code: &u32| Quantity::of_code(*code).is_some();
        let are_known = table.quantities.largest().as_ref().is_none_or(known);
        are_known.then_some(BegunTable { table, rows, rest })
    }

    /// Reads the second half.
    pub fn finish(self) -> Option<Table> {
        let BegunTable {
            mut table,
            rows,
            mut rest,
        } = self;
        table.values = rest.column(rows)?;
        let is_sound = table.values.iter().all(|value| value.is_finite());
        (is_sound && rest.is_empty()).then_some(table)
    }
}

/// Where series begin in so many rows: in the first, and in others behind one another.
fn starts(rows: usize, rest: &mut Rest<impl Read>) -> Option<Vec<u32>> {
    let count = rest.number()? as usize;
    let starts: Vec<u32> = rest.column(count)?;
    let begin = starts.first().copied() == (rows > 0).then_some(0);
    let end = starts.last().is_none_or(|last| (*last as usize) < rows);
    (begin && end && starts.is_sorted_by(|a, b| a < b)).then_some(starts)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::*;
    use crate::observation::{Observation, Sex};

    fn table(rows: &[(u16, u16, i32, f64, bool)]) -> Table {
        let mut table = Table::default();
        for (row, (area, line, year, value, is_break)) in rows.iter().enumerate() {
            let group = if *is_break {
                Group::of_sex(Sex::Female)
            } else {
                Group::TOTAL
            };
            table.push(Observation {
                indicator: ["infant-mortality", "maternal-mortality"][row % 2],
                quantity: if row % 3 == 0 {
                    Quantity::Cases
                } else {
                    Quantity::Value
                },
                area: &format!("示例{area}乡"),
                year: *year,
                group: &group,
                value: *value,
                is_break: *is_break,
                source: "年鉴",
                sheet: "",
                line: u32::from(*line) * 1000,
                column: 7,
            });
        }
        table
    }

    fn rows() -> impl Strategy<Value = Vec<(u16, u16, i32, f64, bool)>> {
        vec(
            (any::<u16>(), any::<u16>(), 1900..=2100, -1e9..1e9, any::<bool>()),
            0..400,
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_table_comes_back_as_it_was(rows in rows()) {
            let table = table(&rows);
            prop_assert_eq!(Table::from_bytes(&table.to_bytes()), Some(table));
        }

        #[test]
        fn damaged_bytes_are_no_table_or_a_sound_one(rows in rows(), at in any::<Index>(), byte in any::<u8>(), end in any::<Index>()) {
            let mut bytes = table(&rows).to_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Some(read) = Table::from_bytes(&bytes) {
                prop_assert_eq!(read.iter().count(), read.len());
            }
            bytes.truncate(end.index(bytes.len()));
            prop_assert_eq!(Table::from_bytes(&bytes), None);
        }
    }

    #[test]
    fn another_version_is_not_read() {
        let mut bytes = table(&[(1, 1, 2020, 4.4, false)]).to_bytes();
        bytes[0] += 1;
        assert_eq!(Table::from_bytes(&bytes), None);
    }
}

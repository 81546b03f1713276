//! A column of whole numbers, each in as few bytes as the largest needs, and once for all rows where these have the same:
//! what is read of bytes is copied as it stands.

use std::io::Read;
use std::iter::repeat_n;

use super::Rest;
use super::rest::write_column;

/// Whole numbers in rows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Numbers {
    /// The same in every row.
    Same { number: u32, rows: usize },
    /// In a byte each.
    One(Vec<u8>),
    /// In two.
    Two(Vec<u16>),
    /// In four.
    Four(Vec<u32>),
}

impl Default for Numbers {
    fn default() -> Self {
        Numbers::Same { number: 0, rows: 0 }
    }
}

impl Numbers {
    /// These numbers.
    pub fn of(numbers: impl ExactSizeIterator<Item = u32> + Clone) -> Numbers {
        let (number, rows) = (numbers.clone().next().unwrap_or_default(), numbers.len());
        let (least, most) = numbers.clone().fold((number, number), |(least, most), number| {
            (least.min(number), most.max(number))
        });
        match most {
            _ if least == most => Numbers::Same { number, rows },
            0..=0xFF => Numbers::One(numbers.map(|number| number as u8).collect()),
            0x100..=0xFFFF => Numbers::Two(numbers.map(|number| number as u16).collect()),
            _ => Numbers::Four(numbers.collect()),
        }
    }

    /// Numbers that stand in so many rows each.
    pub fn repeated(numbers: impl Iterator<Item = (u32, usize)> + Clone) -> Numbers {
        fn all<T: Clone>(numbers: impl Iterator<Item = (T, usize)> + Clone) -> Vec<T> {
            let mut all = Vec::with_capacity(numbers.clone().map(|(_, rows)| rows).sum());
            numbers.for_each(|(number, rows)| all.extend(repeat_n(number, rows)));
            all
        }
        let number = numbers.clone().next().map_or(0, |(number, _)| number);
        let is_same = numbers.clone().all(|(other, _)| other == number);
        match numbers.clone().map(|(number, _)| number).max() {
            _ if is_same => Numbers::Same {
                number,
                rows: numbers.map(|(_, rows)| rows).sum(),
            },
            Some(0x100..=0xFFFF) => Numbers::Two(all(numbers.map(|(number, rows)| (number as u16, rows)))),
            Some(0x1_0000..) => Numbers::Four(all(numbers)),
            _ => Numbers::One(all(numbers.map(|(number, rows)| (number as u8, rows)))),
        }
    }

    /// So many numbers as [`write`](Numbers::write) writes them; none of another width than no, one, two or four bytes.
    pub fn read(rows: usize, rest: &mut Rest<impl Read>) -> Option<Numbers> {
        Some(match rest.bytes(1)?[0] {
            0 => Numbers::Same {
                number: rest.number()?,
                rows,
            },
            1 => Numbers::One(rest.bytes(rows)?),
            2 => Numbers::Two(rest.column(rows)?),
            4 => Numbers::Four(rest.column(rows)?),
            _ => return None,
        })
    }

    /// Writes the width of the numbers and then these; of the same ones no width, and then one.
    pub fn write(&self, bytes: &mut Vec<u8>) {
        match self {
            Numbers::Same { number, .. } => {
                bytes.push(0);
                bytes.extend(number.to_le_bytes());
            }
            Numbers::One(numbers) => {
                bytes.push(1);
                bytes.extend_from_slice(numbers);
            }
            Numbers::Two(numbers) => {
                bytes.push(2);
                write_column(bytes, numbers);
            }
            Numbers::Four(numbers) => {
                bytes.push(4);
                write_column(bytes, numbers);
            }
        }
    }

    /// Appends a row.
    pub fn push(&mut self, number: u32) {
        match self {
            Numbers::Same { number: only, rows } if *rows == 0 || *only == number => {
                (*only, *rows) = (number, *rows + 1);
            }
            Numbers::One(numbers) if number <= 0xFF => numbers.push(number as u8),
            Numbers::Two(numbers) if number <= 0xFFFF => numbers.push(number as u16),
            Numbers::Four(numbers) => numbers.push(number),
            _ => {
                let mut all: Vec<u32> = self.iter().collect();
                all.push(number);
                *self = Numbers::of(all.into_iter());
            }
        }
    }

    /// The number in a row; none past the end.
    pub fn get(&self, row: usize) -> Option<u32> {
        match self {
            Numbers::Same { number, rows } => (row < *rows).then_some(*number),
            Numbers::One(numbers) => numbers.get(row).map(|number| u32::from(*number)),
            Numbers::Two(numbers) => numbers.get(row).map(|number| u32::from(*number)),
            Numbers::Four(numbers) => numbers.get(row).copied(),
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Numbers::Same { rows, .. } => *rows,
            Numbers::One(numbers) => numbers.len(),
            Numbers::Two(numbers) => numbers.len(),
            Numbers::Four(numbers) => numbers.len(),
        }
    }

    /// The number of every row.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    /// The largest number; none without rows.
    pub fn largest(&self) -> Option<u32> {
        match self {
            Numbers::Same { number, rows } => (*rows > 0).then_some(*number),
            Numbers::One(numbers) => numbers.iter().max().map(|number| u32::from(*number)),
            Numbers::Two(numbers) => numbers.iter().max().map(|number| u32::from(*number)),
            Numbers::Four(numbers) => numbers.iter().max().copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    /// Few and many different numbers, and one alone.
    fn numbers() -> impl Strategy<Value = Vec<u32>> {
        let number = prop_oneof![0..2u32, 0..300u32, 0..70_000u32, any::<u32>()];
        let same = (any::<u32>(), 0..9_usize).prop_map(|(number, rows)| vec![number; rows]);
        prop_oneof![vec(number, 0..50), vec(0..2u32, 0..9), same]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn numbers_come_back_as_they_went_in(numbers in numbers()) {
            let mut column = Numbers::default();
            for number in &numbers {
                column.push(*number);
            }
            prop_assert_eq!(column.iter().collect::<Vec<_>>(), &numbers[..]);
            prop_assert_eq!(&Numbers::of(numbers.iter().copied()), &column);
            let stretches = numbers.chunk_by(|a, b| a == b);
            prop_assert_eq!(&Numbers::repeated(stretches.map(|same| (same[0], same.len()))), &column);
            prop_assert_eq!(column.largest(), numbers.iter().max().copied());
            let mut bytes = Vec::new();
            column.write(&mut bytes);
            let mut rest = Rest::new(&*bytes, bytes.len());
            prop_assert_eq!(Numbers::read(numbers.len(), &mut rest), Some(column));
        }
    }
}

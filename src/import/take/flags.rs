//! Letters behind numbers that say how a value was come by, as Eurostat writes them: `5.0 b`, `4.8 ep`, `: c`. A table
//! that writes such letters in other ways, too, has not got them from there, and what they mean is not known.

use crate::import::number::{self, Cell, Comma};
use crate::tabular::fold;

/// The letters that Eurostat uses.
const LETTERS: &str = "bcdefimnprsuz";
/// It puts no more of them behind one number.
const MOST: usize = 3;

/// A number and the letters behind it; none where a cell is not of that form. A colon is no value.
pub fn split(text: &str) -> Option<(&str, &str)> {
    let (number, letters) = fold::trim(text).rsplit_once(char::is_whitespace)?;
    let number = fold::trim(number);
    let are_flags = (1..=MOST).contains(&letters.len()) && letters.chars().all(|c| LETTERS.contains(c));
    let is_value = || number == ":" || number.ends_with(|c: char| c.is_ascii_digit());
    (are_flags && is_value()).then_some((number, letters))
}

/// Whether the numbers of a table have such letters: some have, and none has anything else that nobody understands.
pub fn used_in<'c>(cells: impl Iterator<Item = &'c str>, comma: Comma) -> bool {
    let mut used = false;
    for cell in cells {
        // Most cells are plain numbers.
        if !cell.contains(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let is_flagged = split(cell).is_some();
        let begins = cell.starts_with(|c: char| c.is_ascii_digit());
        if !is_flagged && begins && number::read(cell, comma) == Cell::NotANumber {
            return false;
        }
        used |= is_flagged;
    }
    used
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_behind_a_number_are_told_from_units() {
        for (text, expected) in [
            ("5.0 b", Some(("5.0", "b"))),
            ("1 234 ep ", Some(("1 234", "ep"))),
            (": c", Some((":", "c"))),
            ("5.0", None),
            ("5.0b", None),
            ("5 km", None),
            ("约 b", None),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }

    #[test]
    fn only_a_table_that_writes_them_in_one_way_has_them() {
        let used = |cells: &[&str]| used_in(cells.iter().copied(), Comma::Thousands);
        assert!(used(&["5.0 b", "4.8", ": c", "12.3%"]));
        assert!(!used(&["5.0", "4.8"]));
        assert!(!used(&["4.9 p", "4.7(e)"]));
    }
}

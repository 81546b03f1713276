//! What a value cell says: nothing, one number with the unit written behind it, or something that is not one
//! number.

use crate::catalogue::Unit;
use crate::tabular::number::{self, Number};

pub use crate::tabular::number::Comma;

/// What stands in a value cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// No value: empty, or one of the marks and words for that.
    Blank,
    /// A number, and the unit behind it.
    Number(f64, Option<Unit>),
    /// An interval or a bound, such as `12.1 [10–14]` or `<5`.
    Interval,
    /// Anything else.
    NotANumber,
}

/// Reads a value cell.
pub fn read(text: &str, comma: Comma) -> Cell {
    match number::read(text, comma) {
        Number::Blank => Cell::Blank,
        Number::One(value, tail) => unit(&tail).map_or(Cell::NotANumber, |unit| Cell::Number(value, unit)),
        Number::Interval => Cell::Interval,
        Number::NotANumber => Cell::NotANumber,
    }
}

/// The unit behind a number; an error where it is none that anybody knows.
fn unit(tail: &str) -> Result<Option<Unit>, ()> {
    if tail.is_empty() {
        return Ok(None);
    }
    if tail.len() > 40 {
        return Err(());
    }
    let unit = Unit::new(tail);
    if super::meaning::is_known_unit(&unit) {
        Ok(Some(unit))
    } else {
        Err(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Cell {
        read(text, Comma::Thousands)
    }

    #[test]
    fn the_unit_behind_a_number_is_kept() {
        for (text, unit) in [
            ("12.3%", "%"),
            ("12.3 ％", "%"),
            ("12.3‰[2]", "‰"),
            ("12.3/10万", "/10万"),
            ("12.3岁", "岁"),
        ] {
            assert_eq!(number(text), Cell::Number(12.3, Some(Unit::new(unit))), "{text}");
        }
    }

    #[test]
    fn what_is_not_one_number_is_refused() {
        let nonsense = "12.3.4|12,4|1,23,456|1,2345|inf|-inf|1e999|(12.3)|12.3%97.56%|#DIV/0!|=1+1|五|12a|1 2|+|\
                        12.3(1)|2021年6月|e5|,|'|0x10|5万|1,234 567";
        for text in nonsense.split('|') {
            assert_eq!(number(text), Cell::NotANumber, "{text}");
        }
        for text in "12.1 [13–14]|10-14|10～14|<0.1|≥90|12±1|90%以上|约5".split('|') {
            assert_eq!(number(text), Cell::Interval, "{text}");
        }
    }
}

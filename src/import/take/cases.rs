//! The number of cases behind a value: a whole number of people or events.

use crate::catalogue::Unit;
use crate::import::log::Reason;
use crate::import::number::Cell;
use crate::observation::without_dust;

/// Words for one case, beside the units of people.
const ONE: &[&str] = &["例", "起", "次", "件", "个"];

/// The number of cases in a cell; none where it is blank. `unit` is the one in the column's title.
pub fn count(cell: &Cell, unit: Option<&Unit>) -> Result<Option<f64>, Reason> {
    let (number, sign) = match cell {
        Cell::Blank => return Ok(None),
        Cell::Number(number, sign) => (*number, sign.as_ref()),
        Cell::Interval => return Err(Reason::Interval),
        Cell::NotANumber => return Err(Reason::NotANumber),
    };
    let factor = sign.or(unit).map_or(Some(1.0), size);
    let count = factor.map(|factor| without_dust(number * factor));
    count
        .filter(|count| *count >= 0.0 && count.fract() == 0.0)
        .map(Some)
        .ok_or(Reason::NotACount)
}

/// Whether a unit counts cases.
pub fn counts(unit: &Unit) -> bool {
    size(unit).is_some()
}

/// How many cases one of a unit is; none where it does not count cases.
fn size(unit: &Unit) -> Option<f64> {
    if ONE.contains(&unit.as_str()) {
        Some(1.0)
    } else {
        unit.factor_to(&Unit::new("人"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::number::{Comma, read};

    fn counted(text: &str, unit: Option<&str>) -> Result<Option<f64>, Reason> {
        count(&read(text, Comma::Thousands), unit.map(Unit::new).as_ref())
    }

    #[test]
    fn cases_are_whole_numbers() {
        assert_eq!(counted("3", None), Ok(Some(3.0)));
        assert_eq!(counted("1,234例", None), Ok(Some(1234.0)));
        assert_eq!(counted("1.2", Some("万人")), Ok(Some(12_000.0)));
        assert_eq!(counted("…", None), Ok(None));
        for text in ["-1", "2.5", "3%"] {
            assert_eq!(counted(text, None), Err(Reason::NotACount), "{text}");
        }
        assert_eq!(counted("3", Some("%")), Err(Reason::NotACount));
        assert_eq!(counted("<5", None), Err(Reason::Interval));
        assert_eq!(counted("几例", None), Err(Reason::NotANumber));
    }
}

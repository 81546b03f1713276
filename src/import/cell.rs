//! The cell that a value was read from, looked up in its file again when somebody asks.

use super::number::{self, Cell, Comma};
use crate::tabular;

/// The text of a cell: `sheet` as the observation names it, `line` and `column` from 1. None where the file has no such
/// cell.
pub fn cell_text(bytes: &[u8], sheet: &str, line: u32, column: u32) -> Option<String> {
    let book = tabular::open(bytes).ok()?;
    let sheet = book
        .sheets
        .iter()
        .find(|known| known.label().unwrap_or_default() == sheet)?;
    let record = sheet.record(line)?;
    let column = column.checked_sub(1)? as usize;
    Some(record.cell(column).to_owned()).filter(|cell| !cell.is_empty())
}

/// What the number in a cell was multiplied with to become the value; none where the cell does not hold one number.
pub fn times(cell: &str, value: f64) -> Option<f64> {
    let reads = [Comma::Thousands, Comma::Decimal].map(|comma| number::read(cell, comma));
    let numbers = reads.into_iter().filter_map(|read| match read {
        Cell::Number(number, _) => Some(number),
        _ => None,
    });
    let of = |number: f64| match number == 0.0 {
        true => (value == 0.0).then_some(1.0),
        false => Some(value / number),
    };
    let clean = |factor: &f64| {
        let power = factor.log10();
        factor.is_finite() && (power - power.round()).abs() < 1e-6
    };
    let factors: Vec<f64> = numbers.filter_map(of).collect();
    let factor = factors.iter().copied().find(clean).or(factors.first().copied())?;
    Some(if clean(&factor) {
        10f64.powi(factor.log10().round() as i32)
    } else {
        factor
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_found_by_its_line_and_column() {
        let file = "标题\n指标,2021年\n婴儿死亡率,4.4‰\n".as_bytes();
        assert_eq!(cell_text(file, "", 3, 2).as_deref(), Some("4.4‰"));
        assert_eq!(cell_text(file, "", 3, 9), None);
        assert_eq!(cell_text(file, "", 9, 1), None);
        assert_eq!(cell_text(file, "另一张", 3, 2), None);
        assert_eq!(cell_text(b"", "", 1, 1), None);
    }

    #[test]
    fn a_unit_is_a_factor() {
        for (cell, value, expected) in [
            ("4.4", 4.4, Some(1.0)),
            ("0.861", 86.1, Some(100.0)),
            ("1,234", 1234.0, Some(1.0)),
            ("12,4", 12.4, Some(1.0)),
            ("0", 0.0, Some(1.0)),
            ("5.6", 56.0, Some(10.0)),
            ("几个", 3.0, None),
        ] {
            assert_eq!(times(cell, value), expected, "{cell}");
        }
    }
}

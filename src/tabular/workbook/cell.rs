//! What a cell of a workbook shows, as text.

use calamine::{Data, ExcelDateTime, ExcelDateTimeType};

/// The text of a cell; `format` is the code of its number format, where the file tells it. Errors such as
/// `#N/A` are no value.
pub fn text(value: &Data, format: Option<&str>) -> String {
    let format = format.map(placeholders).unwrap_or_default();
    match value {
        Data::Int(number) => number_text(*number as f64, &format),
        Data::Float(number) => number_text(*number, &format),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(moment) => date_text(moment, &format),
        Data::Error(_) | Data::Empty => String::new(),
    }
}

/// The text of a number that may also stand for a day, counted from 1900 or 1904; see [`text`].
pub fn number(number: f64, code: &str, is_1904: bool) -> String {
    let format = placeholders(code);
    let is_day = format.contains(['y', 'd']) || format.contains('m') && !format.contains(['h', 's']);
    if is_day {
        let kind = ExcelDateTimeType::DateTime;
        date_text(&ExcelDateTime::new(number, kind, is_1904), &format)
    } else {
        number_text(number, &format)
    }
}

fn number_text(number: f64, format: &str) -> String {
    if format.contains('%') {
        format!("{}%", shown(number * 100.0))
    } else {
        shown(number).to_string()
    }
}

/// The number that a spreadsheet shows at most: 15 significant digits, without binary dust.
fn shown(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// The numbers that a spreadsheet shows as days, up to the year 9999.
const DAYS: std::ops::Range<f64> = 0.0..2_958_466.0;

/// A date as `2021-05-01`; one that only its year is shown of as `2021`.
fn date_text(moment: &ExcelDateTime, format: &str) -> String {
    if !moment.is_datetime() || !DAYS.contains(&moment.as_f64()) {
        return shown(moment.as_f64()).to_string();
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let only_year = format.contains('y') && !format.contains(['m', 'd', 'h', 's']);
    if only_year {
        year.to_string()
    } else {
        format!("{year}-{month:02}-{day:02}")
    }
}

/// A format code's part for positive numbers, lower case, without what it prints word for word.
fn placeholders(code: &str) -> String {
    let mut kept = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            // What stands in quotes, behind a backslash, or as the width of a blank or a filling.
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(chars.next()),
            other => kept.extend(other.to_lowercase()),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{CellErrorType, ExcelDateTimeType};

    #[test]
    fn numbers_have_no_binary_dust() {
        for (number, format, expected) in [
            (0.1 + 0.2, None, "0.3"),
            (76.659_489_882_744_07, Some("###0.0"), "76.6594898827441"),
            (0.354, Some("0.0%"), "35.4%"),
            (0.07, Some("0%;[Red]-0%"), "7%"),
            (0.354, Some("0.000\"%\""), "0.354"),
            (35.4, Some("0.0\\%"), "35.4"),
            (2016.0, None, "2016"),
            (-1e-7, None, "-0.0000001"),
        ] {
            assert_eq!(
                text(&Data::Float(number), format),
                expected,
                "{number} {format:?}"
            );
        }
        assert_eq!(text(&Data::Error(CellErrorType::NA), None), "");
    }

    #[test]
    fn a_date_can_show_its_year_alone() {
        let day = Data::DateTime(ExcelDateTime::new(44_197.0, ExcelDateTimeType::DateTime, false));
        assert_eq!(text(&day, Some("yyyy\"年\"")), "2021");
        assert_eq!(text(&day, Some("yyyy/m/d")), "2021-01-01");
        assert_eq!(text(&day, None), "2021-01-01");
        assert_eq!(number(44_197.0, "yyyy\"年\"", false), "2021");
        assert_eq!(number(3e6, "yyyy", false), "3000000");
        assert_eq!(number(44_197.0, "General", false), "44197");
    }
}

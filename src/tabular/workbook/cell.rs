//! What a cell of a workbook shows, as text.

use calamine::{Data, ExcelDateTime, ExcelDateTimeType};

/// The text of a cell; `format` is the code of its number format, where the file tells it. Errors stay what is
/// shown, such as `#DIV/0!`.
pub fn text(value: &Data, format: Option<&str>) -> String {
    let format = format.map(Shape::of).unwrap_or_default();
    match value {
        Data::Int(number) => number_text(*number as f64, &format),
        Data::Float(number) => number_text(*number, &format),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(moment) => date_text(moment, &format),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

/// The text of a number that may also stand for a day, counted from 1900 or 1904; see [`text`].
pub fn number(number: f64, code: &str, is_1904: bool) -> String {
    let format = Shape::of(code);
    if format.is_day() {
        let kind = ExcelDateTimeType::DateTime;
        date_text(&ExcelDateTime::new(number, kind, is_1904), &format)
    } else {
        number_text(number, &format)
    }
}

fn number_text(number: f64, format: &Shape) -> String {
    let number = number / 1000f64.powi(format.thousands);
    if format.has('%') {
        format!("{}%", shown(number * 100.0))
    } else if format.says_percent {
        format!("{}%", shown(number))
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
fn date_text(moment: &ExcelDateTime, format: &Shape) -> String {
    if !moment.is_datetime() || !DAYS.contains(&moment.as_f64()) {
        return shown(moment.as_f64()).to_string();
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let only_year = format.has('y') && !['m', 'd', 'h', 's'].into_iter().any(|part| format.has(part));
    if only_year {
        year.to_string()
    } else {
        format!("{year}-{month:02}-{day:02}")
    }
}

/// Cuts off the raised text that begins there, if it is the number of a note. Behind a letter (m²) or a ten (10⁵) it is
/// a power.
pub fn cut_note(text: &mut String, start: usize) {
    let Some((before, raised)) = text.split_at_checked(start) else {
        return;
    };
    let before = before.trim_end();
    let is_power = before.ends_with(|c: char| c.is_ascii_alphabetic()) || before.ends_with("10");
    let is_note = |c: char| c.is_ascii_digit() || c.is_whitespace() || "*[]()（）［］,，".contains(c);
    if !before.is_empty() && !is_power && raised.chars().all(is_note) {
        text.truncate(start);
    }
}

/// What a number format does with a positive number.
#[derive(Default)]
struct Shape {
    /// Its placeholders, lower case, without what it prints word for word.
    placeholders: String,
    /// Whether it prints a % that does not multiply by a hundred.
    says_percent: bool,
    /// By how many thousands it divides: a comma behind the last digit is one.
    thousands: i32,
}

impl Shape {
    fn of(code: &str) -> Shape {
        let mut shape = Shape::default();
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            match c {
                ';' => break,
                // What stands in quotes or behind a backslash is printed as it is.
                '"' => shape.says_percent |= chars.by_ref().take_while(|c| *c != '"').any(|c| c == '%'),
                '\\' => shape.says_percent |= chars.next() == Some('%'),
                '[' => drop(chars.by_ref().find(|c| *c == ']')),
                // The width of a blank, or a filling.
                '_' | '*' => drop(chars.next()),
                other => shape.placeholders.extend(other.to_lowercase()),
            }
        }
        let last_digit = shape.placeholders.rfind(['0', '#', '?']);
        let behind = last_digit.map_or("", |at| &shape.placeholders[at + 1..]);
        shape.thousands = behind.chars().take_while(|c| *c == ',').count() as i32;
        shape
    }

    fn has(&self, part: char) -> bool {
        self.placeholders.contains(part)
    }

    fn is_day(&self) -> bool {
        self.has('y') || self.has('d') || self.has('m') && !self.has('h') && !self.has('s')
    }
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
            (0.354, Some("0.000\"%\""), "0.354%"),
            (35.4, Some("0.0\\%"), "35.4%"),
            (1234.0, Some("0.0,"), "1.234"),
            (12_345.0, Some("#,##0"), "12345"),
            (2016.0, None, "2016"),
            (-1e-7, None, "-0.0000001"),
        ] {
            assert_eq!(
                text(&Data::Float(number), format),
                expected,
                "{number} {format:?}"
            );
        }
        assert_eq!(text(&Data::Error(CellErrorType::Div0), None), "#DIV/0!");
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

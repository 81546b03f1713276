//! What a year cell or a year header says. Only whole calendar years are observations here.

use super::fold;

/// A calendar year, such as 2024.
pub type Year = i32;

/// Why a text is not a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoYear {
    /// There is nothing.
    Blank,
    /// A month, quarter, half-year, day, or more than one year.
    OtherPeriod,
    /// A number outside [`PLAUSIBLE`].
    Implausible,
    /// Anything else.
    NotAYear,
}

/// The years that an observation can be of.
pub const PLAUSIBLE: std::ops::RangeInclusive<Year> = 1900..=2100;

/// Reads a year: `2021`, `2021年`, `２０２１`, `2021.0`, `2021年度`.
///
/// # Errors
/// When it is no year, or one that no observation can be of.
pub fn read(text: &str) -> Result<Year, NoYear> {
    let half = fold::half_width(fold::trim(text));
    let text = half.trim().trim_start_matches('\'');
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, tail) = text.split_at(digits);
    let tail = tail.trim();
    if text.is_empty() {
        return Err(NoYear::Blank);
    }
    let whole = tail
        .strip_prefix('.')
        .is_some_and(|zeros| zeros.bytes().all(|b| b == b'0'));
    if !whole && !matches!(tail, "" | "年" | "年度" | "年份") {
        return Err(if is_other_period(number, tail) {
            NoYear::OtherPeriod
        } else {
            NoYear::NotAYear
        });
    }
    match number.parse::<Year>() {
        Ok(year) if PLAUSIBLE.contains(&year) => Ok(year),
        Ok(_) => Err(NoYear::Implausible),
        Err(_) if number.is_empty() => Err(NoYear::NotAYear),
        Err(_) => Err(NoYear::Implausible),
    }
}

/// `2021-06`, `2021年6月`, `2021Q1`, `2021年第一季度`, `2021/2022`, `6/2021`
fn is_other_period(number: &str, tail: &str) -> bool {
    let a_year = number.len() == 4;
    let separated = tail.starts_with(|c: char| fold::is_dash(c) || matches!(c, '/' | '.'));
    let named = ["月", "季", "半年", "日", "Q", "q", "M", "H", "S1", "S2"]
        .iter()
        .any(|mark| tail.contains(mark));
    let has_digit = tail.contains(|c: char| c.is_ascii_digit());
    (a_year && (separated && has_digit || named))
        || (!number.is_empty() && separated && tail.len() >= 5 && has_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_as_files_write_them() {
        for text in [
            "2021",
            "2021年",
            "2021 年",
            "２０２１",
            "2021.0",
            "2021年度",
            " 2021\t",
            "'2021",
            "2021.00",
        ] {
            assert_eq!(read(text), Ok(2021), "{text}");
        }
    }

    #[test]
    fn other_periods_are_told_apart_from_nonsense() {
        for text in [
            "2021-06",
            "2021年6月",
            "2021Q1",
            "2021-Q1",
            "2021年第一季度",
            "2021年上半年",
            "2021/2022",
            "2021-2022年",
            "6/2021",
            "2021.5",
        ] {
            assert_eq!(read(text), Err(NoYear::OtherPeriod), "{text}");
        }
        for text in ["", "　"] {
            assert_eq!(read(text), Err(NoYear::Blank));
        }
        for text in ["1899", "2101", "21", "202100", "99999999999999999999", "0"] {
            assert_eq!(read(text), Err(NoYear::Implausible), "{text}");
        }
        for text in ["去年", "-2021", "year", "2021a", "年", ".0"] {
            assert_eq!(read(text), Err(NoYear::NotAYear), "{text}");
        }
    }
}

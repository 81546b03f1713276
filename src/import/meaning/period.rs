//! Which period a text names: a whole calendar year in every way that tables write one, or another period, which
//! is never taken for a year.

use crate::catalogue::Year;
use crate::tabular::fold;
use crate::tabular::year::{self, NoYear};

/// What may stand behind a year without making it another period.
const WHOLE: &[&str] = &[
    "年末",
    "年底",
    "年终",
    "年全年",
    "全年",
    "年1-12月",
    "年1月-12月",
    "年1至12月",
    "年份",
    "年度",
];

/// Marks in a text that make it a part of a year, or more than one.
const PARTS: &[&str] = &["季", "半年", "学年", "累计", "FY", "fy", "财年", "以来", "期间"];

/// Reads a period.
///
/// # Errors
/// Why it is no year.
pub fn read(text: &str) -> Result<Year, NoYear> {
    match year::read(text) {
        Err(why @ (NoYear::NotAYear | NoYear::OtherPeriod)) => dressed(text).unwrap_or(Err(why)),
        known => known,
    }
}

/// A year with more around it: `2021 [YR2021]`, `2020年末`, `2021年1-12月`, `FY2021`.
fn dressed(text: &str) -> Option<Result<Year, NoYear>> {
    let half = fold::half_width(fold::trim(text));
    let half = half
        .strip_prefix("截至")
        .or(half.strip_prefix("截止"))
        .unwrap_or(&half);
    let plain = plain(half);
    if let Some((year, code)) = plain.split_once("[YR") {
        return (code.strip_suffix(']') == Some(year)).then(|| year::read(year));
    }
    if let Some(year) = in_numerals(&plain) {
        return Some(year::read(&year));
    }
    let digits = plain.bytes().take_while(u8::is_ascii_digit).count();
    let (number, tail) = plain.split_at(digits);
    if digits == 4 && WHOLE.contains(&tail) {
        return Some(year::read(number));
    }
    let has_year = plain.as_bytes().windows(4).any(|four| {
        (four.starts_with(b"19") || four.starts_with(b"20")) && four.iter().all(u8::is_ascii_digit)
    });
    let is_part = PARTS.iter().any(|mark| plain.contains(mark)) && plain.chars().count() <= 16;
    (has_year && is_part).then_some(Err(NoYear::OtherPeriod))
}

/// In half width, without blanks and brackets, and with one dash.
pub(super) fn plain(text: &str) -> String {
    let half = fold::half_width(text);
    let seen = half
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')'));
    seen.map(|c| if fold::is_dash(c) { '-' } else { c }).collect()
}

/// `二〇二一年`, digit by digit; nothing but the four and 年.
fn in_numerals(text: &str) -> Option<String> {
    const DIGITS: [(char, &str); 12] = [
        ('〇', "0"),
        ('○', "0"),
        ('零', "0"),
        ('一', "1"),
        ('二', "2"),
        ('三', "3"),
        ('四', "4"),
        ('五', "5"),
        ('六', "6"),
        ('七', "7"),
        ('八', "8"),
        ('九', "9"),
    ];
    let bare = ["年度", "年末", "年"]
        .iter()
        .find_map(|end| text.strip_suffix(end))?;
    let digit = |c: char| {
        DIGITS
            .iter()
            .find(|(known, _)| *known == c)
            .map(|(_, digit)| *digit)
    };
    let digits: Option<String> = bare.chars().map(digit).collect();
    digits.filter(|digits| digits.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_years_in_every_dress() {
        for text in [
            "2021",
            "2021年",
            "2021年末",
            "2021年底",
            "2021 [YR2021]",
            "2021年1-12月",
            "2021年1—12月",
            "2021年全年",
            "截至2021年底",
            "2021年（1-12月）",
            "二〇二一年",
            "二○二一年度",
        ] {
            assert_eq!(read(text), Ok(2021), "{text}");
        }
    }

    #[test]
    fn parts_of_years_and_school_years_are_other_periods() {
        for text in [
            "2021年1-6月",
            "2021年1—9月累计",
            "FY2021",
            "2021-2022学年",
            "2019/20",
            "2020-21",
            "2021Q4",
            "2021年上半年",
            "2021年第一季度",
        ] {
            assert_eq!(read(text), Err(NoYear::OtherPeriod), "{text}");
        }
        for text in ["去年", "十三五末", "2021 [YR2020]", "21年"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}

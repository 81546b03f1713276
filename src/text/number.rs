//! Numbers as the pages print them: the digits of the source, thousands with a comma, a true minus sign, and
//! the unit as each language writes it. A value that is not a number prints as a dash, never as `NaN`.

use super::Lang;
use crate::catalogue::{Unit, Year};

/// The thin space that stands between Chinese and digits, and between a number and its unit.
pub const THIN_SPACE: char = '\u{2009}';

/// What stands where there is no number.
pub const NO_NUMBER: &str = "–";

/// More digits than any statistical source prints; what lies beyond is the noise of binary fractions.
const MOST_DECIMALS: usize = 6;

/// How many digits after the point the values really carry, so that 15.0 stands beside 15.1 as `15.0`.
///
/// ```
/// use plan_tracker::text::decimals;
/// assert_eq!(decimals([15.0, 15.1, 14.25]), 2);
/// assert_eq!(decimals([0.1 + 0.2]), 1);
/// ```
pub fn decimals(values: impl IntoIterator<Item = f64>) -> usize {
    values.into_iter().map(decimals_of).max().unwrap_or(0)
}

fn decimals_of(value: f64) -> usize {
    let fits = |digits: &usize| {
        let scaled = value * 10f64.powi(*digits as i32);
        (scaled - scaled.round()).abs() <= 1e-9 * scaled.abs().max(1.0)
    };
    if !value.is_finite() {
        return 0;
    }
    (0..MOST_DECIMALS).find(fits).unwrap_or(MOST_DECIMALS)
}

/// A number with as many digits after the point as asked for; without, with those that it carries.
///
/// ```
/// use plan_tracker::text::number;
/// assert_eq!(number(12345.5, Some(2)), "12,345.50");
/// assert_eq!(number(-0.3, None), "−0.3");
/// assert_eq!(number(f64::NAN, None), "–");
/// ```
pub fn number(value: f64, digits: Option<usize>) -> String {
    if !value.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let digits = digits.unwrap_or_else(|| decimals_of(value));
    let plain = format!("{:.digits$}", value.abs());
    let negative = value < 0.0 && plain.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));

    let mut text = String::with_capacity(plain.len() + 8);
    if negative {
        text.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A number with its unit and the digits that it carries.
///
/// ```
/// use plan_tracker::catalogue::Unit;
/// use plan_tracker::{lang::Lang, text::with_unit};
/// assert_eq!(with_unit(12.0, &Unit::new("/10万"), Lang::Zh), "12/10万");
/// assert_eq!(with_unit(12.0, &Unit::new("/10万"), Lang::En), "12 per 100,000");
/// assert_eq!(with_unit(45.0, &Unit::new("所"), Lang::Zh), "45\u{2009}所");
/// ```
pub fn with_unit(value: f64, unit: &Unit, lang: Lang) -> String {
    quantity(value, None, unit, lang)
}

/// A number with its unit and as many digits after the point as asked for.
pub fn quantity(value: f64, digits: Option<usize>, unit: &Unit, lang: Lang) -> String {
    let text = number(value, digits);
    if text == NO_NUMBER {
        return text;
    }
    let after = unit_behind(&text, unit, lang);
    text + &after
}

/// What follows a figure that is already written, where the two are drawn apart: `hour` after 1, `hours` after 2.
pub fn unit_behind(figure: &str, unit: &Unit, lang: Lang) -> String {
    let after = unit_after(unit, lang);
    match (lang, figure) {
        (Lang::En, "1") => singular(&after).to_owned(),
        _ => after,
    }
}

/// A computed value with its unit: more digits would say more than is known.
pub fn computed(value: f64, unit: &Unit, lang: Lang) -> String {
    let digits = match value.abs() {
        v if v >= 100.0 => 0,
        v if v >= 1.0 => 1,
        _ => 2,
    };
    quantity(value, Some(digits), unit, lang)
}

/// A unit in English as it follows 1: `1 year`.
fn singular(after: &str) -> &str {
    match after {
        " people" => " person",
        " years" | " months" | " hours" | " cases" | " percentage points" => &after[..after.len() - 1],
        other => other,
    }
}

/// What follows a number to state its unit, with the space before it where there is one.
pub fn unit_after(unit: &Unit, lang: Lang) -> String {
    let sign = unit.as_str();
    match lang {
        Lang::Zh if sign.is_empty() || unit.sticks() => sign.to_owned(),
        Lang::Zh if sign == "百分点" => format!("{THIN_SPACE}个{sign}"),
        Lang::Zh => format!("{THIN_SPACE}{sign}"),
        Lang::En => match unit.english() {
            "" => String::new(),
            sign @ ("%" | "‰") => sign.to_owned(),
            word => format!(" {word}"),
        },
    }
}

/// A year as running text names it: `2023 年` with a thin space, or `2023`.
pub fn year(year: Year, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year}{THIN_SPACE}年"),
        Lang::En => year.to_string(),
    }
}

/// A year where it stands alone, as in a list to choose from: `2023 年` with a whole space, or `2023`.
pub fn year_alone(year: Year, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year} 年"),
        Lang::En => year.to_string(),
    }
}

/// A value with its unit and its year: `2023 年 15.1/10万`, `15.1 per 100,000 in 2023`.
pub fn with_year(at: Year, value: f64, unit: &Unit, lang: Lang) -> String {
    let (when, value) = (year(at, lang), with_unit(value, unit, lang));
    match lang {
        Lang::Zh => format!("{when} {value}"),
        Lang::En => format!("{value} in {when}"),
    }
}

/// Words as they follow a Chinese character: Latin letters and digits stand off by a thin space.
pub fn after_chinese(words: &str) -> String {
    match words.chars().next() {
        Some(first) if first.is_ascii_alphanumeric() => format!("{THIN_SPACE}{words}"),
        _ => words.to_owned(),
    }
}

/// Words as they stand before a Chinese character: Latin letters and digits stand off by a thin space.
pub fn before_chinese(words: &str) -> String {
    match words.chars().next_back() {
        Some(last) if last.is_ascii_alphanumeric() => format!("{words}{THIN_SPACE}"),
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_thing_is_one_in_english() {
        let said = |value, unit| with_unit(value, &Unit::new(unit), Lang::En);
        assert_eq!(said(1.0, "岁"), "1 year");
        assert_eq!(said(1.0, "名"), "1 person");
        assert_eq!(said(1.0, "%"), "1%");
        assert_eq!(said(1.5, "个月"), "1.5 months");
        assert_eq!(said(17.0, "种"), "17");
    }

    #[test]
    fn digits_stand_off_from_chinese_and_chinese_does_not() {
        assert_eq!(after_chinese("12/10万 以下"), "\u{2009}12/10万 以下");
        assert_eq!(after_chinese("逐步提高"), "逐步提高");
        assert_eq!(after_chinese(""), "");
        assert_eq!(before_chinese("15.1"), "15.1\u{2009}");
        assert_eq!(before_chinese("3\u{2009}个百分点"), "3\u{2009}个百分点");
        assert_eq!(before_chinese("13.2‰"), "13.2‰");
    }

    #[test]
    fn digits_are_those_of_the_source() {
        assert_eq!(decimals([]), 0);
        assert_eq!(decimals([98.0, f64::NAN]), 0);
        assert_eq!(decimals([15.3 * 3.0]), 1, "45.9 with binary noise");
        assert_eq!(decimals([1.0 / 3.0]), MOST_DECIMALS);
        assert_eq!(number(15.0, Some(1)), "15.0");
        assert_eq!(number(0.1 + 0.2, None), "0.3");
    }

    #[test]
    fn thousands_take_a_comma_and_minus_is_a_minus() {
        assert_eq!(number(999.0, None), "999");
        assert_eq!(number(1000.0, None), "1,000");
        assert_eq!(number(-1_234_567.25, None), "−1,234,567.25");
        assert_eq!(number(-0.04, Some(1)), "0.0", "no negative zero");
    }

    #[test]
    fn what_is_no_number_is_a_dash_without_a_unit() {
        assert_eq!(with_unit(f64::INFINITY, &Unit::new("%"), Lang::Zh), NO_NUMBER);
    }

    #[test]
    fn units_follow_the_language() {
        let both = |value, unit: &str| {
            let unit = Unit::new(unit);
            (
                with_unit(value, &unit, Lang::Zh),
                with_unit(value, &unit, Lang::En),
            )
        };
        assert_eq!(both(90.5, "%"), ("90.5%".into(), "90.5%".into()));
        assert_eq!(
            both(2.0, "百分点"),
            ("2\u{2009}个百分点".into(), "2 percentage points".into())
        );
        assert_eq!(both(4500.0, "张"), ("4,500\u{2009}张".into(), "4,500".into()));
        assert_eq!(both(3.0, ""), ("3".into(), "3".into()));
    }
}

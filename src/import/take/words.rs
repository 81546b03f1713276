//! Words in the cells beside values: multipliers, statuses, parts of a year, and what is no age.

use crate::catalogue::Year;
use crate::import::log::Reason;
use crate::import::meaning::{Figure, is_total};
use crate::tabular::fold;
use crate::tabular::year::NoYear;

/// The reason for a period that is no year.
pub fn no_year(why: NoYear) -> Reason {
    match why {
        NoYear::Blank => Reason::NoYear,
        NoYear::OtherPeriod => Reason::OtherPeriod,
        NoYear::Implausible => Reason::ImplausibleYear,
        NoYear::NotAYear => Reason::NotAYear,
    }
}

/// The power of ten in a column of multipliers: `3`, `Thousands`, `3: Thousands`.
pub fn power_of_ten(text: &str) -> Option<i32> {
    const WORDS: &[(&str, i32)] = &[
        ("units", 0),
        ("unit", 0),
        ("tens", 1),
        ("hundreds", 2),
        ("thousands", 3),
        ("thousand", 3),
        ("millions", 6),
        ("million", 6),
        ("billions", 9),
        ("billion", 9),
        ("个", 0),
        ("十", 1),
        ("百", 2),
        ("千", 3),
        ("万", 4),
        ("百万", 6),
        ("亿", 8),
    ];
    let code = text.split_once(':').map_or(text, |(code, _)| code);
    let word = fold::name(code);
    let known = WORDS.iter().find(|(known, _)| *known == word);
    let number = || code.trim().parse::<i32>().ok().filter(|power| power.abs() <= 12);
    known.map(|(_, power)| *power).or_else(number)
}

/// The kind of figure that is no measured value.
pub fn not_measured(figure: Option<Figure>, year: Option<Year>, today: Year) -> Option<Reason> {
    match (figure, year) {
        (Some(figure), _) if !figure.is_measured() => Some(Reason::NotMeasured { figure }),
        (_, Some(year)) if year > today => Some(Reason::FutureYear { year, today }),
        _ => None,
    }
}

/// What a column of statuses may say that matters here.
#[derive(Clone, Copy)]
pub enum Status {
    /// The series begins anew.
    Break,
    /// Not measured, but expected.
    Forecast,
}

/// Reads a status: a code of SDMX, of Eurostat (several letters together) or its label.
pub fn status(text: &str) -> Option<Status> {
    let code = text.split_once(':').map_or(text, |(code, _)| code);
    let code = fold::trim(code).to_lowercase();
    let is_code = code.len() <= 3 && code.chars().all(|c| "abcdefimnpqrsuz".contains(c));
    match () {
        () if is_code && code.contains('b') => Some(Status::Break),
        () if is_code && code.contains('f') => Some(Status::Forecast),
        () if ["break", "断点", "口径变化", "口径调整"]
            .iter()
            .any(|word| code.contains(word)) =>
        {
            Some(Status::Break)
        }
        () if ["forecast", "预测"].iter().any(|word| code.contains(word)) => Some(Status::Forecast),
        () => None,
    }
}

/// Whether an action, or the code of one with its label, asks for a row to be deleted.
pub fn is_deletion(text: &str) -> bool {
    let code = text.split_once(':').map_or(text, |(code, _)| code);
    ["d", "delete", "deleted", "删除"].contains(&fold::name(code).as_str())
}

/// Whether a cell of a column of months or quarters means all of them.
pub fn is_whole_year(text: &str) -> bool {
    const WHOLE: &[&str] = &["全年", "年", "年度", "annual", "year", "1-12", "1-12月"];
    is_left_out(text) || is_total(text) || WHOLE.contains(&fold::trim(text).to_lowercase().as_str())
}

/// `2021-03-05`, `3月5日`: what a spreadsheet makes of the age 3-5.
pub fn is_date(text: &str) -> bool {
    let numbers = text
        .split(['-', '/', '月'])
        .filter(|part| part.trim_end_matches('日').parse::<u32>().is_ok())
        .count();
    numbers >= 3 || text.contains('月') && text.contains('日')
}

/// Whether a cell is left out: blank, or dashes and strokes alone.
pub fn is_left_out(text: &str) -> bool {
    text.chars().all(|c| fold::is_dash(c) || c == '/')
}

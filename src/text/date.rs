//! Days.

use crate::lang::Lang;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day as a letter has it: `2026年11月25日`, `25 November 2026`. Months and days count from 1.
pub fn date(year: u32, month: u32, day: u32, lang: Lang) -> String {
    let name = month.checked_sub(1).and_then(|at| MONTHS.get(at as usize));
    match (lang, name) {
        (Lang::En, Some(name)) => format!("{day} {name} {year}"),
        _ => format!("{year}年{month}月{day}日"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_a_letter_has_it() {
        assert_eq!(date(2026, 11, 25, Lang::Zh), "2026年11月25日");
        assert_eq!(date(2026, 1, 5, Lang::En), "5 January 2026");
        assert_eq!(date(2027, 12, 31, Lang::En), "31 December 2027");
    }
}

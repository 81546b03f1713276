//! What is said of a field before its figures: how its targets stand, and each figure against earlier ones.

use crate::catalogue::Year;
use crate::lang::Lang;
use crate::text::{after_chinese, year};

/// How many targets are of a class.
pub fn class(word: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{word} {count} 个"),
        Lang::En => format!("{} {count}", word.to_ascii_lowercase()),
    }
}

/// How many figures have become better or worse than before, and how many are the same.
#[derive(Clone, Copy, Debug)]
pub struct Changes {
    /// Those that are better.
    pub up: usize,
    /// Those that are worse.
    pub down: usize,
    /// Those that are the same.
    pub still: usize,
}

impl Changes {
    fn against(self, zh: &str, en: &str, lang: Lang) -> String {
        let Changes { up, down, still } = self;
        match (lang, up + down + still) {
            (_, 0) => String::new(),
            (Lang::Zh, of) => {
                format!("；{zh}可比的 {of} 个中，向好 {up} 个，变差 {down} 个，持平 {still} 个")
            }
            (Lang::En, of) => {
                format!("; of {of} comparable with {en}, {up} better, {down} worse, {still} the same")
            }
        }
    }
}

/// How the targets of a field stand, class by class, and how many figures are better or worse than before.
pub fn lead(measured: usize, each: &[String], last_year: Changes, base: Changes, lang: Lang) -> String {
    let last_year = last_year.against("与上年", "the year before", lang);
    let base = base.against("与基期", "the base", lang);
    match lang {
        Lang::Zh => format!(
            "有数值的指标 {measured} 个：{}{last_year}{base}。",
            each.join("，")
        ),
        Lang::En => format!(
            "Indicators with figures, {measured}: {}{last_year}{base}.",
            each.join(", ")
        ),
    }
}

/// A figure against earlier ones:
/// `孕产妇死亡率：2024 年 11.5/10万，比 2023 年下降 0.6/10万，比 2020 年下降 4.5/10万。`
pub fn figure(name: &str, now: &str, at: Year, changes: &[String], lang: Lang) -> String {
    match (lang, changes.is_empty()) {
        (Lang::Zh, true) => format!("{name}：{} {now}，没有可比的往年数值。", year(at, lang)),
        (Lang::Zh, false) => format!("{name}：{} {now}，{}。", year(at, lang), changes.join("，")),
        (Lang::En, true) => format!("{name}: {now} in {at}; no earlier value to compare with."),
        (Lang::En, false) => format!("{name}: {now} in {at}, {}.", changes.join(", ")),
    }
}

/// How a figure has changed since a year: the change itself tells the way, the words its size.
pub fn change(by: f64, size: &str, since: Year, lang: Lang) -> String {
    let then = year(since, lang);
    match (lang, by) {
        (Lang::Zh, 0.0) => format!("与 {then}持平"),
        (Lang::Zh, by) if by > 0.0 => format!("比 {then}上升{}", after_chinese(size)),
        (Lang::Zh, _) => format!("比 {then}下降{}", after_chinese(size)),
        (Lang::En, 0.0) => format!("as in {then}"),
        (Lang::En, by) if by > 0.0 => format!("up {size} on {then}"),
        (Lang::En, _) => format!("down {size} on {then}"),
    }
}

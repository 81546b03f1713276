//! The check of an evaluation: values due in a year, held against the actual ones.

use crate::catalogue::Year;
use crate::lang::{Lang, plural};
use crate::text::year;

/// The columns of the mid-term check.
pub fn midterm_head(due: Year, lang: Lang) -> [String; 4] {
    let when = year(due, lang);
    match lang {
        Lang::Zh => [
            "基期".to_owned(),
            format!("{when}应达"),
            format!("{when}实际"),
            "结论".to_owned(),
        ],
        Lang::En => [
            "Base".to_owned(),
            format!("Due in {due}"),
            format!("Actual {due}"),
            "Result".to_owned(),
        ],
    }
}

/// What the mid-term check holds against one another.
pub fn midterm(due: Year, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "从基期到目标年份按均匀的进度推算 {}应达到的数值，与实际比较。",
            year(due, lang)
        ),
        Lang::En => format!(
            "The value due in {due} lies on an even path from the base to the target; it is held against the actual one."
        ),
    }
}

/// How many of the indicators checked have reached their value.
pub fn counts(checked: usize, reached: usize, missed: usize, unknown: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "对照的指标 {checked} 个：达到 {reached} 个，未达到 {missed} 个，尚不能判断 {unknown} 个。"
        ),
        Lang::En => format!(
            "Of {} checked, {reached} reached it, {missed} did not, {unknown} cannot be told yet.",
            plural(checked, "indicator")
        ),
    }
}

/// A forecast where the actual figure is not known.
pub fn forecast(value: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("预计 {value}"),
        Lang::En => format!("forecast {value}"),
    }
}
